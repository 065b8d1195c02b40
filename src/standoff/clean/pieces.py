"""Noise at the edges of a line that otherwise belongs to the article, and brackets within it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standoff.clean.dateline import date_at
from standoff.clean.lines import agency_only, credits
from standoff.clean.page import Line, Page
from standoff.vocab.noise import NoiseLexicon

Cut = tuple[int, int, str]

_DATED_LINES = 3
_GOES_ON = re.compile(r"\s*[|–—-]?\s*(?=[A-Z\d\"'“‘«\[(À-Þ]|by [A-Z])")
_GLUED = re.compile(
    r"(?<=[.!?…\"”])\s?[^\W\d_\u0041-\u024f\u1e00-\u1eff](?:[^A-Za-z\u00c0-\u024f\n]{0,40})$"
)
_BRACKET = re.compile(
    r"\[(?:click|tap|photo|image|video|picture|advert|embed|watch|gallery)\b[^\][]{0,80}\]"
    r"|(?<=[.!?\"”])\s*\((?P<who>[^()]{2,60})\)(?!\s*[-–—_])",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\(?[A-Z])")
_SIGNED = re.compile(r"(?<=[.!?\"”’)])\s*[-–—]{0,3}\s*\(?[A-Za-z/&. -]{2,40}\)?\.?$")
_SOURCE_END = re.compile(
    r"(?<=[.!?\"”)])\s*(?:\(Source:\s[^()]{2,80}\)|Source:?\s[\w ]{2,40} and [Aa]gencies)\.?"
    r"(?=\s|$)"
    r"|\sSource:?\s(?:[A-Z]\w*\s){1,3}and [Aa]gencies\.?$"
)
_LAST_LINES = 3
_SHORTEST_HEADLINE = 4
_LEAD_LABEL = re.compile(r"(?:HEADLINE|Headline|TITLE|Title)\s*:\s*")


def pieces(lines: Sequence[Line], page: Page, lexicon: NoiseLexicon) -> list[Cut]:
    """The cuts within ``lines``, those that are left after whole lines went out."""
    cuts: list[Cut] = []
    for place, line in enumerate(lines):
        start = 0
        if place < _DATED_LINES and (start := _dated(line, place)):
            cuts.append((line.start, line.start + start, "date"))
        if place == 0 and (label := _LEAD_LABEL.match(line.text)):
            cuts.append((line.start, line.start + label.end(), "archive header"))
        if 0 < place < _DATED_LINES:
            cuts += _told_again(lines[0], line, start)
        if page.script == "latin" and not line.text.isascii():
            glued = _GLUED.search(line.text, max(0, len(line.text) - 60))
            if glued:
                cuts.append((line.start + glued.start(), line.end, "foreign script"))
        cuts += _brackets(line, lexicon)
    for line in lines[-_LAST_LINES:]:
        if line.paragraph:
            cuts += _ending(line, line is lines[-1], lexicon)
    return cuts


def _dated(line: Line, place: int) -> int:
    """Where the line goes on after a date line glued to its start; 0 if there is none."""
    end = 0
    while (found := date_at(line.text, end)) is not None:
        sure = found[2] or found[3]  # a label ("published") or a weekday
        if (end and not found[2]) or (place == 0 and not sure):
            break
        goes_on = _GOES_ON.match(line.text, found[0])
        if goes_on is None:
            break
        end = goes_on.end()
    return end


def _told_again(headline: Line, line: Line, start: int) -> Iterator[Cut]:
    """The headline, repeated word by word at the start of the body."""
    title = headline.text.rstrip(" .")
    text = line.text[start:]
    if headline.words < _SHORTEST_HEADLINE or (headline.paragraph and headline.closed):
        return
    if not text.startswith(title):
        return
    rest = text[len(title) :]
    goes_on = re.match(r"\s*(?:\.\s+|\s)(?=[A-Z\"“‘\d(])|\s*\.?$", rest)
    if goes_on:
        yield (
            line.start + start,
            line.start + start + len(title) + goes_on.end(),
            "repeated headline",
        )


def _brackets(line: Line, lexicon: NoiseLexicon) -> Iterator[Cut]:
    for found in _BRACKET.finditer(line.text):
        who = found["who"]
        if who is None:
            yield line.start + found.start(), line.start + found.end(), "furniture"
        elif who.lower().endswith(" and agencies") or agency_only(who, lexicon):
            yield line.start + found.start(), line.start + found.end(), "agency"


def _ending(line: Line, last: bool, lexicon: NoiseLexicon) -> Iterator[Cut]:
    """Credits, signatures and buttons run into the end of one of the last paragraphs."""
    text = line.text
    if last:
        shorter = _without_buttons(text, lexicon)
        if shorter < len(text):
            yield line.start + shorter, line.end, "furniture"
            text = text[:shorter]
    for found in _SOURCE_END.finditer(text, max(0, len(text) - 160)):
        yield line.start + found.start(), line.start + found.end(), "credit"
        text = text[: found.start()]
        break
    for found in _SENTENCE_END.finditer(text, max(0, len(text) - 400)):
        if credits(text[found.end() :]):
            yield line.start + found.end(), line.start + len(text), "credit"
            return
    signed = _SIGNED.search(text, max(0, len(text) - 50))
    if signed and agency_only(signed.group().strip(), lexicon):
        yield line.start + signed.start(), line.start + len(text), "agency"


def _without_buttons(text: str, lexicon: NoiseLexicon) -> int:
    end = len(text.rstrip())
    while True:
        lower = text[max(0, end - 40) : end].lower()
        for phrase in lexicon.ends:
            cut = end - len(phrase)
            if lower.endswith(phrase) and text[:cut].rstrip().endswith(
                (".", "!", "?", '"', "”", ")")
            ):
                end = len(text[:cut].rstrip())
                break
        else:
            return end
