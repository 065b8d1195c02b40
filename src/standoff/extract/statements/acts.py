"""What a statement does, and how much of it is quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from standoff.extract.statements.draft import Draft
from standoff.extract.statements.quotes import Quotations
from standoff.types import Act
from standoff.types import Quotation as Kind
from standoff.vocab.speech import SpeechCue
from standoff.vocab.stances import ATTACK, DENIAL, NEITHER, NO_COMMENT, THEY_DID, WE_DID

_LEAD = r"(?:^|[.!?;,:]\s+|\b(?:and|but|so|that)\s+)"
_WE = r"(?:we|i)\s+(?:\w+ly\s+|also\s+|will\s+|do\s+|would\s+|again\s+|want to\s+){0,2}"
_OWN = r"^(?:the )?(?:[A-Z][\w.-]*\s+){1,4}(?:strongly |firmly |also )?"

# First person, present, or the speaker's own side in the third: the speaker does it by saying it
# (Austin's performatives).
_VERBS: dict[Act, str] = {
    "urge": r"(?:urges?|calls? (?:up)?on|calls? for|appeals?|ask (?:all|for|every)|encourages?)",
    "demand": r"demands?",
    "condemn": r"(?:condemns?|denounces?|deplores?)",
    "reject": r"(?:rejects?|opposes?)",
    "deny": r"(?:den(?:y|ies)|had nothing to do with|did not (?:do|carry out|attack|fire))",
    "thank": r"(?:thanks?|(?:am|are|is) grateful)",
    "praise": r"(?:welcomes?|commends?|applauds?|salutes?|praises?)",
    "promise": r"(?:promises?|pledges?|vows?|(?:are|am) (?:ready|committed|prepared) to)",
    "accuse": r"(?:accuses?|blames?)",
    "claim_responsibility": rf"(?:(?:claims?|accepts?|takes?) (?:full )?responsibility"
    rf"|carried out (?:the|this|that|these) (?:[\w-]+ ){{0,2}}{ATTACK}\b)",
}
_FOR_ITS_OWN = frozenset({"urge", "demand", "condemn", "thank", "praise"})
_PERFORMED = tuple(
    (
        act,
        re.compile(
            rf"(?i:{_LEAD}{_WE}){verbs}\b" + (rf"|{_OWN}{verbs}\b" if act in _FOR_ITS_OWN else "")
        ),
    )
    for act, verbs in _VERBS.items()
)
# What is said makes the act, whoever the subject of the sentence is.
_CONTENT: tuple[tuple[Act, str], ...] = (
    (
        "threaten",
        r"\bwill (?:\w+ly )?(?:respond|retaliate|strike back|confront|pay (?:a|the) "
        r"|face (?:a|the|serious|grave) )|\b(?:we|i) warn\b|\bwill not (?:hesitate|be deterred)\b",
    ),
    (
        "accuse",
        r"\b(?:is|was|are|were|be|being) (?:\w+ )?(?:responsible for|to blame for|behind the)\b"
        r"|\bbears? (?:\w+ )?responsibility\b",
    ),
    (
        "urge",
        r"^[^.;]{0,160}\b(?:must|should|ought to)\b(?! have\b)"
        r"|^(?:(?!we|they|he|she|it|i)\w+ ){1,4}needs? to\b"
        r"|^(?:the )?(?:importance of|need (?:for|to)|necessity of|urgency of)\b",
    ),
    (
        "warn",
        r"^[^.;]{0,120}(?<!that )(?<!which )\b(?:could|would|may|might|risks?) (?:further )?"
        r"(?:derail|destabili|escalat|endanger|jeopardi|undermine|provoke)",
    ),
)
_BY_CONTENT: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("neither_confirms_nor_denies", NEITHER),
    ("no_comment", NO_COMMENT),
    ("deny", DENIAL),
    *((act, re.compile(pattern, re.I)) for act, pattern in _CONTENT),
)
_MARKS = str.maketrans({**dict.fromkeys('"“”„‟«»‘', ""), "’": "'"})
_WORD = re.compile(r"\w+")


def claims(text: str, indirect: bool) -> bool:
    """Whether the speaker owns up to an attack: "we carried out the raid"; where the words are
    only reported, also "it had carried out the raid"."""
    return bool(WE_DID.search(text) or (indirect and THEY_DID.search(text)))


def refined(act: Act, text: str, indirect: bool = False) -> Act:
    """The act of a plain cue ("said", "added") by what it says: thanks are thanks."""
    text = _unmarked(text)
    if not any(p.search(text) for p in (NEITHER, NO_COMMENT, DENIAL)) and claims(text, indirect):
        return "claim_responsibility"
    for better, pattern in (*_PERFORMED, *_BY_CONTENT):
        if pattern.search(text):
            return better
    return act


def contradicts(text: str) -> bool:
    """Whether what is said denies something flatly, whatever the cue ("according to", "told")."""
    found = DENIAL.search(_unmarked(text))
    return found is not None and found.start() < 10


def _unmarked(text: str) -> str:
    return text[:600].translate(_MARKS).strip()


_PREDICATE = re.compile(
    r"\b(?:is|was|are|were|be|been|being|as|constitutes?|amount(?:s|ed)? to)\s+"
    r"((?:[\"“'‘]?[\w-]+[\"”'’]?\s*){1,5})",
    re.I,
)


def judged(act: Act, text: str, judgements: Mapping[str, Sequence[SpeechCue]], names: bool) -> Act:
    """The act of calling something by a name: the first word that judges gives it.

    Where the cue is not itself one of naming (``names``: "called", "described as"), only what
    stands in a predicate counts ("said the raid was a crime").
    """
    text = text[:600]
    places = [text] if names else [m.group(1) for m in _PREDICATE.finditer(text[:300])]
    for place in places:
        for word in _WORD.findall(place.lower()):
            found = judgements.get(word) or judgements.get(word.removesuffix("s"))
            if found:
                return found[0].act
    return act


def kind_of(draft: Draft, quotations: Quotations, text: str) -> Kind:
    """``direct`` where every word of the content stands in quotation marks, ``mixed`` where
    some do."""
    inside = outside = 0
    for s in draft.content:
        at = s.start
        for q in quotations.meeting(s.start, s.end):
            outside += _words(text, at, min(max(q.start, at), s.end))
            inside += _words(text, max(q.start, s.start), min(q.end, s.end))
            at = min(q.end, s.end)
        outside += _words(text, at, s.end)
    if inside == 0:
        return "indirect"
    return "mixed" if outside else "direct"


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end)) if end > start else 0
