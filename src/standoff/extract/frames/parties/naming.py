"""From the head of a phrase to the mentions that it is, or that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene
from standoff.types import Mention, Token

_OF_WHOM = ("poss", "amod", "compound", "nmod")
_BY_WHOM = frozenset({"of", "by", "from", "for", "in", "between", "among"})
_WHERE = frozenset(
    {"in", "across", "near", "on", "inside", "throughout", "at", "within", "outside"}
)
_HELD = frozenset({"hold", "control", "occupy", "run", "own", "dominate", "govern"})
_SOIL = frozenset({"in", "at", "near", "inside", "outside", "throughout", "within"})
_LEFT = frozenset({"leave", "flee", "enter", "visit", "reach"})
_POSTED = frozenset("embassy consulate mission troops troop force base soldier army".split())
_OPPONENTS = frozenset("opponent critic enemy rival foe adversary".split())
_SENT = frozenset(
    "fighter soldier troop troops militant gunman gunmen delegation delegate diplomat envoy "
    "official commando member force representative negotiator militiaman militiamen militia "
    "rebel".split()
)
"""People who act for whoever they are "from"."""
_RELATIONAL = frozenset(
    "opponent critic enemy rival ally foe neighbor neighbour counterpart victim supporter "
    "adversary backer sponsor sympathizer follower survivor".split()
)
"""People whom a possessor does not stand for: "his opponents" are not he."""


def names_somebody(scene: Scene, t: Token, places: bool = False) -> bool:
    return bool(mentions_of(scene, t, places)) or (
        t.pos == "PROPN" and t.i not in scene.place_heads
    )


def mentions_of(scene: Scene, t: Token, places: bool = False, depth: int = 2) -> list[Mention]:
    """The mentions that the phrase headed by ``t`` is, or else those that it belongs to.

    "India's decision", "Syrian positions", "the decision by India" belong to somebody; with
    ``places``, "locations across Pakistan" and a city stand for the state they lie in.
    """
    own = scene.mention(t)
    if own is None and places:
        own = scene.state_of(t)
    if own is not None:
        if own.form != "description":
            return [own]
        named = _apposed(scene, t) or _equated(scene, t)
        return [named] if named is not None else _several(scene, t)
    if depth == 0:
        return []
    for c in syn.children(scene.tokens, t, "appos"):
        named = scene.mention(c)
        if named is not None:
            return [named]
    if t.lemma in _RELATIONAL or t.lower.rstrip("s") in _RELATIONAL:
        return []
    if depth == 2 and t.pos == "NOUN":
        same = _equated(scene, t)
        if same is not None:
            return [same]
    for c in syn.children(scene.tokens, t, "acl", "amod", "compound"):
        before = scene.tokens[c.i - 2] if c.i >= 2 and scene.tokens[c.i - 1].text == "-" else None
        if before is not None and c.lemma in _HELD:  # "rebel-held areas"
            holder = scene.mention(before)
            if holder is not None:
                return [holder]
        if c.lemma in ("belong", "loyal"):  # "facilities belonging to", "forces loyal to"
            found = [
                m
                for x in syn.prepositional(scene.tokens, c, "to")
                for m in mentions_of(scene, x, False, depth - 1)
            ]
            if found:
                return found
    for k in t.children:
        child = scene.tokens[k]
        if child.dep in _OF_WHOM:
            found = [
                m
                for x in syn.conjuncts(scene.tokens, child)
                for m in mentions_of(scene, x, False, 0)
            ]
            if found:
                return found
    for words, here in ((_BY_WHOM, False), (_WHERE, True)):
        for k in t.children:
            prep = scene.tokens[k]
            if (here and not places) or prep.dep not in ("prep", "agent"):
                continue
            if prep.lemma in words:
                found = [
                    m
                    for p in syn.children(scene.tokens, prep, "pobj")
                    for x in syn.conjuncts(scene.tokens, p)
                    for m in mentions_of(scene, x, places, depth - 1)
                ]
                if found:
                    return found
    return []


def _apposed(scene: Scene, t: Token) -> Mention | None:
    """The name that stands beside a description: "X, a lawyer", "a lawyer, X"."""
    if t.tag in ("NNS", "NNPS"):
        return None  # "politicians and the bishop, X" are more than X
    beside = syn.children(scene.tokens, t, "appos")
    if t.dep == "appos":
        beside.append(scene.tokens[t.head])
    for x in beside:
        found = scene.mention(x)
        if found is not None and found.form == "name" and x.pos == "PROPN":
            return found
    return None


def _equated(scene: Scene, t: Token) -> Mention | None:
    """Whom a noun without a mention stands beside: "X, a man who", "X was a critic who"."""
    tokens = scene.tokens
    if not any(tokens[c].dep in ("relcl", "acl") for c in t.children):
        return None
    head = tokens[t.head]
    if t.dep == "appos":
        found = scene.mention(head)
        return found if found is not None and found.form == "name" else None
    if t.dep == "attr" and head.lemma == "be" and syn.children(tokens, t, "relcl"):
        for x in syn.children(tokens, head, "nsubj"):
            return scene.mention(x)
    return None


def opposed_by(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """Whose opponents, critics or rivals the phrases are ("his opponents", "critics of X")."""
    out: list[int] = []
    for t in heads:
        if t.lemma not in _OPPONENTS:
            continue
        owners = syn.children(scene.tokens, t, "poss") or syn.prepositional(scene.tokens, t, "of")
        for x in owners:
            out += [a for m in mentions_of(scene, x, False, 0) for a in m.actors if a not in out]
    return tuple(out)


def _several(scene: Scene, t: Token) -> list[Mention]:
    """The owners of a plural that has several: "the Indian and Pakistani armies"."""
    whole = scene.mention(t)
    for c in syn.children(scene.tokens, t, "amod", "poss", "compound", "nmod"):
        owners = [m for x in syn.conjuncts(scene.tokens, c) if (m := scene.mention(x))]
        if len(owners) > 1:
            return owners
    if t.lemma in _SENT or t.lower in _SENT:  # "fighters from X", "a delegation of Y"
        for x in syn.prepositional(scene.tokens, t, "from"):
            named = scene.mention(x)
            if named is not None and named.form == "name":
                return [named]
    return [whole] if whole is not None else []


def other_state(scene: Scene, actor: Sequence[int], speaker: Sequence[int]) -> tuple[int, ...]:
    """The one state that the sentence speaks of beside the ``actor``'s and the ``speaker``'s; empty
    where there are several, where it is not known for which state the actor acts, and where it
    only says where something is."""
    mine = {scene.actors[a].country for a in actor}
    if None in mine:
        return ()
    mine |= {scene.actors[a].country for a in speaker}
    others = {
        a
        for m in scene.index.of_sentence(scene.sentence.index)
        for a in m.actors
        if scene.actors[a].kind == "state" and scene.actors[a].country not in mine
    }
    if len(others) != 1:
        return ()
    for t in scene.tokens:
        m = scene.mention(t)
        if m is not None and not others.isdisjoint(m.actors) and not _only_where(scene, t):
            return tuple(others)
    return ()


def _only_where(scene: Scene, t: Token) -> bool:
    """Whether a state is named for where something is, or whence people came."""
    tokens = scene.tokens
    for _ in range(3):
        if t.dep not in _OF_WHOM:
            break
        t = tokens[t.head]
    head = tokens[t.head]
    if t.dep == "npadvmod":
        return head.pos in ("NOUN", "PROPN")  # "at the temple, Norland"
    if t.dep == "dobj":
        return head.lemma in _LEFT
    if t.dep != "pobj" or tokens[head.head].lemma in _POSTED:
        return False  # "the embassy in Norland"
    return head.lemma in _SOIL or (head.lemma == "on" and t.lemma == "land")
