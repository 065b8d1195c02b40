"""Text of articles, names of files and ids never steer the terminal, nor a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from standoff.cli.terminal import safe, safe_lines
from standoff.export.delimited import write as write_csv
from standoff.record.store import DERIVED, Store
from standoff.views.sampling import sheet
from tests.record.rows import HOSTILE, row, tables

# What must never reach a terminal from a text; Rich's own colours are other sequences.
RAW = ("\x1b[31m", "\x07", "\u202e", "\x1b]0;", "\x9b", "\x08")
TEXT = f"{HOSTILE} \x1b]0;title\x07 \x9b31m \u2066 \x08 [red]not markup[/red] :smile: end."

pty = pytest.importorskip("pty")


def on_a_terminal(*arguments: str, cwd: Path) -> str:
    """What ``standoff`` writes to a terminal: output and errors."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "standoff", *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "300"},
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:
            break
        if not part:
            break
        said += part
    process.wait()
    os.close(ours)
    return said.decode()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile")
    made: dict[str, list[dict[str, Any]]] = tables(TEXT)
    for name in ("actors", "events", "reports", "statements", "documents", "commitments"):
        for r in made[name]:
            r.update(_within(r))
    made["events"][0]["contested"] = True
    held = {"document": "1", "start": 0, "end": 20}
    made["actors"][0]["mentions"] = [held]
    made["commitments"][0]["history"] = [
        {"status": TEXT, "by": ["1", TEXT], "date": None, "evidence": held}
    ]
    for p in made["events"][0]["positions"]:
        p.update(reports=["1"], statements=["1"])
    for f in made["events"][0]["figures"]:
        f.update(reports=["1"])
    with Store.open(path / "standoff.db") as store:
        store.replace(made, {})
    return path


def _within(r: dict[str, Any]) -> dict[str, Any]:
    spans = {
        "trigger": {"start": 4, "end": 9},
        "evidence": {"start": 0, "end": 30},
        "source": {"start": 0, "end": 3},
        "cue": {"start": 4, "end": 9},
        "content": [{"start": 10, "end": 30}],
    }
    return {k: v for k, v in spans.items() if k in r}


COMMANDS = [
    *(("show", "1", "--db", f"only-{t}.db") for t in ("events", "reports", "actors")),
    *(("show", "1", "--db", f"only-{t}.db") for t in ("statements", "commitments", "documents")),
    ("show", "1", "--json"),
    *(("export", t, "-f", f) for t in ("documents", "events", "reports") for f in ("csv", "jsonl")),
    *(("sample", "3", "--table", t) for t in ("reports", "events", "statements")),
    ("show", "x\x1b[31m\x07\u202e\x08"),
    ("export", "events", "--db", "x\x1b[31m\x07\u202e\x08"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c).encode().hex()[:40])
def test_nothing_raw_reaches_the_terminal(command: tuple[str, ...], record: Path) -> None:
    if "--db" in command and command[-1].startswith("only-"):
        command = ("show", _unlike(record, command[-1]), "--db", command[-1])
    said = on_a_terminal(*command, cwd=record)
    assert said.strip() and "Traceback" not in said
    assert [raw for raw in RAW if raw in said] == []
    if command[0] in ("export", "sample") and "--db" not in command:
        assert "[red]not markup[/red]" in said and ":smile:" in said


def _unlike(record: Path, name: str) -> str:
    """A record in which only one table has the id "1shown"; its rows name the others' "1"."""
    table = name.removeprefix("only-").removesuffix(".db")
    with Store.open(record / "standoff.db", read_only=True) as store:
        made = {t: list(store.rows(t)) for t in DERIVED}
    made[table] = [*made[table], {**made[table][0], "id": "1shown"}]
    with Store.open(record / name) as store:
        store.replace(made, {})
    return "1shown"


def test_a_card_shows_markup_as_it_stands(record: Path) -> None:
    said = on_a_terminal("show", _unlike(record, "only-events.db"), "--db", "only-events.db",
                         cwd=record)  # fmt: skip
    assert "[red]not markup[/red]" in said and ":smile:" in said


def test_names_of_files_are_harmless(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\x07\u202e.txt").write_text("")
    (tmp_path / os.fsdecode(b"b\xff\x9b.txt")).write_text("")
    for command in (("build", "."), ("annotate", ".")):
        said = on_a_terminal(*command, cwd=tmp_path)
        assert "refused" in said
        assert [raw for raw in RAW if raw in said] == []


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Spain praised Greece on Monday. " * 3)
    assert "articles read" in on_a_terminal("build", "a.txt", cwd=tmp_path)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\n=1"])
def test_no_cell_is_run(cell: str) -> None:
    out = io.BytesIO()
    write_csv("actors", [{**row("actors", "1"), "name": cell, "aliases": [cell]}], out)
    (read,) = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert read["name"] == "'" + cell and read["aliases"] == "'" + cell
    held = dict.fromkeys(
        ("id", "source", "sentence", "trigger", "speaker", "act", "content", "quotation",
         "right_speaker", "right_act", "right_content", "note"), cell
    )  # fmt: skip
    (read,) = csv.DictReader(io.StringIO(sheet("statements", [held]).decode("utf-8-sig")))
    assert all(not v.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for v in read.values())


def test_numbers_stay_numbers() -> None:
    out = io.BytesIO()
    write_csv("places", [{**row("places", "1"), "longitude": -3.7}], out)
    (read,) = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert float(read["longitude"]) == -3.7


def test_a_bar_in_a_list_can_be_told_from_a_joint() -> None:
    out = io.BytesIO()
    write_csv("actors", [{**row("actors", "1"), "aliases": ["a|b", "c\\"]}], out)
    (read,) = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert read["aliases"] == "a\\|b|c\\\\"


def test_safe_keeps_what_is_harmless() -> None:
    text = "Ünïcode — “quotes” 中文 עברית 🙂 [x]"
    assert safe(text) == text and safe_lines(text) == text
    assert safe("a\nb\tc") == "a b c" and safe_lines("a\nb\tc\r") == "a\nb\tc "
    assert not any(raw in safe(TEXT) + safe_lines(TEXT) for raw in RAW)
