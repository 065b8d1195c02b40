"""Phrases that count from an event: "ten days after the raid", "on the eve of the vote", "within 48
hours of the attack", "since the coup", "between the signing and the funeral".

Plain text: each word that can link an amount to an event is looked at with what stands before it.
Which days the event has is found in named.py.
"""

from __future__ import annotations

import calendar as months
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.extract.calendar.told import COMPARED
from standoff.types import DayRange, Span
from standoff.vocab.times import time_words

_WORDS = time_words()
_NUMBERS = dict(_WORDS.numbers) | {"a": 1, "an": 1, "another": 1, "twenty-four": 24}
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    rf"\d{{1,4}}|(?:{_TENS})-[a-z]{{3,5}}|"
    + "|".join(sorted(_WORDS.numbers, key=len, reverse=True))
    + r"|an?(?:\sfew|\scouple\sof)?|another|several|few"
)
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade)"
_LOOSE = (
    r"(?:(?P<loose>about|around|nearly|almost|roughly|some|more\sthan|over|at\sleast|up\sto|barely)"
    r"|(?P<under>less\sthan|fewer\sthan|under|not\seven|within|inside|no\smore\sthan)"
    r"|(?P<exact>exactly|precisely)|just|only|the\sfirst|the|those)\s"
)
_AMOUNT = re.compile(
    rf"(?:\b(?P<in>in|for|over|during|throughout)\s)?(?:\b{_LOOSE}){{0,3}}"
    r"(?<!\brecent\s)(?<!\blast\s)(?<!\bpast\s)(?<!\bcoming\s)(?<!\bfinal\s)(?<!\bearly\s)"
    rf"\b(?:(?P<n>{_NUMBER})[\s-])?(?P<unit>{_UNIT})(?P<many>s)?(?P<day>\sto\sthe\sday)?\s$",
    re.I,
)
_DAY_PART = re.compile(r"\bthe\s(?:(?:very\s)?(?:day|evening|night|morning|afternoon))\s$", re.I)
_WEEKDAY = re.compile(r"\bthe\s(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s$", re.I)
_NTH_DAY = re.compile(
    r"\bthe\s(?P<n>\d{1,3}(?:st|nd|rd|th)|" + "|".join(sorted(_WORDS.ordinals)) + r")\sday\s$", re.I
)
_ANNIVERSARY = re.compile(
    r"(?:\b(?:the|its|their|his|her)\s)?(?:(?P<n>\d{1,3}(?:st|nd|rd|th)|"
    + "|".join(sorted(_WORDS.ordinals))
    + r")\s)?anniversary\s?$",
    re.I,
)
_LINK = re.compile(
    r"\b(?:after|before|following|into|of|since|between|from|that\sfollowed|short\sof|anniversary"
    r"|by\sthen)\b",
    re.I,
)
_END = re.compile(r"[;:!?\n—“”\"()]|\.(?:\s|$)|,(?!\s\d{4}\b)|\s[-–]\s")
_ALONE = re.compile(r"\s?(?:[,.;\n]|$)")
_DEICTIC = re.compile(r"\s(?:yesterday|today|tomorrow|tonight|now|noon|midnight|dawn)\b", re.I)
_PRONOUN_TIME = re.compile(r"\s+(?:that|then|this)\b(?=[\s,.;]|$)", re.I)
REACH = 60
"""Code points before the linking word in which the amount stands."""
LONGEST = 160
"""Code points of what names the event."""
Spread = Callable[[DayRange, DayRange | None], DayRange | None]


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase at ``start``-``end`` that counts from the event named in ``of`` (and, between two
    events, ``until``). ``shift`` gives its days from those of the events; ``running`` is true
    where it counts from what was told last ("two days after that")."""

    start: int
    end: int
    of: Span
    shift: Spread
    until: Span | None = None
    running: bool = False
    firm: bool = True
    """Whether what it stands with has no other date: "since the raid" leaves that open."""
    widest: int = 10
    """How many days the time told last may be wide, where the phrase counts from it."""


def counted_phrases(text: str, sentences: Sequence[Span], latest: date | None) -> list[Counted]:
    """The counting phrases of ``text`` in order, none inside another's amount."""
    out: list[Counted] = []
    k = 0
    for m in _LINK.finditer(text):
        while k < len(sentences) and sentences[k].end <= m.start():
            k += 1
        if k == len(sentences):
            break
        if m.start() < sentences[k].start:
            continue
        found = _read(text, m, sentences[k], latest)
        if found is not None and (not out or found.start >= out[-1].of.start):
            out.append(found)
    return out


def innermost(phrases: Sequence[Counted]) -> list[tuple[Counted, Span | None]]:
    """The phrases, each before the one that it stands in ("two days short of its first
    anniversary"), with what names the event of that one."""
    out: list[tuple[Counted, Span | None]] = []
    for k, p in enumerate(phrases):
        outer = phrases[k - 1].of if k and p.start < phrases[k - 1].end else None
        out.insert(len(out) - 1 if outer is not None else len(out), (p, outer))
    return out


def _read(text: str, m: re.Match[str], sentence: Span, latest: date | None) -> Counted | None:
    link = m.group().lower()
    low = max(sentence.start, m.start() - REACH)
    before = text[low : m.start()]
    if link in ("between", "from"):
        return _between(text, m, sentence)
    if link == "since":
        return _since(text, m, sentence, latest)
    if link == "anniversary":
        return _anniversary(text, m, sentence, low)
    if link == "by then":
        return Counted(m.start(), m.end(), Span(m.end(), m.end()), _so_far, running=True)
    if _DEICTIC.match(text, m.end()):
        return None
    if link in ("after", "before") and _ALONE.match(text, m.end()):
        return _alone(before, low, m)
    shift = start = None
    if link == "of" and (a := _NTH_DAY.search(before)):
        start, shift = a.start(), _days(_ordinal(a["n"]) - 1)
    elif a := _AMOUNT.search(before):
        start, shift = a.start(), _amount(a, link)
    elif link in ("after", "before", "following"):
        if a := _DAY_PART.search(before):
            start, shift = a.start(), _days(-1 if link == "before" else 1)
        elif a := _WEEKDAY.search(before):
            number = _WORDS.weekdays[a["weekday"].lower()]
            start, shift = a.start(), _weekday(number, -1 if link == "before" else 1)
    elif link == "of" and before[-8:].lower() == "the eve ":
        start, shift = len(before) - 8, _days(-1)
    if shift is None or start is None:
        return None
    if link == "that followed":
        return Counted(low + start, m.end(), Span(m.end(), m.end()), shift, running=True)
    if p := _PRONOUN_TIME.match(text, m.end()):
        return Counted(low + start, p.end(), Span(p.end(), p.end()), shift, running=True)
    of = _named(text, m.end(), sentence.end)
    return Counted(low + start, of.end, of, shift) if of is not None else None


_ALONE_UNIT = re.compile(r"\bthe\s(?P<unit>week|month|year)\s$", re.I)


def _alone(before: str, low: int, m: re.Match[str]) -> Counted | None:
    """ "The day before, ...", "the Sunday after", "the year before": from what was told last."""
    sign, widest = (1 if m.group().lower() == "after" else -1), 10
    if a := _DAY_PART.search(before):
        shift = _days(sign)
    elif a := _WEEKDAY.search(before):
        shift = _weekday(_WORDS.weekdays[a["weekday"].lower()], sign)
    elif a := _ALONE_UNIT.search(before):
        n = {"week": 0, "month": 1, "year": 12}[a["unit"].lower()]
        shift = _months(sign * n, False, False, False) if n else _stretch(sign, 7, 7)
        widest = max(10, 31 * n)
    else:
        return None
    of = Span(m.end(), m.end())
    return Counted(low + a.start(), m.end(), of, shift, running=True, widest=widest)


def _so_far(days: DayRange, whole: DayRange | None) -> DayRange | None:
    """ "By then": from the first day that was told up to the last."""
    return whole or days


def _named(text: str, start: int, end: int) -> Span | None:
    """What names the event: up to the end of its clause."""
    stop = min(end, start + LONGEST)
    m = _END.search(text, start, stop)
    stop = m.start() if m else stop
    said = text[start:stop]
    start += len(said) - len(said.lstrip())
    stop = start + len(said.strip())
    return Span(start, stop) if stop > start else None


def _between(text: str, m: re.Match[str], sentence: Span) -> Counted | None:
    """ "between the signing and the ratification", "from his death until the funeral"."""
    word = "and" if m.group().lower() == "between" else "until|till"
    of = _named(text, m.end(), sentence.end)
    if of is None:
        return None
    two = re.compile(rf"\s(?:{word})\s(?=(?:the|his|her|its|their)\s)").search(
        text, of.start, of.end
    )
    if two is None or not re.match(r"(?:the|his|her|its|their)\s", text[of.start : of.start + 6]):
        return None
    first, last = Span(of.start, two.start()), Span(two.end(), of.end)
    if len(first.cut(text).split()) > 6:
        return None
    return Counted(m.start(), of.end, first, _hull, last, firm=False)


def _hull(a: DayRange, b: DayRange | None) -> DayRange | None:
    return DayRange(a.earliest, b.latest) if b and a.earliest <= b.latest else None


_SINCE_WHAT = re.compile(r"\s(?:the|his|her|its|their|that|this|[a-z]+ing)\s", re.I)


def _since(text: str, m: re.Match[str], sentence: Span, latest: date | None) -> Counted | None:
    if not _SINCE_WHAT.match(text, m.end()):
        return None
    if COMPARED.search(text, max(sentence.start, m.start() - 74), m.end() + 1):
        return None
    of = _named(text, m.end(), sentence.end)
    if of is None:
        return None

    def until_now(days: DayRange, _: DayRange | None) -> DayRange | None:
        if latest is None or latest < days.earliest:
            return None
        return DayRange(days.earliest, latest)

    return Counted(m.start(), of.end, of, until_now, firm=False)


def _anniversary(text: str, m: re.Match[str], sentence: Span, low: int) -> Counted | None:
    a = _ANNIVERSARY.search(text[low : m.end()])
    if a is None or not a["n"]:
        return None
    years = _ordinal(a["n"])

    def later(days: DayRange, _: DayRange | None) -> DayRange | None:
        return _both(days, 12 * years)

    if text[m.end() : m.end() + 4] == " of ":
        of = _named(text, m.end() + 3, sentence.end)
        return Counted(low + a.start(), of.end, of, later) if of else None
    return Counted(low + a.start(), m.end(), Span(m.end(), m.end()), later, running=True)


# --- amounts --------------------------------------------------------------------------------------


def _ordinal(text: str) -> int:
    t = text.lower()
    return int(re.sub(r"\D", "", t)) if t[0].isdigit() else _WORDS.ordinals[t]


def _number(text: str | None) -> int | None:
    if not text:
        return None
    t = " ".join(text.lower().split())
    if t.isdigit():
        return int(t)
    if "couple" in t:
        return 2
    if "-" in t:
        tens, ones = t.split("-")
        return _NUMBERS[tens] + _NUMBERS.get(ones, 0)
    return _NUMBERS.get(t)


def _amount(a: re.Match[str], link: str) -> Spread | None:
    """The shift of "ten days after", "within 48 hours of", "in the week before"."""
    unit, n = a["unit"].lower(), _number(a["n"])
    vague = n is None and (bool(a["n"]) or bool(a["many"]))
    if link == "of" and not a["under"]:
        return None  # "two days of talks"
    if link == "into" and not a["many"] and n is None:
        return None
    if n is None and not vague:
        if not (a["in"] or re.match(r"the\s", a.group(), re.I)):
            return None
        n = 1
    sign = -1 if link in ("before", "short of") else 1
    spans = bool(a["in"]) or link == "that followed"
    if unit in ("month", "year", "decade"):
        size = {"month": 1, "year": 12, "decade": 120}[unit]
        if vague:
            return _stretch(sign, size * 30, size * 30 * 5)
        assert n is not None
        return _months(sign * n * size, bool(a["exact"] or a["day"]), spans, bool(a["under"]))
    low, high = _in_days(unit, n)
    if spans and not vague:
        return _stretch(sign, 0 if a["in"] and a["in"].lower() == "for" else 1, high)
    if a["under"]:
        strict = a["under"].lower().startswith(("less", "fewer", "under", "not"))
        return _stretch(sign, 0, max(0, high - (strict and unit not in ("hour", "minute"))))
    if a["loose"]:
        low, high = low - high // 10, high + high // 10
    return _stretch(sign, low, high)


def _in_days(unit: str, n: int | None) -> tuple[int, int]:
    if unit in ("minute", "hour"):
        if n is None or unit == "minute":
            return 0, 1
        return n // 24, n // 24 + (n % 24 > 0)
    size = {"week": 7, "fortnight": 14}.get(unit, 1)
    if n is None:
        return (2, 10) if size == 1 else (7, 28)
    return n * size, n * size


def _stretch(sign: int, low: int, high: int) -> Spread:
    def shifted(days: DayRange, _: DayRange | None) -> DayRange | None:
        ends = sorted((sign * low, sign * high))
        try:
            return DayRange(
                days.earliest + timedelta(days=ends[0]), days.latest + timedelta(days=ends[1])
            )
        except OverflowError:
            return None

    return shifted


def _days(n: int) -> Spread:
    return _stretch(1 if n > 0 else -1, abs(n), abs(n))


def _weekday(number: int, sign: int) -> Spread:
    def nearest(days: DayRange, _: DayRange | None) -> DayRange | None:
        if days.earliest != days.latest:
            return None
        gap = (sign * (number - days.earliest.isoweekday()) - 1) % 7 + 1
        return _days(sign * gap)(days, None)

    return nearest


def _months(n: int, exact: bool, spans: bool, under: bool) -> Spread:
    def shifted(days: DayRange, _: DayRange | None) -> DayRange | None:
        moved = _both(days, n)
        if moved is None:
            return None
        if spans or under:
            return DayRange(min(days.earliest, moved.earliest), max(days.latest, moved.latest))
        if exact:
            return moved
        if n % 12 == 0 and abs(n) > 24:  # ten years after: some day of that year
            return DayRange(
                moved.earliest.replace(month=1, day=1), moved.latest.replace(month=12, day=31)
            )
        last = months.monthrange(moved.latest.year, moved.latest.month)[1]
        return DayRange(moved.earliest.replace(day=1), moved.latest.replace(day=last))

    return shifted


def _both(days: DayRange, n: int) -> DayRange | None:
    a, b = _moved(days.earliest, n), _moved(days.latest, n)
    return DayRange(a, b) if a and b else None


def _moved(day: date, n: int) -> date | None:
    total = day.year * 12 + day.month - 1 + n
    year, month = divmod(total, 12)
    if not 0 < year < 9999:
        return None
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
