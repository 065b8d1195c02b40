"""The same event told again: "the attack", "the Harbour bombing", "the attack that killed nine"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from standoff.extract.calendar.told import width
from standoff.types import DayRange, Frame

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|[A-Z][\w-]+['’]s)\s+(?P<mods>(?:[\w’'-]+\s+){0,4})$", re.I
)
_AFTER = re.compile(
    r"\s+(?:on|in|of|at|near|against|between)\s+(?:the\s+)?(?:(?:[A-Z]\.)+\s+)?(?P<name>[A-Z][\w-]+)"
)
_OBJECT_NEXT = re.compile(r"\s+(?:the|a|an|his|her|its|their|our|[A-Z][a-z]+)\b")
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")
_VERBISH = re.compile(
    r"\b(?:a|an|the|its|his|her|their|since|is|was|are|were|had|has|have|will|would|said|of|in|on|to|for|by|from|with|and|or|that"
    r"|which|who|at)\s"
)
_RELATIVE = re.compile(
    r"^(?:\s+(?:[\w’'-]+\s+){0,7}?(?:that|which|had|has|have)\s+(?:had\s+|has\s+|have\s+)?|\s+)$"
)
_DATED = frozenset({"time", "offset", "episode"})
_VAGUE = 10
_OLD = 45
BACK, AHEAD = 300, 60
"""Frames looked at, before and after."""
REACH = 60
"""Code points before a noun in which its determiner and names stand."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A definite noun: the names that tell it from others of its kind."""

    names: frozenset[str]


def _own_names(text: str, frame: Frame) -> set[str]:
    """The names in the trigger's own noun phrase: "Harbour" of "the May 3 Harbour bombing in X"."""
    before = text[max(0, frame.trigger.start - REACH) : frame.trigger.start]
    near = re.search(r"((?:[\w’'-]+\s+){0,5})$", before)
    names = set(_NAME.findall(_VERBISH.split(near[1])[-1])) if near else set()
    after = _AFTER.match(text, frame.trigger.end)
    return names | ({after["name"]} if after else set())


def definite(text: str, frame: Frame) -> Reference | None:
    """The reference that the trigger makes, if it is a definite noun."""
    word = frame.trigger.cut(text).lower()
    if word not in (frame.lemma, frame.lemma + "s", frame.lemma + "es") or " " in word:
        return None
    m = _DEFINITE.search(text[max(0, frame.trigger.start - REACH) : frame.trigger.start])
    if m is None or _VERBISH.search(m["mods"]):
        return None
    names = set(_NAME.findall(m["mods"]))
    after = _AFTER.match(text, frame.trigger.end)
    if after:
        names.add(after["name"])
    elif _OBJECT_NEXT.match(text, frame.trigger.end):
        return None  # "the troops attack the town"
    return Reference(frozenset(names))


def antecedent(
    text: str, frames: Sequence[Frame], i: int, ref: Reference, published: DayRange | None
) -> int | None:
    """The dated frame that frame ``i`` tells again: of its type, its names where it has some,
    the nearest before it, else the first after it."""
    me = frames[i]
    recent = published.earliest - timedelta(days=_OLD) if published else None
    best: tuple[int, ...] | None = None
    chosen = None
    for j in range(max(0, i - BACK), min(len(frames), i + AHEAD)):
        f = frames[j]
        if j == i or f.type != me.type or f.when is None or f.when_basis not in _DATED:
            continue
        if f.status not in ("happened", "ongoing"):
            continue
        if width(f.when) > _VAGUE and not ref.names:
            continue
        if recent and not ref.names and f.when.latest < recent and me.sentence - f.sentence > 2:
            continue
        around = text[max(0, f.trigger.start - REACH) : f.trigger.end + REACH]
        shared = sum(n in around for n in ref.names)
        if ref.names and not shared:
            continue
        same_word = f.lemma == me.lemma
        if j > i and not (shared or same_word):
            continue
        own = len(ref.names & _own_names(text, f)) if ref.names else 0
        key = (own, shared, j < i, same_word, j if j < i else -j)
        if best is None or key > best:
            best, chosen = key, j
    return chosen


def retold(text: str, frames: Sequence[Frame], i: int) -> int | None:
    """The frame just before in the sentence that frame ``i`` only unfolds: "the attack that killed
    nine people", "the raid had killed two"."""
    me = frames[i]
    if i == 0:
        return None
    before = frames[i - 1]
    if before.sentence != me.sentence or before.type != me.type or before.when is None:
        return None
    gap = text[before.trigger.end : me.trigger.start]
    return i - 1 if len(gap) < 60 and gap.strip() and _RELATIVE.match(gap) else None
