"""One article as the rules of relations see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.index import MentionIndex
from standoff.types import LocalActor, Mention, RelationKind, Sentence, Token

Found = tuple[int | None, RelationKind, int | None, str]
"""(a, relation, b, rule): actors that are None were not found, and the relation is dropped."""


@dataclass(slots=True)
class Article:
    text: str
    sentences: Sequence[Sentence]
    actors: Sequence[LocalActor]
    mentions: Sequence[Mention]
    index: MentionIndex
    hostile: frozenset[frozenset[int]] = frozenset()
    """Pairs of actors of which one attacks the other."""
    places: frozenset[str] = frozenset()
    """Names of the places that the article speaks of."""

    def one(self, m: Mention | None) -> int | None:
        return m.actors[0] if m is not None and len(m.actors) == 1 else None

    def state(self, country: str | None) -> int | None:
        """The state ``country`` (alpha-3), if the article speaks of it."""
        for i, a in enumerate(self.actors):
            if a.kind == "state" and a.country == country:
                return i
        return None


_PAST = frozenset("former formerly previously once then erstwhile onetime one-time ex".split())


def is_past(sentence: Sentence, token: Token) -> bool:
    """Whether ``token`` is marked as over: "once an ally of", "previously allied with"."""
    tokens = sentence.tokens
    near = {tokens[c].lower for c in token.children if c < token.i}
    near |= {t.lower for t in tokens[max(0, token.i - 3) : token.i]} - {"then"}
    if tokens[max(0, token.i - 1)].lower == "then":
        near.add("then")
    return bool(_PAST & near) or "no longer" in " ".join(
        t.lower for t in tokens[max(0, token.i - 4) : token.i]
    )
