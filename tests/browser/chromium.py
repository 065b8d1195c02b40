"""A Chromium that is on this machine, headless and with nothing of its own to fetch."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def path() -> str | None:
    """Where it is: STANDOFF_CHROMIUM, or the first of its usual names on the PATH."""
    return os.environ.get("STANDOFF_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """Skips the test where there is none; fails it where STANDOFF_REQUIRE_BROWSER is set."""
    found = path()
    if found is None:
        if os.environ.get("STANDOFF_REQUIRE_BROWSER"):
            pytest.fail("there is no Chromium, and STANDOFF_REQUIRE_BROWSER asks for one")
        pytest.skip("there is no Chromium on this machine (STANDOFF_CHROMIUM names one)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield started
        started.close()
