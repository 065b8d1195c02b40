"""Where a time may be: one look at every word, then the rules that the words call for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.extract.times import (
    clock,
    counted,
    dates,
    deictic,
    lengths,
    posts,
    references,
    relative,
    seasons,
    years,
)
from standoff.extract.times.patterns import WORDS
from standoff.extract.times.rule import Rule

RULES: list[Rule] = [
    *dates.RULES,
    *years.RULES,
    *seasons.RULES,
    *deictic.RULES,
    *relative.RULES,
    *counted.RULES,
    *references.RULES,
    *lengths.RULES,
    *clock.RULES,
    *posts.RULES,
]
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_REACH = 80
"""Code points on either side of a word of time in which its expression lies."""


def _classes() -> dict[str, str]:
    out: dict[str, str] = {}

    def add(kind: str, words: list[str]) -> None:
        for w in words:
            out[w] = f"{out[w]} {kind}" if w in out else kind

    add("month", list(WORDS.months))
    add("weekday", [*WORDS.weekdays, *(w + "s" for w in WORDS.weekdays if w.endswith("day"))])
    units = [u for u in WORDS.units if u != "centurie"]
    add("unit", [*units, *(u + "s" for u in units), "centuries", "weekend", "weekends"])
    add("season", list(WORDS.seasons))
    parts = list(WORDS.day_parts)
    add("part", [*parts, *(w + "s" for w in parts), "noon", "midday", "midnight", "overnight"])
    add("deictic", list(deictic.DEICTIC))
    add("reference", [max(r.split(), key=lambda w: (w in _KEYS, len(w))) for r in WORDS.references])
    add("reference", ["current"])
    add("adverb", list(WORDS.adverbs))
    add("era", ["bc", "bce", "ad"])
    add("half", ["half"])
    add("spelled", ["nineteen", "eighteen", "seventeen", "thousand"])
    add("spelled", ["twenties", "thirties", "forties", "fifties", "sixties", "seventies",
                    "eighties", "nineties"])  # fmt: skip
    add("clock", ["am", "pm"])
    for name in (*WORDS.fixed_days, *WORDS.nth_days, *WORDS.easter_days):
        word = max(re.findall(r"[a-z]+", name), key=lambda w: (w not in _COMMON, len(w)))
        if "holiday" not in out.get(word, ""):
            add("holiday", [word])
    return out


_KEYS = {
    "past",
    "future",
    "present",
    "moment",
    "term",
    "now",
    "soon",
    "days",
    "ago",
    "being",
    "old",
}
_COMMON = {"day", "new", "good", "may", "s", "all", "palm", "ash"}
CLASSES = {w: frozenset(kinds.split()) for w, kinds in _classes().items()}
_NUMBER = frozenset({"number"})


def windows(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Stretches of ``text`` that may hold times, and the classes of words seen in them."""
    start = end = -1
    seen: set[str] = set()
    for m in _TOKEN.finditer(text):
        word = m.group()
        if word[0] <= "9":
            # a year, a clock time, a numeric date, a decade, Q3
            kinds = _NUMBER
        elif (called := CLASSES.get(word.lower())) is not None:
            kinds = called
        else:
            continue
        at = m.start()
        if at - _REACH > end and start >= 0:
            yield start, end, frozenset(seen)
            seen, start = set(), -1
        if start < 0:
            start = max(0, at - _REACH, end)
        end = min(len(text), m.end() + _REACH)
        seen |= kinds
    if start >= 0:
        yield start, end, frozenset(seen)


def matches(text: str) -> list[tuple[int, int, int, re.Match[str], Rule]]:
    """Every rule's matches, from front to back, the longest first, then in the rules' order."""
    out = []
    looked = windows(text)
    if posts.is_post(text):
        every = frozenset().union(*(seen for _, _, seen in looked), {"post"})
        looked = iter([(0, len(text), every)])
    for start, end, seen in looked:
        for order, rule in enumerate(RULES):
            if not rule.calls.isdisjoint(seen):
                for m in rule.pattern.finditer(text, start, end):
                    at, until = m.span(rule.focus)
                    if until > at:
                        out.append((at, -until, order, m, rule))
    out.sort(key=lambda x: x[:3])
    return out
