"""Dates that stand in an article's own date line, whole, with day, month and year.

What can be read in two ways (03/04/2014) is not read at all.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from standoff.types import DayRange

MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?!\d)"),
    re.compile(
        rf"{_DAY}[ -]+(?:of )?(?P<m>{MONTH}),?[ -]+(?P<y>\d{{4}})(?!\d)", re.I
    ),
    re.compile(rf"(?P<m>{MONTH}) *{_DAY}(?:, *| +)(?P<y>\d{{4}})(?!\d)", re.I),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?P<d>1[3-9]|2\d|3[01])/(?P<m>\d{1,2})/(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?P<m>\d{1,2})/(?P<d>1[3-9]|2\d|3[01])/(?P<y>\d{4})(?!\d)"),
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1700, 2100

_LABEL = (
    r"(?P<label>(?:first |date |originally )?(?:published|posted|publication|publish(?:ed)? date)"
    r"|date of publication|(?:last )?(?:updated|modified|edited|revised)|issued|date|dated)"
    r"(?: on| at|:| -)*\s*:?\s*"
)
_ZONE = r"(?:GMT|UTC|BST|CES?T|E[SD]T|P[SD]T|IST|PKT|MSK|EEST|AEST|JST|Z)\b(?:\s*[+-]\d[\d:]*)?"
# Digits alone are no clock: "Sat Aug 13 2016 200 people fled" goes on with a number.
_CLOCK = (
    r"(?:[\s,|•·(-]*(?:(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d\d)?(?:\.\d+)?(?:\s*[ap]\.?m\b\.?)?(?:\s*hrs)?"
    rf"|(?:at\s+)?\d{{1,2}}\s*[ap]\.?m\b\.?|(?:at\s+)\d{{4}}\b|\d{{4}}(?=\s*(?:hrs|GMT|UTC))(?:\s*hrs)?"
    rf"|{_ZONE}|[+-]\d\d:?\d\d)\)?){{0,3}}"
)
_BULLET = r"[\s•*·|–—-]{0,6}"
PREFIX = re.compile(rf"{_BULLET}(?:{_LABEL})?(?:{_WEEKDAY}\s*)?", re.I)
_AFTER = re.compile(rf"T[\d:.]+(?:Z|[+-][\d:]+)?|{_CLOCK}", re.I)
_DATELINE = re.compile(r"(?:[A-Z][\w.'’-]*,?\s){1,6}$")
_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:--|[—–:-])")
# "GENEVA, 3 June 2031. The talks": without a dash only behind a name in capitals.
_CAPITALS = re.compile(r"[A-Z][A-Z'’-]{2,}")
_STOP = re.compile(r"\.\s+(?=[\"“'‘]?[A-Z])")
_LONGEST_DATE_LINE = 120


def days_of(year: int, month: int, day: int | None) -> DayRange | None:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return DayRange(date(year, month, 1), date(year, month, last))
    return DayRange(*[date(year, month, day)] * 2) if 1 <= day <= last else None


def read_date(found: re.Match[str]) -> DayRange | None:
    parts = found.groupdict()
    month = parts["m"].rstrip(".").lower()
    number = MONTHS[month] if month in MONTHS else int(month)
    return days_of(int(parts["y"]), number, int(parts["d"]) if parts.get("d") else None)


def date_at(line: str, start: int = 0) -> tuple[int, DayRange, str, bool] | None:
    """A date line at ``start`` of ``line``, alone or before something else.

    Its end, its days, its label ("published", "updated", "" …) in lower case, and whether a
    weekday stands before it.
    """
    window = line[start : start + _LONGEST_DATE_LINE]
    opening = PREFIX.match(window)
    if opening is None:
        return None
    for form in FORMS:
        found = form.match(window, opening.end())
        if found and (days := read_date(found)):
            after = _AFTER.match(window, found.end())
            end = after.end() if after else found.end()
            weekday = re.search(_WEEKDAY, opening.group(), re.I) is not None
            return start + end, days, (opening.group("label") or "").lower(), weekday
    return None


def is_date_line(text: str) -> bool:
    """Whether ``text`` is a date line, or several, and nothing else."""
    found = date_at(text)
    while found is not None and found[0] < len(text):
        more = date_at(text, found[0])
        if more is None or not more[2]:
            break
        found = more
    return found is not None and not re.search(r"\w", text[found[0] :])


def dateline(line: str) -> DayRange | None:
    """ "LONDON, May 4, 2014 (AP) —" at the start of a line, with day, month and year, or
    "LONDON, 4 May 2014." with the place in capitals."""
    window = line[:_LONGEST_DATE_LINE]
    for form in FORMS[2:4]:
        found = form.search(window)
        if (
            found
            and _DATELINE.match(window[: found.start()])
            and (
                _DATELINE_END.match(window, found.end())
                or (_CAPITALS.match(window) and _STOP.match(window, found.end()))
            )
        ):
            return read_date(found)
    return None
