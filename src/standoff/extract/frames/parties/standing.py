"""Parties of what an article speaks of throughout: its sanctions, its talks, its demonstrations.

"Sanctions" and "the talks" are named in full once and then taken as known. Where all that the
article says of the kind points to the same parties, they are those of its bare mentions too; where
it tells of several, nothing is filled. The rule of such a frame says so ("+article").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from standoff.types import Frame, LocalActor

_CLEAR = 3
"""How many times more often than all others the parties must be told of."""


@dataclass(frozen=True, slots=True)
class _Kind:
    types: frozenset[str]
    nouns: frozenset[str]
    mutual: bool = False


_KINDS = (
    _Kind(frozenset({"SANCTION"}), frozenset({"sanction", "embargo"})),
    _Kind(
        frozenset({"PROTEST"}),
        frozenset("protest demonstration rally march riot unrest uprising".split()),
    ),
    _Kind(
        frozenset({"AGREE", "CONSULT"}),
        frozenset("talk negotiation dialogue deal agreement accord treaty pact".split()),
        mutual=True,
    ),
)


def from_the_article(frames: Sequence[Frame], actors: Sequence[LocalActor]) -> list[Frame]:
    """``frames`` with the parties of bare nouns that the article leaves no doubt of."""
    out = list(frames)
    for kind in _KINDS:
        mine = [f for f in frames if f.type in kind.types and f.lemma in kind.nouns]
        if kind.mutual:
            told = [f for f in mine if _both(f)]
            often = len({f.sentence for f in told}) > 1  # one telling settles nothing
            pair = _settled([f.actor + f.recipient for f in told], actors) if often else ()
            for k, f in enumerate(out):
                bare = not f.actor and not f.recipient and not f.mediator
                if pair and bare and f.type in kind.types and f.lemma in kind.nouns:
                    out[k] = replace(f, actor=pair, recipient=pair[1:], rule=f"{f.rule}+article")
            continue
        same = [f for f in frames if f.type in kind.types]
        by = _settled([f.actor for f in same if f.actor], actors)
        to = _settled([f.recipient for f in same if f.recipient], actors)
        for k, f in enumerate(out):
            if f.type in kind.types and f.lemma in kind.nouns:
                out[k] = _filled(f, by, to)
    return out


def _both(f: Frame) -> bool:
    return len({*f.actor, *f.recipient}) > 1


def _filled(f: Frame, by: tuple[int, ...], to: tuple[int, ...]) -> Frame:
    actor = f.actor or (() if f.actor_spans or set(by) & set(f.recipient) else by)
    recipient = f.recipient or (() if f.recipient_spans or set(to) & set(actor) else to)
    if actor == f.actor and recipient == f.recipient:
        return f
    return replace(f, actor=actor, recipient=recipient, rule=f"{f.rule}+article")


def _settled(told: Sequence[tuple[int, ...]], actors: Sequence[LocalActor]) -> tuple[int, ...]:
    """The parties that nearly all of ``told`` name, as first named; empty without agreement."""
    side = _sides(actors)
    counts = Counter(frozenset(side(i) for i in x) for x in told)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * (len(told) - ranked[0][1])):
        return ()
    first = next(x for x in told if frozenset(side(i) for i in x) == ranked[0][0])
    return tuple(dict.fromkeys(first))


def _sides(actors: Sequence[LocalActor]) -> Callable[[int], str]:
    def side(i: int) -> str:
        a = actors[i]
        return a.country if a.acts_for_state and a.country else a.key

    return side
