"""Text and parse → who and where. No entity recogniser: names come from lexicon and shape.

In order: the lexicon's hits, offices, organs of states, name-like runs; from these persons,
organisations and places; then nouns of description; last, in text order, everything that refers
back. What a mention covers is told in :mod:`standoff.index`.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.mentions.finder import Finder
from standoff.types import ArticleInput, Mentions, Sentence
from standoff.vocab.actors import actors
from standoff.vocab.vocabulary import Vocabulary


def find_mentions(
    article: ArticleInput, sentences: Sequence[Sentence], vocab: Vocabulary
) -> Mentions:
    """Actors, their mentions and the places of one article, in text order.

    Sentences without tokens are looked up by text only: names, no descriptions or pronouns.
    """
    return Finder(article, sentences, actors(vocab)).run()
