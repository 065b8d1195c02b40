"""Times of day."""

from __future__ import annotations

import re

from standoff.extract.times import patterns as p
from standoff.extract.times.intervals import days_of
from standoff.extract.times.reading import Reading, Reference
from standoff.extract.times.rule import Rule, rule

S = p.S
ZONE = (
    r"(?:GMT|UTC|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|EET|EEST|IST|PKT|MSK|JST|KST|SGT"
    r"|AEST|AEDT|ET|PT|CT|Z)"
)
_ZONED = rf"(?:{S}\({ZONE}\)|\s?{ZONE}\b|{S}local{S}time\b)?"


def _clock(m: re.Match[str], ref: Reference) -> Reading | None:
    g = m.groupdict()
    hour, minute = int(g["h"]), int(g["mi"] or 0)
    half = (g.get("half") or "").lower().replace(".", "").strip()
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    second = f":{g['s']}" if g.get("s") else ""
    return timed(m, ref, f"T{hour:02d}:{minute:02d}{second}")


def _named(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m["word"].lower()
    before = m.string[max(0, m.start() - 5) : m.start()].lower()
    if word == "noon" and before == "high ":
        return None
    value = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}[word]
    return timed(m, ref, value)


def timed(m: re.Match[str], ref: Reference, clock: str) -> Reading:
    """A time of the day told last, or of the article's day."""
    day = ref.told_day()
    if ref.day is None and ref.grain in ("M", "Y") and ref.now and ref.year != ref.now.year:
        day = None  # some day of the year that is told of
    r = Reading(m.start(), m.end(), "TIME", (day.isoformat() if day else "XXXX-XX-XX") + clock)
    r.days, r.relative = days_of(r.value), ref.day is None
    return r


def _the_part(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "in the morning": of the day told last."""
    word = m["part"].lower().rstrip("s")
    r = timed(m, ref, "T" + p.WORDS.day_parts[word])
    r.start = m.start("all")
    return r


RULES: list[Rule] = [
    rule(
        "clock",
        "number clock",
        rf"(?<![\d.:$/-])\b(?:(?:about|around|nearly|almost|shortly{S}after|just{S}(?:after"
        rf"|before)){S})?(?P<h>\d{{1,2}})(?:[:.]?(?P<mi>\d\d)(?::(?P<s>\d\d))?)?\s?"
        rf"(?P<half>a\.m\.?|p\.m\.?|am\b|pm\b){_ZONED}(?!{S}radio)",
        _clock,
    ),
    rule(
        "24 hours",
        "number clock",
        r"(?<![\d.:$/,-])\b(?P<h>[01]?\d|2[0-4]):(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:\s?"
        rf"(?:hours|hrs)\b)?{_ZONED}(?![:\d-])",
        _clock,
    ),
    rule(
        "four digits",
        "number clock",
        r"(?<![\d.:$/,-])\b(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)\s?(?:hours\b|hrs\b|h\b)?\s?"
        rf"(?:GMT|UTC|hours|hrs|local{S}time)\b",
        _clock,
    ),
    rule(
        "noon",
        "part",
        rf"\b(?:(?:about|around|just{S}(?:after|before)|shortly{S}(?:after|before)){S})?"
        r"(?:12\s)?(?P<word>noon|midday|midnight)\b",
        _named,
    ),
    rule(
        "mid-morning",
        "part",
        r"\b(?P<all>(?:mid|early|late)[-\s](?P<part>morning|afternoon|evening))\b",
        _the_part,
    ),
    rule(
        "the part",
        "part",
        rf"\b(?:(?:early|late|later|earlier){S})?in{S}(?P<all>the{S}(?:early{S}|late{S})?"
        r"(?P<part>morning|afternoon|evening|night))\b",
        _the_part,
        focus="all",
    ),
]  # fmt: skip
