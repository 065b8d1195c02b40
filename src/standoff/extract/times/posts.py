"""Short messages: there a bare "weekend" or "night" is the writer's own."""

from __future__ import annotations

import re

from standoff.extract.times import patterns as p
from standoff.extract.times.reading import Reading, Reference, unit_value
from standoff.extract.times.rule import Rule, found, rule

LONGEST = 300
"""Code points of a message."""
_MARKS = re.compile(
    r"[@#]\w|https?://|\bRT\b|[!?]{2}|[:;]-?[()DPp]|\.{3}|…|[\U0001F300-\U0001FAFF]"
    r"|\b(?:im|dont|lol|omg|haha\w*|gonna|wanna|pls|thx|u|ur|tmr|gd|nite|cos|coz)\b"
    r"|^(?:\w+\s+){0,4}(?:my|I|me)\b"
)


def is_post(text: str) -> bool:
    """One short line that bears a message's marks, or does not start like a sentence."""
    if len(text) > 2 * LONGEST:
        return False
    line = text.strip()
    if len(line) > LONGEST or "\n" in line or not line:
        return False
    return line[0].islower() or bool(_MARKS.search(line))


def _bare(m: re.Match[str], ref: Reference) -> Reading | None:
    word = m["word"].lower()
    day = ref.now.isoformat() if ref.now else "XXXX-XX-XX"
    one = word.rstrip("s")
    if one in p.WORDS.day_parts:
        return found(m, "TIME", f"{day}T{p.WORDS.day_parts[one]}")
    if word == "weekends":
        return Reading(m.start(), m.end(), "SET", "XXXX-WE")
    if word == "weekend":
        return found(m, "DATE", unit_value(ref.now, "W", 0) + "-WE")
    if word == "spring":
        return found(m, "DATE", f"{ref.now.year:04d}-SP") if ref.now else None
    n = None if word.endswith("s") else 1.0
    return Reading(m.start(), m.end(), "DURATION", p.duration(n, p.unit_of(word)))


RULES: list[Rule] = [
    rule(
        "post",
        "post",
        rf"(?<![#@\w-])(?:(?:the|an?){p.S})?(?P<word>days?|nights?|nite|mornings?|afternoons?"
        r"|evenings?|weeks?|weekends?|months?|years?|hours?|spring)\b(?!-)",
        _bare,
    ),
    rule("post now", "post", r"\bnow\b", lambda m, ref: found(m, "DATE", "PRESENT_REF")),
]
