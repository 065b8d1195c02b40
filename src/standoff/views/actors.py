"""Who is in the record: offices, what each did, underwent and said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standoff.views.lookup import Evidence, Lookup, Row
from standoff.views.speakers import Speaker
from standoff.views.timeline import Days, days_of

_NEAR = 160
"""Characters around a mention of an actor within which an office counts as named with it."""
_SEARCHED = 200
"""Mentions of one actor that are looked through for the sentence of an office."""


@dataclass(frozen=True, slots=True)
class Office:
    """One role of an actor, with the passage that names it (None where none was found)."""

    role: Row
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with the ids of the events that it is in and of the statements that it made."""

    row: Row
    acts: tuple[str, ...]
    undergoes: tuple[str, ...]
    mediates: tuple[str, ...]
    says: tuple[str, ...]
    offices: tuple[Office, ...]
    first: Evidence | None

    @property
    def weight(self) -> int:
        return len({*self.acts, *self.undergoes, *self.mediates}) + len(self.says)


def parties(record: Lookup, voices: Sequence[Speaker]) -> list[Party]:
    """All actors, those with most events and statements first; ``voices`` are who speaks."""
    in_events = {
        name: _members(record.events.values(), name) for name in ("actor", "recipient", "mediator")
    }
    says = {v.id: [str(s.row["id"]) for s in v.sayings] for v in voices}
    evidence = _office_evidence(record)
    found = [
        Party(
            row,
            tuple(in_events["actor"].get(i, ())),
            tuple(in_events["recipient"].get(i, ())),
            tuple(in_events["mediator"].get(i, ())),
            tuple(says.get(i, ())),
            tuple(Office(r, _named(record, row, r, evidence)) for r in row["roles"]),
            _first(record, row),
        )
        for i, row in sorted(record.actors.items())
    ]
    return sorted(found, key=lambda p: (-p.weight, str(p.row["name"]), str(p.row["id"])))


def sides(record: Lookup) -> Counter[str]:
    """In how many events each side (a state with all who act for it, or an actor) has a part."""
    found: Counter[str] = Counter()
    for event in record.events.values():
        found.update({record.side(str(a)) for a in (*event["actor"], *event["recipient"])})
    return found


def _members(events: Iterable[Row], name: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for event in sorted(events, key=_by_day):
        for actor in event[name]:
            out.setdefault(str(actor), []).append(str(event["id"]))
    return out


def _by_day(event: Row) -> tuple[bool, Days | None, str]:
    days = days_of(event["date"])
    return days is None, days, str(event["id"])


def _first(record: Lookup, actor: Row) -> Evidence | None:
    """Where the actor is first named, in the article that appeared first."""
    places = [m for m in actor["mentions"] if str(m["document"]) in record.documents]
    if not places:
        return None
    best = min(
        places,
        key=lambda m: (record.published(str(m["document"])), str(m["document"]), m["start"]),
    )
    return _around(record, best)


def _around(record: Lookup, mention: Row) -> Evidence | None:
    document = str(mention["document"])
    text = str(record.documents[document].get("text") or "")
    start, end = int(mention["start"]), int(mention["end"])
    left = max(text.rfind("\n", 0, start) + 1, _stop_before(text, start))
    stops = [x for x in (text.find("\n", end), _stop_after(text, end)) if x >= 0]
    return record.passage(document, left, min(stops, default=len(text)), (start, end))


def _stop_before(text: str, start: int) -> int:
    at = text.rfind(". ", 0, start)
    return at + 2 if at >= 0 else 0


def _stop_after(text: str, end: int) -> int:
    at = text.find(". ", end)
    return at + 1 if at >= 0 else len(text)


def _office_evidence(record: Lookup) -> Mapping[tuple[str, str], Row]:
    """The first sentence of each relation "holds office", by actor and title."""
    return {
        (str(r["a"]), str(r["detail"] or "").casefold()): r["evidence"][0]
        for r in record.rows("relations")
        if r["relation"] == "holds_office" and r["evidence"]
    }


def _named(
    record: Lookup, actor: Row, role: Row, evidence: Mapping[tuple[str, str], Row]
) -> Evidence | None:
    """The sentence that gives the office: its relation's, else one that names both together."""
    title = str(role["title"] or "")
    held = evidence.get((str(actor["id"]), title.casefold()))
    if held is not None:
        return record.of_span(held)
    if not title:
        return None
    for m in actor["mentions"][:_SEARCHED]:
        text = str(record.documents.get(str(m["document"]), {}).get("text") or "")
        left = max(0, m["start"] - _NEAR)
        if title.casefold() in text[left : m["end"] + _NEAR].casefold():
            return _around(record, m)
    return None
