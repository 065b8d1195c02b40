"""The two articles that the project grew from, line by line: what must be in their record.

They are no part of the package: without the development data beside the checkout this is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pytest
from bench.record import build_tables
from bench.shared import SHARED

SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"no development data at {SEEDS}")
Row = Mapping[str, Any]


@cache
def tables() -> dict[str, list[dict[str, Any]]]:
    return build_tables([str(SEEDS)])  # type: ignore[return-value]


def sides(ids: Iterable[str]) -> set[str]:
    """Names of actors, and the countries of those that act for a state."""
    by_id = {a["id"]: a for a in tables()["actors"]}
    out = set()
    for i in ids:
        a = by_id[i]
        out.add(a["name"])
        if a["acts_for_state"] and a["country"]:
            out.add(a["country"])
    return out


def reports(
    types: str, actor: str = "", recipient: str = "", words: str = ""
) -> list[dict[str, Any]]:
    return [
        r
        for r in tables()["reports"]
        if r["type"] in types.split()
        and (not actor or actor in sides(r["actor"]))
        and (not recipient or recipient in sides(r["recipient"]))
        and words in r["quote"]
    ]


def events(rows: Iterable[Row]) -> list[dict[str, Any]]:
    ids = {r["event"] for r in rows}
    return [e for e in tables()["events"] if e["id"] in ids]


def stands(event: Row, who: str, stance: str) -> bool:
    return any(who in sides([p["who"]]) and p["stance"] == stance for p in event["positions"])


def relation(a: str, kind: str, b: str) -> bool:
    return any(
        r["relation"] == kind and a in sides([r["a"]]) and b in sides([r["b"]])
        for r in tables()["relations"]
    )


def commitments(kind: str, word: str) -> list[dict[str, Any]]:
    return [
        c
        for c in tables()["commitments"]
        if c["kind"] == kind and any(word in n.lower() for n in (c["name"], *c["aliases"]))
    ]


def test_the_undated_article_is_from_may_2025_because_of_the_attack_that_both_report() -> None:
    (published,) = (
        d["published"] for d in tables()["documents"] if d["published"]["basis"] == "other_articles"
    )
    assert published["earliest"] == "2025-05-20"
    assert published["latest"] <= "2025-05-31"


def test_the_attack_and_who_stands_how_on_it() -> None:
    attack = max(
        (e for e in events(reports("ASSAULT")) if e["place"] and e["place"]["name"] == "Pahalgam"),
        key=lambda e: len(e["reports"]),
    )
    assert attack["date"] == {"earliest": "2025-04-22", "latest": "2025-04-22"}
    assert {(f["kind"], f["low"], f["high"]) for f in attack["figures"]} == {("killed", 26, 26)}
    assert stands(attack, "The Resistance Front", "claims_responsibility")
    assert stands(attack, "IND", "blames")
    assert stands(attack, "PAK", "denies")
    assert attack["contested"]
    assert len(attack["documents"]) == 2


def test_who_is_behind_whom() -> None:
    assert relation("The Resistance Front", "proxy_of", "Lashkar-e-Taiba")
    assert relation("Lashkar-e-Taiba", "based_in", "PAK")
    assert relation("China", "supplies_arms_to", "PAK")
    assert relation("United States", "supplies_arms_to", "PAK")
    assert relation("Ishaq Dar", "holds_office", "PAK")
    assert relation("Wang Yi", "holds_office", "China")


def test_the_strikes_are_alleged_and_answered() -> None:
    strikes = [r for r in reports("ASSAULT", "IND") if "allegedly" in r["quote"]]
    assert any(r["hedged"] for r in strikes)
    assert any(r["date"] and r["date"]["latest"] == "2025-05-10" for r in reports("ASSAULT"))
    assert reports("ASSAULT", "PAK", words="retaliation")


def test_the_downing_is_on_pakistans_word_and_india_neither_confirms_nor_denies() -> None:
    (report,) = reports("ASSAULT", "PAK", "IND", words="aircraft")
    assert "PAK" in sides(report["said_by"])
    (event,) = events([report])
    assert stands(event, "IND", "neither_confirms_nor_denies")
    assert not event["contested"]


def test_the_ceasefire() -> None:
    truces = [e for e in events(reports("RETREAT AGREE")) if "USA" in sides(e["mediator"])]
    assert truces
    assert any(
        e["date"] and e["date"]["earliest"] >= "2025-05-10" and e["date"]["latest"] <= "2025-05-20"
        for e in truces
    )
    assert reports("SUPPORT", "PAK", words="publicly welcomed")
    assert any("praised" in r["quote"] for r in reports("SUPPORT", "Wang Yi"))


def test_the_treaty_is_suspended_by_india_and_dar_condemns_it() -> None:
    (treaty,) = commitments("treaty", "indus waters treaty")
    assert any(h["status"] == "suspended" and "IND" in sides(h["by"]) for h in treaty["history"])
    assert {"IND", "PAK"} <= sides(treaty["parties"])
    assert reports("ACCUSE", "Ishaq Dar", "IND")
    assert reports("SANCTION REJECT", "IND", words="suspend")


def test_the_telephone_call_and_the_visit() -> None:
    calls = [r for r in reports("CONSULT") if r["mode"] == "phone"]
    assert any({"Wang Yi", "Ishaq Dar"} <= sides([*r["actor"], *r["recipient"]]) for r in calls)
    assert all(r["date"]["latest"] <= "2025-04-28" for r in calls)
    visits = [e for e in events(reports("CONSULT", "Ishaq Dar")) if e["place"]]
    assert any(
        e["place"]["name"] == "Beijing"
        and e["date"] == {"earliest": "2025-05-20", "latest": "2025-05-20"}
        for e in visits
    )
    assert any("Wang Yi" in sides([*e["actor"], *e["recipient"]]) for e in visits)


def test_what_is_asked_and_offered() -> None:
    urged = reports("REQUEST", "Wang Yi", words="restraint")
    assert any({"IND", "PAK"} <= sides(r["recipient"]) for r in urged)
    assert reports("SUPPORT REQUEST", words="impartial investigation")
    (probe,) = commitments("demand", "neutral probe")
    assert probe["history"][-1]["status"] == "open"
    assert "PAK" in sides(probe["parties"])
    assert reports("SUPPORT", "Ishaq Dar", "China", words="thanked")
    assert any("PAK" in sides(c["parties"]) for c in commitments("partnership", "partnership"))


def test_both_offices() -> None:
    roles = {
        a["name"]: {(r["title"].lower(), r["country"]) for r in a["roles"]}
        for a in tables()["actors"]
    }
    dar, wang = roles["Ishaq Dar"], roles["Wang Yi"]
    assert any("foreign minister" in title and country == "CHN" for title, country in wang)
    assert any("deputy prime minister" in title and country == "PAK" for title, country in dar)


@pytest.mark.parametrize(
    ("speakers", "words"),
    [
        ("Ishaq Dar", "unilateral and illegal decision"),
        ("Wang Yi", "fundamental and long-term interests of both sides"),
        ("Wang Yi", "impartial investigation"),
        ("Wang Yi", "China has always supported Pakistan"),
        ("Wang Yi", "security interests,"),
        ("Wang Yi", "exercise restraint, meet each other halfway"),
        ("Ishaq Dar", "consistent and unwavering support"),
        ("statement", "Both sides reiterated their firm resolve"),
    ],
)
def test_every_quotation_has_its_speaker(speakers: str, words: str) -> None:
    names = {a["id"]: a["name"] for a in tables()["actors"]}
    text = {d["id"]: d["text"] for d in tables()["documents"]}
    found = [
        (names.get(s["speaker"]), s["speaker_text"])
        for s in tables()["statements"]
        if any(words in text[s["document"]][c["start"] : c["end"]] for c in s["content"])
    ]
    assert any(
        speakers == name or (speakers == "statement" and said and "statement" in said)
        for name, said in found
    ), found
