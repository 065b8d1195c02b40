"""Words that tell that a text is about conflict, dealings between states or politics."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from standoff.vocab import rows


@functools.cache
def topic_words() -> Mapping[str, int]:
    """Form in lower case → its weight: 3 for armed force and foreign affairs, 1 for politics."""
    return {w: int(row["weight"]) for row in rows("topics.csv") for w in row["words"].split()}
