"""An article, its text and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standoff.types.names import DateBasis


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive) of an article's text."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days that something can fall on; both ends inclusive."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: a range, and what it rests on. ``days`` is None if unknown."""

    days: DayRange | None
    basis: DateBasis


_UNKNOWN_DAY = Published(None, "unknown")


@dataclass(frozen=True, slots=True)
class Noise:
    """A piece that was taken out: its text, and where it stood in the *source* text."""

    text: str
    start: int | None = None
    end: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as every later stage sees it: clean text, NFC, newlines ``\\n``.

    ``id`` is made from the clean text and the metadata, never from the path. ``language`` is an
    ISO 639-1 code, or ``"und"``.
    """

    id: str
    text: str
    given_id: str | None = None
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: Published = _UNKNOWN_DAY
    language: str = "en"
    noise: tuple[Noise, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no article, and the reason, in words for the user."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """What the per-article stages may know: the text, and the days it can have appeared on.

    ``whole``: everything in it is wanted, also where it is about something else than a crisis.
    """

    id: str
    text: str
    published: DayRange | None = None
    outlet: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One word. ``i``, ``head`` and ``children`` are indices into its sentence's tokens;
    the root's head is itself. ``pos`` is Universal POS, ``tag`` Penn, ``dep`` ClearNLP labels."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article. ``tokens`` is empty where nothing called for a parse."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
