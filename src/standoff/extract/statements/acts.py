"""What a statement does, and how much of it is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extract.statements.draft import Draft
from standoff.extract.statements.quotes import Quotation
from standoff.types import Act, Quotation as Kind, Span

_LEAD = r"(?:^|[.!?;,:]\s+|\b(?:and|but|so|that)\s+)[\"“'‘]?"
_WE = r"(?:we|i)\s+(?:\w+ly\s+|also\s+|will\s+|do\s+|would\s+|again\s+|want to\s+){0,2}"
# First person, present: the speaker does it by saying it (Austin's performatives).
_PERFORMED: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(_LEAD + _WE + verbs, re.I))
    for act, verbs in (
        ("urge", r"(?:urge|call (?:up)?on|call for|appeal|ask (?:all|the|for)|encourage|implore)\b"),
        ("demand", r"demand\b"),
        ("condemn", r"(?:condemn|denounce|deplore)\b"),
        ("reject", r"(?:reject|oppose)\b"),
        ("deny", r"(?:deny|had nothing to do with|did not (?:do|carry out|attack|fire))\b"),
        ("thank", r"(?:thank|am grateful|are grateful)\b"),
        ("praise", r"(?:welcome|commend|applaud|salute|praise)\b"),
        ("promise", r"(?:promise|pledge|vow|are ready to|am ready to|are committed to|are prepared to)\b"),
        ("accuse", r"(?:accuse|blame)\b"),
        ("claim_responsibility", r"(?:claim responsibility|carried out the (?:attack|operation|strike))"),
    )
)
_BY_CONTENT: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("threaten", re.compile(r"\bwill (?:respond|retaliate|strike back|pay (?:a|the)|face (?:a|the|serious|grave))|\b(?:we|i) warn\b|\bwill not (?:hesitate|be deterred)\b", re.I)),
    ("deny", re.compile(r"^(?:that\s+)?there (?:was|is|were|has been|had been) no (?:evidence|truth|proof)\b|\b(?:had|have|has) nothing to do with\b", re.I)),
    ("claim_responsibility", re.compile(r"^(?:that\s+)?(?:it|they|its \w+|their \w+|he|the group)\s+(?:had |have |has )?(?:carried out|was behind|were behind) the\b", re.I)),
)  # fmt: skip
_MUST = re.compile(r"^(?:that\s+)?[^.;]{0,120}\b(?:must|should|needs? to|has to|have to)\b", re.I)


def refined(act: Act, text: str, direct: bool) -> Act:
    """The act of a plain cue ("said", "added") by what it says: thanks are thanks."""
    for better, pattern in _PERFORMED if direct else ():
        if pattern.search(text[:400]):
            return better
    for better, pattern in _BY_CONTENT:
        if pattern.search(text[:400]):
            return better
    return act


def kind_of(draft: Draft, quotations: Sequence[Quotation], text: str) -> Kind:
    """``direct`` where every word of the content stands in quotation marks, ``mixed`` where
    some do."""
    inside = outside = 0
    for s in draft.content:
        at = s.start
        for q in quotations:
            if q.end <= s.start or q.start >= s.end:
                continue
            outside += _words(text, at, min(max(q.start, at), s.end))
            inside += _words(text, max(q.start, s.start), min(q.end, s.end))
            at = min(q.end, s.end)
        outside += _words(text, at, s.end)
    if inside == 0:
        return "indirect"
    return "mixed" if outside else "direct"


_WORD = re.compile(r"\w+")


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end)) if end > start else 0


def meets_any(span: Span, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that holds ``span``, if any."""
    for q in quotations:
        if q.inner.start <= span.start and span.end <= q.inner.end:
            return q
    return None
