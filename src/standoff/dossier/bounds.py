"""What a page can hold. A record has no bounds; what is left out of its dossier is counted."""

from __future__ import annotations

from collections import Counter
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

    documents = _chosen(tables)
    held = {d["id"] for d in documents}
    keep("documents", documents)
    events = _best(tables.get("events", ()))
    shown = {r for e in events for r in e["reports"]}
    reports = [r for r in tables.get("reports", ()) if r["id"] in shown and r["document"] in held]
    statements = [s for s in tables.get("statements", ()) if s["document"] in held]
    keep("events", events)
    keep("reports", reports)
    keep("statements", statements[:STATEMENTS])
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


def _chosen(tables: Tables) -> Sequence[Row]:
    """The articles; where they are too many, those first that the record codes most of."""
    documents = tables.get("documents", ())
    if len(documents) <= ARTICLES:
        return documents
    coded = Counter(str(r["document"]) for r in tables.get("reports", ()))
    return sorted(documents, key=lambda d: (-coded[str(d["id"])], str(d["id"])))[:ARTICLES]
