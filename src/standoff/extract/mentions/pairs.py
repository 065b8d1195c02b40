"""The two that "both sides", "the two neighbours", "all parties" take up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.extract.mentions.draft import Draft, Found
from standoff.extract.mentions.view import View
from standoff.vocab.actors import Actors

SIDE_NOUNS = frozenset("side party faction foe enemy adversary rival belligerent".split())
"""Nouns that speak of armed groups as well as of states."""
PAIR_NOUNS = SIDE_NOUNS | frozenset(
    "nation country neighbor neighbour state government leader minister power president official"
    " diplomat ally army military delegation capital".split()
)
_OPENERS = frozenset("both two all warring rival opposing feuding conflicting".split())
_BETWEEN = frozenset("DET ADJ NOUN PUNCT VERB ADV".split())
_REACH = 4
"""Sentences that a pair looks back."""
_HERE = 100
"""Mentions that one sentence has at most."""
_MEMORY = 500
"""Mentions that the two sides of an article are counted over."""
_OFTEN = 3
"""Mentions from which a side can be one of an article's two."""


def find_pairs(view: View) -> dict[int, int]:
    """Head → first token of "both sides", "the two nuclear-armed neighbours", "all parties"."""
    out: dict[int, int] = {}
    for i, low in enumerate(view.lower):
        if low not in _OPENERS:
            continue
        if low == "two" and _by_itself(view, i):
            out.setdefault(i, i - 1)
            continue
        if low == "two" and not (i and view.lower[i - 1] in ("the", "these", "those")):
            continue
        for k in range(i + 1, min(i + 6, len(view.tokens))):
            token = view.tokens[k]
            if token.lemma in PAIR_NOUNS and token.tag in ("NNS", "NNPS"):
                if low in ("both", "two") or token.lemma in ("side", "party"):
                    out.setdefault(k, i - 1 if low == "two" else i)
                break
            if token.pos not in _BETWEEN and token.text != "-" and token.lower != "of":
                break
    return out


_PERMANENT = ("USA", "GBR", "FRA", "RUS", "CHN")


def find_powers(view: View) -> dict[int, int]:
    """Head → first token of "the five permanent members of the Security Council", "the P5"."""
    out: dict[int, int] = {}
    for i, low in enumerate(view.lower):
        if low in ("p5", "p5 + 1", "p5+1"):
            out[i] = i
        elif low == "permanent" and i and view.lower[i - 1] == "five":
            k = i + 1
            while k < min(i + 4, len(view.tokens)) and view.lower[k] != "members":
                k += 1  # "five permanent Security Council members"
            if view.lower[k : k + 1] == ["members"]:
                out[k] = i - 1
    return out


def powers(draft: Draft, lexicon: Actors) -> tuple[str, ...]:
    """The keys of the states that sit permanently in the Security Council."""
    entries = [lexicon.states[c] for c in _PERMANENT if c in lexicon.states]
    return tuple(draft.of_entry(e).key for e in entries)


def _by_itself(view: View, i: int) -> bool:
    """ "The two spoke by telephone"."""
    token = view.tokens[i]
    if not view.parsed or token.dep not in ("nsubj", "nsubjpass"):
        return False
    return i > 0 and view.lower[i - 1] == "the"


def resolve_pair(
    draft: Draft,
    lexicon: Actors,
    views: Sequence[View],
    history: Sequence[Found],
    at: tuple[int, int],
) -> tuple[str, ...]:
    """The two parties that "both sides" takes up; empty if unsure. ``at``: sentence, head token.

    Nearest first: a coordination of two ("India and Pakistan"), else the only two states whose
    names, officials or organs stand in one sentence, else the only two that fight; at last, for
    "sides", the two that the whole article so far speaks of. Whoever urges both is neither.
    """
    sentence, head = at
    token = views[sentence].tokens[head]
    if token.lower == "two":
        return _two_subjects(views, history, sentence)
    apart = _urging(draft, lexicon, views[sentence], history, head)
    groups = token.lemma in SIDE_NOUNS
    near = history[-_MEMORY:]
    for s in range(sentence, max(-1, sentence - _REACH - 1), -1):
        here = [f for f in near if f.sentence == s and f.end <= token.start]
        for wide in (False, True) if groups else (False,):
            pair = _coordinated(draft, lexicon, views[s], here, wide)
            if not pair or apart in pair:
                pair = _only_two(draft, lexicon, here, wide)
            if pair and apart not in pair:
                return pair
    return _main_two(draft, lexicon, history, apart) if groups else ()


def _two_subjects(
    views: Sequence[View], history: Sequence[Found], sentence: int
) -> tuple[str, ...]:
    """ "A and B met. The two agreed": the two that are the subject of the sentence or the one
    before, whoever they are."""
    for s in (sentence, sentence - 1):
        here = [f for f in history[-_HERE:] if f.sentence == s and f.subject and f.head >= 0]
        by_head = {f.head: f for f in here}
        for f in here:
            if len(f.keys) == 2:
                return f.keys
            token = views[s].tokens[f.head]
            first = by_head.get(token.head)
            if token.dep == "conj" and first is not None and len({*first.keys, *f.keys}) == 2:
                return (*first.keys, *f.keys)
    return ()


def _main_two(
    draft: Draft, lexicon: Actors, history: Sequence[Found], apart: str | None
) -> tuple[str, ...]:
    """The two sides that are spoken of often, if no third is half as often."""
    counts = Counter(
        s
        for f in history[-_MEMORY:]
        for k in f.keys
        if (s := _side(draft, lexicon, k, True)) and s != apart
    )
    top = sorted(counts.items(), key=lambda c: -c[1])
    if len(top) < 2 or top[1][1] < _OFTEN or (len(top) > 2 and 2 * top[2][1] > top[1][1]):
        return ()
    return (top[0][0], top[1][0])


def _urging(
    draft: Draft, lexicon: Actors, view: View, history: Sequence[Found], head: int
) -> str | None:
    """The side of the subject whose object the pair is: "Egypt urged both countries"."""
    token = view.tokens[head]
    verb = view.tokens[token.head]
    if token.dep == "pobj" and verb.dep in ("prep", "dative"):
        verb = view.tokens[verb.head]
    if token.dep not in ("dobj", "pobj", "dative", "nsubj") or verb.pos != "VERB":
        return None
    if token.dep == "nsubj":  # "Egypt urged both countries to talk"
        if verb.dep not in ("ccomp", "xcomp"):
            return None
        verb = view.tokens[verb.head]
    for _ in range(3):
        subjects = [c for c in verb.children if view.tokens[c].dep == "nsubj"]
        if subjects or verb.dep != "conj":
            break
        verb = view.tokens[verb.head]
    for f in reversed(history[-_HERE:]):
        if f.sentence == view.index and f.head in subjects and len(f.keys) == 1:
            return _side(draft, lexicon, f.keys[0], True)
    return None


def _coordinated(
    draft: Draft, lexicon: Actors, view: View, here: Sequence[Found], wide: bool
) -> tuple[str, ...]:
    by_head = {f.head: f for f in here if f.head >= 0}
    for f in reversed(here):
        if len(f.keys) == 2:
            return f.keys
        if f.head < 0 or view.tokens[f.head].dep != "conj":
            continue
        first = by_head.get(view.tokens[f.head].head)
        if first is not None:
            keys = (*first.keys, *f.keys)
            pair = [s for k in keys if (s := _side(draft, lexicon, k, wide))]
            if len(dict.fromkeys(pair)) == 2:
                return tuple(dict.fromkeys(pair))
    return ()


def _only_two(draft: Draft, lexicon: Actors, here: Sequence[Found], wide: bool) -> tuple[str, ...]:
    sides = [s for f in here for k in f.keys if (s := _side(draft, lexicon, k, wide))]
    unique = tuple(dict.fromkeys(sides))
    return unique if len(unique) == 2 else ()


def _side(draft: Draft, lexicon: Actors, key: str, wide: bool) -> str | None:
    """The state that an actor stands for, as a key that the article has; an armed group, where
    those count (``wide``), for itself."""
    actor = draft.actors[key]
    if wide and actor.kind == "armed_group":
        return key
    if not actor.acts_for_state or actor.country is None:
        return None
    state = f"state:{actor.country}"
    if state not in draft.actors:
        entry = lexicon.states.get(actor.country)
        if entry is None:
            return None
        draft.of_entry(entry)
    return state
