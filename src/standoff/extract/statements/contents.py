"""A verb of speech → the spans of what is said."""

from __future__ import annotations

from standoff.extract.statements.clause import Clause
from standoff.extract.statements.cues import VerbCue
from standoff.types import Span, Token

_PREPOSITIONS = frozenset("of for on about against to over at from in with by".split())
_WH = frozenset("what when where who whom which why how whether if".split())
_RELATIVE = frozenset({"which", "that", "whom", "who"})
_NOT_CONTENT = frozenset({"npadvmod"})


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
    if not frames & {"that", "wh", "quote", "to-whom"}:
        return []
    found: list[Span] = []
    relative = _relative_object(clause, cue)
    for c in clause.children(cue.i):
        if c.dep == "ccomp" or (c.dep in ("advcl", "dep") and _mark(clause, c.i) == "that"):
            if not _fits(clause, cue, c, frames):
                continue
            if c.i > cue.i and _mark(clause, c.i) == "that":
                found = [s for s in found if s.start > clause.tokens[cue.i].start]
            found += _around(clause, cue, c.i)
    if found and relative is not None and cue.i > relative.i:
        before = clause.span(clause.left[relative.i], _before_clause(clause, cue, relative))
        found = ([before] if before else []) + [s for s in found if s.start >= _cue_end(clause, cue)]
    return _joined(found)


def _fits(clause: Clause, cue: VerbCue, c: Token, frames: frozenset[str]) -> bool:
    if "that" in frames or "quote" in frames:
        return not (frames == {"quote"} and c.i > cue.i and _mark(clause, c.i) == "that")
    first = clause.tokens[clause.left[c.i]]
    if "wh" in frames:
        return first.lower in _WH
    return "to-whom" in frames


def _mark(clause: Clause, i: int) -> str:
    mark = clause.child(i, "mark")
    return mark.lower if mark is not None else ""


def _around(clause: Clause, cue: VerbCue, c: int) -> list[Span]:
    """The clause headed by ``c`` without the cue and its source where they interrupt it."""
    own = _own_zone(clause, cue)
    wanted = [i for i in clause.subtree(c) if i not in own]
    while wanted and clause.tokens[wanted[0]].lower in ("that", "``", "''", '"', "“", ",", ":"):
        if clause.tokens[wanted[0]].lower == "that" and clause.tokens[wanted[0]].dep != "mark":
            break
        wanted.pop(0)
    return clause.spans(wanted)


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
    if not frames & {"that", "quote"} or cue.passive:
        return []
    t = clause.tokens[cue.i]
    comparing = t.dep == "advcl" and _mark(clause, cue.i) == "as"
    if t.dep != "parataxis" and not comparing:
        return []
    if clause.child(cue.i, "nsubj") is None:
        return []
    if clause.child(cue.i, "dobj", "ccomp") is not None:
        return []
    inner = set(clause.subtree(cue.i))
    return _joined(clause.spans(i for i in clause.subtree(t.head) if i not in inner))


def _infinitive(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """ "claimed to have downed", "denied carrying out"."""
    for c in clause.children(cue.i):
        if c.i < cue.i or c.dep not in ("xcomp", "ccomp", "advcl"):
            continue
        if c.tag == "VBG":
            fits = "ger" in frames and c.dep != "advcl"
        else:
            fits = "inf" in frames and _has_to(clause, c)
        if fits:
            return _span_list(clause, clause.left[c.i], clause.right[c.i])
    return []


def _has_to(clause: Clause, c: Token) -> bool:
    return any(k.lower == "to" and k.tag == "TO" and k.i < c.i for k in clause.children(c.i)) or (
        c.pos == "AUX" or c.i > 0 and clause.tokens[c.i - 1].lower == "to"
    )


# --- objects ------------------------------------------------------------------------------------


def _object(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """ "condemned the raid", "blamed X for Y", "urged X to do", "called X Y"."""
    obj = _object_token(clause, cue)
    if obj is None:
        return []
    tail = _tail(clause, cue, obj)
    kinds = {k for k, _ in tail}
    if "obj" in frames:
        if not cue.row.takes(obj.lemma):
            return []
    elif not (kinds & frames or ("obj-inf" in kinds and frames & {"obj-inf"})):
        return []
    elif not cue.row.takes(obj.lemma):
        return []
    last = max([clause.right[obj.i] if obj.i > cue.i else -1, *(e for _, e in tail)])
    if obj.i < cue.i:  # relative pronoun's antecedent, or the subject of a passive
        return _fronted(clause, cue, obj, last)
    first = max(clause.left[obj.i], cue.last + 1)
    if not tail:
        last = _without_apposition(clause, obj, last)
    return _span_list(clause, first, last)


def _object_token(clause: Clause, cue: VerbCue) -> Token | None:
    if cue.passive:
        own = clause.child(cue.i, "nsubjpass")
        if own is None:
            return clause.antecedent(cue.i)
        if own.lower in _RELATIVE:
            return clause.antecedent(cue.i)
        return None if own.lower == "it" else own
    last = clause.tokens[cue.last]
    if cue.last > cue.i and last.pos in ("ADP", "SCONJ", "PART"):
        inner = clause.child(cue.last, "pobj", "pcomp")
        if inner is not None:
            return inner
        if last.dep == "mark" or clause.head(last).i > last.i:  # "called for X to leave"
            return clause.head(last)
        if (after := clause.child(cue.i, "dobj")) is not None and after.i > cue.last:
            return after
        return _relative_object(clause, cue)
    relative = clause.child(cue.i, "dobj")
    if relative is not None and relative.i < cue.i and relative.lower in _RELATIVE:
        return _relative_object(clause, cue)
    for c in clause.children(cue.i):
        if c.dep in ("dobj", "oprd") and c.i > cue.last and c.lower not in _RELATIVE:
            return c
        if c.dep == "ccomp" and c.i > cue.i and _mark(clause, c.i) != "that":
            subject = clause.child(c.i, "nsubj", "nsubjpass")
            frames = cue.row.frames
            if subject is not None and frames & {"pred", "obj-inf", "as"} and subject.i > cue.i:
                return subject
    return _relative_object(clause, cue)


def _relative_object(clause: Clause, cue: VerbCue) -> Token | None:
    """The antecedent, where the verb's object is the relative pronoun or left out."""
    t = clause.tokens[cue.i]
    if t.dep != "relcl" and not (t.dep == "conj" and clause.head(t).dep == "relcl"):
        return None
    subject = clause.child(cue.i, "nsubj")
    if t.dep == "conj" and subject is None:
        subject = clause.child(t.head, "nsubj")
    if subject is None or subject.lower in _RELATIVE:
        return None
    return clause.antecedent(cue.i)


def _tail(clause: Clause, cue: VerbCue, obj: Token) -> list[tuple[str, int]]:
    """What goes with the object: (frame, last token) of infinitive, as-phrase, predicate …"""
    out: list[tuple[str, int]] = []
    frames = cue.row.frames
    if "pred" in frames and obj.i > cue.i:
        beside = clause.child(obj.i, "appos")
        if beside is not None:
            out.append(("pred", clause.right[obj.i]))
    if "obj-inf" in frames and obj.i > cue.i and (to := _to_behind(clause, obj)) > 0:
        out.append(("obj-inf", max(clause.right[to + 1], to + 1)))
    if obj.lemma in _TOLD and obj.i > cue.i:
        out.append(("near", _all_phrases(clause, cue, obj)))
    small = clause.head(obj)
    if small.i != cue.i and small.dep == "ccomp" and small.head == cue.i and small.i > cue.i:
        kind = "obj-inf" if _has_to(clause, small) else "pred"
        if kind in frames:
            out.append((kind, clause.right[small.i]))
        elif "as" in frames:
            out.append(("as", clause.right[small.i]))
    for c in clause.children(cue.i):
        if c.i <= max(obj.i if obj.i > cue.i else cue.i, cue.last):
            continue
        end = clause.right[c.i]
        if c.dep in ("prep", "dative", "agent", "prt"):
            if c.lower == "as" and "as" in frames:
                out.append(("as", end))
            elif f"obj+{c.lower}" in frames:
                out.append((f"obj+{c.lower}", end))
            elif c.dep == "prep" and c.i > obj.i > cue.i and not _is_setting(clause, c):
                out.append(("near", end))
        elif c.dep in ("xcomp", "advcl", "acl") and (_has_to(clause, c) or c.tag == "VB"):
            if "obj-inf" in frames or ("obj" in frames and c.dep != "advcl"):
                out.append(("obj-inf", end))
        elif c.dep in ("oprd", "xcomp", "acomp", "attr") and "pred" in frames:
            out.append(("pred", end))
        elif c.dep == "advcl" and "as" in frames and _mark(clause, c.i) == "as":
            out.append(("as", end))
    return out


_TOLD = frozenset(
    "report allegation claim accusation suggestion rumour rumor charge assertion speculation".split()
)


def _to_behind(clause: Clause, obj: Token) -> int:
    """The "to" right behind the object's noun phrase ("both sides to …"), or -1."""
    tokens = clause.tokens
    for i in range(obj.i + 1, min(clause.right[obj.i] + 3, len(tokens) - 1)):
        if tokens[i].tag == "TO" and tokens[i].dep != "prep":
            at = i + 2 if tokens[i + 1].pos == "PUNCT" and i + 2 < len(tokens) else i + 1
            return at - 1 if tokens[at].tag == "VB" else -1
    return -1


def _all_phrases(clause: Clause, cue: VerbCue, obj: Token) -> int:
    """The end of every phrase behind a word for something told ("reports on Monday of a halt")."""
    return max([obj.i, *(clause.right[c.i] for c in clause.children(cue.i) if c.dep == "prep")])


def _is_time(clause: Clause, prep: Token) -> bool:
    obj = clause.child(prep.i, "pobj")
    return obj is not None and obj.lower in _DAYS


def _is_setting(clause: Clause, prep: Token) -> bool:
    """Whether the phrase says when, where or how it was said: "in a statement", "on Monday"."""
    obj = clause.child(prep.i, "pobj")
    if prep.lower in ("during", "after", "before", "since", "until", "via", "through", "while"):
        return True
    if obj is None:
        return prep.lower not in ("as", "for", "of", "in", "on", "to", "from", "against", "with")
    if obj.lower in _DAYS or obj.lower in _MONTHS or obj.tag == "CD":
        return True
    return prep.lower in ("in", "at", "on", "with", "to", "from") and obj.lemma in _OCCASIONS


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_OCCASIONS = frozenset(
    "statement interview letter tweet meeting conference call briefing speech message talk visit "
    "post video address remark appearance press session summit hearing broadcast article editorial "
    "communique communiqué reporter journalist memo email note television radio morning evening "
    "afternoon night week month year day twitter x facebook telegram rally counterpart".split()
)


def _fronted(clause: Clause, cue: VerbCue, obj: Token, last: int) -> list[Span]:
    """The object stands before the cue: the phrase up to the cue's clause, and what follows it."""
    if cue.passive and clause.head(obj).i == cue.i:
        before = clause.span(clause.left[obj.i], clause.right[obj.i])
    else:
        before = clause.span(clause.left[obj.i], _before_clause(clause, cue, obj))
    if before is None:
        return []
    after = clause.span(cue.last + 1, last) if last > cue.last else None
    if after is not None:
        return [before, after]
    if cue.passive:
        return [before]
    whole = clause.span(clause.left[obj.i], cue.last)
    return [whole] if whole is not None else [before]


def _before_clause(clause: Clause, cue: VerbCue, obj: Token) -> int:
    """The last token before the clause of the cue that hangs on ``obj``."""
    at = cue.i
    while clause.tokens[at].head not in (obj.i, at):
        at = clause.tokens[at].head
    return max(obj.i, clause.left[at] - 1)


def _without_apposition(clause: Clause, obj: Token, last: int) -> int:
    """The object's last token without what is set beside its last noun ("…, a 1960 treaty")."""
    at = obj.i
    for _ in range(8):
        right = [c for c in clause.children(at) if c.i > at and clause.right[c.i] == last]
        if not right:
            return last
        if right[0].dep == "appos" and right[0].i > obj.i + 1:
            return max(obj.i, clause.left[right[0].i] - 1)
        at = right[0].i
    return last


# --- phrases ------------------------------------------------------------------------------------


def _phrase(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """The content is a phrase with a preposition: "complained about X", "briefed Y on X"."""
    places = clause.children(cue.i)
    if "to-whom" in frames and (whom := clause.child(cue.i, "dobj")) is not None:
        places = [*places, *clause.children(whom.i)]  # "assured her of", hung on "her"
    for c in places:
        if c.i <= cue.i or c.dep not in ("prep", "dative", "agent"):
            continue
        if c.lower in frames and c.lower in _PREPOSITIONS and not _is_time(clause, c):
            if clause.right[c.i] > c.i:
                return _span_list(clause, c.i + 1, clause.right[c.i])
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
    for t in clause.tokens[first : last + 1]:
        if t.tag in ("VBD", "VBZ", "VBP", "MD") and not _is_subordinate(clause, t, cue.i):
            return _span_list(clause, first, last)
    return []


def _is_subordinate(clause: Clause, t: Token, top: int) -> bool:
    for _ in range(12):
        if t.dep in ("relcl", "acl", "advcl", "pcomp"):
            return True
        if t.i == top or t.head == t.i:
            return False
        t = clause.head(t)
    return True


def _unsaid(clause: Clause, cue: VerbCue) -> list[Span]:
    """What somebody declines to say; where nothing is named, the refusal itself."""
    if cue.act == "neither_confirms_nor_denies":
        return _span_list(clause, cue.first, clause.right[cue.last])
    last = clause.right[cue.i]
    return _span_list(clause, cue.last + 1, last) if last > cue.last + 2 else _whole(
        clause, cue, frozenset({"none"})
    )


def _whole(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """The cue says it all ("denied responsibility for X"): its phrase stands for the content."""
    if "none" not in frames:
        return []
    last = cue.last
    for c in clause.children(cue.last):
        if c.i > cue.last and c.dep in ("prep", "acl", "relcl"):
            last = max(last, clause.right[c.i])
    for c in clause.children(cue.i):
        if c.i > cue.last and c.dep == "prep" and c.lower in ("for", "in", "of", "to", "on"):
            if not _is_time(clause, c):
                last = max(last, clause.right[c.i])
    return _span_list(clause, cue.first, last)


_ATTEMPTS = (_whole, _finite, _parenthetical, _infinitive, _object, _phrase, _rest)


# --- spans --------------------------------------------------------------------------------------


def _span_list(clause: Clause, first: int, last: int) -> list[Span]:
    span = clause.span(first, last)
    return [span] if span is not None else []


def _cue_end(clause: Clause, cue: VerbCue) -> int:
    return clause.tokens[cue.last].end


def _joined(spans: list[Span]) -> list[Span]:
    return sorted(set(spans))
