"""Opening a record's database, and saying in words why one can't be opened or used."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from standoff.record import schema

BUSY_SECONDS = 30
"""How long one build waits for another that is writing to the same record."""


class RecordError(Exception):
    """The record can't be opened or used; the message is for the user."""


def connect(where: str | Path, read_only: bool) -> sa.Engine:
    """An engine for a path (SQLite) or a SQLAlchemy URL. Nothing is opened yet.

    Raises RecordError where the URL is none, or its driver is not installed.
    """
    try:
        if "://" in str(where):
            url = sa.make_url(str(where))
            if url.get_backend_name() != "sqlite":
                return sa.create_engine(url)
            where = url.database or ":memory:"
        return _sqlite(Path(where), read_only)
    except sa.exc.NoSuchModuleError as e:
        raise RecordError(f"no database of the kind {name_of(where)} is known here") from e
    except sa.exc.ArgumentError as e:
        raise RecordError(f"{where} is not a database URL") from e
    except ModuleNotFoundError as e:
        raise RecordError(f"{name_of(where)} needs the package {e.name}: install it first") from e


def _sqlite(path: Path, read_only: bool) -> sa.Engine:
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record")
    if read_only and not path.exists():
        raise RecordError(f"there is no record at {path}: make one with `standoff build`")

    def creator() -> sqlite3.Connection:
        if not read_only:
            return _prepared(
                sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False), True
            )
        uri = path.resolve().as_uri() + "?mode=ro"
        made = sqlite3.connect(uri, timeout=BUSY_SECONDS, uri=True, check_same_thread=False)
        try:
            return _prepared(made, False)
        except sqlite3.OperationalError:
            # A record in a folder that can't be written to: SQLite wants to set up the write-ahead
            # log even to read, unless it is told that nobody writes.
            made.close()
            log = Path(f"{path}-wal")
            if log.exists() and log.stat().st_size:
                raise
            uri += "&immutable=1"
            return sqlite3.connect(uri, timeout=BUSY_SECONDS, uri=True, check_same_thread=False)

    return sa.create_engine("sqlite://", creator=creator, poolclass=sa.QueuePool)


def _prepared(connection: sqlite3.Connection, write: bool) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        if write:
            if _ours(connection):
                _log_ahead(connection)
            connection.execute("PRAGMA synchronous=NORMAL")
        else:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """WAL, so that readers and a writer do not wait for each other.

    SQLite does not wait for a lock when the mode changes, so that two programs that open a new
    file at once meet here: the one that comes second finds the mode changed.
    """
    patience = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.01)


def _ours(connection: sqlite3.Connection) -> bool:
    """Whether the database is new or a record: the mode of another's file is not changed."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return not names or schema.metadata.tables.keys() <= names


def prepare(engine: sa.Engine, where: str | Path, read_only: bool) -> None:
    """Make the tables in a new database; raise RecordError unless it is a record of this schema."""
    with in_words(where):
        names = set(sa.inspect(engine).get_table_names())
        version = None
        if "meta" in names:
            with engine.connect() as c:
                version = _version(c, where)
        if version is None:
            if not _half_made(engine, names) or (read_only and names):
                raise RecordError(f"{name_of(where)} is a database, but not a Standoff record")
            if read_only:
                raise RecordError(f"{name_of(where)} is empty: fill it with `standoff build`")
            _make(engine)
            return
    if version != str(schema.SCHEMA):
        raise RecordError(
            f"{name_of(where)} has layout {version}, this Standoff uses {schema.SCHEMA}: "
            "use the version that made it, or build a new record"
        )


def _half_made(engine: sa.Engine, names: set[str]) -> bool:
    """Whether all tables are ours: a build was killed while it made them, or none is there."""
    known, look = schema.metadata.tables, sa.inspect(engine)
    return names <= known.keys() and all(
        {c["name"] for c in look.get_columns(name)} == set(known[name].columns.keys())
        for name in names
    )


def _make(engine: sa.Engine) -> None:
    """The tables and the version, under a lock: another build may be making them too."""
    with engine.connect() as c:
        if engine.dialect.name == "sqlite":
            c.exec_driver_sql("BEGIN IMMEDIATE")
        schema.metadata.create_all(c)
        values = {"key": "schema", "value": str(schema.SCHEMA)}
        if c.execute(sa.select(schema.meta.c.value).where(schema.meta.c.key == "schema")).all():
            return
        c.execute(sa.insert(schema.meta), values)
        c.commit()


def _version(c: sa.Connection, where: str | Path) -> str | None:
    try:
        key = schema.meta.c.key
        found = c.execute(sa.select(schema.meta.c.value).where(key == "schema")).scalar()
    except sa.exc.OperationalError as e:
        if "no such column" in str(e.orig):
            raise RecordError(f"{name_of(where)} is a database, but not a Standoff record") from e
        raise
    return None if found is None else str(found)


def name_of(where: str | Path) -> str:
    """A path or URL as it may be shown: without a password."""
    if "://" not in str(where):
        return str(where)
    try:
        return sa.make_url(str(where)).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "the database"


@contextmanager
def in_words(where: str | Path) -> Iterator[None]:
    """Turns a database's own errors into RecordError."""
    try:
        yield
    except sa.exc.IntegrityError:
        raise  # the rows are wrong, not the database: a mistake in the program
    except sa.exc.DBAPIError as e:
        raise RecordError(_reason(e.orig, where)) from e
    except sqlite3.Error as e:
        raise RecordError(_reason(e, where)) from e


def _reason(error: Any, where: str | Path) -> str:
    said, name = str(error).strip().splitlines()[0] if str(error).strip() else "", name_of(where)
    known = {
        "file is not a database": f"{name} is not a database",
        "malformed": f"{name} is damaged: delete it and build it again",
        "unable to open": f"cannot open {name}: is its folder there, and may you write in it?",
        "readonly": f"cannot write to {name}: it, or its folder, is read-only",
        "locked": f"{name} is in use by another program; try again when it is done",
        "is full": f"cannot write to {name}: the disk is full",
        "disk I/O": f"cannot read or write {name}: the disk reports an error",
    }
    for mark, words in known.items():
        if mark in said:
            return words
    return f"the database {name} reports: {said or type(error).__name__}"
