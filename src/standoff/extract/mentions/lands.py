"""The lands that one article tells of, and which of them a bare office or organ belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from standoff.vocab.actors import Hit

_ONLY = 4
"""Times that a country is named for one of any other in an article that is about it only."""
_MOSTLY = 2
"""As many, where the article also begins with it."""


@dataclass(slots=True)
class Lands:
    """``subjects``: (offset, country, is a subject) of every mention of a state; ``told``:
    (offset, country) of every word that tells of a land at all, a town's dateline too."""

    subjects: list[tuple[int, str, bool]] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)

    def read(self, hits: Sequence[Hit]) -> None:
        """Names of lands, peoples and capitals of one sentence."""
        for hit in hits:
            if hit.entry.sort != "name" and hit.entry.country:
                self.told.append((hit.start, hit.entry.country))

    def place(self, start: int, country: str) -> None:
        """A town of ``country`` is named."""
        self.subjects.append((start, country, False))
        self.told.append((start, country))

    def only(self) -> str | None:
        """The country that the article is about, where it is about one only: whose minister a bare
        "Foreign Minister X" is must not be guessed between two."""
        top = Counter(c for _, c, _ in self.subjects).most_common(2)
        return top[0][0] if top and (len(top) == 1 or top[0][1] >= _ONLY * top[1][1]) else None

    def one(self) -> bool:
        """Whether the article tells of one land alone."""
        return len({c for _, c in self.told}) == 1

    def between(self, start: int, end: int) -> set[str]:
        """The countries told of from ``start`` to ``end``."""
        return {c for at, c in self.told if start <= at < end}

    def so_far(self, offset: int) -> str | None:
        """The only country told of before ``offset``, or the one that the article begins with and
        speaks of most: what a bare "Prime Minister X" is of in news from there."""
        self.told.sort()
        counts = Counter(c for _, c in self.told)
        top = counts.most_common(2)
        before = {c for _, c in self.told[: bisect_left(self.told, (offset, ""))]}
        if len(before) == 1:
            land = next(iter(before))
            if counts[land] == top[0][1]:
                return land
        if len(top) == 2 and top[0][1] < _MOSTLY * top[1][1]:
            return None
        return top[0][0] if top and self.told[0][1] == top[0][0] else None

    def at(self, offset: int) -> str | None:
        """The country under discussion at ``offset``: most of the article's, else the last that
        acted before; None if neither is clear."""
        top = Counter(c for _, c, _ in self.subjects).most_common(2)
        if top and (len(top) == 1 or top[0][1] >= 2 * top[1][1]):
            return top[0][0]
        acting = [c for at, c, subject in self.subjects if subject and at < offset]
        return acting[-1] if acting else None
