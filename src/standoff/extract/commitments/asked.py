"""Demands, read off frames: a request that a party made, named by what is asked for; and pledges,
read off statements: a promise, named by what is promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extract.commitments.phrases import (
    MAX_COMPLEMENT,
    children,
    edge,
    fold,
    has_dateline,
    modifiers,
    name_of,
    tells,
)
from standoff.index import MentionIndex
from standoff.types import Annotations, CommitmentMention, Frame, Sentence, Token

_WEAK = frozenset("must should need underline stress ask invite advise vote".split())
"""Triggers that urge without making a demand that could be met or refused."""
_WISHES = frozenset("want seek wish hope like intend try".split())
_DEED = (
    "tion", "sion", "ment", "ance", "ence", "ing", "al", "reform", "change", "release", "inquiry",
    "probe", "answer", "end", "halt", "apology", "justice", "truce", "ceasefire", "talk", "talks",
    "restraint", "recall", "right", "independence", "autonomy", "peace", "help", "aid",
)  # fmt: skip
"""How nouns end that name something that somebody can do or grant."""


def demands(
    text: str, sentences: Sequence[Sentence], done: Annotations
) -> Iterator[CommitmentMention]:
    index = MentionIndex(sentences, done.mentions.mentions)
    for i, f in enumerate(done.frames):
        if f.type != "REQUEST" or f.status not in ("happened", "ongoing") or not f.actor:
            continue
        if f.lemma in _WEAK or not sentences[f.sentence].tokens:
            continue
        names = [n for n in _asked_for(text, sentences[f.sentence], f, index) if tells(n)]
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


def _asked_for(text: str, s: Sentence, f: Frame, index: MentionIndex) -> list[str]:
    """What a request asks for: the name and its shorter forms, or nothing if it has no object."""
    t = s.tokens[f.head]
    own = f.lemma in _WISHES  # "wants to strike" is an intention, "wants them to leave" a demand
    addressed = [o for c in children(s, t) if c.lower in ("on", "to", "upon") and c.i > t.i
                 for o in children(s, c)]  # fmt: skip
    addressed += [c for c in children(s, t) if c.dep in ("dobj", "obj")]
    for c in (c for x in (t, *addressed) for c in children(s, x)):
        takes_verb = c.dep in ("xcomp", "ccomp", "acl") or (c.dep == "advcl" and _to(s, c))
        if takes_verb and c.i > t.i and c.tag in ("VB", "VBN"):
            if own and not any(x.dep.startswith("nsubj") for x in children(s, c)):
                continue
            return _clause(text, s, c)
    takes = ("for", "on") if f.lemma == "insist" else ("for",)
    for c in (c for x in (t, *addressed) for c in children(s, x)):
        if c.dep == "prep" and c.lower in takes and c.i > t.i:
            for o in children(s, c):
                if o.dep == "pcomp" or (o.dep == "pobj" and not _somebody(s, o, index)):
                    return _phrase(text, s, o, "call for ")
    for c in children(s, t):
        if c.dep in ("dobj", "obj") and c.pos in ("NOUN", "PROPN"):
            if any(sp.start <= c.start < sp.end for sp in f.recipient_spans):
                continue
            if _somebody(s, c, index) or (own and not c.lemma.endswith(_DEED)):
                continue
            return _phrase(text, s, c, "demand for ")
    return []


def _to(s: Sentence, verb: Token) -> bool:
    return any(c.lower == "to" and c.pos == "PART" for c in children(s, verb))


def _somebody(s: Sentence, t: Token, index: MentionIndex) -> bool:
    """Who is asked, with nothing after the name that says what ("those ... to be held")."""
    if index.of_phrase(s.index, t.i) is None:
        return False
    return not any(c.dep in ("acl", "relcl", "xcomp") and c.i > t.i for c in children(s, t))


def _phrase(text: str, s: Sentence, t: Token, lead: str) -> list[str]:
    left = modifiers(s, t) if t.pos in ("NOUN", "PROPN") else []
    start = left[0].start if left else t.start
    core = name_of(text, start, t.end)
    whole = name_of(text, start, _end(s, t))
    if has_dateline(text, start, _end(s, t)):
        return []
    return [whole, core, lead + core] if tells(core) else [whole]


def _clause(text: str, s: Sentence, verb: Token) -> list[str]:
    """ "food be allowed into all areas", "withdraw from the border"."""
    first = min((c for c in children(s, verb) if c.dep.startswith("nsubj")), key=_at, default=verb)
    start = edge(s, first, last=False).start if first is not verb else verb.start
    whole = name_of(text, start, _clause_end(s, verb))
    return [whole] if len(whole.split()) > 1 else [f"call to {whole}"]


def _clause_end(s: Sentence, verb: Token) -> int:
    """The end of what is asked, without a finite verb that goes on to tell something else."""
    end = _end(s, verb)
    for c in children(s, verb):
        if c.dep == "conj" and c.tag in ("VBD", "VBZ", "VBP") and verb.tag == "VB":
            before = [x for x in children(s, verb) if x.dep == "cc" and x.i < c.i]
            end = min(end, s.tokens[(before[-1].i if before else c.i) - 1].end)
    return end


def _at(t: Token) -> int:
    return t.i


def _end(s: Sentence, t: Token) -> int:
    return s.tokens[min(edge(s, t, last=True).i, t.i + MAX_COMPLEMENT)].end
