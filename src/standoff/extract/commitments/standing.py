"""What a sentence makes of a commitment beyond its verb: "put in abeyance", "remains suspended",
"could sign", "a bad deal"."""

from __future__ import annotations

from standoff.extract.commitments.phrases import children
from standoff.types import CommitmentStatus, Sentence, Token

_STAYS = frozenset("be remain stay keep lie stand hold put place leave".split())
"""Verbs whose complement, not they themselves, says how a commitment stands."""
_COMPLEMENT: dict[str, CommitmentStatus] = {
    "abeyance": "suspended", "suspended": "suspended", "frozen": "suspended",
    "paused": "suspended", "shelved": "suspended", "halted": "suspended",
    "binding": "in_force", "valid": "in_force", "intact": "in_force", "operational": "in_force",
    "active": "in_force", "effective": "in_force", "violated": "violated", "broken": "violated",
    "dead": "expired", "void": "expired", "defunct": "expired", "disputed": "disputed",
    "contested": "disputed",
}  # fmt: skip
_AFTER: dict[tuple[str, str], CommitmentStatus] = {
    ("on", "hold"): "suspended", ("on", "ice"): "suspended", ("in", "limbo"): "suspended",
    ("in", "force"): "in_force", ("in", "place"): "in_force", ("in", "effect"): "in_force",
    ("into", "force"): "in_force", ("into", "effect"): "in_force", ("in", "tatters"): "violated",
}  # fmt: skip
_MAY = frozenset("may might can could should must".split())
_OPEN = frozenset(
    "right threat threaten power ability want wish hope seek try ask urge call press refuse"
    " reluctant provision consider discuss propose offer plan aim possibility chance attempt"
    " effort".split()
)
"""Words under which an infinitive is not yet done."""
_DONE = frozenset("agree decide decision help manage move begin start continue go be have".split())
_MAKES = frozenset(
    "get reach make sign strike create negotiate conclude broker seal draft achieve forge secure"
    " clinch finalise finalize agree accept have want seek need demand do".split()
)
_UNMADE = frozenset(
    "possible potential future prospective eventual hypothetical bad better good right wrong"
    " meaningful acceptable imaginable".split()
)
_OFFERED = frozenset("proposed planned draft would-be envisaged mooted suggested".split())
_WISHED = frozenset("lasting permanent durable comprehensive".split())


def complement_status(s: Sentence, verb: Token) -> tuple[bool, CommitmentStatus | None]:
    """Whether ``verb`` has a complement that tells how its object or subject stands, and how."""
    if verb.lemma not in _STAYS:
        return False, None
    for c in children(s, verb):
        if c.i < verb.i:
            continue
        if c.dep in ("acomp", "attr", "oprd", "xcomp", "ccomp", "advcl", "advmod") and (
            c.lower in _COMPLEMENT
        ):
            return True, _COMPLEMENT[c.lower]
        if c.dep == "prep":
            for o in children(s, c):
                if (c.lower, o.lower) in _AFTER:
                    return True, _AFTER[c.lower, o.lower]
                if o.lower in _COMPLEMENT and c.lower in ("in", "into"):
                    return True, _COMPLEMENT[o.lower]
    after = s.tokens[verb.i + 1 : verb.i + 2]
    if after and after[0].lower in _COMPLEMENT:
        return True, _COMPLEMENT[after[0].lower]
    told = any(c.i > verb.i and c.dep in ("acomp", "attr", "oprd") for c in children(s, verb))
    return told, None


def unsure(s: Sentence, verb: Token) -> bool:
    """ "could suspend", "the right to suspend", "threatened to suspend": not done."""
    if any(c.dep == "aux" and c.lower in _MAY for c in children(s, verb)):
        return True
    head = s.tokens[verb.head]
    infinitive = any(c.lower == "to" and c.pos == "PART" for c in children(s, verb))
    return infinitive and head.lemma in _OPEN


def unmade(s: Sentence, noun: Token, verb: Token | None) -> bool:
    """A deal that is still sought: "will not rush to get a deal", "would sign a deal"."""
    if any(c.lower in ("any", "no") and c.dep in ("det", "neg") for c in children(s, noun)):
        return True
    if (
        verb is None
        or verb.lemma not in _MAKES
        or any(c.lower in ("the", "this", "that") for c in children(s, noun))
    ):
        return False
    if any(c.dep == "aux" and c.lower in _MAY | {"would", "will"} for c in children(s, verb)):
        return True
    infinitive = any(c.lower == "to" and c.pos == "PART" for c in children(s, verb))
    if not infinitive:
        return verb.lemma in ("want", "seek", "need", "demand")
    head = s.tokens[verb.head]
    return head.i != verb.i and head.lemma not in _DONE


def only_thought_of(s: Sentence, noun: Token, left: list[Token]) -> bool:
    """ "a bad deal", "a possible truce", "a lasting peace deal" that nobody has."""
    if any(x.lower in _UNMADE and x.dep == "amod" for x in left):
        return True
    definite = any(c.lower in ("the", "this", "that") for c in children(s, noun))
    return not definite and any(x.lower in _WISHED and x.dep == "amod" for x in left)


def offered(left: list[Token]) -> bool:
    return any(x.lower in _OFFERED for x in left)
