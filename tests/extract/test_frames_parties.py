"""Whose act a frame is, where its parties stand at a distance: on sentences written for it."""

from __future__ import annotations

import pytest

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
