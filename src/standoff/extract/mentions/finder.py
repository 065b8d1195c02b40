"""The stages of :mod:`standoff.extract.mentions`, one after the other, over one article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extract.mentions.abbreviations import redefined
from standoff.extract.mentions.descriptions import Description, find_descriptions
from standoff.extract.mentions.draft import Draft, Form, Found
from standoff.extract.mentions.epoch import former_states, in_its_day, last_year
from standoff.extract.mentions.institutions import Institution, find_institutions
from standoff.extract.mentions.lands import Lands
from standoff.extract.mentions.names import Chunk, find_chunks
from standoff.extract.mentions.naming import Naming
from standoff.extract.mentions.offices import (
    PARTISAN,
    STATE_ORGANS,
    Office,
    find_offices,
    find_parallel,
)
from standoff.extract.mentions.organisations import extend
from standoff.extract.mentions.people import attach_offices, hold, land_after, role_of
from standoff.extract.mentions.reference import is_subject
from standoff.extract.mentions.referring import Referring
from standoff.extract.mentions.view import View, view
from standoff.extract.mentions.where import country_place, is_metonym, locative
from standoff.types import ArticleInput, Mentions, Role, Sentence
from standoff.vocab.actors import STATE_KINDS, Actors, Entry, Hit, fold
from standoff.vocab.places import fold_place, sites

_FIGHTERS = re.compile(
    r" (?:forces|troops|army|soldiers|militias?|militiamen|side|lines|zone|prisoners)\b"
)
_INNER = re.compile(r"\b[A-Z][^\W\d_]+ (?:da|do|de|del|di|du|dos|das|de la|de los) $")
"""What stands before the last word of a longer name."""
_PARTY = frozenset("nsubj nsubjpass dobj pobj dative".split())
_LOCAL = STATE_KINDS | {"party"}
"""Kinds of bodies that many states have under one name."""
_FEMALE = frozenset("spokeswoman queen congresswoman chairwoman".split())


class Finder:
    """Finds who and where in one article; use once."""

    def __init__(
        self, article: ArticleInput, sentences: Sequence[Sentence], lexicon: Actors
    ) -> None:
        self.article, self.text, self.lexicon = article, article.text, lexicon
        self.draft = Draft(article.id, article.text)
        self.when = article.published or last_year(self.text)
        hits = [lexicon.find(self.text, s.start, s.end) for s in sentences]
        self.lands = {h.entry.country for here in hits for h in here}
        """Countries of every name in the article that the lexicon knows."""
        self.spelled_out = any(name in self.text for name in ("Islamic State", "ISIS", "ISIL"))
        anew = redefined(self.text, lexicon)
        if anew:
            hits = [[h for h in here if self.text[h.start : h.end] not in anew] for here in hits]
        hits = [[h for h in here if not self._other_sense(h)] for here in hits]
        past = former_states(lexicon, hits, self.when)
        if past:
            hits = [[in_its_day(lexicon, h, past) for h in here] for here in hits]
        self.views = [view(self.text, s, h) for s, h in zip(sentences, hits, strict=True)]
        self.land = Lands()
        for v in self.views:
            self.land.read(v.hits)
        self.naming = Naming(self)
        self.offices: list[list[Office]] = []
        self.organs: list[list[Institution]] = []
        self.chunks: list[list[Chunk]] = []
        self.held: list[dict[int, Office]] = []
        self.descriptions: list[list[Description]] = []

    def _other_sense(self, hit: Hit) -> bool:
        """ "Republican forces" of a civil war are no party's; "IS" is a verb in capitals where the
        article does not speak of that group by a longer name."""
        if hit.entry.kind == "party" and _FIGHTERS.match(self.text, hit.end):
            return True
        if hit.entry.sort != "name" and _INNER.search(self.text, max(0, hit.start - 30), hit.start):
            return True  # "Vila da Praia"
        return self.text[hit.start : hit.end] == "IS" and not self.spelled_out

    def run(self) -> Mentions:
        for v in self.views:
            self.offices.append(find_offices(v, self.lexicon, self.text))
            self.organs.append(find_institutions(v, self.lexicon))
            chunks: list[Chunk] = []
            for run in find_chunks(v, self.lexicon, self.text):
                if not chunks or run.first > chunks[-1].last:  # else swallowed by "X of Y"
                    chunks.append(extend(v, run, self.lexicon, self.text))
            self.chunks.append(chunks)
            self.held.append(attach_offices(v, self.offices[-1], chunks))
            self.descriptions.append(find_descriptions(v, self.lexicon, self.text))
        for v in self.views:
            self._lexicon(v)
        self.naming.run()
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
            if v.lower[first - 1 : first] == ["new"] and v.tokens[first - 1].text == "New":
                continue  # "New Mexico"
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
            form: Form = "name"
            if entry.sort == "adjective" and not self._stands_alone(v, first, last):
                form = "adjective"
            elif entry.sort in ("capital", "seat"):
                form = "metonym"
            elif (entry.sort == "state" and self._qualifies(v, first, last)) or (
                entry.kind in ("ethnic_group", "religious_group")
                and (self._qualifies(v, first, last) or v.tokens[last].pos == "ADJ")
            ):
                form = "adjective"
            if entry.sort == "name" and entry.kind in _LOCAL:
                entry = self._of_state(v, hit, first)
            if entry.sort == "adjective" and self._national(v, first, last):
                words = self.text[hit.start : hit.end]
                actor = self.draft.description(words, fold(words), "civilians", entry.country)
                actor.acts_for_state = False
                found = self.mention(v, hit.start, hit.end, first, last, actor.key, "description")
                continue
            actor = self.draft.of_entry(entry, self.text[hit.start : hit.end])
            found = self.mention(v, hit.start, hit.end, first, last, actor.key, form)
            found.plural = entry.sort == "people" or (
                entry.kind.endswith("_group")
                and (entry.kind != "armed_group" and self.text[hit.end - 1] == "s")
            )
            if entry.sort == "name":
                self.naming.alias_after(hit.end, actor.key, actor.name)
                self.naming.remember(self.text[hit.start : hit.end], actor.key, actor.name)
            if entry.country and entry.acts_for_state and entry.sort != "name":
                self.land.state(hit.start, entry.country, found.subject)

    def _of_state(self, v: View, hit: Hit, first: int) -> Entry:
        """ "Libyan House of Representatives": the organ of the state named right before it, also
        where another state has a better known one of that name."""
        left = v.before(first)
        owner = v.cover[left] if left >= 0 else None
        entry = hit.entry
        if owner is None or owner.entry.sort not in ("adjective", "state"):
            return entry
        country = owner.entry.country
        if country == entry.country:
            return entry
        name = entry.name
        if entry.kind == "party":  # "Malawi Congress Party"
            name = " ".join(self.text[v.tokens[left].start : hit.end].split())
        key = f"{entry.kind}:{country}:{fold(name)}"
        return Entry("name", key, name, entry.kind, country, entry.kind in STATE_KINDS)

    def _stands_alone(self, v: View, first: int, last: int) -> bool:
        """ "The Chinese will not be happy": an adjective that is a party by itself."""
        if not v.parsed or v.lower[first - 1 : first] != ["the"]:
            return False
        return v.tokens[v.head_of(first, last)].dep in _PARTY

    def _national(self, v: View, first: int, last: int) -> bool:
        """ "An Iraqi and three women", "seven Japanese": people, and no state."""
        if not v.parsed:
            return False
        token = v.tokens[v.head_of(first, last)]
        if token.dep not in _PARTY and token.dep not in ("conj", "appos"):
            return False
        told = [v.tokens[c] for c in token.children if c < token.i]
        return any(t.dep == "nummod" or t.lower in ("a", "an", "several", "many") for t in told)

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

    def mention(
        self, v: View, start: int, end: int, first: int, last: int, key: str, form: Form
    ) -> Found:
        head = v.head_of(first, last)
        found = self.draft.mention(start, end, (v.index, head), (key,), form)
        found.subject = is_subject(v, head) and form != "adjective"
        return found

    # --- offices and organs ------------------------------------------------------------------

    def _roles(self, v: View, owned: bool) -> None:
        """Offices to persons; those that say whose they are come first (``owned``)."""
        by_first = {c.first: c for c in self.chunks[v.index]}
        for first, office in self.held[v.index].items():
            chunk = by_first.get(first)
            if chunk is None or chunk.key is None or not chunk.key.startswith("person:"):
                continue
            owner, organisation, country = self.owner_of(v, office)
            if owner is None and organisation is None and country is None and office.state:
                owner, country = land_after(v, chunk)
            told = bool(owner or organisation or country)
            if office.person is not None or (owned and not told):
                continue
            office.person = chunk.key
            person = self.draft.actors[chunk.key]
            if office.word == "counterpart":
                office.title = self._counterpart(v, office, person.key) or office.title
            if PARTISAN & set(office.title.lower().split()):
                office.state, country, owner = False, None, None
            elif not told and person.roles:
                organisation, country = person.roles[-1].organisation, person.roles[-1].country
            elif not told and office.state:
                country = person.country or self.land_of(v, office)
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
            self.mention(v, start, end, office.first, office.last, chunk.key, "office")

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
                    if key is not None and key.startswith("person:"):
                        whose = self.draft.actors[key]  # "President X's spokesman"
                        if whose.acts_for_state and office.owner_token < office.first:
                            office.state = True
                            return None, None, whose.country
                    elif key is not None:
                        return None, self.draft.actors[key].name, None
                    if key is None:
                        at = v.tokens[office.owner_token].start
                        places = [p for p in self.draft.places if p.start <= at < p.end]
                        if places:
                            land = places[-1].country
                            if land is None and fold_place(places[-1].name) not in sites():
                                land = self.land.so_far(at)
                            return None, places[-1].name, land
        return None, None, None

    def _counterpart(self, v: View, office: Office, key: str) -> str | None:
        """ "Pakistani counterpart X": X holds the office that was named last, for another."""
        for index in range(v.index, max(-1, v.index - 3), -1):
            for other in reversed(self.offices[index]):
                before = index < v.index or other.first < office.first
                if before and other.word != "counterpart" and other.person not in (None, key):
                    return other.title
        return None

    def land_of(self, v: View, office: Office) -> str | None:
        """The country of an office of state that is told without one: that of the organ it belongs
        to, where the article tells of one such organ; else the only country in question; else the
        one that the article tells of so far, where no other's office stands beside it."""
        words = office.title.lower().split()
        kinds = {STATE_ORGANS[w] for w in words if w in STATE_ORGANS}
        lands = {
            organ.owner.country
            for here in self.organs if kinds
            for organ in here
            if organ.kind in kinds and organ.owner is not None and organ.owner.acts_for_state
            and (organ.kind != "ministry" or organ.field == office.purpose)
        }  # fmt: skip
        if len(lands) == 1:
            return lands.pop()
        land = self.land.so_far(v.tokens[office.first].start)
        if any(o is not office and o.owner is not None for o in self.offices[v.index]):
            here = self.land.between(v.sentence.start, v.sentence.end)
            return land if here == {land} else None
        return self.land.only() or land

    def _organs(self, v: View) -> None:
        for organ in self.organs[v.index]:
            country = organ.owner.country if organ.owner is not None else None
            alias = None
            if organ.owner is not None and not organ.owner.acts_for_state:
                country = None
            if organ.owner_token >= 0:
                for chunk in self.chunks[v.index]:
                    if not chunk.first <= organ.owner_token <= chunk.last:
                        continue
                    organ.owner_first = chunk.first if chunk.last < organ.first else -1
                    if chunk.key is not None and chunk.key in self.draft.actors:
                        country = self.draft.actors[chunk.key].country
                    else:
                        country = next(
                            (p.country for p in self.draft.places if p.start == chunk.start), None
                        )
                    if country is None:
                        alias = chunk.text
            if organ.owner_token >= 0 and country is None and alias is None:
                alias = v.tokens[organ.owner_token].text
            if country is None and alias is None:
                continue  # "the army": resolved in text order
            self.organ(v, organ, country)

    def organ(self, v: View, organ: Institution, country: str | None) -> Found:
        """A mention of the organ ``organ`` of ``country``, under its owner's name if it has one."""
        if organ.lands:
            return self._organs_of(v, organ)
        first = organ.owner_first if 0 <= organ.owner_first < organ.first else organ.first
        start, end = v.tokens[first].start, v.tokens[organ.last].end
        name = " ".join(self.text[start:end].split()).lstrip("-–— ")
        key = f"{organ.kind}:{country}" if country else f"{organ.kind}:{fold(name)}"
        if organ.kind == "ministry" and country:
            key += f":{organ.field or ' '.join(organ.words)}"
        elif organ.kind == "court" and country:
            key += f":{' '.join(organ.words)}"
        actor = self.draft.actor(key, name, organ.kind, country, "organ")
        actor.aliases.setdefault(name)
        organ.key = key
        form: Form = "adjective" if organ.adjective else "name"
        return self.mention(v, start, end, first, organ.last, key, form)

    def _organs_of(self, v: View, organ: Institution) -> Found:
        """ "British and French troops": one mention of the organs of several lands."""
        keys = []
        words = v.text(organ.first, organ.last, self.text)
        for hit in organ.lands:
            country = hit.entry.country if hit.entry.acts_for_state else None
            name = " ".join(f"{self.text[hit.start : hit.end]} {words}".split())
            key = f"{organ.kind}:{country or fold(name)}"
            if organ.kind in ("ministry", "court"):
                key += f":{organ.field or ' '.join(organ.words)}"
            actor = self.draft.actor(key, name, organ.kind, country, "organ")
            actor.aliases.setdefault(name)
            keys.append(key)
        organ.key = keys[-1]
        first = v.token_from(organ.lands[0].start)
        start, end = organ.lands[0].start, v.tokens[organ.last].end
        found = self.mention(v, start, end, first, organ.last, keys[0], "name")
        found.keys, found.plural = tuple(dict.fromkeys(keys)), True
        if organ.adjective:
            found.form = "adjective"
        return found
