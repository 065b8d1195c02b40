"""Rows for the record's tables, made from their own description."""

from __future__ import annotations

from typing import Any

from standoff.record.store import DERIVED
from standoff.record.tables import TABLES, Column

HOSTILE = "\x1b[31mred\x1b[0m [bold]x[/bold] =1+1 \u202e|\\\u0007"


def row(table: str, name: str, text: str = "words") -> dict[str, Any]:
    """A full row of ``table`` whose id is ``name``; what it names has the id "1"."""
    out = {c.name: _value(c, text) for c in TABLES[table]}
    out["id"] = name
    for column in TABLES[table]:
        if column.of:
            out[column.name] = None if column.name in ("duplicate_of", "speaker") else "1"
    links = ("reports", "documents", "events", "actor", "recipient", "mediator", "said_by")
    for link in links:
        if isinstance(out.get(link), list):
            out[link] = ["1"]
    return out


def tables(text: str = "words") -> dict[str, list[dict[str, Any]]]:
    """One row for every derived table, each naming the others."""
    return {name: [row(name, "1", text)] for name in DERIVED}


def _value(column: Column, text: str) -> Any:
    match column.kind:
        case "text":
            return text
        case "integer":
            return 3
        case "real":
            return 1.5
        case "truth":
            return True
        case "list":
            return [text, "b|c"]
        case "object":
            return {p.name: _value(p, text) for p in column.parts}
        case _:
            return [{p.name: _value(p, text) for p in column.parts}]
