"""Times of another clause, of a saying, of an answer and of a caption. Friday 10 June 2022."""

from __future__ import annotations

import pytest

from standoff.extract.calendar import date_frames
from standoff.extract.times import find_times
from standoff.split import sentences
from standoff.types import Annotations, Frame, Span, Statement
from tests.extract.test_calendar import TODAY, dated, frame


def said(text: str, frames: list[Frame], content: str) -> list[tuple[str, str]]:
    """The days of ``frames``, all in a statement that holds ``content``."""
    at = text.index(content)
    statement = Statement(None, None, (Span(at, at + len(content)),), "say", "indirect")
    done = Annotations(
        sentences=tuple(s.span for s in sentences(text)),
        statements=(statement,),
        frames=tuple(frames),
    )
    return [
        (f.when.earliest.isoformat()[5:], f.when.latest.isoformat()[5:]) if f.when else ("", "")
        for f in date_frames(text, done, find_times(text, TODAY), TODAY)
    ]


@pytest.mark.parametrize(
    ("text", "word", "content"),
    [
        (
            "On Tuesday, the ministry said its gunboats had sunk a ferry.",
            "sunk",
            "its gunboats had sunk a ferry",
        ),
        (
            "The envoy told reporters on Tuesday that rebels burned the mill.",
            "burned",
            "rebels burned the mill",
        ),
    ],
)
def test_the_day_of_saying_only_bounds_what_is_said(text: str, word: str, content: str) -> None:
    days = said(text, [frame(text, word, "ASSAULT", statement=0)], content)
    assert days == [("06-01", "06-07")]


def test_a_day_inside_what_is_said_is_its_own() -> None:
    text = "On Tuesday, the ministry said its gunboats sank a ferry on Sunday."
    found = frame(text, "sank", "ASSAULT", statement=0)
    assert said(text, [found], "its gunboats sank a ferry on Sunday") == [("06-05", "06-05")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On Wednesday, the council condemned the shelling of the port.", "shelling"),
        ("Inspectors arrived on Wednesday to investigate the killings.", "killings"),
        ("The group claimed on Wednesday responsibility for the bombing.", "bombing"),
    ],
)
def test_what_is_answered_came_before_the_answer(text: str, word: str) -> None:
    found = dated(text, [frame(text, word, "ASSAULT", lemma=word.rstrip("s"))])
    assert found == [("06-02", "06-08", "publication")]


def test_a_day_right_behind_the_noun_is_the_noun_s() -> None:
    text = "The council condemned the shelling on Wednesday."
    assert dated(text, [frame(text, "shelling", "ASSAULT")])[0][:2] == ("06-08", "06-08")


def test_a_caption_s_date_dates_what_it_shows() -> None:
    text = "Protesters burn tires at a gate (left), in the old town, in Port Reyes, May 9, 2022."
    assert dated(text, [frame(text, "burn", "PROTEST", tense="present")]) == [
        ("05-09", "05-09", "time")
    ]


def test_a_caption_s_date_dates_nothing_behind_it() -> None:
    text = "Mourners line a road in Port Reyes, May 9, 2022 But the mayor scolded the envoy."
    assert dated(text, [frame(text, "scolded", "ACCUSE")]) == [("06-04", "06-10", "publication")]
    text = "In Port Reyes, May 9, 2022, the mayor scolded the envoy."
    assert dated(text, [frame(text, "scolded", "ACCUSE")])[0][:2] == ("05-09", "05-09")


def test_a_near_day_of_another_clause_is_no_day() -> None:
    text = "The rebels shelled the port while the harbour police, who met on Tuesday, looked on."
    assert dated(text, [frame(text, "shelled", "ASSAULT")]) == [("06-04", "06-10", "publication")]
