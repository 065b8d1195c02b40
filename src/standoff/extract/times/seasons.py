"""Parts of the year: seasons, quarters, halves, holidays."""

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
from standoff.extract.times.years import full_year, said_year, way

S = p.S


def _season(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m["season"].lower()
    letters, which, said = p.WORDS.seasons[word], (m["which"] or "").lower(), said_year(m, ref)
    if m["year"]:
        return found(m, "DATE", f"{full_year(m['year'], ref):04d}-{letters}")
    if said:
        r = found(m, "DATE", f"{said[0]:04d}-{letters}" if said[0] else f"XXXX-{letters}")
        r.end = said[1]
        return r
    if which in ("", "the"):
        before = m.string[max(0, m.start() - 10) : m.start()]
        called = re.search(r"\b(?:in|by|since|until|during)\s+(?:the\s+)?$", before, re.I)
        if word == "fall" and re.match(r"\s+of\s+[A-Z\u00c0-]", m.string[m.end() : m.end() + 6]):
            return None  # of a city
        if word in ("fall", "spring") and m["season"] != "Spring" and not called:
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
    r = found(m, "DATE", value, yearless=not (g["year"] or g["year2"]))
    if re.match(rf"the{S}[a-z\d]+-", m.group(), re.I):
        r.start = m.start("n")  # "the third-quarter loss": the article is the loss's
    return r


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


def _holiday(m: re.Match[str], ref: Reference) -> Reading | None:
    name = " ".join(m["name"].lower().replace("’", "'").split())
    which, way_ = (m["which"] or "").lower(), way(m)
    if m["year"]:
        year: int | None = full_year(m["year"], ref)
    elif ref.now and not ref.narrative:
        near = _named_day(name, ref.now.year)
        year = ref.now.year
        if (near and which.endswith("last")) or (not which and way_ == "past"):
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


_WHICH = (
    rf"(?:the{S}(?:following|previous|past|coming|next)|this{S}(?:past|coming)|last"
    rf"|next|this|past|previous|that|following)"
)


_FIRST = r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)"


_NAMES = p.one_of(
    {**p.WORDS.fixed_days, **dict.fromkeys((*p.WORDS.nth_days, *p.WORDS.easter_days), "")}
)


RULES: list[Rule] = [
    rule(
        "season",
        "season",
        rf"\b(?:(?P<which>{_WHICH}|the){S})?(?:(?:early|late|mid)[-\s])?(?P<season>{p.SEASON})(?:"
        rf"(?:{S}of)?,?{S}(?P<year>{p.YEAR}|['’]\d\d\b))?",
        _season,
    ),
    rule(
        "quarter",
        "unit",
        rf"\b(?:(?:(?:the)(?:{S}flat|{S}full|{S}latest)?{S})?(?:(?P<year2>{p.YEAR}|['’]\d\d\b)"
        rf"(?:['’]s)?{S}|(?P<rel2>(?:last|this|next){S}year['’]s|year[-\s](?:ago|earlier)){S})?)"
        rf"(?:current{S}|fiscal[-\s]|calendar{S})?{_FIRST}(?:{S}fiscal)?[-\s]quarter\b(?:{S}(?:of"
        rf"|in){S}(?:fiscal{S})?(?:calendar{S})?(?P<year>{p.YEAR}|['’]\d\d\b)|{S}(?:of{S})?"
        rf"(?P<rel>last{S}year|this{S}year|next{S}year|a{S}year{S}(?:ago|earlier)"
        rf"|the{S}year{S}before))?",
        _quarter,
    ),
    rule(
        "short quarter",
        "number",
        rf"\b(?P<kind>[QH])(?P<n>[1-4])(?:{S}(?:of{S})?|['’/-])?(?P<year>{p.YEAR}|['’]?\d\d\b)?",
        _short_quarter,
        case=True,
    ),
    rule(
        "half",
        "half",
        rf"\b(?:the{S})?(?P<n>first|second|last|1st|2nd)[-\s]half{S}of{S}(?:(?:fiscal{S})?"
        rf"(?P<year>{p.YEAR})|(?P<rel>last|this|next|the){S}year\b)",
        _half,
    ),
    rule(
        "holiday",
        "holiday",
        rf"\b(?:(?P<which>last|this|next){S})?(?P<name>{_NAMES})(?!\w)(?:,?{S}"
        rf"(?P<year>{p.YEAR}))?",
        _holiday,
    ),
]
