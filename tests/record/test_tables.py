"""The tables are the contract's."""

from __future__ import annotations

import typing

import pytest

from standoff.cli.export import Table
from standoff.record import schema
from standoff.record.tables import EXPORTS, TABLES, columns, flat
from tests.record.rows import row

# As the public contract lists them; what the record adds to a table stands after these.
CONTRACT = {
    "documents": "id given_id path url outlet title published language text duplicate_of origin "
    "noise",
    "actors": "id name aliases kind country acts_for_state roles mentions",
    "reports": "id document event type mode actor recipient mediator trigger evidence date place "
    "figures status said_by stance hedged quote",
    "events": "id type mode actor recipient mediator date place status contested positions "
    "figures reports documents origins summary",
    "statements": "id document speaker speaker_text source cue content act quotation addressee "
    "date events",
    "commitments": "id name aliases kind parties mediator history",
    "relations": "id a relation b detail evidence",
    "dyads": "a b period cooperation conflict reports events",
    "positions": "who stance about against statements reports",
    "figures": "kind low high of said_by as_of reports",
    "judgements": "id kind left right verdict reason score by at",
    "places": "id name aliases country latitude longitude precision source",
    "meta": "",
    "edits": "",
}
PARTS = {
    ("documents", "published"): "earliest latest basis",
    ("documents", "noise"): "start end text",
    ("actors", "roles"): "title organisation country earliest latest",
    ("actors", "mentions"): "document start end",
    ("reports", "place"): "name country latitude longitude precision",
    ("events", "positions"): "who stance about against statements reports origins",
    ("events", "figures"): "kind low high of said_by as_of reports",
    ("commitments", "history"): "status by date evidence",
    ("relations", "evidence"): "document start end",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_columns(table: str) -> None:
    names = [c.name for c in columns(table)]
    assert set(CONTRACT[table].split()) <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("table", "column"), PARTS)
def test_parts(table: str, column: str) -> None:
    (found,) = [c for c in columns(table) if c.name == column]
    assert [p.name for p in found.parts] == PARTS[table, column].split()


def test_every_table_can_be_exported() -> None:
    assert set(CONTRACT) == set(EXPORTS) == set(typing.get_args(Table))


@pytest.mark.parametrize("table", TABLES)
def test_rows_come_back(table: str) -> None:
    given = row(table, "1")
    held = schema.to_columns(table)(given)
    assert schema.to_row(table)(held) == given
    assert set(held) == {name for name, _ in flat(TABLES[table], "_")}


def test_null_objects_come_back_null() -> None:
    given = {**row("reports", "1"), "date": None, "place": None}
    back = schema.to_row("reports")(schema.to_columns("reports")(given))
    assert back["date"] is None and back["place"] is None


def test_names_come_in_the_contracts_order() -> None:
    given = dict(reversed(row("events", "1").items()))
    given["figures"] = [dict(reversed(given["figures"][0].items()))]
    back = schema.to_row("events")(schema.to_columns("events")(given))
    assert list(back) == [c.name for c in TABLES["events"]]
    assert list(back["figures"][0]) == PARTS["events", "figures"].split()


def test_a_row_that_is_not_the_contracts_is_an_error() -> None:
    with pytest.raises(ValueError, match="odd"):
        schema.to_columns("actors")({**row("actors", "1"), "odd": 1})
    lacking = row("actors", "1")
    del lacking["kind"]
    with pytest.raises(ValueError, match="kind"):
        schema.to_columns("actors")(lacking)


def test_no_such_table() -> None:
    with pytest.raises(ValueError, match="no table 'evnts'; there are documents"):
        columns("evnts")
