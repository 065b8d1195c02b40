"""Plain text → stretches in quotation marks, over sentences and paragraphs.

Typographic, straight and doubled marks; a mark that is never closed ends with its paragraph, and a
quotation that goes on in the next paragraph opens there again and is one with the first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.types import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’']")
_ENDER = re.compile(r"[.!?](?=\s)")
_LINE = re.compile(r"[^\n]+")
MAX_QUOTATION = 6000
"""Code points; a longer one is an unbalanced mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """``start`` to ``end`` with the marks, ``inner`` the text between the outermost ones.
    ``words`` counts its words."""

    start: int
    end: int
    inner: Span
    words: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Quotations:
    """All quotations of one text, in order, looked up by place."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.all = found
        self._starts = [q.start for q in found]
        self._ends = [q.end for q in found]

    def meeting(self, start: int, end: int) -> Sequence[Quotation]:
        """Those that meet the text from ``start`` to ``end``."""
        return self.all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def holding(self, span: Span) -> Quotation | None:
        """The one that ``span`` stands in, if any."""
        for q in self.meeting(span.start, span.end):
            if q.inner.start <= span.start and span.end <= q.inner.end:
                return q
        return None


def find_quotations(text: str) -> list[Quotation]:
    """All quotations of ``text``, in order, none inside another."""
    out: list[Quotation] = []
    carried: int | None = None  # where a quotation that the last paragraph left open began
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        found, left_open = _in_line(text, line.start(), line.end())
        if carried is not None:
            if found and _begins(text, line.start(), found[0].start):
                found[0] = _quotation(text, carried, found[0].end)
            elif left_open is not None and _begins(text, line.start(), left_open):
                left_open = carried
            else:
                out.append(_quotation(text, carried, _stop(text, carried)))
        out.extend(found)
        carried = left_open
    if carried is not None:
        out.append(_quotation(text, carried, _stop(text, carried)))
    return [q for q in sorted(out, key=lambda q: q.start) if q.end - q.start <= MAX_QUOTATION]


def _begins(text: str, line: int, at: int) -> bool:
    return not text[line:at].strip()


def _stop(text: str, start: int) -> int:
    """Where an unclosed quotation ends: with its paragraph."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _quotation(text: str, start: int, end: int) -> Quotation:
    a, b = start, end
    while a < b and (text[a] in "\"“”„‟«»‘’'`" or text[a].isspace()):
        a += 1
    while b > a and (text[b - 1] in "\"“”„‟«»‘’'`" or text[b - 1].isspace()):
        b -= 1
    return Quotation(start, end, Span(a, b), len(text[a:b].split()))


def _in_line(text: str, start: int, end: int) -> tuple[list[Quotation], int | None]:
    """The quotations closed in one paragraph, and where one is left open (or None)."""
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    marks = list(_MARK.finditer(text, start, end))
    for k, m in enumerate(marks):
        mark = m.group()
        if opened is None:
            if _opens(text, m, start, end) and _worth(mark, marks[k + 1 :], text, end):
                opened = (m.start(), mark)
        elif _closes(text, m, opened[1], end):
            found.append(_quotation(text, opened[0], m.end()))
            opened = None
        elif mark == opened[1] and mark in '“„«"' and _opens(text, m, start, end):
            # the earlier one was never closed: it holds its first sentence, if that ends
            if (stop := _ENDER.search(text, opened[0], m.start())) is not None:
                found.append(_quotation(text, opened[0], stop.end()))
            opened = (m.start(), mark)
    if opened is not None and opened[1] in ("'", "‘"):
        opened = None
    return found, opened[0] if opened is not None else None


def _opens(text: str, m: re.Match[str], start: int, end: int) -> bool:
    mark = m.group()
    if mark in "“„«‘" or mark == "``":
        return True
    if mark in "”»’" or m.end() >= end:
        return False
    before = text[m.start() - 1] if m.start() > start else " "
    after = text[m.end()]
    return (before.isspace() or before in "([—–-:,.“‘\"'…") and not after.isspace()


_CLOSER = {
    "“": "”\"“", "„": "“”\"", "‟": "”", "«": "»", '"': '"”', "``": "''\"”", "''": "''\"",
    "‘": "’'", "'": "'’",
}  # fmt: skip


def _closes(text: str, m: re.Match[str], opener: str, end: int) -> bool:
    mark = m.group()
    if mark not in _CLOSER[opener]:
        return False
    before = text[m.start() - 1]
    after = text[m.end()] if m.end() < end else " "
    if mark in "'’" and len(mark) == 1:  # not an apostrophe
        return not after.isalnum() and not before.isspace()
    if mark == '"' and before.isspace() and after.isalnum():
        return False
    return not (mark == "“" and not after.isspace())


def _worth(mark: str, later: Sequence[re.Match[str]], text: str, end: int) -> bool:
    """A single mark opens a quotation only if one that closes it follows soon."""
    if mark not in ("'", "‘"):
        return True
    return any(_closes(text, m, mark, end) for m in later[:40])
