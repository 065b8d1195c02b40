"""Where a frame is, what the article leaves of it, and the state that only can have acted there."""

from __future__ import annotations

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput, Frame
from standoff.vocab.vocabulary import load

AT_HOME = "Ghana's government met in Accra on Monday. Ghanaian newspapers wrote of nothing else. "
ABROAD = "Ghana and Togo, Benin and Niger met in Paris. Nigeria stayed away. "


class Read:
    def __init__(self, text: str) -> None:
        self.text = text
        self.done = annotate_article(ArticleInput("t", text), load())

    def frame(self, trigger: str) -> Frame:
        (found, *_) = [f for f in self.done.frames if f.trigger.cut(self.text) == trigger]
        return found

    def place(self, trigger: str) -> str | None:
        k = self.frame(trigger).place
        return None if k is None else self.done.mentions.places[k].name

    def parties(self, trigger: str) -> tuple[list[str], list[str]]:
        f, actors = self.frame(trigger), self.done.mentions.actors
        return [actors[i].name for i in f.actor], [actors[i].name for i in f.recipient]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Rebels shelled the Old Town district on Monday.", "shelled", "Old Town"),
        ("Soldiers shot three men in rebel-held Gao.", "shot", "Gao"),
        ("Soldiers shot three men in Gao province.", "shot", "Gao province"),
    ],
)
def test_a_place_without_what_its_name_is_not(text: str, trigger: str, place: str) -> None:
    assert Read(text).place(trigger) == place


def test_where_something_was_only_said_nothing_else_happened() -> None:
    text = "The minister told reporters in Ankara that gunmen had killed nine villagers."
    assert Read(text).place("killed") is None
    assert Read("Gunmen in Ankara killed nine villagers.").place("killed") == "Ankara"


def test_what_is_said_at_talks_is_said_where_they_were_held() -> None:
    text = (
        "Ghana and Togo held talks in Paris on Monday. The weather was good. "
        "Ghana demanded the release of two fishermen. Benin condemned the demand."
    )
    read = Read(text)
    assert read.place("demanded") == "Paris"
    assert read.place("condemned") is None, "Benin did not meet anybody"


def test_the_only_land_of_an_article_is_the_land_of_what_has_no_place() -> None:
    text = "Gunmen killed nine villagers."
    assert Read(AT_HOME + text).frame("killed").land == "GHA"
    assert Read(ABROAD + text).frame("killed").land is None
    abroad = AT_HOME + "Gunmen killed nine villagers in Lagos."
    assert (Read(abroad).frame("killed").land, Read(abroad).place("killed")) == (None, "Lagos")


def test_an_inferred_land_says_so() -> None:
    assert "+land" in Read(AT_HOME + "Gunmen killed nine villagers.").frame("killed").rule
    assert "+land" not in Read(AT_HOME + "Gunmen killed nine men in Lagos.").frame("killed").rule


def test_a_call_has_no_place() -> None:
    text = "In Accra the president of Ghana spoke by phone with the president of Togo."
    assert Read(text).frame("spoke").place is None


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        ("Kofi Boateng was arrested.", "arrested", (["Ghana"], ["Kofi Boateng"])),
        ("Kofi Boateng was sentenced to death.", "sentenced", (["Ghana"], ["Kofi Boateng"])),
        ("Rebels detained two teachers.", "detained", (["Rebels"], ["teachers"])),
        ("Two teachers were detained by rebels.", "detained", (["rebels"], ["teachers"])),
        ("Two teachers were captured.", "captured", ([], ["teachers"])),
        ("Teachers demonstrated.", "demonstrated", (["Teachers"], ["Ghana"])),
    ],
)
def test_only_the_state_arrests_and_is_demonstrated_at(
    text: str, trigger: str, parties: tuple[list[str], list[str]]
) -> None:
    assert Read(AT_HOME + text).parties(trigger) == parties


def test_nobody_is_made_the_state_where_no_land_is_told() -> None:
    assert Read(ABROAD + "Kofi Boateng was arrested.").parties("arrested") == ([], ["Kofi Boateng"])
