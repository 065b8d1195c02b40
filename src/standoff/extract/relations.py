"""Frames → relations."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.types import Annotations, RelationMention, Sentence
from standoff.vocab.vocabulary import Vocabulary


def find_relations(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[RelationMention]:
    return []
