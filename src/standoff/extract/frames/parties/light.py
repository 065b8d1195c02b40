"""Verbs that say who does, or undergoes, what their object names."""

from __future__ import annotations

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene
from standoff.types import Token

LIGHT = frozenset(
    "accept agree announce approve attend authorize begin break bring broaden call cancel "
    "carry claim commit conclude conduct continue convene coordinate deal declare deliver "
    "direct do ease end engage enter escalate establish exchange execute expand express "
    "extend file fire get give halt have hold host impose inflict initiate intensify issue "
    "join kick launch lead levy lift lodge maintain make mastermind mount negotiate offer "
    "open orchestrate order organise organize participate pay perform perpetrate plan plot "
    "prepare provide pursue put ramp reach receive reiterate renew repeat restart resume "
    "run rush secure seek send set shift show sign slap spearhead sponsor stage start step "
    "stop strike suspend swap table take threaten trade undertake unleash use violate voice "
    "vote wage win".split()
)
"""Verbs that lend their subject to the event that their object names ("launched an attack")."""

REVERSED = frozenset(
    "face suffer draw receive undergo attract provoke endure sustain incur earn win escape survive "
    "trigger prompt repel repulse subject".split()
)
"""Verbs whose subject is what the event in their object is done to ("drew criticism from")."""

_ASCRIBE = frozenset({"ascribe", "attribute", "blame", "link", "trace"})
_PREPOSED = frozenset(
    "engage participate enter agree vote call lead join respond resort embark turn take go move "
    "accuse".split()
)
"""Verbs whose prepositional object is what they do ("engaged in talks", "voted for expulsion")."""
_NAMES = frozenset({"call", "declare"})


def light_subject(scene: Scene, noun: Token) -> list[Token]:
    """Who does what the noun names, where a light verb says so."""
    tokens = scene.tokens
    for v in syn.children(tokens, noun, "acl", "relcl"):
        if v.tag == "VBN" and v.lemma in LIGHT:
            by = syn.agents(tokens, v)
            if by:
                return by
    for v in syn.children(tokens, noun, "acl", "relcl"):
        if v.lemma in _ASCRIBE:
            to = syn.prepositional(tokens, v, "to") or syn.prepositional(tokens, v, "on")
            if to:
                return to
    governor = syn.governing_verb(tokens, noun)
    if governor is None and noun.dep == "appos":
        governor = syn.governing_verb(tokens, tokens[noun.head])
    if governor is not None and governor.lemma in REVERSED:
        return syn.prepositional(tokens, governor, "from") or syn.agents(tokens, governor)
    if governor is None or governor.lemma not in LIGHT or _judged(tokens, governor, noun):
        return []
    if noun.dep == "pobj" and governor.lemma not in _PREPOSED and tokens[noun.head].lemma != "of":
        return []
    if syn.is_passive(tokens, governor):
        if noun.dep == "nsubjpass":
            return syn.agents(tokens, governor)
        return []
    return syn.subjects(tokens, governor) or swallowed(scene, governor)


def _judged(tokens: syn.Tokens, verb: Token, noun: Token) -> bool:
    """ "Called the attack an outrage" says what it is, not who did it."""
    return verb.lemma in _NAMES and any(
        c.i > noun.i for c in syn.children(tokens, verb, "oprd", "acomp", "ccomp", "xcomp", "attr")
    )


def swallowed(scene: Scene, verb: Token) -> list[Token]:
    """A subject that the parser has drawn into the date before it ("On 3 May Italy began")."""
    tokens = scene.tokens
    for prep in syn.children(tokens, verb, "prep"):
        for p in syn.children(tokens, prep, "pobj") if prep.i < verb.i else ():
            if p.i not in scene.busy and any(c in scene.busy for c in p.children if c < p.i):
                return syn.conjuncts(tokens, p)
    return []


def clause_subject(scene: Scene, noun: Token) -> list[Token]:
    """The subject of the clause that the noun stands in, unless the clause turns it round."""
    tokens, t = scene.tokens, noun
    for _ in range(6):
        if t.head == t.i or t.dep in ("nsubj", "nsubjpass", "relcl", "ccomp"):
            return []
        t = tokens[t.head]
        if t.pos in ("VERB", "AUX"):
            if t.lemma in REVERSED or syn.is_passive(tokens, t):
                return []
            return syn.subjects(tokens, t)
    return []
