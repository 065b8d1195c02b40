"""What is drawn: geometry for the templates, nothing in pixels and nothing coloured."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.dossier.axis import UNITS, Axis, Tick, axis_of
from standoff.views.counts import Count
from standoff.views.series import Point, Series
from standoff.views.timeline import Days, Entry, month_of, shifted, week_of

_DOT = 16
HEIGHT = 100
"""Units of height of a chart of bars."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of one period: a bar ``height`` high of which ``contested`` is in dispute."""

    x: float
    width: float
    height: int
    contested: int
    days: Days
    events: tuple[str, ...]
    disputed: int


@dataclass(frozen=True, slots=True)
class Histogram:
    step: str
    top: int
    bins: tuple[Bin, ...]
    ticks: tuple[Tick, ...]


def histogram(entries: Sequence[Entry], window: Days | None) -> Histogram | None:
    """How many events fall on each day, week or month of ``window``.

    Events whose range is wider than a period are in none; None where nothing is left.
    """
    if window is None:
        return None
    step = "day" if window.width <= 62 else "week" if window.width <= 430 else "month"
    axis = axis_of(window)
    periods = list(_periods(axis, step))
    if len(periods) > UNITS:
        return None
    starts = [p.earliest for p in periods]
    held: list[list[Entry]] = [[] for _ in periods]
    for e in entries:
        if e.days:
            i = bisect_right(starts, e.days.earliest) - 1
            if i >= 0 and e.days.latest <= periods[i].latest:
                held[i].append(e)
    top = max(map(len, held), default=0)
    if not top:
        return None
    bins = []
    for period, inside in zip(periods, held, strict=True):
        if inside:
            disputed = sum(bool(e.event["contested"]) for e in inside)
            x = max(axis.at(period.earliest), 0.0)
            end = min(axis.at(period.latest) + UNITS / axis.length, UNITS)
            bins.append(
                Bin(
                    round(x, 1),
                    round((end - x) * 0.82, 1),
                    round(len(inside) * HEIGHT / top),
                    round(disputed * HEIGHT / top),
                    period,
                    tuple(str(e.event["id"]) for e in inside),
                    disputed,
                )
            )
    return Histogram(step, top, tuple(bins), tuple(axis.ticks()))


def _periods(axis: Axis, step: str) -> Iterator[Days]:
    day = axis.first
    while True:
        period = {"week": week_of, "month": month_of}.get(step, lambda d: Days(d, d))(day)
        yield period
        if period.latest >= axis.last:
            return
        day = shifted(period.latest, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """One point of a pair: a bar upwards (cooperation) and one downwards (conflict)."""

    point: Point
    x: float
    width: float
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class PairChart:
    series: Series
    columns: tuple[Column, ...]


def pair_charts(
    pairs: Sequence[Series], window: Days | None
) -> tuple[tuple[Tick, ...], tuple[PairChart, ...]]:
    """All pairs on one scale of scores and one axis of days: those of ``window``, where that holds
    any point. What lies outside is not drawn."""
    points = [p for s in pairs for p in s.points]
    if not points:
        return (), ()
    inside = [p for p in points if window and _meet(p.days, window)]
    points = inside or points
    axis = axis_of(Days(min(p.days.earliest for p in points), max(p.days.latest for p in points)))
    top = max(max(p.cooperation, p.conflict) for p in points) or 1.0
    half = HEIGHT // 2
    charts = []
    for s in pairs:
        columns = []
        for p in (p for p in s.points if _meet(p.days, Days(axis.first, axis.last))):
            bar = axis.stretch(p.days)
            up, down = (_height(v, top, half) for v in (p.cooperation, p.conflict))
            columns.append(Column(p, bar.x, round(bar.width * 0.82, 1), up, down))
        charts.append(PairChart(s, tuple(columns)))
    return tuple(axis.ticks()), tuple(charts)


def _meet(a: Days, b: Days) -> bool:
    return a.earliest <= b.latest and b.earliest <= a.latest


def _height(value: float, top: float, full: int) -> int:
    return max(2, round(value * full / top)) if value else 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A claim between its bounds; ``open`` where it has no upper one. None if it has neither."""

    x: int
    width: int
    open: bool


def count_bars(count: Count) -> list[Bar | None]:
    """The claims of one count on one scale from nothing to its largest number."""
    top = count.top or 1
    bars: list[Bar | None] = []
    for c in count.claims:
        if c.low is None and c.high is None:
            bars.append(None)
            continue
        low = c.low or 0
        x = round(low * 900 / top)
        end = UNITS if c.high is None else round(c.high * 900 / top)
        bars.append(Bar(max(0, min(x, UNITS - _DOT)), max(end - x, _DOT), c.high is None))
    return bars
