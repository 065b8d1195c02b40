"""The lands that one article tells of, and which of them a bare office or organ belongs to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence

from standoff.vocab.actors import Hit

_ONLY = 4
"""Times that a country is named for one of any other in an article that is about it only."""
_MOSTLY = 2
"""As many, where the article also begins with it."""


class Lands:
    """Counted as they are read: every office without a land asks for them."""

    def __init__(self) -> None:
        self._named: Counter[str] = Counter()
        """Mentions of each state and of its places."""
        self._acting: list[tuple[int, str]] = []
        """(offset, country) of every state that is a subject, in text order."""
        self._told: list[tuple[int, str]] = []
        """(offset, country) of every word that tells of a land at all, a town's dateline too, in
        text order."""
        self._counts: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        """How often a land is told of, and where first."""

    def read(self, hits: Sequence[Hit]) -> None:
        """Names of lands, peoples and capitals of one sentence."""
        for hit in hits:
            if hit.entry.sort != "name" and hit.entry.country:
                self._tell(hit.start, hit.entry.country)

    def state(self, start: int, country: str, subject: bool) -> None:
        """A state is named; ``subject`` where it acts."""
        self._named[country] += 1
        if subject:
            insort(self._acting, (start, country))

    def place(self, start: int, country: str) -> None:
        """A town of ``country`` is named."""
        self._named[country] += 1
        self._tell(start, country)

    def _tell(self, start: int, country: str) -> None:
        insort(self._told, (start, country))
        self._counts[country] += 1
        self._first[country] = min(start, self._first.get(country, start))

    def named(self, most: int) -> list[str]:
        """The countries named most, at most so many."""
        return [country for country, _ in self._named.most_common(most)]

    def only(self) -> str | None:
        """The country that the article is about, where it is about one only: whose minister a bare
        "Foreign Minister X" is must not be guessed between two."""
        return self._above_all(_ONLY)

    def _above_all(self, times: int) -> str | None:
        top = self._named.most_common(2)
        return top[0][0] if top and (len(top) == 1 or top[0][1] >= times * top[1][1]) else None

    def one(self) -> bool:
        """Whether the article tells of one land alone."""
        return len(self._counts) == 1

    def between(self, start: int, end: int) -> set[str]:
        """The countries told of from ``start`` to ``end``."""
        first, last = (bisect_left(self._told, (at, "")) for at in (start, end))
        return {c for _, c in self._told[first:last]}

    def so_far(self, offset: int) -> str | None:
        """The only country told of before ``offset``, or the one that the article begins with and
        speaks of most: what a bare "Prime Minister X" is of in news from there."""
        top = sorted(self._counts, key=lambda c: (-self._counts[c], self._first[c], c))[:2]
        most = [self._counts[c] for c in top]
        before = [c for c, at in self._first.items() if at < offset]
        if len(before) == 1 and self._counts[before[0]] == most[0]:
            return before[0]
        if len(top) == 2 and most[0] < _MOSTLY * most[1]:
            return None
        return top[0] if top and self._told[0][1] == top[0] else None

    def at(self, offset: int) -> str | None:
        """The country under discussion at ``offset``: most of the article's, else the last that
        acted before; None if neither is clear."""
        found = self._above_all(_MOSTLY)
        before = bisect_left(self._acting, (offset, ""))
        return found or (self._acting[before - 1][1] if before else None)
