"""Reports → events: which reports tell of one event in the world.

Two reports are judged by themselves: nothing may contradict (type, days, parties, place, status),
and enough must agree. An event is a connected component of such judgements and of the definite
references that an article makes itself ("the attack", "the move").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from standoff.merge.identity import Components
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


def link(reports: Sequence[Report]) -> tuple[list[list[Report]], list[Judgement]]:
    """Groups of reports that tell of one event, each and all sorted by report id."""
    by_id = {r.id: r for r in reports}
    components = Components(by_id)
    judgements = []
    for a, b in _own_references(reports):
        components.join(a.id, b.id)
        judgements.append(Judgement("event", a.id, b.id, "same", "a definite reference", 1.0))
    for a_id, b_id in sorted(_candidates(reports)):
        score, why = _agreement(by_id[a_id], by_id[b_id])
        if score >= THRESHOLD:
            components.join(a_id, b_id)
            judgements.append(Judgement("event", a_id, b_id, "same", why, round(score, 2)))
    groups = components.groups(sorted(by_id))
    return [[by_id[i] for i in g] for g in groups], judgements


def _own_references(reports: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    at = {(r.document, r.index): r for r in reports}
    for r in reports:
        other = at.get((r.document, r.frame.same_as)) if r.frame.same_as is not None else None
        if other is not None and _class(other) == _class(r) and other.id != r.id:
            yield tuple(sorted((r, other), key=lambda x: x.id))  # type: ignore[misc]


def _class(r: Report) -> str:
    """Types between which the codebook's border moved, or that one act can carry, are one."""
    t = r.frame.type
    if t in ("CONCEDE", "RETREAT"):
        return "YIELD"
    return t


def _candidates(reports: Sequence[Report]) -> set[tuple[str, str]]:
    blocks: dict[tuple[str, str], list[str]] = {}
    for r in sorted(reports, key=lambda r: r.id):
        keys = {
            *(f"a:{a}" for a in r.actor),
            *(f"c:{c}" for c in r.actor_countries),
            *(f"r:{a}" for a in r.recipient),
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


def _agreement(a: Report, b: Report) -> tuple[float, str]:
    """Points for what agrees, less for what does not; -inf where something contradicts."""
    no = float("-inf")
    if _STATUS[a.frame.status] != _STATUS[b.frame.status]:
        return no, "status"
    verbal = a.frame.type in _VERBAL
    points, why = 0.0, []
    days = _days_points(a, b)
    if days is None:
        return no, "days"
    points += days
    if days > 0.5:
        why.append("days")
    for name, xs, ys, xc, yc in (
        ("actor", a.actor, b.actor, a.actor_countries, b.actor_countries),
        ("recipient", a.recipient, b.recipient, a.recipient_countries, b.recipient_countries),
    ):
        if not xs or not ys:
            continue
        if set(xs) & set(ys) or xc & yc:
            points += 1.5
            why.append(name)
        elif verbal or (xc and yc):
            return no, name
        else:
            points -= 1.5
    if a.place and b.place:
        points += 1.0 if a.place == b.place else -1.5
        if a.place == b.place:
            why.append("place")
    points += _figure_points(a, b)
    if a.frame.mode and b.frame.mode:
        points += 0.5 if a.frame.mode == b.frame.mode else -1.0
    if a.frame.lemma == b.frame.lemma:
        points += 1.0
        why.append("trigger")
    return points, "same " + ", ".join(why) if why else "nothing against it"


def _days_points(a: Report, b: Report) -> float | None:
    x, y = a.frame.when, b.frame.when
    if x is None or y is None:
        return 0.0
    if x.latest < y.earliest or y.latest < x.earliest:
        return None
    widest = max(_width(x.earliest, x.latest), _width(y.earliest, y.latest))
    return 1.5 if widest <= 2 else 1.0 if widest <= 8 else 0.5 if widest <= 35 else 0.0


def _width(a: date, b: date) -> int:
    return (b - a).days


def _figure_points(a: Report, b: Report) -> float:
    x = {(f.kind, f.low) for f in a.frame.figures if f.low}
    y = {(f.kind, f.low) for f in b.frame.figures if f.low}
    return 1.5 if x & y else 0.0
