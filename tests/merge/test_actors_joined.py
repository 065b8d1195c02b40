"""Which actors of several articles are one."""

from __future__ import annotations

import pytest

from standoff.merge.actors import resolve_actors
from standoff.types import Annotations, Document, LocalActor, Mentions


def joined(*actors: LocalActor) -> bool:
    """Whether the actors, each met in an article of its own, are one in the record."""
    articles = [
        (Document(f"d{k}", "text"), Annotations(mentions=Mentions((a,), (), ())))
        for k, a in enumerate(actors)
    ]
    return len(resolve_actors(articles).rows) == 1


@pytest.mark.parametrize("words", ["group", "the movement", "Coalition", "Council"])
def test_words_that_take_up_a_name_are_no_name(words: str) -> None:
    left = LocalActor("group:red dawn", "Red Dawn", "armed_group", (words,))
    right = LocalActor("group:salto front", "Salto Front", "armed_group", (words, "SF"))
    assert not joined(left, right)


def test_one_is_called_by_the_name_of_the_other() -> None:
    long = LocalActor("other:karun relief board", "Karun Relief Board", "other", ("KRB",))
    assert joined(long, LocalActor("other:krb", "KRB", "other"))
    spelled = LocalActor("other:karoun relief board", "Karoun Relief Board", "other", ("KRB",))
    assert joined(long, spelled)


def test_two_bodies_may_share_an_abbreviation() -> None:
    left = LocalActor("other:national trade college", "National Trade College", "other", ("NTC",))
    right = LocalActor("other:northern tea company", "Northern Tea Company", "other", ("NTC",))
    assert not joined(left, right)
