"""Frames and statements → positions: who asserts, denies, doubts, claims or blames what.

A statement takes a position on the events told in its content. Where the content only points back
("denied responsibility", "rejected the allegation", "the reports"), it is on what was told before:
the nearest event that fits, in the same sentence first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from standoff.index import MentionIndex
from standoff.types import Annotations, Frame, Position, Sentence, Span, Stance, Statement
from standoff.vocab.vocabulary import Vocabulary

_STANCE: dict[str, Stance] = {
    "say": "asserts",
    "claim": "asserts",
    "confirm": "asserts",
    "report": "asserts",
    "announce": "asserts",
    "warn": "asserts",
    "accuse": "blames",
    "deny": "denies",
    "reject": "denies",
    "no_comment": "no_comment",
    "neither_confirms_nor_denies": "neither_confirms_nor_denies",
    "claim_responsibility": "claims_responsibility",
    "condemn": "asserts",
}
_REAL = frozenset({"happened", "ongoing", "denied"})
# Events that somebody answers for; what a denial of "responsibility" can be about.
_BLAMEABLE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
# Telling is not the event that a denial is about: what was told is.
_VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT", "SUPPORT", "AGREE"})
_DOUBT = re.compile(r"doubt|question|cold water|sceptic|skeptic", re.I)
_GUILT = re.compile(
    r"\b(?:responsibility|involvement|role|part|hand|complicity|credit|link|guilt)s?\b"
)
_TOLD = re.compile(
    r"\b(?:reports?|allegations?|accusations?|charges?|claims?|assertions?|rumou?rs?|suggestions?"
    r"|findings?|version|account|narrative|accusing)\b",
    re.I,
)
_BACK = re.compile(r"^(?:it|this|that|them|these|those|so|any of (?:it|this|that))$", re.I)
_TO_WHOM = re.compile(r"^(?:attribut|ascrib|pin|link|trac)", re.I)
_RESPONSIBLE = re.compile(
    r"\b(?:responsible|to blame|behind|bears? (?:\w+ )?responsibility|at fault)\b", re.I
)
_BLAMING = re.compile(r"blam|accus|fault|point\w* (?:the|a|their)? ?finger|hold|held|implicat")
_FOR_WHAT = re.compile(r"\b(?:for|of|over|responsible|in|with)\b")
_CHARGE = re.compile(r"\b(?:allegation|accusation|charge)s?\b", re.I)
_STOP = re.compile(r"[.!?;:]\s|\n|\bthat\b")
_REACH = 4
"""Sentences that a reference back may span."""


def find_positions(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[Position]:
    """The positions taken in one article, in text order, each once.

    ``frame`` is an index into ``done.frames``: the first telling of the event (a frame that is
    ``same_as`` another stands for that one). ``about`` is "the event itself", "who did it" or
    "a figure". ``who`` and ``against`` are indices into the article's actors.
    """
    desk = _Desk(text, done, MentionIndex(sentences, done.mentions.mentions))
    out: list[Position] = []
    seen: set[tuple[int, Stance, int]] = set()
    for k, st in enumerate(done.statements):
        for position in desk.of_statement(k, st):
            key = (position.who, position.stance, position.frame)
            if key not in seen:
                seen.add(key)
                out.append(position)
    return out


class _Desk:
    """One article's frames laid out for looking up by place."""

    def __init__(self, text: str, done: Annotations, index: MentionIndex) -> None:
        self.text = text
        self.done = done
        self.index = index
        self.order = sorted(range(len(done.frames)), key=lambda f: (done.frames[f].trigger, f))
        self.starts = [done.frames[f].trigger.start for f in self.order]

    def of_statement(self, k: int, st: Statement) -> Iterator[Position]:
        stance = _STANCE.get(st.act)
        if stance is None or not st.actors:
            return
        if stance == "denies" and st.cue is not None and _DOUBT.search(st.cue.cut(self.text)):
            stance = "doubts"
        for f in self._targets(st, stance):
            frame = self.done.frames[f]
            told = self._as_told(f, stance, st)
            if told is None:
                continue
            taken, against = told
            about = self._about(st, frame, taken)
            for who in st.actors[:3]:
                if taken == "blames" and against == (who,):
                    continue
                yield Position(
                    who=who,
                    stance=taken,
                    about=about,
                    frame=self._first_telling(f),
                    against=tuple(a for a in against if a != who),
                    statement=k,
                    evidence=self._evidence(st),
                )

    # --- which events -----------------------------------------------------------------------

    def _targets(self, st: Statement, stance: Stance) -> list[int]:
        inside = [f for f in self._inside(st) if self._counts(f, st, stance)]
        if stance in ("denies", "neither_confirms_nor_denies", "no_comment"):
            # an "allegation" is denied for what it says, not for having been made
            inside = [f for f in inside if not _TOLD.fullmatch(self._trigger(f))]
        if stance == "asserts":
            return inside
        if stance == "blames":
            own = [f for f in inside if self.done.frames[f].type not in _VERBAL]
            return own[:3] or self._blamed_before(st)
        if stance in ("denies", "doubts"):
            return self._denied(st, inside)
        if stance == "claims_responsibility":
            held = [f for f in inside if self.done.frames[f].type in _BLAMEABLE]
            return held[:1] or self._back(st, True)
        return inside or self._back(st, False)

    def _denied(self, st: Statement, inside: Sequence[int]) -> list[int]:
        """The first event of what is denied. To reject a plan is not to deny that it was made: of
        what is rejected only what was told ("the allegation") or blame counts."""
        content = self._content(st)
        guilt = _GUILT.search(content) is not None
        if st.act == "reject" and not (guilt or _points_back(content)):
            return []
        back = guilt or _points_back(content)
        held = [f for f in inside if not guilt or self.done.frames[f].type in _BLAMEABLE]
        held = [f for f in held if not back or self.done.frames[f].type not in _VERBAL]
        return held[:1] or self._back(st, guilt)

    def _counts(self, f: int, st: Statement, stance: Stance) -> bool:
        """Whether the frame is something that the statement says to be so (or not)."""
        frame = self.done.frames[f]
        if st.cue is not None and frame.trigger.meets(st.cue):
            return False
        if stance in ("asserts", "blames", "claims_responsibility"):
            return frame.status in _REAL
        return True

    def _inside(self, st: Statement) -> list[int]:
        """Frames in the content, but not those that somebody else says in it."""
        out = []
        for span in st.content:
            i = bisect_left(self.starts, span.start)
            while i < len(self.order) and self.starts[i] < span.end:
                f = self.order[i]
                if self.done.frames[f].trigger.end <= span.end and not self._by_other(f, st):
                    out.append(f)
                i += 1
        return out

    def _by_other(self, f: int, st: Statement) -> bool:
        own = self.done.frames[f].statement
        if own is None:
            return False
        inner = self.done.statements[own]
        return inner is not st and inner.inside is not None and inner.cue != st.cue

    def _back(self, st: Statement, guilt: bool) -> list[int]:
        """What a content that names no event points back to: one event, or none."""
        content = self._content(st)
        if not (guilt or _points_back(content)):
            return []
        return self._before(st, guilt)

    def _blamed_before(self, st: Statement) -> list[int]:
        if st.cue is None or not re.match(r"blam|fault|point|hold|held", st.cue.cut(self.text)):
            return []
        return self._before(st, True)

    def _before(self, st: Statement, guilt: bool) -> list[int]:
        """The nearest fitting event told before the statement's cue, the same sentence first."""
        at = st.cue.start if st.cue is not None else st.content[0].start
        frames = self.done.frames
        best: tuple[tuple[bool, bool, int, int], int] | None = None
        for i in range(bisect_left(self.starts, at) - 1, -1, -1):
            f = self.order[i]
            frame = frames[f]
            back = st.sentence - frame.sentence
            if back > (_REACH * 3 if guilt else _REACH):
                break
            if frame.type in _VERBAL or (guilt and frame.type not in _BLAMEABLE):
                continue
            if frame.status not in _REAL:
                continue
            told = frame.statement is not None and self._speaks_other(frame.statement, st)
            by_type, by_word = frame.type != "ASSAULT", not told
            first, second = (by_type, by_word) if guilt else (by_word, by_type)
            rank = (first, second, back, -frame.trigger.start)
            if best is None or rank < best[0]:
                best = (rank, f)
        return [best[1]] if best is not None else []

    def _speaks_other(self, k: int, st: Statement) -> bool:
        actors = self.done.statements[k].actors
        return bool(actors) and not set(actors) & set(st.actors)

    def _first_telling(self, f: int) -> int:
        for _ in range(20):
            earlier = self.done.frames[f].same_as
            if earlier is None:
                break
            f = earlier
        return f

    # --- how it stands ----------------------------------------------------------------------

    def _as_told(
        self, f: int, stance: Stance, st: Statement
    ) -> tuple[Stance, tuple[int, ...]] | None:
        """The stance on one frame, and against whom. An event told as not having happened is
        denied by its own side, or where the article also tells it as a fact; else there is
        nothing to take a position on. One that somebody "is responsible for" is blamed on them."""
        frame = self.done.frames[f]
        if stance not in ("asserts", "blames"):
            return stance, ()
        if frame.status == "denied":
            if frame.type in _VERBAL:
                return None
            return ("denies", ()) if self._own_side(frame, st) or self._told_as_fact(f) else None
        against = self._against(st, frame, stance == "blames")
        return ("blames", against) if against else ("asserts", ())

    def _own_side(self, frame: Frame, st: Statement) -> bool:
        actors = self.done.mentions.actors
        sides = {actors[a].country for a in st.actors} - {None}
        return any(a in st.actors or actors[a].country in sides for a in frame.actor)

    def _told_as_fact(self, f: int) -> bool:
        first = self._first_telling(f)
        return first != f and self.done.frames[first].status in ("happened", "ongoing")

    def _about(self, st: Statement, frame: Frame, stance: Stance) -> str:
        if stance in ("blames", "claims_responsibility"):
            return "who did it"
        content = self._content(st)
        if stance in ("denies", "doubts") and (_GUILT.search(content) or _CHARGE.search(content)):
            return "who did it"
        if any(fig.span.meets(span) for fig in frame.figures for span in st.content):
            return "a figure"
        return "the event itself"

    def _against(self, st: Statement, frame: Frame, blaming: bool) -> tuple[int, ...]:
        """Who is blamed: the object of "blame", what follows "attribute … to", who "is behind"
        it; else, if the cue is one of blame, the event's actor as the speaker tells it."""
        cue = st.cue.cut(self.text).lower() if st.cue is not None else ""
        lo, hi = st.content[0].start, st.content[-1].end
        if _TO_WHOM.match(cue):
            last = list(re.finditer(r"\b(?:to|on)\b", self.text[lo:hi]))
            return self._actors(lo + last[0].end(), hi, st) if last else ()
        if blaming and _BLAMING.match(cue):
            stop = _FOR_WHAT.search(self.text, lo, hi)
            found = self._actors(lo, stop.start() if stop else hi, st)
            if found:
                return found
        found = self._behind(st, frame, lo, hi)
        if found or not blaming:
            return found
        return tuple(a for a in frame.actor if a not in st.actors)

    def _behind(self, st: Statement, frame: Frame, lo: int, hi: int) -> tuple[int, ...]:
        """ "X was responsible for the raid": X, where the raid stands behind it in the sentence."""
        for m in _RESPONSIBLE.finditer(self.text, lo, hi):
            if not m.end() <= frame.trigger.start:
                continue
            between = self.text[m.end() : frame.trigger.start]
            if _STOP.search(between) or len(between) > 200:
                continue
            start = max([lo, *(e.end() for e in _STOP.finditer(self.text, lo, m.start()))])
            found = self._actors(start, m.start(), st)
            if found:
                return found[:4]
        return ()

    def _trigger(self, f: int) -> str:
        return self.done.frames[f].trigger.cut(self.text)

    def _actors(self, start: int, end: int, st: Statement) -> tuple[int, ...]:
        out: list[int] = []
        covered = start
        for m in self.index.inside(start, end):
            if m.start < covered:
                continue
            covered = m.end
            out.extend(a for a in m.actors if a not in out and a not in st.actors)
        return tuple(out)

    def _content(self, st: Statement) -> str:
        return self.text[st.content[0].start : st.content[-1].end]

    def _evidence(self, st: Statement) -> Span:
        ends = [s for s in (st.source, st.cue, *st.content) if s is not None]
        return Span(min(s.start for s in ends), max(s.end for s in ends))


def _points_back(content: str) -> bool:
    """Whether the content speaks of something told before: "the reports", "it"."""
    return _TOLD.search(content) is not None or _BACK.match(content.strip()) is not None
