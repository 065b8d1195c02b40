"""Frames → days. The frames are made by hand; the article appeared on Friday 10 June 2022."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from standoff.extract.calendar import date_frames
from standoff.extract.times import find_times
from standoff.split import sentences
from standoff.types import Annotations, DayRange, EventType, Frame, Span

TODAY = DayRange(date(2022, 6, 10), date(2022, 6, 10))


def frame(text: str, word: str, type_: EventType, nth: int = 0, **more: Any) -> Frame:
    """A frame on the ``nth`` time that ``word`` stands in ``text``."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    sentence = next(s.index for s in sentences(text) if s.start <= at < s.end)
    given: dict[str, Any] = {"mode": None, "status": "happened", "lemma": word.lower(), **more}
    return Frame(sentence, Span(at, at + len(word)), 0, type=type_, **given)


def dated(
    text: str, frames: list[Frame], published: DayRange | None = TODAY
) -> list[tuple[str, str, str]]:
    times = find_times(text, published)
    done = Annotations(sentences=tuple(s.span for s in sentences(text)), frames=tuple(frames))
    return [
        (f.when.earliest.isoformat()[5:], f.when.latest.isoformat()[5:], f.when_basis)
        if f.when
        else ("", "", f.when_basis)
        for f in date_frames(text, done, times, published)
    ]


def test_the_time_in_the_clause() -> None:
    text = "Gunmen stormed the depot on Tuesday, and the ministry protested on Thursday."
    frames = [frame(text, "stormed", "ASSAULT"), frame(text, "protested", "ACCUSE")]
    assert dated(text, frames) == [("06-07", "06-07", "time"), ("06-09", "06-09", "time")]


def test_a_time_at_the_head_dates_the_whole_sentence() -> None:
    text = "On Tuesday, the army shelled the port and arrested nine men."
    frames = [frame(text, "shelled", "ASSAULT"), frame(text, "arrested", "COERCE")]
    assert [d[:2] for d in dated(text, frames)] == [("06-07", "06-07")] * 2


def test_a_time_before_a_noun_dates_the_noun_alone() -> None:
    text = "The minister condemned the May 3 raid near the lake."
    frames = [frame(text, "condemned", "ACCUSE"), frame(text, "raid", "ASSAULT")]
    assert dated(text, frames) == [
        ("06-04", "06-10", "publication"),
        ("05-03", "05-03", "time"),
    ]


def test_two_ends_of_a_range() -> None:
    text = "Drones bombed the refinery on May 7–10."
    assert dated(text, [frame(text, "bombed", "ASSAULT")]) == [("05-07", "05-10", "time")]


def test_days_after_an_event() -> None:
    text = "The envoy met his hosts on May 20, just 10 days after rockets struck the two ports."
    frames = [frame(text, "met", "CONSULT"), frame(text, "struck", "ASSAULT")]
    assert dated(text, frames) == [("05-20", "05-20", "time"), ("05-10", "05-10", "offset")]


def test_days_after_an_event_that_was_dated_before() -> None:
    text = (
        "A bombing killed nine on May 3 in the old market. "
        "The government expelled the consul two days after the bombing in the old market."
    )
    frames = [
        frame(text, "bombing", "ASSAULT"),
        frame(text, "expelled", "SANCTION"),
        frame(text, "bombing", "ASSAULT", nth=1),
    ]
    assert dated(text, frames)[1:] == [("05-05", "05-05", "offset"), ("05-03", "05-03", "same")]


def test_a_definite_noun_shares_the_day() -> None:
    text = (
        "On May 3 gunmen carried out an attack near Homewood. The president flew home. "
        "The attack shocked the country. The Homewood attack was claimed by nobody."
    )
    frames = [frame(text, "attack", "ASSAULT", nth=n) for n in range(3)]
    assert dated(text, frames)[1:] == [("05-03", "05-03", "same")] * 2


def test_another_name_is_another_event() -> None:
    text = (
        "On May 3 gunmen carried out an attack near Homewood. "
        "Officials recalled the Eastgate attack that killed ten."
    )
    frames = [frame(text, "attack", "ASSAULT"), frame(text, "attack", "ASSAULT", nth=1)]
    assert dated(text, frames)[1][2] != "same"


def test_an_episode_with_a_length() -> None:
    text = (
        "After a four-day standoff earlier this month the two armies withdrew.\n"
        "The envoy flew in on June 9, five days after jets bombed two air bases. "
        "During the hostilities the navy deployed its submarines. "
        "The standoff concluded with a truce."
    )
    frames = [
        frame(text, "standoff", "MOBILIZE"),
        frame(text, "bombed", "ASSAULT"),
        frame(text, "deployed", "MOBILIZE"),
        frame(text, "truce", "RETREAT"),
    ]
    assert dated(text, frames) == [
        ("06-01", "06-07", "episode"),
        ("06-04", "06-04", "offset"),
        ("06-01", "06-07", "episode"),
        ("06-04", "06-07", "episode"),
    ]


def test_a_day_of_saying_is_not_the_day_of_the_event() -> None:
    text = "Two bridges were bombed, the governor said on Monday."
    frames = [frame(text, "bombed", "ASSAULT")]
    assert dated(text, frames) == [("06-04", "06-10", "publication")]


def test_an_aftermath_is_not_dated_by_what_it_follows() -> None:
    text = "Following the clashes earlier this month, the minister flew to the border."
    frames = [frame(text, "clashes", "ASSAULT"), frame(text, "flew", "CONSULT")]
    assert dated(text, frames) == [("06-01", "06-10", "time"), ("06-04", "06-10", "publication")]


def test_what_an_attack_drew() -> None:
    text = "The May 3 raid on the port drew swift retaliation from the navy."
    frames = [frame(text, "raid", "ASSAULT"), frame(text, "retaliation", "ASSAULT")]
    assert dated(text, frames)[1] == ("05-03", "05-06", "same")


def test_the_headline_shares_the_day_of_the_lead() -> None:
    text = "Rebels bomb dam\n\nRebels bombed the great dam on Tuesday."
    frames = [frame(text, "bomb", "ASSAULT"), frame(text, "bombed", "ASSAULT")]
    assert dated(text, frames) == [("06-07", "06-07", "same"), ("06-07", "06-07", "time")]


def test_the_dateline_dates_nothing() -> None:
    text = "Friday, June 10, 2022\n\nThe miners marched through the capital."
    frames = [frame(text, "marched", "PROTEST")]
    assert dated(text, frames) == [("06-04", "06-10", "publication")]


@pytest.mark.parametrize("line", ["14 minutes ago", "Updated 2 hours ago", "Tuesday"])
def test_a_time_alone_above_the_text_dates_nothing(line: str) -> None:
    text = f"Rebels bomb dam\n{line}\nRebels bombed the dam."
    frames = [frame(text, "bomb", "ASSAULT"), frame(text, "bombed", "ASSAULT")]
    assert [d[2] for d in dated(text, frames)] == ["publication"] * 2


def test_background_runs_on_into_the_next_paragraph() -> None:
    text = (
        "Crowds filled the squares in 2011. Police fired on the marchers.\n"
        "Mortars struck the old market. In 2013 the army besieged the town.\n"
        "Rebels struck a bridge, officials said."
    )
    frames = [
        frame(text, "struck", "ASSAULT", tense="past"),
        frame(text, "struck", "ASSAULT", nth=1, tense="past"),
    ]
    assert dated(text, frames) == [
        ("01-01", "12-31", "story"),
        ("06-04", "06-10", "publication"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Troops came to fight the rebels. They have since left.", "fight"),
        ("Thousands fled a war which began with protests in the south.", "protests"),
        ("He denounced the pact in which both states agreed on a border.", "agreed"),
        ("The two sides spoke of an agreement on sending troops abroad.", "sending"),
        ("He was charged over a plot to kill the envoy.", "kill"),
        ("Nobody claimed the blast, but a militia had threatened the base.", "threatened"),
    ],
)
def test_what_is_only_described_is_not_news(text: str, word: str) -> None:
    frames = [frame(text, word, "ASSAULT", tense="past")]
    assert dated(text, frames) == [("", "", "")]


def test_at_the_time_is_the_time_told_before() -> None:
    text = "It was the worst raid since May 2021, with officials reporting at the time 15 killed."
    assert dated(text, [frame(text, "killed", "ASSAULT")]) == [("05-01", "05-31", "time")]


def test_background_stays_in_its_year() -> None:
    text = "Crowds filled the squares in 2011. Police fired on the marchers."
    assert [d[0] for d in dated(text, [frame(text, "fired", "ASSAULT")])] == ["01-01"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ("06-04", "06-10", "publication")),
        ({"status": "ongoing"}, ("06-04", "06-10", "publication")),
        ({"status": "planned"}, ("06-10", "06-17", "plan")),
        ({"status": "hypothetical"}, ("", "", "")),
    ],
)
def test_without_any_time(more: dict[str, Any], expected: tuple[str, str, str]) -> None:
    text = "The two sides meet in the capital."
    assert dated(text, [frame(text, "meet", "CONSULT", **more)]) == [expected]


def test_what_had_happened_before_is_not_guessed() -> None:
    text = "The militia had seized the dam."
    assert dated(text, [frame(text, "seized", "COERCE")]) == [("", "", "")]


def test_a_plan_is_not_dated_by_the_past() -> None:
    text = "The president said on Tuesday he would visit the front on Monday."
    frames = [frame(text, "visit", "CONSULT", status="planned", tense="future")]
    assert dated(text, frames)[0][0] == "06-13"


def test_without_publication_only_what_is_told() -> None:
    text = "They signed the pact on 4 March 2019. The minister praised the guards on Tuesday."
    frames = [frame(text, "signed", "AGREE"), frame(text, "praised", "SUPPORT")]
    assert dated(text, frames, None) == [("03-04", "03-04", "time"), ("", "", "")]


def test_nothing_but_the_days_changes() -> None:
    text = "Gunmen stormed the depot on Tuesday."
    f = frame(text, "stormed", "ASSAULT", actor=(3,), said_by=(1,))
    done = Annotations(sentences=tuple(s.span for s in sentences(text)), frames=(f,))
    (out,) = date_frames(text, done, find_times(text, TODAY), TODAY)
    assert (out.actor, out.said_by, out.trigger, out.type) == ((3,), (1,), f.trigger, "ASSAULT")


def test_many_frames_take_linear_time() -> None:
    text = "The attack on May 3 came ten days after the raid. " * 2000
    spans = sentences(text)
    frames = []
    for s in spans:
        for word, at in (("attack", 4), ("raid", 44)):
            span = Span(s.start + at, s.start + at + len(word))
            frames.append(Frame(s.index, span, 0, word, "ASSAULT", None, "happened"))
    times = find_times(text, TODAY)
    done = Annotations(sentences=tuple(s.span for s in spans), frames=tuple(frames))
    start = time.process_time()
    date_frames(text, done, times, TODAY)
    assert time.process_time() - start < 60
