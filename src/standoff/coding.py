"""One article → what is said of it; and that over many, here or on all cores."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from standoff import serialise, workers
from standoff.types import Annotations, ArticleInput, Document, Refusal
from standoff.workers import Failure, Job

if TYPE_CHECKING:
    from standoff.read.source import Source
    from standoff.vocab.vocabulary import Vocabulary

A = TypeVar("A")
B = TypeVar("B")

CODED_TEXT = 400_000
"""Code points of an article that are coded; what follows is kept and not coded."""
SMALL = 60, 300_000
"""Articles, bytes: up to here one process is quicker than many that each load the parser."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it goes into the record, its parts as bytes; or why there is none."""

    article: str | None = None
    document: bytes = b""
    annotations: bytes = b""
    refusal: str | None = None


def reader(vocab: str | Path | None) -> Callable[[Source], Read]:
    """The function that reads and codes one source; it loads the parser when first needed."""
    import standoff.pipeline  # noqa: F401  (if a stage is broken, no article is to blame)
    from standoff.read import read_source

    def read(source: Source) -> Read:
        found = read_source(source)
        if isinstance(found, Refusal):
            return Read(refusal=found.reason)
        try:
            document = serialise.dump(found)
        except UnicodeEncodeError:
            return Read(refusal="its text is not valid Unicode")
        return Read(found.id, document, serialise.dump(code(found, vocab)))

    return read


def recoder(vocab: str | Path | None) -> Callable[[tuple[str, bytes]], bytes]:
    """The function that codes one stored document again."""

    def again(stored: tuple[str, bytes]) -> bytes:
        return serialise.dump(code(serialise.load(Document, stored[1]), vocab))

    return again


def code(document: Document, vocab: str | Path | None) -> Annotations:
    """What the stages say of ``document``: nothing, if its language is not supported."""
    if document.language != "en":
        return Annotations()
    from standoff.vocab.vocabulary import load

    days = document.published.days
    return code_article(
        ArticleInput(document.id, document.text, days, document.outlet), load(vocab)
    )


def code_article(article: ArticleInput, vocab: Vocabulary) -> Annotations:
    """What the stages say of the first ``CODED_TEXT`` code points of ``article``."""
    from standoff.pipeline import annotate_article

    return annotate_article(replace(article, text=article.text[:CODED_TEXT]), vocab)


def run(
    job: Job[A, B],
    things: Iterable[A],
    jobs: int,
    size: Callable[[A], int],
    ordered: bool = False,
) -> Iterator[tuple[A, B | Failure]]:
    """``things`` with their results; on ``jobs`` processes if there are enough of them."""
    left = iter(things)
    first: list[A] = []
    if jobs > 1:
        held = 0
        for thing in left:
            first.append(thing)
            held += size(thing)
            if len(first) > SMALL[0] or held > SMALL[1]:
                whole = itertools.chain(first, left)
                return (yield from workers.spread(job, whole, jobs, ordered))
    return (yield from workers.here(job, itertools.chain(first, left)))
