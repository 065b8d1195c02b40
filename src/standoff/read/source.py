"""What an article comes in as: some bytes, and where they stood."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

MAX_ARTICLE_BYTES = 20_000_000
"""The bytes that one article may have, markup included; a longer file or line is refused."""
MAX_LIST_BYTES = 100_000_000
"""The bytes that a JSON file may have that is not JSON Lines: it must be parsed whole."""
MAX_TEXT = 1_000_000
"""Code points. No article is longer; a book would hold up the build for minutes."""

AUTO = "auto"
JSON = "json-line"


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it came. ``path`` is for people: ``folder/a.txt``, ``dump.jsonl#3``
    (the line, from 1), ``site.zip!a.html``, ``-#3`` for standard input. ``form`` is ``"json-line"``
    where ``data`` is one JSON value in UTF-8, else ``"auto"``. ``digest`` is the SHA-256 (hex) of
    form and data: equal digests give equal articles, so a digest once read need not be read again.
    """

    path: str
    data: bytes
    form: str
    digest: str


def make_source(path: str, data: bytes, form: str = AUTO) -> Source:
    return Source(path, data, form, hashlib.sha256(form.encode() + b"\0" + data).hexdigest())


def megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"
