"""The record as one HTML page that opens anywhere, offline."""

from standoff.dossier.page import report

__all__ = ["report"]
