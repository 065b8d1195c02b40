"""Tables of a record → files: the same record gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import IO, Any

Rows = Iterable[dict[str, Any]]
FORMATS: Mapping[str, str] = {
    "jsonl": "standoff.export.jsonl",
    "csv": "standoff.export.delimited",
    "parquet": "standoff.export.parquet",
}


def write(table: str, rows: Rows, format: str, out: IO[bytes]) -> None:
    """Write ``rows`` of ``table`` to ``out``. Raises ValueError for a format there is not."""
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    writer: Callable[[str, Rows, IO[bytes]], None] = import_module(FORMATS[format]).write
    writer(table, rows, out)
