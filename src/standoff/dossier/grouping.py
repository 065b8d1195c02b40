"""The timeline in groups that a reader can take in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.dossier import words
from standoff.views.timeline import Days, Entry, Timeline, month_of, week_of

_WHOLE = 60
"""Events up to which a stretch of the timeline is not cut."""
_OPEN = 120
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
    for title, rest in (("Later", told.after), ("Day unknown", told.undated)):
        if rest:
            out.append(Group(title, rest, False, shown + len(rest) < _OPEN))
            shown += len(rest)
    return out


def _periods(entries: Sequence[Entry], window: Days | None) -> list[tuple[str, list[Entry]]]:
    if not entries or window is None:
        return []
    if len(entries) <= _WHOLE:
        return [(words.days(window), list(entries))]
    monthly = window.width > 120
    found: dict[Days, list[Entry]] = {}
    for e in entries:
        assert e.days is not None
        start = max(e.days.middle, window.earliest)
        found.setdefault(month_of(start) if monthly else week_of(start), []).append(e)
    return [(words.days(period), found[period]) for period in sorted(found)]
