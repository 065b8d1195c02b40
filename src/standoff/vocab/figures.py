"""Numbers in words, words about numbers, and what is counted where people come to harm."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import cast

from standoff.types import FigureKind
from standoff.vocab import rows

UNITS: Mapping[str, int] = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Mapping[str, int] = {
    w: 10 * i
    for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES: Mapping[str, int] = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "dozen": 12, "score": 20,
}  # fmt: skip
VAGUE: Mapping[str, int] = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000,
}  # fmt: skip
"""What a bare plural says at least."""

AT_LEAST = re.compile(
    r"(?:at least|no (?:fewer|less) than|not less than|more than|over|upwards? of|in excess of"
    r"|well over|a minimum of|above|as many as .{1,12} or more)\s*$",
    re.I,
)
AT_MOST = re.compile(
    r"(?:up to|as many as|at most|no more than|not more than|fewer than|less than|under"
    r"|a maximum of|almost|nearly|close to)\s*$",
    re.I,
)
NEARLY = re.compile(r"(?:almost|nearly|close to)\s*$", re.I)

NOT_PEOPLE = frozenset(
    "percent % per cent kilometer kilometre km mile meter metre foot inch yard year month week day "
    "hour minute second dollar euro pound rupee yen yuan ruble rouble lira dinar barrel ton tonne "
    "pound kilogram kg gram liter litre acre hectare degree point time o'clock p.m. a.m. am pm "
    "age cent $ € £ article resolution kilometers year-old yearold th st nd rd gmt utc billion "
    "seat vote ballot kph mph knot magnitude".split()
)


@functools.cache
def kinds() -> Mapping[tuple[str, str], FigureKind]:
    """What being the object (V), the bearer (A) or the noun itself (N) of a word counts as."""
    return {(r["lemma"], r["pos"]): cast(FigureKind, r["kind"]) for r in rows("figures.csv")}
