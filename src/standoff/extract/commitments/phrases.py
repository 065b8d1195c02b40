"""Stretches of a sentence that name a commitment."""

from __future__ import annotations

import re

from standoff.types import Sentence, Span, Token

_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "punct", "poss", "case", "advmod"})
_CLOSED = frozenset({"DET", "PRON", "NUM", "VERB", "ADV", "ADP", "CCONJ"})
_STRIP = " ,;:.\"“”'‘’()"
_DATELINE = re.compile(r"\s?[-–—]\s?[A-Z]{4,}\b.*$", re.DOTALL)
""" "... Better than Bad Deal-WASHINGTON — ": a headline that runs into the place of writing."""
_LOOSE = frozenset(
    "a an the of in on at to for with by from and or but as that which its his her their especially"
    " light".split()
)
_EMPTY = frozenset(
    "a an the of in on at to for with by from and or as this that these those it its he she him her"
    " they them their both all each any every other others one two three some many such who whom"
    " monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday week month"
    " year day january february march april june july august september october november december"
    " country countries nation nations side sides party parties government governments people"
    " everyone everybody leader leaders state states neighbour neighbours neighbor neighbors"
    " power powers group groups community international world responsible"
    " call demand appeal request plea statement thing something".split()
)
MAX_NAME = 110
"""Code points of a name; a longer phrase is cut at a word."""
MAX_COMPLEMENT = 14
"""Words of a complement ("to deepen its partnership with ...") that go into a name."""


def children(s: Sentence, t: Token) -> list[Token]:
    return [s.tokens[c] for c in t.children]


def modifiers(s: Sentence, t: Token) -> list[Token]:
    """The words before the noun that belong to its name, in order, without determiners."""
    out: list[Token] = []
    for i in range(t.i - 1, -1, -1):
        x = s.tokens[i]
        if x.pos in _CLOSED and x.dep not in ("amod", "compound", "npadvmod", "advmod"):
            break
        if x.dep not in _MODIFIERS or not _under(s, x, t):
            break
        out.append(x)
    out.reverse()
    while out and out[0].dep in ("punct", "case"):
        out = out[1:]
    return out


def _under(s: Sentence, x: Token, top: Token) -> bool:
    for _ in s.tokens:
        if x.i == top.i:
            return True
        if x.head == x.i:
            return False
        x = s.tokens[x.head]
    return False


def edge(s: Sentence, t: Token, last: bool) -> Token:
    """The first or last token under ``t``; relative and adverbial clauses at the end left out."""
    found, stack = t, [t.i]
    while stack:
        x = s.tokens[stack.pop()]
        found = x if (x.i > found.i) is last and x.i != found.i else found
        for c in x.children:
            if not last or s.tokens[c].dep not in ("relcl", "advcl", "punct"):
                stack.append(c)
    return found


def complement(s: Sentence, t: Token) -> Span | None:
    """ "to deepen its partnership", "for an end to fighting", "on water sharing", "that ..."."""
    for c in children(s, t):
        takes = c.dep == "prep" and c.lower in ("to", "for", "of", "on", "with", "between")
        if c.i > t.i and (takes or c.dep in ("acl", "ccomp")):
            end = min(edge(s, c, last=True).i, c.i + MAX_COMPLEMENT - 1)
            return Span(s.tokens[edge(s, c, last=False).i].start, s.tokens[end].end)
    return None


def name_of(text: str, start: int, end: int) -> str:
    """``text[start:end]`` widened to whole words ("de-escalation"), bounded, on one line."""
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "\"“'‘(—–":
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    words = _DATELINE.sub("", text[start:end]).split()
    clipped = False
    while words and len(" ".join(words)) > MAX_NAME:
        words.pop()
        clipped = True
    while clipped and words and (words[-1].lower() in _LOOSE or words[-1][-2:] in ("'s", "’s")):
        words.pop()
    return _paired(" ".join(words).strip(_STRIP))


def _paired(name: str) -> str:
    """Without a quotation mark whose other half was left out."""
    if name.count('"') % 2:
        name = name.replace('"', "")
    if name.count("“") != name.count("”"):
        name = name.replace("“", "").replace("”", "")
    return name


def tells(name: str) -> bool:
    """Whether a word of ``name`` says what is promised or demanded: no day, no addressee."""
    return any(w not in _EMPTY and not w.isdigit() for w in re.findall(r"[\w-]+", fold(name)))


def has_dateline(text: str, start: int, end: int) -> bool:
    return _DATELINE.search(text[start : end + 1]) is not None


def fold(name: str) -> str:
    """For keys: lower case, without quotation marks and possessives."""
    plain = (w.strip("\"'“”‘’.,()").removesuffix("’s").removesuffix("'s") for w in name.split())
    return " ".join(w.lower() for w in plain)
