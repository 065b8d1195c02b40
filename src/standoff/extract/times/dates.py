"""Dates of the calendar: days, months, years, decades, centuries, seasons, quarters, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from standoff.extract.times import patterns as p
from standoff.extract.times.reading import (
    Reading,
    Reference,
    Way,
    easter,
    quarter_of,
    real_day,
    safe_day,
)
from standoff.extract.times.rule import Rule, found, rule
from standoff.extract.times.tense import way_of

S = p.S
_YEAR_TAIL = rf"(?:(?:{S}of{S}|,?\s{{1,3}}|,)(?P<year>{p.YEAR}|['’]\d\d\b))?"
_ORDINAL_DAY = rf"(?:{p.DAY}|{p.ORDINAL})"
_SAID_YEAR = re.compile(
    rf"(?P<way>last|this|next|that|the{S}same|the{S}following|the{S}previous|of{S}that){S}year\b", re.I
)


# "May 15 to August 16, 1988": the year stands at the end of the range.
_YEAR_AHEAD = re.compile(
    rf"(?:\s?[-–—]\s?|{S}(?:to|and|until|till|through|or){S})"
    rf"(?:{p.DAY}{S}{p.MONTH}|{p.MONTH}{S}{p.DAY}|(?:early{S}|late{S}|mid-)?{p.MONTH}),?{S}(?P<year>{p.YEAR})",
    re.I,
)


def way(m: re.Match[str]) -> Way:
    return way_of(m.string, m.start(), m.end())


def full_year(text: str, ref: Reference) -> int:
    """"1998" or "'98"; two digits belong to the century of the reference time."""
    t = text.strip("'’")
    if len(t) == 4:
        return int(t)
    near = ref.year or (ref.now.year if ref.now else 2000)
    return min((near // 100 * 100 + c + int(t) for c in (-100, 0, 100)), key=lambda y: abs(y - near))


# --- days -----------------------------------------------------------------------------------------


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
    both = [d for d in ((day_first, month_first) if m["sep"] == "." else (month_first, day_first)) if d]
    if not both:
        return None
    now = ref.now
    day = min(both, key=lambda d: abs((d - now).days)) if now and len(both) == 2 else both[0]
    return found(m, "DATE", day.isoformat())


def _month_day(m: re.Match[str], ref: Reference) -> Reading | None:
    name = m["month"]
    if name[:3].lower() in ("mar", "may", "sat", "sun") and name[0].islower() and not m["year"]:
        if re.match(r"(?:march|may)$", name, re.I) and not re.match(r"\d", m["day"]):
            return None
    month, number = p.month_number(name), p.day_number(m["day"])
    if not 0 < number <= 31:
        return None
    return _on(m, ref, month, number, m["year"], m["weekday"])


def _on(
    m: re.Match[str], ref: Reference, month: int, number: int, year: str | None, weekday: str | None
) -> Reading | None:
    said = _said_year(m, ref)
    end = m.end()
    if year:
        y: int | None = full_year(year, ref)
    elif said:
        y, end = said
    elif later := _YEAR_AHEAD.match(m.string, m.end()):
        y = full_year(later["year"], ref)
    else:
        y = _year_by_weekday(ref, month, number, weekday) or ref.year_for(month, number, way(m))
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


def _said_year(m: re.Match[str], ref: Reference) -> tuple[int | None, int] | None:
    """The year of "June last year", and where the phrase ends."""
    gap = re.compile(rf",?{S}(?:of{S})?").match(m.string, m.end())
    tail = _SAID_YEAR.match(m.string, gap.end()) if gap else None
    if tail is None:
        return None
    word = tail["way"].split()[-1].lower()
    if word in ("last", "this", "next"):
        base = ref.base() or (date(ref.year, 1, 1) if ref.narrative and ref.year else None)
        year = base.year + {"last": -1, "this": 0, "next": 1}[word] if base else None
    else:
        step = {"following": 1, "previous": -1}.get(word, 0)
        year = ref.year + step if ref.year else None
    return year, tail.end()


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


# --- months, years --------------------------------------------------------------------------------


def _month_year(m: re.Match[str], ref: Reference) -> Reading | None:
    return found(m, "DATE", f"{full_year(m['year'], ref):04d}-{p.month_number(m['month']):02d}")


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
    said = _said_year(m, ref)
    if month in (3, 5, 4, 6, 8) and not which and not said:
        before = text[max(0, m.start() - 12) : m.start()]
        follows = re.match(r"[ \u00a0]+(?:[A-Z][a-z]|I\b)", text[m.end() : m.end() + 12])
        if not _MONTH_BEFORE.search(before) or (follows and month != 8):
            return None
    elif re.match(r"[ \u00a0]+[A-Z][a-z]+", text[m.end() : m.end() + 12]) and not which and not said:
        if not _MONTH_BEFORE.search(text[max(0, m.start() - 12) : m.start()]):
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


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|to|through|for|year|late|early"
    r"|mid|about|around|circa|between|and|fiscal|or|the|all|as|than|end)\s+|[(\[–-]\s?)$",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(?:[a-z]+\s)?(?:people|men|women|children|troops|soldiers|dollars|euros|pounds|yen|meters"
    r"|metres|feet|miles|km|kilomet|tons?|tonnes|hours?|days?|weeks?|months?|years?|percent|per\b"
    r"|points?|jobs|shares|votes|members|units|others|homes|houses|dead|GMT|hrs|EST|EDT)\b"
    r"|-(?:strong|man|mile|year|foot|member|meter|metre|km|page|seat|day)|\s?(?:%|m\b|kg\b|km\b)"
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:[$£€#@/.,:+\w]|\d\s?[-–]|\b(?:No|nos?|number|flight|room|resolution|article|boeing|page"
    r"|act|highway|route|top|over|than|some|only|least|most|to|up|nearly|almost"
    r"|approximately|roughly)\.?\s+)$",
    re.I,
)


def _year(m: re.Match[str], ref: Reference) -> Reading | None:
    text, year = m.string, int(m["year"])
    before = text[max(0, m.start() - 14) : m.start()]
    if m["era"]:
        return found(m, "DATE", f"BC{year:04d}") if m["era"][0] in "Bb" else _ad(m, year)
    if _COUNTED.match(text, m.end()) or re.match(r"[-–]\d{3,}|-[A-Z]", text[m.end() : m.end() + 4]):
        if not re.match(r"[-–](?:1\d|20)\d\d\b", text[m.end() : m.end() + 5]):
            return None
    called = _YEAR_BEFORE.search(before)
    near = 1900 <= year <= 2035 if ref.now is None else abs(year - ref.now.year) < 130
    if m["word"] or (called and (near or 1000 < year < 2100)):
        if re.search(r"\b(?:to|than|as)\s+$", before, re.I) and not near:
            return None
        return found(m, "DATE", f"{year:04d}")
    if _NOT_YEAR_BEFORE.search(before) and not re.search(r"(?:1\d|20)\d\d\s?[-–/]$", before):
        return None
    if not near or re.match(r"\s+[a-z]+s\b", text[m.end() : m.end() + 20]) and not called:
        return None
    return found(m, "DATE", f"{year:04d}")


def _ad(m: re.Match[str], year: int) -> Reading:
    return found(m, "DATE", f"{year:04d}")


def _era_year(m: re.Match[str], ref: Reference) -> Reading | None:
    year = int(m["y"].replace(",", ""))
    bc = m["era"][0] in "Bb"
    return found(m, "DATE", f"BC{year:04d}" if bc else f"{year:04d}") if 0 < year < 10000 else None


def _spelled_year(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "nineteen ninety-six", "two thousand five"."""
    t = m.group().lower().replace("the year ", "")
    if "thousand" in t:
        tail = re.sub(r".*thousand\s*(?:and\s)?", "", t)
        n = p.amount(tail) if tail else 0.0
        return found(m, "DATE", f"{2000 + int(n or 0):04d}")
    head, tail = re.split(r"\s+", t, maxsplit=1)
    n = p.amount(tail.replace("hundred", "").strip() or "zero")
    century = p.WORDS.numbers[head]
    return found(m, "DATE", f"{century * 100 + int(n or 0):04d}")


_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
         "eighties": 8, "nineties": 9}  # fmt: skip


def _decade(m: re.Match[str], ref: Reference) -> Reading | None:
    t = m["decade"].lower().strip("'’")
    if t[:1].isdigit() and len(t.rstrip("s'’")) == 4:
        return found(m, "DATE", t[:3])
    tens = int(t[0]) if t[0].isdigit() else _TENS[t.split()[-1].split("-")[-1]]
    if t.startswith("eighteen"):
        return found(m, "DATE", f"18{tens}")
    return found(m, "DATE", f"19{tens}" if tens > 2 or t.startswith("nineteen") else f"20{tens}")


def _century(m: re.Match[str], ref: Reference) -> Reading | None:
    n = p.day_number(m["n"])
    if not 0 < n < 30:
        return None
    value = f"BC{n - 1:02d}" if m["era"] and m["era"][0] in "Bb" else f"{n - 1:02d}"
    return found(m, "DATE", value)


# --- seasons, quarters, halves --------------------------------------------------------------------


def _season(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m["season"].lower()
    letters, which, said = p.WORDS.seasons[word], (m["which"] or "").lower(), _said_year(m, ref)
    if m["year"]:
        return found(m, "DATE", f"{full_year(m['year'], ref):04d}-{letters}")
    if said:
        r = found(m, "DATE", f"{said[0]:04d}-{letters}" if said[0] else f"XXXX-{letters}")
        r.end = said[1]
        return r
    if not which:
        before = m.string[max(0, m.start() - 10) : m.start()]
        if word in ("fall", "spring") and not (word == "spring" and m["season"][0] == "S"):
            if not re.search(r"\b(?:in|by|since|until|during)\s+(?:the\s+)?$", before, re.I):
                return None
        if m["season"][0].isupper() and re.search(r"\w\s$", before) and word in ("fall", "spring"):
            return None
        if re.match(r"\s(?:offensive|break|olympics|games|house|camp|school|in\b|of\b|to\b)",
                    m.string[m.end() : m.end() + 12], re.I):  # fmt: skip
            return None
    return found(m, "DATE", _season_value(ref, letters, which, m), yearless=True)


def _season_value(ref: Reference, letters: str, which: str, m: re.Match[str]) -> str:
    base = ref.base() or (date(ref.year, 6, 30) if ref.narrative and ref.year else None)
    if base is None:
        return f"XXXX-{letters}"
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[letters]
    year, which = base.year, which.split()[-1] if which else ""
    if ref.narrative and which in ("", "the", "that"):
        return f"{ref.year or year:04d}-{letters}"
    if letters == "WI" and base.month < 3:
        year -= 1  # the winter that is on began in December
    if which in ("last", "previous"):
        year -= start + 1 >= base.month if letters != "WI" or base.month > 2 else 1
    elif which == "past":
        year -= start > base.month and letters != "WI"
    elif which == "next":
        year += start <= base.month
    elif which != "this" and start > base.month and way(m) != "future" and base.month > 2:
        year -= letters != "WI"
    return f"{year:04d}-{letters}"


def _quarter(m: re.Match[str], ref: Reference) -> Reading | None:
    g = m.groupdict()
    n = _quarter_number(g["n"])
    year: int | None = None
    if g["year"] or g["year2"]:
        year = full_year(g["year"] or g["year2"], ref)
    elif (g["rel"] or g["rel2"]) and ref.now:
        rel = (g["rel"] or g["rel2"] or "").lower()
        year = ref.now.year + (-1 if rel.startswith(("last", "year", "a year", "the year")) else
                               1 if rel.startswith("next") else 0)  # fmt: skip
        if rel.startswith(("year", "a year", "the year")) and ref.quarter:
            year = ref.quarter[0] - (ref.quarter[1] == n and ref.quarter[0] == ref.now.year)
    elif ref.now:
        year = _quarter_year(ref, n, way(m))
    value = f"{year:04d}-Q{n}" if year else f"XXXX-Q{n}"
    return found(m, "DATE", value, yearless=not (g["year"] or g["year2"]))


def _quarter_year(ref: Reference, n: int, direction: Way) -> int:
    assert ref.now is not None
    now = quarter_of(ref.now)
    if direction == "future":
        return ref.now.year + (now - n > 1)
    # Companies report a quarter when it is over: the one that is on is not meant by its number.
    return ref.now.year - (n > now)


def _quarter_number(text: str) -> int:
    t = text.lower()
    return int(t[0]) if t[0].isdigit() else p.WORDS.ordinals[t]


def _short_quarter(m: re.Match[str], ref: Reference) -> Reading | None:
    n = int(m["n"])
    if m["year"]:
        return found(m, "DATE", f"{full_year(m['year'], ref):04d}-{m['kind'].upper()}{n}")
    year = _quarter_year(ref, n, way(m)) if ref.now else None
    return found(m, "DATE", f"{year:04d}-Q{n}" if year else f"XXXX-Q{n}", yearless=True)


def _half(m: re.Match[str], ref: Reference) -> Reading | None:
    n = 1 if m["n"].lower() in ("first", "1st") else 2
    if m["year"]:
        return found(m, "DATE", f"{full_year(m['year'], ref):04d}-H{n}")
    year = {"last": -1, "this": 0, "next": 1, "the": 0}[m["rel"].split()[0].lower()]
    return found(m, "DATE", f"{ref.now.year + year:04d}-H{n}" if ref.now else f"XXXX-H{n}")


# --- holidays -------------------------------------------------------------------------------------


def _holiday(m: re.Match[str], ref: Reference) -> Reading | None:
    name = " ".join(m["name"].lower().replace("’", "'").split())
    which, way_ = (m["which"] or "").lower(), way(m)
    if m["year"]:
        year: int | None = full_year(m["year"], ref)
    elif ref.now and not ref.narrative:
        near = _named_day(name, ref.now.year)
        year = ref.now.year
        if near and which.endswith("last") or (not which and way_ == "past"):
            year -= bool(near and near > ref.now)
        elif near and (which.endswith("next") or (not which and way_ == "future")):
            year += near < ref.now
        elif near and not which:
            days = [d for y in (-1, 0, 1) if (d := _named_day(name, ref.now.year + y))]
            year = min(days, key=lambda d: abs((d - ref.base()).days) if ref.base() else 0).year  # type: ignore[operator]
    else:
        year = ref.year if ref.narrative else None
    if year is None:
        fixed = p.WORDS.fixed_days.get(name)
        return found(m, "DATE", f"XXXX-{fixed}" if fixed else "XXXX-XX-XX", yearless=True)
    day = _named_day(name, year)
    return found(m, "DATE", day.isoformat(), yearless=not m["year"]) if day else None


def _named_day(name: str, year: int) -> date | None:
    if fixed := p.WORDS.fixed_days.get(name):
        return real_day(year, int(fixed[:2]), int(fixed[3:]))
    if name in p.WORDS.easter_days:
        return easter(year) + timedelta(days=p.WORDS.easter_days[name])
    month, weekday, n = p.WORDS.nth_days[name]
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = safe_day(year, month, 31)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


_WD = rf"(?:(?P<weekday>{p.WEEKDAY}),?{S}(?:the{S})?)?"
_WHICH = rf"(?:the{S}(?:following|previous|past|coming|next)|this{S}(?:past|coming)|last|next|this|past|previous|that|following)"
_FIRST = r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)"
_NAMES = p.one_of({**p.WORDS.fixed_days, **{k: "" for k in (*p.WORDS.nth_days, *p.WORDS.easter_days)}})

RULES: list[Rule] = [
    rule("iso", "number", r"(?<![\d-])(?P<y>1\d{3}|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:T(?P<h>\d\d):(?P<mi>\d\d)(?::(?P<s>\d\d))?(?:\.\d{1,6})?Z?)?(?![\d-])", _iso),
    rule("numeric", "number", r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:1[89]|20)\d\d|\d\d)(?![\d/]|[.-]\d)", _numeric),
    rule("month day", "month", rf"\b{_WD}(?P<month>{p.MONTH})[\s\u00a0]{{0,3}}(?:the{S})?(?P<day>{_ORDINAL_DAY})(?!{S}(?:percent|per{S}cent|million|billion))\b{_YEAR_TAIL}", _month_day),
    rule("day month", "month", rf"(?<![\d/$])(?<!\d[.,])(?<!\d\d\d-)(?<!-\d-)(?<!-\d\d-)\b{_WD}(?P<day>{_ORDINAL_DAY})(?:{S}of)?(?:{S}|-)?(?P<month>{p.MONTH}){_YEAR_TAIL}", _month_day),
    rule("days of month", "month", rf"\b(?P<month>{p.MONTH}){S}{p.DAY}(?:{p.DASH}|,{S}|{S}(?:and|to|or|through|until){S})(?:(?:{p.DAY}),{S}(?:and{S})?)?(?P<day>{p.DAY})\b(?!\s?(?:a\.?m|p\.?m|people|[a-z]+s\b)){_YEAR_TAIL}", _more_days, focus="day"),
    rule("day of days", "month", rf"(?<![\d.,/$-])\b(?P<day>{p.DAY})(?:{p.DASH}|{S}(?:and|to|or){S}){p.DAY}{S}(?:of{S})?(?P<month>{p.MONTH}){_YEAR_TAIL}", _more_days, focus="day"),
    rule("told day", "number", rf"\b(?:on|of|by|until|since|from|to){S}(?P<all>the{S}(?P<day>\d{{1,2}}(?:st|nd|rd|th)))\b(?!{S}(?:and{S})?[A-Za-z]+(?:\s[A-Z])?[a-z]*\b(?<!\bin)(?<!\band)(?<!\bthe))", _day_of_told_month, focus="all"),
    rule("month year", "month", rf"\b(?:the{S}month{S}of{S})?(?P<month>{p.MONTH})(?:,?{S}(?:of{S})?|-)(?P<year>{p.YEAR}|['’]\d\d\b)", _month_year),
    rule("month", "month", rf"\b(?:(?P<which>{_WHICH}){S})?(?:month{S}of{S})?(?P<month>{p.MONTH})(?![-–]\d)", _bare_month),
    rule("year", "number", rf"(?<![\w$£€#@.,:/])(?:(?P<word>(?:the{S})?years?|(?:the{S})?fiscal(?:{S}year)?|the{S}year{S}ended){S})?(?P<year>{p.YEAR})(?P<era>{S}(?:BCE?\b|B\.C\.(?:E\.)?|CE\b|AD\b|A\.D\.))?(?!['’]?s\b)(?![-\d]*[A-Za-z])(?![.:/]\d)", _year),
    rule("era year", "number", rf"\b(?:(?:circa|c\.){S})?(?P<y>\d{{1,4}})\s?(?P<era>BCE?\b|B\.C\.(?:E\.)?|B\.C\b|AD\b|A\.D\.)", _era_year, case=True),
    rule("AD year", "number", rf"\b(?P<era>AD|A\.D\.){S}(?P<y>\d{{1,4}})\b", _era_year, case=True),
    rule("spelled year", "spelled", rf"\b(?:(?:the{S}year{S})?two{S}thousand(?:{S}(?:and{S})?{p.one_of(p.WORDS.numbers)})?(?!{S}(?:[a-z]+{S})?[a-z]+s\b)|(?:(?:the{S}year{S})?(?:nineteen|eighteen|seventeen){S}(?:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)))\b", _spelled_year),
    rule("decade", "number spelled", rf"(?:\bthe{S})?(?P<decade>\b(?:1[5-9]|20)\d0['’]?s\b|['’]?\b[2-9]0['’]?s\b|\b(?:(?:nineteen|eighteen)[-\s])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)(?<!in his)(?<!in her)", _decade),
    rule("century", "unit", rf"\b(?:the{S})?(?:(?:early|late|mid)[-\s])?(?P<n>{p.DAY}|{p.ORDINAL})[-\s]century\b(?:{S}(?P<era>BCE?\b|B\.C\.|AD\b|A\.D\.))?", _century),
    rule("season", "season", rf"\b(?:(?P<which>{_WHICH}|the){S})?(?:(?:early|late|mid)[-\s])?(?P<season>{p.SEASON})(?:(?:{S}of)?,?{S}(?P<year>{p.YEAR}|['’]\d\d\b))?", _season),
    rule("quarter", "unit", rf"\b(?:(?:(?:the)(?:{S}flat|{S}full|{S}latest)?{S})?(?:(?P<year2>{p.YEAR}|['’]\d\d\b)(?:['’]s)?{S}|(?P<rel2>(?:last|this|next){S}year['’]s|year[-\s](?:ago|earlier)){S})?)(?:current{S}|fiscal[-\s]|calendar{S})?{_FIRST}(?:{S}fiscal)?[-\s]quarter\b(?:{S}(?:of|in){S}(?:fiscal{S})?(?:calendar{S})?(?P<year>{p.YEAR}|['’]\d\d\b)|{S}(?:of{S})?(?P<rel>last{S}year|this{S}year|next{S}year|a{S}year{S}(?:ago|earlier)|the{S}year{S}before))?", _quarter),
    rule("short quarter", "number", rf"\b(?P<kind>[QH])(?P<n>[1-4])(?:{S}(?:of{S})?|['’/-])?(?P<year>{p.YEAR}|['’]?\d\d\b)?", _short_quarter, case=True),
    rule("half", "half", rf"\b(?:the{S})?(?P<n>first|second|last|1st|2nd)[-\s]half{S}of{S}(?:(?:fiscal{S})?(?P<year>{p.YEAR})|(?P<rel>last|this|next|the){S}year\b)", _half),
    rule("holiday", "holiday", rf"\b(?:(?P<which>last|this|next|the){S})?(?P<name>{_NAMES})(?!\w)(?:,?{S}(?P<year>{p.YEAR}))?", _holiday),
]  # fmt: skip
