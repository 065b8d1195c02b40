"""Coding sheets: rows of the record drawn at random for a person to mark, and what the marks say.

Rows are drawn by the hash of seed and id, so the same record and seed give the same sheet, and a
row's chance has nothing to do with its place. Intervals are Wilson's (1927), at 95 per cent.
"""

from __future__ import annotations

import csv
import hashlib
import heapq
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from standoff.export.delimited import harmless
from standoff.types import Span
from standoff.views.evidence import Evidence, source_of, span
from standoff.views.naming import Names, days, place

if TYPE_CHECKING:
    from standoff.views.reading import Record

JUDGED: Mapping[str, tuple[str, ...]] = {
    "reports": ("type", "actor", "recipient", "date", "place", "status"),
    "events": ("type", "actor", "recipient", "date", "place", "status"),
    "statements": ("speaker", "act", "content"),
}
"""The tables that can be sampled, and what a person says of each row: right or not."""
_VALUES: Mapping[str, tuple[str, ...]] = {
    "reports": ("type", "mode", "actor", "recipient", "date", "place", "status", "said_by"),
    "events": ("type", "mode", "actor", "recipient", "date", "place", "status"),
    "statements": ("speaker", "act", "content", "quotation"),
}
_YES = frozenset("1 y yes true t right ok x ✓".split())
_NO = frozenset("0 n no false f wrong".split())
_OPEN = frozenset(("", "?", "unclear", "n/a", "na", "-", "'-"))
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the marked values are right: ``column`` over all rows, or those of one
    ``type``; ``low`` and ``high`` bound the share with 95 per cent confidence."""

    column: str
    type: str
    right: int
    marked: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.right / self.marked


def draw(record: Record, table: str, size: int, seed: int) -> list[dict[str, str]]:
    """The sheet's rows. Raises ValueError for a table that can't be sampled."""
    if table not in JUDGED:
        raise ValueError(f"no sheets for {table!r}; there are {', '.join(JUDGED)}")
    chosen = heapq.nsmallest(
        size, record.rows(table), key=lambda row: (_lot(seed, str(row["id"])), str(row["id"]))
    )
    names, evidence = Names(record), Evidence(record)
    return [_sheet_row(record, table, row, names, evidence) for row in chosen]


def _lot(seed: int, name: str) -> bytes:
    return hashlib.sha256(f"{seed}\x1f{name}".encode()).digest()


def _sheet_row(
    record: Record, table: str, row: Mapping[str, Any], names: Names, evidence: Evidence
) -> dict[str, str]:
    told = row
    if table == "events":
        told = next(r for i in row["reports"][:1] for r in record.rows("reports", id=i))
    if table == "statements":
        spans = [span(s) for s in (*row["content"], row["source"], row["cue"]) if s]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        passage = evidence.passage(row["document"], whole)
        trigger = row["cue"]
    else:
        passage = evidence.passage(told["document"], span(told["evidence"]))
        trigger = told["trigger"]
    document = evidence.document(told["document"])
    text = str(document["text"])
    out = {
        "id": str(row["id"]),
        "source": source_of(document),
        "sentence": passage.text,
        "trigger": span(trigger).cut(text) if trigger else "",
    }
    for name in _VALUES[table]:
        out[name] = _value(name, row, names, text)
    return out | {f"right_{name}": "" for name in JUDGED[table]} | {"note": ""}


def _value(name: str, row: Mapping[str, Any], names: Names, text: str) -> str:
    value = row[name]
    if name in ("actor", "recipient", "said_by"):
        return names.of(value)
    if name == "speaker":
        return names.of(value) or str(row["speaker_text"] or "")
    if name == "content":
        return " … ".join(span(s).cut(text) for s in value)
    if name == "date":
        return days(value)
    if name == "place":
        return place(value)
    return "" if value is None else str(value)


def sheet(table: str, rows: Sequence[Mapping[str, str]]) -> bytes:
    """The rows as CSV for a spreadsheet: UTF-8 with its mark, no cell that would be run."""
    judged = [f"right_{name}" for name in JUDGED[table]]
    header = ["id", "source", "sentence", "trigger", *_VALUES[table], *judged, "note"]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(" ".join(row[name].split())) for name in header])
    return out.getvalue().encode("utf-8-sig")


def score(data: bytes) -> list[Precision]:
    """What the marks of a sheet say. Raises ValueError, naming the row, for what is no mark."""
    rows = list(_marked(data))
    judged = [name for name in rows[0] if name.startswith("right_")] if rows else []
    if not judged:
        raise ValueError("this is no coding sheet: it has no rows, or no columns right_…")
    out = []
    for column in judged:
        marks = [(r, m) for n, r in enumerate(rows, 2) if (m := _mark(n, column, r)) is not None]
        kind = "type" if "type" in rows[0] else "act"
        kinds = sorted({r.get(kind) or "" for r, _ in marks} - {""})
        for wanted in ("", *kinds):
            held = [m for r, m in marks if not wanted or r.get(kind) == wanted]
            if held:
                low, high = wilson(sum(held), len(held))
                name = column.removeprefix("right_")
                out.append(Precision(name, wanted, sum(held), len(held), low, high))
    return out


def _marked(data: bytes) -> Iterator[dict[str, str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise ValueError("the sheet is not UTF-8: save it as CSV UTF-8") from e
    head = text.partition("\n")[0]
    # A spreadsheet saves with the separator of its language.
    separator = max(",;\t", key=head.count)
    try:
        yield from csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restval="")
    except csv.Error as e:
        raise ValueError(f"the sheet is not valid CSV: {e}") from e


def _mark(number: int, column: str, row: Mapping[str, str]) -> bool | None:
    mark = (row[column] or "").strip().lower()
    if mark in _YES or mark in _NO:
        return mark in _YES
    if mark in _OPEN:
        return None
    raise ValueError(f"row {number}: {mark!r} in {column} is neither yes nor no")


def wilson(right: int, marked: int) -> tuple[float, float]:
    """Wilson's interval for ``right`` of ``marked`` (at least 1), at 95 per cent."""
    share, z2 = right / marked, _Z * _Z
    middle = (share + z2 / (2 * marked)) / (1 + z2 / marked)
    spread = math.sqrt(share * (1 - share) / marked + z2 / (4 * marked * marked))
    half = _Z * spread / (1 + z2 / marked)
    return max(0.0, middle - half), min(1.0, middle + half)
