"""HTML → the article's text and what the page says about it. Bounded before anything is parsed."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_HTML = 5_000_000
"""Code points, scripts and styles not counted."""
MAX_TAGS = 60_000
MAX_DEPTH = 400
"""Elements inside one another. Pages have 50; parsers of trees recurse."""

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|(?:html|head|body"
    r"|article|main|section|div|p|table|title|meta|span|h[1-6]|ul|ol|br|a|img|link|script|style"
    r"|header|center|font|b|i|strong|em|blockquote|pre)\b[^<>]{0,2000}>)",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_XML = re.compile(
    r"\s*<(?:\?xml\b|rss\b|feed\b|rdf:RDF\b|nitf\b|newsItem\b|NewsML\b|urlset\b)"
)
_CLOSES = re.compile(r"</(?:p|div|html|body|a|h[1-6]|li|td|article|span|title)\s*>", re.IGNORECASE)
_VERBATIM = re.compile(r"<(script|style|noscript|svg|template)\b", re.IGNORECASE)
_JSON_LD = re.compile(r"<script\b[^>]{0,200}\bapplication/ld\+json\b[^>]{0,200}>", re.I)
_END_OF_SCRIPT = re.compile(r"</script", re.I)
_LONGEST_JSON_LD = 200_000
_MOST_JSON_LD = 20
_ENOUGH = 200
_LONGEST_TITLE = 1000
"""What is longer is no headline of the text."""
_ARTICLE_TYPES = (
    "Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting",
    "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Webpage:
    """The article of a page; what the page does not say is None."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def is_html(text: str) -> bool:
    """Whether ``text`` begins as a page or as a piece of one. A text that only mentions tags is
    none, and a page in name only is none."""
    head = text[:20_000]
    return _START.match(head) is not None or (
        head.lstrip().startswith("<") and len(_CLOSES.findall(head)) >= 3 and not is_other_xml(text)
    )


def is_other_xml(text: str) -> bool:
    head = text[:4000]
    return _OTHER_XML.match(head) is not None and not re.search(
        r"<!doctype html|<html\b", head, re.I
    )


def read_webpage(page: str) -> Webpage | str:
    """The article in ``page``, or the reason why there is none."""
    slim = _without_verbatim(page.replace("\0", ""))
    if len(slim) > MAX_HTML:
        return f"a page of more than {MAX_HTML // 1_000_000} MB"
    if slim.count("<") > MAX_TAGS:
        return f"a page of more than {MAX_TAGS:,} tags"
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", slim).encode("utf-8"),
                                    parser=_parser_of_pages(lxml_html))  # fmt: skip
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "no article text found"
    if _depth(tree) > MAX_DEPTH:
        return f"a page with more than {MAX_DEPTH} elements inside one another"
    about = _about(page, tree)
    text = _article(tree)
    if not text.strip():
        return "no article text found"
    title = about["title"]
    if title and len(title) <= _LONGEST_TITLE and not _has_line(text, title):
        text = f"{title}\n\n{text}"
    return Webpage(text, title, about["outlet"], about["url"], about["published"])


def _without_verbatim(page: str) -> str:
    """``page`` without scripts, styles and drawings. Linear, also where an end tag is missing."""
    kept: list[str] = []
    lower: str | None = None
    done = 0
    while found := _VERBATIM.search(page, done):
        kept.append(page[done : found.start()])
        lower = page.lower() if lower is None else lower
        if len(lower) != len(page):  # a few letters grow when lowered
            lower = "".join(c.lower() if c.isascii() else c for c in page)
        end = lower.find(f"</{found.group(1).lower()}", found.end())
        if end < 0:
            done = found.end()  # not closed: its tag goes, what follows may be the article
            kept.append("<!--")
            close = page.find(">", done)
            kept.append("-->")
            done = close + 1 if close >= 0 else len(page)
            if len(kept) > 2000:
                break
            continue
        close = page.find(">", end)
        done = close + 1 if close >= 0 else len(page)
    kept.append(page[done:])
    return "".join(kept)


def _parser_of_pages(lxml_html: Any) -> Any:
    # Without huge_tree the parser drops, without a word, all that is more than 255 deep. It does
    # not recurse; what looks at its trees does, hence MAX_DEPTH.
    return lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)


def _depth(tree: Any) -> int:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _article(tree: Any) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
        text = str(found.text or "") if found is not None else ""
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError):
        text = ""  # malformed trees: the plain way below still reads them
    return text if len(text) >= _ENOUGH else max(text, _paragraphs(tree), key=len)


def _paragraphs(tree: Any) -> str:
    """The text of the paragraphs of a page, where nothing better was found."""
    from lxml import etree

    paragraphs = [
        " ".join("".join(node.itertext()).split())
        for node in tree.iter("p", "h1", "h2", "h3", "li", "blockquote", "pre")
        if isinstance(node, etree.ElementBase)
    ]
    text = "\n".join(line for line in paragraphs if line)
    if text:
        return text
    body = tree.find(".//body")
    lines = ("".join((tree if body is None else body).itertext())).splitlines()
    return "\n".join(line for line in (" ".join(raw.split()) for raw in lines) if line)


def _about(page: str, tree: Any) -> dict[str, str | None]:
    meta = _meta(tree)
    linked = _linked(page)
    outlet = _pick(meta, "og:site_name", "application-name") or linked.get("outlet")
    title = linked.get("title") or _pick(meta, "og:title", "twitter:title", "dc.title")
    if not title:
        node = tree.find(".//h1")
        title = _words(node) if node is not None else None
    if not title:
        node = tree.find(".//title")
        title = re.split(r"\s[|–—-]\s", _words(node))[0] if node is not None else None
    if title and outlet and title.endswith(outlet):
        title = re.sub(r"\s*[|–—-]\s*$", "", title[: -len(outlet)])
    link = tree.find(".//link[@rel='canonical']")
    published = linked.get("published") or _pick(
        meta, "article:published_time", "og:article:published_time", "datepublished", "date",
        "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
        "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
        "citation_publication_date", "article:published", "og:published_time", "published_time",
    )  # fmt: skip
    return {
        "title": (title or "").strip() or None,
        "outlet": outlet,
        "url": (link.get("href") if link is not None else None) or _pick(meta, "og:url"),
        "published": published or _time(tree),
    }


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _meta(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = node.get("content")
        if name and content and content.strip():
            out.setdefault(name.strip().lower(), content.strip())
    return out


def _pick(meta: dict[str, str], *names: str) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _time(tree: Any) -> str | None:
    """The day of ``<time datetime>``: marked as that of publication, or the only one there is."""
    nodes = [node for node in tree.iter("time") if node.get("datetime")]
    for node in nodes:
        if node.get("pubdate") is not None or node.get("itemprop") == "datePublished":
            return str(node.get("datetime"))
    days = {str(node.get("datetime"))[:10] for node in nodes}
    return str(nodes[0].get("datetime")) if len(days) == 1 else None


def _linked(page: str) -> dict[str, str]:
    """Headline, publisher and day of publication as schema.org's JSON-LD has them."""
    for found in itertools.islice(_JSON_LD.finditer(page), _MOST_JSON_LD):
        end = _END_OF_SCRIPT.search(page, found.end(), found.end() + _LONGEST_JSON_LD)
        if end is None:
            continue
        try:
            value = json.loads(page[found.end() : end.start()].strip())
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if not any(k in _ARTICLE_TYPES for k in kinds if isinstance(k, str)):
                continue
            publisher = item.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else None
            given = {"title": item.get("headline"), "published": item.get("datePublished"),
                     "outlet": name}  # fmt: skip
            return {key: v for key, v in given.items() if isinstance(v, str) and v.strip()}
    return {}


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = value.get("@graph")
    if isinstance(value, list):
        for item in value[:200]:
            if isinstance(item, dict):
                yield item


def _has_line(text: str, title: str) -> bool:
    """Whether the headline opens the text already, but for case and space."""

    def folded(s: str) -> str:
        return "".join(c for c in s.lower() if c.isalnum())

    return folded(text[: len(title) + 400]).find(folded(title)) >= 0
