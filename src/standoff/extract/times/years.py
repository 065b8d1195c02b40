"""Years, and what is made of them: decades, centuries, eras."""

from __future__ import annotations

import re
from datetime import date

from standoff.extract.times import patterns as p
from standoff.extract.times.reading import (
    Reading,
    Reference,
    Way,
)
from standoff.extract.times.rule import Rule, found, rule
from standoff.extract.times.tense import way_of

S = p.S


_SAID_YEAR = re.compile(
    rf"(?P<way>last|this|next|that|the{S}same|the{S}following|the{S}previous|of{S}that){S}year\b",
    re.I,
)


def way(m: re.Match[str]) -> Way:
    return way_of(m.string, m.start(), m.end())


def full_year(text: str, ref: Reference) -> int:
    """ "1998" or "'98"; two digits belong to the century of the reference time."""
    t = text.strip("'’")
    if len(t) == 4:
        return int(t)
    near = ref.year or (ref.now.year if ref.now else 2000)
    return min(
        (near // 100 * 100 + c + int(t) for c in (-100, 0, 100)), key=lambda y: abs(y - near)
    )


def said_year(m: re.Match[str], ref: Reference) -> tuple[int | None, int] | None:
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
    after = text[m.end() : m.end() + 5]
    span = re.match(r"[-–](?:1\d|20)\d\d\b", after)
    if not span and (_COUNTED.match(text, m.end()) or re.match(r"[-–]\d{3,}|-[A-Z]", after)):
        return None
    called = _YEAR_BEFORE.search(before) or (span and m.start() > 0)
    near = 1900 <= year <= 2035 if ref.now is None else abs(year - ref.now.year) < 130
    if m["word"] or (called and (near or 1000 < year < 2100)):
        if re.search(r"\b(?:to|than|as)\s+$", before, re.I) and not near:
            return None
        return found(m, "DATE", f"{year:04d}")
    if _NOT_YEAR_BEFORE.search(before) and not re.search(r"(?:1\d|20)\d\d\s?[-–/]$", before):
        return None
    if not near or (re.match(r"\s+[a-z]+s\b", text[m.end() : m.end() + 20]) and not called):
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


_AGED = re.compile(r"\b(?:his|her|their|its|my|your|our)\s(?:(?:early|mid|late)[-\s])?$", re.I)


def _decade(m: re.Match[str], ref: Reference) -> Reading | None:
    t = m["decade"].lower().strip("'’")
    if _AGED.search(m.string[max(0, m.start() - 14) : m.start()]):
        return None  # "in his 30s"
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


def _second_year(m: re.Match[str], ref: Reference) -> Reading | None:
    """The 94 of "1990-94"; what can be a month is left alone."""
    first, last = int(m["first"][2:]), int(m["last"])
    if last <= max(first, 12) or _NOT_YEAR_BEFORE.search(
        m.string[max(0, m.start() - 14) : m.start()]
    ):
        return None
    return found(m, "DATE", m["first"][:2] + m["last"], group="last")


RULES: list[Rule] = [
    rule(
        "second year",
        "number",
        rf"(?<![\w$£€#@.,:/-])(?P<first>{p.YEAR.split('(?!')[0]})[-–/](?P<last>\d\d)(?![\w/–-]|[.:,]\d)",
        _second_year,
        focus="last",
    ),
    rule(
        "year",
        "number",
        rf"(?<![\w$£€#@.,:/])(?:(?P<word>(?:the{S})?years?|(?:the{S})?fiscal(?:{S}year)?"
        rf"|the{S}year{S}ended){S})?(?P<year>{p.YEAR})(?P<era>{S}(?:BCE?\b|B\.C\.(?:E\.)?|CE\b"
        r"|AD\b|A\.D\.))?(?!['’]?s\b)(?![-\d]{{0,6}}[A-Za-z])(?![.:/]\d)",
        _year,
    ),
    rule(
        "era year",
        "number",
        rf"\b(?:(?:circa|c\.){S})?(?P<y>\d{{1,4}})\s?(?P<era>BCE?\b|B\.C\.(?:E\.)?|B\.C\b|AD\b"
        r"|A\.D\.)",
        _era_year,
        case=True,
    ),
    rule("AD year", "number", rf"\b(?P<era>AD|A\.D\.){S}(?P<y>\d{{1,4}})\b", _era_year, case=True),
    rule(
        "spelled year",
        "spelled",
        rf"\b(?:the{S}year{S}two{S}thousand\b|two{S}thousand(?:{S}"
        rf"(?:and{S})?{p.one_of(p.WORDS.numbers)})?(?!{S}(?:[a-z]+{S})?[a-z]+s\b)|(?:"
        rf"(?:the{S}year{S})?(?:nineteen|eighteen|seventeen){S}(?:hundred|(?:twenty|thirty|forty"
        r"|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight"
        r"|nine))?)))\b",
        _spelled_year,
    ),
    rule(
        "decade",
        "number spelled",
        rf"(?:\bthe{S})?(?P<decade>\b(?:1[5-9]|20)\d0['’]?s\b|['’]?\b[2-9]0['’]?s\b|\b(?:"
        r"(?:nineteen|eighteen)[-\s])?(?:twenties|thirties|forties|fifties|sixties|seventies"
        r"|eighties|nineties)\b)",
        _decade,
    ),
    rule(
        "century",
        "unit",
        rf"\b(?:the{S})?(?:(?:early|late|mid)[-\s])?(?P<n>{p.DAY}|{p.ORDINAL})[-\s]century\b"
        rf"(?:{S}(?P<era>BCE?\b|B\.C\.|AD\b|A\.D\.))?",
        _century,
    ),
]
