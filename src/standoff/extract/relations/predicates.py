"""Relations told by a noun or a verb: "its ally X", "X backs Y", "jets supplied by X"."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extract.relations.article import Article, Found, is_past
from standoff.types import RelationKind, Sentence, Token

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
_AIMED = frozenset("send deliver".split())
"""What is done with weapons to those who are attacked as well as to those who are armed."""
_FOUGHT = frozenset(
    "attack strike bomb shell raid hit kill destroy intercept down neutralise neutralize repel"
    " explode crash launch fire shoot intrude violate wound target".split()
)
_DOWN = frozenset({("bring", "down"), ("take", "down"), ("shoot", "down")})
_BROKERED = frozenset("brokered mediated negotiated".split())


def predicates(article: Article, sentence: Sentence) -> Iterator[Found]:
    """Relations of the words of one parsed sentence."""
    for token in sentence.tokens:
        lemma = token.lemma
        if (lemma in _NOUNS or lemma in _VERBS) and is_past(sentence, token):
            continue
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


def _noun(
    article: Article, sentence: Sentence, token: Token, kind: RelationKind
) -> Iterator[Found]:
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
    article: Article, sentence: Sentence, verb: Token
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


def _with_conjuncts(article: Article, sentence: Sentence, i: int, whole: bool = True) -> list[int]:
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


def _verb(article: Article, sentence: Sentence, verb: Token, kind: RelationKind) -> Iterator[Found]:
    """ "X backs Y", "Y, backed by X", "X fighting Y"."""
    if any(sentence.tokens[c].dep == "neg" for c in verb.children):
        return
    subjects, objects, agents = _arguments(article, sentence, verb)
    for a in agents or subjects:
        if article.actors[a].kind in ("other", "civilians"):
            continue
        for b in objects:
            yield a, kind, b, "verb"


def _supply(article: Article, sentence: Sentence, verb: Token) -> Iterator[Found]:
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
    if verb.lemma in _AIMED and _of_attack(sentence):
        return
    if not to and agents and verb.dep in ("acl", "relcl"):
        root = next((t for t in tokens if t.head == t.i), None)
        for c in root.children if root is not None else ():
            if tokens[c].dep == "nsubj":
                to += _with_conjuncts(article, sentence, c)
    for a in agents or subjects:
        for b in to:
            if verb.lemma not in _AIMED or frozenset((a, b)) not in article.hostile:
                yield a, "supplies_arms_to", b, "supply"


def _of_attack(sentence: Sentence) -> bool:
    """ "brought down drones sent by X", "sent drones to bomb": at somebody, not for somebody."""
    words = [t.lemma for t in sentence.tokens]
    return any(
        t.pos == "VERB"
        and (t.lemma in _FOUGHT or any((t.lemma, w) in _DOWN for w in words[t.i + 1 : t.i + 3]))
        for t in sentence.tokens
    )


def _support(article: Article, sentence: Sentence, noun: Token) -> Iterator[Found]:
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


def _mediation(article: Article, sentence: Sentence, token: Token) -> Iterator[Found]:
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
