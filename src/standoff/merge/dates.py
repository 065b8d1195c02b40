"""When an article appeared, where its metadata do not say or cannot be right.

An undated article is dated by its own full dates (days_told.py) or by what it shares with dated
ones. A date that the text contradicts is doubted: a judgement says why, and where the text itself
tells the day, that is taken.

An event with a day and month but no year ("the April 22 attack") that a dated article also reports,
with its year, gives the year. The article then appeared on or after the last day that it tells as
past; a "this month" bounds it at the month's end, otherwise ``NEWS_DAYS`` do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from standoff.merge.days_told import (
    DayTold,
    appeared,
    days_told,
    doubt,
    fits,
    month_day,
    of_its_own,
)
from standoff.types import (
    Annotations,
    ArticleInput,
    DayRange,
    Document,
    Frame,
    Judgement,
    Published,
    TimeExpression,
)

Redate = Callable[[ArticleInput, Annotations], Annotations]
COPY_DAYS = 7
"""How long after its original an undated copy is taken to have appeared at most."""
_SPOKEN_OF = 3
"""Mentions from which a state is one of those that an article is about."""
_MAX_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class _Clue:
    """An event on a day of the year, with what can tell it from others."""

    document: str
    type: str
    month: int
    day: int
    year: int | None
    marks: frozenset[str]


def date_articles(
    articles: Mapping[str, tuple[Document, Annotations]],
    duplicate_of: Mapping[str, str],
    redate: Redate,
) -> tuple[dict[str, tuple[Document, Annotations]], list[Judgement]]:
    """``articles`` with the undated ones dated where others allow it."""
    done = dict(articles)
    judgements: list[Judgement] = []
    for key, (document, annotations) in sorted(articles.items()):
        if document.published.days is None:
            if key not in duplicate_of and (own := of_its_own(document, annotations)):
                done[key] = _redated(document, annotations, Published(own, "text"), redate)
        elif document.published.basis in ("metadata", "url"):
            found_ = doubt(document, annotations)
            if found_ is None:
                continue
            judgements.append(Judgement("date", key, found_.told, "different", found_.reason, 1.0))
            if found_.days is not None:
                told = Published(found_.days, "text")
                done[key] = _redated(document, annotations, told, redate)
    for _ in range(_MAX_ROUNDS):
        found = {**_one_round(done), **_copies(done, duplicate_of)}
        if not found:
            break
        for key, (days, basis_of, why) in sorted(found.items()):
            document, annotations = done[key]
            published = Published(days, "other_articles")
            done[key] = _redated(document, annotations, published, redate)
            judgements.append(Judgement("date", key, basis_of, "same", why, 1.0))
    return done, judgements


def _redated(
    document: Document, annotations: Annotations, published: Published, redate: Redate
) -> tuple[Document, Annotations]:
    article = ArticleInput(document.id, document.text, published.days, document.outlet)
    return replace(document, published=published), redate(article, annotations)


def _copies(
    articles: Mapping[str, tuple[Document, Annotations]], duplicate_of: Mapping[str, str]
) -> dict[str, tuple[DayRange, str, str]]:
    """Undated copies of dated originals."""
    out = {}
    for copy, original in sorted(duplicate_of.items()):
        days = articles[original][0].published.days
        if articles[copy][0].published.days is None and days is not None:
            until = days.latest + timedelta(days=COPY_DAYS)
            out[copy] = (DayRange(days.earliest, until), original, "a copy of it")
    return out


def _one_round(
    articles: Mapping[str, tuple[Document, Annotations]],
) -> dict[str, tuple[DayRange, str, str]]:
    undated = [k for k, (d, _) in sorted(articles.items()) if d.published.days is None]
    if not undated:
        return {}
    dated: dict[tuple[str, int, int], list[_Clue]] = {}
    for key, (d, annotations) in sorted(articles.items()):
        if d.published.days is not None:
            for clue in _clues(key, annotations):
                if clue.year is not None:
                    dated.setdefault((clue.type, clue.month, clue.day), []).append(clue)
    out = {}
    for key in undated:
        _, annotations = articles[key]
        years: dict[int, _Clue] = {}
        for clue in _clues(key, annotations):
            for other in dated.get((clue.type, clue.month, clue.day), []):
                if other.year is not None and clue.marks & other.marks:
                    years.setdefault(other.year, other)
        document, _ = articles[key]
        told = list(days_told(document, annotations))
        years = {y: c for y, c in years.items() if _weekdays_allow(told, y)}
        if len(years) != 1:
            continue  # nothing shared, or shared with two years: unknown
        year, other = next(iter(years.items()))
        days = _appeared(annotations.times, year)
        if days:
            why = f"both report the {other.type} of {year}-{other.month:02d}-{other.day:02d}"
            out[key] = (days, other.document, why)
    return out


def _weekdays_allow(told: Sequence[DayTold], year: int) -> bool:
    """ "Thursday, April 24" can be of this year, or of the one before."""
    named = [t for t in told if t.weekday is not None and t.year is None]
    return all(fits(t, year) or fits(t, year - 1) for t in named)


def _clues(key: str, annotations: Annotations) -> list[_Clue]:
    by_span = {(t.start, t.end): t for t in annotations.times}
    pair = _pair(annotations)
    out = []
    for frame in annotations.frames:
        marks = _marks(annotations, frame) | pair
        if not marks:
            continue
        days = {month_day(by_span.get((s.start, s.end))) for s in frame.times}
        if frame.when and frame.when.earliest == frame.when.latest:
            e = frame.when.earliest
            days.add((e.year, e.month, e.day))
        for found in sorted((d for d in days if d), key=str):
            year, month, day = found
            out.append(_Clue(key, frame.type, month, day, year, marks))
    return out


def _marks(annotations: Annotations, frame: Frame) -> frozenset[str]:
    """What tells this event from another of its type on that day: place, named party, count."""
    actors = annotations.mentions.actors
    named = {
        actors[i].key
        for i in (*frame.actor, *frame.recipient)
        if not actors[i].key.startswith("desc:")
    }
    place = {annotations.mentions.places[frame.place].key} if frame.place is not None else set()
    counts = {f"{f.kind}:{f.low}" for f in frame.figures if f.low is not None}
    return frozenset(named | place | counts)


def _pair(annotations: Annotations) -> frozenset[str]:
    """The two states that the article speaks of most: one crisis has one such pair."""
    actors = annotations.mentions.actors
    counts = Counter(
        actors[i].country
        for m in annotations.mentions.mentions
        for i in m.actors
        if actors[i].country and actors[i].acts_for_state
    )
    top = sorted(counts, key=lambda c: (-counts[c], str(c)))[:2]
    if len(top) < 2 or counts[top[1]] < _SPOKEN_OF:
        return frozenset()
    return frozenset({"pair:" + ":".join(sorted(str(c) for c in top))})


def _appeared(times: Sequence[TimeExpression], year: int) -> DayRange | None:
    """From the last full day that the text names, its dates without a year being of ``year``."""
    last: date | None = None
    for t in times:
        md = month_day(t)
        if md is None:
            continue
        try:
            day = date(md[0] or year, md[1], md[2])
        except ValueError:
            continue
        if last is None or day > last:
            last = day
    return appeared(times, last) if last is not None else None
