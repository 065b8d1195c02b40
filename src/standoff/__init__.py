"""Reads the news coverage of an international crisis and builds the record of it.

``build`` reads articles into a record, ``open`` reads a record, ``annotate`` says what stands in
single articles without one. Importing this is quick: what a call needs is loaded when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.engine import BuildSummary
    from standoff.progress import Progress
    from standoff.views import Record

__all__ = ["annotate", "build", "open"]


def build(
    inputs: str | Path | Sequence[str | Path],
    db: str | Path = "standoff.db",
    jobs: int | None = None,
    vocab: str | Path | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> BuildSummary:
    """Read ``inputs`` (files, folders, globs, zips, ``-``) into the record at ``db``.

    ``db`` is a path or a SQLAlchemy URL; ``jobs`` the number of processes, by default one for each
    core; ``vocab`` a TOML file with actors, names and verbs of your own; ``progress`` is called as
    the work goes on. Articles that the record holds are not read again. Input that can't be read
    is in the summary's ``refused``, with the reason. Raises ValueError for a bad vocabulary and
    :class:`standoff.record.opening.RecordError` for a record that can't be used.
    """
    from standoff.engine import build as run

    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    return run([str(i) for i in given], db, jobs, vocab, progress)


def open(db: str | Path = "standoff.db") -> Record:
    """The record at ``db``, to read. Raises RecordError if there is none.

    >>> record = standoff.open("crisis.db")
    >>> record.table("events")              # an Arrow table
    >>> record.table("events", "polars")    # or "pandas", or "rows"
    """
    from standoff.views import Record

    return Record.open(db)


def annotate(
    articles: Iterable[Mapping[str, Any] | str],
    layers: Sequence[str] = ("times", "statements", "events"),
    vocab: str | Path | None = None,
) -> Iterator[dict[str, Any]]:
    """What stands in single articles: no record, nothing cleaned, offsets into the text as given.

    An article is its text, or a mapping with ``text`` and perhaps ``id``, ``published`` (the day
    that "yesterday" is counted from), ``outlet``, and ``pairs`` to be coded. Raises ValueError
    for a layer that there is not, and for an article without text.
    """
    from standoff.layers import annotate_all

    return annotate_all(articles, layers, vocab)
