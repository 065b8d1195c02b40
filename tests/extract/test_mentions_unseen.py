"""Who is who in plain news: phrases that run on, bodies taken up, organs and offices."""

from __future__ import annotations

import pytest
from tests.extract.test_mentions import actor, read, said

from standoff.types import Mentions


def names(found: Mentions) -> set[str]:
    return {a.name for a in found.actors}


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The National Tea Council (NTC) refused. The NTC gave no reason.",
        "He leads the National Tree Conservancy (the NTC). The NTC gave no reason.",
    ],
)
def test_an_abbreviation_that_the_article_introduces_is_its_own(text: str) -> None:
    found = read(text)
    assert all(a.country != "LBY" for a in found.actors)
    assert said(text, found, "NTC")[-1] == said(text, found, "NTC")[0]


def test_an_abbreviation_that_means_what_it_always_means() -> None:
    text = "The National Transitional Council (NTC) met. The NTC gave no reason."
    assert {k[0] for k in said(text, read(text), "NTC")} == {"government:national transitional council"}  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Belarusian KGB arrested the men.", "BLR"),
        ("The KGB arrested the men in 1970.", "SUN"),
    ],
)
def test_an_organ_of_the_state_named_before_it(text: str, country: str) -> None:
    found = read(text)
    (keys,) = said(text, found, "KGB")
    assert actor(found, keys[0]).country == country


def test_particles_written_small_elsewhere_leave_a_name_a_name() -> None:
    text = "Hamid bin Karun was seen at the bin. Talal bin Abd al-Karim Al Sabra agreed."
    found = read(text)
    assert said(text, found, "Hamid bin Karun") == [("person:hamid bin karun",)]
    assert {"Hamid bin Karun", "Talal bin Abd al-Karim Al Sabra"} <= names(found)
    assert {a.kind for a in found.actors} == {"person"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Ugandan Police Detain, Then Free Leader Okot — police detained the man on Monday.",
            "Det",
        ),
        ("Chilean Activist Gunned Down in Salto - A Chilean activist was gunned down.", "Gun"),
        ("Mali King Agree to Back Safe Zones and the two agreed to more on Sunday.", "Agree"),
    ],
)
def test_words_of_a_headline_are_no_names(text: str, word: str) -> None:
    assert not [a for a in read(text).actors if word in a.name.split()[-1]]


# --- phrases that run on ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It was shelled by artillery and militiamen Government officials denied it.",
            "militiamen",
        ),
        ("They met in a small country Turkish media said on Sunday.", "Turkish media"),
        ("He hoped for goodwill FILE - Supporters of the front shouted.", "Supporters"),
        ("The refusal is blocking peace Settlers burned tires on the road.", "Settlers"),
    ],
)
def test_a_capital_or_a_loose_dash_begins_another_phrase(text: str, name: str) -> None:
    assert name in names(read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The senior Turkish officials left.", "senior Turkish officials"),
        ("Pro-government fighters left.", "Pro-government fighters"),
    ],
)
def test_what_belongs_to_one_phrase_stays_there(text: str, name: str) -> None:
    assert name in names(read(text))


# --- bodies taken up ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The broadcast corporation AZQ-BNL was closed. Mayor Okot accused the network of fraud.",
        "The airline Karun Air fired the pilots. Mayor Okot sued the company.",
    ],
)
def test_a_business_is_taken_up_by_what_it_is(text: str) -> None:
    found = read(text)
    last = "the network" if "network" in text else "the company"
    ((key,),) = said(text, found, last)
    assert key.startswith(("company:", "media:")), key


def test_no_business_before_means_nobody() -> None:
    text = "The hackers attacked the network."
    assert said(text, read(text), "the network") == []
