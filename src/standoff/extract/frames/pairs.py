"""What one given party does to another: the article's own frames, asked about two stretches.

The question comes from PLOVER's coding of 2021, which has no status: what is only said to come is
there a type of its own. So a kindness to come is AGREE, an injury to come is THREATEN, and a row of
the lexicon may name the type that its event had in that edition (``also``).
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.frames import syntax as syn
from standoff.types import EventType, Frame, Mentions, Sentence, Span, Token
from standoff.vocab.events import EventLexicon, lexicon
from standoff.vocab.vocabulary import load

QUADS = {
    "verbal-cooperation": ("AGREE", "CONSULT", "SUPPORT"),
    "material-cooperation": ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    "verbal-conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material-conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD = {t: q for q, types in QUADS.items() for t in types}
_KIND = frozenset({"CONSULT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HARSH = frozenset(QUADS["material-conflict"])


def code_pair(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Mentions,
    frames: Sequence[Frame],
    actor_span: Span,
    recipient_span: Span,
) -> tuple[EventType, str] | None:
    """The type and the quad class of what the party at ``actor_span`` does to the other.

    None where no frame joins them. The spans are code points of ``text``.
    """
    best: tuple[tuple[int, int, int], Frame] | None = None
    for k, f in enumerate(frames):
        tokens = sentences[f.sentence].tokens
        score = _fit(f, tokens, actor_span, recipient_span)
        if score <= 0:
            continue
        rank = (score, -_depth(tokens, tokens[f.head]), -k)
        if best is None or rank > best[0]:
            best = (rank, f)
    if best is None:
        return None
    kind = _edition(best[1], lexicon(load()))
    return kind, _QUAD[kind]


def _edition(f: Frame, events: EventLexicon) -> EventType:
    also = events.also.get(f.rule.partition("+")[0])
    if also is not None:
        return also
    if f.status == "planned" and f.type in _KIND:
        return "AGREE"
    if f.status == "planned" and f.type in _HARSH:
        return "THREATEN"
    return f.type


def _fit(f: Frame, tokens: syn.Tokens, actor: Span, recipient: Span) -> int:
    """How well the frame joins the two: 0 where it touches neither."""
    sentence = Span(tokens[0].start, tokens[-1].end)
    if not sentence.meets(actor) and not sentence.meets(recipient):
        return 0
    does = any(s.meets(actor) for s in f.actor_spans)
    undergoes = any(s.meets(recipient) for s in f.recipient_spans)
    crossed = any(s.meets(recipient) for s in f.actor_spans)
    if not undergoes and sentence.meets(recipient):
        head = tokens[f.head]
        undergoes = any(
            t.end > recipient.start and t.start < recipient.end
            for t in syn.subtree(tokens, head)
            if t.i > head.i
        )
    if does and undergoes:
        return 8
    if does:
        return 5 - 3 * crossed
    if undergoes and not any(s.meets(actor) for s in f.recipient_spans):
        return 2
    return 1 if sentence.meets(actor) and sentence.meets(recipient) and not crossed else 0


def _depth(tokens: syn.Tokens, t: Token) -> int:
    for n in range(30):
        if t.head == t.i:
            return n
        t = tokens[t.head]
    return 30
