"""What is told side by side is one expression: "5 p.m. EST Nov. 9", "an hour and ten minutes"."""

from __future__ import annotations

import re

from standoff.extract.times.intervals import days_of
from standoff.extract.times.reading import Reading

_GAP = re.compile(r"(?:\s{1,3}|,\s?)$")
_ON = re.compile(r",?\s{1,3}on\s{1,3}$")
_DAY_GAP = re.compile(r"(?:\s{1,3}|,\s?)$")
_CLOCK = re.compile(r"T\d\d(?::\d\d){0,2}")
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX|WXX)-(?:\d\d?|XX)$")
_PART = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX|WXX)-(?:\d\d?|XX)T(?:MO|AF|EV|NI)$")


_LENGTH = re.compile(r"P(?P<clock>T)?(?P<n>\d+)(?P<unit>[YMWDHS])$")
_LENGTH_GAP = re.compile(r"\s(?:and\s)?$")


def join(text: str, a: Reading, b: Reading) -> Reading | None:
    """``a`` and ``b`` as one reading, or None where they are two."""
    gap = text[a.end : b.start]
    if len(gap) > 8:
        return None
    if a.type == b.type == "DURATION":
        return _longer(a, b) if _LENGTH_GAP.match(gap) and a.offset is None else None
    clock_a, clock_b = _CLOCK.search(a.value), _CLOCK.search(b.value)
    dated = (_DAY.match(b.value) or _PART.match(b.value)) and b.type in ("DATE", "TIME")
    if a.type == "TIME" and clock_a and dated and _GAP.match(gap):
        return _merged(a, b, b.value.split("T")[0] + clock_a.group(), b)
    if a.type == "TIME" and _PART.match(a.value) and _DAY.match(b.value) and gap == " ":
        return _merged(a, b, b.value + a.value[a.value.index("T") :], b)
    if a.type == "TIME" and clock_a and a.relative and _DAY.match(b.value) and _ON.match(gap):
        a.value, a.days = b.value + clock_a.group(), b.days  # two expressions, but of one day
    if _DAY.match(a.value) and b.type == "TIME" and clock_b and _DAY_GAP.match(gap):
        return _merged(a, b, a.value + clock_b.group(), a)
    if (
        _DAY.match(a.value)
        and _DAY.match(b.value)
        and gap in (", ", " ")
        and ("W" in a.value + b.value or (a.value == b.value and gap == ", "))
    ):
        return _merged(a, b, b.value if "W" in a.value else a.value, b if "W" in a.value else a)
    return None


def _longer(a: Reading, b: Reading) -> Reading | None:
    """ "Two years and six months": the smaller unit behind the greater."""
    x, y = _LENGTH.match(a.value), _LENGTH.match(b.value)
    if x is None or y is None or (y["clock"] is None and x["clock"] is not None):
        return None
    units = [("HMS" if m["clock"] else "YMWD").index(m["unit"]) for m in (x, y)]
    if x["clock"] == y["clock"] and units[0] >= units[1]:
        return None
    clock = "T" if y["clock"] and not x["clock"] else ""
    r = Reading(a.start, b.end, "DURATION", f"{a.value}{clock}{y['n']}{y['unit']}")
    r.offset = b.offset
    return r


def _merged(a: Reading, b: Reading, value: str, day: Reading) -> Reading:
    r = Reading(a.start, b.end, "TIME" if "T" in value else "DATE", value)
    r.days = day.days or days_of(value)
    r.anchor, r.yearless, r.relative = day.anchor, day.yearless, day.relative
    return r
