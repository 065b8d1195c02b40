"""The actors and mentions of one article while they are being found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from standoff.types import ActorKind, LocalActor, Mention, Mentions, PlaceMention, Role
from standoff.vocab.actors import STATE_KINDS, Entry

_EDGE = frozenset("-–—\"'“‘(")
Form = Literal["name", "adjective", "metonym", "office", "description", "pronoun"]
MAX_ACTORS = 2_000
"""Actors kept of one article; a longer list is a table or an attack, not news."""


@dataclass(slots=True)
class Building:
    """An actor under construction; ``gender`` is "m", "f" or "" (unknown), ``title`` what
    stands before a person's name."""

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    acts_for_state: bool = False
    rule: str = ""
    gender: str = ""
    title: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    fallback: Role | None = None
    """The office that the table of leaders knows, used where the text names none."""

    def lead(self, role: Role) -> None:
        """Known from the table of leaders as an office-holder; the text's own words win later."""
        self.fallback, self.country = role, role.country
        self.kind, self.acts_for_state = "official", True

    def freeze(self) -> LocalActor:
        if self.fallback is not None and not self.roles:
            self.roles.append(self.fallback)
        aliases = tuple(a for a in self.aliases if a != self.name)
        return LocalActor(
            self.key, self.name, self.kind, aliases, self.country, self.acts_for_state,
            tuple(dict.fromkeys(self.roles)), self.rule,
        )  # fmt: skip


@dataclass(slots=True)
class Found:
    """A mention under construction, with what resolving references needs to know of it."""

    start: int
    end: int
    sentence: int
    head: int
    keys: tuple[str, ...]
    form: Form
    subject: bool = False
    plural: bool = False


@dataclass(slots=True)
class Draft:
    article_id: str
    text: str
    actors: dict[str, Building] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)

    def actor(
        self,
        key: str,
        name: str,
        kind: ActorKind,
        country: str | None = None,
        rule: str = "",
    ) -> Building:
        """The actor ``key``, made if new. Organs of a state act for it where it is known."""
        known = self.actors.get(key)
        if known is None:
            acts = kind in STATE_KINDS and country is not None
            known = Building(key, name, kind, country, acts, rule)
            self.actors[key] = known
        return known

    def of_entry(self, entry: Entry, surface: str | None = None) -> Building:
        """The actor that a lexicon entry stands for; ``surface`` becomes an alias."""
        known = self.actor(entry.key, entry.name, entry.kind, entry.country, "lexicon")
        known.acts_for_state = entry.acts_for_state
        if surface and entry.sort != "adjective":
            known.aliases.setdefault(surface)
        return known

    def description(
        self, text: str, folded: str, kind: ActorKind, country: str | None = None
    ) -> Building:
        """An actor without a name: its key holds the article's id."""
        return self.actor(f"desc:{self.article_id}:{folded}", text, kind, country, "description")

    def mention(
        self, start: int, end: int, place: tuple[int, int], keys: Iterable[str], form: Form
    ) -> Found:
        """A mention at ``place`` (sentence, head token)."""
        while start < end - 1 and self.text[start] in _EDGE:
            start += 1  # the parser leaves a dash on the first word of some articles
        made = Found(start, end, place[0], place[1], tuple(keys), form)
        self.found.append(made)
        return made

    def freeze(self) -> Mentions:
        """Actors in the order in which they are met, mentions and places in text order."""
        self.found.sort(key=lambda f: (f.start, -f.end, f.form))
        order: dict[str, int] = {}
        mentions: list[Mention] = []
        seen: set[tuple[int, int]] = set()
        for f in self.found:
            keys = [k for k in dict.fromkeys(f.keys) if k in order or len(order) < MAX_ACTORS]
            if not keys or (f.start, f.end) in seen:
                continue
            seen.add((f.start, f.end))
            for k in keys:
                order.setdefault(k, len(order))
            mentions.append(
                Mention(f.start, f.end, f.sentence, f.head, tuple(order[k] for k in keys), f.form)
            )
        places = {(p.start, p.end): p for p in self.places}
        return Mentions(
            actors=tuple(self.actors[k].freeze() for k in order),
            mentions=tuple(mentions),
            places=tuple(places[k] for k in sorted(places)),
        )
