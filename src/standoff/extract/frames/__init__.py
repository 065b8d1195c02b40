"""Text, parse, mentions and statements → one frame per predicate."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.types import Frame, Mentions, Sentence, Statement, TimeExpression
from standoff.vocab.vocabulary import Vocabulary


def find_frames(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Mentions,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
    vocab: Vocabulary,
) -> list[Frame]:
    return []
