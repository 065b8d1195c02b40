"""The language of an article, as an ISO 639-1 code. Most news is told to be English by looking."""

from __future__ import annotations

import math

from standoff.clean.script import letters, looks_english
from standoff.vocab.noise import load

UNKNOWN = "und"
_SAMPLE = 3000
_ENOUGH_LETTERS = 12
_CLEAR = 0.5
_VERY_CLEAR = 1.0
_SHORT = 20
_SMALL = frozenset("the of for with from by in at on after over".split())


def language_of(text: str) -> str:
    """``"en"``, another ISO 639-1 code, or ``"und"`` where the text is too short or too odd."""
    head = text[:_SAMPLE]
    if looks_english(head):
        return "en"
    if sum(letters(head).values()) < _ENOUGH_LETTERS:
        return UNKNOWN
    from py3langid import rank  # slow: a third of a second

    (code, best), (_, second) = rank(head)[:2]
    # Log-likelihoods grow with the length: their distance is tempered, as the library does it.
    margin = (best - second) / math.sqrt(len(head.encode()))
    if margin < _VERY_CLEAR and len(head.split()) < _SHORT and _english_words(head):
        return "en"
    return str(code) if margin >= _CLEAR and len(code) == 2 else UNKNOWN


def _english_words(text: str) -> bool:
    """Whether a headline holds a verb or a small word as English has them."""
    verbs = load().verbs
    return text.isascii() and any(w in verbs or w in _SMALL for w in text.lower().split())
