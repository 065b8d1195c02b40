"""Whose an office is that no land stands beside, and names in news from lands less written of."""

from __future__ import annotations

import time

import pytest
from tests.extract.test_mentions import read

from standoff.extract.mentions.lands import Lands
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


# --- bodies -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The feared Rio Hondo gang attacked the town.", "Rio Hondo", "armed_group"),
        ("The militant Sand Lions movement claimed the raid.", "Sand Lions", "other"),
        ("Police raided the opposition Renewal party on Monday.", "Renewal", "party"),
        ("The ruling party, the PDG-RDA, denied the charge.", "PDG-RDA", "party"),
        ("French energy giant Totem halted work.", "Totem", "company"),
        ("The Dock Workers' Union marched.", "Dock Workers' Union", "ngo"),
        ("The Farm Teachers' Association marched.", "Farm Teachers' Association", "ngo"),
        ("The Ghana Labour Congress joined the strike.", "Ghana Labour Congress", "ngo"),
        ("Los Tigrillos denied the killing.", "Los Tigrillos", "other"),
        ("The Kyrgyz border service denied it.", "Kyrgyz border service", "police"),
        ("Togo's Constitutional Council annulled it.", "Togo's Constitutional Council", "court"),
    ],
)
def test_what_kind_of_body_it_is(text: str, name: str, kind: str) -> None:
    found = read(text)
    assert named(found, name).kind == kind
    assert not [a for a in found.actors if a.name != name and a.name.endswith(name.split()[-1])]


def test_a_station_or_a_carrier_that_is_no_body() -> None:
    text = "The gang attacked two police stations. An aircraft carrier left."
    assert {a.kind for a in read(text).actors} & {"media", "company"} == set()


def test_a_radio_station_is_one() -> None:
    assert [a.kind for a in read("The army closed two radio stations.").actors][-1] == "media"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The gunman, Peter Wapi, fled. Police found the gunman on Sunday.", "Peter Wapi"),
        ("Anna Moro, a courageous teacher, was shot. The teacher died.", "Anna Moro"),
    ],
)
def test_who_is_described_beside_the_name_is_one(text: str, name: str) -> None:
    found = read(text)
    assert [a.name for a in found.actors if a.kind in ("person", "armed_group", "civilians")] == [
        name
    ]


def test_an_ambassador_named_after_the_town() -> None:
    one = named(read("China's ambassador in Suva, Qian Wei, protested."), "Qian Wei")
    assert (one.kind, one.country) == ("official", "CHN")


def test_the_court_is_the_world_court_just_named() -> None:
    text = "Guyana went to the International Court of Justice. Venezuela rejected the court."
    assert not [a for a in read(text).actors if a.kind == "court"]


def test_a_capital_inside_a_longer_name_is_no_capital() -> None:
    text = "Troops retook the port of Vila da Praia in Mozambique on Sunday."
    assert [p.country for p in read(text).places if "Praia" in p.name] != ["CPV"]


def test_an_officer_of_a_union_is_none_of_the_state() -> None:
    text = "Nigerian workers marched. The union's secretary-general, Ngozi Bala, called a strike."
    assert named(read(text), "Ngozi Bala").kind == "person"


def test_a_company_may_be_called_by_the_first_word_of_its_name() -> None:
    found = read("Norway banned Kestrel Air. Kestrel denied the charge. Then the airline left.")
    assert {a.name for a in found.actors} == {"Norway", "Kestrel Air"}


def test_the_office_of_a_mayor_is_where_it_stands() -> None:
    found = read("Chad and Niger agreed. The mayor's office in Tunis said so.")
    assert [a.country for a in found.actors if a.kind == "official"] == ["TUN"]


def test_officers_of_an_organ_are_of_its_land() -> None:
    found = read("Belarusian KGB officers arrested six Russian individuals.")
    assert {(a.kind, a.country) for a in found.actors if a.name.endswith(("officers", "uals"))} == {
        ("police", "BLR"),
        ("civilians", "RUS"),
    }


def test_the_world_body_and_the_bloc() -> None:
    found = read("The European Union met the United Nations. The bloc agreed with the world body.")
    assert {a.name for a in found.actors} == {"European Union", "United Nations"}


def test_a_party_that_bears_the_name_of_another_lands() -> None:
    found = read("Police arrested members of the Malawi Congress Party in Lilongwe.")
    assert named(found, "Malawi Congress Party").country == "MWI"


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Guatemalan president-elect Luis Arana refused.", "person", "GTM"),
        ("The leader of Malawi's opposition, Luis Arana, refused.", "person", None),
        ("Togo waits. The head of the armed forces, General Luis Arana, left.", "official", "TGO"),
        ("A spokesman for the mission, Luis Arana, told reporters so in Togo.", "person", None),
    ],
)
def test_who_holds_what(text: str, kind: str, country: str | None) -> None:
    found = read(text)
    one = named(found, "Luis Arana")
    assert (one.kind, one.country) == (kind, country)
    assert one.roles
    assert [a.name for a in found.actors if a.kind in ("person", "official")] == ["Luis Arana"]


@pytest.mark.parametrize("body", ["electoral commission", "Independent Election Commission"])
def test_an_electoral_commission_is_an_organ(body: str) -> None:
    found = read(f"Malawi's {body} dismissed the complaint.")
    assert [a.country for a in found.actors if a.kind == "government"] == ["MWI"]


@pytest.mark.parametrize(
    "text",
    [
        "The five permanent members of the Security Council met in Geneva.",
        "Diplomats of the five permanent UN members met in Geneva.",
    ],
)
def test_the_permanent_members_are_five_states(text: str) -> None:
    states = {a.country for a in read(text).actors if a.kind == "state"}
    assert states == {"USA", "GBR", "FRA", "RUS", "CHN"}


def test_permanent_members_of_a_club_are_none() -> None:
    text = "Six permanent members of the club left."
    assert not [a for a in read(text).actors if a.kind == "state"]


def test_lands_are_counted_once_however_often_they_are_asked_for() -> None:
    lands = Lands()
    start = time.process_time()
    for k in range(20_000):
        lands.state(10 * k, "NER", k % 2 == 0)
        lands.place(10 * k + 5, "MLI" if k % 5 == 0 else "NER")
        lands.so_far(10 * k), lands.at(10 * k), lands.only(), lands.between(10 * k, 10 * k + 9)
    assert time.process_time() - start < 10, "what is quadratic takes many minutes here"
    assert (lands.only(), lands.at(5), lands.named(2)) == ("NER", "NER", ["NER", "MLI"])
