"""The days of an event that a phrase names: "(ten days after) the missile strikes".

In this order: a date inside the phrase or right behind it; a dated frame inside it; an earlier or
later word of the same stem in a dated clause; for a bare definite noun ("the coup", "they left")
the one day that the sentences before tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from standoff.extract.calendar.told import Told, width
from standoff.types import DayRange, Frame, Span
from standoff.vocab.times import time_words

_SURE = frozenset({"time", "offset", "same", "episode"})
_BEHIND = re.compile(
    r",\s(?:(?:which|that)\s(?:is|was|are|were|has|had|began|started|took|happened|came|fell|falls)"
    r"|due|set|scheduled|expected|planned|held|signed|slated)\b[^,;.\n]{0,40}$",
    re.I,
)
_BARE = re.compile(
    r"(?:(?:the|this|that|these|those|its|his|her|their)\s(?:[\w’'-]+\s?){1,3}|(?:they|he|she|it)\s\w+)$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:similar|another|previous|earlier|first|second|last|next|other|separate|war|end|of|for|in"
    r"|by|against|with)\b",
    re.I,
)
_NEW = re.compile(
    r"an?\s(?:\w+\s){0,2}?(?:similar|another|previous|earlier|separate|different)\b|another\s", re.I
)
_WORD = re.compile(r"[a-z]{3,}")
_EMPTY = time_words().no_event
_SAME = time_words().same_event
_CUT = re.compile(r"(?:ation|ution|ition|ments?|ures?|ings?|ions?|als?|ers?|ies|ied|ed|es|s|e|y)$")
BACK = 400
"""Code points before "after that" in which a day is told."""
REACH = 250
"""Code points around a word in which the time that dates it stands."""
NEAR = 3
"""Sentences before in which "the coup" finds the day that it speaks of."""
FAR = 12
"""Sentences before and after in which a word of the same stem is looked for."""


class Days:
    """What is known of the days of one text's events, for the phrases that count from them."""

    def __init__(
        self, text: str, sentences: Sequence[Span], told: Sequence[Told], frames: Sequence[Frame]
    ) -> None:
        self.text, self.sentences = text, sentences
        self.told = list(told)
        self._starts = [t.start for t in self.told]
        self.frames = sorted(frames, key=lambda f: f.trigger)
        self._triggers = [f.trigger.start for f in self.frames]
        self._sentence_starts = [s.start for s in sentences]
        self._stems: dict[int, dict[str, list[int]]] = {}

    def add(self, told: Told) -> None:
        """Lets later phrases count from what an earlier one has told."""
        at = bisect_left(self._starts, told.start)
        self.told.insert(at, told)
        self._starts.insert(at, told.start)

    def of(self, span: Span, start: int) -> DayRange | None:
        """The days of the event named in ``span``, of a phrase that starts at ``start``."""
        inside = [t for t in self._told_in(span.start, span.end) if t.known]
        if inside:
            return inside[0].days
        for f in self._frames_in(span):
            if f.when is not None and f.when_basis in _SURE and self._names(span, f):
                return f.when
        behind = self._told_in(span.end, span.end + 80)
        if behind and behind[0].known and _BEHIND.match(self.text[span.end : behind[0].start]):
            return behind[0].days
        return self._same_stem(span, start) or self._bare(span, start)

    def last(self, start: int, widest: int = 10) -> DayRange | None:
        """The day told last before ``start``: what "after that" counts from."""
        k = bisect_left(self._starts, start)
        for t in reversed(self.told[max(0, k - 4) : k]):
            if t.owned or t.within is not None or t.time.type == "DURATION":
                continue
            if start - t.end < BACK and (not t.known or width(t.days) < widest):
                return t.days if t.known else None
        return None

    def whole(self, start: int) -> DayRange | None:
        """All days told in the last sentence before ``start`` that tells any."""
        last = self.last(start)
        k = bisect_left(self._starts, start)
        if last is None or k == 0:
            return None
        s = self.sentences[self._sentence(self.told[k - 1].start)]
        days = [
            t.days for t in self._told_in(max(s.start, start - BACK), min(s.end, start)) if t.known
        ]
        days = [d for d in days if width(d) < 10] or [last]
        low, high = min(d.earliest for d in days), max(d.latest for d in days)
        return DayRange(low, high) if (high - low).days < 400 else last

    def _told_in(self, low: int, high: int) -> list[Told]:
        return self.told[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def _frames_in(self, span: Span) -> list[Frame]:
        low, high = (bisect_left(self._triggers, x) for x in (span.start, span.end))
        return self.frames[low : min(high, low + 5)]

    def _names(self, span: Span, f: Frame) -> bool:
        """Whether the frame is the event that the phrase names and not one inside its parts:
        "the trial over the May 3 bombing"."""
        return not re.search(
            r"\b(?:over|about|for|that|which|who)\s", self.text[span.start : f.trigger.start]
        )

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def _same_stem(self, span: Span, start: int) -> DayRange | None:
        head = re.split(r"\s(?:of|in|at|on|by|against|near|between)\s", span.cut(self.text))[0]
        wanted = {s for s in map(stem, _WORD.findall(head.lower())) if s}
        if not wanted or _NEW.match(span.cut(self.text)):
            return None
        here = self._sentence(start)
        best: tuple[int, int] | None = None
        days = None
        low, high = max(0, here - FAR), min(len(self.sentences), here + FAR // 2 + 1)
        for i in range(low, high):
            stems = self._stems_of(i)
            for at in (at for word in sorted(wanted) for at in stems.get(word, ())):
                if start <= at < span.end:
                    continue
                found = self._day_at(i, at)
                if found is not None:
                    key = (abs(i - here) * 2 + (i > here), at)
                    if best is None or key < best:
                        best, days = key, found
        return days

    def _stems_of(self, i: int) -> dict[str, list[int]]:
        """Where the stems of a sentence stand, the first few of each."""
        if i not in self._stems:
            s = self.sentences[i]
            said = self.text[s.start : min(s.end, s.start + 600)].lower()
            found: dict[str, list[int]] = {}
            for m in _WORD.finditer(said):
                if word := stem(m.group()):
                    places = found.setdefault(word, [])
                    if len(places) < 3:
                        places.append(s.start + m.start())
            self._stems[i] = found
        return self._stems[i]

    def _day_at(self, i: int, at: int) -> DayRange | None:
        """The day of the word at ``at``: of the frame there, else of the time nearest behind it,
        else of the time before it."""
        k = bisect_right(self._triggers, at) - 1
        if k >= 0 and at < self.frames[k].trigger.end:
            f = self.frames[k]
            if f.when is not None and f.when_basis in _SURE:
                return f.when
        s = self.sentences[i]
        here = [
            t
            for t in self._told_in(max(s.start, at - REACH), min(s.end, at + REACH))
            if t.known and (not t.owned or t.end < at < t.end + 30)
        ]
        behind = [t for t in here if t.start > at]
        before = [t for t in here if t.end <= at]
        chosen = behind[0] if behind else before[-1] if before else None
        return chosen.days if chosen is not None and width(chosen.days) < 370 else None

    def _bare(self, span: Span, start: int) -> DayRange | None:
        """ "the coup", "they left": the one day that the sentences before tell."""
        said = span.cut(self.text)
        if not _BARE.match(said) or _OTHER.search(said):
            return None
        here = self._sentence(start)
        for i in range(here - 1, max(-1, here - 1 - NEAR), -1):
            s = self.sentences[i]
            days = {
                (t.days.earliest, t.days.latest)
                for t in self._told_in(s.start, min(s.end, s.start + 1000))
                if t.known and not t.owned and t.time.type != "DURATION"
            }
            if len(days) == 1:
                (one,) = days
                return DayRange(*one)
            if days:
                return None
        return None


def stem(word: str) -> str:
    """A word without its endings, so that "dissolution" meets "dissolved"; "" for empty words."""
    if word in _EMPTY:
        return ""
    if (known := _SAME.get(word)) is not None:
        return known
    bare = word[2:] if word.startswith("re") and len(word) > 7 else word
    cut = _CUT.sub("", bare)
    if len(cut) < 3:
        cut = bare
    if len(cut) > 4 and cut[-1] == cut[-2]:
        cut = cut[:-1]
    return cut[:6]
