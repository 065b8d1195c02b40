"""When an article speaks: which leaders it can mean, and which state a capital stood for then."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from standoff.types import DayRange
from standoff.vocab.actors import Actors, Hit

_YEAR = re.compile(r"(?<![\d,.])(?:19[1-9]\d|20[0-4]\d)(?![\d,.]\d|\d)")


def last_year(text: str) -> DayRange | None:
    """The latest year that ``text`` names: the days it speaks of where nothing tells its own."""
    years = _YEAR.findall(text)
    if not years:
        return None
    year = max(map(int, years))
    return DayRange(date(year, 1, 1), date(year, 12, 31))


def former_states(
    lexicon: Actors, hits: Sequence[Sequence[Hit]], when: DayRange | None
) -> Mapping[str, str]:
    """Successor → the state that its capital stood for: by the days, or, where none are known, by
    what the article itself calls it ("Soviet" and never "Russian")."""
    named = {h.entry.country for here in hits for h in here if h.entry.sort not in _CAPITALS}
    out: dict[str, str] = {}
    for successor, states in lexicon.former.items():
        for state in states:
            if when is not None:
                then = state.earliest <= when.earliest and when.latest <= state.latest
            else:
                then = state.code in named and successor not in named
            if then:
                out[successor] = state.code
    return out


_CAPITALS = frozenset({"capital", "seat"})


def in_its_day(lexicon: Actors, hit: Hit, past: Mapping[str, str]) -> Hit:
    """A capital or a seat of power as the former state's, where the article is of its days."""
    entry = hit.entry
    code = past.get(entry.country or "")
    if code is None or entry.sort not in _CAPITALS:
        return hit
    state = lexicon.states[code]
    if entry.sort == "capital":
        made = replace(state, sort="capital")
    else:
        made = replace(entry, key=f"{entry.kind}:{code}", country=code)
    return replace(hit, entry=made)
