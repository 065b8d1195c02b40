"""Text → time expressions (TIMEX3), with the days that they can mean.

Plain text, no parse, no state between texts. Rules (regular expressions with a reader each) run
only near words of time; of what overlaps, the first and longest that its reader accepts stands.
The readings are then made from front to back, so that "the next day" counts from what was told.
"""

from __future__ import annotations

import re
from datetime import date

from standoff.extract.times.joining import join
from standoff.extract.times.prefix import widen
from standoff.extract.times.reading import Reading, Reference
from standoff.extract.times.rule import Rule
from standoff.extract.times.scan import matches
from standoff.extract.times.story import years_told
from standoff.types import DayRange, TimeExpression

# "the June 3 vote" names a vote; the story does not move to June 3.
_OWNER = re.compile(r"\b(?:the|a|an)\s$", re.I)
_OWNED = re.compile(r"\s(?!(?:in|on|at|to|for|of|and|or|when|as|the)\b)[A-Za-z]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_Match = tuple[int, int, int, re.Match[str], Rule]


def find_times(text: str, published: DayRange | None = None) -> list[TimeExpression]:
    """All time expressions of ``text``, in order, none overlapping.

    Relative ones count from ``published``. Where that is a range of days, an expression gets the
    value that all of them agree on (else ``X`` for what differs) and every day that it can mean;
    where it is None, ``XXXX`` and no days.
    """
    found = matches(text)
    if not found:
        return []
    if published is None:
        return _expressions(_read(text, found, None))
    first = _read(text, found, published.earliest)
    if published.latest == published.earliest:
        return _expressions(first)
    return _expressions(_agreed(first, _read(text, found, published.latest)))


def _read(text: str, found: list[_Match], now: date | None) -> list[Reading]:
    told = years_told(found, now)
    ref = Reference(now, told is not None, told)
    out: list[Reading] = []
    end = 0
    for start, _, _, m, rule in found:
        if start < end:
            continue
        if start and text[start - 1] == "#":
            end = m.end()  # the name of a topic
            continue
        reading = rule.read(m, ref)
        if reading is None or reading.start < end:
            continue
        reading = widen(text, reading, end)
        if out and (joined := join(text, out[-1], reading)) is not None:
            out[-1] = reading = joined
        else:
            out.append(reading)
        end = reading.end
        if (
            told is None
            and _DAY.match(reading.value)
            and _OWNER.search(text[max(0, reading.start - 6) : reading.start])
        ):
            reading.aside = bool(_OWNED.match(text[reading.end : reading.end + 12]))
        ref.told(reading)
    return out


def _agreed(early: list[Reading], late: list[Reading]) -> list[Reading]:
    """One reading from those of the first and the last possible day of publication."""
    others = {(r.start, r.end): r for r in late}
    out = []
    for r in early:
        o = others.get((r.start, r.end))
        if o is None:
            continue
        if o.value != r.value:
            r.value = "-".join(
                a if a == b else re.sub(r"\d", "X", a) if len(a) == len(b) else "X"
                for a, b in zip(r.value.split("-"), o.value.split("-"))
            )
        if r.days and o.days:
            r.days = DayRange(
                min(r.days.earliest, o.days.earliest), max(r.days.latest, o.days.latest)
            )
        if o.anchor != r.anchor:
            r.anchor = None
        out.append(r)
    return out


def _expressions(readings: list[Reading]) -> list[TimeExpression]:
    return [
        TimeExpression(r.start, r.end, r.type, r.value, r.days, r.anchor, r.offset, r.yearless)
        for r in readings
    ]
