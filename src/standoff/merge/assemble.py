"""All annotated articles → all tables of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standoff.merge import disputes
from standoff.merge.actors import ActorTable, resolve_actors
from standoff.merge.claims import commitment_rows, relation_rows
from standoff.merge.copies import Copies, find_copies
from standoff.merge.dates import Redate, date_articles
from standoff.merge.disputes import Stand
from standoff.merge.dyads import dyad_rows
from standoff.merge.events import completed, link
from standoff.merge.identity import make_id
from standoff.merge.reports import (
    Report,
    Row,
    days_row,
    figure_row,
    report_row,
    reports_of,
    statement_id,
    statement_row,
)
from standoff.types import Annotations, DayRange, Document, Judgement, Place, PlaceMention
from standoff.vocab.places import land_place, resolve_place

Tables = dict[str, list[Row]]
_STATUS_ORDER = ("happened", "ongoing", "planned", "called_for", "hypothetical", "denied")


@dataclass(frozen=True, slots=True)
class Article:
    """A document of the record with what was said about it."""

    document: Document
    annotations: Annotations


def assemble(articles: Iterable[Article], redate: Redate) -> Tables:
    """The contract's tables, each sorted by id.

    ``redate`` puts an article's annotations on the calendar again once its date is known.
    """
    given = {a.document.id: (a.document, a.annotations) for a in articles}
    copies = find_copies([given[k][0] for k in sorted(given)])
    dated, date_judgements = date_articles(given, copies.duplicate_of, redate)
    everything = [dated[k] for k in sorted(dated)]
    own = [(d, a) for d, a in everything if d.id not in copies.duplicate_of]
    actors = resolve_actors(everything)
    reports = [r for d, a in own for r in reports_of(d, a, actors)]
    groups, event_judgements = link(_unique(reports))
    groups = completed(groups)
    reports = [r for g in groups for r in g]
    event_of = {r.id: e for g in groups for e in [disputes.event_id(g)] for r in g}
    place_rows, place_of = _places(everything)
    day_of = {d.id: _exact_day(d.published.days) for d, _ in everything}
    stands = _stands(own, actors, reports, event_of, copies)
    copies_of: dict[str, list[str]] = {}
    for copy, original in copies.duplicate_of.items():
        copies_of.setdefault(original, []).append(copy)
    figure_rows = {
        r.id: [
            {**row, "as_of": row["as_of"] or day_of[r.document]}
            for row in (figure_row(f, r.document, actors) for f in r.frame.figures)
        ]
        for r in reports
    }
    names = {str(row["id"]): str(row["name"]) for row in actors.rows}
    events = sorted(
        (_event(g, stands, figure_rows, place_of, copies, copies_of, names) for g in groups),
        key=lambda e: str(e["id"]),
    )
    published = {d.id: d.published.days for d, _ in everything}
    tables: Tables = {
        "documents": [_document(d, copies) for d, _ in everything],
        "actors": actors.rows,
        "places": place_rows,
        "reports": sorted(
            (
                report_row(r, event_of[r.id], place_of.get(r.place or r.land or ""), actors)
                for r in _unique(reports)
            ),
            key=lambda r: str(r["id"]),
        ),
        "events": events,
        "statements": _statements(everything, own, published, event_of, actors),
        "commitments": commitment_rows(own, actors),
        "relations": relation_rows(everything, actors),
        "dyads": dyad_rows(events, _states(actors)),
        "judgements": _judgements(
            (*copies.judgements, *date_judgements, *actors.judgements, *event_judgements)
        ),
    }
    tables["positions"] = _flat(events, "positions", "p")
    tables["figures"] = _flat(events, "figures", "f")
    return tables


def _unique(reports: Sequence[Report]) -> list[Report]:
    """One report for each id: the same trigger coded twice with one type is one report."""
    return list({r.id: r for r in reversed(reports)}.values())[::-1]


def _document(d: Document, copies: Copies) -> Row:
    days = d.published.days
    return {
        "id": d.id,
        "given_id": d.given_id,
        "path": d.path,
        "url": d.url,
        "outlet": d.outlet,
        "title": d.title,
        "published": {
            "earliest": days.earliest.isoformat() if days else None,
            "latest": days.latest.isoformat() if days else None,
            "basis": d.published.basis,
        },
        "language": d.language,
        "text": d.text,
        "duplicate_of": copies.duplicate_of.get(d.id),
        "origin": copies.origin.get(d.id, d.id),
        "noise": [
            {k: v for k, v in (("start", n.start), ("end", n.end)) if v is not None}
            | {"text": n.text}
            for n in d.noise
        ],
    }


def _places(
    articles: Sequence[tuple[Document, Annotations]],
) -> tuple[list[Row], dict[str, Row]]:
    """Rows of the places table, and the value that a report or event carries, by place key."""
    seen: dict[str, list[Place | PlaceMention]] = {}
    for _, annotations in articles:
        for p in annotations.mentions.places:
            seen.setdefault(p.key, []).append(p)
        for land in {f.land for f in annotations.frames if f.land and f.place is None}:
            if (whole := land_place(land)) is not None:
                seen.setdefault(whole.key, []).append(whole)
    rows: list[Row] = []
    values: dict[str, Row] = {}
    for key in sorted(seen):
        names = Counter(p.name for p in seen[key])
        name = min(names, key=lambda n: (-names[n], n))
        countries = sorted({p.country for p in seen[key] if p.country})
        found: Place = resolve_place(name, countries[0] if countries else None)
        values[key] = {
            "name": name,
            "country": found.country,
            "latitude": found.latitude,
            "longitude": found.longitude,
            "precision": found.precision,
        }
        rows.append(
            {
                "id": make_id("g", key),
                "name": name,
                "aliases": sorted({*names, *found.aliases} - {name}),
                "country": found.country,
                "latitude": found.latitude,
                "longitude": found.longitude,
                "precision": found.precision,
                "source": found.source,
            }
        )
    return sorted(rows, key=lambda r: str(r["id"])), values


def _stands(
    articles: Sequence[tuple[Document, Annotations]],
    actors: ActorTable,
    reports: Sequence[Report],
    event_of: Mapping[str, str],
    copies: Copies,
) -> dict[str, list[Stand]]:
    """Positions of all parties by event id."""
    at = {(r.document, r.index): r for r in reports}
    out: dict[str, list[Stand]] = {}
    for document, annotations in articles:
        for p in annotations.positions:
            report = at.get((document.id, p.frame))
            if report is None:
                continue
            statement = (
                statement_id(document.id, annotations.statements[p.statement])
                if p.statement is not None
                else None
            )
            (who,) = actors.of(document.id, [p.who])
            stand = Stand(
                who,
                p.stance,
                p.about,
                tuple(sorted(actors.of(document.id, p.against))),
                statement,
                report.id,
                side=_side(document, annotations, actors, p.who),
                blamed=frozenset(_side(document, annotations, actors, a) for a in p.against) - {""},
                origin=copies.origin.get(document.id, document.id),
                day=_exact_day(document.published.days) or "",
            )
            out.setdefault(event_of[report.id], []).append(stand)
    return out


def _side(document: Document, annotations: Annotations, actors: ActorTable, i: int) -> str:
    """Whose side a party is on: a state's code, a group's id for its spokesman, else its own id;
    "" for one without a name, who may be anybody."""
    local = annotations.mentions.actors
    actor = local[i]
    if actor.acts_for_state and actor.country:
        return actor.country
    for role in actor.roles:
        for k, other in enumerate(local):
            if role.organisation and role.organisation in (other.name, *other.aliases):
                return actors.of(document.id, [k])[0]
    return "" if actor.key.startswith("desc:") else actors.of(document.id, [i])[0]


def _exact_day(days: DayRange | None) -> str | None:
    if days is None or days.earliest != days.latest:
        return None
    return days.earliest.isoformat()


def _event(
    group: Sequence[Report],
    stands: Mapping[str, list[Stand]],
    figure_rows: dict[str, list[Row]],
    place_of: Mapping[str, Row],
    copies: Copies,
    copies_of: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
) -> Row:
    event = disputes.event_id(group)
    group = sorted(group, key=lambda r: (r.document, r.frame.trigger.start))
    mine = stands.get(event, [])
    figures = disputes.figures(group, figure_rows)
    documents = {r.document for r in group}
    with_copies = documents | {c for d in documents for c in copies_of.get(d, ())}
    best = _most_specific(group)
    status = min((r.frame.status for r in group), key=_STATUS_ORDER.index)
    place = _most_frequent([r.place for r in group if r.place]) or _most_frequent(
        [r.land for r in group if r.land]
    )
    row: Row = {
        "id": event,
        "type": best.frame.type,
        "mode": _most_frequent([r.frame.mode for r in group if r.frame.mode]),
        "actor": _agreed([r.actor for r in group], names),
        "recipient": _agreed([r.recipient for r in group], names),
        "mediator": sorted({m for r in group for m in r.mediator}),
        "date": days_row(_narrowest([r.frame.when for r in group if r.frame.when])),
        "place": place_of.get(place) if place else None,
        "status": status,
        "contested": disputes.contested(mine, group, figure_rows),
        "positions": disputes.positions(mine),
        "figures": figures,
        "reports": sorted(r.id for r in group),
        "documents": sorted(with_copies),
        "origins": len({copies.origin.get(d, d) for d in documents}),
        "summary": "",
    }
    row["summary"] = _summary(row, best, names)
    return row


def _most_specific(group: Sequence[Report]) -> Report:
    """The report that says most: it stands for the event."""
    return min(
        group,
        key=lambda r: (
            -(bool(r.actor) + bool(r.recipient) + bool(r.frame.when) + bool(r.place)),
            len(r.quote),
            r.document,
            r.frame.trigger.start,
        ),
    )


def _most_frequent(values: Sequence[str]) -> str | None:
    """The most frequent; of equals, the first."""
    counts = Counter(values)
    return counts.most_common(1)[0][0] if counts else None


def _agreed(lists: Sequence[tuple[str, ...]], names: Mapping[str, str]) -> list[str]:
    """Parties that at least a third of the reports which name any name. Two articles' "gunmen" are
    two actors, but one event needs only one of them."""
    named = [set(x) for x in lists if x]
    by_name: dict[str, list[str]] = {}
    for a in sorted({a for x in named for a in x}):
        by_name.setdefault(names.get(a, a).lower(), []).append(a)
    agreed = [
        ids for ids in by_name.values() if 3 * sum(bool(x & set(ids)) for x in named) >= len(named)
    ]
    return sorted(max(ids, key=lambda i: (sum(i in x for x in named), i)) for ids in agreed)


def _narrowest(ranges: Sequence[DayRange]) -> DayRange | None:
    """The days that all reports allow; where they have none in common, the narrowest range."""
    if not ranges:
        return None
    earliest = max(r.earliest for r in ranges)
    latest = min(r.latest for r in ranges)
    if earliest <= latest:
        return DayRange(earliest, latest)
    return min(ranges, key=lambda r: (r.latest - r.earliest, r.earliest))


def _summary(event: Row, best: Report, names: Mapping[str, str]) -> str:
    """Who – what – whom, in the words of the record; the sentence itself is the evidence."""
    left, right = (
        " and ".join(names.get(str(i), str(i)) for i in ids[:3])
        for ids in (_strings(event["actor"]), _strings(event["recipient"]))
    )
    middle = " ".join(best.trigger.split())
    parts = [p for p in (left, middle, right) if p]
    return " – ".join(parts)


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(v) for v in value]


def _statements(
    everything: Sequence[tuple[Document, Annotations]],
    own: Sequence[tuple[Document, Annotations]],
    published: Mapping[str, DayRange | None],
    event_of: Mapping[str, str],
    actors: ActorTable,
) -> list[Row]:
    coded = {d.id for d, _ in own}
    rows: dict[str, Row] = {}
    for document, annotations in everything:
        inside: dict[int, list[str]] = {}
        if document.id in coded:
            for f in annotations.frames:
                if f.statement is not None:
                    rid = make_id(
                        "r", document.id, f.trigger.start, f.trigger.end, f.type, f.mode or ""
                    )
                    if rid in event_of:
                        inside.setdefault(f.statement, []).append(event_of[rid])
        acts = {f.trigger.start: f.when for f in annotations.frames}
        for i, s in enumerate(annotations.statements):
            events = sorted(set(inside.get(i, [])))
            said_on = acts.get(s.cue.start) if s.cue else None
            days = said_on or published[document.id]
            row = statement_row(document, s, days, events, actors)
            rows[str(row["id"])] = row
    return [rows[k] for k in sorted(rows)]


def _states(actors: ActorTable) -> dict[str, str]:
    """Actor id → id of the state that it acts for, where the record holds that state."""
    state_of = {
        str(r["country"]): str(r["id"])
        for r in actors.rows
        if r["kind"] == "state" and r["country"]
    }
    return {
        str(r["id"]): state_of[str(r["country"])]
        for r in actors.rows
        if r["acts_for_state"] and str(r["country"]) in state_of
    }


def _judgements(found: Iterable[Judgement]) -> list[Row]:
    rows: list[Row] = [
        {
            "id": make_id("j", j.kind, j.left, j.right, j.verdict),
            "kind": j.kind,
            "left": j.left,
            "right": j.right,
            "verdict": j.verdict,
            "reason": j.reason,
            "score": j.score,
            "by": j.by,
            "at": None,
        }
        for j in found
    ]
    return sorted(rows, key=lambda r: str(r["id"]))


def _flat(events: Sequence[Row], name: str, prefix: str) -> list[Row]:
    rows = []
    for e in events:
        inner = e[name]
        assert isinstance(inner, list)
        for i, row in enumerate(inner):
            rows.append({"id": make_id(prefix, e["id"], i), "event": e["id"], **row})
    return sorted(rows, key=lambda r: str(r["id"]))
