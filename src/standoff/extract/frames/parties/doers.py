"""Who did a deed of violence, where the text does not say it as subject or possessor.

"X was behind the attack", "X's role in the raid", "convicted of the murder", "killed in a French
operation". The answers are heads of phrases, empty where the text says nothing of the kind.
"""

from __future__ import annotations

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene
from standoff.types import Token

_TO_PART = frozenset({"involve", "implicate", "participate", "complicit", "assist"})
_PART = frozenset("part role hand involvement participation complicity".split())
_OWN = frozenset("have play take admit confess acknowledge".split())
_CLAIM = frozenset("claim admit accept take bear acknowledge assume".split())
_BY_COURT = frozenset("accuse convict suspect".split())
_PUNISH = frozenset("convict sentence jail imprison blame execute hang".split())
_AUTHORS = frozenset("perpetrator mastermind author organizer organiser planner architect".split())
_ORDERS = frozenset("order plan mastermind orchestrate commit direct authorize authorise".split())
_ANSWER = frozenset("respond retaliate reply react answer hit strike".split())
_BEHIND = frozenset("be stand lie".split())
_OPERATION = frozenset(
    "operation raid strike airstrike offensive shelling bombardment barrage assault fire gunfire "
    "bombing ambush shooting missile drone rocket sweep incursion counteroffensive".split()
)
_BEFORE = ("amod", "compound", "nmod")


def doers_of(scene: Scene, noun: Token) -> list[Token]:
    """Who is said to have done, ordered or shared in the deed that ``noun`` names."""
    tokens = scene.tokens
    for _ in range(3):
        above = tokens[noun.head]
        if noun.dep == "conj" and above.pos == "NOUN":
            noun = above
        elif noun.dep == "pobj" and tokens[above.head].lemma in syn.PARTITIVES:
            noun = tokens[above.head]
        else:
            break
    if noun.dep == "dobj" and tokens[noun.head].lemma in _ORDERS:
        return syn.subjects(tokens, tokens[noun.head])
    if noun.dep != "pobj":
        return []
    prep = tokens[noun.head]
    above = tokens[prep.head]
    found = _FIND.get(prep.lemma)
    return found(tokens, above) if found is not None and above.i != prep.i else []


def _behind(tokens: syn.Tokens, above: Token) -> list[Token]:
    if above.lemma in _BEHIND:
        return syn.subjects(tokens, above)
    return [above] if above.pos in ("NOUN", "PROPN") else []


def _in(tokens: syn.Tokens, above: Token) -> list[Token]:
    if above.lemma in _TO_PART:
        if above.pos == "ADJ":
            return _of_adjective(tokens, above)
        if above.lemma == "participate" or not syn.is_passive(tokens, above):
            return _through_belief(tokens, above)
        return [x for x in syn.objects(tokens, above) if x.i != above.i]
    if above.lemma not in _PART:
        return []
    owners = syn.children(tokens, above, "poss")
    if owners:
        return [x for c in owners[:1] for x in syn.conjuncts(tokens, c)]
    verb = syn.governing_verb(tokens, above)
    if verb is None or verb.lemma not in _OWN:
        return []
    return _through_belief(tokens, verb)


def _through_belief(tokens: syn.Tokens, verb: Token) -> list[Token]:
    """The subject, also of what people are "believed to have" done."""
    return [x for x in syn.subjects(tokens, verb) if x.i != verb.i]


def _for(tokens: syn.Tokens, above: Token) -> list[Token]:
    if above.lemma == "responsible":
        return _of_adjective(tokens, above)
    if above.lemma == "responsibility":
        verb = syn.governing_verb(tokens, above)
        if verb is not None and verb.lemma in _CLAIM and not syn.is_passive(tokens, verb):
            return syn.subjects(tokens, verb)
    if above.pos == "VERB" and above.lemma in _PUNISH:
        return syn.objects(tokens, above)
    return []


def _of(tokens: syn.Tokens, above: Token) -> list[Token]:
    if above.lemma == "guilty":
        return _of_adjective(tokens, above)
    if above.pos == "VERB" and above.lemma in _BY_COURT:
        return syn.objects(tokens, above)
    if above.lemma in _AUTHORS:
        if above.dep == "appos":
            return [tokens[above.head]]
        if above.dep == "attr":
            return syn.subjects(tokens, tokens[above.head])
    return []


def _with(tokens: syn.Tokens, above: Token) -> list[Token]:
    if above.lemma == "charge" and above.pos == "VERB":
        return syn.objects(tokens, above)
    if above.lemma in _ANSWER and above.pos == "VERB":  # "responded with an attack on"
        return syn.agents(tokens, above) or syn.subjects(tokens, above)
    return []


def _of_adjective(tokens: syn.Tokens, adjective: Token) -> list[Token]:
    if adjective.dep == "amod" or adjective.head == adjective.i:
        return []
    if adjective.dep == "acl":
        return [tokens[adjective.head]]
    return syn.subjects(tokens, adjective) or syn.subjects(tokens, tokens[adjective.head])


_FIND = {"behind": _behind, "in": _in, "for": _for, "of": _of, "with": _with}


def operation_of(scene: Scene, verb: Token) -> list[Token]:
    """Whose operation somebody was killed or caught in ("killed in a French raid"): nouns before
    or after "raid" that name a party and no place."""
    tokens = scene.tokens
    for prep in ("in", "by", "during"):
        for noun in syn.prepositional(tokens, verb, prep):
            if noun.lemma not in _OPERATION:
                continue
            near = syn.agents(tokens, noun) or syn.children(tokens, noun, "poss")
            before = syn.children(tokens, noun, *_BEFORE)
            before += [c for m in before for c in syn.children(tokens, m, *_BEFORE)]
            near += [m for m in before if m.i < noun.i and m.i not in scene.place_heads]
            named = [m for m in near if _acts(scene, m)]
            if named:
                return named
    return []


def _acts(scene: Scene, t: Token) -> bool:
    mention = scene.mention(t)
    if mention is None:
        return False
    kinds = {scene.actors[a].kind for a in mention.actors}
    if t.dep in ("compound", "nmod") and kinds == {"person"}:
        return False
    full = any(scene.actors[a].name == t.text for a in mention.actors)
    return not (kinds == {"state"} and full and t.dep in ("compound", "nmod"))


def reduced(scene: Scene, verb: Token) -> bool:
    """Whether a verb form without subject, object or auxiliary is a participle that tells what
    was done to the noun before it ("counted 60 adults killed", "7 miners confirmed killed"),
    though the parser takes it for the verb of whoever counts or says so."""
    tokens = scene.tokens
    own = syn.children(tokens, verb, "nsubj") if verb.tag == "VBN" and verb.dep == "pcomp" else []
    if any(c.lemma in _TELL and c.i < verb.i for x in own for c in syn.children(tokens, x, "acl")):
        return True  # "with officials reporting dozens killed"
    if verb.tag not in ("VBN", "VBD") or verb.dep not in ("conj", "ccomp", "xcomp", "dep"):
        return False
    if syn.auxiliaries(tokens, verb) or syn.children(
        tokens, verb, "nsubj", "nsubjpass", "dobj", "agent", "ccomp"
    ):
        return False
    head = tokens[verb.head]
    return head.pos == "VERB" and (head.lemma in _TELL or verb.dep != "conj")


_TELL = frozenset(
    "count confirm report say record list put register leave announce see find tally document "
    "estimate verify".split()
)
"""Verbs after which a bare participle belongs to their object ("reported dead or injured")."""

_AIMED = frozenset("subject target object victim recipient focus".split())
_WHOSE = frozenset(
    "support help assistance aid backing resignation release withdrawal removal surrender "
    "departure cooperation permission approval consent intervention ouster extradition".split()
)


def undergoers(scene: Scene, kind: str | None, noun: Token) -> list[Token]:
    """To whom what ``noun`` names is done, where the clause around it says so: "X is the target of
    sanctions", "allegations that X interfered"."""
    tokens = scene.tokens
    if noun.dep == "pobj" and tokens[noun.head].lemma == "of":
        above = tokens[tokens[noun.head].head]
        if above.lemma in _AIMED and above.dep == "attr":
            return syn.subjects(tokens, tokens[above.head])
        if above.lemma in _AIMED and above.dep == "appos":
            return [tokens[above.head]]
    if kind == "ACCUSE":
        for clause in syn.children(tokens, noun, "acl", "ccomp", "relcl"):
            for x in syn.children(tokens, clause, "nsubj", "nsubjpass"):
                if x.pos in ("NOUN", "PROPN") and clause.i > noun.i:
                    return syn.conjuncts(tokens, x)
    return []


def asked(scene: Scene, verb: Token) -> list[Token]:
    """Of whom something is asked that only he can give: "asked for the king's support"."""
    tokens = scene.tokens
    wanted = syn.prepositional(tokens, verb, "for") + syn.children(tokens, verb, "dobj")
    for x in wanted:
        if x.lemma in _WHOSE:
            owners = syn.children(tokens, x, "poss") or (
                syn.prepositional(tokens, x, "of") if x.pos == "NOUN" else []
            )
            if owners:
                return syn.conjuncts(tokens, owners[0])
    return []


_MOVED = frozenset(
    "move deploy redeploy send dispatch station mass withdraw pull recall mobilize mobilise "
    "concentrate rush transfer amass place put".split()
)
_FORCES = frozenset(
    "troop troops force soldier army unit fleet division brigade battalion tank ship warship "
    "aircraft jet bomber fighter missile navy reservist infantry convoy artillery".split()
)


def own_forces(scene: Scene, verb: Token) -> list[Token]:
    """Whose forces are moved where nobody is said to move them: "Syrian tanks were withdrawn"."""
    if verb.lemma not in _MOVED or not syn.is_passive(scene.tokens, verb):
        return []
    return [
        x
        for x in syn.children(scene.tokens, verb, "nsubjpass")
        if x.lemma in _FORCES or x.lower in _FORCES
    ]


def across_the_border(scene: Scene, verb: Token) -> list[Token]:
    """Who lies behind the border that forces are moved to ("its border with X")."""
    tokens = scene.tokens
    for x in syn.subtree(tokens, verb, 25):
        if x.i > verb.i and x.lemma in ("border", "frontier"):
            behind = syn.prepositional(tokens, x, "with")
            behind += [m for m in syn.children(tokens, x, *_BEFORE) if scene.mention(m) is not None]
            if behind:
                return behind
    return []


_RESCUE = frozenset("aid help rescue assistance defence defense support".split())


def rescue(scene: Scene, noun: Token) -> tuple[list[Token], list[Token]]:
    """Who comes to whose aid; both empty where the noun says nothing of the kind."""
    tokens = scene.tokens
    verb = syn.governing_verb(tokens, noun)
    if noun.lemma not in _RESCUE or noun.dep != "pobj" or tokens[noun.head].lemma != "to":
        return [], []
    if verb is None or verb.lemma not in ("come", "go", "rush", "leap"):
        return [], []
    helped = syn.children(tokens, noun, "poss") or syn.prepositional(tokens, noun, "of")
    return (syn.subjects(tokens, verb), helped) if helped else ([], [])


_ON = frozenset({"blame", "pin"})
_TO = frozenset({"attribute", "ascribe"})
_COME = frozenset({"come", "emanate", "pour", "flow"})


def ascribed_to(scene: Scene, noun: Token) -> list[Token]:
    """Whose doing somebody says it is: "blamed the attack on X", "is attributed to X"."""
    tokens = scene.tokens
    verb = syn.governing_verb(tokens, noun)
    if verb is None or noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in _ON | _TO:
        return []
    prep = "on" if verb.lemma in _ON else "to"
    return syn.prepositional(tokens, verb, prep) or syn.prepositional(tokens, noun, prep)


def voiced_by(scene: Scene, kind: str | None, noun: Token) -> list[Token]:
    """Whose words a noun is where it has no owner: "criticism came from X", "statements of support
    came from X", "the threat of attacks by X"."""
    tokens = scene.tokens
    if kind == "THREATEN":
        by = [x for o in syn.prepositional(tokens, noun, "of") for x in syn.agents(tokens, o)]
        if by:
            return by
    t = noun
    if t.dep == "pobj" and tokens[t.head].lemma == "of":
        t = tokens[tokens[t.head].head]
    verb = tokens[t.head]
    if t.dep == "nsubj" and verb.lemma in _COME:
        return syn.prepositional(tokens, verb, "from")
    return []
