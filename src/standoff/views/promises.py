"""Commitments with what became of them, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.views.lookup import Evidence, Lookup, Row
from standoff.views.timeline import Days, days_of


@dataclass(frozen=True, slots=True)
class Step:
    """A status on the word of ``by``; equal ones of several articles are one step."""

    status: str
    by: tuple[str, ...]
    days: Days | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A treaty, ceasefire, deal … with its history in the record's order."""

    row: Row
    steps: tuple[Step, ...]

    @property
    def latest(self) -> Step | None:
        """The last dated step, else the last one; None where the history is empty."""
        steps = [s for s in self.steps if s.days] or self.steps
        return steps[-1] if steps else None


def commitments(record: Lookup) -> list[Commitment]:
    """By name; those with the longer history first where names are equal."""
    found = [Commitment(row, _steps(record, row)) for row in record.rows("commitments")]
    return sorted(
        found, key=lambda c: (str(c.row["name"]).casefold(), -len(c.steps), str(c.row["id"]))
    )


def _steps(record: Lookup, row: Row) -> tuple[Step, ...]:
    steps: dict[tuple[str, tuple[str, ...], Days | None], list[Evidence]] = {}
    for h in row["history"]:
        evidence = record.of_span(h["evidence"])
        held = steps.setdefault((str(h["status"]), tuple(h["by"]), days_of(h["date"])), [])
        if evidence is not None and evidence not in held:
            held.append(evidence)
    return tuple(Step(*key, tuple(evidence)) for key, evidence in steps.items())
