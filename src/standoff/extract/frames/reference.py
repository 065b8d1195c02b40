"""Which frames of an article tell one event again, and which of them say nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from standoff.extract.frames import syntax as syn
from standoff.types import Frame, LocalActor, Sentence, Token

_DEFINITE = frozenset({"the", "this", "these", "those", "that", "such"})
_INFORMATIVE = frozenset({"prep", "poss", "acl", "relcl", "nmod", "nummod", "agent"})
_KEEP_VERBS = frozenset(
    "carry launch conduct mount stage perpetrate commit order sign reach broker agree declare "
    "announce continue resume intensify end halt cancel suspend violate break hold start begin "
    "kill target hit strike leave wound injure destroy last kick".split()
)
_VIOLENCE = frozenset(
    "strike attack assault raid airstrike bombing shelling offensive killing shooting blast "
    "explosion massacre bombardment".split()
)
"""Nouns that stand for each other when one attack is told again."""
_VIOLENT = _VIOLENCE | frozenset("kill hit target bomb shell shoot wound injure die ram".split())
_LETHAL = frozenset(
    "kill killing murder assassinate assassination slay slaying behead beheading lynch execute "
    "execution death martyr homicide".split()
)
_WOUNDS = frozenset("shoot gun stab poison shooting stabbing poisoning".split())
_FRESH = 2
_OPENING = 3
"""The last sentence that still belongs to the headline and the lead."""
_MAX_BACK = 40
"""Frames looked back over for what a definite noun refers to."""
_TITLES = frozenset({"compound", "amod", "nmod", "poss"})


def find_repeats(
    sentences: Sequence[Sentence], frames: Sequence[Frame], actors: Sequence[LocalActor]
) -> tuple[list[int | None], set[int]]:
    """For each frame the earliest frame that it tells again, and the frames that only mention.

    A frame is the same as another where the two are one clause's verb and noun ("killed in an
    airstrike", "signed the deal"), or where a definite noun goes back to it ("the attack").
    """
    sides = [_side(a) for a in actors]
    parties = [_parties(f, sides) for f in frames]
    root = list(range(len(frames)))
    bare: set[int] = set()
    names = [_names(sentences[f.sentence].tokens, f) for f in frames]
    for k, f in enumerate(frames):
        tokens = sentences[f.sentence].tokens
        partner = _partner(tokens, frames, parties, k)
        if partner is not None:
            _join(root, k, partner)
        t = tokens[f.head]
        if f.type == "ASSAULT" and t.lemma in ("claim", "admit"):
            for claimed in _claimed(frames, parties, k):
                _join(root, k, claimed)
            continue
        died = _of_one_death(frames, actors, k)
        if died is not None and not _groups_clash(root, parties, k, died):
            _join(root, k, died)
        heading = _of_heading(sentences, frames, parties, k)
        if heading is not None:
            _join(root, k, heading)
        if t.pos not in ("NOUN", "PROPN") and t.tag != "VBG":
            continue
        definite = _definite(tokens, t)
        found = _antecedent(frames, names, parties, k, definite)
        if found is None:
            unreal = f.status in ("hypothetical", "denied")
            goes_on = f.type == "CONSULT" and k > 0 and frames[k - 1].type == "CONSULT"
            pointing = (definite or unreal) and partner is None and not goes_on
            if pointing and _says_nothing(tokens, f):
                bare.add(k)
            continue
        _join(root, k, found)
        if partner is None and definite and not f.times and not f.figures and _bare(tokens, t):
            bare.add(k)
    firsts = [_first(root, k) for k in range(len(frames))]
    return [None if r == k else r for k, r in enumerate(firsts)], bare


def _says_nothing(tokens: syn.Tokens, f: Frame) -> bool:
    """Whether a definite noun that nothing before it explains tells neither who nor when nor
    where: it only points at what its reader is taken to know."""
    told = f.actor or f.recipient or f.times or f.figures or f.place is not None
    return not told and _bare(tokens, tokens[f.head])


def _first(root: Sequence[int], k: int) -> int:
    while root[k] != k:
        k = root[k]
    return k


def _join(root: list[int], k: int, j: int) -> None:
    a, b = sorted((_first(root, k), _first(root, j)))
    root[b] = a


def _groups_clash(root: Sequence[int], parties: Sequence[_Parties], k: int, j: int) -> bool:
    """Whether what is already told as one with ``k`` can't be one with what is with ``j``."""
    a, b = _first(root, k), _first(root, j)
    if a == b:
        return False
    mine, theirs = (
        list(islice((i for i in range(root_, k + 1) if _first(root, i) == root_), _MAX_BACK))
        for root_ in (a, b)
    )
    return any(_clash(parties[x], parties[y]) for x in mine for y in theirs)


def _claimed(frames: Sequence[Frame], parties: Sequence[_Parties], k: int) -> list[int]:
    """What somebody claims to have done: the attack that the article opens with, where nobody is
    named for it yet; else the last one told."""
    fitting = [
        j
        for j in [*range(min(k, _MAX_BACK)), *range(max(_MAX_BACK, k - _MAX_BACK), k)]
        if frames[j].type == "ASSAULT"
        and frames[j].status == "happened"
        and not _clash(parties[j], parties[k])
    ]
    opening = [j for j in fitting if frames[j].sentence <= _OPENING and not frames[j].actor]
    return opening + fitting[-1:]


def _of_one_death(frames: Sequence[Frame], actors: Sequence[LocalActor], k: int) -> int | None:
    """The earlier frame that tells how the same named person died: nobody dies twice."""
    f = frames[k]
    if not _deadly(f) or len(f.recipient) != 1 or not _named_person(actors[f.recipient[0]]):
        return None
    for j in range(max(0, k - _MAX_BACK), k):
        g = frames[j]
        if g.recipient != f.recipient or not _deadly(g) or set(g.recipient) & set(g.actor):
            continue
        if (f.lemma in _LETHAL and g.lemma in _LETHAL) or not (f.times and g.times):
            return j
    return None


def _deadly(f: Frame) -> bool:
    return (
        f.type == "ASSAULT"
        and f.status in ("happened", "denied", "ongoing")
        and (f.lemma in _LETHAL or f.lemma in _WOUNDS)
    )


def _named_person(actor: LocalActor) -> bool:
    return actor.kind in ("person", "official", "other") and not actor.key.startswith("desc:")


def _of_heading(
    sentences: Sequence[Sentence],
    frames: Sequence[Frame],
    parties: Sequence[_Parties],
    k: int,
) -> int | None:
    """The frame of the headline that the opening of the text tells again."""
    f = frames[k]
    if not 0 < f.sentence <= _OPENING or not frames or frames[0].sentence != 0:
        return None
    for j in range(min(k, _MAX_BACK)):
        g = frames[j]
        if g.sentence > 0 or sentences[0].tokens[-1].text in ".!?":
            return None
        alike = g.lemma == f.lemma or (g.lemma in _VIOLENT and f.lemma in _VIOLENT)
        if g.type == f.type and alike and not _clash(parties[j], parties[k]):
            return j
    return None


def _partner(
    tokens: syn.Tokens, frames: Sequence[Frame], parties: Sequence[_Parties], k: int
) -> int | None:
    """An earlier frame of the same clause and type that verb and noun tell together."""
    f = frames[k]
    for j in range(k - 1, max(-1, k - 6), -1):
        g = frames[j]
        if g.sentence != f.sentence:
            return None
        if g.type != f.type or _clash(parties[j], parties[k]):
            continue
        if any(s.start == g.trigger.start for s in f.actor_spans):
            return j  # "the attack killed 12 and injured 30"
        a, b = tokens[g.head], tokens[f.head]
        if _hangs(tokens, b, a) or _hangs(tokens, a, b):
            return j
    return None


def _hangs(tokens: syn.Tokens, noun: Token, verb: Token) -> bool:
    """Whether ``noun`` is an argument or an adjunct of ``verb`` in one clause."""
    if noun.pos == "VERB" and noun.dep in ("relcl", "acl") and noun.head == verb.i:
        return True  # "the attack that killed"
    t = noun
    for _ in range(3):
        if t.head == t.i or t.dep in ("conj", "relcl", "ccomp", "advcl", "acl", "xcomp", "appos"):
            return False
        if t.dep == "prep" and t.lemma not in ("in", "with", "by", "during", "on", "into", "of"):
            return False
        t = tokens[t.head]
        if t.i == verb.i:
            return verb.pos in ("VERB", "AUX", "NOUN")
    return False


def _names(tokens: syn.Tokens, f: Frame) -> frozenset[str]:
    """The names and dates in the noun phrase of a frame: what tells one attack from another."""
    t = tokens[f.head]
    found = {
        x.lower
        for x in syn.subtree(tokens, t, 16)
        if x.pos in ("PROPN", "NUM") and x.i != t.i and abs(x.i - t.i) <= 8
    }
    return frozenset(found)


def _definite(tokens: syn.Tokens, t: Token) -> bool:
    return any(c.lower in _DEFINITE for c in syn.children(tokens, t, "det"))


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


def _antecedent(
    frames: Sequence[Frame],
    names: Sequence[frozenset[str]],
    parties: Sequence[_Parties],
    k: int,
    definite: bool,
) -> int | None:
    f, fallback = frames[k], None
    if definite and not names[k]:
        main = _main(frames, parties, k)
        if main is not None:
            return main
    for j in range(k - 1, max(-1, k - 1 - _MAX_BACK), -1):
        g = frames[j]
        if g.type != f.type or g.status in ("denied", "hypothetical"):
            continue
        if _clash(parties[j], parties[k]):
            continue
        alike = g.lemma == f.lemma or (f.lemma in _VIOLENCE and g.lemma in _VIOLENCE)
        shared = names[k] & names[j]
        if shared and alike and (definite or len(shared) > 1):
            return j
        if not definite or (names[k] and not shared):
            continue
        if alike and (g.lemma == f.lemma or not names[k]):
            return j
        if fallback is None and f.lemma in _VIOLENCE:
            fallback = j
    return fallback


def _main(frames: Sequence[Frame], parties: Sequence[_Parties], k: int) -> int | None:
    """What the article opened with, where nothing like it was told in the last sentences: that
    is what "the attack" goes back to."""
    f, opening = frames[k], None
    for j in range(max(0, k - _MAX_BACK), k):
        g = frames[j]
        alike = g.lemma == f.lemma or (f.lemma in _VIOLENCE and g.lemma in _VIOLENT)
        if g.type != f.type or not alike or _clash(parties[j], parties[k]):
            continue
        if f.sentence - g.sentence <= _FRESH:
            return None
        if opening is None and g.sentence <= _OPENING:
            opening = j
    return opening


_Parties = tuple[frozenset[str], frozenset[str], bool]
"""The sides of a frame's actors and of its recipients, and whether the two act on each other."""


def _side(actor: LocalActor) -> str | None:
    """The country that somebody acts for or belongs to, else the name; None for a description:
    "12 people" may well be Swedes."""
    if actor.country and (actor.acts_for_state or actor.kind == "official"):
        return actor.country
    return None if actor.key.startswith("desc:") else actor.key


def _parties(f: Frame, sides: Sequence[str | None]) -> _Parties:
    doers = frozenset(s for a in f.actor if (s := sides[a]))
    others = frozenset(s for r in f.recipient if (s := sides[r]))
    return doers, others, f.type in ("AGREE", "CONSULT", "COOPERATE") or bool(doers & others)


def _clash(a: _Parties, b: _Parties) -> bool:
    """Whether two frames can't be one event: other doers, other victims, or roles reversed."""
    if a[2] or b[2]:
        return bool(a[0] | a[1]) and bool(b[0] | b[1]) and not (a[0] | a[1]) & (b[0] | b[1])
    apart = any(x and y and not x & y for x, y in ((a[0], b[0]), (a[1], b[1])))
    return apart or bool(a[0] & b[1]) or bool(a[1] & b[0])
