"""Events in the order of days, each with the days that it can fall on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standoff.views.lookup import Lookup, Row

SHARP = (14, 92)
"""Days of a range beyond which an event says little about when the crisis was; the wider measure
is taken where hardly any event meets the narrower."""
_ENOUGH = 5
_GAP = 45
"""Days without any event that part the crisis from what came long before or after it."""


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days that something can fall on; both ends inclusive."""

    earliest: date
    latest: date

    @property
    def width(self) -> int:
        return (self.latest - self.earliest).days + 1

    @property
    def middle(self) -> date:
        return self.earliest + (self.latest - self.earliest) // 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its days (None if unknown) and its reports."""

    event: Row
    days: Days | None
    reports: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Timeline:
    """``window`` holds the densest run of events. ``before`` lies before it, by most of its days;
    ``after`` lies after it; ``undated`` has no day."""

    window: Days | None
    before: tuple[Entry, ...]
    during: tuple[Entry, ...]
    after: tuple[Entry, ...]
    undated: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (*self.before, *self.during, *self.after, *self.undated)


def shifted(day: date, by: int) -> date:
    """``by`` days later (negative: earlier), at most the first or last day that there is."""
    return date.fromordinal(
        min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    )


def month_of(day: date) -> Days:
    """The whole month that ``day`` lies in."""
    first = day.replace(day=1)
    return Days(first, first.replace(day=monthrange(day.year, day.month)[1]))


def week_of(day: date) -> Days:
    """Monday to Sunday."""
    return Days(shifted(day, -day.weekday()), shifted(day, 6 - day.weekday()))


def days_of(value: Row | None) -> Days | None:
    """``{earliest, latest}`` of the record as days; None where either is missing or no day."""
    if not value or not value.get("earliest") or not value.get("latest"):
        return None
    try:
        first = date.fromisoformat(str(value["earliest"]))
        last = date.fromisoformat(str(value["latest"]))
    except ValueError:
        return None
    return Days(min(first, last), max(first, last))


def timeline(record: Lookup) -> Timeline:
    """All events of the record, in the order of days."""
    entries = [
        Entry(e, days_of(e["date"]), record.reports_of(e)) for _, e in sorted(record.events.items())
    ]
    dated = sorted((e for e in entries if e.days), key=_order)
    undated = tuple(e for e in entries if not e.days)
    window = _densest([_days(e) for e in dated])
    if window is None:
        return Timeline(None, tuple(dated), (), (), undated)
    before, during, after = [], [], []
    for e in dated:
        days = _days(e)
        if 2 * (window.earliest - days.earliest).days > days.width:
            before.append(e)
        elif days.earliest > window.latest:
            after.append(e)
        else:
            during.append(e)
    return Timeline(window, tuple(before), tuple(during), tuple(after), undated)


def _order(entry: Entry) -> tuple[date, int, str]:
    """A loose date stands in the middle of its days, after the sharper ones."""
    days = _days(entry)
    return days.middle, days.width, str(entry.event["id"])


def _days(entry: Entry) -> Days:
    assert entry.days is not None
    return entry.days


def _densest(days: Sequence[Days]) -> Days | None:
    """The run of well-dated events without a gap of ``_GAP`` days that holds most of them."""
    sharp: list[Days] = []
    for width in SHARP:
        sharp = [d for d in days if d.width <= width]
        if len(sharp) >= _ENOUGH:
            break
    runs: list[list[Days]] = []
    reach = date.min
    for d in sorted(sharp):
        if runs and (d.earliest - reach).days <= _GAP:
            runs[-1].append(d)
        else:
            runs.append([d])
        reach = max(reach, d.latest)
    if not runs:
        return None
    best = max(runs, key=lambda run: (len(run), run[0]))
    return Days(best[0].earliest, max(d.latest for d in best))
