"""The record's database: articles go in as they are read, tables are made anew from them.

An article and the marker of its source are written in one transaction, and so are all derived
tables; a build that is killed leaves whole articles behind, and no table half made. Where one
article comes by several paths, the least path is kept, so the order of reading leaves no trace.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from standoff import serialise
from standoff.record import schema
from standoff.record.opening import RecordError, connect, in_words, name_of, prepare
from standoff.record.tables import TABLES, columns
from standoff.types import Annotations, Document, Row

_CHUNK = 500
"""Rows to a statement, below SQLite's limit on variables."""
DERIVED = tuple(name for name in TABLES if name != "edits")
"""Tables made anew by each assembly; ``edits`` are a person's and stay."""
ASSEMBLED = "assembled"
"""Key of ``meta``: what made the derived tables. It goes when an article comes or changes."""


@dataclass(frozen=True, slots=True)
class Known:
    """A source that was read before. ``kept`` says that its article is the one that it gave;
    ``read_by`` is what read it: what one version refuses another may read."""

    status: str
    reason: str | None
    path: str
    read_by: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: an article (its parts as bytes), or the reason of a refusal."""

    digest: str
    path: str
    article: str | None = None
    document: bytes = b""
    annotations: bytes = b""
    reason: str | None = None


class Store:
    """One record. Every method raises RecordError, in words, where the database fails."""

    def __init__(self, engine: sa.Engine, where: str | Path) -> None:
        self._engine = engine
        self.where = where
        dialect: Any = postgresql if engine.dialect.name == "postgresql" else sqlite
        self._insert = dialect.insert

    @classmethod
    def open(cls, where: str | Path, read_only: bool = False) -> Store:
        """The record at a path or SQLAlchemy URL, made if it is not there and may be written."""
        engine = connect(where, read_only)
        try:
            prepare(engine, where, read_only)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, where)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with in_words(self.where), self._engine.connect() as c:
            yield c

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with in_words(self.where), self._engine.begin() as c:
            yield c

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Turns what stored values of a wrong form raise into RecordError."""
        try:
            yield
        except (ValueError, TypeError, AttributeError) as e:
            name = name_of(self.where)
            raise RecordError(f"{name} is damaged ({e}): delete it and build it again") from e

    # --- articles ---------------------------------------------------------------------------

    def known(self, digests: Iterable[str]) -> dict[str, Known]:
        """Those of ``digests`` that were read before."""
        s, a = schema.sources, schema.articles
        query = sa.select(
            s.c.digest,
            s.c.status,
            s.c.reason,
            sa.func.coalesce(a.c.path, s.c.path),
            s.c.read_by,
            a.c.source,
        ).join_from(s, a, s.c.article == a.c.id, isouter=True)
        out = {}
        with self._reading() as c:
            for part in _batched(digests):
                for row in c.execute(query.where(s.c.digest.in_(part))):
                    digest, status, reason, path, read_by, kept = row
                    out[digest] = Known(status, reason, path, read_by, kept in (None, digest))
        return out

    def add(self, outcomes: Sequence[Outcome], coded_by: str) -> None:
        """Articles and the markers of their sources, in one transaction."""
        articles = [
            {
                "id": o.article,
                "path": o.path,
                "source": o.digest,
                "coded_by": coded_by,
                "document": o.document,
                "annotations": o.annotations,
            }
            for o in outcomes
            if o.article is not None
        ]
        sources = [
            {
                "digest": o.digest,
                "path": o.path,
                "status": "read" if o.article else "refused",
                "reason": o.reason,
                "read_by": coded_by,
                "article": o.article,
            }
            for o in outcomes
        ]
        with self._writing() as c:
            if articles:
                self._put(c, schema.articles, articles)
                _forget_assembly(c)
            if sources:
                self._put(c, schema.sources, sources)

    def _put(self, c: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        """Insert; of two rows of one key the one with the smaller path stays."""
        insert = self._insert(table)
        new = insert.excluded
        better = new.path < table.c.path
        if table is schema.sources:
            better |= new.read_by != table.c.read_by
        rest = {x.name: new[x.name] for x in table.c if not x.primary_key}
        key = list(table.primary_key)
        c.execute(insert.on_conflict_do_update(index_elements=key, set_=rest, where=better), rows)

    def moved(self, digest: str, path: str) -> None:
        """The article of ``digest`` was met under a smaller ``path`` too."""
        a, s = schema.articles, schema.sources
        with self._writing() as c:
            c.execute(sa.update(s).where(s.c.digest == digest, s.c.path > path).values(path=path))
            mine = sa.update(a).where(a.c.source == digest, a.c.path > path).values(path=path)
            if c.execute(mine).rowcount:
                _forget_assembly(c)

    def articles(self) -> Iterator[tuple[Document, Annotations]]:
        """All articles in order of id."""
        a = schema.articles
        query = sa.select(a.c.document, a.c.annotations, a.c.path).order_by(a.c.id)
        with self._reading() as c:
            for document, annotations, path in c.execute(query).yield_per(_CHUNK):
                with self._whole():
                    read = serialise.load(Document, document)
                    said = serialise.load(Annotations, annotations)
                yield replace(read, path=path), said

    def coded_otherwise(self, coded_by: str) -> Iterator[tuple[str, bytes]]:
        """Ids and documents of the articles that another version or vocabulary coded."""
        a = schema.articles
        query = sa.select(a.c.id, a.c.document).where(a.c.coded_by != coded_by).order_by(a.c.id)
        while True:  # in parts, each read to its end: the caller writes in between
            with self._reading() as c:
                part = c.execute(query.limit(_CHUNK)).all()
            if not part:
                return
            yield from ((i, d) for i, d in part)
            query = query.where(a.c.id > part[-1][0])

    def recode(self, annotations: Sequence[tuple[str, bytes]], coded_by: str) -> None:
        """New annotations for stored articles, in one transaction."""
        a = schema.articles
        change = (
            sa.update(a)
            .where(a.c.id == sa.bindparam("key"))
            .values(annotations=sa.bindparam("said"), coded_by=coded_by)
        )
        with self._writing() as c:
            c.execute(change, [{"key": i, "said": said} for i, said in annotations])
            _forget_assembly(c)

    # --- derived tables ---------------------------------------------------------------------

    def replace(self, tables: Mapping[str, Sequence[Row]], made_by: Mapping[str, str]) -> None:
        """All derived tables in one transaction; ``made_by`` goes into ``meta``.

        Raises ValueError where ``tables`` lacks one or a row is not what the contract says.
        """
        if missing := [name for name in DERIVED if name not in tables]:
            raise ValueError(f"no rows were made for {', '.join(missing)}")
        meta = {
            **made_by,
            **{f"count.{name}": str(len({r["id"] for r in tables[name]})) for name in DERIVED},
        }
        with self._writing() as c:
            for table in reversed([*(schema.stored[n] for n in DERIVED), *schema.links.values()]):
                c.execute(sa.delete(table))
            for name in DERIVED:
                convert = schema.to_columns(name)
                # An id is made from content: two rows of one id are one thing, told twice.
                once = {str(row["id"]): row for row in reversed(tables[name])}
                for part in _batched(reversed(once.values())):
                    c.execute(sa.insert(schema.stored[name]), [convert(row) for row in part])
            found = (link for n in DERIVED for row in tables[n] for link in schema.linked(n, row))
            for link_name, group in itertools.groupby(
                sorted(found, key=lambda x: x[0]), key=lambda x: x[0]
            ):
                for part in _batched(values for _, values in group):
                    c.execute(sa.insert(schema.links[link_name]), list(part))
            _set_meta(c, meta)

    def rows(self, table: str, **equal: str) -> Iterator[dict[str, Any]]:
        """The rows of ``table`` sorted by id, each value under the contract's name.

        ``equal`` keeps those whose column has that value. Raises ValueError if there is no such
        table.
        """
        columns(table)
        if table == "meta":
            yield from self._meta_rows()
            return
        made, convert = schema.stored[table], schema.to_row(table)
        query = sa.select(made).order_by(made.c.id)
        for column, value in equal.items():
            query = query.where(made.c[column] == value)
        with self._reading() as c:
            for row in c.execute(query).yield_per(_CHUNK).mappings():
                with self._whole():
                    made_row = convert(dict(row))
                yield made_row

    def ids(self, table: str, prefix: str, limit: int) -> list[str]:
        """The first ids of ``table`` that begin with ``prefix``, sorted."""
        key = schema.stored[table].c.id
        query = sa.select(key).where(key.startswith(prefix, autoescape=True)).order_by(key)
        with self._reading() as c:
            return list(c.execute(query.limit(limit)).scalars())

    def naming(self, link: str, **equal: str) -> list[dict[str, str]]:
        """The rows of a link table (``event_reports``) whose columns have these values."""
        made = schema.links[link]
        query = sa.select(made).order_by(*made.primary_key)
        for column, value in equal.items():
            query = query.where(made.c[column] == value)
        with self._reading() as c:
            return [dict(row) for row in c.execute(query).mappings()]

    def counts(self) -> dict[str, int]:
        """``copies``, articles in an ``uncoded`` language, and ``disputes``."""
        d, e = schema.stored["documents"], schema.stored["events"]
        asked = {
            "copies": sa.select(sa.func.count()).where(d.c.duplicate_of.is_not(None)),
            "uncoded": sa.select(sa.func.count()).where(d.c.language != "en"),
            "disputes": sa.select(sa.func.count()).where(e.c.contested),
        }
        with self._reading() as c:
            return {name: int(c.execute(query).scalar_one()) for name, query in asked.items()}

    def meta(self) -> dict[str, str]:
        """Versions, hashes and counts of the record."""
        return {str(r["key"]): str(r["value"]) for r in self._meta_rows()}

    def _meta_rows(self) -> list[dict[str, Any]]:
        query = sa.select(schema.meta).order_by(schema.meta.c.key)
        with self._reading() as c:
            return [dict(row) for row in c.execute(query).mappings()]


def _set_meta(c: sa.Connection, values: Mapping[str, str]) -> None:
    c.execute(sa.delete(schema.meta).where(schema.meta.c.key.in_(list(values))))
    c.execute(sa.insert(schema.meta), [{"key": k, "value": v} for k, v in values.items()])


def _forget_assembly(c: sa.Connection) -> None:
    c.execute(sa.delete(schema.meta).where(schema.meta.c.key == ASSEMBLED))


def _batched(values: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(values)
    while part := list(itertools.islice(left, _CHUNK)):
        yield part


__all__ = ["ASSEMBLED", "DERIVED", "Known", "Outcome", "RecordError", "Store"]
