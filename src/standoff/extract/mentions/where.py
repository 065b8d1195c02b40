"""Whether a name is a place here, and whether a capital speaks for its government."""

from __future__ import annotations

from standoff.extract.mentions.view import POSSESSIVE, View
from standoff.types import PlaceMention
from standoff.vocab.actors import Actors, Hit
from standoff.vocab.places import cities, fold_place, resolve_place, sites

_IN = frozenset(
    "in at near outside inside around across into toward towards through throughout within via"
    " onto off beyond north south east west".split()
)
_MAYBE = frozenset("from to of over along between".split())
_PLACE_OF = frozenset(
    "city town village province region district governorate area suburb neighborhood neighbourhood"
    " outskirts port capital part parts north south east west northeast northwest southeast"
    " southwest kilometers kilometres miles km town edge centre center streets control siege"
    " east-central commune hamlet settlement township municipality republic"
    " airport base camp countryside enclave territory island coast valley".split()
)
_MOTION = frozenset(
    "go come travel fly return arrive head move flee visit trip journey flight tour invite escape"
    " deport send dispatch march drive sail withdraw relocate transfer leave enter reach deploy"
    " evacuate advance convoy road route ambassador".split()
)
_REACTION = frozenset(
    "retaliation response reaction statement support assurance pressure message warning letter"
    " demand signal criticism condemnation approval backing reply permission word protest aid"
    " cooperation independence order instruction denial call assistance threat concession".split()
)
_TOWARD = frozenset(
    "say tell appeal give offer supply sell present complain lend grateful gratitude loyal loyalty"
    " hostile opposed opposition close commitment challenge blow allegiance belong respond reply"
    " listen deliver hand concede yield bow submit recommend report thank apology alternative"
    " answer rival".split()
)
_PHYSICAL = frozenset(
    "airport street suburb university embassy hospital outskirts airspace resident neighborhood"
    " neighbourhood district area square port station mayor police hotel countryside summit bureau"
    " center centre mosque population downtown".split()
)
_STRUCK = frozenset(
    "bomb shell strike hit capture seize storm enter leave visit reach take retake surround besiege"
    " liberate control rock shake target attack flee pound encircle raid recapture hold overrun"
    " tour".split()
)
_DIRECTION = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern"
    " north-eastern north-western south-eastern south-western southernmost northernmost rural"
    " downtown greater upper lower".split()
)
_RULED = frozenset("administered controlled held occupied ruled run".split())
_KIND = frozenset(
    "province governorate district region city county state valley department prefecture".split()
)
_SAYS_WHAT = frozenset({"city", "district"})
"""Kinds that follow a name without being part of it: "Idlib city" is Idlib, and its district may
bear any name; "Idlib province" is another place than Idlib."""


def locative(view: View, first: int) -> bool:
    """Whether the words before token ``first`` say that a place follows."""
    k = first - 1
    while k >= 0 and (view.lower[k] in ("the", "-") or view.lower[k] in _DIRECTION):
        k -= 1
    if k < 0:
        return False
    low = view.lower[k]
    if low in _RULED and k > 1 and view.lower[k - 1] in ("-", "–"):
        return True
    if low in _IN or view.lower[k] in _KIND:
        return True
    if low == "of" and k > 0:
        return view.lower[k - 1] in _PLACE_OF or view.lower[k - 1] in _DIRECTION
    if low in ("to", "from") and view.parsed:
        governor = view.tokens[view.tokens[k].head]
        return governor.lemma in _MOTION
    return False


def tells_what_place(view: View, first: int, last: int) -> bool:
    """ "The village of X", "X province", "the town X": a word beside it says it is a place."""
    if last + 1 < len(view.tokens) and view.lower[last + 1] in _KIND:
        return True
    k = first - 1
    if k > 0 and view.lower[k] == "of":
        k -= 1
        return view.lower[k] in _SETTLED
    return k >= 0 and view.lower[k] in _SETTLED


_SETTLED = frozenset(
    "city town village hamlet province region district governorate suburb neighborhood commune"
    " neighbourhood port island settlement township municipality county".split()
)


def is_direction(low: str) -> bool:
    return low in _DIRECTION


_WORKS = frozenset(
    "analyst economist professor lecturer fellow researcher scholar expert strategist director"
    " scientist historian surgeon doctor nurse student engineer lawyer editor correspondent"
    " executive manager".split()
)


def works_at(view: View, first: int) -> bool:
    """ "An economist at X": where somebody works is no place of what happens."""
    k = first - 1 - (first > 0 and view.lower[first - 1] == "the")
    if k < 1 or view.lower[k] != "at" or not view.parsed:
        return False
    return view.lower[k - 1] in _WORKS or view.tokens[view.tokens[k].head].lemma in _WORKS


def maybe_locative(view: View, first: int) -> bool:
    k = first - 1
    while k >= 0 and (view.lower[k] == "the" or view.lower[k] in _DIRECTION):
        k -= 1
    return k >= 0 and view.lower[k] in _MAYBE


def tells_of_a_thing(view: View, last: int) -> bool:
    """Whether the name that ends at token ``last`` only says what kind of thing is meant: "the Acme
    headquarters", but not "the Gao airport" nor "the Gao area"."""
    if not view.parsed or last + 1 >= len(view.tokens) or view.lower[last + 1] in POSSESSIVE:
        return False
    token = view.tokens[last]
    noun = view.tokens[token.head]
    return (
        token.dep in ("compound", "amod", "nmod")
        and noun.i > last
        and noun.text.islower()
        and noun.lemma not in _KIND | _PLACE_OF | _PHYSICAL
    )


def is_metonym(view: View, hit: Hit) -> bool:
    """Whether a capital's name stands for the government here: it acts, is acted on, or owns."""
    first, last = view.token_from(hit.start), view.token_from(hit.end - 1)
    if not view.parsed or locative(view, first):
        return False
    n = len(view.tokens)
    if last + 1 < n and view.lower[last + 1] == "," and last + 2 < n:
        after = view.cover[last + 2]
        if after is not None and after.entry.country == hit.entry.country:
            return False
    token = view.tokens[view.head_of(first, last)]
    head = view.tokens[token.head]
    if last + 1 < n and view.lower[last + 1] in POSSESSIVE:
        return head.lemma not in _PHYSICAL
    if token.dep == "conj":
        token, head = head, view.tokens[head.head]
    if token.dep in ("nsubj", "csubj"):
        return (head.pos in ("VERB", "AUX") and head.lemma != "be") or _says_what_it_is(view, head)
    if token.dep in ("dobj", "dative", "nsubjpass", "obj", "iobj"):
        return head.lemma not in _STRUCK
    if token.dep == "agent" or head.dep == "agent":
        return True
    if token.dep == "pobj":
        low, governor = head.lower, view.tokens[head.head]
        if low in ("with", "against", "by", "between", "for", "on", "toward", "towards"):
            return low != "for" or governor.lemma not in _MOTION
        if low == "to":
            return governor.lemma in _REACTION or governor.lemma in _TOWARD
        if low == "from":
            objects = [
                view.tokens[c].lemma for c in governor.children if view.tokens[c].dep == "dobj"
            ]
            return governor.lemma in _REACTION or bool(_REACTION.intersection(objects))
        if low == "of":
            return governor.pos == "NOUN" and governor.lemma not in _PLACE_OF | _PHYSICAL
    return False


def _says_what_it_is(view: View, head: object) -> bool:
    children = getattr(head, "children", ())
    return any(view.tokens[c].dep in ("attr", "acomp") for c in children)


def named_place(
    view: View, first: int, last: int, text: str, country: str | None = None
) -> PlaceMention:
    """A place at tokens ``first`` to ``last``, with its direction before and its kind after it."""
    begin, end = first, last
    if begin > 2 and view.lower[begin - 1] in _RULED and view.lower[begin - 2] in ("-", "–"):
        ruled = view.text(begin - 3, end, text)
        if fold_place(ruled) in sites():
            begin -= 3  # "Indian-administered Kashmir", but not "rebel-held Idlib"
    if begin > 0 and view.lower[begin - 1] in _DIRECTION:
        begin -= 1
    n = len(view.tokens)
    bare = end
    if end + 1 < n and view.lower[end + 1] in _KIND and view.cover[end + 1] is None:
        end += 1
        if view.lower[end] not in _SAYS_WHAT:
            bare = end
    name = " ".join(view.text(begin, bare, text).split())
    place = resolve_place(name, country)
    return PlaceMention(
        view.tokens[begin].start,
        view.tokens[end].end,
        view.index,
        view.head_of(begin, end),
        name,
        f"place:{fold_place(name)}:{place.country or ''}",
        place.country,
    )


def known_place(text: str, least: int = 0) -> bool:
    """Whether the gazetteer has a place of at least ``least`` people called ``text``."""
    if fold_place(text) in sites():
        return True
    found = cities(text)
    return bool(found) and found[0].people >= least


def country_place(view: View, hit: Hit, text: str) -> PlaceMention | None:
    """The place that a state's or capital's name means where it stands locatively."""
    first, last = view.token_from(hit.start), view.token_from(hit.end - 1)
    if view.tokens[last].end != hit.end:
        return None
    return named_place(view, first, last, text, hit.entry.country)


__all__ = [
    "Actors",
    "country_place",
    "is_metonym",
    "known_place",
    "locative",
    "maybe_locative",
    "named_place",
]
