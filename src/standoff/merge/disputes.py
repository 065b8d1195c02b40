"""The reports and positions of one event, laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.merge.identity import make_id
from standoff.merge.reports import Report

Row = dict[str, object]
_STANCES = (
    "asserts", "denies", "doubts", "no_comment", "neither_confirms_nor_denies",
    "claims_responsibility", "blames",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stand:
    """One party's stance on one event, on the word of one statement and one report."""

    who: str
    stance: str
    about: str
    against: tuple[str, ...]
    statement: str | None
    report: str


def positions(stands: Sequence[Stand]) -> list[Row]:
    """Stances of all parties, one row for each (who, stance, about, against)."""
    rows: dict[tuple[str, int, str, tuple[str, ...]], Row] = {}
    for s in sorted(stands, key=lambda s: (s.who, s.stance, s.about, s.against, s.report)):
        key = (s.who, _STANCES.index(s.stance), s.about, s.against)
        row = rows.setdefault(
            key,
            {
                "who": s.who,
                "stance": s.stance,
                "about": s.about,
                "against": list(s.against),
                "statements": [],
                "reports": [],
            },
        )
        for name, value in (("statements", s.statement), ("reports", s.report)):
            held = row[name]
            assert isinstance(held, list)
            if value is not None and value not in held:
                held.append(value)
    return [rows[k] for k in sorted(rows)]


def figures(reports: Sequence[Report], figure_rows: dict[str, list[Row]]) -> list[Row]:
    """The counts that the reports of one event give, equal ones of one claimant together."""
    rows: dict[tuple[object, ...], Row] = {}
    for r in reports:
        for f in figure_rows.get(r.id, []):
            said_by = f["said_by"]
            assert isinstance(said_by, list)
            key = (f["kind"], f["low"], f["high"], f["of"] or "", tuple(said_by), f["as_of"] or "")
            row = rows.setdefault(key, {**f, "reports": []})
            held = row["reports"]
            assert isinstance(held, list)
            if r.id not in held:
                held.append(r.id)
    return [rows[k] for k in sorted(rows, key=str)]


def contested(stands: Sequence[Stand], figure_rows: Sequence[Row]) -> bool:
    """The contract's rule: a denial, a doubt, blame laid on different parties, or counts that
    can't hold side by side. No comment and neither confirming nor denying are no dispute."""
    if any(s.stance in ("denies", "doubts") for s in stands):
        return True
    blamed = {frozenset(s.against) for s in stands if s.stance == "blames" and s.against}
    if len(blamed) > 1 and not frozenset.intersection(*blamed):
        return True
    return _counts_clash(figure_rows)


def _counts_clash(rows: Sequence[Row]) -> bool:
    """Two exact counts of the same people, on different parties' word, that differ.

    Counts without claimant are the outlets' running totals, and different days are updates.
    """
    exact = [r for r in rows if r["low"] is not None and r["low"] == r["high"] and r["said_by"]]
    for i, a in enumerate(exact):
        for b in exact[i + 1 :]:
            if (
                a["kind"] == b["kind"]
                and a["kind"] != "other"
                and (a["of"] or "") == (b["of"] or "")
                and a["said_by"] != b["said_by"]
                and a["as_of"] == b["as_of"]
                and a["low"] != b["low"]
            ):
                return True
    return False


def event_id(reports: Sequence[Report]) -> str:
    """From the smallest of its reports' ids: content, not order."""
    return make_id("e", min(r.id for r in reports))
