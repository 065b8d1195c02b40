"""Names that mean another here than they mostly do, and organs of the land where they are."""

from __future__ import annotations

import pytest
from tests.extract.test_mentions import actor, read, said


def test_forces_of_a_republic_are_no_party() -> None:
    text = "Republican forces took the town in Spain. Republicans in the Senate objected."
    found = read(text)
    parties = [text[m.start : m.end] for m in found.mentions
               if any(found.actors[i].kind == "party" for i in m.actors)]  # fmt: skip
    assert parties == ["Republicans"]


@pytest.mark.parametrize(("text", "country"), [("Austrian Nazis left.", "AUT"), ("Nazis left.", "DEU")])  # fmt: skip  # noqa: E501
def test_a_party_of_the_land_before_it(text: str, country: str) -> None:
    (found,) = [a for a in read(text).actors if a.kind == "party"]
    assert (found.country, found.acts_for_state) == (country, False)


def test_two_letters_that_need_the_longer_name() -> None:
    text = "Islamic State (IS) attacked the town. Then IS withdrew."
    assert said(text, read(text), "IS")[-1] == ("group:islamic state",)
    text = "The war IS over, the minister said."
    assert said(text, read(text), "IS") == []


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenya left. Security forces in Sudan opened fire.", "Security forces", "SDN"),
        ("Kenya left. Prosecutors in Paris charged him.", "Prosecutors", "FRA"),
        ("Kenya left. Some troops in Mali fired.", "Some troops", None),
    ],
)
def test_organs_of_the_land_they_are_in(text: str, words: str, country: str | None) -> None:
    found = read(text)
    ((key,),) = said(text, found, words)
    assert actor(found, key).country == country


def test_capitals_that_shout_name_no_leader() -> None:
    assert not [a for a in read("THE WAR IS OVER, IT IS SAID BY ALL.").actors if a.country]


def test_a_political_opposition_is_no_armed_group() -> None:
    found = read("Chile jailed opposition candidates. It freed rebel leaders.")
    kinds = {a.name: a.kind for a in found.actors}
    assert (kinds["opposition"], kinds["rebel"]) == ("party", "armed_group")
