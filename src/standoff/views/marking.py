"""Stretches of a text and what they are; the text cut where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from standoff.views.lookup import Row

MarkKind = Literal["trigger", "cue", "source", "content"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the text and what it is; ``of`` is the id of the report or statement."""

    start: int
    end: int
    kind: MarkKind
    of: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks throughout; ``start`` is its first code point."""

    start: int
    text: str
    marks: tuple[Mark, ...]


def marks_of(statement: Row) -> list[Mark]:
    """Source, cue and content of a statement."""
    of = str(statement["id"])
    found = [Mark(c["start"], c["end"], "content", of) for c in statement["content"]]
    if statement["source"]:
        found.append(Mark(statement["source"]["start"], statement["source"]["end"], "source", of))
    if statement["cue"]:
        found.append(Mark(statement["cue"]["start"], statement["cue"]["end"], "cue", of))
    return sorted(found)


def pieces(
    text: str, marks: Sequence[Mark], span: tuple[int, int], edges: Iterable[int] = ()
) -> Iterator[Piece]:
    """``text`` from ``span[0]`` to ``span[1]``, cut at the ends of ``marks`` (sorted) and at
    ``edges``. Nothing is left out and nothing comes twice."""
    first, last = max(0, span[0]), min(span[1], len(text))
    cuts = {first, last, *edges, *(x for m in marks for x in (m.start, m.end))}
    active: list[Mark] = []
    following = 0
    for left, right in pairwise(sorted(c for c in cuts if first <= c <= last)):
        while following < len(marks) and marks[following].start <= left:
            active.append(marks[following])
            following += 1
        active = [m for m in active if m.end > left]
        yield Piece(left, text[left:right], tuple(active))
