"""Articles with what the record says about them, marked in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from standoff.views.lookup import Lookup, Row
from standoff.views.marking import Mark, Piece, marks_of, pieces
from standoff.views.speakers import hull


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces that evidence rests on (``start`` is its first code point) or not (None).

    ``opens`` is false where it goes on from the line above.
    """

    start: int | None
    pieces: tuple[Piece, ...]
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """``paragraphs`` hold the whole text but for its line breaks; ``passages`` are the stretches
    that evidence rests on, merged where they overlap. ``copies`` go back to this article."""

    row: Row
    passages: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[Passage, ...], ...]
    copies: tuple[Article, ...] = ()


def articles(record: Lookup) -> list[Article]:
    """Originals in the order of their days, each with its copies."""
    marks, evidence = _annotations(record)
    made = {i: _article(d, marks.get(i, ()), evidence.get(i, ())) for i, d in _documents(record)}
    head = {i: _head(record, i) for i in made}
    found = []
    for i, article in made.items():
        if head[i] == i:
            copies = tuple(a for j, a in made.items() if head[j] == i and j != i)
            found.append(Article(article.row, article.passages, article.paragraphs, copies))
    return found


def _documents(record: Lookup) -> list[tuple[str, Row]]:
    return sorted(record.documents.items(), key=lambda d: (record.published(d[0]), d[0]))


def _head(record: Lookup, document: str) -> str:
    """The article that ``document`` goes back to, as far as the record holds it."""
    seen = {document}
    while True:
        above = record.documents[document].get("duplicate_of")
        if not above or str(above) not in record.documents or str(above) in seen:
            return document
        document = str(above)
        seen.add(document)


def _annotations(
    record: Lookup,
) -> tuple[dict[str, list[Mark]], dict[str, list[tuple[int, int]]]]:
    """Marks and stretches of evidence by document."""
    marks: dict[str, list[Mark]] = {}
    evidence: dict[str, list[tuple[int, int]]] = {}
    for i, r in sorted(record.reports.items()):
        document, trigger = str(r["document"]), r["trigger"]
        marks.setdefault(document, []).append(Mark(trigger["start"], trigger["end"], "trigger", i))
        reach = sorted((r["evidence"]["start"], r["evidence"]["end"], *trigger.values()))
        evidence.setdefault(document, []).append((reach[0], reach[-1]))
    for _, s in sorted(record.statements.items()):
        document = str(s["document"])
        marks.setdefault(document, []).extend(marks_of(s))
        reach_of = hull(s)
        if reach_of:
            evidence.setdefault(document, []).append(reach_of)
    for e in _loose_evidence(record):
        evidence.setdefault(str(e["document"]), []).append((e["start"], e["end"]))
    return marks, evidence


def _loose_evidence(record: Lookup) -> Iterable[Row]:
    for c in record.rows("commitments"):
        yield from (h["evidence"] for h in c["history"])
    for r in record.rows("relations"):
        yield from r["evidence"]


def _article(row: Row, marks: Sequence[Mark], evidence: Sequence[tuple[int, int]]) -> Article:
    text = str(row.get("text") or "")
    inside = [m for m in sorted(set(marks)) if 0 <= m.start < m.end <= len(text)]
    passages = _merged((max(0, a), min(b, len(text))) for a, b in evidence)
    return Article(row, passages, _paragraphs(text, inside, passages))


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(s for s in spans if s[0] < s[1]):
        if out and a < out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)


def _paragraphs(
    text: str, marks: Sequence[Mark], passages: Sequence[tuple[int, int]]
) -> tuple[tuple[Passage, ...], ...]:
    """Cuts the text at line breaks, at the ends of passages, and at the ends of marks."""
    paragraphs = []
    opened: set[int | None] = set()
    for line in _lines(_placed(text, marks, passages)):
        out: list[Passage] = []
        for start, group in groupby(line, key=lambda placed: placed[0]):
            out.append(Passage(start, tuple(p for _, p in group), start not in opened))
            opened.add(start)
        paragraphs.append(tuple(out))
    return tuple(paragraphs)


def _lines(placed: Iterable[tuple[int | None, Piece]]) -> Iterable[list[tuple[int | None, Piece]]]:
    for broken, line in groupby(placed, key=lambda p: p[1].text == "\n"):
        if not broken:
            yield list(line)


def _placed(
    text: str, marks: Sequence[Mark], passages: Sequence[tuple[int, int]]
) -> Iterable[tuple[int | None, Piece]]:
    """The pieces of the text, each with the start of the passage that it stands in."""
    edges = [x for p in passages for x in p]
    for i, c in enumerate(text):
        if c == "\n":
            edges += (i, i + 1)
    following = 0
    for piece in pieces(text, marks, (0, len(text)), edges):
        while following < len(passages) and passages[following][1] <= piece.start:
            following += 1
        here = passages[following] if following < len(passages) else None
        yield (here[0] if here and here[0] <= piece.start else None), piece
