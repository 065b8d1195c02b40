"""The stages in order: the only file that knows all of them."""

from __future__ import annotations

from dataclasses import replace

from standoff.extract.calendar import date_frames
from standoff.extract.commitments import find_commitments
from standoff.extract.frames import find_frames
from standoff.extract.gate import worth_parsing
from standoff.extract.mentions import find_mentions
from standoff.extract.positions import find_positions
from standoff.extract.relations import find_relations
from standoff.extract.statements import find_statements
from standoff.extract.times import find_times
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import Annotations, ArticleInput
from standoff.vocab.vocabulary import Vocabulary


def annotate_article(article: ArticleInput, vocab: Vocabulary) -> Annotations:
    """Everything that is said about one article. Pure: the same input gives the same answer."""
    text = article.text
    spans = sentences(text)
    parsed = parse(text, spans, worth_parsing(text, spans, vocab, article.whole))
    times = find_times(text, article.published)
    mentions = find_mentions(article, parsed, vocab)
    statements = find_statements(text, parsed, mentions, vocab)
    frames = find_frames(text, parsed, mentions, statements, times, vocab)
    done = Annotations(
        sentences=tuple(s.span for s in parsed),
        times=tuple(times),
        mentions=mentions,
        statements=tuple(statements),
        frames=tuple(frames),
    )
    done = replace(
        done,
        positions=tuple(find_positions(text, parsed, done, vocab)),
        commitments=tuple(find_commitments(text, parsed, done, vocab)),
        relations=tuple(find_relations(text, parsed, done, vocab)),
    )
    return replace(done, frames=tuple(date_frames(text, done, times, article.published)))


def on_the_calendar(article: ArticleInput, done: Annotations) -> Annotations:
    """``done`` with its times and frames dated from ``article.published``.

    Cheap (no parse): called when an undated article gets its date from other articles.
    """
    times = find_times(article.text, article.published)
    frames = date_frames(article.text, done, times, article.published)
    return replace(done, times=tuple(times), frames=tuple(frames))
