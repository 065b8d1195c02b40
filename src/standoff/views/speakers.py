"""Statements by speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.views.lookup import Lookup, Row
from standoff.views.marking import Piece, marks_of, pieces

LONGEST = 1200
"""Characters of a statement shown at most."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement: ``pieces`` of the text from its source, cue or content to the last of these.

    ``start`` is its first code point; ``cut`` tells that it is longer than what is quoted.
    """

    row: Row
    pieces: tuple[Piece, ...]
    start: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """``id`` is the actor's, None where the record does not know who speaks."""

    id: str | None
    name: str
    sayings: tuple[Saying, ...]


def speakers(record: Lookup) -> list[Speaker]:
    """Those who say most first; the unknown last. A copy's statements are its original's."""
    by_speaker: dict[tuple[str | None, str], list[Saying]] = {}
    for _, row in sorted(record.statements.items()):
        document = record.documents.get(str(row["document"]))
        saying = _saying(row, document)
        if document is None or document.get("duplicate_of") or saying is None:
            continue
        speaker = str(row["speaker"]) if row["speaker"] else None
        words = "" if speaker else " ".join(str(row["speaker_text"] or "").split())
        by_speaker.setdefault((speaker, words), []).append(saying)
    found = [
        Speaker(speaker, record.name(speaker) if speaker else words, _in_order(record, sayings))
        for (speaker, words), sayings in by_speaker.items()
    ]
    return sorted(found, key=lambda s: (s.name == "", -len(s.sayings), s.name, s.id or ""))


def hull(row: Row) -> tuple[int, int] | None:
    """From the first to the last code point of source, cue and content; None without content."""
    spans = [s for s in (row["source"], row["cue"], *row["content"]) if s]
    if not row["content"]:
        return None
    return min(s["start"] for s in spans), max(s["end"] for s in spans)


def _saying(row: Row, document: Row | None) -> Saying | None:
    reach = hull(row)
    if document is None or reach is None:
        return None
    text = str(document.get("text") or "")
    end = min(reach[1], reach[0] + LONGEST)
    return Saying(
        row, tuple(pieces(text, marks_of(row), (reach[0], end))), reach[0], end < reach[1]
    )


def _in_order(record: Lookup, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    def order(s: Saying) -> tuple[str, str, int, str]:
        document = str(s.row["document"])
        return record.published(document), document, s.start, str(s.row["id"])

    return tuple(sorted(sayings, key=order))
