"""Who is who in plain news: phrases that run on, bodies taken up, organs and offices."""

from __future__ import annotations

import pytest
from tests.extract.test_frames import read as frames_of
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


# --- organs and offices -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The outbreak in Samoa is over, Samoa says. The prime minister left.", "prime minister"),
        ("Kenya wept. Kenya waited. A police spokesman asked for calm.", "police spokesman"),
    ],
)
def test_an_office_of_the_only_land_in_question(text: str, title: str) -> None:
    found = read(text)
    ((key,),) = said(text, found, title)
    assert actor(found, key).country in ("WSM", "KEN") and actor(found, key).acts_for_state


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kenya and Samoa met. Samoa and Kenya agreed. The prime minister left.", "prime minister"),
        (
            "Kenya wept. Kenya waited. A rebel military spokesman gloated.",
            "rebel military spokesman",
        ),
    ],
)
def test_whose_office_is_not_guessed(text: str, title: str) -> None:
    found = read(text)
    assert not any(actor(found, k).acts_for_state for ks in said(text, found, title) for k in ks)


def test_who_speaks_for_an_organ_that_the_article_names() -> None:
    text = (
        "Kenya warned Samoa. Samoa's Foreign Ministry was firm. Kenya waited. "
        "Foreign Ministry spokesman Lu Okot spoke."
    )
    assert actor(read(text), "person:lu okot").country == "WSM"


@pytest.mark.parametrize(
    ("text", "unit", "kind", "country"),
    [
        ("The Kenyan army's Northern Command denied it.", "Northern Command", "military", "KEN"),
        ("It hit the Afghan National Army's 3rd Sand Corps.", "Sand Corps", "military", "AFG"),
        ("The front's Liberation Command denied it.", "Liberation Command", "armed_group", None),
    ],
)
def test_units_of_armies(text: str, unit: str, kind: str, country: str | None) -> None:
    (found,) = [a for a in read(text).actors if a.name == unit]
    assert (found.kind, found.country) == (kind, country)


def test_a_chief_executive_of_a_territory_acts_for_it() -> None:
    assert actor(read("Hong Kong Chief Executive Ada Wei left."), "person:ada wei").acts_for_state
    assert not actor(read("The chief executive of Karun Oil, Ada Wei, left."), "person:ada wei").acts_for_state  # fmt: skip  # noqa: E501


# --- people -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("An Iraqi and three women were detained.", "Iraqi", "IRQ"),
        ("Seven Japanese were killed in the raid.", "Japanese", "JPN"),
    ],
)
def test_nationals_are_people_and_no_state(text: str, word: str, country: str) -> None:
    found = read(text)
    ((key,),) = said(text, found, word)
    assert (actor(found, key).kind, actor(found, key).country) == ("civilians", country)
    assert not actor(found, key).acts_for_state


def test_a_land_before_a_noun_is_its_state() -> None:
    text = "An Iraqi delegation and two Japanese ships left."
    assert said(text, read(text), "Iraqi") == [("state:IRQ",)]


def test_who_is_quoted_is_not_he() -> None:
    text = (
        'Police caught Jamal Okot. "It is over," said Ali Kaya. "He was trained abroad," she said.'
    )
    assert said(text, read(text), "He") == [("person:jamal okot",)]
    text = "Police caught Jamal Okot. Ali Kaya said he was sorry."
    assert said(text, read(text), "he") == [("person:ali kaya",)]


def test_the_two_alone() -> None:
    text = "Kenya and Samoa agreed. The two spoke by telephone on Sunday."
    assert said(text, read(text), "The two") == [("state:KEN", "state:WSM")]
    text = "Kenya agreed. The two spoke by telephone on Sunday."
    assert said(text, read(text), "The two") == []


# --- crowds -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Large protests shook the city.", "protests", "protesters"),
        ("Police quelled the riots in the south.", "riots", "rioters"),
        ("A student demonstration ended in tears.", "demonstration", "demonstrators"),
    ],
)
def test_what_a_crowd_does_tells_of_the_crowd(text: str, word: str, name: str) -> None:
    found = read(text)
    ((key,),) = said(text, found, word)
    assert (actor(found, key).name, actor(found, key).kind) == (name, "civilians")


def test_the_crowd_is_the_one_spoken_of_before() -> None:
    text = "Kenyan protesters filled the square. The protests went on for weeks."
    found = read(text)
    assert said(text, found, "protests") == [("desc:a1:kenyan protesters",)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya lodged a protest with Samoa.",
        "The envoy left in protest.",
        "Kenya sent a protest note.",
    ],
)
def test_a_protest_of_diplomats_is_no_crowd(text: str) -> None:
    assert not [a for a in read(text).actors if a.name == "protesters"]


def test_whom_a_count_counts_acts() -> None:
    text = "Thousands of Kenyan farmers gathered in Nairobi as they sang."
    assert said(text, read(text), "they") == [("desc:a1:kenyan farmers",)]


@pytest.mark.parametrize(
    "text", ["Large protests shook Nairobi.", "Protests were held in Nairobi against the law."]
)
def test_a_protest_is_done_by_its_crowd(text: str) -> None:
    told = frames_of(text)
    assert any(told.names(f.actor) == ["protesters"] for f in told.frames if f.type == "PROTEST")


def test_a_crowd_that_is_named_is_named() -> None:
    told = frames_of("Farmers held a protest in Nairobi.")
    actors = [told.names(f.actor) for f in told.frames if f.type == "PROTEST"]
    assert actors and all(a == ["Farmers"] for a in actors)


# --- taken up -----------------------------------------------------------------------------------


def test_the_fighters_of_a_group_are_the_group() -> None:
    text = "Taliban fighters left, and Taliban prisoners stayed."
    found = read(text)
    assert said(text, found, "Taliban fighters") == [("group:taliban",)]
    assert said(text, found, "Taliban prisoners") != [("group:taliban",)]


@pytest.mark.parametrize(("title", "word"), [("General", "general"), ("Bishop", "bishop")])
def test_a_title_alone_is_its_only_bearer(title: str, word: str) -> None:
    text = f"{title} Ali Kaya came. The {word} condemned the attack."
    assert said(text, read(text), f"The {word}") == [("person:ali kaya",)]
    text = f"{title} Ali Kaya met {title} Jamal Okot. The {word} condemned the attack."
    assert said(text, read(text), f"The {word}") not in ([("person:ali kaya",)], [("person:jamal okot",)])  # fmt: skip  # noqa: E501


def test_the_two_are_the_two_subjects() -> None:
    text = "Jamal Okot and Ali Kaya agreed to back zones in Syria and Yemen. The two spoke later."
    assert said(text, read(text), "The two") == [("person:jamal okot", "person:ali kaya")]


@pytest.mark.parametrize(
    ("text", "word", "key"),
    [
        ("Kenyan President Jamal Okot fled. The Kenyan leader wept.", "leader", "jamal okot"),
        ("OAS Secretary General Ada Sand spoke. He met the OAS chief.", "chief", "ada sand"),
    ],
)
def test_the_leader_is_the_only_head_named(text: str, word: str, key: str) -> None:
    assert said(text, read(text), word) == [(f"person:{key}",)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Jamal Okot fled. A Kenyan leader wept.",
        "Kenyan President Jamal Okot met Kenyan Prime Minister Ada Sand. The Kenyan leader wept.",
        "Kenyan Vice President Jamal Okot fled. The Kenyan leader wept.",
    ],
)
def test_which_leader_is_not_guessed(text: str) -> None:
    keys = {k for ks in said(text, read(text), "leader") for k in ks}
    assert not any(k.startswith("person:") for k in keys)


def test_a_king_of_many_names_and_what_a_headline_says_in_capitals() -> None:
    text = (
        "Saudi King Faris bin Abd al-Karim Al Sabra came. Kings Offer Shared Grain Stores - "
        "they offer shared grain stores to all."
    )
    found = read(text)
    king = actor(found, "person:faris bin abd al-karim al sabra")
    assert (king.country, king.acts_for_state) == ("SAU", True)
    assert not any("Grain" in a.name for a in found.actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Voter Charles Opak said so.", "Charles Opak"),
        ("Superintendent Graciano Sand agreed.", "Graciano Sand"),
    ],
)
def test_what_somebody_is_stands_before_the_name(text: str, name: str) -> None:
    assert name in names(read(text))


def test_part_of_an_office_is_no_title() -> None:
    text = "Secretary-General Luis Sand left. The general condemned the attack."
    found = read(text)
    assert "General Luis Sand" not in actor(found, "person:luis sand").aliases
    assert said(text, found, "The general") != [("person:luis sand",)]


def test_a_leader_whose_name_is_also_a_town() -> None:
    text = "On 3 March 2013 Obama met American farmers. The US president was tired."
    assert said(text, read(text), "Obama") == [("person:barack obama",)]
