"""Events → pairs of actors over time: how much they cooperated and how much they fought.

``SCORES`` is the weight of an event by type, on the scale from -10 (the gravest conflict) to +10
that the field has used since Goldstein (1992), set by quadrant and gravity; a user can replace it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from standoff.merge.identity import make_id

Row = dict[str, object]
Period = Literal["day", "week", "month"]
SCORES: Mapping[str, float] = {
    "AGREE": 3.0, "CONSULT": 1.0, "SUPPORT": 4.0, "COOPERATE": 6.0, "AID": 7.0,
    "CONCEDE": 5.0, "RETREAT": 6.0, "REQUEST": -1.0, "ACCUSE": -2.0, "REJECT": -4.0,
    "THREATEN": -5.0, "PROTEST": -5.0, "SANCTION": -6.0, "MOBILIZE": -7.0, "COERCE": -8.0,
    "ASSAULT": -10.0,
}  # fmt: skip
_COUNTED = ("happened", "ongoing")


def dyad_rows(
    events: Sequence[Row],
    states: Mapping[str, str],
    period: Period = "week",
    scores: Mapping[str, float] = SCORES,
) -> list[Row]:
    """Pairs (a < b) of ``states`` (actor id → the id that stands for its state), by period.

    Only what happened or goes on is counted; an event without a day is in no period.
    """
    rows: dict[tuple[str, str, str], Row] = {}
    for e in events:
        when = e["date"]
        if e["status"] not in _COUNTED or not isinstance(when, Mapping):
            continue
        start = _period(date.fromisoformat(str(when["earliest"])), period)
        for a, b in _pairs(e, states):
            row = rows.setdefault(
                (a, b, start),
                {
                    "id": make_id("y", a, b, period, start),
                    "a": a,
                    "b": b,
                    "period": start,
                    "cooperation": 0.0,
                    "conflict": 0.0,
                    "reports": [],
                    "events": [],
                },
            )
            score = scores[str(e["type"])]
            name = "cooperation" if score > 0 else "conflict"
            held, reports, ids = row[name], row["reports"], row["events"]
            assert isinstance(held, float) and isinstance(reports, list) and isinstance(ids, list)
            row[name] = round(held + abs(score), 3)
            mine = e["reports"]
            assert isinstance(mine, list)
            reports.extend(mine)
            ids.append(e["id"])
    return [rows[k] for k in sorted(rows)]


def _pairs(event: Row, states: Mapping[str, str]) -> list[tuple[str, str]]:
    a, b = event["actor"], event["recipient"]
    assert isinstance(a, list) and isinstance(b, list)
    left = {states[x] for x in a if x in states}
    right = {states[x] for x in b if x in states}
    return sorted({(min(x, y), max(x, y)) for x in left for y in right if x != y})


def _period(day: date, period: Period) -> str:
    if period == "month":
        return day.replace(day=1).isoformat()
    if period == "week":
        return (day - timedelta(days=day.weekday())).isoformat()
    return day.isoformat()
