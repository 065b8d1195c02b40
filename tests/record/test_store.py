"""The store: opening, what is written together, what it refuses."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from standoff import serialise
from standoff.record.opening import RecordError
from standoff.record.schema import SCHEMA, metadata
from standoff.record.store import ASSEMBLED, Outcome, Store
from standoff.types import Annotations, Document
from tests.record.rows import row, tables


def outcome(article: str, path: str, digest: str) -> Outcome:
    document = serialise.dump(Document(article, "text", path=path, given_id=digest))
    return Outcome(digest, path, article, document, serialise.dump(Annotations()))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "a b.db")


# --- opening --------------------------------------------------------------------------------


def test_a_new_record_is_made_and_opened_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db") as made:
        assert list(made.rows("events")) == []
    with Store.open(tmp_path / "r.db", read_only=True) as again:
        assert again.meta() == {"schema": str(SCHEMA)}


def test_a_url_is_taken(tmp_path: Path) -> None:
    Store.open(f"sqlite:///{tmp_path}/r.db").close()
    assert (tmp_path / "r.db").exists()


def test_settings(store: Store) -> None:
    with store._engine.connect() as c:
        assert c.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert c.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert c.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000


def test_reading_does_not_make_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"no record at .* make one with `standoff build`"):
        Store.open(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()


def test_reading_cannot_write(tmp_path: Path) -> None:
    Store.open(tmp_path / "r.db").close()
    with (
        Store.open(tmp_path / "r.db", read_only=True) as store,
        pytest.raises(RecordError, match="read-only"),
    ):
        store.add([outcome("d", "a", "1")], "me")


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Store.open(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is its folder there"):
        Store.open(tmp_path / "no" / "r.db")


@pytest.mark.parametrize("read_only", [True, False])
def test_another_file_is_no_record(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Some notes, much longer than the head of a database. " * 20)
    with pytest.raises(RecordError, match="is not a database"):
        Store.open(path, read_only)
    assert path.read_text().startswith("Some notes")


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("table", ["guests", "meta"])
def test_another_database_is_no_record(tmp_path: Path, read_only: bool, table: str) -> None:
    with sqlite3.connect(tmp_path / "party.db") as c:
        c.execute(f"CREATE TABLE {table} (name TEXT)")
    with pytest.raises(RecordError, match="not a Standoff record"):
        Store.open(tmp_path / "party.db", read_only)


def test_another_database_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as c:
        c.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        c.execute("CREATE TABLE articles (headline TEXT)")
    c.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="not a Standoff record"):
        Store.open(path)
    assert path.read_bytes() == before


def test_two_builds_make_one_record(tmp_path: Path) -> None:
    def make(_: int) -> str:
        with Store.open(tmp_path / "r.db") as store:
            return store.meta()["schema"]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(make, range(8))) == {str(SCHEMA)}


@pytest.mark.parametrize("version", ["0", str(SCHEMA + 1)])
def test_another_layout_is_refused(tmp_path: Path, version: str) -> None:
    Store.open(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as c:
        c.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (version,))
    with pytest.raises(RecordError, match=f"layout {version}, this Standoff uses {SCHEMA}"):
        Store.open(tmp_path / "r.db")


def test_a_layout_that_changed_has_another_number() -> None:
    """If this fails: raise SCHEMA, and write the new digest here."""
    columns = [f"{t}.{c.name} {c.type}" for t, made in metadata.tables.items() for c in made.c]
    digest = hashlib.sha256("\n".join(sorted(columns)).encode()).hexdigest()[:12]
    assert (SCHEMA, digest) == (2, "7540d711b34c")


def test_a_build_killed_while_it_made_the_tables_goes_on(tmp_path: Path) -> None:
    Store.open(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as c:
        c.execute("DELETE FROM meta")
        c.execute("DROP TABLE relations")
    with Store.open(tmp_path / "r.db") as again:
        assert list(again.rows("relations")) == []


def test_a_damaged_record_is_said(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db") as store:
        store.replace(tables("x" * 20_000), {})
    data = bytearray((tmp_path / "r.db").read_bytes())
    for i in range(4096, len(data), 512):
        data[i : i + 200] = os.urandom(200)
    (tmp_path / "r.db").write_bytes(data)
    said = r"r\.db (is damaged|is not a database)"
    with pytest.raises(RecordError, match=said), Store.open(tmp_path / "r.db") as store:
        list(store.rows("documents"))


def test_a_damaged_value_is_said(store: Store) -> None:
    store.add([outcome("d1", "a.txt", "s1")], "v1")
    store.replace(tables("text"), {})
    with sqlite3.connect(store.where) as c:
        c.execute("UPDATE articles SET annotations = x'00'")
        c.execute("UPDATE events SET actor = '{'")
    for read in (store.articles, lambda: store.rows("events")):
        with pytest.raises(RecordError, match=r"b\.db is damaged .*delete it"):
            list(read())


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_record_in_a_folder_that_is_read_only(tmp_path: Path) -> None:
    Store.open(tmp_path / "r.db").close()
    tmp_path.chmod(0o500)
    try:
        with Store.open(tmp_path / "r.db", read_only=True) as store:
            assert list(store.rows("events")) == []
        with pytest.raises(RecordError):
            Store.open(tmp_path / "new.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nosuch://host/db", "no database of the kind"),
        ("://", "not a database URL"),
        ("postgresql+psycopg://u:secret@localhost:1/x", "psycopg|localhost"),
    ],
)
def test_urls_that_lead_nowhere(url: str, said: str) -> None:
    with pytest.raises(RecordError, match=said) as e:
        Store.open(url)
    assert "secret" not in str(e.value)


# --- articles -------------------------------------------------------------------------------


def test_an_article_and_its_marker_come_together(store: Store) -> None:
    store.add([outcome("d1", "b", "1"), Outcome("2", "c", reason="empty")], "me")
    known = store.known(["1", "2", "3"])
    assert (known["1"].status, known["1"].path, known["1"].kept) == ("read", "b", True)
    assert (known["2"].status, known["2"].reason) == ("refused", "empty")
    assert "3" not in known
    assert [d.id for d, _ in store.articles()] == ["d1"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_of_one_article_by_several_paths_the_least_is_kept(
    store: Store, order: tuple[int, ...]
) -> None:
    given = [outcome("d", "b", "1"), outcome("d", "a", "2"), outcome("d", "c", "3")]
    for i in order:
        store.add([given[i]], "me")
    ((document, _),) = store.articles()
    assert (document.path, document.given_id) == ("a", "2")


def test_a_smaller_path_of_the_same_bytes(store: Store) -> None:
    store.add([outcome("d", "b", "1")], "me")
    store.moved("1", "c")
    store.moved("1", "a")
    ((document, _),) = store.articles()
    assert document.path == "a"


def test_a_new_article_makes_the_tables_old(store: Store) -> None:
    store.replace(tables(), {ASSEMBLED: "x"})
    store.add([Outcome("2", "c", reason="empty")], "me")
    assert store.meta()[ASSEMBLED] == "x"
    store.add([outcome("d", "b", "1")], "me")
    assert ASSEMBLED not in store.meta()


def test_what_another_version_coded_is_found_and_coded_anew(store: Store) -> None:
    store.add([outcome(f"d{i:04}", f"{i}", f"{i}") for i in range(1203)], "old")
    store.add([outcome("e", "e", "e")], "new")
    found = [i for i, _ in store.coded_otherwise("new")]
    assert found == [f"d{i:04}" for i in range(1203)]
    store.recode([(i, serialise.dump(Annotations())) for i in found], "new")
    assert list(store.coded_otherwise("new")) == []


def test_what_another_version_refused_is_remembered_as_such(store: Store) -> None:
    store.add([Outcome("1", "a", reason="empty")], "old")
    assert store.known(["1"])["1"].read_by == "old"
    store.add([outcome("d", "a", "1")], "new")
    assert store.known(["1"])["1"].status == "read"


# --- derived tables -------------------------------------------------------------------------


def test_all_tables_come_back(store: Store) -> None:
    given = tables()
    store.replace(given, {"who": "me"})
    for name, rows in given.items():
        assert list(store.rows(name)) == rows
    assert store.meta()["who"] == "me" and store.meta()["count.events"] == "1"


def test_rows_are_sorted_by_id_and_told_once(store: Store) -> None:
    given = tables()
    given["actors"] = [row("actors", i) for i in ("b", "1", "a", "1", "A")]
    store.replace(given, {})
    assert [r["id"] for r in store.rows("actors")] == ["1", "A", "a", "b"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: t["reports"][0].update(event="nowhere"),
        lambda t: t["events"][0].update(actor=["nobody"]),
        lambda t: t["events"][0].update(reports=["none"]),
        lambda t: t["statements"][0].update(document="none"),
        lambda t: t["figures"][0].pop("low"),
        lambda t: t.pop("relations"),
    ],
)
def test_wrong_rows_change_nothing(store: Store, spoil) -> None:  # type: ignore[no-untyped-def]
    store.replace(tables("before"), {ASSEMBLED: "x"})
    wrong = tables("after")
    spoil(wrong)
    with pytest.raises((ValueError, sa.exc.IntegrityError)):
        store.replace(wrong, {ASSEMBLED: "y"})
    assert list(store.rows("events")) == tables("before")["events"]
    assert store.meta()[ASSEMBLED] == "x"


def test_edits_stay(store: Store) -> None:
    with sqlite3.connect(store.where) as c:
        c.execute("INSERT INTO edits (id, reason) VALUES ('1', 'because')")
    store.replace(tables(), {})
    assert [r["reason"] for r in store.rows("edits")] == ["because"]


def test_links_and_prefixes(store: Store) -> None:
    store.replace(tables(), {})
    assert store.naming("event_reports", event="1") == [{"event": "1", "report": "1"}]
    assert {r["role"] for r in store.naming("report_parties", actor="1")} == {
        "actor",
        "recipient",
        "mediator",
        "said_by",
    }
    assert store.ids("events", "1", 5) == ["1"]
    assert store.ids("events", "%", 5) == []


def test_counts(store: Store) -> None:
    store.replace(tables(), {})
    assert store.counts() == {"copies": 0, "uncoded": 1, "disputes": 1}
