"""Reports → events: which reports tell of one event in the world.

Two reports are judged by themselves: nothing may contradict (type, days, parties, place, status),
and enough must agree. An event is what such judgements join, among them the definite references
that an article makes itself ("the attack", "the move") and the neighbours of one sentence ("were
hit in a raid", "died in the attack"); no two of its reports contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from standoff.merge.agreement import THRESHOLD, agreement
from standoff.merge.reports import Report
from standoff.merge.sameness import Look, contradiction, looks_of
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
    group_of = {i: [i] for i in by_id}
    taken = []
    for j in judged:
        left, right = group_of[j.left], group_of[j.right]
        if left is right:
            taken.append(j)
            continue
        if not _joinable(left, right, looks, points):
            continue
        taken.append(j)
        small, large = sorted((left, right), key=len)
        large += small
        for i in small:
            group_of[i] = large
    seen = {id(g): sorted(g) for g in group_of.values()}
    return [[by_id[i] for i in g] for g in sorted(seen.values())], taken


def _joinable(
    left: Sequence[str],
    right: Sequence[str],
    looks: Mapping[str, Look],
    points: dict[tuple[str, str], float],
) -> bool:
    """``points`` of pairs already judged; those of others are added to it."""
    pairs = [(x, y) if x < y else (y, x) for x in left for y in right]
    if any(p not in points and contradiction(looks[p[0]], looks[p[1]]) for p in pairs):
        return False
    together = [p for p in pairs if looks[p[0]].document == looks[p[1]].document]
    for p in together:
        if p not in points:
            points[p] = agreement(looks[p[0]], looks[p[1]])[0]
    return sum(points[p] for p in together) >= _MEAN * len(together)


def completed(groups: Sequence[Sequence[Report]]) -> list[list[Report]]:
    """The groups, where a report names no party those that its own article names.

    "The attack" has the parties that the article gives to it elsewhere, or to what the article
    tells with it; what only another article says stays that article's.
    """
    told_with = _told_with([r for g in groups for r in g])
    out = []
    for group in groups:
        of_article: dict[str, list[Report]] = {}
        for r in sorted(group, key=_position):
            of_article.setdefault(r.document, []).append(r)
        out.append([_filled(r, of_article[r.document], told_with.get(r.id, ())) for r in group])
    return out


def _told_with(reports: Sequence[Report]) -> dict[str, list[Report]]:
    """By report id: the reports that stand in a chain of references and neighbours with it."""
    looks = looks_of(reports)
    chain_of: dict[str, list[Report]] = {}
    for a, b in (*_own_references(reports), *_one_sentence(reports)):
        left, right = chain_of.setdefault(a.id, [a]), chain_of.setdefault(b.id, [b])
        if left is right or any(
            contradiction(looks[x.id], looks[y.id]) for x in left for y in right
        ):
            continue
        left += right
        for r in right:
            chain_of[r.id] = left
    return {i: sorted(chain, key=_position) for i, chain in chain_of.items()}


def _filled(r: Report, own: Sequence[Report], told_with: Sequence[Report]) -> Report:
    """``r`` with what it leaves open from reports of its event, else from what is told with it."""
    where = r if r.place else next((x for x in (*own, *told_with) if x.fine), r)
    actor, recipient = _sides(r, own)
    filled = replace(
        r,
        place=where.place,
        fine=where.fine,
        spot=where.spot,
        actor=actor,
        recipient=recipient,
        mediator=r.mediator or _common([x.mediator for x in own])[0],
    )
    if actor and recipient:
        return filled
    actor, recipient = _sides(filled, told_with)
    return replace(filled, actor=actor, recipient=recipient)


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
    referred = {(a.id, b.id) for a, b in _own_references(reports)}
    beside = {(a.id, b.id) for a, b in _one_sentence(reports)}
    for pair in sorted(_candidates(reports) | referred | beside):
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


def _candidates(reports: Sequence[Report]) -> set[tuple[str, str]]:
    blocks: dict[tuple[str, str], list[str]] = {}
    for r in sorted(reports, key=lambda r: r.id):
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
            blocks.setdefault((_class(r), k), []).append(r.id)
    return {
        (ids[i], ids[j])
        for ids in blocks.values()
        if len(ids) <= _BLOCK
        for i in range(len(ids))
        for j in range(i + 1, len(ids))
    }
