"""The sentence that a value rests on, with the evidence and the trigger marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from standoff.split import sentences
from standoff.types import Span

if TYPE_CHECKING:
    from standoff.views.reading import Record

Mark = Literal["", "evidence", "trigger"]
LONGEST = 1200
"""Code points of a passage; of a longer sentence only what is around the evidence is given."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: ``pieces`` of text in order, each with its mark."""

    document: str
    source: str
    pieces: tuple[tuple[str, Mark], ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


class Evidence:
    """Cuts passages out of a record's documents; the last few are kept at hand."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._document = lru_cache(maxsize=64)(self._read)

    def passage(self, document: str, evidence: Span, *triggers: Span) -> Passage:
        """The sentence or sentences around ``evidence``. Raises KeyError for no such document."""
        row, bounds = self._document(document)
        text = str(row["text"])
        start, end = evidence.start, evidence.end
        around = [s for s in bounds if s.meets(evidence)]
        if around:
            start, end = min(start, around[0].start), max(end, around[-1].end)
        if end - start > LONGEST:
            start, end = max(start, evidence.start - 200), min(end, evidence.start + LONGEST)
        return Passage(
            document, source_of(row), _pieces(text, Span(start, end), evidence, triggers)
        )

    def document(self, document: str) -> Mapping[str, Any]:
        """The row of a document. Raises KeyError if there is none."""
        return self._document(document)[0]

    def _read(self, document: str) -> tuple[Mapping[str, Any], Sequence[Span]]:
        for row in self._record.rows("documents", id=document):
            return row, [s.span for s in sentences(str(row["text"]))]
        raise KeyError(document)


def source_of(document: Mapping[str, Any]) -> str:
    """Where an article comes from, for people: outlet, day, path."""
    published = document["published"] or {}
    days = [published.get("earliest"), published.get("latest")]
    day = days[0] if days[0] == days[1] else " to ".join(d for d in days if d)
    return ", ".join(str(x) for x in (document["outlet"], day, document["path"]) if x)


def span(value: Mapping[str, Any]) -> Span:
    return Span(int(value["start"]), int(value["end"]))


def _pieces(
    text: str, within: Span, evidence: Span, triggers: Iterable[Span]
) -> tuple[tuple[str, Mark], ...]:
    marks: list[Mark] = []
    cuts = {within.start, within.end}
    spans = [evidence, *triggers]
    for s in spans:
        cuts |= {min(max(x, within.start), within.end) for x in (s.start, s.end)}
    edges = sorted(cuts)
    for left in edges[:-1]:
        here = Span(left, left + 1)
        if any(t.holds(here) for t in spans[1:]):
            marks.append("trigger")
        else:
            marks.append("evidence" if evidence.holds(here) else "")
    return tuple(
        (text[a:b], mark) for a, b, mark in zip(edges, edges[1:], marks, strict=False) if a < b
    )
