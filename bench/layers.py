"""Each layer alone, as ``standoff annotate`` gives it, against its own gold set.

python -m bench.layers [times] [statements] [events]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.shared import GOLD

SETS: dict[str, list[tuple[str, Path]]] = {
    "times": [
        ("TimeBank", GOLD / "time" / "te3_timebank.jsonl"),
        ("AQUAINT", GOLD / "time" / "te3_aquaint.jsonl"),
        ("WikiWars even", GOLD / "time" / "wikiwars_even.jsonl"),
        ("tweets", GOLD / "time" / "tweets_train.jsonl"),
    ],
    "statements": [("PolNeAR dev", GOLD / "statements" / "polnear_dev.jsonl")],
    "events": [
        ("PLV train (pairs)", GOLD / "events" / "plv_train.jsonl"),
        ("ICBe train", GOLD / "events" / "icbe_train.jsonl"),
    ],
}
_SCORER = {"times": ["score_time.py"], "statements": ["score_statements.py"]}


def run(layer: str, gold: Path, scratch: Path) -> str:
    """The scorer's own print for what ``standoff annotate`` says about the gold file."""
    out = scratch / f"{gold.stem}.jsonl"
    command = [sys.executable, "-m", "standoff", "annotate", str(gold), "-o", str(out)]
    subprocess.run([*command, "--layers", layer, "--quiet"], check=False)
    scorer = _SCORER.get(layer) or (
        ["score_events.py", "pairs"] if "plv" in gold.stem else ["score_events.py", "events"]
    )
    found = subprocess.run(
        [sys.executable, str(GOLD / scorer[0]), *scorer[1:], str(gold), str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout


def main(layers: Sequence[str] = ()) -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("layers", nargs="*", default=list(SETS))
    o = ap.parse_args(layers or None)
    with tempfile.TemporaryDirectory() as scratch:
        for layer in o.layers:
            for name, gold in SETS[layer]:
                print(f"--- {layer}: {name}")
                print(run(layer, gold, Path(scratch)))


if __name__ == "__main__":
    main()
