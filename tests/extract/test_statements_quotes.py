"""Stretches in quotation marks, on the plain text. All texts are made up for the test."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extract.statements.quotes import find_quotations
from standoff.vocab.speech import speech_cues
from standoff.vocab.vocabulary import Vocabulary


def inner(text: str) -> list[str]:
    return [q.inner.cut(text) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ["no"]),
        ("He said “no” and left.", ["no"]),
        ("He said ''no'' and left.", ["no"]),
        ("He said „nein“ and «non».", ["nein", "non"]),
        ("He said 'no, never' and left.", ["no, never"]),
        ("The rebels' leader didn't say it's over.", []),
        ("It's the mayor's '90s car, they'd say.", []),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
        ("“One is open\n“and goes on here.”", ["One is open\n“and goes on here."]),
        ("“One is open\nThe next line is not.", ["One is open"]),
        ('She wrote: "One is open\nThe next line is not.', ["One is open"]),
        ("No marks at all.", []),
        ('"', []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [q for q in inner(text) if q] == expected


@given(st.text(alphabet="ab \n\"'“”‘’«».,:", max_size=120))
def test_quotations_lie_in_order_and_apart(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.start <= q.inner.start <= q.inner.end <= q.end <= len(text)
        assert q.words == len(q.inner.cut(text).split())
    for a, b in itertools.pairwise(found):
        assert a.end <= b.start


def test_a_very_long_text_does_not_hang() -> None:
    text = "He said “we 'will’ go\" on ' and on.\n" * 100_000
    start = time.process_time()
    assert find_quotations(text)
    assert time.process_time() - start < 60, "what is quadratic takes hours here"


def test_a_cue_with_an_unknown_act_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="act 'sing'"):
        speech_cues(Vocabulary(extra={"speech": [{"cue": "chirp", "act": "sing"}]}))
