"""Which frames tell an earlier one again ("the attack", "the strikes"), and what they take from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.frames import syntax as syn
from standoff.types import Frame, Sentence, Token

_DEFINITE = frozenset({"the", "this", "these", "those", "that", "such"})
_INFORMATIVE = frozenset({"prep", "poss", "acl", "relcl", "nmod", "nummod", "agent"})
_KEEP_VERBS = frozenset(
    "carry launch conduct mount stage perpetrate commit order sign reach broker agree declare "
    "announce continue resume intensify end halt cancel suspend violate break hold start begin "
    "kill target hit strike leave wound injure destroy last kick".split()
)
_LOOSE = frozenset({"strike", "attack", "assault", "raid", "airstrike", "bombing", "shelling",
                    "offensive", "killing", "shooting", "blast", "explosion", "massacre"})  # fmt: skip
_MAX_BACK = 40
"""Frames looked back over for what a definite noun refers to."""


def link_references(sentences: Sequence[Sentence], frames: Sequence[Frame]) -> list[Frame]:
    """``frames`` with ``same_as`` set, parties and place taken over, bare repeats left out."""
    out: list[Frame] = []
    for f in frames:
        tokens = sentences[f.sentence].tokens
        t = tokens[f.head]
        if t.pos not in ("NOUN", "PROPN", "VERB") or t.tag in ("VBD", "VBZ", "VBP", "VB", "VBN"):
            out.append(f)
            continue
        if not _definite(tokens, t):
            out.append(f)
            continue
        k = _antecedent(out, f)
        if k is None:
            out.append(f)
            continue
        if _bare(tokens, t) and not f.times and not f.figures:
            continue
        out.append(_inherit(f, out[k], k))
    return out


def _definite(tokens: syn.Tokens, t: Token) -> bool:
    return any(
        c.lower in _DEFINITE for c in syn.children(tokens, t, "det")
    ) or bool(syn.children(tokens, t, "poss"))


def _bare(tokens: syn.Tokens, t: Token) -> bool:
    """Whether the noun says nothing that its antecedent did not, nor does its verb."""
    if any(tokens[c].dep in _INFORMATIVE for c in t.children):
        return False
    if any(m.pos == "PROPN" or m.tag == "CD" for m in syn.children(tokens, t, "compound", "amod")):
        return False
    verb = syn.governing_verb(tokens, t)
    if verb is None and t.dep == "nsubj":
        verb = tokens[t.head]
    return verb is None or verb.lemma not in _KEEP_VERBS


def _antecedent(before: Sequence[Frame], f: Frame) -> int | None:
    fallback = None
    for k in range(len(before) - 1, max(-1, len(before) - 1 - _MAX_BACK), -1):
        g = before[k]
        if g.type != f.type or g.status in ("denied", "hypothetical"):
            continue
        if _clash(f.actor, g.actor) or _clash(f.recipient, g.recipient):
            continue
        if g.lemma == f.lemma:
            return k if g.same_as is None else g.same_as
        if fallback is None and f.lemma in _LOOSE:
            fallback = k if g.same_as is None else g.same_as
    return fallback


def _clash(a: Sequence[int], b: Sequence[int]) -> bool:
    return bool(a) and bool(b) and not set(a) & set(b)


def _inherit(f: Frame, g: Frame, k: int) -> Frame:
    return replace(
        f,
        same_as=k,
        actor=f.actor or g.actor,
        recipient=f.recipient or g.recipient,
        mediator=f.mediator or g.mediator,
        place=f.place if f.place is not None else g.place,
    )


def reach_through(frames: Sequence[Frame]) -> list[Frame]:
    """Speech acts about an event get their recipient from it: "condemned the attack" is aimed at
    who attacked, "praised the ceasefire" at its parties."""
    at = {(f.sentence, f.head): f for f in frames}
    out = []
    for f in frames:
        if f.recipient or f.type not in ("ACCUSE", "SUPPORT", "REJECT"):
            out.append(f)
            continue
        aimed = next(
            (g for s in f.recipient_spans for g in _under(at, f, s.start) if g is not f), None
        )
        if aimed is None:
            out.append(f)
            continue
        parties = aimed.actor + (aimed.recipient if aimed.type in ("AGREE", "RETREAT", "CONSULT") else ())
        fresh = tuple(dict.fromkeys(a for a in parties if a not in f.actor))
        out.append(replace(f, recipient=fresh) if fresh else f)
    return out


def _under(at: dict[tuple[int, int], Frame], f: Frame, start: int) -> list[Frame]:
    return [g for (s, _), g in at.items() if s == f.sentence and g.trigger.start == start]
