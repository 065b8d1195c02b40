"""When articles appeared: by their own days, beside others, and against their metadata."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from standoff.merge import Article, Tables, assemble
from standoff.merge.days_told import doubt
from standoff.pipeline import annotate_article, on_the_calendar
from standoff.types import ArticleInput, DateBasis, DayRange, Document, Published
from standoff.vocab.vocabulary import load

RAID = "Kenyan police raided a warehouse in Mombasa on {}, killing nine smugglers. "


def day(text: str) -> DayRange:
    d = date.fromisoformat(text)
    return DayRange(d, d)


def article(
    name: str, text: str, published: str | None = None, basis: DateBasis = "metadata"
) -> Article:
    days = day(published) if published else None
    document = Document(id=name, text=text, published=Published(days, basis if days else "unknown"))
    return Article(document, annotate_article(ArticleInput(name, text, days), load()))


def published(tables: Tables, name: str) -> tuple[Any, ...]:
    (row,) = [d for d in tables["documents"] if d["id"] == name]
    found = row["published"]
    assert isinstance(found, Mapping)
    return tuple(found[k] for k in ("earliest", "latest", "basis"))


def judged(tables: Tables) -> list[tuple[Any, ...]]:
    rows = [j for j in tables["judgements"] if j["kind"] == "date"]
    return [(j["left"], j["verdict"], j["reason"]) for j in rows]


def test_an_undated_article_is_dated_by_its_own_full_dates() -> None:
    text = RAID.format("Tuesday, May 20, 2025") + "Ministers met yesterday to discuss it."
    tables = assemble([article("a", text)], on_the_calendar)
    assert published(tables, "a") == ("2025-05-20", "2025-06-19", "text")


@pytest.mark.parametrize(
    "text",
    [
        RAID.format("Tuesday, May 20, 2025"),  # nothing counts from the article's own day
        RAID.format("May 20, 2025") + "Ministers met yesterday.",  # a chronicle could say so
        RAID.format("May 20") + "Ministers met yesterday.",
        RAID.format("Tuesday, May 20, 2025") + "Yesterday, by 2031, all was forgotten.",
    ],
)
def test_what_may_be_history_dates_no_article(text: str) -> None:
    assert published(assemble([article("a", text)], on_the_calendar), "a")[2] == "unknown"


def test_metadata_before_what_the_text_tells_as_past() -> None:
    text = RAID.format("Tuesday, May 20, 2025") + "The minister praised the police."
    tables = assemble([article("a", text, "2025-05-01")], on_the_calendar)
    assert published(tables, "a") == ("2025-05-20", "2025-06-19", "text")
    ((left, verdict, reason),) = judged(tables)
    assert (left, verdict) == ("a", "different")
    assert "2025-05-01" in reason and "May 20, 2025" in reason
    raids = [r["date"] for r in tables["reports"] if r["type"] == "ASSAULT"]
    assert {"earliest": "2025-05-20", "latest": "2025-05-20"} in raids


def test_a_page_saved_years_later() -> None:
    text = RAID.format("Tuesday, May 20, 2014") + "On Friday the minister praised the police."
    tables = assemble([article("a", text, "2021-03-02")], on_the_calendar)
    assert published(tables, "a") == ("2014-05-20", "2014-06-19", "text")
    assert [j[1] for j in judged(tables)] == ["different"]


def test_a_weekday_that_does_not_fit_is_noted_and_the_metadata_kept() -> None:
    text = RAID.format("Thursday, April 24") + "The minister praised the police."
    tables = assemble([article("a", text, "2018-05-01")], on_the_calendar)
    assert published(tables, "a") == ("2018-05-01", "2018-05-01", "metadata")
    ((_, verdict, reason),) = judged(tables)
    assert verdict == "different" and "2014" in reason


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (RAID.format("Tuesday, May 20, 2025") + "It came yesterday.", "2025-05-21"),
        (RAID.format("Tuesday, May 20, 2014") + "Today the town remembers.", "2014-05-20"),
        ("Kenyan police will raid warehouses on Tuesday, May 20, 2025.", "2025-05-01"),
        (RAID.format("Tuesday") + "On May 20, 2014 they had raided another.", "2021-03-02"),
        (RAID.format("Thursday, April 24"), "2014-05-01"),
        ("The deal runs until May 20, 2030. Police raided a depot.", "2025-05-01"),
        (RAID.format("Tuesday, May 20, 2014") + "In 2020 on Friday it closed.", "2021-03-02"),
    ],
)
def test_no_doubt_without_a_sign(text: str, when: str) -> None:
    one = article("a", text, when)
    assert doubt(one.document, one.annotations) is None


def test_a_shared_event_gives_the_year() -> None:
    dated = article("a", RAID.format("April 24, 2025"), "2025-04-25")
    undated = article("b", "It was reported widely. " + RAID.format("April 24"))
    tables = assemble([dated, undated], on_the_calendar)
    assert published(tables, "b") == ("2025-04-24", "2025-05-24", "other_articles")
    assert [j[:2] for j in judged(tables)] == [("b", "same")]


def test_a_weekday_forbids_the_year_of_a_shared_day() -> None:
    dated = article("a", RAID.format("April 24, 2025"), "2025-04-25")
    undated = article("b", "It was reported widely. " + RAID.format("Monday, April 24"))
    assert published(assemble([dated, undated], on_the_calendar), "b")[2] == "unknown"
