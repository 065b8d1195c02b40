"""Which events a statement takes its position on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from standoff.extract.positions.desk import Desk
from standoff.types import Stance, Statement
from standoff.vocab.stances import FALSEHOOD

_REAL = frozenset({"happened", "ongoing", "denied"})
# Events that somebody answers for; what a denial of "responsibility" can be about.
_BLAMEABLE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
# Telling is not the event that a denial is about: what was told is.
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT", "SUPPORT", "AGREE"})
_GUILTY = r"(?:responsibility|involvement|role|part|hand|complicity|credit|link|tie|guilt|blame)s?"
GUILT = re.compile(rf"\b{_GUILTY}\b")
CHARGE = re.compile(r"\b(?:allegation|accusation|charge|claim)s?\b", re.I)
_TOLD_NOUN = (
    r"(?:reports?|allegations?|accusations?|charges?|claims?|assertions?|rumou?rs?|suggestions?"
    r"|findings?|version|account|narrative|story|conclusions?)"
)
_TOLD = re.compile(rf"\b{_TOLD_NOUN}\b|\baccusing\b", re.I)
# "reports of a halt", "responsibility for the blast": what it is about is named beside it.
_COMPLEMENT = re.compile(
    rf"\b(?:{_TOLD_NOUN}|{_GUILTY})\b(?: \w+ing)?"
    r"(?: (?:made )?(?:by|from|in|against|during|on|over|at|since|after) (?:[\w’'-]+ ){1,6}?)?"
    r"\s*(?:\bof\b|\bthat\b|\bfor\b|\bin\b|\babout\b|\bwith\b|\bto\b)\s+"
    r"(?!(?:the )?(?:matter|affair|incidents?|events?|it|this|that|them|these|such|any such)\b)",
    re.I,
)
_BACK = re.compile(
    r"^(?:it|this|that|them|these|those|so|all (?:this|that|of it)|any of (?:it|this|that))\b", re.I
)
_PART_IN_IT = re.compile(_GUILTY + r" (?:in|for|of|to) (?:it|this|that|them|these|those)\b", re.I)
_ONLY_BACK = re.compile(r"^(?:it|this|that|them|these|those|so|any of (?:it|this|that))$", re.I)
_CONTRADICTING = re.compile(
    r"^\W*(?:no|never|nonsense|rubbish|lies|nothing of the|fake news|not true|untrue"
    r"|absolutely not|of course not|i find|we find|we (?:were|had|have|did|are)|our \w+"
    r"|(?:that|this|it) (?:is|was)"
    r"|the (?:\w+ )?(?:accusation|allegation|claim|report|charge)s? (?:is|are|was|were))\b",
    re.I,
)
# A definite word for violence told before, where it is no frame of its own.
_THE_ATTACK = re.compile(
    r"\b(?:the|this|that|these|those|both) (?:[\w-]+ ){0,2}?(?:attack|air ?strike|strike|bombing"
    r"|raid|blast|killing|assault|massacre|shelling|explosion|shooting|ambush|atrocity|murder"
    r"|violence|bloodshed|crash|hijacking|kidnapping|abduction)s?\b",
    re.I,
)
_FOR_WHAT = re.compile(
    r"\b(?:for|of|over) (?!(?:it|this|that|them|the (?:matter|incident|events?))\b)"
)
_BLAMING = re.compile(r"blam|fault|point|hold|held")
_OF_DOING = re.compile(r"\bof (\w{2,}ing)\b", re.I)
_DOING = re.compile(
    r"carry|commit|conduct|launch|stag|mount|orchestrat|plan|plot|mastermind|be|hav|perpetrat|support"
    r"|back|sponsor|aid|abet|arm|help|order|instigat|incit|start|caus|provok|direct|financ|fund"
    r"|escalat|us|tak|execut|wag|prepar|participat|resum|continu|attempt|try|play|engag|open|fir",
    re.I,
)
_FOR_WHICH = re.compile(r"\b(?:for|over|of|in) (?:which|what|whom)\s*$", re.I)
_JOINED = re.compile(r"[,;] (?:and|but)\s*$", re.I)
_WARS = frozenset({"war", "conflict", "battle", "tension", "hostility", "hostilities"})
_ANYWHERE = 10_000
_REACH = 4
"""Sentences that a reference back may span."""


def targets(desk: Desk, st: Statement, stance: Stance) -> list[int]:
    """The frames that the position is on; empty if there is none."""
    inside = [f for f in desk.inside(st) if _counts(desk, f, st, stance)]
    if stance == "asserts":
        return inside
    if stance == "blames":
        own = [f for f in inside if desk.frames[f].type not in VERBAL and not _aside(desk, f, st)]
        found = own[:3] or _blamed_before(desk, st)
        return [*found, *(f for f in _own(desk, st) if f not in found)]
    # an "allegation" is denied for what it says, not for having been made
    inside = [f for f in inside if not _TOLD.fullmatch(desk.trigger(f))]
    if stance in ("denies", "doubts"):
        return _denied(desk, st, inside, stance)
    if stance == "claims_responsibility":
        held = [f for f in inside if desk.frames[f].type in _BLAMEABLE]
        return held[:1] or _before(desk, st, True, _ANYWHERE) or _behind(desk, st)
    happenings = [f for f in inside if desk.frames[f].type not in VERBAL]
    agreed = [f for f in inside if desk.frames[f].type not in ("CONSULT", "REQUEST", "REJECT")]
    return (happenings or agreed)[:1] or _asked_about(desk, st) or _own(desk, st)


def _aside(desk: Desk, f: int, st: Statement) -> bool:
    """Whether an event is only what the wrong was done with: "accused Peru of exploiting the
    killings" does not lay the killings at its door."""
    at = desk.frames[f].trigger
    found = list(_OF_DOING.finditer(desk.text, st.content[0].start, at.end))
    if not found:
        return False
    last = found[-1]
    return last.end() <= at.start and not _DOING.match(last[1])


def _counts(desk: Desk, f: int, st: Statement, stance: Stance) -> bool:
    """Whether the frame is something that the statement says to be so (or not)."""
    frame = desk.frames[f]
    if st.cue is not None and frame.trigger.meets(st.cue):
        return False
    if stance in ("asserts", "blames", "claims_responsibility"):
        return frame.status in _REAL
    return True


def _denied(desk: Desk, st: Statement, inside: Sequence[int], stance: Stance) -> list[int]:
    """The first event of what is denied, and the accusation that is rejected with it. To reject a
    plan is not to deny that it was made: of what is rejected only what was told ("the
    allegation"), blame, or what is called untrue counts."""
    content = desk.content(st)
    guilt = GUILT.search(content) is not None
    back = _points_back(content)
    untrue = FALSEHOOD.search(content) is not None
    if st.act == "reject" and not (guilt or back or untrue):
        return []
    held = [f for f in inside if not guilt or desk.frames[f].type in _BLAMEABLE]
    happenings = [f for f in held if desk.frames[f].type not in VERBAL]
    held = happenings or ([] if guilt else held)
    if not held and back:  # "a charge by Peru that its jets had …": told by another
        told = desk.inside(st, others=True)
        held = [f for f in told if desk.frames[f].type not in VERBAL]
    accusation = _accusation(desk, st, content) if stance == "denies" else []
    if held:
        return [held[0], *(f for f in accusation if f != held[0])]
    if _THE_ATTACK.search(content) and (found := _before(desk, st, True)):
        return [*found, *(f for f in accusation if f not in found)]
    if _COMPLEMENT.search(content) is None and (guilt or back or _contradicts(desk, st, content)):
        found = _before(desk, st, guilt) or accusation
        return [*found, *(f for f in accusation if f not in found)]
    return accusation or _own(desk, st)


def _own(desk: Desk, st: Statement) -> list[int]:
    """The statement's own frame: what it is about is no event of the coding."""
    own = desk.at_cue(st)
    return [own] if own is not None and desk.frames[own].type in ("REJECT", "ACCUSE") else []


def _contradicts(desk: Desk, st: Statement, content: str) -> bool:
    """Whether a quotation or plain clause only contradicts what was told before it."""
    words = content.strip("\"“”‘’' ")
    plain = st.act not in ("deny", "reject") or desk.at_cue(st) is None
    return plain and (_CONTRADICTING.match(words) is not None or _BACK.match(words) is not None)


def _accusation(desk: Desk, st: Statement, content: str) -> list[int]:
    """The accusation that an "allegation" speaks of: told in the content ("a charge by Peru"), or
    the nearest one before that is somebody else's."""
    if CHARGE.search(content) is None:
        return []
    frames = desk.frames
    for f in desk.inside(st):
        if frames[f].type == "ACCUSE" and frames[f].actor and frames[f].status in _REAL:
            return [f]
    if _COMPLEMENT.search(content) is not None:
        return []
    at = desk.evidence(st).start if st.source is not None else st.content[0].start
    end = max(at, st.cue.start if st.cue is not None else at)
    for i in range(bisect_left(desk.starts, end) - 1, -1, -1):
        f = desk.order[i]
        if st.sentence - frames[f].sentence > 2:
            break
        if frames[f].type != "ACCUSE" or frames[f].status not in _REAL or not frames[f].actor:
            continue
        if not set(frames[f].actor) & set(st.actors):
            return [f]
    return []


def _asked_about(desk: Desk, st: Statement) -> list[int]:
    """What somebody was asked and would not say: "asked about the raid, he declined to comment"."""
    near = [
        f
        for f in desk.in_sentence(st)
        if desk.frames[f].type not in VERBAL and desk.frames[f].status in _REAL
    ]
    if near:
        at = st.cue.start if st.cue is not None else st.content[0].start
        return [min(near, key=lambda f: (abs(desk.frames[f].trigger.start - at), f))]
    return _before(desk, st, False, 2)


def _blamed_before(desk: Desk, st: Statement) -> list[int]:
    """ "Blamed Peru": for what was told before; "blamed Peru for the collapse" is on its own."""
    if st.cue is None:
        return []
    named = _FOR_WHAT.search(desk.content(st)) is not None
    named = named and _THE_ATTACK.search(desk.content(st)) is None
    start = min(s.start for s in (st.source, st.cue) if s is not None)
    aside = _FOR_WHICH.search(desk.text, max(0, start - 20), start) is not None
    if st.source is not None and _JOINED.search(desk.text, max(0, start - 20), start):
        told = (
            desk.frames[f] for f in desk.in_sentence(st)
        )  # "the hack was staged, and it blamed"
        aside = aside or not any(f.type in ("ASSAULT", "COERCE") for f in told)
    if not named and not aside and _BLAMING.match(desk.cue(st)):
        found = _before(desk, st, True)
        if found:
            return found
    if re.search(r"\bit (?:was|is) .{2,60} (?:that|who|which)\b", desk.content(st)):
        return _before(desk, st, True)
    return _own(desk, st)


def _before(desk: Desk, st: Statement, guilt: bool, reach: int = 0) -> list[int]:
    """The nearest fitting event told before the statement's cue, the same sentence first; for what
    somebody answers for, the article's own story first."""
    at = st.cue.start if st.cue is not None else st.content[0].start
    at = max(at, st.content[0].start)
    reach = reach or (_REACH * 3 if guilt else _REACH)
    frames = desk.frames
    it = guilt and _PART_IN_IT.search(desk.content(st)) is not None
    best: tuple[tuple[bool, bool, bool, int, bool, int], int] | None = None
    for i in range(bisect_left(desk.starts, at) - 1, -1, -1):
        f = desk.order[i]
        frame = frames[f]
        back = st.sentence - frame.sentence
        if back > reach:
            break
        if reach == _ANYWHERE and frame.type != "ASSAULT":
            continue
        if frame.type in VERBAL or (guilt and frame.type not in _BLAMEABLE):
            continue
        if guilt and frame.lemma in _WARS:  # nobody answers for a war as for a raid
            continue
        if frame.status not in _REAL or any(s.holds(frame.trigger) for s in st.content):
            continue
        told = frame.statement is not None and desk.speaks_other(frame.statement, st)
        by_type, by_word = frame.type != "ASSAULT", not told
        first, second = (by_type, by_word) if guilt else (by_word, by_type)
        aside = guilt and not desk.is_story(f)
        rank = (aside, first, not it and second, back, second, -frame.trigger.start)
        if best is None or rank < best[0]:
            best = (rank, f)
    return [best[1]] if best is not None else []


def _behind(desk: Desk, st: Statement) -> list[int]:
    """An event told later in the cue's sentence: "we did it, the group said, after two ships
    blew up"."""
    return [f for f in desk.in_sentence(st) if desk.frames[f].type == "ASSAULT"][:1]


def retells(content: str) -> bool:
    """Whether it names what somebody else told: "reports of a halt", "claims that …"."""
    m = _COMPLEMENT.search(content)
    return m is not None and _TOLD.match(m.group()) is not None


def _points_back(content: str) -> bool:
    """Whether the content speaks of something told before: "the reports", "it"."""
    return _TOLD.search(content) is not None or _ONLY_BACK.match(content.strip()) is not None
