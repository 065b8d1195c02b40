"""Parties that a frame does not name itself and takes from the article.

In this order: from the other tellings of the same event; from the event that a speech act is
about; from who stands against whom in the article's fighting. The last is read off the article
alone, never off the world, and its frames say so in their rule ("+opponent").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from standoff.extract.frames.parties.standing import from_the_article
from standoff.types import Frame, LocalActor

_ABOUT = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TOGETHER = frozenset({"AGREE", "CONSULT", "RETREAT"})
_FIGHT = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "THREATEN"})
_AGAINST = frozenset({"ASSAULT", "MOBILIZE", "THREATEN", "REJECT", "SANCTION", "RETREAT", "COERCE"})
_OF_COUNTRY = frozenset({"civilians", "person", "official", "company", "media"})
_REPEATED = frozenset({"SANCTION", "ACCUSE"})
_MANY = 60
"""Frames that are kept in mind for a look back; a bound for texts made to be slow."""
_NEAR, _FRESH = 12, 2
"""Frames and sentences over which a refusal looks back for what was asked."""
_REFUSALS = frozenset({"decline", "reject", "dismiss", "rebuff", "turn"})
_DENIALS = frozenset("deny denial reject rejection dismiss refute rebut disavow".split())
_FIGHTERS = frozenset({"state", "government", "military", "police", "armed_group"})
_CLEAR = 2
"""How many times more often than any other an opponent must be told of."""
_FEW = 4
"""Actors of one deed up to which they count as allies of each other."""
_SAID = frozenset({"REJECT", "THREATEN"})
_PARTED = frozenset(
    "ceasefire cease-fire truce fire standoff stand-off confrontation cessation fighting clash "
    "battle hostility war conflict armistice skirmish lull negotiation talk agree deal agreement "
    "collapse breakdown break".split()
)
"""Nouns of what two sides at war do together; they need no name in their sentence."""


def share_parties(
    frames: Sequence[Frame], same: Sequence[int | None], actors: Sequence[LocalActor]
) -> list[Frame]:
    """``frames`` with empty parties filled where the article tells them elsewhere."""
    out = _gone_on(_across_tellings(frames, same, actors))
    here: dict[int, list[Frame]] = {}
    for f in out:
        here.setdefault(f.sentence, []).append(f)
    accused = [f for f in out if f.type == "ACCUSE" and f.actor and f.recipient][:_MANY]
    out = [_through(here[f.sentence], accused, f) for f in out]
    out = _answers(from_the_article(out, actors))
    sides = _Sides(out, actors)
    return _mediated([sides.fill(f) for f in out])


def _answers(frames: Sequence[Frame]) -> list[Frame]:
    """A request and the refusal of it have each other's parties: "asked the ministry to act. It
    declined the request"."""
    out = list(frames)
    for k, f in enumerate(frames):
        if f.type != "REJECT" or not f.actor or f.recipient:
            continue
        for j in range(k - 1, max(-1, k - _NEAR), -1):
            g = out[j]
            if f.sentence - g.sentence > _FRESH:
                break
            if g.type != "REQUEST" or not g.actor or set(g.actor) & set(f.actor):
                continue
            near = f.lemma in _REFUSALS and f.sentence - g.sentence == 1 and not g.recipient
            if near or set(g.recipient) & set(f.actor):
                out[k] = replace(f, recipient=g.actor, rule=f"{f.rule}+answer")
                if not g.recipient and not g.recipient_spans:
                    out[j] = replace(g, recipient=f.actor, rule=f"{g.rule}+answer")
                break
    return out


def _gone_on(frames: Sequence[Frame]) -> list[Frame]:
    """What the sentence before began: talks go on between those who met, and what is done again
    to the same party ("he was further sanctioned") is done by the same."""
    out: list[Frame] = []
    met: Frame | None = None
    last: dict[tuple[str, tuple[int, ...]], Frame] = {}
    for f in frames:
        if f.type == "CONSULT":
            bare = not f.actor and not f.recipient and not f.actor_spans and not f.recipient_spans
            if bare and met is not None and f.sentence - met.sentence <= 1:
                f = replace(f, actor=met.actor, recipient=met.recipient, rule=f"{f.rule}+before")
            if len({*f.actor, *f.recipient}) > 1:
                met = f
        elif f.type in _REPEATED and f.recipient:
            before = last.get((f.type, f.recipient))
            if (
                before is not None
                and not f.actor
                and not f.actor_spans
                and f.sentence - before.sentence <= 1
            ):
                f = replace(f, actor=before.actor, rule=f"{f.rule}+before")
            elif f.actor:
                last[f.type, f.recipient] = f
        out.append(f)
    return out


def _mediated(frames: Sequence[Frame]) -> list[Frame]:
    """A mediator named once is the mediator wherever the same parties deal with each other."""
    known = [(set(f.actor + f.recipient), f.mediator) for f in frames if f.mediator]
    known += [
        (set(f.recipient), f.actor)
        for f in frames
        if f.mode == "third-party" and f.actor and len(f.recipient) > 1
    ]
    known = known[:_MANY]
    out = []
    for f in frames:
        parties = set(f.actor + f.recipient)
        if not f.mediator and _is_deal(f) and len(parties) > 1:
            found = next((m for p, m in known if parties <= p and not parties & set(m)), ())
            f = replace(f, mediator=found)
        out.append(f)
    return out


def _is_deal(f: Frame) -> bool:
    return f.type == "AGREE" or (f.type in _TOGETHER and f.lemma in _PARTED)


def _across_tellings(
    frames: Sequence[Frame], same: Sequence[int | None], actors: Sequence[LocalActor]
) -> list[Frame]:
    def state(i: int) -> str | None:
        return actors[i].country if actors[i].acts_for_state else None

    groups: dict[int, list[int]] = {}
    for k, root in enumerate(same):
        groups.setdefault(k if root is None else root, []).append(k)
    out = list(frames)
    for group in groups.values():
        if len(group) == 1:
            continue
        told = [frames[k] for k in group]
        actor = next((f.actor for f in told if f.actor), ())
        recipient = next((f.recipient for f in told if f.recipient), ())
        mediator = next((f.mediator for f in told if f.mediator), ())
        place = next((f.place for f in told if f.place is not None), None)
        for k in group:
            f = frames[k]
            struck = {state(r) for r in f.recipient} - {None}  # nobody raids his own embassy
            doer = f.actor or tuple(
                a for a in actor if a not in f.recipient and state(a) not in struck
            )
            own = {state(a) for a in doer} - {None} if f.type not in _JOINT else set()
            out[k] = replace(
                f,
                actor=doer,
                recipient=f.recipient
                or tuple(r for r in recipient if r not in doer and state(r) not in own),
                mediator=f.mediator or mediator,
                place=f.place if f.place is not None else place,
            )
    return out


def _through(beside: Sequence[Frame], accused: Sequence[Frame], f: Frame) -> Frame:
    """Speech about an event is aimed at its doer: "condemned the attack", "praised the truce"."""
    if f.recipient or f.type not in _ABOUT:
        return f
    starts = {s.start for s in f.recipient_spans}
    for g in beside:
        if g is not f and g.trigger.start in starts:
            joint = g.type in _JOINT or g.lemma in _PARTED
            parties = g.actor + (g.recipient if joint else ())
            fresh = tuple(dict.fromkeys(a for a in parties if a not in f.actor))
            if fresh:
                return replace(f, recipient=fresh)
    if f.type == "REJECT" and f.lemma in _DENIALS:  # a denial answers who accused
        for g in accused:
            if set(g.recipient) & set(f.actor):
                return replace(f, recipient=g.actor)
    return f


class _Sides:
    """Who fights whom in the article. A side is a country where its actors act for it."""

    def __init__(self, frames: Sequence[Frame], actors: Sequence[LocalActor]) -> None:
        self._actors = actors
        self._face: dict[str, int] = {}
        pairs: Counter[tuple[str, str]] = Counter()
        told: Counter[str] = Counter()
        allied: set[tuple[str, str]] = set()
        first: dict[tuple[str, str], tuple[int, str, str]] = {}
        for k, f in enumerate(frames):
            told.update({self._side(a) for a in f.actor + f.recipient})
            joint = f.lemma in _PARTED and f.type in _TOGETHER
            if not joint and (f.type not in _FIGHT or f.status in ("denied", "hypothetical")):
                continue
            if not joint and len(f.actor) <= _FEW:
                beside = {self._side(a) for a in f.actor} - {self._side(b) for b in f.recipient}
                allied.update(combinations(sorted(beside), 2))
            for a in filter(self._can_fight, f.actor):
                for b in filter(self._can_fight, f.recipient):
                    x, y = self._side(a), self._side(b)
                    if x != y:
                        pair = (x, y) if x < y else (y, x)
                        pairs[pair] += 1
                        first.setdefault(pair, (k, x, y))
        # the pair told most, weighed by how much the article has of its weaker side; then the
        # first told (never by name: a renamed article must come out the same)
        best = sorted(
            pairs, key=lambda p: (-(2 * pairs[p] + min(told[p[0]], told[p[1]])), first[p][0])
        )
        best = [p for p in best if p not in allied]
        self._ranked = [first[p][1:] for p in best]
        self._weight = [pairs[p] for p in best]

    def _side(self, i: int) -> str:
        actor = self._actors[i]
        key = actor.key
        if actor.country and (actor.acts_for_state or actor.kind in _OF_COUNTRY):
            key = actor.country
        elif actor.kind == "armed_group" and key.startswith("desc:"):
            key = "rebels"  # "insurgents", "rebel fighters": one side under many words
        if key not in self._face or actor.kind == "state":
            self._face[key] = i
        return key

    def _can_fight(self, i: int) -> bool:
        actor = self._actors[i]
        return actor.acts_for_state or actor.kind in _FIGHTERS or bool(actor.country)

    def _opponent(self, actor: Sequence[int]) -> tuple[int, ...]:
        mine = {self._side(a) for a in actor}
        found = [
            (weight, y if x in mine else x)
            for weight, (x, y) in zip(self._weight, self._ranked)
            if (x in mine) != (y in mine)
        ]
        if not found or any(_CLEAR * weight > found[0][0] for weight, _ in found[1:]):
            return ()
        if found[0][0] < _CLEAR:
            return ()  # one deed makes a pair of opponents only where there is no other
        return (self._face[found[0][1]],)

    def _two_sided(self) -> bool:
        """Whether the article tells of one fight above all."""
        told = self._weight
        return bool(told) and all(_CLEAR * weight <= told[0] for weight in told[1:])

    def fill(self, f: Frame) -> Frame:
        if not f.actor and not f.recipient and f.lemma in _PARTED and self._two_sided():
            x, y = self._ranked[0]
            return replace(
                f,
                actor=(self._face[x], self._face[y]),
                recipient=(self._face[y],),
                rule=f"{f.rule}+opponent",
            )
        joint = f.lemma in _PARTED and f.type in _TOGETHER
        if f.type in _SAID and f.recipient_spans:
            return f  # what is rejected is named, and is no party
        if f.actor and not f.recipient and (f.type in _AGAINST or joint):
            found = tuple(o for o in self._opponent(f.actor) if o not in f.mediator)
            if found:
                return replace(f, recipient=found, rule=f"{f.rule}+opponent")
        return f
