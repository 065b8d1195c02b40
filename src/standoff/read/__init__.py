"""Inputs → articles: ``discover`` finds and reads bytes, ``read_source`` makes a document of them.

>>> documents = [read_source(source) for source in discover(["articles/"])]  # doctest: +SKIP
"""

from standoff.read.article import document_id, read_source
from standoff.read.discover import discover
from standoff.read.source import Source, make_source

__all__ = ["Source", "discover", "document_id", "make_source", "read_source"]
