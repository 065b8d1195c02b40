"""Treaties, ceasefires, deals, pledges, sanctions, demands, partnerships: what was promised, and
what a sentence says became of it.

A commitment is named by a noun ("treaty", "truce", "pledge") or by a frame (a demand that was
made). Its name is the noun with what qualifies it; "the deal" is the one named before. The status
is what the governing verb does to it ("suspend", "violate"), else what its kind starts with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.index import MentionIndex
from standoff.types import (
    Annotations,
    CommitmentKind,
    CommitmentMention,
    CommitmentStatus,
    Frame,
    Sentence,
    Span,
    Token,
)
from standoff.vocab.commitments import CommitmentLexicon, load
from standoff.vocab.vocabulary import Vocabulary

_FIRST: dict[CommitmentKind, CommitmentStatus] = {
    "treaty": "in_force", "ceasefire": "agreed", "deal": "agreed", "pledge": "announced",
    "sanctions": "in_force", "demand": "open", "partnership": "in_force",
}  # fmt: skip
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "punct", "poss", "case"})
_BROKERED = frozenset(
    ["brokered", "mediated", "sponsored", "backed", "negotiated", "hosted", "facilitated"]
)
_VAGUE = frozenset(
    ["new", "latest", "recent", "such", "same", "other", "first", "earlier", "any", "final", "this"]
)
_MAX_NAME = 110
_MAX_COMPLEMENT = 12
"""Words of a complement ("to deepen its partnership with ...") that go into a name."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A noun of one sentence."""

    sentence: Sentence
    token: Token
    kind: CommitmentKind
    needs: str


def find_commitments(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[CommitmentMention]:
    """The commitments that the article names, in text order, each mention with its evidence."""
    lexicon = load()
    index = MentionIndex(sentences, done.mentions.mentions)
    found: list[CommitmentMention] = []
    for place in _nouns(sentences, lexicon):
        made = _from_noun(text, place, index, done, lexicon)
        if made is not None:
            found.append(made)
    found += _demands(text, sentences, done)
    found.sort(key=lambda c: (c.evidence.start, c.name))
    return _resolved(found)


def _nouns(sentences: Sequence[Sentence], lexicon: CommitmentLexicon) -> Iterator[_Place]:
    for s in sentences:
        for t in s.tokens:
            if t.pos not in ("NOUN", "PROPN"):
                continue
            entry = lexicon.nouns.get(t.lemma) or lexicon.nouns.get(t.lower)
            if entry is None and t.lower == "cessation" and "hostilities" in _words_after(s, t, 3):
                entry = ("ceasefire", "")
            if entry is not None and not _modifies_commitment(s, t, lexicon):
                yield _Place(s, t, *entry)


def _words_after(s: Sentence, t: Token, n: int) -> list[str]:
    return [x.lower for x in s.tokens[t.i + 1 : t.i + 1 + n]]


def _modifies_commitment(s: Sentence, t: Token, lexicon: CommitmentLexicon) -> bool:
    """In "ceasefire agreement" the head noun speaks for both."""
    head = s.tokens[t.head]
    return t.dep == "compound" and head.i != t.i and head.lemma in lexicon.nouns


def _from_noun(
    text: str, p: _Place, index: MentionIndex, done: Annotations, lexicon: CommitmentLexicon
) -> CommitmentMention | None:
    s, t = p.sentence, p.token
    kind = p.kind
    left = _modifiers(s, t)
    if kind == "deal" and any(x.lemma in ("ceasefire", "truce", "cease-fire") for x in left):
        kind = "ceasefire"
    named = any(x.pos == "PROPN" and x.dep != "poss" for x in left)
    qualified = named or any(
        x.pos in ("ADJ", "NOUN", "VERB") and x.lower not in _VAGUE for x in left
    )
    complement = _complement(s, t) if kind in ("pledge", "demand", "deal", "partnership") else None
    if p.needs == "named" and not named:
        return None
    if p.needs == "qualified" and not (qualified or complement):
        return None
    if p.needs == "complement" or (kind in ("pledge", "demand") and not complement):
        return None  # a bare "call" or "promise" names nothing; calls come from their frames
    verb, by, status = _governor(s, t, index, lexicon)
    name = _name(text, s, t, left, complement)
    mediator = _mediator(s, t, index)
    parties = _parties(s, t, index, mediator)
    frame = _frame_at(done, t) or (_frame_at(done, verb) if verb else None)
    if frame is not None:
        f = done.frames[frame]
        parties = parties or tuple(dict.fromkeys((*f.actor, *f.recipient)))
        mediator = mediator or f.mediator
    definite = any(c.lower in ("the", "this", "that") for c in _children(s, t))
    bare = not qualified and complement is None
    if kind == "partnership" and bare:
        return None
    return CommitmentMention(
        key=("the:" if definite and bare else "") + _fold(name),
        name=name,
        kind=kind,
        status=status or _FIRST[kind],
        evidence=s.span,
        parties=parties,
        mediator=mediator,
        by=by or ((parties[:1]) if kind == "pledge" else ()),
        aliases=(),
        frame=frame,
        rule=f"noun:{t.lemma}" + (f"+{verb.lemma}" if verb and status else ""),
    )


def _children(s: Sentence, t: Token) -> list[Token]:
    return [s.tokens[c] for c in t.children]


def _modifiers(s: Sentence, t: Token) -> list[Token]:
    """The words before the noun that belong to its name, in order, without determiners."""
    out = []
    for i in range(t.i - 1, -1, -1):
        x = s.tokens[i]
        if x.pos in ("DET", "PRON", "NUM", "VERB", "ADV", "ADP", "CCONJ") and x.dep not in (
            "amod",
            "compound",
            "npadvmod",
        ):
            break
        if x.dep not in _MODIFIERS or not _under(s, x, t):
            break
        out.append(x)
    return out[::-1]


def _under(s: Sentence, x: Token, top: Token) -> bool:
    for _ in range(len(s.tokens)):
        if x.i == top.i:
            return True
        if x.head == x.i:
            return False
        x = s.tokens[x.head]
    return False


def _complement(s: Sentence, t: Token) -> Span | None:
    """ "to deepen its partnership", "for an end to fighting", "on water sharing", "that ..."."""
    for c in _children(s, t):
        if c.i > t.i and (
            (c.dep == "prep" and c.lower in ("to", "for", "of", "on")) or c.dep in ("acl", "ccomp")
        ):
            last = _last(s, c)
            end = min(last.i, c.i + _MAX_COMPLEMENT - 1)
            return Span(s.tokens[_first(s, c).i].start, s.tokens[end].end)
    return None


def _last(s: Sentence, t: Token) -> Token:
    last = t
    stack = [t.i]
    while stack:
        x = s.tokens[stack.pop()]
        last = x if x.i > last.i else last
        stack += [c for c in x.children if s.tokens[c].dep not in ("relcl", "advcl", "punct")]
    return last


def _first(s: Sentence, t: Token) -> Token:
    first = t
    stack = [t.i]
    while stack:
        x = s.tokens[stack.pop()]
        first = x if x.i < first.i else first
        stack += x.children
    return first


def _name(text: str, s: Sentence, t: Token, left: list[Token], complement: Span | None) -> str:
    while left and (left[0].dep in ("punct", "case") or left[0].lower in _VAGUE):
        left = left[1:]
    start = left[0].start if left else t.start
    end = t.end
    if complement is not None and t.lemma in (
        "pledge", "vow", "promise", "commitment", "assurance", "guarantee", "demand", "agreement",
        "deal", "memorandum", "accord", "partnership", "alliance", "resolution",
    ):  # fmt: skip
        end = complement.end
    return " ".join(text[start : min(end, start + _MAX_NAME)].split()).strip(" ,;:.\"“”'‘’")


def _governor(
    s: Sentence, t: Token, index: MentionIndex, lexicon: CommitmentLexicon
) -> tuple[Token | None, tuple[int, ...], CommitmentStatus | None]:
    """The verb (or noun) that acts on the commitment, who does it, and the status it leaves."""
    head = s.tokens[t.head]
    while t.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        t, head = head, s.tokens[head.head]
    if head.dep == "prep" or head.pos == "ADP":
        noun = s.tokens[head.head]
        status = _noun_status(noun, lexicon)
        if status is not None:
            return noun, _possessor(s, noun, index), status
        if t.dep == "pobj" and noun.pos == "VERB":
            status = lexicon.as_object.get(noun.lemma)
            if noun.lemma in ("withdraw", "quit", "agree", "pull") and status:
                return noun, _subject(s, noun, index), status
        return None, (), None
    if head.pos not in ("VERB", "AUX"):
        for c in _children(s, t):
            if c.dep in ("acl", "relcl") and c.lemma in lexicon.as_object:
                return c, _agent(s, c, index), lexicon.as_object[c.lemma]
        return None, (), None
    negated = any(c.dep == "neg" for c in _children(s, head))
    if t.dep in ("dobj", "obj", "nsubjpass"):
        status = lexicon.as_object.get(head.lemma)
        if negated:
            status = "violated" if status in ("in_force", "implemented") else None
        by = _agent(s, head, index) if t.dep == "nsubjpass" else _subject(s, head, index)
        return head, by, status
    if t.dep == "nsubj" and not negated:
        return head, (), lexicon.as_subject.get(head.lemma)
    return head, (), None


def _noun_status(noun: Token, lexicon: CommitmentLexicon) -> CommitmentStatus | None:
    """ "violation of the truce", "suspension of the treaty"."""
    by_noun: dict[str, CommitmentStatus] = {
        "suspension": "suspended", "violation": "violated", "breach": "violated",
        "rejection": "rejected", "implementation": "implemented", "collapse": "violated",
        "signing": "agreed", "contravention": "violated", "withdrawal": "expired",
    }  # fmt: skip
    return by_noun.get(noun.lemma)


def _subject(s: Sentence, verb: Token, index: MentionIndex) -> tuple[int, ...]:
    """Who does ``verb``: its subject, or, for a bare infinitive, who decides or is possessor."""
    for _ in range(6):
        for c in _children(s, verb):
            if c.dep in ("nsubj", "csubj"):
                return _actors(s, c, index)
            if c.dep == "agent":
                return _agent(s, verb, index)
        head = s.tokens[verb.head]
        if head.i == verb.i:
            break
        if verb.dep == "acl" and head.pos == "NOUN":  # "India's decision to suspend"
            owner = _possessor(s, head, index)
            if owner:
                return owner
        if verb.dep not in ("xcomp", "conj", "ccomp", "advcl", "acl", "relcl"):
            break
        verb = head
    return ()


def _agent(s: Sentence, verb: Token, index: MentionIndex) -> tuple[int, ...]:
    for c in _children(s, verb):
        if c.dep == "agent":
            for o in _children(s, c):
                if o.dep == "pobj":
                    return _actors(s, o, index)
    return ()


def _possessor(s: Sentence, noun: Token, index: MentionIndex) -> tuple[int, ...]:
    for c in _children(s, noun):
        if c.dep == "poss":
            return _actors(s, c, index)
        if c.dep == "prep" and c.lower == "by":
            for o in _children(s, c):
                return _actors(s, o, index)
    return ()


def _actors(s: Sentence, t: Token, index: MentionIndex) -> tuple[int, ...]:
    """The actors of a noun and of what is coordinated with it."""
    out: list[int] = []
    queue = [t]
    while queue and len(out) < 8:
        x = queue.pop(0)
        m = index.of_phrase(s.index, x.i)
        if m is not None:
            out += m.actors
        queue += [c for c in _children(s, x) if c.dep == "conj" and c.pos in ("PROPN", "NOUN")]
    return tuple(dict.fromkeys(out))


def _mediator(s: Sentence, t: Token, index: MentionIndex) -> tuple[int, ...]:
    """ "US-brokered ceasefire"; "a truce brokered by Qatar"."""
    for c in _children(s, t):
        if c.lower.rpartition("-")[2] in _BROKERED:
            inner = [
                i
                for x in (c, *_children(s, c))
                for m in index.covering(s.index, x.i)[:1]
                for i in m.actors
            ]
            if inner:
                return tuple(dict.fromkeys(inner))
            by = _agent(s, c, index)
            if by:
                return by
    return ()


def _parties(
    s: Sentence, t: Token, index: MentionIndex, mediator: tuple[int, ...]
) -> tuple[int, ...]:
    """Possessor, "between A and B", "with B", and the adjectives of the noun itself."""
    out: list[int] = []
    for c in _children(s, t):
        if c.dep == "poss":
            out += _actors(s, c, index)
        elif c.dep in ("amod", "compound", "nmod"):
            m = index.at(s.index, c.i)
            out += m.actors if m else ()
        elif c.dep == "prep" and c.lower in ("between", "with", "among", "on", "against"):
            for o in _children(s, c):
                if o.dep == "pobj":
                    out += _actors(s, o, index)
    return tuple(i for i in dict.fromkeys(out) if i not in mediator)


def _frame_at(done: Annotations, t: Token) -> int | None:
    for i, f in enumerate(done.frames):
        if f.trigger.start <= t.start < f.trigger.end:
            return i
    return None


def _demands(
    text: str, sentences: Sequence[Sentence], done: Annotations
) -> Iterator[CommitmentMention]:
    """A request that a party made is a demand, named by what is asked for."""
    for i, f in enumerate(done.frames):
        if f.type != "REQUEST" or f.status not in ("happened", "ongoing") or not f.actor:
            continue
        named = _asked_for(text, sentences[f.sentence], f)
        if named is None:
            continue
        name, aliases = named
        yield CommitmentMention(
            key=_fold(name),
            name=name,
            kind="demand",
            status="open",
            evidence=f.evidence,
            parties=tuple(dict.fromkeys((*f.actor, *f.recipient))),
            by=f.actor,
            aliases=aliases,
            frame=i,
            rule="frame:REQUEST",
        )


def _asked_for(text: str, s: Sentence, f: Frame) -> tuple[str, tuple[str, ...]] | None:
    """What a request asks for: its object noun phrase or its infinitive."""
    if not s.tokens:
        return None
    t = s.tokens[f.head]
    for c in _children(s, t):
        if c.dep == "prep" and c.lower in ("for", "on") and c.i > t.i:
            for o in _children(s, c):
                if o.dep in ("pobj", "pcomp"):
                    return _phrase(text, s, o, "call for ")
        if c.dep in ("xcomp", "ccomp", "acl") and c.i > t.i and c.pos in ("VERB", "AUX"):
            return _phrase(text, s, c, "call to ")
    for c in _children(s, t):
        if c.dep in ("dobj", "obj") and c.pos in ("NOUN", "PROPN"):
            if f.recipient and any(sp.start <= c.start < sp.end for sp in f.recipient_spans):
                continue
            return _phrase(text, s, c, "demand for ")
    return None


def _phrase(text: str, s: Sentence, t: Token, lead: str) -> tuple[str, tuple[str, ...]]:
    left = _modifiers(s, t) if t.pos in ("NOUN", "PROPN") else []
    core = text[left[0].start if left else t.start : t.end]
    end = s.tokens[min(_last(s, t).i, t.i + _MAX_COMPLEMENT)].end
    whole = text[left[0].start if left else t.start : end]
    core, whole = (" ".join(x.split()).strip(" ,;:.\"“”'‘’") for x in (core, whole[:_MAX_NAME]))
    aliases = tuple(dict.fromkeys(x for x in (core, lead + core) if x != whole))
    return whole, aliases


def _fold(name: str) -> str:
    return " ".join(w.strip("\"'“”‘’.,()").removesuffix("’s").lower() for w in name.split())


def _resolved(found: list[CommitmentMention]) -> list[CommitmentMention]:
    """A definite bare noun ("the deal") is the last commitment of its kind named before it, and a
    later mention without parties has those of the first."""
    out: list[CommitmentMention] = []
    for c in found:
        before = [o for o in out if o.kind == c.kind or {o.kind, c.kind} == {"deal", "ceasefire"}]
        if c.key.startswith("the:") and before:
            o = before[-1]
            c = replace(
                c, key=o.key, name=o.name, kind=o.kind, parties=c.parties or o.parties,
                mediator=c.mediator or o.mediator, aliases=(*o.aliases, c.name),
            )  # fmt: skip
        else:
            same = [o for o in before if o.key == c.key]
            if same and not c.parties:
                c = replace(c, parties=same[-1].parties, mediator=c.mediator or same[-1].mediator)
        out.append(c)
    return out
