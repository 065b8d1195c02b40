"""The record's values in words for a reader."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files

from standoff import vocab
from standoff.views.timeline import Days, month_of

MONTHS = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
NAME = 120
"""Characters of a name shown at most."""


@functools.cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def word(table: str, value: object) -> str:
    """The words for a value of the contract; a value without is shown as it stands."""
    key = str(value)
    return _words()[table].get(key, key.replace("_", " "))


def known(table: str) -> tuple[str, ...]:
    """The values of ``table``, in the order of its file."""
    return tuple(_words()[table])


def side(stance: str) -> str:
    """``for``, ``against`` or ``neither``."""
    return _words()["sides"].get(stance, "neither")


@functools.cache
def _countries() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in vocab.rows("countries.csv")}


def country(code: object) -> str:
    """The name of an ISO 3166 alpha-3 code; the code where there is none."""
    return _countries().get(str(code), str(code))


def short(text: object, limit: int = NAME) -> str:
    """One line of at most ``limit`` characters."""
    line = " ".join(str(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def day(value: date) -> str:
    """``5 May 2025``."""
    return f"{value.day} {MONTHS[value.month]} {value.year:04d}"


def days(value: Days | None) -> str:
    """A range as a reader would write it; whole months and years by their names."""
    if value is None:
        return "day unknown"
    a, b = value.earliest, value.latest
    if a == b:
        return day(a)
    if a.day == 1 and b == month_of(b).latest:
        if (a.year, a.month) == (b.year, b.month):
            return f"{MONTHS[a.month]} {a.year:04d}"
        if (a.month, b.month) == (1, 12):
            return f"{a.year:04d}" if a.year == b.year else f"{a.year:04d}–{b.year:04d}"
    if a.year != b.year:
        return f"{day(a)} – {day(b)}"
    if a.month != b.month:
        return f"{a.day} {MONTHS[a.month]} – {day(b)}"
    return f"{a.day}–{day(b)}"


def count(low: int | None, high: int | None) -> str:
    """A figure with its bounds: ``26``, ``20 or more``, ``up to 36``, ``12 to 15``."""
    if low is None and high is None:
        return "unknown"
    if low is None or (high is not None and low != high and low <= 1):
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def plural(n: int, one: str, many: str | None = None) -> str:
    """``1 event``, ``1,234 events``."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"
