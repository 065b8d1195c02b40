"""Descriptions → actors: one named before, a cluster of rebels, whose opponents, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from standoff.extract.mentions.descriptions import ARMED_BASES, GROUP_NOUNS, Description, armed_base
from standoff.extract.mentions.draft import Building, Found
from standoff.extract.mentions.reference import PRONOUNS, last_of, resolve_pronoun
from standoff.extract.mentions.view import View
from standoff.vocab.actors import STATE_KINDS, fold

if TYPE_CHECKING:
    from standoff.extract.mentions.finder import Finder

_OF_NAME = frozenset("group movement organization organisation network militia".split())
_BEARERS = frozenset("diplomat cleric politician lawmaker statesman activist dissident".split())
_ARMED_KINDS = frozenset({"armed_group", "party"})
_BARE = frozenset("group organization organisation agency company party alliance community".split())
"""Nouns that name nobody unless something tells them from others."""
MAX_SEVERAL = 8
"""Office-holders that one plural can take up."""


class Describing:
    """Says whom a description means, given what was said before (``history``, kept elsewhere)."""

    def __init__(self, finder: Finder, history: Sequence[Found]) -> None:
        self.f = finder
        self.draft = finder.draft
        self.history = history
        self.described: dict[str, list[Building]] = {}
        self.clusters: dict[str, Building] = {}

    def actor_of(self, v: View, d: Description) -> Building | None:
        if d.noun.relational:
            return self._related(v, d)
        owner, country = d.owner, None
        if owner is not None and (owner.sort != "name" or owner.acts_for_state):
            country = owner.country
        if owner is not None and owner.kind == "armed_group" and d.lemma in _OF_NAME:
            known = self.draft.actors.get(owner.key)  # "the Islamic State militant group"
            if known is not None:
                return known
        if d.definite and not d.plural and d.lemma in _BEARERS and d.based is None:
            known = self._bearer(v, d)
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
            if known is None and not d.modified and d.lemma in ("agency", "watchdog"):
                known = last_of(self.draft, self.history, frozenset({"igo", "media", "ngo"}))
            if known is not None:
                return known
        if d.kind in ("state", "other") and not d.noun.alone:
            return None
        if d.lemma in _BARE and not d.modified and d.kind != "armed_group":
            return None
        kind = d.kind
        if kind == "media" and country is None and {"state", "regime"} & set(d.content):
            country = self.f.country_at(v.tokens[d.head].start)
        base = armed_base(d)
        if base is not None:
            return self._cluster(base, d.text, kind, country)
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
            here = [f for f in self.draft.found if f.sentence == v.index and f.head == i]
            keys = here[0].keys if here else ()
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
        return known or self._cluster(base, word, "armed_group", None)

    def several(self, d: Description) -> tuple[str, ...]:
        """ "The foreign ministers": those of the article who were named with that office before."""
        if (
            d.noun.kind != "official"
            or d.owner is not None
            or d.lemma not in self.f.lexicon.offices
        ):
            return ()
        office = " ".join([*d.content, d.lemma])
        named = {f.keys[0] for f in self.history if f.form == "name"}
        keys = [
            a.key for a in self.draft.actors.values()
            if a.key in named and any(office in r.title.lower() for r in a.roles)
        ]  # fmt: skip
        return tuple(keys) if 2 <= len(keys) <= MAX_SEVERAL else ()

    def _bearer(self, v: View, d: Description) -> Building | None:
        """ "The Algerian diplomat" right after a sentence about one person: that person."""
        if self.described.get(d.lemma):
            return None
        before = [
            f for f in self.history
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
