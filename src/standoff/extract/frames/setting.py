"""When: which time expressions hang on which trigger; and what hangs on a trigger at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.extract.frames import syntax as syn
from standoff.types import Span, TimeExpression, Token

_MAX_CLIMB = 6
_SPEECH = frozenset(
    "say tell add announce report claim declare state warn write confirm note insist quote post "
    "tweet read believe think".split()
)


def attach_times(
    tokens: syn.Tokens, times: Sequence[TimeExpression], triggers: Iterable[int]
) -> dict[int, list[Span]]:
    """For each trigger (token index) the spans of the time expressions that date it."""
    wanted = sorted(set(triggers))
    out: dict[int, list[Span]] = {}
    for time in times:
        head = _head(tokens, time.start, time.end)
        if head is None:
            continue
        for i in holders(tokens, head, wanted):
            out.setdefault(i, []).append(Span(time.start, time.end))
    if len(wanted) == 1 and len(times) == 1 and not out:
        head = _head(tokens, times[0].start, times[0].end)
        if head is not None and not is_of_speech(tokens, head):
            out[wanted[0]] = [Span(times[0].start, times[0].end)]
    return out


def _head(tokens: syn.Tokens, start: int, end: int) -> Token | None:
    """The token of the stretch whose head lies outside of it."""
    inside = [t for t in tokens if start <= t.start < end]
    for t in inside:
        outer = tokens[t.head]
        if outer.i == t.i or not start <= outer.start < end:
            return t
    return None


def holders(tokens: syn.Tokens, t: Token, wanted: Sequence[int]) -> list[int]:
    """The triggers that the phrase of ``t`` hangs on: the nearest above it, or the arguments of
    the verb above it that carry the event ("the talks took place on Monday")."""
    for _ in range(_MAX_CLIMB):
        if t.i in wanted:
            return [t.i]
        if t.head == t.i:
            break
        head = tokens[t.head]
        if head.i in wanted:
            return [head.i, *_joined(tokens, head, wanted, t)]
        if head.pos in ("VERB", "AUX"):
            below = [i for i in wanted if _argument_of(tokens, tokens[i], head)]
            if below:
                return below
            if head.lemma in _SPEECH or head.dep not in (
                "xcomp",
                "conj",
                "aux",
                "auxpass",
                "pcomp",
            ):
                return _under(tokens, head, wanted)
        t = head
    return []


def _joined(tokens: syn.Tokens, verb: Token, wanted: Sequence[int], t: Token) -> list[int]:
    """Verbs joined to ``verb`` that share a time said before them both."""
    if t.i > verb.i:
        return []
    return [
        c.i
        for c in syn.children(tokens, verb, "conj")
        if c.i in wanted and not syn.children(tokens, c, "nsubj", "nsubjpass")
    ]


def _argument_of(tokens: syn.Tokens, t: Token, verb: Token) -> bool:
    for _ in range(3):
        if t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "prep") and t.head == verb.i:
            return True
        if t.dep in ("pobj", "conj") and t.head != t.i:
            t = tokens[t.head]
        else:
            return False
    return False


def _under(tokens: syn.Tokens, verb: Token, wanted: Sequence[int]) -> list[int]:
    """The nearest trigger below ``verb`` that no clause of its own parts from it."""
    if verb.lemma in _SPEECH:
        return []
    for i in wanted:
        t = tokens[i]
        for _ in range(4):
            if t.head == verb.i:
                return [i] if t.dep not in ("ccomp", "relcl") else []
            if t.head == t.i or t.dep in ("ccomp", "relcl", "advcl"):
                break
            t = tokens[t.head]
    return []


def is_of_speech(tokens: syn.Tokens, t: Token) -> bool:
    for _ in range(3):
        head = tokens[t.head]
        if head.lemma in _SPEECH:
            return True
        if head.i == t.i or head.pos == "VERB":
            return False
        t = head
    return False
