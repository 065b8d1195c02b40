"""The page as a reader gets it: complete, linked, the same every time, asking for nothing."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from standoff.dossier import bounds, report, words
from tests.dossier.crossing import tables


def page(**options: bool) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(report(tables(), **options))


def text(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_has_its_target_and_every_target_is_one() -> None:
    for options in ({}, {"excerpts": True}):
        found = page(**options)
        ids = Counter(found.xpath("//@id"))
        assert [i for i, n in ids.items() if n > 1] == []
        targets = {h[1:] for h in found.xpath("//@href") if h.startswith("#")}
        assert len(targets) > 20
        assert targets - set(ids) == set()


def test_nothing_is_asked_for_from_anywhere() -> None:
    made = report(tables())
    found = lxml_html.document_fromstring(made)
    assert found.xpath("//@src | //@srcset | //@action | //@data | //@poster | //base") == []
    assert found.xpath("//link/@href") == ["data:,"]
    outside = {a.get("href"): a for a in found.xpath("//a[not(starts-with(@href, '#'))]")}
    assert set(outside) == {f"https://d-00000{n}.example/story?a=1&b=2" for n in (1, 2, 3)}
    assert all("noopener" in a.get("rel").split() for a in outside.values())
    style = found.xpath("string(//style)")
    assert "@import" not in style and re.findall(r"url\((?!#)", style) == []


def test_policy_lets_only_the_page_s_own_style_and_script_through() -> None:
    found = page()
    policy = found.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for name in ("style", "script"):
        (own,) = found.xpath(f"//{name}")
        digest = base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert found.xpath("//@style | //@*[starts-with(name(), 'on')]") == []


def test_same_record_gives_same_bytes_in_any_order_and_with_any_hash_seed() -> None:
    first = report(tables())
    assert report({name: rows[::-1] for name, rows in tables().items()}) == first
    program = (
        "import hashlib; from standoff.dossier import report;"
        "from tests.dossier.crossing import tables;"
        "print(hashlib.sha256(report(tables()).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert seen == {hashlib.sha256(first.encode()).hexdigest()}


def test_event_shows_each_sentence_with_its_trigger_and_who_says_so() -> None:
    found = page()
    event = found.get_element_by_id("e-000001")
    sentences = [text(q) for q in event.xpath(".//blockquote")]
    assert sentences == [
        "Shells struck the Tarn crossing on 4 March, killing 12 people, Norland said.",
        "At least 20 people died at Tarn, a hospital said.",
    ]
    assert [text(m) for m in event.xpath(".//mark")] == ["struck", "died"]
    first, second = (text(p) for p in event.xpath(".//li[contains(@class, 'report')]/p"))
    assert "The Wire, 5 Mar 2031" in first and "on the word of Norland" in first
    assert "d-000002.example" in second and "own voice" in second
    assert "12 original" not in text(event) and "2 original articles" in text(event)


def test_each_value_of_an_event_names_the_report_that_it_rests_on() -> None:
    event = page().get_element_by_id("e-000001")
    rests = {
        text(div.find("dt")): div.xpath(".//a[@class='ref']/@href")
        for div in event.xpath(".//dl[@class='facts']/div")
    }
    assert rests["By"] == ["#r-000001"]
    assert rests["Towards"] == ["#r-000001", "#r-000002"]
    assert rests["When"] == ["#r-000001"]
    assert rests["Where"] == ["#r-000001", "#r-000002"]
    assert rests["Killed"] == ["#r-000001", "#r-000002"]


def test_what_is_not_known_is_shown_as_unknown() -> None:
    talks = page().get_element_by_id("e-000002")
    facts = {text(d.find("dt")): text(d.find("dd")) for d in talks.xpath(".//dl/div")}
    assert facts["By"] == facts["Where"] == "unknown"


def test_days_are_drawn_as_ranges_and_what_did_not_happen_otherwise() -> None:
    found = page()

    def drawn(event: str) -> set[str]:
        return set(found.xpath(f"string(//*[@id='{event}']//svg/@class)").split())

    assert drawn("e-000001") == {"bar", "happened", "hot"}
    assert drawn("e-000002") == {"bar", "planned", "range"}
    assert drawn("e-000003") == {"bar", "denied"}
    assert drawn("e-000004") == set()  # 2011 lies outside the axis: in a list, without a bar


def test_ledger_sets_the_parties_side_by_side_under_their_states() -> None:
    table = page().xpath("//section[@id='ledger']//table")[0]
    head = [text(th) for th in table.xpath("./thead//th")]
    assert head == ["Event", "Norland", "Sudmark"]
    norland, sudmark = (text(td) for td in table.xpath("./tbody/tr[1]/td"))
    assert "blames Sudmark" in norland and "Ada Ferrin no comment" in norland
    assert "denies" in sudmark
    links = table.xpath("./tbody/tr[1]/td//a/@href")
    assert set(links) == {"#r-000001", "#r-000002"}


def test_figures_stand_by_claimant_with_their_bounds() -> None:
    rows = page().xpath("//section[@id='figures']//table[@class='claims']/tbody/tr")
    assert [(text(r.find("th")), text(r.findall("td")[1])) for r in rows] == [
        ("Norland", "12 people"),
        ("d-000002.example, in its own voice", "20 or more people"),
    ]
    assert [bool(r.xpath(".//rect[@fill]")) for r in rows] == [False, True]


def test_articles_bear_their_annotations_and_copies_stand_under_their_original() -> None:
    found = page()
    original = found.get_element_by_id("d-000001")
    assert "d-000003" in original.xpath(".//details[@class='copy']/@id")
    triggers = original.xpath("./div[@class='text']//a[contains(@class, 't')]")
    assert [text(t) for t in triggers] == ["struck", "firing", "Talks", "signed"]
    (cue,) = original.xpath("./div[@class='text']//a[@class='q']")
    assert (text(cue), cue.get("href")) == ("denied", "#s-000001")
    assert "".join(original.xpath("./div[@class='text']//text()")).split() == (
        tables()["documents"][0]["text"].split()
    )
    assert "Subscribe now" in text(original.xpath("./details[@class='noise']")[0])


def test_evidence_leads_to_its_passage_in_the_article() -> None:
    found = page()
    href = found.xpath("//li[@id='r-000003']//a[@class='place']/@href")[0]
    assert text(found.get_element_by_id(href[1:])) == "Talks are planned for next week in Vell."


def test_statements_stand_under_their_speaker_once() -> None:
    voices = page().xpath("//section[@id='statements']//details[@class='voice']")
    assert [text(v.find("summary")) for v in voices] == ["Sudmark 2 statements"]
    assert voices[0].xpath(".//li/@id") == ["s-000001", "s-000002"]


def test_excerpts_leave_out_what_nothing_rests_on() -> None:
    whole, part = report(tables()), report(tables(), excerpts=True)
    for absent in ("Nobody slept that night", "Subscribe now"):
        assert absent in whole and absent not in part
    assert "At least 20 people " in part and "The weather had been mild" in part


def test_empty_record_makes_a_page() -> None:
    found = lxml_html.document_fromstring(report({}))
    assert "No event was found" in text(found.find("body"))


def test_rows_that_name_what_is_nowhere_do_no_harm() -> None:
    broken = tables()
    broken["events"][0]["actor"] = ["a-ffffff"]
    broken["events"][0]["reports"].append("r-ffffff")
    broken["reports"][0]["evidence"] = {"start": 5_000, "end": 6_000}
    broken["reports"][1]["document"] = "d-ffffff"
    broken["statements"][0]["content"] = []
    broken["commitments"][0]["history"] = []
    broken["dyads"][0]["events"] = ["e-ffffff"]
    broken["documents"][0]["duplicate_of"] = "d-000003"
    found = lxml_html.document_fromstring(report(broken))
    targets = {h[1:] for h in found.xpath("//@href") if h.startswith("#")}
    assert targets <= set(found.xpath("//@id"))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_there_are_do_no_harm(day: str) -> None:
    rows = tables()
    for row in (*rows["reports"], *rows["events"]):
        row["date"] = {"earliest": day, "latest": day}
    rows["dyads"][0]["period"] = day
    assert words.day(date.fromisoformat(day)) in report(rows)


def test_page_is_bounded_and_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "EVENTS", 2)
    found = page()
    shown = set(found.xpath("//details[@class='card']/@id"))
    assert len(shown) == 2 and "e-000001" in shown
    assert "left out are 2 events" in text(found.xpath("//footer")[0])
    targets = {h[1:] for h in found.xpath("//@href") if h.startswith("#")}
    assert targets <= set(found.xpath("//@id"))


def test_headings_come_in_order_and_sections_have_names() -> None:
    found = page()
    levels = [int(h.tag[1]) for h in found.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for section in found.iter("section"):
        assert text(found.get_element_by_id(section.get("aria-labelledby")))
