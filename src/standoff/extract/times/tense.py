"""Which way a bare date points, by the nearest verb. Plain text, no parse."""

from __future__ import annotations

import re

from standoff.extract.times.reading import Way
from standoff.vocab.times import time_words

_WORD = re.compile(r"[A-Za-z][a-z]*(?:['’][a-z]+)?|['’]ll\b|[.;:!?\n]|\bto\b")
_W = time_words()
REACH = 110
"""Code points looked at on either side."""
_DEADLINE = re.compile(
    r"\b(?:by|until|till|as (?:soon|early|late) as|no later than)\s+(?:\S{1,8}\s){0,3}$",
    re.I,
)
_OPENS = re.compile(
    r"(?:^|[.!?\n\"”'’]\s*)(?:(?:on|early|late|in|by|and|but)\s+)*(?:the\s+)?$", re.I
)
_OWNS = re.compile(r"['’]s?\s+[a-z]")


def way_of(text: str, start: int, end: int) -> Way:
    """``past``, ``future``, or None where no verb near ``start``-``end`` tells."""
    before = text[max(0, start - REACH) : start]
    found = None if _OPENS.search(before) else _left(_WORD.findall(before))
    if found is None:
        found = _right(_WORD.findall(text, end, end + REACH))
    if found == "future" and _OWNS.match(text, end) and " will " not in before:
        return None
    if found != "past" and _DEADLINE.search(before[-40:]):
        return "future"
    return found


def _left(words: list[str]) -> Way:
    for i in range(len(words) - 1, -1, -1):
        w = words[i].lower().replace("’", "'")
        if w in ".!?;\n" and i < len(words) - 1:
            return None
        way = _verb(w)
        if way is None and w in _W.future_to and "to" not in words[i + 1 : i + 4]:
            continue
        if w in _W.future_to and "to" in words[i + 1 : i + 5]:
            return "future"
        if way == "future" and "had" in words[max(0, i - 3) : i]:
            return "past"
        if way is not None:
            return way
    return None


def _right(words: list[str]) -> Way:
    for i, word in enumerate(words):
        w = word.lower().replace("’", "'")
        if w in ".!?;\n":
            return None
        if w in _W.future_to and "to" in words[i + 1 : i + 3]:
            return "future"
        way = _verb(w)
        if way is not None:
            return way
    return None


def _verb(w: str) -> Way:
    if w in _W.future:
        return "future"
    if w in _W.past:
        return "past"
    if len(w) > 3 and w.endswith("ed") and w not in _W.not_past:
        return "past"
    return None
