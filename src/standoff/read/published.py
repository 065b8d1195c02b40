"""The day that an article appeared: from its metadata, its own date line, or its address."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from standoff.clean.dateline import FORMS, MONTH, MONTHS, PREFIX, days_of, read_date
from standoff.types import DayRange, Published

_WHOLE_MONTH = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})$"),
    re.compile(rf"(?P<m>{MONTH}),? +(?P<y>\d{{4}})$", re.I),
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?$")
_EPOCH_FROM, _EPOCH_TO = 86_400 * 365, 4_102_444_800
"""Seconds: 1971 to 2100. A smaller number is no time stamp."""


def stated_days(value: object) -> DayRange | None:
    """What a field of metadata says: ISO 8601, RFC 2822, "4 May 2014", a time stamp, a range.

    A date with time and zone gives the day as written. None where it says nothing sure; never
    raises.
    """
    if isinstance(value, dict):
        given = [value.get(end) for end in ("earliest", "latest")]
        ends = [None if isinstance(end, dict) else stated_days(end) for end in given]
        low, high = ends[0] or ends[1], ends[1] or ends[0]
        if low is None or high is None or high.latest < low.earliest:
            return None
        return DayRange(low.earliest, high.latest)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _stamp(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:100]
    for form in (*FORMS, *_WHOLE_MONTH, _COMPACT):
        found = form.match(text) or form.match(text, PREFIX.match(text).end())  # type: ignore[union-attr]
        if found:
            return read_date(found)
    if re.fullmatch(r"\d{4}", text):
        year = int(text)
        low, high = days_of(year, 1, None), days_of(year, 12, None)
        return DayRange(low.earliest, high.latest) if low and high else None
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", text):
        return _stamp(float(text))
    try:
        day = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return days_of(day.year, day.month, day.day)


def _stamp(value: float) -> DayRange | None:
    if value > _EPOCH_TO * 1000:
        return None
    seconds = value / 1000 if value > _EPOCH_TO else value
    if not _EPOCH_FROM <= seconds <= _EPOCH_TO:
        return None
    day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return days_of(day.year, day.month, day.day)


_URL_FORMS = (
    re.compile(r"/(?P<y>\d{4})/(?P<m>\d{1,2}|[a-z]{3,9})/(?P<d>\d{1,2})(?=[/_.-]|$)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\da-z])(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
)
_URL_MONTH = re.compile(r"/(?P<y>\d{4})/(?P<m>\d{1,2}|[a-z]{3,9})/")
_FIRST_URL_YEAR = 1990


def address_days(url: str | None) -> DayRange | None:
    """The day, or the month, that an address names in its path."""
    path = (url or "")[:2000].split("://", 1)[-1].split("?", 1)[0].split("#", 1)[0].lower()
    path = path[path.find("/") :] if "/" in path else ""
    for form in (*_URL_FORMS, _URL_MONTH):
        for found in form.finditer(path):
            month = found["m"]
            days = read_date(found) if month.isdigit() or month in MONTHS else None
            if days is not None and days.earliest.year >= _FIRST_URL_YEAR:
                return days
    return None


SAVED_LATER = 60
"""Days after the article's own date line from which metadata tell of a page saved later."""


def published(stated: object, from_text: DayRange | None, url: str | None) -> Published:
    """Metadata first, then the article's own date line, then its address.

    Metadata long after the date line are the day on which somebody saved the page: then the date
    line is taken.
    """
    if (days := stated_days(stated)) is not None:
        later = from_text is not None and (days.earliest - from_text.latest).days > SAVED_LATER
        if from_text is None or not later:
            return Published(days, "metadata")
    if from_text is not None:
        return Published(from_text, "text")
    if (days := address_days(url)) is not None:
        return Published(days, "url")
    return Published(None, "unknown")
