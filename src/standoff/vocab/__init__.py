"""What words mean here, as data. Each table is a CSV beside this file, with a loader of its own.

A user's own additions come as one TOML file (``--vocab``), merged into the shipped tables.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

MAX_USER_FILE = 4_000_000
"""Bytes of a user's vocabulary file; more is refused."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of the shipped table ``name`` (``"events.csv"``); ``#`` lines are comments."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(lines)]


def user_file(path: str | Path) -> Mapping[str, Any]:
    """A user's vocabulary file.

    Raises ValueError, in words for the user, if it can't be read as TOML.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as e:
        raise ValueError(f"cannot read the vocabulary {path}: {e.strerror}") from e
    if len(data) > MAX_USER_FILE:
        raise ValueError(f"the vocabulary {path} is larger than {MAX_USER_FILE:,} bytes")
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise ValueError(f"the vocabulary {path} is not valid TOML: {e}") from e
