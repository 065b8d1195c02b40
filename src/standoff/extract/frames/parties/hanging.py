"""What hangs on a noun that tells of an event: possessors, modifiers, "by", "between", brokers."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene
from standoff.types import Token

BROKERS = frozenset("broker mediate sponsor facilitate oversee guarantee arbitrate".split())
BETWEEN = ("between", "among")


def between(tokens: syn.Tokens, noun: Token) -> list[Token]:
    """ "A deal between A and B", "a deal agreed between A and B" """
    holders = [noun, *syn.children(tokens, noun, "acl")]
    found = [x for h in holders for b in BETWEEN for x in syn.prepositional(tokens, h, b)]
    for side in syn.prepositional(tokens, noun, "on") if found else ():
        if side.lemma == "side":  # "between A on one side and B"
            found += [x for x in syn.conjuncts(tokens, side) if x.lemma not in ("side", "other")]
    return found


def mediators(scene: Scene, noun: Token, governor: Token | None) -> list[Token]:
    tokens, out = scene.tokens, []
    for m in syn.children(tokens, noun, "amod", "acl", "compound", "nmod"):
        if m.lemma not in BROKERS:
            continue
        out += syn.agents(tokens, m)
        before = tokens[m.i - 2] if m.i >= 2 and tokens[m.i - 1].text == "-" else None
        if before is not None:
            out.append(before)
    for preposition in ("after", "through", "under", "with", "following"):
        for x in syn.prepositional(tokens, noun, preposition):
            if x.lemma in ("mediation", "auspices", "auspex", "sponsorship", "supervision"):
                out += hanging(scene, x, ("poss", "mod", "by", "of"))
    if governor is not None and governor.lemma in BROKERS:
        passive = syn.is_passive(tokens, governor)
        out += syn.agents(tokens, governor) if passive else syn.subjects(tokens, governor)
    return out


def hanging(scene: Scene, noun: Token, names: Sequence[str]) -> list[Token]:
    out: list[Token] = []
    for name in names:
        if name == "mod":
            out += modifiers(scene, noun)
        elif name == "poss":
            out += syn.children(scene.tokens, noun, "poss")
        else:
            out += syn.prepositional(scene.tokens, noun, name)
    return out


def is_no_doer(scene: Scene, noun: Token, m: Token) -> bool:
    """Whether the name before a noun of violence does not do it: a person ("the Okello shooting"),
    or a country by its full name ("the Syria attack") where the text names nobody else as hit."""
    mention = scene.mention(m)
    if mention is None or m.dep not in ("compound", "nmod"):
        return False
    actors = [scene.actors[a] for a in mention.actors]
    if all(a.kind == "person" for a in actors):
        return True
    if m.text.replace(".", "").isupper() or not all(a.kind == "state" for a in actors):
        return False
    named = any(syn.prepositional(scene.tokens, noun, p) for p in ("on", "against"))
    return not named and all(a.name.endswith(m.text) for a in actors)


def is_anti(scene: Scene, t: Token) -> bool:
    """ "Anti-X protests" are against X."""
    tokens = scene.tokens
    return t.i >= 2 and tokens[t.i - 1].text == "-" and tokens[t.i - 2].lower == "anti"


def modifiers(scene: Scene, noun: Token) -> list[Token]:
    """Names and adjectives before the noun that name a party ("Israeli strikes", "US-led")."""
    out = []
    for m in syn.children(scene.tokens, noun, "compound", "amod", "nmod", "npadvmod"):
        if (
            m.lemma in ("lead", "launch", "claim")
            and scene.tokens[m.i - 1].text == "-"
            and m.i >= 2
        ):
            out.append(scene.tokens[m.i - 2])
        elif scene.mention(m) is not None and not is_anti(scene, m):
            out.append(m)
            out += [
                c
                for c in syn.children(scene.tokens, m, "compound", "amod", "nmod", "conj")
                if scene.mention(c) is not None
            ]
    return sorted(set(out), key=lambda x: x.i)
