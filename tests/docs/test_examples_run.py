"""Every block of shell and Python in the docs runs, in the order of its page.

Each page is run in a folder of its own with ``articles/`` (plain text), ``pages/`` (HTML) and
``feed.jsonl``, all of them examples that ship. A comment above a block says what is not run and
why, or the file that the block shows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, RUN, Block, blocks, pages

EXAMPLES = ROOT / "src" / "standoff" / "examples"
WITH_CODE = [p for p in pages() if any(b.language in RUN for b in blocks(p))]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The reader's folder; ``standoff`` and ``python`` are those of this test run."""
    desk = tmp_path / "a reader's folder"
    for folder, ending in (("articles", "*.txt"), ("pages", "*.html")):
        (desk / folder).mkdir(parents=True)
        for example in EXAMPLES.glob(ending):
            shutil.copy(example, desk / folder)
    shutil.copy(EXAMPLES / "dispatches.jsonl", desk / "feed.jsonl")
    (tmp_path / "bin").mkdir()
    for name, words in (("standoff", "-m standoff"), ("python", "")):
        script = tmp_path / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        script.chmod(0o755)
    return desk


@pytest.mark.skipif(os.name == "nt", reason="the blocks are for a POSIX shell")
@pytest.mark.parametrize("page", WITH_CODE, ids=lambda p: p.name)
def test_blocks_run(page: Path, desk: Path) -> None:
    ran = 0
    for block in blocks(page):
        if block.note.startswith("file: "):
            (desk / block.note.removeprefix("file: ")).write_text(block.code, encoding="utf-8")
        elif block.language in RUN and not block.note.startswith("not run: "):
            done = _run(block, desk)
            assert done.returncode == 0, f"{page.name}:\n{block.code}\n{done.stderr}"
            ran += 1
    assert ran


def _run(block: Block, desk: Path) -> subprocess.CompletedProcess[str]:
    bin_ = desk.parent / "bin"
    env = {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    command = {
        "sh": ["bash", "-eu", "-c", block.code],
        "python": [sys.executable, "-c", block.code],
    }[block.language]
    return subprocess.run(
        command, cwd=desk, env=env, capture_output=True, text=True, check=False, timeout=120
    )
