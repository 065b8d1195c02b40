"""The command line: parses arguments, calls, prints."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from standoff.cli import terminal
from standoff.cli.annotate import annotate
from standoff.cli.build import build
from standoff.cli.demo import demo
from standoff.cli.export import export
from standoff.cli.report import report
from standoff.cli.sample import sample
from standoff.cli.show import show

app = typer.Typer(
    name="standoff",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads the news coverage of an international crisis and builds the record of it: who did "
    "what to whom and when, who says so, who denies it.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, report, export, show, annotate, sample, demo):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"standoff {version('standoff')}")
        raise typer.Exit


@app.callback()
def _standoff(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line. Exits 0, 1 where inputs were refused, 2 where it could not be done."""
    _open_streams()
    try:
        app()
    except KeyboardInterrupt:
        terminal.say("stopped; run it again to go on")
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has gone: not an error, but nothing can be written any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as e:
        if os.environ.get("STANDOFF_TRACEBACK"):
            raise
        terminal.say(_words(e))
        sys.exit(2)


def _open_streams() -> None:
    """Python has None for a standard stream that was closed before it began (``<&-``)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _words(error: Exception) -> str:
    from standoff.record.opening import RecordError

    if isinstance(error, RecordError | ValueError):
        return str(error)
    if isinstance(error, ModuleNotFoundError):
        return f"this needs the package {error.name}: install it first"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    return (
        f"something is wrong in Standoff itself ({type(error).__name__}: {error}); "
        "set STANDOFF_TRACEBACK=1 to see where, and please report it"
    )
