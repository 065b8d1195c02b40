"""Demands, read off frames: a request that a party made, named by what is asked for; and pledges,
read off statements: a promise, named by what is promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extract.commitments.phrases import (
    MAX_COMPLEMENT,
    children,
    edge,
    fold,
    modifiers,
    name_of,
)
from standoff.types import Annotations, CommitmentMention, Frame, Sentence, Token

_WEAK = frozenset("must should need underline stress ask invite advise".split())
"""Triggers that urge without making a demand that could be met or refused."""


def demands(
    text: str, sentences: Sequence[Sentence], done: Annotations
) -> Iterator[CommitmentMention]:
    for i, f in enumerate(done.frames):
        if f.type != "REQUEST" or f.status not in ("happened", "ongoing") or not f.actor:
            continue
        if f.lemma in _WEAK or not sentences[f.sentence].tokens:
            continue
        names = _asked_for(text, sentences[f.sentence], f)
        if not names:
            continue
        yield CommitmentMention(
            key=fold(names[0]),
            name=names[0],
            kind="demand",
            status="open",
            evidence=f.evidence,
            parties=tuple(dict.fromkeys((*f.actor, *f.recipient))),
            by=f.actor,
            aliases=tuple(n for n in names[1:] if n != names[0]),
            frame=i,
            explicit=True,
            rule="frame:REQUEST",
        )


def _asked_for(text: str, s: Sentence, f: Frame) -> list[str]:
    """What a request asks for: the name and its shorter forms, or nothing if it has no object."""
    t = s.tokens[f.head]
    for c in children(s, t):
        if c.dep == "prep" and c.lower in ("for", "on") and c.i > t.i:
            for o in children(s, c):
                if o.dep in ("pobj", "pcomp"):
                    return _phrase(text, s, o, "call for ")
        if c.dep in ("xcomp", "ccomp", "acl") and c.i > t.i and c.tag in ("VB", "VBN"):
            return _clause(text, s, c)
    for c in children(s, t):
        if c.dep in ("dobj", "obj") and c.pos in ("NOUN", "PROPN"):
            if any(sp.start <= c.start < sp.end for sp in f.recipient_spans):
                continue
            return _phrase(text, s, c, "demand for ")
    return []


def _phrase(text: str, s: Sentence, t: Token, lead: str) -> list[str]:
    left = modifiers(s, t) if t.pos in ("NOUN", "PROPN") else []
    start = left[0].start if left else t.start
    core = name_of(text, start, t.end)
    whole = name_of(text, start, _end(s, t))
    return [whole, core, lead + core]


def _clause(text: str, s: Sentence, verb: Token) -> list[str]:
    """ "food be allowed into all areas", "withdraw from the border"."""
    first = min((c for c in children(s, verb) if c.dep.startswith("nsubj")), key=_at, default=verb)
    start = edge(s, first, last=False).start if first is not verb else verb.start
    whole = name_of(text, start, _end(s, verb))
    return [whole] if len(whole.split()) > 1 else [f"call to {whole}"]


def _at(t: Token) -> int:
    return t.i


def _end(s: Sentence, t: Token) -> int:
    return s.tokens[min(edge(s, t, last=True).i, t.i + MAX_COMPLEMENT)].end
