"""Amounts of time between two events: "on May 20, just ten days after missiles struck X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from standoff.extract.calendar.told import Told
from standoff.types import DayRange, Frame, Offset, TimeExpression


def dated_by_offset(
    frames: Sequence[Frame], times: Sequence[TimeExpression], told: Sequence[Told]
) -> dict[int, DayRange]:
    """Days for frames on either side of "N days after X", where the other side's are known."""
    out: dict[int, DayRange] = {}
    for t in times:
        if t.offset is None or t.offset.of is None or t.offset.low is None:
            continue
        inside = [i for i, f in enumerate(frames) if t.offset.of.holds(f.trigger)]
        if not inside:
            continue
        sentence = frames[inside[0]].sentence
        outside = [
            i for i, f in enumerate(frames) if f.sentence == sentence and f.trigger.end <= t.start
        ]
        anchor = _anchor(t, told) or _days(frames, outside[-1:])
        if anchor is not None:
            shifted = _shift(anchor, t.offset, -1)
            for i in inside[:1]:
                if frames[i].when_basis != "time" and shifted:
                    out[i] = shifted
        elif (known := _days(frames, inside[:1])) is not None:
            later = _shift(known, t.offset, 1)
            for i in outside[-1:]:
                if later:
                    out[i] = later
    return out


_DREW = re.compile(
    r"\b(?:drew|triggered|prompted|sparked|provoked|unleashed|brought|led to|met with|was met by"
    r"|were met with|was followed by)\b[^,.;:]{0,60}$",
    re.I,
)
ANSWER = 3
"""Days in which an attack draws its answer."""


def drawn(text: str, frames: Sequence[Frame]) -> dict[int, DayRange]:
    """Days for what a dated event drew: "The raid drew immediate retaliation"."""
    out: dict[int, DayRange] = {}
    for i, f in enumerate(frames):
        if f.when is not None or f.status != "happened":
            continue
        for g in reversed(frames[max(0, i - 4) : i]):
            gap = text[g.trigger.end : f.trigger.start]
            if g.sentence != f.sentence or len(gap) > 260:
                continue
            subject = g.when is not None and g.when_basis in ("time", "same", "offset")
            if subject and _DREW.search(gap) and g.when and _opens(text, g):
                out[i] = DayRange(g.when.earliest, g.when.latest + timedelta(days=ANSWER))
                break
    return out


def _opens(text: str, f: Frame) -> bool:
    """Whether the trigger is the noun that its sentence starts with."""
    start = max(text.rfind("\n", 0, f.trigger.start), text.rfind(". ", 0, f.trigger.start) + 1)
    return len(text[start + 1 : f.trigger.start].split()) <= 5


def _anchor(t: TimeExpression, told: Sequence[Told]) -> DayRange | None:
    """The date that stands right before the amount: "on May 20, just 10 days after ..." """
    before = [x for x in told if x.end <= t.start and t.start - x.end <= 20]
    return before[-1].days if before and before[-1].exact else None


def _days(frames: Sequence[Frame], indices: Sequence[int]) -> DayRange | None:
    for i in indices:
        f = frames[i]
        if f.when is not None and f.when_basis in ("time", "offset", "same"):
            return f.when
    return None


def _shift(days: DayRange, offset: Offset, way: int) -> DayRange | None:
    low = offset.low if offset.low is not None else 0
    high = offset.high if offset.high is not None else low
    try:
        ends = sorted(
            (days.earliest + timedelta(days=way * x), days.latest + timedelta(days=way * y))
            for x, y in ((low, low), (high, high))
        )
    except OverflowError:
        return None
    low_day = min(e[0] for e in ends)
    high_day = max(e[1] for e in ends)
    return DayRange(max(low_day, date(1, 1, 2)), high_day)
