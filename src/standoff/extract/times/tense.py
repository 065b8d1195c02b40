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
_AS_SOON = re.compile(r"\bas (?:soon|early) as\s+(?:on\s+)?$", re.I)
_NO_VERB = frozenset(
    "the a an this that his her its their in on at by from for with and or some any all no".split()
)
_BE = frozenset({"is", "are", "am", "'m", "'re", "i'm", "we're", "they're", "he's", "she's"})
_OWNS = re.compile(r"['’]s?\s+[a-z]")


def way_of(text: str, start: int, end: int) -> Way:
    """``past``, ``future``, or None where no verb near ``start``-``end`` tells."""
    before = text[max(0, start - REACH) : start]
    found = (
        None if _OPENS.search(before) or before.endswith("On ") else _left(_WORD.findall(before))
    )
    if found is None:
        found = _right(_WORD.findall(text, end, end + REACH))
    if found == "future" and _OWNS.match(text, end) and " will " not in before:
        return None
    if _AS_SOON.search(before[-24:]):
        return "future"
    if found != "past" and _DEADLINE.search(before[-40:]):
        return "future"
    return found


def _left(words: list[str]) -> Way:
    low = [w.lower().replace("’", "'") for w in words]
    for i in range(len(low) - 1, -1, -1):
        w = low[i]
        if w in ".!?;\n" and i < len(low) - 1:
            return None
        if w in _W.future_to and _infinitive(low, i, 5):
            return "future"
        way = _verb(w)
        if w.endswith("ing") and i and low[i - 1] in _BE:
            return "future"  # "is meeting Friday"
        if way == "past" and "be" in low[max(0, i - 2) : i]:
            if "to" in low[max(0, i - 4) : i]:
                return "future"  # "is to be held Friday"
            continue  # "will be held Friday"
        if way == "future" and "had" in low[max(0, i - 3) : i]:
            return "past"
        if way is not None:
            return way
    return None


def _infinitive(words: list[str], i: int, reach: int) -> bool:
    """Whether the verb at ``i`` is followed by "to" and another verb: "agreed to meet", not
    "agreed to a truce"."""
    for k in range(i + 1, min(i + reach, len(words) - 1)):
        if words[k] == "to":
            return words[k + 1] not in _NO_VERB
    return False


def _right(words: list[str]) -> Way:
    low = [w.lower().replace("’", "'") for w in words]
    for i, w in enumerate(low):
        if w in ".!?;\n":
            return None
        if w in _W.future_to and not w.endswith("ed") and _infinitive(low, i, 3):
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
