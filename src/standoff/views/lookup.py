"""Rows by id, and the sentence that a value rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

QUOTE = 700
"""Characters of evidence shown at most; a longer one is cut around its trigger."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of an article, in three parts: before, at and after what carries the value.

    ``start`` and ``end`` are code points into the article's text. ``cut_before`` and ``cut_after``
    tell that the stretch itself was longer than what is quoted.
    """

    document: str
    start: int
    end: int
    before: str
    trigger: str
    after: str
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        return self.before + self.trigger + self.after


class Lookup:
    """The tables of a record, by id. Rows that name an id which is nowhere are read as unknown."""

    def __init__(self, tables: Tables) -> None:
        tables = {n: sorted(rows, key=lambda r: str(r["id"])) for n, rows in tables.items()}
        self.tables: Tables = tables
        self.documents = _by_id(tables.get("documents", ()))
        self.actors = _by_id(tables.get("actors", ()))
        self.places = _by_id(tables.get("places", ()))
        self.reports = _by_id(tables.get("reports", ()))
        self.events = _by_id(tables.get("events", ()))
        self.statements = _by_id(tables.get("statements", ()))
        self._state_of = _states(self.actors)

    def rows(self, table: str) -> Sequence[Row]:
        return self.tables.get(table, ())

    def name(self, party: str) -> str:
        """The name of an actor or place; the id itself where the record holds neither."""
        row = self.actors.get(party) or self.places.get(party)
        return str(row["name"]) if row else party

    def side(self, actor: str) -> str:
        """The state that ``actor`` acts for, where the record holds it; else the actor."""
        return self._state_of.get(actor, actor)

    def outlet(self, document: str) -> str:
        """Who published it: the outlet, else the site, else the file's name."""
        row = self.documents.get(document, {})
        if row.get("outlet"):
            return str(row["outlet"])
        host = _host(row.get("url"))
        if host:
            return host
        path = str(row.get("path") or "").replace("\\", "/").rstrip("/")
        return path.rpartition("/")[2] or str(row.get("given_id") or "") or "unnamed outlet"

    def passage(
        self, document: str, start: int, end: int, mark: tuple[int, int] | None = None
    ) -> Evidence | None:
        """The text from ``start`` to ``end`` with ``mark`` told apart; None where it is nowhere."""
        text = str(self.documents.get(document, {}).get("text") or "")
        start, end = max(0, start), min(end, len(text))
        if start >= end:
            return None
        a, b = mark if mark and start <= mark[0] < mark[1] <= end else (start, start)
        left, right = _window(text, start, end, a, b)
        return Evidence(
            document,
            start,
            end,
            text[left:a],
            text[a:b],
            text[b:right],
            left > start,
            right < end,
        )

    def of_report(self, report: Row) -> Evidence | None:
        """The sentence of a report with its trigger."""
        evidence, trigger = report["evidence"], report["trigger"]
        return self.passage(
            str(report["document"]),
            min(evidence["start"], trigger["start"]),
            max(evidence["end"], trigger["end"]),
            (trigger["start"], trigger["end"]),
        )

    def of_span(self, evidence: Row) -> Evidence | None:
        """The sentence that ``{document, start, end}`` names."""
        return self.passage(str(evidence["document"]), evidence["start"], evidence["end"])

    def reports_of(self, event: Row) -> list[Row]:
        """The reports of an event: originals in the order of their articles' days, then of text."""
        rows = [self.reports[r] for r in event["reports"] if r in self.reports]
        return sorted(rows, key=lambda r: (self.published(str(r["document"])), *_at(r)))

    def published(self, document: str) -> str:
        """The latest day that the article can have appeared on; after all days if unknown."""
        published = self.documents.get(document, {}).get("published") or {}
        return str(published.get("latest") or "9999")


def _window(text: str, start: int, end: int, a: int, b: int) -> tuple[int, int]:
    """``start`` and ``end`` drawn in to ``QUOTE`` characters around ``a`` to ``b``, at spaces."""
    if end - start <= QUOTE:
        return start, end
    left = max(start, a - QUOTE // 2)
    right = min(end, max(left + QUOTE, b))
    if left > start:
        space = text.find(" ", left, a)
        left = space + 1 if space >= 0 else left
    if right < end:
        space = text.rfind(" ", b, right)
        right = space if space > b else right
    return left, right


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {str(r["id"]): r for r in rows}


def _at(report: Row) -> tuple[str, int, str]:
    return str(report["document"]), int(report["trigger"]["start"]), str(report["id"])


def _host(url: object) -> str | None:
    try:
        host = urlsplit(str(url or "")).hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def _states(actors: Mapping[str, Row]) -> dict[str, str]:
    state_of: dict[str, str] = {}
    for row in actors.values():
        if row["kind"] == "state" and row["country"]:
            state_of.setdefault(str(row["country"]), str(row["id"]))
    return {
        i: state_of[str(row["country"])]
        for i, row in actors.items()
        if row["acts_for_state"] and row["country"] and str(row["country"]) in state_of
    }
