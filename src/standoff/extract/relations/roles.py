"""Offices that the article itself gives a person, and governments named after one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extract.relations.article import Article
from standoff.types import Mention, RelationKind
from standoff.vocab.actors import fold

_LEADS = frozenset("leader head chief commander founder chairman chairwoman".split())


def roles(
    article: Article, states: dict[str, int]
) -> Iterator[tuple[int, RelationKind, int, int, str, str]]:
    """Offices that the article itself gives a person."""
    by_name = {fold(n): i for i, a in enumerate(article.actors) for n in (*a.aliases, a.name)}
    told: dict[int, list[Mention]] = {}
    for m in article.mentions:
        if len(m.actors) == 1:
            told.setdefault(m.actors[0], []).append(m)
    for i, actor in enumerate(article.actors):
        if actor.key.startswith("desc:"):
            continue  # "a spokesman for X": nobody who is named
        for role in actor.roles:
            where = _where_told(article, told.get(i, ()), role.title)
            if where is None:
                continue
            organisation = by_name.get(fold(role.organisation)) if role.organisation else None
            b = organisation if organisation is not None else states.get(role.country or "")
            if b is None:
                continue
            words = role.title.lower().split()
            word = "" if {"deputy", "vice", "assistant"} & set(words) else words[-1]
            if word == "leader" and organisation is not None:
                yield i, "leads", b, where, "role", role.title
                continue
            yield i, "holds_office", b, where, "role", role.title
            if word in _LEADS and organisation is not None:
                yield i, "leads", b, where, "role", role.title
    for m in article.mentions:  # "the Obama administration"
        organ = article.actors[m.actors[0]]
        if organ.kind != "government" or len(m.actors) > 1:
            continue
        for inner in article.index.inside(m.start, m.end):
            leader = article.actors[inner.actors[0]]
            if leader.kind in ("person", "official") and inner.end < m.end:
                detail = article.text[m.start : m.end]
                yield inner.actors[0], "leads", m.actors[0], m.sentence, "government of", detail


def _where_told(article: Article, mentions: Sequence[Mention], title: str) -> int | None:
    """The first sentence with both the person and the title's last word."""
    word = title.split()[-1].lower()
    for m in mentions:
        s = article.sentences[m.sentence]
        if word in article.text[s.start : s.end].lower():
            return m.sentence
    return None
