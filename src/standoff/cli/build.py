"""``standoff build``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli import options, terminal

if TYPE_CHECKING:
    from standoff.engine import BuildSummary


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, globs, zips, or - for standard input: plain text, HTML, JSON "
            "or JSON Lines, told apart by content.",
            metavar="INPUT...",
            show_default=False,
        ),
    ],
    db: options.Db = "standoff.db",
    jobs: options.Jobs = None,
    vocab: options.Vocab = None,
    quiet: options.Quiet = False,
    as_json: options.Json = False,
) -> None:
    """Read articles into the record.

    Articles that the record already holds are skipped, so a build can be stopped at any time and
    run again. The exit code is 0, or 1 if some inputs were refused (each is named with the
    reason), or 2 if the build could not be done.
    """
    import standoff

    with terminal.progress(quiet) as tell:
        summary = standoff.build(inputs, db=db, jobs=jobs, vocab=vocab, progress=tell)
    for refusal in summary.refused:
        terminal.say(f"refused {refusal.path}: {refusal.reason}")
    if as_json:
        print(json.dumps(asdict(summary)))
    elif not quiet:
        show_summary(summary)
    if summary.refused:
        sys.exit(1)


def show_summary(summary: BuildSummary) -> None:
    """The table that a build ends with."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    rows = [
        ("articles read", summary.read, ""),
        ("already read", summary.already, ""),
        ("coded anew", summary.coded_anew, "by this version and vocabulary"),
        ("refused", len(summary.refused), "named above"),
        ("in the record", summary.documents, "articles"),
        ("  copies", summary.copies, "of other articles"),
        ("  not coded", summary.uncoded, "in a language that is not supported"),
        ("actors", summary.actors, ""),
        ("events", summary.events, f"in {summary.reports:,} reports"),
        ("  disputes", summary.disputes, ""),
        ("statements", summary.statements, ""),
        ("commitments", summary.commitments, ""),
    ]
    optional = {"coded anew", "refused", "  not coded"}
    for name, count, note in rows:
        if count or name not in optional:
            table.add_row(name, f"{count:,}", note if count else "")
    table.columns[1].justify = "right"
    terminal.out().print(table)
