"""Events in the order of days, each with the days that it can fall on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standoff.views.lookup import Lookup, Row

LOOSE = 92
"""Days of a range beyond which an event says nothing about when the crisis was."""
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its days (None if unknown) and its reports."""

    event: Row
    days: Days | None
    reports: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Timeline:
    """``window`` holds the densest run of events. ``before`` lies before it or is so loosely
    dated that a bar would say nothing; ``after`` lies after it; ``undated`` has no day."""

    window: Days | None
    before: tuple[Entry, ...]
    during: tuple[Entry, ...]
    after: tuple[Entry, ...]
    undated: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (*self.before, *self.during, *self.after, *self.undated)


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
    """All events of the record, sorted by days and then by id."""
    entries = [
        Entry(e, days_of(e["date"]), record.reports_of(e)) for _, e in sorted(record.events.items())
    ]
    dated = sorted((e for e in entries if e.days), key=lambda e: (_days(e), str(e.event["id"])))
    undated = tuple(e for e in entries if not e.days)
    window = _densest([_days(e) for e in dated])
    if window is None:
        return Timeline(None, tuple(dated), (), (), undated)
    before, during, after = [], [], []
    for e in dated:
        days = _days(e)
        loose = days.width > max(LOOSE, window.width) and days.earliest < window.earliest
        if days.latest < window.earliest or loose:
            before.append(e)
        elif days.earliest > window.latest:
            after.append(e)
        else:
            during.append(e)
    return Timeline(window, tuple(before), tuple(during), tuple(after), undated)


def _days(entry: Entry) -> Days:
    assert entry.days is not None
    return entry.days


def _densest(days: Sequence[Days]) -> Days | None:
    """The run of well-dated events without a gap of ``_GAP`` days that holds most of them."""
    runs: list[list[Days]] = []
    reach = date.min
    for d in sorted(x for x in days if x.width <= LOOSE):
        if runs and (d.earliest - reach).days <= _GAP:
            runs[-1].append(d)
        else:
            runs.append([d])
        reach = max(reach, d.latest)
    if not runs:
        return None
    best = max(runs, key=lambda run: (len(run), run[0]))
    return Days(best[0].earliest, max(d.latest for d in best))
