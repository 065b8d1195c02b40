"""Finding rows by id, and saying an id in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.views.reading import Record

SHOWN = ("events", "actors", "statements", "commitments", "reports", "documents")
"""Tables whose rows can be shown, in the order in which they are looked through."""
_MANY = 12


class Unknown(ValueError):
    """No row, or more than one, has an id like that; the message is for the user."""


def find(record: Record, given: str) -> tuple[str, dict[str, Any]]:
    """The table and row whose id is ``given``, or the only one whose id begins with it.

    Raises Unknown.
    """
    matches: list[tuple[str, str]] = []
    for table in SHOWN:
        for i in record.store.ids(table, given, _MANY):
            if i == given:
                return table, next(record.rows(table, id=i))
            matches.append((table, i))
    if len(matches) == 1:
        table, i = matches[0]
        return table, next(record.rows(table, id=i))
    if matches:
        some = ", ".join(i for _, i in matches[:_MANY])
        more = ", …" if len(matches) > _MANY else ""
        raise Unknown(f"several ids begin with {given!r}: {some}{more}")
    raise Unknown(
        f"nothing in the record has the id {given!r}; the ids of the events are listed by "
        "`standoff export events`, and so on for actors, statements and commitments"
    )


class Names:
    """Names of actors and places by id."""

    def __init__(self, record: Record) -> None:
        self._names = {
            str(row["id"]): str(row["name"])
            for table in ("actors", "places")
            for row in record.rows(table)
        }

    def of(self, ids: str | Iterable[str] | None) -> str:
        """The names, with commas between; an id without a name stands for itself."""
        if ids is None:
            return ""
        listed = [ids] if isinstance(ids, str) else ids
        return ", ".join(self._names.get(i, i) for i in listed)


def days(value: Mapping[str, Any] | None) -> str:
    """``2025-05-10``, or ``2025-05-10 to 2025-05-12``; empty if unknown."""
    if not value or not value.get("earliest"):
        return ""
    if value["earliest"] == value["latest"]:
        return str(value["earliest"])
    return f"{value['earliest']} to {value['latest']}"


def figure(value: Mapping[str, Any]) -> str:
    """``at least 20 tourists killed``."""
    low, high = value["low"], value["high"]
    if low is not None and low == high:
        count = f"{low:,}"
    elif low is not None:
        count = f"at least {low:,}" if high is None else f"{low:,} to {high:,}"
    else:
        count = "an unknown number" if high is None else f"up to {high:,}"
    kind = "" if value["kind"] == "other" else value["kind"]
    return " ".join(x for x in (count, value["of"], kind) if x)


def is_told_place(report: Mapping[str, Any]) -> bool:
    """Whether the report's place stands in its article; else it is only the country that the
    article leaves for it (the rule of such a report says "+land")."""
    return "+land" not in str(report["by"] or "")


def place(value: Mapping[str, Any] | None) -> str:
    """``Pahalgam (IND)``; empty if unknown."""
    if not value:
        return ""
    return f"{value['name']} ({value['country']})" if value["country"] else str(value["name"])
