"""Offices that the article itself gives a person, and governments named after one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from standoff.extract.relations.article import Article
from standoff.types import LocalActor, Mention, RelationKind, Role
from standoff.vocab import rows
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
            if not _of_its_own(article, actor, role, told.get(i, ())):
                continue
            organisation = by_name.get(fold(role.organisation)) if role.organisation else None
            b = organisation if organisation is not None else states.get(role.country or "")
            if b is None:
                continue
            words = role.title.lower().split()
            if _PARTY.issuperset({article.actors[b].kind}) and words[-1] in _STATE_TITLES:
                b = states.get(role.country or "", -1)  # no party has a prime minister
                if b < 0:
                    continue
            if article.actors[b].kind == "civilians":
                continue
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
            if inner.form == "pronoun":
                continue  # "his leadership"
            if leader.kind in ("person", "official") and inner.end < m.end:
                detail = article.text[m.start : m.end]
                yield inner.actors[0], "leads", m.actors[0], m.sentence, "government of", detail


_PARTY = frozenset({"party", "armed_group"})
_STATE_TITLES = frozenset({"minister", "premier"})
_OF_A_BODY = frozenset(
    "founder co-founder chairman chairwoman chair director head chief member owner editor".split()
)
_SPOKESMAN = frozenset("spokesman spokeswoman spokesperson".split())
_FOR_SOMEBODY = re.compile(
    r"\bspokes(?:man|woman|person) (?:for|of) (?:[^\W\d_][\w.'’-]*\.? ){0,6}$", re.IGNORECASE
)


@functools.cache
def _lands_led() -> dict[str, set[str]]:
    """The countries that somebody is known to have led, by the full name."""
    out: dict[str, set[str]] = {}
    for row in rows("offices_leaders.csv"):
        out.setdefault(row["name"], set()).add(row["country"])
    return out


def _of_its_own(
    article: Article, actor: LocalActor, role: Role, mentions: Sequence[Mention]
) -> bool:
    """Whether the office is the actor's own, and is one of that country: neither "a spokesman for
    X" nor "founder of the [Land] Centre for ...", nor a town, nor another land's president."""
    if actor.name in article.places:
        return False
    title = role.title.lower().split()
    if title[-1] in _SPOKESMAN and any(
        _FOR_SOMEBODY.search(article.text[max(0, m.start - 80) : m.start]) for m in mentions
    ):
        return False
    if role.organisation is None and title[-1] in _OF_A_BODY:
        of = re.compile(
            rf"\b{re.escape(role.title)} (?:and \w+ )?of (?:the |its )?(?:[A-Z][\w'’-]+ ){{1,3}}"
            r"(?:for|of|on|Cent(?:re|er)|Institute|Society|Association|Foundation|Committee|Council)\b"
        )
        if title[-1] in ("founder", "co-founder") or of.search(article.text):
            return False
    if title[-1] in ("president", "minister") and role.organisation is None and role.country:
        known = _lands_led().get(actor.name)
        return known is None or role.country in known
    return True


def _where_told(article: Article, mentions: Sequence[Mention], title: str) -> int | None:
    """The first sentence with both the person and the title's last word."""
    word = title.split()[-1].lower()
    for m in mentions:
        s = article.sentences[m.sentence]
        if word in article.text[s.start : s.end].lower():
            return m.sentence
    return None
