"""A reading of one expression, and what has been read before it: the running reference time."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from standoff.types import DayRange, Offset, TimexType

Way = Literal["past", "future"] | None
NEAR = 100
"""Days: a date this near is meant, whichever way the verb points."""


@dataclass(slots=True)
class Reading:
    """What a rule makes of a match; ``start`` and ``end`` may still grow by prefix and suffix."""

    start: int
    end: int
    type: TimexType
    value: str
    days: DayRange | None = None
    anchor: date | None = None
    offset: Offset | None = None
    yearless: bool = False
    aside: bool = False
    """A comparison ("a year earlier"): what is told goes on from before it."""
    relative: bool = False
    """Counted from the article's own day, so that nothing is known without it."""


@dataclass(slots=True)
class Reference:
    """What times count from, while one text is read from front to back.

    ``now`` is the article's own day; ``narrative`` says that the text tells of other times than
    its own, so that dates without a year belong to the year told last.
    """

    now: date | None
    narrative: bool = False
    years: tuple[int, int] | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    quarter: tuple[int, int] | None = None
    year: int | None = None
    grain: str = ""
    quarter_at: int = -1000
    full: date | None = None
    full_at: int = -1000

    def told(self, r: Reading) -> None:
        """Moves the running reference to ``r``, where it names a time of the calendar."""
        v = r.value
        if r.type == "DURATION" and v in ("P9M", "P6M", "P1Y"):
            self.quarter_at = -1000  # a report goes on from the quarter to the longer period
        if r.aside or r.type not in ("DATE", "TIME") or len(v) < 4 or not v[:4].isdigit():
            return
        if self.years and not self.years[0] <= int(v[:4]) <= self.years[1]:
            return
        self.year = int(v[:4])
        rest = v[5:]
        if not (r.yearless or r.relative) and r.days and r.days.earliest == r.days.latest:
            self.full, self.full_at = r.days.earliest, r.end
        if rest[:1] == "Q" and rest[1:2].isdigit():
            self.quarter, self.quarter_at, self.grain = (self.year, int(rest[1])), r.end, "Q"
        elif rest[:2].isdigit() and rest[3:5].isdigit():
            self.day = r.days.earliest if r.days else self.day
            self.month, self.grain = (self.year, int(rest[:2])), "D"
        elif rest[:2].isdigit():
            self.month, self.grain = (self.year, int(rest[:2])), "M"
            self.day = None
        elif not rest and len(v) == 4:
            self.grain = "Y"
            self.month = self.day = None

    def quarter_near(self, at: int) -> tuple[int, int] | None:
        """The quarter that is being told of at ``at``, if it was named a few sentences ago."""
        return self.quarter if self.quarter and at - self.quarter_at < 700 else None

    # --- years and weekdays that the text leaves out ---------------------------------------------

    def year_for(self, month: int, day: int | None, way: Way, at: int = 10**9) -> int | None:
        """The year of a month (and day) without one; None where nothing tells."""
        if self.narrative:
            return self._told_year(month)
        if self.now is None:
            if self.full is None or day is None or at - self.full_at > 500:
                return None
            # "On 2 March 2024 ... and on 20 March": the nearest such day to the one told in full.
            years = (self.full.year, self.full.year + 1, self.full.year - 1)
            told = self.full
            return min(years, key=lambda y: abs((safe_day(y, month, day) - told).days))
        if self.full and day is not None and at - self.full_at < 500:
            # "On November 15, 2017 ... . On November 21": the year goes on for a few sentences.
            for y in (self.full.year, self.full.year + 1):
                gone = (safe_day(y, month, day) - self.full).days
                if y < self.now.year and 0 <= gone < 90 and way != "future":
                    return y
        now = self.now
        here = (month, day) if day is not None else (month, now.day)
        today = (now.month, now.day)
        near = min(
            (now.year - 1, now.year, now.year + 1),
            key=lambda y: abs((safe_day(y, month, day or 15) - now).days),
        )
        # The nearest such day, unless it is far off and the verb points the other way.
        close = abs((safe_day(near, month, day or 15) - now).days) <= NEAR
        if close or way is None:
            return near
        if way == "past":
            return now.year if here <= today else now.year - 1
        return now.year if here >= today else now.year + 1

    def _told_year(self, month: int) -> int | None:
        if self.year is None:
            return None
        if self.month is None or self.month[0] != self.year:
            return self.year
        # The story goes on: a month long before the one told last is next year's.
        if month - self.month[1] < -7:
            return self.year + 1
        return self.year - 1 if month - self.month[1] > 9 else self.year

    def weekday(self, number: int, way: Way) -> date | None:
        """The day that a bare weekday means: the last one up to today, or the next one."""
        base = self.base()
        if base is None:
            return None
        if way == "future":
            return base + timedelta(days=(number - base.isoweekday()) % 7)
        return base - timedelta(days=(base.isoweekday() - number) % 7)

    def base(self) -> date | None:
        """The day that "tomorrow" or "last week" counts from."""
        return self.day if self.narrative else self.now

    def told_day(self) -> date | None:
        """The day that "the next day" counts from."""
        return self.day or (None if self.narrative else self.now)


# --- calendar arithmetic --------------------------------------------------------------------------


def safe_day(year: int, month: int, day: int) -> date:
    """The day, or the last of the month where it has fewer."""
    year = min(max(year, 1), 9999)
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_days(day: date, n: float) -> date:
    try:
        return day + timedelta(days=round(n))
    except OverflowError:
        return day


def plus_months(day: date, n: int) -> date:
    total = day.year * 12 + day.month - 1 + n
    return safe_day(total // 12, total % 12 + 1, day.day)


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    return (day.month - 1) // 3 + 1


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month = (h + m - 7 * n + 114) // 31
    return date(year, month, (h + m - 7 * n + 114) % 31 + 1)


def unit_value(base: date | None, letter: str, step: int) -> str:
    """The week, month, quarter, year .. ``step`` after the one that ``base`` lies in."""
    if base is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
                "E": "XXX", "C": "XX"}.get(letter, "XXXX")  # fmt: skip
    if letter == "D":
        return plus_days(base, step).isoformat()
    if letter == "W":
        return week_value(plus_days(base, 7 * step))
    if letter == "F":
        return week_value(plus_days(base, 14 * step))
    if letter == "M":
        return plus_months(base, step).isoformat()[:7]
    if letter == "Q":
        day = plus_months(base.replace(day=1), 3 * step)
        return f"{day.year:04d}-Q{quarter_of(day)}"
    if letter == "E":
        return f"{base.year // 10 + step:03d}"
    if letter == "C":
        return f"{base.year // 100 + step:02d}"
    return f"{base.year + step:04d}"
