"""Inputs → the record: the per-article stages here or on all cores, then all articles together.

Nothing depends on the order in which articles come back. What is stored is what the articles say;
the tables are assembled from that, so a build that was stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from standoff import fingerprint, workers
from standoff.coding import recoder, run
from standoff.intake import BATCH, Intake
from standoff.progress import Progress, Tell
from standoff.types import Refusal
from standoff.workers import Failure, Job

if TYPE_CHECKING:
    from standoff.record.store import Store


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
        reading = Intake(store, coded_by, tell)
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
        if len(batch) >= BATCH:
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
