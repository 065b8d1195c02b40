"""Commitments with what became of them, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from standoff.views.lookup import Evidence, Lookup, Row
from standoff.views.timeline import Days, days_of


@dataclass(frozen=True, slots=True)
class Change:
    """Who brought a status about, when (None if unknown), and the sentences that say so."""

    by: tuple[str, ...]
    days: Days | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A status, with everything that the articles say of it before another follows."""

    status: str
    changes: tuple[Change, ...]

    @property
    def by(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(b for c in self.changes for b in c.by))


@dataclass(frozen=True, slots=True)
class Commitment:
    """A treaty, ceasefire, deal … with its history in the record's order."""

    row: Row
    steps: tuple[Step, ...]

    @property
    def latest(self) -> Step | None:
        """The last step with a day, else the last one; None where the history is empty."""
        steps = [s for s in self.steps if any(c.days for c in s.changes)] or self.steps
        return steps[-1] if steps else None


def commitments(record: Lookup) -> list[Commitment]:
    """Those with the longest history first, then by name."""
    found = [Commitment(row, _steps(record, row)) for row in record.rows("commitments")]
    return sorted(
        found,
        key=lambda c: (-len(c.row["history"]), str(c.row["name"]).casefold(), str(c.row["id"])),
    )


def _steps(record: Lookup, row: Row) -> tuple[Step, ...]:
    return tuple(
        Step(status, _changes(record, rows))
        for status, rows in groupby(row["history"], key=lambda h: str(h["status"]))
    )


def _changes(record: Lookup, history: Iterable[Row]) -> tuple[Change, ...]:
    """Equal ones of several articles are one."""
    changes: dict[tuple[tuple[str, ...], Days | None], list[Evidence]] = {}
    for h in history:
        evidence = record.of_span(h["evidence"])
        held = changes.setdefault((tuple(h["by"]), days_of(h["date"])), [])
        if evidence is not None and evidence not in held:
            held.append(evidence)
    return tuple(Change(by, days, tuple(held)) for (by, days), held in changes.items())
