"""Section labels: short lines between paragraphs that name a topic and say nothing.

"Peaceful resolution" is one; "Minister rejects the offer" is a sub-headline, and stays: it has a
finite verb. Without a parser that is told by the forms that headlines use, and in doubt the line
stays.
"""

from __future__ import annotations

import re

from standoff.clean.page import Line, Page
from standoff.vocab.noise import NoiseLexicon

_MOST_WORDS = 4
_MOST_BEFORE_SUBHEAD = 5
_SUBHEAD = range(3, 16)
_ADJECTIVES = frozenset("united armed red wounded divided injured displaced detained".split())
_PLURALS = frozenset("police people men women children gunmen".split())
# What a headline says without a verb: "Two soldiers dead", "Airport ablaze".
_PREDICATES = frozenset(
    "dead hurt missing ablaze underway alive hostage one two three four five six seven eight nine "
    "ten dozens scores hundreds thousands millions half most no".split()
)
_TIES = frozenset(
    "in on at for from with by against over into after before amid between under near than about "
    "as if when while but or that".split()
)
_EDGES = "\"'“”‘’«»()[].,;:!?…-–—"


def is_label(line: Line, page: Page, lexicon: NoiseLexicon) -> bool:
    """Whether ``line`` only names the section that follows."""
    after = line.index + 1
    if line.index <= page.headline or after >= len(page.lines):
        return False
    if line.key in lexicon.labels:
        return True
    if not page.english or line.words > _MOST_BEFORE_SUBHEAD or not _plain(line):
        return False
    before, follows = page.lines[line.index - 1], page.lines[after]
    if not (before.paragraph or page.in_head(line) or before.index == page.headline):
        return False
    if line.index < page.body and line.text.isupper():
        return False  # a dateline: "ISLAMABAD"
    words = [w.strip(_EDGES) for w in line.bare.split()]
    if any(w.lower() in _TIES for w in words) or has_verb(words, lexicon):
        return False
    return (follows.paragraph and line.words <= _MOST_WORDS) or _heads(follows, page, lexicon)


def _plain(line: Line) -> bool:
    """No sentence, no row of a table, no item of a list."""
    return (
        line.text == line.bare
        and line.bare[0].isalpha()
        and (line.bare[0].isupper() or not line.bare[0].isascii())
        and not re.search(r"[\d.,:;!?…\"“”()\[\]/|=%$€£]", line.bare)
    )


def _heads(line: Line, page: Page, lexicon: NoiseLexicon) -> bool:
    """Whether ``line`` is a sub-headline: it says something, and a paragraph follows."""
    after = line.index + 1
    return (
        line.words in _SUBHEAD
        and not line.closed
        and after < len(page.lines)
        and page.lines[after].paragraph
        and has_verb([w.strip(_EDGES) for w in line.bare.split()], lexicon)
    )


def has_verb(words: list[str], lexicon: NoiseLexicon) -> bool:
    """Whether one of ``words`` can be a finite verb, or does its work, where it stands."""
    previous = ""
    for place, word in enumerate(words):
        form = word.lower().replace("’", "'")
        if form in _PREDICATES:
            return True
        kind = lexicon.verbs.get(form)
        if kind == "verb" or form.endswith(("n't", "'re", "'ll", "'ve")):
            return True
        if kind == "either" and 0 < place < len(words) - 1:
            return True
        if (previous.endswith("s") or previous in _PLURALS) and _inflects(form, lexicon):
            return True
        if form.endswith("ed") and len(form) > 3 and form not in _ADJECTIVES:
            return True
        previous = form
    return False


def _inflects(base: str, lexicon: NoiseLexicon) -> bool:
    """Whether ``base`` is the base form of a verb that headlines use."""
    forms = (base + "s", base + "es", base[:-1] + "ies")
    return any(form in lexicon.verbs for form in forms)
