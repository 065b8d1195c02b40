"""All lexicons that the stages look things up in, as one frozen value."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from standoff.vocab import user_file


@dataclass(frozen=True)
class Vocabulary:
    """The shipped tables and a user's additions (``extra``, a parsed TOML file)."""

    extra: Mapping[str, Any] = field(default_factory=dict)


@functools.lru_cache(maxsize=4)
def load(path: str | Path | None = None) -> Vocabulary:
    """The vocabulary, with the additions of the TOML file ``path``.

    Raises ValueError, in words for the user, if the file is not what it should be.
    """
    return Vocabulary(extra=user_file(path) if path else {})
