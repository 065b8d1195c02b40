"""Whom a statement blames."""

from __future__ import annotations

import re

from standoff.extract.positions.desk import Desk
from standoff.types import Frame, Statement

_TO_WHOM = re.compile(r"^(?:attribut|ascrib|pin|link|trac)", re.I)
_RESPONSIBLE = re.compile(
    r"\b(?:responsible|to blame|behind|bears? (?:\w+ )?responsibility|at fault)\b", re.I
)
_BLAMING = re.compile(r"blam|accus|fault|point\w* (?:the|a|their)? ?finger|hold|held|implicat")
_FOR_WHAT = re.compile(r"\b(?:for|of|over|responsible|in|with)\b")
_CLEFT = re.compile(r"\bit (?:was|is|had been) (.{2,60}?) (?:that|who|which)\b", re.I)
_STOP = re.compile(r"[.!?;:]\s|\n|\bthat\b")


def against(desk: Desk, st: Statement, frame: Frame, blaming: bool) -> tuple[int, ...]:
    """Who is blamed: the object of "blame", what follows "attribute … to", who "is behind"
    it; else, if the cue is one of blame, the event's actor as the speaker tells it."""
    cue = desk.cue(st)
    lo, hi = st.content[0].start, st.content[-1].end
    if _TO_WHOM.match(cue):
        last = list(re.finditer(r"\b(?:to|on)\b", desk.text[lo:hi]))
        return desk.actors(lo + last[0].end(), hi, st) if last else ()
    if blaming and _BLAMING.match(cue) and len(st.content) > 1:  # "the raid was blamed on X"
        tail = st.content[-1]
        if desk.text.startswith("on ", tail.start):
            return desk.actors(tail.start + 3, tail.end, st)
    if blaming and _BLAMING.match(cue):
        stop = _FOR_WHAT.search(desk.text, lo, hi)
        found = desk.actors(lo, stop.start() if stop else hi, st)
        if found:
            return found
    found = _behind(desk, st, frame, lo, hi) or _cleft(desk, st, frame, lo, hi)
    if found or not blaming:
        return found
    if st.cue is not None and frame.trigger.meets(st.cue):  # the accusation itself
        return tuple(a for a in frame.recipient if a not in st.actors)
    return tuple(a for a in frame.actor if a not in st.actors)


def _behind(desk: Desk, st: Statement, frame: Frame, lo: int, hi: int) -> tuple[int, ...]:
    """ "X was responsible for the raid": X, where the raid stands behind it in the sentence."""
    for m in _RESPONSIBLE.finditer(desk.text, lo, hi):
        if not m.end() <= frame.trigger.start:
            continue
        between = desk.text[m.end() : frame.trigger.start]
        if _STOP.search(between) or len(between) > 200:
            continue
        start = max([lo, *(e.end() for e in _STOP.finditer(desk.text, lo, m.start()))])
        found = desk.actors(start, m.start(), st)
        if found:
            return found[:4]
    return ()


def _cleft(desk: Desk, st: Statement, frame: Frame, lo: int, hi: int) -> tuple[int, ...]:
    """ "It was X that had shelled the village": X."""
    m = _CLEFT.search(desk.text, lo, hi)
    if m is None or frame.type not in ("ASSAULT", "COERCE"):
        return ()
    return desk.actors(m.start(1), m.end(1), st)
