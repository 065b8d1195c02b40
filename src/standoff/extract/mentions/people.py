"""Which names are persons, which offices they hold, and which surname means whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from standoff.extract.mentions.draft import Building, Draft
from standoff.extract.mentions.names import Chunk, normal
from standoff.extract.mentions.offices import Office
from standoff.extract.mentions.organisations import BUSINESSES, THING_WORDS
from standoff.extract.mentions.view import View
from standoff.extract.mentions.where import locative
from standoff.types import DayRange, Role
from standoff.vocab.actors import Actors, Entry, Leader, fold
from standoff.vocab.places import cities, sites

_LOCATIVE = frozenset(
    "in at near outside inside around across into toward towards through throughout within via"
    " onto off".split()
)
_TALKS = frozenset("say tell add explain note believe think tweet recall".split())
_SAYS = frozenset(
    "say tell add claim argue warn insist write tweet ask believe think announce note explain"
    " stress reiterate condemn urge thank praise deny reject accuse meet visit speak call".split()
)


_NAMESAKES = 20
"""Persons of one article who may share a word of their names; more is a list."""


@dataclass(slots=True)
class Names:
    """Persons known in the article by their telling words, and how often each form stands."""

    full: dict[tuple[str, ...], str] = field(default_factory=dict)
    by_word: dict[str, list[str]] = field(default_factory=dict)
    forms: dict[str, Counter[str]] = field(default_factory=dict)
    variants: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """Every form of a person's key, as its telling words."""
    officed: set[str] = field(default_factory=set)
    """Keys of persons who are named in full beside an office."""


def attach_offices(
    view: View, offices: Sequence[Office], chunks: Sequence[Chunk]
) -> dict[int, Office]:
    """Offices by the first token of the chunk whose bearer they name, before or after it."""
    out: dict[int, Office] = {}
    by_first = {c.first: c for c in chunks}
    by_last = {c.last: c for c in chunks}
    for office in offices:
        n = len(view.tokens)
        chunk = None
        where = _past_place(view, office.last + 1)
        for k in (office.last + 1, office.owner_end + 1 if office.owner_end >= 0 else -1, where):
            steps = 0
            while 0 <= k < n and steps < 6 and chunk is None:
                chunk = by_first.get(k)
                low = view.lower[k]
                titled = low not in (",", "the", ".", "general", "gen", "-") and not (
                    view.tokens[k].text[0].isupper()
                )
                if titled:
                    break
                if chunk is not None and low == "," and not _closed(view, chunk.last):
                    chunk = None
                k += 1
                steps += 1
            if chunk is not None:
                break
        if chunk is None:
            chunk = _bearer_before(view, office, by_last)
        if chunk is not None and not (chunk.the and chunk.last > office.last):
            out.setdefault(chunk.first, office)
    return out


def _past_place(view: View, k: int) -> int:
    """The comma after "in Suva" in "the ambassador in Suva, Qian Wei,", after "for the mission" in
    "a spokesman for the mission, X Y,"; -1 if there is none."""
    n = len(view.tokens)
    if k + 2 >= n or view.lower[k] not in ("in", "to", "at", "for", "of"):
        return -1
    end = min(n, k + 7)
    k += 1
    while k < end and view.lower[k] != ",":
        if view.tokens[k].pos not in ("NOUN", "PROPN", "DET", "ADJ", "PART"):
            return -1
        k += 1
    return k if k < end else -1


def _closed(view: View, last: int) -> bool:
    return last + 1 >= len(view.tokens) or view.lower[last + 1] in (",", ".", ")", "and")


def _bearer_before(view: View, office: Office, by_last: Mapping[int, Chunk]) -> Chunk | None:
    """ "John Kerry, the US Secretary of State": the name that the office stands beside."""
    tokens = view.tokens
    if view.parsed:
        head = tokens[office.core]
        for _ in range(3):
            if head.dep in ("conj", "compound", "nmod") and head.head != head.i:
                head = tokens[head.head]
        if head.dep == "nsubj" and tokens[head.head].lemma == "say" and head.head > office.last:
            return None  # "X, a judge said, will stay in jail"
        target = None
        if head.dep == "appos":
            target = head.head
        elif head.dep == "attr":
            subjects = [c for c in tokens[head.head].children if tokens[c].dep == "nsubj"]
            if subjects and tokens[head.head].lemma == "be":
                target = subjects[0]
                if tokens[target].pos == "PRON" and tokens[tokens[head.head].head].pos == "PROPN":
                    target = tokens[head.head].head
        if target is not None and target < office.first:
            for chunk in by_last.values():
                if chunk.first <= target <= chunk.last:
                    return chunk
    k = office.first - 1
    steps = 0
    while k >= 0 and steps < 7:
        if view.lower[k] == ",":
            return by_last.get(k - 1)
        if view.cover[k] is None and view.tokens[k].pos not in (
            "DET",
            "ADJ",
            "PART",
            "PROPN",
            "NOUN",
        ):
            return None
        if k in by_last:
            return None
        k -= 1
        steps += 1
    return None


def is_person(
    view: View, chunk: Chunk, lexicon: Actors, office: Office | None, common: frozenset[str]
) -> bool:
    """Whether a name that no lexicon knows is taken for a person's full name.

    ``common`` are the words that the article also writes in lower case: names made of them
    ("Marine Traffic") need more to be a person's.
    """
    words = [w.strip('"“”') or w for w in chunk.words]
    told = [w for w in words if fold(w) not in _SMALL]
    if office is not None or chunk.title:
        return len(told) <= 5
    if THING_WORDS & {w.lower() for w in words}:
        return False
    parts = normal(chunk.text)
    initial = len(words) > 1 and len(words[0]) == 2 and words[0][1] == "."  # "J. Smith"
    if len(parts) < 2 and not (parts and initial):
        return False
    if not (len(words) >= 2 and len(told) <= 5) or chunk.the or view.title_case:
        return False
    if any(w.lower().strip(".") in lexicon.shapes for w in (words[0], words[-1])):
        return False
    if words[0].lower() in _DIRECTIONS or words[0] in _SEVERAL:
        return False
    if any(not w[0].isupper() and fold(w) not in _SMALL for w in words) and "-" not in chunk.text:
        return False
    if any(len(w) > 1 and w.isupper() and w.isalpha() for w in words) or any(
        ch.isdigit() for ch in chunk.text
    ):
        return False
    if not _telling(view, chunk) and any(w.lower() in common for w in told):
        return False
    n = len(view.tokens)
    if chunk.last + 1 < n and view.lower[chunk.last + 1] in _BANDS:
        return False  # "the feared Mara Norte gang"
    before = view.lower[chunk.first - 1] if chunk.first else ""
    known_place = chunk.text.lower() in _folded_sites() or bool(cities(chunk.text))
    if (
        before in _LOCATIVE
        or before in BUSINESSES
        or (before == "of" and locative(view, chunk.first))
    ):
        return False
    return not known_place or _acts(view, chunk)


_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater new old"
    " united royal national international".split()
)
_BANDS = frozenset(
    "gang cartel militia faction brigade rebels militants fighters insurgents movement".split()
)
_SEVERAL = frozenset({"Los", "Las", "Os", "Les"})
"""Articles of a plural: "Los Rojos" are many."""
_SMALL = frozenset(
    "al el bin ibn bint ben de del della di da dos du van von der den la le ul ur abu".split()
)


def _folded_sites() -> Mapping[str, object]:
    return sites()


def _acts(view: View, chunk: Chunk) -> bool:
    if not view.parsed:
        return False
    head = view.tokens[view.head_of(chunk.first, chunk.last)]
    return head.dep == "nsubj" and view.tokens[head.head].lemma in _SAYS


def _telling(view: View, chunk: Chunk) -> bool:
    """It speaks, has an age, or is followed by "who"."""
    if _acts(view, chunk):
        return True
    n = len(view.tokens)
    after = view.lower[chunk.last + 1 : chunk.last + 4]
    return bool(after) and (
        after[0] == "who" or (after[0] == "," and len(after) > 1 and (
            after[1] == "who" or (after[1].isdigit() and chunk.last + 2 < n)))
    )  # fmt: skip


def speaks(view: View, chunk: Chunk) -> bool:
    """Whether a name is the subject of a verb that only people and bodies do."""
    return _acts(view, chunk)


def talks(view: View, chunk: Chunk) -> bool:
    """Whether a single word is the subject of a verb that mostly persons do: a surname."""
    if not view.parsed or chunk.first != chunk.last or chunk.the or chunk.text.isupper():
        return False
    token = view.tokens[chunk.first]
    return token.dep == "nsubj" and view.tokens[token.head].lemma in _TALKS


def learn(names: Names, chunk: Chunk) -> None:
    """Remembers a full name; variants that share their last word and a first one are one person.

    A name of marks and initials alone is nobody's: the chunk is left without a key.
    """
    parts = normal(chunk.text)
    if not parts:
        return
    key = names.full.get(parts)
    if key is None:
        for same in names.by_word.get(parts[-1], ())[:_NAMESAKES]:
            if any(
                known[-1] == parts[-1] and (set(parts) <= set(known) or set(known) <= set(parts))
                for known in names.variants[same]
            ):
                key = same
                break
    if key is None:
        key = f"person:{fold(chunk.text)}"
    if parts not in names.full:
        names.full[parts] = key
        names.variants.setdefault(key, []).append(parts)
    for word in parts:
        if key not in names.by_word.setdefault(word, []):
            names.by_word[word].append(key)
    names.forms.setdefault(key, Counter())[chunk.text] += 1
    chunk.key = key


def same_person(
    names: Names, text: str, before: Sequence[str], apart: frozenset[str] = frozenset()
) -> str | None:
    """The key of the person that a shorter name means: of several the one with an office, else the
    last one named, else the first.

    ``before`` are the keys of persons named so far, the latest last; ``apart`` whom it can't mean.
    """
    parts = normal(text)
    if not parts:
        return None
    if parts in names.full:
        return names.full[parts]
    same = names.by_word.get(parts[-1], ())[:_NAMESAKES]
    options = [k for k in same if any(set(parts) <= set(p) for p in names.variants[k])]
    last = [k for k in options if any(p[-1] == parts[-1] for p in names.variants[k])]
    options = last or [k for k in options if len(parts) == 1]
    options = [k for k in options if k not in apart] or options
    if len(options) > 1:
        holders = [k for k in options if k in names.officed]
        if len(holders) == 1:
            return holders[0]
        recent = next((k for k in reversed(before) if k in options), None)
        return recent or options[0]
    return options[0] if options else None


def known_leader(
    lexicon: Actors, text: str, when: DayRange | None, sure: Callable[[Leader], bool]
) -> Leader | None:
    """The head of state that news calls ``text`` at that time; None if more than one could be.

    ``sure`` says of a leader with a common surname whether the text points at that land.
    """
    words = fold(text).replace(".", "").split()
    if not words:
        return None
    leaders = lexicon.leaders
    options = leaders.get(" ".join(words), ())
    if not options:
        options = leaders.get(words[-1], ()) or leaders.get(_PREFIXED.sub("", words[-1]), ())
        if not options and len(words) > 1:
            options = leaders.get(words[0], ())
        if len(words) > 1:
            options = tuple(o for o in options if set(normal(text)) <= set(normal(o.name)))
    if when is not None:
        then = [o for o in options if o.earliest <= when.latest]
        held = [o for o in then if when.earliest <= (o.latest or date.max)]
        options = tuple(held) or tuple(
            o for o in then if o.latest and when.earliest.year - o.latest.year <= _REMEMBERED
        )
    options = tuple(o for o in options if o.alone or len(words) > 1 or sure(o))
    if len({o.name for o in options}) != 1:
        return None
    return options[0]


_PREFIXED = re.compile(r"^(?:al|el|as|ash|an|ar|ad)-")
_REMEMBERED = 30
"""Years after which news no longer calls a leader by surname alone."""


def role_of(
    office: Office, owner: Entry | None, organisation: str | None, country: str | None
) -> Role:
    return Role(
        title=office.title, organisation=organisation or _organisation(owner), country=country
    )


def _organisation(owner: Entry | None) -> str | None:
    return owner.name if owner is not None and owner.sort in ("name", "seat") else None


def land_after(view: View, chunk: Chunk) -> tuple[Entry | None, str | None]:
    """ "President X of Uganda"."""
    k = chunk.last + 2
    hit = view.cover[k] if k < len(view.tokens) and view.lower[k - 1] == "of" else None
    if hit is None or hit.entry.sort != "state":
        return None, None
    return hit.entry, hit.entry.country


def hold(person: Building, office: Office, role: Role, owner: Entry | None) -> None:
    """``person`` holds ``role``; an office of state makes an official, who acts for the state."""
    if role not in person.roles:
        same = [r for r in person.roles if r.title == role.title and r.country == role.country]
        if same and role.organisation is None:
            return
        person.roles = [r for r in person.roles if r not in same or r.organisation]
        person.roles.append(role)
    if person.fallback is not None and role.country not in (None, person.country):
        person.country = None  # the text names another land than the table of leaders
    of_state = owner is None or owner.sort != "name" or owner.acts_for_state
    if (
        role.country is not None
        and of_state
        and (office.state or (owner is not None and office.purpose))
    ):
        person.country = person.country or role.country
        if not office.former:
            person.kind = "official"
            person.acts_for_state = True


def new_person(draft: Draft, key: str, name: str, rule: str) -> Building:
    return draft.actor(key, name, "person", None, rule)
