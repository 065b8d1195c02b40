"""Episodes: a four-day war, and what is told to have happened in it or ended it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from standoff.extract.calendar.told import Told, meet, width
from standoff.types import DayRange, Frame, Span, TimeExpression

_NOUN = (
    r"(?:stand-?off|conflict|war|hostilities|fighting|clash(?:es)?|confrontation|battle|crisis"
    r"|campaign|offensive|operation|siege|escalation|exchange|skirmish(?:es)?|flare-?up|raid"
    r"|bombardment|occupation|invasion|uprising|unrest|violence)"
)
_LASTING = re.compile(rf"^[-\s]+(?:long[-\s]+)?(?:[\w-]+\s+){{0,3}}?{_NOUN}\b", re.I)
_DURING = re.compile(
    r"\b(?:during|amid|amidst|throughout|in the course of|at the height of)"
    r"\s+(?:the|this|that|those|these)"
    rf"\s+(?:[\w’'-]+\s+){{0,3}}?{_NOUN}\b",
    re.I,
)
_ENDED = re.compile(
    rf"\b(?:the|this|that)\s+(?:[\w’'-]+\s+){{0,3}}?{_NOUN}\s+(?:(?:was|were|had|has|have)\s+)?"
    r"(?:conclud|end|stopp|halt|ceas|subsid|c[ao]me to an end|died down|brought to an end)",
    re.I,
)
_LENGTH = re.compile(r"P(\d{1,2})D$")
LONGEST = 21
"""Days: what lasted longer says little about the days of its parts."""


@dataclass(frozen=True, slots=True)
class Episode:
    """``days`` is the stretch that the whole lies in, ``length`` how long it was,
    ``last`` the latest day that is known to belong to it."""

    days: DayRange
    length: int
    known: DayRange


def find_episode(
    text: str,
    frames: Sequence[Frame],
    times: Sequence[TimeExpression],
    told: Sequence[Told],
    published: DayRange | None,
) -> Episode | None:
    """The one short episode of hostilities that an article gives the length of, if an attack
    dated to the day can lie in it."""
    starts = [x.start for x in told]
    for t in times:
        m = _LENGTH.match(t.value) if t.type == "DURATION" else None
        if (
            m is None
            or not 1 < int(m[1]) <= LONGEST
            or not _LASTING.match(text[t.end : t.end + 60])
        ):
            continue
        n = int(m[1])
        k = bisect_right(starts, t.end)
        bound = next(
            (x.days for x in told[k : k + 3] if 0 < x.start - t.end < 80 and not x.exact), None
        )
        days = [
            f.when
            for f in frames
            if f.type in ("ASSAULT", "MOBILIZE") and f.when and f.when_basis in ("time", "offset")
            and width(f.when) == 0 and f.status == "happened" and (not bound or meet(f.when, bound))
        ]  # fmt: skip
        if not days or (bound is None and len({d.earliest for d in days}) > 1):
            continue
        first, last = min(d.earliest for d in days), max(d.latest for d in days)
        if (last - first).days >= n:
            continue
        reach = timedelta(days=n - 1)
        whole = DayRange(last - reach, first + reach)
        if bound:
            whole = meet(whole, bound) or whole
        if published:
            whole = meet(whole, DayRange(whole.earliest, published.latest)) or whole
        return Episode(whole, n, DayRange(first, last))
    return None


def in_episode(text: str, frame: Frame, sentence: Span, episode: Episode) -> DayRange | None:
    """The days of a frame that the sentence puts into the episode, or at its end."""
    said = sentence.cut(text)
    at = frame.trigger.start - sentence.start
    if (m := _ENDED.search(said)) and at >= m.start():
        return DayRange(episode.known.earliest, episode.days.latest)
    if (m := _DURING.search(said)) and (m.start() < 3 or abs(at - m.start()) < 80):
        return episode.days
    m2 = re.search(rf"\b{_NOUN}$", frame.trigger.cut(text), re.I)
    if m2 and re.search(r"-(?:day|hour)\b[^,.;]{0,40}$", said[:at], re.I):
        return episode.days
    return None
