"""How far a build is, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``done`` articles, and the ``share`` of the input if that is known."""

    stage: str
    done: int
    share: float | None = None


Tell = Callable[[Progress], None]
