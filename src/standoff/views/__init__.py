"""The one reading door: what exports, the command line and the dossier know of a record."""

from standoff.views.reading import Record

__all__ = ["Record"]
