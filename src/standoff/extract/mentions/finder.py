"""The stages of :mod:`standoff.extract.mentions`, one after the other, over one article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from standoff.extract.mentions.descriptions import Description, find_descriptions
from standoff.extract.mentions.draft import Draft, Form, Found
from standoff.extract.mentions.institutions import Institution, find_institutions
from standoff.extract.mentions.names import Chunk, again, find_chunks
from standoff.extract.mentions.offices import Office, find_offices, find_parallel
from standoff.extract.mentions.organisations import extend, kind_of_name
from standoff.extract.mentions.people import (
    Names,
    attach_offices,
    hold,
    is_person,
    known_leader,
    learn,
    role_of,
    same_person,
    speaks,
)
from standoff.extract.mentions.reference import is_subject
from standoff.extract.mentions.referring import Referring
from standoff.extract.mentions.view import View, view
from standoff.extract.mentions.where import (
    country_place,
    is_metonym,
    known_place,
    locative,
    maybe_locative,
    named_place,
)
from standoff.types import ArticleInput, Mentions, Role, Sentence
from standoff.vocab.actors import STATE_KINDS, Actors, Entry, Hit, Leader, actor_key, fold
from standoff.vocab.places import WELL_KNOWN, cities

_BRACKETS = re.compile(r"\s*\((?:the |or )?([A-Z][A-Za-z\-&.]{1,14})\)")
_THING = re.compile(r"[a-z] \(([A-Z]{2,6}s?)\)")
_SMALL_PLACE = 2_000
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_RULING = frozenset("administration government regime".split())
_PARTISAN = frozenset("opposition rebel militant separatist party".split())
_FEMALE = frozenset("spokeswoman queen congresswoman chairwoman".split())


class Finder:
    """Finds who and where in one article; use once."""

    def __init__(
        self, article: ArticleInput, sentences: Sequence[Sentence], lexicon: Actors
    ) -> None:
        self.article, self.text, self.lexicon = article, article.text, lexicon
        self.draft = Draft(article.id, article.text)
        self.views = [
            view(self.text, s, lexicon.find(self.text, s.start, s.end)) for s in sentences
        ]
        self.names = Names()
        self.common = frozenset(_LOWER.findall(self.text))
        """Words that the article writes in lower case."""
        self.offices: list[list[Office]] = []
        self.organs: list[list[Institution]] = []
        self.chunks: list[list[Chunk]] = []
        self.held: list[dict[int, Office]] = []
        self.descriptions: list[list[Description]] = []
        self.order: list[str] = []
        self.aliases: dict[str, tuple[str, str]] = {}
        """Folded short name → (key, name) of what it was introduced for."""
        self.things = {m[1] for m in _THING.finditer(self.text)}
        """Abbreviations of what is no actor: "exclusive economic zone (EEZ)"."""
        self.inner: set[str] = set()
        """Names that stand elsewhere than at the start of a sentence."""
        self.initials: dict[str, tuple[str, str]] = {}
        self.subjects: list[tuple[int, str, bool]] = []
        """(offset, country, is a subject) of every mention of a state."""

    def run(self) -> Mentions:
        for v in self.views:
            self.offices.append(find_offices(v, self.lexicon, self.text))
            self.organs.append(find_institutions(v, self.lexicon))
            chunks = [extend(v, c, self.lexicon, self.text)
                      for c in find_chunks(v, self.lexicon, self.text)]  # fmt: skip
            self.chunks.append(chunks)
            self.held.append(attach_offices(v, self.offices[-1], chunks))
            self.descriptions.append(find_descriptions(v, self.lexicon, self.text))
        for v in self.views:
            self._lexicon(v)
        self._full_names()
        self._seen_names()
        for v in self.views:
            self._names(v)
        for owned in (True, False):
            for v in self.views:
                self._roles(v, owned)
                if owned:
                    self._parallel(v)
        for v in self.views:
            self._organs(v)
        Referring(self).run()
        return self.draft.freeze()

    # --- the lexicon's hits ------------------------------------------------------------------

    def _lexicon(self, v: View) -> None:
        for hit in v.hits:
            first, last = v.token_from(hit.start), v.token_from(hit.end - 1)
            entry = hit.entry
            place = None
            if entry.sort == "capital":
                if not is_metonym(v, hit):
                    place = country_place(v, hit, self.text)
                    if place:
                        self.draft.places.append(place)
                    continue
            elif entry.sort == "state" and locative(v, first):
                place = country_place(v, hit, self.text)
                if place:
                    self.draft.places.append(place)
            if v.taken[first] and entry.sort != "state":
                pass
            form: Form = "name"
            if entry.sort == "adjective":
                form = "adjective"
            elif entry.sort in ("capital", "seat"):
                form = "metonym"
            elif (entry.sort == "state" and self._qualifies(v, first, last)) or (
                entry.kind in ("ethnic_group", "religious_group")
                and (self._qualifies(v, first, last) or v.tokens[last].pos == "ADJ")
            ):
                form = "adjective"
            if entry.sort == "name" and entry.country is None and entry.kind in STATE_KINDS:
                entry = self._of_state(v, hit, first)
            actor = self.draft.of_entry(entry, self.text[hit.start : hit.end])
            found = self._mention(v, hit.start, hit.end, first, last, actor.key, form)
            found.plural = entry.sort == "people" or (
                entry.kind.endswith("_group")
                and (entry.kind != "armed_group" and self.text[hit.end - 1] == "s")
            )
            if entry.sort == "name":
                self._alias_after(hit.end, actor.key, actor.name)
                self._initials(self.text[hit.start : hit.end], actor.key, actor.name)
            if entry.country and entry.acts_for_state and entry.sort != "name":
                self.subjects.append((hit.start, entry.country, found.subject))

    def _of_state(self, v: View, hit: Hit, first: int) -> Entry:
        """ "Libyan House of Representatives": the organ of the state named right before it."""
        left = v.before(first)
        owner = v.cover[left] if left >= 0 else None
        entry = hit.entry
        if owner is None or owner.entry.sort not in ("adjective", "state"):
            return entry
        country = owner.entry.country
        key = f"{entry.kind}:{country}:{fold(entry.name)}"
        return Entry("name", key, entry.name, entry.kind, country, True)

    def _qualifies(self, v: View, first: int, last: int) -> bool:
        if not v.parsed:
            return False
        if last + 1 < len(v.tokens) and v.lower[last + 1] in ("-", "–"):
            return True
        if v.tokens[last].end > v.tokens[last].start and v.cover[last] is not None:
            hit = v.cover[last]
            if hit is not None and hit.end < v.tokens[last].end:
                return True
        token = v.tokens[v.head_of(first, last)]
        return token.dep in ("compound", "amod", "nmod") and token.head > last

    def _mention(
        self, v: View, start: int, end: int, first: int, last: int, key: str, form: Form
    ) -> Found:
        head = v.head_of(first, last)
        found = self.draft.mention(start, end, (v.index, head), (key,), form)
        found.subject = is_subject(v, head) and form != "adjective"
        return found

    def _alias_after(self, end: int, key: str, name: str) -> None:
        """ "Lashkar-e-Taiba (LeT)": the short name in brackets becomes an alias."""
        m = _BRACKETS.match(self.text, end)
        if m is not None and sum(c.isupper() for c in m[1]) >= 2:
            self.draft.actors[key].aliases.setdefault(m[1])
            self.aliases.setdefault(fold(m[1]), (key, name))

    def _initials(self, text: str, key: str, name: str) -> None:
        """ "Syrian Opposition Coalition" may come back as "SOC"."""
        letters = "".join(w[0] for w in text.replace("-", " ").split() if w[0].isupper())
        if len(letters) >= 3:
            self.initials.setdefault(letters, (key, name))

    # --- names by shape ----------------------------------------------------------------------

    def _full_names(self) -> None:
        """Persons named in full anywhere: a surname may stand before its full name."""
        for v in self.views:
            held = self.held[v.index]
            for chunk in self.chunks[v.index]:
                if len(chunk.words) > 1 and is_person(
                    v, chunk, self.lexicon, held.get(chunk.first), self.common
                ):
                    learn(self.names, chunk)

    def _seen_names(self) -> None:
        """Words that are a name in one sentence are one in the others."""
        words = set(self.names.by_word)
        for chunks in self.chunks:
            words.update(c.text.lower() for c in chunks if c.first == c.last and len(c.text) > 2)
        known = frozenset(words)
        self.inner = {c.text for chunks in self.chunks for c in chunks if c.first > 0}
        for v in self.views:
            self.chunks[v.index] = again(v, self.chunks[v.index], known, self.text)

    def _names(self, v: View) -> None:
        for chunk in self.chunks[v.index]:
            if chunk.key is None:
                self._short_name(v, chunk)
            if chunk.key is not None and chunk.key.startswith("person:"):
                self._person(v, chunk)

    def _person(self, v: View, chunk: Chunk) -> None:
        key = chunk.key or ""
        forms = self.names.forms.get(key)
        name = max(forms, key=lambda f: (forms[f], len(f), f)) if forms else chunk.text
        person = self.draft.actor(key, name, "person", None, "shape")
        person.aliases.setdefault(chunk.text)
        if chunk.first > 0 and v.tokens[chunk.first - 1].text[0].isupper() and chunk.title:
            person.aliases.setdefault(v.text(chunk.first - 1, chunk.last, self.text))
        gender = self.lexicon.titles.get(chunk.title, "")
        person.gender = person.gender or gender
        if person.fallback is None and len(chunk.words) > 1:
            leader = known_leader(self.lexicon, chunk.text, self.article.published)
            if leader is not None:
                person.lead(Role(leader.title, None, leader.country))
        self.order.append(key)
        v.claim(chunk.first, chunk.last)
        self._mention(v, chunk.start, chunk.end, chunk.first, chunk.last, key, "name")

    def _short_name(self, v: View, chunk: Chunk) -> None:
        """A name that is no full name of a person: surname, organisation, place or unknown."""
        lexicon, text = self.lexicon, chunk.text
        known = self.aliases.get(fold(text)) or self.initials.get(text)
        if known is not None:
            self._named(v, chunk, known[0])
            return
        held = self.held[v.index].get(chunk.first)
        kind, country = kind_of_name(v, chunk, lexicon)
        if text in self.things or kind == "thing":
            v.claim(chunk.first, chunk.last)
            m = _BRACKETS.match(self.text, chunk.end)
            if m is not None:
                self.things.add(m[1])
            return
        if kind == "place" or (kind is None and locative(v, chunk.first) and held is None):
            self._place(v, chunk)
            return
        if kind is not None and held is None:
            self._organisation(v, chunk, kind, country)
            return
        person = None if chunk.the else same_person(self.names, text, self.order)
        ruling = chunk.last + 1 < len(v.tokens) and v.lower[chunk.last + 1] in _RULING
        if (
            person is None
            and not chunk.the
            and (held or chunk.title or ruling or not known_place(text))
        ):
            leader = known_leader(lexicon, text, self.article.published)
            if leader is not None:
                person = self._leader(leader)
        if person is not None:
            chunk.key = person
            return
        if (held is not None or chunk.title) and len(chunk.words) <= 4 and not chunk.the:
            learn(self.names, chunk)
            return
        common = text.lower() in self.common
        if not common and not speaks(v, chunk) and self._likely_place(v, chunk):
            self._place(v, chunk)
            return
        if maybe_locative(v, chunk.first) and len(chunk.words) == 1:
            return
        if (
            v.title_case
            or not v.parsed
            or (chunk.first == 0 and len(chunk.words) == 1 and (common or text not in self.inner))
        ):
            return
        if chunk.text.isupper() and len(chunk.text) > 5:
            return
        head = v.tokens[v.head_of(chunk.first, chunk.last)]
        if head.dep in ("nsubj", "nsubjpass", "agent", "poss", "dobj", "pobj", "appos", "conj"):
            self._organisation(v, chunk, "other", None)

    def _likely_place(self, v: View, chunk: Chunk) -> bool:
        """In the gazetteer, and in a country that the article names or too large to be missed."""
        if maybe_locative(v, chunk.first):
            return known_place(chunk.text)
        return known_place(chunk.text, WELL_KNOWN) or (
            known_place(chunk.text, _SMALL_PLACE) and self._hint(chunk.text) is not None
        )

    def _leader(self, leader: Leader) -> str:
        """The key of a head of state known by surname; the office only counts if none is told."""
        key = f"person:{fold(leader.name)}"
        person = self.draft.actor(key, leader.name, "person", None, "leaders")
        if not person.roles and person.fallback is None:
            person.lead(Role(leader.title, None, leader.country))
        return key

    def _named(self, v: View, chunk: Chunk, key: str) -> None:
        chunk.key = key
        if key.startswith("person:"):
            return
        v.claim(chunk.first, chunk.last)
        self.draft.actors[key].aliases.setdefault(chunk.text)
        self._mention(v, chunk.start, chunk.end, chunk.first, chunk.last, key, "name")

    def _organisation(self, v: View, chunk: Chunk, kind: str, country: str | None) -> None:
        name = " ".join(chunk.text.split())
        key = actor_key(kind, name)
        for prefix in ("other", "group", "ngo", "party"):  # one name, one actor
            if f"{prefix}:{fold(name)}" in self.draft.actors:
                key = f"{prefix}:{fold(name)}"
                break
        actor = self.draft.actor(key, name, kind, country, "shape")  # type: ignore[arg-type]
        chunk.key = key
        v.claim(chunk.first, chunk.last)
        self._mention(v, chunk.start, chunk.end, chunk.first, chunk.last, key, "name")
        self._alias_after(chunk.end, actor.key, actor.name)
        self._initials(chunk.text, actor.key, actor.name)

    def _place(self, v: View, chunk: Chunk) -> None:
        v.claim(chunk.first, chunk.last)
        back = v.cover[chunk.first - 1] if chunk.first else None
        if back is not None and back.end + 1 == chunk.start and back.entry.sort != "name":
            chunk.first = v.token_from(back.start)  # "Baghdad" + "International Airport"
            self.draft.places = [
                p for p in self.draft.places if not back.start <= p.start < back.end
            ]
        hint = None
        n = len(v.tokens)
        if chunk.last + 2 < n and v.lower[chunk.last + 1] in (",", "in"):
            hit = v.cover[chunk.last + 2]
            hint = hit.entry.country if hit is not None else None
        if hint is None:
            hint = self._hint(chunk.text)
        place = named_place(v, chunk.first, chunk.last, self.text, hint)
        self.draft.places.append(place)
        if place.country is not None:
            self.subjects.append((place.start, place.country, False))

    def _hint(self, name: str) -> str | None:
        """The country that a place is looked for in: the article's most named one that has it."""
        here = {c.country for c in cities(name)}
        for country, _ in Counter(c for _, c, _ in self.subjects).most_common(4):
            if country in here:
                return country
        return None

    # --- offices and organs ------------------------------------------------------------------

    def _roles(self, v: View, owned: bool) -> None:
        """Offices to persons; those that say whose they are come first (``owned``)."""
        by_first = {c.first: c for c in self.chunks[v.index]}
        for first, office in self.held[v.index].items():
            chunk = by_first.get(first)
            if chunk is None or chunk.key is None or not chunk.key.startswith("person:"):
                continue
            owner, organisation, country = self.owner_of(v, office)
            if owned != bool(owner or organisation or country):
                continue
            office.person = chunk.key
            person = self.draft.actors[chunk.key]
            if office.word == "counterpart":
                office.title = self._counterpart(v, office, person.key) or office.title
            if _PARTISAN & set(office.title.lower().split()):
                office.state, country, owner = False, None, None
            elif not owned and office.state:
                country = person.country or self.country_at(v.tokens[office.first].start)
            hold(person, office, role_of(office, owner, organisation, country), owner)
            if office.word in _FEMALE:
                person.gender = "f"
            self._office_mention(v, office, chunk)

    def _parallel(self, v: View) -> None:
        """ "His Greek and French counterparts, A and B": offices told of several in one go."""
        found = find_parallel(v, self.lexicon)
        if found is None:
            return
        owners, word, after = found
        bearers = [
            c for c in self.chunks[v.index]
            if c.first > after and c.key is not None and c.key.startswith("person:")
        ]  # fmt: skip
        if len(bearers) < len(owners):
            return
        title = word
        if word == "counterpart":
            named = [o for o in self.offices[v.index] if o.last < after and o.person is not None]
            if not named:
                return
            title = named[-1].title
        for owner, chunk in zip(owners, bearers, strict=False):
            person = self.draft.actors[chunk.key or ""]
            person.roles.append(Role(title, None, owner.country))
            person.kind, person.country = "official", person.country or owner.country
            person.acts_for_state = True

    def _office_mention(self, v: View, office: Office, chunk: Chunk) -> None:
        """The office is a mention too where the parse does not hang it on the name."""
        head = v.head_of(office.first, office.last)
        if head < 0 or chunk.key is None:
            return
        if not chunk.first <= v.tokens[head].head <= chunk.last or office.first > chunk.last:
            start, end = v.tokens[office.first].start, v.tokens[office.last].end
            self._mention(v, start, end, office.first, office.last, chunk.key, "office")

    def owner_of(self, v: View, office: Office) -> tuple[Entry | None, str | None, str | None]:
        """Whose office it is: lexicon entry, organisation's name, country."""
        owner = office.owner
        if owner is not None:
            if owner.sort == "name" and not owner.acts_for_state:
                return owner, owner.name, None
            return owner, owner.name if owner.sort == "name" else None, owner.country
        if office.owner_token >= 0:
            for chunk in self.chunks[v.index]:
                if chunk.first <= office.owner_token <= chunk.last:
                    key = chunk.key
                    if key is not None and not key.startswith("person:"):
                        return None, self.draft.actors[key].name, None
                    if key is None:
                        at = v.tokens[office.owner_token].start
                        places = [p for p in self.draft.places if p.start <= at < p.end]
                        if places:
                            return None, places[-1].name, places[-1].country
        return None, None, None

    def _counterpart(self, v: View, office: Office, key: str) -> str | None:
        """ "Pakistani counterpart X": X holds the office that was named last, for another."""
        for index in range(v.index, max(-1, v.index - 3), -1):
            for other in reversed(self.offices[index]):
                before = index < v.index or other.first < office.first
                if before and other.word != "counterpart" and other.person not in (None, key):
                    return other.title
        return None

    def country_at(self, offset: int) -> str | None:
        """The country under discussion at ``offset``: most of the article's, else the last that
        acted before; None if neither is clear."""
        counts = Counter(c for _, c, _ in self.subjects)
        top = counts.most_common(2)
        if top and (len(top) == 1 or top[0][1] >= 2 * top[1][1]):
            return top[0][0]
        acting = [c for at, c, subject in self.subjects if subject and at < offset]
        return acting[-1] if acting else None

    def _organs(self, v: View) -> None:
        for organ in self.organs[v.index]:
            country = organ.owner.country if organ.owner is not None else None
            alias = None
            if organ.owner is not None and not organ.owner.acts_for_state:
                country = None
            if organ.owner_token >= 0:
                for chunk in self.chunks[v.index]:
                    if (
                        chunk.first <= organ.owner_token <= chunk.last
                        and chunk.key in self.draft.actors
                    ):
                        country = self.draft.actors[chunk.key].country
                        organ.owner_first = chunk.first if chunk.last < organ.first else -1
                        if country is None:
                            alias = chunk.text
            if organ.owner_token >= 0 and country is None and alias is None:
                alias = v.tokens[organ.owner_token].text
            if country is None and alias is None:
                continue  # "the army": resolved in text order
            self.organ(v, organ, country)

    def organ(self, v: View, organ: Institution, country: str | None) -> Found:
        """A mention of the organ ``organ`` of ``country``, under its owner's name if it has one."""
        first = organ.owner_first if 0 <= organ.owner_first < organ.first else organ.first
        start, end = v.tokens[first].start, v.tokens[organ.last].end
        name = " ".join(self.text[start:end].split())
        key = f"{organ.kind}:{country}" if country else f"{organ.kind}:{fold(name)}"
        if organ.kind == "ministry" and country:
            key += f":{organ.field or ' '.join(organ.words)}"
        elif organ.kind == "court" and country:
            key += f":{' '.join(organ.words)}"
        actor = self.draft.actor(key, name, organ.kind, country, "organ")
        actor.aliases.setdefault(name)
        organ.key = key
        form: Form = "adjective" if organ.adjective else "name"
        return self._mention(v, start, end, first, organ.last, key, form)


def entry_hits(v: View, first: int, last: int) -> list[Hit]:
    """The lexicon's hits on tokens ``first`` to ``last``."""
    return [h for h in v.hits if v.tokens[first].start <= h.start and h.end <= v.tokens[last].end]
