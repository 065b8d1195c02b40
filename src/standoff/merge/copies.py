"""Which articles copy one another: overlap of five-word shingles.

A *copy* says nothing of its own (nearly all of its shingles stand in the other); articles of one
*origin* share a good part of their text (an agency's dispatch, edited). Boilerplate that stands in
many articles must not join them: a shingle that more than ``COMMON`` articles hold is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.merge.identity import Components
from standoff.types import Document, Judgement

COPY = 0.9
"""Share of an article's shingles that another holds, from which on it is only a copy."""
SAME_ORIGIN = 0.3
"""Jaccard overlap of shingles from which on two articles go back to one original."""
COMMON = 50
_LENGTH = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    duplicate_of: dict[str, str]
    origin: dict[str, str]
    judgements: tuple[Judgement, ...]


def find_copies(documents: Sequence[Document]) -> Copies:
    """Copies and origins among ``documents`` (sorted by id).

    Of two articles that hold each other, the one with the earlier known date, then the longer,
    then the smaller id is the original.
    """
    shingles = {d.id: _shingles(d.text) for d in documents}
    # A text that many outlets carry word for word counts once: else its own copies would make its
    # every stretch too common to tell anything.
    first_of: dict[frozenset[int], str] = {}
    same: list[tuple[str, str]] = []
    for d in sorted(documents, key=_originality):
        first = first_of.setdefault(shingles[d.id], d.id)
        if first != d.id:
            same.append((first, d.id))
    holders: dict[int, list[str]] = {}
    for held, holder in first_of.items():
        for s in held:
            holders.setdefault(s, []).append(holder)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= COMMON:
            for i, a in enumerate(ids):
                for b in ids[i + 1 :]:
                    shared[(a, b)] += 1
    by_id = {d.id: d for d in documents}
    shared.update({pair: len(shingles[pair[0]]) for pair in same})
    judgements = []
    components = Components(by_id)
    contained: dict[str, list[str]] = {}
    for (a, b), n in sorted(shared.items()):
        union = len(shingles[a]) + len(shingles[b]) - n
        jaccard = n / union
        original, copy = sorted((a, b), key=lambda i: _originality(by_id[i]))
        inside = n / len(shingles[copy])
        if jaccard < SAME_ORIGIN and inside < COPY:
            continue
        components.join(a, b)
        is_copy = inside >= COPY
        if is_copy:
            contained.setdefault(copy, []).append(original)
        judgements.append(
            Judgement(
                "copy",
                copy,
                original,
                "same",
                f"{inside:.2f} of its five-word stretches stand there"
                if is_copy
                else f"five-word overlap {jaccard:.2f}: one origin",
                round(max(jaccard, inside), 3),
            )
        )
    nearest = {
        copy: min(originals, key=lambda i: _originality(by_id[i]))
        for copy, originals in sorted(contained.items())
    }
    duplicate_of = {}
    for copy, original in nearest.items():
        while original in nearest:  # a copy of a copy: each step is to a more original one
            original = nearest[original]
        duplicate_of[copy] = original
    origin = {}
    for group in components.groups(sorted(by_id)):
        first = min(group, key=lambda i: _originality(by_id[i]))
        for member in group:
            origin[member] = first
    return Copies(duplicate_of, origin, tuple(judgements))


def _originality(d: Document) -> tuple[str, int, str]:
    day = d.published.days
    return (day.earliest.isoformat() if day else "9999", -len(d.text), d.id)


def _shingles(text: str) -> frozenset[int]:
    words = [w.lower() for w in _WORD.findall(text)]
    # Python's hash of strings differs from process to process; only equality inside this one
    # matters, and no hash leaves this module.
    return frozenset(
        hash(tuple(words[i : i + _LENGTH])) for i in range(max(1, len(words) - _LENGTH + 1))
    )
