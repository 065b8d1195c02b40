"""Who is party to a commitment, who acts on it, who mediates."""

from __future__ import annotations

from standoff.extract.commitments.phrases import children
from standoff.index import MentionIndex
from standoff.types import Sentence, Token

_BROKERED = frozenset("brokered mediated sponsored negotiated hosted facilitated overseen".split())
_WITH = frozenset("between with among on against".split())


def actors(s: Sentence, t: Token, index: MentionIndex) -> tuple[int, ...]:
    """The actors of a noun and of what is coordinated with it."""
    out: list[int] = []
    queue = [t]
    while queue and len(out) < 8:
        x = queue.pop(0)
        m = index.of_phrase(s.index, x.i)
        if m is not None:
            out += m.actors
        queue += [c for c in children(s, x) if c.dep == "conj" and c.pos in ("PROPN", "NOUN")]
    return tuple(dict.fromkeys(out))


def subject(s: Sentence, verb: Token, index: MentionIndex) -> tuple[int, ...]:
    """Who does ``verb``: its subject; for an infinitive, who decides it ("India's decision to")."""
    for _ in range(6):
        for c in children(s, verb):
            if c.dep in ("nsubj", "csubj"):
                return actors(s, c, index)
            if c.dep == "agent":
                return agent(s, verb, index)
        head = s.tokens[verb.head]
        if head.i == verb.i:
            break
        if verb.dep == "acl" and head.pos == "NOUN":
            owner = possessor(s, head, index)
            if owner:
                return owner
        if verb.dep not in ("xcomp", "conj", "ccomp", "advcl", "acl", "relcl"):
            break
        verb = head
    return ()


def agent(s: Sentence, verb: Token, index: MentionIndex) -> tuple[int, ...]:
    """The by-phrase of a passive."""
    for c in children(s, verb):
        if c.dep == "agent":
            for o in children(s, c):
                if o.dep == "pobj":
                    return actors(s, o, index)
    return ()


def possessor(s: Sentence, noun: Token, index: MentionIndex) -> tuple[int, ...]:
    for c in children(s, noun):
        if c.dep == "poss":
            return actors(s, c, index)
        if c.dep == "prep" and c.lower == "by":
            for o in children(s, c):
                return actors(s, o, index)
    return ()


def mediator(s: Sentence, t: Token, index: MentionIndex) -> tuple[int, ...]:
    """ "US-brokered ceasefire"; "a truce brokered by Qatar"."""
    for c in children(s, t):
        if c.lower.rpartition("-")[2] in _BROKERED:
            inner = [
                i
                for x in (c, *children(s, c))
                for m in index.covering(s.index, x.i)[:1]
                for i in m.actors
            ]
            found = tuple(dict.fromkeys(inner)) or agent(s, c, index)
            if found:
                return found
    return ()


def parties(s: Sentence, t: Token, index: MentionIndex, apart: tuple[int, ...]) -> tuple[int, ...]:
    """Possessor, "between A and B", "with B", the adjectives, and those of its apposition."""
    out: list[int] = []
    for c in children(s, t):
        if c.dep == "poss":
            out += actors(s, c, index)
        elif c.dep in ("amod", "compound", "nmod"):
            m = index.at(s.index, c.i)
            out += m.actors if m else ()
        elif c.dep == "prep" and c.lower in _WITH:
            for o in children(s, c):
                if o.dep == "pobj":
                    out += actors(s, o, index)
        elif c.dep == "appos":
            out += parties(s, c, index, apart)
        elif c.dep in ("acl", "relcl") and c.i > t.i:
            out += _between(s, c, index)
    return tuple(i for i in dict.fromkeys(out) if i not in apart)


def _between(s: Sentence, t: Token, index: MentionIndex) -> tuple[int, ...]:
    """ "governing water-sharing between the two neighbours", anywhere under ``t``."""
    stack = list(t.children)
    while stack:
        x = s.tokens[stack.pop()]
        if x.dep == "prep" and x.lower == "between":
            return tuple(i for o in children(s, x) if o.dep == "pobj" for i in actors(s, o, index))
        stack += x.children
    return ()
