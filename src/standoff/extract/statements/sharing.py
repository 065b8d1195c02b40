"""Cues that share a speaker: "said the talks would resume and warned …, adding that …"."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.statements.clause import Clause
from standoff.extract.statements.draft import Draft
from standoff.types import Span, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BACK = frozenset({"it", "he", "she", "they"})
_BARE = frozenset({"VB", "VBN", "VBG"})


def share_speakers(clause: Clause, drafts: Sequence[Draft]) -> None:
    """Gives a cue that the parser hung inside another's content back to the other's speaker, and
    ends the other's content before it. Changes ``drafts``."""
    verbs = [d for d in drafts if d.rule == "verb"]
    for inner in verbs:
        for outer in verbs:
            if outer is inner or outer.verb >= inner.verb:
                continue
            if any(s.holds(inner.cue) for s in outer.content) and _resumes(clause, outer, inner):
                _give_back(clause, outer, inner)
                break


def _resumes(clause: Clause, outer: Draft, inner: Draft) -> bool:
    t, m = clause.tokens[inner.verb], clause.tokens[outer.verb]
    if clause.child(t.i, "nsubj", "nsubjpass") is not None:
        return False
    if outer.quotes and t.tag == "VBG" and t.dep == "advcl":
        first = clause.left[t.i]
        return first > 0 and clause.tokens[first - 1].text == ","
    if t.dep != "conj" or t.tag not in _FINITE:
        return False
    head = _first_conjunct(clause, t)
    if head.pos in ("NOUN", "PROPN") and head.i > m.i and t.tag == m.tag:
        return True  # no verb is joined to a noun: "vowed revenge and promised help"
    if head.i > m.i and t.tag == m.tag in ("VBZ", "VBP") and head.tag == "VBD":
        return True  # "disputes that it fired first and accuses …": the tense goes on
    if not outer.quotes:
        return False
    if head.i <= m.i or t.tag != m.tag:
        return False
    subject = clause.child(head.i, "nsubj", "nsubjpass")
    if subject is not None and subject.lower in _BACK:
        return True  # "said it was opposed to the raid and warned …": one and the same
    return head.tag in _BARE and any(c.dep in ("aux", "auxpass") for c in clause.children(head.i))


def _first_conjunct(clause: Clause, t: Token) -> Token:
    for _ in range(8):
        if t.dep != "conj":
            break
        t = clause.head(t)
    return t


def _give_back(clause: Clause, outer: Draft, inner: Draft) -> None:
    inner.source, inner.head = outer.source, outer.head
    inner.head_sentence = outer.head_sentence
    at = clause.left[inner.verb] - 1
    while at > outer.verb and (
        clause.tokens[at].dep in ("cc", "advmod") or clause.tokens[at].pos == "PUNCT"
    ):
        at -= 1
    end = clause.tokens[at].end
    kept = [Span(s.start, min(s.end, end)) for s in outer.content if s.start < end]
    if kept:
        outer.content = kept
