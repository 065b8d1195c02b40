"""Frames, times and the article's own date → the days of each event.

A wrong day stated with confidence is worse than none. In this order: the time told in the clause;
amounts of time between two events ("10 days after X"); the same event told before; the episode
that it belongs to; what stands before it in the same paragraph; the article's own day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.calendar.clause import time_of
from standoff.extract.calendar.default import latest_day, undated
from standoff.extract.calendar.told import Told, tell
from standoff.types import Annotations, DayRange, Frame, TimeExpression

__all__ = ["date_frames"]


def date_frames(
    text: str, done: Annotations, times: Sequence[TimeExpression], published: DayRange | None
) -> list[Frame]:
    """The frames of ``done``, in order, each with ``when`` and ``when_basis``."""
    told = tell(text, times, published.latest if published else None)
    by_sentence = _by_sentence(done, told)
    starts: dict[int, list[int]] = {}
    for f in done.frames:
        starts.setdefault(f.sentence, []).append(f.trigger.start)
    out: list[Frame] = []
    for f in done.frames:
        sentence = done.sentences[f.sentence]
        t = time_of(
            text, f, sentence, by_sentence.get(f.sentence, []), starts[f.sentence], published
        )
        out.append(replace(f, when=t.days if t else None, when_basis="time" if t else ""))
    focus = latest_day([f.when for f in out if f.when], published)
    for i, f in enumerate(out):
        if f.when is None:
            days, basis = undated(text, f, done.sentences[f.sentence], published, focus)
            out[i] = replace(f, when=days, when_basis=basis)
    return out


def _by_sentence(done: Annotations, told: Sequence[Told]) -> dict[int, list[Told]]:
    out: dict[int, list[Told]] = {}
    i = 0
    for t in told:
        while i < len(done.sentences) and done.sentences[i].end <= t.start:
            i += 1
        if i < len(done.sentences):
            out.setdefault(i, []).append(t)
    return out
