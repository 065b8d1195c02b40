"""What a page can hold. A record has no bounds; what is left out of its dossier is counted."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.views.lookup import Lookup, Row, Tables

EVENTS = 3000
STATEMENTS = 6000
ARTICLES = 3000
WHOLE_TEXTS = 8_000_000
"""Characters of articles beyond which only their evidence is shown."""
ROWS = 1500
"""Rows of any other list."""


def bounded(tables: Tables) -> tuple[Tables, dict[str, int]]:
    """``tables`` with no more than a page can hold, and how many rows of each were left out.

    Events are kept that are contested, then those with most originals and reports behind them.
    """
    left_out: dict[str, int] = {}
    kept = dict(tables)

    def keep(name: str, rows: Sequence[Row]) -> None:
        left_out[name] = len(tables.get(name, ())) - len(rows)
        kept[name] = rows

    events = _best(tables.get("events", ()))
    keep("events", events)
    shown = {r for e in events for r in e["reports"]}
    keep("reports", [r for r in tables.get("reports", ()) if r["id"] in shown])
    keep("statements", tables.get("statements", ())[:STATEMENTS])
    named = _named(kept)
    documents = tables.get("documents", ())
    if len(documents) > ARTICLES:
        documents = [d for d in documents if d["id"] in named][:ARTICLES]
    keep("documents", documents)
    for name in ("commitments", "relations", "dyads"):
        keep(name, tables.get(name, ())[:ROWS])
    return kept, left_out


def whole_texts(record: Lookup) -> bool:
    """Whether the articles are short enough, all together, to be shown whole."""
    return sum(len(str(d.get("text") or "")) for d in record.documents.values()) <= WHOLE_TEXTS


def _best(events: Sequence[Row]) -> Sequence[Row]:
    if len(events) <= EVENTS:
        return events
    ranked = sorted(
        events,
        key=lambda e: (not e["contested"], -int(e["origins"]), -len(e["reports"]), str(e["id"])),
    )
    return sorted(ranked[:EVENTS], key=lambda e: str(e["id"]))


def _named(tables: Tables) -> set[object]:
    """Documents that reports or statements stand in."""
    return {r["document"] for name in ("reports", "statements") for r in tables.get(name, ())}
