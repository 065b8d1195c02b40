"""Quality of the whole record, each cluster alone: builds it and runs the record scorer.

    python -m bench.record [CLUSTER ...] [--errors N] [--keep DIR]

Runs the same stages as ``standoff build``, in memory, without a database.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.shared import GOLD, ROOT, scorer
from standoff.merge import Article, Tables, assemble
from standoff.pipeline import annotate_article, on_the_calendar
from standoff.read import discover, read_source
from standoff.types import Annotations, ArticleInput, Document
from standoff.vocab.vocabulary import load

CLEAN = ("pahalgam", "homs", "wikinews")
ROUGH = ("voa", "khan-shaykhun")
HOMES = {
    "retold": ROOT / "bench" / "frozen" / "retold",
    "news": ROOT / "bench" / "coded",
    "news-held": ROOT / "bench" / "coded",
    "news-fresh": ROOT / "bench" / "coded",
}
"""Where the clusters of the repository lie; all others are the shared gold record's."""


def inputs(cluster: str) -> list[str]:
    """What is fed in for a cluster: its feed where there is one, else its plain files."""
    home = HOMES.get(cluster, GOLD / "record")
    feed = home / f"{cluster}.input.jsonl"
    return [str(feed if feed.exists() else home / "texts" / cluster)]


def build_tables(paths: Sequence[str]) -> Tables:
    """The tables of a record of ``paths``, built in memory."""
    vocab = load()
    articles = {}
    for source in discover(paths):
        document = read_source(source) if not hasattr(source, "reason") else source
        if not isinstance(document, Document):
            print(f"refused: {document.path}: {document.reason}")
            continue
        annotations = (
            annotate_article(
                ArticleInput(document.id, document.text, document.published.days, document.outlet),
                vocab,
            )
            if document.language == "en"
            else Annotations()
        )
        articles[document.id] = Article(document, annotations)
    return assemble(articles.values(), on_the_calendar)


def write(tables: Tables, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as f:
            f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(cluster: str, folder: Path, errors: int = 0) -> dict[str, object]:
    """The record scorer's figures for ``folder``, an export of ``cluster``."""
    module = scorer("score")
    home = HOMES.get(cluster, GOLD / "record")
    gold = json.loads((home / f"{cluster}.json").read_text(encoding="utf-8"))
    counts = module.evaluate(gold, home / "texts", module.Record(folder), errors)
    figures: dict[str, object] = module.figures(counts)
    return figures


def mean(rows: Sequence[dict[str, object]], key: str) -> float | None:
    values = [v for r in rows if isinstance(v := r[key], int | float)]
    return sum(values) / len(values) if values else None


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("clusters", nargs="*", default=[*CLEAN, *ROUGH])
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--keep", type=Path)
    o = ap.parse_args()
    results: dict[str, dict[str, object]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for cluster in o.clusters:
            folder = (o.keep or Path(scratch)) / cluster
            write(build_tables(inputs(cluster)), folder)
            results[cluster] = score(cluster, folder, o.errors)
    clean = [results[c] for c in o.clusters if c in CLEAN]
    print(f"{'':26}" + "".join(f"{c:>14}" for c in o.clusters) + f"{'CLEAN MEAN':>14}")
    for key in next(iter(results.values())):
        cells = [str(results[c][key]) if results[c][key] is not None else "-" for c in o.clusters]
        average = mean(clean, key)
        cells.append(f"{average:.3f}" if average is not None else "-")
        print(f"{key:26}" + "".join(f"{c:>14}" for c in cells))


if __name__ == "__main__":
    main()
