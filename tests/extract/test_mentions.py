"""Who and where, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from standoff.extract.mentions import find_mentions
from standoff.index import MentionIndex
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import ArticleInput, LocalActor, Mentions
from standoff.vocab.vocabulary import Vocabulary


def read(text: str, vocab: Vocabulary | None = None) -> Mentions:
    spans = sentences(text)
    parsed = parse(text, spans, [s.index for s in spans])
    return find_mentions(ArticleInput("a1", text), parsed, vocab or Vocabulary())


def said(text: str, found: Mentions, words: str) -> list[tuple[str, ...]]:
    """The keys of each mention that covers exactly ``words``."""
    return [
        tuple(found.actors[i].key for i in m.actors)
        for m in found.mentions
        if text[m.start : m.end] == words
    ]


def actor(found: Mentions, key: str) -> LocalActor:
    return next(a for a in found.actors if a.key == key)


def test_states_by_name_adjective_and_abbreviation() -> None:
    text = (
        "Turkish troops crossed into Syria, Greece said, and the U.S. told us to leave the turkey."
    )
    found = read(text)
    assert said(text, found, "Greece") == [("state:GRC",)]
    assert said(text, found, "U.S.") == [("state:USA",)]
    assert said(text, found, "Turkish") == [("state:TUR",)]
    assert said(text, found, "us") == [] and said(text, found, "turkey") == []


def test_states_that_are_no_more() -> None:
    found = read("The Soviet Union and Czechoslovakia signed the accord with East Germany.")
    assert {a.country for a in found.actors} >= {"SUN", "CSK", "DDR"}


@pytest.mark.parametrize(
    ("text", "capital", "country"),
    [
        ("Nairobi rejected the offer on Monday.", "Nairobi", "KEN"),
        ("The minister praised Oslo's support for the talks.", "Oslo", "NOR"),
        ("Envoys renewed their alliance with Ankara.", "Ankara", "TUR"),
        ("The Kremlin denied the report.", "Kremlin", "RUS"),
    ],
)
def test_a_capital_that_acts_is_its_government(text: str, capital: str, country: str) -> None:
    found = read(text)
    (keys,) = said(text, found, capital)
    assert actor(found, keys[0]).country == country
    assert all(p.name != capital for p in found.places)


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held in Nairobi on Monday.",
        "She paid a visit to Nairobi on May 20.",
        "Rebels captured Nairobi overnight.",
        "Nairobi's airport was closed.",
    ],
)
def test_a_capital_where_things_happen_is_a_place(text: str) -> None:
    found = read(text)
    assert said(text, found, "Nairobi") == []
    assert [(p.name, p.country) for p in found.places] == [("Nairobi", "KEN")]


def test_offices_make_officials_and_surnames_come_back() -> None:
    text = (
        "Kenyan Foreign Minister Amos Tellu met his Norwegian counterpart Liv Strand in Oslo.\n"
        "Tellu thanked Strand. He said that the deal was near."
    )
    found = read(text)
    tellu = actor(found, "person:amos tellu")
    assert (tellu.kind, tellu.country, tellu.acts_for_state) == ("official", "KEN", True)
    assert [(r.title, r.country) for r in tellu.roles] == [("Foreign Minister", "KEN")]
    strand = actor(found, "person:liv strand")
    assert [(r.title, r.country) for r in strand.roles] == [("Foreign Minister", "NOR")]
    assert said(text, found, "Tellu") == [("person:amos tellu",)]
    assert said(text, found, "He") == [("person:amos tellu",)]
    assert "Tellu" in tellu.aliases


def test_offices_after_the_name_and_family_name_first() -> None:
    text = (
        "Pham Quoc, Vietnam's Deputy Prime Minister, arrived.\n"
        "Pham later spoke with Ann Bell, the US Secretary of State."
    )
    found = read(text)
    assert actor(found, "person:pham quoc").roles[0].title == "Deputy Prime Minister"
    assert actor(found, "person:pham quoc").country == "VNM"
    assert actor(found, "person:ann bell").country == "USA"
    assert said(text, found, "Pham") == [("person:pham quoc",)]


def test_several_counterparts_in_order() -> None:
    text = (
        "Egyptian foreign minister Omar Sadek and his Greek and Cypriot counterparts, "
        "Nikos Vallis and Petros Lenos, gathered in Cairo."
    )
    found = read(text)
    assert actor(found, "person:nikos vallis").country == "GRC"
    assert actor(found, "person:petros lenos").country == "CYP"


def test_the_office_alone_is_its_only_holder() -> None:
    text = "Kenya's president Joan Mwari spoke.\nThe president warned of war."
    found = read(text)
    assert ("person:joan mwari",) in said(text, found, "president")


def test_opposition_leaders_hold_no_office_of_state() -> None:
    found = read("Kenyan opposition leader Raul Omti condemned the raid.")
    omti = actor(found, "person:raul omti")
    assert omti.kind == "person" and not omti.acts_for_state


def test_organs_of_states() -> None:
    text = (
        "The Kenyan army shelled the town. Kenya's foreign ministry said the police and "
        "government forces were ready. The army withdrew."
    )
    found = read(text)
    assert said(text, found, "Kenyan army") == [("military:KEN",)]
    assert said(text, found, "Kenya's foreign ministry") == [("ministry:KEN:foreign",)]
    assert said(text, found, "government forces") == [("military:KEN",)]
    assert said(text, found, "army") == [("military:KEN",)]
    assert actor(found, "military:KEN").acts_for_state


def test_backed_and_based_are_no_ownership() -> None:
    text = "Russian-backed separatists and Kenya-based militant groups fired rockets."
    found = read(text)
    (groups,) = said(text, found, "Kenya-based militant groups")
    assert actor(found, groups[0]).kind == "armed_group"
    assert actor(found, groups[0]).country == "KEN"
    assert not actor(found, groups[0]).acts_for_state
    separatists = next(a for a in found.actors if "separatists" in a.name)
    assert separatists.kind == "armed_group" and separatists.country is None


def test_rebels_of_one_article_are_one() -> None:
    text = "Syrian rebels advanced.\nRebel fighters took a hill.\nLater, rebel groups rejoiced."
    found = read(text)
    rebels = {said(text, found, w)[0] for w in ("Syrian rebels", "Rebel fighters", "rebel groups")}
    assert len(rebels) == 1
    assert "a1" in next(iter(rebels))[0]


def test_descriptions_are_keyed_by_their_article() -> None:
    text = "A senior Pakistani official said tourists and 26 villagers were killed."
    found = read(text)
    kinds = {a.name: (a.kind, a.country) for a in found.actors if a.key.startswith("desc:a1:")}
    assert kinds["senior Pakistani official"] == ("official", "PAK")
    assert kinds["tourists"] == ("civilians", None)
    assert kinds["villagers"] == ("civilians", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya and Uganda met.\nBoth sides agreed to a truce.", "Both sides"),
        ("Kenya blamed Uganda, and the two neighbours traded fire.", "the two neighbours"),
    ],
)
def test_pairs(text: str, words: str) -> None:
    found = read(text)
    assert set(said(text, found, words)[0]) == {"state:KEN", "state:UGA"}


def test_a_pair_that_no_sentence_tells_stays_unresolved() -> None:
    text = "Both sides agreed to a truce."
    assert said(text, read(text), "Both sides") == []


def test_names_in_brackets_and_initials_come_back() -> None:
    text = (
        "The Karun Liberation Front (KLF) attacked.\nThe KLF denied it.\n"
        "The Omani Council for Peaceful Transition met; the OCPT was silent."
    )
    found = read(text)
    assert said(text, found, "KLF")[0] == ("group:karun liberation front",)
    assert "KLF" in actor(found, "group:karun liberation front").aliases


def test_unknown_groups_with_an_article_are_no_persons() -> None:
    text = "The Crimson Dawn, a militant group, claimed responsibility."
    found = read(text)
    assert said(text, found, "Crimson Dawn") == [("group:crimson dawn",)]


def test_governments_named_after_their_leader() -> None:
    text = "Kenyan President Joan Mwari left.\nThe Mwari administration welcomed the truce."
    found = read(text)
    assert said(text, found, "Mwari administration") == [("government:KEN",)]


def test_places_regions_and_disputed_ones() -> None:
    text = (
        "Shells fell near Peshawar, in northern Syria, in Indian-administered Kashmir "
        "and in the village of Zorvanabad."
    )
    found = {p.name: p.country for p in read(text).places}
    assert found == {
        "Peshawar": "PAK",
        "northern Syria": "SYR",
        "Indian-administered Kashmir": None,
        "Zorvanabad": None,
    }


def test_headlines_make_no_persons() -> None:
    found = read("Fierce Fighting Rages As Talks Collapse In Border Region")
    assert not [a for a in found.actors if a.kind == "person"]


def test_unparsed_sentences_give_names_without_heads() -> None:
    text = "Kenya warned Uganda."
    found = find_mentions(ArticleInput("a1", text), sentences(text), Vocabulary())
    assert [text[m.start : m.end] for m in found.mentions] == ["Kenya", "Uganda"]
    assert all(m.head == -1 for m in found.mentions)


def test_a_users_actors_are_added() -> None:
    vocab = Vocabulary(
        extra={
            "actors": [{"name": "Blue Falcon", "aliases": ["Falconists"], "kind": "armed_group"}]
        }
    )
    text = "The Falconists struck at dawn."
    assert said(text, read(text, vocab), "Falconists") == [("group:blue falcon",)]


def test_every_span_is_what_it_claims_and_the_answer_is_always_the_same() -> None:
    text = "U.S.-led forces – and Iran's army – fought near “Homs”, John O'Neil-Smith said. " * 3
    found = read(text)
    assert found == read(text)
    for m in found.mentions:
        assert 0 <= m.start < m.end <= len(text) and text[m.start : m.end].strip()
        assert all(0 <= i < len(found.actors) for i in m.actors)


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "Al-" * 5000, "Foreign Minister and " * 2000, "(" * 9000, "\x00 ’s 😀 -" * 2000],
)
def test_hostile_text_is_survived_quickly(text: str) -> None:
    find_mentions(ArticleInput("a1", text), sentences(text), Vocabulary())


def test_the_index_finds_by_token_offset_and_stretch() -> None:
    text = "Pakistan-based militant groups thanked Kenya."
    spans = sentences(text)
    parsed = parse(text, spans, [0])
    found = find_mentions(ArticleInput("a1", text), parsed, Vocabulary())
    index = MentionIndex(parsed, found.mentions)
    groups = next(t.i for t in parsed[0].tokens if t.text == "groups")
    outer = index.at(0, groups)
    assert outer is not None and text[outer.start : outer.end] == "Pakistan-based militant groups"
    assert [text[m.start : m.end] for m in index.covering(0, 0)] == [
        "Pakistan",
        "Pakistan-based militant groups",
    ]
    assert [text[m.start : m.end] for m in index.inside(outer.end, len(text))] == ["Kenya"]


def test_a_text_that_breaks_off_in_an_office_is_read() -> None:
    found = read("The envoy met the minister of the")
    assert [a.kind for a in found.actors]
