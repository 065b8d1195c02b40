"""``standoff demo``."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli import options, terminal
from standoff.cli.build import show_summary
from standoff.cli.report import write_dossier
from standoff.cli.show import print_card

if TYPE_CHECKING:
    from standoff.engine import BuildSummary
    from standoff.views import Record

_SOME = 3


def demo(
    out: Annotated[
        Path, typer.Option("--out", help="The folder to write to.", metavar="DIR")
    ] = Path("demo"),
    quiet: options.Quiet = False,
) -> None:
    """Build the record of the examples that ship with the package, and its dossier.

    The examples are short dispatches, written for this demo; their outlets are fictitious.
    """
    import standoff

    articles = out / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    for example in files("standoff").joinpath("examples").iterdir():
        if example.name.endswith((".txt", ".html", ".jsonl")):
            (articles / example.name).write_bytes(example.read_bytes())
    db = out / "standoff.db"
    with terminal.progress(quiet) as tell:
        summary = standoff.build([os.fspath(articles)], db=db, progress=tell)
    for refusal in summary.refused:
        terminal.say(f"refused {refusal.path}: {refusal.reason}")
    dossier = out / "dossier.html"
    with standoff.open(db) as record:
        write_dossier(record, dossier)
    if not quiet:
        _tell(summary, db, dossier)
    if summary.refused:
        raise typer.Exit(1)


def _tell(summary: BuildSummary, db: Path, dossier: Path) -> None:
    import standoff
    from standoff.views.card import card

    show_summary(summary)
    with standoff.open(db) as record:
        chosen = _contested(record)
        terminal.out().print("\nMost disputed:" if chosen else "\nNothing is disputed.")
        for event in chosen:
            terminal.out().print(terminal.plain(f"  {event['id']}  {event['summary']}"))
        for event in chosen[:1]:
            terminal.out().print(terminal.plain(f"\n$ standoff show {event['id']} --db {db}\n"))
            print_card(card(record, "events", event))
    terminal.out().print(terminal.plain(f"\nThe dossier: {dossier} (open it in a browser)"))


def _contested(record: Record) -> list[dict[str, object]]:
    """The contested events that most originals tell, then those with the most positions."""
    rows = [row for row in record.rows("events") if row["contested"]]
    return sorted(rows, key=lambda r: (-r["origins"], -len(r["positions"]), r["id"]))[:_SOME]
