"""Who belongs to whom: offices, allies, backers, bases, enemies, from roles and short patterns.

Every relation rests on words of one sentence. What the program merely knows (an office from the
table of leaders, where a group is based) is no relation unless the article says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.index import MentionIndex
from standoff.types import (
    Annotations,
    LocalActor,
    Mention,
    RelationKind,
    RelationMention,
    Sentence,
    Token,
)
from standoff.vocab.actors import fold
from standoff.vocab.vocabulary import Vocabulary

_LEADS = frozenset("leader head chief commander founder chairman chairwoman".split())
_STATE_LIKE = frozenset({"state", "government"})
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
_NOUNS: dict[str, RelationKind] = {
    "ally": "ally_of", "friend": "ally_of", "partner": "ally_of", "backer": "backs",
    "supporter": "backs", "sponsor": "backs", "patron": "backs", "enemy": "enemy_of",
    "foe": "enemy_of", "rival": "enemy_of", "archenemy": "enemy_of", "adversary": "enemy_of",
    "arch-foe": "enemy_of", "nemesis": "enemy_of", "proxy": "proxy_of",
    "affiliate": "affiliated_with", "offshoot": "affiliated_with", "wing": "affiliated_with",
    "branch": "affiliated_with", "arm": "affiliated_with", "subsidiary": "affiliated_with",
    "member": "member_of",
}  # fmt: skip
_VERBS: dict[str, RelationKind] = {
    "back": "backs", "support": "backs", "arm": "supplies_arms_to", "fight": "enemy_of",
    "battle": "enemy_of", "finance": "backs", "sponsor": "backs", "bankroll": "backs",
}  # fmt: skip
_WEAPONS = frozenset(
    "weapon arm missile jet aircraft tank drone rocket ammunition munition system gun rifle"
    " warplane helicopter artillery equipment hardware".split()
)
_SUPPLY = frozenset("supply sell provide deliver ship give send".split())
_BODIES = frozenset({"armed_group", "party", "ngo", "media", "company", "igo", "other", "military",
                     "ministry"})  # fmt: skip
_MEMBERS = frozenset("member official commander operative spokesman leader".split())
_STATE_RUN = re.compile(
    r"\b(?:state|official|government|regime)[- ](?:run |owned |controlled )?"
    r"(?:news agency|television|tv|media|broadcaster|newspaper|radio)\W{1,3}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Article:
    text: str
    sentences: Sequence[Sentence]
    actors: Sequence[LocalActor]
    mentions: Sequence[Mention]
    index: MentionIndex

    def one(self, m: Mention | None) -> int | None:
        return m.actors[0] if m is not None and len(m.actors) == 1 else None


def find_relations(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[RelationMention]:
    """Relations in text order, each pair and kind once a sentence."""
    found = done.mentions
    article = _Article(
        text, sentences, found.actors, found.mentions, MentionIndex(sentences, found.mentions)
    )
    states = {a.country: i for i, a in enumerate(found.actors) if a.kind in _STATE_LIKE}
    states |= {a.country: i for i, a in enumerate(found.actors) if a.kind == "state"}
    out: dict[tuple[int, str, int, int], RelationMention] = {}

    def keep(
        a: int | None, kind: RelationKind, b: int | None, s: int, rule: str, detail: str = ""
    ) -> None:
        if a is None or b is None or a == b:
            return
        span = sentences[s].span
        key = (span.start, kind, a, b)
        out.setdefault(key, RelationMention(a, kind, b, span, detail or None, rule=rule))

    for a, kind, b, s, rule, detail in _roles(article, states):
        keep(a, kind, b, s, rule, detail)
    for sentence in sentences:
        if not sentence.tokens:
            continue
        here = article.index.of_sentence(sentence.index)
        if not here:
            continue
        for a, kind, b, rule in _patterns(article, sentence, here):
            keep(a, kind, b, sentence.index, rule)
    return [out[k] for k in sorted(out)]


# --- roles --------------------------------------------------------------------------------------


def _roles(
    article: _Article, states: dict[str | None, int]
) -> Iterator[tuple[int, RelationKind, int, int, str, str]]:
    """Offices that the article itself gives a person."""
    by_name = {fold(n): i for i, a in enumerate(article.actors) for n in (*a.aliases, a.name)}
    told: dict[int, list[Mention]] = {}
    for m in article.mentions:
        if len(m.actors) == 1:
            told.setdefault(m.actors[0], []).append(m)
    for i, actor in enumerate(article.actors):
        for role in actor.roles:
            where = _where_told(article, told.get(i, ()), role.title)
            if where is None:
                continue
            organisation = by_name.get(fold(role.organisation)) if role.organisation else None
            b: int | None = organisation
            if b is None and role.country is not None:
                b = states.get(role.country)
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


def _where_told(article: _Article, mentions: Sequence[Mention], title: str) -> int | None:
    """The first sentence with both the person and the title's last word."""
    word = title.split()[-1].lower()
    for m in mentions:
        s = article.sentences[m.sentence]
        if word in article.text[s.start : s.end].lower():
            return m.sentence
    return None


# --- patterns -----------------------------------------------------------------------------------

_Found = tuple[int | None, RelationKind, int | None, str]


def _patterns(article: _Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[_Found]:
    yield from _hyphens(article, sentence, here)
    yield from _adjectives(article, sentence, here)
    yield from _affiliations(article, sentence, here)
    for token in sentence.tokens:
        lemma = token.lemma
        if lemma in _NOUNS and token.pos == "NOUN":
            yield from _noun(article, sentence, token, _NOUNS[lemma])
        elif token.pos in ("VERB", "NOUN"):
            if lemma in _VERBS and token.pos == "VERB":
                yield from _verb(article, sentence, token, _VERBS[lemma])
            elif lemma in _SUPPLY and token.pos == "VERB":
                yield from _supply(article, sentence, token)
            elif lemma in ("mediate", "mediation") or token.text in _BROKERED:
                yield from _mediation(article, sentence, token)
            elif token.text == "support" and token.pos == "NOUN":
                yield from _support(article, sentence, token)


def _hyphens(article: _Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[_Found]:
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
                yield (name, kind, owned, "hyphen") if first else (owned, kind, name, "hyphen")
            elif word in _BROKERED:
                other = _other_state(article, sentence, m, {name})
                yield name, "mediates_between", other, "hyphen"
        if m.start > 4 and text[m.start - 1] in "-–":
            prefix = text[m.start - 5 : m.start - 1].lower()
            owned = _head_after(article, sentence, m)
            if prefix.endswith("anti"):
                yield owned, "enemy_of", name, "anti-"
            elif prefix.endswith("pro"):
                yield owned, "backs", name, "pro-"


def _head_after(article: _Article, sentence: Sentence, m: Mention) -> int | None:
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


def _named(article: _Article, sentence: Sentence, m: Mention | None) -> int | None:
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


def _adjectives(article: _Article, sentence: Sentence, here: Sequence[Mention]) -> Iterator[_Found]:
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


def _affiliations(
    article: _Article, sentence: Sentence, here: Sequence[Mention]
) -> Iterator[_Found]:
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
                    body = article.index.at(sentence.index, c)
                    b = article.one(body)
                    if b is not None and article.actors[b].kind in _BODIES:
                        yield who, "affiliated_with", b, "of"
        if m.form == "name" and actor.country is not None:
            yield from _of_state(article, sentence, m, who)
        if m.form in ("description", "office"):
            inner = [x for x in article.index.inside(m.start, m.end) if x is not m]
            lemma = sentence.tokens[m.head].lemma
            state_run = "state" in article.text[m.start : m.end].lower().split()
            for x in inner:
                body = article.one(x)
                if body is None:
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
                yield who, "affiliated_with", _state(article, actor.country), "state media"


def _of_state(article: _Article, sentence: Sentence, m: Mention, who: int) -> Iterator[_Found]:
    """ "Iran's Quds Force", "state news agency SANA"."""
    actor = article.actors[who]
    if actor.kind == "media" and _STATE_RUN.search(article.text[max(0, m.start - 40) : m.start]):
        yield who, "affiliated_with", _state(article, actor.country), "state media"
    if actor.kind in ("military", "company", "media", "police") and actor.rule != "organ":
        for x in article.index.of_sentence(sentence.index):
            if 0 < m.start - x.end <= 3 and article.text[x.end : m.start].strip() in ("'s", "’s"):
                b = article.one(x)
                if b is not None and article.actors[b].kind == "state":
                    yield who, "affiliated_with", b, "possessor"


def _state(article: _Article, country: str | None) -> int | None:
    for i, a in enumerate(article.actors):
        if a.kind == "state" and a.country == country:
            return i
    return None


def _noun(
    article: _Article, sentence: Sentence, token: Token, kind: RelationKind
) -> Iterator[_Found]:
    """ "its ally X", "X, an ally of Y", "X is Y's enemy", "a proxy for Y"."""
    tokens, s = sentence.tokens, sentence.index
    b = a = None
    for c in token.children:
        child = tokens[c]
        if child.dep == "poss":
            b = article.one(article.index.at(s, c))
        elif child.dep == "prep" and child.lower in ("of", "for", "to", "with", "from"):
            for g in child.children:
                b = b if b is not None else article.one(article.index.at(s, g))
        elif child.dep in ("appos",) or (child.dep == "nmod" and c > token.i):
            a = article.one(article.index.at(s, c))
    if a is None and token.i + 1 < len(tokens):
        following = article.index.of_phrase(s, token.i + 1) if token.dep != "attr" else None
        if (
            following is not None
            and following.form == "name"
            and (following.start == tokens[token.i + 1].start)
        ):
            a = article.one(following)
    if a is None:
        head = tokens[token.head]
        if token.dep == "appos":
            a = article.one(article.index.of_phrase(s, head.i))
        elif token.dep == "attr":
            for c in head.children:
                if tokens[c].dep == "nsubj":
                    a = article.one(article.index.at(s, c))
        elif token.dep in ("compound", "nmod") and token.head > token.i:
            a = article.one(article.index.at(s, token.head))
    if a is not None and b is not None:
        yield a, kind, b, "noun"


def _arguments(
    article: _Article, sentence: Sentence, verb: Token
) -> tuple[list[int], list[int], list[int]]:
    """Actors that are the verb's subject, object and agent."""
    tokens = sentence.tokens
    subject: list[int] = []
    objects: list[int] = []
    agents: list[int] = []
    for c in verb.children:
        child = tokens[c]
        if child.dep == "nsubj":
            subject += _with_conjuncts(article, sentence, c)
        elif child.dep in ("dobj", "nsubjpass"):
            objects += _with_conjuncts(article, sentence, c)
        elif child.dep == "agent":
            for g in child.children:
                agents += _with_conjuncts(article, sentence, g)
        elif child.dep == "prep" and child.lower in ("against", "with") and verb.lemma == "fight":
            for g in child.children:
                objects += _with_conjuncts(article, sentence, g)
    if verb.dep in ("acl", "relcl") and verb.tag == "VBN":
        objects += _with_conjuncts(article, sentence, verb.head, whole=False)
    elif verb.dep in ("acl", "relcl") and not subject:
        subject += _with_conjuncts(article, sentence, verb.head, whole=False)
    elif verb.dep == "advcl" and verb.tag == "VBN" and not subject:
        for c in tokens[verb.head].children:
            if tokens[c].dep in ("nsubj", "nsubjpass"):
                objects += _with_conjuncts(article, sentence, c)
    return subject, objects, agents


def _with_conjuncts(article: _Article, sentence: Sentence, i: int, whole: bool = True) -> list[int]:
    out: list[int] = []
    queue = [i]
    while queue and len(out) < 6:
        k = queue.pop(0)
        m = article.index.at(sentence.index, k)
        if m is not None and m.form != "adjective":
            out += m.actors
        if whole:
            queue += [c for c in sentence.tokens[k].children if sentence.tokens[c].dep == "conj"]
    return out


def _verb(
    article: _Article, sentence: Sentence, verb: Token, kind: RelationKind
) -> Iterator[_Found]:
    """ "X backs Y", "Y, backed by X", "X fighting Y"."""
    if any(sentence.tokens[c].dep == "neg" for c in verb.children):
        return
    subjects, objects, agents = _arguments(article, sentence, verb)
    for a in agents or subjects:
        if article.actors[a].kind in ("other", "civilians"):
            continue
        for b in objects:
            yield a, kind, b, "verb"


def _supply(article: _Article, sentence: Sentence, verb: Token) -> Iterator[_Found]:
    """ "X sold missiles to Y"; "Y deployed jets supplied by X"."""
    tokens, s = sentence.tokens, sentence.index
    subjects, _, agents = _arguments(article, sentence, verb)
    goods = [tokens[verb.head].lemma] if verb.dep in ("acl", "relcl") else []
    goods += [tokens[c].lemma for c in verb.children if tokens[c].dep in ("dobj", "nsubjpass")]
    to: list[int] = []
    for c in verb.children:
        child = tokens[c]
        if child.dep == "dative" and child.lower != "to":
            to += _with_conjuncts(article, sentence, c)
        if child.lower in ("to", "with") and child.dep in ("prep", "dative"):
            for g in child.children:
                to += _with_conjuncts(article, sentence, g)
                goods.append(tokens[g].lemma)
        if child.dep == "dobj" and verb.lemma in ("supply", "provide"):
            m = article.index.at(s, c)
            to += m.actors if m is not None else ()
    if not _WEAPONS.intersection(goods):
        return
    if not to and agents and verb.dep in ("acl", "relcl"):
        root = next((t for t in tokens if t.head == t.i), None)
        for c in root.children if root is not None else ():
            if tokens[c].dep == "nsubj":
                to += _with_conjuncts(article, sentence, c)
    for a in agents or subjects:
        for b in to:
            yield a, "supplies_arms_to", b, "supply"


def _support(article: _Article, sentence: Sentence, noun: Token) -> Iterator[_Found]:
    """ "X's support for Y"."""
    tokens, s = sentence.tokens, sentence.index
    a = b = None
    for c in noun.children:
        if tokens[c].dep == "poss":
            a = article.one(article.index.at(s, c))
        elif tokens[c].dep == "prep" and tokens[c].lower == "for":
            for g in tokens[c].children:
                b = article.one(article.index.at(s, g))
    if a is not None and b is not None:
        yield a, "backs", b, "support for"


def _mediation(article: _Article, sentence: Sentence, token: Token) -> Iterator[_Found]:
    """ "X mediated between Y and Z", "talks mediated by X"."""
    tokens = sentence.tokens
    subjects, _, agents = _arguments(article, sentence, token)
    parties: list[int] = []
    for t in tokens:
        if t.lower == "between" and t.i > token.i - 8:
            for g in t.children:
                parties += _with_conjuncts(article, sentence, g)
    for a in agents or subjects:
        for b in parties:
            yield a, "mediates_between", b, "mediate"


def _other_state(
    article: _Article, sentence: Sentence, m: Mention, without: set[int]
) -> int | None:
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
