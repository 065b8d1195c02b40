"""Which told time dates which frame: by sentence, clause and distance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from standoff.extract.calendar.told import Told
from standoff.types import DayRange, Frame, Span

_BOUNDARY = re.compile(
    r"[;:()—]|\s[-–]\s|\b(?:that|which|who|whom|when|while|but|because|although|whether|if|where"
    r"|saying|following|amid|whose|and|since|after|before|than)\b"
)
_CLAUSE = re.compile(r"\b(?:which|who|whose|because|since|after|before|when|while)\b")
_SUBORDINATE = re.compile(r"(?:When|After|As|While|Since|Once|In|During)\b")
_QUOTES = re.compile(r"[\"“”]")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]$")
_SAID = re.compile(
    r"\b(?:said|says|told\s+\w+|announced|added|stated|reported|tweeted|wrote|confirmed|claimed)\s+"
    r"(?:(?:on|late|early|earlier|in\s+a\s+statement)\s+)*$",
    re.I,
)
_NP_WORDS = re.compile(
    r"\b(?:the|a|an|in|of|on|since|for|to|and|by|with|from|at|was|were|is|are|had|has|said|as)\b"
)
_HEADS = re.compile(r"(?:In|At|During|Under|With|By|On)\s+(?:the|a|an|its|his|their|that)\s+$")
_NP_STOP = re.compile(r"[,;:()—.!?\"“”]")
_DUE = re.compile(
    r"\b(?:scheduled|due|planned|expected|slated|set|meant)\s(?:(?:to\s\w+|for|on|in|at)\s){1,2}(?:the\s)?$"
)
_IN_IT = re.compile(r"\s(?:[\w’'-]+\s)?(?:in|during|by)\s(?:the\s|an?\s)?(?:early\s|late\s)?$")
_HAD = re.compile(r"\bhad\s(?:\w+\s){0,2}$")
# "In this Tuesday, April 4, 2017 file photo, guards block a road".
_PHOTO_OF = re.compile(r"(?:FILE\s?[-–—:]+\s?)?(?:In\s)?this\s$", re.I)
_PHOTO = re.compile(
    r"\s(?:\w+\s){0,2}?(?:photo|photograph|picture|image|frame\sgrab|screengrab|video|footage)\b"
)
_ARCHIVE = re.compile(r"\b(?:FILE|File\s(?:photo|picture))\s?[-–—:]")
# "The truce, which took effect on May 3": the clause tells of the noun.
_BEGAN = re.compile(
    r"(?:\s[\w’'-]+){0,4}?,?\s(?:(?:which|that)\s(?:had\s|was\s|were\s|is\s)?)?"
    r"(?:(?<=which\s|.that\s)(?:(?:first|formally|officially)\s)?(?:began|start(?:ed|s)"
    r"|took\s(?:place|effect|hold)|happened|occurred|came(?:\sinto\s(?:force|effect))?"
    r"|(?:entered|went)\sinto\s(?:force|effect))|begun|held|signed|imposed|launched|carried\sout"
    r"|committed|declared|reached)\s"
    r"(?:(?:on|in|at|late|early|last|the|of)\s){1,3}$"
)
_AFTERMATH = re.compile(
    r"(?:Following|After|Amid|Despite|In\s+response\s+to|In\s+the\s+(?:wake|aftermath)\s+of)\b"
)
OLD = 45
_NEVER = 9.0
_TOO_FAR = 2.0
MOST = 8
"""Times of one sentence that are weighed for one frame."""
NEAR = 0.3
"""The cost below which a time in what is said is surely of its frame."""
AHEAD = 1
"""Days by which the calendar of a place can be ahead of the article's."""
HEAD = 200
"""Code points before a time that are looked at for what opens the sentence."""
MONTH = 31
SINCE = 8
"""Code points of " since " and what little can stand before it."""
_LASTING = frozenset({"AGREE", "COERCE", "MOBILIZE", "SANCTION"})
CAPTION = 250
"""Code points of a caption between what it shows and its date."""
LOOSE = 1.0
"""The cost from which a clause's border lies between a frame and its time."""


@dataclass(frozen=True, slots=True)
class Dating:
    """The time that dates a frame. ``sure`` is false where it stands beyond the border of a clause
    and the parse hangs it on something else: the days may still be those, or may not."""

    told: Told
    sure: bool
    near: bool
    """Whether hardly anything stands between them."""


def time_of(
    text: str,
    frame: Frame,
    sentence: Span,
    told: Sequence[Told],
    triggers: Sequence[int],
    published: DayRange | None,
) -> Dating | None:
    """The time that dates ``frame``, among those told in its sentence; None where none does."""
    if len(told) > MOST:
        near = sorted(told, key=lambda t: abs(t.start - frame.trigger.start))[: MOST - 1]
        told = sorted({told[0], *near}, key=lambda t: t.start)
        triggers = [x for x in triggers if abs(x - frame.trigger.start) < 300]
    best: tuple[float, int] | None = None
    chosen: Told | None = None
    for t in told:
        t = _year_before(frame, t, published)
        if not _agrees(frame, t, published):
            continue
        cost = _cost(text, frame, sentence, t, triggers, published)
        if cost < _TOO_FAR and (best is None or (cost, t.start) < best):
            best, chosen = (cost, t.start), t
    if chosen is None or best is None:
        return None
    hung = hangs(frame, chosen)
    if _is_since(frame, chosen) and chosen.time.days is not None:
        chosen = replace(chosen, days=chosen.time.days)
    return Dating(chosen, best[0] < LOOSE or hung, best[0] < NEAR or hung)


def _is_since(frame: Frame, t: Told) -> bool:
    """Whether the time tells when what lasts began: "sanctions since 2011", "held since May"."""
    lasting = frame.type in _LASTING and frame.status == "happened" and t.lead == "since"
    return lasting and 0 < t.start - frame.trigger.end <= SINCE and not t.owned


def hangs(frame: Frame, t: Told) -> bool:
    """Whether the parse hangs the time on the trigger."""
    return any(s.start < t.end and t.start < s.end for s in frame.times)


def _year_before(frame: Frame, t: Told, published: DayRange | None) -> Told:
    """ "In December he accepted", in September: that of the year before."""
    if published is None or not t.time.yearless or frame.status != "happened":
        return t
    if t.days.earliest <= published.latest + timedelta(days=MONTH) or not hangs(frame, t):
        return t
    if frame.tense not in ("past", "perfect"):
        return t
    first, last = t.days.earliest, t.days.latest
    try:
        days = DayRange(first.replace(year=first.year - 1), last.replace(year=last.year - 1))
    except ValueError:  # 29 February
        return t
    return replace(t, days=days)


def _agrees(frame: Frame, t: Told, published: DayRange | None) -> bool:
    """Plans are not dated by the past, nor what happened by the future."""
    if published is None or not t.known:
        return True
    if frame.status in ("planned", "called_for"):
        return t.days.latest >= published.earliest
    if frame.status == "happened" and t.days.earliest >= published.earliest:
        return t.days.latest <= published.latest + timedelta(days=AHEAD)
    if frame.status in ("happened", "ongoing"):
        return t.days.earliest <= published.latest
    return True


def _in_the_present(frame: Frame, t: Told, head: str, published: DayRange | None) -> bool:
    """Whether the present tense tells of these days and ``t`` of others: "In recent years they grew
    bold, and the minister dismisses it"."""
    if published is None or frame.tense != "present" or t.end > frame.trigger.start or t.closes:
        return False
    gone = (published.earliest - t.days.earliest).days > MONTH
    return gone and frame.status in ("happened", "ongoing") and len(head.split()) > 2


def _cost(
    text: str,
    frame: Frame,
    sentence: Span,
    t: Told,
    triggers: Sequence[int],
    published: DayRange | None,
) -> float:
    """How far the time is from the frame: clauses, marks and other triggers between them."""
    a, b = frame.trigger.start, frame.trigger.end
    head = _before(text, sentence, t.start)
    if t.of is not None and t.of.start <= a < t.end:
        return _NEVER
    if t.within is not None and not t.within.start <= a < t.within.end:
        return _NEVER
    if not hangs(frame, t) and t.known and _in_the_present(frame, t, head, published):
        return _NEVER
    if t.owned:
        if t.start >= b and _IN_IT.match(text[b : t.start]):
            return 0.2  # "killed in Friday's attack"
        return _cost_of_owned(text, a, head, t, published)
    if t.lead in ("before", "ahead of", "prior to", "than") and frame.status == "happened":
        return _NEVER
    if t.lead == "since" and t.end <= a and frame.tense == "past" and len(head.split()) > 2:
        return _NEVER  # "since 2011" goes with a perfect
    if frame.status == "happened" and _DUE.search(text[max(0, t.start - 30) : t.start]):
        return _NEVER  # "called off the visit scheduled for Monday"
    if t.start >= b:
        gap, passed = text[b : t.start], sum(b <= x < t.start for x in triggers)
        cost = len(_BOUNDARY.findall(gap)) + 0.4 * gap.count(",") + 0.3 * passed
        if _SAID.search(text[max(b, t.start - 40) : t.start]):
            cost += 2.0  # "... was hit, the governor said on Monday": Monday dates the saying
        if _BEGAN.match(gap):
            cost = min(cost, -0.5)
        if (
            t.closes
            and frame.status in ("happened", "ongoing")
            and frame.tense in ("present", "none")
            and len(gap) <= CAPTION
        ):
            cost = min(cost, 0.5)
    elif t.closes:
        return _NEVER
    elif t.end <= a:
        gap = text[t.end : a]
        cost = _cost_of_earlier(gap, head, t, sum(t.end <= x < a for x in triggers), published)
        if frame.tense == "perfect" and t.exact and len(head.split()) > 2:
            cost += 1.0  # "who struck on New Year's Eve has been captured"
        if _HAD.search(gap) and _CLAUSE.search(gap):
            cost += 1.0  # "Last year they left the pact, which had been signed under ..."
    else:
        return 0.0
    if _ARCHIVE.search(gap):
        return _NEVER
    if len(_QUOTES.findall(gap)) % 2 and not _QUOTED.match(text[max(0, t.start - 1) : t.end + 1]):
        cost += 2.0
    return cost + 0.002 * len(gap)


def _before(text: str, sentence: Span, at: int) -> str:
    """The sentence up to ``at``; where that is long, its last words, which open nothing."""
    if at - sentence.start < HEAD:
        return text[sentence.start : at]
    return "… " + text[at - HEAD : at]


def _shown(text: str, frame: Frame) -> bool:
    """Whether the frame can be what a photograph shows: "burn", "carrying", not "killed"."""
    ending = text[max(frame.trigger.start, frame.trigger.end - 2) : frame.trigger.end]
    return frame.tense == "present" or (frame.tense == "none" and ending != "ed")


def _cost_of_owned(text: str, at: int, head: str, t: Told, published: DayRange | None) -> float:
    """ "the May 3 raid" dates the raid; "In the May 3 deal, they agreed" the agreeing too."""
    gap = text[t.end : at]
    near = 0 <= at - t.end <= 60 and not _NP_STOP.search(gap) and len(gap.split()) <= 6
    if near and not _NP_WORDS.search(gap):
        return -1.0 + 0.01 * len(gap)
    if t.end <= at and _PHOTO_OF.match(head) and _PHOTO.match(gap):
        return 0.3
    opens = _HEADS.match(head) or (_AFTERMATH.match(head) and _long_gone(t, published))
    if not opens or t.end > at:
        return _NEVER
    return 1.0 + 0.4 * len(_CLAUSE.findall(gap))


def _cost_of_earlier(
    gap: str, head: str, t: Told, passed: int, published: DayRange | None
) -> float:
    """A time that stands before the frame."""
    marks = len(_BOUNDARY.findall(gap))
    if len(head.split()) <= 2:
        return min(1.5, 0.3 * marks) + 1.0 * len(_CLAUSE.findall(gap))
    if _AFTERMATH.match(head) and "," in gap and not _long_gone(t, published):
        return _NEVER  # "Following the clashes earlier this month, the minister flew ..."
    if _SUBORDINATE.match(head) and "," not in head:
        return 0.5 + 0.3 * marks
    return 0.3 + 1.1 * marks + 0.6 * gap.count(",") + 0.6 * passed


def _long_gone(t: Told, published: DayRange | None) -> bool:
    """What came of an event of years ago came soon after it, and not these days."""
    return published is None or (published.earliest - t.days.latest).days > OLD
