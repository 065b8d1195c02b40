"""What stands before or after a date and belongs to it: "early", "the end of", "morning"."""

from __future__ import annotations

import re

from standoff.extract.times import patterns as p
from standoff.extract.times.intervals import clip, part
from standoff.extract.times.reading import Reading

S = p.S
_BEFORE = re.compile(
    rf"\b(?:(?P<of>(?:the{S})?(?:very{S})?(?:beginning|start|early{S}part|middle|end|latter{S}part|close|turn){S}of{S})"
    rf"|(?P<night>the{S}(?P<part>night|morning|afternoon|evening){S}of{S})"
    rf"|(?P<week>the{S}week{S}(?:of|beginning|starting){S})"
    rf"|(?P<earl>(?:the{S}(?=(?:early|late|mid)[-\s]\w*$|(?:early|late|mid)[-\s]))?(?:early|earlier|late|later|mid|sometime))(?:[-\s\u00a0]{{1,2}}|{S}(?:in|on){S}))$",
    re.I,
)
_ABOUT = re.compile(rf"\b(?:around|about){S}$", re.I)
_PART = re.compile(
    rf"(?:{S}|,{S})(?:(?:early|late|mid)[-\s])?(?P<part>morning|afternoon|evening|night|nite|dawn|dusk)\b(?!{S}(?:live|club|vision))",
    re.I,
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX|WXX)-(?:\d\d?|XX)$")
_DECADE = re.compile(r"\d{2,3}$|\d{4}-(?:SP|SU|FA|WI)$")
_WIDER = re.compile(r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX|W\d\d|WXX|Q\d|SP|SU|FA|WI))?$|\d{2,3}$")


def widen(text: str, r: Reading, since: int) -> Reading:
    """``r`` with the words around it that belong to it; nothing before ``since`` is taken."""
    if r.type == "DATE" and _DAY.match(r.value):
        after = _PART.match(text, r.end)
        if after and "last" not in text[r.start : r.start + 4].lower():
            r.value += "T" + p.WORDS.day_parts[after["part"].lower()]
            r.type, r.end = "TIME", after.end()
    if r.type not in ("DATE", "TIME"):
        return r
    before = text[max(since, r.start - 40) : r.start]
    m = _BEFORE.search(before)
    if m:
        return _led(text, r, m, r.start - (len(before) - m.start()))
    if _ABOUT.search(before) and r.value[:1].isdigit() and text[r.end : r.end + 1] not in "'’":
        m2 = _ABOUT.search(before)
        assert m2 is not None
        r.start -= len(before) - m2.start()
    return r


def _led(text: str, r: Reading, m: re.Match[str], start: int) -> Reading:
    day = bool(_DAY.match(r.value))
    if m["night"]:
        if day:
            r.start, r.type = start, "TIME"
            r.value += "T" + p.WORDS.day_parts[m["part"].lower()]
        return r
    if m["week"]:
        if r.days and day:
            y, w, _ = r.days.earliest.isocalendar()
            r.start, r.value = start, f"{y:04d}-W{w:02d}"
        return r
    word = " ".join((m["of"] or m["earl"]).lower().split())
    if word in ("earlier", "later") and day:
        return r  # "earlier Friday": the comparison is no part of it
    if word.startswith("the ") and not m["of"]:
        word = word[4:]
        if not _DECADE.match(r.value):
            start += len(m["earl"]) - len(word)
    if m["of"] and not _WIDER.match(r.value):
        return r
    if not (day or _WIDER.match(r.value) or r.type == "TIME" or "_REF" not in r.value):
        return r
    r.start = start
    if r.days is None or day or r.type == "TIME":
        return r
    return _narrowed(r, word)


def _narrowed(r: Reading, word: str) -> Reading:
    assert r.days is not None
    if word in ("earlier", "later", "sometime"):
        if r.anchor and r.relative and r.days.earliest <= r.anchor <= r.days.latest:
            r.days = clip(r.days, latest=r.anchor) if word == "earlier" else r.days
        return r
    if "mid" in word:
        which = "mid"
    else:
        which = "early" if re.search(r"early|begin|start", word) else "late"
    r.days = part(r.days, which)
    return r
