"""Names by shape: runs of capitalised words that no lexicon knows."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from standoff.extract.mentions.view import POSSESSIVE, View
from standoff.vocab.actors import Actors, fold
from standoff.vocab.noise import load as noise

PARTICLES = frozenset(
    "al el ad as ash an ar bin ibn bint ben de del della di da dos du van von der den la le ul ur"
    " abu abd".split()
)
_ARTICLES = frozenset("al el ad as ash an ar ul ur".split())
_LEADING = frozenset("van von der den de del della di da dos du bin ibn bint ben abu ter".split())
"""Particles that a surname alone keeps before it: "van der Berg", "bin Alawi"."""
PEOPLES = frozenset("people peoples worker workers farmer farmers woman women student".split())
"""What a possessive inside a name follows: "People's Army", "Workers' Party"."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_NO_NAME = frozenset(
    "i the a an and or but in on at of for to by with from as if so he she it they we his her its"
    " their our this that these those there here what who when where why how not no yes mr mrs ms"
    " january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept"
    " oct nov dec mon tue tues wed thu thurs fri sat sun gmt utc am pm edt est bst ad bc"
    " many tens dozens hundreds thousands some several most others critics"
    " ramadan eid christmas easter islam islamic internet photo file video image credit".split()
)
_OPEN = frozenset({"PRON", "DET", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "ADV", "INTJ",
                   "PUNCT", "SYM"})  # fmt: skip
_NORMAL = re.compile(r"\b(?:al|el|ad|as|ash|an|ar|ul|ur)[- ]|['’.\"“”]")


@dataclass(slots=True)
class Chunk:
    """Tokens ``first`` to ``last`` look like one name. ``title`` is the title before it;
    ``the`` whether an article stands before it."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    title: str = ""
    the: bool = False
    key: str | None = None

    @property
    def words(self) -> list[str]:
        return self.text.split()


@functools.cache
def headline_verbs() -> frozenset[str]:
    """Inflected verbs that are no nouns."""
    return frozenset(form for form, kind in noise().verbs.items() if kind == "verb")


def normal(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell it from others: no articles, marks or initials."""
    parts = _NORMAL.sub("", fold(name)).replace("-", " ").split()
    return tuple(p for p in parts if p not in PARTICLES and len(p) > 1)


def find_chunks(view: View, lexicon: Actors, text: str) -> list[Chunk]:
    """Name-like runs, left to right, outside of the lexicon's hits and of offices."""
    out: list[Chunk] = []
    i, n = 0, len(view.tokens)
    while i < n:
        if not _starts(view, lexicon, i):
            i += 1
            continue
        last = _run(view, lexicon, i)
        first, title = i, ""
        while first < last and view.lower[first] in headline_verbs():
            first += 1  # "Says Dangers": a headline goes on in capitals
        body = view.lower[last] in lexicon.shapes  # "General Services Administration"
        while first < last and (
            (view.lower[first] in lexicon.titles and not body)
            or _is_noun(view, lexicon, first)
            or (not body and last - first > 1 and view.lower[first] in lexicon.nouns)
        ):
            title = view.lower[first]
            first += 2 if view.lower[first + 1] == "." and first + 1 < last else 1
        if first <= last and not (first == last and view.lower[first] in lexicon.titles):
            back = first - 1
            if not title and back >= 0 and view.lower[back] in lexicon.titles:
                title = view.lower[back]
            out.append(
                Chunk(
                    view.index, first, last, view.tokens[first].start, view.tokens[last].end,
                    view.text(first, last, text), title,
                    _article(view, i, last),
                )
            )  # fmt: skip
        i = last + 1
    return out


def _is_noun(view: View, lexicon: Actors, i: int) -> bool:
    """ "Senators Marco Rubio", "Protester Jane Doe": a common noun before the name."""
    low = view.lower[i]
    singular = low[:-1] if low.endswith("s") else low
    if low in lexicon.shapes:
        return False
    noun = lexicon.nouns.get(singular)
    return (
        singular in lexicon.offices
        or singular in _BEARERS
        or (noun is not None and noun.kind in ("official", "parliament", "person"))
    )


_BEARERS = frozenset("officer soldier activist protester protestor demonstrator resident".split())


def _article(view: View, first: int, last: int) -> bool:
    """ "the Crimson Dawn", but not "the Obama administration"."""
    if first == 0 or view.lower[first - 1] != "the":
        return False
    return last + 1 >= len(view.tokens) or not view.taken[last + 1]


def again(view: View, chunks: list[Chunk], words: frozenset[str], text: str) -> list[Chunk]:
    """``chunks`` with single capitalised words added that the article uses as names elsewhere:
    the tagger takes some surnames and towns at the start of a sentence for common nouns."""
    inside = {i for c in chunks for i in range(c.first, c.last + 1)}
    found = [
        Chunk(view.index, i, i, t.start, t.end, t.text, "", _article(view, i, i))
        for i, t in enumerate(view.tokens)
        if view.lower[i] in words
        and t.text[0].isupper()
        and i not in inside
        and not view.taken[i]
        and view.cover[i] is None
        and view.lower[i] not in _NO_NAME
    ]
    return sorted([*chunks, *found], key=lambda c: c.first) if found else chunks


def _starts(view: View, lexicon: Actors, i: int) -> bool:
    if _is_name(view, lexicon, i):
        return True
    if view.lower[i] in _LEADING and not view.taken[i]:
        k = _past_particles(view, i)
        return k - i <= 3 and k < len(view.tokens) and _is_name(view, lexicon, k)
    return (
        view.lower[i] in _ARTICLES
        and i + 2 < len(view.tokens)
        and view.lower[i + 1] == "-"
        and view.tokens[i].end == view.tokens[i + 1].start
        and _is_name(view, lexicon, i + 2)
    )


def _is_name(view: View, lexicon: Actors, i: int) -> bool:
    token = view.tokens[i]
    if not token.text[0].isupper() or view.cover[i] is not None or view.taken[i]:
        return False
    low = view.lower[i]
    if low.rstrip(".") in _NO_NAME:
        k = i + 1  # "Islamic Resistance", "Islamic Courts Union"
        return low == "islamic" and k < len(view.tokens) and view.lower[k] in lexicon.shapes
    if _hyphened_capitals(view, i):
        return True
    if token.pos == "PROPN":
        if i == 0:
            return low not in lexicon.nouns and token.lemma not in lexicon.nouns
        return not _plural_alone(view, lexicon, i)
    if i == 0 or view.title_case or token.pos in _OPEN:
        return False
    if view.tokens[i - 1].text in ('"', "“", ":", "‘", "'", "—", "–", "-", "(", "["):
        return False
    return token.lemma not in lexicon.nouns


def _plural_alone(view: View, lexicon: Actors, i: int) -> bool:
    """ "Settlers burn tires": a plural common noun whose capital begins a sentence that lost the
    mark before it, and no "Proud Boys", "Doctors Without Borders"."""
    low = view.lower[i]
    noun = lexicon.nouns.get(low[:-1]) if low.endswith("s") else None
    if noun is None or not noun.alone or view.tokens[i - 1].text[0].isupper():
        return False
    after = view.tokens[i + 1] if i + 1 < len(view.tokens) else None
    if after is None or view.cover[i - 1] is not None or low in lexicon.shapes:
        return False
    return after.text.isalpha() and after.text.islower() and after.lower not in ("of", "without")


def _hyphened_capitals(view: View, i: int) -> bool:
    """ "ABC-DEF Corporation": two abbreviations with a hyphen, where nothing else shouts."""
    if i + 2 >= len(view.tokens) or view.title_case or view.lower[i + 1] != "-":
        return False
    left, dash, right = view.tokens[i : i + 3]
    tight = left.end == dash.start and dash.end == right.start
    return tight and left.text.isupper() and right.text.isupper() and len(left.text) > 1


def _past_particles(view: View, i: int) -> int:
    """The first token from ``i`` on that is no particle of a name ("van", "der", "al", "-")."""
    while i < len(view.tokens) and view.lower[i] in PARTICLES:
        i += 2 if view.lower[i + 1 : i + 2] == ["-"] else 1
    return i


def _surname_month(view: View, first: int, k: int) -> bool:
    """ "President Rashad May": a month's name that ends a titled person's name."""
    if view.lower[k] not in _MONTHS or k != first + 1 or view.cover[k] is not None or not first:
        return False
    if not view.tokens[k].text[0].isupper() or not view.taken[first - 1]:
        return False
    return k + 1 < len(view.tokens) and not view.tokens[k + 1].text[0].isdigit()


def _run(view: View, lexicon: Actors, first: int) -> int:
    """The last token of the run that begins at ``first``."""
    tokens, n = view.tokens, len(view.tokens)
    last = first
    if not _is_name(view, lexicon, first):
        leading = view.lower[first] in _LEADING
        last = _past_particles(view, first) if leading else first + 2  # "al", "-", name
    while last + 1 < n:
        k = last + 1
        if _is_name(view, lexicon, k) and not (
            view.lower[k] in lexicon.titles and view.lower[last] not in lexicon.titles
        ):
            last = k
        elif _peoples(view, lexicon, k):
            last = k + 1
        elif (
            view.lower[k] in ("-", "'", "’", "–")
            and k + 1 < n
            and tokens[k].start == tokens[last].end
        ):
            if (
                tokens[k + 1].start == tokens[k].end
                and tokens[k + 1].text[0].isalpha()
                and (view.cover[k + 1] is None and view.lower[k + 1] not in _COMPOUND)
            ):
                last = k + 1
            else:
                break
        elif (
            view.lower[k] == "."
            and len(tokens[last].text) <= 3
            and view.lower[last] in lexicon.titles
        ):
            last = k
        elif view.lower[k] in PARTICLES and k + 1 < n:
            step = _past_particles(view, k)
            if step - k <= 4 and step < n and _is_name(view, lexicon, step):
                last = step
            else:
                break
        elif _nickname(view, lexicon, k):
            last = k + 3
        elif _surname_month(view, first, k):
            last = k
        else:
            break
    return last


def _nickname(view: View, lexicon: Actors, k: int) -> bool:
    """'Joe "Hammer" Blok': tokens ``k`` to ``k + 3`` are the nickname and the surname."""
    return (
        k + 3 < len(view.tokens)
        and view.lower[k] in ('"', "“")
        and view.lower[k + 2] in ('"', "”")
        and _is_name(view, lexicon, k + 3)
        and view.tokens[k + 1].text[0].isupper()
    )


def _peoples(view: View, lexicon: Actors, k: int) -> bool:
    """ "Workers' Party", "Teachers' Union": token ``k`` is a possessive mark inside a name."""
    if view.lower[k] not in POSSESSIVE or k + 1 >= len(view.tokens) or not k:
        return False
    if view.lower[k - 1] in PEOPLES:
        return _is_name(view, lexicon, k + 1)
    plural = view.lower[k] in ("'", "’") and view.lower[k - 1].endswith("s")
    return plural and view.lower[k + 1] in lexicon.shapes and _is_name(view, lexicon, k + 1)


_COMPOUND = frozenset(
    "based backed led brokered born held controlled run owned made style linked affiliated allied"
    " ruled administered occupied sponsored trained funded supplied supported mediated era wide"
    " aligned dominated majority friendly area bound".split()
)
