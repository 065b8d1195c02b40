"""Days named from the day of the article: today, last night, Friday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from standoff.extract.times import patterns as p
from standoff.extract.times.posts import is_post
from standoff.extract.times.reading import (
    Reading,
    Reference,
    plus_days,
)
from standoff.extract.times.rule import Rule, anchored, found, rule
from standoff.extract.times.tense import way_of
from standoff.types import DayRange

S = p.S


DEICTIC = {
    "today": 0, "tdy": 0, "tonight": 0, "tonite": 0, "yesterday": -1, "tomorrow": 1, "tmr": 1,
    "tmrw": 1, "tomo": 1, "tmw": 1, "trmw": 1, "2moro": 1, "tomoro": 1, "tomorow": 1,
    "yday": -1,
}  # fmt: skip


def _deictic(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m["word"].lower()
    shift = DEICTIC[word] + (-1 if m["before"] else 0) + (1 if m["after"] else 0)
    night = "TNI" if word in ("tonight", "tonite") else ""
    base = ref.base()
    if base is None:
        value = "XXXX-XX-XX" + night
    else:
        value = plus_days(base, shift).isoformat() + night
    return anchored(found(m, "TIME" if night else "DATE", value), ref)


def _last_night(m: re.Match[str], ref: Reference) -> Reading | None:
    word, base = m["part"].lower().rstrip("s"), ref.base()
    which = m["which"].lower().split()[-1]
    if which in ("that", "same", "following", "next", "previous") or ref.narrative:
        base = ref.told_day()
    if word == "nite":
        word = "night"
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    letters = p.WORDS.day_parts[word]
    day = plus_days(base, shift).isoformat() if base else "XXXX-XX-XX"
    return anchored(found(m, "TIME", f"{day}T{letters}"), ref)


def _overnight(m: re.Match[str], ref: Reference) -> Reading | None:
    base = ref.base()
    if re.match(
        r"(?:\s[a-z]+){0,2}\s(?:bag|rate|stay|success|lows?|stop)\b",
        m.string[m.end() : m.end() + 25],
    ):
        return None
    if base is None:
        return anchored(found(m, "TIME", "XXXX-XX-XXTNI"), ref)
    r = found(m, "TIME", f"{plus_days(base, -1).isoformat()}TNI")
    r.days = DayRange(plus_days(base, -1), base)
    return anchored(r, ref)


_NAMED = re.compile(r"\b(?:Black|Bloody|Good|Cyber|Super|Red|Orange)\s$")
_SHORT = re.compile(r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)$", re.I)


_SHORT_BEFORE = re.compile(
    r"\b(?:on|this|last|next|every|by|until|since|from|each|and|or)\s+$|[(\n]$", re.I
)


def _weekday(m: re.Match[str], ref: Reference) -> Reading | None:
    name = m["weekday"]
    bare = name.rstrip(".")
    if _SHORT.match(bare) and not _short_weekday(m, bare):
        return None
    if _NAMED.search(m.string[max(0, m.start() - 8) : m.start()]):
        return None
    which = (m["which"] or "").lower()
    if which == "this" and p.MONTH_DAY.match(m.string, m.end()):
        return None
    number = p.weekday_number(bare)
    day = _which_weekday(m, ref, number, which)
    if m["on"]:  # "a week on Friday": the Friday after next
        day = plus_days(ref.weekday(number, "future") or day, 7) if day else None
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    return anchored(found(m, "DATE", value), ref)


def _short_weekday(m: re.Match[str], bare: str) -> bool:
    if m.string[m.end() : m.end() + 2] in ("'s", "’s"):
        return False  # a company or a newspaper
    if bare[0].islower():
        week = (m["which"] or "").lower() in ("this", "next", "last")
        return week and (bare not in ("sun", "sat", "wed") or is_post(m.string))
    if m["which"] or _SHORT_BEFORE.search(m.string[max(0, m.start() - 8) : m.start()]):
        return bare.lower() not in ("sun", "sat") or bool(m["which"]) or m["weekday"] != bare
    after = m.string[m.end() : m.end() + 12]
    return bool(re.match(r",?\s+\d|,?\s+(?:night|morning|evening|afternoon)", after))


def _which_weekday(m: re.Match[str], ref: Reference, number: int, which: str) -> date | None:
    base = ref.base()
    if which in ("that", "the following", "following", "the previous", "previous", "the next"):
        told = ref.told_day()
        if told is None:
            return None
        if "previous" in which:
            return told - timedelta(days=(told.isoweekday() - number - 1) % 7 + 1)
        if which == "that":
            return told - timedelta(days=(told.isoweekday() - number) % 7)
        return told + timedelta(days=(number - told.isoweekday() - 1) % 7 + 1)
    if base is None:
        return None
    if which.endswith(("last", "past")):
        return base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1)
    if which.endswith(("next", "coming")):
        return base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1)
    direction = way_of(m.string, m.start(), m.end())
    if which == "this" and direction is None:
        direction = "future"
    if which == "this" and direction == "past":
        return base - timedelta(days=(base.isoweekday() - number) % 7)
    return ref.weekday(number, direction)


RULES: list[Rule] = [
    rule(
        "today",
        "deictic",
        rf"\b(?:(?P<before>the{S}day{S}before{S})|(?P<after>the{S}day{S}after{S}))?"
        rf"(?P<word>{p.one_of(dict.fromkeys(DEICTIC, 0))})\b(?!{S}show\b)",
        _deictic,
    ),
    rule(
        "last night",
        "part",
        rf"\b(?:earlier{S}|later{S})?(?P<which>last|this|that|the{S}(?:same|following|next"
        rf"|previous)|that{S}same){S}(?P<part>{p.PART})",
        _last_night,
    ),
    rule("overnight", "part", r"\bovernight\b", _overnight),
    rule(
        "weekday",
        "weekday",
        rf"\b(?P<on>a{S}week{S}(?:on|from){S})?"
        rf"(?:(?P<which>(?:the{S})?(?:following|previous|next|past)|that|last|this(?:{S}"
        rf"(?:coming|past))?|next){S})?(?P<weekday>{p.WEEKDAY})",
        _weekday,
    ),
]
