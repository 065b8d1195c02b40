"""Relations told in passing: "Pakistan-based", "US-brokered", "Iraqi cleric X", "X of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standoff.extract.relations.article import Article, Found
from standoff.types import Mention, RelationKind, Sentence

_BY_SUFFIX: dict[str, tuple[RelationKind, bool]] = {
    "based": ("based_in", False), "backed": ("backs", True), "supported": ("backs", True),
    "sponsored": ("backs", True), "funded": ("backs", True), "financed": ("backs", True),
    "trained": ("backs", True), "armed": ("supplies_arms_to", True),
    "supplied": ("supplies_arms_to", True), "allied": ("ally_of", False),
    "aligned": ("affiliated_with", False), "linked": ("affiliated_with", False),
    "affiliated": ("affiliated_with", False), "led": ("leads", True),
}  # fmt: skip
"""Word after a hyphen → (relation, whether the name before it is ``a``)."""
_BROKERED = frozenset("brokered mediated negotiated".split())
_BODIES = frozenset({"armed_group", "party", "ngo", "media", "company", "igo", "other", "military",
                     "ministry"})  # fmt: skip
_MEMBERS = frozenset("member official commander operative spokesman leader".split())
_STATE_RUN = re.compile(
    r"\b(?:state|official|government|regime)[- ](?:run |owned |controlled )?"
    r"(?:news agency|television|tv|media|broadcaster|newspaper|radio)\W{1,3}$",
    re.IGNORECASE,
)


def qualifiers(article: Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[Found]:
    """Relations of the mentions ``here`` of one sentence."""
    yield from _hyphens(article, sentence, here)
    yield from _adjectives(article, sentence, here)
    yield from _affiliations(article, sentence, here)


def _hyphens(article: Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[Found]:
    """ "Pakistan-based X", "Iranian-backed X", "US-brokered ceasefire", "anti-X Y"."""
    text, n = article.text, len(article.text)
    for m in here:
        name = article.one(m)
        if name is None or m.end - m.start > 60:
            continue
        if m.end < n and text[m.end] in "-–":
            word = text[m.end + 1 : m.end + 20].split(" ")[0].strip(",.;\"'").lower()
            owned = _head_after(article, sentence, m)
            if word in _BY_SUFFIX and owned is not None:
                kind, first = _BY_SUFFIX[word]
                if _over(text, m.start) or (
                    kind == "leads" and article.actors[owned].kind == "civilians"
                ):
                    continue
                yield (name, kind, owned, "hyphen") if first else (owned, kind, name, "hyphen")
            elif word in _BROKERED:
                other = _other_state(article, sentence, m, {name})
                yield name, "mediates_between", other, "hyphen"
        if m.start > 4 and text[m.start - 1] in "-–":
            prefix = text[m.start - 5 : m.start - 1].lower()
            owned = _head_after(article, sentence, m)
            crowd = owned is not None and (
                article.actors[owned].kind == "civilians"  # "anti-X" said of X itself is a slip
                or (article.actors[owned].country or "") == article.actors[name].country
            )
            if prefix.endswith("anti") and not crowd:  # who demonstrates is no standing enemy
                yield owned, "enemy_of", name, "anti-"
            elif prefix.endswith("pro"):
                yield owned, "backs", name, "pro-"


def _over(text: str, start: int) -> bool:
    """ "the once US-backed militia", "formerly Saudi-led"."""
    before = text[max(0, start - 16) : start].lower().split()
    return bool(before) and before[-1] in ("formerly", "previously", "once", "former", "then")


def _head_after(article: Article, sentence: Sentence, m: Mention) -> int | None:
    """The actor whose noun phrase the mention qualifies: around it, or right after it."""
    after = m.end + 1
    while after < len(article.text) and article.text[after] not in " \n":
        after += 1
    for x in article.index.inside(after + 1, after + 80):
        if x.start == after + 1 and x.form == "name":
            return article.one(x)
    around = [
        x for x in article.index.of_sentence(sentence.index)
        if x.start <= m.start and m.end < x.end and x is not m
    ]  # fmt: skip
    if around:
        return _named(article, sentence, around[0])
    if m.head < 0:
        return None
    token = sentence.tokens[m.head]
    for _ in range(4):
        if token.head == token.i:
            return None
        token = sentence.tokens[token.head]
        if token.i > m.head and token.pos in ("NOUN", "PROPN"):
            found = article.index.at(sentence.index, token.i)
            return _named(article, sentence, found)
    return None


def _named(article: Article, sentence: Sentence, m: Mention | None) -> int | None:
    """The actor of ``m``; for a description beside a name ("X, an Iranian-backed militia") X."""
    if m is None or m.form != "description" or m.head < 0:
        return article.one(m)
    token = sentence.tokens[m.head]
    other = None
    if token.dep == "appos":
        other = article.index.at(sentence.index, token.head)
    elif token.dep == "attr":
        for c in sentence.tokens[token.head].children:
            if sentence.tokens[c].dep == "nsubj":
                other = article.index.at(sentence.index, c)
    if other is not None and other.form in ("name", "pronoun"):
        return article.one(other)
    return article.one(m)


def _adjectives(article: Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[Found]:
    """ "Iraqi cleric X" is of Iraq; "Lebanese militia X" is based in Lebanon."""
    for adjective in here:
        if adjective.form != "adjective" or adjective.head < 0:
            continue
        land = article.one(adjective)
        if land is None or article.actors[land].kind != "state":
            continue
        if adjective.end < len(article.text) and article.text[adjective.end] in "-–":
            continue
        k = adjective.head + 1
        tokens = sentence.tokens
        while k < len(tokens) and k < adjective.head + 6:
            named = article.index.at(sentence.index, k)
            if named is None:
                named = next(
                    (x for x in here if x.form == "name" and x.start == tokens[k].start), None
                )
            if named is not None and named.form == "name" and named is not adjective:
                who = article.actors[named.actors[0]]
                between = tokens[adjective.head + 1 : k]
                if who.kind == "person" and not who.roles and between:
                    yield named.actors[0], "nationality", land, "adjective"
                elif who.kind in ("armed_group", "media", "ngo", "party") and between:
                    yield named.actors[0], "based_in", land, "adjective"
                break
            if tokens[k].pos not in ("NOUN", "ADJ", "PROPN", "PUNCT") or tokens[k].text == ",":
                break
            k += 1


def _affiliations(article: Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[Found]:
    """ "X of the Syrian Observatory", "a Hamas official", "Syrian state television"."""
    for m in here:
        who = article.one(m)
        if who is None or m.head < 0:
            continue
        actor = article.actors[who]
        if m.form == "name" and actor.kind == "person" and m.head + 2 < len(sentence.tokens):
            after = sentence.tokens[m.head + 1]
            if after.lower in ("of", "from", "at", "with") and after.head == m.head:
                for c in after.children:
                    b = article.one(article.index.at(sentence.index, c))
                    if b is not None and article.actors[b].kind in _BODIES:
                        yield who, "affiliated_with", b, "of"
        if m.form == "name" and actor.country is not None:
            yield from _of_state(article, sentence, m, who)
        if m.form in ("description", "office"):
            inner = [x for x in article.index.inside(m.start, m.end) if x is not m]
            lemma = sentence.tokens[m.head].lemma
            state_run = "state" in article.text[m.start : m.end].lower().split()
            for x in inner:
                b = article.one(x)
                if b is None:
                    continue
                kind = article.actors[b].kind
                if kind in ("armed_group", "party") and lemma in _MEMBERS and x.form == "name":
                    yield who, "member_of", b, "member"
                elif kind == "state" and actor.kind == "media" and state_run:
                    yield who, "affiliated_with", b, "state media"
                elif kind == "state" and (
                    actor.kind == "person" and (lemma == "national" or actor.key[:4] != "desc")
                ):
                    yield who, "nationality", b, "national"
            if state_run and actor.kind == "media" and actor.country and not inner:
                yield who, "affiliated_with", article.state(actor.country), "state media"


def _of_state(article: Article, sentence: Sentence, m: Mention, who: int) -> Iterator[Found]:
    """ "Iran's Quds Force", "state news agency SANA"."""
    actor = article.actors[who]
    if actor.kind == "media" and _STATE_RUN.search(article.text[max(0, m.start - 40) : m.start]):
        yield who, "affiliated_with", article.state(actor.country), "state media"
    if actor.kind in ("military", "company", "media", "police") and actor.rule != "organ":
        for x in article.index.of_sentence(sentence.index):
            if 0 < m.start - x.end <= 3 and article.text[x.end : m.start].strip() in ("'s", "’s"):
                b = article.one(x)
                if b is not None and article.actors[b].kind == "state":
                    yield who, "affiliated_with", b, "possessor"


def _other_state(article: Article, sentence: Sentence, m: Mention, without: set[int]) -> int | None:
    """The state spoken of last before ``m`` that is not among ``without``."""
    for s in range(sentence.index, max(-1, sentence.index - 3), -1):
        for x in reversed(article.index.of_sentence(s)):
            who = article.one(x)
            if (
                x.end <= m.start
                and who is not None
                and who not in without
                and (article.actors[who].kind == "state")
            ):
                return who
    return None
