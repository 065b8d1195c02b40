"""What a frame without any time means: by tense and status, from the article's own day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from standoff.extract.calendar.told import Told, around, width
from standoff.types import DayRange, Frame, Span

RECENT = 6
"""Days before the article's own in which what it tells without a time has happened."""
SOON = 7
MONTH = 31
DISPATCH = 9_000
"""Code points of an article; a longer one (a review of the month, a chronicle) looks back over more
than a few days, and what it leaves undated is not of these days."""
REACH = 150
"""Code points before the trigger in which what describes it stands."""
FAR = 400
"""Code points before the trigger in which its sentence is looked at."""
LABEL = 14
"""Code points of "FILE - ", which can be a sentence of its own."""
NEXT = 160
"""Code points behind the sentence in which "has since" shows it to be old."""
_HAD = re.compile(
    r"\bhad\s+(?:(?:\w+ly|not|also|already|never|been|long|since|just|once|first|ever)\s+){0,3}$|['’]d\s+$"
)
_SAID = re.compile(
    r"\b(?:said|says|told|claimed|reported|announced|alleged|confirmed|stated|according|denied"
    r"|added|described|declared)\b"
)
_CLAUSE = re.compile(r"[;:]|,\s(?:but|and|while|whereas|though|although)\s")
# A war that began with protests, a pact in which two states agreed, a plan of sending troops: what
# is told of these is not the news.
_DESCRIBED = re.compile(
    r"\b(?:war|conflict|uprising|revolution|revolt|rebellion|insurgency|crisis|unrest|dispute"
    r"|campaign|movement)\s(?:which|that)\s(?:had\s)?(?:began|begun|started|erupted|broke\sout|grew)"
    r"\b[^,.;]{0,60}$"
    r"|\b(?:agreements?|deals?|pacts?|treaty|treaties|accords?|memorand(?:um|a)|constitution|laws?"
    r"|conventions?)\b[^,.;]{0,60}\s(?:in|under|by)\swhich\b[^.;]{0,80}$"
    r"|\b(?:agreements?|deals?|pacts?|proposals?|ideas?|prospects?|possibility|risks?|dangers?|fears?"
    r"|hopes?|chances?|likelihood)\s(?:on|of|for|about)\s(?:\w+\s)?$"
    r"|,\swho\s(?:was|were|is|had|has)\s[^,.;]{0,40}$"
    r"|\b(?:plots?|conspiracy|any\splans|developing\splans|intent(?:ion)?|means|right|ability|capacity"
    r"|power)\sto\s(?:\w+\s)?$",
    re.I,
)
# An archive photograph shows what is old.
_ARCHIVE = re.compile(r"\b(?:FILE|File\s(?:photo|picture))\s?[-–—:]")
_SINCE_THEN = re.compile(r"\b(?:has|have)\ssince\s(?:\w+ly\s)?[a-z]+", re.I)
_THEN = re.compile(r"\bat\sth(?:e|at)\stime\b", re.I)
THEN = re.compile(r"at\sth(?:e|at)\stime\b,?\s", re.I)
"""What opens a sentence of the time that the sentence before it tells."""
_HISTORY = re.compile(
    r"\b(?:in the past|over the years|historically|traditionally|once|previously|formerly"
    r"|ever since|since then|long ago|earlier|previous|decades ago)\b[^,;:]{0,40}$",
    re.I,
)


def undated(
    text: str,
    frame: Frame,
    sentence: Span,
    told: Sequence[Told],
    published: DayRange | None,
    focus: DayRange | None,
) -> tuple[DayRange | None, str]:
    """The days of ``frame`` and the basis; None and "" where a guess would be worse."""
    if published is None or frame.status == "hypothetical":
        return None, ""
    before = text[max(sentence.start, frame.trigger.start - REACH) : frame.trigger.start]
    if _DESCRIBED.search(before) or _archived(text, frame, sentence, told):
        return None, ""
    close = (published.latest - published.earliest).days <= RECENT
    if frame.status in ("planned", "called_for"):
        if spoken := _planned_on(frame, told, published):
            return spoken, "plan"
        first = published.earliest if close or focus is None else focus.latest
        last = published.latest if close else first
        return DayRange(first, last + timedelta(days=SOON)), "plan"
    if frame.status == "ongoing" or frame.tense == "present":
        return recent(published, focus), "publication"
    if then := _at_the_time(text, frame, sentence, told, published):
        return then, "time"
    if frame.tense == "past" and _SINCE_THEN.search(text, sentence.end, sentence.end + NEXT):
        return None, ""  # "The troops came to guard the port. The port has since closed."
    near = max(sentence.start, frame.trigger.start - FAR)
    clauses = [m.end() for m in _CLAUSE.finditer(text, near, frame.trigger.start)]
    clause = clauses[-1] if clauses else near
    reported = frame.statement is not None or _SAID.search(text, clause, frame.trigger.start)
    before = before[-60:]
    if (_HAD.search(before) and not reported) or _HISTORY.search(before):
        return None, ""
    return recent(published, focus), "publication"


def _archived(text: str, frame: Frame, sentence: Span, told: Sequence[Told]) -> bool:
    """Whether the frame stands in the caption of an archive photograph, before its date."""
    at = frame.trigger.start
    low = max(0, sentence.start - LABEL, at - REACH)
    closed = any(t.closes and t.end <= at for t in told)
    shown = frame.status in ("happened", "ongoing")
    return shown and not closed and bool(_ARCHIVE.search(text, low, at))


def _at_the_time(
    text: str, frame: Frame, sentence: Span, told: Sequence[Told], published: DayRange
) -> DayRange | None:
    """ "... since the raid of August, with officials reporting at the time 15 killed"."""
    near = max(sentence.start, frame.trigger.start - FAR)
    m = _THEN.search(text, near, min(sentence.end, frame.trigger.end + 40))
    if m is None:
        return None
    before = [t.time.days or t.days for t in told if t.known and t.end <= m.start()]
    old = before and (published.earliest - before[-1].latest).days > RECENT
    return before[-1] if old else None


def _planned_on(frame: Frame, told: Sequence[Told], published: DayRange) -> DayRange | None:
    """What was planned on a day that the sentence tells lies after that day."""
    for t in told:
        if t.start > frame.trigger.start:
            break
        past = t.days.latest < published.earliest or (t.exact and t.days.latest <= published.latest)
        plain = not t.owned and t.lead == "" and t.time.type != "DURATION"
        if past and plain and width(t.days) <= MONTH:
            last = t.days.earliest + timedelta(days=SOON)
            return DayRange(t.days.earliest, max(last, t.days.latest))
    return None


def recent(published: DayRange, focus: DayRange | None) -> DayRange:
    """The last days before publication; where those are not known closely, the days around the
    latest that the article tells of."""
    if focus is not None and (published.latest - published.earliest).days > RECENT:
        return around(focus.latest, 1, RECENT - 1)
    return DayRange(published.earliest - timedelta(days=RECENT), published.latest)


def latest_day(days: list[DayRange], published: DayRange | None) -> DayRange | None:
    """The article's focus: the latest exact day that it tells of, not after publication."""
    end = published.latest if published else date.max
    exact = [d for d in days if d.latest <= end and d.earliest == d.latest]
    return max(exact, key=lambda d: d.latest, default=None)
