"""Days that run on through a paragraph of background: "In 2011 ... . The army cracked down"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from standoff.extract.calendar.told import Told
from standoff.types import Annotations, DayRange, Frame

OLD = 45
"""Days before publication: what is older is background, and the paragraph stays with it."""


_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


def running_days(
    text: str,
    done: Annotations,
    frames: Sequence[Frame],
    told: Mapping[int, Sequence[Told]],
    published: DayRange | None,
) -> list[Frame]:
    """Undated frames of the past take the days of the last time told before in their paragraph,
    if those are long gone; what is recent needs no such help."""
    out = list(frames)
    last: DayRange | None = None
    line_end = -1
    done_with = -1
    for i, f in enumerate(frames):
        sentence = done.sentences[f.sentence]
        if sentence.start > line_end:
            line_end = text.find("\n", sentence.start)
            line_end = len(text) if line_end < 0 else line_end
            last = None
            done_with = f.sentence - 1
            while done_with > 0 and done.sentences[done_with].start >= _line_start(text, sentence.start):
                done_with -= 1
        for s in range(done_with + 1, f.sentence):
            for t in told.get(s, ()):
                last = None if t.owned or t.time.type == "DURATION" else t.days
        done_with = max(done_with, f.sentence - 1)
        before = out[i - 1] if i and frames[i - 1].sentence >= f.sentence - 1 else None
        if before and before.when_basis == "episode" and f.when is None and f.type in _FORCE:
            if f.status == "happened" and text.find("\n", before.trigger.end, f.trigger.start) < 0:
                out[i] = replace(f, when=before.when, when_basis="episode")
                continue
        if f.when is not None or f.status != "happened" or f.tense != "past" or last is None:
            continue
        if published is None or (published.earliest - last.latest).days > OLD:
            out[i] = replace(f, when=last, when_basis="story")
    return out


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
