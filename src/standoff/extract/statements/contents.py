"""A verb of speech → the spans of what is said."""

from __future__ import annotations

from standoff.extract.statements.clause import Clause
from standoff.extract.statements.cues import VerbCue
from standoff.extract.statements.objects import (
    before_clause,
    is_time,
    object_contents,
    relative_object,
)
from standoff.types import Span, Token

_PREPOSITIONS = frozenset("of for on about against to over at from in with by".split())
_CIRCUMSTANCE = frozenset("before after when while because as since until although though".split())
_WH = frozenset("what when where who whom which why how whether if".split())


def contents(clause: Clause, cue: VerbCue) -> list[Span]:
    """What is said, as the cue's frames have it; empty if the sentence does not say."""
    frames = cue.row.frames
    if cue.act in ("no_comment", "neither_confirms_nor_denies"):
        return _unsaid(clause, cue)
    for attempt in _ATTEMPTS:
        found = attempt(clause, cue, frames)
        if found:
            return found
    return []


# --- clauses ------------------------------------------------------------------------------------


def _finite(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """A that-clause, a bare clause, an indirect question; before, behind or around the cue."""
    if not frames & {"that", "wh", "to-whom"}:
        return []
    found: list[Span] = []
    relative = relative_object(clause, cue)
    own = clause.child(cue.i, "dobj")
    for c in _clauses(clause, cue):
        if not _fits(clause, c, frames):
            continue
        if c.i < cue.i and own is not None and own.i > cue.i:
            continue  # "Peru claims the raid; Chile denies it"
        if c.i > cue.i and clause.mark(c.i) == "that":
            found = [s for s in found if s.start > clause.tokens[cue.i].start]
        found += _around(clause, cue, c.i)
    if len(found) > 1 and not _interrupts(clause, cue):
        behind = [s for s in found if s.start > clause.tokens[cue.last].start]
        found = behind or found
    if found and relative is not None and cue.i > relative.i:
        before = clause.span(clause.left[relative.i], before_clause(clause, cue, relative))
        end = clause.tokens[cue.last].end
        found = ([before] if before else []) + [s for s in found if s.start >= end]
    return sorted(set(found))


def _clauses(clause: Clause, cue: VerbCue) -> list[Token]:
    """The verbs of the clauses that can be the content; one that opens with "that" may have been
    hung on the addressee ("told a crowd of miners that …")."""
    found = []
    places = clause.children(cue.i)
    if clause.tokens[cue.last].dep == "acomp":  # "were sceptical that"
        places = [*places, *clause.children(cue.last)]
    for c in places:
        mark = clause.mark(c.i)
        if c.dep == "ccomp":
            if mark not in _CIRCUMSTANCE:
                found.append(c)
        elif c.dep in ("advcl", "dep") and mark == "that":
            found.append(c)
    whom = clause.child(cue.i, "dobj") if "to-whom" in cue.row.frames and not found else None
    if whom is not None and whom.i > cue.i:
        for i in clause.subtree(whom.i):
            t = clause.tokens[i]
            if t.dep in ("acl", "ccomp", "relcl") and clause.mark(i) == "that":
                return [t]
    return found


def _interrupts(clause: Clause, cue: VerbCue) -> bool:
    """Whether the cue and its source stand between commas (or marks) inside what is said."""
    zone = _own_zone(clause, cue)
    before = min(zone) - 1
    return before < 0 or (
        clause.tokens[before].pos == "PUNCT" and clause.tokens[before].text != ":"
    )


def _fits(clause: Clause, c: Token, frames: frozenset[str]) -> bool:
    if c.tag == "VBG" and clause.child(c.i, "aux") is None:
        return False  # "footage showed men climbing"
    if "that" in frames:
        return True
    if "wh" in frames:
        return clause.tokens[clause.left[c.i]].lower in _WH
    return "to-whom" in frames


def _around(clause: Clause, cue: VerbCue, c: int) -> list[Span]:
    """The clause headed by ``c`` without the cue and its source where they interrupt it."""
    own = _own_zone(clause, cue)
    first = _start_of_clause(clause, cue, c)
    if c > cue.i:  # "Peru denied it; the men, they say, had left": from the semicolon on
        stops = [t.i for t in clause.tokens[first : cue.i] if t.text == ";"]
        first = stops[-1] + 1 if stops else first
    wanted = [i for i in range(first, _end_of_clause(clause, cue, c) + 1) if i not in own]
    while wanted and clause.tokens[wanted[0]].lower in ("that", "``", "''", '"', "“", ",", ":"):
        if clause.tokens[wanted[0]].lower == "that" and clause.tokens[wanted[0]].dep != "mark":
            break
        wanted.pop(0)
    return clause.spans(wanted)


def _start_of_clause(clause: Clause, cue: VerbCue, c: int) -> int:
    """The first token of the clause; its subject may have been taken for the cue's object
    ("indicated the search | is going on")."""
    first = clause.left[c]
    obj = clause.child(cue.i, "dobj")
    if c < cue.i or obj is None or not cue.last < obj.i < first or "to-whom" in cue.row.frames:
        return first
    if clause.child(c, "nsubj", "nsubjpass", "csubj", "expl", "mark") is not None:
        return first
    return clause.left[obj.i]


def _end_of_clause(clause: Clause, cue: VerbCue, c: int) -> int:
    """The last token of the clause, with a second clause of the same subject that the parser hung
    on the cue: "says she hopes to win, but she knows …", "said they had doubts but could not …"."""
    last = clause.right[c]
    subject = clause.child(c, "nsubj", "nsubjpass")
    if c < cue.i or subject is None or subject.pos != "PRON":
        return last
    for k in clause.children(cue.i):
        if k.dep != "conj" or k.i <= last:
            continue
        own = clause.child(k.i, "nsubj", "nsubjpass")
        modal = any(a.tag == "MD" for a in clause.children(k.i))
        if own.lower == subject.lower if own is not None else modal:
            last = clause.right[k.i]
    return last


def _own_zone(clause: Clause, cue: VerbCue) -> set[int]:
    """The tokens of the cue, its auxiliaries and its source."""
    zone = set(range(cue.first, cue.last + 1))
    for c in clause.children(cue.i):
        if c.dep in ("nsubj", "nsubjpass", "agent"):
            zone.update(clause.subtree(c.i))
        elif c.dep in ("aux", "auxpass", "neg", "prt", "dative"):
            zone.add(c.i)
    return zone


def _parenthetical(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """The clause that the cue interrupts or follows: "the talks, he said, were over"."""
    if "that" not in frames or cue.passive:
        return []
    t = clause.tokens[cue.i]
    comparing = t.dep == "advcl" and clause.mark(cue.i) == "as"
    if t.dep != "parataxis" and not comparing:
        return []
    if clause.child(cue.i, "nsubj") is None:
        return []
    if clause.child(cue.i, "dobj", "ccomp") is not None:
        return []
    inner = set(clause.subtree(cue.i))
    return clause.spans(i for i in clause.subtree(t.head) if i not in inner)


def _infinitive(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """ "claimed to have sunk", "denied having met"."""
    for c in clause.children(cue.i):
        if c.i < cue.i or c.dep not in ("xcomp", "ccomp", "advcl"):
            continue
        if c.tag == "VBG" or clause.tokens[clause.left[c.i]].lower == "having":
            fits = "ger" in frames and c.dep != "advcl"
        else:
            fits = "inf" in frames and clause.has_to(c.i)
        if fits:
            return clause.span_list(clause.left[c.i], clause.right[c.i])
        about = clause.child(cue.i, "nsubjpass")
        if about is not None and "that" in frames and cue.act != "claim" and clause.has_to(c.i):
            # "the rebels are said to hold the pass"
            return [
                *clause.span_list(clause.left[about.i], clause.right[about.i]),
                *clause.span_list(clause.left[c.i], clause.right[c.i]),
            ]
    return []


# --- phrases ------------------------------------------------------------------------------------


def _phrase(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """The content is a phrase with a preposition: "complained about X", "briefed Y on X"."""
    if cue.source is None and cue.act != "accuse":
        return []
    places = clause.children(cue.i)
    if clause.tokens[cue.last].dep == "acomp":
        places = [*places, *clause.children(cue.last)]
    if "to-whom" in frames and (whom := clause.child(cue.i, "dobj")) is not None:
        places = [*places, *clause.children(whom.i)]  # "assured her of", hung on "her"
    for c in places:
        if c.i <= cue.i or c.dep not in ("prep", "dative", "agent"):
            continue
        fits = c.lower in frames and c.lower in _PREPOSITIONS and clause.right[c.i] > c.i
        if fits and not is_time(clause, c):
            return clause.span_list(c.i + 1, clause.right[c.i])
    return []


def _rest(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """Where the parser saw no clause: a finite verb behind the cue, in the cue's own subtree."""
    if "that" not in frames or cue.source is None or cue.passive:
        return []
    first, last = cue.last + 1, clause.right[cue.i]
    tag = clause.tokens[cue.i].tag
    for c in clause.children(cue.i):
        if c.dep == "nsubj" and c.i > cue.last:
            first = max(first, clause.right[c.i] + 1)
        elif c.i > first + 2 and (c.dep == "advcl" or (c.dep == "conj" and c.tag == tag)):
            last = min(last, clause.left[c.i] - 1)
    if _misread_object(clause, cue):
        last = len(clause.tokens) - 1
    for t in clause.tokens[first : last + 1]:
        if t.tag in ("VBD", "VBZ", "VBP", "MD") and not _is_subordinate(clause, t, cue.i):
            return clause.span_list(first, last)
    return []


def _misread_object(clause: Clause, cue: VerbCue) -> bool:
    """Whether the cue was given an object that it cannot have ("saying an attack | caused …"):
    then the verb of what is said hangs somewhere above, and the content goes on to the end."""
    obj = clause.child(cue.i, "dobj")
    if "obj" in cue.row.frames or "to-whom" in cue.row.frames or obj is None or obj.i < cue.i:
        return False
    beyond = clause.right[cue.i] + 1
    return beyond < len(clause.tokens) and clause.tokens[beyond].tag in ("VBD", "VBZ", "VBP", "MD")


def _is_subordinate(clause: Clause, t: Token, top: int) -> bool:
    for _ in range(12):
        if t.i == top or t.head == t.i or t.head < top:
            return False
        if t.dep in ("relcl", "acl", "advcl", "pcomp"):
            return True
        t = clause.head(t)
    return True


def _unsaid(clause: Clause, cue: VerbCue) -> list[Span]:
    """What somebody declines to say; where nothing is named, the refusal itself."""
    if cue.act == "neither_confirms_nor_denies":
        return clause.span_list(cue.first, clause.right[cue.last])
    last = clause.right[cue.i]
    return (
        clause.span_list(cue.last + 1, last)
        if last > cue.last + 2
        else _whole(clause, cue, frozenset({"none"}))
    )


def _whole(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """The cue says it all ("denied responsibility for X"): its phrase stands for the content."""
    if "none" not in frames:
        return []
    named = clause.child(cue.i, "nsubjpass")
    if cue.passive and named is not None:  # "responsibility for X was claimed by"
        return clause.span_list(clause.left[named.i], clause.right[named.i])
    last = cue.last
    for c in [*clause.children(cue.last), *clause.children(cue.i)]:
        if c.i > cue.last and c.dep == "prep" and c.lower in ("for", "in", "of", "to", "on"):
            last = last if is_time(clause, c) else max(last, clause.right[c.i])
    return clause.span_list(cue.first, last)


_ATTEMPTS = (_whole, _finite, _parenthetical, _infinitive, object_contents, _phrase, _rest)
