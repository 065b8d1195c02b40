"""Days that run on through a paragraph: background ("In 2011 ... . The army cracked down"), and
what an episode is told to have held."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from standoff.extract.calendar.told import UNTOLD, Told
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
    history = chronicle(text, done, told, published)
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
        if f.sentence in history and f.tense == "past" and f.statement is None:
            when = history[f.sentence]
            out[i] = replace(f, when=when, when_basis="story" if when else UNTOLD)
            continue
        last = background[f.sentence]
        if last is None or f.tense != "past" or f.type in _WORDS:
            continue
        if _HAD.search(text, max(0, f.trigger.start - 40), f.trigger.start):
            continue
        if published is None or (published.earliest - last.latest).days > OLD:
            out[i] = replace(f, when=last, when_basis="story")
    return out


_NEWS = re.compile(
    r"[\"“”]|\b(?:said|says|told|announced|added|according|reported|now|today|has|have|is|are|will"
    r"|would|meanwhile)\b",
    re.I,
)


def chronicle(
    text: str,
    done: Annotations,
    told: Mapping[int, Sequence[Told]],
    published: DayRange | None,
) -> dict[int, DayRange | None]:
    """Sentences without a time that go on with a history in the paragraph after it, and between
    which days they lie: from the time told last to the next; None where no next is told.

    The history ends with a time, a quotation, a word of saying or the present tense.
    """
    if published is None:
        return {}
    paragraphs = _paragraphs(text, done)
    out: dict[int, DayRange | None] = {}
    last: Told | None = None
    since = 0
    for i, paragraph in enumerate(paragraphs):
        here = told.get(i, ())
        if here:
            for k in range(since, i):
                if k in out and last is not None and paragraphs[k] == paragraph:
                    out[k] = _until(last.days, here[0].days, published)
            last = here[-1]
            if (
                last.owned
                or not last.known
                or last.time.type == "DURATION"
                or (published.earliest - last.days.latest).days <= OLD
            ):
                last = None
            since = i
            continue
        new = i > 0 and last is not None and paragraph == paragraphs[since] + 1
        if (
            last is None
            or paragraph > paragraphs[since] + 1
            or _NEWS.search(done.sentences[i].cut(text))
        ):
            last = None
        elif new:
            out[i] = None
    return out


def _until(first: DayRange, next_: DayRange, published: DayRange) -> DayRange | None:
    if first.earliest <= next_.latest <= published.latest:
        return DayRange(first.earliest, next_.latest)
    return None


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
