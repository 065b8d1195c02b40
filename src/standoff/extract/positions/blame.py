"""Whom a statement blames."""

from __future__ import annotations

import re

from standoff.extract.positions.desk import Desk
from standoff.extract.positions.owning import named
from standoff.types import Frame, Statement

_TO_WHOM = re.compile(r"^(?:attribut|ascrib|pin|link|trac)", re.I)
_RESPONSIBLE = re.compile(
    r"\b(?:(?:is|was|are|were|be|been|being|as)(?: \w+)?? (?:responsible|to blame|behind|at fault)"
    r"|bears? (?:\w+ )?responsibility)\b",
    re.I,
)
_BLAMING = re.compile(r"blam|accus|fault|point\w* (?:the|a|their)? ?finger|hold|held|implicat")
_FOR_WHAT = re.compile(r"\b(?:for|of|over|responsible|in|with)\b")
_CLEFT = re.compile(r"\bit (?:was|is|had been) (.{2,60}?) (?:that|who|which)\b", re.I)
_STOP = re.compile(r"[.!?;:]\s|\n|\bthat\b")
_ACCUSING = re.compile(
    r"blam|accus|fault|finger|\b(?:hold|held)|implicat|attribut|ascrib|\bpin|link|trac|alleg|charg"
    r"|indict|incriminat|suspect|denounc|decr(?:y|ied)|complain|condemn",
    re.I,
)
_WE_BLAME = re.compile(r"\b(?:we|i) (?:\w+ )?(?:blame|accuse|hold)\b", re.I)
_CLAIMING = re.compile(r"^(?:alleg|charg|complain|claim|suspect)", re.I)
_AGAINST = re.compile(r"\b(?:opponent|critic|rival|enem|foe|accuser|detractor|opposition)", re.I)
_SUFFERED = re.compile(
    r"^\W*(?:ha[ds]|have)?\s*\b(?:was|were|is|are|been|being|got)\s+(?:\w+ly\s+)?"
    r"(?:(?:the|a)\s+(?:\w+\s+)?(?:target|victim|object)|\w+(?:ed|en|wn|ung|ot|aid)\b)",
    re.I,
)


def accuses(desk: Desk, st: Statement) -> bool:
    """Whether the statement's own words blame: its cue, or "we blame" in what is said."""
    own = desk.at_cue(st)
    if own is not None and desk.frames[own].type == "ACCUSE":
        return True
    return bool(_ACCUSING.search(desk.cue(st)) or _WE_BLAME.search(desk.content(st)))


def against(desk: Desk, st: Statement, frame: Frame, blaming: bool) -> tuple[int, ...]:
    """Who is blamed: the object of "blame", what follows "attribute … to", who "is behind"
    it; else, if the cue is one of blame, the event's actor as the speaker tells it. Nobody is
    blamed who is not named in the statement's own words."""
    cue = desk.cue(st)
    lo, hi = st.content[0].start, st.content[-1].end
    if _TO_WHOM.match(cue):
        last = list(re.finditer(r"\b(?:to|on)\b", desk.text[lo:hi]))
        return desk.actors(lo + last[0].end(), hi, st) if last else ()
    if blaming and _BLAMING.match(cue) and len(st.content) > 1:  # "the raid was blamed on X"
        tail = st.content[-1]
        if desk.text.startswith("on ", tail.start):
            return desk.actors(tail.start + 3, tail.end, st)
    we = _WE_BLAME.search(desk.text, lo, hi) if blaming else None
    if blaming and (we or _BLAMING.match(cue)):
        start = we.end() if we else lo
        stop = _FOR_WHAT.search(desk.text, start, hi)
        found = desk.actors(start, stop.start() if stop else hi, st)
        if found:
            return found
    found = _behind(desk, st, frame, lo, hi) or _cleft(desk, st, frame, lo, hi)
    if found or not blaming:
        return found
    if st.cue is not None and frame.trigger.meets(st.cue):  # the accusation itself
        whom = named(desk, frame.recipient, frame.recipient_spans, st)
        if _CLAIMING.match(cue) and any(
            _SUFFERED.match(desk.text[s.end : hi]) for s in frame.recipient_spans
        ):  # "alleged that X had been poisoned": X is not accused
            return ()
        near = desk.index.inside(st.source.start, st.source.end) if st.source is not None else ()
        own = {a for m in near for a in m.actors}
        if _CLAIMING.match(cue) and not _AGAINST.search(st.speaker_text or ""):
            whom = tuple(a for a in whom if a not in own)  # "friends of X alleged that he …"
        return tuple(a for a in whom if a not in st.actors)
    whom = named(desk, frame.actor, frame.actor_spans, st)
    return tuple(a for a in whom if a not in st.actors and a not in frame.recipient)


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
