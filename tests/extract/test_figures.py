"""Counts of people: number words, bounds, what is counted, what is not."""

from __future__ import annotations

import pytest

from standoff.extract.frames.figures import find_counts
from standoff.parse import parse
from standoff.split import sentences

Bounds = tuple[str, int | None, int | None]


def counts(text: str) -> list[Bounds]:
    spans = sentences(text)
    parsed = parse(text, spans, range(len(spans)))
    return [
        (c.figure.kind, c.figure.low, c.figure.high)
        for s in parsed
        for c in find_counts(text, s, frozenset())
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The raid killed 26 people.", [("killed", 26, 26)]),
        ("At least 20 people were killed.", [("killed", 20, None)]),
        ("More than 150,000 people have died in the war.", [("killed", 150000, None)]),
        ("Up to 36 prisoners were freed.", [("released", 1, 36)]),
        ("About 50 people were injured.", [("injured", 50, 50)]),
        ("Dozens of villagers were wounded.", [("injured", 24, None)]),
        ("Hundreds of families fled.", [("displaced", 200, None)]),
        ("Tens of thousands of people were displaced.", [("displaced", 20000, None)]),
        ("Two dozen soldiers were captured.", [("detained", 24, 24)]),
        ("Twenty-six people died in the blast.", [("killed", 26, 26)]),
        ("The death toll rose to 45, officials said.", [("killed", 45, 45)]),
        ("The blast left 12 dead.", [("killed", 12, 12)]),
        ("Between 10 and 20 people died.", [("killed", 10, 20)]),
        ("Police arrested 300 protesters in 2019.", [("detained", 300, 300)]),
        (
            "Five soldiers were killed and 12 injured when a bomb exploded.",
            [("killed", 5, 5), ("injured", 12, 12)],
        ),
        (
            "The attack killed 58 people including 11 children.",
            [("killed", 58, 58), ("killed", 11, 11)],
        ),
        (
            "Seventy people abducted by rebels were released.",
            [("detained", 70, 70), ("released", 70, 70)],
        ),
    ],
)
def test_counts(text: str, wanted: list[Bounds]) -> None:
    assert counts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The $5 million programme was approved.",
        "The village lies 20 kilometers from the border.",
        "Turnout fell by 12 percent.",
        "The treaty was signed in 1998.",
        "The 34-year-old driver spoke to reporters.",
    ],
)
def test_not_counts(text: str) -> None:
    assert counts(text) == []


def test_dates_are_left_out() -> None:
    text = "Police arrested 19 people on 3 May 2019."
    spans = sentences(text)
    (sentence,) = parse(text, spans, [0])
    busy = frozenset(t.i for t in sentence.tokens if t.start >= text.index("3 May"))
    (count,) = find_counts(text, sentence, busy)
    assert (count.figure.low, count.figure.of) == (19, "people")
    assert count.figure.span.cut(text) == "19"
