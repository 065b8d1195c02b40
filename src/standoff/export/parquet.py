"""Parquet, by Arrow: typed and nested as the contract says, the same bytes for the same rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import pyarrow.parquet as pq

from standoff.views.arrow import batches, schema


def write(table: str, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> None:
    with pq.ParquetWriter(
        out, schema(table), compression="zstd", compression_level=3, version="2.6"
    ) as writer:
        for batch in batches(table, rows):
            writer.write_batch(batch)
