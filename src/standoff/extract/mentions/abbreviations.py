"""Abbreviations that the article itself introduces: "National Trade College (NTC)"."""

from __future__ import annotations

import re

from standoff.vocab.actors import Actors

_BRACKETS = re.compile(r"\((?:the |or )?([A-Z][A-Za-z&-]{1,9})\)")
_WORD = re.compile(r"[^\W_]+")
_BEFORE = 120
"""Characters before the brackets that can hold the long form."""
_SMALL = 3
"""Lower-case words in a row that a long form may hold ("of the")."""


def redefined(text: str, lexicon: Actors) -> frozenset[str]:
    """Abbreviations of the lexicon that stand for something else in this article."""
    out = set()
    for m in _BRACKETS.finditer(text):
        hits = lexicon.find(text, m.start(1), m.end(1))
        if len(hits) != 1 or hits[0].entry.sort != "name":
            continue
        start = _long_form(text, m.start(), m[1])
        if start is None:
            continue
        known = lexicon.find(text, start, m.start())
        if all(h.entry.key != hits[0].entry.key for h in known):
            out.add(m[1])
    return frozenset(out)


def _long_form(text: str, end: int, short: str) -> int | None:
    """Where the words begin whose capitals, read up to ``end``, spell ``short``; else None."""
    letters = [c for c in short.upper() if c.isalpha()]
    words = list(_WORD.finditer(text, max(0, end - _BEFORE), end))
    small = 0
    for word in reversed(words):
        if not word[0][0].isupper():
            small += 1
            if small > _SMALL:
                return None
            continue
        small = 0
        if word[0][0] != letters.pop():
            return None
        if not letters:
            return word.start()
    return None
