"""What goes out of an article's text as noise, and above all what stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.clean import clean

P1 = "The foreign minister of Norland flew to the capital of Sudria on Monday for talks on the dam."
P2 = "Officials on both sides said that the meeting had gone on for six hours without a result."
P3 = (
    "A second round is to be held in the port of Westhaven before the end of the month, they added."
)
HEAD = "Norland and Sudria meet over river dispute"


def article(*lines: str) -> str:
    return "\n".join([HEAD, *lines, P1, P2, P3])


def between(*lines: str) -> str:
    return "\n".join([HEAD, P1, *lines, P2, P3])


def ending(*lines: str) -> str:
    return "\n".join([HEAD, P1, P2, P3, *lines])


def removed(text: str) -> list[str]:
    return [noise.text for noise in clean(text)[1]]


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Lindqvist",
        "By Anna Lindqvist and Tom de Vries in Westhaven",
        "BY ANNA LINDQVIST, STAFF WRITER",
        "- Lindqvist Anna",
        "- 14 minutes ago",
        "- 2 min read",
        "3 hours ago",
        "Updated 2 days ago",
        "Reading time: 4 minutes",
        "Anna Lindqvist, Harbour Gazette Staff",
        "A. Lindqvist is a Gazette reporter covering the northern rivers",
        "Published 4 May 2014",
        "Last updated: 4 May 2014 10:30 GMT",
        "Sunday, May 4, 2014",
        "date 2014-05-04",
        "Advertisement",
        "Share this article",
        "Read more: The long quarrel about the dam",
        "Follow us on Telegram",
        "12 shares",
        "SECTION: Foreign Pages; Pg. 4",
        "LENGTH: 567 words",
        "Photo: Harbour Gazette",
        "1 of 4. A dredger lies at anchor off Westhaven on May 3, 2014.",
        "A dredger lies at anchor off Westhaven on May 3, 2014. REUTERS/Anna Lindqvist",
        "Governor Ole Hansen (2nd R) greets farmers in a flooded village in this handout picture.",
        "https://gazette.example/river",
        "תגובות",
        "تعليقات",
        "Комментарии",
    ],
)
def test_lines_at_the_head_go_out(line: str) -> None:
    text, noise = clean(article(line))
    assert text == article()
    assert [n.text for n in noise] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Anna Lindqvist and Tom de Vries; Editing by Mary O'Neill",
        "(Additional reporting by Tom de Vries in Westhaven)",
        "Tom de Vries contributed to this report from Westhaven.",
        "Anna Lindqvist is a correspondent based in Westhaven.",
        "Copyright 2014 The Harbour Gazette. All rights reserved.",
        "© 2014 Gazette Media",
        "Subscribe to our newsletter",
        "Related: Why the dam matters",
        "(Reuters)",
        "Comments",
        "Kommentare",
        "Tags: river, dam, Norland",
        "* * *",
    ],
)
def test_lines_at_the_end_go_out(line: str) -> None:
    text, noise = clean(ending(line))
    assert text == ending()
    assert [n.text for n in noise] == [line]


@pytest.mark.parametrize(
    "label",
    [
        "What's the story",
        "Why it matters",
        "The big picture",
        "Border closure",
        "Military response",
        "Peace talks",
        "Casualty figures",
        "Rising tensions",
        "International reaction",
    ],
)
def test_section_labels_go_out(label: str) -> None:
    text, noise = clean(between(label))
    assert text == between()
    assert [(n.text, n.rule) for n in noise] == [(label, "label")]


@pytest.mark.parametrize(
    "line",
    [
        "Sudria denies opening the sluices",
        "Norland updates allies on talks",
        "Army shells border town",
        "Rebels Attack Convoy",
        "Militants kidnap three",
        "Ceasefire holds",
        "Neighbours close border",
        "Police kill protester",
        "Bridge destroyed",
        "Thousands flee",
        "Two soldiers dead",
        "Dam bursts",
        "Hostages freed",
        "Minister to resign",
        "Attack on aid convoy",
        "Injured: 74",
        '"We will not yield"',
        "No deal yet, says minister",
        "They did not answer.",
    ],
)
def test_what_says_something_stays(line: str) -> None:
    assert clean(between(line)) == (between(line), ())


def test_a_label_before_a_subheadline() -> None:
    text, noise = clean(between("Opposition details", "Sudria calls for an open inquiry"))
    assert text == between("Sudria calls for an open inquiry")
    assert [n.text for n in noise] == ["Opposition details"]


def test_lists_and_tables_stay() -> None:
    text = between("Norland", "Sudria", "Westhaven Islands", "Upper Vale")
    assert clean(text) == (text, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Reporting by the Gazette showed that the dam had cracks.",
        "By Thursday the water had reached the second bridge, officials said.",
        "The decision contributed to the fall of the government.",
        "Anna Lindqvist is a reporter held by the militia since March, her editor said.",
        "The Reuters/Ipsos poll showed that most people in Sudria want peace.",
        "Copyright law was not on the agenda of the ministers, the spokesman said.",
        "Watch posts along the river were manned again on Tuesday, the army said.",
        "The militants posed for a photo released by their own news agency.",
        'He called the plan "a trap" (Reuters had reported it first) and left.',
        "April 22, 2025: Gunmen attack a customs post at the river and kill four people.",
    ],
)
def test_sentences_that_only_look_like_noise_stay(sentence: str) -> None:
    for text in (between(sentence), ending(sentence)):
        assert clean(text) == (text, ())


def test_the_headline_stays_whatever_it_is() -> None:
    for headline in ("Peace talks", "Updates", "Sudria", "Share"):
        assert clean("\n".join([headline, P1, P2]))[0].startswith(headline)


def test_a_date_glued_to_the_headline() -> None:
    text, noise = clean(f" date 2014-05-04 {article()}")
    assert text == article()
    assert [(n.text, n.rule) for n in noise] == [("date 2014-05-04", "date")]


def test_a_date_glued_to_the_body() -> None:
    text, noise = clean("\n".join([HEAD, "4 Apr 2017 " + P1, P2]))
    assert text == "\n".join([HEAD, P1, P2])
    assert [n.text for n in noise] == ["4 Apr 2017"]


def test_a_number_after_the_date_is_no_clock() -> None:
    text, _ = clean("\n".join([HEAD, "Sat Aug 13 2016 200 people fled the flood on Friday.", P2]))
    assert "\n200 people fled" in text


def test_a_headline_told_again() -> None:
    text, noise = clean("\n".join([HEAD, f"{HEAD}. {P1}", P2]))
    assert text == "\n".join([HEAD, P1, P2])
    assert [n.rule for n in noise] == ["repeated headline"]
    longer = "\n".join([HEAD, f"{HEAD} for the third time this year. {P1}"])
    assert clean(longer) == (longer, ())


@pytest.mark.parametrize("label", ["תגובות", "تعليقات", "评论", " Комментарии"])
def test_a_label_in_another_script_glued_to_the_last_word(label: str) -> None:
    text, noise = clean(ending() + label)
    assert text == ending()
    assert [n.text for n in noise] == [label.strip()]


def test_words_in_another_script_inside_the_text_stay() -> None:
    for sentence in (
        "The paper Правда called the river a border that no treaty had ever drawn.",
        "They call the festival Novruz (Новруз) and hold it in spring.",
    ):
        assert clean(between(sentence)) == (between(sentence), ())


def test_articles_in_other_scripts_keep_their_lines() -> None:
    chinese = "\n".join(
        [
            "两国外长会晤",
            "外交部长周一在首都会见了对方代表，双方同意结束争端。",
            "各方反应",
            "会谈持续了六个小时，没有取得任何结果，官员们说。",
        ]
    )
    assert clean(chinese) == (chinese, ())


def test_signatures_and_buttons_at_the_very_end() -> None:
    for tail, gone in (
        (" -- AFP", "-- AFP"),
        (" (Reuters)", "(Reuters)"),
        (" Read Also", "Read Also"),
        (" Reporting by Anna Lindqvist; Editing by Tom de Vries", "Reporting by Anna Lindqvist; "
         "Editing by Tom de Vries"),
    ):  # fmt: skip
        text, noise = clean(ending() + tail)
        assert text == ending()
        assert [n.text for n in noise] == [gone]


def test_a_wire_in_the_dateline_stays() -> None:
    text = "\n".join([HEAD, "WESTHAVEN, N.S. (AP) -- " + P1, P2])
    assert clean(text) == (text, ())


LINES = st.one_of(
    st.sampled_from(
        [HEAD, P1, P2, P3, "Share", "By Anna Lindqvist", "Peace talks", "2 min read", "תגובות", "",
         "Published 4 May 2014", "  4 Apr 2017 " + P1, "(Reuters)", P3 + " -- AFP", P2 + "评论"]
    ),
    st.text(max_size=40),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_offsets_hold_and_cleaning_is_stable(lines: list[str]) -> None:
    source = "\n".join(lines)
    text, noise = clean(source)
    for piece in noise:
        assert piece.start is not None and piece.end is not None
        assert source[piece.start : piece.end] == piece.text
    starts = [piece.start for piece in noise]
    assert starts == sorted(starts)  # type: ignore[type-var]
    kept = sum(not c.isspace() for c in text) + sum(
        not c.isspace() for piece in noise for c in piece.text
    )
    assert kept == sum(not c.isspace() for c in source)


@pytest.mark.parametrize(
    "hostile",
    [
        "A " * 100_000,
        "." + " " * 200_000,
        "By " + "Anna " * 50_000,
        "Aa Bb\n" * 20_000,
        "Share\n" * 40_000,
        "(" * 200_000,
        "Reporting by " + "A. " * 50_000,
        "4 May 2014 " * 20_000,
        "Anna Lindqvist is a " + "x" * 200_000,
        "[photo" * 30_000,
        ". (Reuters" * 20_000,
        "- " * 100_000,
        "Read Also" * 20_000,
        "." * 200_000 + "评" * 1000,
        "File photo in this " + "a " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_no_longer(hostile: str) -> None:
    started = time.process_time()
    clean(hostile)
    clean("\n".join([HEAD, P1, hostile, P2, hostile]))
    assert time.process_time() - started < 30
