"""What the days that an article tells say about the day that it appeared.

An article cannot tell as past what lies after it. One that names weekdays and "yesterday" beside
days of years ago, and no later year, was not written when its metadata say (a page saved years
later). "Thursday, April 24" fits some years and not others. All of it is read off one article and
its own annotations; without such signs nothing is doubted.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.types import Annotations, DayRange, Document, TimeExpression

NEWS_DAYS = 30
"""How long after the last day that it tells an article is taken to have appeared at most."""
ZONES = 1
"""Days by which the calendar of a place can be ahead of the metadata's."""
AHEAD = 1100
"""Days: what is told farther ahead is a slip of the pen or a story."""
STALE = 365
"""Days between the news that an article tells and its metadata, from which one of them is wrong."""
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.I)
_NUMBER = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOW = re.compile(r"\b(?:today|yesterday|tonight|tomorrow|ago|this|last|next)\b", re.I)
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|from|before|effective|starting|beginning|due|expir\w+|to)\s"
    r"(?:on\s)?(?:the\s)?$",
    re.I,
)
_YEARS_BACK = 15


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day that the article tells: ``year`` None where the text gives none, ``weekday`` ISO."""

    month: int
    day: int
    year: int | None
    weekday: int | None
    past: bool
    words: str

    def on(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Doubt:
    """That an article's date and its text do not agree. ``days`` is when the text allows it to
    have appeared, where the text can be believed; else None, and the metadata are kept."""

    told: str
    reason: str
    days: DayRange | None = None


def days_told(document: Document, annotations: Annotations) -> Iterator[DayTold]:
    """The days of the calendar in the article, in order."""
    past = {
        s.start
        for f in annotations.frames
        if f.status == "happened" and f.tense in ("past", "perfect") and f.stance == "asserts"
        for s in f.times
    }
    for t in annotations.times:
        found = month_day(t)
        if found is None or t.anchor is not None or t.offset is not None:
            continue
        words = document.text[t.start : t.end]
        named = _WEEKDAY.search(words)
        year = found[0] if _YEAR.search(words) else None
        yield DayTold(
            found[1],
            found[2],
            year,
            _NUMBER[named[1].lower()] if named else None,
            t.start in past and not _AHEAD.search(document.text[max(0, t.start - 24) : t.start]),
            " ".join(words.split()),
        )


def month_day(t: TimeExpression | None) -> tuple[int | None, int, int] | None:
    """Year (None if the text gives none), month and day of a TIMEX3 value of day precision."""
    if t is None or t.type not in ("DATE", "TIME") or len(t.value) < 10:
        return None
    year, month, day = t.value[:4], t.value[5:7], t.value[8:10]
    if not (month.isdigit() and day.isdigit()):
        return None
    return (int(year) if year.isdigit() else None, int(month), int(day))


def doubt(document: Document, annotations: Annotations) -> Doubt | None:
    """What in the text contradicts the date of a dated article, if anything does."""
    days = document.published.days
    if days is None:
        return None
    told = list(days_told(document, annotations))
    return (
        _after(document, annotations, told, days)
        or _long_before(document, annotations, told, days)
        or _other_weekday(document, told, days)
    )


def _after(
    document: Document, annotations: Annotations, told: Sequence[DayTold], days: DayRange
) -> Doubt | None:
    """A full date, told as past, that lies after the day of publication: with its weekday, or
    twice, since one alone may be a plan or a slip of the pen."""
    limit = days.latest + timedelta(days=ZONES)
    ahead = [
        (d, t.words, t.weekday is not None)
        for t in told
        if t.past and t.year is not None and (d := t.on(t.year)) is not None
        if limit < d <= limit + timedelta(days=AHEAD)
        if t.weekday in (None, d.isoweekday())
    ]
    if len(ahead) < 2 and not any(weekday for _, _, weekday in ahead):
        return None
    last, words, _ = max(ahead)
    basis = document.published.basis
    why = f"the {basis} says {days.latest}, but the text tells of {words} as past"
    return Doubt(last.isoformat(), why, appeared(annotations.times, last))


def _long_before(
    document: Document, annotations: Annotations, told: Sequence[DayTold], days: DayRange
) -> Doubt | None:
    """News of years ago under the date of today: a page that was saved later."""
    full = [d for t in told if t.past and t.year is not None and (d := t.on(t.year)) is not None]
    weekdays = any(t.weekday is not None and t.year is not None for t in told)
    if not full or not weekdays or (days.earliest - max(full)).days <= STALE:
        return None
    years = [int(y) for y in _YEAR.findall(document.text)]
    if max(years) > max(full).year or not speaks_of_now(document, annotations):
        return None
    last = max(full)
    why = (
        f"the {document.published.basis} says {days.latest}, but the news that the text tells is of"
        f" {last}, and it names no later year"
    )
    return Doubt(last.isoformat(), why, appeared(annotations.times, last))


def _other_weekday(document: Document, told: Sequence[DayTold], days: DayRange) -> Doubt | None:
    """ "Thursday, April 24" where that was no Thursday within a year of publication."""
    named = [t for t in told if t.weekday is not None and t.year is None]
    near = range(days.earliest.year - 1, days.latest.year + 2)
    off = [t for t in named if not any(fits(t, y) for y in near)]
    if not off or len(off) < len(named):
        return None
    t = off[0]
    years = sorted(fitting_years(off, days.latest.year))
    when = f"; they fit {', '.join(map(str, years))}" if years else ""
    why = f"no {t.words} within a year of {days.latest}, the {document.published.basis}'s day{when}"
    return Doubt(t.words, why)


def fits(t: DayTold, year: int) -> bool:
    """Whether the day fell on its weekday in ``year``."""
    day = t.on(year)
    return day is not None and day.isoweekday() == t.weekday


def fitting_years(told: Sequence[DayTold], until: int) -> set[int]:
    """The years up to ``until`` in which all days fell on the weekdays that they are named with."""
    named = [t for t in told if t.weekday is not None and t.year is None]
    if not named:
        return set()
    return {y for y in range(until - _YEARS_BACK, until + 1) if all(fits(t, y) for t in named)}


def speaks_of_now(document: Document, annotations: Annotations) -> bool:
    """Whether the text counts from its own day: "yesterday", "on Friday", "this week"."""
    for t in annotations.times:
        words = document.text[t.start : t.end]
        if t.type in ("DATE", "TIME") and t.offset is None and not _YEAR.search(words):
            bare = _WEEKDAY.match(words) and len(words.split()) < 3
            if bare or _NOW.search(words):
                return True
    return False


def of_its_own(document: Document, annotations: Annotations) -> DayRange | None:
    """When an undated article can have appeared by its own full dates: it tells the last of them
    as past, with a weekday, and counts from its own day besides. None where a history could."""
    told = list(days_told(document, annotations))
    full = [d for t in told if t.past and t.year is not None and (d := t.on(t.year)) is not None]
    weekdays = any(t.weekday is not None and t.year is not None and t.past for t in told)
    if not full or not weekdays or not speaks_of_now(document, annotations):
        return None
    last = max(full)
    years = [int(y) for y in _YEAR.findall(document.text)]
    return appeared(annotations.times, last) if max(years) <= last.year + 1 else None


def appeared(times: Sequence[TimeExpression], last: date) -> DayRange:
    """From the last day that an article tells; no later than its month if it says "this month"."""
    if any(t.value in ("XXXX-XX", "PRESENT_REF_M") for t in times):
        return DayRange(last, last.replace(day=calendar.monthrange(last.year, last.month)[1]))
    try:
        return DayRange(last, last + timedelta(days=NEWS_DAYS))
    except OverflowError:
        return DayRange(last, last)
