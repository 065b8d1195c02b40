"""The commands as a user runs them: what they print, where, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dispatches import TEXTS, folder, lines

COMMANDS = ("build", "export", "show", "annotate", "sample", "demo")


class Ran:
    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()


def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> Ran:
    environment = {k: v for k, v in os.environ.items() if k != "STANDOFF_TRACEBACK"}
    command = [sys.executable, "-m", "standoff", *arguments]
    done = subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, check=False, env=environment
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Ran(done)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``standoff.db``, built from the dispatches with their metadata."""
    path = tmp_path_factory.mktemp("a record")
    lines(path / "x.jsonl")
    assert run("build", "x.jsonl", cwd=path).code == 0
    return path


def rows(ran: Ran) -> list[dict[str, object]]:
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


# --- build ----------------------------------------------------------------------------------


def test_build_and_again(tmp_path: Path) -> None:
    folder(tmp_path / "in")
    first = run("build", "in", "--json", cwd=tmp_path)
    assert first.code == 0 and first.err == ""
    assert json.loads(first.out)["read"] == 4
    again = run("build", "in", "--json", cwd=tmp_path)
    assert json.loads(again.out)["already"] == 4


def test_build_prints_a_summary(tmp_path: Path) -> None:
    folder(tmp_path / "in")
    (tmp_path / "in" / "none.txt").write_text(" \n")
    ran = run("build", "in", "--db", "other.db", cwd=tmp_path)
    assert ran.code == 1
    assert (tmp_path / "other.db").exists()
    lines_of = {" ".join(line.split()[:-1]): line.split()[-1] for line in ran.out.splitlines()}
    assert lines_of["articles read"] == "4"
    assert "in/none.txt" in ran.err
    for word in ("refused", "already read", "copies", "events", "statements", "disputes"):
        assert word in ran.out


def test_build_quietly_still_names_what_it_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    ran = run("build", "a.txt", "gone.txt", "--quiet", cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "gone.txt: no such file" in ran.err


def test_build_from_standard_input(tmp_path: Path) -> None:
    ran = run("build", "-", "--json", cwd=tmp_path, stdin=TEXTS[0].encode())
    assert ran.code == 0 and json.loads(ran.out)["read"] == 1


# --- export ---------------------------------------------------------------------------------


def test_export_jsonl_is_sorted_and_the_same_twice(built: Path) -> None:
    one = run("export", "reports", cwd=built)
    ids = [str(r["id"]) for r in rows(one)]
    assert ids == sorted(ids) and len(ids) > 2
    assert run("export", "reports", cwd=built).raw == one.raw


def test_export_csv_is_flat(built: Path) -> None:
    reports = {r["id"]: r for r in rows(run("export", "reports", cwd=built))}
    ran = run("export", "reports", "--format", "csv", cwd=built)
    for row in csv.DictReader(io.StringIO(ran.out, newline="")):
        report = reports[row["id"]]
        trigger, date = report["trigger"], report["date"]
        assert int(row["trigger.start"]) == trigger["start"]  # type: ignore[index]
        assert row["date.earliest"] == (date["earliest"] if date else "")  # type: ignore[index]
        assert row["actor"] == "|".join(report["actor"])  # type: ignore[arg-type]
        assert row["hedged"] == str(report["hedged"]).lower()


def test_export_to_a_file_leaves_no_half(built: Path, tmp_path: Path) -> None:
    ran = run("export", "events", "-f", "parquet", "-o", str(tmp_path / "e.parquet"), cwd=built)
    assert (ran.code, ran.out) == (0, "")
    assert [p.name for p in tmp_path.iterdir()] == ["e.parquet"]
    parquet = pytest.importorskip("pyarrow.parquet")
    held = parquet.read_table(tmp_path / "e.parquet").to_pylist()
    assert held == rows(run("export", "events", cwd=built))


def test_export_dyads_with_options(built: Path) -> None:
    options = ("--level", "actor", "--period", "day")
    assert run("export", "dyads", *options, cwd=built).code == 0
    ran = run("export", "events", "--period", "day", cwd=built)
    assert ran.code == 2 and "for the table dyads" in ran.err


# --- show -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table", ["events", "reports", "actors", "statements", "commitments", "documents"]
)
def test_show_everything(built: Path, table: str) -> None:
    found = rows(run("export", table, cwd=built))
    assert found, f"the dispatches should give some {table}"
    ran = run("show", str(found[0]["id"]), cwd=built)
    assert ran.code == 0 and str(found[0]["id"]) in ran.out
    as_json = run("show", str(found[0]["id"]), "--json", cwd=built)
    assert json.loads(as_json.out) == {"table": table, "row": found[0]}


def test_show_marks_the_trigger_in_its_sentence(built: Path) -> None:
    texts = {d["id"]: str(d["text"]) for d in rows(run("export", "documents", cwd=built))}
    for event in rows(run("export", "events", cwd=built)):
        shown = run("show", str(event["id"]), cwd=built).out
        for report in event["reports"]:  # type: ignore[attr-defined]
            (row,) = [r for r in rows(run("export", "reports", cwd=built)) if r["id"] == report]
            trigger = row["trigger"]
            words = texts[row["document"]][trigger["start"] : trigger["end"]]  # type: ignore[index]
            assert f"«{words}»" in shown
            assert str(report) in shown
        break


def test_show_by_the_beginning_of_an_id(built: Path) -> None:
    event = str(rows(run("export", "events", cwd=built))[0]["id"])
    assert event in run("show", event[:10], cwd=built).out
    several = run("show", "e-", cwd=built)
    assert several.code == 2 and "several ids begin with" in several.err
    unknown = run("show", "zzz", cwd=built)
    assert unknown.code == 2 and "nothing in the record has the id 'zzz'" in unknown.err


# --- annotate -------------------------------------------------------------------------------


def test_annotate_counts_in_the_text_as_given(tmp_path: Path) -> None:
    # Decomposed accents, carriage returns, an emoji, odd spaces: all count as they stand.
    text = "\ufeff Cafe\u0301 \U0001f600\r\n\r\nFrance\u00a0attacked Germany on Tuesday.\x07\r\n"
    line = {"id": "a", "text": text, "published": "2021-05-05T08:00:00Z"}
    ran = run("annotate", "-", cwd=tmp_path, stdin=json.dumps(line).encode())
    (said,) = rows(ran)
    (time,) = said["times"]  # type: ignore[misc]
    assert text[time["start"] : time["end"]] == "Tuesday"  # type: ignore[index]
    assert time["value"] == "2021-05-04"  # type: ignore[index]
    (event,) = said["events"]  # type: ignore[misc]
    start, end = event["trigger"]  # type: ignore[index]
    assert text[start:end] == "attacked"


def test_annotate_gives_what_the_contract_says(tmp_path: Path) -> None:
    lines(tmp_path / "x.jsonl")
    found = rows(run("annotate", "x.jsonl", cwd=tmp_path))
    assert [f["id"] for f in found] == ["x0", "x1", "x2", "x3"]
    for line in found:
        assert list(line) == ["id", "times", "statements", "events"]
    times = [t for f in found for t in f["times"]]  # type: ignore[attr-defined]
    assert {*times[0]} == {"start", "end", "type", "value", "earliest", "latest", "anchor"}
    statements = [s for f in found for s in f["statements"]]  # type: ignore[attr-defined]
    assert {*statements[0]} == {"source", "cue", "content", "act", "quotation"}
    events = [e for f in found for e in f["events"]]  # type: ignore[attr-defined]
    names = "trigger type mode actor recipient actor_country recipient_country date place status"
    assert {*events[0]} == set(names.split())
    assert any(e["actor_country"] for e in events)


def test_annotate_some_layers(tmp_path: Path) -> None:
    ran = run("annotate", "-", "--layers", "times, events", cwd=tmp_path, stdin=b"In May 2020.")
    assert [*rows(ran)[0]] == ["id", "times", "events"]
    wrong = run("annotate", "-", "--layers", "times,moods", cwd=tmp_path)
    assert wrong.code == 2 and "no layer 'moods'" in wrong.err


def test_annotate_answers_pairs(tmp_path: Path) -> None:
    text = "France attacked Germany on Monday. Spain was quiet."
    line = {
        "id": 1,
        "text": text,
        "pairs": [
            {"actor": [0, 6], "recipient": [16, 23]},
            {"actor": [35, 40], "recipient": [0, 6]},
        ],
    }
    (said,) = rows(run("annotate", "-", cwd=tmp_path, stdin=json.dumps(line).encode()))
    assert said["pairs"] == [{"type": "ASSAULT", "quad": "material-conflict"}, None]


def test_annotate_names_bad_lines_and_goes_on(tmp_path: Path) -> None:
    bad = [
        '{"text": 5}',
        '{"id": "broken", ',
        '{"text": "x", "pairs": [{"actor": [0, 99], "recipient": [0, 1]}]}',
        '{"text": "x", "pairs": [7]}',
        "[1]",
    ]
    good = json.dumps({"id": "ok", "text": "Spain praised Greece."})
    (tmp_path / "in.jsonl").write_text("\n".join([good, *bad, good]) + "\n")
    ran = run("annotate", "in.jsonl", "-o", "out.jsonl", cwd=tmp_path)
    assert ran.code == 1
    said = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in said] == ["ok", "ok"]
    for number in range(2, 7):
        assert f"in.jsonl#{number}" in ran.err
    assert "2 annotated, 5 refused" in ran.err and "Error" not in ran.err


def test_annotate_half_a_surrogate_pair(tmp_path: Path) -> None:
    line = b'{"id": "a", "text": "Spain \\ud800 attacked Greece on 4 May 2021."}'
    (said,) = rows(run("annotate", "-", cwd=tmp_path, stdin=line))
    assert said["times"][0]["start"] == 27  # type: ignore[index]


def test_annotate_html_gives_the_text_that_it_counts_in(tmp_path: Path) -> None:
    page = "<html><body><article><p>" + TEXTS[0].replace("\n\n", "</p><p>") * 2 + "</article>"
    (said,) = rows(run("annotate", "-", cwd=tmp_path, stdin=page.encode()))
    text = str(said["text"])
    assert "Tuesday" in [text[t["start"] : t["end"]] for t in said["times"]]  # type: ignore[attr-defined]


# --- sample ---------------------------------------------------------------------------------


def test_a_sheet_is_drawn_marked_and_scored(built: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    ran = run("sample", "4", "-o", str(sheet), cwd=built)
    assert ran.code == 0
    first = sheet.read_bytes()
    run("sample", "4", "-o", str(sheet), cwd=built)
    assert sheet.read_bytes() == first
    run("sample", "4", "-o", str(sheet), "--seed", "2", cwd=built)
    assert sheet.read_bytes() != first
    drawn = list(csv.DictReader(io.StringIO(first.decode("utf-8-sig"))))
    assert len(drawn) == 4
    assert [*drawn[0]][-7:] == [
        "right_type",
        "right_actor",
        "right_recipient",
        "right_date",
        "right_place",
        "right_status",
        "note",
    ]
    assert all(row["trigger"] in row["sentence"] for row in drawn)
    for row, mark in zip(drawn, ("yes", "Y", "no", "?"), strict=True):
        row["right_type"] = mark
    with sheet.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, [*drawn[0]], delimiter=";")
        writer.writeheader()
        writer.writerows(drawn)
    scores = json.loads(run("sample", "--score", str(sheet), "--json", cwd=tmp_path).out)
    assert scores[0]["column"] == "type" and (scores[0]["right"], scores[0]["marked"]) == (2, 3)
    assert scores[0]["low"] == pytest.approx(0.2077, abs=1e-3)
    assert scores[0]["high"] == pytest.approx(0.9385, abs=1e-3)
    assert "2  " in run("sample", "--score", str(sheet), cwd=tmp_path).out


def test_a_mark_that_is_none_is_named(built: Path, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("id,type,right_type\r\n1,AID,perhaps\r\n")
    ran = run("sample", "--score", str(tmp_path / "s.csv"), cwd=tmp_path)
    assert ran.code == 2 and "row 2: 'perhaps' in right_type" in ran.err
    (tmp_path / "t.csv").write_text("hello\r\n")
    assert run("sample", "--score", str(tmp_path / "t.csv"), cwd=tmp_path).code == 2


@pytest.mark.parametrize("table", ["events", "statements"])
def test_other_sheets(built: Path, table: str) -> None:
    ran = run("sample", "3", "--table", table, cwd=built)
    assert ran.code == 0 and len(list(csv.reader(io.StringIO(ran.out)))) == 4


# --- usage ----------------------------------------------------------------------------------


def test_demo(tmp_path: Path) -> None:
    ran = run("demo", "--out", "a demo", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert (tmp_path / "a demo" / "standoff.db").exists()
    assert "Most disputed" in ran.out and "«" in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_complete(command: str, tmp_path: Path) -> None:
    ran = run(command, "--help", cwd=tmp_path)
    assert ran.code == 0
    wanted = {
        "build": "INPUT... --db --jobs --vocab --quiet --json",
        "export": "--db --format --out --level --period jsonl csv parquet documents meta",
        "show": "ID --db --json --quiet",
        "annotate": "INPUT... --layers --out --jobs --vocab --quiet",
        "sample": "N --db --table --seed --out --score --json --quiet",
        "demo": "--out --quiet",
    }[command]
    # A narrow terminal breaks words at hyphens.
    shown = "".join(ran.out.split())
    assert [w for w in wanted.split() if w not in shown] == []


def test_all_commands_are_listed(tmp_path: Path) -> None:
    ran = run("--help", cwd=tmp_path)
    assert all(command in ran.out for command in COMMANDS)
    assert run("--version", cwd=tmp_path).out.startswith("standoff ")


@pytest.mark.parametrize(
    "wrong",
    [
        "build",
        "build x --jobs 0",
        "build x --jobs many",
        "build x --nosuch",
        "export",
        "export nosuch",
        "export events --format xml",
        "export dyads --period year",
        "show",
        "annotate",
        "sample",
        "sample 0",
        "sample 3 --score x.csv",
        "sample --score none.csv",
        "sample 3 --table actors",
        "nosuch",
        "build x --vocab none.toml",
        "build x --db no/such/folder/r.db",
        "build x --db .",
        "build x --db nosuch://host/x",
        "export events",
        "show e-1",
        "sample 3",
        "export events -o no/such/folder/x",
    ],
)
def test_wrong_usage(wrong: str, tmp_path: Path) -> None:
    ran = run(*wrong.split(), cwd=tmp_path)
    assert ran.code == 2, (ran.out, ran.err)
    assert ran.err.strip()
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "standoff.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    for command in ("build x.txt", "export events", "show e-1", "sample 2"):
        ran = run(*command.split(), cwd=tmp_path)
        assert ran.code == 2 and "standoff.db" in ran.err


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
@pytest.mark.parametrize("command", ["build -", "export documents", "export events -f parquet"])
def test_streams_that_are_closed(closed: str, command: str, built: Path) -> None:
    line = f"{sys.executable!r} -m standoff {command} {closed}"
    done = subprocess.run(
        line, shell=True, cwd=built, capture_output=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode in (0, 1), done.stderr
    assert b"wrong in Standoff" not in done.stderr


def test_whoever_reads_us_may_go_away(built: Path) -> None:
    command = f"{sys.executable!r} -m standoff export documents | head -c 1"
    done = subprocess.run(command, shell=True, cwd=built, capture_output=True, check=False)
    assert done.stdout == b"{" and done.stderr == b""
