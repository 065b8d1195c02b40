"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Db = Annotated[
    str,
    typer.Option(
        "--db",
        help="The record: a path, or a SQLAlchemy URL such as postgresql+psycopg://host/name.",
        metavar="PATH|URL",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only what went wrong.")]
Json = Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")]
Vocab = Annotated[
    Path | None,
    typer.Option(
        "--vocab",
        help="A TOML file with your own actors, names and verbs, added to the shipped ones.",
        metavar="FILE",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, help="Processes to read with; by default one for each core."
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", help="Write to this file, not to standard output.", metavar="FILE"),
]
