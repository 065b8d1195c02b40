"""CSV (RFC 4180, UTF-8): objects flattened with ``.``, lists joined by ``|``.

A list of objects is one cell of JSON; its flat tables (``figures``, ``positions``) are there for
that. Null is an empty cell, truth is ``true`` or ``false``. A ``|`` inside a list's value is
written ``\\|`` (and a backslash ``\\\\``). Text that a spreadsheet would run as a formula gets an
apostrophe in front, as OWASP advises; JSON Lines and Parquet hold the text as it is.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import IO, Any

from standoff.record.tables import Column, columns, flat

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula."""


def write(table: str, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> None:
    names = list(flat(columns(table), "."))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([name for name, _ in names])
    for row in rows:
        writer.writerow([_cell(_at(row, name), column) for name, column in names])
        if text.tell() > 1_000_000:
            _flush(text, out)
    _flush(text, out)


def _flush(text: io.StringIO, out: IO[bytes]) -> None:
    out.write(text.getvalue().encode("utf-8"))
    text.seek(0)
    text.truncate()


def _at(row: dict[str, Any], name: str) -> Any:
    value: Any = row
    for part in name.split("."):
        if value is None:
            return None
        value = value.get(part)
    return value


def _cell(value: Any, column: Column) -> str:
    if value is None:
        return ""
    if column.kind == "objects":
        return json.dumps(value, ensure_ascii=False) if value else ""
    if column.kind == "list":
        return harmless("|".join(_escaped(str(v)) for v in value))
    if column.kind == "truth":
        return "true" if value else "false"
    return harmless(str(value)) if column.kind == "text" else repr(value)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|")


def harmless(cell: str) -> str:
    """``cell`` with an apostrophe in front where a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(_RUNS) else cell
