"""Plain text → paragraphs and sentences, by looking, before anything is parsed.

Lines end sentences: a headline, a caption or a section label never runs into what follows. Inside
a line the rules are the usual ones (an ender, space, a capital), with the abbreviations that news
uses. Linear in the length of the text.
"""

from __future__ import annotations

import re

from standoff.types import Sentence, Span

# A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘-])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Rep|Sen|Gov|Rev"
    r"|Hon|Pres|Amb|Sec|St|Ft|Mt|Jr|Sr|vs|No|Nos|Art|approx|etc|cf|al|e\.g|i\.e|a\.m|p\.m"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri"
    r"|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
# ... unless what follows plainly begins a new one.
_OPENER = re.compile(r"(?:The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|His|Her|Its)\b")
_MIGHT_START = re.compile(r"a\.m|p\.m|etc|(?:[A-Za-z]\.)+[A-Za-z]")
# The look behind keeps a long run of full stops from being tried again at each of them.
_ENDER = re.compile(
    r"(?:(?<![.!?…])[.!?…]+[\"'”’»)\]]*|(?<![.!?…])[.!?…]*[\"”»])(?=\s+)|[。！？؟।]"
)
_START = re.compile(r"\s+[\"'“‘«(\[]*[A-Z0-9À-ÞЀ-Я#@$€£]")
# "BEIRUT, May 4 (Agency) — ": where and whence a dispatch comes, no part of its first sentence.
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’.-]+(?:[ ,/]+[A-Z][A-Za-z'’.-]+){0,5}"
    rf"(?:,? {_DAY})?(?: \([A-Z][\w .'’-]{{1,40}}\))?"
    r"|[A-Z][\w'’.-]+(?:[ ,/]+[A-Z][\w'’.-]+){0,4}"
    rf"(?:,? {_DAY})? \([A-Z][\w .'’-]{{1,40}}\)"
    r"|[A-Z][\w'’.-]+(?:[ /]+[A-Z][\w'’.-]+){0,3}, "
    rf"{_DAY})"
    r" ?(?:—|–|--|-)\s+(?=[\"“'‘]?[A-Z])"
)
MAX_SENTENCE = 2000
"""Code points. A longer stretch (tables, lists, attacks) is cut at white space."""


def paragraphs(text: str) -> list[Span]:
    """The lines of ``text`` that hold something, stripped of white space."""
    out = []
    for m in re.finditer(r"[^\n]+", text):
        line = m.group()
        left = len(line) - len(line.lstrip())
        right = len(line.rstrip())
        if right > left:
            out.append(Span(m.start() + left, m.start() + right))
    return out


def sentences(text: str) -> list[Sentence]:
    """All sentences of ``text`` in order, without tokens."""
    out: list[Sentence] = []
    for p, para in enumerate(paragraphs(text)):
        for span in _split(text, para):
            out.append(Sentence(len(out), p, span.start, span.end))
    return out


def _split(text: str, para: Span) -> list[Span]:
    spans, start, pos = [], para.start, para.start
    dateline = _DATELINE.match(text, para.start, min(para.end, para.start + 120))
    if dateline is not None:
        spans.append(Span(start, len(dateline.group().rstrip()) + start))
        start = pos = dateline.end()
    while (m := _ENDER.search(text, pos, para.end)) is not None:
        pos = max(m.end(), pos + 1)
        if _is_end(text, m, start, para.end):
            spans.append(Span(start, m.end()))
            start = m.end()
            while start < para.end and text[start].isspace():
                start += 1
    if start < para.end:
        spans.append(Span(start, para.end))
    return [piece for span in spans for piece in _bounded(text, span)]


def _is_end(text: str, m: re.Match[str], start: int, end: int) -> bool:
    mark = m.group()
    if mark[0] in "。！？؟।":
        return True
    follows = _START.match(text, m.end(), end)
    if follows is None:
        return False
    if mark[0] in '"”»':
        return False  # a quotation that closes without an ender goes on
    if mark[0] != ".":
        return True
    before = text[max(start, m.start() - 12) : m.start() + 1]
    abbreviation = _ABBREVIATION.search(before)
    if abbreviation is None:
        return True
    after = text[m.end() : m.end() + 12].lstrip()
    return bool(_MIGHT_START.search(abbreviation.group()) and _OPENER.match(after))


def _bounded(text: str, span: Span) -> list[Span]:
    pieces, start = [], span.start
    while span.end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        pieces.append(Span(start, cut))
        start = cut
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        pieces.append(Span(start, span.end))
    return pieces
