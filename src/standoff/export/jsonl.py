"""JSON Lines: one object a line, UTF-8, names in the contract's order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any


def write(table: str, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> None:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n")
