"""Places in a sentence, seen from a trigger, that need more than one step up or down the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from standoff.extract.frames import syntax as syn
from standoff.types import Token

_SOME = frozenset(
    "some many most several few all both each one none number dozen hundred thousand million score "
    "majority handful crowd group pair couple member dose dos ton tonne canister wave".split()
)
"""Words that count what follows "of"."""
_PATCHES = tuple("█▇▆▅▄▃▂▁▉■□▪▫▬●○◆◇◼◻")
_ATTACKERS = frozenset(
    "bomber attacker assailant gunman militant terrorist rebel soldier suspect he she".split()
)


def counted(tokens: syn.Tokens, found: Iterable[Token]) -> list[Token]:
    """``found`` with what its words of quantity count ("five of the attackers")."""
    out = []
    for t in found:
        out.append(t)
        if t.pos == "NUM" or t.lemma in _SOME:
            out += syn.prepositional(tokens, t, "of")
    return out


def object_modifiers(tokens: syn.Tokens, t: Token) -> list[Token]:
    """What stands before or after "of" with the objects: "tear" gas, canisters of "tear" gas."""
    out: list[Token] = []
    for x in syn.objects(tokens, t):
        inner = syn.prepositional(tokens, x, "of")
        for n in (x, *inner):
            out += syn.children(tokens, n, "compound", "amod", "nmod", "det", "poss", "nummod")
        out += inner
    return out


def mishaps(tokens: syn.Tokens, t: Token) -> list[Token]:
    """Verbs of something that merely happened, told as the ground of ``t``: "when the shaft
    collapsed", "the train derailed, killing three"."""
    near = syn.children(tokens, t, "advcl", "ccomp")
    near += [
        c for p in syn.children(tokens, t, "prep", "mark") for c in syn.children(tokens, p, "pcomp")
    ]
    if t.dep in ("advcl", "conj", "xcomp") and tokens[t.head].pos == "VERB":
        near.append(tokens[t.head])
    return [
        v
        for v in near
        if not syn.children(tokens, v, "dobj", "agent", "auxpass")
        and not any(s.lemma in _ATTACKERS for s in syn.subjects(tokens, v))
    ]


def reduced(tokens: syn.Tokens, t: Token) -> list[Token]:
    """``t`` itself where it is a participle behind its noun: "people displaced by the war"."""
    return [t] if t.dep in ("acl", "amod", "relcl") and t.tag == "VBN" else []


def preposition(tokens: syn.Tokens, t: Token) -> list[Token]:
    """The preposition that ``t`` hangs on."""
    return [tokens[t.head]] if t.dep in ("pobj", "pcomp") else []


def contents(tokens: syn.Tokens, t: Token) -> list[Token]:
    """The clause that a word takes, also through the "be" of an adjective ("it is clear that")."""
    found = syn.children(tokens, t, "ccomp")
    if found or t.dep != "acomp":
        return found
    return syn.children(tokens, tokens[t.head], "ccomp")


def bidding(tokens: syn.Tokens, t: Token) -> list[Token]:
    """``t`` itself where it bids somebody do it: a bare verb without a subject."""
    if t.tag != "VB" or t.dep not in ("ROOT", "ccomp"):
        return []
    before = syn.children(tokens, t, "nsubj", "nsubjpass", "aux", "mark", "expl", "csubj")
    return [] if any(c.lower not in ("do", "please") for c in before) else [t]


def under(tokens: syn.Tokens, t: Token) -> list[Token]:
    """The verb whose content the clause of ``t`` is, a verb or a modal."""
    clause = tokens[t.head] if t.tag == "MD" else t
    return [tokens[clause.head]] if clause.dep == "ccomp" else []


def negations(tokens: syn.Tokens, t: Token) -> list[Token]:
    """ "Not" with the word, or with the verb that it is the predicate of."""
    holders = [t, tokens[t.head]] if t.dep in ("acomp", "attr", "oprd") else [t]
    return [n for h in holders for n in syn.children(tokens, h, "neg")]


def question_to_you(tokens: syn.Tokens) -> bool:
    """Whether the sentence asks somebody: "How would you end the war?"."""
    return any(t.text == "?" for t in tokens[-3:]) and any(
        t.lower in ("you", "your") for t in tokens
    )


def legend(tokens: syn.Tokens) -> bool:
    """Whether the sentence is a line of a map's legend: a patch of colour and a name."""
    return tokens[0].text[:1] in _PATCHES and not any(t.tag in ("VBD", "VBZ") for t in tokens)


def nominal(tokens: syn.Tokens, t: Token) -> bool:
    """Whether a participle stands for somebody: "police led the accused away"."""
    return (
        t.tag in ("VBN", "VBD")
        and tokens[max(t.i - 1, 0)].lower in ("the", "an")
        and t.dep in ("nsubj", "dobj", "pobj", "nsubjpass")
    )


def attribute(tokens: syn.Tokens, t: Token) -> bool:
    """Whether a participle only says of what kind its noun is: "the most honoured guests"."""
    if t.dep == "conj" and tokens[t.head].dep == "amod" and t.tag == "VBN":
        return not syn.children(tokens, t, "agent", "dobj", "prep")
    return t.dep == "amod" and t.tag != "VBD"


def capitalised(tokens: syn.Tokens, t: Token) -> list[Token]:
    """``t`` itself where it is written as a name in a sentence that is no headline."""
    if not t.i or not t.text[:1].isupper():
        return []
    plain = [x for x in tokens if x.pos in ("NOUN", "VERB", "ADJ") and x.text[:1].islower()]
    return [t] if plain else []


def at_home(tokens: syn.Tokens, t: Token, lands: Callable[[Token], set[str]]) -> list[Token]:
    """``t`` itself where who goes and where he goes lie in one country, and he meets nobody."""
    goals = [*syn.objects(tokens, t), *syn.prepositional(tokens, t, "to")]
    goals += [x for g in goals for x in syn.children(tokens, g, "appos", "compound", "poss")]
    goals += [x for g in goals for x in syn.prepositional(tokens, g, "of")]
    there = {x for g in goals for x in lands(g)}
    doers = {x for d in syn.subjects(tokens, t) for x in lands(d)}
    return [t] if len(there) == 1 and there == doers else []


def times(tokens: syn.Tokens, t: Token) -> list[Token]:
    """The "when" of a clause under the word, or under the verb that it is the predicate of."""
    return [
        m
        for h in ([t, tokens[t.head]] if t.dep == "acomp" else [t])
        for c in syn.children(tokens, h, "advcl")
        for m in syn.children(tokens, c, "advmod", "mark")
        if m.lower == "when"
    ]


def particles(tokens: syn.Tokens, t: Token) -> list[Token]:
    """Particles behind a verb, prepositions with nothing under them among them."""
    return [
        c
        for c in syn.children(tokens, t, "prt", "advmod", "prep")
        if c.i > t.i and (c.dep == "prt" or not c.children)
    ]
