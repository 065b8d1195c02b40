"""Reports that are joined into one event step by step, and what groups of them are asked.

A group keeps what the questions need, so that neither a thousand tellings of one event nor an
article that repeats itself makes every step look at every report again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

from standoff.merge.reports import Report
from standoff.merge.sameness import Look, contradiction, grounds

_KINDS = 400
"""Different reports of a group that are looked at for contradictions."""
_TELLINGS = 60
"""Tellings of one article that are looked at for what agrees."""


class Group:
    """Reports taken for one event, at first one alone."""

    def __init__(self, report: str, look: Look) -> None:
        self.reports = [report]
        self._kinds: dict[Hashable, Look] = {grounds(look): look}
        self._told: dict[str, list[str]] = {look.document: [report]}

    def contradicts(self, other: Group) -> bool:
        """Whether some two of their reports do."""
        return any(
            contradiction(x, y) is not None
            for x in islice(self._kinds.values(), _KINDS)
            for y in islice(other._kinds.values(), _KINDS)
        )

    def pairs(self, other: Group) -> Iterator[tuple[str, str]]:
        """Their reports in pairs of one article, each pair sorted."""
        for document in self._told:
            for x in self._told[document][:_TELLINGS]:
                for y in other._told.get(document, ())[:_TELLINGS]:
                    yield (x, y) if x < y else (y, x)

    def take(self, other: Group) -> None:
        self.reports += other.reports
        for grounds_, look in other._kinds.items():
            self._kinds.setdefault(grounds_, look)
        for document, reports in other._told.items():
            self._told.setdefault(document, []).extend(reports)


class Tellings:
    """What reports that belong together say of where and who; the most told first."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.where = next((r for r in reports if r.fine), None)
        self.mediators = Counter(r.mediator for r in reports if r.mediator).most_common()
        self.actors = Counter(r.actor for r in reports if r.actor).most_common()
        self.recipients = Counter(r.recipient for r in reports if r.recipient).most_common()
