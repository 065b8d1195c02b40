"""When is an event contested, and how positions and counts are laid side by side."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from standoff.merge.disputes import ITSELF, Row, Stand, contested, figures, positions
from standoff.merge.reports import Report
from standoff.types import Frame, Span


def report(name: str, document: str = "d1") -> Report:
    frame = Frame(0, Span(0, 4), 0, "raid", "ASSAULT", None, "happened")
    values: dict[str, Any] = {f.name: None for f in fields(Report)}
    return Report(**{**values, "id": name, "document": document, "frame": frame})


def count(
    low: int | None,
    high: int | None,
    by: str,
    kind: str = "killed",
    of: str | None = None,
    day: date | None = None,
) -> Row:
    said_by = [by] if by else []
    as_of = day.isoformat() if day else None
    return {"kind": kind, "low": low, "high": high, "of": of, "said_by": said_by, "as_of": as_of}


def stand(who: str, stance: str, *blamed: str, side: str = "", about: str = "x") -> Stand:
    return Stand(who, stance, about, blamed, None, "r1", side or who, frozenset(blamed), "d1")


def disputed(*stands: Stand) -> bool:
    return contested(stands, [], {})


DAY, NEXT = date(2031, 3, 4), date(2031, 3, 5)


@pytest.mark.parametrize("stance", ["denies", "doubts"])
def test_a_denial_or_a_doubt_disputes(stance: str) -> None:
    assert disputed(stand("peru", "asserts"), stand("chile", stance))


@pytest.mark.parametrize("stance", ["no_comment", "neither_confirms_nor_denies", "asserts"])
def test_silence_and_agreement_dispute_nothing(stance: str) -> None:
    assert not disputed(stand("peru", "asserts"), stand("chile", stance))


def test_a_denial_is_not_disputed_by_itself() -> None:
    assert not disputed(stand("peru", "denies", about=ITSELF))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("PER",), ("PER",), False),
        (("PER",), ("CHL",), True),
        (("PER",), ("PER", "CHL"), True),
        (("PER",), ("PER", "a-front"), False),
        (("a-front",), ("a-guard",), True),
        (("a-front",), (), False),
    ],
)
def test_blame_that_differs(
    first: tuple[str, ...], second: tuple[str, ...], expected: bool
) -> None:
    assert disputed(stand("x", "blames", *first), stand("y", "blames", *second)) is expected


def test_blame_on_another_than_who_claims_it() -> None:
    claim = stand("spokesman", "claims_responsibility", side="a-front")
    assert disputed(claim, stand("peru", "blames", "CHL"))
    assert not disputed(claim, stand("peru", "blames", "a-front"))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (count(12, 12, "army"), count(30, 30, "rebels"), True),
        (count(12, 12, "army"), count(30, None, "rebels"), True),
        (count(12, 12, "army"), count(10, None, "rebels"), False),
        (count(12, 12, "army"), count(12, 12, "rebels"), False),
        (count(12, 12, "army"), count(30, 30, "army"), False),
        (count(12, 12, "army"), count(30, 30, ""), False),
        (count(12, 12, "army", of="soldiers"), count(30, 30, "rebels"), False),
        (count(12, 12, "army", of="people"), count(30, 30, "rebels"), True),
        (count(12, 12, "army", "injured"), count(30, 30, "rebels"), False),
        (count(12, 12, "army", "other"), count(30, 30, "rebels", "other"), False),
    ],
)
def test_counts_that_cannot_hold_side_by_side(a: Row, b: Row, expected: bool) -> None:
    assert contested([], [report("r1")], {"r1": [a, b]}) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(DAY, DAY, True), (DAY, NEXT, False), (None, None, False), (DAY, None, False)],
)
def test_a_later_count_is_an_update(
    first: date | None, second: date | None, expected: bool
) -> None:
    rows = {
        "r1": [count(12, 12, "army", day=first)],
        "r2": [count(30, 30, "rebels", day=second)],
    }
    assert contested([], [report("r1"), report("r2", "d2")], rows) is expected


def test_a_change_of_mind_keeps_both_stances_in_their_order() -> None:
    denied = replace(stand("peru", "denies"), day="2031-03-04")
    admitted = replace(stand("peru", "asserts"), day="2031-03-09")
    assert [r["stance"] for r in positions([admitted, denied])] == ["denies", "asserts"]


def test_what_ten_outlets_have_from_one_agency_is_one_origin() -> None:
    copies = [
        Stand("peru", "denies", "x", (), None, f"r{i}", "PER", frozenset(), "agency")
        for i in range(10)
    ]
    own = Stand("peru", "denies", "x", (), None, "r99", "PER", frozenset(), "d7")
    (row,) = positions([*copies, own])
    assert row["origins"] == 2
    assert len(list(row["reports"])) == 11  # type: ignore[call-overload]


def test_one_count_is_one_row_as_of_its_first_day() -> None:
    rows = {
        "r1": [count(12, 12, "army", day=NEXT)],
        "r2": [count(12, 12, "army", of="people", day=DAY)],
        "r3": [count(12, 12, "", day=DAY)],
    }
    found = figures([report("r1"), report("r2"), report("r3")], rows)
    assert sorted((str(f["of"]), str(f["as_of"]), f["reports"]) for f in found) == [
        ("None", "2031-03-04", ["r3"]),
        ("people", "2031-03-04", ["r1", "r2"]),
    ]
