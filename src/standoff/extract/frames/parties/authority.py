"""The state, where the kind of act tells that it takes part and no words name it.

Police and courts arrest and sentence: whoever "was arrested" was arrested by the state in whose
land it happened. A crowd or an opposition that demonstrates, asks or blames, and names nobody,
does so to its government. Read off the article's own place or land, never off the world; the rule
of such a frame says so ("+law").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from standoff.types import Frame, LocalActor, PlaceMention

_LAW = frozenset(
    "arrest detain detention jail imprison imprisonment incarcerate custody charge convict"
    " conviction sentence indict indictment prosecute prosecution acquit acquittal trial deport"
    " deportation extradite extradition ban prohibit outlaw curfew suspect bail evict eviction"
    " warrant remand crackdown lockdown shutdown quarantine censorship investigation inquiry"
    " manhunt"
    .split()
)  # fmt: skip
"""Triggers of what only a state's organs do to people; "capture" and "hold" rebels do as well."""
_PUBLIC = ("state of emergency", "immunization ", "immunisation ", "vaccination ")
"""Beginnings of the rules of what only a state does, though their nouns alone do not say so."""
_POLICING = frozenset({"curfew", "crowd-control"})
"""Modes of what only a state's organs do."""
_CROWD = frozenset(
    "protester demonstrator marcher rioter striker opposition critic activist dissident"
    " campaigner".split()
)
"""Who, asking or blaming nobody named, asks or blames the government of the land."""
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
    ruling = {
        a.country: k
        for k, a in reversed(list(enumerate(actors)))
        if a.kind == "government" and a.acts_for_state and a.country
    }
    ruling.update(states)
    out = []
    for f in frames:
        land = f.land if f.place is None else places[f.place].country
        state = ruling.get(land or "")
        if state is not None and f.recipient == (state,) and not f.actor and _at_home(f):
            # "a state of emergency was declared in X": X says where
            out.append(replace(f, actor=(state,), recipient=(), rule=f"{f.rule}+law"))
            continue
        parties = {actors[i].country for i in (*f.actor, *f.recipient) if actors[i].acts_for_state}
        if state is None or land in parties:
            pass
        elif _by_law(f) or f.type == "CONCEDE":
            if not f.actor and not f.actor_spans:
                f = replace(f, actor=(state,), rule=f"{f.rule}+law")
        elif not parties and not f.recipient and (f.type == "PROTEST" or _by_crowd(f, actors)):
            f = replace(f, recipient=(state,), rule=f"{f.rule}+law")
        out.append(f)
    return out


def _by_law(f: Frame) -> bool:
    by_word = f.type in _BY_LAW and f.lemma in _LAW
    return by_word or f.mode in _POLICING or f.rule.startswith(_PUBLIC)


def _at_home(f: Frame) -> bool:
    """Whether the act is one that a state does only in its own land."""
    return f.mode in _POLICING or f.type == "CONCEDE" or f.rule.startswith(_PUBLIC)


def _by_crowd(f: Frame, actors: Sequence[LocalActor]) -> bool:
    """Whether a crowd or the opposition asks for something, or blames, and says not whom."""
    if f.type not in ("REQUEST", "ACCUSE", "THREATEN") or not f.actor:
        return False
    words = actors[f.actor[0]].name.lower().split()
    return bool(words) and (words[-1] in _CROWD or words[-1].removesuffix("s") in _CROWD)
