"""Whose an office is that no land stands beside, and names in news from lands less written of."""

from __future__ import annotations

import pytest
from tests.extract.test_mentions import read

from standoff.types import LocalActor, Mentions


def named(found: Mentions, name: str) -> LocalActor:
    (one,) = [a for a in found.actors if a.name == name]
    return one


# --- offices ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Raiders killed six herders in western Niger on Monday. The defence minister, Colonel Idi"
        " Barmou, visited the village on Tuesday. The raiders came from Mali, he said.",
        "NIAMEY - The army lost six men on Monday. Mali and Benin sent condolences to Niamey."
        " Prime Minister Idi Barmou thanked them.",
    ],
)
def test_an_office_is_of_the_land_that_the_news_comes_from(text: str) -> None:
    one = named(read(text), "Idi Barmou")
    assert (one.kind, one.country, one.acts_for_state) == ("official", "NER", True)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger closed the border on Monday. Defence Minister Idi Barmou flew in.",
        "Chadian President Mahamat Goro met Prime Minister Idi Barmou in Niamey.",
    ],
)
def test_an_office_is_of_no_land_where_two_are_spoken_of(text: str) -> None:
    one = named(read(text), "Idi Barmou")
    assert (one.kind, one.country) == ("person", None)


@pytest.mark.parametrize("field", ["communications", "youth and sports", "higher education"])
def test_a_minister_of_any_field(field: str) -> None:
    text = f"Cameroon's {field} minister, Rene Mbarga, spoke. Norway and Oslo heard Norway's king."
    one = named(read(text), "Rene Mbarga")
    assert (one.country, one.roles[0].title) == ("CMR", f"{field} minister")
