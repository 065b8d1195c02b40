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
