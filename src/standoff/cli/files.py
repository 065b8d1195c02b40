"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which takes its place when the body ends well, and leaves no half.

    Raises ValueError, in words, where it can't be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and not path.is_file():  # /dev/stdout, a named pipe
            with path.open("wb") as stream:
                yield stream
            return
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    except OSError as e:
        raise ValueError(f"cannot write {path}: {e.strerror or e}") from e
    finally:
        with suppress(OSError):
            part.unlink()
