"""Places that no gazetteer has, and names that stand like places and are none."""

from __future__ import annotations

import pytest
from tests.extract.test_mentions import read


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Shells hit the village of Qarn Dabo in northern Peru.", "Qarn Dabo", "PER"),
        ("Police in Togo searched the town of Adjovi Kope.", "Adjovi Kope", "TGO"),
        ("Fighting broke out in Papua New Guinea's Wabo province.", "Wabo province", "PNG"),
        ("A blast shook the Zafra district of Baghdad.", "Zafra", "IRQ"),
        ("Soldiers entered the village of Tol-Suu in Osh.", "Tol-Suu", "KGZ"),
    ],
)
def test_the_land_of_an_unknown_place(text: str, place: str, country: str) -> None:
    found = read(text)
    assert (place, country) in {(p.name, p.country) for p in found.places}
    assert not [a for a in found.actors if a.kind == "person"]


def test_an_unknown_place_between_two_lands_has_none() -> None:
    text = "Chad and Niger disagreed. Raiders struck the village of Qarn Dabo."
    assert [p.country for p in read(text).places] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moro, an economist at Crestwood Economics, said prices would fall.",
        "Corruption in Home Affairs delayed the papers.",
    ],
)
def test_where_somebody_works_is_no_place(text: str) -> None:
    assert read(text).places == ()


def test_a_day_is_no_part_of_a_name() -> None:
    names = {a.name for a in read("Norway banned Kestrel Air on Monday.").actors}
    assert names == {"Norway", "Kestrel Air"}


def test_a_judge_who_speaks_is_not_the_one_spoken_of() -> None:
    found = read("Quispe, a judge said, would remain in jail.")
    assert not [a for a in found.actors if a.name == "Quispe" and a.kind == "official"]


def test_a_nickname_is_part_of_the_name() -> None:
    found = read('Jimmy "Hammer" Brel threatened the police. Brel then left.')
    (one,) = [a for a in found.actors if a.kind == "person"]
    assert one.name == 'Jimmy "Hammer" Brel'
    assert "Brel" in one.aliases


def test_a_spokesman_of_the_president_speaks_for_his_state() -> None:
    text = "Chadian President Idi Goro left. Mali and Niger wait. Goro's spokesman, Ali Dam, spoke."
    (one,) = [a for a in read(text).actors if a.name == "Ali Dam"]
    assert (one.kind, one.country) == ("official", "TCD")


def test_a_government_of_a_people_makes_no_person() -> None:
    found = read("The Catalan government called a vote. The Tarvian government did too.")
    assert not [a for a in found.actors if a.kind == "person"]


def test_a_hospital_is_where_people_are_treated_and_who_speaks() -> None:
    found = read("Six Afghan villagers were treated at the Herat Regional Hospital.")
    assert ("Herat Regional Hospital", "AFG") in {(p.name, p.country) for p in found.places}
    found = read("The Herat Regional Hospital said six had died.")
    assert [a.name for a in found.actors if a.kind == "ngo"] == ["Herat Regional Hospital"]
