"""``standoff export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Annotated, Any, Literal, cast

import typer

from standoff.cli import options, terminal
from standoff.cli.files import whole_file

Table = Literal[
    "documents", "actors", "places", "events", "reports", "statements", "commitments",
    "relations", "judgements", "positions", "figures", "dyads", "edits", "meta",
]  # fmt: skip


def export(
    table: Annotated[Table, typer.Argument(help="The table.", show_default=False)],
    db: options.Db = "standoff.db",
    format: Annotated[
        Literal["jsonl", "csv", "parquet"], typer.Option("--format", "-f", help="The file format.")
    ] = "jsonl",
    out: options.Out = None,
    level: Annotated[
        Literal["state", "actor"] | None,
        typer.Option(help="For dyads: pairs of states (the default), or of all actors."),
    ] = None,
    period: Annotated[
        Literal["day", "week", "month"] | None,
        typer.Option(help="For dyads: by day, week (the default) or month."),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Write one table of the record, sorted by id: the same record gives the same bytes.

    JSON Lines has one object a line. CSV flattens objects with a dot and joins lists with |.
    """
    import standoff

    if table != "dyads" and (level or period):
        raise ValueError("--level and --period are for the table dyads")
    if out is None and format == "parquet" and sys.stdout.isatty():
        raise ValueError("parquet is not for a terminal: give -o FILE")
    with standoff.open(db) as record:
        if table == "dyads":
            rows = record.dyads(level or "state", period or "week")
        else:
            rows = record.rows(table)
        _write(table, rows, format, out)


def _write(name: str, rows: Any, kind: str, out: Path | None) -> None:
    from standoff.export import write

    if out is None:
        stream = cast(IO[bytes], _Terminal()) if sys.stdout.isatty() else sys.stdout.buffer
        write(name, rows, kind, stream)
        stream.flush()
        return
    with whole_file(out) as stream:
        write(name, rows, kind, stream)


class _Terminal:
    """Standard output where a person looks at it: text of articles must not steer it."""

    def write(self, data: bytes) -> None:
        sys.stdout.write(terminal.safe_lines(data.decode("utf-8", "replace")))

    def flush(self) -> None:
        sys.stdout.flush()
