"""Commitments, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput, CommitmentMention
from standoff.vocab.vocabulary import load


def told(text: str) -> list[CommitmentMention]:
    return list(annotate_article(ArticleInput("a1", text, whole=True), load()).commitments)


def statuses(text: str) -> set[tuple[str, bool]]:
    return {(c.status, c.explicit) for c in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Salween River Treaty remains suspended, officials in Thailand said.",
        "Kenya put the Omo River Treaty in abeyance on 4 March 2024.",
        "Ethiopia is holding in abeyance the Nile Waters Treaty with Egypt.",
        "The Helmand River Treaty is still on hold, Iran said.",
    ],
)
def test_words_of_the_status_win_over_the_default(text: str) -> None:
    assert statuses(text) == {("suspended", True)}


def test_signing_long_ago_is_not_the_status_beside_a_suspension() -> None:
    text = (
        "Kenya put the Omo River Treaty in abeyance, saying that the conditions under which the"
        " treaty was signed had changed."
    )
    assert {c.status for c in told(text)} == {"suspended"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Salween River Treaty remains binding on both, Thailand said.", "in_force"),
        ("The ceasefire between Chad and Sudan remained in force on Friday.", "in_force"),
    ],
)
def test_what_remains_binding_is_in_force(text: str, status: str) -> None:
    assert statuses(text) == {(status, True)}


def test_a_right_to_suspend_suspends_nothing() -> None:
    text = "Kenya reserved the right to suspend the Omo River Treaty with Ethiopia."
    assert ("suspended", True) not in statuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said that a bad deal with Ethiopia was worse than none.",
        "A possible truce between Chad and Sudan was discussed in Cairo.",
        "Chad studied the proposed deal with Sudan.",
        "Chad said that any agreement with Sudan would need a vote.",
    ],
)
def test_a_deal_that_is_not_made_is_not_agreed(text: str) -> None:
    assert "agreed" not in {c.status for c in told(text)}


def test_a_deal_that_was_signed_is_agreed() -> None:
    assert ("agreed", True) in statuses("Chad and Sudan signed a border deal on Monday.")


def demands(text: str) -> set[str]:
    return {c.name for c in told(text) if c.kind == "demand"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("France called on both countries for military restraint.", "military restraint"),
        ("Kenya urged Chad and Sudan on Friday to show restraint.", "show restraint"),
        ("Kenya demanded the withdrawal of troops from Sudan.", "withdrawal"),
    ],
)
def test_a_demand_is_named_by_what_is_demanded(text: str, name: str) -> None:
    assert any(n.startswith(name) for n in demands(text)), demands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya called on Ethiopia on Friday.",
        "The rebels want to kill people from Chad, a witness said.",
    ],
)
def test_who_is_asked_or_meant_is_no_demand(text: str) -> None:
    assert demands(text) == set()


def test_a_dateline_is_no_part_of_a_name() -> None:
    text = "Chad and Sudan Sign Border Deal-NAIROBI — Chad and Sudan signed it on Monday."
    assert not any("NAIROBI" in c.name for c in told(text))


def test_the_day_of_a_treaty_is_not_the_day_of_its_suspension() -> None:
    text = "Ethiopia is holding in abeyance the 1959 treaty that divides the Nile with Sudan."
    done = annotate_article(ArticleInput("a1", text, whole=True), load())
    days = [done.frames[c.frame].when for c in done.commitments if c.frame is not None]
    assert not any(d and d.earliest.year == 1959 for d in days)
