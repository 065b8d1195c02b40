"""Quality and speed in one table, beside the peers' figures: ``make bench``.

    python -m bench [--quick]

Needs the development data (``bench/shared.py`` says where they are looked for).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import layers, speed
from bench.record import CLEAN, ROUGH, build_tables, inputs, mean, score, write
from bench.shared import GOLD

# Published beside the gold data: a list of 100 verbs on spaCy's parse, and a second careful reader.
PEERS: dict[str, tuple[str, str]] = {
    "events: F1": ("0.65", "0.95"),
    "full: F1": ("0.02", "0.89"),
    "actor right": ("0.35", "0.96"),
    "recipient right": ("0.30", "0.90"),
    "place right": ("0", "0.91"),
    "status right": ("0.76", "0.89"),
    "date right": ("0.34", "0.98"),
    "date wrong": ("0.26", "0.02"),
    "statements: F1": ("0.46", "0.93"),
    "speaker right": ("0.61", "1.00"),
    "act right": ("0.81", "0.98"),
    "quotation right": ("0.58", "1.00"),
    "linking: F1": ("0", "0.75"),
    "contested: F1": ("0", "0.67"),
    "figures: F1": ("0", "0.74"),
    "positions found": ("0", "0.42"),
    "commitments: F1": ("0", "0.64"),
    "relations: F1": ("0", "0.85"),
}
CODED = (
    *("events: F1", "full: F1", "actor right", "recipient right", "place right"),
    *("date right", "date wrong", "status right", "figures: F1", "linking: F1"),
)
# How the peers do on the layers' own sets; see the sources named in docs/method.md.
LAYER_PEERS = {
    "times": "value F1 of HeidelTime (GPL, Java): TimeBank 79.5, AQUAINT 72.9, WikiWars 82.7; "
    "SUTime 68.7, 67.5, 46.8",
    "statements": "content F1 / triple F1 on PolNeAR test: cue list .53/.39, citron .55/.47, "
    "fine-tuned MiniLM .71/.55, people .78/.71",
    "events": "PLV test, pair given: 355M-parameter NLI .821 type / .892 quad, "
    "TF-IDF+SVM .714/.831; ICBe: always yes .70 event F1, verb list .07 tuple F1",
}


def quality(console: Console) -> None:
    results = {}
    clusters = [*CLEAN, *ROUGH, "retold"]
    with tempfile.TemporaryDirectory() as scratch:
        for cluster in clusters:
            folder = Path(scratch) / cluster
            write(build_tables(inputs(cluster)), folder)
            results[cluster] = score(cluster, folder)
    table = Table(title="Quality of the record, each cluster built and scored alone")
    table.add_column("measure")
    for name in (*CLEAN, "clean mean", "verb list", "second reader", *ROUGH, "frozen retold"):
        table.add_column(name, justify="right")
    for key in results[CLEAN[0]]:
        average = mean([results[c] for c in CLEAN], key)
        peer = PEERS.get(key, ("", ""))
        cells = [_cell(results[c][key]) for c in CLEAN]
        cells += [f"{average:.3f}" if average is not None else "-", *peer]
        cells += [_cell(results[c][key]) for c in (*ROUGH, "retold")]
        table.add_row(key, *cells)
    console.print(table)


def unread(console: Console) -> None:
    """The coded articles of other news: one that was read for its errors, two that were not."""
    names = ("news", "news-held", "news-fresh")
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in names:
            write(build_tables(inputs(name)), Path(scratch) / name)
            results[name] = score(name, Path(scratch) / name)
    table = Table(title="Coded articles of other news (bench/coded)")
    for name in ("measure", *names):
        table.add_column(name, justify="left" if name == "measure" else "right")
    for key in CODED:
        table.add_row(key, *(_cell(results[name][key]) for name in names))
    console.print(table)


def _cell(value: object) -> str:
    return "-" if value is None else str(value)


def cpu(console: Console, runs: int) -> None:
    table = Table(title="User CPU of a whole build, one process, beside bare default spaCy")
    for name in ("articles", "words", "build s", "bare spaCy s", "ratio", "words/s"):
        table.add_column(name, justify="right")
    for name, texts in speed.corpora().items():
        t = speed.measure(name, texts, runs)
        table.add_row(
            f"{name} ({len(texts)})",
            f"{t.words:,}",
            f"{t.build:.2f}",
            f"{t.bare:.2f}",
            f"{t.ratio:.2f}",
            f"{t.words / t.build:,.0f}",
        )
    console.print(table)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--quick", action="store_true", help="the record and its CPU only, one run")
    o = ap.parse_args()
    console = Console(width=170)
    if not GOLD.exists():
        console.print(f"No development data at {GOLD}: nothing to measure against.")
        sys.exit(2)
    quality(console)
    unread(console)
    cpu(console, 1 if o.quick else 3)
    if not o.quick:
        for layer, peers in LAYER_PEERS.items():
            console.print(f"[bold]{layer}[/bold]  {peers}")
            layers.main([layer])
        for module in ("time_errors", "anchored", "denials"):
            console.print(f"[bold]bench.{module}[/bold]")
            subprocess.run([sys.executable, "-m", f"bench.{module}"], check=True)


if __name__ == "__main__":
    main()
