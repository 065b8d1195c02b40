"""``standoff report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli import options, terminal
from standoff.cli.files import whole_file

if TYPE_CHECKING:
    from standoff.views import Record

_TABLES = (
    "documents", "actors", "places", "reports", "events", "statements", "commitments",
    "relations", "dyads", "positions", "figures", "judgements",
)  # fmt: skip


def report(
    db: options.Db = "standoff.db",
    out: Annotated[
        Path, typer.Option("-o", "--out", help="The file to write.", metavar="FILE")
    ] = Path("dossier.html"),
    excerpts: Annotated[
        bool,
        typer.Option("--excerpts", help="Leave out whole articles: evidence sentences only."),
    ] = False,
    quiet: options.Quiet = False,
) -> None:
    """Write the dossier: one HTML file that opens offline, every value beside its sentence."""
    import standoff

    with standoff.open(db) as record:
        size = write_dossier(record, out, excerpts)
    if not quiet:
        terminal.out().print(terminal.plain(f"wrote {out} ({size / 1e6:.1f} MB)"))


def write_dossier(record: Record, out: Path, excerpts: bool = False) -> int:
    """Write the dossier of ``record`` to ``out``; the number of bytes written."""
    from standoff.dossier import report as page

    html = page({t: list(record.rows(t)) for t in _TABLES}, excerpts=excerpts).encode("utf-8")
    with whole_file(out) as stream:
        stream.write(html)
    return len(html)
