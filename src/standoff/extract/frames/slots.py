"""Places in a sentence, seen from a trigger, that need more than one step up or down the tree."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extract.frames import syntax as syn
from standoff.types import Token

_SOME = frozenset(
    "some many most several few all both each one none number dozen hundred thousand million score "
    "majority handful crowd group pair couple member dose dos ton tonne canister wave".split()
)
"""Words that count what follows "of"."""
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
