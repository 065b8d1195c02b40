"""Whom descriptions, pronouns, odd names and capitals mean: sentences written for the purpose."""

from __future__ import annotations

import pytest
from tests.extract.test_mentions import actor, read, said

# --- whose, several, and both -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "President Joan Mwari left. Her opponents marched.",
            "opponents",
            "Joan Mwari's opponents",
        ),
        ("Kenya struck first. Its allies were silent.", "allies", "Kenya's allies"),
        ("Supporters of Hezbollah marched.", "Supporters", "Hezbollah's supporters"),
    ],
)
def test_whose_opponents_is_told_by_the_possessor(text: str, words: str, name: str) -> None:
    found = read(text)
    (keys,) = [k for w in (words, f"Her {words}", f"Its {words}") for k in said(text, found, w)]
    assert actor(found, keys[0]).name == name
    assert actor(found, keys[0]).country is None, "they are not of the state they oppose or back"


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("British and French troops landed.", "British and French troops", {"GBR", "FRA"}),
        ("Senior Greek and Turkish officials met.", "Senior Greek and Turkish officials",
         {"GRC", "TUR"}),
        ("Foreign ministers of Egypt, Cyprus and France met.", "Foreign ministers",
         {"EGY", "CYP", "FRA"}),
    ],
)  # fmt: skip
def test_one_plural_of_several_lands(text: str, words: str, countries: set[str]) -> None:
    found = read(text)
    (keys,) = said(text, found, words)
    assert {actor(found, k).country for k in keys} == countries
    assert all(actor(found, k).acts_for_state for k in keys)


def test_they_are_all_of_them() -> None:
    text = "Foreign ministers of Egypt, Cyprus and France met. They called on Turkey to talk."
    found = read(text)
    assert {actor(found, k).country for k in said(text, found, "They")[0]} == {"EGY", "CYP", "FRA"}


def test_sides_can_be_armed_groups() -> None:
    text = "The Kenyan army and Boko Haram fought for a week.\nBoth sides agreed to a truce."
    found = read(text)
    assert set(said(text, found, "Both sides")[0]) == {"state:KEN", "group:boko haram"}


def test_it_is_whom_the_spokesman_speaks_for() -> None:
    text = "Hezbollah spokesman Omar Tellu said it had carried out the attack."
    assert said(text, read(text), "it") == [("group:hezbollah",)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya spoke. It is clear that talks failed.",
        "Kenya raised the ban. Norway denied it.",
        "Kenya sent aid. Many said they were hungry.",
        "Kenya met Norway. The choice itself was odd.",
    ],
)
def test_pronouns_that_take_up_no_party(text: str) -> None:
    pronouns = [m for m in read(text).mentions if m.form == "pronoun"]
    assert pronouns == []


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Nguyen Thi Lan", "Lan"),
        ("Joost van der Berg", "Van der Berg"),
        ("Yusuf bin Alawi", "Bin Alawi"),
        ("Karen O'Brien", "O'Brien"),
        ("Samir al-Khatib", "Al-Khatib"),
        ("Rashad May", "Rashad May"),
    ],
)
def test_names_of_many_shapes(full: str, short: str) -> None:
    text = f"Kenyan Foreign Minister {full} arrived.\n{short} said that he was ready."
    found = read(text)
    (person,) = [a for a in found.actors if a.key.startswith("person:")]
    assert (person.name, person.country, person.kind) == (full, "KEN", "official")
    assert said(text, found, short)


def test_a_shared_surname_is_the_one_with_the_office_or_the_title() -> None:
    text = (
        "Kenyan President Elena Quispe and her brother Diego Quispe came.\nQuispe spoke.\n"
        "Mr Ivo Sand met Mrs Ada Sand.\nMrs Sand left."
    )
    found = read(text)
    assert said(text, found, "Quispe") == [("person:elena quispe",)]
    assert said(text, found, "Sand") == [("person:ada sand",)]


def test_the_land_after_the_name_of_a_president() -> None:
    text = "The Okello administration refused. President Okello of Uganda was firm."
    found = read(text)
    assert said(text, found, "Okello administration") == [("government:UGA",)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Mekong People's Army took the hill.", "Mekong People's Army", "armed_group"),
        ("The Karun Resistance struck at dawn.", "Karun Resistance", "armed_group"),
        ("The Black Dawn claimed responsibility.", "Black Dawn", "armed_group"),
        ("The Sons of the Delta claimed responsibility.", "Sons of the Delta", "armed_group"),
    ],
)
def test_groups_that_no_state_owns(text: str, name: str, kind: str) -> None:
    found = {a.name: (a.kind, a.acts_for_state) for a in read(text).actors}
    assert found[name] == (kind, False)


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Belinda hit the coast.",
        "A Vostok 9 rocket was launched.",
        "The deal was called the Dhofar Compact by all.",
        "New Mexico voted.",
    ],
)
def test_storms_products_and_pacts_are_no_parties(text: str) -> None:
    assert not [a for a in read(text).actors if a.kind in ("other", "person", "state")]


def test_a_description_right_before_a_name_is_the_one_named() -> None:
    text = "Oslo-based monitoring group the Red Sea Watch said the monitoring group was sure."
    found = read(text)
    assert len({k for m in found.mentions for k in m.actors if found.actors[k].kind == "ngo"}) == 1


# --- the article's own time ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "surname", "country"),
    [
        ("Khrushchev answered on 12 October 1962.", "Khrushchev", "SUN"),
        ("Qaddhafi refused to go.", "Qaddhafi", "LBY"),
        ("In 2025 Kennedy said it was over.", "Kennedy", None),
        ("Smith left early.", "Smith", None),
    ],
)
def test_leaders_by_surname_in_their_own_time(text: str, surname: str, country: str | None) -> None:
    found = read(text)
    keys = [k for each in said(text, found, surname) for k in each]
    assert [actor(found, k).country for k in keys] == ([country] if country else [None] * len(keys))


def test_capitals_stand_for_the_state_of_their_day() -> None:
    for text, country in (
        ("Moscow protested in 1968.", "SUN"),
        ("Moscow protested in 2014.", "RUS"),
        ("Soviet envoys left, and Moscow protested.", "SUN"),
        ("Moscow protested.", "RUS"),
    ):
        found = read(text)
        (keys,) = said(text, found, "Moscow")
        assert actor(found, keys[0]).country == country, text


def test_marks_and_initials_alone_name_nobody() -> None:
    for text in ("President U. A. spoke.", "President X. met Minister Y.", "MR. J. K. L. LEFT"):
        read(text)  # no exception
