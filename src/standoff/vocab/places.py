"""Where: regions and sites by hand, countries, and GeoNames' cities in one compact sorted file.

The gazetteer is unpacked on first use (some 30 ms) and searched by bisection; nothing is parsed.
"""

from __future__ import annotations

import functools
import gzip
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from standoff.types import Place
from standoff.vocab import rows
from standoff.vocab.actors import Entry, fold

GAZETTEER = "places_gazetteer.tsv.gz"
WELL_KNOWN = 100_000
"""People from which a city is taken for the one meant where nothing tells the country."""
_GENERIC = frozenset(
    "old new city town village green zone sea ocean center centre downtown port island islands"
    " airport capital district province region area the of upper lower east west north south"
    " eastern western northern southern central street square valley river mountain border".split()
)
_QUOTES = re.compile(r"['’ʻ‘`ʼ]")
_GAPS = re.compile(r"[-‐‑–\s.]+")
_AFFIX = re.compile(
    r"^(?:the )?(?:(?:north|south|east|west)(?:ern|[- ]?east(?:ern)?|[- ]?west(?:ern)?)?|central"
    r"|greater|upper|lower|rural|downtown|old) "
    r"|^(?:the )?(?:city|town|village|province|governorate|district|region|port) of "
    r"| (?:province|governorate|district|region|city|county|state|town|village)$"
)


def fold_place(name: str) -> str:
    """Lower case, no accents, no quotes, hyphens as spaces: "Sana'a" and "Sanaa" are one."""
    if not name.isascii():
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
        )
    name = _GAPS.sub(" ", _QUOTES.sub("", name).casefold()).strip()
    return name[4:] if name.startswith("the ") else name


@dataclass(frozen=True, slots=True)
class City:
    country: str
    latitude: float
    longitude: float
    people: int


@functools.cache
def _gazetteer() -> bytes:
    data = files(__package__).joinpath(GAZETTEER).read_bytes()
    return b"\n" + gzip.decompress(data)


@functools.lru_cache(maxsize=16384)
def cities(name: str) -> tuple[City, ...]:
    """The cities called ``name``, the largest first; empty if there is none.

    Names made of common words alone ("Old City", "Sea") are nobody's.
    """
    folded = fold_place(name)
    if _GENERIC.issuperset(folded.split()):
        return ()
    data, key = _gazetteer(), folded.encode() + b"\t"
    lo, hi = 0, len(data) - 1
    while lo < hi:  # the first line that is not smaller than the key; lo, hi are newlines
        middle = data.rfind(b"\n", lo, (lo + hi) // 2 + 1)
        after = data.find(b"\n", middle + 1)
        if data[middle + 1 : after] < key:
            lo = after
        else:
            hi = middle
    found = []
    while data.startswith(key, lo + 1):
        after = data.find(b"\n", lo + 1)
        _, country, lat, lon, people = data[lo + 1 : after].decode().split("\t")
        found.append(City(country, float(lat), float(lon), int(people)))
        lo = after
    return tuple(sorted(found, key=lambda c: (-c.people, c.country)))


@functools.cache
def sites() -> Mapping[str, Place]:
    """Regions, disputed territories and sites by folded name and alias."""
    out: dict[str, Place] = {}
    for row in rows("places_sites.csv"):
        aliases = tuple(x for x in row["aliases"].split("|") if x)
        place = Place(
            key=f"place:{fold_place(row['name'])}:{row['country']}",
            name=row["name"],
            aliases=aliases,
            country=row["country"] or None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            precision=row["precision"],  # type: ignore[arg-type]
            source="standoff",
        )
        for name in (row["name"], *aliases):
            out[fold_place(name)] = place
    return out


@functools.cache
def _lands() -> Mapping[str, str]:
    from standoff.vocab.actors import state_names

    return {entry.country: entry.name for _, entry in state_names() if entry.country}


def land_place(country: str) -> Place | None:
    """The whole country (alpha-3) as a place; None for a code that is none."""
    name = _lands().get(country)
    return None if name is None else resolve_place(name)


@functools.cache
def _countries() -> Mapping[str, Entry]:
    from standoff.vocab.actors import state_names

    return {fold_place(name): entry for name, entry in state_names()}


def resolve_place(name: str, country_hint: str | None = None) -> Place:
    """The place that ``name`` means, preferring one in ``country_hint`` (alpha-3).

    Coordinates are a city's centre (precision ``exact``), a region's or a country's rough middle.
    "northern X", "X province" and "near X" give X with precision ``district``. An unknown name
    comes back without coordinates, precision ``unknown``, never as a guess at another place.
    """
    folded = fold_place(name)
    whole = _lookup(name, folded, country_hint)
    if whole is not None:
        return whole
    core = folded
    while (shorter := _AFFIX.sub("", core)) != core:
        core = shorter
    core = core.removeprefix("near ").removeprefix("outside ")
    part = _lookup(name, core, country_hint) if core and core != folded else None
    if part is None:
        return Place(key=f"place:{folded}:{country_hint or ''}", name=name, country=country_hint)
    return Place(
        key=f"place:{folded}:{part.country or ''}",
        name=name,
        country=part.country,
        latitude=part.latitude,
        longitude=part.longitude,
        precision="district",
        source=part.source,
    )


def _plain(found: tuple[City, ...]) -> bool:
    """Whether a name without any hint of a country is one well-known city's."""
    return found[0].people >= WELL_KNOWN and (
        len(found) == 1 or found[0].people >= 4 * found[1].people
    )


def _lookup(name: str, folded: str, hint: str | None) -> Place | None:
    site = sites().get(folded)
    if site is not None and (
        site.country is None
        or hint in (None, site.country)
        or not any(c.country == hint and c.people >= WELL_KNOWN for c in cities(folded))
    ):
        return site
    state = _countries().get(folded)
    if state is not None:
        return Place(
            key=f"place:{fold_place(state.name)}:{state.country}",
            name=state.name,
            country=state.country,
            precision="country",
            source="CLDR",
        )
    found = cities(folded)
    here = [c for c in found if c.country == hint]
    city = here[0] if here else (found[0] if found and not hint and _plain(found) else None)
    if city is None:
        return site
    return Place(
        key=f"place:{fold(folded)}:{city.country}",
        name=name,
        country=city.country,
        latitude=city.latitude,
        longitude=city.longitude,
        precision="exact",
        source="GeoNames",
    )
