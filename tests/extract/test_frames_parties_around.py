"""Parties that a clause tells around its deed: whose forces moved, who came to whose aid."""

from __future__ import annotations

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput
from standoff.vocab.vocabulary import load


def _parties(text: str, trigger: str) -> tuple[set[str], set[str]]:
    done = annotate_article(ArticleInput("t", text), load())
    found = [f for f in done.frames if f.trigger.cut(text) == trigger]
    assert found, [f.trigger.cut(text) for f in done.frames]
    names = [a.name for a in done.mentions.actors]
    return {names[i] for i in found[-1].actor}, {names[i] for i in found[-1].recipient}


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Paraguay responded with an attack on a Bolivian fort.", "attack", "Paraguay", "Bolivia"),
        ("Norway retaliated with a raid on a camp in Peru.", "raid", "Norway", "Peru"),
        ("All Syrian tanks were withdrawn from Jordan.", "withdrawn", "Syria", "Jordan"),
        ("Norway declared war on Peru.", "war", "Norway", "Peru"),
        ("Norway came to the aid of Ethiopia with weapons.", "aid", "Norway", "Ethiopia"),
        ("Norway came to Peru's aid.", "aid", "Norway", "Peru"),
    ],
)
def test_who_and_whom_told_around_the_deed(
    text: str, trigger: str, actor: str, recipient: str
) -> None:
    assert _parties(text, trigger) == ({actor}, {recipient})


def test_help_that_nobody_comes_to_is_its_owners() -> None:
    assert _parties("Norway's aid to Peru was late.", "aid") == ({"Norway"}, {"Peru"})


@pytest.mark.parametrize(
    "text",
    [
        "Police stood by in Lima. Protesters marched in Peru against the killing of a student.",
        "Protesters marched in Peru over the murder of a lawyer.",
    ],
)
def test_a_march_against_a_killing_is_not_against_the_killed(text: str) -> None:
    assert _parties(text, "marched")[1] == {"Peru"}


def test_a_march_against_a_state_is_against_that_state() -> None:
    assert _parties("Protesters marched in Peru against Norway.", "marched")[1] == {"Norway"}


def test_anti_government_protests_are_against_the_government_there() -> None:
    assert _parties("Anti-government protests broke out in Peru.", "protests")[1] == {"Peru"}


def test_a_denial_is_not_aimed_at_ones_own_troops() -> None:
    assert _parties("Norway denied that its troops took part.", "denied")[1] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Norway blocked the roads after people left Peru.",
        "Norway blocked the roads while rain fell in Peru.",
    ],
)
def test_a_state_that_only_says_where_is_no_party(text: str) -> None:
    assert "Peru" not in _parties(text, "blocked")[1]


def test_a_state_beside_the_actor_is_the_other_party() -> None:
    text = "Norway announced new restrictions on flights to Peru."
    assert _parties(text, "restrictions")[1] == {"Peru"}


def test_who_held_somebody_does_what_follows() -> None:
    text = "A student was detained by French police blocking protesters from the square."
    assert _parties(text, "blocking")[0] != {"student"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peru's rivers rose. A state of emergency was declared in Peru.", "declared"),
        ("Tear gas was fired at the crowds in Peru.", "fired"),
        ("Two students were arrested in Hong Kong. The government of Hong Kong fell.", "arrested"),
        ("A high-level investigation is underway in Peru.", "investigation"),
    ],
)
def test_what_only_a_state_does_is_done_by_the_state_there(text: str, trigger: str) -> None:
    actor, _ = _parties(text, trigger)
    assert actor & {"Peru", "Hong Kong"}


def test_what_anybody_may_do_is_done_by_nobody_known() -> None:
    assert _parties("Two students were killed in Peru.", "killed")[0] == set()
    assert _parties("The hostages were released in Peru.", "released")[0] == set()


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Protesters in Peru demanded new elections.", "demanded"),
        ("The opposition demanded a new vote in Peru.", "demanded"),
    ],
)
def test_what_a_crowd_demands_it_demands_of_the_government(text: str, trigger: str) -> None:
    assert _parties(text, trigger)[1] == {"Peru"}


def test_what_a_crowd_demands_of_somebody_it_demands_of_him() -> None:
    text = "Protesters in Peru demanded that Norway leave the fishing grounds."
    assert _parties(text, "demanded")[1] == {"Norway"}


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("A convoy was attacked by fighters from Hezbollah.", "attacked", "Hezbollah"),
        ("A delegation from Ethiopia arrived to meet Kenyan officials.", "meet", "Ethiopia"),
    ],
)
def test_those_sent_from_somebody_act_for_him(text: str, trigger: str, actor: str) -> None:
    assert _parties(text, trigger)[0] == {actor}


def test_refugees_from_a_land_do_not_act_for_it() -> None:
    assert _parties("Refugees from Peru attacked a guard.", "attacked")[0] != {"Peru"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile began stationing troops along its border with Peru.",
        "Chile moved troops to the Peruvian border.",
    ],
)
def test_forces_moved_to_a_border_face_who_is_behind_it(text: str) -> None:
    trigger = "stationing" if "stationing" in text else "moved"
    assert _parties(text, trigger) == ({"Chile"}, {"Peru"})


def test_an_accord_told_once_with_its_parties_does_not_settle_every_accord() -> None:
    text = "Norway reached an accord with Peru. It rained. The harvest failed. An accord was near."
    assert _parties(text, "accord") == (set(), set())


def test_talks_told_twice_with_the_same_parties_do() -> None:
    text = (
        "Norway held talks with Peru. It rained. Norway and Peru signed a deal. It snowed. "
        "The harvest failed. Many had hoped for a deal."
    )
    assert _parties(text, "deal")[0] | _parties(text, "deal")[1] == {"Norway", "Peru"}
