"""Times counted from another: the article's own day, or the time told last."""

from __future__ import annotations

import re
from datetime import date, timedelta

from standoff.extract.times import patterns as p
from standoff.extract.times.intervals import clip, days_of, part
from standoff.extract.times.reading import (
    Reading,
    Reference,
    plus_days,
    plus_months,
    quarter_of,
    week_value,
)
from standoff.extract.times.rule import Rule, found, rule
from standoff.extract.times.tense import way_of
from standoff.types import DayRange, Offset

S = p.S


def _anchored(r: Reading, ref: Reference) -> Reading:
    r.relative, r.anchor = True, ref.base()
    return r


# --- named days -----------------------------------------------------------------------------------

_DEICTIC = {
    "today": 0, "tdy": 0, "tonight": 0, "tonite": 0, "yesterday": -1, "tomorrow": 1, "tmr": 1,
    "tmrw": 1, "tomo": 1, "tmw": 1, "trmw": 1, "2moro": 1, "tomoro": 1, "tomorow": 1,
    "yday": -1,
}  # fmt: skip


def _deictic(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m["word"].lower()
    shift = _DEICTIC[word] + (-1 if m["before"] else 0) + (1 if m["after"] else 0)
    night = "TNI" if word in ("tonight", "tonite") else ""
    base = ref.base()
    if base is None:
        value = "XXXX-XX-XX" + night
    else:
        value = plus_days(base, shift).isoformat() + night
    return _anchored(found(m, "TIME" if night else "DATE", value), ref)


def _last_night(m: re.Match[str], ref: Reference) -> Reading | None:
    word, base = m["part"].lower().rstrip("s"), ref.base()
    which = m["which"].lower().split()[-1]
    if which in ("that", "same", "following", "next", "previous") or ref.narrative:
        base = ref.told_day()
    if word == "nite":
        word = "night"
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    letters = p.WORDS.day_parts[word]
    day = plus_days(base, shift).isoformat() if base else "XXXX-XX-XX"
    return _anchored(found(m, "TIME", f"{day}T{letters}"), ref)


def _overnight(m: re.Match[str], ref: Reference) -> Reading | None:
    base = ref.base()
    if re.match(r"(?:\s[a-z]+){0,2}\s(?:bag|rate|stay|success|lows?|stop)\b", m.string[m.end() : m.end() + 25]):
        return None
    if base is None:
        return _anchored(found(m, "TIME", "XXXX-XX-XXTNI"), ref)
    r = found(m, "TIME", f"{plus_days(base, -1).isoformat()}TNI")
    r.days = DayRange(plus_days(base, -1), base)
    return _anchored(r, ref)


# --- weekdays -------------------------------------------------------------------------------------

_SHORT = re.compile(r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)$", re.I)
_SHORT_BEFORE = re.compile(r"\b(?:on|this|last|next|every|by|until|since|from|each|and|or)\s+$|[(\n]$", re.I)


def _weekday(m: re.Match[str], ref: Reference) -> Reading | None:
    name = m["weekday"]
    bare = name.rstrip(".")
    if _SHORT.match(bare) and not _short_weekday(m, bare):
        return None
    which = (m["which"] or "").lower()
    number = p.weekday_number(bare)
    day = _which_weekday(m, ref, number, which)
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    return _anchored(found(m, "DATE", value), ref)


def _short_weekday(m: re.Match[str], bare: str) -> bool:
    if bare[0].islower():
        return False
    if m["which"] or _SHORT_BEFORE.search(m.string[max(0, m.start() - 8) : m.start()]):
        return bare.lower() not in ("sun", "sat") or bool(m["which"]) or m["weekday"] != bare
    after = m.string[m.end() : m.end() + 12]
    return bool(re.match(r",?\s+\d|,?\s+(?:night|morning|evening|afternoon)", after))


def _which_weekday(m: re.Match[str], ref: Reference, number: int, which: str) -> date | None:
    base = ref.base()
    if which in ("that", "the following", "following", "the previous", "previous", "the next"):
        told = ref.told_day()
        if told is None:
            return None
        if "previous" in which:
            return told - timedelta(days=(told.isoweekday() - number - 1) % 7 + 1)
        if which == "that":
            return told - timedelta(days=(told.isoweekday() - number) % 7)
        return told + timedelta(days=(number - told.isoweekday() - 1) % 7 + 1)
    if base is None:
        return None
    if which.endswith(("last", "past")):
        return base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1)
    if which.endswith(("next", "coming")):
        return base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1)
    direction = way_of(m.string, m.start(), m.end())
    if which == "this" and direction is None:
        direction = "future"
    if which == "this" and direction == "past":
        return base - timedelta(days=(base.isoweekday() - number) % 7)
    return ref.weekday(number, direction)


# --- last week, this month, the following year ------------------------------------------------------

_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
_TOLD_STEP = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}


def _which_unit(m: re.Match[str], ref: Reference) -> Reading | None:
    words = m["which"].lower().split()
    unit = m["unit"].lower()
    which = words[-1]
    if which == "latest" or (which in ("same",) and unit == "time"):
        return None
    if unit == "weekend":
        return _weekend(m, ref, which)
    letter = p.unit_of(unit)
    if letter == "D":
        return _which_day(m, ref, words)
    if which in _TOLD_STEP:
        return _told_unit(m, ref, letter, _TOLD_STEP[which])
    if words[0] == "the" and which in ("past", "last", "next", "coming"):
        if ref.narrative and which == "next":
            return _told_unit(m, ref, letter, 1)
        if letter != "Y" and which != "next":
            return Reading(m.start(), m.end(), "DURATION", p.duration(1, letter), _span_back(ref, letter, 1, which))
    step = _STEP[which]
    base = ref.base()
    if base is None and ref.narrative and ref.year and letter == "Y":
        base = date(ref.year, 6, 30)
    r = found(m, "DATE", unit_value(base, letter, step))
    if step == 0 and r.days and base and base == ref.now:
        pass
    return _anchored(r, ref)


def unit_value(base: date | None, letter: str, step: int) -> str:
    """The week, month, quarter, year .. ``step`` after the one that ``base`` lies in."""
    if base is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
                "E": "XXX", "C": "XX"}.get(letter, "XXXX")  # fmt: skip
    if letter == "D":
        return plus_days(base, step).isoformat()
    if letter == "W":
        return week_value(plus_days(base, 7 * step))
    if letter == "F":
        return week_value(plus_days(base, 14 * step))
    if letter == "M":
        return plus_months(base, step).isoformat()[:7]
    if letter == "Q":
        day = plus_months(base.replace(day=1), 3 * step)
        return f"{day.year:04d}-Q{quarter_of(day)}"
    if letter == "E":
        return f"{base.year // 10 + step:03d}"
    if letter == "C":
        return f"{base.year // 100 + step:02d}"
    return f"{base.year + step:04d}"


def _weekend(m: re.Match[str], ref: Reference, which: str) -> Reading:
    base = ref.told_day() if which in _TOLD_STEP else ref.base()
    if base is None:
        return _anchored(found(m, "DATE", "XXXX-WXX-WE"), ref)
    step = _STEP.get(which, _TOLD_STEP.get(which, 0))
    if which in ("the", "over") or (which == "this" and base.isoweekday() < 4):
        past = way_of(m.string, m.start(), m.end()) != "future"
        step = -1 if past and base.isoweekday() < 6 else 0
    return _anchored(found(m, "DATE", week_value(plus_days(base, 7 * step)) + "-WE"), ref)


def _bare_weekend(m: re.Match[str], ref: Reference) -> Reading | None:
    return _weekend(m, ref, "the")


def _which_day(m: re.Match[str], ref: Reference, words: list[str]) -> Reading | None:
    """The next day, the same day, that day, this day. The last days are durations."""
    which = words[-1]
    if which in ("last", "past", "current", "coming", "upcoming", "latest"):
        return None
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(which, 0)
    told = ref.told_day()
    value = plus_days(told, step).isoformat() if told else "XXXX-XX-XX"
    r = found(m, "DATE", value)
    r.offset = Offset(step, step, "after" if step > 0 else "before" if step < 0 else "at")
    r.anchor, r.relative = told, ref.day is None
    return r


def _told_unit(m: re.Match[str], ref: Reference, letter: str, step: int) -> Reading | None:
    base: date | None = ref.day
    if base is None and ref.month and letter in "MQYEC":
        base = date(ref.month[0], ref.month[1], 1)
    if base is None and ref.year and letter in "YEC":
        base = date(ref.year, 1, 1)
    if letter == "Q" and ref.quarter:
        base = date(ref.quarter[0], ref.quarter[1] * 3, 1)
    if letter in "Y" and ref.year:
        base = date(ref.year, 1, 1)
    return found(m, "DATE", unit_value(base, letter, step), yearless=True)


# --- two days ago, a week later ---------------------------------------------------------------------

_SPREAD = {"D": 0.0, "N": 0.0, "W": 3.0, "F": 4.0, "M": 15.0}


def _ago(m: re.Match[str], ref: Reference) -> Reading | None:
    unit = p.unit_of(m["unit"])
    text = " ".join((m["n"] or "").lower().split())
    n = p.amount(text) if text else None
    sign = 1 if m["dir"].lower() in ("from now", "hence", "from today") else -1
    base = ref.base()
    if n is None:
        return _vague_ago(m, ref, unit, sign, text)
    if unit in ("H", "MI", "S"):
        return _clock_ago(m, ref, n, unit, sign)
    if base is None:
        return _anchored(found(m, "DATE", unit_value(None, {"N": "D", "F": "W"}.get(unit, unit), 0)), ref)
    if unit == "Y" and n == 1 and sign < 0 and (quarter := ref.quarter_near(m.start())):
        r = found(m, "DATE", f"{quarter[0] - 1:04d}-Q{quarter[1]}")
    else:
        r = shifted(m, base, sign * n, unit)
    r.aside = True
    return _anchored(r, ref)


def shifted(m: re.Match[str], base: date, n: float, unit: str) -> Reading:
    """``n`` units after ``base``, as exactly as such phrases mean it: "ten days ago" is a day,
    "two weeks ago" a day give or take a few, "five months ago" a month, "ten years ago" a year."""
    if unit in ("D", "N"):
        return found(m, "DATE", plus_days(base, n).isoformat())
    if unit in ("W", "F"):
        day = plus_days(base, n * (7 if unit == "W" else 14))
        r = found(m, "DATE", week_value(day))
        spread = 3 if abs(n) < 5 else 7
        r.days = DayRange(plus_days(day, -spread), plus_days(day, spread))
        return r
    if unit in ("M", "Q"):
        day = plus_months(base, round(n * (3 if unit == "Q" else 1)))
        r = found(m, "DATE", day.isoformat()[:7] if unit == "M" else unit_value(day, "Q", 0))
        r.days = DayRange(plus_days(day, -20), plus_days(day, 20)) if unit == "M" else r.days
        return r
    years = n * {"Y": 1, "E": 10, "C": 100}[unit]
    if years != int(years):
        day = plus_months(base, round(years * 12))
        r = found(m, "DATE", f"{day.year:04d}")
        r.days = DayRange(plus_days(day, -120), plus_days(day, 120))
        return r
    year = base.year + int(years)
    if not 0 < year < 9999:
        return found(m, "DATE", "XXXX")
    return found(m, "DATE", f"{year:04d}" if unit == "Y" else f"{year:04d}"[: 4 if unit == "Y" else 3])


def _vague_ago(m: re.Match[str], ref: Reference, unit: str, sign: int, text: str) -> Reading:
    r = found(m, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if ref.base() and unit in ("D", "W", "M", "H", "MI"):
        r.days = _vague_span(ref.base(), unit, sign)
    return _anchored(r, ref)


def _vague_span(base: date | None, unit: str, sign: int) -> DayRange | None:
    """ "a few days ago": two to ten units off."""
    if base is None:
        return None
    size = {"D": 1, "W": 7, "M": 30, "H": 0.1, "MI": 0.0}[unit]
    ends = sorted((plus_days(base, sign * (1 if size < 1 else 2 * size)), plus_days(base, sign * 10 * size)))
    return DayRange(ends[0], base if size < 1 else ends[1])


def _clock_ago(m: re.Match[str], ref: Reference, n: float, unit: str, sign: int) -> Reading:
    base = ref.base()
    hours = n * {"H": 1.0, "MI": 1 / 60, "S": 1 / 3600}[unit]
    value = plus_days(base, sign * (hours // 24)).isoformat() if base else "XXXX-XX-XX"
    r = found(m, "TIME", value)
    if base:
        ends = sorted((base, plus_days(base, sign * (hours // 24 + (hours >= 1)))))
        r.days = DayRange(ends[0], ends[1])
    return _anchored(r, ref)


def _later(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "two days later", "a year earlier": from what was told last."""
    unit, n = p.unit_of(m["unit"]), p.amount(m["n"] or "")
    sign = 1 if m["dir"].lower().split()[0] in ("later", "after", "afterwards", "afterward", "on", "thereafter") else -1
    relation = "after" if sign > 0 else "before"
    low, high = offset_days(n, unit)
    ends = sorted(sign * x for x in (low, high))
    offset = Offset(ends[0], ends[1], "after" if sign > 0 else "before")
    assert relation in ("after", "before")
    told = _told_base(ref, unit)
    if unit in ("H", "MI", "S"):
        value = ref.day.isoformat() if ref.day else "XXXX-XX-XX"
        r = found(m, "TIME" if ref.day else "TIME", value)
        r.offset = offset
        return r
    if unit == "Y" and n == 1 and sign < 0 and (quarter := ref.quarter_near(m.start())):
        r = found(m, "DATE", f"{quarter[0] - 1:04d}-Q{quarter[1]}")
        r.aside = True
    elif told is None or n is None:
        r = found(m, "DATE", unit_value(None, {"N": "D", "F": "W"}.get(unit, unit), 0))
    else:
        r = shifted(m, told, sign * n, unit)
    r.offset, r.anchor = offset, told
    return r


def _told_base(ref: Reference, unit: str) -> date | None:
    """What "later" counts from, if it is known as exactly as the unit asks."""
    if ref.day:
        return ref.day
    if unit in "MQYEC" and ref.month:
        return date(ref.month[0], ref.month[1], 15)
    if unit in "YEC" and ref.year:
        return date(ref.year, 6, 30)
    return None if ref.narrative else (ref.now if unit in "YEC" else None)


def offset_days(n: float | None, unit: str) -> tuple[int, int]:
    """How many days an amount of a unit comes to, at least and at most."""
    size = {"S": 0.0, "MI": 0.0, "H": 1 / 24, "D": 1, "N": 1, "W": 7, "F": 14, "M": 30.4, "Q": 91,
            "Y": 365.25, "E": 3652.5, "C": 36525}[unit]  # fmt: skip
    if n is None:
        return (0, 1) if size < 1 else (round(size), round(size * (10 if size == 1 else 4)))
    if size < 1:
        days = n * size
        return int(days), int(days) + 1
    n = min(n, 3e6 / size)
    spread = 0.0 if size == 1 else min(_SPREAD.get(unit, 60.0), size * n / 4)
    return round(n * size - spread), round(n * size + spread)


# --- the past two weeks, the coming days ------------------------------------------------------------


def _past_units(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the past three months" is a length of time, and a known one: up to the article's day."""
    unit, which = p.unit_of(m["unit"]), m["which"].lower().split()[-1]
    text = m["n"] or ""
    n = p.amount(text) if text else None
    if which in ("first", "final", "early", "latest") and not text and which != "first":
        return None
    if which in ("recent", "previous", "preceding") and text and which != "recent":
        which = "last"
    r = Reading(m.start(), m.end(), "DURATION", p.duration(n, unit))
    if which in ("first", "final", "latest", "early"):
        return r
    r.days = _span_back(ref, unit, n, which)
    r.anchor = ref.base()
    return r


def _span_back(ref: Reference, unit: str, n: float | None, which: str) -> DayRange | None:
    base = ref.now
    if base is None or ref.narrative:
        return None
    if n is None:
        n = 10 if unit == "D" else 6 if unit in ("W", "M") else 5
    size = {"S": 0.0, "MI": 0.0, "H": 1 / 24, "D": 1, "N": 1, "W": 7, "F": 14, "M": 30.4, "Q": 91,
            "Y": 365.25, "E": 3652.5, "C": 36525}[unit]  # fmt: skip
    reach = min(n * size, 700_000)
    reach = int(reach) if reach == int(reach) else int(reach) + 1
    if which in ("next", "coming", "ahead", "upcoming"):
        return DayRange(base, plus_days(base, reach))
    return DayRange(plus_days(base, -reach), base)


# --- references -------------------------------------------------------------------------------------


def _reference(m: re.Match[str], ref: Reference) -> Reading | None:
    words = " ".join(m.group().lower().split())
    value = p.WORDS.references[words]
    after = m.string[m.end() : m.end() + 14]
    before = m.string[max(0, m.start() - 12) : m.start()].lower()
    if words in ("soon", "recently", "now") and re.match(r"\s(?:after|as|that)\b", after) and words != "now":
        return None
    if words == "now" and (m.group() == "NOW" or re.match(r"-[a-z]", after)):
        return None
    if words == "the past" and re.match(rf"\s+(?:{p.NUMBER}|few|several|[a-z]+\s+)?\s*{p.UNIT}", after, re.I):
        return None
    if words == "the moment" and not before.endswith(("at ", "for ")):
        return None
    if words == "future" and not re.search(r"\b(?:in|for|in the near|of|our|its|their|his|her|a)\s$", before):
        return None
    if words == "future" and re.search(r"\b(?:in|of|a|an)\s$", before) and re.match(r"\s[a-z]", after):
        return None
    if words in ("the future", "the past", "the present") and re.match(r"\s+(?!of\b|for\b|and\b|or\b|in\b|is\b|was\b|but\b|as\b|with\b|to\b|that\b|may\b|will\b)[a-z]", after):
        return None
    r = found(m, "DATE", value)
    if ref.now and value == "PRESENT_REF" and not ref.narrative:
        r.days = DayRange(ref.now, ref.now)
    if ref.now and words in ("recently", "lately") and not ref.narrative:
        r.days = DayRange(plus_days(ref.now, -60), ref.now)
    return _anchored(r, ref)


def _current(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the current law". "current account" and the like are no times."""
    after = m.string[m.end() : m.end() + 14].lower()
    if re.match(r"\s(?:and|or|affairs|account|events|,)", after):
        return None
    return _anchored(found(m, "DATE", "PRESENT_REF"), ref)


_ENDED = re.compile(rf"{S}(?:that{S})?end(?:ed|ing){S}(?P<month>{p.MONTH})", re.I)


def _the_unit(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the quarter", "the week": the one told last, or the one that is on."""
    unit = p.unit_of(m["unit"])
    if m["lead"]:
        return _lead_unit(m, ref, unit)
    if unit == "Q":
        if ended := _ENDED.match(m.string, m.end()):
            month = p.month_number(ended["month"])
            year = ref.year_for(month, 28, "past")
            return found(m, "DATE", f"{year:04d}-Q{(month + 2) // 3}" if year else "XXXX-QX")
        if ref.quarter:
            return found(m, "DATE", f"{ref.quarter[0]:04d}-Q{ref.quarter[1]}", yearless=True)
        if ref.now is None:
            return found(m, "DATE", "XXXX-QX")
        past = plus_months(ref.now.replace(day=1), -3)
        return found(m, "DATE", unit_value(past, "Q", 0))
    if unit == "W":
        return _anchored(found(m, "DATE", unit_value(ref.base(), "W", 0)), ref)
    return None


def _lead_unit(m: re.Match[str], ref: Reference, unit: str) -> Reading | None:
    """ "earlier in the day", "the end of the year", "later in the month"."""
    lead = m["lead"].lower()
    told = lead.startswith(("earlier", "later")) or ref.narrative
    if unit == "Y" and ref.narrative and ref.year:
        base: date | None = date(ref.year, 6, 30)
    elif unit == "M" and ref.narrative and ref.month:
        base = date(ref.month[0], ref.month[1], 1)
    else:
        base = (ref.told_day() if unit == "D" else None) if told and unit == "D" else ref.base()
    r = found(m, "DATE", unit_value(base, unit, 0))
    if r.days and base:
        if lead.startswith("earlier") and base == ref.now:
            r.days = clip(r.days, latest=base)
        elif lead.startswith("later") and base == ref.now and way_of(m.string, m.start(), m.end()) != "past":
            r.days = clip(r.days, earliest=base)
        elif not lead.startswith(("earlier", "later")):
            which = "early" if "beginning" in lead or "start" in lead or "early" in lead else "mid" if "middle" in lead else "late"
            r.days = part(r.days, which)
    return _anchored(r, ref)


def _year_ago_quarter(m: re.Match[str], ref: Reference) -> Reading | None:
    """ "the year-earlier quarter", "year-ago": the same quarter, a year before."""
    if m["latest"]:
        if ref.quarter:
            return found(m, "DATE", f"{ref.quarter[0]:04d}-Q{ref.quarter[1]}", yearless=True)
        past = plus_months(ref.now.replace(day=1), -3) if ref.now else None
        return found(m, "DATE", unit_value(past, "Q", 0))
    if m["year"]:
        quarter = ref.quarter_near(m.start())
        r = found(m, "DATE", m["year"] + (f"-Q{quarter[1]}" if quarter else ""))
        r.aside = True
        return r
    base = ref.base()
    if quarter := ref.quarter_near(m.start()):
        r = found(m, "DATE", f"{quarter[0] - 1:04d}-Q{quarter[1]}", yearless=True)
    else:
        r = _anchored(found(m, "DATE", f"{base.year - 1:04d}" if base else "XXXX"), ref)
    r.aside = True
    return r


_UNITS = r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|yrs?|decades?|century|centuries)\b"
_N = rf"(?:(?:{p.MODIFIER}{S})?(?P<n>{p.NUMBER}|{p.VAGUE}|{p.ONE}){S})"
_WHICH = rf"(?:the{S}(?:following|previous|preceding|past|last|next|coming|same|current|very{S}next)|(?:that|this)(?:{S}(?:same|past|coming|current|very))?|last|next|past|previous|coming|current|following|upcoming)"

RULES: list[Rule] = [
    rule("today", "deictic", rf"\b(?:(?P<before>the{S}day{S}before{S})|(?P<after>the{S}day{S}after{S}))?(?P<word>{p.one_of({k: 0 for k in _DEICTIC})})\b(?!{S}show\b)", _deictic),
    rule("last night", "part", rf"\b(?:earlier{S}|later{S})?(?P<which>last|this|that|the{S}(?:same|following|next|previous)|that{S}same){S}(?P<part>{p.PART})", _last_night),
    rule("overnight", "part", r"\bovernight\b", _overnight),
    rule("weekday", "weekday", rf"\b(?:(?P<which>(?:the{S})?(?:following|previous|next|past)|that|last|this(?:{S}(?:coming|past))?|next){S})?(?P<weekday>{p.WEEKDAY})", _weekday),
    rule("which unit", "unit", rf"\b(?P<which>{_WHICH}){S}(?:(?:calendar|fiscal|financial|school|academic){S})?(?P<unit>weekend|day|week|fortnight|month|quarter|year|decade|century)\b(?!['’]s{S}(?:first|second|third|fourth){S}quarter)(?!-)", _which_unit),
    rule("weekend", "unit", rf"\bthe{S}weekend\b", _bare_weekend),
    rule("ago", "unit", rf"\b{_N}?{_UNITS}(?:{S}or{S}(?:so|more|two))?{S}(?P<dir>ago|from{S}now|hence|from{S}today)\b", _ago),
    rule("later", "unit", rf"\b{_N}?{_UNITS}(?:{S}or{S}so)?{S}(?P<dir>later|earlier|before(?!{S}[a-z(])|previously|afterwards?|on(?=,)|thereafter|beforehand)\b", _later),
    rule("past units", "unit", rf"\b(?:(?:at{S}least|at{S}most|nearly|almost|more{S}than|about){S})?(?:the{S}|these{S}|those{S})?(?P<which>past|last|next|coming|recent|previous|preceding|first|latest|final|upcoming){S}(?:(?P<n>{p.NUMBER}|{p.VAGUE}){S})?(?:(?:trading|business|full|long|consecutive|calendar|fiscal){S})?(?P<unit>seconds|minutes|mins|hours|hrs|days|nights|weeks|months|quarters|years|decades|centuries|century|decade)\b(?:{S}or{S}so\b)?", _past_units),
    rule("reference", "reference", rf"\b{p.one_of(p.WORDS.references)}\b", _reference),
    rule("current", "reference", r"\bcurrent\b", _current),
    rule("lead unit", "unit", rf"\b(?P<lead>(?:earlier|later|early|late){S}in|(?:at{S})?(?:the{S})?(?:end|beginning|start|middle|close|turn){S}of){S}(?:the|this|that){S}(?P<unit>day|week|month|quarter|year|decade|century)\b", _the_unit),
    rule("the unit", "unit", rf"\b(?P<lead>(?!))?(?:the){S}(?P<unit>quarter|week)\b(?!{S}(?:of|to|that|when)\b)(?!-)(?!['’]s{S}end)", _the_unit),
    rule("year-ago", "unit", rf"\b(?:(?:the|its){S})?(?:comparable{S}|corresponding{S}|same{S})?(?:(?P<latest>latest)|(?P<year>{p.YEAR})|(?:a{S})?year[-\s](?:ago|earlier))(?:(?<=r|o|t|\d)[-\s](?:fiscal{S})?(?:quarter|period)\b)", _year_ago_quarter),
    rule("bare year-ago", "unit", r"\b(?P<latest>(?!))?(?P<year>(?!))?year-(?:ago|earlier)\b", _year_ago_quarter),
]  # fmt: skip
_ = days_of
