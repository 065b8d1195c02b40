"""Where the mentions of one article stand: looked up by token, by offset, by stretch.

What a mention covers, for everyone who reads it:

* A **name** covers the name with its titles left out: in "Foreign Minister Wang Yi" the mention of
  the person covers "Wang Yi"; the title is kept in the actor's roles.
* A **description** covers its noun phrase from the first modifier to the head noun, without a
  relative clause ("Pakistan-based militant groups", "a senior Pakistani official").
* Inside a description the names and adjectives that modify it are mentions of their own
  ("Pakistani", form ``adjective``). :meth:`MentionIndex.at` gives the outermost mention of a head
  token, so a modifier is met only when its own token is asked for.
* A possessor ("India's decision") is a mention of form ``name`` or ``metonym`` that covers the name
  without the "'s".
* A capital that acts is a mention (form ``metonym``), one where things happen is only a place; a
  state named as a place ("in Pakistan") is both a mention and a place.
* An office that stands for its holder ("the minister", "X, the minister of Y") has form ``office``.
* "Both nations", "the two sides", "they" can be one mention of several actors.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from standoff.types import Mention, Sentence, Token


class MentionIndex:
    """Finds mentions. ``sentences`` are the article's, in order; all answers are in text order.

    A mention in a sentence without tokens has ``head`` -1: it is found by offset, not by token.
    """

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._sentences = sentences
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._by_head: dict[tuple[int, int], Mention] = {}
        self._of_sentence: dict[int, list[Mention]] = {}
        self._longest = max((m.end - m.start for m in mentions), default=0)
        for m in self._mentions:  # outermost first, as sorted
            self._of_sentence.setdefault(m.sentence, []).append(m)
            if m.head >= 0:
                known = self._by_head.get((m.sentence, m.head))
                if known is None or known.end - known.start < m.end - m.start:
                    self._by_head[m.sentence, m.head] = m

    def at(self, sentence: int, token: int) -> Mention | None:
        """The outermost mention whose head is token ``token`` of sentence ``sentence``."""
        return self._by_head.get((sentence, token))

    def covering(self, sentence: int, token: int) -> list[Mention]:
        """All mentions that cover the token, the innermost first."""
        t = self._sentences[sentence].tokens[token]
        found = [m for m in self._near(t.start, t.end) if m.start < t.end and t.start < m.end]
        return sorted(found, key=lambda m: (m.end - m.start, m.start))

    def inside(self, start: int, end: int) -> list[Mention]:
        """All mentions that lie wholly in the text from ``start`` to ``end``."""
        lo, hi = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self._mentions[lo:hi] if m.end <= end]

    def of_sentence(self, sentence: int) -> Sequence[Mention]:
        """All mentions of one sentence."""
        return self._of_sentence.get(sentence, ())

    def of_phrase(self, sentence: int, token: int) -> Mention | None:
        """The mention that the noun phrase headed by ``token`` is: headed by it, or covering it."""
        found = self.at(sentence, token)
        if found is None:
            covering = self.covering(sentence, token)
            found = covering[-1] if covering else None
        return found

    def _near(self, start: int, end: int) -> Sequence[Mention]:
        lo = bisect_left(self._starts, start - self._longest)
        return self._mentions[lo : bisect_right(self._starts, end)]


def token_at(sentence: Sentence, offset: int) -> Token | None:
    """The token of ``sentence`` that covers text offset ``offset`` (None in white space)."""
    starts = [t.start for t in sentence.tokens]
    i = bisect_right(starts, offset) - 1
    return sentence.tokens[i] if i >= 0 and offset < sentence.tokens[i].end else None
