"""A rule: what calls for it, a pattern, and what the pattern means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from standoff.extract.times.intervals import days_of
from standoff.extract.times.reading import Reading, Reference
from standoff.types import TimexType

Reader = Callable[[re.Match[str], Reference], Reading | None]


@dataclass(frozen=True)
class Rule:
    """``calls`` are the classes of words (see scan.py) that make the pattern worth trying.

    ``read`` gives None where the match turns out to be no time ("may", "1,500 men").
    """

    name: str
    calls: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader
    focus: int | str = 0
    """The group that is the expression, where the pattern holds what is around it too."""


def rule(
    name: str, calls: str, pattern: str, read: Reader, case: bool = False, focus: int | str = 0
) -> Rule:
    compiled = re.compile(pattern, 0 if case else re.I)
    return Rule(name, frozenset(calls.split()), compiled, read, focus)


def found(
    m: re.Match[str],
    type: TimexType,
    value: str,
    *,
    group: int | str = 0,
    yearless: bool = False,
    relative: bool = False,
) -> Reading:
    """A reading of the match (or of one group), its days taken from the value."""
    start, end = m.span(group)
    days = days_of(value) if type in ("DATE", "TIME") else None
    return Reading(start, end, type, value, days, yearless=yearless, relative=relative)


def anchored(r: Reading, ref: Reference) -> Reading:
    """``r``, marked as counted from the article's own day."""
    r.relative, r.anchor = True, ref.base()
    return r
