"""Events by parties: who asserts, who denies, who says neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.views.lookup import Lookup, Row
from standoff.views.timeline import Days, days_of

_AGAINST = {"denies", "doubts"}
_PLACE = {
    "asserts": 0, "claims_responsibility": 1, "blames": 2, "denies": 3, "doubts": 4,
    "neither_confirms_nor_denies": 5, "no_comment": 6,
}  # fmt: skip
COLUMNS = 4
"""Parties that have a column of their own; the rest stand side by side in the last one."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where ``who`` stands on one event; ``side`` is the state that it speaks for, or itself."""

    who: str
    side: str
    stance: str
    about: tuple[str, ...]
    against: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One event: the positions under each party of the ledger, and those of all others.

    ``opposed`` tells that some party does more than assert it.
    """

    event: Row
    cells: tuple[tuple[Position, ...], ...]
    others: tuple[Position, ...]

    @property
    def positions(self) -> tuple[Position, ...]:
        return (*(p for cell in self.cells for p in cell), *self.others)

    @property
    def opposed(self) -> bool:
        return bool(self.event["contested"]) or any(p.stance != "asserts" for p in self.positions)


@dataclass(frozen=True, slots=True)
class Ledger:
    parties: tuple[str, ...]
    lines: tuple[Line, ...]


def ledger(record: Lookup) -> Ledger:
    """Every event on which a party takes a position: the contested ones first, those that most
    originals tell before the others; the rest by day."""
    by_event = {i: positions_of(record, e) for i, e in sorted(record.events.items())}
    counts = Counter(p.side for ps in by_event.values() for p in {p.side: p for p in ps}.values())
    parties = tuple(sorted(counts, key=lambda s: (-counts[s], record.name(s), s))[:COLUMNS])
    lines = [_line(record.events[i], ps, parties) for i, ps in by_event.items() if ps]
    return Ledger(parties, tuple(sorted(lines, key=_order)))


def positions_of(record: Lookup, event: Row) -> list[Position]:
    """The positions on one event: one for each party, stance and whom it is against."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Row]] = {}
    for p in event["positions"]:
        key = (str(p["who"]), str(p["stance"]), tuple(str(a) for a in p["against"]))
        found.setdefault(key, []).append(p)
    return [
        Position(
            who,
            record.side(who),
            stance,
            tuple(dict.fromkeys(str(p["about"]) for p in rows if p["about"])),
            against,
            tuple(dict.fromkeys(r for p in rows for r in p["reports"] if r in record.reports)),
        )
        for (who, stance, against), rows in found.items()
    ]


def disputed(table: Ledger) -> list[Line]:
    """The contested events: those on which most sides stand against each other first."""

    def order(line: Line) -> tuple[bool, int, tuple[bool, int, int, bool, Days | None, str]]:
        stances = {p.stance for p in line.positions}
        both = bool(stances & _AGAINST) and bool(stances - _AGAINST)
        return not both, -int(line.event["origins"]), _order(line)

    return sorted((x for x in table.lines if x.event["contested"]), key=order)


def stances(positions: Sequence[Position]) -> list[tuple[Position, tuple[Position, ...]]]:
    """Positions that say the same, together: the first of each and all who take it.

    Those for come before those against, and these before those that say neither.
    """
    found: dict[tuple[str, tuple[str, ...]], dict[str, Position]] = {}
    for p in positions:
        found.setdefault((p.stance, p.against), {}).setdefault(p.who, p)
    groups = [tuple(who.values()) for who in found.values()]
    return sorted(((g[0], g) for g in groups), key=lambda g: _PLACE.get(g[0].stance, 1))


def _line(event: Row, positions: Sequence[Position], parties: Sequence[str]) -> Line:
    cells = tuple(tuple(p for p in positions if p.side == party) for party in parties)
    return Line(event, cells, tuple(p for p in positions if p.side not in parties))


def _order(line: Line) -> tuple[bool, int, int, bool, Days | None, str]:
    event = line.event
    days = days_of(event["date"])
    told = -int(event["origins"]) if event["contested"] else 0
    sides = -len({p.side for p in line.positions}) if event["contested"] else 0
    return not event["contested"], told, sides, days is None, days, str(event["id"])
