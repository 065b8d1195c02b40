"""``standoff sample``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from standoff.cli import options, terminal
from standoff.cli.files import whole_file

if TYPE_CHECKING:
    from standoff.views.sampling import Precision


def sample(
    size: Annotated[
        int | None,
        typer.Argument(help="How many rows to draw.", min=1, metavar="N", show_default=False),
    ] = None,
    db: options.Db = "standoff.db",
    table: Annotated[
        Literal["reports", "events", "statements"], typer.Option(help="What to draw from.")
    ] = "reports",
    seed: Annotated[
        int, typer.Option(help="Another seed draws other rows; the same, the same.")
    ] = 1,
    out: options.Out = None,
    score: Annotated[
        Path | None,
        typer.Option("--score", help="Read a marked sheet back instead.", metavar="FILE"),
    ] = None,
    quiet: options.Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Write a coding sheet: N rows drawn at random, with their sentences, for a person to mark.

    Open the sheet in any spreadsheet and write yes or no into the columns right_…; leave open
    what you can't tell. --score reads it back and prints how many values are right, with Wilson's
    95 per cent interval, over all and by type.
    """
    import standoff
    from standoff.views import sampling

    if (size is None) == (score is None):
        raise typer.BadParameter("give either N, or --score and a marked sheet")
    if score is not None:
        _print_scores(sampling.score(score.read_bytes()), as_json)
        return
    assert size is not None
    with standoff.open(db) as record:
        rows = sampling.draw(record, table, size, seed)
        data = sampling.sheet(table, rows)
    if out is None:
        sys.stdout.write(terminal.safe_lines(data.decode("utf-8-sig").replace("\r\n", "\n")))
        return
    with whole_file(out) as stream:
        stream.write(data)
    if not quiet:
        terminal.say(f"{len(rows):,} {table} in {out}: mark the columns right_…, then --score it")


def _print_scores(scores: list[Precision], as_json: bool) -> None:
    if as_json:
        print(json.dumps([{**asdict(p), "share": p.share} for p in scores]))
        return
    if not scores:
        raise ValueError("no row of this sheet is marked yet")
    from rich.table import Table

    table = Table("value", "type", "right", "of", "precision", "95% interval", box=None)
    for p in scores:
        interval = f"{p.low:.2f} – {p.high:.2f}"
        texts = (p.column, p.type or "all", str(p.right), str(p.marked), f"{p.share:.2f}", interval)
        table.add_row(*map(terminal.plain, texts), style="" if p.type else "bold")
    terminal.out().print(table)
