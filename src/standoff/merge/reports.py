"""Frames and statements of one article → rows of the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.merge.actors import ActorTable
from standoff.merge.identity import make_id
from standoff.types import (
    Annotations,
    DayRange,
    Document,
    Figure,
    Frame,
    LocalActor,
    PlaceMention,
    Span,
    Statement,
)
from standoff.vocab.places import land_place, resolve_place

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is, in degrees; ``exact`` for a town or site, not for a region."""

    latitude: float
    longitude: float
    exact: bool


@dataclass(frozen=True)
class Report:
    """One frame with its ids: what the judgement of sameness looks at.

    ``land`` is the place of a whole country that is not told but inferred: no ground for sameness.
    ``fine`` is true where the place is finer than a country; ``victims`` are the recipients who
    are persons with a name. The ``described`` of a side are the words for parties without a name
    ("gunmen"): they are one actor only within an article, but do not speak against sameness
    across articles.
    """

    id: str
    document: str
    index: int
    frame: Frame
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mediator: tuple[str, ...]
    said_by: tuple[str, ...]
    actor_countries: frozenset[str]
    recipient_countries: frozenset[str]
    actor_described: frozenset[str]
    recipient_described: frozenset[str]
    place: str | None
    land: str | None
    fine: bool
    spot: Spot | None
    victims: frozenset[str]
    trigger: str
    context: str
    quote: str


def span_row(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def days_row(days: DayRange | None) -> Row | None:
    if days is None:
        return None
    return {"earliest": days.earliest.isoformat(), "latest": days.latest.isoformat()}


def reports_of(document: Document, annotations: Annotations, actors: ActorTable) -> list[Report]:
    out = []
    local = annotations.mentions.actors
    for index, f in enumerate(annotations.frames):
        where = annotations.mentions.places[f.place] if f.place is not None else None
        place = where.key if where else None
        out.append(
            Report(
                id=make_id("r", document.id, f.trigger.start, f.trigger.end, f.type, f.mode or ""),
                document=document.id,
                index=index,
                frame=f,
                actor=tuple(actors.of(document.id, f.actor)),
                recipient=tuple(actors.of(document.id, f.recipient)),
                mediator=tuple(actors.of(document.id, f.mediator)),
                said_by=tuple(actors.of(document.id, f.said_by)),
                actor_countries=_countries(local, f.actor),
                recipient_countries=_countries(local, f.recipient),
                actor_described=_described(local, f.actor),
                recipient_described=_described(local, f.recipient),
                place=place,
                land=land_key(f),
                fine=where is not None and is_fine(where),
                spot=_spot(where) if where else None,
                victims=frozenset(
                    actors.of(
                        document.id, [x for x in f.recipient if local[x].key.startswith("person:")]
                    )
                ),
                trigger=f.trigger.cut(document.text),
                context=_context(document.text, f.trigger),
                quote=f.evidence.cut(document.text),
            )
        )
    return out


def _context(text: str, trigger: Span) -> str:
    """The trigger with two words on either side: copied sentences meet under it."""
    before = text[max(0, trigger.start - 40) : trigger.start].split()[-2:]
    after = text[trigger.end : trigger.end + 40].split()[:2]
    return " ".join([*before, trigger.cut(text), *after]).lower()


def land_key(f: Frame) -> str | None:
    """The key of the country that the frame lies in where no place is told."""
    land = land_place(f.land) if f.land and f.place is None else None
    return None if land is None else land.key


def is_fine(place: PlaceMention) -> bool:
    """A place inside a country, not a country or a region of the world."""
    return resolve_place(place.name, place.country).precision in ("exact", "district")


def _spot(place: PlaceMention) -> Spot | None:
    found = resolve_place(place.name, place.country)
    if found.latitude is None or found.longitude is None:
        return None
    return Spot(found.latitude, found.longitude, found.precision == "exact")


def _countries(local: Sequence[LocalActor], indices: Sequence[int]) -> frozenset[str]:
    """Countries for which the parties act: an official and his state are one side."""
    found = {local[i].country for i in indices if local[i].acts_for_state}
    return frozenset(c for c in found if c)


def _described(local: Sequence[LocalActor], indices: Sequence[int]) -> frozenset[str]:
    keys = (local[i].key for i in indices)
    return frozenset(k.rpartition(":")[2] for k in keys if k.startswith("desc:"))


def report_row(report: Report, event: str, place: Row | None, actors: ActorTable) -> Row:
    f = report.frame
    return {
        "id": report.id,
        "document": report.document,
        "event": event,
        "type": f.type,
        "mode": f.mode,
        "actor": list(report.actor),
        "recipient": list(report.recipient),
        "mediator": list(report.mediator),
        "trigger": span_row(f.trigger),
        "evidence": span_row(f.evidence),
        "date": days_row(f.when),
        "anchor": f.when_basis or None,
        "place": place,
        "figures": [figure_row(x, report.document, actors) for x in f.figures],
        "status": f.status,
        "said_by": list(report.said_by),
        "stance": f.stance,
        "hedged": f.hedged,
        "quote": report.quote,
        "by": f.rule or None,
    }


def figure_row(figure: Figure, document: str, actors: ActorTable) -> Row:
    return {
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "of": figure.of,
        "said_by": actors.of(document, figure.said_by),
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
    }


def statement_id(document: str, s: Statement) -> str:
    spans = [f"{c.start}-{c.end}" for c in s.content]
    cue = f"{s.cue.start}-{s.cue.end}" if s.cue else ""
    return make_id("s", document, cue, *spans, s.act)


def statement_row(
    document: Document,
    s: Statement,
    days: DayRange | None,
    events: Sequence[str],
    actors: ActorTable,
) -> Row:
    speakers = actors.of(document.id, s.actors)
    return {
        "id": statement_id(document.id, s),
        "document": document.id,
        "speaker": speakers[0] if speakers else None,
        "speaker_text": s.speaker_text,
        "source": span_row(s.source) if s.source else None,
        "cue": span_row(s.cue) if s.cue else None,
        "content": [span_row(c) for c in s.content],
        "act": s.act,
        "quotation": s.quotation,
        "addressee": actors.of(document.id, s.addressee),
        "date": days_row(days),
        "events": list(events),
        "by": s.rule or None,
    }
