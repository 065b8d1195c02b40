"""Days counted from a named event. The article appeared on Friday 10 June 2022."""

from __future__ import annotations

from datetime import date

import pytest

from standoff.extract.calendar import date_frames
from standoff.extract.calendar.named import stem
from standoff.extract.times import find_times
from standoff.split import sentences
from standoff.types import Annotations, DayRange, Frame, Span, Status

TODAY = DayRange(date(2022, 6, 10), date(2022, 6, 10))


def day_of(
    text: str, word: str, published: DayRange | None = TODAY, status: Status = "happened"
) -> str:
    """The days of one frame at ``word``: nothing else in the text is coded."""
    at = text.index(word)
    spans = sentences(text)
    sentence = next(s.index for s in spans if s.start <= at < s.end)
    frame = Frame(sentence, Span(at, at + len(word)), 0, word, "COOPERATE", None, status)
    done = Annotations(sentences=tuple(s.span for s in spans), frames=(frame,))
    (f,) = date_frames(text, done, find_times(text, published), published)
    if f.when is None:
        return ""
    low, high = f.when.earliest.isoformat(), f.when.latest.isoformat()
    return low if low == high else f"{low} {high}"


LEAD = "The two ministers signed the border pact on 3 May 2022. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Eight days after the signing, the province rebelled.", "2022-05-11"),
        ("The province rebelled eight days after the pact was signed.", "2022-05-11"),
        ("Two weeks before the signing, the province rebelled.", "2022-04-19"),
        ("A fortnight after they signed, the province rebelled.", "2022-05-17"),
        ("On the eve of the signing, the province rebelled.", "2022-05-02"),
        ("Within 72 hours of the signing, the province rebelled.", "2022-05-03 2022-05-06"),
        ("Less than a week after the pact, the province rebelled.", "2022-05-03 2022-05-09"),
        ("In the week before the signing, the province rebelled.", "2022-04-26 2022-05-02"),
        ("In the four days that followed, the province rebelled.", "2022-05-04 2022-05-07"),
        ("The day after, the province rebelled.", "2022-05-04"),
        ("The night before, the province rebelled.", "2022-05-02"),
        ("The Monday after the signing, the province rebelled.", "2022-05-09"),
        ("A month after the signing, the province rebelled.", "2022-06-01 2022-06-30"),
        ("Exactly a month after the signing, the province rebelled.", "2022-06-03"),
        ("Two days after that, the province rebelled.", "2022-05-05"),
        ("Three days later, the province rebelled.", "2022-05-06"),
        ("Since the signing, the province has rebelled.", "2022-05-03 2022-06-10"),
    ],
)
def test_counted_from_what_was_told(sentence: str, expected: str) -> None:
    assert day_of(LEAD + sentence, "rebelled") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Two days after the murder of a judge, the province rebelled.",
        "Weeks after a similar riot, the province rebelled.",
        "Hours before a raid on a mill, the province rebelled.",
    ],
)
def test_counted_from_what_nobody_dates(sentence: str) -> None:
    """The day of publication is no stand-in for a day that is not told."""
    assert day_of(sentence, "rebelled") == ""


def test_two_candidates_are_told_apart_by_their_words() -> None:
    text = "The bridge closed on 3 May 2022 and reopened on 20 May 2022. "
    after = "Two days after the {}, the province rebelled."
    assert day_of(text + after.format("closure"), "rebelled") == "2022-05-05"
    assert day_of(text + after.format("reopening"), "rebelled") == "2022-05-22"
    assert day_of(text + after.format("ceremony"), "rebelled") == ""


def test_the_date_inside_the_phrase_is_not_the_day_of_the_event() -> None:
    text = "Five days after the May 3 accord, the province rebelled."
    assert day_of(text, "rebelled") == "2022-05-08"


def test_the_date_behind_the_phrase() -> None:
    text = "Monitors will arrive two days after the vote, which is set for June 19."
    assert day_of(text, "arrive", status="planned") == "2022-06-21"


def test_between_two_events() -> None:
    text = "He was shot on 3 May 2022 and buried on 9 May 2022. "
    said = "Between the shooting and the burial, the province rebelled."
    assert day_of(text + said, "rebelled") == "2022-05-03 2022-05-09"


def test_an_anniversary() -> None:
    text = "The mine collapsed on 6 June 2021. On the first anniversary of the collapse, "
    assert day_of(text + "the province rebelled.", "rebelled") == "2022-06-06"


@pytest.mark.parametrize(
    "text",
    [
        'In a speech on 3 May 2022 he said: "Yesterday the province rebelled."',
        '"Yesterday the province rebelled," he wrote in a letter dated 3 May 2022.',
    ],
)
def test_a_speech_counts_from_its_own_day(text: str) -> None:
    assert day_of(text, "rebelled") == "2022-05-02"


def test_a_quotation_of_no_known_day_counts_from_the_article() -> None:
    assert day_of('"Yesterday the province rebelled," he said.', "rebelled") == "2022-06-09"


def test_a_year_in_between_is_no_day_to_count_from() -> None:
    text = LEAD + "The last one dated from 1950. Four days later, the province rebelled."
    assert day_of(text, "rebelled") == "2022-05-07"


@pytest.mark.parametrize(
    ("a", "b"),
    [("dissolution", "dissolved"), ("approval", "approved"), ("reopening", "opened"),
     ("closure", "closed"), ("invasion", "invaded"), ("announcement", "announced")],
)  # fmt: skip
def test_words_of_one_stem(a: str, b: str) -> None:
    assert stem(a)[:4] == stem(b)[:4]
