"""Descriptions → actors: one named before, a cluster of rebels, whose opponents, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from standoff.extract.mentions.descriptions import ARMED_BASES, GROUP_NOUNS, Description, armed_base
from standoff.extract.mentions.draft import Building, Found
from standoff.extract.mentions.reference import PRONOUNS, last_of, resolve_pronoun
from standoff.extract.mentions.view import View
from standoff.vocab.actors import STATE_KINDS, Hit, fold

if TYPE_CHECKING:
    from standoff.extract.mentions.finder import Finder

_OF_NAME = frozenset("group movement organization organisation network militia".split())
_MEMBERS = frozenset(
    "fighter militant insurgent rebel gunman gunmen bomber assailant attacker guerrilla force troop"
    " soldier extremist terrorist jihadist separatist militiaman militiamen".split()
)
"""Those who fight for a group: what they do it does."""
_BEARERS = frozenset("diplomat cleric politician lawmaker statesman activist dissident".split())
_ARMED_KINDS = frozenset({"armed_group", "party"})
_BODIES = frozenset({"armed_group", "party", "ngo", "igo", "media", "company", "other"})
_BARE = frozenset(
    "group organization organisation agency company party alliance community network airline"
    " corporation carrier station channel bank".split()
)
"""Nouns that name nobody unless something tells them from others."""
_MEMORY = 500
"""Mentions that a plural looks back over."""
MAX_SEVERAL = 8
"""Office-holders that one plural can take up."""


_BUSINESS = frozenset({"company", "media"})
_TAKEN_UP = {
    "company": _BUSINESS, "firm": _BUSINESS, "corporation": _BUSINESS, "airline": _BUSINESS,
    "carrier": _BUSINESS, "network": _BUSINESS, "broadcaster": _BUSINESS, "station": _BUSINESS,
    "channel": _BUSINESS, "newspaper": frozenset({"media"}), "bank": _BUSINESS,
}  # fmt: skip
"""What a business is called once it has been named: "the network refused"."""
_ASSOCIATIONS = frozenset("group organization organisation agency watchdog body monitor".split())
_SOME_STATES = frozenset(
    "western european arab african asian gulf allied neighboring neighbouring foreign regional"
    " several many other muslim islamic baltic nordic nato eu member".split()
)
"""Words that make "countries" a party: "several countries", "Gulf states"."""
_SPEAKS = frozenset(
    "rights aid advocacy monitoring opposition peace watchdog human relief humanitarian activist"
    " environmental campaign charity medical".split()
)
"""Words that make "group", "mission", "convoy" one that acts."""


_BODY_NOUNS = (
    _OF_NAME
    | _ASSOCIATIONS
    | frozenset(_TAKEN_UP)
    | frozenset("gang cartel party faction militia brigade".split())
)
_CROWDS = frozenset(
    "family people group community crowd public population delegation authority leadership"
    " government parliament army police media".split()
)
_SUSPECTS = frozenset(
    "suspect gunman attacker assailant shooter killer bomber accused defendant perpetrator".split()
)
_OUTLET = frozenset("radio tv television news broadcast broadcasting satellite state cable".split())
_VESSELS = frozenset("aircraft personnel troop tank helicopter armored armoured".split())


def _no_body(d: Description) -> bool:
    """ "Police stations", "a smuggling channel", "aircraft carriers"."""
    said = set(d.content)
    if d.lemma in ("station", "channel"):
        return bool(said) and not said & _OUTLET and d.owner is None
    return d.lemma == "carrier" and bool(said & _VESSELS)


def _words(v: View, d: Description) -> list[str]:
    return v.lower[d.first : d.head]


class Describing:
    """Says whom a description means, given what was said before (``history``, kept elsewhere)."""

    def __init__(self, finder: Finder, history: Sequence[Found]) -> None:
        self.f = finder
        self.draft = finder.draft
        self.history = history
        self.described: dict[str, list[Building]] = {}
        self.clusters: dict[str, Building] = {}
        self.names = {f.start: f for f in finder.draft.found if f.form == "name"}
        self.titled: dict[str, list[Building]] = {}
        """By the title before their names, persons of the article."""
        for a in finder.draft.actors.values():
            if a.title:
                self.titled.setdefault(a.title, []).append(a)
        self.ends = {f.end: f for f in finder.draft.found if f.form == "name"}
        self.heads = {(f.sentence, f.head): f for f in finder.draft.found if f.head >= 0}

    def actor_of(self, v: View, d: Description) -> Building | None:
        if d.noun.relational:
            return self._related(v, d)
        owner, country = d.owner, None
        if owner is not None and (owner.sort != "name" or owner.acts_for_state):
            country = owner.country
            before = self.ends.get(v.tokens[d.head - 1].end) if d.head else None
            if owner.sort == "name" and before is not None:  # "Belarusian KGB officers"
                country = self.draft.actors[before.keys[0]].country
        if owner is not None and owner.kind == "armed_group" and d.lemma in _OF_NAME | _MEMBERS:
            # "the Islamic State militant group", "Taliban fighters"
            known = self.draft.actors.get(owner.key)
            if known is not None:
                return known
        named = self._named_inside(v, d) or self._beside(v, d)
        if named is not None:
            return named
        if _no_body(d):
            return None
        if d.definite and not d.plural and not d.modified and d.owner is None:
            named = self._described_so(d.lemma)
            if named is not None:
                return named
        if not d.plural and d.lemma in _OF_NAME | _ASSOCIATIONS:
            named = self._named_next(v, d)
            if named is not None:
                return named
        if d.definite and not d.plural and d.lemma in _BEARERS and d.based is None:
            known = self._bearer(v, d)
            if known is not None:
                return known
        if d.definite and not d.plural and d.lemma in _ASSOCIATIONS and _SPEAKS & set(d.content):
            known = last_of(self.draft, self.history, frozenset({"ngo"}))
            if known is not None:
                return known  # "the Oslo-based monitoring group" named before
        if d.definite and not d.plural and not d.modified and d.owner is None:
            known = self._named_so(d.lemma)
            if known is not None:
                return known
        if d.possessor >= 0 and d.kind in ("military", "police") and d.owner is None:
            whose = self._whose(v, d.possessor)
            if whose is not None and whose.acts_for_state and whose.country is not None:
                key = f"{d.kind}:{whose.country}"
                return self.draft.actor(key, d.text, d.kind, whose.country, "organ")  # type: ignore[arg-type]
        titled = self.titled.get(d.lemma, ())
        if len(titled) == 1 and d.definite and not d.plural and not d.content:
            return titled[0]  # "the general", of the only General X
        kinds = _TAKEN_UP.get(d.lemma)
        if kinds is not None and not d.plural and not d.modified and d.owner is None:
            if not d.definite:
                return None
            known = last_of(self.draft, self.history, kinds)
            if known is not None:
                return known
        if d.definite and d.noun.resolve and d.owner is None and d.based is None:
            known = self.earlier(d.lemma) if not d.modified else None
            if d.lemma in GROUP_NOUNS:
                known = None
            if (
                known is None
                and not d.modified
                and d.lemma in ("group", "organization", "organisation", "faction", "movement")
            ):
                known = last_of(self.draft, self.history, _ARMED_KINDS)
            if known is None and not d.modified and d.lemma in ("alliance", "bloc"):
                known = self._league()
            if known is None and not d.modified and d.lemma in ("agency", "watchdog"):
                known = last_of(self.draft, self.history, frozenset({"igo", "media", "ngo"}))
            if known is not None:
                return known
        if d.kind == "state":
            if not d.plural or not _SOME_STATES & {*d.content, *_words(v, d)}:
                return None
            return self.draft.description(d.text, fold(d.words), "other")
        if d.kind == "other" and not d.noun.alone and not _SPEAKS & set(d.content):
            return None
        if d.lemma in _BARE and not d.modified and d.kind != "armed_group":
            return None
        kind = d.kind
        if kind == "court" and country is None and owner is None:
            country = self._land_in(v, d)
        if kind == "media" and country is None and {"state", "regime"} & set(d.content):
            country = self.f.land.at(v.tokens[d.head].start)
        base = armed_base(d)
        if base is not None:
            return self._cluster(base, d.text, kind, country)
        if d.lemma == "community" and {"international", "world", "global"} & set(d.content):
            kind = "other"
        actor = self.draft.description(d.text, fold(d.words), kind, country)  # type: ignore[arg-type]
        if d.based is not None and actor.country is None:
            actor.country = d.based.country
            actor.acts_for_state = False
        if kind not in STATE_KINDS:
            actor.acts_for_state = False
        known_so_far = self.described.setdefault(d.lemma, [])
        if actor not in known_so_far:
            known_so_far.append(actor)
        else:
            known_so_far.remove(actor)
            known_so_far.append(actor)
        return actor

    def _named_inside(self, v: View, d: Description) -> Building | None:
        """ "The feared Mara Norte gang", "Transformers party": the name that stands in it."""
        body = d.lemma in _BODY_NOUNS and not d.plural
        found = self.ends.get(v.tokens[d.head - 1].end) if d.head > d.first else None
        if found is None or len(found.keys) != 1 or not (body or d.lemma in _MEMBERS):
            return None
        actor = self.draft.actors[found.keys[0]]
        return actor if actor.kind in (_BODIES if body else ("armed_group",)) else None

    def _beside(self, v: View, d: Description) -> Building | None:
        """ "The gunman, X Y, fled", "X Y, a teacher, spoke": who the description is of."""
        if d.plural:
            return None
        token = v.tokens[d.head]
        beside = [token.head] if token.dep == "appos" else []
        beside += [c for c in token.children if v.tokens[c].dep == "appos"]
        body = d.lemma in _BODY_NOUNS
        for k in beside:
            found = self.heads.get((v.index, k))
            if found is None or found.form != "name" or len(found.keys) != 1:
                continue
            actor = self.draft.actors[found.keys[0]]
            if body and actor.kind in _BODIES:
                return actor
            if not body and actor.key.startswith("person:") and d.lemma not in _CROWDS:
                known = self.described.setdefault(d.lemma, [])
                if not any(actor is a for a in known):
                    known.append(actor)
                return actor
        return None

    def _described_so(self, lemma: str) -> Building | None:
        """ "The teacher", "the suspect": the only person of the article who was described so, or
        in a word for the same."""
        same = _SUSPECTS if lemma in _SUSPECTS else (lemma,)
        known = [a for word in sorted(same) for a in self.described.get(word, ())[:2]]
        return known[0] if len(known) == 1 and known[0].key.startswith("person:") else None

    def _league(self) -> Building | None:
        """The body of states named last; the world's own body is nobody's alliance."""
        for f in reversed(self.history[-_MEMORY:]):
            actor = self.draft.actors[f.keys[0]]
            if actor.kind == "igo" and not {"nations", "un"} & set(actor.name.lower().split()):
                return actor
        return None

    def _land_in(self, v: View, d: Description) -> str | None:
        """ "Prosecutors in Paris": the land where they are."""
        k = d.head + 2
        if k >= len(v.tokens) or v.lower[k - 1] != "in":
            return None
        hit, at = v.cover[k], v.tokens[k].start
        if hit is not None:
            return hit.entry.country
        return next((p.country for p in self.draft.places if p.start <= at < p.end), None)

    def _named_so(self, lemma: str) -> Building | None:
        """ "The council", "the front": the body named last whose own name ends so."""
        for f in reversed(self.history[-_MEMORY:]):
            if f.form == "name" and len(f.keys) == 1:
                actor = self.draft.actors[f.keys[0]]
                if actor.kind in _BODIES and actor.name.lower().endswith(f" {lemma}"):
                    return actor
        return None

    def _named_next(self, v: View, d: Description) -> Building | None:
        """ "Militant group Boko Haram", "the monitoring group the Red Watch": who is named next."""
        k = d.head + 1
        if k + 1 < len(v.tokens) and v.lower[k] == "the":
            k += 1
        if k >= len(v.tokens) or not v.tokens[k].text[0].isupper():
            return None
        found = self.names.get(v.tokens[k].start)
        if found is None or len(found.keys) != 1:
            return None
        actor = self.draft.actors[found.keys[0]]
        return actor if actor.kind in _BODIES else None

    def _related(self, v: View, d: Description) -> Building | None:
        """ "Its opponents", "supporters of X": named after whose they are, where that is known."""
        whose = self._whose(v, d.possessor) if d.possessor >= 0 else None
        if whose is None and not (d.noun.alone or d.content or d.owner):
            return None
        if whose is None:
            country = d.owner.country if d.owner is not None else None
            return self.draft.description(d.text, fold(d.words), d.kind, country)  # type: ignore[arg-type]
        own = " ".join([*d.content, v.lower[d.head]]).replace(" - ", "-")
        name = f"{whose.name}'s {own}"
        made = self.draft.description(name, f"{whose.key} {fold(own)}", d.kind)  # type: ignore[arg-type]
        for alias in sorted(whose.aliases):
            made.aliases.setdefault(f"{alias}'s {own}")
        if whose.kind in ("person", "official"):
            made.aliases.setdefault(f"{whose.name.split()[-1]}'s {own}")
        return made

    def _whose(self, v: View, i: int) -> Building | None:
        """The one actor that token ``i`` names or takes up."""
        keys: tuple[str, ...] = ()
        if v.lower[i] in PRONOUNS:
            keys = resolve_pronoun(self.draft, self.f.views, self.history, v, i)
        else:
            found = self.heads.get((v.index, i))
            keys = found.keys if found is not None else ()
        return self.draft.actors[keys[0]] if len(keys) == 1 else None

    def _cluster(self, base: str, text: str, kind: str, country: str | None) -> Building:
        """Rebels, rebel fighters, Syrian rebels of one article are one, unless of two lands."""
        key = f"{base}:{country or ''}"
        known = self.clusters.get(key) or self.clusters.get(f"{base}:")
        if known is None and country is None:
            known = next((b for k, b in self.clusters.items() if k.startswith(f"{base}:")), None)
        if known is None or (country and known.country not in (None, country)):
            known = self.draft.description(text, fold(text), kind, country)  # type: ignore[arg-type]
            known.acts_for_state = False
        if country and known.country is None:
            known.country, known.name = country, text
        known.aliases.setdefault(text)
        self.clusters[key] = known
        return known

    def armed(self, word: str) -> Building:
        """The armed side that ``word`` ("rebel") tells of before a noun."""
        base = ARMED_BASES[word]
        known = self.clusters.get(f"{base}:")
        if known is None:
            known = next((b for k, b in self.clusters.items() if k.startswith(f"{base}:")), None)
        return known or self._cluster(
            base, word, "party" if base == "opposition" else "armed_group", None
        )

    def several(self, v: View, d: Description) -> tuple[str, ...]:
        """Whom one plural speaks of: "Greek and Turkish officials" of two lands; "the foreign
        ministers" of those in the article who were named with that office before."""
        if d.lands:
            return tuple(self._of_land(v, d, hit) for hit in d.lands)
        if not d.definite or d.noun.kind != "official" or d.owner is not None:
            return ()
        if d.lemma not in self.f.lexicon.offices:
            return ()
        office = " ".join([*d.content, d.lemma])
        named = {f.keys[0] for f in self.history[-_MEMORY:] if f.form == "name"}
        keys = [
            a.key for a in self.draft.actors.values()
            if a.key in named and any(office in r.title.lower() for r in a.roles)
        ]  # fmt: skip
        return tuple(keys) if 2 <= len(keys) <= MAX_SEVERAL else ()

    def _of_land(self, v: View, d: Description, hit: Hit) -> str:
        """The actor of one of the lands of ``d``, under a name of its own."""
        land, entry = self.f.text[hit.start : hit.end], hit.entry
        after = hit.start > v.tokens[d.head].start
        name = f"{d.common} of {land}" if after else f"{land} {d.common}"
        country = entry.country if entry.acts_for_state or entry.sort != "name" else None
        made = self.draft.description(name, fold(name), d.kind, country)  # type: ignore[arg-type]
        return made.key

    def _bearer(self, v: View, d: Description) -> Building | None:
        """ "The Algerian diplomat" right after a sentence about one person: that person."""
        if self.described.get(d.lemma):
            return None
        before = [
            f for f in self.history[-_MEMORY:]
            if v.index - 1 <= f.sentence <= v.index and f.form == "name" and len(f.keys) == 1
            and f.keys[0].startswith("person:")
        ]  # fmt: skip
        keys = {f.keys[0] for f in before}
        if len(keys) != 1 or not any(f.subject for f in before):
            return None
        person = self.draft.actors[keys.pop()]
        if d.owner is not None and person.country not in (None, d.owner.country):
            return None
        return person

    def earlier(self, lemma: str) -> Building | None:
        known = self.described.get(lemma)
        return known[-1] if known else None
