"""What stands in a page beside the article goes out, and is kept as noise.

Pure and linear. Only what is surely none of the article's is taken: whole lines (``lines``,
``captions``, ``labels``), and pieces at the edges of lines (``pieces``). The headline, the first
line that is no date line, stays.
"""

from __future__ import annotations

import re

from standoff.clean.captions import is_caption
from standoff.clean.labels import is_label
from standoff.clean.lines import line_noise
from standoff.clean.page import Page, body_of, headline_of, lines_of
from standoff.clean.pieces import pieces
from standoff.clean.script import looks_english, main_script
from standoff.types import Noise
from standoff.vocab.noise import load

__all__ = ["clean"]

_BLANK = re.compile(r" *\n(?: *\n)+ *")
_LINE_END = re.compile(r" *\n *")
_REST_OF_LINE = re.compile(r" *\n")
_SPACES = re.compile(r"  +")


def clean(text: str) -> tuple[str, tuple[Noise, ...]]:
    """The article in ``text``, and what was taken out, in order.

    The offsets of the noise are into ``text`` as given. White space is tidied: no spaces at the
    ends of lines, no two in a row, no more than one empty line.
    """
    lexicon = load()
    lines = lines_of(text)
    headline = headline_of(lines)
    page = Page(lines, headline, body_of(lines, headline), looks_english(text), main_script(text))
    cuts: list[tuple[int, int, str]] = []
    kept = []
    for line in lines:
        rule = line_noise(line, page, lexicon)
        if rule is None and line.index > page.headline and is_caption(line):
            rule = "caption"
        if rule is None and is_label(line, page, lexicon):
            rule = "label"
        if rule is None:
            kept.append(line)
        else:
            cuts.append((line.start, line.end, rule))
    cuts += pieces(kept, page, lexicon)
    return _without(text, sorted(cuts))


def _without(text: str, cuts: list[tuple[int, int, str]]) -> tuple[str, tuple[Noise, ...]]:
    rest: list[str] = []
    noise: list[Noise] = []
    done = 0
    for start, end, rule in cuts:
        start = max(start, done)
        piece = text[start:end].strip()
        if not piece:
            continue
        if text[done:start].strip(" "):
            rest.append(text[done:start])
        at = text.index(piece, start)
        noise.append(Noise(piece, at, at + len(piece), rule))
        done = end
        if (after := _REST_OF_LINE.match(text, end)) and (
            not rest or rest[-1].rstrip(" ").endswith("\n")
        ):
            done = after.end()  # a whole line leaves no empty one behind
    rest.append(text[done:])
    tidy = _SPACES.sub(" ", "".join(rest))  # first: the others go back over runs of spaces
    tidy = _LINE_END.sub("\n", _BLANK.sub("\n\n", tidy))
    return tidy.strip(), tuple(noise)
