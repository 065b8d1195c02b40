"""Whose deed an attack is in the speaker's own words: its own, or another's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extract.positions.desk import Desk
from standoff.types import Frame, Span, Statement

_FIGHTING = frozenset({"state", "government", "ministry", "military", "police", "armed_group"})
_FIRST = frozenset({"we", "i", "us", "me", "our", "my", "ours", "ourselves"})
_REPORTED = frozenset({"it", "its", "they", "their", "he", "his", "she", "her", "them"})
# "We must stop attacking", "it was attacked": not done, or not by it.
_UNDONE = re.compile(
    r"\b(?:must|should|shall|will|would|can|could|cannot|may|might|ought|(?:have|has|had|need)s? to"
    r"|not|never|if|stop|end|cease|avoid|refrain|prevent|want|hope|each other|one another"
    r"|(?:was|were|been|being)(?! \w+ing\b))\b|n['’]t\b",
    re.I,
)
# Who watches, counts and tells is no culprit.
_WATCHING = re.compile(
    r"\b(?:observer|monitor|inspector|investigator|witness|journalist|reporter|medic|doctor|rescuer"
    r"|survivor|resident|expert|analyst|mourner|victim)(?:s|es)?$",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:opposition|rebel|activist|dissident|exile|critic|opponent|resident|survivor)s?\b", re.I
)
_BOTH = re.compile(
    r"^(?:war|conflict|battle|clash|fighting|hostility|operation|campaign|exchange|crossfire)", re.I
)


def named(
    desk: Desk, parties: Sequence[int], spans: Sequence[Span], st: Statement
) -> tuple[int, ...]:
    """Those of ``parties`` that stand in the statement's own content: never one that was filled in
    from elsewhere in the article."""
    inside = [s for s in spans if any(c.holds(s) for c in st.content)]
    met = {a for s in inside for m in desk.index.inside(s.start, s.end) for a in m.actors}
    actors = desk.done.mentions.actors
    kept = parties if inside and not met and len(parties) == 1 else [a for a in parties if a in met]
    return tuple(a for a in kept if not _WATCHING.search(actors[a].name))


def by_others(desk: Desk, frame: Frame, st: Statement) -> tuple[int, ...]:
    """Whom one party to a conflict tells an attack as done by: it lays it at their door."""
    actors = desk.done.mentions.actors
    culprits = named(desk, frame.actor, frame.actor_spans, st)
    if not culprits or len(culprits) < len(frame.actor) or _BOTH.match(frame.lemma):
        return ()
    fighting = all(
        actors[a].acts_for_state or actors[a].kind in _FIGHTING for a in (*st.actors, *culprits)
    )
    lands = {actors[a].country for a in st.actors if actors[a].kind != "armed_group"} - {None}
    lands |= {actors[a].key.removeprefix("state:") for a in st.actors}
    for a in culprits:
        other = actors[a]
        if desk.same_side(a, st) or a in frame.recipient:
            return ()
        if other.key.startswith("desc:") and other.country is None:
            return ()
        if other.country in lands and other.kind != "armed_group":
            return ()
    hunted = [actors[a].kind == "armed_group" for a in frame.recipient]
    if hunted and all(hunted) and not any(actors[a].kind == "armed_group" for a in culprits):
        fighting = fighting and any(desk.same_side(a, st) for a in frame.recipient)
    return culprits if fighting else ()


def owns_up(desk: Desk, frame: Frame, st: Statement) -> bool:
    """Whether the speaker tells an attack as its own deed, in the first person ("our forces
    struck") or in that person reported ("said that its troops had struck")."""
    if set(frame.recipient) & set(st.actors):
        return False
    if not all(desk.same_side(a, st) for a in frame.actor):
        return False
    return any(_does(desk, frame, s, st) for s in frame.actor_spans)


def _does(desk: Desk, frame: Frame, span: Span, st: Statement) -> bool:
    """Whether ``span`` is the speaker, as the one who did it."""
    if not any(c.holds(span) for c in st.content):
        return False
    if _is_own_state(desk, span, st) and span.end <= frame.trigger.start:
        return _UNDONE.search(desk.text[span.end : frame.trigger.start]) is None
    first = span.cut(desk.text).lower().split()[0]
    reported = st.quotation == "indirect" and (first in _REPORTED or _is_speaker(desk, span, st))
    if first not in _FIRST and not (reported and (frame.actor or first == "it")):
        return False
    trigger = frame.trigger
    if trigger.start < span.start:
        return re.search(r"\bby\s*$", desk.text[trigger.end : span.start]) is not None
    return _UNDONE.search(desk.text[span.end : trigger.start]) is None


def _is_speaker(desk: Desk, span: Span, st: Statement) -> bool:
    met = {a for m in desk.index.inside(span.start, span.end) for a in m.actors}
    return bool(met) and met <= set(st.actors)


def _is_own_state(desk: Desk, span: Span, st: Statement) -> bool:
    """Whether a state's own forces are named by those who speak for it."""
    actors = desk.done.mentions.actors
    met = [a for m in desk.index.inside(span.start, span.end) for a in m.actors]
    if _AGAINST.search(st.speaker_text or ""):
        return False
    return bool(met) and all(
        desk.same_side(a, st) and actors[a].kind in ("state", "military", "government") for a in met
    )
