"""Which names are organisations, what kind, and how far they reach ("Council of X for Y")."""

from __future__ import annotations

from dataclasses import replace

from standoff.extract.mentions.names import Chunk
from standoff.extract.mentions.view import POSSESSIVE, View
from standoff.vocab.actors import Actors

_LINKS = frozenset("of for on and to against".split())
_BEFORE: dict[str, str] = {
    "group": "other", "movement": "other", "militia": "armed_group", "faction": "armed_group",
    "party": "party", "newspaper": "media", "agency": "media", "broadcaster": "media",
    "channel": "media", "magazine": "media", "daily": "media", "website": "media",
    "company": "company", "firm": "company", "corporation": "company", "airline": "company",
    "carrier": "company", "bank": "company", "conglomerate": "company", "network": "media",
    "charity": "ngo", "gang": "armed_group", "cartel": "armed_group", "clan": "other",
    "giant": "company", "miner": "company", "operator": "company", "manufacturer": "company",
    "maker": "company", "producer": "company", "retailer": "company", "supplier": "company",
    "contractor": "company", "lender": "company", "insurer": "company", "startup": "company",
    "multinational": "company",
    "city": "place", "town": "place", "village": "place", "province": "place",
    "district": "place", "region": "place", "island": "place", "port": "place",
    "airport": "place", "suburb": "place", "neighborhood": "place", "neighbourhood": "place",
    "capital": "place", "resort": "place", "governorate": "place",
}  # fmt: skip
BUSINESSES = frozenset(w for w, kind in _BEFORE.items() if kind in ("company", "media"))
"""Words right before a name that is a business's: "the airline X"."""
_AFTER = _BEFORE | {
    "rebels": "armed_group", "militants": "armed_group", "fighters": "armed_group",
    "insurgents": "armed_group", "movement": "other", "network": "other",
    "organization": "other", "organisation": "other", "group": "other",
    "brigade": "armed_group", "gangs": "armed_group", "tribe": "ethnic_group",
    "area": "place", "valley": "place", "border": "place",
    "airbase": "place", "base": "place", "camp": "place", "river": "place",
}  # fmt: skip
_ARMED = frozenset(
    "armed militant rebel insurgent extremist terrorist terror jihadist islamist separatist"
    " paramilitary guerrilla".split()
)
_UNIONS = frozenset("labour labor union unions workers workers' trade trades world".split())
_INSURGENT = frozenset("liberation resistance freedom salvation rebel revolutionary".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december".split()
)
MAX_LINKS = 4


def _clean(word: str) -> str:
    return word.lower().strip("'’").split("-")[-1]


def shape_of(chunk: Chunk, lexicon: Actors) -> str | None:
    """The kind that a word of the name tells: its last word first, then its first."""
    words = chunk.words
    heads = [i for i, w in enumerate(words) if w.lower() in ("of", "for")]
    stem = words[: heads[0]] if heads and heads[0] > 0 else words
    for word in (stem[-1], stem[0], words[-1]):
        kind = lexicon.shapes.get(_clean(word))
        if kind is not None:
            lower = {w.lower() for w in words}
            if "fire" in lower:
                return "other"
            if kind == "parliament" and lower & _UNIONS:
                return "ngo"  # "Trade Union Congress"
            return "police" if kind == "ministry" and "police" in lower else kind
    return None


def extend(view: View, chunk: Chunk, lexicon: Actors, text: str) -> Chunk:
    """ "Observatory" + "for Human Rights", "Syrian" + "Electronic Army": the whole name.

    Only names whose shape is an organisation's reach over "of" and "for", and back over an
    adjective of a country.
    """
    kind = shape_of(chunk, lexicon)
    if kind is None and _of_name(view, chunk):
        kind = "other"
    if kind is None or kind == "place":
        return chunk
    last, links, n = chunk.last, 0, len(view.tokens)
    while links < MAX_LINKS and last + 2 < n and view.lower[last + 1] in _LINKS:
        k = last + 2
        if view.lower[k] == "the" and k + 1 < n:
            k += 1
        if not view.tokens[k].text[0].isupper() or view.taken[k] or view.lower[k] in _DAYS:
            break
        if (
            view.lower[last + 1] in ("and", "to", "on", "against")
            and links == 0
            and (view.lower[last + 1] != "on")
        ):
            break
        while (
            k + 1 < n
            and view.tokens[k + 1].text[0].isupper()
            and view.tokens[k + 1].pos == "PROPN"
            and (not view.taken[k + 1])
        ):
            k += 1
        last, links = k, links + 1
    first = chunk.first
    hit = view.cover[first - 1] if first else None
    if (
        hit is not None
        and kind != "thing"
        and hit.entry.sort in ("adjective", "state")
        and view.tokens[first - 1].end == hit.end
    ):
        first = view.token_from(hit.start)
    if (first, last) == (chunk.first, chunk.last):
        return chunk
    the = first > 0 and view.lower[first - 1] == "the"
    return replace(
        chunk, first=first, last=last, start=view.tokens[first].start, end=view.tokens[last].end,
        text=view.text(first, last, text), the=the,
    )  # fmt: skip


def _of_name(view: View, chunk: Chunk) -> bool:
    """ "Sons of Karun": one capitalised word inside a sentence, "of", and another name."""
    k = chunk.last + 2
    if chunk.first == 0 or chunk.first != chunk.last or k >= len(view.tokens) or view.title_case:
        return False
    if view.lower[k] == "the" and chunk.the and k + 1 < len(view.tokens):
        k += 1  # "the Sons of the Valley"
    after = view.tokens[k]
    return (
        view.lower[chunk.last + 1] == "of"
        and after.text[0].isupper()
        and after.pos == "PROPN"
        and view.tokens[chunk.first].pos == "PROPN"
        and view.cover[k] is None
        and not view.taken[k]
    )


def kind_of_name(view: View, chunk: Chunk, lexicon: Actors) -> tuple[str | None, str | None]:
    """The kind that shape or the words beside it tell, and the country inside the name."""
    country = None
    for hit in view.hits:
        if chunk.start <= hit.start and hit.end <= chunk.end and hit.entry.country:
            country = hit.entry.country
            break
    kind = shape_of(chunk, lexicon)
    if kind is not None and len(chunk.words) == 1 and _clean(chunk.text) in lexicon.shapes:
        return "thing", None  # "Command", "Monitor": no name by itself
    if chunk.text == "Office":
        return "thing", None
    n = len(view.tokens)
    after = view.lower[chunk.last + 1] if chunk.last + 1 < n else ""
    before = view.lower[chunk.first - 1] if chunk.first else ""
    if kind is None:
        kind = _AFTER.get(after) or _BEFORE.get(before)
        if kind == "other" and before in _BEFORE and chunk.first > 1:
            modifier = view.lower[chunk.first - 2]
            kind = "armed_group" if modifier in _ARMED else "other"
    if kind is None and after == "," and view.parsed:
        kind = _apposition(view, chunk, lexicon)
    if kind is None and view.parsed:
        kind = _told_before(view, chunk, lexicon)
    if kind in (None, "other") and _claims(view, chunk):
        kind = "armed_group"
    if kind == "military" and _INSURGENT.isdisjoint(chunk.text.lower().split()):
        country = country or _commander(view, chunk)
    if kind == "military" and country is None and _clean(chunk.words[-1]) not in _REGULAR:
        kind = "armed_group"  # "Savanna Army": of no state that is named
    if kind == "military" and not _INSURGENT.isdisjoint(chunk.text.lower().split()):
        kind = "armed_group"
    if kind == "other" and country is None and len(chunk.words) == 1:
        return None, None
    return kind, country


_REGULAR = frozenset("corps command fleet regiment squadron navy guard".split())
"""Units that armies of states are made of, rather than those who fight them."""


def _commander(view: View, chunk: Chunk) -> str | None:
    """ "The Afghan National Army's 209th Shaheen Corps": the state that its owner acts for."""
    k = chunk.first - 1
    while k >= 0 and view.lower[k][0].isdigit():
        k -= 1
    if k < 1 or view.lower[k] not in POSSESSIVE:
        return None
    hit = view.cover[k - 1]
    if hit is None and k > 1 and view.lower[k - 1] in _FORCES:
        hit = view.cover[view.before(k - 1)]
    return hit.entry.country if hit is not None and hit.entry.acts_for_state else None


_FORCES = frozenset("army military navy forces force ministry government police".split())
_PRODUCTS = frozenset(
    "rocket rockets missile missiles jet jets aircraft plane planes helicopter helicopters tank"
    " tanks ship ships vessel tanker destroyer frigate submarine carrier satellite drone drones"
    " rifle rifles virus disease vaccine award prize film movie series show album song novel app"
    " software website treaty agreement accord pact charter act bill festival tournament"
    " championship".split()
)
"""Words right after a name that make it a thing's: "the Falcon rocket"."""
_BEFORE_THING = frozenset(
    "hurricane typhoon cyclone storm operation uss hms ins mv flight article chapter section"
    " version film movie novel album song ship tanker vessel destroyer frigate submarine a an my"
    " your his her its our their this each every another any".split()
)
"""Words right before a name that make it a thing's: "hurricane X", "an X", "her X"."""
THING_WORDS = frozenset(
    "hurricane typhoon cyclone storm operation uss hms mv chapter show championship".split()
)


def names_thing(view: View, chunk: Chunk) -> bool:
    """Whether a name of unknown kind is a ship's, a storm's, a product's or the like."""
    words = {w.lower() for w in chunk.words}
    if words & THING_WORDS or any(c.isdigit() for c in chunk.text):
        return True
    if chunk.first and view.lower[chunk.first - 1] in _BEFORE_THING:
        return True
    after = view.tokens[chunk.last + 1] if chunk.last + 1 < len(view.tokens) else None
    return after is not None and (after.lower in _PRODUCTS or after.text[0].isdigit())


def _claims(view: View, chunk: Chunk) -> bool:
    """ "The Black Dawn claimed responsibility": only who fights does, or a person, by a full name
    or a title."""
    if not view.parsed or not (chunk.the or len(chunk.words) == 1 or chunk.text.isupper()):
        return False
    head = view.tokens[view.head_of(chunk.first, chunk.last)]
    if head.dep != "nsubj" or view.tokens[head.head].lemma not in ("claim", "deny", "take"):
        return False
    verb = view.tokens[head.head]
    return any(
        view.tokens[c].dep == "dobj" and view.lower[c] == "responsibility" for c in verb.children
    )


def _told_before(view: View, chunk: Chunk, lexicon: Actors) -> str | None:
    """ "The ruling party, the PDG": the noun that the name stands beside, with a comma between."""
    head = view.tokens[view.head_of(chunk.first, chunk.last)]
    k = chunk.first - 1 - chunk.the
    if head.dep != "appos" or k < 1 or view.lower[k] != "," or head.head >= k:
        return None
    noun = lexicon.nouns.get(view.tokens[head.head].lemma)
    return noun.kind if noun is not None and noun.kind in _TOLD else None


_TOLD = frozenset({"armed_group", "party", "company"})


def _apposition(view: View, chunk: Chunk, lexicon: Actors) -> str | None:
    head = view.head_of(chunk.first, chunk.last)
    for c in view.tokens[head].children:
        token = view.tokens[c]
        if token.dep == "appos" and c > chunk.last:
            low = view.lower[c]
            if any(view.lower[k] in _ARMED for k in token.children):
                return "armed_group"
            if low in _BEFORE:
                return _BEFORE[low]
            noun = lexicon.nouns.get(token.lemma)
            if noun is not None and noun.kind in (
                "armed_group",
                "party",
                "ngo",
                "media",
                "company",
            ):
                return noun.kind
            if low in ("proxy", "offshoot", "wing", "affiliate", "front"):
                return "armed_group"
    return None
