"""The parts of the docs that the program prints: ``docs/commands.md``, an event in README.md.

    python -m bench.docs [--check] [--figures]

``--check`` writes nothing; it leaves 1 where ``docs/commands.md`` is not current. ``--figures``
measures the record's quality too, and puts it into README.md's table (needs the development data).
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import typer.main

import standoff
from bench.shared import ROOT
from standoff.cli import app

README = ROOT / "README.md"
PAGE = ROOT / "docs" / "commands.md"
HEAD = """\
# Commands

What `--help` says of each, printed by `python -m bench.docs`; a test fails when it is not current.
Results go to standard output, everything else to standard error. `build` and `annotate` leave 0,
or 1 if some inputs were refused (each is named, with the reason); every command leaves 2 if it
could not be done. With `STANDOFF_TRACEBACK=1` an error shows where in the program it comes from.
"""
# The rows of README.md's table, by how they begin, and the scorer's name for what they hold.
FIGURES = {
    "events found": "events: F1",
    "… with type": "full: F1",
    "actor right": "actor right",
    "recipient right": "recipient right",
    "day right": "date right",
    "day stated and wrong": "date wrong",
    "place right": "place right",
    "status right": "status right",
    "statements found": "statements: F1",
    "speaker right": "speaker right",
    "reports of one event": "linking: F1",
    "disputed events": "contested: F1",
    "figures (": "figures: F1",
    "commitments": "commitments: F1",
    "relations": "relations: F1",
}
_SHOWN = re.compile(r"(?<=^```console\n)\$ standoff show .*?(?=^```$)", re.M | re.S)


def commands() -> list[str]:
    """The names of all commands, in the order of the help."""
    return list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def page() -> str:
    """``docs/commands.md``, as it should stand."""
    parts = [HEAD, f"```text\n{_run('--help')}```\n"]
    parts += [f"## {name}\n\n```text\n{_run(name, '--help')}```\n" for name in commands()]
    return "\n".join(parts)


def _run(*arguments: str, cwd: Path | None = None) -> str:
    env = dict(os.environ, COLUMNS="90", TERMINAL_WIDTH="90", NO_COLOR="1")
    command = [sys.executable, "-m", "standoff", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env, cwd=cwd)
    lines = (line.rstrip() for line in done.stdout.strip().splitlines())
    return "\n".join(lines).replace("python -m standoff", "standoff") + "\n"


def shown() -> str:
    """``standoff show`` of a disputed event of the demo, the one with least to read."""
    with tempfile.TemporaryDirectory() as scratch:
        _run("demo", "--quiet", cwd=Path(scratch))
        with standoff.open(Path(scratch) / "demo" / "standoff.db") as record:
            event = min(filter(_telling, record.rows("events")), key=_length)
        command = f"standoff show {event['id']} --db demo/standoff.db"
        return f"$ {command}\n{_run(*command.split()[1:], cwd=Path(scratch))}"


def _telling(event: dict[str, object]) -> bool:
    """An attack that one party denies and another does not."""
    positions = event["positions"]
    assert isinstance(positions, list)
    denying = {p["who"] for p in positions if p["stance"] == "denies"}
    others = {p["who"] for p in positions} - denying
    return bool(event["type"] == "ASSAULT" and denying and others)


def _length(event: dict[str, object]) -> tuple[int, str]:
    parts = (event[name] for name in ("reports", "positions", "actor", "recipient"))
    return sum(len(p) for p in parts if isinstance(p, list)), str(event["id"])


def with_figures(readme: str) -> str:
    """``readme`` with its table measured anew, and the two figures on rough text below it."""
    from bench.record import CLEAN, ROUGH, build_tables, inputs, mean, score, write

    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        for cluster in (*CLEAN, *ROUGH):
            write(build_tables(inputs(cluster)), Path(scratch) / cluster)
            results[cluster] = score(cluster, Path(scratch) / cluster)
    for label, key in FIGURES.items():
        value = mean([results[c] for c in CLEAN], key)
        row = re.compile(rf"^(\| {re.escape(label)}[^|]*\| )[^|]*?( \|)", re.M)
        readme = row.sub(lambda m, v=value: f"{m[1]}{v:.2f}{m[2]}", readme)  # type: ignore[misc]
    rough = [mean([results[c] for c in ROUGH], key) for key in ("events: F1", "full: F1")]
    found = re.compile(r"(does worse: events )[\d.]+(,\s+with type, parties and day right )\d\.\d+")
    return found.sub(lambda m: f"{m[1]}{rough[0]:.2f}{m[2]}{rough[1]:.2f}", readme)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--figures", action="store_true")
    o = ap.parse_args()
    made = page()
    if o.check:
        sys.exit(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made)
    PAGE.write_text(made, encoding="utf-8")
    event = shown()
    readme = README.read_text(encoding="utf-8")
    readme = _SHOWN.sub(lambda _: event, readme)
    README.write_text(with_figures(readme) if o.figures else readme, encoding="utf-8")


if __name__ == "__main__":
    main()
