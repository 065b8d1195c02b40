"""The crisis at a glance: what, who, since when, what is contested."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from standoff.views.actors import sides
from standoff.views.lookup import Lookup
from standoff.views.timeline import Days, Timeline, days_of

_SETTLED = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Glance:
    """Numbers of the record and its main parties. ``between`` are at most two sides, those of the
    pair with most events, in the order of their names; ``published`` spans all known days."""

    articles: int
    originals: int
    outlets: int
    events: int
    contested: int
    statements: int
    actors: int
    between: tuple[str, ...]
    sides: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    published: Days | None
    window: Days | None
    first: str | None
    latest: str | None


def glance(record: Lookup, told: Timeline) -> Glance:
    """``told`` is the record's timeline."""
    documents = record.documents.values()
    days = [d for row in documents if (d := days_of(row.get("published")))]
    events = record.events.values()
    happened = [
        e for e in told.during if e.event["status"] in _SETTLED and e.days and e.days.width <= 2
    ]
    return Glance(
        articles=len(record.documents),
        originals=len({str(row.get("origin") or row["id"]) for row in documents}),
        outlets=len({record.outlet(i) for i in record.documents}),
        events=len(record.events),
        contested=sum(bool(e["contested"]) for e in events),
        statements=sum(
            not record.documents.get(str(s["document"]), {}).get("duplicate_of")
            for s in record.statements.values()
        ),
        actors=len(record.actors),
        between=_between(record),
        sides=_counted(sides(record), record),
        types=_counted(Counter(str(e["type"]) for e in events)),
        statuses=_counted(Counter(str(e["status"]) for e in events)),
        published=Days(min(d.earliest for d in days), max(d.latest for d in days))
        if days
        else None,
        window=told.window,
        first=str(happened[0].event["id"]) if happened else None,
        latest=str(happened[-1].event["id"]) if happened else None,
    )


def _between(record: Lookup) -> tuple[str, ...]:
    """The two sides with most events between them; where there are none, the one with most."""
    pairs: Counter[tuple[str, str]] = Counter()
    for event in record.events.values():
        left = {record.side(str(a)) for a in event["actor"]}
        right = {record.side(str(a)) for a in event["recipient"]}
        pairs.update({(min(a, b), max(a, b)) for a in left for b in right if a != b})
    single = _counted(sides(record), record)[:1]
    if pairs:
        best = min(pairs, key=lambda p: (-pairs[p], record.name(p[0]), record.name(p[1]), p))
        return tuple(sorted(best, key=lambda a: (record.name(a), a)))
    return tuple(a for a, _ in single)


def _counted(counts: Counter[str], record: Lookup | None = None) -> tuple[tuple[str, int], ...]:
    def order(key: str) -> tuple[int, str, str]:
        return -counts[key], record.name(key) if record else key, key

    return tuple((key, counts[key]) for key in sorted(counts, key=order))
