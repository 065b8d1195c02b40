"""The pictures of the docs: every section of the demo's dossier, on a desk and on a phone.

    python -m bench.pictures [--out docs/pictures]

Needs a Chromium: STANDOFF_CHROMIUM, or ``chromium`` on the PATH.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.shared import ROOT

SIZES: dict[str, ViewportSize] = {
    "": {"width": 1280, "height": 900},
    "-phone": {"width": 390, "height": 844},
}
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# One section at a time, from its top, with the masthead only above the first.
ALONE = """name => {
  for (const s of document.querySelectorAll("main > section")) s.hidden = s.id !== name;
  document.querySelector(".mast").hidden = name !== "glance";
  scrollTo(0, 0);
}"""


def shoot(browser: Browser, dossier: Path, out: Path) -> None:
    """``out/SECTION.png`` and ``out/SECTION-phone.png``, and the evidence of one value."""
    for suffix, size in SIZES.items():
        page = browser.new_page(viewport=size, color_scheme="light", reduced_motion="reduce")
        page.goto(dossier.as_uri())
        names = page.locator("main > section").evaluate_all("all => all.map(s => s.id)")
        for name in names:
            page.evaluate(ALONE, name)
            _save(page, out / f"{name}{suffix}.png")
        page.evaluate(ALONE, "ledger")
        page.locator("#ledger td a").first.click()
        _save(page, out / f"evidence{suffix}.png")
        page.close()
    _dispute(browser, dossier, out / "dispute.jpg")


def _dispute(browser: Browser, dossier: Path, out: Path) -> None:
    """The event that the ledger begins with, from its parties to its last report."""
    page = browser.new_page(
        viewport={"width": 900, "height": 900},
        color_scheme="light",
        reduced_motion="reduce",
        java_script_enabled=False,
    )
    page.goto(dossier.as_uri())
    target = page.locator("#ledger tbody th a").first.get_attribute("href")
    assert target is not None and target.startswith("#")
    page.goto(dossier.as_uri() + target)
    card = page.locator(target)
    if card.get_attribute("open") is None:
        card.locator("summary").first.click()
    card.screenshot(path=out, type="jpeg", quality=72)
    page.close()


def _save(page: Page, path: Path) -> None:
    page.wait_for_timeout(100)  # the observer of sections marks the one in sight
    page.screenshot(path=path)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("STANDOFF_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium: STANDOFF_CHROMIUM names one")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        command = [sys.executable, "-m", "standoff", "demo", "--out", scratch, "--quiet"]
        subprocess.run(command, check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        shoot(browser, Path(scratch) / "dossier.html", o.out)
        browser.close()


if __name__ == "__main__":
    main()
