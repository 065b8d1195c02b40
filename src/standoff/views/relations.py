"""How actors stand to each other."""

from __future__ import annotations

from standoff.views.lookup import Lookup, Row


def relations(record: Lookup) -> list[Row]:
    """The relations that most passages speak of first, then by name."""

    def order(row: Row) -> tuple[int, str, str, str]:
        a, b = record.name(str(row["a"])), record.name(str(row["b"]))
        return -len(row["evidence"]), a, b, str(row["id"])

    return sorted(record.rows("relations"), key=order)
