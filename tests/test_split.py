"""Sentences by looking: what ends one and what does not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.split import MAX_SENTENCE, paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys met. They left.", ["Envoys met.", "They left."]),
        ("Gen. Osei met Mr. Lund on Jan. 5.", ["Gen. Osei met Mr. Lund on Jan. 5."]),
        ("The U.S. sent ships.", ["The U.S. sent ships."]),
        ("Talks ended at 5 p.m. The envoys left.", ["Talks ended at 5 p.m.", "The envoys left."]),
        ("A line without a stop\nThe body.", ["A line without a stop", "The body."]),
        ("“We will stay,” she said.", ["“We will stay,” she said."]),
        ("“We will stay.” She left.", ["“We will stay.”", "She left."]),
        ("It cost 3.5 million. Why? Ask!", ["It cost 3.5 million.", "Why?", "Ask!"]),
        ("OSLO, May 4 (Wire) — Ships sailed.", ["OSLO, May 4 (Wire) —", "Ships sailed."]),
        ("PORT LOUIS - Ships sailed.", ["PORT LOUIS -", "Ships sailed."]),
        ("Oslo (North Wire) - Ships sailed.", ["Oslo (North Wire) -", "Ships sailed."]),
        ("Port Louis, May 4 — Ships sailed.", ["Port Louis, May 4 —", "Ships sailed."]),
        ("OSLO, 4 May 2031 — Ships sailed.", ["OSLO, 4 May 2031 —", "Ships sailed."]),
        ("OSLO, May 4 2031 (NW) - Ships sailed.", ["OSLO, May 4 2031 (NW) -", "Ships sailed."]),
        ("NATO and Norway - Ships sailed.", ["NATO and Norway - Ships sailed."]),
        ("  \n\n ", []),
    ],
)  # fmt: skip
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_very_long_line_is_cut_at_white_space() -> None:
    pieces = cut("word " * 2000)
    assert len(pieces) > 1
    assert all(len(p) <= MAX_SENTENCE for p in pieces)


@given(st.text(max_size=300))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    found = sentences(text)
    for a, b in itertools.pairwise(found):
        assert a.end <= b.start
        assert not text[a.end : b.start].strip()
    covered = sum(len("".join(text[s.start : s.end].split())) for s in found)
    assert covered == len("".join(text.split()))
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)
    assert len(paragraphs(text)) == len({s.paragraph for s in found})


def test_a_long_run_of_full_stops_is_no_work() -> None:
    text = "a" + "." * 300_000 + " B."
    assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")
