"""Name-like runs → persons, organisations, places, in the light of the whole article."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from standoff.extract.mentions.names import Chunk, again, headline_verbs
from standoff.extract.mentions.organisations import kind_of_name, names_thing
from standoff.extract.mentions.people import (
    Names,
    is_person,
    known_leader,
    learn,
    same_person,
    speaks,
    talks,
)
from standoff.extract.mentions.placing import Placing
from standoff.extract.mentions.view import View
from standoff.extract.mentions.where import (
    known_place,
    locative,
    maybe_locative,
    tells_of_a_thing,
    works_at,
)
from standoff.types import Role
from standoff.vocab.actors import Leader, actor_key, fold
from standoff.vocab.places import WELL_KNOWN

if TYPE_CHECKING:
    from standoff.extract.mentions.finder import Finder

_BRACKETS = re.compile(r"\s*\((?:the |or )?([A-Z][A-Za-z\-&.]{1,14})\)")
_THING = re.compile(r"[a-z] \(([A-Z]{2,6}s?)\)")
_PAIR = re.compile(r"\b([a-z]{2,}) (?=([a-z]{2,})\b)")
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_ACRONYM = 4
_SMALL_PLACE = 2_000
_FACILITIES = frozenset(
    "church mosque cathedral temple synagogue hospital clinic university school college hotel"
    " stadium prison monastery market square mall nightclub barracks".split()
)
"""What stands in one place: named where something happens, it is where."""
_OF_LAND = re.compile(r"(?:ian|lan|ish|ese|que|lsh)$")
"""How words end that tell of a region's people."""
_RULING = frozenset("administration government regime".split())


class Naming:
    """Says what the runs of capitalised words of one article name."""

    def __init__(self, finder: Finder) -> None:
        self.f = finder
        self.placing = Placing(finder)
        self.names = Names()
        self.order: list[str] = []
        """Keys of persons as they are named, the latest last."""
        self.common = frozenset(_LOWER.findall(finder.text))
        """Words that the article writes in lower case."""
        self.pairs = frozenset(m.groups() for m in _PAIR.finditer(finder.text))
        """Two of them in a row."""
        self.aliases: dict[str, tuple[str, str]] = {}
        """Folded short name → (key, name) of what it was introduced for."""
        self.initials: dict[str, tuple[str, str]] = {}
        self.firsts: dict[str, tuple[str, str]] = {}
        self.shorter: dict[str, tuple[str, str]] = {}
        self.kinds: dict[str, str] = {}
        self.things = {m[1] for m in _THING.finditer(finder.text)}
        """Abbreviations of what is no actor: "exclusive economic zone (EEZ)"."""
        self.acting: set[str] = set()
        """Names that somewhere are the subject of a verb that only people and bodies do."""
        self.inner: set[str] = set()
        """Names that stand elsewhere than at the start of a sentence."""

    def run(self) -> None:
        self._full_names()
        self._seen_names()
        self._kinds()
        for v in self.f.views:
            self._of_sentence(v)

    def alias_after(self, end: int, key: str, name: str) -> None:
        """ "Lashkar-e-Taiba (LeT)": the short name in brackets becomes an alias."""
        m = _BRACKETS.match(self.f.text, end)
        if m is not None and sum(c.isupper() for c in m[1]) >= 2:
            self.f.draft.actors[key].aliases.setdefault(m[1])
            self.aliases.setdefault(fold(m[1]), (key, name))

    def remember(self, text: str, key: str, name: str) -> None:
        """ "Syrian Opposition Coalition" may come back as "SOC", or as "the Coalition"."""
        for word in text.split():
            if word.lower() in self.f.lexicon.shapes:
                self.shorter[word] = (key, name)
        first = text.split()[0]
        if key.startswith(("company:", "media:")) and len(first) > 3 and first != text:
            self.firsts.setdefault(first, (key, name))  # "Kestrel", of "Kestrel Air"
        letters = "".join(w[0] for w in text.replace("-", " ").split() if w[0].isupper())
        if len(letters) >= 3:
            self.initials.setdefault(letters, (key, name))

    def _full_names(self) -> None:
        """Persons named in full anywhere: a surname may stand before its full name."""
        for v in self.f.views:
            held = self.f.held[v.index]
            for chunk in self.f.chunks[v.index]:
                if len(chunk.words) > 1 and is_person(
                    v, chunk, self.f.lexicon, held.get(chunk.first), self.common
                ):
                    learn(self.names, chunk)
                    if held.get(chunk.first) is not None and chunk.key is not None:
                        self.names.officed.add(chunk.key)

    def _seen_names(self) -> None:
        """Words that are a name in one sentence are one in the others."""
        words = set(self.names.by_word)
        for chunks in self.f.chunks:
            words.update(c.text.lower() for c in chunks if c.first == c.last and len(c.text) > 2)
        known = frozenset(words)
        self.inner = {c.text for chunks in self.f.chunks for c in chunks if c.first > 0}
        self.acting = {c.text for v in self.f.views for c in self.f.chunks[v.index] if speaks(v, c)}
        for v in self.f.views:
            self.f.chunks[v.index] = again(v, self.f.chunks[v.index], known, self.f.text)

    def _kinds(self) -> None:
        """What words beside a name tell in one sentence holds for the article."""
        for v in self.f.views:
            for chunk in self.f.chunks[v.index]:
                if chunk.key is None and not v.title_case:
                    kind, _ = kind_of_name(v, chunk, self.f.lexicon)
                    if kind not in (None, "thing", "other"):
                        self.kinds.setdefault(fold(chunk.text), kind or "")

    def _of_sentence(self, v: View) -> None:
        for chunk in self.f.chunks[v.index]:
            if chunk.key is None:
                self._short_name(v, chunk)
            if chunk.key is not None and chunk.key.startswith("person:"):
                self._person(v, chunk)

    def _person(self, v: View, chunk: Chunk) -> None:
        key = chunk.key or ""
        forms = self.names.forms.get(key)
        name = max(forms, key=lambda f: (forms[f], len(f), f)) if forms else chunk.text
        person = self.f.draft.actor(key, name, "person", None, "shape")
        person.aliases.setdefault(chunk.text)
        back = chunk.first - 1
        titled = chunk.title and back >= 0 and not v.taken[back]  # no "Secretary-General"
        if titled and v.tokens[back].text[0].isupper():
            person.aliases.setdefault(v.text(chunk.first - 1, chunk.last, self.f.text))
        gender = self.f.lexicon.titles.get(chunk.title, "")
        person.gender = person.gender or gender
        person.title = person.title or (chunk.title if titled else "")
        if person.fallback is None and len(chunk.words) > 1:
            leader = self._known_leader(v, chunk, True)
            if leader is not None:
                person.lead(Role(leader.title, None, leader.country))
            elif person.country is None:  # before or after the days in office
                leader = known_leader(self.f.lexicon, chunk.text, None, lambda o: o.alone)
                person.country = leader.country if leader is not None and leader.alone else None
        self.order.append(key)
        v.claim(chunk.first, chunk.last)
        self.f.mention(v, chunk.start, chunk.end, chunk.first, chunk.last, key, "name")

    def _short_name(self, v: View, chunk: Chunk) -> None:
        """A name that is no full name of a person: surname, organisation, place or unknown."""
        lexicon, text = self.f.lexicon, chunk.text
        known = self.aliases.get(fold(text)) or self.initials.get(text)
        if known is None and len(chunk.words) == 1:
            known = self.shorter.get(text)
            if known is None and not locative(v, chunk.first) and text.lower() not in self.common:
                known = self.firsts.get(text)
        if known is not None:
            self._named(v, chunk, known[0])
            return
        held = self.f.held[v.index].get(chunk.first)
        adjective = chunk.first == chunk.last and v.tokens[chunk.first].pos == "ADJ"
        if adjective and held is None and same_person(self.names, text, self.order) is None:
            return
        kind, country = kind_of_name(v, chunk, lexicon)
        if kind is None and not v.title_case:
            kind = self.kinds.get(fold(text))
        if text in self.things or kind == "thing":
            v.claim(chunk.first, chunk.last)
            m = _BRACKETS.match(self.f.text, chunk.end)
            if m is not None:
                self.things.add(m[1])
            return
        ruling = chunk.last + 1 < len(v.tokens) and v.lower[chunk.last + 1] in _RULING
        if ruling and _OF_LAND.search(text) and same_person(self.names, text, self.order) is None:
            return  # "the Catalan government"
        if kind == "place" or (
            not ruling and kind is None and held is None and self._located(v, chunk)
        ):
            self.placing.place(v, chunk)
            return
        facility = v.lower[chunk.last] in _FACILITIES and len(chunk.words) > 1
        if facility and held is None and locative(v, chunk.first):
            self.placing.place(v, chunk)  # "treated at the X Hospital"
            return
        if kind is not None and held is None:
            self._organisation(v, chunk, kind, country)
            return
        person = None
        if not chunk.the:
            gender = lexicon.titles.get(chunk.title, "")
            person = same_person(self.names, text, self.order, self._apart(gender))
        if person is None and not chunk.the:
            leader = self._known_leader(v, chunk, bool(held or ruling))
            told = bool(held or chunk.title or ruling)
            sure = (
                told
                or not known_place(text)
                or (leader is not None and leader.country in self.f.lands)
            )
            if leader is not None and sure and (told or not text.isupper()):
                person = self._leader(leader)
        if person is not None:
            chunk.key = person
            return
        verb = f"{text.lower()}s" in headline_verbs() and v.lower[chunk.last + 1 :][:1] == ["to"]
        verb |= v.tokens[chunk.first].pos == "VERB" and self._ordinary(text)
        if verb and len(chunk.words) == 1:
            return  # "Saudi King Agree to", "Activist Gunned Down"
        if (held is not None or chunk.title) and len(chunk.words) <= 4 and not chunk.the:
            learn(self.names, chunk)
            return
        if ruling and len(chunk.words) == 1 and not self._known_here(text):
            learn(self.names, chunk)  # "the Hadley administration"
            return
        town = known_place(text, WELL_KNOWN) and v.tokens[chunk.last].dep == "compound"
        if not town and names_thing(v, chunk):
            self.things.add(text)
            v.claim(chunk.first, chunk.last)
            return
        common = text.lower() in self.common
        if not common and not speaks(v, chunk) and self._likely_place(v, chunk):
            self.placing.place(v, chunk)
            return
        if maybe_locative(v, chunk.first) and len(chunk.words) == 1:
            return
        if (
            v.title_case
            or not v.parsed
            or (chunk.first == 0 and len(chunk.words) == 1 and (common or text not in self.inner))
        ):
            return
        if chunk.text.isupper() and len(chunk.text) > 5 and "-" not in chunk.text:
            return
        if self._ordinary(text) if len(chunk.words) == 1 else self._spelled_small(chunk):
            return
        if talks(v, chunk) and not common and chunk.text.isalpha():
            learn(self.names, chunk)
            return
        if self._takes_part(v, chunk):
            self._organisation(v, chunk, "other", None)

    def _ordinary(self, text: str) -> bool:
        """A word of the language and no name: "Detain" in a headline, "Call"."""
        low = text.lower()
        forms = (low, f"{low}s", f"{low}d", f"{low}ed", f"{low}ing")
        return any(f in self.common for f in forms) or not {low, f"{low}s"}.isdisjoint(
            headline_verbs()
        )

    def _spelled_small(self, chunk: Chunk) -> bool:
        """ "Back Safe Zones" in a headline, where the text says "back safe zones"."""
        words = [w.lower() for w in chunk.words]
        return all(pair in self.pairs for pair in pairwise(words))

    def _takes_part(self, v: View, chunk: Chunk) -> bool:
        """Whether a name that nothing explains is a party: one word more has to act."""
        head = v.tokens[v.head_of(chunk.first, chunk.last)]
        if head.dep in ("nsubj", "agent", "poss", "nsubjpass"):
            return v.tokens[head.head].lemma != "be" or len(chunk.words) > 1
        if head.dep in ("dobj", "pobj", "appos", "conj"):
            return len(chunk.words) > 1 or chunk.text in self.acting
        return False

    def _located(self, v: View, chunk: Chunk) -> bool:
        """Whether the words before tell a place, and the name may be one: "in Gao", but not "in
        Diallo's blood" nor "at Acme headquarters"."""
        if not locative(v, chunk.first):
            return False
        if known_place(chunk.text):
            return True
        if chunk.text.lower() in self.f.lexicon.portfolios or works_at(v, chunk.first):
            return False  # "corruption in Home Affairs", "an economist at Acme Economics"
        person = same_person(self.names, chunk.text, self.order) if not chunk.the else None
        return person is None and not chunk.text.isupper() and not tells_of_a_thing(v, chunk.last)

    def _known_here(self, text: str) -> bool:
        """A place in a country that the article speaks of: "the Aleppo government"."""
        return self.placing.hint(text) is not None or any(
            p.name == text for p in self.f.draft.places
        )

    def _likely_place(self, v: View, chunk: Chunk) -> bool:
        """In the gazetteer, and in a country that the article names or too large to be missed."""
        if chunk.text.isupper() and len(chunk.text) <= _ACRONYM:
            return False
        if maybe_locative(v, chunk.first):
            return known_place(chunk.text)
        return known_place(chunk.text, WELL_KNOWN) or (
            known_place(chunk.text, _SMALL_PLACE) and self.placing.hint(chunk.text) is not None
        )

    def _apart(self, gender: str) -> frozenset[str]:
        """Persons whom a title of the other gender cannot mean."""
        if not gender:
            return frozenset()
        people = (self.f.draft.actors.get(k) for k in dict.fromkeys(self.order))
        return frozenset(a.key for a in people if a is not None and a.gender not in ("", gender))

    def _known_leader(self, v: View, chunk: Chunk, titled: bool) -> Leader | None:
        """A common surname is a leader's only with a title, or where the land is spoken of."""
        lands = self.f.lands
        return known_leader(
            self.f.lexicon, chunk.text, self.f.when, lambda o: titled or o.country in lands
        )

    def _leader(self, leader: Leader) -> str:
        """The key of a head of state known by surname; the office only counts if none is told."""
        key = f"person:{fold(leader.name)}"
        person = self.f.draft.actor(key, leader.name, "person", None, "leaders")
        if not person.roles and person.fallback is None:
            person.lead(Role(leader.title, None, leader.country))
        return key

    def _named(self, v: View, chunk: Chunk, key: str) -> None:
        chunk.key = key
        if key.startswith("person:"):
            return
        v.claim(chunk.first, chunk.last)
        self.f.draft.actors[key].aliases.setdefault(chunk.text)
        self.f.mention(v, chunk.start, chunk.end, chunk.first, chunk.last, key, "name")

    def _organisation(self, v: View, chunk: Chunk, kind: str, country: str | None) -> None:
        name = " ".join(chunk.text.split())
        key = actor_key(kind, name)
        for prefix in ("other", "group", "ngo", "party"):  # one name, one actor
            if f"{prefix}:{fold(name)}" in self.f.draft.actors:
                key = f"{prefix}:{fold(name)}"
                break
        actor = self.f.draft.actor(key, name, kind, country, "shape")  # type: ignore[arg-type]
        chunk.key = key
        v.claim(chunk.first, chunk.last)
        self.f.mention(v, chunk.start, chunk.end, chunk.first, chunk.last, key, "name")
        self.alias_after(chunk.end, actor.key, actor.name)
        self.remember(chunk.text, actor.key, actor.name)
