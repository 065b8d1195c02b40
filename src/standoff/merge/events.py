"""Reports → events: which reports tell of one event in the world.

Two reports are judged by themselves: nothing may contradict (type, days, parties, place, status),
and enough must agree. An event is what such judgements join, among them the definite references
that an article makes itself ("the attack", "the move") and the neighbours of one sentence ("were
hit in a raid", "died in the attack"); no two of its reports contradict each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from standoff.merge.agreement import THRESHOLD, agreement
from standoff.merge.groups import Group, Tellings
from standoff.merge.reports import Report
from standoff.merge.sameness import Look, looks_of
from standoff.types import Judgement

_BLOCK = 400
"""Reports under one key beyond which a key tells nothing and is not compared."""
_MEAN = 3.5
"""Points that the pairs of one article have on average, where they are one event."""
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})


def link(reports: Sequence[Report]) -> tuple[list[list[Report]], list[Judgement]]:
    """Groups of reports that tell of one event, each and all sorted by report id.

    Judgements are taken in the order of their strength; one is passed over that would put two
    reports into one event that contradict each other, or reports of one article between which,
    on the whole, too little agrees: so a chain of near agreements ends there.
    """
    by_id = {r.id: r for r in reports}
    looks = looks_of(reports)
    judged = sorted(_judged(reports, looks), key=lambda j: (-j.score, j.left, j.right))
    points = {(j.left, j.right): j.score for j in judged}
    group_of = {i: Group(i, looks[i]) for i in by_id}
    apart: dict[Group, set[Group]] = defaultdict(set)
    unlike: dict[tuple[Group, Group], tuple[int, int]] = {}
    """Groups between which too little agreed when they were of these sizes."""
    taken = []
    for j in judged:
        left, right = group_of[j.left], group_of[j.right]
        if left is right:
            taken.append(j)
            continue
        sizes = len(left.reports), len(right.reports)
        if right in apart[left] or unlike.get((left, right)) == sizes:
            continue
        if left.contradicts(right):
            apart[left].add(right)
            apart[right].add(left)
            continue
        if not _agree(left, right, looks, points):
            unlike[left, right] = sizes
            continue
        taken.append(j)
        small, large = sorted((left, right), key=lambda g: len(g.reports))
        for other in apart[small]:
            apart[other].add(large)
        apart[large] |= apart[small]
        large.take(small)
        for i in small.reports:
            group_of[i] = large
    seen = {id(g): sorted(g.reports) for g in group_of.values()}
    return [[by_id[i] for i in g] for g in sorted(seen.values())], taken


def _agree(
    left: Group,
    right: Group,
    looks: Mapping[str, Look],
    points: dict[tuple[str, str], float],
) -> bool:
    """On average, the pairs of one article; those not yet in ``points`` are added."""
    found = []
    for pair in left.pairs(right):
        if pair not in points:
            points[pair] = agreement(looks[pair[0]], looks[pair[1]])[0]
        found.append(points[pair])
    return sum(found) >= _MEAN * len(found)


def completed(groups: Sequence[Sequence[Report]]) -> list[list[Report]]:
    """The groups, where a report names no party those that its own article names.

    "The attack" has the parties that the article gives to it elsewhere, or to what the article
    tells with it; what only another article says stays that article's.
    """
    told_with = _told_with([r for g in groups for r in g])
    nothing = Tellings(())
    out = []
    for group in groups:
        of_article: dict[str, list[Report]] = {}
        for r in sorted(group, key=_position):
            of_article.setdefault(r.document, []).append(r)
        own = {document: Tellings(told) for document, told in of_article.items()}
        out.append([_filled(r, own[r.document], told_with.get(r.id, nothing)) for r in group])
    return out


def _told_with(reports: Sequence[Report]) -> dict[str, Tellings]:
    """By report id: the reports that stand in a chain of references and neighbours with it."""
    pairs = [*_own_references(reports), *_one_sentence(reports)]
    by_id = {r.id: r for pair in pairs for r in pair}
    chain_of = {i: Group(i, look) for i, look in looks_of(by_id.values()).items()}
    for a, b in pairs:
        left, right = chain_of[a.id], chain_of[b.id]
        if left is right or left.contradicts(right):
            continue
        small, large = sorted((left, right), key=lambda g: len(g.reports))
        large.take(small)
        for i in small.reports:
            chain_of[i] = large
    told = {
        chain: Tellings(sorted((by_id[i] for i in chain.reports), key=_position))
        for chain in dict.fromkeys(chain_of.values())
    }
    return {i: told[chain] for i, chain in chain_of.items()}


def _filled(r: Report, own: Tellings, told_with: Tellings) -> Report:
    """``r`` with what it leaves open from reports of its event, else from what is told with it."""
    if not r.place:
        where = own.where or told_with.where or r
        r = replace(r, place=where.place, fine=where.fine, spot=where.spot)
    if not r.mediator and own.mediators:
        r = replace(r, mediator=own.mediators[0][0])
    for others in (own, told_with):
        if not r.actor or not r.recipient:
            actor, recipient = _sides(r, others)
            if (actor, recipient) != (r.actor, r.recipient):
                r = replace(r, actor=actor, recipient=recipient)
    return r


def _sides(r: Report, others: Tellings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it and to whom, from the other reports where ``r`` has a side empty. Nobody does to
    himself what is not mutual: of two claims on one party the one told more often stands."""
    mutual = r.frame.type in _MUTUAL
    by, told = _most_told(others.actors, () if mutual else r.recipient)
    to, heard = _most_told(others.recipients, () if mutual else r.actor)
    actor, recipient = r.actor or by, r.recipient or to
    if not mutual and not r.actor and not r.recipient and set(by) & set(to):
        return ((), to) if heard > told else (by, ())
    return actor, recipient


def _most_told(
    sides: Sequence[tuple[tuple[str, ...], int]], but: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], int]:
    """The first of ``sides`` with none of ``but`` in it, and how many reports name it."""
    return next((x for x in sides if not (but and set(x[0]) & set(but))), ((), 0))


def _position(r: Report) -> tuple[str, int, int]:
    """Where a report stands: order by it, not by id, decides between equals."""
    return (r.document, r.frame.trigger.start, r.frame.trigger.end)


def _judged(reports: Sequence[Report], looks: Mapping[str, Look]) -> Iterable[Judgement]:
    referred = {(a.id, b.id) for a, b in _own_references(reports)}
    beside = {(a.id, b.id) for a, b in _one_sentence(reports)}
    for pair in _candidates(reports, looks) | referred | beside:
        score, why = agreement(looks[pair[0]], looks[pair[1]], pair in referred)
        if score >= THRESHOLD:
            yield Judgement("event", *pair, "same", why, round(score, 2))


def _own_references(reports: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    at = {(r.document, r.index): r for r in reports}
    for r in reports:
        other = at.get((r.document, r.frame.same_as)) if r.frame.same_as is not None else None
        if other is not None and _class(other) == _class(r) and other.id != r.id:
            yield _sorted(r, other)


def _one_sentence(reports: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    """Neighbours of one class in a sentence: perhaps one act, "killed in an airstrike"."""
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


def _candidates(reports: Sequence[Report], looks: Mapping[str, Look]) -> set[tuple[str, str]]:
    """Pairs of one class that share a key, and may share a day: most reports do not."""
    blocks: dict[tuple[str, str, str], list[str]] = {}
    for r in reports:
        keys = {
            *(f"a:{a}" for a in r.actor),
            *(f"c:{c}" for c in r.actor_countries),
            *(f"r:{a}" for a in r.recipient),
            f"w:{r.context}",
            f"d:{r.document}",
        }
        if r.place:
            keys.add(f"p:{r.place}")
        for f in r.frame.figures:
            if f.low:
                keys.add(f"f:{f.kind}:{f.low}")
        for k in keys:
            blocks.setdefault((_class(r), looks[r.id].status, k), []).append(r.id)
    return {
        pair
        for ids in blocks.values()
        if len(ids) <= _BLOCK
        for pair in _meeting([looks[i] for i in ids], ids)
    }


def _meeting(looks: Sequence[Look], ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Pairs whose days overlap, or where those of one are unknown."""
    undated = [i for x, i in zip(looks, ids, strict=True) if x.first is None]
    dated = sorted(
        (x.first, x.last or x.first, i)
        for x, i in zip(looks, ids, strict=True)
        if x.first is not None
    )
    for n, (_, last, i) in enumerate(dated):
        for k in range(n + 1, len(dated)):
            first, _, other = dated[k]
            if first > last:
                break
            yield (i, other) if i < other else (other, i)
    for n, i in enumerate(undated):
        for other in (*undated[n + 1 :], *(d[2] for d in dated)):
            yield (i, other) if i < other else (other, i)
