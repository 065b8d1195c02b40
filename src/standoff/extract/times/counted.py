"""Times counted from another: two days ago, a week later, the past month."""

from __future__ import annotations

import re
from datetime import date

from standoff.extract.times import patterns as p
from standoff.extract.times.reading import (
    Reading,
    Reference,
    plus_days,
    plus_months,
    unit_value,
    week_value,
)
from standoff.extract.times.rule import Rule, anchored, found, rule
from standoff.types import DayRange, Offset

S = p.S


_SPREAD = {"D": 0.0, "N": 0.0, "W": 3.0, "F": 4.0, "M": 15.0}


def _ago(m: re.Match[str], ref: Reference) -> Reading | None:
    unit = p.unit_of(m["unit"])
    text = " ".join((m["n"] or "").lower().split())
    n = p.amount(text) if text else None
    sign = 1 if m["dir"].lower() in ("from now", "hence", "from today") else -1
    base = ref.base()
    if n is None:
        return _vague_ago(m, ref, unit, sign, text)
    if unit in ("H", "MI", "S"):
        return _clock_ago(m, ref, n, unit, sign)
    if base is None:
        return anchored(
            found(m, "DATE", unit_value(None, {"N": "D", "F": "W"}.get(unit, unit), 0)), ref
        )
    if unit == "Y" and n == 1 and sign < 0 and (quarter := ref.quarter_near(m.start())):
        r = found(m, "DATE", f"{quarter[0] - 1:04d}-Q{quarter[1]}")
    else:
        r = shifted(m, base, sign * n, unit)
    r.aside = True
    return anchored(r, ref)


def shifted(m: re.Match[str], base: date, n: float, unit: str) -> Reading:
    """``n`` units after ``base``, as exactly as such phrases mean it: "ten days ago" is a day,
    "two weeks ago" a day give or take a few, "five months ago" a month, "ten years ago" a year."""
    if unit in ("D", "N"):
        return found(m, "DATE", plus_days(base, n).isoformat())
    if unit in ("W", "F"):
        day = plus_days(base, n * (7 if unit == "W" else 14))
        r = found(m, "DATE", week_value(day))
        spread = 3 if abs(n) < 5 else 7
        r.days = DayRange(plus_days(day, -spread), plus_days(day, spread))
        return r
    if unit in ("M", "Q"):
        day = plus_months(base, round(n * (3 if unit == "Q" else 1)))
        r = found(m, "DATE", day.isoformat()[:7] if unit == "M" else unit_value(day, "Q", 0))
        r.days = DayRange(plus_days(day, -20), plus_days(day, 20)) if unit == "M" else r.days
        return r
    years = n * {"Y": 1, "E": 10, "C": 100}[unit]
    if years != int(years):
        day = plus_months(base, round(years * 12))
        r = found(m, "DATE", f"{day.year:04d}")
        r.days = DayRange(plus_days(day, -120), plus_days(day, 120))
        return r
    year = base.year + int(years)
    if not 0 < year < 9999:
        return found(m, "DATE", "XXXX")
    return found(
        m, "DATE", f"{year:04d}" if unit == "Y" else f"{year:04d}"[: 4 if unit == "Y" else 3]
    )


def _vague_ago(m: re.Match[str], ref: Reference, unit: str, sign: int, text: str) -> Reading:
    r = found(m, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if ref.base() and unit in ("D", "W", "M", "H", "MI"):
        r.days = _vague_span(ref.base(), unit, sign)
    return anchored(r, ref)


def _vague_span(base: date | None, unit: str, sign: int) -> DayRange | None:
    """ "a few days ago": two to ten units off."""
    if base is None:
        return None
    size = {"D": 1, "W": 7, "M": 30, "H": 0.1, "MI": 0.0}[unit]
    ends = sorted(
        (plus_days(base, sign * (1 if size < 1 else 2 * size)), plus_days(base, sign * 10 * size))
    )
    return DayRange(ends[0], base if size < 1 else ends[1])


def _clock_ago(m: re.Match[str], ref: Reference, n: float, unit: str, sign: int) -> Reading:
    base = ref.base()
    hours = n * {"H": 1.0, "MI": 1 / 60, "S": 1 / 3600}[unit]
    value = plus_days(base, sign * (hours // 24)).isoformat() if base else "XXXX-XX-XX"
    r = found(m, "TIME", value)
    if base:
        ends = sorted((base, plus_days(base, sign * (hours // 24 + (hours >= 1)))))
        r.days = DayRange(ends[0], ends[1])
    return anchored(r, ref)


def _later(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "two days later", "a year earlier": from what was told last."""
    unit, n = p.unit_of(m["unit"]), 1.0 if m["the"] else p.amount(m["n"] or "")
    sign = (
        1
        if m["dir"].lower().split()[0]
        in ("later", "after", "afterwards", "afterward", "on", "thereafter")
        else -1
    )
    low, high = offset_days(n, unit)
    ends = sorted(sign * x for x in (low, high))
    offset = Offset(ends[0], ends[1], "after" if sign > 0 else "before")
    told = _told_base(ref, unit)
    if unit in ("H", "MI", "S"):
        whole = sign * low if low == high else 0  # twenty-four hours, forty-eight
        value = plus_days(ref.day, whole).isoformat() if ref.day else "XXXX-XX-XX"
        r = found(m, "TIME", value)
        r.offset = offset
        return r
    if unit == "Y" and n == 1 and sign < 0 and (quarter := ref.quarter_near(m.start())):
        r = found(m, "DATE", f"{quarter[0] - 1:04d}-Q{quarter[1]}")
        r.aside = True
    elif told is None or n is None:
        r = found(m, "DATE", unit_value(None, {"N": "D", "F": "W"}.get(unit, unit), 0))
    else:
        r = shifted(m, told, sign * n, unit)
    r.offset, r.anchor = offset, told
    return r


def _told_base(ref: Reference, unit: str) -> date | None:
    """What "later" counts from, if it is known as exactly as the unit asks."""
    if ref.day:
        return ref.day
    if unit in "MQYEC" and ref.month:
        return date(ref.month[0], ref.month[1], 15)
    if unit in "YEC" and ref.year:
        return date(ref.year, 6, 30)
    return None if ref.narrative else (ref.now if unit in "YEC" else None)


def offset_days(n: float | None, unit: str) -> tuple[int, int]:
    """How many days an amount of a unit comes to, at least and at most."""
    size = {"S": 0.0, "MI": 0.0, "H": 1 / 24, "D": 1, "N": 1, "W": 7, "F": 14, "M": 30.4, "Q": 91,
            "Y": 365.25, "E": 3652.5, "C": 36525}[unit]  # fmt: skip
    if n is None:
        return (0, 1) if size < 1 else (round(size), round(size * (10 if size == 1 else 4)))
    if size < 1:
        days = n * size
        return int(days), int(days) + (days != int(days))
    n = min(n, 3e6 / size)
    spread = 0.0 if size == 1 else min(_SPREAD.get(unit, 60.0), size * n / 4)
    return round(n * size - spread), round(n * size + spread)


def _past_units(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the past three months" is a length of time, and a known one: up to the article's day."""
    unit, which = p.unit_of(m["unit"]), m["which"].lower().split()[-1]
    text = m["n"] or ""
    n = p.amount(text) if text else None
    if which in ("first", "final", "early", "latest") and not text and which != "first":
        return None
    if which in ("recent", "previous", "preceding") and text and which != "recent":
        which = "last"
    r = Reading(m.start(), m.end(), "DURATION", p.duration(n, unit))
    if which in ("first", "final", "latest", "early"):
        return r
    r.days = span_back(ref, unit, n, which)
    r.anchor = ref.base()
    return r


def span_back(ref: Reference, unit: str, n: float | None, which: str) -> DayRange | None:
    base = ref.now
    if base is None or ref.narrative:
        return None
    if n is None:
        n = 10 if unit == "D" else 6 if unit in ("W", "M") else 5
    size = {"S": 0.0, "MI": 0.0, "H": 1 / 24, "D": 1, "N": 1, "W": 7, "F": 14, "M": 30.4, "Q": 91,
            "Y": 365.25, "E": 3652.5, "C": 36525}[unit]  # fmt: skip
    reach = min(n * size, 700_000)
    reach = int(reach) if reach == int(reach) else int(reach) + 1
    if which in ("next", "coming", "ahead", "upcoming"):
        return DayRange(base, plus_days(base, reach))
    return DayRange(plus_days(base, -reach), base)


_UNITS = f"(?P<unit>{p.UNIT})"


_N = rf"(?:(?:{p.MODIFIER}{S})?(?P<n>{p.NUMBER}|{p.VAGUE}|{p.ONE}){S})"


RULES: list[Rule] = [
    rule(
        "ago",
        "unit",
        rf"\b{_N}?{_UNITS}(?:{S}or{S}(?:so|more|two))?{S}(?P<dir>ago|from{S}now|hence"
        rf"|from{S}today)\b",
        _ago,
    ),
    rule(
        "later",
        "unit",
        rf"\b(?:{_N}|(?P<the>the{S})(?=(?:day|night|week|month|year){S}(?:before|after)[.,;\n]))?"
        rf"{_UNITS}(?:{S}or{S}so)?{S}(?P<dir>later|earlier|before(?!{S}[a-z(])|previously"
        r"|afterwards?|on(?=,)|after(?=[.,;\n])|thereafter|beforehand)\b",
        _later,
    ),
    rule(
        "past units",
        "unit",
        rf"\b(?:(?:at{S}least|at{S}most|nearly|almost|more{S}than|about){S})?(?:the{S}|these{S}"
        rf"|those{S})?(?P<which>past|last|next|coming|recent|previous|preceding|first|latest"
        rf"|final|upcoming){S}(?:(?P<n>{p.NUMBER}|{p.VAGUE}){S})?(?:(?:trading|business|full|long"
        rf"|consecutive|calendar|fiscal){S})?(?P<unit>seconds|minutes|mins|hours|hrs|days|nights"
        rf"|weeks|months|quarters|years|decades|centuries|century|decade)\b(?:{S}or{S}so\b)?",
        _past_units,
    ),
]
