"""How much speaks for it that two reports tell of one event.

Points for each thing that agrees, less for each that does not, in halves and set by hand, acts of
force and verbal acts apart. An article names many acts of one kind by one party in the same days,
so what its words on a page share tells most; two articles of the same days mostly tell of different
events, so their places, days and words must agree.
"""

from __future__ import annotations

from standoff.merge.sameness import Look, Side, contradiction, same_place

THRESHOLD = 4.0
"""Points from which two reports are taken for one event."""
_START = {(False, True): 3.5, (False, False): 4.0, (True, True): 2.5, (True, False): 3.0}
"""What a pair begins with, by (verbal act, same article): people say and demand many things."""
_WEEK = 8
_TOLD_AT_ONCE = 50
_FAR = 600
"""Characters between two triggers: "killed in a raid"; another paragraph."""
_COPIED = 0.6
_NAMES = tuple("days parties place kind count victim words sentence reference".split())
_TELLING = 0.4
"""Points from which a thing is named as a reason."""


def agreement(a: Look, b: Look, referred: bool = False) -> tuple[float, str]:
    """Points and what they rest on; -inf where something contradicts. ``referred`` where the
    article itself takes up the one with the other ("the attack")."""
    against = contradiction(a, b)
    if against is not None:
        return float("-inf"), against
    together = a.document == b.document
    found = (
        _days(a, b, together),
        _parties(a, b, together),
        _place(a, b, together),
        _kind(a, b, together),
        0.0 if a.figures.isdisjoint(b.figures) else 1.5,
        0.0 if a.victims.isdisjoint(b.victims) else 1.0,
        _words(a, b, together),
        _distance(a, b) if together else 0.0,
        1.0 if referred else 0.0,
    )
    points = round(_START[a.verbal, together] + sum(found), 6)
    if points < THRESHOLD:
        return points, "too little agrees"
    why = [name for name, x in zip(_NAMES, found, strict=True) if x >= _TELLING]
    return points, "same " + ", ".join(why) if why else "nothing against it"


def _days(a: Look, b: Look, together: bool) -> float:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        if a.verbal:
            return 0.0 if together else -1.0
        return -1.0 if not together else -0.5 if a.first != b.first else -1.5
    wide = max(a.last - a.first, b.last - b.first) > _WEEK
    if (a.first, a.last) == (b.first, b.last):
        return 1.5 if a.told and b.told and not wide else 0.5
    if wide:  # a day within months of which something else is told
        return -0.5 if together else -2.0
    return 0.5 if a.told != b.told else 0.0


def _parties(a: Look, b: Look, together: bool) -> float:
    straight = _actors(a.actor, b.actor, a.verbal, together)
    straight += _recipients(a.recipient, b.recipient, together)
    if not a.mutual:
        return straight
    crossed = _actors(a.actor, b.recipient, a.verbal, together)
    return max(straight, crossed + _recipients(a.recipient, b.actor, together))


def _actors(x: Side, y: Side, verbal: bool, together: bool) -> float:
    if not x.ids and not y.ids:
        return 0.0
    if not x.ids or not y.ids:
        return -0.5
    if x.ids == y.ids:
        return 1.0 if verbal else 0.5
    if not x.ids.isdisjoint(y.ids):
        return 0.5
    if not x.described.isdisjoint(y.described):
        return 0.5
    if not x.states.isdisjoint(y.states):  # a state does much by many hands
        return -0.5 if together else 0.0
    return -0.5


def _recipients(x: Side, y: Side, together: bool) -> float:
    if not x.ids or not y.ids:
        return -0.5
    if not x.ids.isdisjoint(y.ids):
        return 0.5
    if not x.described.isdisjoint(y.described):
        return 1.0
    if not x.states.isdisjoint(y.states):
        return 0.5 if together else 0.0
    if x.opposes(y):
        return -0.5 if together else -1.0
    return -0.5 if together else 0.5


def _place(a: Look, b: Look, together: bool) -> float:
    if a.verbal:
        return 0.0
    if a.place is None and b.place is None:
        return -0.5
    if a.place is None or b.place is None:
        return -0.5 if together else -1.5
    if same_place(a, b):
        return 1.0 if a.fine else 0.0 if together else 1.0
    return 0.0 if together else -0.5


def _kind(a: Look, b: Look, together: bool) -> float:
    """The word for the act, its means, and whether it is over."""
    points = 0.0
    if a.mode and b.mode and a.mode != b.mode:
        points -= 1.5
    elif a.mode == b.mode:
        points += 0.5
    if a.lemma == b.lemma:
        points += 1.0 if a.verbal and not together else 0.5
    if a.ongoing != b.ongoing:
        points -= 1.0 if together else 1.5
    if a.denied != b.denied:
        points -= 1.0
    return points


def _words(a: Look, b: Look, together: bool) -> float:
    """What two sentences have in common, from a few names to the whole."""
    if together and a.sentence == b.sentence:
        return 0.0
    shared = len(a.words & b.words)
    alike = shared / (len(a.words) + len(b.words) - shared) if shared else 0.0
    if alike >= _COPIED and a.lemma == b.lemma:
        return 4.0
    return min(alike, 0.5) * (1.0 if together else 3.0)


def _distance(a: Look, b: Look) -> float:
    apart = abs(a.start - b.start)
    if apart < _TOLD_AT_ONCE:
        points = 1.5
    elif apart < _FAR:
        points = 0.0
    else:
        points = -0.5
    if a.sentence == b.sentence:
        points += 1.0 if a.verbal else 0.5
    return points
