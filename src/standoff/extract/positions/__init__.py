"""Frames and statements → positions: who asserts, denies, doubts, claims or blames what.

A statement takes a position on the events told in its content. Where the content only points back
("denied responsibility", "rejected the allegation", "the reports"), it is on what was told before:
the nearest event that fits, in the same sentence first. Where what is denied is no event of the
coding, the position stands on the denial itself (its own REJECT or ACCUSE), so that it is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from standoff.extract.positions.blame import accuses, against
from standoff.extract.positions.desk import Desk
from standoff.extract.positions.owning import by_others, owns_up
from standoff.extract.positions.targets import CHARGE, GUILT, VERBAL, retells, targets
from standoff.extract.statements.acts import claims, refined
from standoff.index import MentionIndex
from standoff.types import Annotations, Frame, Position, Sentence, Span, Stance, Statement
from standoff.vocab.stances import (
    CANNOT_TELL,
    DENIAL,
    DOUBT,
    DOUBTING,
    FALSEHOOD,
    NEITHER,
    NO_COMMENT,
    UNDENIED,
)
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
_NAMING = frozenset({"say", "claim", "report", "announce", "confirm"})
_CALLING = re.compile(r"call|describ|brand|label|term|dub|portray|denounc|slam|mock", re.I)
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z])")
_CLAIM = re.compile(r"claim|t(?:ake|ook|aking|akes)|accept|assum|own|admi|acknowledg|confess", re.I)
_THAT = re.compile(r"alleg|charg|complain|claim", re.I)
_MOST = 40
"""Sentences of one quotation that are looked at."""


def find_positions(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[Position]:
    """The positions taken in one article, in text order, each once.

    ``frame`` is an index into ``done.frames``: the first telling of the event (a frame that is
    ``same_as`` another stands for that one). ``about`` is "the event itself", "who did it",
    "a figure" or "the denial itself". ``who`` and ``against`` are indices into the article's
    actors.
    """
    desk = Desk(text, done, MentionIndex(sentences, done.mentions.mentions))
    out: list[Position] = []
    seen: set[tuple[int, Stance, int]] = set()
    for k, st in enumerate(done.statements):
        for position in _of_statement(desk, k, st):
            key = (position.who, position.stance, position.frame)
            if key not in seen:
                seen.add(key)
                out.append(position)
    return out


def stance_of(st: Statement, text: str) -> Stance | None:
    """What a statement does to what it speaks of; None for wishes, thanks, questions and threats.

    The act gives it, or the words: a plain "said" can deny, doubt, or decline to say.
    """
    stance = _STANCE.get(st.act)
    if stance is None or not st.content:
        return None
    cue = st.cue.cut(text) if st.cue is not None else ""
    content = plain(text[st.content[0].start : st.content[-1].end])
    if UNDENIED.search(cue) or (UNDENIED.search(content) and not NEITHER.search(content)):
        return None
    if stance in ("denies", "asserts") and DOUBTING.search(cue):
        return "doubts"
    if st.act in _NAMING:
        if _CALLING.match(cue) and FALSEHOOD.search(content):
            return "denies"
        if NEITHER.search(content):
            return "neither_confirms_nor_denies"
        if NO_COMMENT.search(content):
            return "no_comment"
        if DOUBT.search(content):
            return "doubts"
        if DENIAL.search(content):
            return "denies"
        if claims(content, st.quotation == "indirect"):
            return "claims_responsibility"
        if CANNOT_TELL.search(content[:160]):
            return None
    return stance


def plain(words: str) -> str:
    """The words without quotation marks, on one line."""
    return " ".join(words.translate(_MARKS).split())[:600]


_MARKS = str.maketrans({**dict.fromkeys('"“”„‟«»‘', ""), "’": "'"})


def _of_statement(desk: Desk, k: int, st: Statement) -> Iterator[Position]:
    if not st.actors or not st.content or _is_unreal(desk, st) or desk.is_dead(st):
        return
    for piece in _pieces(desk, st):
        stance = stance_of(piece, desk.text)
        if stance is None:
            continue
        for f in targets(desk, piece, stance):
            yield from _on_frame(desk, k, piece, stance, f)


def _pieces(desk: Desk, st: Statement) -> Iterator[Statement]:
    """A quotation of several sentences by the sentence: "We stopped the bus. We shot nobody."
    The act of the whole is that of one of them."""
    body = Span(st.content[0].start, st.content[-1].end)
    cuts = [m.end() for m in _SENTENCE.finditer(desk.text, body.start, body.end)][:_MOST]
    if len(st.content) > 1 or not cuts or desk.at_cue(st) is not None:
        yield st
        return
    for start, end in pairwise((body.start, *cuts, body.end)):
        piece = Span(start, end)
        own = replace(st, content=(piece,))
        denied = stance_of(replace(own, act="say"), desk.text) == "denies"
        if st.act == "deny" and not denied:
            own = replace(own, act="say")
        elif st.act in ("accuse", "claim_responsibility"):
            own = replace(own, act=refined("say", desk.content(own), st.quotation == "indirect"))
        yield own


def _on_frame(desk: Desk, k: int, st: Statement, stance: Stance, f: int) -> Iterator[Position]:
    told = _as_told(desk, f, stance, st)
    if told is None:
        return
    taken, accused = told
    mutual = stance == "blames" and desk.is_mutual(st)
    about = _about(desk, st, f, taken)
    for who in st.actors[:3]:
        blamed = tuple(a for a in (st.actors if mutual else accused) if a != who)
        if taken == "blames" and accused and not blamed:
            continue
        yield Position(
            who=who,
            stance="blames" if mutual else taken,
            about=about,
            frame=desk.first_telling(f),
            against=blamed,
            statement=k,
            evidence=desk.evidence(desk.done.statements[k]),
        )


def _is_unreal(desk: Desk, st: Statement) -> bool:
    """Whether the statement is itself only expected, wished for, supposed or denied: "is expected
    to deny", "if it denies", "never denied"."""
    if st.cue is None:
        return False
    own = desk.at_cue(st)
    if own is not None and desk.frames[own].status not in ("happened", "ongoing"):
        return desk.frames[own].status != "denied" or st.act in ("deny", "reject", "accuse")
    return desk.is_conditional(st)


def _as_told(
    desk: Desk, f: int, stance: Stance, st: Statement
) -> tuple[Stance, tuple[int, ...]] | None:
    """The stance on one frame, and against whom. An event told as not having happened is
    denied by its own side, or where the article also tells it as a fact; else there is
    nothing to take a position on. One that somebody "is responsible for" is blamed on them."""
    frame = desk.frames[f]
    if stance == "claims_responsibility" and not _CLAIM.match(desk.cue(st)):
        others = frame.actor and not any(desk.same_side(a, st) for a in frame.actor)
        stance = "asserts" if others else stance
    if stance not in ("asserts", "blames"):
        return stance, ()
    if frame.status == "denied":
        if frame.type in VERBAL:
            return None
        return ("denies", ()) if _own_side(desk, frame, st) or _told_as_fact(desk, f) else None
    blaming = stance == "blames" and accuses(desk, st)
    accused = against(desk, st, frame, blaming)
    if stance == "blames" and desk.at_cue(st) == f:
        return None if not accused and _THAT.match(desk.cue(st)) else ("blames", accused)
    if accused and not all(desk.same_side(a, st) for a in accused):
        return "blames", accused
    if frame.type == "ASSAULT" and st.act != "confirm":
        if owns_up(desk, frame, st):
            return "claims_responsibility", ()
        if laid := by_others(desk, frame, st):
            return "blames", laid
    if stance == "blames" and not any(c.holds(frame.trigger) for c in st.content):
        return None
    return "asserts", ()


def _own_side(desk: Desk, frame: Frame, st: Statement) -> bool:
    actors = desk.done.mentions.actors
    sides = {actors[a].country for a in st.actors} - {None}
    return any(a in st.actors or actors[a].country in sides for a in frame.actor)


def _told_as_fact(desk: Desk, f: int) -> bool:
    first = desk.first_telling(f)
    return first != f and desk.frames[first].status in ("happened", "ongoing")


def _about(desk: Desk, st: Statement, f: int, stance: Stance) -> str:
    """What of the frame the position is about. A denial whose object is no event stands on itself,
    unless it names who told the contrary ("denied reports of a halt")."""
    frame = desk.frames[f]
    if stance in ("denies", "doubts") and desk.at_cue(st) == f and not retells(desk.content(st)):
        return "the denial itself"
    if stance in ("blames", "claims_responsibility"):
        return "who did it"
    content = desk.content(st)
    if stance in ("denies", "doubts") and (GUILT.search(content) or CHARGE.search(content)):
        return "who did it"
    if any(fig.span.meets(span) for fig in frame.figures for span in st.content):
        return "a figure"
    return "the event itself"
