"""Inputs → articles in the record: found, skipped if known, read, stored as they come."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.coding import SMALL, Read, reader, run
from standoff.progress import Progress, Tell
from standoff.types import Refusal
from standoff.workers import Failure, Job

if TYPE_CHECKING:
    from standoff.read.source import Source
    from standoff.record.store import Known, Outcome, Store

BATCH = 32
"""Articles to a transaction, at most: they are written together when they come in quickly."""
_SECONDS = 0.2
"""How long an article waits to be written, at most: so much a killed build loses."""


class Intake:
    """Takes inputs into ``store``. ``read`` and ``already`` count articles; ``refused`` names the
    others. Of the same bytes at several paths one is read, and the smallest path is kept."""

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
        written = time.monotonic()
        for source, result in run(job, sources, jobs, lambda s: len(s.data)):
            if (outcome := self._outcome(source, result)) is not None:
                batch.append(outcome)
            if len(batch) >= BATCH or time.monotonic() - written > _SECONDS:
                self._store.add(batch, self._coded_by)
                batch, written = [], time.monotonic()
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
            if len(waiting) >= BATCH or held > SMALL[1]:
                yield from self._unknown(waiting)
                waiting, held = [], 0
        yield from self._unknown(waiting)

    def _unknown(self, sources: Sequence[Source]) -> Iterator[Source]:
        known = self._store.known({s.digest for s in sources})
        for source in sources:
            before = known.get(source.digest)
            if (met := self._met.setdefault(source.digest, source.path)) != source.path:
                self._repeat(source, met)
            elif before is None or self._may_read(before):
                yield source
                continue
            elif before.status == "refused":
                self.refused.append(Refusal(source.path, before.reason or "refused before"))
            elif before.kept or before.path <= source.path:
                if source.path < before.path:
                    self._store.moved(source.digest, source.path)
                self.already += 1
            else:
                yield source
                continue
            self._done(source)

    def _may_read(self, before: Known) -> bool:
        """Whether this version may read what another one refused."""
        return before.status == "refused" and before.read_by != self._coded_by

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
