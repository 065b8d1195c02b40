"""The pieces that the rules are built from, and how amounts are read."""

from __future__ import annotations

import re

from standoff.vocab.times import time_words

WORDS = time_words()


def one_of(words: list[str] | dict[str, int] | dict[str, str]) -> str:
    """A pattern for any of ``words``, the longest first; spaces stand for any white space."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    parts = [re.escape(w).replace(r"\ ", S).replace("'", "['’]") for w in longest]
    return "(?:" + "|".join(parts) + ")"


S = r"[\s\u00a0]{1,3}"
"""White space inside an expression: bounded, so that nothing is scanned twice."""

_TENS = [w for w, n in WORDS.numbers.items() if n >= 20]
_ONES = [w for w, n in WORDS.numbers.items() if 0 < n < 10]
_SMALL = [w for w, n in WORDS.numbers.items() if 0 < n < 20]
_WORD = f"(?:{one_of(_TENS)}(?:[-\\s]{one_of(_ONES)}\\b)?|{one_of(_SMALL)})"
_BIG = f"(?:(?:a|{_WORD}){S})?(?:hundred|thousand)(?:{S}(?:and{S})?{_WORD})?"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|(?!0\d)\d{{1,5}}(?:\.\d+|{S}\d/\d\d?|[½¼¾])?(?![\d/])"
    rf"|(?<!-)(?:{_BIG}|{_WORD})(?:[-\s]and[-\s]a[-\s]half\b)?)"
)
VAGUE = (
    rf"(?:(?:a{S}|the{S}|these{S}|those{S})?(?:good{S})?few(?:{S}short)?|several|many|some|numerous"
    rf"|countless|(?:a{S})?couple(?:{S}of)?|a{S}number{S}of|dozens{S}of|scores{S}of"
    rf"|hundreds{S}of|thousands{S}of|(?:a{S})?half(?:{S}an?|-an?)?|a{S}dozen|a{S}good{S}many)"
)
ONE = (
    rf"(?:an?(?:{S}(?:single|whole|full|entire|little{S}over{S}an?|additional|extra))?"
    rf"|another|one{S}more)"
)
MODIFIER = (
    rf"(?:(?:a{S}little{S}|a{S}bit{S}|slightly{S}|far{S}|much{S})?"
    rf"(?:more|less|longer|fewer|later){S}than|over|under"
    rf"|at{S}(?:least|most)|up{S}to|no{S}(?:more|less|longer|fewer){S}than|as{S}(?:many|long|much|few){S}as"
    rf"|about|around|nearly|almost|roughly|approximately|some|close{S}to)"
)
_LONG_MONTHS = [w for w in WORDS.months if len(w) > 4 or w in ("may", "june", "july")]
_SHORT_MONTHS = [w for w in WORDS.months if len(w) < 5 and w != "may"]
_LONG_DAYS = [w for w in WORDS.weekdays if w.endswith("day")]
_SHORT_DAYS = [w for w in WORDS.weekdays if not w.endswith("day")]
# A full stop belongs to a shortened name only, and only where no sentence ends with it.
_STOP = r"(?:\.(?=\s{1,3}(?:[\da-z]|$)|[,)–-]))?"
MONTH = rf"(?:{one_of(_LONG_MONTHS)}\b|{one_of(_SHORT_MONTHS)}\b{_STOP})"
WEEKDAY = rf"(?:{one_of(_LONG_DAYS)}\b|{one_of(_SHORT_DAYS)}\b{_STOP})"
SEASON = one_of(WORDS.seasons) + r"\b"
UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?"
    r"|quarters?|years?|yrs?|decades?|century|centuries)\b"
)
CALENDAR_UNIT = r"(?:days?|nights?|weeks?|months?|quarters?|years?|decades?|century|centuries)\b"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%/])(?!\.\d)"
ORDINAL = one_of(WORDS.ordinals) + r"\b"
YEAR = r"(?:1\d{3}|20\d\d)(?![\d%])(?![,.]\d)"
DASH = r"\s?(?:-|–|—|--|/)\s?"
PART = r"(?:mornings?|afternoons?|evenings?|nights?|nite|dawn|dusk|daybreak)\b"

_FRACTION = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def amount(text: str) -> float | None:
    """The number that an amount names; None where it is vague ("several")."""
    t = " ".join(text.lower().split())
    if not t:
        return None
    if t[0].isdigit():
        return _digits(t)
    if (whole := re.match(r"(.+)[ -]and[ -]a[ -]half$", t)) is not None:
        n = _words(whole[1])
        return n + 0.5 if n is not None else None
    if "half" in t:
        return 0.5
    if "couple" in t:
        return 2.0
    if t in ("a dozen", "dozen"):
        return 12.0
    if t in ("a", "an", "another", "one more") or (t.startswith(("a ", "an ")) and "few" not in t):
        return None if re.search(r"number|many", t) else _words(t) or 1.0
    return _words(t)


def _digits(t: str) -> float | None:
    t = t.replace(",", "")
    extra = 0.0
    if t[-1] in _FRACTION:
        extra, t = _FRACTION[t[-1]], t[:-1]
    if " " in t:
        t, part = t.split(" ", 1)
        over, under = part.split("/")
        extra = int(over) / int(under) if int(under) else 0.0
    return float(t) + extra


def _words(t: str) -> float | None:
    total = last = 0
    for w in re.split(r"[\s-]+", t):
        if w in WORDS.numbers:
            last += WORDS.numbers[w]
        elif w == "hundred":
            last = max(last, 1) * 100
        elif w == "thousand":
            total, last = total + max(last, 1) * 1000, 0
        elif w not in ("and", "a"):
            return None
    return float(total + last) or None


def unit_of(text: str) -> str:
    """The unit's letter: S MI H D N W F M Q Y E C."""
    t = text.lower().strip(" .-")
    return WORDS.units.get(t) or WORDS.units[t.removesuffix("s")]


def duration(n: float | None, unit: str) -> str:
    """``P3D``, ``PT2H``, ``P2Y6M``; ``PXW`` where the amount is unknown."""
    if unit == "F":
        n, unit = (2 * n if n is not None else None), "W"
    if unit == "N":
        unit = "D"
    if n is None:
        return {"H": "PTXH", "MI": "PTXM", "S": "PTXS", "Q": "PXM"}.get(unit, f"PX{unit}")
    if unit == "Q":
        n, unit = 3 * n, "M"
    if unit in "EC":
        n, unit = n * (10 if unit == "E" else 100), "Y"
    whole, rest = int(n), n - int(n)
    if unit in ("H", "MI", "S"):
        letter = unit[0]
        if rest and unit == "H":
            return f"PT{whole}H{round(rest * 60)}M" if whole else f"PT{round(rest * 60)}M"
        if rest and unit == "MI":
            return f"PT{whole}M{round(rest * 60)}S" if whole else f"PT{round(rest * 60)}S"
        return f"PT{whole if not rest else n}{letter}"
    if rest and unit == "Y":
        return f"P{whole}Y{round(rest * 12)}M" if whole else f"P{round(rest * 12)}M"
    return f"P{whole if not rest else n}{unit}"


def day_number(text: str) -> int:
    """ "7", "7th", "seventh" → 7."""
    t = text.lower().strip()
    if t[0].isdigit():
        return int(re.sub(r"\D", "", t))
    return WORDS.ordinals["-".join(t.split())]


def month_number(text: str) -> int:
    return WORDS.months[text.lower().strip(" .\n\t")]


def weekday_number(text: str) -> int:
    t = text.lower().strip(" .\n\t")
    return WORDS.weekdays.get(t) or WORDS.weekdays[t.removesuffix("s")]


# "In this April 4, 2017 photo", "this Tuesday, April 4, 2017": the day is told in full.
FULL_DAY = re.compile(r"\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:1[89]|20)\d\d\b")
MONTH_DAY = re.compile(rf",?\s{MONTH}\s\d{{1,2}}\b", re.I)
