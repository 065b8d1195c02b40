"""Days and months of the calendar."""

from __future__ import annotations

import re

from standoff.extract.times import patterns as p
from standoff.extract.times.reading import (
    Reading,
    Reference,
    real_day,
)
from standoff.extract.times.rule import Rule, found, rule
from standoff.extract.times.years import full_year, said_year, way

S = p.S


_YEAR_TAIL = rf"(?:(?:{S}of{S}|,?\s{{1,3}}|,)(?P<year>{p.YEAR}|['’]\d\d\b))?"


_ORDINAL_DAY = rf"(?:{p.DAY}|{p.ORDINAL})"


# "May 15 to August 16, 1988": the year stands at the end of the range.
_YEAR_AHEAD = re.compile(
    rf"(?:\s?[-–—]\s?|{S}(?:to|and|until|till|through|or){S})"
    rf"(?:{p.DAY}{S}{p.MONTH}|{p.MONTH}{S}{p.DAY}|(?:early{S}|late{S}|mid-)?{p.MONTH}),?{S}(?P<year>{p.YEAR})",
    re.I,
)


def _iso(m: re.Match[str], ref: Reference) -> Reading | None:
    y, mo, d = int(m["y"]), int(m["m"]), int(m["d"])
    if not real_day(y, mo, d):
        return None
    clock = f"T{m['h']}:{m['mi']}" + (f":{m['s']}" if m["s"] else "") if m["h"] else ""
    return found(m, "TIME" if clock else "DATE", f"{y:04d}-{mo:02d}-{d:02d}{clock}")


def _numeric(m: re.Match[str], ref: Reference) -> Reading | None:
    """12/31/1999, 31.12.99. Where both orders are possible, the one nearer to the article's day;
    else with points the day comes first, with strokes the month."""
    a, b, y = int(m["a"]), int(m["b"]), full_year(m["y"], ref)
    day_first, month_first = real_day(y, b, a), real_day(y, a, b)
    both = [
        d for d in ((day_first, month_first) if m["sep"] == "." else (month_first, day_first)) if d
    ]
    if not both:
        return None
    now = ref.now
    day = min(both, key=lambda d: abs((d - now).days)) if now and len(both) == 2 else both[0]
    return found(m, "DATE", day.isoformat())


def _month_day(m: re.Match[str], ref: Reference) -> Reading | None:
    name = m["month"]
    if name in ("march", "may") and not m["year"] and not m["day"][0].isdigit():
        return None  # "may second a motion"
    month, number = p.month_number(name), p.day_number(m["day"])
    if not 0 < number <= 31:
        return None
    return _on(m, ref, month, number, m["year"], m["weekday"])


def _on(
    m: re.Match[str], ref: Reference, month: int, number: int, year: str | None, weekday: str | None
) -> Reading | None:
    said = said_year(m, ref)
    end = m.end()
    if year:
        y: int | None = full_year(year, ref)
    elif said:
        y, end = said
    elif later := _YEAR_AHEAD.match(m.string, m.end()):
        y = full_year(later["year"], ref)
    elif ref.now and (which := (m.groupdict().get("which") or "").lower()):
        now = (ref.now.month, ref.now.day)
        y = ref.now.year + (
            (month, number) <= now if which == "next" else -((month, number) >= now)
        )
    elif m.string[max(0, m.start() - 6) : m.start()] == "ended ":
        y = ref.year_for(month, number, "past")
        if y and ref.now and not ref.narrative and (y, month) > (ref.now.year, ref.now.month):
            y -= 1
    else:
        y = _year_by_weekday(ref, month, number, weekday)
        y = y or ref.year_for(month, number, way(m), m.start())
    if y is None:
        r = found(m, "DATE", f"XXXX-{month:02d}-{number:02d}", yearless=True)
        return r if real_day(2000, month, number) else None
    if not real_day(y, month, number):
        return None
    r = found(m, "DATE", f"{y:04d}-{month:02d}-{number:02d}", yearless=not year)
    r.end = end
    return r


def _year_by_weekday(ref: Reference, month: int, number: int, weekday: str | None) -> int | None:
    """ "Friday, Oct. 13": the nearest year in which it was one."""
    base = ref.base()
    if not weekday or base is None or ref.narrative:
        return None
    years = [base.year + i for i in (0, -1, 1)]
    for y in years:
        day = real_day(y, month, number)
        if day and day.isoweekday() == p.weekday_number(weekday) and abs((day - base).days) < 300:
            return y
    return None


def _more_days(m: re.Match[str], ref: Reference) -> Reading | None:
    """The 10 of "May 7-10", or the 7 of "7 and 10 May": a day of the month named beside it."""
    month, number = p.month_number(m["month"]), p.day_number(m["day"])
    y = full_year(m["year"], ref) if m["year"] else ref.year_for(month, number, way(m))
    start, end = m.span("day")
    value = f"{y:04d}-{month:02d}-{number:02d}" if y else f"XXXX-{month:02d}-{number:02d}"
    if not real_day(y or 2000, month, number):
        return None
    r = found(m, "DATE", value, group="day", yearless=not m["year"])
    r.start, r.end = start, end
    return r


def _day_of_told_month(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "on the 13th" in a story: of the month told last."""
    if not ref.month or not ref.narrative:
        return None
    number = p.day_number(m["day"])
    year, month = ref.month
    if ref.day and number < ref.day.day - 20:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    if not real_day(year, month, number):
        return None
    return found(m, "DATE", f"{year:04d}-{month:02d}-{number:02d}", group="all", yearless=True)


def _month_year(m: re.Match[str], ref: Reference) -> Reading | None:
    return found(m, "DATE", f"{full_year(m['year'], ref):04d}-{p.month_number(m['month']):02d}")


# "the June agreement", "a March offensive"; but not "The March on the capital"
_OWNER = re.compile(r"\b(?:the|a|an|its|his|her|their|this)\s$|['’]s\s$", re.I)
_OWNED = re.compile(r"\s(?!(?:for|on|of|to|and|in|against|was|is|has|had|that|which)\b)[a-z]{3}")
_IN = re.compile(r"\b(?:in|since|until|during|last|next|this|early|late)\s$", re.I)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|during|to|through|last|next|this|past|and|or|between"
    r"|before|after|for|early|late|mid|mid-|every|each|previous|on|around|or)|[(\"“–—-])\s*$",
    re.I,
)


def _bare_month(m: re.Match[str], ref: Reference) -> Reading | None:
    text, name = m.string, m["month"]
    short = len(name.rstrip(".")) < 4 and name.rstrip(".").lower() != "may"
    if name[0].islower() or (short and not name.endswith(".")):
        return None
    month = p.month_number(name)
    which = (m["which"] or "").lower()
    if which and p.FULL_DAY.match(text, m.end()):
        return None
    said = said_year(m, ref)
    if month in (3, 5, 4, 6, 8) and not which and not said:
        before = text[max(0, m.start() - 12) : m.start()]
        follows = re.match(r"[ \u00a0]+(?:[A-Z][a-z]|I\b)", text[m.end() : m.end() + 12])
        owned = _OWNER.search(before) and _OWNED.match(text, m.end())
        called = _IN.search(before) or (_MONTH_BEFORE.search(before) and not follows)
        if not owned and not called:
            return None
    elif (
        not (which or said)
        and re.match(r"[ \u00a0]+[A-Z][a-z]+", text[m.end() : m.end() + 12])
        and not _MONTH_BEFORE.search(text[max(0, m.start() - 12) : m.start()])
    ):
        return None
    if said:
        year, end = said
        value = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
        r = found(m, "DATE", value, relative=True)
        r.end = end
        return r
    return _which_month(m, ref, month, which)


def _which_month(m: re.Match[str], ref: Reference, month: int, which: str) -> Reading:
    base = ref.base()
    if which.endswith(("last", "past", "previous")):
        y = base.year - (month >= base.month) if base else _shifted(ref, -1)
    elif which.endswith(("next", "coming", "following")):
        y = base.year + (month <= base.month) if base else _shifted(ref, 1)
    elif which == "this":
        y = base.year if base else ref.year
    elif later := _YEAR_AHEAD.match(m.string, m.end()):
        y = full_year(later["year"], ref)
    else:
        y = ref.year_for(month, None, way(m))
    return found(m, "DATE", f"{y:04d}-{month:02d}" if y else f"XXXX-{month:02d}", yearless=True)


def _shifted(ref: Reference, n: int) -> int | None:
    return ref.year + n if ref.narrative and ref.year else None


_WD = rf"(?:(?P<weekday>{p.WEEKDAY}),?{S}(?:the{S})?)?"


_WHICH = (
    rf"(?:the{S}(?:following|previous|past|coming|next)|this{S}(?:past|coming)|last"
    rf"|next|this|past|previous|that|following)"
)


RULES: list[Rule] = [
    rule(
        "iso",
        "number",
        r"(?<![\d-])(?P<y>1\d{3}|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:T(?P<h>\d\d):(?P<mi>\d\d)(?::"
        r"(?P<s>\d\d))?(?:\.\d{1,6})?Z?)?(?![\d-])",
        _iso,
    ),
    rule(
        "numeric",
        "number",
        r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:1[89]|20)\d\d"
        r"|\d\d)(?![\d/]|[.-]\d)",
        _numeric,
    ),
    rule(
        "month day",
        "month",
        rf"\b(?:(?P<which>last|next){S})?{_WD}(?P<month>{p.MONTH})[\s\u00a0]{{0,3}}(?:the{S})?"
        rf"(?P<day>{_ORDINAL_DAY})(?!{S}(?:percent|per{S}cent|million|billion))\b{_YEAR_TAIL}",
        _month_day,
    ),
    rule(
        "day month",
        "month",
        rf"(?<![\d/$])(?<!\d[.,])(?<!\d\d\d-)(?<!-\d-)(?<!-\d\d-)\b{_WD}(?P<day>{_ORDINAL_DAY})"
        rf"(?:{S}of)?(?:{S}|-)?(?P<month>{p.MONTH}){_YEAR_TAIL}",
        _month_day,
    ),
    rule(
        "days of month",
        "month",
        rf"\b(?P<month>{p.MONTH}){S}{p.DAY}(?:{p.DASH}|,{S}|{S}(?:and|to|or|through|until){S})(?:"
        rf"(?:{p.DAY}),{S}(?:and{S})?)?(?P<day>{p.DAY})\b(?!\s?(?:a\.?m|p\.?m|people"
        rf"|[a-z]+s\b)){_YEAR_TAIL}",
        _more_days,
        focus="day",
    ),
    rule(
        "day of days",
        "month",
        rf"(?<![\d.,/$-])\b(?P<day>{p.DAY})(?:{p.DASH}|{S}(?:and|to|or){S}){p.DAY}{S}(?:of{S})?"
        rf"(?P<month>{p.MONTH}){_YEAR_TAIL}",
        _more_days,
        focus="day",
    ),
    rule(
        "told day",
        "number",
        rf"\b(?:on|of|by|until|since|from|to){S}(?P<all>the{S}(?P<day>\d{{1,2}}(?:st|nd|rd"
        rf"|th)))\b(?!{S}(?:and{S})?[A-Za-z]+(?:\s[A-Z])?[a-z]*\b(?<!\bin)(?<!\band)(?<!\bthe))",
        _day_of_told_month,
        focus="all",
    ),
    rule(
        "month year",
        "month",
        rf"\b(?:the{S}month{S}of{S})?(?P<month>{p.MONTH})(?:,?{S}(?:of{S})?|-)(?P<year>{p.YEAR}"
        r"|['’]\d\d\b)",
        _month_year,
    ),
    rule(
        "month",
        "month",
        rf"\b(?:(?P<which>{_WHICH}){S})?(?:month{S}of{S})?(?P<month>{p.MONTH})(?![-–]\d)",
        _bare_month,
    ),
]
