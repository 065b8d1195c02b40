"""Do two reports tell of one event? Judged from the two alone.

What the judgement looks at is worked out once for each report (:class:`Look`), since every report
is compared with many.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from standoff.merge.reports import Report, Spot

THRESHOLD = 4.0
"""Points from which two reports are taken for one event; see :func:`agreement`."""
_VERBAL = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN".split())
_STATUS = {
    "happened": "real", "ongoing": "real", "planned": "plan", "called_for": "plan",
    "hypothetical": "maybe", "denied": "real",
}  # fmt: skip
_TOLD = ("time", "offset", "same", "story")
"""What a date can rest on that is in the text; the rest is a window around the publication."""
_TOWNS_KM = 15.0
_REGION_KM = 300.0
"""How far apart two towns, or a town and the middle of its region, can be for one event."""
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
    """What tells one event from another. Days are ordinals, None where unknown."""

    document: str
    status: str
    verbal: bool
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


def look(r: Report) -> Look:
    f = r.frame
    return Look(
        document=r.document,
        status=_STATUS[f.status],
        verbal=f.type in _VERBAL,
        first=f.when.earliest.toordinal() if f.when else None,
        last=f.when.latest.toordinal() if f.when else None,
        told=f.when_basis in _TOLD,
        actor=Side(frozenset(r.actor), r.actor_countries, r.actor_described),
        recipient=Side(frozenset(r.recipient), r.recipient_countries, r.recipient_described),
        place=r.place,
        fine=r.fine,
        spot=r.spot,
        figures=frozenset((x.kind, x.low) for x in f.figures if x.low and x.low > 1),
        mode=f.mode,
        lemma=f.lemma,
        victims=r.named if f.lemma in _LETHAL else frozenset(),
        words=frozenset(r.quote.lower().split()),
    )


def contradiction(a: Look, b: Look) -> str | None:
    """What speaks against one event, whatever else agrees; None if nothing does."""
    if a.status != b.status:
        return "status"
    if (
        a.first is not None
        and b.first is not None
        and a.last is not None
        and b.last is not None
        and (a.last < b.first or b.last < a.first)
    ):
        return "days"
    if a.fine and b.fine and a.place != b.place and not _near(a.spot, b.spot):
        return "place"
    for name, x, y in (("actor", a.actor, b.actor), ("recipient", a.recipient, b.recipient)):
        if x.opposes(y) and (a.verbal or (x.states and y.states)):
            return name
    return None


def _near(a: Spot | None, b: Spot | None) -> bool:
    """A town may lie in the region, or be its suburb; without coordinates nobody knows."""
    if a is None or b is None:
        return True
    east = (a.longitude - b.longitude) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    apart = 111.2 * math.hypot(a.latitude - b.latitude, east)
    return apart <= (_TOWNS_KM if a.exact and b.exact else _REGION_KM)


def agreement(a: Look, b: Look) -> tuple[float, str]:
    """Points for what agrees, less for what does not; -inf where something contradicts."""
    against = contradiction(a, b)
    if against is not None:
        return float("-inf"), against
    why = []
    days = _days(a, b)
    points = days
    if days >= 1:
        why.append("days")
    for name, x, y in (("actor", a.actor, b.actor), ("recipient", a.recipient, b.recipient)):
        if x.ids and y.ids and x.shares(y):
            points += 1.5
            why.append(name)
        elif x.opposes(y):
            points -= 1.5
    if a.place and a.place == b.place:
        points += 2.0 if a.fine else 0.5
        why.append("place")
    if not a.figures.isdisjoint(b.figures):
        points += 2.0
        why.append("count")
    if a.mode and b.mode and a.mode != b.mode:
        points -= 1.0
    if a.lemma == b.lemma:
        points += 1.0
        why.append("trigger")
    if not a.victims.isdisjoint(b.victims):
        points += 2.0  # nobody is killed twice
        why.append("victim")
    if a.document != b.document:
        alike = _alike(a.words, b.words)
        if alike >= 0.3:
            points += 4.0 if alike >= 0.6 else 2.0
            why.append("words")
    elif a.verbal:
        points += 0.5  # an article goes on about the same words more than about new ones
    return points, "same " + ", ".join(why) if why else "nothing against it"


def _days(a: Look, b: Look) -> float:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 0.0
    widest = max(a.last - a.first, b.last - b.first)
    if a.told and b.told and widest <= 7:
        return 2.0 if widest <= 1 else 1.5
    return 1.0 if widest <= 8 else 0.5 if widest <= 35 else 0.0


def _alike(x: frozenset[str], y: frozenset[str]) -> float:
    """Overlap of the words of two sentences."""
    shared = len(x & y)
    return shared / (len(x) + len(y) - shared) if shared else 0.0
