"""Events by parties: who asserts, who denies, who says neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.views.lookup import Lookup, Row
from standoff.views.timeline import Days, days_of

COLUMNS = 5
"""Parties that have a column of their own; the rest stand side by side in the last one."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where ``who`` stands on one event; ``side`` is the state that it speaks for, or itself."""

    who: str
    side: str
    stance: str
    about: str
    against: tuple[str, ...]
    reports: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One event: the positions under each party of the ledger, and those of all others."""

    event: Row
    cells: tuple[tuple[Position, ...], ...]
    others: tuple[Position, ...]

    @property
    def positions(self) -> tuple[Position, ...]:
        return (*(p for cell in self.cells for p in cell), *self.others)


@dataclass(frozen=True, slots=True)
class Ledger:
    parties: tuple[str, ...]
    lines: tuple[Line, ...]


def ledger(record: Lookup) -> Ledger:
    """Every event on which a party takes a position, contested ones first, then by day."""
    by_event = {i: positions_of(record, e) for i, e in sorted(record.events.items())}
    counts = Counter(p.side for ps in by_event.values() for p in {p.side: p for p in ps}.values())
    parties = tuple(sorted(counts, key=lambda s: (-counts[s], record.name(s), s))[:COLUMNS])
    lines = [_line(record.events[i], ps, parties) for i, ps in by_event.items() if ps]
    return Ledger(parties, tuple(sorted(lines, key=_order)))


def positions_of(record: Lookup, event: Row) -> list[Position]:
    """The positions on one event, in the record's order."""
    return [
        Position(
            str(p["who"]),
            record.side(str(p["who"])),
            str(p["stance"]),
            str(p["about"] or ""),
            tuple(p["against"]),
            tuple(r for r in p["reports"] if r in record.reports),
            tuple(s for s in p["statements"] if s in record.statements),
        )
        for p in event["positions"]
    ]


def _line(event: Row, positions: Sequence[Position], parties: Sequence[str]) -> Line:
    cells = tuple(tuple(p for p in positions if p.side == party) for party in parties)
    return Line(event, cells, tuple(p for p in positions if p.side not in parties))


def _order(line: Line) -> tuple[bool, bool, Days | None, str]:
    days = days_of(line.event["date"])
    return not line.event["contested"], days is None, days, str(line.event["id"])
