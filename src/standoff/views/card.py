"""One row of the record for a person to read: its values, each with the sentences under it.

A card is plain data; how it is printed is for the command line and the dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from standoff.types import Span
from standoff.views.evidence import Evidence, Passage, source_of, span
from standoff.views.naming import Names, days, figure, is_told_place, place

if TYPE_CHECKING:
    from standoff.views.reading import Record

Row = Mapping[str, Any]
SOME = 20
"""Passages on one card; of more, the first and the number of the others are given."""


@dataclass
class Card:
    """``values`` are (label, value, numbers of passages); passages are numbered from 1."""

    title: str
    lead: str = ""
    values: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    passages: list[tuple[str, Passage]] = field(default_factory=list)
    left_out: int = 0

    def add(self, label: str, value: object, numbers: Iterable[int] = ()) -> None:
        """A value, unless it is empty."""
        if value not in (None, "", [], ()):
            self.values.append((label, str(value), tuple(sorted(set(numbers)))))

    def cite(self, name: str, passage: Passage) -> int | None:
        """The number of a passage called ``name`` (a report's or statement's id)."""
        if len(self.passages) >= SOME:
            self.left_out += 1
            return None
        self.passages.append((name, passage))
        return len(self.passages)


def card(record: Record, table: str, row: Row) -> Card:
    """The card of ``row`` of ``table`` (one of :data:`standoff.views.naming.SHOWN`)."""
    makers = {
        "events": _event,
        "reports": _report,
        "actors": _actor,
        "statements": _statement,
        "commitments": _commitment,
        "documents": _document,
    }
    return makers[table](record, row)


def _event(record: Record, row: Row) -> Card:
    names, evidence = Names(record), Evidence(record)
    reports = [r for i in row["reports"] for r in record.rows("reports", id=i)]
    contested = "  contested" if row["contested"] else ""
    card = Card(f"{row['id']}  {_kind(row)}{contested}", str(row["summary"] or ""))
    at: dict[str, int] = {}
    for r in reports:
        number = card.cite(r["id"], _of_report(evidence, r))
        if number:
            at[r["id"]] = number

    def where(holds: Any) -> list[int]:
        return [at[r["id"]] for r in reports if r["id"] in at and holds(r)]

    card.add("type", _kind(row), where(lambda r: r["type"] == row["type"]))
    for role in ("actor", "recipient", "mediator"):
        for actor in row[role]:
            held = where(lambda r, role=role, actor=actor: actor in r[role])
            card.add(role, names.of(actor), held)
    card.add("date", days(row["date"]), where(lambda r: _meet(r["date"], row["date"])))
    there = [r for r in reports if r["place"] and place(r["place"]) == place(row["place"])]
    told = [r for r in there if is_told_place(r)]
    held = [at[r["id"]] for r in told if r["id"] in at]
    card.add("place", place(row["place"]) if told else _land(row), held)
    card.add("status", row["status"], where(lambda r: r["status"] == row["status"]))
    for f in row["figures"]:
        said = f" (says {names.of(f['said_by'])})" if f["said_by"] else ""
        as_of = f" as of {f['as_of']}" if f["as_of"] else ""
        card.add("figure", f"{figure(f)}{as_of}{said}", [at[r] for r in f["reports"] if r in at])
    for p in row["positions"]:
        _position(record, card, p, at, names, evidence)
    card.add("sources", f"{len(row['documents'])} articles, {row['origins']} originals")
    return card


def _land(row: Row) -> str:
    """A country that no sentence tells."""
    return f"{place(row['place'])}, not told: the country of the article" if row["place"] else ""


def _position(
    record: Record, card: Card, p: Row, at: dict[str, int], names: Names, evidence: Evidence
) -> None:
    numbers = [at[r] for r in p["reports"] if r in at]
    for i in p["statements"]:
        for s in record.rows("statements", id=i):
            if i not in at and (number := card.cite(i, _of_statement(evidence, s))):
                at[i] = number
            numbers += [at[i]] if i in at else []
    against = f", against {names.of(p['against'])}" if p["against"] else ""
    stance = str(p["stance"]).replace("_", " ")
    card.add("position", f"{names.of(p['who'])} {stance}: {p['about']}{against}", numbers)


def _report(record: Record, row: Row) -> Card:
    names, evidence = Names(record), Evidence(record)
    card = Card(f"{row['id']}  {_kind(row)}  (a report of {row['event']})")
    one = [card.cite(row["id"], _of_report(evidence, row)) or 1]
    card.add("type", _kind(row), one)
    for role in ("actor", "recipient", "mediator", "said_by"):
        card.add(role.replace("_", " "), names.of(row[role]), one)
    card.add("date", days(row["date"]), one)
    told = is_told_place(row)
    card.add("place", place(row["place"]) if told else _land(row), one if told else [])
    card.add("status", row["status"], one)
    card.add("stance", str(row["stance"] or "").replace("_", " "), one)
    card.add("hedged", "yes" if row["hedged"] else "", one)
    for f in row["figures"]:
        card.add("figure", figure(f), one)
    card.add("rule", row["by"])
    return card


def _statement(record: Record, row: Row) -> Card:
    names, evidence = Names(record), Evidence(record)
    card = Card(f"{row['id']}  {row['act']}  ({row['quotation']})")
    one = [card.cite(row["id"], _of_statement(evidence, row)) or 1]
    card.add("speaker", names.of(row["speaker"]) or row["speaker_text"], one)
    card.add("in the text", row["speaker_text"], one)
    card.add("act", row["act"], one)
    card.add("to", names.of(row["addressee"]), one)
    card.add("date", days(row["date"]))
    for i in row["events"]:
        for e in record.rows("events", id=i):
            card.add("about", f"{i}  {_kind(e)}  {e['summary']}")
    card.add("rule", row["by"])
    return card


def _actor(record: Record, row: Row) -> Card:
    evidence, store = Evidence(record), record.store
    card = Card(f"{row['id']}  {row['name']}")
    card.add("kind", row["kind"])
    card.add("also", "; ".join(row["aliases"]))
    card.add("country", row["country"])
    card.add("acts for the state", "yes" if row["acts_for_state"] else "")
    for role in row["roles"]:
        of = ", ".join(str(role[k]) for k in ("title", "organisation", "country") if role[k])
        card.add("role", f"{of}  {days(role)}".strip())
    links = store.naming("event_parties", actor=str(row["id"]))
    for link in links[:SOME]:
        for e in record.rows("events", id=link["event"]):
            card.add(
                f"{link['role']} of", f"{e['id']}  {_kind(e)}  {days(e['date'])}  {e['summary']}"
            )
    if len(links) > SOME:
        card.add("", f"and {len(links) - SOME:,} more events")
    for m in row["mentions"]:
        here = span(m)
        if len(card.passages) < SOME // 2:
            card.cite("", evidence.passage(m["document"], here, here))
        else:
            card.left_out += 1
    return card


def _commitment(record: Record, row: Row) -> Card:
    names, evidence = Names(record), Evidence(record)
    card = Card(f"{row['id']}  {row['kind']}: {row['name']}")
    card.add("also", "; ".join(row["aliases"]))
    card.add("parties", names.of(row["parties"]))
    card.add("mediator", names.of(row["mediator"]))
    for step in row["history"]:
        held = step["evidence"]
        number = card.cite("", evidence.passage(held["document"], span(held)))
        by = f" by {names.of(step['by'])}" if step["by"] else ""
        words = f"{str(step['status']).replace('_', ' ')}{by}"
        card.add(days(step["date"]) or "no day known", words, [number] if number else [])
    return card


def _document(record: Record, row: Row) -> Card:
    card = Card(f"{row['id']}  {row['title'] or ''}".strip(), source_of(row))
    for name in ("given_id", "url", "outlet", "language", "duplicate_of"):
        card.add(name.replace("_", " "), row[name])
    published = row["published"] or {}
    card.add("published", days(published))
    card.add("known from", str(published.get("basis") or "").replace("_", " "))
    if row["origin"] != row["id"]:
        card.add("origin", row["origin"])
    evidence = Evidence(record)
    for r in record.rows("reports", document=str(row["id"])):
        if number := card.cite(r["id"], _of_report(evidence, r)):
            card.add("report", f"{_kind(r)}  of {r['event']}", [number])
    return card


def _of_report(evidence: Evidence, r: Row) -> Passage:
    return evidence.passage(r["document"], span(r["evidence"]), span(r["trigger"]))


def _of_statement(evidence: Evidence, s: Row) -> Passage:
    parts = [span(x) for x in (*s["content"], s["source"], s["cue"]) if x]
    if not parts:
        return evidence.passage(s["document"], Span(0, 1))
    whole = Span(min(p.start for p in parts), max(p.end for p in parts))
    cue = [span(s["cue"])] if s["cue"] else []
    return evidence.passage(s["document"], whole, *cue)


def _kind(row: Row) -> str:
    return f"{row['type']} ({row['mode']})" if row["mode"] else str(row["type"])


def _meet(a: Row | None, b: Row | None) -> bool:
    if not a or not b:
        return False
    return bool(a["earliest"] <= b["latest"] and b["earliest"] <= a["latest"])
