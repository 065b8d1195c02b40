"""Times of another clause, of a saying, of an answer and of a caption. Friday 10 June 2022."""

from __future__ import annotations

import pytest
from tests.extract.test_calendar import TODAY, dated, frame

from standoff.extract.calendar import date_frames
from standoff.extract.times import find_times
from standoff.split import sentences
from standoff.types import Annotations, Frame, Span, Statement


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


def test_a_weekday_six_days_back_may_be_tomorrow_s() -> None:
    text = "The envoys met on Saturday in the harbour hall."
    assert dated(text, [frame(text, "met", "CONSULT")])[0][:2] == ("06-04", "06-11")
    text = "The envoys met on Sunday in the harbour hall."
    assert dated(text, [frame(text, "met", "CONSULT")])[0][:2] == ("06-05", "06-05")


def test_a_photograph_of_the_next_day_shows_the_stamp_to_be_behind() -> None:
    text = "The mayor walks a pier in Port Reyes, June 11, 2022.\n\nThe envoy praised the clerks."
    assert dated(text, [frame(text, "praised", "SUPPORT")])[0][:2] == ("06-04", "06-11")
    text = "The envoy praised the clerks. They meet again on June 11, 2022."
    assert dated(text, [frame(text, "praised", "SUPPORT")])[0][:2] == ("06-04", "06-10")


def test_this_week_begins_with_its_sunday() -> None:
    text = "The raid this week against the depot angered the council."
    assert dated(text, [frame(text, "raid", "ASSAULT")])[0][:2] == ("06-05", "06-11")


def test_what_happened_is_not_dated_by_what_lies_ahead() -> None:
    text = "Jets will land within the coming weeks as the mayor voiced anger at the envoy."
    assert dated(text, [frame(text, "voiced", "ACCUSE")])[0][:2] == ("06-04", "06-10")


def test_an_archive_caption_is_walled_off() -> None:
    text = "Rebels took the base FILE - A guard cleans a gun near the base, Feb. 17, 2013."
    assert dated(text, [frame(text, "took", "ASSAULT")])[0][:2] == ("06-04", "06-10")
    text = "FILE - Guards block a rally near the base, Feb. 17, 2013."
    found = dated(text, [frame(text, "block", "COERCE", tense="present")])
    assert found == [("02-17", "02-17", "time")]


@pytest.mark.parametrize(
    "clause", ["which took effect on May 3", "that began on May 3", "which was signed on May 3"]
)
def test_the_clause_that_tells_when_it_began(clause: str) -> None:
    text = f"Monitors watch the fragile truce along the river, {clause}."
    assert dated(text, [frame(text, "truce", "RETREAT")])[0][:2] == ("05-03", "05-03")


def test_since_goes_with_a_perfect() -> None:
    text = "He has led the union, in power since 2011 and popular, clerks accused the mayor."
    assert dated(text, [frame(text, "accused", "ACCUSE")])[0][:2] == ("06-04", "06-10")
    text = "The clerks have accused the mayor of theft since 2011."
    assert dated(text, [frame(text, "accused", "ACCUSE", tense="perfect")])[0][2] == "time"


def test_what_is_due_then_is_no_day_of_what_happened() -> None:
    text = "The minister called off a visit scheduled for Saturday after the raid."
    assert dated(text, [frame(text, "called", "REJECT")])[0][:2] == ("06-04", "06-10")


def test_an_owned_day_behind_the_verb() -> None:
    text = "On Thursday clerks buried the guards who were killed in Monday's raid on the mill."
    frames = [frame(text, "killed", "ASSAULT"), frame(text, "raid", "ASSAULT")]
    assert [d[:2] for d in dated(text, frames)] == [("06-06", "06-06")] * 2


def test_a_headline_is_dated_by_news_alone() -> None:
    text = (
        "Mayor detained in Port Reyes\n\nThe mayor was held after a row. In May 2016 police"
        " detained his brother. On Thursday they detained a clerk."
    )
    frames = [frame(text, "detained", "COERCE", nth=n) for n in range(3)]
    assert [d[:2] for d in dated(text, frames)] == [
        ("06-09", "06-09"),
        ("05-01", "05-31"),
        ("06-09", "06-09"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Islanders go to the polls Tuesday to choose a council.", "2022-06-14"),
        ("The envoys meet in Port Reyes Monday to draft a text.", "2022-06-13"),
        ("The envoys met in Port Reyes Monday to draft a text.", "2022-06-06"),
    ],
)
def test_a_timetable_s_present_points_ahead(text: str, day: str) -> None:
    (found,) = find_times(text, TODAY)
    assert found.value == day


def test_a_month_ahead_of_what_happened_is_last_year_s() -> None:
    text = "In August the mayor accepted the ruling."
    time = (Span(3, 9),)
    found = dated(text, [frame(text, "accepted", "CONCEDE", times=time)])
    assert found == [("08-01", "08-31", "time")]
    planned = frame(text, "accepted", "CONCEDE", times=time, status="planned", tense="future")
    text_days = date_frames(
        text,
        Annotations(sentences=tuple(s.span for s in sentences(text)), frames=(planned,)),
        find_times(text, TODAY),
        TODAY,
    )
    assert text_days[0].when is not None and text_days[0].when.earliest.year == 2022


def test_the_present_is_not_dated_by_the_years_before_it() -> None:
    text = "They grew bold in recent years but the minister dismisses such talk."
    found = dated(text, [frame(text, "dismisses", "REJECT", tense="present")])
    assert found == [("06-04", "06-10", "publication")]


def test_had_in_a_clause_of_its_own_is_older_than_the_sentence_s_day() -> None:
    text = "Last year the mayor left the river pact, which had been agreed under his rival."
    assert dated(text, [frame(text, "agreed", "AGREE")])[0][:2] == ("", "")
    text = "Last year the mayor left the river pact and agreed to pay."
    assert dated(text, [frame(text, "agreed", "AGREE")])[0][:2] == ("01-01", "12-31")


def test_a_state_begun_on_a_day() -> None:
    text = "On Sunday, the curfew imposed on March 15 over the fever ended in Port Reyes."
    assert dated(text, [frame(text, "curfew", "COERCE")])[0][:2] == ("03-15", "03-15")


@pytest.mark.parametrize(
    "opening",
    [
        "In this Tuesday, May 3, 2022 file photo, guards",
        "In this May 3, 2022, image, guards",
        "FILE - This May 3, 2022, photo shows how guards",
    ],
)
def test_a_photograph_told_with_its_day(opening: str) -> None:
    text = f"{opening} block a road in Port Reyes."
    (time,) = find_times(text, TODAY)
    assert time.value == "2022-05-03"
    found = dated(text, [frame(text, "block", "COERCE", tense="present")])
    assert found[0][:2] == ("05-03", "05-03")


def test_an_archive_photograph_without_a_day_is_not_of_these_days() -> None:
    text = "FILE - Guards block a road in Port Reyes."
    assert dated(text, [frame(text, "block", "COERCE", tense="present")]) == [("", "", "")]


def test_a_lasting_state_is_of_the_day_since_when() -> None:
    text = "The airline has been under sanctions since 2011."
    assert dated(text, [frame(text, "sanctions", "SANCTION")])[0][:2] == ("01-01", "12-31")
    text = "The army has killed nine clerks since May 3."
    assert dated(text, [frame(text, "killed", "ASSAULT", tense="perfect")])[0][:2] == (
        "05-03",
        "06-10",
    )


def test_a_perfect_is_not_of_the_day_in_another_clause() -> None:
    text = "The gunman who struck the hall on May 1 and fled over the hills has been captured."
    assert dated(text, [frame(text, "captured", "COERCE", tense="perfect")])[0][:2] == (
        "06-04",
        "06-10",
    )


def test_a_name_that_holds_a_feast_is_no_time() -> None:
    text = "He jumped up during the Great Easter Appeal and accused the mayor."
    assert dated(text, [frame(text, "accused", "ACCUSE")])[0][:2] == ("06-04", "06-10")
    text = "At Easter the mayor was accused of theft."
    assert dated(text, [frame(text, "accused", "ACCUSE")])[0][:2] == ("04-17", "04-17")


LONG = "who sells nets, ropes, lamps and oil to the boats of the eastern harbour, " * 3


def test_a_time_deep_in_a_long_sentence_opens_nothing() -> None:
    text = f"The clerk, {LONG}has run the shop since 1986 and the police accused the mayor."
    assert dated(text, [frame(text, "accused", "ACCUSE")])[0][:2] == ("06-04", "06-10")


def test_what_is_joined_to_a_dated_deed_is_of_its_day() -> None:
    text = "It answered the twin attacks on May 7 that killed nine clerks and wounded two, he said."
    frames = [
        frame(text, "attacks", "ASSAULT", lemma="attack"),
        frame(text, "killed", "ASSAULT"),
        frame(text, "wounded", "ASSAULT"),
    ]
    assert [d[:2] for d in dated(text, frames)] == [("05-07", "05-07")] * 3


def test_at_the_time_goes_on_from_the_sentence_before() -> None:
    text = "The curfew was eased on April 14. At the time, the mayor called for calm."
    assert dated(text, [frame(text, "called", "REQUEST")])[0][:2] == ("04-14", "04-14")
    text = "The curfew was eased on April 14. On Tuesday, the mayor called for calm."
    assert dated(text, [frame(text, "called", "REQUEST")])[0][:2] == ("06-07", "06-07")
