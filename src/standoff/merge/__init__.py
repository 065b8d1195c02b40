"""Many annotated articles → the rows of the record, by order-free judgements.

``assemble`` is a pure function of the set of articles: it sorts them by id first, so neither the
order of reading nor the number of workers can reach a row.
"""

from __future__ import annotations

from standoff.merge.assemble import Article, Tables, assemble

__all__ = ["Article", "Tables", "assemble"]
