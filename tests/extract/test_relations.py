"""Relations, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from standoff.extract.mentions import find_mentions
from standoff.extract.relations import find_relations
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import Annotations, ArticleInput
from standoff.vocab.vocabulary import Vocabulary


def told(text: str) -> set[tuple[str, str, str]]:
    spans = sentences(text)
    parsed = parse(text, spans, [s.index for s in spans])
    vocab = Vocabulary()
    mentions = find_mentions(ArticleInput("a1", text), parsed, vocab)
    found = find_relations(text, parsed, Annotations(mentions=mentions), vocab)
    return {(mentions.actors[r.a].name, r.relation, mentions.actors[r.b].name) for r in found}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Kenyan Foreign Minister Amos Tellu spoke.",
            ("Amos Tellu", "holds_office", "Kenya"),
        ),
        (
            "Raul Omti, a spokesman for Hezbollah, denied it.",
            ("Raul Omti", "holds_office", "Hezbollah"),
        ),
        (
            "The Red Front, a proxy for Boko Haram, struck.",
            ("Red Front", "proxy_of", "Boko Haram"),
        ),
        (
            "Kenya turned to its long-standing ally Norway.",
            ("Norway", "ally_of", "Kenya"),
        ),
        (
            "The army of Kenya fought Uganda-based militants.",
            ("Uganda-based militants", "based_in", "Uganda"),
        ),
        (
            "Iranian-backed militias fired rockets.",
            ("Iran", "backs", "Iranian-backed militias"),
        ),
        (
            "Kenya deployed fighter jets supplied by Norway.",
            ("Norway", "supplies_arms_to", "Kenya"),
        ),
        (
            "Kenya and Uganda signed a Norway-brokered ceasefire.",
            ("Norway", "mediates_between", "Uganda"),
        ),
        (
            "Iraqi cleric Abbas Tamimi urged calm.",
            ("Abbas Tamimi", "nationality", "Iraq"),
        ),
        (
            "Hamas has been fighting Israel for years.",
            ("Hamas", "enemy_of", "Israel"),
        ),
    ],
)
def test_relations(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in told(text)


def test_what_is_denied_or_only_known_is_no_relation() -> None:
    assert told("Norway does not back Kenya.") == set()
    assert told("Putin arrived late.") == set()
    assert told("Hezbollah fired rockets.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said that it had brought down 12 drones sent by Ethiopia since Monday.",
        "Chad intercepted missiles that were sent by Sudan.",
    ],
)
def test_weapons_sent_at_somebody_are_no_supply(text: str) -> None:
    assert not any(r == "supplies_arms_to" for _, r, _ in told(text))


def test_weapons_sold_are_a_supply() -> None:
    assert ("France", "supplies_arms_to", "Chad") in told("France sold missiles to Chad.")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, previously an ally of Ethiopia, is in conflict with it.",
        "Chad was once an ally of Sudan.",
        "Chad is no longer an ally of Sudan.",
    ],
)
def test_what_is_over_is_no_relation(text: str) -> None:
    assert not any(r == "ally_of" for _, r, _ in told(text))


def test_what_holds_is_a_relation() -> None:
    assert ("Kenya", "ally_of", "Ethiopia") in told("Kenya, an ally of Ethiopia, sent help.")


@pytest.mark.parametrize(
    "text",
    [
        "Amos Tellu, founder of the Kenya Centre for Human Rights, was held in Kenya.",
        "Kenya held Amos Tellu, chairman of the Kenyan Institute of Peace.",
    ],
)
def test_a_country_in_the_name_of_a_body_gives_no_office_of_the_country(text: str) -> None:
    assert not any(r in ("holds_office", "leads") and b == "Kenya" for _, r, b in told(text))


def details(text: str) -> set[str | None]:
    spans = sentences(text)
    parsed = parse(text, spans, [s.index for s in spans])
    vocab = Vocabulary()
    mentions = find_mentions(ArticleInput("a1", text), parsed, vocab)
    found = find_relations(text, parsed, Annotations(mentions=mentions), vocab)
    return {r.detail for r in found}


def test_a_spokesman_of_somebody_is_not_that_somebody() -> None:
    text = "The spokesman for U.N. Secretary-General Antonio Guterres appealed to both."
    assert not any("spokesman" in (d or "") for d in details(text))
