"""Text, parse and mentions → who says what."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.types import Mentions, Sentence, Statement
from standoff.vocab.vocabulary import Vocabulary


def find_statements(
    text: str, sentences: Sequence[Sentence], mentions: Mentions, vocab: Vocabulary
) -> list[Statement]:
    return []
