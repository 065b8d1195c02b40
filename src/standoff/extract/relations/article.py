"""One article as the rules of relations see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.index import MentionIndex
from standoff.types import LocalActor, Mention, RelationKind, Sentence

Found = tuple[int | None, RelationKind, int | None, str]
"""(a, relation, b, rule): actors that are None were not found, and the relation is dropped."""


@dataclass(slots=True)
class Article:
    text: str
    sentences: Sequence[Sentence]
    actors: Sequence[LocalActor]
    mentions: Sequence[Mention]
    index: MentionIndex

    def one(self, m: Mention | None) -> int | None:
        return m.actors[0] if m is not None and len(m.actors) == 1 else None

    def state(self, country: str | None) -> int | None:
        """The state ``country`` (alpha-3), if the article speaks of it."""
        for i, a in enumerate(self.actors):
            if a.kind == "state" and a.country == country:
                return i
        return None
