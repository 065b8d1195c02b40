"""Now, recently, the future: times without a date."""

from __future__ import annotations

import re

from standoff.extract.times import patterns as p
from standoff.extract.times.posts import is_post
from standoff.extract.times.reading import (
    Reading,
    Reference,
    plus_days,
)
from standoff.extract.times.rule import Rule, anchored, found, rule
from standoff.types import DayRange


def _reference(m: re.Match[str], ref: Reference) -> Reading | None:
    words = " ".join(m.group().lower().split())
    value = p.WORDS.references[words]
    after = m.string[m.end() : m.end() + 14]
    before = m.string[max(0, m.start() - 12) : m.start()].lower()
    if (
        words in ("soon", "recently", "now")
        and re.match(r"\s(?:after|as|that)\b", after)
        and words != "now"
    ):
        return None
    if words == "now" and (m.group() == "NOW" or re.match(r"-[a-z]", after)):
        return None
    if words == "the past" and re.match(
        rf"\s+(?:{p.NUMBER}|few|several|[a-z]+\s+)?\s*{p.UNIT}", after, re.I
    ):
        return None
    post = is_post(m.string)
    if (
        words == "future"
        and not post
        and not re.search(r"\b(?:in|for|in the near|of|our|its|their|his|her|a)\s$", before)
    ):
        return None
    if (
        words == "future"
        and not post
        and re.search(r"\b(?:in|of|a|an)\s$", before)
        and re.match(r"\s[a-z]", after)
    ):
        return None
    if words in ("the future", "the past", "the present") and re.match(
        r"\s+(?!of\b|for\b|and\b|or\b|in\b|is\b|was\b|but\b|as\b|with\b|to\b|that\b|may\b|will\b)[a-z]",
        after,
    ):
        return None
    r = found(m, "DATE", value)
    if ref.now and value == "PRESENT_REF" and not ref.narrative:
        r.days = DayRange(ref.now, ref.now)
    if ref.now and words in ("recently", "lately") and not ref.narrative:
        r.days = DayRange(plus_days(ref.now, -60), ref.now)
    return anchored(r, ref)


def _current(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the current law". "current account" and the like are no times."""
    after = m.string[m.end() : m.end() + 14].lower()
    if re.match(r"\s(?:and|or|affairs|account|events|,)", after) or is_post(m.string):
        return None
    return anchored(found(m, "DATE", "PRESENT_REF"), ref)


RULES: list[Rule] = [
    rule("reference", "reference", rf"\b{p.one_of(p.WORDS.references)}\b", _reference),
    rule("current", "reference", r"\bcurrent\b", _current),
]
