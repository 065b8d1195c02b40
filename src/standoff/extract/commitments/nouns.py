"""Commitments that a noun names ("the Lauca River Treaty", "a truce brokered by Qatar"), and what
the sentence does to them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.extract.commitments import parties as who
from standoff.extract.commitments.phrases import children, complement, fold, modifiers, name_of
from standoff.extract.commitments.standing import (
    complement_status,
    offered,
    only_thought_of,
    unmade,
    unsure,
)
from standoff.index import MentionIndex
from standoff.types import (
    Annotations,
    CommitmentKind,
    CommitmentMention,
    CommitmentStatus,
    Sentence,
    Span,
    Token,
)
from standoff.vocab.commitments import CommitmentLexicon

_FIRST: dict[CommitmentKind, CommitmentStatus] = {
    "treaty": "in_force", "ceasefire": "agreed", "deal": "agreed", "pledge": "announced",
    "sanctions": "in_force", "demand": "open", "partnership": "in_force",
}  # fmt: skip
_BY_NOUN: dict[str, CommitmentStatus] = {
    "suspension": "suspended", "violation": "violated", "breach": "violated",
    "rejection": "rejected", "implementation": "implemented", "collapse": "violated",
    "signing": "agreed", "contravention": "violated", "withdrawal": "expired",
}  # fmt: skip
_VAGUE = frozenset(
    "new latest recent such same other first earlier any final this next further".split()
)
_SAYS_WHAT = frozenset(
    "pledge vow promise commitment assurance guarantee demand agreement deal memorandum accord"
    " partnership alliance resolution ultimatum".split()
)
"""Nouns whose name goes on with their complement."""


@dataclass(frozen=True, slots=True)
class _Noun:
    sentence: Sentence
    token: Token
    kind: CommitmentKind
    needs: str


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done to a commitment: the word that does it, by whom, and the status it leaves."""

    word: Token | None = None
    by: tuple[int, ...] = ()
    status: CommitmentStatus | None = None


def from_nouns(
    text: str,
    sentences: Sequence[Sentence],
    done: Annotations,
    index: MentionIndex,
    lexicon: CommitmentLexicon,
) -> Iterator[CommitmentMention]:
    frames = _FrameAt(done)
    for noun in _nouns(sentences, lexicon):
        made = _commitment(text, noun, index, frames, lexicon)
        if made is not None:
            yield made


def _nouns(sentences: Sequence[Sentence], lexicon: CommitmentLexicon) -> Iterator[_Noun]:
    for s in sentences:
        for t in s.tokens:
            if t.pos not in ("NOUN", "PROPN"):
                continue
            entry = lexicon.nouns.get(t.lemma) or lexicon.nouns.get(t.lower)
            if entry is None and t.lower == "cessation":
                after = [x.lower for x in s.tokens[t.i + 1 : t.i + 4]]
                entry = ("ceasefire", "") if "hostilities" in after else None
            if entry is not None and not _said_already(s, t, lexicon):
                yield _Noun(s, t, *entry)


def _said_already(s: Sentence, t: Token, lexicon: CommitmentLexicon) -> bool:
    """In "ceasefire agreement" and "the X Treaty, an agreement ..." one noun speaks for both."""
    head = s.tokens[t.head]
    return t.dep in ("compound", "appos") and head.i != t.i and head.lemma in lexicon.nouns


def _commitment(
    text: str, n: _Noun, index: MentionIndex, frames: _FrameAt, lexicon: CommitmentLexicon
) -> CommitmentMention | None:
    s, t, kind = n.sentence, n.token, n.kind
    left = modifiers(s, t)
    while left and left[0].lower in _VAGUE:
        left = left[1:]
    if kind == "deal" and any(x.lemma in ("ceasefire", "truce", "cease-fire") for x in left):
        kind = "ceasefire"
    named = any(x.pos == "PROPN" and x.dep != "poss" for x in left)
    telling = [x for x in left if x.lemma not in lexicon.nouns]  # "the ceasefire agreement"
    qualified = named or any(x.pos in ("ADJ", "NOUN", "VERB") for x in telling)
    says = complement(s, t) if kind in ("pledge", "demand", "deal", "partnership") else None
    if (
        (n.needs == "named" and not named)
        or (n.needs == "qualified" and not (qualified or says))
        or n.needs == "complement"  # calls and appeals come from their frames
        or (kind in ("pledge", "demand") and not says)
        or (kind == "partnership" and not (qualified or says))
    ):
        return None
    act = _act(s, t, index, lexicon)
    first, status = _FIRST[kind], act.status
    if kind in ("deal", "ceasefire") and status in (None, "agreed"):
        if only_thought_of(s, t, left):
            return None
        if offered(left):
            first, status = "announced", None
        elif unmade(s, t, act.word):
            if not (qualified or says):
                return None
            first, status = "announced", None
    end = says.end if says is not None and t.lemma in _SAYS_WHAT else t.end
    name = name_of(text, left[0].start if left else t.start, end)
    mediator = who.mediator(s, t, index)
    parties = who.parties(s, t, index, mediator)
    frame = frames.at(t)
    if frame is None and act.word is not None:
        frame = frames.at(act.word)
    if frame is not None:
        f = frames.frames[frame]
        if f.trigger.start == t.start or status is not None:
            parties = tuple(dict.fromkeys((*parties, *f.actor, *f.recipient)))
        mediator = mediator or f.mediator
    year = any(c.i < t.i and len(c.text) == 4 and c.text.isdigit() for c in children(s, t))
    if year and status not in (None, "agreed"):
        frame = None  # "suspended the 1960 treaty": not in 1960
    definite = any(c.lower in ("the", "this", "that") for c in children(s, t))
    bare = not qualified and says is None
    return CommitmentMention(
        key=("the:" if definite and bare else "") + fold(name),
        name=name,
        kind=kind,
        status=status or first,
        evidence=s.span,
        parties=tuple(i for i in parties if i not in mediator),
        mediator=mediator,
        by=act.by or (parties[:1] if kind == "pledge" else ()),
        frame=frame,
        explicit=status is not None or kind == "pledge",
        rule=f"noun:{t.lemma}" + (f"+{act.word.lemma}" if act.word and status else ""),
    )


def _act(s: Sentence, t: Token, index: MentionIndex, lexicon: CommitmentLexicon) -> _Act:
    head = s.tokens[t.head]
    while t.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        t, head = head, s.tokens[head.head]
    if head.dep == "prep" or head.pos == "ADP":
        return _through_preposition(s, t, head, index, lexicon)
    if head.pos not in ("VERB", "AUX"):
        for c in children(s, t):
            if c.dep in ("acl", "relcl") and c.lemma in lexicon.as_object:
                return _Act(c, who.agent(s, c, index), lexicon.as_object[c.lemma])
        return _Act()
    negated = any(c.dep == "neg" for c in children(s, head))
    told, stands = complement_status(s, head)
    if t.dep in ("dobj", "obj", "nsubjpass"):
        status = stands if told else lexicon.as_object.get(head.lemma)
        if unsure(s, head):
            status = None
        elif negated:
            status = "violated" if status in ("in_force", "implemented") else None
        passive = t.dep == "nsubjpass"
        by = who.agent(s, head, index) if passive else who.subject(s, head, index)
        return _Act(head, by, status)
    if t.dep == "nsubj" and not negated:
        if told or unsure(s, head):
            return _Act(head, (), stands if not unsure(s, head) else None)
        return _Act(head, (), lexicon.as_subject.get(head.lemma))
    return _Act(head)


def _through_preposition(
    s: Sentence, t: Token, prep: Token, index: MentionIndex, lexicon: CommitmentLexicon
) -> _Act:
    """ "violation of the truce", "withdrew from the pact"."""
    word = s.tokens[prep.head]
    if word.lemma in _BY_NOUN:
        return _Act(word, who.possessor(s, word, index), _BY_NOUN[word.lemma])
    if t.dep == "pobj" and word.lemma in ("withdraw", "agree", "pull"):
        return _Act(word, who.subject(s, word, index), lexicon.as_object.get(word.lemma))
    return _Act()


class _FrameAt:
    """The frame whose trigger meets a token."""

    def __init__(self, done: Annotations) -> None:
        self.frames = done.frames
        self._at = sorted((f.trigger.start, i) for i, f in enumerate(done.frames))

    def at(self, t: Token) -> int | None:
        here = Span(t.start, t.end)
        k = bisect_left(self._at, (t.end, -1))
        met = [i for _, i in self._at[max(0, k - _NEAR) : k] if self.frames[i].trigger.meets(here)]
        return min(met, default=None)


_NEAR = 4
"""Triggers before a token that can still reach into it."""
