"""Which two reports are taken for one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from standoff.merge.agreement import THRESHOLD, agreement
from standoff.merge.reports import Spot
from standoff.merge.sameness import Look, Side, contradiction

MONDAY = date(2031, 3, 3).toordinal()
NOBODY = Side(frozenset(), frozenset(), frozenset())


def side(*names: str, states: str = "", described: str = "") -> Side:
    return Side(frozenset(names), frozenset(states.split()), frozenset(described.split()))


RAID = Look(
    document="one",
    sentence=0,
    start=40,
    status="real",
    ongoing=False,
    denied=False,
    verbal=False,
    mutual=False,
    first=MONDAY,
    last=MONDAY,
    told=True,
    actor=side("norway", states="NOR"),
    recipient=side("chile", states="CHL"),
    place="place:salto:URY",
    fine=True,
    spot=Spot(-31.4, -57.9, True),
    figures=frozenset(),
    mode=None,
    lemma="raid",
    victims=frozenset(),
    words=frozenset("norwegian troops raided depot outside salto monday".split()),
)
ELSEWHERE = replace(
    RAID,
    document="two",
    lemma="attack",
    words=frozenset("attack depot near salto left several vehicles burning".split()),
)
TALKS = replace(
    RAID,
    verbal=True,
    mutual=True,
    told=False,
    lemma="meet",
    place=None,
    fine=False,
    spot=None,
    actor=side("norway", states="NOR"),
    recipient=side("chile", states="CHL"),
)


def one_event(a: Look, b: Look, referred: bool = False) -> bool:
    return agreement(a, b, referred)[0] >= THRESHOLD


def test_two_articles_tell_of_one_raid() -> None:
    assert one_event(RAID, ELSEWHERE)


@pytest.mark.parametrize(
    "other",
    [
        replace(ELSEWHERE, first=MONDAY + 2, last=MONDAY + 2),
        replace(ELSEWHERE, status="plan"),
        replace(ELSEWHERE, place="place:minas:URY", spot=Spot(-34.4, -55.2, True)),
        replace(ELSEWHERE, actor=side("peru", states="PER")),
        replace(ELSEWHERE, first=MONDAY - 200, last=MONDAY, place=None, spot=None, fine=False),
    ],
    ids=["another day", "only planned", "another town", "another state", "months of raids"],
)
def test_two_articles_tell_of_two_raids(other: Look) -> None:
    assert not one_event(RAID, other)


def test_an_army_and_its_state_are_one_side_in_two_tellings() -> None:
    army = replace(ELSEWHERE, actor=side("norwegian army", states="NOR"))
    assert one_event(RAID, army)


def test_a_town_under_two_spellings_is_one_place() -> None:
    other = replace(ELSEWHERE, place="place:el salto:URY", told=False, spot=RAID.spot)
    far = replace(other, spot=Spot(-31.3, -57.8, True))
    assert agreement(RAID, other)[0] > agreement(RAID, far)[0]
    assert contradiction(RAID, replace(other, spot=Spot(-32.3, -58.1, True))) == "place"


def test_a_sentence_told_twice_in_one_article_is_one_event() -> None:
    caption = replace(
        RAID, sentence=9, start=2400, told=False, place=None, actor=NOBODY, recipient=NOBODY
    )
    again = replace(caption, sentence=14, start=3900)
    assert one_event(caption, again)
    assert not one_event(
        caption, replace(again, words=frozenset("shops reopened across quiet streets".split()))
    )


def test_talks_are_the_same_whoever_is_told_first() -> None:
    turned = replace(TALKS, sentence=3, start=500, actor=TALKS.recipient, recipient=TALKS.actor)
    assert one_event(TALKS, turned)
    assert contradiction(TALKS, replace(turned, recipient=side("peru", states="PER"))) is not None
    accuse = replace(TALKS, mutual=False)
    assert contradiction(accuse, replace(turned, mutual=False)) == "actor"


def test_two_denials_of_one_party_about_two_things_stay_apart() -> None:
    first = replace(TALKS, mutual=False, lemma="deny", recipient=NOBODY)
    second = replace(
        first,
        sentence=8,
        start=1900,
        lemma="reject",
        words=frozenset("minister rejects claims about prisoners".split()),
    )
    assert not one_event(first, second)


def test_deeds_of_one_kind_by_other_means_stay_apart() -> None:
    arrest = replace(RAID, mode="arrest", lemma="arrest", told=False, last=MONDAY + 6, place=None)
    blockade = replace(
        arrest,
        sentence=1,
        start=160,
        mode="restrict",
        lemma="block",
        recipient=side("crowd"),
        words=frozenset("police blocked crowd from entering court".split()),
    )
    assert not one_event(arrest, blockade)
    assert one_event(arrest, replace(blockade, mode="arrest", recipient=arrest.recipient))
