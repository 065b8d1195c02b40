"""Days that run on through a paragraph: background ("In 2011 ... . The army cracked down"), and
what an episode is told to have held."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from standoff.extract.calendar.told import Told
from standoff.types import Annotations, DayRange, Frame

OLD = 45
"""Days before publication: what is older is background, and the paragraph stays with it."""
# What is said of the past is mostly said today.
_WORDS = frozenset({"ACCUSE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_HAD = re.compile(
    r"\bhad\s+(?:(?:\w+ly|not|also|already|never|been|long|since|just|once|first|ever)\s+){0,3}$"
)
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
    paragraphs = _paragraphs(text, done)
    background = _background(paragraphs, told)
    out = list(frames)
    for i, f in enumerate(frames):
        if f.when is not None or f.when_basis or f.status != "happened":
            continue
        before = out[i - 1] if i else None
        if (
            before is not None
            and before.when_basis == "episode"
            and paragraphs[before.sentence] == paragraphs[f.sentence]
            and f.sentence - before.sentence < 2
            and f.type in _FORCE
        ):
            out[i] = replace(f, when=before.when, when_basis="episode")
            continue
        last = background[f.sentence]
        if last is None or f.tense != "past" or f.type in _WORDS:
            continue
        if _HAD.search(text, max(0, f.trigger.start - 40), f.trigger.start):
            continue
        if published is None or (published.earliest - last.latest).days > OLD:
            out[i] = replace(f, when=last, when_basis="story")
    return out


def _paragraphs(text: str, done: Annotations) -> list[int]:
    """The paragraph of each sentence."""
    out = [0] * len(done.sentences)
    for i, (a, b) in enumerate(pairwise(done.sentences), start=1):
        out[i] = out[i - 1] + ("\n" in text[a.end : b.start])
    return out


def _background(
    paragraphs: Sequence[int], told: Mapping[int, Sequence[Told]]
) -> list[DayRange | None]:
    """For each sentence the days told last before it in its paragraph."""
    out: list[DayRange | None] = []
    last: DayRange | None = None
    for i, paragraph in enumerate(paragraphs):
        if i and paragraphs[i - 1] != paragraph:
            last = None
        out.append(last)
        for t in told.get(i, ()):
            last = None if t.owned or not t.known or t.time.type == "DURATION" else t.days
    return out
