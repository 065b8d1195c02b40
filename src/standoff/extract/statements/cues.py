"""A parsed sentence → its verbs of speech, with polarity and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.extract.statements.clause import Clause
from standoff.extract.statements.speakers import DATA, is_agentive, speaker
from standoff.types import Act, Token
from standoff.vocab.speech import SpeechCue, SpeechLexicon

_YES_NO = frozenset({"confirm", "deny"})
_NEGATING = frozenset({"preconj", "neg"})
_GAP = frozenset({"ADV", "DET", "ADJ", "PRON"})
_DECLINE = frozenset({"decline", "refuse"})
_UNSAID = frozenset(
    "say comment confirm respond answer discuss reveal disclose elaborate identify name "
    "specify provide speak give release explain reply return".split()
)
# To refuse to deny, or not to, is to say something, and no denial.
_CONTRARY = frozenset({"deny", "reject"})
_BELIEVED = frozenset({"believe", "accept"})
_STANDS = frozenset({"deny", "reject", "confirm", "accuse", "claim_responsibility"})
_OUTSTANDING = frozenset("expect schedule set likely due plan try fail bound".split())
# Documents, data and offices speak; attacks, storms and prices do not.
_MUTE_FOR = frozenset(
    "find show reveal prove indicate suggest establish determine learn signal underscore "
    "highlight underline point threaten document record imply demand require raise predict "
    "report assume tell".split()
)


# Things and happenings that say nothing, whatever verb follows.
_THINGS = frozenset(
    "attack raid blast bomb bombing explosion strike airstrike shelling storm fire crash war "
    "conflict clash fighting violence standoff ceasefire truce agreement deal accord treaty pact "
    "move decision step law policy plan system performance day way price market economy vote "
    "election convoy troop situation crisis tension visit trip meeting summit death injury".split()
)


@dataclass(slots=True)
class VerbCue:
    """Verb ``i`` of the sentence with its lexicon row; ``first`` and ``last`` are the cue's tokens,
    ``main`` its finite verb ("declined" of "declined to say").

    ``act`` already knows negation: under one, saying becomes ``no_comment``."""

    i: int
    main: int
    first: int
    last: int
    row: SpeechCue
    act: Act
    source: Token | None
    passive: bool


_OF_OTHERS = frozenset("say think believe report allege suspect know rumor rumour".split())
"""Verbs of speech and thought that say of others, in the participle, what they are."""


def verb_cues(clause: Clause, lexicon: SpeechLexicon) -> Iterator[list[VerbCue]]:
    """The sentence's verbs of speech, left to right; each with the rows that it can be, best
    (longest, then first in the lexicon) first."""
    taken: set[int] = set()
    for t in clause.tokens:
        rows = lexicon.verbs.get(t.lemma)
        if rows is None or t.pos not in ("VERB", "AUX") or t.i in taken:
            continue
        if t.dep in ("amod", "compound", "nmod") or _said_to_be(clause, t):
            continue
        found: list[VerbCue] = []
        for row in rows:
            last = _last_word(clause, t, row)
            cue = _cue(clause, t, row, last) if last is not None else None
            if cue is not None:
                found.append(cue)
        if found:
            taken.update((found[0].i, found[0].last))
            yield found


def _said_to_be(clause: Clause, t: Token) -> bool:
    """ "Two of them said to be Kenyans": who is said to be something says nothing."""
    after = [x.lower for x in clause.tokens[t.i + 1 : t.i + 3]]
    return (
        t.lemma in _OF_OTHERS
        and t.lower != t.lemma
        and after in (["to", "be"], ["to", "have"])
        and not clause.is_passive(t.i)
    )


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
                    or (c.lower == word and c.dep == "ccomp" and c.pos == "ADJ")
                    or (c.lemma == word and c.dep in ("nsubjpass", "dobj"))
                ),
                None,
            )
        if found is None:
            return None
        if clause.tokens[found].dep == "ccomp":
            continue  # "holds the rebels responsible for": the cue is "holds"
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
    source = clause.agent(t.i) if passive else speaker(clause, t.i)
    if source is not None and source.lower in ("it", "there") and _is_expletive(clause, t, source):
        source = None
    lead = _refusal(clause, t)
    first = t.i
    act: Act = row.act
    if row.words == ("draw",) and lead is None:
        return None
    if t.lemma == "reach" and row.act == "no_comment":
        reached = clause.child(t.i, "nsubjpass")
        if not (passive and clause.is_negated(t.i)) or reached is None:
            return None
        return VerbCue(t.i, t.i, t.i, last, row, "no_comment", reached, False)
    if _is_double(clause, t):
        act = "neither_confirms_nor_denies"
        partner = next(c for c in clause.children(t.i) if c.dep == "conj" and c.lemma in _YES_NO)
        last = partner.i
        if lead is not None:
            source, first = clause.subject(lead.i), lead.i
        else:
            first = min([t.i, *(c.i for c in clause.children(t.i) if c.dep in _NEGATING)])
    elif lead is not None:
        act = "say" if row.act in _CONTRARY else "no_comment"
        if act == "no_comment" and t.lemma not in _UNSAID and row.act != "no_comment":
            return None
        source, first = clause.subject(lead.i), lead.i
    elif clause.is_negated(t.i):
        helper = clause.child(t.i, "aux")
        if passive or (helper is None and t.pos != "AUX"):
            return None
        if t.lemma in _UNSAID or row.act == "no_comment":
            act = "no_comment"
        elif helper is not None and (row.act in _CONTRARY or t.lemma in _BELIEVED):
            act, first = "say", min(first, helper.i)
        else:
            return None
    elif row.act == "no_comment":
        if "no" not in row.words:
            return None
    elif row.act in _STANDS and _is_outstanding(clause, t):
        return None
    if not _can_speak(clause, t, row, source):
        source = _above(clause, t)
        if source is None or not _can_speak(clause, t, row, source):
            return None
    return VerbCue(t.i, lead.i if lead is not None else t.i, first, last, row, act, source, passive)


def _is_outstanding(clause: Clause, t: Token) -> bool:
    """Whether the act is still to come or is avoided: "is expected to deny", "short of blaming"."""
    head = clause.head(t)
    if t.dep == "xcomp" and head.lemma in _OUTSTANDING:
        return head.lemma not in ("expect", "schedule", "set") or clause.is_passive(head.i)
    before = [x.lower for x in clause.tokens[max(0, t.i - 2) : t.i]]
    return before == ["short", "of"] or before[-1:] == ["without"]


def _above(clause: Clause, t: Token) -> Token | None:
    """Who says the clause that the cue hangs in: "she said the raid would end it, suggesting …"."""
    head = clause.head(t)
    if t.dep not in ("advcl", "conj") or head.dep != "ccomp" or head.head == head.i:
        return None
    return speaker(clause, head.head)


def _is_expletive(clause: Clause, t: Token, source: Token) -> bool:
    return source.lower == "there" or clause.is_passive(t.i)


def _refusal(clause: Clause, t: Token) -> Token | None:
    """The "declined" of "declined to say"."""
    head = clause.head(t)
    if t.dep == "conj" and head.i != t.i:
        t, head = head, clause.head(head)
    bare = t.tag == "VB" or (t.lemma == "draw" and t.tag == "VBN")  # "refused to be drawn"
    if t.dep == "xcomp" and head.lemma in _DECLINE and bare:
        return head
    return None


def _is_double(clause: Clause, t: Token) -> bool:
    """Whether ``t`` opens "neither confirmed nor denied" and its kin."""
    if t.lemma not in _YES_NO:
        return False
    kids = clause.children(t.i)
    if not any(c.dep == "conj" and c.lemma in _YES_NO - {t.lemma} for c in kids):
        return False
    between = {c.lower for c in kids}
    if "nor" in between or "neither" in between:
        return True
    return "or" in between and (_refusal(clause, t) is not None or clause.is_negated(t.i))


def _can_speak(clause: Clause, t: Token, row: SpeechCue, source: Token | None) -> bool:
    if source is None:
        return True
    if source.lemma in _THINGS and source.pos == "NOUN":
        return False
    if row.words[0] not in _MUTE_FOR:
        return True
    if source.pos in ("PROPN", "PRON") or source.lemma in DATA:
        return True
    if source.pos == "NOUN":
        return source.tag == "NNS" or is_agentive(source.lemma)
    return False
