"""The demo's dossier as a reader meets it, in a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

import standoff
from tests.browser import chromium

MAX_SIZE = 3_000_000
SECTIONS = (
    "glance", "timeline", "ledger", "figures", "pairs", "commitments", "actors", "relations",
    "statements", "articles",
)  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
OPEN = "n => { for (; n; n = n.parentElement) if (n.tagName === 'DETAILS') n.open = true }"
# Where a value is that can be followed, and how many of them are.
VALUES = {
    "#glance .claims a": 2,
    "#timeline .facts a.ref": 2,
    "#ledger td a": 2,
    "#figures .claims .n a": 1,
    "#commitments .why > summary": 1,
    "#actors .why > summary": 1,
    "#relations .why > summary": 1,
    "#statements a.place": 1,
}


@dataclass
class Seen:
    """What a page asked for, and what went wrong in it."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a demo")
    command = [sys.executable, "-m", "standoff", "demo", "--out", str(folder), "--quiet"]
    subprocess.run(command, check=True)
    return folder


@pytest.fixture(scope="module")
def texts(demo: Path) -> list[str]:
    with standoff.open(demo / "standoff.db") as record:
        return [_plain(str(row["text"])) for row in record.rows("documents")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.browser() as started:
        yield started


def opened(
    browser: Browser, demo: Path, size: dict[str, int] = WIDE, colours: str = "light"
) -> tuple[Page, Seen]:
    context = browser.new_context(
        viewport=size, color_scheme=colours, reduced_motion="reduce", offline=True
    )
    page, seen = context.new_page(), Seen()
    page.set_default_timeout(10_000)
    page.on("request", lambda r: seen.requests.append(r.url))
    page.on("pageerror", lambda e: seen.errors.append(str(e)))
    page.on("console", lambda m: seen.errors.append(m.text) if m.type == "error" else None)
    page.goto((demo / "dossier.html").as_uri())
    return page, seen


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_size(demo: Path) -> None:
    assert (demo / "dossier.html").stat().st_size < MAX_SIZE


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_section_opens_and_nothing_is_asked_for(
    browser: Browser, demo: Path, size: dict[str, int]
) -> None:
    page, seen = opened(browser, demo, size)
    named = page.locator("nav.top a")
    assert [str(a.get_attribute("href"))[1:] for a in named.all()] == list(SECTIONS)
    for name in SECTIONS:
        page.locator(f"nav.top a[href='#{name}']").click()
        heading = page.locator(f"#{name} h2")
        box = heading.bounding_box()
        assert box is not None and 0 <= box["y"] <= size["height"] / 2, (name, box)
        assert len(page.locator(f"#{name}").inner_text()) > 200, name
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, "the page is wider than the screen"
    outside = [url for url in seen.requests if not url.startswith(("file:", "data:"))]
    assert outside == [] and seen.errors == []
    page.context.close()


def test_ten_values_open_their_sentences(browser: Browser, demo: Path, texts: list[str]) -> None:
    page, seen = opened(browser, demo)
    followed = 0
    for where, some in VALUES.items():
        for link in page.locator(where).all()[:some]:
            sentence = _plain(_sentence_behind(page, link).strip("… \n"))
            assert len(sentence.split()) > 2, (where, sentence)
            assert any(sentence in text for text in texts), (where, sentence)
            followed += 1
    assert followed >= 10
    assert seen.errors == []
    page.context.close()


def _sentence_behind(page: Page, link: Locator) -> str:
    """Clicks on a value; the text that then stands before the reader as its evidence."""
    link.evaluate(OPEN.replace("(; n;", "(n = n.parentElement.parentElement; n;"))
    link.scroll_into_view_if_needed()
    link.click()
    if link.evaluate("n => n.tagName") == "SUMMARY":
        found = link.locator("xpath=..").locator("blockquote").first
    else:
        drawer = page.locator("#drawer")
        target = str(link.get_attribute("href"))
        place = drawer if drawer.is_visible() else page.locator(f"[id='{target[1:]}']")
        quotes = place.locator("blockquote, .words")
        found = quotes.first if quotes.count() else place
    assert found.is_visible()
    said = found.inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#drawer").is_visible()
    return said


def test_timeline_filter(browser: Browser, demo: Path) -> None:
    page, _ = opened(browser, demo)
    page.locator("#f-hot").check()
    shown = page.locator(".ev:visible")
    with standoff.open(demo / "standoff.db") as record:
        contested = sum(bool(row["contested"]) for row in record.rows("events"))
    assert shown.count() == contested > 0
    page.context.close()


@pytest.mark.parametrize(("size", "colours"), [(WIDE, "light"), (PHONE, "dark")])
def test_axe_finds_no_violation(
    browser: Browser, demo: Path, size: dict[str, int], colours: str
) -> None:
    page, _ = opened(browser, demo, size, colours)
    page.locator("#ledger td a").first.click()
    assert page.locator("#drawer").is_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()
