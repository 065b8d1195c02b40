"""A parsed sentence → its verbs of speech, with polarity and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.extract.statements.clause import Clause
from standoff.types import Act, Token
from standoff.vocab.speech import SpeechCue, SpeechLexicon

_GAP = frozenset({"ADV", "DET", "ADJ", "PRON"})
_DECLINE = frozenset({"decline", "refuse"})
_UNSAID = frozenset(
    "say comment confirm respond answer discuss reveal disclose elaborate identify name specify "
    "provide speak give release explain reply return".split()
)
_DOUBLE = (frozenset({"confirm"}), frozenset({"deny"}))
# Documents, data and offices speak; attacks, storms and prices do not.
_MUTE_FOR = frozenset(
    "find show reveal prove indicate suggest establish determine learn signal underscore "
    "highlight underline point threaten document record imply demand require".split()
)
_DATA = frozenset(
    "report study survey poll document record datum data research analysis investigation evidence "
    "footage video image photo photograph picture test result inquiry probe audit review finding "
    "estimate figure statistic number letter email memo paper book article filing transcript "
    "tape recording message statement source resolution cable intelligence website "
    "communique communiqué declaration".split()
)
# Verbs that carry another: "went on to say", "wanted to stress", "was quoted as saying".
_HEDGE_MODALS = frozenset({"would", "could", "might", "may", "should", "must", "can", "ca"})


@dataclass(slots=True)
class VerbCue:
    """Verb ``i`` of the sentence with its lexicon row; ``first`` and ``last`` are the cue's tokens.

    ``act`` already knows negation: under one, saying becomes ``no_comment``."""

    i: int
    first: int
    last: int
    row: SpeechCue
    act: Act
    source: Token | None
    passive: bool


def verb_cues(clause: Clause, lexicon: SpeechLexicon) -> Iterator[VerbCue]:
    """The sentence's verbs of speech, left to right."""
    taken: set[int] = set()
    for t in clause.tokens:
        rows = lexicon.verbs.get(t.lemma)
        if rows is None or t.pos not in ("VERB", "AUX") or t.i in taken:
            continue
        if t.dep in ("amod", "compound", "nmod"):
            continue
        for row in rows:
            last = _last_word(clause, t, row)
            if last is None:
                continue
            cue = _cue(clause, t, row, last)
            if cue is not None:
                taken.update(_eaten(clause, cue))
                yield cue
                break


def _last_word(clause: Clause, t: Token, row: SpeechCue) -> int | None:
    """The last token of the cue if all its words are there, else None."""
    at = t.i
    for word in row.words[1:]:
        found = _next_word(clause, at, word)
        if found is None:
            found = next(
                (
                    c.i
                    for c in clause.children(t.i)
                    if (c.lower == word and c.dep in ("prt", "acomp", "oprd", "advmod", "xcomp"))
                    or (c.lemma == word and c.dep in ("nsubjpass", "dobj"))
                ),
                None,
            )
        if found is None:
            return None
        at = max(at, found)
    return at


def _next_word(clause: Clause, at: int, word: str) -> int | None:
    for i in range(at + 1, min(at + 4, len(clause.tokens))):
        t = clause.tokens[i]
        if word in (t.lower, t.lemma):
            return i
        if t.pos not in _GAP:
            return None
    return None


def _cue(clause: Clause, t: Token, row: SpeechCue, last: int) -> VerbCue | None:
    passive = clause.is_passive(t.i)
    source = clause.agent(t.i) if passive else clause.subject(t.i)
    if source is not None and source.lower in ("it", "there") and _is_expletive(clause, t, source):
        source = None
    lead = _refusal(clause, t)
    first = t.i
    act: Act = row.act
    if _is_double(clause, t):
        act = "neither_confirms_nor_denies"
        partner = next(c for c in clause.children(t.i) if c.dep == "conj" and c.lemma == "deny")
        last = partner.i
        if lead is not None:
            source, first = clause.subject(lead.i), lead.i
    elif lead is not None:
        if t.lemma not in _UNSAID:
            return None
        source, first, act = clause.subject(lead.i), lead.i, "no_comment"
    elif clause.is_negated(t.i):
        if t.lemma in _UNSAID or "that" in row.frames:
            act = "no_comment" if row.act in ("say", "confirm", "report", "announce") else act
        if act == row.act:
            return None
    elif row.act == "no_comment":
        return None
    if not _can_speak(clause, t, row, source):
        return None
    return VerbCue(t.i, first, last, row, act, source, passive)


def _is_expletive(clause: Clause, t: Token, source: Token) -> bool:
    return source.lower == "there" or clause.is_passive(t.i)


def _refusal(clause: Clause, t: Token) -> Token | None:
    """The "declined" of "declined to say"."""
    head = clause.head(t)
    if t.dep == "conj" and head.i != t.i:
        t, head = head, clause.head(head)
    if t.dep == "xcomp" and head.lemma in _DECLINE and t.tag == "VB":
        return head
    return None


def _is_double(clause: Clause, t: Token) -> bool:
    """Whether ``t`` is the "confirm" of "neither confirmed nor denied" and its kin."""
    if t.lemma != "confirm":
        return False
    kids = clause.children(t.i)
    if not any(c.dep == "conj" and c.lemma == "deny" for c in kids):
        return False
    between = {c.lower for c in kids}
    if "nor" in between or "neither" in between:
        return True
    return "or" in between and (_refusal(clause, t) is not None or clause.is_negated(t.i))


def _eaten(clause: Clause, cue: VerbCue) -> set[int]:
    if cue.act == "neither_confirms_nor_denies":
        return {cue.i, cue.last}
    return {cue.i}


def _can_speak(clause: Clause, t: Token, row: SpeechCue, source: Token | None) -> bool:
    if row.words[0] not in _MUTE_FOR or source is None:
        return True
    if source.pos in ("PROPN", "PRON") or source.lemma in _DATA:
        return True
    if source.pos == "NOUN":
        return source.lemma in _PEOPLE or source.tag == "NNS" or _is_agentive(source.lemma)
    return False


_PEOPLE = frozenset(
    "government army military police ministry office group party agency court company spokesman "
    "spokeswoman spokesperson president minister official team staff network side chief head "
    "council commission committee union alliance coalition parliament state media press "
    "organization organisation body regime administration movement mission force country nation "
    "family witness resident activist expert analyst doctor someone source neighbour neighbor "
    "professor chairman king prince general colonel major captain judge guard".split()
)
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ant", "ee")
_NOT_AGENTS = frozenset(
    "weather number power order error factor water winter summer matter paper disaster letter "
    "chapter corner border river semester quarter tower".split()
)


def _is_agentive(lemma: str) -> bool:
    return lemma.endswith(_AGENT_ENDINGS) and lemma not in _NOT_AGENTS
