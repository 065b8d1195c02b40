"""One sentence as the stages of this folder see it: its tokens, and what claims them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from standoff.types import Sentence, Token
from standoff.vocab.actors import Hit

_PLAIN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+|'s|’s|[^\w\s]")
_CONTENT = 4
"""Letters from which a word counts when telling whether a line is in title case."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(slots=True)
class View:
    """``cover[i]`` is the lexicon's hit on token ``i``; ``taken[i]`` is set once a name, an office
    or an institution has claimed it. Without a parse the tokens are plain words (``parsed``)."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    parsed: bool
    title_case: bool
    hits: list[Hit]
    lower: list[str]
    starts: list[int]
    cover: list[Hit | None] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)

    @property
    def index(self) -> int:
        return self.sentence.index

    def token_from(self, start: int) -> int:
        """The token that covers offset ``start`` (the last before it if none does)."""
        return max(0, bisect_right(self.starts, start) - 1)

    def head_of(self, first: int, last: int) -> int:
        """The token from ``first`` to ``last`` whose head lies outside of them; -1 unparsed."""
        if not self.parsed:
            return -1
        for i in range(last, first - 1, -1):
            h = self.tokens[i].head
            if h == i or not first <= h <= last:
                return i
        return last

    def text(self, first: int, last: int, article: str) -> str:
        return article[self.tokens[first].start : self.tokens[last].end]

    def claim(self, first: int, last: int) -> None:
        for i in range(first, last + 1):
            self.taken[i] = 1

    def before(self, i: int) -> int:
        """The token before ``i``, a possessive mark left out; -1 at the start."""
        i -= 1
        return i - 1 if i >= 0 and self.tokens[i].text in POSSESSIVE else i


def view(article: str, sentence: Sentence, hits: list[Hit]) -> View:
    parsed = bool(sentence.tokens)
    tokens = sentence.tokens or _plain_tokens(article, sentence)
    out = View(
        sentence,
        tokens,
        parsed,
        _is_title_case(tokens),
        hits,
        [t.text.lower() for t in tokens],
        [t.start for t in tokens],
        [None] * len(tokens),
        bytearray(len(tokens)),
    )
    for hit in hits:
        for i in range(out.token_from(hit.start), len(tokens)):
            if tokens[i].start >= hit.end:
                break
            out.cover[i] = hit
    return out


def lands_before(view: View, i: int) -> list[Hit]:
    """ "British and French troops": the names of lands coordinated before what they qualify, in
    order, the last of them the one that covers token ``i``; one alone gives one."""
    last = view.cover[i] if i >= 0 else None
    if last is None or last.entry.sort not in LAND_SORTS:
        return []
    out = [last]
    k = view.token_from(last.start) - 1
    while k > 0 and view.lower[k] in ("and", ",", "or"):
        while k > 0 and view.lower[k] in ("and", ",", "or"):
            k -= 1
        hit = view.cover[k]
        token = view.tokens[k]
        if hit is None or hit.entry.sort not in LAND_SORTS or hit.end != token.end:
            break
        if hit.entry.sort != "adjective" and token.dep not in ("amod", "nmod", "compound"):
            break  # "Norway and Kenyan troops": a party of its own
        out.insert(0, hit)
        k = view.token_from(hit.start) - 1
    return out


LAND_SORTS = frozenset({"adjective", "state", "name"})


def _plain_tokens(article: str, sentence: Sentence) -> tuple[Token, ...]:
    """Words without a parse: every word its own head, capitalised ones taken for names."""
    out = []
    for i, m in enumerate(_PLAIN.finditer(article, sentence.start, sentence.end)):
        word = m.group()
        name = word[0].isupper() and i > 0
        out.append(
            Token(
                i, m.start(), m.end(), word, word.lower(), "PROPN" if name else "X",
                "NNP" if name else "", "", i, (),
            )
        )  # fmt: skip
    return tuple(out)


def _is_title_case(tokens: tuple[Token, ...]) -> bool:
    """Headlines Write Nearly All Long Words Like This, or SHOUT THEM."""
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) >= _CONTENT]
    if len(words) < 4 or (tokens and tokens[-1].text == "."):
        return False
    return sum(w[0].isupper() for w in words) >= 0.75 * len(words)
