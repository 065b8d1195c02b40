"""The last walk, in text order: organs without owner, offices, descriptions, pronouns, pairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from standoff.extract.mentions.describing import Describing
from standoff.extract.mentions.descriptions import ARMED_BASES, GROUP_NOUNS, Description
from standoff.extract.mentions.draft import Building, Found
from standoff.extract.mentions.gatherings import CROWD, GATHERINGS, find_gatherings
from standoff.extract.mentions.institutions import Institution
from standoff.extract.mentions.offices import PARTISAN, Office
from standoff.extract.mentions.pairs import find_pairs, find_powers, powers, resolve_pair
from standoff.extract.mentions.reference import (
    HE,
    PRONOUNS,
    SHE,
    is_subject,
    resolve_pronoun,
)
from standoff.extract.mentions.view import View
from standoff.types import ActorKind, Role
from standoff.vocab.actors import fold

if TYPE_CHECKING:
    from standoff.extract.mentions.finder import Finder

Step = tuple[int, int, Callable[[], Found | None]]
_HEADS = frozenset({"leader", "chief", "head"})
_HEAD_TITLES = tuple(
    "president general secretary-general director-general king emir sultan chancellor premier"
    " chairman director prime supreme".split()
)
"""A word of the titles that make a head of state, of government or of an organisation."""
_MEMORY = 500
"""Mentions that a look back for a bare organ goes over."""
_BEARER_REACH = 3
"""Sentences that "the minister" looks back where several were named."""


def _is_world_court(actor: Building) -> bool:
    return actor.kind == "igo" and bool({"Court", "Tribunal"} & set(actor.name.split()))


def _itself(found: Found) -> Found:
    return found


class Referring:
    """Walks the article once, with the mentions so far as history."""

    def __init__(self, finder: Finder) -> None:
        self.f = finder
        self.draft = finder.draft
        self.history: list[Found] = []
        self.ready: dict[int, list[Found]] = {}
        """By sentence, what was found before this walk."""
        self.bearers: dict[str, list[Building]] = {}
        """By each word of their offices, the persons who hold one."""
        self.describing = Describing(finder, self.history)

    def run(self) -> None:
        for known in self.draft.found:
            self.ready.setdefault(known.sentence, []).append(known)
        for actor in self.draft.actors.values():
            for word in {w for role in actor.roles for w in role.title.lower().split()}:
                self.bearers.setdefault(word, []).append(actor)
        for v in self.f.views:
            steps: list[Step] = [
                (f.start, f.end, partial(_itself, f)) for f in self.ready.get(v.index, ())
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
        for head, first in find_gatherings(v).items():
            add(head, head, partial(self._gathering, v, first, head))
        pairs = find_pairs(v)
        for d in self.f.descriptions[v.index]:
            if d.head not in pairs and not v.taken[d.head]:
                add(d.first, d.head, partial(self._description, v, d))
        for head, first in pairs.items():
            add(first, head, partial(self._pair, v, first, head))
        for head, first in find_powers(v).items():
            add(first, head, partial(self._powers, v, first, head))
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
        for f in reversed(self.history[-_MEMORY:]):
            actor = self.draft.actors[f.keys[0]]
            if kind == "court" and organ.definite and _is_world_court(actor):
                return self._mention(v, organ.first, organ.last, (actor.key,), "description")
            if (
                len(f.keys) == 1
                and actor.kind == kind
                and f.form != "metonym"
                and (kind != "ministry" or actor.key.endswith(f":{organ.field}"))
            ):
                last = actor
                break
        if last is None or last.country is None:
            country = self.f.land.at(start)
            if organ.words[-1] == "regime" and self._is_subject_here(v, country):
                country = None  # nobody calls its own government so
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

    def _is_subject_here(self, v: View, country: str | None) -> bool:
        """Whether the subject of this sentence so far is ``country`` or acts for it."""
        return any(
            f.subject and self.draft.actors[f.keys[0]].country == country
            for f in reversed(self.history[-20:])
            if f.sentence == v.index
        )

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
        if first and v.lower[first - 1] == "for" and office.state and owner is None:
            return None  # "ran for president"
        held = self._holder(v.index, office, country, organisation) or self._head(
            v, office, country, organisation
        )
        if held is not None:
            return self._mention(v, first, office.last, (held,), "office")
        text = " ".join(v.text(first, office.last, self.f.text).split())
        kind: ActorKind = "official" if office.state else "person"
        of_state = owner is None or owner.sort != "name" or owner.acts_for_state
        land = country if of_state else None
        told = owner is not None or organisation is not None or office.owner_token >= 0
        if not told and office.state and not office.former and office.purpose != "diplomat":
            land = self.f.land_of(v, office) if not PARTISAN & set(text.lower().split()) else None
        if land is not None and office.word not in ("official", "officer"):
            actor = self.draft.actor(f"office:{land}:{fold(text)}", text, kind, land, "office")
            if office.former:
                actor.acts_for_state = False
        else:
            folded = f"{fold(organisation)} {fold(text)}" if organisation else fold(text)
            known = None
            if self._the(v, first) and organisation is None:
                known = self.describing.earlier(office.word)
            actor = known or self.draft.description(text, folded, kind, land)
            self.describing.described.setdefault(office.word, []).append(actor)
            role = Role(text, organisation, land)
            if organisation is not None and role not in actor.roles:
                actor.roles.append(role)
        return self._mention(v, first, office.last, (actor.key,), "office")

    def _the(self, v: View, first: int) -> bool:
        return first > 0 and v.lower[first - 1] in ("the", "that", "this")

    def _holder(
        self, index: int, office: Office, country: str | None, organisation: str | None
    ) -> str | None:
        """The one person of the article who holds this office; None if none or several."""
        if office.word in ("official", "officer", "deputy", "counterpart"):
            return None
        mine = office.title.lower()

        def holds(actor: Building) -> bool:
            return any(
                mine in role.title.lower()
                and country in (None, role.country)
                and organisation in (None, role.organisation)
                for role in actor.roles
            )

        bearers = self.bearers.get(mine.split()[-1], ())
        found = list(islice((a for a in bearers if holds(a)), 2))
        if len(found) == 1:
            return found[0].key
        if found and country is None and organisation is None:
            for f in reversed(self.history):  # the one spoken of before, and not beside it
                if f.sentence < index - _BEARER_REACH:
                    break
                actor = self.draft.actors[f.keys[0]]
                if f.sentence < index and f.form != "adjective" and holds(actor):
                    return f.keys[0]
        return None

    def _head(
        self, v: View, office: Office, country: str | None, organisation: str | None
    ) -> str | None:
        """ "The Syrian leader", "the OAS chief": the only head of it in the article."""
        if office.word not in _HEADS or not (country or organisation) or office.former:
            return None
        if office.first != office.last or not self._singular_the(v, office):
            return None
        heads = (
            a.key
            for word in _HEAD_TITLES
            for a in self.bearers.get(word, ())
            for r in (*a.roles, *((a.fallback,) if a.fallback is not None else ()))
            if a.kind in ("person", "official") and word in r.title.lower().split()
            and (r.organisation == organisation if organisation else r.country == country)
            and not (organisation is None and r.organisation)
            and not {"vice", "deputy", "former"} & set(r.title.lower().split())
        )  # fmt: skip
        first = next(heads, None)
        return first if all(key == first for key in heads) else None

    def _singular_the(self, v: View, office: Office) -> bool:
        """ "The Syrian leader" and no "a Syrian leader"."""
        k = office.first - 1
        while k >= 0 and v.cover[k] is not None:
            k -= 1
        return k >= 0 and v.lower[k] in ("the", "that", "this")

    # --- descriptions ------------------------------------------------------------------------

    def _description(self, v: View, d: Description) -> Found | None:
        several = self.describing.several(v, d) if d.plural else ()
        if several:
            found = self._mention(v, d.first, d.head, several, "description")
            found.plural = True
            return found
        actor = self.describing.actor_of(v, d)
        if actor is None:
            return None
        found = self._mention(v, d.first, d.head, (actor.key,), "description")
        if d.text != actor.name:
            actor.aliases.setdefault(d.text)
        found.plural = d.plural
        return found

    def _gathering(self, v: View, first: int, head: int) -> Found:
        """ "Student protests": those who protest, the same as the protesters spoken of before."""
        word = GATHERINGS[v.tokens[head].lemma]
        known = next((k for lemma in CROWD if (k := self.describing.earlier(lemma))), None)
        if known is None:
            known = self.draft.description(word, word, "civilians")
            self.describing.described.setdefault(word.removesuffix("s"), []).append(known)
        if first < head:
            known.aliases.setdefault(v.text(first, head, self.f.text))
        found = self._mention(v, head, head, (known.key,), "description")
        found.plural = True
        return found

    def _armed_adjective(self, v: View, i: int) -> Found | None:
        """ "rebel-held", "rebel leaders": the rebels, named by the way."""
        known = self.describing.armed(v.lower[i])
        return self._mention(v, i, i, (known.key,), "adjective")

    # --- pairs and pronouns ------------------------------------------------------------------

    def _powers(self, v: View, first: int, head: int) -> Found:
        found = self._mention(v, first, head, powers(self.draft, self.f.lexicon), "description")
        found.plural = True
        return found

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
        for f in self.ready.get(v.index, ()):
            if f.subject and f.start > v.tokens[i].start:
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
