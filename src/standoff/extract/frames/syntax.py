"""Who stands where around a word: subjects, objects and the rest, through the usual detours.

All functions take the tokens of one sentence and give tokens of it, in text order. The detours are
those that leave verbs without a subject of their own: conjuncts, participles, relative clauses,
infinitives whose subject stands with another verb ("vowed to", "urged X to"), gerunds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.types import Token

Tokens = Sequence[Token]

MAX_CLIMB = 8
"""Steps up the tree that a search for a subject may take."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_HARM = frozenset("kill injure wound leave destroy damage claim hit devastate".split())
DEEDS = frozenset(
    "attack assault strike airstrike bombing blast explosion raid shooting shelling ambush "
    "massacre clash battle offensive barrage bombardment fighting violence".split()
)
_TAKES_OBJECT = frozenset(
    "abduct accuse acquit arrest assassinate convict deport detain evacuate execute expel free gun "
    "hospitalize imprison indict injure jail kidnap kill murder oust release rescue sentence wound"
    .split()
)  # fmt: skip
_CHARGED = frozenset("accuse charge suspect convict".split())
_DOCK = frozenset("trial court prison jail custody dock detention".split())
_OBJECT_CONTROL = frozenset(
    "accuse advise allow ask authorize authorise ban bar beg blame call cause coerce command "
    "compel condemn convince criticise criticize direct drive empower enable encourage expect "
    "fault force get help implore instruct invite lead let mandate oblige order permit persuade "
    "praise press pressure prevent prod prohibit push remind require send slam stop suspect task "
    "tell thank train urge warn want".split()
)
"""With these the subject of the infinitive or gerund that follows is the object."""


def hyphened(tokens: Tokens, t: Token) -> str:
    """The lemma of ``t``, with what a hyphen ties to it on the left ("cease-fire")."""
    if t.i >= 2 and tokens[t.i - 1].text == "-" and tokens[t.i - 1].end == t.start:
        before = tokens[t.i - 2]
        if before.end == tokens[t.i - 1].start:
            return f"{before.lower}-{t.lemma}"
    return t.lemma


def children(tokens: Tokens, t: Token, *deps: str) -> list[Token]:
    return [tokens[c] for c in t.children if tokens[c].dep in deps]


def subtree(tokens: Tokens, t: Token, limit: int = 60) -> list[Token]:
    """``t`` and all that hangs on it, at most ``limit`` tokens, in text order."""
    found, stack = [t], [t]
    while stack and len(found) < limit:
        for c in stack.pop().children:
            found.append(tokens[c])
            stack.append(tokens[c])
    return sorted(found, key=lambda x: x.i)


def conjuncts(tokens: Tokens, t: Token) -> list[Token]:
    """``t`` and the nouns joined to it ("India and Pakistan")."""
    out, stack = [t], [t]
    while stack and len(out) < 12:
        for c in stack.pop().children:
            child = tokens[c]
            if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
                out.append(child)
                stack.append(child)
    return sorted(out, key=lambda x: x.i)


def is_passive(tokens: Tokens, v: Token) -> bool:
    if v.tag != "VBN":
        return _headline_passive(tokens, v)
    if any(tokens[c].dep in ("nsubjpass", "auxpass") for c in v.children):
        return True
    if any(tokens[c].dep == "aux" and tokens[c].lemma in ("have", "'ve") for c in v.children):
        return False
    if _bare_participle(tokens, v):
        return True
    if any(tokens[c].dep in ("nsubj", "dobj") for c in v.children):
        return False
    if v.dep in ("acl", "advcl", "amod"):
        return True
    if v.dep == "conj":
        return is_passive(tokens, tokens[v.head]) and not children(tokens, v, "nsubj", "dobj")
    return v.dep == "ROOT" or bool(children(tokens, v, "agent"))


def _headline_passive(tokens: Tokens, v: Token) -> bool:
    """ "Editor jailed for satire", "Two miners killed in blast": read as past tense by the tagger,
    but these verbs have an object wherever they are active."""
    if v.tag != "VBD" or v.head != v.i or v.lemma not in _TAKES_OBJECT:
        return False
    if not children(tokens, v, "nsubj"):
        return False
    taken = ("dobj", "ccomp", "xcomp", "aux", "conj", "oprd", "dative", "neg")
    return not any(tokens[c].dep in taken for c in v.children)


def _bare_participle(tokens: Tokens, v: Token) -> bool:
    """Whether the subject of a participle without any auxiliary undergoes it: "with 12 people
    killed and 30 injured", "Three editors detained in Lima" (a headline)."""
    if any(tokens[c].dep in ("dobj", "ccomp", "xcomp", "aux") for c in v.children):
        return False
    if not children(tokens, v, "nsubj"):
        return False
    head = tokens[v.head]
    if v.dep == "conj" and head.tag == "VBN":
        return _bare_participle(tokens, head)
    if v.dep == "advcl":
        return any(c.lower == "with" for c in children(tokens, v, "mark"))
    return v.head == v.i or (v.dep == "pcomp" and head.lemma in ("with", "amid"))


def subjects(tokens: Tokens, v: Token) -> list[Token]:
    """The heads of who does ``v`` (or, passive, of who undergoes it)."""
    return _subjects(tokens, v, MAX_CLIMB)


def _subjects(tokens: Tokens, v: Token, climb: int) -> list[Token]:
    own = [c for c in children(tokens, v, *_SUBJECTS) if c.pos != "SCONJ"]
    if not own and v.pos == "VERB":  # the parser has hung the subject on "been" or "being"
        own = [c for a in auxiliaries(tokens, v) for c in children(tokens, a, "nsubj", "nsubjpass")]
    if own:
        return [x for c in own[:1] for x in conjuncts(tokens, _antecedent(tokens, v, c))]
    if v.head == v.i and v.pos == "VERB":  # headlines: a subject taken for part of a name
        drawn = [c for c in children(tokens, v, "compound", "nmod") if c.i < v.i]
        return [x for c in drawn[-1:] for x in conjuncts(tokens, c)]
    if climb == 0 or v.head == v.i:
        return []
    head = tokens[v.head]
    if v.dep == "conj" and head.pos in ("VERB", "AUX"):
        return _subjects(tokens, head, climb - 1)
    if v.dep in ("xcomp", "ccomp", "advcl", "pcomp", "dep", "prep", "purpcl"):
        return _controller(tokens, v, head, climb)
    if v.dep == "acl" and v.tag == "VBG" and head.dep == "pobj" and tokens[head.head].lemma == "on":
        return owners(tokens, head, climb)  # "posted a message on ... blaming"
    if v.dep in ("acl", "relcl"):
        if v.tag == "VBG" or v.dep == "relcl":
            return conjuncts(tokens, head)
        if v.tag == "VBN":
            return _on_trial(tokens, v) or [head]
        return owners(tokens, head, climb)
    if v.dep in ("amod", "compound") and v.tag == "VBG":
        return [head]
    return []


def _on_trial(tokens: Tokens, v: Token) -> list[Token]:
    """ "X goes on trial in Bern accused of": who stands trial, not the trial nor the town."""
    if v.lemma not in _CHARGED:
        return []
    t, tried = tokens[v.head], False
    for _ in range(6):
        tried = tried or t.lemma in _DOCK
        if t.pos in ("VERB", "AUX"):
            return _subjects(tokens, t, 3) if tried else []
        if t.dep not in ("pobj", "prep") or t.head == t.i:
            return []
        t = tokens[t.head]
    return []


def _antecedent(tokens: Tokens, v: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if subject.lower not in _RELATIVES:
        return subject
    clause = v
    for _ in range(MAX_CLIMB):
        if clause.dep == "relcl":
            return _deed(tokens, v, subject, tokens[clause.head])
        if clause.dep not in ("conj", "xcomp", "ccomp", "acl") or clause.head == clause.i:
            break
        clause = tokens[clause.head]
    before = [tokens[i] for i in range(max(0, subject.i - 2), subject.i)]
    near = [t for t in before if t.pos in ("NOUN", "PROPN")]
    if near and subject.lower in ("which", "who", "whom"):
        return near[-1]  # the clause was hung elsewhere: the noun just before
    return subject


def _deed(tokens: Tokens, v: Token, pronoun: Token, noun: Token) -> Token:
    """ "An attack on tourists that killed 26": it is the attack that killed."""
    if v.lemma not in _HARM or pronoun.lower in ("who", "whom", "whose"):
        return noun
    t = noun
    for _ in range(4):
        if t.lemma in DEEDS:
            return t
        if t.dep not in ("pobj", "prep", "conj") or t.head == t.i:
            break
        t = tokens[t.head]
    return noun


def _controller(tokens: Tokens, v: Token, head: Token, climb: int) -> list[Token]:
    """The understood subject of an infinitive, gerund or clause that hangs on ``head``."""
    if head.pos == "ADP" or head.dep in ("prep", "agent"):  # "accused X of bombing", "by bombing"
        if head.head == head.i:
            return []
        governor = tokens[head.head]
        if governor.pos in ("VERB", "AUX"):
            if head.lemma in ("of", "for", "from", "into", "against"):
                found = _controlled(tokens, governor)
                if found:
                    return found
            return _subjects(tokens, governor, climb - 1)
        return owners(tokens, governor, climb)
    if head.pos in ("VERB", "AUX"):
        if v.dep == "xcomp":
            found = _controlled(tokens, head)
            if found:
                return found
        return _subjects(tokens, head, climb - 1)
    if head.pos in ("ADJ",):
        return _subjects(tokens, head, climb - 1) or _subjects(tokens, tokens[head.head], climb - 1)
    return owners(tokens, head, climb)


def _controlled(tokens: Tokens, governor: Token) -> list[Token]:
    if governor.lemma not in _OBJECT_CONTROL:
        return []
    if is_passive(tokens, governor):
        return _subjects(tokens, governor, 2)
    found = children(tokens, governor, "dobj", "dative")
    if not found and governor.lemma == "call":
        found = [
            p
            for prep in children(tokens, governor, "prep")
            if prep.lemma in ("on", "upon")
            for p in children(tokens, prep, "pobj")
        ]
    return [x for c in found[:1] for x in conjuncts(tokens, c)]


def owners(tokens: Tokens, noun: Token, climb: int = 3) -> list[Token]:
    """Whose a noun is: its possessor, or the subject of the verb that it is the object of."""
    poss = children(tokens, noun, "poss")
    if poss:
        return [x for c in poss[:1] for x in conjuncts(tokens, c)]
    governor = governing_verb(tokens, noun)
    if governor is not None and climb > 0:
        return _subjects(tokens, governor, climb - 1)
    return []


def governing_verb(tokens: Tokens, noun: Token) -> Token | None:
    """The verb that ``noun`` is an object of, straight, through "and", or through a preposition."""
    t = noun
    for _ in range(4):
        head = tokens[t.head]
        if t.dep in ("dobj", "nsubjpass", "dative", "attr", "oprd"):
            return head if head.pos in ("VERB", "AUX") else None
        if t.dep == "conj" and head.pos in ("NOUN", "PROPN"):
            t = head
        elif t.dep == "pobj":
            if head.head == head.i:
                return None  # the preposition heads the sentence
            above = tokens[head.head]
            if above.pos in ("VERB", "AUX"):
                return above
            if above.pos == "NOUN" and above.lemma in PARTITIVES:
                t = above
            else:
                return None
        else:
            return None
    return None


PARTITIVES = frozenset(
    "series wave round number string spate campaign act kind form set dozen hundred couple pair "
    "period state lot flurry barrage day week month year decade".split()
)
"""Nouns that only count or shape what follows "of" ("a series of attacks")."""


def objects(tokens: Tokens, v: Token) -> list[Token]:
    """The heads of what ``v`` is done to: its object, or its subject where it is passive."""
    if is_passive(tokens, v):
        own = children(tokens, v, "nsubjpass")
        if v.dep in ("acl", "advcl") and not own and v.i >= 2 and tokens[v.i - 1].text == ",":
            near = tokens[v.i - 2]  # "gains by the army, backed by its ally": the noun just before
            if near.pos in ("NOUN", "PROPN") and near.dep in ("pobj", "dobj", "agent"):
                return conjuncts(tokens, near)
        if v.dep == "acl" and not own:
            return _on_trial(tokens, v) or conjuncts(tokens, tokens[v.head])
        if v.dep in ("amod",):
            return [tokens[v.head]]
        found = subjects(tokens, v)
        extra = [c for c in children(tokens, v, "dobj", "oprd") if c.dep == "dobj"]
        return found + extra
    found = [x for c in children(tokens, v, "dobj") for x in conjuncts(tokens, c)]
    if found:
        return [_object_antecedent(tokens, v, x) for x in found]
    for c in v.children:  # "attacked and destroyed the base"; "urged both sides to show restraint"
        child = tokens[c]
        if child.dep == "conj" and child.pos == "VERB" and not children(tokens, child, "nsubj"):
            shared = children(tokens, child, "dobj")
            if shared and len(v.children) <= 4:
                return [x for s in shared for x in conjuncts(tokens, s)]
        controlled = child.dep in ("ccomp", "xcomp") and v.lemma in _OBJECT_CONTROL
        if controlled and any(a.lemma == "to" for a in children(tokens, child, "aux")):
            inner = children(tokens, child, "nsubj", "nsubjpass")
            if inner:
                return [x for s in inner for x in conjuncts(tokens, s)]
    if v.dep == "relcl":
        own = children(tokens, v, "nsubj")
        if own and own[0].lower not in _RELATIVES and not _intransitive(tokens, v):
            return conjuncts(tokens, tokens[v.head])
    return []


def _object_antecedent(tokens: Tokens, v: Token, t: Token) -> Token:
    return _antecedent(tokens, v, t) if t.lower in _RELATIVES else t


def _intransitive(tokens: Tokens, v: Token) -> bool:
    """Whether the object of ``v`` is taken by a preposition left standing, or by a clause."""
    return any(
        (tokens[c].dep in ("ccomp", "xcomp", "advmod") and tokens[c].i > v.i)
        or tokens[c].lower in ("where", "when")
        for c in v.children
    )


def agents(tokens: Tokens, v: Token) -> list[Token]:
    """Who does a passive ``v``: the by-phrase."""
    out = []
    for c in v.children:
        child = tokens[c]
        if child.dep == "agent" or (child.dep == "prep" and child.lemma == "by"):
            out += [x for p in children(tokens, child, "pobj") for x in conjuncts(tokens, p)]
    return out


def prepositional(tokens: Tokens, t: Token, lemma: str) -> list[Token]:
    """The heads of what the preposition ``lemma`` ties to ``t``, also through a nested one."""
    out: list[Token] = []
    for prep in _prepositions(tokens, t):
        if prep.lemma == lemma:
            for p in children(tokens, prep, "pobj", "pcomp"):
                out += conjuncts(tokens, p)
    return out


def _prepositions(tokens: Tokens, t: Token) -> Iterator[Token]:
    for c in t.children:
        child = tokens[c]
        if child.dep in ("prep", "agent", "dative", "prt") and child.pos in ("ADP", "SCONJ", "ADV"):
            yield child
            for k in child.children:
                if tokens[k].dep == "prep":
                    yield tokens[k]


def copula_subjects(tokens: Tokens, t: Token) -> list[Token]:
    """Of what ``t`` is said: the subject of the "be" that it is the predicate of."""
    for _ in range(4):
        head = tokens[t.head]
        if t.head == t.i:
            return []
        joined = t.dep == "conj" and head.pos in ("ADJ", "NOUN", "PROPN", "VERB", "ADP")
        if not joined and (t.dep != "pobj" or head.pos != "ADP"):  # "is in violation of"
            linked = head.lemma in _LINKING and t.dep in _PREDICATES
            linked = linked and not children(tokens, head, "expl")
            return _subjects(tokens, head, 2) if linked else []
        t = head
    return []


_LINKING = frozenset({"be", "become", "remain", "constitute", "amount", "represent", "go"})
_PREDICATES = ("acomp", "attr", "dobj", "prep", "oprd")


def auxiliaries(tokens: Tokens, v: Token) -> list[Token]:
    return children(tokens, v, "aux", "auxpass")
