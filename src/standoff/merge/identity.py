"""Ids made from content, and connected components of judgements."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def make_id(prefix: str, *parts: object) -> str:
    """A short id from content: the same parts give the same id on every machine."""
    joined = "\x1f".join(str(p) for p in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8')).hexdigest()[:16]}"


class Components:
    """Union-find over hashable things; the components do not depend on the order of unions."""

    def __init__(self, things: Iterable[Hashable]) -> None:
        self._parent: dict[Hashable, Hashable] = {t: t for t in things}

    def find(self, thing: Hashable) -> Hashable:
        root = thing
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[thing] != root:
            self._parent[thing], thing = root, self._parent[thing]
        return root

    def join(self, a: Hashable, b: Hashable) -> None:
        self._parent[self.find(a)] = self.find(b)

    def groups(self, things: Sequence[T]) -> list[list[T]]:
        """The components as lists, each in the order of ``things``, ordered by first member."""
        out: dict[Hashable, list[T]] = {}
        for t in things:
            out.setdefault(self.find(t), []).append(t)
        return list(out.values())
