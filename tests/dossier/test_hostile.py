"""Text that would do something, in every field of the record, does nothing on the page."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html as lxml_html

from standoff.dossier import report
from tests.dossier.crossing import tables

PAYLOADS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{background:url(https://evil.example/)}</style>",
    "{{ 7*7 }}{% for x in y %}",
    "<!-- --><svg onload=alert(1)><a xlink:href='javascript:alert(1)'>",
    "\u202e\u2066 turned \x00\x1b\udc80\uffff",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; ]]>",
)
TAGS = frozenset(
    "html head meta link title style script body header nav main section footer aside article "
    "h1 h2 h3 p a ul ol li dl dt dd div span b q bdi blockquote mark table caption thead tbody tr "
    "th td details summary figure figcaption form label input select option button code svg g defs "
    "lineargradient stop pattern symbol use path rect".split()
)
ATTRIBUTES = frozenset(
    "id class href rel target title lang dir charset content name http-equiv aria-label "
    "aria-labelledby aria-hidden role scope tabindex hidden open start type value autocomplete "
    "focusable viewbox preserveaspectratio x y width height d fill offset patternunits "
    "patterntransform data-t data-s data-c data-p data-type".split()
)
KEPT = frozenset(
    # what the record itself computes: never words of an article
    "id document event start end trigger evidence published date as_of period low high "
    "cooperation conflict reports events statements documents duplicate_of origin origins "
    "actor recipient mediator who against said_by by parties addressee speaker a b "
    "contested acts_for_state hedged earliest latest latitude longitude stance".split()
)


def spoiled(value: Any, payload: str, key: str = "") -> Any:
    """``value`` with ``payload`` for each string in it, but for ids and days."""
    if isinstance(value, dict):
        return {
            k: v if k in KEPT and not isinstance(v, dict) else spoiled(v, payload, k)
            for k, v in value.items()
        }
    if isinstance(value, list):
        return [spoiled(v, payload, key) for v in value]
    if isinstance(value, str) and key == "text":
        return (payload + value * (1 + len(payload) // max(1, len(value))))[: len(value)]
    return payload if isinstance(value, str) or (value is None and key != "mode") else value


def renamed(value: Any, names: dict[str, str]) -> Any:
    """``value`` with its ids replaced, consistently."""
    if isinstance(value, dict):
        return {k: renamed(v, names) for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, names) for v in value]
    return names.get(value, value) if isinstance(value, str) else value


def check(made: str) -> lxml_html.HtmlElement:
    made.encode("utf-8")
    found = lxml_html.document_fromstring(made)
    assert {e.tag for e in found.iter() if isinstance(e.tag, str)} <= TAGS
    assert found.xpath("//comment()") == []
    for e in found.iter():
        assert set(e.attrib) <= ATTRIBUTES, e.attrib
    assert len(found.xpath("//script")) == len(found.xpath("//style")) == 1
    for href in found.xpath("//@href"):
        assert href.startswith(("#", "https://d-00000")) or href == "data:,", href
    targets = {h[1:] for h in found.xpath("//@href") if h.startswith("#")}
    assert targets <= set(found.xpath("//@id"))
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("excerpts", [False, True])
def test_hostile_text_in_every_field_stays_text(payload: str, excerpts: bool) -> None:
    found = check(report(spoiled(tables(), payload), excerpts=excerpts))
    plain = lxml_html.document_fromstring(report(tables(), excerpts=excerpts))
    for name in ("script", "style"):
        assert found.xpath(f"string(//{name})") == plain.xpath(f"string(//{name})")


def test_hostile_words_are_shown_as_they_stand() -> None:
    payload = "<img src=x onerror=alert(1)>"
    rows = tables()
    rows["actors"][0]["name"] = payload
    assert payload in check(report(rows)).text_content()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_ids_name_nothing(payload: str) -> None:
    rows = tables()
    ids = [r["id"] for table in rows.values() for r in table]
    check(report(renamed(rows, {i: f"{payload}{n}" for n, i in enumerate(ids)})))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/",
        "https://",
        "https:\\\\evil.example",
        "http://[bad",
        'https://ok.example/" onclick="alert(1)',
        "ftp://files.example/a",
    ],
)
def test_only_web_addresses_are_linked(url: str) -> None:
    rows = tables()
    for document in rows["documents"]:
        document["url"] = url
    found = lxml_html.document_fromstring(report(rows))
    for href in found.xpath("//a/@href"):
        assert href.startswith("#") or href == url.replace('" onclick="', '"'), href
    assert found.xpath("//@onclick") == []


def test_direction_of_foreign_text_is_isolated() -> None:
    rows = tables()
    rows["actors"][0]["name"] = "\u202eevil"
    found = lxml_html.document_fromstring(report(rows))
    holders = [e for e in found.iter() if e.text and "\u202e" in e.text]
    assert holders
    assert {e.tag for e in holders} <= {"bdi", "option", "title"}
