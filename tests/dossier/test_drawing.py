"""Days, numbers and marks: in words, on an axis, in a text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.dossier import words
from standoff.dossier.axis import UNITS, axis_of
from standoff.dossier.charts import count_bars
from standoff.views.counts import counts
from standoff.views.lookup import QUOTE, Lookup
from standoff.views.marking import Mark, pieces
from standoff.views.timeline import Days, timeline
from tests.dossier.crossing import tables

days = st.builds(
    lambda first, width: Days(first, min(first, date.max - timedelta(width)) + timedelta(width)),
    st.dates(),
    st.integers(0, 40_000),
).map(lambda d: Days(min(d.earliest, d.latest), max(d.earliest, d.latest)))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2031-03-04", "2031-03-04", "4 Mar 2031"),
        ("2031-03-04", "2031-03-09", "4–9 Mar 2031"),
        ("2031-03-30", "2031-04-02", "30 Mar – 2 Apr 2031"),
        ("2031-03-01", "2031-03-31", "Mar 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2011-01-01", "2014-12-31", "2011–2014"),
        ("2030-12-30", "2031-01-02", "30 Dec 2030 – 2 Jan 2031"),
        ("0001-01-01", "9999-12-31", "0001–9999"),
    ],
)
def test_days_in_words(first: str, last: str, told: str) -> None:
    assert words.days(Days(date.fromisoformat(first), date.fromisoformat(last))) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (26, 26, "26"),
        (20, None, "20 or more"),
        (1, 36, "up to 36"),
        (None, 36, "up to 36"),
        (1, 1, "1"),
        (1200, 1500, "1,200 to 1,500"),
        (None, None, "unknown"),
    ],
)
def test_counts_in_words(low: int | None, high: int | None, told: str) -> None:
    assert words.count(low, high) == told


@given(days)
def test_axis_marks_few_days_and_none_outside(window: Days) -> None:
    axis = axis_of(window)
    ticks = axis.ticks(5)
    assert 1 <= len(ticks) <= 5
    assert all(0 <= t.percent <= 100 for t in ticks)
    assert [t.percent for t in ticks] == sorted(t.percent for t in ticks)


@given(days, days)
def test_bars_stay_on_the_axis(window: Days, drawn: Days) -> None:
    bar = axis_of(window).stretch(drawn)
    assert 0 <= bar.x <= bar.end <= UNITS
    assert bar.width >= 1


def test_counts_are_drawn_on_one_scale() -> None:
    (killed,) = counts(Lookup(tables()))
    exact, open_ = count_bars(killed)
    assert exact is not None and open_ is not None
    assert exact.x < open_.x and not exact.open and open_.open
    assert open_.x + open_.width == UNITS


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[int]]:
    text = draw(st.text(max_size=60))
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place), max_size=8))
    found = [Mark(min(s), max(s), "content", str(i)) for i, s in enumerate(spans)]
    return text, sorted(m for m in found if m.start < m.end), draw(st.lists(place, max_size=4))


@given(marked())
def test_pieces_are_the_text_and_bear_exactly_the_marks_over_them(
    given_: tuple[str, list[Mark], list[int]],
) -> None:
    text, marks, edges = given_
    found = list(pieces(text, marks, (0, len(text)), edges))
    assert "".join(p.text for p in found) == text
    for p in found:
        end = p.start + len(p.text)
        assert text[p.start : end] == p.text
        assert set(p.marks) == {m for m in marks if m.start <= p.start and end <= m.end}
        assert not any(m.start < end and p.start < m.end for m in set(marks) - set(p.marks))


def test_timeline_keeps_what_is_long_past_off_the_axis() -> None:
    told = timeline(Lookup(tables()))
    assert told.window == Days(date(2031, 3, 4), date(2031, 3, 15))
    assert [e.event["id"] for e in told.before] == ["e-000004"]
    assert [e.event["id"] for e in told.during] == ["e-000001", "e-000003", "e-000002"]


def test_long_evidence_is_cut_around_its_trigger() -> None:
    rows = tables()
    text = "word " * 400 + "struck " + "more " * 400
    rows["documents"][0]["text"] = text
    at = text.index("struck")
    found = Lookup(rows).passage("d-000001", 0, len(text), (at, at + 6))
    assert found is not None
    assert found.trigger == "struck" and len(found.text) <= QUOTE
    assert found.cut_before and found.cut_after
    assert found.before.startswith("word ")
