"""Kill a build twenty times at random moments, let it end, and compare the record byte by byte.

    python -m bench.kill [--kills 20] [--seed 1] [INPUT...]

Without inputs it builds the demo's examples, several times over. Exit code 1 if a byte differs.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import signal
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

import standoff
from standoff import export
from standoff.record.tables import EXPORTS

_BUILD = (
    "import sys, standoff, standoff.coding; standoff.coding.SMALL = (0, 0); "
    "standoff.build(sys.argv[2:], db=sys.argv[1])"
)


def digests(db: Path) -> dict[str, str]:
    """A digest of each table of the record."""
    out = {}
    with standoff.open(db) as record:
        for table in EXPORTS:
            held = io.BytesIO()
            export.write(table, record.rows(table), "jsonl", held)
            out[table] = hashlib.sha256(held.getvalue()).hexdigest()
    return out


def examples(folder: Path, times: int) -> list[str]:
    """The demo's dispatches, ``times`` over, each time with another last line."""
    for entry in files("standoff").joinpath("examples").iterdir():
        if entry.name.endswith(".txt"):
            for n in range(times):
                text = entry.read_text(encoding="utf-8") + f"\nCopy number {n}.\n"
                (folder / f"{n}-{entry.name}").write_text(text, encoding="utf-8")
    return [str(folder)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("inputs", nargs="*")
    asked = parser.parse_args()
    lots = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "in").mkdir()
        inputs = asked.inputs or examples(folder / "in", 40)
        whole, killed = folder / "whole.db", folder / "killed.db"
        command = [sys.executable, "-c", _BUILD]
        began = time.monotonic()
        subprocess.run([*command, str(whole), *inputs], check=True)
        length = time.monotonic() - began
        hits, held = 0, []
        while hits < asked.kills:
            process = subprocess.Popen([*command, str(killed), *inputs])
            try:
                process.wait(lots.uniform(0.2, 0.9) * length)
                killed.unlink()  # it came to its end: begin again
                continue
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            hits += 1
            held.append(_articles(killed))
        subprocess.run([*command, str(killed), *inputs], check=True)
        wanted, got = digests(whole), digests(killed)
    wrong = [table for table in wanted if wanted[table] != got[table]]
    print(f"killed {hits} times, with {', '.join(map(str, held))} articles stored")
    print(f"tables that differ: {', '.join(wrong) or 'none'} of {len(wanted)}")
    return 1 if wrong else 0


def _articles(db: Path) -> int:
    from standoff.record.opening import RecordError
    from standoff.record.store import Store

    try:
        with Store.open(db, read_only=True) as store:
            return sum(1 for _ in store.articles())
    except RecordError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
