"""A verb of speech → what is said, where that is its object: "condemned the raid", "urged both
sides to talk", "called the vote a farce", "the census, which they mocked as a sham"."""

from __future__ import annotations

from standoff.extract.statements.clause import Clause
from standoff.extract.statements.cues import VerbCue
from standoff.types import Span, Token

RELATIVE = frozenset({"which", "that", "whom", "who"})


def object_contents(clause: Clause, cue: VerbCue, frames: frozenset[str]) -> list[Span]:
    """ "condemned the raid", "blamed X for Y", "urged X to do", "called X Y"."""
    obj = _object_token(clause, cue)
    if obj is None or (cue.source is None and cue.act != "accuse"):
        return []
    if cue.row.act == "deny" and len(_objects(clause, cue)) > 1:
        return []  # "denied the envoy a visa" is no denial
    tail = _tail(clause, cue, obj)
    kinds = {k for k, _ in tail}
    if "obj" in frames:
        if not cue.row.takes(obj.lemma):
            return []
    elif not kinds & frames or not cue.row.takes(obj.lemma):
        return []
    last = max([clause.right[obj.i] if obj.i > cue.i else -1, *(e for _, e in tail)])
    if obj.i < cue.i:  # relative pronoun's antecedent, or the subject of a passive
        return _fronted(clause, cue, obj, last)
    first = max(clause.left[obj.i], cue.last + 1)
    if not tail:
        last = _without_apposition(clause, obj, last)
    return clause.span_list(first, last)


def _objects(clause: Clause, cue: VerbCue) -> list[Token]:
    return [
        c
        for c in clause.children(cue.i)
        if c.i > cue.i and c.dep in ("dobj", "dative") and c.pos in ("NOUN", "PROPN", "PRON")
    ]


def _object_token(clause: Clause, cue: VerbCue) -> Token | None:
    if cue.passive:
        if clause.child(cue.i, "dobj") is not None and "obj-inf" not in cue.row.frames:
            return None  # "were denied entry"
        own = clause.child(cue.i, "nsubjpass")
        if own is None:
            return clause.antecedent(cue.i)
        if own.lower in RELATIVE:
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
        return relative_object(clause, cue)
    relative = clause.child(cue.i, "dobj")
    if relative is not None and relative.i < cue.i and relative.lower in RELATIVE:
        return relative_object(clause, cue)
    for c in clause.children(cue.i):
        last_that = c.lower == "that" and clause.right[cue.i] == c.i  # "Chile denied that."
        if c.dep in ("dobj", "oprd") and c.i > cue.last and (c.lower not in RELATIVE or last_that):
            return c
        if c.dep == "ccomp" and c.i > cue.i and clause.mark(c.i) != "that":
            subject = clause.child(c.i, "nsubj", "nsubjpass")
            frames = cue.row.frames
            if subject is not None and frames & {"pred", "obj-inf", "as"} and subject.i > cue.i:
                return subject
    return relative_object(clause, cue)


def relative_object(clause: Clause, cue: VerbCue) -> Token | None:
    """The antecedent, where the verb's object is the relative pronoun or left out."""
    t = clause.tokens[cue.i]
    if t.dep != "relcl" and not (t.dep == "conj" and clause.head(t).dep == "relcl"):
        return None
    subject = clause.child(cue.i, "nsubj")
    if t.dep == "conj" and subject is None:
        subject = clause.child(t.head, "nsubj")
    if subject is None or subject.lower in RELATIVE:
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
    if obj.i > cue.i:  # "accused the leader, Kim, of": hung on the name beside
        for beside in (obj, clause.child(obj.i, "appos")):
            for c in clause.children(beside.i) if beside is not None else ():
                if c.dep == "prep" and c.i > obj.i and f"obj+{c.lower}" in frames:
                    out.append((f"obj+{c.lower}", clause.right[c.i]))
    small = clause.head(obj)
    if small.i != cue.i and small.dep == "ccomp" and small.head == cue.i and small.i > cue.i:
        kind = "obj-inf" if clause.has_to(small.i) else "pred"
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
        elif c.dep in ("xcomp", "advcl", "acl") and (clause.has_to(c.i) or c.tag == "VB"):
            if "obj-inf" in frames or ("obj" in frames and c.dep != "advcl"):
                out.append(("obj-inf", end))
        elif c.dep in ("oprd", "xcomp", "acomp", "attr", "dobj") and "pred" in frames:
            out.append(("pred", end))
        elif c.dep == "advcl" and "as" in frames and clause.mark(c.i) == "as":
            out.append(("as", end))
    return out


_TOLD = frozenset(
    "report allegation claim accusation suggestion rumour rumor charge assertion "
    "speculation".split()
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


def is_time(clause: Clause, prep: Token) -> bool:
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
        before = clause.span(clause.left[obj.i], before_clause(clause, cue, obj))
    if before is None:
        return []
    first = cue.last + 1
    by = clause.child(cue.i, "agent")
    if by is not None and by.i >= first:  # "was accused by Peru of …"
        first = clause.right[by.i] + 1
    after = clause.span(first, last) if last >= first else None
    if after is not None:
        return [before, after]
    if cue.passive:
        return [before]
    whole = clause.span(clause.left[obj.i], cue.last)
    return [whole] if whole is not None else [before]


def before_clause(clause: Clause, cue: VerbCue, obj: Token) -> int:
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
