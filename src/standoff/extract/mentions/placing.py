"""Names that are places: how far they reach, and in which land they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standoff.extract.mentions.names import Chunk
from standoff.extract.mentions.view import View
from standoff.extract.mentions.where import (
    is_direction,
    known_place,
    named_place,
    tells_what_place,
)
from standoff.vocab.places import WELL_KNOWN, cities, resolve_place

if TYPE_CHECKING:
    from standoff.extract.mentions.finder import Finder

_DWARFED = 50
"""How many times larger a great city is than a namesake that nobody means who does not say so."""


class Placing:
    """Turns names of one article into places."""

    def __init__(self, finder: Finder) -> None:
        self.f = finder

    def place(self, v: View, chunk: Chunk) -> None:
        """Makes the name a place of the article."""
        v.claim(chunk.first, chunk.last)
        back = v.cover[chunk.first - 1] if chunk.first else None
        joined = back is not None and back.end + 1 == chunk.start and not known_place(chunk.text)
        if joined and back is not None and back.entry.sort != "name":
            chunk.first = v.token_from(back.start)  # "Baghdad" + "International Airport"
            self.f.draft.places = [
                p for p in self.f.draft.places if not back.start <= p.start < back.end
            ]
        hint = self._land_beside(v, chunk)
        if hint is None:
            hint = self.hint(chunk.text)
        if hint is None and len(chunk.words) > 1:
            hint = self.hint(chunk.words[0])  # "Herat Regional Hospital"
        if hint is None and tells_what_place(v, chunk.first, chunk.last):
            hint = self.f.land.so_far(chunk.start)  # no gazetteer has every village
            if any(c.country != hint for c in cities(chunk.text)):
                hint = None
        place = named_place(v, chunk.first, chunk.last, self.f.text, hint)
        self.f.draft.places.append(place)
        if place.country is not None:
            self.f.land.place(place.start, place.country)

    def _land_beside(self, v: View, chunk: Chunk) -> str | None:
        """ "X, Peru", "X in northern Peru", "the X district of Lima", "Peru's X province"."""
        n, k = len(v.tokens), chunk.last + 1
        if k < n and tells_what_place(v, chunk.first, chunk.last):
            k += v.lower[k].isalpha() and v.lower[k] not in ("in", "of")
            if k < n and v.lower[k] == "of":
                k += 1
        if k < n and v.lower[k] in (",", "in"):
            k += 1
        if k > chunk.last + 1:
            while k < n and (v.lower[k] == "the" or is_direction(v.lower[k])):
                k += 1
            hit = v.cover[k] if k < n else None
            if hit is not None:
                return hit.entry.country
            land = self._land_named(v, k)
            if land is not None:
                return land
        left = v.before(chunk.first)
        if 0 <= left < chunk.first - 1 and (hit := v.cover[left]) is not None:
            return hit.entry.country if hit.entry.sort == "state" else None
        return None

    def _land_named(self, v: View, k: int) -> str | None:
        """The land of the place whose name begins at token ``k``, if it is one alone."""
        after = next((c for c in self.f.chunks[v.index] if c.first == k), None)
        if after is None or (after.key or "").startswith("person:"):
            return None
        name = after.text
        if after.last + 1 < len(v.tokens) and v.lower[after.last + 1] in ("province", "state"):
            name = f"{name} {v.lower[after.last + 1]}"
        return resolve_place(name, self.hint(after.text)).country

    def hint(self, name: str) -> str | None:
        """The country that a place is looked for in: the article's most named one that has it."""
        here = cities(name)
        great = here[0].people if here and here[0].people >= WELL_KNOWN else 0
        lands = {c.country for c in here if c.people * _DWARFED >= great}
        return next((country for country in self.f.land.named(4) if country in lands), None)
