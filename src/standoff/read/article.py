"""One source → one document, or the reason why not. Pure: the same source gives the same answer."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from standoff.clean import clean
from standoff.clean.dateline import date_at, dateline
from standoff.read.decode import decode
from standoff.read.fields import Fields, read_fields
from standoff.read.hygiene import hygienic, one_line
from standoff.read.language import language_of
from standoff.read.published import published, stated_days
from standoff.read.source import JSON, MAX_TEXT, Source
from standoff.read.webpage import is_html, is_other_xml, read_webpage
from standoff.types import DayRange, Document, Noise, Refusal

_LONGEST_FIELD = 500
_LONGEST_URL = 2000
_DATELINES = 3
_TITLE_WORDS = range(3, 31)


def read_source(source: Source) -> Document | Refusal:
    """The article in ``source``: clean text, metadata, language. Raises nothing for bad input."""
    fields = read_fields(source.data) if source.form == JSON else _unstructured(source.data)
    if not isinstance(fields, str) and fields.html is not None:
        fields = _from_html(fields)
    if isinstance(fields, str):
        return Refusal(source.path, fields)
    if len(fields.text) > 2 * MAX_TEXT:
        return _too_long(source.path)
    text, noise = clean(hygienic(fields.text))
    if len(text) > MAX_TEXT:
        return _too_long(source.path)
    if not any(c.isalnum() for c in text):
        return Refusal(source.path, "empty")
    return _document(source.path, text, noise, fields)


def _too_long(path: str) -> Refusal:
    return Refusal(path, f"more than {MAX_TEXT:,} characters of text: not one article")


def _unstructured(data: bytes) -> Fields | str:
    """Plain text or HTML: told by what it begins with."""
    if not data.strip():
        return "empty"
    text, reason = decode(data)
    if reason is not None:
        return reason
    if is_html(text):
        return Fields("", html=text)
    if is_other_xml(text):
        return "a feed or other XML: not read yet"
    return Fields(text)


def _from_html(fields: Fields) -> Fields | str:
    page = fields.html or ""
    if not page.strip():
        return "empty"
    found = read_webpage(page) if is_html(page) else None
    if found is None:
        return replace(fields, text=page, html=None)  # called HTML, and is plain text
    if isinstance(found, str):
        return found
    dated = stated_days(fields.published) is not None
    return Fields(
        text=found.text,
        id=fields.id,
        url=fields.url or found.url,
        outlet=fields.outlet or found.outlet,
        title=fields.title or found.title,
        published=fields.published if dated else found.published,
    )


def _document(path: str, text: str, noise: tuple[Noise, ...], fields: Fields) -> Document:
    url = _field(fields.url, _LONGEST_URL)
    document = Document(
        id="",
        text=text,
        given_id=_field(fields.id, _LONGEST_FIELD),
        path=path,
        url=url,
        outlet=_field(fields.outlet, _LONGEST_FIELD),
        title=_field(fields.title, _LONGEST_FIELD) or _headline(text),
        published=published(fields.published, _own_date(text, noise), url),
        language=language_of(text),
        noise=noise,
    )
    return replace(document, id=document_id(document))


def document_id(document: Document) -> str:
    """Made from clean text and metadata, so the same article has the same id wherever it lies."""
    days = document.published.days
    content = (
        document.text,
        document.given_id,
        document.url,
        document.outlet,
        document.title,
        [days.earliest.isoformat(), days.latest.isoformat()] if days else None,
    )
    return "d-" + hashlib.sha256(json.dumps(content).encode()).hexdigest()[:18]


def _field(value: str | None, longest: int) -> str | None:
    return (one_line(value, longest) or None) if value else None


def _headline(text: str) -> str | None:
    """The first line, where it stands apart and does not end as a sentence."""
    first, _, rest = text.partition("\n")
    plain = (
        rest.strip() and len(first.split()) in _TITLE_WORDS and not first.endswith((".", ":", ","))
    )
    return first[:_LONGEST_FIELD] if plain else None


def _own_date(text: str, noise: tuple[Noise, ...]) -> DayRange | None:
    """From date lines that were taken out (publication before update), else from the dateline."""
    updated: DayRange | None = None
    for piece in noise:
        found = date_at(piece.text) if piece.rule == "date" else None
        if found is not None:
            if not found[2].endswith(("updated", "modified", "edited", "revised")):
                return found[1]
            updated = updated or found[1]
    if updated is not None:
        return updated
    lines = [line for line in text[:2000].split("\n") if line.strip()][:_DATELINES]
    return next((days for line in lines if (days := dateline(line.strip())) is not None), None)
