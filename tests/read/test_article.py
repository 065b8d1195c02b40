"""One source to one document: fields of every shape, ids, languages, and HTML good and bad."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.read import discover, make_source, read_source
from standoff.types import DayRange, Document, Published, Refusal

TEXT = (
    "Norland and Sudria meet over river dispute\n\n"
    "The foreign minister of Norland flew to the capital of Sudria on Monday for talks.\n\n"
    "Officials on both sides said that the meeting had gone on for six hours without a result."
)
PARAGRAPHS = TEXT.split("\n\n")


def from_json(value: object, path: str = "a.jsonl#1") -> Document | Refusal:
    return read_source(make_source(path, json.dumps(value).encode(), "json-line"))


def document(value: object) -> Document:
    result = from_json(value)
    assert isinstance(result, Document), result
    return result


def page(body: str, head: str = "") -> Document | Refusal:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_source(make_source("a.html", html.encode()))


def test_all_fields() -> None:
    got = document(
        {
            "id": "n-1",
            "text": TEXT,
            "url": "https://gazette.example/river",
            "outlet": "The Harbour Gazette",
            "title": "River talks",
            "published": "2014-05-04",
        }
    )
    assert got.given_id == "n-1" and got.path == "a.jsonl#1" and got.language == "en"
    assert got.url == "https://gazette.example/river" and got.outlet == "The Harbour Gazette"
    assert got.title == "River talks" and got.text == TEXT and got.noise == ()
    assert got.published == Published(DayRange(date(2014, 5, 4), date(2014, 5, 4)), "metadata")


def test_names_that_feeds_and_scrapers_use() -> None:
    got = document(
        {
            "_id": 17,
            "content": TEXT,
            "link": "https://gazette.example/river",
            "source": {"id": "hg", "name": "The Harbour Gazette"},
            "headline": "River talks",
            "pubDate": "Sun, 04 May 2014 10:00:00 GMT",
        }
    )
    assert (got.given_id, got.outlet, got.title) == ("17", "The Harbour Gazette", "River talks")
    assert got.published.basis == "metadata"


def test_wrong_types_count_as_absent() -> None:
    wrong: list[object] = [True, [1], {"a": 1}, 1.5, None]
    for value in wrong:
        got = document(
            dict.fromkeys(("id", "url", "outlet", "title", "published"), value) | {"text": TEXT}
        )
        assert (got.given_id, got.url, got.outlet) == (None, None, None)
        assert got.title == PARAGRAPHS[0] and got.published.days is None
    assert isinstance(from_json({"text": None}), Refusal)
    assert isinstance(from_json({"text": ""}), Refusal)
    assert from_json({"text": " \n"}) == Refusal("a.jsonl#1", "empty")


def test_control_characters_and_markup_in_every_field() -> None:
    dirty = "<b>River\x00\x1b[31m talks\u202e</b>\n<script>alert(1)</script>\ud800"
    got = document(dict.fromkeys(("id", "url", "outlet", "title", "published"), dirty)
                   | {"text": f"{dirty}\n{TEXT}"})  # fmt: skip
    clean = "<b>River talks</b> <script>alert(1)</script>\ufffd"
    assert (got.given_id, got.url, got.outlet, got.title) == (clean,) * 4
    assert got.text.startswith("<b>River talks</b>\n<script>alert(1)</script>\ufffd\nNorland")
    assert got.published.days is None
    json.dumps(got.text).encode("utf-8")


def test_ids_come_from_content_not_from_place(tmp_path: Path) -> None:
    same = document({"id": "1", "text": TEXT})
    elsewhere = from_json({"text": TEXT, "id": "1"}, "other.jsonl#9")
    assert isinstance(elsewhere, Document) and elsewhere.id == same.id
    assert same.id.startswith("d-") and 18 <= len(same.id) <= 22
    others = [
        document({"id": "1", "text": TEXT + " The talks go on."}),
        document({"id": "2", "text": TEXT}),
        document({"id": "1", "text": TEXT, "outlet": "Gazette"}),
        document({"id": "1", "text": TEXT, "published": "2014-05-04"}),
    ]
    assert len({same.id, *(d.id for d in others)}) == 5
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    ids = {read_source(s).id for s in discover([str(tmp_path)])}  # type: ignore[arg-type, union-attr]
    assert len(ids) == 1


def test_a_title_is_not_put_into_the_text() -> None:
    got = document({"text": PARAGRAPHS[1], "title": "River talks"})
    assert (got.title, got.text) == ("River talks", PARAGRAPHS[1])
    assert document({"text": PARAGRAPHS[1]}).title is None


def test_short_and_odd_texts_have_a_language() -> None:
    for text, language in (
        ("Ministers meet in Geneva", "en"),
        ("12345", "und"),
        ("Der Außenminister traf am Montag seinen Amtskollegen in der Hauptstadt.", "de"),
    ):
        assert document({"text": text}).language == language


HEAD = (
    '<title>River talks fail | The Harbour Gazette</title><meta property="og:site_name" '
    'content="The Harbour Gazette"><meta property="article:published_time" '
    'content="2014-05-04T23:30:00+03:00"><link rel="canonical" href="https://gazette.example/r">'
)
BODY = (
    "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><script>var a = '<p>x</p>';</script>"
    "<article><h1>River talks fail</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:] * 2)
    + "<p>Read more: The long quarrel about the dam</p></article>"
    "<footer>Copyright 2014 The Harbour Gazette</footer>"
)  # fmt: skip


def test_a_web_page() -> None:
    got = page(BODY, HEAD)
    assert isinstance(got, Document)
    assert got.title == "River talks fail" and got.outlet == "The Harbour Gazette"
    assert got.url == "https://gazette.example/r" and got.language == "en"
    assert got.published == Published(DayRange(date(2014, 5, 4), date(2014, 5, 4)), "metadata")
    assert got.text.splitlines()[0] == "River talks fail"
    assert all(p in got.text for p in PARAGRAPHS[1:])
    for noise in ("Home", "var a", "Read more", "Copyright"):
        assert noise not in got.text


def test_html_in_a_field_and_html_without_frame() -> None:
    fragment = "".join(f"<p>{p} </p>" for p in PARAGRAPHS)
    got = document({"html": fragment, "title": "River talks", "published": "2014-05-03"})
    assert got.title == "River talks" and PARAGRAPHS[2] in got.text
    assert got.published.days == DayRange(date(2014, 5, 3), date(2014, 5, 3))
    assert document({"html": TEXT}).text == TEXT  # HTML in name only
    bare = read_source(make_source("a.txt", fragment.encode()))
    assert isinstance(bare, Document) and PARAGRAPHS[1] in bare.text


def test_plain_text_in_a_file_called_html() -> None:
    text = TEXT + "\n\nThe tag <p> is one of HTML's."
    got = read_source(make_source("a.html", text.encode()))
    assert isinstance(got, Document) and got.text == text


def test_json_ld() -> None:
    about = {"@graph": [{"@type": "WebPage", "headline": "no"}, {
        "@type": ["NewsArticle"], "headline": "River talks fail", "datePublished": "2014-05-04",
        "publisher": {"name": "Gazette"}}]}  # fmt: skip
    got = page(BODY, f'<script type="application/ld+json">{json.dumps(about)}</script>')
    assert isinstance(got, Document)
    assert (got.title, got.outlet) == ("River talks fail", "Gazette")
    assert got.published.basis == "metadata"
    broken = page(BODY, '<script type="application/ld+json">{"@graph": [[[</script>')
    assert isinstance(broken, Document) and broken.published.days is None


@pytest.mark.parametrize(
    "body",
    ["", "<div></div>", "<script>var text = 'no article';</script>", "<!-- nothing -->"],
)
def test_pages_without_an_article(body: str) -> None:
    assert page(body) == Refusal("a.html", "no article text found")


@pytest.mark.parametrize("around", ["<b>", "<div>", "<table><tr><td>"])
def test_a_page_of_many_layers_is_read_whole_or_refused(around: str) -> None:
    body = "".join(f"<p>Line {i}: {TEXT}</p>" for i in range(9))
    told = 0
    for depth in (50, 100, 260, 380, 500):
        read = page(around * depth + body)
        if isinstance(read, Refusal):
            assert "elements inside one another" in read.reason
        else:
            told += 1
            assert all(f"Line {i}:" in read.text for i in range(9)), depth
    assert told >= 2


def test_tags_that_the_parser_closes_are_no_layers() -> None:
    read = page("".join(f"<p><font>Line {i}: {TEXT}</p>" for i in range(600)))
    assert isinstance(read, Document) and "Line 599" in read.text


def test_many_scripts_that_hold_nothing() -> None:
    script = '<script type="application/ld+json">' + "x" * 30
    started = time.process_time()
    page(script * 20_000 + f"</script><p>{TEXT}</p>")
    assert time.process_time() - started < 30


def test_a_title_without_end_is_not_put_into_the_text() -> None:
    read = page(f"<p>{TEXT}</p>" * 5, "<title>" + "word " * 300_000 + "</title>")
    assert isinstance(read, Document) and len(read.text) < 10_000


@pytest.mark.parametrize(
    ("bomb", "reason"),
    [
        ("<div>" * 20_000 + "x" + "</div>" * 20_000, "elements inside one another"),
        ("<b><i>" * 20_000 + "x", "elements inside one another"),
        ("<table><tr><td>" * 15_000 + "x", "elements inside one another"),
        ("<table>" + "<tr><td>x</td></tr>" * 100_000, "tags"),
        ("<p>" + "x " * 3_000_000, "MB"),
        ("<" * 1_000_000, "tags"),
        ("<a " * 50_000, ""),
        ("<div></b>" * 25_000, "elements inside one another"),
        ("<!--" + "-" * 1_000_000, "no article text"),
        ("<script>" * 50_000, ""),
        ("<p " + "a=1 " * 200_000 + ">x", ""),
        ("<p>" + "&lt;" * 200_000, ""),
    ],
    ids=["div", "inline", "tables", "rows", "long", "angles", "open", "hidden", "comment", "script",
         "attributes", "entities"],
)  # fmt: skip
def test_html_bombs(bomb: str, reason: str) -> None:
    started = time.process_time()
    result = page(bomb)
    assert time.process_time() - started < 30
    assert not reason or (isinstance(result, Refusal) and reason in result.reason)


def test_a_table_of_a_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "table.html"
    with path.open("wb") as out:
        out.write(b"<!DOCTYPE html><html><body><table>")
        for _ in range(100):
            out.write(b"<tr><td>cell</td></tr>" * 45_000)
    started = time.process_time()
    (refusal,) = discover([str(path)])
    assert time.process_time() - started < 30
    assert refusal == Refusal(str(path), "larger than one article may be (20 MB)")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)  # fmt: skip
FIELDS = st.sampled_from(["id", "text", "html", "url", "outlet", "title", "published", "source"])


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(FIELDS, VALUES))
def test_no_object_is_too_odd(value: dict[str, object]) -> None:
    first, second = from_json(value), from_json(value)
    assert first == second
    if isinstance(first, Document):
        for text in (first.id, first.text, first.given_id, first.url, first.outlet, first.title):
            (text or "").encode("utf-8")
