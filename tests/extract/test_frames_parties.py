"""Whose act a frame is, where its parties stand at a distance: on sentences written for it."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from standoff.extract.frames.parties.standing import from_the_article
from standoff.pipeline import annotate_article
from standoff.types import Annotations, ArticleInput, Frame
from standoff.vocab.vocabulary import load


class Read:
    def __init__(self, text: str) -> None:
        self.text = text
        self.done: Annotations = annotate_article(ArticleInput("t", text), load())

    def frames(self, trigger: str) -> list[Frame]:
        found = [f for f in self.done.frames if f.trigger.cut(self.text) == trigger]
        assert found, [f.trigger.cut(self.text) for f in self.done.frames]
        return found

    def names(self, ids: tuple[int, ...]) -> set[str]:
        return {self.done.mentions.actors[i].name for i in ids}

    def actor(self, trigger: str) -> set[str]:
        return self.names(self.frames(trigger)[-1].actor)

    def recipient(self, trigger: str) -> set[str]:
        return self.names(self.frames(trigger)[-1].recipient)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Officials said Hezbollah was behind the attack.", "attack", "Hezbollah"),
        ("Peru was involved in the murder of Rosa Quispe.", "murder", "Peru"),
        ("Norway had a role in the bombing of the port.", "bombing", "Norway"),
        ("Hamas claimed responsibility for an attack on a market.", "attack", "Hamas"),
        ("Ivan Petrov was convicted of the murder of Rosa Quispe.", "murder", "Ivan Petrov"),
        ("Ivan Petrov was charged with the murder of Rosa Quispe.", "murder", "Ivan Petrov"),
        ("Rosa Quispe was killed in a French military operation.", "killed", "France"),
        ("Rosa Quispe was killed during a raid by Norway.", "killed", "Norway"),
        ("Rosa Quispe was killed in a US counter-piracy operation.", "killed", "United States"),
    ],
)
def test_the_doer_of_a_deed_told_at_a_distance(text: str, trigger: str, actor: str) -> None:
    assert Read(text).actor(trigger) == {actor}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peru spoke of the murder of Rosa Quispe.", "murder"),
        ("Rosa Quispe was killed in a Paris hotel.", "killed"),
        ("The World Health Organization counted 30 villagers killed.", "killed"),
        ("Norway reported 12 sailors killed or wounded.", "wounded"),
    ],
)
def test_who_speaks_counts_or_is_near_has_not_done_it(text: str, trigger: str) -> None:
    assert Read(text).actor(trigger) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Quispe was shot dead outside her house in Lima. Her brother wept. "
        "Quispe was murdered by the Chilean army, a report said.",
        "Crowds in Lima mourned the murder of Rosa Quispe. Peru called a day of silence. "
        "Officials said Chile ordered Quispe's killing.",
    ],
)
def test_one_person_dies_once_and_all_tellings_have_the_doer(text: str) -> None:
    deadly = [f for f in Read(text).done.frames if f.type == "ASSAULT" and f.recipient]
    got = Read(text)
    assert len(deadly) > 1
    for f in deadly:
        assert {got.done.mentions.actors[a].country for a in f.actor} == {"CHL"}


def test_two_deaths_do_not_share_a_doer() -> None:
    got = Read(
        "Rosa Quispe was murdered in Lima. Police wept. Chilean agents murdered Juan Ortega in May."
    )
    assert got.frames("murdered")[0].actor == ()


def test_the_attack_that_hits_is_not_done_by_whoever_speaks_of_it() -> None:
    got = Read("The government kept silent for days after the attack targeting Norway's embassy.")
    assert "government" not in got.actor("targeting")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Juan Ortega was a lawyer who criticised Chile.", "criticised", "Juan Ortega"),
        ("Juan Ortega, a lawyer who criticised Chile, left.", "criticised", "Juan Ortega"),
        ("A rebel group, the Northern Front, attacked Lima.", "attacked", "Northern Front"),
        ("Peru launched an attack in Chile.", "attack", "Peru"),
    ],
)
def test_who_a_description_stands_for(text: str, trigger: str, actor: str) -> None:
    assert Read(text).actor(trigger) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        'Juan Ortega called the stabbing in Lima "an act of barbarity".',
        "Juan Ortega declared the bombing of Lima a war crime.",
    ],
)
def test_naming_a_deed_is_not_doing_it(text: str) -> None:
    frames = [f for f in Read(text).done.frames if f.type == "ASSAULT"]
    assert all(f.actor == () for f in frames)


def test_the_accused_is_no_place() -> None:
    text = "Juan Ortega, a campaigner, is to go on trial in Bahrain accused of insulting the king."
    assert Read(text).recipient("accused") == {"Juan Ortega"}


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("Peru denied allegations that Chile had bought the votes.", "allegations", "Chile"),
        ("Norway spoke of accusations that Hezbollah ran the port.", "accusations", "Hezbollah"),
        ("Lima was the target of an Al-Qaeda attack in May. Peru wept.", "attack", "Peru"),
        ("Norway asked for Sweden's support in the dispute.", "asked", "Sweden"),
        ("Norway urged that the duties be lifted. Sweden declined the request.", "urged", "Sweden"),
        ("Norway urged Sweden to act. Sweden refused to do so.", "refused", "Norway"),
        ("Peru imposed sanctions on Chile in May. The bishop said sanctions help nobody. "
         "Trade fell. Traders doubt that sanctions work.", "sanctions", "Chile"),
    ],
)  # fmt: skip
def test_the_recipient_that_the_article_tells_elsewhere(
    text: str, trigger: str, recipient: str
) -> None:
    assert Read(text).recipient(trigger) == {recipient}


def test_bare_mentions_take_no_party_where_the_article_has_several() -> None:
    text = (
        "Peru imposed sanctions on Chile in May. Norway imposed sanctions on Sweden in June. "
        "Traders doubt that sanctions work."
    )
    last = Read(text).frames("sanctions")[-1]
    assert last.recipient == () and last.actor == ()


def test_the_talks_of_an_article_are_between_those_who_hold_them() -> None:
    got = Read(
        "Talks between Norway and Sweden opened on Monday. Fishermen hope much. "
        "Fish is dear. A collapse of talks in Bern would hurt them."
    )
    assert got.names(got.frames("talks")[-1].actor) == {"Norway", "Sweden"}


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("A bomb went off in Lima, with 12 soldiers killed.", "killed", set(), {"soldiers"}),
        ("Norway accused of bombing port", "accused", set(), {"Norway"}),
        ("Swiss journalist Rosa Quispe gunned down in Lima", "gunned", set(), {"Rosa Quispe"}),
        ("Three journalists detained by rebels", "detained", {"rebels"}, {"journalists"}),
        ("Rebels killed the mayor of Lima", "killed", {"Rebels"}, {"mayor"}),
        ("Peru killed and wounded dozens of rebels.", "killed", {"Peru"}, {"rebels"}),
        ("The mayor spoke, with officials counting 12 soldiers killed.", "killed", set(),
         {"soldiers"}),
    ],
)  # fmt: skip
def test_participles_without_an_auxiliary(
    text: str, trigger: str, actor: set[str], recipient: set[str]
) -> None:
    got = Read(text)
    assert {x.lower() for x in got.actor(trigger)} == {x.lower() for x in actor}
    assert {x.lower() for x in got.recipient(trigger)} == {x.lower() for x in recipient}


def test_one_deed_makes_no_opponents() -> None:
    got = Read("Peru attacked Chile on Monday. Peru's army launched an offensive.")
    assert got.recipient("offensive") == set()


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The United Nations blamed the attack on Peru.", "attack", "Peru"),
        ("An attack on a school in Lima was blamed on Hezbollah.", "attack", "Hezbollah"),
        ("Norway attributed the bombing of the port to Hezbollah.", "bombing", "Hezbollah"),
        ("Norway blamed Peru for the attack on the port.", "blamed", "Norway"),
        ("Statements of condemnation came from Norway.", "condemnation", "Norway"),
        ("Markets fell on the threat of attacks by Hezbollah.", "threat", "Hezbollah"),
    ],
)
def test_whose_doing_somebody_says_it_is(text: str, trigger: str, actor: str) -> None:
    assert Read(text).actor(trigger) == {actor}


@pytest.mark.parametrize("place", ["Puno", "Arequipa"])
def test_whose_camp_was_bombed_is_told_by_where_it_lies(place: str) -> None:
    got = Read(f"Chile and Peru are at odds. Chilean aircraft bombed a camp near {place}.")
    assert got.recipient("bombed") == {"Peru"}


def test_many_talks_take_no_longer_than_they_are_many() -> None:
    (talks,) = Read("Envoys of Peru left the talks.").frames("talks")
    start = time.process_time()
    told = [replace(talks, sentence=k, actor=(0,), recipient=(1,)) for k in range(2, 20_000)]
    from_the_article([talks, *told], Read("Peru and Chile signed a pact.").done.mentions.actors)
    assert time.process_time() - start < 5, "what is quadratic takes minutes here"
