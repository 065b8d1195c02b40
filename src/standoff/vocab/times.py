"""The words of time, read once from ``times.toml``."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class TimeWords:
    """The tables of ``times.toml``; all keys are lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    day_parts: dict[str, str]
    fixed_days: dict[str, str]
    nth_days: dict[str, tuple[int, int, int]]
    easter_days: dict[str, int]
    references: dict[str, str]
    adverbs: dict[str, str]
    future: frozenset[str]
    future_to: frozenset[str]
    past: frozenset[str]
    not_past: frozenset[str]
    same_event: dict[str, str]
    no_event: frozenset[str]


@functools.cache
def time_words() -> TimeWords:
    with Path(__file__).with_name("times.toml").open("rb") as file:
        t = tomllib.load(file)
    t |= {k: frozenset(v) for k, v in t.pop("direction").items()}
    t["nth_days"] = {k: (v[0], v[1], v[2]) for k, v in t["nth_days"].items()}
    t["no_event"] = frozenset(t["no_event"]["words"])
    return TimeWords(**t)
