"""Who does it to whom: the parties of a trigger, as heads of the phrases that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.parties.doers import (
    across_the_border,
    ascribed_to,
    asked,
    doers_of,
    operation_of,
    own_forces,
    reduced,
    rescue,
    undergoers,
    voiced_by,
)
from standoff.extract.frames.parties.hanging import (
    BETWEEN,
    BROKERS,
    between,
    hanging,
    is_anti,
    is_no_doer,
    mediators,
    modifiers,
)
from standoff.extract.frames.parties.light import (
    LIGHT,
    REVERSED,
    clause_subject,
    light_subject,
    swallowed,
)
from standoff.extract.frames.parties.naming import mentions_of, names_somebody
from standoff.extract.frames.triggers import Scene, Trigger
from standoff.types import Token

_HARM = frozenset("hit kill target strike destroy wound injure damage leave devastate".split())
_HUNG = ("between", "among", "with", "poss", "mod")
_MEDIATED = frozenset({"AGREE", "CONSULT", "CONCEDE", "RETREAT"})
_DOCUMENTS = frozenset(
    "statement letter message tape video report resolution decree communique editorial tweet post "
    "declaration bill text document article speech remark comment order release".split()
)
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_WHERE = ("near", "in", "inside", "outside", "across")
_NOUNS = ("NOUN", "PROPN", "NUM")
_KILLED = frozenset("murder killing death assassination abduction massacre shooting".split())
_JUDGE = frozenset("find call consider deem judge see view regard term declare".split())
_AIMED_AT = frozenset({"on", "against"})
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
    if trigger.row.type in _MEDIATED and trigger.row.pos == "V":
        found.mediator += mediators(scene, trigger.token, None)
    if trigger.row.mediator:
        # the third party stands in the actor's place: it does the mediating
        found.actor = _first(scene, trigger, trigger.row.mediator) or found.actor
    return found


# --- verbs and adjectives -------------------------------------------------------------------------


def _of_verb(scene: Scene, trigger: Trigger) -> Parties:
    row, t = trigger.row, trigger.token
    actor = _first(scene, trigger, row.actor)
    recipient = _first(scene, trigger, row.recipient)
    judge = _judge(scene, t)
    if judge is not None and row.type in ("SUPPORT", "ACCUSE"):
        recipient = recipient or actor  # "found the strike justified"
        actor = syn.subjects(scene.tokens, judge)
    if not actor and row.type == "MOBILIZE" and t.dep == "pcomp":
        # "an agreement on sending Turkish soldiers": whose soldiers they are
        actor = [x for x in syn.objects(scene.tokens, t) if names_somebody(scene, x)]
        recipient = [x for x in recipient if x not in actor]
    if row.type in ("MOBILIZE", "RETREAT"):
        actor = actor or own_forces(scene, t)
        recipient = [x for x in recipient if x not in actor]
    if row.type == "MOBILIZE":
        recipient = across_the_border(scene, t) or recipient
    if row.type in _VIOLENT:
        if reduced(scene, t):
            before = scene.tokens[t.i - 1]
            tellers = syn.subjects(scene.tokens, t)
            recipient = [x for x in recipient if x not in tellers]
            actor, recipient = [], recipient or ([before] if before.pos in _NOUNS else [])
        if not actor and (syn.is_passive(scene.tokens, t) or row.actor == ("none",)):
            actor = operation_of(scene, t)
        if recipient and not any(names_somebody(scene, x, True) for x in recipient):
            # "bombed a camp near Puno" says whose camp, also where the parser ties "near" to "bomb"
            near = [x for p in _WHERE for x in syn.prepositional(scene.tokens, t, p)]
            recipient = [x for x in near if scene.state_of(x) is not None] or recipient
    if row.type == "REQUEST" and not any(names_somebody(scene, x) for x in recipient):
        recipient = asked(scene, t) or recipient
    both = [x for b in BETWEEN for x in syn.prepositional(scene.tokens, t, b)]
    if row.type == "AGREE" and t.lemma in BROKERS:
        # a third party that brings a deal about is no party to it
        parties = [x for o in syn.objects(scene.tokens, t) for x in between(scene.tokens, o)]
        return Parties(both or parties, [], actor)
    above = scene.tokens[t.head]
    if t.tag == "VBG" and t.dep in ("advcl", "xcomp") and syn.is_passive(scene.tokens, above):
        # "was held by police blocking the road": the participle stands by the doer
        by = syn.agents(scene.tokens, above)
        actor = by if any(x.i == t.i - 1 for x in by) else actor
    actor = _speakers_of(scene, actor)
    goes_on = t.dep == "acl" and t.tag == "VBG" and scene.tokens[t.head].lemma not in syn.DEEDS
    if goes_on and not any(names_somebody(scene, x) for x in actor):
        # "condemned the attack, calling it": the participle goes on with the subject
        actor = clause_subject(scene, t) or actor
    if row.symmetric and both:
        if syn.is_passive(scene.tokens, t):  # "agreed between A and B"
            return Parties(both, [])
        recipient = both
    elif row.symmetric == 3 or (
        row.symmetric and syn.is_passive(scene.tokens, t) and not syn.agents(scene.tokens, t)
    ):
        # "a deal was agreed", "talks broke down": the parties hang on the noun
        passive = syn.is_passive(scene.tokens, t)
        nouns = syn.objects(scene.tokens, t) if passive else syn.subjects(scene.tokens, t)
        hung = [x for noun in nouns for x in hanging(scene, noun, _HUNG)]
        if hung or row.symmetric == 3:
            return Parties(hung, [])
    if row.type == "REJECT":
        recipient = [x for x in recipient if not _his_own(scene, x, actor)]
    return Parties(actor, recipient)


def _his_own(scene: Scene, t: Token, actor: Sequence[Token]) -> bool:
    """Whether a phrase is of the actor's own people ("denied that its troops took part")."""
    mine = {a for x in actor for m in mentions_of(scene, x) for a in m.actors}
    owners = [scene.mention(c) for c in syn.children(scene.tokens, t, "poss")]
    return any(m is not None and not mine.isdisjoint(m.actors) for m in owners)


def _judge(scene: Scene, t: Token) -> Token | None:
    """The verb of finding that a participle hangs on as what is found, also through "and"."""
    head = scene.tokens[t.head]
    if t.dep == "conj" and head.dep == "ccomp":
        t, head = head, scene.tokens[head.head]
    bare = t.tag in ("VBN", "VBD") and not syn.auxiliaries(scene.tokens, t)
    return head if bare and t.dep in ("ccomp", "oprd") and head.lemma in _JUDGE else None


def _speakers_of(scene: Scene, heads: list[Token]) -> list[Token]:
    """Whoever lets a document speak: "released a tape that called for" """
    out: list[Token] = []
    for t in heads:
        if t.lemma in _DOCUMENTS and not mentions_of(scene, t):
            out += syn.owners(scene.tokens, t) or [t]
        else:
            out.append(t)
    return out


# --- nouns ----------------------------------------------------------------------------------------


def _of_noun(scene: Scene, trigger: Trigger) -> Parties:
    tokens, t, row = scene.tokens, trigger.token, trigger.row
    found = Parties()
    governor = syn.governing_verb(tokens, t)
    both = between(tokens, t)
    if row.symmetric and both:
        found.actor = both
    else:
        found.actor = _first(scene, trigger, row.actor)
        found.recipient = _first(scene, trigger, row.recipient, found.actor)
        if not found.actor and "poss" in row.recipient and syn.prepositional(tokens, t, "of"):
            found.actor = _slot(scene, trigger, "poss")  # "X's killing of Y"
            found.recipient = syn.prepositional(tokens, t, "of")
        blamed = ascribed_to(scene, t) if row.type in _VIOLENT else []
        if blamed:
            found.actor, found.recipient = blamed, [x for x in found.recipient if x not in blamed]
        if not any(names_somebody(scene, x) for x in found.actor) and row.type in _WORDS:
            found.actor = voiced_by(scene, row.type, t) or found.actor
        brokered = governor is not None and governor.lemma in BROKERS
        if not found.actor and row.type in _WORDS and not brokered and not _goes_back(scene, t):
            found.actor = [x for x in clause_subject(scene, t) if names_somebody(scene, x)]
    helper, helped = rescue(scene, t) if row.type in ("AID", "SUPPORT") else ([], [])
    if helped:  # "came to the aid of X"
        found.actor, found.recipient = helper, helped
    if governor is not None and governor.lemma in REVERSED and not found.recipient:
        found.recipient = syn.subjects(tokens, governor)
    if not found.recipient and not row.symmetric:
        found.recipient = _harmed(scene, t) or [
            c
            for m in syn.children(tokens, t, "amod", "compound", "nmod")
            for c in (m, *syn.children(tokens, m, "amod", "compound", "pobj"))
            if is_anti(scene, c)
        ]
    if not found.recipient and not row.symmetric:
        found.recipient = undergoers(scene, trigger.row.type, t)
    if row.symmetric == 3:
        hung = [x for o in syn.prepositional(tokens, t, "of") for x in hanging(scene, o, _HUNG)]
        found.actor, found.recipient = (hung or found.actor), []
    for other in _joined_nouns(tokens, t):  # "siege and bombardment by"
        found.actor = found.actor or syn.agents(tokens, other)
        for name in ("of", "on", "against"):
            found.recipient = found.recipient or syn.prepositional(tokens, other, name)
    if not found.actor and row.type in _VIOLENT:
        found.actor = doers_of(scene, t)
    found.mediator = mediators(scene, t, governor)
    return found


def _joined_nouns(tokens: syn.Tokens, t: Token) -> list[Token]:
    after = [c for c in syn.children(tokens, t, "conj") if c.pos == "NOUN"]
    return after + ([tokens[t.head]] if t.dep == "conj" and tokens[t.head].pos == "NOUN" else [])


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
            return light_subject(scene, t)
        if syn.is_passive(tokens, t):
            return syn.agents(tokens, t)
        if trigger.row.pos in ("A", "P") and t.head != t.i:
            return syn.subjects(tokens, t) or syn.subjects(tokens, tokens[t.head])
        return syn.subjects(tokens, t) or swallowed(scene, t)
    if name == "by":
        return syn.agents(tokens, t)
    if trigger.row.type == "PROTEST" and name in ("against", "over", "at"):
        # who answers for a killing is its doer, not the killed
        return [y for x in syn.prepositional(tokens, t, name) for y in _answerable(scene, x)]
    if name == "copula":
        found = syn.copula_subjects(tokens, t)
        return [y for x in found for y in _answerable(scene, x)]
    if name in ("clause", "pobj"):
        return list(scene.slot(t, name))
    if name == "holder":  # "captives held by rebels were freed"
        return [
            x
            for o in syn.objects(tokens, t)
            for v in syn.subtree(tokens, o, 20)
            if v.dep == "acl"
            for x in syn.agents(tokens, v)
        ]
    if name == "dative":
        return [
            x
            for c in syn.children(tokens, t, "dative")
            if c.pos != "ADP"
            for x in syn.conjuncts(tokens, c)
        ]
    if name == "ccomp.subj":
        return [
            x
            for c in scene.slot(t, "ccomp") or syn.children(tokens, t, "xcomp")
            for x in syn.subjects(tokens, c)
            if x.i > t.i
        ]
    if name == "mod":
        before = modifiers(scene, t)
        if noun and trigger.row.type in _VIOLENT:
            return [m for m in before if not is_no_doer(scene, t, m)]
        return before
    if name == "obj" and not noun:
        return syn.objects(tokens, t)
    if name == "poss":
        return [x for c in syn.children(tokens, t, "poss") for x in syn.conjuncts(tokens, c)]
    found = syn.prepositional(tokens, t, name)
    if not found and noun and t.dep == "dobj" and name in _AIMED_AT:
        governor = syn.governing_verb(tokens, t)  # "declared war on X": it hangs on the verb
        if governor is not None and governor.lemma in LIGHT:
            found = syn.prepositional(tokens, governor, name)
    if not found and not noun:  # "launched strikes on X": the preposition hangs on the object
        for o in syn.objects(tokens, t)[:2]:
            found += syn.prepositional(tokens, o, name)
    return found


def _answerable(scene: Scene, t: Token) -> list[Token]:
    """Who answers for what is judged: of a deed its doer, not whom it befell."""
    if t.lemma not in scene.classes.classes["VIOLENCE"] and t.lemma not in _KILLED:
        return [t]
    doers = syn.agents(scene.tokens, t)
    return doers or ([] if t.lemma in _KILLED else syn.children(scene.tokens, t, "poss"))
