"""What the parser reads in place of a country's name, so that its answer hangs on no country.

The small model has learned more of some names than of others: the same sentence about two other
states comes out as another tree in one sentence of eight. It therefore reads one and the same name
for every state, adjective, people and capital of one word; the text itself is never touched.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from standoff.vocab import rows

_COLUMNS = (("capitals", "Paris"), ("people", "Germans"), ("adjectives", "French"),
            ("aliases", "France"), ("name", "France"))  # fmt: skip

_ENGLISH = frozenset({"Male", "Polish"})
"""Names that are also words which may begin a sentence."""


@functools.cache
def standins() -> Mapping[str, str]:
    """Word as it stands in a text → the word that the parser reads."""
    out: dict[str, str] = {}
    for row in rows("countries.csv"):
        for column, word in _COLUMNS:
            for name in row[column].split("|"):
                if name and " " not in name.strip() and name not in _ENGLISH:
                    out[name.strip()] = word
    return out
