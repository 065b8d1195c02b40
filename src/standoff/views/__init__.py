"""The one reading door: what exports, the command line and the dossier know of a record."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.views.reading import Record

__all__ = ["Record"]


def __getattr__(name: str) -> Any:
    """Loads SQLAlchemy only for those who open a record: a view of tables needs none."""
    if name == "Record":
        from standoff.views.reading import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
