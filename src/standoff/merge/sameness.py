"""Can two reports tell of one event? Judged from the two alone.

What the judgement looks at is worked out once for each report (:class:`Look`), since every report
is compared with many. How much speaks for it is counted in :mod:`standoff.merge.agreement`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from standoff.merge.reports import Report, Spot

_VERBAL = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN".split())
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Acts of two parties at once: who is told of first is chance."""
_STATUS = {
    "happened": "real", "ongoing": "real", "planned": "plan", "called_for": "plan",
    "hypothetical": "maybe", "denied": "real",
}  # fmt: skip
_PROVINCE = re.compile(r" (?:province|region|governorate|oblast|district|state|county):")
_TOLD = ("time", "offset", "same", "story")
"""What a date can rest on that is in the text; the rest is a window around the publication."""
_WORD = re.compile(r"\w+")
_TOWN_KM = 2.0
_TOWNS_KM = 15.0
_REGION_KM = 300.0
"""How far apart the coordinates of one town, two towns, or a town and the middle of its region,
can be for one event."""
_LETHAL = frozenset(
    "kill killing killed assassinate assassination murder execute execution slay death die".split()
)


@dataclass(frozen=True, slots=True)
class Side:
    """The actors or recipients of a report: ids, states they act for, words without a name."""

    ids: frozenset[str]
    states: frozenset[str]
    described: frozenset[str]

    def shares(self, other: Side) -> bool:
        return not (
            self.ids.isdisjoint(other.ids)
            and self.states.isdisjoint(other.states)
            and self.described.isdisjoint(other.described)
        )

    def opposes(self, other: Side) -> bool:
        """Both named, and not the same: a description may be anybody."""
        if not self.ids or not other.ids or self.described or other.described:
            return False
        return not self.shares(other)


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one event from another. Days are ordinals, None where unknown; ``words`` are
    those of the sentence that are long enough to mean something."""

    document: str
    sentence: int
    start: int
    status: str
    ongoing: bool
    denied: bool
    verbal: bool
    mutual: bool
    first: int | None
    last: int | None
    told: bool
    actor: Side
    recipient: Side
    place: str | None
    fine: bool
    spot: Spot | None
    figures: frozenset[tuple[str, int]]
    mode: str | None
    lemma: str
    victims: frozenset[str]
    words: frozenset[str]


def looks_of(reports: Iterable[Report]) -> dict[str, Look]:
    """By report id. A name that stands for a province too ("Idlib", "Idlib province") may mean
    the whole of it wherever it is told."""
    reports = list(reports)
    found = (_PROVINCE.sub(":", r.place) for r in reports if r.place and not _exact(r.spot))
    provinces = frozenset(found)
    quotes = {r.quote for r in reports}
    words = {q: frozenset(w for w in _WORD.findall(q.lower()) if len(w) > 3) for q in quotes}
    return {r.id: _look(r, provinces, words[r.quote]) for r in reports}


def _exact(spot: Spot | None) -> bool:
    return spot is not None and spot.exact


def _look(r: Report, provinces: frozenset[str], words: frozenset[str]) -> Look:
    f = r.frame
    spot = replace(r.spot, exact=False) if r.spot and r.place in provinces else r.spot
    return Look(
        document=r.document,
        sentence=f.sentence,
        start=f.trigger.start,
        status=_STATUS[f.status],
        ongoing=f.status == "ongoing",
        denied=f.status == "denied",
        verbal=f.type in _VERBAL,
        mutual=f.type in _MUTUAL,
        first=f.when.earliest.toordinal() if f.when else None,
        last=f.when.latest.toordinal() if f.when else None,
        told=f.when_basis in _TOLD,
        actor=Side(frozenset(r.actor), r.actor_countries, r.actor_described),
        recipient=Side(frozenset(r.recipient), r.recipient_countries, r.recipient_described),
        place=r.place,
        fine=r.fine,
        spot=spot,
        figures=frozenset((x.kind, x.low) for x in f.figures if x.low and x.low > 1),
        mode=f.mode,
        lemma=f.lemma,
        victims=r.victims if f.lemma in _LETHAL else frozenset(),
        words=words,
    )


def contradiction(a: Look, b: Look) -> str | None:
    """What speaks against one event, whatever else agrees; None if nothing does."""
    if a.status != b.status:
        return "status"
    if _apart(a, b):
        return "days"
    if a.fine and b.fine and a.place != b.place and not _near(a.spot, b.spot):
        return "place"
    against = _parties(a, b.actor, b.recipient)
    if against and a.mutual and not _parties(a, b.recipient, b.actor):
        return None
    return against


def grounds(x: Look) -> Hashable:
    """All of a look that a contradiction can rest on."""
    return (
        x.status, x.first, x.last, x.fine, x.place, x.spot, x.verbal, x.mutual, x.actor, x.recipient
    )  # fmt: skip


def _parties(a: Look, actor: Side, recipient: Side) -> str | None:
    for name, x, y in (("actor", a.actor, actor), ("recipient", a.recipient, recipient)):
        if (a.verbal or (x.states and y.states)) and x.opposes(y):
            return name
    return None


def _apart(a: Look, b: Look) -> bool:
    """No day is in both ranges."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return False
    return a.last < b.first or b.last < a.first


def same_place(a: Look, b: Look) -> bool:
    """Of one name, or one town under two spellings."""
    if a.place == b.place:
        return a.place is not None
    x, y = a.spot, b.spot
    return x is not None and y is not None and x.exact and y.exact and _kilometres(x, y) <= _TOWN_KM


def _near(a: Spot | None, b: Spot | None) -> bool:
    """A town may lie in the region, or be its suburb; without coordinates nobody knows."""
    if a is None or b is None:
        return True
    return _kilometres(a, b) <= (_TOWNS_KM if a.exact and b.exact else _REGION_KM)


def _kilometres(a: Spot, b: Spot) -> float:
    east = (a.longitude - b.longitude) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return 111.2 * math.hypot(a.latitude - b.latitude, east)
