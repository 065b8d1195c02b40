"""What is printed, and how: text of articles never steers the terminal.

Control characters and text-direction marks are taken out, and Rich is given :class:`Text`, never
markup. Results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from standoff.progress import Progress

_HARMFUL = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), "\ufffd"),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " "),
    # Text-direction marks can make a line read as it does not stand.
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""),
}
_LINES = {**_HARMFUL, 0x0A: "\n", 0x09: "\t"}


def safe(text: object) -> str:
    """``text`` on one line, with nothing in it that a terminal would act on."""
    return str(text).translate(_HARMFUL)


def safe_lines(text: str) -> str:
    """The same, with its lines and tabs kept."""
    return text.translate(_LINES)


def plain(text: object, style: str = "") -> Text:
    """``text`` for Rich: safe, and without markup."""
    return Text(safe(text), style=style)


def out() -> Console:
    """Standard output. Where it is no terminal, lines are as long as they are."""
    return _console(sys.stdout)


def err() -> Console:
    """Standard error."""
    return _console(sys.stderr)


def _console(stream: Any) -> Console:
    width = None if stream.isatty() else 200
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def say(message: object) -> None:
    """A line on standard error."""
    print(f"standoff: {safe(message)}", file=sys.stderr)


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A bar on standard error while the body runs; nothing where that is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[articles]} articles", markup=False),
        TextColumn("{task.fields[speed]}", markup=False),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=err(), transient=True) as bar:
        task = bar.add_task("reading", total=None, articles=0, speed="")

        def tell(at: Progress) -> None:
            seconds = bar.tasks[0].elapsed or 0.0
            speed = f"{at.done / seconds:.0f}/s" if seconds > 0.5 else ""
            bar.update(
                task,
                description=at.stage,
                total=None if at.share is None else 1.0,
                completed=at.share or 0.0,
                articles=f"{at.done:,}",
                speed=speed if at.stage == "reading" else "",
            )

        yield tell
