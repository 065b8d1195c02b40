"""Time expressions: span, type, value, days. Friday 10 June 2022 is the day of publication."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extract.times import find_times
from standoff.types import DayRange, Offset, TimeExpression

TODAY = DayRange(date(2022, 6, 10), date(2022, 6, 10))


def found(text: str, published: DayRange | None = TODAY) -> list[tuple[str, str, str]]:
    return [(text[t.start : t.end], t.type, t.value) for t in find_times(text, published)]


def only(text: str, published: DayRange | None = TODAY) -> TimeExpression:
    (t,) = find_times(text, published)
    return t


def days(text: str, published: DayRange | None = TODAY) -> tuple[str, str] | None:
    d = only(text, published).days
    return (d.earliest.isoformat(), d.latest.isoformat()) if d else None


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They signed on 4 March 2019 in the capital.", "4 March 2019", "2019-03-04"),
        ("They signed on March 4, 2019.", "March 4, 2019", "2019-03-04"),
        ("They signed on Monday, March 4, 2019.", "Monday, March 4, 2019", "2019-03-04"),
        ("They signed on the 4th of March 2019.", "4th of March 2019", "2019-03-04"),
        ("Filed 2019-03-04.", "2019-03-04", "2019-03-04"),
        ("Filed 23/03/2019.", "23/03/2019", "2019-03-23"),
        ("Filed 3/23/2019.", "3/23/2019", "2019-03-23"),
        ("The talks opened in March 2019.", "March 2019", "2019-03"),
        ("It closed in late March 2019.", "late March 2019", "2019-03"),
        ("It closed at the end of 2019.", "the end of 2019", "2019"),
        ("The pact of 1987 still holds.", "1987", "1987"),
        ("Trade grew in the 1970s.", "the 1970s", "197"),
        ("Trade grew in the 19th century.", "the 19th century", "18"),
        ("It was built in the spring of 2004.", "the spring of 2004", "2004-SP"),
        ("Exports fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("The fort fell in 149 BC.", "149 BC", "BC0149"),
        ("The council met yesterday.", "yesterday", "2022-06-09"),
        ("The council met on Wednesday.", "Wednesday", "2022-06-08"),
        ("The council will meet on Wednesday.", "Wednesday", "2022-06-15"),
        ("The council must decide by Wednesday.", "Wednesday", "2022-06-15"),
        ("The council met last Friday.", "last Friday", "2022-06-03"),
        ("The council met last week.", "last week", "2022-W22"),
        ("The council met earlier this month.", "earlier this month", "2022-06"),
        ("The council met over the weekend.", "the weekend", "2022-W22-WE"),
        ("The council met ten days ago.", "ten days ago", "2022-05-31"),
        ("The council met three years ago.", "three years ago", "2019"),
        ("The council met in December.", "December", "2021-12"),
        ("The council will meet in December.", "December", "2022-12"),
        ("The shelling resumed on May 20.", "May 20", "2022-05-20"),
        ("The convoy left on Thursday morning.", "Thursday morning", "2022-06-09TMO"),
        ("Shots were heard last night.", "last night", "2022-06-09TNI"),
        ("The talks will be held on Wednesday.", "Wednesday", "2022-06-15"),
        ("Both sides agreed to a truce in December.", "December", "2021-12"),
        ("On Wednesday, the council agreed to meet.", "Wednesday", "2022-06-08"),
        ("The December agreement collapsed.", "December", "2021-12"),
        (
            "Sales beat the corresponding period last year.",
            "the corresponding period last year",
            "2021",
        ),
        ("The blast came at 5:40 p.m. on", "5:40 p.m.", "2022-06-10T17:40"),
        ("Polls close at 18:00 GMT Sunday.", "18:00 GMT Sunday", "2022-06-05T18:00"),
        ("Troops are now at the gate.", "now", "PRESENT_REF"),
        ("Prices have risen recently.", "recently", "PAST_REF"),
        ("Shops closed for New Year's Day 2021.", "New Year's Day 2021", "2021-01-01"),
        ("They prayed on Easter Sunday 2021.", "Easter Sunday 2021", "2021-04-04"),
    ],
)
def test_dates(text: str, span: str, value: str) -> None:
    assert [(s, v) for s, _, v in found(text)] == [(span, value)]


@pytest.mark.parametrize(
    ("text", "span", "type_", "value"),
    [
        ("The siege lasted three weeks.", "three weeks", "DURATION", "P3W"),
        ("It took at least 36 hours.", "at least 36 hours", "DURATION", "PT36H"),
        ("A four-day pause began.", "four-day", "DURATION", "P4D"),
        ("They argued for months.", "months", "DURATION", "PXM"),
        ("It took two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("Over the past two months prices rose.", "the past two months", "DURATION", "P2M"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("It costs 40 dollars a day.", "a day", "SET", "P1D"),
        ("The bulletin appears daily.", "daily", "SET", "P1D"),
    ],
)
def test_durations_and_sets(text: str, span: str, type_: str, value: str) -> None:
    assert found(text) == [(span, type_, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "The second car followed the sun.",
        "A 42-year-old driver and a 7-month-old child survived.",
        "Some 1,500 troops and 2000 soldiers crossed the bridge.",
        "He sat on the fall guy and had a spring in his step.",
        "2 min read",
        "The ministry lost three-quarters of its staff.",
        "Flight 1975 carried 1960 people.",
        "The Daily Herald said so.",
        "Theresa May met April Glaspie and August Wilson.",
        "After the fall of Northport the army paused.",
        "The airport never recovered from 9/11 or from Black Friday.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


def test_ranges_are_two_ends() -> None:
    assert [v for _, _, v in found("Raids on May 7–10 killed six.")] == ["2022-05-07", "2022-05-10"]
    assert [v for _, _, v in found("Held from 28 March to 2 April 2011.")] == [
        "2011-03-28",
        "2011-04-02",
    ]


def test_the_story_runs_on() -> None:
    text = "The bridge fell on May 3. The next day the army left. A week later it was rebuilt."
    assert [v for _, _, v in found(text)] == ["2022-05-03", "2022-05-04", "2022-W19"]


def test_an_attribute_does_not_move_the_story() -> None:
    text = "On Tuesday they denounced the May 3 pact. The following day the ministry answered."
    assert [v for _, _, v in found(text)] == ["2022-06-07", "2022-05-03", "2022-06-08"]


def test_a_year_goes_on_for_a_few_sentences() -> None:
    text = "He was seized on November 15, 2017. He was freed on November 21."
    assert [v for _, _, v in found(text)] == ["2017-11-15", "2017-11-21"]


def test_a_time_of_day_belongs_to_the_day_beside_it() -> None:
    assert [v for _, _, v in found("It struck at 05:30 GMT on Monday.")] == [
        "2022-06-06T05:30",
        "2022-06-06",
    ]


def test_messages_speak_of_their_own_day() -> None:
    text = "what a long night, now for some tea #tired"
    assert [v for _, _, v in found(text)] == ["2022-06-10TNI", "PRESENT_REF"]
    assert found("Guards kept watch at the gate all through the long night.") == []


def test_history_keeps_its_own_years() -> None:
    text = (
        "War broke out on 2 May 1866. On 9 May 1866 the fort fell. The king fled on 1 June 1866, "
        "and on 5 July 1866 he returned. On 12 July the line broke. In January 1867 they signed. "
        "The garrison left in March."
    )
    assert [v for _, _, v in found(text, None)][-3:] == ["1866-07-12", "1867-01", "1867-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", ("2022-06-08", "2022-06-08")),
        ("They met earlier this month.", ("2022-06-01", "2022-06-10")),
        ("They met in late March.", ("2022-03-21", "2022-03-31")),
        ("They met two weeks ago.", ("2022-05-24", "2022-05-30")),
        ("Over the past two months it fell.", ("2022-04-10", "2022-06-10")),
        ("They met in 2019.", ("2019-01-01", "2019-12-31")),
        ("The siege lasted three weeks.", None),
    ],
)
def test_days(text: str, expected: tuple[str, str] | None) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "yearless"),
    [
        ("The April 22 attack killed six.", "XXXX-04-22", True),
        ("They met on Friday.", "XXXX-WXX-5", False),
        ("They met earlier this month.", "XXXX-XX", False),
        ("They met last week.", "XXXX-WXX", False),
        ("They met the next day.", "XXXX-XX-XX", False),
    ],
)
def test_without_a_day_of_publication(text: str, value: str, yearless: bool) -> None:
    t = only(text, None)
    assert (t.value, t.days, t.yearless) == (value, None, yearless)


def test_a_year_that_is_told_needs_no_publication() -> None:
    assert days("They met on 4 March 2019.", None) == ("2019-03-04", "2019-03-04")
    assert not only("They met on 4 March 2019.", None).yearless
    assert only("They met on March 4.").yearless


def test_a_range_of_publication() -> None:
    published = DayRange(date(2025, 5, 20), date(2025, 5, 31))
    assert days("They met earlier this month.", published) == ("2025-05-01", "2025-05-31")
    assert days("They met on May 12.", published) == ("2025-05-12", "2025-05-12")
    friday = only("They met on Friday.", published)
    assert friday.value == "2025-05-XX"
    assert friday.days == DayRange(date(2025, 5, 16), date(2025, 5, 30))


def test_offsets() -> None:
    text = "He flew in on May 20, just 10 days after drones hit the northern ports, and left."
    day, length = find_times(text, TODAY)
    assert day.value == "2022-05-20"
    assert length.value == "P10D"
    assert length.offset is not None and length.offset.of is not None
    assert (length.offset.low, length.offset.high) == (10, 10)
    assert length.offset.of.cut(text) == "drones hit the northern ports"
    assert only("The next day it rained.").offset == Offset(1, 1, "after")


@given(st.text(max_size=300), st.booleans())
def test_any_text_gives_spans_in_order(text: str, dated: bool) -> None:
    last = 0
    for t in find_times(text, TODAY if dated else None):
        assert last <= t.start < t.end <= len(text)
        last = t.end
        assert t.days is None or t.days.earliest <= t.days.latest


WORDS = (
    "the first second may march 1 2014 two hundred thousand ten days ago later Monday May 7 - – to "
    "and of in quarter last next week night a.m. 12:30 early end 10/10/2010 year century now past "
    "few more than up , . 's May 31 February 30"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_words_of_time_in_any_order(words: list[str]) -> None:
    text = " ".join(words)
    first = find_times(text, TODAY)
    assert first == find_times(text, TODAY)
    for t in first:
        assert re.fullmatch(r"[0-9A-Z:.+-]+|[A-Z]+_REF", t.value)


def test_long_repetition_is_linear() -> None:
    assert len(find_times("2020-" * 20_000 + "Monday, " * 2_000, TODAY)) >= 1
