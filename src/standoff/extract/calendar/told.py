"""Time expressions as the calendar uses them: which days, and what they can date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from standoff.types import DayRange, Span, TimeExpression

_RANGE_GAP = re.compile(
    r"\s?(?:-|–|—|to|and|or|through|until|till)\s?(?:on\s|the\s)?(?:early\s|late\s)?$", re.I
)
_LEAD = re.compile(
    r"\b(?P<lead>since|before|ahead\s+of|prior\s+to|after|following|by|until|till|through|from|than"
    r"|between|for|as\s+of)\s+(?:the\s+|a\s+|an\s+|early\s+|late\s+|mid-|about\s+|at\s+least\s+)*$",
    re.I,
)
# "The deadliest raid since May 2021", "the first visit since 2019": a comparison.
COMPARED = re.compile(
    r"\b(?:\w{2,}est|first|worst|only|most\s\w+)\s[^.;:!?\n]{0,50}\bsince\s", re.I
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
ANY_DAY = DayRange(date.min, date.max)
UNTOLD = "untold"
"""The basis, while at work, of what a time dates that cannot be worked out: never guessed."""


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
    of: Span | None = None
    """In a phrase that counts from an event: what names the event."""
    within: Span | None = None
    """The part of a counting phrase that it stands in: it dates nothing outside."""
    known: bool = True
    """False where a time is told that cannot be worked out: it dates nothing, but what it stands
    with is not to be guessed either."""
    closes: bool = False
    """A full date at the end of a caption: it dates what the caption shows, nothing behind it."""


def tell(
    text: str,
    times: Sequence[TimeExpression],
    published: DayRange | None,
    amounts: Sequence[Span] = (),
) -> list[Told]:
    """The datable among ``times``; two ends of a range are one, and the dateline is none.

    ``amounts`` are the parts of counting phrases that are no times of their own ("the week" of
    "in the week before the vote").
    """
    latest = published.latest if published else None
    head = _head(text)
    out: list[Told] = []
    times = said_on_a_day(text, times, published)
    k = 0
    for t in times:
        while k < len(amounts) and amounts[k].end <= t.start:
            k += 1
        if k < len(amounts) and amounts[k].start <= t.start:
            continue
        if _of_a_name(text, t):
            continue
        if t.end <= head and _alone(text, t):
            continue  # "14 minutes ago", above the text
        if t.days is None and t.offset is not None and t.offset.of is None:
            out.append(Told(t.start, t.end, ANY_DAY, "", False, False, t, known=False))
            continue
        if t.type == "SET" or t.days is None or (t.offset is not None and t.type == "DURATION"):
            continue
        if t.end <= head and t.days == published and len(t.value) == 10 and t.anchor is None:
            continue
        lead = _lead(text, t.start)
        days = _as_meant(text, t, t.days, published)
        previous = out[-1] if out else None
        both = previous and previous.known and "DURATION" not in (previous.time.type, t.type)
        if previous and both and (
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
        exact = t.days.earliest == t.days.latest
        owned = _owned(text, t.start, t.end) or (
            lead == "since" and bool(COMPARED.search(text[max(0, t.start - 80) : t.start]))
        )
        if lead == "by" and previous and previous.known and t.anchor == previous.days.earliest:
            days = DayRange(previous.days.earliest, days.latest)
        elif not owned:
            days = _open(days, lead, latest)
        closes = exact and not owned and _closes(text, t)
        out.append(Told(t.start, t.end, days, lead, owned, exact, t, closes=closes))
    return out


_FEAST = re.compile(r"(?:Christmas|Easter|Ramadan|Thanksgiving|Carnival)$")
_NAME_ON = re.compile(r"\s(?:[A-Z][a-z]+)\b")
_NAME_BEFORE = re.compile(r"\b(?:of|the|[A-Z][\w’']+)\s$")


def _of_a_name(text: str, t: TimeExpression) -> bool:
    """ "The Great Christmas Charity", "the Easter Rising": named after a feast, not on it."""
    if not _FEAST.match(text[t.start : t.end]) or not _NAME_ON.match(text, t.end):
        return False
    return bool(_NAME_BEFORE.search(text[max(0, t.start - 20) : t.start]))


_BARE = re.compile(
    r"(?:early\s|late\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?$", re.I
)
_THIS_WEEK = re.compile(r"(?:(?:earlier|later)\s)?this\s(?:past\s)?week$", re.I)
_AGO = 6


def _as_meant(text: str, t: TimeExpression, days: DayRange, published: DayRange | None) -> DayRange:
    """A weekday six days back is often tomorrow's, in an article whose stamp is a day behind its
    text: it may be either. "This week" begins with its Sunday."""
    if published is None or published.earliest != published.latest or t.offset is not None:
        return days
    today, said = published.earliest, text[t.start : t.end]
    if days.earliest == days.latest == today - timedelta(days=_AGO) and _BARE.match(said):
        return DayRange(days.earliest, today + timedelta(days=1))
    if width(days) == _AGO and days.earliest <= today <= days.latest and _THIS_WEEK.match(said):
        return DayRange(days.earliest - timedelta(days=1), days.latest - timedelta(days=1))
    return days


def behind(published: DayRange | None, told: Sequence[Told]) -> DayRange | None:
    """``published`` and the day after it, where the text shows that its stamp may be a day behind:
    it speaks of that weekday as past, or shows a photograph of that day."""
    if published is None or published.earliest != published.latest:
        return published
    after = published.latest + timedelta(days=1)
    if any(t.days.latest == after and (t.closes or width(t.days) > _AGO) for t in told):
        return DayRange(published.earliest, after)
    return published


_FULL = re.compile(r"[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}$|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s\d{4}$")
_CLOSED = re.compile(r"\s*(?:$|[.\n\-–—(\"“]|(?<=\s)[A-Z“\"])")


def _closes(text: str, t: TimeExpression) -> bool:
    """ "Mourners carry a coffin in Port Reyes, May 9, 2016": behind a comma, with nothing after."""
    return (
        text[max(0, t.start - 2) : t.start] == ", "
        and bool(_FULL.match(text[t.start : t.end]))
        and bool(_CLOSED.match(text, t.end))
    )


_OPENING = re.compile(r"[\"“”]")
_LETTER = re.compile(
    r"\b(?:letter|note|memo|memorandum|diary|telegram|cable|speech|statement|interview|post|message)"
    r"\s(?:of|dated|written|from|on|sent)\b[^.\n]{0,20}$",
    re.I,
)
_QUOTED_BACK = 300


def said_on_a_day(
    text: str, times: Sequence[TimeExpression], published: DayRange | None
) -> Sequence[TimeExpression]:
    """``times``, with "yesterday" inside a quotation counted from the day of saying, where the
    sentence gives that day: "In a speech on 9 April he said: "Yesterday ..."."""
    if published is None or published.earliest != published.latest or not _OPENING.search(text):
        return times
    marks = [m.start() for m in _OPENING.finditer(text)]
    day = published.earliest
    fixed = [
        t
        for t in times
        if t.type == "DATE" and t.anchor is None and t.days and t.offset is None
        and t.days.earliest == t.days.latest < day
    ]  # fmt: skip
    starts = [t.start for t in fixed]
    out = []
    for t in times:
        if t.anchor == day and t.offset is None and t.days is not None and t.type != "DURATION":
            spoken = _day_of_saying(text, t, marks, fixed, starts)
            if spoken is not None:
                gap = spoken - day
                moved = DayRange(t.days.earliest + gap, t.days.latest + gap)
                t = replace(t, days=moved, anchor=spoken)
        out.append(t)
    return out


def _day_of_saying(
    text: str,
    t: TimeExpression,
    marks: Sequence[int],
    fixed: Sequence[TimeExpression],
    starts: Sequence[int],
) -> date | None:
    """The date outside the quotation around ``t``, in its sentence."""
    k = bisect_left(marks, t.start)
    low = max(text.rfind("\n", 0, t.start) + 1, t.start - _QUOTED_BACK)
    line = bisect_left(marks, low)
    if (k - line) % 2 == 0 or k == len(marks):
        return None
    opening, closing = marks[k - 1], marks[k]
    before = fixed[bisect_left(starts, low) : bisect_left(starts, opening)]
    if before and before[-1].days and not re.search(r"[.!?]\s", text[before[-1].end : opening]):
        head = text[max(low, before[-1].start - 40) : before[-1].start]
        if re.search(r"\b(?:on|in|of|dated)\s+(?:the\s)?$", head) or _LETTER.search(head):
            return before[-1].days.earliest
    behind = fixed[bisect_left(starts, closing) : bisect_left(starts, closing + 120)]
    if behind and behind[0].days and not re.search(r"[.!?]\s", text[closing + 1 : behind[0].start]):
        return behind[0].days.earliest
    return None


def _head(text: str) -> int:
    """Where the first lines end that may hold the dateline."""
    at = 0
    for _ in range(3):
        m = _LINE.match(text, at)
        if m is None:
            break
        at = m.end()
    return at


def _alone(text: str, t: TimeExpression) -> bool:
    """Whether the time is a line of its own."""
    start = text.rfind("\n", max(0, t.start - 40), t.start) + 1
    end = text.find("\n", t.end, t.end + 40)
    if end < 0 or (start == 0 and t.start > 40):
        return False
    around = text[start : t.start] + text[t.end : end]
    return not re.search(
        r"(?!updated|published|posted|modified|last|on|at)\b[a-z]{2,}", around, re.I
    )


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
