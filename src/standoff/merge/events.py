"""Reports → events: which reports tell of one event in the world.

Two reports are judged by themselves: nothing may contradict (type, days, parties, place, status),
and enough must agree. An event is what such judgements join, with the definite references that an
article makes itself ("the attack", "the move") and the predicates of one sentence that share its
act ("were hit in a raid", "died in the attack"); no two of its reports contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from standoff.merge.reports import Report
from standoff.types import Judgement

THRESHOLD = 4.0
"""Evidence points from which two reports are taken for one event; see ``_agreement``."""
_VERBAL = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN".split())
_STATUS = {
    "happened": "real", "ongoing": "real", "planned": "plan", "called_for": "plan",
    "hypothetical": "maybe", "denied": "real",
}  # fmt: skip
_BLOCK = 400
"""Reports under one key beyond which a key tells nothing and is not compared."""
_TOLD = ("time", "offset", "same", "story")
"""What a date can rest on that is in the text; the rest is a window around the publication."""
_LETHAL = frozenset(
    "kill killing killed assassinate assassination murder execute execution slay death die".split()
)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of two reports: ids and the states that they act for."""

    name: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    a_states: frozenset[str]
    b_states: frozenset[str]
    a_described: frozenset[str]
    b_described: frozenset[str]

    @property
    def known(self) -> bool:
        return bool(self.a and self.b)

    @property
    def shared(self) -> bool:
        return bool(
            set(self.a) & set(self.b)
            or self.a_states & self.b_states
            or self.a_described & self.b_described
        )

    @property
    def opposed(self) -> bool:
        """Both named, and not the same: a description may be anybody."""
        return self.known and not self.shared and not (self.a_described or self.b_described)


def link(reports: Sequence[Report]) -> tuple[list[list[Report]], list[Judgement]]:
    """Groups of reports that tell of one event, each and all sorted by report id.

    Judgements are taken in the order of their strength; one that would put two reports into one
    event that contradict each other is passed over, so that a chain of near agreements ends there.
    """
    by_id = {r.id: r for r in reports}
    judged = sorted(_judged(reports, by_id), key=lambda j: (-j.score, j.left, j.right))
    group_of = {i: [i] for i in by_id}
    taken = []
    for j in judged:
        left, right = group_of[j.left], group_of[j.right]
        if left is right:
            taken.append(j)
            continue
        if any(_contradiction(by_id[x], by_id[y]) for x in left for y in right):
            continue
        taken.append(j)
        small, large = sorted((left, right), key=len)
        large += small
        for i in small:
            group_of[i] = large
    seen = {id(g): sorted(g) for g in group_of.values()}
    return [[by_id[i] for i in g] for g in sorted(seen.values())], taken


def completed(group: Sequence[Report]) -> list[Report]:
    """The reports of one event, where one names no party those that its own article names.

    "The attack" has the parties that the article gives to it elsewhere; what only another article
    says stays that article's.
    """
    out = []
    for r in group:
        own = sorted((x for x in group if x.document == r.document), key=_position)
        where = r if r.place else next((x for x in own if x.fine), r)
        out.append(
            replace(
                r,
                place=where.place,
                fine=where.fine,
                actor=r.actor or _common([x.actor for x in own]),
                recipient=r.recipient or _common([x.recipient for x in own]),
                mediator=r.mediator or _common([x.mediator for x in own]),
            )
        )
    return out


def _common(sides: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The parties that most of the reports which name any name; of equals, the first named."""
    named = Counter(x for x in sides if x)
    return named.most_common(1)[0][0] if named else ()


def _position(r: Report) -> tuple[str, int, int]:
    """Where a report stands: order by it, not by id, decides between equals."""
    return (r.document, r.frame.trigger.start, r.frame.trigger.end)


def _judged(reports: Sequence[Report], by_id: Mapping[str, Report]) -> Iterable[Judgement]:
    for a, b in _own_references(reports):
        yield Judgement("event", a.id, b.id, "same", "a definite reference", 10.0)
    for a, b in _one_act(reports):
        yield Judgement("event", a.id, b.id, "same", "one act, one sentence", 8.0)
    for a_id, b_id in sorted(_candidates(reports)):
        score, why = _agreement(by_id[a_id], by_id[b_id])
        if score >= THRESHOLD:
            yield Judgement("event", a_id, b_id, "same", why, round(score, 2))


def _own_references(reports: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    at = {(r.document, r.index): r for r in reports}
    for r in reports:
        other = at.get((r.document, r.frame.same_as)) if r.frame.same_as is not None else None
        if other is not None and _class(other) == _class(r) and other.id != r.id:
            yield _sorted(r, other)


def _one_act(reports: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    """Neighbours of one class in one sentence: "carried out a raid", "killed in an airstrike"."""
    last: dict[tuple[str, int, str], Report] = {}
    for r in sorted(reports, key=lambda r: (r.document, r.frame.trigger.start)):
        key = (r.document, r.frame.sentence, _class(r))
        before = last.get(key)
        if before is not None and before.id != r.id:
            yield _sorted(before, r)
        last[key] = r


def _sorted(a: Report, b: Report) -> tuple[Report, Report]:
    return (a, b) if a.id < b.id else (b, a)


def _class(r: Report) -> str:
    """Types between which the codebook's border moved are one."""
    return "YIELD" if r.frame.type in ("CONCEDE", "RETREAT") else r.frame.type


def _candidates(reports: Sequence[Report]) -> set[tuple[str, str]]:
    blocks: dict[tuple[str, str], list[str]] = {}
    for r in sorted(reports, key=lambda r: r.id):
        keys = {
            *(f"a:{a}" for a in r.actor),
            *(f"c:{c}" for c in r.actor_countries),
            *(f"r:{a}" for a in r.recipient),
            f"w:{r.context}",
        }
        if r.place:
            keys.add(f"p:{r.place}")
        for f in r.frame.figures:
            if f.low:
                keys.add(f"f:{f.kind}:{f.low}")
        for k in keys:
            blocks.setdefault((_class(r), k), []).append(r.id)
    return {
        (ids[i], ids[j])
        for ids in blocks.values()
        if len(ids) <= _BLOCK
        for i in range(len(ids))
        for j in range(i + 1, len(ids))
    }


def _sides(a: Report, b: Report) -> tuple[_Side, _Side]:
    return (
        _Side(
            "actor",
            a.actor,
            b.actor,
            a.actor_countries,
            b.actor_countries,
            a.actor_described,
            b.actor_described,
        ),
        _Side(
            "recipient",
            a.recipient,
            b.recipient,
            a.recipient_countries,
            b.recipient_countries,
            a.recipient_described,
            b.recipient_described,
        ),
    )


def _contradiction(a: Report, b: Report) -> str | None:
    """What speaks against one event, whatever else agrees; None if nothing does."""
    if _STATUS[a.frame.status] != _STATUS[b.frame.status]:
        return "status"
    x, y = a.frame.when, b.frame.when
    if x is not None and y is not None and (x.latest < y.earliest or y.latest < x.earliest):
        return "days"
    if a.fine and b.fine and a.place != b.place:
        return "place"
    for side in _sides(a, b):
        if side.opposed and (a.frame.type in _VERBAL or (side.a_states and side.b_states)):
            return side.name
    return None


def _agreement(a: Report, b: Report) -> tuple[float, str]:
    """Points for what agrees, less for what does not; -inf where something contradicts."""
    against = _contradiction(a, b)
    if against is not None:
        return float("-inf"), against
    points, why = 0.0, []
    days = _days_points(a, b)
    points += days
    if days >= 1:
        why.append("days")
    for side in _sides(a, b):
        if side.known and side.shared:
            points += 1.5
            why.append(side.name)
        elif side.opposed:
            points -= 1.5
    if a.place and a.place == b.place:
        points += 2.0 if a.fine else 0.5
        why.append("place")
    if _figures(a) & _figures(b):
        points += 2.0
        why.append("count")
    if a.frame.mode and b.frame.mode and a.frame.mode != b.frame.mode:
        points -= 1.0
    if a.frame.lemma == b.frame.lemma:
        points += 1.0
        why.append("trigger")
    if {a.frame.lemma, b.frame.lemma} <= _LETHAL and a.named & b.named:
        points += 2.0  # nobody is killed twice
        why.append("victim")
    alike = _alike(a.quote, b.quote) if a.document != b.document else 0.0
    if alike >= 0.3:
        points += 4.0 if alike >= 0.6 else 2.0
        why.append("words")
    if a.document == b.document and a.frame.type in _VERBAL:
        points += 0.5  # an article goes on about the same words more than about new ones
    return points, "same " + ", ".join(why) if why else "nothing against it"


def _days_points(a: Report, b: Report) -> float:
    x, y = a.frame.when, b.frame.when
    if x is None or y is None:
        return 0.0
    widest = max((d.latest - d.earliest).days for d in (x, y))
    if a.frame.when_basis in _TOLD and b.frame.when_basis in _TOLD and widest <= 7:
        return 2.0 if widest <= 1 else 1.5
    return 1.0 if widest <= 8 else 0.5 if widest <= 35 else 0.0


def _alike(a: str, b: str) -> float:
    """Overlap of the words of two sentences."""
    x, y = (frozenset(q.lower().split()) for q in (a, b))
    return len(x & y) / len(x | y) if x and y else 0.0


def _figures(r: Report) -> set[tuple[str, int]]:
    return {(f.kind, f.low) for f in r.frame.figures if f.low and f.low > 1}
