"""The same event told again: "the attack", "the Harbour bombing", "the attack that killed nine"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from standoff.extract.calendar.told import width
from standoff.types import DayRange, Frame
from standoff.vocab.times import time_words

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|[A-Z][\w-]+['’]s)\s+(?P<mods>(?:[\w’'-]+\s+){0,4})$", re.I
)
_AFTER = re.compile(
    r"\s+(?:on|in|of|at|near|against|between)\s+(?:the\s+)?(?:(?:[A-Z]\.)+\s+)?(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3})"
)
_OBJECT_NEXT = re.compile(r"\s+(?:the|a|an|his|her|its|their|our|[A-Z][a-z]+)\b")
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")
_VERBISH = re.compile(
    r"\b(?:a|an|the|its|his|her|their|since|is|was|are|were|had|has|have|will|would|said|of|in|on|to|for|by|from|with|and|or|that"
    r"|which|who|at)\s"
)
_PAST = time_words().past
_OTHER = re.compile(
    r"\b(?:next|first|second|third|last|latest|new|previous|earlier|future|other|planned|possible"
    r"|worst|deadliest|biggest|largest)\s",
    re.I,
)
_RELATIVE = re.compile(
    r"^(?:\s+(?:[\w’'-]+\s+){0,7}?(?:that|which|had|has|have)\s+(?:had\s+|has\s+|have\s+)?|\s+)$"
)
# "killed 17 people and wounded more than 50".
_AND_TOO = re.compile(r"\s(?:[\w’'-]+\s){0,5}and\s$")
_DATED = frozenset({"time", "offset", "episode", "publication"})
_VAGUE = 10
_OLD = 45
BACK, AHEAD = 100, 40
"""Frames looked at, before and after."""
REACH = 60
"""Code points before a noun in which its determiner and names stand."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A definite noun: the names that tell it from others of its kind."""

    names: frozenset[str]
    near: frozenset[str]
    """Names that follow ("in Homewood"): the same event need not be told with them."""


def _own_names(text: str, frame: Frame) -> set[str]:
    """The names in the trigger's own noun phrase: "Harbour" of "the May 3 Harbour bombing in X"."""
    before = text[max(0, frame.trigger.start - REACH) : frame.trigger.start]
    near = re.search(r"((?:[\w’'-]+\s+){0,5})$", before)
    names = set(_NAME.findall(_VERBISH.split(near[1])[-1])) if near else set()
    after = _AFTER.match(text, frame.trigger.end)
    return names | (set(after["name"].split()) if after else set())


def definite(text: str, frame: Frame) -> Reference | None:
    """The reference that the trigger makes, if it is a definite noun."""
    word = frame.trigger.cut(text).lower()
    if word not in (frame.lemma, frame.lemma + "s", frame.lemma + "es") or " " in word:
        return None
    m = _DEFINITE.search(text[max(0, frame.trigger.start - REACH) : frame.trigger.start])
    if m is None or _VERBISH.search(m["mods"]) or _OTHER.search(m["mods"]):
        return None
    # "the port drew swift retaliation", "the army launched attacks": the noun is another's.
    words = m["mods"].lower().split()
    if any(w in _PAST for w in words) or any(w.endswith("ed") for w in words[1:]):
        return None
    names = set(_NAME.findall(m["mods"]))
    after = _AFTER.match(text, frame.trigger.end)
    if not after and _OBJECT_NEXT.match(text, frame.trigger.end):
        return None  # "the troops attack the town"
    return Reference(frozenset(names), frozenset(after["name"].split() if after else ()))


def antecedent(
    text: str, frames: Sequence[Frame], i: int, ref: Reference, published: DayRange | None
) -> int | None:
    """The dated frame that frame ``i`` tells again: of its type, its names where it has some,
    the nearest before it, else the first after it."""
    me = frames[i]
    main = _main_day(frames, me.type)
    names = ref.names | ref.near
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
        if not ref.names and stale(text, f, me, published):
            continue
        around = _around(text, f) if ref.names else ""
        shared = sum(n in around for n in ref.names)
        if ref.names and not shared:
            continue
        same_word = f.lemma == me.lemma
        if j > i and not (shared or same_word):
            continue
        own = len(names & _own_names(text, f)) if names else 0
        key = (own, shared, j < i, same_word, f.when == main, j if j < i else -j)
        if best is None or key > best:
            best, chosen = key, j
    return chosen


def stale(text: str, old: Frame, me: Frame, published: DayRange | None) -> bool:
    """Whether ``old`` happened long before the article, and is told far from ``me``."""
    if published is None or old.when is None:
        return False
    return old.when.latest < published.earliest - timedelta(days=_OLD) and _apart(text, old, me)


def _around(text: str, f: Frame) -> str:
    """What stands around a trigger in its own sentence."""
    low, high = max(0, f.trigger.start - REACH), f.trigger.end + REACH
    left = re.split(r"[.!?]\s|\n", text[low : f.trigger.start])[-1]
    return left + re.split(r"[.!?]\s|\n", text[f.trigger.start : high])[0]


def _apart(text: str, a: Frame, b: Frame) -> bool:
    """Whether two frames stand in different paragraphs, or far apart."""
    low, high = sorted((a.trigger.end, b.trigger.start))
    return high - low > 600 or "\n" in text[low:high]


def _main_day(frames: Sequence[Frame], type_: str) -> DayRange | None:
    """The days of the first dated event of a type: what the article is about."""
    for f in frames:
        if f.type == type_ and f.when is not None and f.when_basis in _DATED:
            return f.when
    return None


def retold(text: str, frames: Sequence[Frame], i: int) -> int | None:
    """The frame just before in the sentence that frame ``i`` only unfolds: "the attack that killed
    nine people", "the raid had killed two", "killed nine and wounded two"."""
    me = frames[i]
    if i == 0:
        return None
    before = frames[i - 1]
    if before.sentence != me.sentence or before.type != me.type or before.when is None:
        return None
    gap = text[before.trigger.end : me.trigger.start]
    told_again = _RELATIVE.match(gap) or _AND_TOO.match(gap)
    return i - 1 if len(gap) < 60 and gap.strip() and told_again else None


LEAD = 3
"""Sentences below the headline in which its event is told again."""


def headlined(frames: Sequence[Frame], i: int, published: DayRange | None) -> int | None:
    """The dated frame of the lead that the headline's frame ``i`` announces: it is news."""
    me = frames[i]
    if me.when is not None or me.status not in ("happened", "ongoing"):
        return None
    for j in range(i + 1, min(len(frames), i + AHEAD)):
        f = frames[j]
        if f.sentence > LEAD:
            break
        if f.when is None or f.when_basis != "time" or f.sentence == 0:
            continue
        new = published is None or (published.earliest - f.when.latest).days <= _OLD
        if new and width(f.when) <= _VAGUE and f.type == me.type and f.status == me.status:
            return j
    return None
