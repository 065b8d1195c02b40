"""Whole lines that are no part of the article: bylines, credits, captions, notices, labels.

Every rule answers for one line, by what stands in it and where; each is linear in its length.
"""

from __future__ import annotations

import re

from standoff.clean.dateline import is_date_line
from standoff.clean.page import Line, Page
from standoff.clean.script import letters
from standoff.vocab.noise import NoiseLexicon

_NAME = r"[A-Z][\w'’-]*\.?"
_PARTICLE = r"(?:al|el|bin|ibn|bint|abu|de|da|di|del|van|von|der|den|la|le)\b[-\w]*"
_NAMES = rf"{_NAME}(?: (?:{_NAME}|{_PARTICLE})){{1,4}}"
_BYLINE = re.compile(rf"(?:By|BY|by|Words by|Story by|Written by|Author:|Text:)[ :]+{_NAMES}")
_BYLINE_LOWER = frozenset(
    "and in at for of the with by from staff writer writers correspondent correspondents reporter "
    "reporters editor editors al el bin ibn de da di del van von der la le & special to".split()
)
_ONLY_NAME = re.compile(rf"{_NAMES}$")
_NAME_AND_DESK = re.compile(
    rf"{_NAMES}(?:(?:,| and| &) {_NAMES})*\s*[,|/–-]\s*(?P<desk>[^.!?]{{2,60}})$"
)
_AUTHOR_NOTE = re.compile(
    rf"{_NAMES}(?: and {_NAMES})? (?:is|are|was) (?:an?|the|our)?\b(?P<what>[^.!?]{{3,250}})"
)
_HIS_BEAT = re.compile(
    r"\b(?:covering|covers|cover|based in|writes (?:about|on|for)|reports (?:on|from|for)|reporting"
    r" on|reporting from|focus(?:es|ing|ed) on|speciali[sz]\w+|with \w+ years|who (?:covers|writes"
    r"|reports)|working (?:for|at)|contribut\w+|for [A-Z]|at [A-Z]|of [A-Z])"
)
_BEFELL = re.compile(
    r"\b(?:kill|murder|shot|held|detain|arrest|kidnap|abduct|missing|jail|imprison|sentenc|charge"
    r"|accus|wound|injur|captur|behead|execut|releas|freed|deport|disappear|convict|die)", re.I,
)  # fmt: skip
_AGO = re.compile(
    r"(?:(?:posted|published|updated|last updated|modified|edited)[ :]+)?(?:about |over )?"
    r"(?:\d{1,3}|an?|one|two|few|several) ?(?:min(?:ute)?s?|h(?:ou)?rs?|h|m|d|days?|weeks?|months?"
    r"|years?|secs?|seconds?) ago(?: \|.*| · .*)?|just now"
    r"|(?:updated|published) (?:today|yesterday)"
)
_READ_TIME = re.compile(
    r"(?:reading time|read time|estimated read)?[ :]*(?:about )?\d{1,3}[ -]?min(?:ute)?s?\.?"
    r"(?:[ -](?:read|reads|to read|reading)(?: time)?)?(?: read)?|\d{1,6} words"
)
_COUNTER = re.compile(
    r"[\d.,]+\s?[km]?\+? (?:shares?|views?|comments?|likes?|reactions?|retweets?|followers?)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+(?:\s+(?:https?://|www\.)\S+)*")
_HANDLE = re.compile(r"(?:@\w{1,30}|#\w{2,40})(?:[ ,|]+(?:@\w{1,30}|#\w{2,40})){0,20}")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}|by\b|the\b|[a-z ]{0,30}\d{4})"
    r"|.{0,120}\ball rights reserved\b"
    r"|.{0,80}\bmay not be (?:published|reproduced|copied|broadcast|republished)\b"
)
_ARCHIVE = re.compile(
    r"(?:LENGTH|SECTION|BYLINE|DATELINE|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|HIGHLIGHT|GRAPHIC"
    r"|JOURNAL-CODE|ACC-NO|SUBJECT|GEOGRAPHIC|TYPE|SERIES|CORRECTION-DATE|DOCUMENT-TYPE|PUBLISHER)"
    r"\s*:\s|Document [A-Z0-9]{12,30}$|(?:Section|SECTION) [A-Z0-9]{1,3}; |Pg\. ?[A-Z]?\d"
)
_REPORTING = re.compile(
    r"\(?(?:(?:Additional |With additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled"
    r"|[Tt]ranslat(?:ed|ion)|[Pp]hotos?|[Ff]ilming|[Rr]esearch|[Pp]roduced) (?:and \w+ )?by:?"
    r"|Editors?:|Editing:|Writing:|Reporting:)\s+(?P<who>[^\n]{2,300})$"
)
_CONTRIBUTED = re.compile(
    r"\(?(?P<who>[A-Z](?:[^.!?\n]|\b[A-Z]\.){2,250}?) contributed "
    r"(?:reporting|to (?:this|the) (?:report|article|story|reporting))"
    r"(?: (?:from|in|to|with) (?P<where>[^.!?\n]{2,80}))?[.)]{0,2}$"
)
_CREDIT_WORDS = frozenset(
    "and in at from by additional reporting writing editing with the for of contributed to this "
    "report story our standards al el bin de van von by: & compiled translated research".split()
)
_SOURCE = re.compile(r"\(?(?:Source|SOURCE|Sources|Via|VIA|Courtesy)\s*[:|–-]\s*[^.!?]{2,60}\)?$")
_OUTSIDE = re.compile(r"[-–—]{0,3}\s*[\[(]?(?:with )?(?P<who>[A-Za-z/&,. -]{2,60}?)[\])]?\.?$")
_JOINERS = frozenset("and with from inputs input & staff news".split())
_SEPARATOR = re.compile(r"[\W_]{1,80}$")
_FEW = 6


def line_noise(line: Line, page: Page, lexicon: NoiseLexicon) -> str | None:
    """The rule by which ``line`` is none of the article's, or None."""
    if _SEPARATOR.match(line.text):
        return "separator"
    below = line.index > page.headline
    if below and (line.key in lexicon.lines or _starts(line, lexicon)):
        return "furniture"
    lower = line.bare.lower()
    if _ADDRESS.fullmatch(line.bare) or (below and _HANDLE.fullmatch(line.bare)):
        return "address"
    if line.words <= 12 and (_AGO.fullmatch(lower) or _READ_TIME.fullmatch(lower)):
        return "page time"
    if _COUNTER.fullmatch(lower):
        return "furniture"
    if line.words <= 80 and _COPYRIGHT.match(lower) and below:
        return "copyright"
    if _ARCHIVE.match(line.bare) and line.words <= 60:
        return "archive header"
    at_edge = page.in_head(line) or page.in_tail(line)
    if at_edge and line.index != page.headline and is_date_line(line.text):
        return "date"
    if _foreign(line, page):
        return "foreign script"
    return _people(line, page, lexicon)


def _starts(line: Line, lexicon: NoiseLexicon) -> bool:
    key = line.bare.replace("’", "'").lower()
    return line.words <= 40 and key.startswith(lexicon.starts)


def _foreign(line: Line, page: Page) -> bool:
    if (
        line.index <= page.headline
        or line.words > _FEW
        or len(line.text) > 60
        or line.text.isascii()
    ):
        return False
    counts = letters(line.text)
    return bool(counts) and counts.get(page.script, 0) <= 0.2 * sum(counts.values())


def _people(line: Line, page: Page, lexicon: NoiseLexicon) -> str | None:
    """Bylines, author notes, credits: in the head and the tail of an article."""
    head, tail = page.in_head(line), page.in_tail(line)
    below = line.index > page.headline
    text = line.bare
    if (head or line.words <= 8) and line.words <= 20 and _byline(text):
        return "byline"
    if (tail or head) and credits(text):
        return "credit"
    if tail and below and agency_only(text, lexicon):
        return "agency"
    if (tail or (head and below)) and _SOURCE.match(text):
        return "credit"
    if head and below:
        if line.text != text and _ONLY_NAME.match(text) and not line.closed:
            return "byline"  # "- Name Surname", as site builders list it
        desk = _NAME_AND_DESK.match(text)
        if desk and line.words <= 14 and _last_word(desk["desk"]) in lexicon.staff:
            return "byline"
    if below and (head or tail) and line.words <= 60 and _author_note(text, lexicon, head):
        return "author note"
    return None


def _last_word(text: str) -> str:
    return text.split()[-1].strip(".,|)").lower() if text.split() else ""


def _byline(text: str) -> bool:
    found = _BYLINE.match(text)
    if found is None or text.endswith(("!", "?")):
        return False
    words = re.findall(r"[^\s,;|/()–—-][^\s,;|/()]*", text[found.end() :])
    return all(not w[0].islower() or w.lower() in _BYLINE_LOWER for w in words) and not re.match(
        r"\w+ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text
    )


def credits(text: str) -> bool:
    """ "Reporting by …; Editing by …", "X contributed to this report": names and nothing else."""
    found = _REPORTING.match(text) or _CONTRIBUTED.match(text[:400])
    if found is None or len(text) > 400:
        return False
    words = re.findall(r"[A-Za-z][\w'’&:-]*", " ".join(g for g in found.groups() if g))
    return all(w[0].isupper() or w.lower() in _CREDIT_WORDS for w in words)


def agency_only(text: str, lexicon: NoiseLexicon) -> bool:
    """ "-- AFP", "(Reuters)", "Anadolu and Agencies": a wire's signature."""
    found = _OUTSIDE.match(text)
    if found is None:
        return False
    who = found["who"].lower()
    if who in lexicon.agencies:
        return True
    words = [w for w in re.split(r"[\s/,&-]+", who) if w and w not in _JOINERS]
    return bool(words) and all(w in lexicon.agencies for w in words)


def _author_note(text: str, lexicon: NoiseLexicon, head: bool) -> bool:
    found = _AUTHOR_NOTE.match(text)
    if found is None or _BEFELL.search(text):
        return False
    what = found["what"]
    trade = re.search(rf"\b(?:{'|'.join(map(re.escape, lexicon.journalists))})s?\b", what, re.I)
    return trade is not None and (head or _HIS_BEAT.search(what[trade.end() :]) is not None)
