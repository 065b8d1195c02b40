"""Which sentences can hold something, judged on the plain text: only these are parsed."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.types import Sentence
from standoff.vocab.vocabulary import Vocabulary


def worth_parsing(text: str, sentences: Sequence[Sentence], vocab: Vocabulary) -> list[int]:
    """Indices of the sentences that hold a trigger, a cue or a quotation mark."""
    return [s.index for s in sentences]
