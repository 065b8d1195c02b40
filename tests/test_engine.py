"""A build: the same record in every way of building it, and no input that stops it."""

from __future__ import annotations

import hashlib
import io
import json
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import standoff
from standoff import coding, export, workers
from standoff.record.opening import RecordError
from standoff.record.tables import EXPORTS
from standoff.types import Annotations
from tests.dispatches import TEXTS, folder, lines

FORMATS = ("jsonl", "csv", "parquet")


def exports(db: Path) -> dict[str, str]:
    """A digest of every table of a record in every format."""
    out = {}
    with standoff.open(db) as record:
        for table in EXPORTS:
            for form in FORMATS:
                held = io.BytesIO()
                export.write(table, record.rows(table), form, held)
                out[f"{table}.{form}"] = hashlib.sha256(held.getvalue()).hexdigest()
    return out


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even few articles are read by child processes."""
    monkeypatch.setattr(coding, "SMALL", (0, 0))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("everything_is_large")
def test_the_same_bytes_whatever_the_order_and_the_jobs(here: Path) -> None:
    articles = folder(here / "in", copies=3)
    lines(here / "in" / "x.jsonl")
    (articles / "copy of 1.txt").write_bytes((articles / "000-1.txt").read_bytes())
    files = sorted(str(p.relative_to(here)) for p in articles.iterdir())
    shuffled = random.Random(7).sample(files, len(files))
    standoff.build(files, db="one.db", jobs=1)
    standoff.build(shuffled, db="two.db", jobs=2)
    for i in range(0, len(shuffled), 4):
        standoff.build(shuffled[::-1][i : i + 4], db="parts.db", jobs=1)
    one = exports(here / "one.db")
    assert exports(here / "two.db") == one
    assert exports(here / "parts.db") == one
    assert exports(here / "one.db") == one
    with standoff.open("one.db") as record:
        assert record.table("events").num_rows > 0
        assert record.table("documents").num_rows == 12 + 4


def test_a_second_build_reads_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(here / "in")
    (here / "in" / "empty.txt").write_text("")
    first = standoff.build("in", db="r.db")
    assert (first.read, first.already, len(first.refused)) == (4, 0, 1)

    def spy(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("standoff.read.read_source", spy)
    monkeypatch.setattr("standoff.pipeline.annotate_article", spy)
    monkeypatch.setattr(sys.modules["standoff.merge.assemble"], "assemble", spy)
    again = standoff.build("in", db="r.db")
    assert (again.read, again.already) == (0, 4)
    assert again.refused == first.refused
    assert (again.documents, again.events) == (first.documents, first.events)


def test_the_same_bytes_at_two_paths_are_one_article(here: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (here / name).write_text(TEXTS[0])
    for name in ("e2.txt", "e1.txt"):
        (here / name).write_text("")
    summary = standoff.build(["b.txt", "a.txt", "c.txt", "e2.txt", "e1.txt"], db="r.db")
    assert (summary.read, summary.already, summary.documents) == (1, 2, 1)
    assert [r.path for r in summary.refused] == ["e1.txt", "e2.txt"]
    with standoff.open("r.db") as record:
        assert [d["path"] for d in record.rows("documents")] == ["a.txt"]


def test_articles_added_later_join_the_record(here: Path) -> None:
    folder(here / "in")
    standoff.build(["in/000-0.txt", "in/000-1.txt"], db="r.db")
    later = standoff.build("in", db="r.db")
    assert (later.read, later.already, later.documents) == (2, 2, 4)


def test_another_version_or_vocabulary_codes_anew(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(here / "in")
    standoff.build("in", db="r.db")
    before = exports(here / "r.db")
    (here / "own.toml").write_text("")
    again = standoff.build([], db="r.db", vocab="own.toml")
    assert (again.read, again.coded_anew, again.documents) == (0, 4, 4)
    back = standoff.build([], db="r.db")
    assert back.coded_anew == 4
    assert exports(here / "r.db") == before


def test_a_language_that_is_not_supported_is_kept_and_not_coded(here: Path) -> None:
    text = (
        "Le président de la République a accusé le gouvernement voisin d'avoir bombardé trois "
        "villages près de la frontière mardi soir, selon un communiqué de la présidence. "
    )
    (here / "fr.txt").write_text(text * 3)
    summary = standoff.build("fr.txt", db="r.db")
    assert (summary.read, summary.uncoded, summary.events) == (1, 1, 0)
    with standoff.open("r.db") as record:
        (document,) = record.rows("documents")
        assert document["language"] == "fr"


def test_a_stage_that_fails_refuses_one_article(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(here / "in")

    def fails(article: object, vocab: object) -> Annotations:
        if "Spain" in article.text:  # type: ignore[attr-defined]
            raise KeyError("tonnes")
        return Annotations()

    monkeypatch.setattr("standoff.pipeline.annotate_article", fails)
    summary = standoff.build("in", db="r.db", jobs=1)
    assert summary.read == 3
    (refused,) = summary.refused
    assert refused.path == "in/000-2.txt"
    assert refused.reason == "failed while reading: KeyError: 'tonnes'"
    assert standoff.build("in", db="r.db").refused == (refused,)


def test_what_took_too_long_is_tried_again(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(here / "in")
    real = workers._attempt

    def late(function: object, thing: object) -> object:
        if "Spain" in thing.data.decode():  # type: ignore[attr-defined]
            return workers.Failure("reading it took too long", lasting=False)
        return real(function, thing)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "_attempt", late)
    first = standoff.build("in", db="r.db", jobs=1)
    assert (first.read, len(first.refused)) == (3, 1)
    monkeypatch.undo()
    monkeypatch.chdir(here)
    second = standoff.build("in", db="r.db", jobs=1)
    assert (second.read, second.already, second.refused) == (1, 3, ())


def test_bad_inputs_are_named(here: Path) -> None:
    (here / "a.txt").write_text(TEXTS[0])
    (here / "bad.jsonl").write_text('{"text": "x"\n' + json.dumps({"text": TEXTS[1]}) + "\n{}\n")
    (here / "zeros.bin").write_bytes(bytes(5000))
    with zipfile.ZipFile(here / "z.zip", "w") as z:
        z.writestr("in.txt", TEXTS[2])
        z.writestr("../out.txt", TEXTS[3])
    summary = standoff.build(["a.txt", "bad.jsonl", "zeros.bin", "z.zip", "none.txt"], db="r.db")
    assert summary.read == 3
    assert {r.path for r in summary.refused} == {
        "bad.jsonl#1",
        "bad.jsonl#3",
        "zeros.bin",
        "z.zip!../out.txt",
        "none.txt",
    }
    assert all(r.reason for r in summary.refused)


def test_only_the_beginning_of_a_very_long_article_is_coded(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding, "CODED_TEXT", 120)
    (here / "a.txt").write_text(TEXTS[0] + "\n" + TEXTS[3])
    standoff.build("a.txt", db="r.db", jobs=1)
    with standoff.open("r.db") as record:
        (document,) = record.rows("documents")
        reports = record.table("reports", "rows")
    assert len(document["text"]) > 300
    assert reports and all(r["evidence"]["end"] <= 120 for r in reports)


def test_progress_is_told(here: Path) -> None:
    folder(here / "in")
    told = []
    standoff.build("in", db="r.db", progress=told.append)
    shares = [p.share for p in told if p.stage == "reading"]
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert told[-1].stage == "assembling"


def test_a_bad_vocabulary_is_said_before_anything_is_read(here: Path) -> None:
    (here / "bad.toml").write_text("not = = toml")
    with pytest.raises(ValueError, match="not valid TOML"):
        standoff.build("in", db="r.db", vocab="bad.toml")
    assert not (here / "r.db").exists()


def test_a_record_that_is_none(here: Path) -> None:
    (here / "r.db").write_text("x" * 1000)
    with pytest.raises(RecordError):
        standoff.build("in", db="r.db")


def test_killed_builds_end_with_the_same_record(here: Path) -> None:
    """Killed at several moments, then run to its end: not a byte differs."""
    folder(here / "in", copies=8)
    standoff.build("in", db="whole.db", jobs=1)
    command = [
        sys.executable,
        "-c",
        "import standoff.coding, standoff; standoff.coding.SMALL = (0, 0); "
        "standoff.build('in', db='killed.db', jobs=2)",
    ]
    killed = 0
    for seconds in (0.3, 0.8, 1.2, 1.6):
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        time.sleep(seconds)
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert killed
    standoff.build("in", db="killed.db", jobs=1)
    assert exports(here / "killed.db") == exports(here / "whole.db")


def test_frames_of_a_table(here: Path) -> None:
    standoff.build(str(lines(here / "x.jsonl")), db="r.db")
    with standoff.open("r.db") as record:
        rows = record.table("documents", "rows")
        assert [r["given_id"] for r in rows] == sorted(
            [f"x{i}" for i in range(4)], key=[r["given_id"] for r in rows].index
        )
        assert record.table("documents").to_pylist() == rows
        assert record.table("documents", "polars").height == 4
        assert list(record.table("events", "polars").columns) == record.table("events").schema.names
        pandas = pytest.importorskip("pandas")
        assert isinstance(record.table("events", "pandas"), pandas.DataFrame)
        with pytest.raises(ValueError, match="no form"):
            record.table("events", "xml")  # type: ignore[arg-type]


def test_dyads_by_level_and_period(here: Path) -> None:
    standoff.build(str(lines(here / "x.jsonl")), db="r.db")
    with standoff.open("r.db") as record:
        stored = record.table("dyads", "rows")
        assert list(record.dyads()) == stored
        months = list(record.dyads(period="month"))
        assert all(str(r["period"]).endswith("-01") for r in months)
        assert len(list(record.dyads(level="actor"))) >= len(stored)


def test_importing_is_quick() -> None:
    heavy = "spacy sqlalchemy pyarrow polars typer rich".split()
    code = f"import sys, standoff; sys.exit(any(m in sys.modules for m in {heavy!r}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_annotate_from_python() -> None:
    text = "Greece condemned Italy on Tuesday."
    (said,) = standoff.annotate([{"id": 7, "text": text, "published": "2021-05-05"}])
    assert said["id"] == "7"
    assert [text[t["start"] : t["end"]] for t in said["times"]] == ["Tuesday"]
    assert next(standoff.annotate([text], layers=["times"])).keys() == {"id", "times"}
    with pytest.raises(ValueError, match="no layer 'moods'"):
        standoff.annotate([text], layers=["moods"])
    with pytest.raises(ValueError, match="no text"):
        list(standoff.annotate([{"id": "a"}]))
