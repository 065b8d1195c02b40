"""Durations and sets: how long, how often."""

from __future__ import annotations

import re

from standoff.extract.times import patterns as p
from standoff.extract.times.counted import offset_days
from standoff.extract.times.reading import Reading, Reference
from standoff.extract.times.rule import Rule, found, rule
from standoff.types import Offset, Span

S = p.S
_EVENT = re.compile(
    rf"{S}(?P<rel>after|before|since|following|into){S}(?P<of>[^.,;:!?\n]{{2,160}})"
)
_RATE = re.compile(
    r"(?:\d|percent|per\s?cent|million|billion|dollars|euros|%|times|once|twice|cents|barrels|tons|people)\s+$",
    re.I,
)
_OLD = re.compile(r"[-\s]olds?\b|[-\s]of[-\s]age\b", re.I)
_BARE = re.compile(
    r"\b(?:for|in|over|within|of|after|last(?:ed|s|ing)?|took|take|takes|spent|many|and|or|during|the)\s+$",
    re.I,
)


_MONEY = re.compile(r"(?:\d|percent|%|million|billion)\s+(?:\w+\s+){0,2}$")
_PAPERS = re.compile(r"\s(?:earnings|dividend|profit|loss|results|net|report)")


def _length(m: re.Match[str], ref: Reference) -> Reading | None:
    text = m.string
    if _OLD.match(text, m.end()) or re.search(
        r"\b(?:aged?|turned)\s+$", text[max(0, m.start() - 8) : m.start()]
    ):
        return None
    unit = p.unit_of(m["unit"])
    n = p.amount(m["n"])
    if unit in ("S", "MI") and re.match(r"\s+(?:read|video|watch)\b", text[m.end() : m.end() + 7]):
        return None
    if unit == "Q" and not m["unit"].lower().endswith("s"):
        return None  # a quarter of something
    one = n == 1 and m["n"].lower()[0] == "a" and m["n"].lower() != "another"
    if one and _RATE.search(text[max(0, m.start() - 12) : m.start()]):
        return Reading(m.start(), m.end(), "SET", p.duration(1, unit))
    if one and re.match(r"an?\s+second\b", m.group(), re.I):
        return None
    if unit == "S" and not m["unit"].lower().endswith("s") and not one and m["unit"][0] != "s":
        return None
    if m["n"].lower() in ("some", "a", "an") and unit == "S":
        return None
    if m["n"].lower() == "some" and not m["unit"].lower().endswith("s"):
        return None
    if unit == "N" and one:
        return None
    if (
        m["n"].lower() == "one"
        and unit == "D"
        and re.match(
            r",?\s+(?:(?:he|she|it|they|I|we|you)\s+)?(?:will|would|could|might|may|can|['’]ll)\b",
            text[m.end() : m.end() + 14],
        )
    ):
        return Reading(m.start(), m.end(), "DATE", "FUTURE_REF")
    if n is not None and m.group().lower().endswith("half"):
        n += 0.5
    r = Reading(m.start(), m.end(), "DURATION", p.duration(n, unit))
    r.offset = _offset(text, m.end(), n, unit)
    return r


def _offset(text: str, end: int, n: float | None, unit: str) -> Offset | None:
    """ "10 days after X": counted from X, up to the next punctuation."""
    m = _EVENT.match(text, end)
    if m is None:
        return None
    rel, (low, high) = m["rel"].lower(), offset_days(n, unit)
    if rel == "since":
        return None
    of = Span(m.start("of"), m.start("of") + len(m["of"].rstrip()))
    if rel == "before":
        return Offset(-high, -low, "before", of)
    return Offset(low, high, "after", of)


def _bare_length(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "for years", "hours after X"."""
    text, unit = m.string, p.unit_of(m["unit"])
    offset = _offset(text, m.end(), None, unit)
    ago = re.match(r"-long\b|\sbefore\b|\safter\b", text[m.end() : m.end() + 8])
    before = text[max(0, m.start() - 10) : m.start()]
    called = re.search(
        r"\b(?:for|in|within|over|after|took|take|last(?:ed|s)?|of)\s+$", before, re.I
    )
    if not (offset or ago or called) or _OLD.match(text, m.end()):
        return None
    if (
        not offset
        and not ago
        and re.match(r"\s+(?:of|to)\b", text[m.end() : m.end() + 5])
        and not re.search(r"\b(?:for|after|took)\s+$", before, re.I)
    ):
        return None
    if re.search(r"\bof\s+$", before) and not re.search(
        r"\b(?:couple|matter|number|lot)\s+of\s+$", text[max(0, m.start() - 14) : m.start()]
    ):
        return None
    r = Reading(
        m.start(),
        m.end() + (5 if text[m.end() : m.end() + 5] == "-long" else 0),
        "DURATION",
        p.duration(None, unit),
    )
    r.offset = offset
    return r


def _hyphened(m: re.Match[str], ref: Reference) -> Reading | None:
    if _OLD.match(m.string, m.end()) or m.group().lower().endswith("quarters"):
        return None
    n = p.amount(m["n"])
    unit = p.unit_of(m["unit"])
    if unit in ("MI", "S") and re.match(r"\s+read\b", m.string[m.end() : m.end() + 6]):
        return None
    return Reading(m.start(), m.end(), "DURATION", p.duration(n, unit))


def _unit_long(m: re.Match[str], ref: Reference) -> Reading | None:
    n = None if m["unit"].lower().endswith("s") else 1
    return Reading(m.start(), m.end(), "DURATION", p.duration(n, p.unit_of(m["unit"])))


def _range(m: re.Match[str], ref: Reference) -> Reading | None:
    if _OLD.match(m.string, m.end()):
        return None
    return Reading(
        m.start(), m.end(), "DURATION", p.duration(p.amount(m["n"]), p.unit_of(m["unit"]))
    )


def _definite(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the nine months", "those six days"; "the full year"."""
    n = p.amount(m["n"]) if m["n"] else 1.0
    if " ".join(m.group().lower().split()) == "the full year" and ref.now and not ref.narrative:
        return found(m, "DATE", f"{ref.now.year:04d}", relative=True)
    return Reading(m.start(), m.end(), "DURATION", p.duration(n, p.unit_of(m["unit"])))


# --- sets -----------------------------------------------------------------------------------------


def _every(m: re.Match[str], ref: Reference) -> Reading | None:
    what = m["what"].lower()
    word = what.rstrip("s") if what not in ("centuries",) else "century"
    letters = p.WORDS.day_parts.get(word)
    if letters and m["n"] is None:
        return Reading(m.start(), m.end(), "SET", f"XXXX-XX-XXT{letters}")
    if what in p.WORDS.weekdays or word in p.WORDS.weekdays:
        return Reading(m.start(), m.end(), "SET", f"XXXX-WXX-{p.weekday_number(what)}")
    if what in p.WORDS.months:
        if not m["what"][0].isupper():
            return None
        return Reading(m.start(), m.end(), "SET", f"XXXX-{p.WORDS.months[what]:02d}")
    if what in p.WORDS.seasons:
        return Reading(m.start(), m.end(), "SET", f"XXXX-{p.WORDS.seasons[what]}")
    if word in ("weekend",):
        return Reading(m.start(), m.end(), "SET", "XXXX-WXX-WE")
    n = p.amount(m["n"]) if m["n"] else 2.0 if m["other"] else 1.0
    return Reading(m.start(), m.end(), "SET", p.duration(n, p.unit_of(what)))


def _adverb(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m.group()
    before = m.string[max(0, m.start() - 6) : m.start()]
    if word[0].isupper() and re.search(r"[A-Za-z]\s$", before):
        return None  # a newspaper
    if word[0].isupper() and re.match(r"\s[A-Z]", m.string[m.end() : m.end() + 2]):
        return None
    if word.lower() == "annually" and _MONEY.search(m.string[max(0, m.start() - 30) : m.start()]):
        return None  # a rate: "2 million a year"
    if word.lower() in ("weekly", "monthly") and _PAPERS.match(m.string, m.end()):
        return None
    return Reading(m.start(), m.end(), "SET", p.WORDS.adverbs[word.lower()])


def _plural_weekday(m: re.Match[str], ref: Reference) -> Reading | None:
    number = p.weekday_number(m["weekday"])
    part = p.WORDS.day_parts[m["part"].lower().rstrip("s")] if m["part"] else ""
    return Reading(m.start(), m.end(), "SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


_ADJ = (
    r"(?:(?:more|straight|consecutive|full|long|whole|trading|business|working|school|calendar"
    rf"|additional|extra|successive|further|bloody|brutal|relentless|short|solid){S})?"
)
_UNITS = f"(?P<unit>{p.UNIT})"

RULES: list[Rule] = [
    rule(
        "length",
        "unit",
        rf"(?<![\d$£€.,:/-])(?<!\d\s(?=\d))(?<!\d\.\s(?=\d))\b(?P<mod>{p.MODIFIER}{S})?(?P<n>{p.NUMBER}|{p.VAGUE}"
        rf"|{p.ONE})\+?(?:{S}{_ADJ}|(?<=[\d+])(?=[dhmwy])){_UNITS}(?!-(?:to|old|long|end|ago|earlier|round|on))(?!{S}"
        rf"(?:century|quarter)\b)(?:{S}and{S}a{S}half|{S}or{S}(?:so|more|two|longer)\b)?",
        _length,
    ),
    rule(
        "bare length",
        "unit",
        r"\b(?P<unit>hours|minutes|days|weeks|months|years|decades|centuries)\b",
        _bare_length,
    ),
    rule(
        "hyphened",
        "unit",
        rf"\b(?P<n>{p.NUMBER}|several|multi|half)[-‑–](?P<unit>second|minute|min|hour|hr|day"
        rf"|night|week|month|quarter|year|decade|century)s?(?:-long)?\b(?:{S}(?:period|term)\b)?",
        _hyphened,
    ),
    rule(
        "unit-long",
        "unit",
        rf"\b(?:an?{S})?(?P<unit>hours?|days?|weeks?|months?|years?|decades?|century|centuries)-long\b",
        _unit_long,
    ),
    rule(
        "range",
        "unit",
        rf"\b(?:{p.MODIFIER}{S})?(?:the{S}next{S})?(?P<n>{p.NUMBER})(?:{S}(?:to|or){S}"
        rf"|{p.DASH}){p.NUMBER}{S}{_UNITS}",
        _range,
    ),
    rule(
        "definite",
        "unit",
        rf"\b(?:the|those|these|that){S}(?:(?:first|last|past|latest|year-earlier|entire|full"
        rf"|whole|next){S})?(?P<n>{p.NUMBER}){S}{_ADJ}{_UNITS}(?!{S}(?:ago|earlier|later|before))",
        _definite,
    ),
    rule(
        "whole",
        "unit",
        rf"\b(?:the|an?){S}(?P<n>(?!))?(?:full|entire|whole|fiscal|financial){S}(?P<unit>hour|day"
        r"|week|month|year|decade|century)\b",
        _definite,
    ),
    rule(
        "every",
        "unit weekday month part season",
        rf"\b(?:every|each)(?:{S}(?:single|(?P<other>other)))?{S}(?:(?P<n>{p.NUMBER}|few){S})?"
        rf"(?P<what>{p.one_of({**p.WORDS.weekdays, **p.WORDS.months})}|weekends?|mornings?"
        r"|afternoons?|evenings?|nights?|nite|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?"
        rf"|months?|quarters?|years?|decades?|spring|summer|autumn|winter)\b(?!{S}of{S}(?:the"
        rf"|these|those){S}(?!past|last|next))",
        _every,
    ),
    rule("adverb", "adverb", rf"\b{p.one_of(p.WORDS.adverbs)}\b", _adverb),
    rule(
        "plural weekday",
        "weekday",
        rf"\b(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:s(?:{S}(?P<part>mornings?"
        rf"|afternoons?|evenings?|nights?)\b)?|{S}(?P<part2>mornings|afternoons|evenings"
        r"|nights))\b",
        lambda m, r: _plural_weekday(m, r),
    ),
]  # fmt: skip
