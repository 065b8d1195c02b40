"""Who speaks: the subject of a verb of speech, and who stands behind a document."""

from __future__ import annotations

from standoff.extract.statements.clause import Clause
from standoff.types import Token

DATA = frozenset(
    "report study survey poll document record datum data research analysis investigation evidence "
    "footage video image photo photograph picture test result inquiry probe audit review finding "
    "estimate figure statistic number letter email memo paper book article filing transcript "
    "tape recording message statement source resolution cable intelligence website "
    "communique communiqué declaration".split()
)
_PEOPLE = frozenset(
    "government army military police ministry office group party agency court company spokesman "
    "spokeswoman spokesperson president minister official team staff network side chief head "
    "council commission committee union alliance coalition parliament state media press "
    "organization organisation body regime administration movement mission force country nation "
    "family witness resident activist expert analyst doctor someone source neighbour neighbor "
    "outlet channel newspaper daily magazine network site medium observatory authority campaign "
    "panel fund bank think-tank board department bureau embassy cabinet senate house people aide "
    "attorney critic citizen majority candidate relative veteran friend delegate secretary boss "
    "professor chairman king prince general colonel major captain judge guard widow wife husband "
    "mother father parent son daughter brother sister cousin uncle aunt bishop priest imam monk "
    "survivor victim nurse".split()
)
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ant", "ee")
_NOT_AGENTS = frozenset(
    "weather number power order error factor water winter summer matter paper disaster letter "
    "chapter corner border river semester quarter tower".split()
)


def is_agentive(lemma: str) -> bool:
    """Whether a noun with this lemma means somebody who can speak."""
    return lemma in _PEOPLE or (lemma.endswith(_AGENT_ENDINGS) and lemma not in _NOT_AGENTS)


_PUBLISH = frozenset(
    "release issue publish post send make put write sign deliver give share upload circulate file "
    "carry air broadcast receive adopt pass tweet read distribute hand".split()
)


def speaker(clause: Clause, i: int) -> Token | None:
    """The token that heads the speaker of verb ``i``; behind a document that somebody put out
    ("released a statement saying") stands who did so."""
    t = clause.tokens[i]
    quoted = _quoted_as(clause, t)
    if quoted is not None:
        return quoted
    found = _read_out(clause, t) or clause.subject(i)
    if found is None or (found.lemma not in DATA and not _on_a_page(clause, t, found)):
        return found
    return author(clause, found) or found


def _read_out(clause: Clause, t: Token) -> Token | None:
    """The document of "…," read the statement."""
    if t.lemma != "read":
        return None
    return next((c for c in clause.children(t.i) if c.i > t.i and c.lemma in DATA), None)


def _quoted_as(clause: Clause, t: Token) -> Token | None:
    """The "miner" of "quoted a miner as saying"."""
    if t.dep not in ("pcomp", "advcl", "prep") or t.tag != "VBG":
        return None
    head = clause.head(t)
    if head.lower == "as" and head.dep == "prep":
        head = clause.head(head)
    if head.lemma not in ("quote", "cite", "report"):
        return None
    return clause.child(head.i, "nsubjpass", "dobj")


def _on_a_page(clause: Clause, t: Token, found: Token) -> bool:
    """Whether the participle hangs on where something was posted ("a message on X blaming")."""
    return t.dep in ("acl", "relcl") and found.dep == "pobj" and found.i < t.i


def author(clause: Clause, noun: Token) -> Token | None:
    """Whose document it is: its possessor, who it is by, or who put it out."""
    for _ in range(3):
        own = clause.child(noun.i, "poss")
        if own is not None:
            return own
        for c in clause.children(noun.i):
            if c.dep in ("prep", "agent") and c.lower in ("by", "from", "of") and c.i > noun.i:
                by = clause.child(c.i, "pobj")
                if by is not None and (by.pos == "PROPN" or is_agentive(by.lemma)):
                    return by
            if c.dep == "acl" and c.lemma in _PUBLISH and (by := clause.agent(c.i)) is not None:
                return by
        head = clause.head(noun)
        if noun.dep == "dobj" and head.lemma in _PUBLISH:
            return clause.subject(head.i)
        if noun.dep == "pobj" and clause.head(head).pos == "NOUN":
            noun = clause.head(head)
            continue
        if noun.dep == "pobj" and clause.head(head).lemma in _PUBLISH:
            return clause.subject(clause.head(head).i)
        break
    named = [
        c
        for c in clause.children(noun.i)
        if c.dep in ("compound", "nmod") and (c.pos == "PROPN" or is_agentive(c.lemma))
    ]
    return named[-1] if named else None
