"""``standoff annotate``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from standoff.cli import options, terminal
from standoff.cli.files import whole_file

if TYPE_CHECKING:
    from standoff.layers import Request
    from standoff.read.source import Source


def annotate(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, globs, zips, or - for standard input: plain text or JSON Lines.",
            metavar="INPUT...",
            show_default=False,
        ),
    ],
    layers: Annotated[
        str, typer.Option(help="Which layers, with commas between.", metavar="LAYER,...")
    ] = "times,statements,events",
    out: options.Out = None,
    jobs: options.Jobs = None,
    vocab: options.Vocab = None,
    quiet: options.Quiet = False,
) -> None:
    """Annotate articles, one JSON line each, without a record.

    Offsets count the code points of the text exactly as it was given: nothing is cleaned. An
    input line's "published" is the day that relative dates count from; its "pairs" ask what one
    party does to another. The exit code is 1 if some inputs were refused (each is named).
    """
    from standoff.layers import request

    asked = request([x.strip() for x in layers.split(",") if x.strip()], vocab)
    target: AbstractContextManager[IO[bytes]]
    target = whole_file(out) if out else nullcontext(sys.stdout.buffer)
    done = refused = 0
    with target as stream:
        for path, said in _all(inputs, asked, jobs):
            if isinstance(said, str):
                refused += 1
                terminal.say(f"refused {path}: {said}")
            else:
                done += 1
                stream.write(_line(said))
        stream.flush()
    if refused:
        if not quiet:
            terminal.say(f"{done:,} annotated, {refused:,} refused")
        sys.exit(1)


def _line(said: dict[str, Any]) -> bytes:
    text = json.dumps(said, ensure_ascii=False)
    if sys.stdout.isatty():
        text = terminal.safe(text)
    return text.encode("utf-8", "replace") + b"\n"


def _all(
    inputs: Iterable[str], asked: Request, jobs: int | None
) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Each input's path with its annotations or the reason of its refusal, in input order."""
    from standoff.coding import run
    from standoff.layers import source_annotator
    from standoff.read.discover import discover
    from standoff.types import Refusal
    from standoff.workers import Failure, Job, cores

    refused: list[tuple[str, str]] = []

    def sources() -> Iterator[Source]:
        for found in discover(inputs):
            if isinstance(found, Refusal):
                refused.append((found.path, found.reason))
            else:
                yield found

    job = Job(source_annotator, asked)
    for source, said in run(job, sources(), jobs or cores(), lambda s: len(s.data), True):
        if isinstance(said, Failure):  # a ValueError's words are for the user
            yield source.path, said.reason.removeprefix("ValueError: ")
        else:
            yield source.path, said
        while refused:
            yield refused.pop(0)
    yield from refused
