"""What belongs to an expression and what is none. Published on Friday 10 June 2022."""

from __future__ import annotations

from datetime import date

import pytest

from standoff.extract.times import find_times
from standoff.types import DayRange

TODAY = DayRange(date(2022, 6, 10), date(2022, 6, 10))


def found(text: str, published: DayRange | None = TODAY) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will close by year-end.", [("year-end", "2022")]),
        ("Nobody has come until now.", [("now", "PRESENT_REF")]),
        ("Earlier Friday, the envoy left.", [("Friday", "2022-06-10")]),
        ("Earlier this week, the envoy left.", [("Earlier this week", "2022-W23")]),
        ("He told of the third-quarter loss.", [("third-quarter", "2021-Q3")]),
        ("Two years and six months passed.", [("Two years and six months", "P2Y6M")]),
        ("He spoke for an hour ten minutes.", [("an hour ten minutes", "PT1H10M")]),
        ("He spoke for ten minutes an hour.", [("ten minutes", "PT10M"), ("an hour", "PT1H")]),
        ("The war of 1990-94 was long.", [("1990", "1990"), ("94", "1994")]),
        ("Talks resume a week on Tuesday.", [("a week on Tuesday", "2022-06-21")]),
        ("One day he will speak.", [("One day", "FUTURE_REF")]),
        ("One day he walked home.", [("One day", "P1D")]),
        ("The envoy is leaving on Sunday.", [("Sunday", "2022-06-12")]),
        ("Two days before the vote, he left.", [("Two days", "P2D")]),
        ("It was signed on 3 May. Two days before the vote, he left.",
         [("3 May", "2022-05-03"), ("Two days", "P2D")]),
        ("They met on 3 May. The day before, he left.",
         [("3 May", "2022-05-03"), ("The day before", "2022-05-02")]),
        ("They met on 3 May. Forty-eight hours later he left.",
         [("3 May", "2022-05-03"), ("Forty-eight hours later", "2022-05-05")]),
    ],
)  # fmt: skip
def test_extent_and_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Posted under #Friday and #Christmas.",
        "She ran the firm in her 30s.",
        'He was on "This Week" again.',
        "The firm pays a quarterly dividend.",
        "The Sun's reporters called.",
        "It reads like High Noon.",
        "He waited for the moment of truth.",
    ],
)
def test_no_time_is_told(text: str) -> None:
    assert found(text) == []


def test_a_day_without_a_year_has_that_of_the_full_date_beside_it() -> None:
    text = "It closed on 28 December 2021 and opened on 3 January."
    assert found(text, None)[1] == ("3 January", "2022-01-03")


def test_without_any_year_the_year_is_unknown() -> None:
    assert found("It opened on 3 January.", None) == [("3 January", "XXXX-01-03")]
