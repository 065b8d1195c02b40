"""Last week, this month, the following year, the quarter."""

from __future__ import annotations

import re
from datetime import date

from standoff.extract.times import patterns as p
from standoff.extract.times.counted import span_back
from standoff.extract.times.intervals import clip, part
from standoff.extract.times.reading import (
    Reading,
    Reference,
    plus_days,
    plus_months,
    unit_value,
    week_value,
)
from standoff.extract.times.rule import Rule, anchored, found, rule
from standoff.extract.times.tense import way_of
from standoff.types import Offset

S = p.S


_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}


_TOLD_STEP = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}


_TITLE = re.compile(r"[A-Z]\w+\s[A-Z]")


def _which_unit(m: re.Match[str], ref: Reference) -> Reading | None:
    words = m["which"].lower().split()
    unit = m["unit"].lower()
    if _TITLE.match(m.group()) and m.string[max(0, m.start() - 1) : m.start()] in "\"“'‘":
        return None  # a programme: "This Week"
    which = words[-1]
    if which == "latest" or (which in ("same",) and unit == "time"):
        return None
    if unit == "weekend":
        return _weekend(m, ref, which)
    letter = p.unit_of(unit)
    if letter == "D":
        return _which_day(m, ref, words)
    if which in _TOLD_STEP:
        return _told_unit(m, ref, letter, _TOLD_STEP[which])
    if words[0] == "the" and which in ("past", "last", "next", "coming"):
        if ref.narrative and which == "next":
            return _told_unit(m, ref, letter, 1)
        if letter != "Y" and which != "next":
            return Reading(
                m.start(),
                m.end(),
                "DURATION",
                p.duration(1, letter),
                span_back(ref, letter, 1, which),
            )
    step = _STEP[which]
    base = ref.base()
    if base is None and ref.narrative and ref.year and letter == "Y":
        base = date(ref.year, 6, 30)
    r = found(m, "DATE", unit_value(base, letter, step))
    if step == 0 and r.days and base and base == ref.now:
        pass
    return anchored(r, ref)


def _weekend(m: re.Match[str], ref: Reference, which: str) -> Reading:
    base = ref.told_day() if which in _TOLD_STEP else ref.base()
    if base is None:
        return anchored(found(m, "DATE", "XXXX-WXX-WE"), ref)
    step = _STEP.get(which, _TOLD_STEP.get(which, 0))
    if which in ("the", "over") or (which == "this" and base.isoweekday() < 4):
        way = way_of(m.string, m.start(), m.end())
        past = way == "past" or (way is None and which != "this")
        step = -1 if past and base.isoweekday() < 6 else 0
    return anchored(found(m, "DATE", week_value(plus_days(base, 7 * step)) + "-WE"), ref)


def _bare_weekend(m: re.Match[str], ref: Reference) -> Reading | None:
    return _weekend(m, ref, "the")


def _which_day(m: re.Match[str], ref: Reference, words: list[str]) -> Reading | None:
    """The next day, the same day, that day, this day. The last days are durations."""
    which = words[-1]
    if which in ("last", "past", "current", "coming", "upcoming", "latest"):
        return None
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(which, 0)
    told = ref.told_day()
    value = plus_days(told, step).isoformat() if told else "XXXX-XX-XX"
    r = found(m, "DATE", value)
    r.offset = Offset(step, step, "after" if step > 0 else "before" if step < 0 else "at")
    r.anchor, r.relative = told, ref.day is None
    return r


def _told_unit(m: re.Match[str], ref: Reference, letter: str, step: int) -> Reading | None:
    base: date | None = ref.day
    if base is None and ref.month and letter in "MQYEC":
        base = date(ref.month[0], ref.month[1], 1)
    if base is None and ref.year and letter in "YEC":
        base = date(ref.year, 1, 1)
    if letter == "Q" and ref.quarter:
        base = date(ref.quarter[0], ref.quarter[1] * 3, 1)
    if letter in "Y" and ref.year:
        base = date(ref.year, 1, 1)
    if base is None and not ref.narrative:
        base = ref.now
    return found(m, "DATE", unit_value(base, letter, step), yearless=True)


_ENDED = re.compile(rf"{S}(?:that{S})?end(?:ed|ing){S}(?P<month>{p.MONTH})", re.I)


def _the_unit(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the quarter", "the week": the one told last, or the one that is on."""
    unit = p.unit_of(m["unit"])
    if m["lead"]:
        return _lead_unit(m, ref, unit)
    if unit == "Q":
        if ended := _ENDED.match(m.string, m.end()):
            month = p.month_number(ended["month"])
            year = ref.year_for(month, 28, "past")
            if not year:
                return found(m, "DATE", "XXXX-QX")
            # A quarter that ends in July is mostly the second.
            quarter = (month + 1) // 3
            return found(m, "DATE", f"{year if quarter else year - 1:04d}-Q{quarter or 4}")
        if ref.quarter:
            return found(m, "DATE", f"{ref.quarter[0]:04d}-Q{ref.quarter[1]}", yearless=True)
        if ref.now is None:
            return found(m, "DATE", "XXXX-QX")
        past = plus_months(ref.now.replace(day=1), -3)
        return found(m, "DATE", unit_value(past, "Q", 0))
    if unit == "W":
        return anchored(found(m, "DATE", unit_value(ref.base(), "W", 0)), ref)
    if unit == "Y":
        if re.match(r"\s+end(?:ed|ing)\b", m.string[m.end() : m.end() + 8]):
            return Reading(m.start(), m.end(), "DURATION", "P1Y")
        called = re.search(
            r"\b(?:for|in|of|during)\s+$", m.string[max(0, m.start() - 10) : m.start()]
        )
        described = re.match(r"\s+[a-z]", m.string[m.end() : m.end() + 3])
        if called and (ref.narrative or not described):
            return _lead_unit_of_year(m, ref)
    return None


def _lead_unit_of_year(m: re.Match[str], ref: Reference) -> Reading:
    year = ref.year if ref.narrative else (ref.now.year if ref.now else None)
    return found(m, "DATE", f"{year:04d}" if year else "XXXX", yearless=True)


def _year_end(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "By year-end": the end of the year, or of the one before in what is past."""
    if ref.now is None:
        return found(m, "DATE", "XXXX", yearless=True)
    called = re.search(r"\bby\s(?:the\s)?$", m.string[max(0, m.start() - 8) : m.start()])
    past = (not called and way_of(m.string, m.start(), m.end()) == "past") or m["since"]
    r = found(m, "DATE", f"{ref.now.year - bool(past):04d}", yearless=True)
    r.days = part(r.days, "late") if r.days else None
    r.start = m.start("end")
    return r


def _lead_unit(m: re.Match[str], ref: Reference, unit: str) -> Reading | None:
    """ "earlier in the day", "the end of the year", "later in the month"."""
    lead = m["lead"].lower()
    told = lead.startswith(("earlier", "later")) or ref.narrative
    if unit == "Y" and ref.narrative and ref.year:
        base: date | None = date(ref.year, 6, 30)
    elif unit == "M" and ref.narrative and ref.month:
        base = date(ref.month[0], ref.month[1], 1)
    else:
        base = (ref.told_day() if unit == "D" else None) if told and unit == "D" else ref.base()
    r = found(m, "DATE", unit_value(base, unit, 0))
    if r.days and base:
        if lead.startswith("earlier") and base == ref.now:
            r.days = clip(r.days, latest=base)
        elif (
            lead.startswith("later")
            and base == ref.now
            and way_of(m.string, m.start(), m.end()) != "past"
        ):
            r.days = clip(r.days, earliest=base)
        elif not lead.startswith(("earlier", "later")):
            which = (
                "early"
                if "beginning" in lead or "start" in lead or "early" in lead
                else "mid"
                if "middle" in lead
                else "late"
            )
            r.days = part(r.days, which)
    return anchored(r, ref)


def _same_period(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the corresponding period last year": the quarter that is told of, in that year."""
    of = m["of"] or ""
    base = ref.base()
    year = int(of) if of.isdigit() else base.year - 1 if base else None
    quarter = ref.quarter_near(m.start())
    value = (f"{year:04d}" if year else "XXXX") + (f"-Q{quarter[1]}" if quarter else "")
    r = found(m, "DATE", value, yearless=not of.isdigit())
    r.aside = True
    return r


def _year_ago_quarter(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the year-earlier quarter", "year-ago": the same quarter, a year before."""
    if m["latest"]:
        if ref.quarter:
            return found(m, "DATE", f"{ref.quarter[0]:04d}-Q{ref.quarter[1]}", yearless=True)
        past = plus_months(ref.now.replace(day=1), -3) if ref.now else None
        return found(m, "DATE", unit_value(past, "Q", 0))
    if m["year"]:
        quarter = ref.quarter_near(m.start())
        r = found(m, "DATE", m["year"] + (f"-Q{quarter[1]}" if quarter else ""))
        r.aside = True
        return r
    base = ref.base()
    if quarter := ref.quarter_near(m.start()):
        r = found(m, "DATE", f"{quarter[0] - 1:04d}-Q{quarter[1]}", yearless=True)
    else:
        r = anchored(found(m, "DATE", f"{base.year - 1:04d}" if base else "XXXX"), ref)
    r.aside = True
    return r


_WHICH = (
    rf"(?:the{S}(?:following|previous|preceding|past|last|next|coming|same|current"
    rf"|very{S}next)|(?:that|this)(?:{S}(?:same|past|coming|current|very))?|last|next|past|previous|coming|current|following|upcoming)"
)


RULES: list[Rule] = [
    rule(
        "which unit",
        "unit",
        rf"\b(?P<which>{_WHICH}){S}(?:(?:calendar|fiscal|financial|school|academic){S})?"
        rf"(?P<unit>weekend|day|week|fortnight|month|quarter|year|decade|century)\b(?!['’]s{S}"
        rf"(?:first|second|third|fourth){S}quarter)(?!-)",
        _which_unit,
    ),
    rule("weekend", "unit", rf"\bthe{S}weekend\b", _bare_weekend),
    rule(
        "lead unit",
        "unit",
        rf"\b(?P<lead>(?:earlier|later|early|late){S}in|(?:at{S})?(?:the{S})?(?:end|beginning"
        rf"|start|middle|close|turn){S}of){S}(?:the|this|that){S}(?P<unit>day|week|month|quarter"
        r"|year|decade|century)\b",
        _the_unit,
    ),
    rule(
        "the unit",
        "unit",
        rf"\b(?P<lead>(?!))?(?:the){S}(?P<unit>quarter|week|year)\b(?!{S}(?:of|to|that|when)\b)"
        rf"(?!-)(?!['’]s{S}end)",
        _the_unit,
    ),
    rule(
        "year-end",
        "unit",
        rf"\b(?P<since>since{S})?(?P<end>year[-\s]end|year['’]s{S}end)\b",
        _year_end,
        focus="end",
    ),
    rule(
        "year-ago",
        "unit",
        rf"\b(?:(?:the|its){S})?(?:comparable{S}|corresponding{S}|same{S})?(?:(?P<latest>latest)|"
        rf"(?P<year>{p.YEAR})|(?:a{S})?year[-\s](?:ago|earlier))(?:(?<=r|o|t|\d)[-\s]"
        rf"(?:fiscal{S})?(?:quarter|period)\b)",
        _year_ago_quarter,
    ),
    rule(
        "same period",
        "unit",
        rf"\b(?:(?:the{S})?(?:corresponding|comparable|same|equivalent){S}(?:quarter|period){S}"
        rf"(?:of{S}|in{S}|from{S})?(?P<of>last{S}year|a{S}year{S}(?:ago|earlier)|the{S}year{S}before"
        rf"|the{S}previous{S}year|{p.YEAR})|last{S}year['’]s{S}quarter\b)",
        _same_period,
    ),
    rule(
        "bare year-ago",
        "unit",
        r"\b(?P<latest>(?!))?(?P<year>(?!))?year-(?:ago|earlier)\b",
        _year_ago_quarter,
    ),
]
