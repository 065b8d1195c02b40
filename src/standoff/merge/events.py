"""Reports → events: which reports tell of one event in the world.

Two reports are judged by themselves: nothing may contradict (type, days, parties, place, status),
and enough must agree. An event is what such judgements join, with the definite references that an
article makes itself ("the attack", "the move") and the predicates of one sentence that share its
act ("were hit in a raid", "died in the attack"); no two of its reports contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from standoff.merge.reports import Report
from standoff.merge.sameness import THRESHOLD, Look, agreement, contradiction, look
from standoff.types import Judgement

_BLOCK = 400
"""Reports under one key beyond which a key tells nothing and is not compared."""
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})


def link(reports: Sequence[Report]) -> tuple[list[list[Report]], list[Judgement]]:
    """Groups of reports that tell of one event, each and all sorted by report id.

    Judgements are taken in the order of their strength; one that would put two reports into one
    event that contradict each other is passed over, so that a chain of near agreements ends there.
    """
    by_id = {r.id: r for r in reports}
    looks = {i: look(r) for i, r in by_id.items()}
    judged = sorted(_judged(reports, looks), key=lambda j: (-j.score, j.left, j.right))
    group_of = {i: [i] for i in by_id}
    taken = []
    for j in judged:
        left, right = group_of[j.left], group_of[j.right]
        if left is right:
            taken.append(j)
            continue
        if any(contradiction(looks[x], looks[y]) for x in left for y in right):
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
        actor, recipient = _sides(r, own)
        out.append(
            replace(
                r,
                place=where.place,
                fine=where.fine,
                spot=where.spot,
                actor=actor,
                recipient=recipient,
                mediator=r.mediator or _common([x.mediator for x in own])[0],
            )
        )
    return out


def _sides(r: Report, own: Sequence[Report]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it and to whom, from the other reports where ``r`` has a side empty. Nobody does to
    himself what is not mutual: of two claims on one party the one told more often stands."""
    mutual = r.frame.type in _MUTUAL
    by, told = _common([x.actor for x in own], () if mutual else r.recipient)
    to, heard = _common([x.recipient for x in own], () if mutual else r.actor)
    actor, recipient = r.actor or by, r.recipient or to
    if not mutual and not r.actor and not r.recipient and set(by) & set(to):
        return ((), to) if heard > told else (by, ())
    return actor, recipient


def _common(
    sides: Sequence[tuple[str, ...]], but: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], int]:
    """The parties that most of the reports which name any name, none of them in ``but``, and how
    many name them; of equals, the first named."""
    named = Counter(x for x in sides if x and not set(x) & set(but))
    return named.most_common(1)[0] if named else ((), 0)


def _position(r: Report) -> tuple[str, int, int]:
    """Where a report stands: order by it, not by id, decides between equals."""
    return (r.document, r.frame.trigger.start, r.frame.trigger.end)


def _judged(reports: Sequence[Report], looks: Mapping[str, Look]) -> Iterable[Judgement]:
    for a, b in _own_references(reports):
        yield Judgement("event", a.id, b.id, "same", "a definite reference", 10.0)
    for a, b in _one_act(reports):
        yield Judgement("event", a.id, b.id, "same", "one act, one sentence", 8.0)
    for a_id, b_id in sorted(_candidates(reports)):
        score, why = agreement(looks[a_id], looks[b_id])
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
