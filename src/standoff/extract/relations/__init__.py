"""Who belongs to whom: offices, allies, backers, bases, enemies, from roles and short patterns.

Every relation rests on words of one sentence. What the program merely knows (an office from the
table of leaders, where a group is based) is no relation unless the article says it.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.relations.article import Article
from standoff.extract.relations.predicates import predicates
from standoff.extract.relations.qualifiers import qualifiers
from standoff.extract.relations.roles import roles
from standoff.index import MentionIndex
from standoff.types import Annotations, RelationKind, RelationMention, Sentence
from standoff.vocab.vocabulary import Vocabulary

_STATE_LIKE = frozenset({"state", "government"})


def find_relations(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[RelationMention]:
    """Relations in text order, each pair and kind once a sentence."""
    found = done.mentions
    article = Article(
        text,
        sentences,
        found.actors,
        found.mentions,
        MentionIndex(sentences, found.mentions),
        frozenset(
            frozenset((a, b))
            for f in done.frames
            if f.type == "ASSAULT"
            for a in f.actor
            for b in f.recipient
        ),
        frozenset(p.name for p in found.places),
    )
    states = {
        a.country: i for i, a in enumerate(found.actors) if a.kind in _STATE_LIKE and a.country
    }
    states |= {a.country: i for i, a in enumerate(found.actors) if a.kind == "state" and a.country}
    out: dict[tuple[int, str, int, int], RelationMention] = {}

    def keep(
        a: int | None, kind: RelationKind, b: int | None, s: int, rule: str, detail: str = ""
    ) -> None:
        if a is None or b is None or a == b:
            return
        span = sentences[s].span
        key = (span.start, kind, a, b)
        out.setdefault(key, RelationMention(a, kind, b, span, detail or None, rule=rule))

    for a, kind, b, s, rule, detail in roles(article, states):
        keep(a, kind, b, s, rule, detail)
    for sentence in sentences:
        if not sentence.tokens:
            continue
        here = article.index.of_sentence(sentence.index)
        if not here:
            continue
        for who, kind, whom, rule in qualifiers(article, sentence, here):
            keep(who, kind, whom, sentence.index, rule)
        for who, kind, whom, rule in predicates(article, sentence):
            keep(who, kind, whom, sentence.index, rule)
    return [out[k] for k in sorted(out)]
