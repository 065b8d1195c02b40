"""What stands in a page beside the article, and how headlines inflect their verbs."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from standoff.vocab import rows


@dataclass(frozen=True)
class NoiseLexicon:
    """Phrases in lower case by kind, and headline verbs: form → ``verb`` or ``either``."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    labels: frozenset[str]
    ends: tuple[str, ...]
    agencies: tuple[str, ...]
    journalists: tuple[str, ...]
    staff: frozenset[str]
    verbs: Mapping[str, str]


@functools.cache
def load() -> NoiseLexicon:
    by_kind: dict[str, list[str]] = {}
    for row in rows("noise.csv"):
        by_kind.setdefault(row["kind"], []).append(row["phrase"])
    return NoiseLexicon(
        lines=frozenset(by_kind["line"]),
        starts=tuple(by_kind["start"]),
        labels=frozenset(by_kind["label"]),
        ends=tuple(by_kind["end"]),
        agencies=tuple(by_kind["agency"]),
        journalists=tuple(by_kind["journalist"]),
        staff=frozenset(by_kind["staff"]),
        verbs={row["form"]: row["kind"] for row in rows("headline_verbs.csv")},
    )
