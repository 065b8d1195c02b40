"""The reports and positions of one event, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from standoff.merge.identity import make_id
from standoff.merge.reports import Report

Row = dict[str, object]
ITSELF = "the denial itself"
"""What a denial stands on whose object is no event: it is kept, and disputes nothing."""
_STANCES = (
    "asserts", "denies", "doubts", "no_comment", "neither_confirms_nor_denies",
    "claims_responsibility", "blames",
)  # fmt: skip
_ANYBODY = frozenset({"", "people", "persons", "others"})
_NEVER = "9999"
_Key = tuple[str, int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stand:
    """One party's stance on one event, on the word of one statement and one report.

    ``side`` and ``blamed`` tell parties apart: a state for all who act for it, a group for its
    spokesman; ``blamed`` leaves out parties without a name, who may be anybody. ``origin`` is the
    original that the report goes back to, ``day`` when it appeared ("" if unknown).
    """

    who: str
    stance: str
    about: str
    against: tuple[str, ...]
    statement: str | None
    report: str
    side: str = ""
    blamed: frozenset[str] = frozenset()
    origin: str = ""
    day: str = ""


def positions(stands: Sequence[Stand]) -> list[Row]:
    """Stances of all parties, one row for each (who, stance, about, against); of one party in the
    order of the days on which it first took them, so that a change of mind can be read off.

    ``origins`` counts the independent originals: what ten outlets have from one agency is one.
    """
    rows: dict[_Key, Row] = {}
    origins: dict[_Key, set[str]] = {}
    since: dict[_Key, str] = {}
    for s in sorted(stands, key=lambda s: (s.who, s.stance, s.about, s.against, s.report)):
        key = (s.who, _STANCES.index(s.stance), s.about, s.against)
        origins.setdefault(key, set()).add(s.origin or s.report)
        since[key] = min(since.get(key, _NEVER), s.day or _NEVER)
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
    order = sorted(rows, key=lambda k: (k[0], since[k], k))
    return [{**rows[k], "origins": len(origins[k])} for k in order]


def figures(reports: Sequence[Report], figure_rows: dict[str, list[Row]]) -> list[Row]:
    """The counts that the reports of one event give, equal ones of one claimant together, as of
    the first day on which they were given."""
    rows: dict[tuple[object, ...], Row] = {}
    for r in reports:
        for f in figure_rows.get(r.id, []):
            said_by = f["said_by"]
            assert isinstance(said_by, list)
            key = (f["kind"], f["low"], f["high"], _counted(f), tuple(said_by))
            row = rows.setdefault(key, {**f, "reports": []})
            row["of"] = row["of"] or f["of"]
            row["as_of"] = min(filter(None, (row["as_of"], f["as_of"])), default=None, key=str)
            held = row["reports"]
            assert isinstance(held, list)
            if r.id not in held:
                held.append(r.id)
    return [rows[k] for k in sorted(rows, key=str)]


def contested(
    stands: Sequence[Stand], reports: Sequence[Report], figure_rows: dict[str, list[Row]]
) -> bool:
    """The contract's rule: a denial, a doubt, blame laid on different parties, or counts that
    can't hold side by side. No comment and neither confirming nor denying are no dispute."""
    if any(s.stance in ("denies", "doubts") and s.about != ITSELF for s in stands):
        return True
    return _blame_differs(stands) or any(
        _clash(a, b) for a, b in combinations(_claimed(reports, figure_rows), 2)
    )


def _blame_differs(stands: Sequence[Stand]) -> bool:
    """Whether one is blamed whom others do not blame, or another than who claims it."""
    blamed = {s.blamed for s in stands if s.stance == "blames" and s.blamed}
    claimants = {s.side for s in stands if s.stance == "claims_responsibility" and s.side}
    if claimants and any(not b & claimants for b in blamed):
        return True
    sets = sorted([*blamed, *([frozenset(claimants)] if claimants else [])], key=sorted)
    return any(not a & b or any(_is_state(x) for x in a ^ b) for a, b in combinations(sets, 2))


def _is_state(side: str) -> bool:
    """Sides are country codes or actor ids; a group beside its state is no other culprit."""
    return len(side) == 3


@dataclass(frozen=True, slots=True)
class _Count:
    kind: str
    low: int
    high: int | None
    of: str
    said_by: frozenset[str]
    day: str
    document: str


def _claimed(reports: Sequence[Report], figure_rows: dict[str, list[Row]]) -> Iterator[_Count]:
    """The counts of people that somebody answers for, each once; counts without claimant are the
    outlets' running totals."""
    seen: set[_Count] = set()
    for r in reports:
        for f in figure_rows.get(r.id, []):
            low, high, said_by = f["low"], f["high"], f["said_by"]
            assert isinstance(said_by, list)
            if f["kind"] == "other" or not isinstance(low, int) or not said_by:
                continue
            top = high if isinstance(high, int) else None
            who = frozenset(str(x) for x in said_by)
            day = str(f["as_of"] or "")
            count = _Count(str(f["kind"]), low, top, _counted(f), who, day, r.document)
            if count not in seen:
                seen.add(count)
                yield count


def _counted(f: Row) -> str:
    """Who is counted, "" for people at large: different scopes do not contradict each other."""
    of = str(f["of"] or "").lower()
    return "" if of in _ANYBODY else of


def _clash(a: _Count, b: _Count) -> bool:
    """Two counts of the same people on one day, on different parties' word, that can't both be
    right. Counts of different days are updates; so may be counts whose days are unknown, unless
    one article gives both."""
    if (a.kind, a.of) != (b.kind, b.of) or a.said_by & b.said_by:
        return False
    if a.document != b.document and (not a.day or a.day != b.day):
        return False
    low, high = sorted((a, b), key=lambda c: (c.low, c.high or c.low))
    return low.high is not None and low.high < high.low


def event_id(reports: Sequence[Report]) -> str:
    """From the smallest of its reports' ids: content, not order."""
    return make_id("e", min(r.id for r in reports))
