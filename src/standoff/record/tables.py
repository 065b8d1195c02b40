"""The tables of the record, as data: what each row holds, in the contract's words.

One description serves the database, the exports and the data frames. A row is JSON-ready: text,
numbers, truth values, lists, and objects of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "real", "truth", "list", "object", "objects"]
"""``list`` is of text, mostly ids; ``objects`` a list of objects."""


@dataclass(frozen=True)
class Column:
    """One value of a row. ``parts`` are an object's own values; ``of`` the table that it names."""

    name: str
    kind: Kind = "text"
    parts: tuple[Column, ...] = ()
    of: str | None = None


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _number(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "integer") for name in names)


def _lists(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "list") for name in names)


_ID = Column("id")
_BY = Column("by")
_SPAN = _number("start", "end")
_DAYS = _text("earliest", "latest")
_EVIDENCE = Column("evidence", "objects", (Column("document"), *_SPAN))
_PLACE = Column(
    "place",
    "object",
    (
        *_text("name", "country"),
        Column("latitude", "real"),
        Column("longitude", "real"),
        Column("precision"),
    ),
)
_PARTIES = _lists("actor", "recipient", "mediator")
_FIGURE = (
    Column("kind"),
    *_number("low", "high"),
    Column("of"),
    Column("said_by", "list"),
    Column("as_of"),
)
_EVENT_FIGURE = (*_FIGURE, Column("reports", "list"))
_POSITION = (
    *_text("who", "stance", "about"),
    *_lists("against", "statements", "reports"),
    Column("origins", "integer"),
)

TABLES: Mapping[str, tuple[Column, ...]] = {
    "documents": (
        _ID,
        *_text("given_id", "path", "url", "outlet", "title"),
        Column("published", "object", (*_DAYS, Column("basis"))),
        *_text("language", "text"),
        Column("duplicate_of", of="documents"),
        Column("origin"),
        Column("noise", "objects", (*_SPAN, Column("text"))),
    ),
    "actors": (
        _ID,
        Column("name"),
        Column("aliases", "list"),
        *_text("kind", "country"),
        Column("acts_for_state", "truth"),
        Column("roles", "objects", (*_text("title", "organisation", "country"), *_DAYS)),
        Column("mentions", "objects", (Column("document"), *_SPAN)),
    ),
    "places": (
        _ID,
        Column("name"),
        Column("aliases", "list"),
        Column("country"),
        Column("latitude", "real"),
        Column("longitude", "real"),
        *_text("precision", "source"),
    ),
    "events": (
        _ID,
        *_text("type", "mode"),
        *_PARTIES,
        Column("date", "object", _DAYS),
        _PLACE,
        Column("status"),
        Column("contested", "truth"),
        Column("positions", "objects", _POSITION),
        Column("figures", "objects", _EVENT_FIGURE),
        *_lists("reports", "documents"),
        Column("origins", "integer"),
        Column("summary"),
    ),
    "reports": (
        _ID,
        Column("document", of="documents"),
        Column("event", of="events"),
        *_text("type", "mode"),
        *_PARTIES,
        Column("trigger", "object", _SPAN),
        Column("evidence", "object", _SPAN),
        Column("date", "object", _DAYS),
        Column("anchor"),
        _PLACE,
        Column("figures", "objects", _FIGURE),
        Column("status"),
        Column("said_by", "list"),
        Column("stance"),
        Column("hedged", "truth"),
        Column("quote"),
        _BY,
    ),
    "statements": (
        _ID,
        Column("document", of="documents"),
        Column("speaker", of="actors"),
        Column("speaker_text"),
        Column("source", "object", _SPAN),
        Column("cue", "object", _SPAN),
        Column("content", "objects", _SPAN),
        *_text("act", "quotation"),
        Column("addressee", "list"),
        Column("date", "object", _DAYS),
        Column("events", "list"),
        _BY,
    ),
    "commitments": (
        _ID,
        Column("name"),
        Column("aliases", "list"),
        Column("kind"),
        *_lists("parties", "mediator"),
        Column(
            "history",
            "objects",
            (
                Column("status"),
                Column("by", "list"),
                Column("date", "object", _DAYS),
                Column("evidence", "object", (Column("document"), *_SPAN)),
            ),
        ),
    ),
    "relations": (
        _ID,
        Column("a", of="actors"),
        *_text("relation", "b", "detail"),
        _EVIDENCE,
    ),
    "judgements": (
        _ID,
        *_text("kind", "left", "right", "verdict", "reason"),
        Column("score", "real"),
        *_text("by", "at"),
    ),
    "positions": (_ID, Column("event", of="events"), *_POSITION),
    "figures": (_ID, Column("event", of="events"), *_EVENT_FIGURE),
    "dyads": (
        _ID,
        Column("a", of="actors"),
        Column("b", of="actors"),
        Column("period"),
        Column("cooperation", "real"),
        Column("conflict", "real"),
        *_lists("reports", "events"),
    ),
    "edits": (_ID, *_text("at", "by", "table", "row", "column", "value", "reason")),
}
"""What is stored. Parents come before the rows that name them."""

VIEWS: Mapping[str, tuple[Column, ...]] = {"meta": _text("key", "value")}
"""What is made from the database when it is read."""

EXPORTS = (*TABLES, *VIEWS)


def columns(table: str) -> tuple[Column, ...]:
    """The columns of ``table``. Raises ValueError, in words, if there is none of that name."""
    found = TABLES.get(table) or VIEWS.get(table)
    if found is None:
        raise ValueError(f"there is no table {table!r}; there are {', '.join(EXPORTS)}")
    return found


def flat(parts: tuple[Column, ...], joint: str) -> Iterator[tuple[str, Column]]:
    """The columns with objects opened: ``published.basis``, and the column that ends the name."""
    for column in parts:
        if column.kind == "object":
            for name, part in flat(column.parts, joint):
                yield f"{column.name}{joint}{name}", part
        else:
            yield column.name, column
