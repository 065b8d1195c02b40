"""The day that an article appeared, and where nothing sure says it: unknown."""

from __future__ import annotations

import json
from datetime import date

import pytest

from standoff.read import make_source, read_source
from standoff.read.published import address_days, stated_days
from standoff.read.published import published as chosen
from standoff.types import DayRange, Document, Published

HEAD = "Norland and Sudria meet over river dispute"
BODY = (
    "The foreign minister of Norland flew to the capital of Sudria on Monday.\n"
    "On 3 March 2009 the two countries had signed a treaty about the water of the river."
)


def day(text: str) -> DayRange:
    return DayRange(date.fromisoformat(text), date.fromisoformat(text))


def published(text: str, **fields: object) -> Published:
    data = json.dumps({"text": text, **fields}).encode()
    document = read_source(make_source("a.jsonl#1", data, "json-line"))
    assert isinstance(document, Document)
    return document.published


@pytest.mark.parametrize(
    "stated",
    [
        "2014-05-04",
        "2014-05-04T23:30:00Z",
        "2014-05-04T23:30:00+05:30",
        "2014-05-04 23:30",
        "2014/5/4",
        "20140504",
        "20140504T233000Z",
        "4 May 2014",
        "May 4, 2014",
        "4th May 2014",
        "Sunday, May 4, 2014 11:30 PM",
        "Sun, 04 May 2014 23:30:00 +0000",
        "04.05.2014",
        "Published 4 May 2014",
        1399246200,
        1399246200000,
        {"earliest": "2014-05-04", "latest": "2014-05-04"},
    ],
)
def test_metadata_in_many_forms(stated: object) -> None:
    assert published(BODY, published=stated) == Published(day("2014-05-04"), "metadata")


@pytest.mark.parametrize(
    "stated",
    [
        "0000-00-00", "0000-01-01", "0", 0, "9999-12-31", 9999, "99999-01-01", "2014-13-01",
        "2014-02-30", "03/04/2014", "yesterday", "", "  ", -1, 1e300, 10**400, float("nan"), True,
        [], ["2014-05-04"], {}, {"earliest": None}, {"earliest": {"earliest": "2014"}},
        "2014-05-04" * 100_000 + "x", "1" * 10_000, "\x00", "May", "12 2014",
    ],
)  # fmt: skip
def test_nonsense_is_unknown(stated: object) -> None:
    if stated == "2014-05-04" * 100_000 + "x":
        assert published(BODY, published=stated).basis in ("metadata", "unknown")
        return
    assert published(BODY, published=stated) == Published(None, "unknown")


def test_a_month_and_a_year_are_ranges() -> None:
    assert stated_days("2014-02") == DayRange(date(2014, 2, 1), date(2014, 2, 28))
    assert stated_days("May 2014") == DayRange(date(2014, 5, 1), date(2014, 5, 31))
    assert stated_days("2014") == DayRange(date(2014, 1, 1), date(2014, 12, 31))
    wide = {"earliest": "2014-05-02", "latest": "2014-05-09"}
    assert stated_days(wide) == DayRange(date(2014, 5, 2), date(2014, 5, 9))
    assert stated_days({"earliest": "2014-05-09", "latest": "2014-05-02"}) is None


@pytest.mark.parametrize(
    "line",
    [
        "date 2014-05-04",
        "Published 4 May 2014",
        "Published: May 4, 2014 10:30 GMT",
        "Last updated: 4 May 2014",
        "Posted on Sunday, 4 May 2014 at 10:30",
        "- 4 May 2014 | 10:14 GMT",
        "Sunday, May 4, 2014",
        "2014-05-04T10:30:00Z",
        "04.05.2014",
        "Date of publication 4 May 2014",
    ],
)
def test_the_articles_own_date_line(line: str) -> None:
    expected = Published(day("2014-05-04"), "text")
    assert published(f"{HEAD}\n{line}\n{BODY}") == expected
    assert published(f"{line}\n{HEAD}\n{BODY}") == expected


def test_a_dateline() -> None:
    for line in (
        "WESTHAVEN, May 4, 2014 (AP) — " + BODY,
        "WESTHAVEN, Norland, 4 May 2014 - " + BODY,
        "WESTHAVEN, 4 May 2014. " + BODY,
    ):
        assert published(f"{HEAD}\n{line}") == Published(day("2014-05-04"), "text")
    assert published(f"{HEAD}\nWESTHAVEN, May 4 (AP) — {BODY}").days is None


def test_dates_in_running_text_are_not_taken() -> None:
    assert published(f"{HEAD}\n{BODY}").days is None
    for sentence in (
        "Westhaven 4 May 2014. The two ministers met for the last time.",
        "On 4 May 2014, the two ministers met for the last time.",
        "May 4, 2014: Gunmen attack a customs post at the river and kill four people there.",
    ):
        assert published(f"{HEAD}\n{BODY}\n{sentence}").days is None


def test_publication_before_update() -> None:
    lines = "Updated 6 May 2014\nPublished 4 May 2014"
    assert published(f"{HEAD}\n{lines}\n{BODY}") == Published(day("2014-05-04"), "text")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/2014/05/04/river-talks", day("2014-05-04")),
        ("https://x.example/world/2014/may/04/river-talks", day("2014-05-04")),
        ("https://x.example/river-talks-2014-05-04.html", day("2014-05-04")),
        ("https://x.example/news/20140504/river", day("2014-05-04")),
        ("https://x.example/2014/05/river", DayRange(date(2014, 5, 1), date(2014, 5, 31))),
        ("https://x.example/river?date=2014-05-04", None),
        ("https://x.example/article/120140504", None),
        ("https://x.example/1914/05/04/river", None),
        ("https://x.example/2014/13/45/river", None),
        ("https://x.example/9999/12/31/", None),
        ("2014-05-04", None),
        ("", None),
    ],
)
def test_addresses(url: str, expected: DayRange | None) -> None:
    assert address_days(url) == expected
    if expected:
        assert published(BODY, url=url) == Published(expected, "url")


def test_metadata_first_then_text_then_address() -> None:
    dated = f"{HEAD}\nPublished 5 May 2014\n{BODY}"
    url = "https://x.example/2014/05/06/a"
    assert published(dated, url=url, published="2014-05-04").days == day("2014-05-04")
    assert published(dated, url=url, published="rubbish").days == day("2014-05-05")
    assert published(BODY, url=url, published="0000-00-00").basis == "url"


def test_metadata_long_after_the_date_line_are_those_of_a_saved_page() -> None:
    line = DayRange(date(2014, 5, 4), date(2014, 5, 4))
    assert chosen("2021-03-02", line, None) == Published(line, "text")
    assert chosen("2014-05-06", line, None).basis == "metadata"
    assert chosen("2014-05-01", line, None).basis == "metadata"
