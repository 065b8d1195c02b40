"""The lines of an article as the rules see them: which are paragraphs, where the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.clean.dateline import is_date_line

_LINE = re.compile(r"[^\n]+")
_FULL_STOP = re.compile(r"[.!?…।。！？][\"'”’»)\]]*$")
_BULLET = re.compile(r"^[-–—•*·▪►|]+\s*")
_PARAGRAPH_WORDS = 12
_SHORT_PARAGRAPH_WORDS = 6
_TAIL = 4
_FEW = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something; ``start`` and ``end`` are offsets into the article's text.
    ``bare`` is its text without bullet; ``key`` the same in lower case with plain apostrophes and
    without closing marks, as the lexicon has it."""

    index: int
    start: int
    end: int
    text: str
    bare: str
    key: str
    words: int

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FULL_STOP.search(self.text) is not None

    @property
    def paragraph(self) -> bool:
        return self.words >= _PARAGRAPH_WORDS or (
            self.words >= _SHORT_PARAGRAPH_WORDS and self.closed
        )


@dataclass(frozen=True, slots=True)
class Page:
    """``headline`` is the index of the first line but for date lines, ``body`` that of the first
    paragraph after it."""

    lines: Sequence[Line]
    headline: int
    body: int
    english: bool
    script: str

    def in_head(self, line: Line) -> bool:
        return line.index < self.body

    def in_tail(self, line: Line) -> bool:
        return line.index >= len(self.lines) - _TAIL


def lines_of(text: str) -> list[Line]:
    out: list[Line] = []
    for found in _LINE.finditer(text):
        raw = found.group()
        line = raw.strip()
        if line:
            start = found.start() + len(raw) - len(raw.lstrip())
            bare = _BULLET.sub("", line)
            key = bare.replace("’", "'").lower().rstrip(" :.!?…-–—")
            words = bare.count(" ") + 1
            out.append(Line(len(out), start, start + len(line), line, bare, key, words))
    return out


def headline_of(lines: Sequence[Line]) -> int:
    return next((line.index for line in lines[:_FEW] if not is_date_line(line.text)), 0)


def body_of(lines: Sequence[Line], headline: int) -> int:
    for line in lines[headline + 1 :]:
        if line.paragraph and not line.text.startswith("- "):
            return line.index
    return len(lines)
