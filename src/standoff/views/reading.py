"""Reading a record: its tables, as rows or as frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from standoff.record.store import Store
from standoff.record.tables import EXPORTS

if TYPE_CHECKING:
    from standoff.merge.dyads import Period

Form = Literal["arrow", "polars", "pandas", "rows"]


class Record:
    """A record that is read. Closed by ``close``, or as a context manager.

    Methods raise RecordError where the database fails.
    """

    tables = EXPORTS

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, db: str | Path) -> Record:
        """The record at a path or SQLAlchemy URL. Raises RecordError if there is none."""
        return cls(Store.open(db, read_only=True))

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def table(self, name: str, as_: Form = "arrow") -> Any:
        """The whole table ``name``, sorted by id: Arrow, Polars, pandas, or a list of rows.

        Raises ValueError for a name or form that there is not, ModuleNotFoundError where pandas
        is asked for and not installed.
        """
        if as_ == "rows":
            return list(self.rows(name))
        if as_ not in ("arrow", "polars", "pandas"):
            raise ValueError(f"there is no form {as_!r}; there are arrow, polars, pandas, rows")
        from standoff.views import arrow

        made = arrow.table(name, self.rows(name))
        if as_ == "arrow":
            return made
        if as_ == "pandas":
            return made.to_pandas()
        import polars

        return polars.from_arrow(made)

    def rows(self, name: str, **equal: str) -> Iterator[dict[str, Any]]:
        """The rows of a table sorted by id; ``equal`` keeps those with that value in a column.

        Raises ValueError for a table that there is not.
        """
        return self.store.rows(name, **equal)

    def dyads(
        self,
        level: Literal["state", "actor"] = "state",
        period: Period = "week",
        scores: Mapping[str, float] | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Pairs of states, or of any actors, by period; ``scores`` weigh the event types."""
        from standoff.views.dyads import dyads

        return dyads(self, level, period, scores)

    def meta(self) -> dict[str, str]:
        """Versions, hashes and counts."""
        return self.store.meta()
