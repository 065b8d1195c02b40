"""Time expressions as the calendar uses them: which days, and what they can date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.types import DayRange, TimeExpression

_RANGE_GAP = re.compile(
    r"\s?(?:-|–|—|to|and|or|through|until|till)\s?(?:on\s|the\s)?(?:early\s|late\s)?$", re.I
)
_LEAD = re.compile(
    r"\b(?P<lead>since|before|ahead\s+of|prior\s+to|after|following|by|until|till|through|from|than"
    r"|between|for|as\s+of)\s+(?:the\s+|a\s+|an\s+|early\s+|late\s+|mid-|about\s+|at\s+least\s+)*$",
    re.I,
)
_LINE = re.compile(r"\s*[^\n]+\n?")
_OWNER = re.compile(r"(?:\b(?:the|a|an|this|that|its|his|her|their|our)|['’]s)\s+$", re.I)
_OWNS = re.compile(r"['’]s?\s+\w|['’]\s+\w")
_NOUN_NEXT = re.compile(
    r"[\s-]+(?!(?:in|on|at|to|for|from|of|by|with|and|or|but|when|where|as|after|before|while|that"
    r"|which|who|is|was|were|are|has|had|have|will|would|said|says|it|he|she|they|local|if|because"
    r"|over|during|against|into|amid|between|until|since|near|the|a|an|his|her|its|their)\b)[\w“\"]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """Days told at ``start``-``end``. ``lead`` is the preposition before ("since", "by").

    ``owned`` is true where the time only describes the noun that follows ("the April 22 attack",
    "Monday's vote"): it dates that noun and nothing else.
    """

    start: int
    end: int
    days: DayRange
    lead: str
    owned: bool
    exact: bool
    time: TimeExpression


def tell(text: str, times: Sequence[TimeExpression], published: DayRange | None) -> list[Told]:
    """The datable among ``times``; two ends of a range are one, and the dateline is none."""
    latest = published.latest if published else None
    head = _head(text)
    out: list[Told] = []
    for t in times:
        if t.type == "SET" or t.days is None or (t.offset is not None and t.type == "DURATION"):
            continue
        if t.end <= head and t.days == published and len(t.value) == 10 and t.anchor is None:
            continue
        lead = _lead(text, t.start)
        days = t.days
        previous = out[-1] if out else None
        if previous and previous.time.type != "DURATION" and t.type != "DURATION" and (
            0 < t.start - previous.end < 16
            and _RANGE_GAP.match(text[previous.end : t.start])
            and previous.days.earliest <= days.latest
        ):  # fmt: skip
            first = previous.time.days or previous.days
            hull = DayRange(
                min(previous.days.earliest, days.earliest), max(first.latest, days.latest)
            )
            if (hull.latest - hull.earliest).days <= 400 or previous.lead in ("from", "between"):
                owned = _owned(text, previous.start, t.end)
                out[-1] = Told(previous.start, t.end, hull, "", owned, previous.exact, t)
                continue
        exact = days.earliest == days.latest
        owned = _owned(text, t.start, t.end)
        if not owned:
            days = _open(days, lead, latest)
        out.append(Told(t.start, t.end, days, lead, owned, exact, t))
    return out


def _head(text: str) -> int:
    """Where the first lines end that may hold the dateline."""
    at = 0
    for _ in range(3):
        m = _LINE.match(text, at)
        if m is None:
            break
        at = m.end()
    return at


def _lead(text: str, start: int) -> str:
    m = _LEAD.search(text[max(0, start - 28) : start])
    return " ".join(m["lead"].lower().split()) if m else ""


def _open(days: DayRange, lead: str, latest: date | None) -> DayRange:
    """ "since X", "after X": up to the day of the article."""
    if lead in ("since", "after", "following") and latest and days.earliest <= latest:
        return DayRange(days.earliest, max(latest, days.earliest))
    return days


def _owned(text: str, start: int, end: int) -> bool:
    after = text[end : end + 6]
    if _OWNS.match(after):
        return True
    before = text[max(0, start - 8) : start]
    return bool(_OWNER.search(before) and _NOUN_NEXT.match(text[end : end + 10]))


def around(day: date, before: int, after: int) -> DayRange:
    return DayRange(day - timedelta(days=before), day + timedelta(days=after))


def meet(a: DayRange, b: DayRange) -> DayRange | None:
    """The days in both."""
    low, high = max(a.earliest, b.earliest), min(a.latest, b.latest)
    return DayRange(low, high) if low <= high else None


def width(days: DayRange) -> int:
    return (days.latest - days.earliest).days
