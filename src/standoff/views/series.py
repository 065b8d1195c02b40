"""Pairs of states over time: how much they cooperated, how much they fought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from standoff.views.lookup import Lookup
from standoff.views.timeline import Days, month_of, shifted

Step = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a pair: sums of the scores of its events, and these events."""

    id: str
    days: Days
    cooperation: float
    conflict: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    a: str
    b: str
    points: tuple[Point, ...]

    @property
    def total(self) -> float:
        return sum(p.cooperation + p.conflict for p in self.points)


def series(record: Lookup) -> tuple[Step, list[Series]]:
    """How long a period is, and the pairs with the highest sums first."""
    rows = [r for r in record.rows("dyads") if _day(r["period"])]
    step = _step([d for r in rows if (d := _day(r["period"]))])
    pairs: dict[tuple[str, str], list[Point]] = {}
    for r in rows:
        start = _day(r["period"])
        assert start is not None
        point = Point(
            str(r.get("id") or f"{r['a']} {r['b']} {r['period']}"),
            Days(start, _end(start, step)),
            float(r["cooperation"]),
            float(r["conflict"]),
            tuple(dict.fromkeys(e for e in r["events"] if e in record.events)),
        )
        pairs.setdefault((str(r["a"]), str(r["b"])), []).append(point)
    found = [
        Series(a, b, tuple(sorted(points, key=lambda p: (p.days, p.id))))
        for (a, b), points in pairs.items()
    ]
    return step, sorted(found, key=lambda s: (-round(s.total, 3), s.a, s.b))


def _step(starts: Sequence[date]) -> Step:
    """The periods' length, told from the days on which they begin."""
    if starts and all(d.weekday() == 0 for d in starts):
        return "week"
    return "month" if starts and all(d.day == 1 for d in starts) else "day"


def _end(start: date, step: Step) -> date:
    if step == "day":
        return start
    return shifted(start, 6) if step == "week" else month_of(start).latest


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
