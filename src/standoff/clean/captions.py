"""Captions and credits of pictures, on a line of their own.

One that ran into the text stays: where it ends nobody can tell.
"""

from __future__ import annotations

import re

from standoff.clean.dateline import MONTH
from standoff.clean.page import Line

_COUNT = re.compile(r"(?:Image |Photo |Slide )?\d{1,2} ?(?:of|/) ?\d{1,2}\b[.:)]?\s")
_FILE = re.compile(
    r"[\[(]?(?:FILE|File|FILE PHOTO|File [Pp]hoto|FILE PICTURE|File picture|File image|PHOTO|Photo"
    r"|PHOTOS|Photos|IMAGE|Image|Picture|PICTURE|Photograph|PICTURED|Pictured"
    r"|Representational image|Representative image|Caption|CAPTION|VIDEO|Video)\s*(?:[-–—:|(]|by\b)"
)
_PICTURE = "photo|photograph|picture|image|handout|frame ?grab|screen ?grab|screenshot|video grab"
_AGENCY = "REUTERS|Reuters|AFP|AP|EPA"
_CREDITED = "Photo|Photograph|Image|Picture|Credit|Photo [Cc]redit|Image [Cc]redit|Pic"
_IN_THIS = re.compile(
    rf"\bin (?:this|an undated) (?:[\w.,'’-]+ ){{0,8}}?(?:{_PICTURE}|still|combination)\b|"
    r"\b(?:handout|undated|file|aerial|satellite|video) (?:photo|photograph|picture|image|grab)s?"
    r"(?: \w+){0,2} (?:released|provided|taken|obtained|made available|shows?|supplied)\b|"
    rf"^This (?:[\w.,'’-]+ ){{0,6}}?(?:{_PICTURE})\b"
    r"[^.]{0,120}\b(?:shows|purports to show|released|provided)\b|"
    r"^(?:A|An) (?:still image|video grab|screen ?grab|frame grab|satellite image|file photo)\b",
)
_SIDE = re.compile(
    r"\((?:[2-9](?:nd|rd|th)|top|bottom|centre|center|front|rear|far|from) ?(?:L|R|C|left|right)\)"
)
_WEAK_SIDE = re.compile(
    r"\((?:L|R|C|left|right|center|centre)(?:[-,] ?\w+)?\)|, (?:left|right|cent(?:er|re)),"
)
_CREDIT = re.compile(
    rf"\b(?:{_AGENCY}|EPA-EFE|Getty|Anadolu|Xinhua|TASS|SANA|PTI|ANI)\s?[/|]\s?"
    r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4}[.)\]]{0,2}$"
    rf"|(?:\b(?:{_AGENCY}|PTI|Xinhua) [Pp]hoto\b|Getty Images|\bvia (?:{_AGENCY}|Getty)\b"
    rf"|(?:{_CREDITED}|Picture [Cc]redit)s?(?: by|:| courtesy| via|/)\s?)"
    r"[^.!?]{0,80}[.)\]]{0,2}$"
)
_CREDIT_LINE_WORDS = 60
_ENDS_IN_DATE = re.compile(
    rf"{MONTH} ?\d{{1,2}}(?:, ?| )\d{{4}}[.)]{{0,2}}$|\d{{1,2}} {MONTH},? \d{{4}}[.)]{{0,2}}$", re.I
)


def is_caption(line: Line) -> bool:
    """Whether the whole line says what a picture shows."""
    text = line.text
    if line.words > 90:
        return False
    if _COUNT.match(text) or _FILE.match(text):
        return True
    if line.words <= _CREDIT_LINE_WORDS and _CREDIT.search(text, max(0, len(text) - 120)):
        return True
    first = text[:300]
    if _IN_THIS.search(first) or _SIDE.search(first):
        return not re.search(r"\b(?:said|told)\b", text)
    return (
        _WEAK_SIDE.search(first) is not None
        and _ENDS_IN_DATE.search(text, max(0, len(text) - 40)) is not None
    )
