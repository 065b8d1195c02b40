"""One event told very often: no slower for each telling."""

from __future__ import annotations

import time
from dataclasses import replace

from tests.merge.test_assemble import article, same

from standoff.merge import Article, assemble
from standoff.types import Span


def told_again(times: int) -> Article:
    """An article with one raid and so many definite references to it, without their own parties."""
    text = "Envoys of Norway said the raid near Salto killed 12 people. " + "The raid. " * times
    one = article("a", text=text)
    (raid,) = one.annotations.frames
    frames, at = [raid], raid.trigger.end
    for k in range(times):
        at = text.index("raid", at)
        again = replace(
            raid, sentence=k + 1, trigger=Span(at, at + 4), evidence=Span(at - 4, at + 5),
            actor=(), recipient=(), place=None, figures=(), same_as=0,
        )  # fmt: skip
        frames.append(again)
        at += 4
    return replace(one, annotations=replace(one.annotations, frames=tuple(frames)))


def test_what_is_told_a_thousand_times_is_one_event_and_quickly_found() -> None:
    start = time.process_time()
    tables = assemble([told_again(3000)], same)
    assert time.process_time() - start < 20, "what is quadratic takes minutes here"
    (event,) = tables["events"]
    assert len(event["reports"]) == 3001  # type: ignore[arg-type]
    assert all(r["actor"] and r["recipient"] for r in tables["reports"])
