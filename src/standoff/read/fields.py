"""A JSON object → the fields of an article, under the names that feeds and scrapers use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

_NAMES = {
    "text": ("text", "body", "content", "article", "articlebody", "fulltext", "maintext", "story"),
    "html": ("html", "rawhtml", "contenthtml", "bodyhtml"),
    "id": ("id", "guid", "uuid", "articleid", "docid", "documentid"),
    "url": ("url", "link", "href", "canonicalurl", "sourceurl", "permalink", "weburl"),
    "outlet": (
        "outlet", "source", "publisher", "sitename", "newspaper", "sourcename", "media",
        "sourcedomain", "domain",
    ),
    "title": ("title", "headline", "webtitle"),
    "published": (
        "published", "publishedat", "pubdate", "publicationdate", "datepublished", "publishdate",
        "publisheddate", "publishedon", "datepublish", "webpublicationdate", "date",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fields:
    """What one article brought along. ``html`` is None where ``text`` is given; ``published`` is
    as it came, of any type."""

    text: str
    html: str | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: object = None


def read_fields(data: bytes) -> Fields | str:
    """The fields of the JSON object in ``data``, or the reason why it has none.

    Fields of a wrong type count as absent, except the text.
    """
    try:
        value = json.loads(data)
    except RecursionError:
        return "JSON nested too deeply"
    except ValueError as error:
        return f"not valid JSON: {error}"[:200]
    if not isinstance(value, dict):
        return f"JSON of the wrong shape: {_KINDS.get(type(value), 'a value')}, not an object"
    known = _known(value)
    text, html = _string(known, "text"), _string(known, "html")
    if text is None and html is None:
        given = next((known[n] for n in _NAMES["text"] + _NAMES["html"] if n in known), None)
        if given is None:
            return "JSON of the wrong shape: no field 'text' or 'html'"
        kind = _KINDS.get(type(given), "a value")
        return f"JSON of the wrong shape: its text is {kind}, not a string"
    return Fields(
        text=text or "",
        html=html if not (text and text.strip()) else None,
        id=_identity(known),
        url=_string(known, "url"),
        outlet=_string(known, "outlet") or _named(known, "outlet"),
        title=_string(known, "title"),
        published=_first(known, "published"),
    )


_KINDS = {
    list: "a list", dict: "an object", str: "a string", int: "a number", float: "a number",
    bool: "true or false", type(None): "null",
}  # fmt: skip


def _known(value: Mapping[str, object]) -> dict[str, object]:
    out: dict[str, object] = {}
    for name, given in value.items():
        if given is not None:
            out.setdefault(name.lower().replace("_", "").replace("-", ""), given)
    return out


def _first(known: Mapping[str, object], field: str) -> object:
    return next((known[name] for name in _NAMES[field] if name in known), None)


def _string(known: Mapping[str, object], field: str) -> str | None:
    """The first string under the field's names that is not blank; a blank one if all are."""
    found = [v for name in _NAMES[field] if isinstance(v := known.get(name), str)]
    return next((v for v in found if v.strip()), found[0] if found else None)


def _named(known: Mapping[str, object], field: str) -> str | None:
    """``{"source": {"name": "…"}}``, as some services have it."""
    for name in _NAMES[field]:
        inner = known.get(name)
        if isinstance(inner, dict):
            for key in ("name", "title"):
                if isinstance(inner.get(key), str):
                    return str(inner[key])
    return None


def _identity(known: Mapping[str, object]) -> str | None:
    for name in _NAMES["id"]:
        given = known.get(name)
        if isinstance(given, str) and given.strip():
            return given
        if isinstance(given, int) and not isinstance(given, bool):
            return hex(given) if abs(given) > 10**40 else str(given)
    return None
