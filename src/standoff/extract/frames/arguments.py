"""Who does it to whom: the parties of a trigger, as heads of the phrases that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene, Trigger
from standoff.types import Mention, Token

LIGHT = frozenset(
    "announce authorize approve begin broaden bring carry claim coordinate commit conclude conduct "
    "continue convene declare deliver direct do escalate establish execute expand express extend file "
    "give have hold host impose initiate intensify issue join kick launch lead lodge maintain make "
    "mount negotiate offer open order organise organize participate pay perform perpetrate plan "
    "plot prepare provide pursue put reach receive renew repeat restart resume reiterate run seek "
    "send set show sign sponsor stage start step strike take threaten undertake unleash use voice "
    "wage attend enter engage spearhead levy orchestrate mastermind exchange swap trade fire slap table win secure agree vote rush deal inflict ramp stop halt end suspend cancel call break violate lift ease bring get pay shift repeat accept".split()
)
"""Verbs that lend their subject to the event that their object names ("launched an attack")."""

REVERSED = frozenset(
    "face suffer draw receive undergo attract provoke endure sustain incur earn win escape survive "
    "trigger prompt repel repulse".split()
)
"""Verbs whose subject is what the event in their object is done to ("drew criticism from")."""

BROKERS = frozenset("broker mediate sponsor facilitate oversee guarantee arbitrate".split())
_HARM = frozenset("hit kill target strike destroy wound injure damage leave devastate".split())
_BETWEEN = ("between", "among")
_OF_WHOM = ("poss", "amod", "compound", "nmod")
_BY_WHOM = frozenset({"of", "by", "from", "for", "in"})
_WHERE = frozenset({"in", "across", "near", "on", "inside", "throughout", "at", "within", "outside"})
_WORDS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE"}
)
"""Types whose nouns belong to the subject of their clause where nothing nearer claims them."""


@dataclass
class Parties:
    """Heads of phrases, in text order."""

    actor: list[Token] = field(default_factory=list)
    recipient: list[Token] = field(default_factory=list)
    mediator: list[Token] = field(default_factory=list)


def find_parties(scene: Scene, trigger: Trigger) -> Parties:
    found = _of_noun(scene, trigger) if trigger.row.pos == "N" else _of_verb(scene, trigger)
    if trigger.row.mediator:
        # the third party stands in the actor's place: it does the mediating
        found.actor = _first(scene, trigger, trigger.row.mediator) or found.actor
    return found


# --- verbs and adjectives -------------------------------------------------------------------------


def _of_verb(scene: Scene, trigger: Trigger) -> Parties:
    row, t = trigger.row, trigger.token
    actor = _first(scene, trigger, row.actor)
    recipient = _first(scene, trigger, row.recipient)
    both = [x for b in _BETWEEN for x in syn.prepositional(scene.tokens, t, b)]
    if row.symmetric and both:
        recipient = both
    elif row.symmetric and syn.is_passive(scene.tokens, t) and not syn.agents(scene.tokens, t):
        # "a deal was agreed": the parties hang on the noun
        for noun in syn.objects(scene.tokens, t):
            hung = _hanging(scene, noun, ("between", "among", "with", "poss", "mod"))
            if hung:
                return Parties(hung, [])
    return Parties(actor, recipient, [])


# --- nouns ----------------------------------------------------------------------------------------


def _of_noun(scene: Scene, trigger: Trigger) -> Parties:
    tokens, t, row = scene.tokens, trigger.token, trigger.row
    found = Parties()
    governor = syn.governing_verb(tokens, t)
    both = [x for b in _BETWEEN for x in syn.prepositional(tokens, t, b)]
    if row.symmetric and both:
        found.actor = both
    else:
        found.actor = _first(scene, trigger, row.actor)
        found.recipient = _first(scene, trigger, row.recipient, found.actor)
        if not found.actor and row.type in _WORDS and not _goes_back(scene, t):
            found.actor = [x for x in _clause_subject(scene, t) if names_somebody(scene, x)]
    if governor is not None and governor.lemma in REVERSED and not found.recipient:
        found.recipient = syn.subjects(tokens, governor)
    if not found.recipient and not row.symmetric:
        found.recipient = _harmed(scene, t)
    found.mediator = _mediators(scene, t, governor)
    return found


def _harmed(scene: Scene, noun: Token) -> list[Token]:
    """What "the strike hit", or "the attack that killed", names."""
    tokens = scene.tokens
    verbs = [tokens[noun.head]] if noun.dep == "nsubj" else []
    verbs += [c for c in syn.children(tokens, noun, "relcl", "acl") if c.tag != "VBN"]
    for v in verbs:
        if v.lemma in _HARM:
            return syn.objects(tokens, v)
    return []


def _goes_back(scene: Scene, noun: Token) -> bool:
    return any(c.lower != "a" and c.lower != "an" for c in syn.children(scene.tokens, noun, "det"))


def _clause_subject(scene: Scene, noun: Token) -> list[Token]:
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


def _mediators(scene: Scene, noun: Token, governor: Token | None) -> list[Token]:
    tokens, out = scene.tokens, []
    for m in syn.children(tokens, noun, "amod", "acl", "compound", "nmod"):
        if m.lemma not in BROKERS:
            continue
        out += syn.agents(tokens, m)
        before = tokens[m.i - 2] if m.i >= 2 and tokens[m.i - 1].text == "-" else None
        if before is not None:
            out.append(before)
    if governor is not None and governor.lemma in BROKERS:
        passive = syn.is_passive(tokens, governor)
        out += syn.agents(tokens, governor) if passive else syn.subjects(tokens, governor)
    return out


def _light_subject(scene: Scene, noun: Token) -> list[Token]:
    """Who does what the noun names, where a light verb says so."""
    tokens = scene.tokens
    for v in syn.children(tokens, noun, "acl", "relcl"):
        if v.tag == "VBN" and v.lemma in LIGHT:
            by = syn.agents(tokens, v)
            if by:
                return by
    governor = syn.governing_verb(tokens, noun)
    if governor is None and noun.dep == "appos":
        governor = syn.governing_verb(tokens, tokens[noun.head])
    if governor is None or governor.lemma not in LIGHT:
        return []
    if syn.is_passive(tokens, governor):
        if noun.dep == "nsubjpass":
            return syn.agents(tokens, governor)
        return []
    return syn.subjects(tokens, governor)


# --- slots ----------------------------------------------------------------------------------------


def _first(
    scene: Scene, trigger: Trigger, slots: Sequence[str], but: Sequence[Token] | None = None
) -> list[Token]:
    """The tokens of the first slot that names somebody; failing that, of the first filled one."""
    fallback: list[Token] = []
    places = slots is not trigger.row.actor
    for name in slots:
        found = [
            x for x in _slot(scene, trigger, name) if x.i not in scene.busy and x not in (but or ())
        ]
        if any(names_somebody(scene, x, places) for x in found):
            return found
        if not fallback and name in ("subj", "obj", "dative", "poss"):
            fallback = found
    return fallback


def _slot(scene: Scene, trigger: Trigger, name: str) -> list[Token]:
    tokens, t, noun = scene.tokens, trigger.token, trigger.row.pos == "N"
    if name == "subj":
        if noun:
            return _light_subject(scene, t)
        if syn.is_passive(tokens, t):
            return syn.agents(tokens, t)
        return syn.subjects(tokens, t)
    if name == "by":
        return syn.agents(tokens, t)
    if name == "dative":
        return [x for c in syn.children(tokens, t, "dative") if c.pos != "ADP"
                for x in syn.conjuncts(tokens, c)]
    if name == "ccomp.subj":
        return [x for c in syn.children(tokens, t, "ccomp", "xcomp")
                for x in syn.subjects(tokens, c) if x.i > t.i]
    if name == "mod":
        return _modifiers(scene, t)
    if name == "obj" and not noun:
        return [x for x in syn.objects(tokens, t)]
    if name == "poss":
        return [x for c in syn.children(tokens, t, "poss") for x in syn.conjuncts(tokens, c)]
    found = syn.prepositional(tokens, t, name)
    if not found and not noun:  # "launched strikes on X": the preposition hangs on the object
        for o in syn.objects(tokens, t)[:2]:
            found += syn.prepositional(tokens, o, name)
    return found


def _hanging(scene: Scene, noun: Token, names: Sequence[str]) -> list[Token]:
    out: list[Token] = []
    for name in names:
        if name == "mod":
            out += _modifiers(scene, noun)
        elif name == "poss":
            out += syn.children(scene.tokens, noun, "poss")
        else:
            out += syn.prepositional(scene.tokens, noun, name)
    return out


def _modifiers(scene: Scene, noun: Token) -> list[Token]:
    """Names and adjectives before the noun that name a party ("Israeli strikes", "US-led")."""
    out = []
    for m in syn.children(scene.tokens, noun, "compound", "amod", "nmod", "npadvmod"):
        if m.lemma in ("lead", "launch", "claim") and scene.tokens[m.i - 1].text == "-" and m.i >= 2:
            out.append(scene.tokens[m.i - 2])
        elif scene.mention(m) is not None:
            out.append(m)
            out += [
                c
                for c in syn.children(scene.tokens, m, "compound", "amod", "nmod", "conj")
                if scene.mention(c) is not None
            ]
    return sorted(set(out), key=lambda x: x.i)


# --- from heads to mentions -----------------------------------------------------------------------


def names_somebody(scene: Scene, t: Token, places: bool = False) -> bool:
    return bool(mentions_of(scene, t, places)) or (
        t.pos == "PROPN" and t.i not in scene.place_heads
    )


def mentions_of(scene: Scene, t: Token, places: bool = False, depth: int = 2) -> list[Mention]:
    """The mentions that the phrase headed by ``t`` is, or else those that it belongs to.

    "India's decision", "Syrian positions", "the decision by India" belong to somebody; with
    ``places``, "locations across Pakistan" and a city stand for the state they lie in.
    """
    own = scene.mention(t)
    if own is None and places:
        own = scene.state_of(t)
    if own is not None:
        return [own]
    if depth == 0:
        return []
    for c in t.children:
        child = scene.tokens[c]
        if child.dep in _OF_WHOM:
            found = [
                m
                for x in syn.conjuncts(scene.tokens, child)
                for m in mentions_of(scene, x, False, 0)
            ]
            if found:
                return found
    for words, here in ((_BY_WHOM, False), (_WHERE, True)):
        for c in t.children:
            prep = scene.tokens[c]
            if (here and not places) or prep.dep not in ("prep", "agent"):
                continue
            if prep.lemma in words:
                found = [
                    m
                    for p in syn.children(scene.tokens, prep, "pobj")
                    for x in syn.conjuncts(scene.tokens, p)
                    for m in mentions_of(scene, x, places, depth - 1)
                ]
                if found:
                    return found
    return []
