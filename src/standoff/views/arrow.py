"""Rows → Arrow, by the contract's description and never by what the rows happen to hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa

from standoff.record.tables import Column, columns

_BATCH = 10_000
_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "real": pa.float64(),
    "truth": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def schema(table: str) -> Any:
    """The Arrow schema of ``table``: the same for an empty record and a full one."""
    return pa.schema([_field(c) for c in columns(table)])


def batches(table: str, rows: Iterable[dict[str, Any]]) -> Iterator[Any]:
    """Arrow record batches of ``rows``, in their order."""
    wanted, left = schema(table), iter(rows)
    while part := list(islice(left, _BATCH)):
        yield pa.RecordBatch.from_pylist(part, schema=wanted)


def table(name: str, rows: Iterable[dict[str, Any]]) -> Any:
    """One Arrow table."""
    return pa.Table.from_batches(list(batches(name, rows)), schema=schema(name))


def _field(column: Column) -> Any:
    if column.kind == "object":
        return pa.field(column.name, pa.struct([_field(p) for p in column.parts]))
    if column.kind == "objects":
        inner = pa.struct([_field(p) for p in column.parts])
        return pa.field(column.name, pa.list_(inner))
    return pa.field(column.name, _TYPES[column.kind])
