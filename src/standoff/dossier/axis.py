"""Days on a line from 0 to 1000: where things stand, and what the line is marked with.

Drawings are in units of their own viewBox, so that no style need stand in the page's markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.dossier.words import MONTHS
from standoff.views.timeline import Days

UNITS = 1000
ROOM = 88
"""Per cent after which a label would run out of the line."""
NARROWEST = 16
"""Units below which a bar could not be seen."""


@dataclass(frozen=True, slots=True)
class Tick:
    """``percent`` is whole: the stylesheet has a class for each. ``label`` is empty where the
    line's end leaves it no room."""

    percent: int
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar from ``x``, ``width`` wide; ``left`` and ``right`` tell that it goes on beyond."""

    x: int
    width: int
    left: bool = False
    right: bool = False

    @property
    def end(self) -> int:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last``, both whole."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def at(self, day: date) -> float:
        return (day - self.first).days * UNITS / self.length

    def stretch(self, days: Days, narrowest: int = NARROWEST) -> Stretch:
        """The bar of ``days``, cut at the ends of the axis."""
        start = min(max(days.earliest, self.first), self.last)
        end = max(min(days.latest, self.last), start)
        width = max(round(((end - start).days + 1) * UNITS / self.length), narrowest)
        x = max(0, min(round(self.at(start)), UNITS - width))
        return Stretch(x, width, days.earliest < self.first, days.latest > self.last)

    def ticks(self, most: int = 7) -> list[Tick]:
        """At most ``most`` marks, on the first days of something: a day, week, month, year."""
        for length, step, form in _STEPS:
            if self.length / length <= most + 1:
                found = [d for d in step(self.first, most + 1) if d <= self.last]
                if found and len(found) <= most:
                    return _labelled([(d, round(self.at(d) * 100 / UNITS)) for d in found], form)
        return [Tick(0, f"{self.first.year:04d}")]


Marks = Callable[[date, int], list[date]]
"""The first ``most`` days to mark, from a first one on."""


def axis_of(days: Days) -> Axis:
    """An axis with a little room on both sides."""
    room = timedelta(max(1, days.width // 40))
    return Axis(
        days.earliest - room if days.earliest - date.min > room else days.earliest,
        days.latest + room if date.max - days.latest > room else days.latest,
    )


def _days(step: int) -> Marks:
    """Every ``step`` days, counted from a Monday."""

    def marks(first: date, most: int) -> list[date]:
        start = first.toordinal() + (1 - first.toordinal()) % step
        return _real(start + step * i for i in range(most))

    return marks


def _months(step: int) -> Marks:
    def marks(first: date, most: int) -> list[date]:
        n = first.year * 12 + first.month - 1 + (first.day > 1)
        n += -n % step
        months = [divmod(n + step * i, 12) for i in range(most)]
        return [date(y, m + 1, 1) for y, m in months if y <= date.max.year]

    return marks


def _real(ordinals: Iterable[int]) -> list[date]:
    return [date.fromordinal(o) for o in ordinals if 0 < o <= date.max.toordinal()]


_STEPS: tuple[tuple[float, Marks, str], ...] = (
    *((n, _days(n), "day") for n in (1, 2, 7, 14)),
    *((30.4 * n, _months(n), "month") for n in (1, 2, 3, 6)),
    *((365.2 * n, _months(12 * n), "year") for n in (1, 2, 5, 10, 20, 50, 100, 500)),
)


def _labelled(marks: list[tuple[date, int]], form: str) -> list[Tick]:
    """Labels that name the year only where it is a new one."""
    out: list[Tick] = []
    year = None
    for d, percent in marks:
        if form == "year":
            label = f"{d.year:04d}"
        else:
            label = f"{d.day} {MONTHS[d.month]}" if form == "day" else MONTHS[d.month]
            label += f" {d.year:04d}" if d.year != year else ""
        year = d.year
        out.append(Tick(percent, label if percent <= ROOM or not out else ""))
    return out
