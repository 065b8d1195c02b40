"""Actors without a name: "tourists", "a senior official", "Pakistan-based militant groups"."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.extract.mentions.view import POSSESSIVE, View, lands_before
from standoff.types import Token
from standoff.vocab.actors import Actors, Entry, Hit, Noun, fold

_LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod",
                   "predet", "npadvmod", "punct", "case"})  # fmt: skip
_DETERMINERS = frozenset(
    "the a an this that these those some many several all any both no every each such its their"
    " his her our my more most other another few own least about nearly almost around mostly"
    " mainly at than over up to roughly approximately estimated only just further also".split()
)
_ARMED = frozenset(
    "armed militant rebel insurgent extremist terrorist terror jihadist islamist separatist"
    " paramilitary guerrilla guerilla opposition hardline hard-line warring pro-government"
    " loyalist".split()
)
_ARMED_NOUNS = frozenset("militia militias tribal jihadi pro-government".split())
_GROUPS = frozenset({"group", "faction", "force", "organization", "organisation", "brigade",
                     "alliance", "coalition", "network", "outfit", "cell"})  # fmt: skip
_NOT_OWNER = frozenset("based backed led brokered born held supported linked funded trained "
                       "affiliated allied controlled made supplied sponsored style aligned "
                       "occupied administered".split())  # fmt: skip


ARMED_BASES = {
    "rebel": "rebel", "rebels": "rebel", "insurgent": "insurgent", "militant": "militant",
    "separatist": "separatist", "jihadist": "jihadist", "opposition": "opposition",
    "guerrilla": "guerrilla", "extremist": "extremist",
}  # fmt: skip
"""Words that tell an armed side, as nouns and before nouns."""
GROUP_NOUNS = frozenset(
    "group faction force brigade fighter troop militant gunman unit commander side army"
    " soldier".split()
)


def armed_base(d: Description) -> str | None:
    """ "rebel" for "rebels", "Syrian rebels", "rebel fighters"; None where more is said."""
    base = ARMED_BASES.get(d.lemma)
    rest = [w for w in d.content if w != "-"]
    if base is None and d.lemma in GROUP_NOUNS - {"commander"} and rest:
        base = ARMED_BASES.get(rest.pop())
    if base is None or d.based is not None:
        return None
    if d.owner is not None and d.owner.sort in ("adjective", "state"):
        rest = rest[1:]
    return base if not rest else None


@dataclass(slots=True)
class Description:
    """Tokens ``first`` to ``head``. ``words`` is its text without determiners and numbers, folded;
    ``owner`` the state or name inside that it belongs to; ``based`` one that it is based in."""

    first: int
    head: int
    noun: Noun
    lemma: str
    words: str
    text: str
    plural: bool
    definite: bool
    modified: bool
    kind: str
    content: list[str]
    owner: Entry | None = None
    based: Entry | None = None
    possessor: int = -1
    """Token that heads who a relational noun is of: "its opponents", "supporters of X"."""
    lands: tuple[Hit, ...] = ()
    """Two or more where the phrase speaks of several: "Greek and Turkish officials"."""
    common: str = ""
    """What those are, without the lands: "officials"."""


def find_descriptions(view: View, lexicon: Actors, text: str) -> list[Description]:
    """Noun phrases headed by a noun of the lexicon, outside of names, offices and organs."""
    if not view.parsed:
        return []
    out = []
    for token in view.tokens:
        if token.pos not in ("NOUN", "PROPN") or view.taken[token.i] or view.cover[token.i]:
            continue
        low = view.lower[token.i]
        lemma = low if low in lexicon.nouns else token.lemma
        noun = lexicon.nouns.get(lemma)
        if noun is None or token.dep in ("compound", "nmod", "amod", "npadvmod"):
            continue
        if noun.relational and _names_it(view, token.i + 1):
            continue
        found = _description(view, lexicon, token, noun, lemma, text)
        if found is not None:
            out.append(found)
    return out


def _description(
    view: View, lexicon: Actors, token: Token, noun: Noun, lemma: str, text: str
) -> Description | None:
    first = token.i
    while first > 0 and not _anew(view, lexicon, first) and _inside(view, first - 1, token.i):
        first -= 1
    while first < token.i and view.lower[first] in (",", "–", '"', "“", "-", "'", "‘", "and", "("):
        first += 1
    inner = range(first, token.i)
    definite = any(view.lower[i] in ("the", "that", "this", "these", "those") for i in inner)
    owner = based = None
    at = -1
    for i in inner:
        hit = view.cover[i]
        if hit is None:
            continue
        after = view.lower[i + 2] if i + 2 < token.i and view.lower[i + 1] in ("-", "–") else ""
        if after == "based":
            based = hit.entry
        elif after not in _NOT_OWNER and hit.end <= view.tokens[i].end:
            owner, at = hit.entry, i
    lands = tuple(lands_before(view, at)) if owner is not None else ()
    plural = token.tag in ("NNS", "NNPS") or lemma in ("people", "police", "media")
    if not plural or len({h.entry.key for h in lands}) < 2:
        lands = _listed(view, token) if plural and noun.kind == "official" else ()
    common = max((view.token_from(h.end - 1) + 1 for h in lands), default=0)
    skip = [
        i for i in inner
        if view.lower[i] in _DETERMINERS or view.tokens[i].pos in ("DET", "NUM")
        or (view.lower[i] in POSSESSIVE and i == first)
    ]  # fmt: skip
    start = first
    if view.lower[first] == "one" and token.tag == "NN":  # "one official said"
        skip = []
    while start in skip or (start < token.i and view.lower[start] in POSSESSIVE):
        start += 1
    content = [view.lower[i] for i in range(start, token.i)]
    owned = noun.relational or noun.kind in ("military", "police")
    possessor = _possessor(view, token) if owned else -1
    if noun.relational and 0 <= possessor < token.i:
        content = [view.lower[i] for i in range(possessor + 1, token.i)]
        content = [w for w in content if w not in POSSESSIVE and w not in _DETERMINERS]
        start = max(start, token.i - len(content))
        owner = None
    kind: str = noun.kind
    armed = bool(_ARMED & set(content))
    if lemma in _GROUPS:
        kind = "armed_group" if armed else ("other" if noun.kind == "armed_group" else noun.kind)
    if not noun.alone and not content and not definite and possessor < 0:
        return None
    if noun.kind == "military" and armed | bool(_ARMED_NOUNS & set(content)):
        kind = "armed_group"
    return Description(
        first, token.i, noun, lemma, fold(view.text(start, token.i, text).lstrip("-–— ")),
        " ".join(view.text(start, token.i, text).split()).lstrip("-–— "),
        plural, definite, bool([w for w in content if w not in _ARMED]), kind, content, owner,
        based, possessor, lands,
        " ".join(view.text(common if common <= token.i else start, token.i, text).split()),
    )  # fmt: skip


def _listed(view: View, token: Token) -> tuple[Hit, ...]:
    """ "Foreign ministers of Egypt, Greece and France", "officials from Norway and Kenya"."""
    out: list[Hit] = []
    for c in token.children:
        if c < token.i or view.lower[c] not in ("of", "from"):
            continue
        stack = list(view.tokens[c].children)
        while stack and len(out) <= MAX_LANDS:
            g = stack.pop(0)
            hit = view.cover[g]
            if hit is None or hit.entry.sort != "state":
                break
            out.append(hit)
            stack += [k for k in view.tokens[g].children if view.tokens[k].dep == "conj"]
    return tuple(out) if len({h.entry.key for h in out}) > 1 else ()


MAX_LANDS = 12
"""Lands that one plural can speak of."""


def _names_it(view: View, i: int) -> bool:
    """ "Its ally Norway": the name that follows is who is meant."""
    if i >= len(view.tokens):
        return False
    return view.cover[i] is not None or view.tokens[i].pos == "PROPN"


def _possessor(view: View, token: Token) -> int:
    """The head of who ``token`` is of; -1 if nothing tells."""
    for c in token.children:
        if view.tokens[c].dep == "poss":
            return c
    for c in token.children:
        if view.tokens[c].dep == "prep" and view.lower[c] == "of":
            return next((g for g in view.tokens[c].children), -1)
    return -1


def _anew(view: View, lexicon: Actors, i: int) -> bool:
    """Whether another phrase begins at token ``i``, which nothing but its capital tells: a common
    noun with a capital ("said the governor Experts warn"), a land after a noun ("in the country
    Turkish media"), a word after a loose dash ("at home - Settlers")."""
    if view.title_case:
        return False
    token, before = view.tokens[i], view.tokens[i - 1]
    if token.text[0] in "-–—" and len(token.text) > 1:
        return True
    if before.text in ("-", "–", "—"):
        return before.end < token.start
    if not token.text[0].isupper() or token.text.isupper():
        return False
    hit = view.cover[i - 1]
    if hit is not None:
        return False
    if view.cover[i] is not None:
        land = view.cover[i]
        ours = land is not None and land.entry.sort == "adjective"
        return ours and before.tag in ("NN", "NNS") and before.lower not in ARMED_BASES
    low = view.lower[i]
    return low in lexicon.nouns or token.lemma in lexicon.nouns


def _inside(view: View, i: int, head: int) -> bool:
    """Token ``i`` belongs to the noun phrase of ``head``, to its left."""
    token = view.tokens[i]
    if token.dep == "punct" and token.text not in ("-", "–", ","):
        return False
    for _ in range(6):
        if token.dep not in _LEFT:
            if token.dep not in ("conj", "cc") or token.head == token.i or token.head >= head:
                return False
            first = view.tokens[token.head]  # "Greek and Turkish officials"
            return first.dep in _LEFT and (i < first.i or first.head == head)
        if token.head == head:
            return True
        if token.head == token.i:
            return False
        token = view.tokens[token.head]
        if token.i > head or token.i < i:
            return False
    return False
