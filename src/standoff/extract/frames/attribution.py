"""On whose word: the statement that a trigger stands in, the stance taken, the hedges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene
from standoff.types import Act, Span, Stance, Statement, Token

_STANCE: dict[Act, Stance] = {
    "deny": "denies", "reject": "denies", "no_comment": "no_comment",
    "neither_confirms_nor_denies": "neither_confirms_nor_denies",
    "claim_responsibility": "claims_responsibility", "accuse": "blames",
}  # fmt: skip
_HEDGES = frozenset(
    "allegedly reportedly apparently purportedly supposedly seemingly presumably possibly "
    "ostensibly likely probably".split()
)
_HEDGED = frozenset(
    "alleged suspected apparent reported purported presumed unconfirmed so-called".split()
)
_BELIEVED = frozenset(
    {"believe", "think", "report", "allege", "rumor", "rumour", "appear", "seem", "suspect"}
)


class Sayings:
    """The statements of an article, asked by stretch of text."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        spans = [(c.start, c.end, k) for k, s in enumerate(statements) for c in s.content]
        self._cues = {
            s.cue.start: s for s in reversed(statements) if s.cue is not None
        }  # of two with one cue the first
        self._spans = sorted(spans)
        self._starts = [s[0] for s in self._spans]
        self._longest = max((e - s for s, e, _ in self._spans), default=0)

    def around(self, span: Span) -> int | None:
        """The index of the innermost statement whose content holds ``span``."""
        best: tuple[int, int] | None = None
        for i in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            start, end, k = self._spans[i]
            if start + self._longest < span.end:
                break
            if span.end <= end:
                size = (end - start, k)
                best = size if best is None or size < best else best
        return None if best is None else best[1]

    def holding(self, t: Token) -> Statement | None:
        """The innermost statement whose content holds ``t``, if its speaker is known."""
        found = self.around(Span(t.start, t.end))
        if found is None or not self._statements[found].actors:
            return None
        return self._statements[found]

    def cued(self, t: Token) -> Statement | None:
        """The statement that ``t`` is the cue of."""
        return self._cues.get(t.start)


def stance_of(statement: Statement | None) -> Stance:
    return "asserts" if statement is None else _STANCE.get(statement.act, "asserts")


def is_hedged(scene: Scene, t: Token, statement: Statement | None) -> bool:
    """Whether the text keeps its distance: "allegedly", "suspected", "is believed to"."""
    if statement is not None and statement.act == "claim":
        return True
    tokens = scene.tokens
    for _ in range(3):
        for c in t.children:
            word = tokens[c]
            if word.lower in _HEDGES or (
                word.lower in _HEDGED and word.dep in ("amod", "compound")
            ):
                return True
            if word.dep == "acl" and any(tokens[k].lower in _HEDGES for k in word.children):
                return True
        if t.head == t.i:
            break
        head = tokens[t.head]
        if (
            head.lemma in _BELIEVED
            and t.dep in ("xcomp", "ccomp")
            and (syn.is_passive(tokens, head) or head.lemma in ("appear", "seem"))
        ):
            return True
        if t.dep not in ("dobj", "nsubj", "nsubjpass", "pobj", "prep", "conj", "acl", "xcomp"):
            break
        t = head
    return False
