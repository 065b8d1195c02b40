"""The language of an article, as an ISO 639-1 code. Most news is told to be English by looking."""

from __future__ import annotations

import functools
from typing import Any

from standoff.clean.script import letters, looks_english

UNKNOWN = "und"
_SAMPLE = 3000
_ENOUGH_LETTERS = 20
_SURE = 0.6


def language_of(text: str) -> str:
    """``"en"``, another ISO 639-1 code, or ``"und"`` where the text is too short or too odd."""
    head = text[:_SAMPLE]
    if looks_english(head):
        return "en"
    if sum(letters(head).values()) < _ENOUGH_LETTERS:
        return UNKNOWN
    code, sureness = _identifier().classify(head)
    return str(code) if sureness >= _SURE and len(code) == 2 else UNKNOWN


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow: a third of a second

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
