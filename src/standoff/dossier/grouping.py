"""The timeline in groups that a reader can take in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.dossier import words
from standoff.views.timeline import Days, Entry, Timeline

_WHOLE = 60
"""Events up to which a stretch of the timeline is not cut."""
_OPEN = 240
"""Events that are laid open at first; further groups open when asked."""


@dataclass(frozen=True, slots=True)
class Group:
    """``title`` is empty where the group is the whole stretch. ``drawn``: on the axis of days."""

    title: str
    entries: Sequence[Entry]
    drawn: bool
    open: bool

    @property
    def contested(self) -> int:
        return sum(bool(e.event["contested"]) for e in self.entries)


def grouped(told: Timeline) -> list[Group]:
    """Before, the crisis by week or month, after, and what has no day."""
    out: list[Group] = []
    if told.before:
        title = "Earlier, or over a longer time" if told.window else "All events with a day"
        out.append(Group(title, told.before, False, len(told.entries) <= _WHOLE))
    shown = 0
    for title, entries in _periods(told.during, told.window):
        out.append(Group(title, entries, True, shown < _OPEN))
        shown += len(entries)
    for title, entries in (("Later", told.after), ("Day unknown", told.undated)):
        if entries:
            out.append(Group(title, entries, False, shown + len(entries) < _OPEN))
            shown += len(entries)
    return out


def _periods(entries: Sequence[Entry], window: Days | None) -> list[tuple[str, list[Entry]]]:
    if not entries or window is None:
        return []
    if len(entries) <= _WHOLE:
        return [(words.days(window), list(entries))]
    monthly = window.width > 120
    found: dict[date, list[Entry]] = {}
    for e in entries:
        assert e.days is not None
        start = max(e.days.earliest, window.earliest)
        start = start.replace(day=1) if monthly else start - timedelta(days=start.weekday())
        found.setdefault(start, []).append(e)
    return [(words.days(_period(start, monthly)), found[start]) for start in sorted(found)]


def _period(start: date, monthly: bool) -> Days:
    if not monthly:
        return Days(start, start + timedelta(days=6))
    following = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Days(start, following - timedelta(days=1))
