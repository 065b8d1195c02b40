"""Inputs → the record: the per-article stages here or on all cores, then all articles together.

Nothing depends on the order in which articles come back. What is stored is what the articles say;
the tables are assembled from that, so a build that was stopped goes on where it was.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from standoff import fingerprint, serialise, workers
from standoff.types import Annotations, ArticleInput, Document, Refusal
from standoff.workers import Failure, Job

if TYPE_CHECKING:
    from standoff.read.source import Source
    from standoff.record.store import Outcome, Store
    from standoff.vocab.vocabulary import Vocabulary

A = TypeVar("A")
B = TypeVar("B")

CODED_TEXT = 400_000
"""Code points of an article that are coded; what follows is kept and not coded."""
SMALL = 60, 300_000
"""Articles, bytes: up to here one process is quicker than many that each load the parser."""
_BATCH = 32


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did, and what the record holds after it.

    ``read`` articles are new; ``already`` were known; ``refused`` are named with the reason.
    ``coded_anew`` were stored by another version or vocabulary. The rest counts the whole record:
    ``copies`` repeat another article, ``uncoded`` are in a language that is not supported,
    ``disputes`` are contested events.
    """

    read: int = 0
    already: int = 0
    coded_anew: int = 0
    refused: tuple[Refusal, ...] = ()
    documents: int = 0
    copies: int = 0
    uncoded: int = 0
    actors: int = 0
    events: int = 0
    reports: int = 0
    statements: int = 0
    commitments: int = 0
    disputes: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``done`` articles, and the ``share`` of the input if that is known."""

    stage: str
    done: int
    share: float | None = None


Tell = Callable[[Progress], None]


def build(
    inputs: Sequence[str],
    db: str | Path = "standoff.db",
    jobs: int | None = None,
    vocab: str | Path | None = None,
    progress: Tell | None = None,
) -> BuildSummary:
    """Read ``inputs`` (files, folders, globs, zips, ``-``) into the record at ``db``.

    ``jobs`` processes, by default one for each core. Bad input never raises: it is in the
    summary's ``refused``. Raises ValueError for a bad vocabulary and RecordError for a record
    that can't be opened or written.
    """
    from standoff.record.store import Store
    from standoff.vocab.vocabulary import load

    load(vocab)
    tell = progress or (lambda _: None)
    coded_by = fingerprint.of_annotations(vocab)
    with Store.open(db) as store:
        reading = _Reading(store, coded_by, tell)
        reading.run(inputs, vocab, jobs or workers.cores())
        anew, failed = _code_anew(store, coded_by, vocab, jobs or workers.cores(), tell)
        _assemble(store, vocab, tell)
        summary = _count(store)
    return replace(
        summary,
        read=reading.read,
        already=reading.already,
        coded_anew=anew,
        refused=tuple(sorted((*reading.refused, *failed), key=lambda r: (r.path, r.reason))),
    )


# --- one article ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it goes into the record, its parts as bytes; or why there is none."""

    article: str | None = None
    document: bytes = b""
    annotations: bytes = b""
    refusal: str | None = None


def reader(vocab: str | Path | None) -> Callable[[Source], Read]:
    """The function that reads and codes one source; it loads the parser when first needed."""
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


# --- all articles ---------------------------------------------------------------------------


class _Reading:
    """Discovers, skips what is known, and stores what comes back."""

    def __init__(self, store: Store, coded_by: str, tell: Tell) -> None:
        self.read = self.already = 0
        self.refused: list[Refusal] = []
        self._store, self._coded_by, self._tell = store, coded_by, tell
        self._met: dict[str, str] = {}
        self._smaller: dict[str, Source] = {}
        self._repeats: list[tuple[str, str]] = []
        self._bytes = 0
        self._of: int | None = None

    def run(self, inputs: Sequence[str], vocab: str | Path | None, jobs: int) -> None:
        self._of = _bytes_of(inputs)
        self._through(self._sources(inputs), Job(reader, vocab), jobs)
        self._repeated(vocab)

    def _repeated(self, vocab: str | Path | None) -> None:
        """What was met more than once, now that the first of each is stored or refused."""
        smaller = {s.path: s for s in self._smaller.values()}
        known = self._store.known({digest for digest, _ in self._repeats})
        for digest, path in self._repeats:
            before = known.get(digest)
            if path in smaller:
                continue
            if before is None or before.status == "refused":
                reason = (before and before.reason) or f"failed as {self._met[digest]}"
                self.refused.append(Refusal(path, reason))
            else:
                self.already += 1
        self._met = {}
        self._through(self._unknown([smaller[p] for p in sorted(smaller)]), Job(reader, vocab), 1)

    def _through(self, sources: Iterable[Source], job: Job[Source, Read], jobs: int) -> None:
        batch: list[Outcome] = []
        for source, result in run(job, sources, jobs, lambda s: len(s.data)):
            if (outcome := self._outcome(source, result)) is not None:
                batch.append(outcome)
            if len(batch) >= _BATCH:
                self._store.add(batch, self._coded_by)
                batch = []
            self._done(source)
        self._store.add(batch, self._coded_by)

    def _done(self, source: Source) -> None:
        self._bytes += len(source.data)
        share = min(1.0, self._bytes / self._of) if self._of else None
        self._tell(Progress("reading", self.read + len(self.refused) + self.already, share))

    def _outcome(self, source: Source, result: Read | Failure) -> Outcome | None:
        """What is stored of a source; nothing where another try may go better."""
        from standoff.record.store import Outcome

        if isinstance(result, Failure):
            reason = f"failed while reading: {result.reason}"
            self.refused.append(Refusal(source.path, reason))
            if not result.lasting:
                return None
            return Outcome(source.digest, source.path, reason=reason)
        if result.refusal is not None:
            self.refused.append(Refusal(source.path, result.refusal))
            return Outcome(source.digest, source.path, reason=result.refusal)
        self.read += 1
        return Outcome(
            source.digest, source.path, result.article, result.document, result.annotations
        )

    def _sources(self, inputs: Sequence[str]) -> Iterator[Source]:
        """The sources that are not in the record yet."""
        from standoff.read.discover import discover

        waiting: list[Source] = []
        held = 0
        for found in discover(inputs):
            if isinstance(found, Refusal):
                self.refused.append(found)
                continue
            waiting.append(found)
            held += len(found.data)
            if len(waiting) >= _BATCH or held > SMALL[1]:
                yield from self._unknown(waiting)
                waiting, held = [], 0
        yield from self._unknown(waiting)

    def _unknown(self, sources: Sequence[Source]) -> Iterator[Source]:
        known = self._store.known({s.digest for s in sources})
        for source in sources:
            before = known.get(source.digest)
            if (met := self._met.setdefault(source.digest, source.path)) != source.path:
                self._repeat(source, met)
            elif before is not None and before.status == "refused":
                self.refused.append(Refusal(source.path, before.reason or "refused before"))
            elif before is not None and (before.kept or before.path <= source.path):
                if source.path < before.path:
                    self._store.moved(source.digest, source.path)
                self.already += 1
            else:
                yield source
                continue
            self._done(source)

    def _repeat(self, source: Source, met: str) -> None:
        self._repeats.append((source.digest, source.path))
        if source.path < met:
            self._met[source.digest] = source.path
            self._smaller[source.digest] = source


def _bytes_of(inputs: Sequence[str]) -> int | None:
    """The size of the inputs; None where it can't be told without reading them."""
    total = 0
    for given in inputs:
        path = Path(given)
        if given == "-" or not path.exists():
            return None
        for root, _, names in os.walk(path) if path.is_dir() else [(path.parent, (), [path.name])]:
            for name in names:
                if name.endswith(".zip"):
                    return None
                with suppress(OSError):
                    total += (Path(root) / name).stat().st_size
    return total


def _code_anew(
    store: Store, coded_by: str, vocab: str | Path | None, jobs: int, tell: Tell
) -> tuple[int, list[Refusal]]:
    """Code again what another version or vocabulary coded, so that the record is of one piece."""
    done, failed = 0, []
    batch: list[tuple[str, bytes]] = []
    stored = store.coded_otherwise(coded_by)
    for (article, _), said in run(Job(recoder, vocab), stored, jobs, lambda s: len(s[1]) * 3):
        if isinstance(said, Failure):
            failed.append(Refusal(article, f"failed while it was coded anew: {said.reason}"))
            continue
        batch.append((article, said))
        done += 1
        if len(batch) >= _BATCH:
            store.recode(batch, coded_by)
            batch = []
        tell(Progress("coding anew", done))
    if batch:
        store.recode(batch, coded_by)
    return done, failed


def _assemble(store: Store, vocab: str | Path | None, tell: Tell) -> None:
    from standoff.merge.assemble import Article, assemble
    from standoff.pipeline import on_the_calendar
    from standoff.record.store import ASSEMBLED

    made_by = fingerprint.of_package()
    if store.meta().get(ASSEMBLED) == made_by:
        return
    tell(Progress("assembling", 0))
    articles = [Article(d, a) for d, a in store.articles()]
    meta = {ASSEMBLED: made_by, **fingerprint.versions(vocab)}
    store.replace(assemble(articles, on_the_calendar), meta)


def _count(store: Store) -> BuildSummary:
    meta = store.meta()
    counts = store.counts()

    def count(table: str) -> int:
        return int(meta.get(f"count.{table}", 0))

    return BuildSummary(
        documents=count("documents"),
        copies=counts["copies"],
        uncoded=counts["uncoded"],
        actors=count("actors"),
        events=count("events"),
        reports=count("reports"),
        statements=count("statements"),
        commitments=count("commitments"),
        disputes=counts["disputes"],
    )
