"""The dispatches that ship for ``standoff demo``: enough of them, marked, fictitious, messy."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

FOLDER = files("standoff") / "examples"
MARK = "Written as an example; the outlet is fictitious."
JSON_FIELDS = {"id", "text", "url", "outlet", "title", "published", "note"}
REAL_OUTLETS = """
Al Jazeera; ANI; Associated Press; AFP; Agence France-Presse; BBC; Bloomberg; CNN; Dawn;
Express Tribune; Financial Times; Geo News; Global Times; Guardian; Hindustan Times;
Indian Express; Los Angeles Times; NDTV; New York Times; PTI; Press Trust of India; Reuters;
The Hindu; The Independent; The News International; The Print; The Times; The Wire;
Times of India; Wall Street Journal; Washington Post; Xinhua
"""
RESERVED = re.compile(r"https?://[\w.-]*\bexample\.(?:org|com|net)/")
WORDS = range(180, 451)


class _Page(HTMLParser):
    """What a reader of the page sees inside ``<article>``, and the page's meta tags."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.meta: dict[str, str] = {}
        self._in_article = self._in_paragraph = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if tag == "meta":
            key = named.get("property") or named.get("name") or named.get("itemprop") or ""
            self.meta[key] = named.get("content", "")
        if tag == "article":
            self._in_article = True
        if tag == "p" and self._in_article:
            self._in_paragraph = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False
        if tag == "p":
            self._in_paragraph = False

    def handle_data(self, data: str) -> None:
        if self._in_paragraph:
            self.paragraphs[-1] += data


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _page(name: str) -> _Page:
    page = _Page()
    page.feed(_read(name))
    return page


NAMES = sorted(entry.name for entry in FOLDER.iterdir() if entry.is_file())
PLAIN = [name for name in NAMES if name.endswith(".txt")]
PAGES = [name for name in NAMES if name.endswith(".html")]
ROWS = [json.loads(line) for line in _read("dispatches.jsonl").splitlines()]
TEXTS = (
    {name: _read(name) for name in PLAIN}
    | {name: "\n\n".join(_page(name).paragraphs) for name in PAGES}
    | {row["id"]: row["text"] for row in ROWS}
)


def _sentences(name: str) -> set[str]:
    flat = re.sub(r"[“”]", '"', TEXTS[name]).replace("’", "'")
    return {part.strip() for part in re.split(r"(?<=\.)\s+", flat) if len(part) > 40} - {MARK}


def test_enough_of_each_form() -> None:
    assert len(TEXTS) >= 14
    assert len(PLAIN) >= 5 and len(PAGES) >= 5 and len(ROWS) >= 5
    assert "README.md" in NAMES


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_marked_where_a_reader_sees_it(name: str) -> None:
    assert TEXTS[name].rstrip().endswith(MARK)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_of_a_dispatchs_length(name: str) -> None:
    assert len(TEXTS[name].split()) in WORDS


@pytest.mark.parametrize("name", PAGES)
def test_pages_carry_the_clutter_of_real_ones(name: str) -> None:
    markup = _read(name).lower()
    for clutter in ("<nav", "<script", "cookie", "share", "byline", "related", "comment"):
        assert clutter in markup, clutter
    meta = _page(name).meta
    assert meta["og:site_name"]
    assert RESERVED.match(meta["og:url"])
    day = meta.get("article:published_time") or meta["date"]
    assert re.match(r"2025-0[45]-\d\d", day)


def test_json_lines() -> None:
    assert all(set(row) == JSON_FIELDS for row in ROWS)
    assert all(isinstance(value, str) and value for row in ROWS for value in row.values())
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert row["note"] == MARK
        assert RESERVED.match(row["url"])
        assert re.match(r"2025-0[45]-\d\d", row["published"])


def test_no_outlet_is_a_real_one() -> None:
    shown = {_page(name).meta["og:site_name"] for name in PAGES} | {row["outlet"] for row in ROWS}
    shown |= {
        cell[1].strip() for cell in re.findall(r"\| (`[^|]+) \|([^|]+)\|", _read("README.md"))
    }
    assert len(shown) >= 8

    def bare(name: str) -> str:
        return name.strip().lower().removeprefix("the ")

    real = {bare(name) for name in REAL_OUTLETS.split(";")}
    assert not {bare(name) for name in shown} & real


def test_one_has_no_date_of_its_own() -> None:
    text = TEXTS["04-at-the-crossing.txt"]
    assert "2025" not in text
    assert "April 22" in text and "Earlier this month" in text


def test_three_copies_of_one_agency_text() -> None:
    agency = _sentences("02-treaty-in-abeyance.txt")
    near = _sentences("03-treaty-in-abeyance-gazette.txt")
    added = _sentences("harbour-courier-indus-waters.html")
    short = _sentences("saltmarsh-0424")
    assert len(near & agency) >= 0.7 * len(agency)
    assert len(added & agency) >= 0.7 * len(agency) and added - agency
    assert len(short & agency) >= 0.7 * len(short) and len(short) < 0.7 * len(agency)


def test_a_correction_names_what_it_corrects() -> None:
    title = TEXTS["01-pahalgam-attack.txt"].splitlines()[0]
    assert title in TEXTS["meridian-correction-0424"]
    assert "at least 24" in title and "26 people were killed" in TEXTS["meridian-correction-0424"]
