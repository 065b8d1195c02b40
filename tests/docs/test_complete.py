"""What there is stands in the docs, and what stands in the docs is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench import docs

from standoff.record.tables import EXPORTS, columns
from standoff.vocab.vocabulary import COLUMNS
from tests.docs.pages import ROOT, blocks, pages

DOCS = ROOT / "docs"
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|srcset)=\"([^\"]+)\"")


def test_commands_page_is_what_help_says() -> None:
    assert docs.PAGE.read_text(encoding="utf-8") == docs.page(), "run: python -m bench.docs"


def test_every_command_has_an_example() -> None:
    code = "\n".join(b.code for p in pages() if p != docs.PAGE for b in blocks(p))
    missing = [c for c in docs.commands() if f"standoff {c}" not in code]
    assert missing == []


def test_every_table_and_field_is_documented() -> None:
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert set(EXPORTS) <= set(sections)
    for table in EXPORTS:
        named = set(re.findall(r"`(\w+)`", sections[table]))
        missing = [c.name for c in columns(table) if c.name not in named]
        assert missing == [], f"{table}: {missing}"


def test_every_key_of_a_vocabulary_is_documented() -> None:
    page = (DOCS / "vocabulary.md").read_text(encoding="utf-8")
    for table, keys in COLUMNS.items():
        assert f"[[{table}]]" in page
        missing = [k for k in keys if f"`{k}`" not in page]
        assert missing == [], f"{table}: {missing}"


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    missing = [p.name for p in DOCS.glob("*.md") if p.name != "README.md" and p.name not in index]
    assert missing == []


@pytest.mark.parametrize("page", pages(), ids=lambda p: f"{p.parent.name}-{p.name}")
def test_links_lead_somewhere(page: Path) -> None:
    links = [a or b for a, b in _LINK.findall(page.read_text(encoding="utf-8"))]
    gone = [x for x in links if "://" not in x and not (page.parent / x).exists()]
    assert gone == []


def test_pictures_are_small() -> None:
    sizes = {p.name: p.stat().st_size for p in (DOCS / "pictures").glob("*.png")}
    assert sizes and max(sizes.values()) < 250_000 and sum(sizes.values()) < 3_000_000


def test_sentences_of_the_shown_event_are_the_examples_own() -> None:
    shown = next(b for b in blocks(ROOT / "README.md") if b.code.startswith("$ standoff show")).code
    folder = ROOT / "src" / "standoff" / "examples"
    texts = [p.read_text(encoding="utf-8").replace('\\"', '"') for p in folder.iterdir()]
    quoted = re.findall(r"^    (\S.*)$", shown, re.M)
    assert quoted
    for sentence in quoted:
        plain = re.sub(r"[«»\[\]]", "", sentence)
        assert any(plain in text for text in texts), plain
