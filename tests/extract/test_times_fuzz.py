"""Times and calendar on hostile text: linear, whole, and the same on every day they are run."""

from __future__ import annotations

import ast
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import standoff.extract.calendar
import standoff.extract.times
import standoff.merge.dates
from standoff.extract.calendar import date_frames
from standoff.extract.times import find_times
from standoff.split import sentences
from standoff.types import Annotations, DayRange, Frame, Span

TODAY = DayRange(date(2022, 6, 10), date(2022, 6, 10))
NEWS = (
    "Envoys met in the capital on Tuesday, June 7, two days after the raid on the port. The talks, "
    "which began last week, lasted ten hours. In May 2021 the two sides signed a truce; a month "
    "later an attack near the border killed nine. A vote is due on June 19, officials said.\n"
)
PIECES = [
    "two days after ", "the raid ", "before ", "since the vote ", "between the attack and ",
    "May 3", " 2021", ", ", ". ", "\n", "1", ":30", "10-", "a week ago ", "later ", "by then ",
    "that followed ", "the eve of ", "first anniversary of ", "Monday", " the ", "quarter ",
    "'s ", '"', "in the ", " of ", "early ", "the end of ", "last ", "night ", "twenty-",
    "hours ", "5 p.m. ", "year-end ", "\u00a0", "/", "several ", "every ", "at the time ", "had ",
    "struck ", "and ", "talks ", "fiscal ", "99",
]  # fmt: skip
SLOWEST = 10
"""Times the cost of a character of news."""
SHORTEST = 3000


def annotated(text: str) -> Annotations:
    spans = sentences(text)
    frames, k = [], 0
    for m in re.finditer(r"\b(?:raid|attack|signed|struck|talks|vote)\b", text):
        while spans[k].end <= m.start():
            k += 1
        frames.append(Frame(k, Span(*m.span()), 0, m.group(), "ASSAULT", None, "happened"))
    return Annotations(sentences=tuple(s.span for s in spans), frames=tuple(frames))


def cost(text: str) -> float:
    """Seconds a character, the best of three runs; splitting into sentences is not counted."""
    done, best = annotated(text), 1e9
    for _ in range(3):
        start = time.process_time()
        date_frames(text, done, find_times(text, TODAY), TODAY)
        best = min(best, time.process_time() - start)
    return best / len(text)


@pytest.fixture(scope="module")
def of_news() -> float:
    return cost(NEWS * 20)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_no_text_is_slow(of_news: float, pieces: list[str]) -> None:
    """Whatever is said again and again: a character costs at most ten times one of news."""
    unit = "".join(pieces)
    text = unit * (SHORTEST // len(unit) + 1)
    assert cost(text) < SLOWEST * of_news, text[:200]


@pytest.mark.parametrize(
    "unit", ["two days after the raid, ", "since the vote ", "9", "May 3 ", '"']
)
def test_four_times_the_text_is_four_times_the_work(unit: str) -> None:
    short, long = (unit * (n // len(unit)) for n in (6_000, 24_000))
    assert cost(long) < 3 * cost(short) + 1e-6


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40))
def test_expressions_stand_in_the_text_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    for published in (TODAY, None):
        times = find_times(text, published)
        assert times == find_times(text, published)
        ends = [0, *(t.end for t in times)]
        for t, before in zip(times, ends, strict=False):
            assert before <= t.start < t.end <= len(text)
            assert t.days is None or t.days.earliest <= t.days.latest
        for f in date_frames(text, annotated(text), times, published):
            assert f.when is None or f.when.earliest <= f.when.latest


def test_nothing_asks_what_day_it_is() -> None:
    """The same text has the same answer on any day, so no clock is read."""
    folders = [
        Path(m.__file__ or "").parent for m in (standoff.extract.times, standoff.extract.calendar)
    ]
    files = [p for folder in folders for p in sorted(folder.glob("*.py"))]
    files += sorted(Path(standoff.merge.dates.__file__).parent.glob("da*.py"))
    assert len(files) > 20
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("today", "utcnow", "monotonic"), path
            if isinstance(node, ast.Import):
                assert not {a.name for a in node.names} & {"time", "random", "os"}, path
