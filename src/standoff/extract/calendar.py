"""Frames, times and the article's own date → the days of each event."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.types import Annotations, DayRange, Frame, TimeExpression


def date_frames(
    text: str, done: Annotations, times: Sequence[TimeExpression], published: DayRange | None
) -> list[Frame]:
    return list(done.frames)
