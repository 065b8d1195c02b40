"""The state, where the kind of act tells that it takes part and no words name it.

Police and courts arrest and sentence: whoever "was arrested" was arrested by the state in whose
land it happened. A crowd that demonstrates, and at nobody named, does so at its government. Read
off the article's own place or land, never off the world; the rule of such a frame says so ("+law").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from standoff.types import Frame, LocalActor, PlaceMention

_LAW = frozenset(
    "arrest detain detention jail imprison imprisonment incarcerate custody charge convict"
    " conviction sentence indict indictment prosecute prosecution acquit acquittal trial deport"
    " deportation extradite extradition ban prohibit outlaw curfew suspect bail evict eviction"
    " warrant remand"
    .split()
)  # fmt: skip
"""Triggers of what only a state's organs do to people; "capture" and "hold" rebels do as well."""
_BY_LAW = frozenset({"COERCE", "SANCTION", "ACCUSE"})


def by_the_state(
    frames: Sequence[Frame],
    places: Sequence[PlaceMention],
    states: Mapping[str, int],
    actors: Sequence[LocalActor],
) -> list[Frame]:
    """``frames`` with the state as actor or recipient where only it can be.

    ``states`` are the indices of the article's states in ``actors`` by country (alpha-3).
    """
    out = []
    for f in frames:
        land = f.land if f.place is None else places[f.place].country
        state = states.get(land or "")
        parties = {actors[i].country for i in (*f.actor, *f.recipient) if actors[i].acts_for_state}
        if state is None or land in parties:
            pass
        elif (f.type in _BY_LAW and f.lemma in _LAW) or f.type == "CONCEDE" or f.mode == "release":
            if not f.actor and not f.actor_spans:
                f = replace(f, actor=(state,), rule=f"{f.rule}+law")
        elif f.type == "PROTEST" and not parties and not f.recipient:
            f = replace(f, recipient=(state,), rule=f"{f.rule}+law")
        out.append(f)
    return out
