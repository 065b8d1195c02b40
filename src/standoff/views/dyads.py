"""Pairs of actors over time, made from the record's events when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from standoff.merge.dyads import SCORES, Period, dyad_rows

if TYPE_CHECKING:
    from standoff.views.reading import Record


def dyads(
    record: Record,
    level: Literal["state", "actor"] = "state",
    period: Period = "week",
    scores: Mapping[str, float] | None = None,
) -> Iterator[dict[str, Any]]:
    """Rows of the table ``dyads``, sorted by id."""
    actors = {str(r["id"]): str(r["id"]) for r in record.rows("actors")}
    sides = states(record) if level == "state" else actors
    rows = dyad_rows(list(record.rows("events")), sides, period, scores or SCORES)
    return iter(sorted((dict(r) for r in rows), key=lambda r: str(r["id"])))


def states(record: Record) -> dict[str, str]:
    """The state that each actor acts for, where the record holds that state."""
    acting: dict[str, str] = {}
    state_of: dict[str, str] = {}
    for row in record.rows("actors"):
        if row["kind"] == "state" and row["country"]:
            state_of.setdefault(row["country"], row["id"])
        if row["acts_for_state"] and row["country"]:
            acting[row["id"]] = row["country"]
    return {actor: state_of[c] for actor, c in acting.items() if c in state_of}
