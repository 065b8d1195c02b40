"""The last walk, in text order: organs without owner, offices, descriptions, pronouns, pairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from standoff.extract.mentions.descriptions import ARMED_BASES, GROUP_NOUNS, Description, armed_base
from standoff.extract.mentions.draft import Building, Found
from standoff.extract.mentions.institutions import Institution
from standoff.extract.mentions.offices import Office
from standoff.extract.mentions.reference import (
    HE,
    PAIR_NOUNS,
    PRONOUNS,
    SHE,
    is_subject,
    last_of,
    resolve_pair,
    resolve_pronoun,
)
from standoff.extract.mentions.view import View
from standoff.types import ActorKind
from standoff.vocab.actors import STATE_KINDS, fold

if TYPE_CHECKING:
    from standoff.extract.mentions.finder import Finder

Step = tuple[int, int, Callable[[], Found | None]]
_OF_NAME = frozenset("group movement organization organisation network militia".split())
_BEARERS = frozenset("diplomat cleric politician lawmaker statesman activist dissident".split())
MAX_SEVERAL = 8
"""Office-holders that one plural can take up."""
_ARMED_KINDS = frozenset({"armed_group", "party"})
_LEADING = ("the ", "a ", "an ", "this ", "that ")


def _itself(found: Found) -> Found:
    return found


class Referring:
    """Walks the article once, with the mentions so far as history."""

    def __init__(self, finder: Finder) -> None:
        self.f = finder
        self.draft = finder.draft
        self.history: list[Found] = []
        self.described: dict[str, list[Building]] = {}
        self.clusters: dict[str, Building] = {}

    def run(self) -> None:
        ready: dict[int, list[Found]] = {}
        for known in self.draft.found:
            ready.setdefault(known.sentence, []).append(known)
        for v in self.f.views:
            steps: list[Step] = [
                (f.start, f.end, partial(_itself, f)) for f in ready.get(v.index, ())
            ]
            steps += self._steps(v)
            for _, _, step in sorted(steps, key=lambda s: (s[1], -s[0])):
                found = step()
                if found is not None:
                    self.history.append(found)

    def _steps(self, v: View) -> list[Step]:
        out: list[Step] = []

        def add(first: int, last: int, step: Callable[[], Found | None]) -> None:
            out.append((v.tokens[first].start, v.tokens[last].end, step))

        for organ in self.f.organs[v.index]:
            if organ.key is None:
                add(organ.first, organ.last, partial(self._organ, v, organ))
        for office in self.f.offices[v.index]:
            if office.person is None:
                add(office.first, office.last, partial(self._office, v, office))
        if not v.parsed:
            return out
        pairs = self._pairs(v)
        for d in self.f.descriptions[v.index]:
            if d.head not in pairs and not v.taken[d.head]:
                add(d.first, d.head, partial(self._description, v, d))
        for head, first in pairs.items():
            add(first, head, partial(self._pair, v, first, head))
        for i, low in enumerate(v.lower):
            if low in ARMED_BASES and self._qualifies(v, i):
                add(i, i, partial(self._armed_adjective, v, i))
            if low in PRONOUNS and v.tokens[i].pos in ("PRON", "DET"):
                add(i, i, partial(self._pronoun, v, i))
        return out

    def _qualifies(self, v: View, i: int) -> bool:
        """The word stands before a noun that is no armed group itself."""
        token = v.tokens[i]
        if v.taken[i] or token.dep not in ("compound", "amod", "nmod", "npadvmod"):
            return False
        if i + 1 < len(v.tokens) and v.lower[i + 1] in ("-", "–"):
            return True
        return token.head > i and v.tokens[token.head].lemma not in GROUP_NOUNS

    def _mention(self, v: View, first: int, last: int, keys: tuple[str, ...], form: str) -> Found:
        start, end = v.tokens[first].start, v.tokens[last].end
        head = v.head_of(first, last) if form != "description" else (last if v.parsed else -1)
        found = self.draft.mention(start, end, (v.index, head), keys, form)  # type: ignore[arg-type]
        found.subject = is_subject(v, head)
        return found

    # --- organs and offices without an owner -------------------------------------------------

    def _organ(self, v: View, organ: Institution) -> Found | None:
        kind, start = organ.kind, v.tokens[organ.first].start
        before = organ.first - 1
        if before >= 0 and v.tokens[before].dep == "poss" and v.tokens[before].pos == "PRON":
            return self._possessed(v, organ, before)
        last = None
        for f in reversed(self.history):
            actor = self.draft.actors[f.keys[0]]
            if (
                len(f.keys) == 1
                and actor.kind == kind
                and (kind != "ministry" or actor.key.endswith(f":{organ.field}"))
            ):
                last = actor
                break
        if last is None or last.country is None:
            country = self.f.country_at(start)
            if country is None and not organ.definite:
                return None
        else:
            country = last.country
        if last is not None and last.country == country and kind != "court":
            organ.key = last.key
            form = "adjective" if organ.adjective else "name"
            return self._mention(v, organ.first, organ.last, (last.key,), form)
        if country is None and organ.adjective:
            return None
        if country is None:
            text = v.text(organ.first, organ.last, self.f.text)
            actor = self.draft.description(text, fold(text), kind)
            return self._mention(v, organ.first, organ.last, (actor.key,), "description")
        return self.f.organ(v, organ, country)

    def _possessed(self, v: View, organ: Institution, pronoun: int) -> Found | None:
        """ "His regime", "its army": of the land of whoever the pronoun takes up."""
        keys = resolve_pronoun(self.draft, self.f.views, self.history, v, pronoun)
        country = self.draft.actors[keys[0]].country if len(keys) == 1 else None
        return self.f.organ(v, organ, country) if country is not None else None

    def _office(self, v: View, office: Office) -> Found | None:
        owner, organisation, country = self.f.owner_of(v, office)
        owned = owner is not None or organisation is not None or office.state
        if office.weak and not owned and not self._the(v, office.first):
            return None
        if office.purpose == "head" and office.weak and organisation is None and country is None:
            return None
        first = office.first
        held = self._holder(office, country, organisation)
        if held is not None:
            return self._mention(v, first, office.last, (held,), "office")
        text = " ".join(v.text(first, office.last, self.f.text).split())
        kind: ActorKind = "official" if office.state else "person"
        of_state = owner is None or owner.sort != "name" or owner.acts_for_state
        land = country if of_state else None
        if land is None and organisation is None and office.state and self._the(v, first):
            land = None
        if land is not None and office.word not in ("official", "officer"):
            actor = self.draft.actor(f"office:{land}:{fold(text)}", text, kind, land, "office")
            if office.former:
                actor.acts_for_state = False
        else:
            folded = f"{fold(organisation)} {fold(text)}" if organisation else fold(text)
            known = None
            if self._the(v, first) and organisation is None:
                known = self._earlier(office.word, False)
            actor = known or self.draft.description(text, folded, kind, land)
            self.described.setdefault(office.word, []).append(actor)
        return self._mention(v, first, office.last, (actor.key,), "office")

    def _the(self, v: View, first: int) -> bool:
        return first > 0 and v.lower[first - 1] in ("the", "that", "this")

    def _holder(self, office: Office, country: str | None, organisation: str | None) -> str | None:
        """The one person of the article who holds this office; None if none or several."""
        if office.word in ("official", "officer", "deputy", "counterpart"):
            return None
        found: dict[str, None] = {}
        for actor in self.draft.actors.values():
            for role in actor.roles:
                if country is not None and role.country != country:
                    continue
                if organisation is not None and role.organisation != organisation:
                    continue
                mine, theirs = office.title.lower(), role.title.lower()
                if mine in theirs or (
                    office.word == "minister" and mine == "minister" and ("minister" in theirs)
                ):
                    found.setdefault(actor.key)
        return next(iter(found)) if len(found) == 1 else None

    # --- descriptions ------------------------------------------------------------------------

    def _description(self, v: View, d: Description) -> Found | None:
        several = self._several(d) if d.definite and d.plural else ()
        if several:
            found = self._mention(v, d.first, d.head, several, "description")
            found.plural = True
            return found
        actor = self._described(v, d)
        if actor is None:
            return None
        found = self._mention(v, d.first, d.head, (actor.key,), "description")
        if d.text != actor.name:
            actor.aliases.setdefault(d.text)
        found.plural = d.plural
        return found

    def _described(self, v: View, d: Description) -> Building | None:
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
            known = self._earlier(d.lemma, d.plural) if not d.modified else None
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
        if (
            d.lemma
            in (
                "group",
                "organization",
                "organisation",
                "agency",
                "company",
                "party",
                "alliance",
                "community",
            )
            and not d.modified
            and d.kind != "armed_group"
        ):
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
        own = " ".join([*d.content, v.lower[d.head]])
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

    def _armed_adjective(self, v: View, i: int) -> Found | None:
        """ "rebel-held", "rebel leaders": the rebels, named by the way."""
        base = ARMED_BASES[v.lower[i]]
        known = self.clusters.get(f"{base}:")
        if known is None:
            known = next((b for k, b in self.clusters.items() if k.startswith(f"{base}:")), None)
        if known is None:
            known = self._cluster(base, v.lower[i], "armed_group", None)
        return self._mention(v, i, i, (known.key,), "adjective")

    def _several(self, d: Description) -> tuple[str, ...]:
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

    def _earlier(self, lemma: str, plural: bool) -> Building | None:
        known = self.described.get(lemma)
        return known[-1] if known else None

    # --- pairs and pronouns ------------------------------------------------------------------

    def _pairs(self, v: View) -> dict[int, int]:
        """Head → first token of "both sides", "the two nuclear-armed neighbours"."""
        out: dict[int, int] = {}
        for i, low in enumerate(v.lower):
            if low not in ("both", "two"):
                continue
            if low == "two" and not (i and v.lower[i - 1] in ("the", "these", "those")):
                continue
            for k in range(i + 1, min(i + 6, len(v.tokens))):
                token = v.tokens[k]
                if token.lemma in PAIR_NOUNS and token.tag in ("NNS", "NNPS"):
                    out[k] = i - 1 if low == "two" else i
                    break
                if token.pos not in ("DET", "ADJ", "NOUN", "PUNCT", "VERB", "ADV") and (
                    token.text != "-" and token.lower != "of"
                ):
                    break
        return out

    def _pair(self, v: View, first: int, head: int) -> Found | None:
        keys = resolve_pair(self.draft, self.f.lexicon, self.f.views, self.history, (v.index, head))
        if not keys:
            return None
        found = self._mention(v, first, head, keys, "description")
        found.plural = True
        return found

    def _ahead(self, v: View, i: int) -> tuple[str, ...]:
        """ "In his statement, X said": the subject that follows."""
        if i > 3 or v.tokens[i].dep != "poss" or v.tokens[0].pos not in ("ADP", "SCONJ"):
            return ()
        gender = "m" if v.lower[i] in HE else "f" if v.lower[i] in SHE else ""
        for f in self.draft.found:
            if f.sentence == v.index and f.subject and f.start > v.tokens[i].start:
                actor = self.draft.actors[f.keys[0]]
                token = v.tokens[f.head]
                if v.tokens[token.head].dep != "ROOT" or f.form == "pronoun":
                    continue
                if gender:
                    fits = actor.kind in ("person", "official") and actor.gender in ("", gender)
                else:
                    fits = v.lower[i] == "its" and actor.kind not in ("person", "official")
                return f.keys if fits else ()
        return ()

    def _pronoun(self, v: View, i: int) -> Found | None:
        keys = self._ahead(v, i) or resolve_pronoun(self.draft, self.f.views, self.history, v, i)
        if not keys:
            return None
        found = self._mention(v, i, i, keys, "pronoun")
        found.plural = len(keys) > 1 or v.lower[i] in ("they", "them", "their")
        return found
