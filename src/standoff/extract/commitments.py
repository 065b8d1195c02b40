"""Frames → commitments."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.types import Annotations, CommitmentMention, Sentence
from standoff.vocab.vocabulary import Vocabulary


def find_commitments(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[CommitmentMention]:
    return []
