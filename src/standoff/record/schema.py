"""The database: SQLAlchemy tables for the record, and rows in and out of them.

An object of a row becomes columns of its own (``date_earliest``), a list becomes JSON text. What
lists name is kept once more in link tables with foreign keys (``event_reports``, ``parties``), so
that the database itself holds every event to its reports and every party to an actor.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from standoff.record.tables import TABLES, Column, flat
from standoff.types import Row

SCHEMA = 2
"""The version of this layout, in ``meta``; raised with every change of a table. A database of
another version is not opened."""

metadata = sa.MetaData()
TEXT = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text compared by code point everywhere, so that every database gives the same order."""
_TYPES: Mapping[str, Any] = {
    "text": TEXT,
    "integer": sa.BigInteger,
    "real": sa.Double,
    "truth": sa.Boolean,
    "list": TEXT,
    "objects": TEXT,
}
_JOINT = "_"


def _names(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def _table(name: str, parts: tuple[Column, ...]) -> sa.Table:
    made: list[sa.Column[Any]] = []
    for column_name, column in flat(parts, _JOINT):
        keys = [_names(column.of)] if column.of else []
        first = column_name == "id"
        made.append(
            sa.Column(
                column_name,
                _TYPES[column.kind],
                *keys,
                primary_key=first,
                index=bool(keys) or None,
            )
        )
    return sa.Table(name, metadata, *made)


meta = sa.Table(
    "meta", metadata, sa.Column("key", TEXT, primary_key=True), sa.Column("value", TEXT)
)
articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("path", TEXT, nullable=False),
    sa.Column("source", TEXT, nullable=False),
    sa.Column("coded_by", TEXT, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Column("annotations", sa.LargeBinary, nullable=False),
)
"""What the stages said of each article; all other tables are made from this one."""
sources = sa.Table(
    "sources",
    metadata,
    sa.Column("digest", TEXT, primary_key=True),
    sa.Column("path", TEXT, nullable=False),
    sa.Column("status", TEXT, sa.CheckConstraint("status IN ('read','refused')")),
    sa.Column("reason", TEXT),
    sa.Column("read_by", TEXT, nullable=False),
    sa.Column("article", TEXT, _names("articles"), index=True),
)
"""What was read, by the digest of its bytes: the marker that it need not be read again."""

stored = {name: _table(name, parts) for name, parts in TABLES.items()}

_PARTY_ROLES = {
    "events": ("actor", "recipient", "mediator"),
    "reports": ("actor", "recipient", "mediator", "said_by"),
}


def _link(name: str, left: str, right: str, *more: str) -> sa.Table:
    owner, other = left.rstrip("s"), right.rstrip("s")
    return sa.Table(
        name,
        metadata,
        sa.Column(owner, TEXT, _names(left), primary_key=True),
        *(sa.Column(m, TEXT, primary_key=True) for m in more),
        sa.Column(other, TEXT, _names(right), primary_key=True, index=True),
    )


links = {
    "event_reports": _link("event_reports", "events", "reports"),
    "event_documents": _link("event_documents", "events", "documents"),
    "event_parties": _link("event_parties", "events", "actors", "role"),
    "report_parties": _link("report_parties", "reports", "actors", "role"),
    "statement_events": _link("statement_events", "statements", "events"),
}


def linked(table: str, row: Row) -> Iterator[tuple[str, dict[str, str]]]:
    """The link rows that ``row`` of ``table`` asks for, as (link table, values)."""
    one = table.rstrip("s")
    for role in _PARTY_ROLES.get(table, ()):
        for actor in _once(row[role]):
            yield f"{one}_parties", {one: str(row["id"]), "role": role, "actor": actor}
    lists = {"events": ("reports", "documents"), "statements": ("events",)}.get(table, ())
    for name in lists:
        for other in _once(row[name]):
            yield f"{one}_{name}", {one: str(row["id"]), name.rstrip("s"): other}


def _once(ids: Any) -> list[str]:
    return list(dict.fromkeys(ids))


def to_columns(table: str) -> Callable[[Row], dict[str, Any]]:
    """How a row of ``table`` is turned into database values.

    The function raises ValueError where a row has a name that the table has not, or lacks one.
    """
    parts = TABLES[table]
    known = {p.name for p in parts}
    optional = {"by", "anchor", "at"}

    def convert(row: Row) -> dict[str, Any]:
        odd = row.keys() ^ known
        if odd - optional or not row.keys() <= known:
            raise ValueError(f"a row of {table} has or lacks {', '.join(sorted(odd))}")
        out: dict[str, Any] = {}
        _open(row, parts, "", out)
        return out

    return convert


def _open(
    row: Mapping[str, Any], parts: tuple[Column, ...], lead: str, out: dict[str, Any]
) -> None:
    for part in parts:
        value = row.get(part.name)
        if part.kind == "object":
            _open(value or {}, part.parts, f"{lead}{part.name}{_JOINT}", out)
        elif part.kind in ("list", "objects"):
            out[lead + part.name] = json.dumps(value or [], ensure_ascii=False)
        else:
            out[lead + part.name] = value


def to_row(table: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """How database values of ``table`` are turned back into a row, in the contract's order."""
    parts = TABLES[table]
    return lambda values: _close(values, parts, "")


def _close(values: Mapping[str, Any], parts: tuple[Column, ...], lead: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for part in parts:
        if part.kind == "object":
            inner = _close(values, part.parts, f"{lead}{part.name}{_JOINT}")
            out[part.name] = None if all(v is None for v in inner.values()) else inner
        elif part.kind in ("list", "objects"):
            held = [] if (text := values[lead + part.name]) is None else json.loads(text)
            out[part.name] = [ordered(x, part.parts) for x in held] if part.parts else held
        else:
            out[part.name] = values[lead + part.name]
    return out


def ordered(value: Any, parts: tuple[Column, ...]) -> Any:
    """``value`` (an object, or null) with exactly the names of ``parts``, in their order."""
    if value is None:
        return None
    out = {}
    for p in parts:
        held = value.get(p.name)
        if p.kind == "object":
            held = ordered(held, p.parts)
        elif p.kind == "objects":
            held = [ordered(x, p.parts) for x in held or ()]
        elif p.kind == "list":
            held = list(held or ())
        out[p.name] = held
    return out
