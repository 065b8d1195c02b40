"""Nouns of promises, and what verbs do to them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from standoff.types import CommitmentKind, CommitmentStatus
from standoff.vocab import rows


@dataclass(frozen=True)
class CommitmentLexicon:
    """``nouns``: lemma → (kind, what it needs beside it); ``as_object`` and ``as_subject``:
    verb lemma → what it makes of a commitment that is its object or subject."""

    nouns: Mapping[str, tuple[CommitmentKind, str]]
    as_object: Mapping[str, CommitmentStatus]
    as_subject: Mapping[str, CommitmentStatus]


@functools.cache
def load() -> CommitmentLexicon:
    verbs = rows("commitment_status.csv")
    return CommitmentLexicon(
        nouns={r["noun"]: (r["kind"], r["needs"]) for r in rows("commitments.csv") if r["kind"]},  # type: ignore[misc]
        as_object={r["verb"]: r["status"] for r in verbs if r["role"] == "obj"},  # type: ignore[misc]
        as_subject={r["verb"]: r["status"] for r in verbs if r["role"] == "subj"},  # type: ignore[misc]
    )
