"""A TIMEX3 value → the days that it can mean."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from standoff.types import DayRange

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_YEARS = re.compile(r"(\d{2,4})$")
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def days_of(value: str) -> DayRange | None:
    """All days of a day, week, month, quarter, season, year, decade or century; else None."""
    if m := _DAY.match(value):
        return _checked(m)
    if m := _MONTH.match(value):
        return months(int(m[1]), int(m[2]), int(m[2]))
    if m := _WEEK.match(value):
        try:
            monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        except ValueError:
            return None
        return DayRange(monday + timedelta(days=5 if m[3] else 0), monday + timedelta(days=6))
    if m := _QUARTER.match(value):
        size = 3 if m[2] == "Q" else 6
        last = int(m[3]) * size
        return months(int(m[1]), last - size + 1, last) if 0 < last <= 12 else None
    if m := _SEASON.match(value):
        return _season(int(m[1]), m[2])
    if m := _YEARS.match(value):
        size = 10 ** (4 - len(m[1]))
        first = int(m[1]) * size
        return DayRange(date(first, 1, 1), date(first + size - 1, 12, 31)) if first > 0 else None
    return None


def months(year: int, first: int, last: int) -> DayRange | None:
    if not (0 < first <= last <= 12 and 0 < year < 10000):
        return None
    return DayRange(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _checked(m: re.Match[str]) -> DayRange | None:
    try:
        day = date(int(m[1]), int(m[2]), int(m[3]))
    except ValueError:
        return None
    return DayRange(day, day)


def _season(year: int, letters: str) -> DayRange | None:
    """Seasons of the northern half; winter belongs to the year that it starts or ends in."""
    first, last = _SEASON_MONTHS[letters]
    if not 1 < year < 9999:
        return None
    if letters != "WI":
        return months(year, first, last)
    return DayRange(date(year - 1, 12, 1), date(year + 1, 2, calendar.monthrange(year + 1, 2)[1]))


def part(days: DayRange, which: str) -> DayRange:
    """The "early", "mid" or "late" part of ``days``: thirds, never of a single day."""
    size = (days.latest - days.earliest).days + 1
    if size < 3:
        return days
    third = -(-size // 3)
    if which == "early":
        return DayRange(days.earliest, days.earliest + timedelta(days=third - 1))
    if which == "late":
        return DayRange(days.latest - timedelta(days=third - 1), days.latest)
    return DayRange(days.earliest + timedelta(days=third), days.latest - timedelta(days=third))


def clip(days: DayRange, earliest: date | None = None, latest: date | None = None) -> DayRange:
    """``days`` cut down to what lies between; unchanged where nothing would be left."""
    low = max(days.earliest, earliest) if earliest else days.earliest
    high = min(days.latest, latest) if latest else days.latest
    return DayRange(low, high) if low <= high else days
