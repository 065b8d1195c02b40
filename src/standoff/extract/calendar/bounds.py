"""Times that only say by when a thing had happened.

"On Saturday the ministry said its forces had struck the port": Saturday is the day of the saying.
"On Monday the council condemned the raid": what is answered came before the answer. Of what was
done nothing is told but that it was no later; news speaks of what is a few days old.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from standoff.extract.calendar.clause import Dating, hangs
from standoff.extract.calendar.default import recent
from standoff.extract.calendar.told import Told, width
from standoff.types import DayRange, Frame, Span, Statement

BEFORE = 6
"""Days before its telling, or its answer, in which news has happened."""
REACH = 70
"""Code points before a noun in which stands what answers it."""
NEXT = 5
"""Code points behind a trigger in which a time is its own: "the raid on Monday"."""
_ANSWERED = re.compile(
    r"(?:\b(?:responsib(?:ility|le)|blam\w+|apologi[sz]\w+|punish\w*|compensat\w+|evidence|proof|mourn\w*"
    r"|retaliat\w+|reveng\w+|outrage\w*|anger|grief|shock|condolences?|sympath\w+|justice|motives?"
    r"|suspects?|suspected|charge[sd]?|wanted|convicted|sentenced|tried|trial|arrest\w*)"
    r"(?:\s\w+){0,2}\s(?:for|in|of|over|at)"
    r"|\b(?:respon[ds]\w*|react\w*|reaction|retaliation|answer\w*|link\w*|connection)\s(?:to|with)"
    r"|\b(?:in\s(?:response|retaliation|reaction)|reference)\s(?:to|for)"
    r"|\b(?:condemn\w*|denounc\w+|deplor\w+|decr(?:y|ied|ies)|investigat\w+|prob(?:e|es|ed|ing)"
    r"|mourn\w*|commemorat\w+|aveng\w+|den(?:y|ied|ies|ying)|survived?|witnessed|described"
    r"|recount\w*|recall\w*|admit\w*|acknowledg\w+)"
    r"|\b(?:after|following|since|over|regarding|concerning|about|amid|despite|because\sof"
    r"|(?:wake|aftermath|perpetrators?|victims?|survivors?|images|videos?|footage|details|accounts?)"
    r"\s(?:of|from)|behind))"
    r"\s(?:the|this|that|these|those|his|her|its|their|[A-Z][\w-]+['’]s?)\s(?:[\w’'-]+\s){0,4}?$",
    re.I,
)
_HAPPENED = frozenset({"past", "perfect", "none"})


def loosely(
    text: str,
    frame: Frame,
    found: Dating,
    statements: Sequence[Statement],
    published: DayRange | None,
) -> DayRange | None:
    """The days of ``frame`` where ``found`` does not give its day but only what it lies near to;
    None where it does."""
    t = found.told
    if not hangs(frame, t):
        days = _told_after(text, frame, t, statements)
        if days is not None:
            return days
    if found.sure or published is None or width(published) > 1 or not t.known or t.of is not None:
        return None
    # Nothing is lost where the time lies in the days that are taken without one.
    days = recent(published, None)
    return days if days.earliest <= t.days.earliest and t.days.latest <= days.latest else None


def said_in(frame: Frame, told: Sequence[Told], statements: Sequence[Statement]) -> list[Told]:
    """The times that stand in the statement which holds ``frame``; all where none holds it."""
    if frame.statement is None:
        return list(told)
    content = statements[frame.statement].content
    if not any(_in(c, frame.trigger.start) for c in content):
        return list(told)
    return [t for t in told if any(_in(c, t.start) for c in content)]


def _told_after(
    text: str, frame: Frame, t: Told, statements: Sequence[Statement]
) -> DayRange | None:
    """The days up to ``t``, where it is the day of saying so or of answering it; else None."""
    if frame.status != "happened" or not t.known or t.owned or t.lead or width(t.days) > BEFORE:
        return None
    if not (_of_the_saying(frame, t, statements) or _answered(text, frame, t)):
        return None
    return DayRange(t.days.earliest - timedelta(days=BEFORE - width(t.days)), t.days.latest)


def _of_the_saying(frame: Frame, t: Told, statements: Sequence[Statement]) -> bool:
    """Whether the frame stands in what is said, and the time outside of it."""
    if frame.statement is None or frame.tense not in _HAPPENED:
        return False
    said = statements[frame.statement]
    if not any(_in(c, frame.trigger.start) for c in said.content):
        return False
    return not any(_in(c, t.start) for c in said.content)


def _answered(text: str, frame: Frame, t: Told) -> bool:
    """Whether the trigger is a noun whose answer stands between it and the time."""
    if 0 <= t.start - frame.trigger.end < NEXT:
        return False
    low = max(0, frame.trigger.start - REACH)
    m = _ANSWERED.search(text[low : frame.trigger.start])
    return m is not None and not low + m.start() < t.start < frame.trigger.start


def _in(span: Span, at: int) -> bool:
    return span.start <= at < span.end
