"""One article → its annotations as the contract gives them, with no record.

Nothing is cleaned or normalised: offsets count the code points of the text as it was given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from standoff.types import (
    Annotations,
    ArticleInput,
    DayRange,
    Document,
    Frame,
    Refusal,
    Span,
    Statement,
    TimeExpression,
)
from standoff.vocab.places import land_place

if TYPE_CHECKING:
    from standoff.read.source import Source
    from standoff.vocab.vocabulary import Vocabulary

LAYERS = ("times", "statements", "events")
MAX_PAIRS = 200
"""Of one article; more are refused."""
_HALF_PAIRS = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Half a surrogate pair is no character; it is read as one unknown, so that offsets hold."""


@dataclass(frozen=True)
class Request:
    """What is asked of every article."""

    layers: tuple[str, ...]
    vocab: str | Path | None = None


@dataclass(frozen=True)
class _Given:
    """An article as it came in."""

    article: ArticleInput
    pairs: tuple[tuple[Span, Span], ...] | None
    text: str | None
    """Set where the text was made from HTML: the offsets then are into this."""


def annotate_all(
    articles: Iterable[Mapping[str, Any] | str], layers: Sequence[str], vocab: str | Path | None
) -> Iterator[dict[str, Any]]:
    """The annotations of each article, in order. Raises ValueError for what is no article."""
    say = annotator(request(layers, vocab))
    return (say({"text": a} if isinstance(a, str) else a) for a in articles)


def request(layers: Sequence[str], vocab: str | Path | None) -> Request:
    """Raises ValueError, in words, for a layer that there is not or a bad vocabulary."""
    from standoff.vocab.vocabulary import load

    if unknown := [x for x in layers if x not in LAYERS]:
        raise ValueError(f"there is no layer {unknown[0]!r}; there are {', '.join(LAYERS)}")
    load(vocab)
    return Request(tuple(x for x in LAYERS if x in layers), vocab)


def annotator(asked: Request) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function from one article's fields to its annotations; it raises ValueError for what
    is no article."""
    from standoff.vocab.vocabulary import load

    vocab = load(asked.vocab)
    return lambda fields: _answer(_given(fields), asked.layers, vocab)


def source_annotator(asked: Request) -> Callable[[Source], dict[str, Any]]:
    """The same from a source as :mod:`standoff.read` discovers it."""
    say = annotator(asked)
    return lambda source: say(fields_of(source))


def fields_of(source: Source) -> Mapping[str, Any]:
    """The fields of a JSON line, or a file's text. Raises ValueError where there is neither."""
    from standoff.read.decode import decode
    from standoff.read.source import JSON

    if source.form != JSON:
        text, reason = decode(source.data)
        if reason:
            raise ValueError(reason)
        return {"id": source.path, "html" if text.lstrip()[:1] == "<" else "text": text}
    try:
        fields = json.loads(source.data)
    except RecursionError as e:
        raise ValueError("JSON nested too deeply") from e
    except ValueError as e:
        raise ValueError(f"not valid JSON: {e}") from e
    if not isinstance(fields, dict):
        raise ValueError("not a JSON object")
    return {"id": source.path, **fields}


def _given(fields: Mapping[str, Any]) -> _Given:
    from standoff.read.published import stated_days
    from standoff.read.source import MAX_TEXT

    name, text, made = fields.get("id"), fields.get("text"), None
    if not isinstance(text, str) and isinstance(fields.get("html"), str):
        text = made = _text_of(fields)
    if not isinstance(text, str):
        raise ValueError("no text")
    if len(text) > MAX_TEXT:
        raise ValueError(f"longer than {MAX_TEXT:,} characters")
    outlet = fields.get("outlet")
    article = ArticleInput(
        id="" if name is None else str(name),
        text=text.translate(_HALF_PAIRS),
        published=stated_days(fields.get("published")),
        outlet=outlet if isinstance(outlet, str) else None,
        whole=True,
    )
    return _Given(article, _pairs(fields.get("pairs"), len(text)), made)


def _text_of(fields: Mapping[str, Any]) -> str:
    from standoff.read import read_source
    from standoff.read.source import JSON, make_source

    kept = {k: fields[k] for k in ("html", "url", "title") if k in fields}
    read = read_source(make_source("html", json.dumps(kept).encode(), JSON))
    if isinstance(read, Refusal):
        raise ValueError(read.reason)
    assert isinstance(read, Document)
    return read.text


def _pairs(given: Any, length: int) -> tuple[tuple[Span, Span], ...] | None:
    if given is None:
        return None
    if not isinstance(given, list) or len(given) > MAX_PAIRS:
        raise ValueError(f"pairs must be a list of at most {MAX_PAIRS}")
    try:
        return tuple((_span(p["actor"], length), _span(p["recipient"], length)) for p in given)
    except (KeyError, TypeError, IndexError) as e:
        raise ValueError('pairs must be like {"actor": [0, 5], "recipient": [9, 14]}') from e


def _span(given: Any, length: int) -> Span:
    start, end = given
    if not (type(start) is type(end) is int and 0 <= start < end <= length):
        raise ValueError(f"[{start!r}, {end!r}] is no stretch of a text of {length} characters")
    return Span(start, end)


def _answer(given: _Given, layers: Sequence[str], vocab: Vocabulary) -> dict[str, Any]:
    from standoff.coding import CODED_TEXT, code_article

    article = given.article
    out: dict[str, Any] = {"id": article.id}
    if given.text is not None:
        out["text"] = given.text
    if set(layers) <= {"times"} and given.pairs is None:
        from standoff.extract.times import find_times

        done = Annotations(times=tuple(find_times(article.text, article.published)))
    else:
        done = code_article(article, vocab)
    if "times" in layers:
        out["times"] = [_time(t) for t in done.times]
    if "statements" in layers:
        out["statements"] = [_statement(s) for s in done.statements]
    if "events" in layers:
        out["events"] = [_event(f, done) for f in done.frames]
    if given.pairs is not None:
        out["pairs"] = _paired(article.text[:CODED_TEXT], done, given.pairs)
    return out


def _time(t: TimeExpression) -> dict[str, Any]:
    return {
        "start": t.start,
        "end": t.end,
        "type": t.type,
        "value": t.value,
        "earliest": t.days.earliest.isoformat() if t.days else None,
        "latest": t.days.latest.isoformat() if t.days else None,
        "anchor": t.anchor.isoformat() if t.anchor else None,
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "source": _spans([s.source] if s.source else []),
        "cue": _spans([s.cue] if s.cue else []),
        "content": _spans(s.content),
        "act": s.act,
        "quotation": s.quotation,
    }


def _event(f: Frame, done: Annotations) -> dict[str, Any]:
    return {
        "trigger": [f.trigger.start, f.trigger.end],
        "type": f.type,
        "mode": f.mode,
        "actor": _spans(f.actor_spans),
        "recipient": _spans(f.recipient_spans),
        "actor_country": _countries(f.actor, done),
        "recipient_country": _countries(f.recipient, done),
        "date": _days(f.when),
        "place": _place(f, done),
        "status": f.status,
    }


def _place(f: Frame, done: Annotations) -> str | None:
    if f.place is not None:
        return done.mentions.places[f.place].name
    land = land_place(f.land) if f.land else None
    return None if land is None else land.name


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _countries(actors: Iterable[int], done: Annotations) -> list[str]:
    found = (done.mentions.actors[i].country for i in actors)
    return list(dict.fromkeys(c for c in found if c))


def _days(days: DayRange | None) -> dict[str, str] | None:
    if days is None:
        return None
    return {"earliest": days.earliest.isoformat(), "latest": days.latest.isoformat()}


def _paired(
    text: str, done: Annotations, pairs: Sequence[tuple[Span, Span]]
) -> list[dict[str, str] | None]:
    """What each first party does to the second, by the article's own frames."""
    from standoff.extract.frames.pairs import code_pair
    from standoff.parse import parse
    from standoff.split import sentences

    asked = [span for pair in pairs for span in pair]
    near = {i for i, s in enumerate(done.sentences) if any(s.meets(span) for span in asked)}
    frames = [f for f in done.frames if f.sentence in near]
    parsed = parse(text, sentences(text), {f.sentence for f in frames})
    out: list[dict[str, str] | None] = []
    for actor, recipient in pairs:
        coded = code_pair(text, parsed, done.mentions, frames, actor, recipient)
        out.append(None if coded is None else {"type": coded[0], "quad": coded[1]})
    return out
