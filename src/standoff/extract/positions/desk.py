"""One article's frames laid out for looking up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from standoff.index import MentionIndex
from standoff.types import Annotations, Span, Statement

_MUTUAL = re.compile(r"^\W*(?:each other|one another)\b", re.I)
_CONDITION = re.compile(
    r"\b(?:if|unless|whether or not|short of|without)\s+(?:[\w.’'-]+\s+){0,4}$",
    re.I,
)

_KILLED = re.compile(
    r"(?:kill|murder|gun down|assassinat|execut|behead|slay|slain|massacre|lynch|shoot dead)", re.I
)
_PRONOUN = re.compile(r"(?:he|she|him|her|they|who|i)$", re.I)

_HEAD, _OFTEN = 2, 3
"""The article's story is told in the first sentences (counted from 0), and three times or more."""


class Desk:
    """What is known of one article, by offset. ``frames`` and ``text`` are the article's."""

    def __init__(self, text: str, done: Annotations, index: MentionIndex) -> None:
        self.text = text
        self.done = done
        self.index = index
        self.frames = done.frames
        self.order = sorted(range(len(done.frames)), key=lambda f: (done.frames[f].trigger, f))
        self.starts = [done.frames[f].trigger.start for f in self.order]
        self._story = self._most_told()
        self._dead = self._killed()

    def _most_told(self) -> int | None:
        tellings = Counter(self.first_telling(f) for f in range(len(self.frames)))
        heads = [f for f in tellings if self.frames[f].sentence <= _HEAD and tellings[f] >= _OFTEN]
        return min(heads, key=lambda f: (-tellings[f], f)) if heads else None

    def _killed(self) -> frozenset[int]:
        """Persons told as killed, who never speak by their name."""
        actors = self.done.mentions.actors
        dead = {
            a
            for f in self.frames
            if f.type == "ASSAULT" and f.status == "happened" and _KILLED.match(f.rule or f.lemma)
            for a in f.recipient
            if actors[a].kind == "person"
        }
        return frozenset(
            dead - {a for st in self.done.statements if not _by_reference(st) for a in st.actors}
        )

    # --- frames -----------------------------------------------------------------------------

    def inside(self, st: Statement, others: bool = False) -> list[int]:
        """Frames in the content; with ``others`` also what somebody else's word tells in it ("a
        charge by Peru that …")."""
        out = []
        for span in st.content:
            i = bisect_left(self.starts, span.start)
            while i < len(self.order) and self.starts[i] < span.end:
                f = self.order[i]
                if self.frames[f].trigger.end <= span.end and not self._by_other(f, st, others):
                    out.append(f)
                i += 1
        return out

    def _by_other(self, f: int, st: Statement, nouns: bool) -> bool:
        own = self.frames[f].statement
        if own is None:
            return False
        inner = self.done.statements[own]
        if nouns and inner.rule == "noun":
            return False
        return inner is not st and inner.inside is not None and inner.cue != st.cue

    def at_cue(self, st: Statement) -> int | None:
        """The frame that the statement's own cue triggers ("denied": REJECT), if any."""
        if st.cue is None:
            return None
        lo = bisect_left(self.starts, st.cue.start - 40)
        for f in self.order[lo : bisect_right(self.starts, st.cue.end)]:
            if self.frames[f].trigger.meets(st.cue):
                return f
        return None

    def in_sentence(self, st: Statement) -> list[int]:
        """Frames of the cue's sentence that stand outside the content and are not the cue."""
        return [
            f
            for f in self.order
            if self.frames[f].sentence == st.sentence
            and not (st.cue is not None and self.frames[f].trigger.meets(st.cue))
            and not any(s.meets(self.frames[f].trigger) for s in st.content)
        ]

    def is_story(self, f: int) -> bool:
        """Whether the frame tells the article's own story: told from its head on, and most often:
        the one that "the attack" means though others stand nearer."""
        return self._story is not None and self.first_telling(f) == self._story

    def first_telling(self, f: int) -> int:
        for _ in range(20):
            earlier = self.frames[f].same_as
            if earlier is None:
                break
            f = earlier
        return f

    def trigger(self, f: int) -> str:
        return self.frames[f].trigger.cut(self.text)

    # --- statements -------------------------------------------------------------------------

    def content(self, st: Statement) -> str:
        return self.text[st.content[0].start : st.content[-1].end]

    def cue(self, st: Statement) -> str:
        return st.cue.cut(self.text).lower() if st.cue is not None else ""

    def evidence(self, st: Statement) -> Span:
        ends = [s for s in (st.source, st.cue, *st.content) if s is not None]
        return Span(min(s.start for s in ends), max(s.end for s in ends))

    def same_side(self, actor: int, st: Statement) -> bool:
        """Whether ``actor`` is the speaker, or acts for the same state as it does."""
        actors = self.done.mentions.actors
        states = {actors[a].country for a in st.actors if actors[a].acts_for_state} - {None}
        other = actors[actor]
        return actor in st.actors or (other.acts_for_state and other.country in states)

    def is_mutual(self, st: Statement) -> bool:
        """Whether several parties do it to each other ("blamed each other for")."""
        return len(st.actors) > 1 and _MUTUAL.match(self.content(st)) is not None

    def is_conditional(self, st: Statement) -> bool:
        """Whether the cue stands in an if-clause."""
        if st.cue is None:
            return False
        before = self.text[max(0, st.cue.start - 60) : st.cue.start]
        return _CONDITION.search(before) is not None

    def is_dead(self, st: Statement) -> bool:
        """Whether "he" or an unnamed speaker was taken for one whom the article tells as killed."""
        return _by_reference(st) and bool(self._dead & set(st.actors))

    def speaks_other(self, k: int, st: Statement) -> bool:
        """Whether statement ``k`` is somebody else's."""
        actors = self.done.statements[k].actors
        return bool(actors) and not set(actors) & set(st.actors)

    def actors(self, start: int, end: int, st: Statement) -> tuple[int, ...]:
        """The parties named from ``start`` to ``end``, outermost mentions, not the speaker."""
        out: list[int] = []
        covered = start
        for m in self.index.inside(start, end):
            if m.start < covered:
                continue
            covered = m.end
            out.extend(a for a in m.actors if a not in out and a not in st.actors)
        return tuple(out)


def _by_reference(st: Statement) -> bool:
    """Whether the speaker stands there only as a pronoun, or is carried on from before."""
    return st.rule == "continued" or _PRONOUN.match(st.speaker_text or "he") is not None
