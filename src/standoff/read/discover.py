"""Inputs as the user gives them → articles as bytes. All input and output is here; no parsing.

Paths are plain strings here, as given: names of files need not be Unicode, and what is shown must
be what the user wrote.

Files, folders (all below, sorted by name), globs, zips, ``-`` for standard input. Links to folders
are followed, but each folder and each file is read once, so a circle ends.
"""

from __future__ import annotations

import glob
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from standoff.read.archive import is_hidden, split_archive
from standoff.read.source import Source, megabytes
from standoff.read.stream import split_stream
from standoff.types import Refusal

MAX_PIPED_ZIP_BYTES = 500_000_000
"""A zip on standard input must be held whole: its directory is at its end."""
_ZIP = b"PK\x03\x04"


def discover(inputs: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Source | Refusal]:
    """Every article of ``inputs``, in a fixed order, and a refusal for what cannot be read.

    Lazy and in bounded memory. ``stdin`` defaults to the process's own. Raises nothing for bad
    input. Hidden files in folders and archives are passed over without a word.
    """
    seen: set[str] = set()
    for given in inputs:
        if given == "-":
            yield from _piped(stdin if stdin is not None else sys.stdin.buffer)
        elif os.path.lexists(given) or not glob.has_magic(given):
            yield from _path(given, seen)
        else:
            found = sorted(glob.glob(given, recursive=True))  # noqa: PTH207
            if not found:
                yield Refusal(_shown(given), "no such file or folder")
            for path in found:
                if not is_hidden(path[len(_without_magic(given)) :]):
                    yield from _path(path, seen)


def _without_magic(pattern: str) -> str:
    """The beginning of a pattern that stands for itself: what the user named is not hidden."""
    found = re.search(r"[*?\[]", pattern)
    return pattern[: pattern.rfind(os.sep, 0, found.start()) + 1] if found else pattern


def _shown(path: str) -> str:
    """A path that any output can hold: names of files need not be valid Unicode."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "cannot be read: permission denied"
    return f"cannot be read: {error.strerror or error}"


def _path(path: str, seen: set[str]) -> Iterator[Source | Refusal]:
    pending = [path]
    while pending:
        here = pending.pop()
        try:
            mode = os.stat(here).st_mode  # noqa: PTH116
            real = os.path.realpath(here)
            if real in seen:
                continue
            seen.add(real)
            if stat.S_ISDIR(mode):
                names = sorted(name for name in os.listdir(here) if not is_hidden(name))  # noqa: PTH208
                pending += [os.path.join(here, name) for name in reversed(names)]  # noqa: PTH118
                continue
        except (OSError, ValueError) as error:
            yield Refusal(_shown(here), _why(error))
            continue
        if stat.S_ISREG(mode):
            yield from _file(here)
        else:
            yield Refusal(_shown(here), "not a regular file (a pipe, socket or device)")


def _why(error: OSError | ValueError) -> str:
    return _reason(error) if isinstance(error, OSError) else "not a possible file name"


def _file(path: str) -> Iterator[Source | Refusal]:
    shown = _shown(path)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            is_zip = stream.read(4) == _ZIP
            stream.seek(0)
            yield from (split_archive if is_zip else split_stream)(shown, stream)
    except OSError as error:
        yield Refusal(shown, _reason(error))


def _piped(stream: BinaryIO) -> Iterator[Source | Refusal]:
    own = not isinstance(stream, io.BufferedReader)
    buffered = io.BufferedReader(cast(io.RawIOBase, stream)) if own else stream
    try:
        if not cast(io.BufferedReader, buffered).peek(4).startswith(_ZIP):
            yield from split_stream("-", buffered)
            return
        data = buffered.read(MAX_PIPED_ZIP_BYTES + 1)
        if len(data) > MAX_PIPED_ZIP_BYTES:
            yield Refusal("-", f"a zip on standard input of over {megabytes(MAX_PIPED_ZIP_BYTES)}")
            return
        yield from split_archive("-", io.BytesIO(data))
    except OSError as error:
        yield Refusal("-", _reason(error))
    finally:
        if own:
            cast(io.BufferedReader, buffered).detach()  # the stream is the caller's to close
