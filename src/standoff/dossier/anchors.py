"""Names of places on the page, and what may be linked to."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from standoff.views.articles import Article
from standoff.views.lookup import Evidence

_OWN = re.compile(r"[a-z]-[0-9a-f]{6,64}\Z")


def anchor(id_: object) -> str:
    """The page's name for a row: the id itself where it is one that the record makes."""
    text = str(id_)
    if _OWN.match(text):
        return text
    return "x-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def passage_anchor(document: str, start: int) -> str:
    return f"{anchor(document)}-{start}"


def safe_url(url: object) -> str | None:
    """A web address of another site, or None: nothing but http and https is ever linked to."""
    text = str(url or "").strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or len(text) > 2000:
        return None
    return None if re.search(r"[\x00-\x20\x7f-\x9f\\]", text) else text


class Passages:
    """Which passage of its article a piece of evidence stands in."""

    def __init__(self, articles: list[Article]) -> None:
        self._of = {str(a.row["id"]): a.passages for head in articles for a in (head, *head.copies)}

    def holds(self, document: str) -> bool:
        return document in self._of

    def anchor(self, evidence: Evidence) -> str | None:
        """The anchor of the passage; that of the article where none is marked; None without it."""
        return self.at(evidence.document, evidence.start)

    def at(self, document: str, start: int) -> str | None:
        if document not in self._of:
            return None
        for left, right in self._of[document]:
            if left <= start < right:
                return passage_anchor(document, left)
        return anchor(document)
