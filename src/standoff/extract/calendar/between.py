"""Amounts of time between two events: "on May 20, just ten days after missiles struck X"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from standoff.extract.calendar.told import Told
from standoff.types import DayRange, Frame, Offset, TimeExpression

_BESIDE = re.compile(r"\s?[,—–-]?\s?(?:(?:just|only|barely|some|about|exactly)\s)?$")


def dated_by_offset(
    text: str, frames: Sequence[Frame], times: Sequence[TimeExpression], told: Sequence[Told]
) -> dict[int, DayRange]:
    """Days for what stands behind "N days after", where those of what stands before are known."""
    out: dict[int, DayRange] = {}
    order = sorted(range(len(frames)), key=lambda i: frames[i].trigger)
    starts = [frames[i].trigger.start for i in order]
    ends = [x.end for x in told]
    for t in times:
        if t.offset is None or t.offset.of is None or t.offset.low is None:
            continue
        of = t.offset.of
        at, until = bisect_left(starts, of.start), bisect_left(starts, of.end)
        inside = order[at:until]
        if not inside:
            continue
        sentence = frames[inside[0]].sentence
        before = order[max(0, at - 20) : at]
        outside = [i for i in before if frames[i].sentence == sentence]
        k = bisect_right(ends, t.start)
        anchor = _anchor(text, t, told[max(0, k - 1) : k]) or _days(frames, outside[-1:])
        if anchor is not None:
            moved = shifted(anchor, t.offset, -1)
            for i in inside[:1]:
                if frames[i].when_basis != "time" and moved:
                    out[i] = moved
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
    low, at = max(0, f.trigger.start - 90), f.trigger.start
    start = max(text.rfind("\n", low, at), text.rfind(". ", low, at) + 1, low - 1)
    return len(text[start + 1 : f.trigger.start].split()) <= 5


def _anchor(text: str, t: TimeExpression, told: Sequence[Told]) -> DayRange | None:
    """The date that stands right before the amount: "on May 20, just 10 days after ..." """
    near = told and told[-1].exact and _BESIDE.match(text[told[-1].end : t.start][:25])
    return told[-1].days if near else None


def _days(frames: Sequence[Frame], indices: Sequence[int]) -> DayRange | None:
    for i in indices:
        f = frames[i]
        if f.when is not None and f.when_basis in ("time", "offset", "same"):
            return f.when
    return None


def shifted(days: DayRange, offset: Offset, way: int) -> DayRange | None:
    """``days`` moved by ``offset`` (``way`` 1), or back by it (-1); None outside the calendar."""
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
