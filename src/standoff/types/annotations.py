"""What the program says about an article, standing off from its text, and what it judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from standoff.types.names import (
    Act,
    ActorKind,
    CommitmentKind,
    CommitmentStatus,
    EventType,
    FigureKind,
    Quotation,
    RelationKind,
    Stance,
    Status,
    TimexType,
)
from standoff.types.text import DayRange, Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: ``value`` as TimeML writes it, and the days it can mean (None if unknown).

    ``anchor`` is the day that it was counted from. ``offset`` is set where the phrase counts from
    something that the text names ("10 days after", "the next day", "since"): see :class:`Offset`.
    ``yearless`` marks a day or month whose year had to be taken from the reference.
    """

    start: int
    end: int
    type: TimexType
    value: str
    days: DayRange | None = None
    anchor: date | None = None
    offset: Offset | None = None
    yearless: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """A time counted from an event: ``low`` to ``high`` days after it (negative: before it).

    "10 days after" is (10, 10, "after"); "hours after" (0, 1); "weeks before" (-28, -7);
    "since" and "after" without amount (0, None). ``of`` is the stretch of text that names what is
    counted from ("missiles and drones targeted ... Pakistan"); None for "the next day", which
    counts from what was told last.
    """

    low: int | None
    high: int | None
    relation: Literal["after", "before", "during", "since", "until", "at"]
    of: Span | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office that an actor holds in one article: "Foreign Minister" of China."""

    title: str
    organisation: str | None = None
    country: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class LocalActor:
    """An actor as one article knows it. ``key`` is what makes it the same actor elsewhere:
    ``"state:PAK"``, ``"person:ishaq dar"``, ``"group:the resistance front"``; a description
    without a name ("tourists", "a senior official") has a key that holds the document's id."""

    key: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    acts_for_state: bool = False
    roles: tuple[Role, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of one actor, or of several ("both nations").

    ``head`` is the index of the head token in sentence ``sentence``; ``actors`` are indices into
    :attr:`Mentions.actors`. ``form`` is how it speaks of them.
    """

    start: int
    end: int
    sentence: int
    head: int
    actors: tuple[int, ...]
    form: Literal["name", "adjective", "metonym", "office", "description", "pronoun"]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A stretch of text that names a place; ``key`` is what makes it the same place elsewhere."""

    start: int
    end: int
    sentence: int
    head: int
    name: str
    key: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Literal["exact", "district", "country", "unknown"] = "unknown"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """Who and where, in one article."""

    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what: TimeML's reporting, PARC's source, cue and content.

    ``actors`` are the speakers, indices into :attr:`Mentions.actors` (the first is the speaker
    of the record; empty if unknown). ``inside`` is the index of the statement that this one is
    quoted in, None at the top.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    act: Act
    quotation: Quotation
    actors: tuple[int, ...] = ()
    speaker_text: str | None = None
    addressee: tuple[int, ...] = ()
    sentence: int = 0
    inside: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people (or, ``other``, of things): the contract's low and high."""

    kind: FigureKind
    low: int | None
    high: int | None
    of: str | None
    span: Span
    said_by: tuple[int, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate of one article, with everything that hangs on it.

    Reports, positions, figures, commitments and relations are views of frames, so that no
    predicate is coded twice. ``actor``, ``recipient``, ``mediator`` and ``said_by`` are indices
    into :attr:`Mentions.actors`; ``trigger`` is the word or two that carry the event; ``head``
    the trigger's token in sentence ``sentence``. ``times`` are the spans of the time expressions
    that date it; ``when`` the days that they mean, filled once the article's own date is known.
    ``tense`` guides the calendar. ``statement`` is the innermost statement that it stands in.
    ``same_as`` points at an earlier frame of this article that tells the same event
    (by definite reference: "the attack", "the move"). ``land`` is the country (alpha-3) that it
    happened in where no place is told, as far as the article leaves only one.
    """

    sentence: int
    trigger: Span
    head: int
    lemma: str
    type: EventType
    mode: str | None
    status: Status
    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    mediator: tuple[int, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    evidence: Span = _NOWHERE
    tense: Literal["past", "perfect", "present", "future", "none"] = "past"
    times: tuple[Span, ...] = ()
    when: DayRange | None = None
    when_basis: str = ""
    place: int | None = None
    land: str | None = None
    figures: tuple[Figure, ...] = ()
    statement: int | None = None
    said_by: tuple[int, ...] = ()
    stance: Stance = "asserts"
    hedged: bool = False
    same_as: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where one party stands on one frame's event, on the word of one statement or frame."""

    who: int
    stance: Stance
    about: str
    frame: int
    against: tuple[int, ...] = ()
    statement: int | None = None
    evidence: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """A treaty, ceasefire, deal, pledge, sanction, demand or partnership, as one article has it.

    ``explicit`` is true where the text itself gives the status, false where it only names it.
    """

    key: str
    name: str
    kind: CommitmentKind
    status: CommitmentStatus
    evidence: Span
    parties: tuple[int, ...] = ()
    mediator: tuple[int, ...] = ()
    by: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()
    frame: int | None = None
    explicit: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RelationMention:
    """``a`` stands in ``relation`` to ``b`` (both indices into the article's actors)."""

    a: int
    relation: RelationKind
    b: int
    evidence: Span
    detail: str | None = None
    b_place: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything that the program says about one article, standing off from its text."""

    sentences: tuple[Span, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: Mentions = field(default_factory=Mentions)
    statements: tuple[Statement, ...] = ()
    frames: tuple[Frame, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    relations: tuple[RelationMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two things are the same (or not), why, and who or what says so."""

    kind: Literal["actor", "event", "copy", "commitment", "date"]
    left: str
    right: str
    verdict: Literal["same", "different"]
    reason: str
    score: float
    by: str = "standoff"


Row = Mapping[str, object]
"""One row of a table of the record, as the contract names its fields."""
