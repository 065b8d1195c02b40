"""Denials, doubts and refusals, with and without a word for them. All texts are made up."""

from __future__ import annotations

import functools
import time

import pytest

from standoff.extract.positions import stance_of
from standoff.extract.statements import find_statements
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import Mentions, Stance, Statement
from standoff.vocab.vocabulary import Vocabulary


@functools.cache
def said(text: str) -> tuple[Statement, ...]:
    spans = sentences(text)
    parsed = parse(text, spans, range(len(spans)))
    return tuple(find_statements(text, parsed, Mentions(), Vocabulary()))


def acts(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker_text, s.act) for s in said(text)]


@pytest.mark.parametrize(
    "content",
    [
        "There was no raid on the port",
        "Its planes did not bomb the village",
        "We never fired on the boat",
        "It had no part in the coup",
        "Nothing of the kind happened",
        "No bridge had been attacked",
        "They sold no rifles to the rebels",
        "The army knew nothing of the plot",
    ],
)
def test_a_contradiction_is_a_denial(content: str) -> None:
    text = f'"{content}," the ministry said.'
    assert acts(text) == [("the ministry", "deny")]
    (statement,) = said(text)
    assert stance_of(statement, text) == "denies"


@pytest.mark.parametrize(
    "content",
    [
        "There was no water in the town",
        "The talks had not begun",
        "No vote can be held this year",
        "They have not decided yet",
        "No one was hurt in the storm",
    ],
)
def test_a_mere_negative_is_no_denial(content: str) -> None:
    assert acts(f'"{content}," the ministry said.') == [("the ministry", "say")]


@pytest.mark.parametrize(
    ("text", "speaker", "act", "stance"),
    [
        ("The envoy was sceptical that the truce had begun.", "The envoy", "say", "doubts"),
        ("The envoy does not believe that the army fired.", "The envoy", "say", "doubts"),
        ("Officials cast doubt on the claim.", "Officials", "say", "doubts"),
        ("The palace had no comment on the arrests.", "The palace", "no_comment", "no_comment"),
        (
            "The mayor could not be reached for comment on the fire.",
            "The mayor", "no_comment", "no_comment",
        ),
        ('"We do not discuss flights," the navy said.', "the navy", "no_comment", "no_comment"),
        (
            '"I will not confirm that and I will not deny it," the consul said.',
            "the consul", "neither_confirms_nor_denies", "neither_confirms_nor_denies",
        ),
        ("The consul did not deny that his men had fled.", "The consul", "say", None),
        ("The consul refused to rule out a boycott.", "The consul", "say", None),
        ("Monitors said they could not verify the report.", "Monitors", "say", None),
        (
            "The police hold smugglers responsible for the fire.",
            "The police", "accuse", "blames",
        ),
        (
            '"We carried out the attack on the depot," the group announced.',
            "the group", "announce", "claims_responsibility",
        ),
        (
            "The judge called the document a forgery.",
            "The judge", "reject", "denies",
        ),
    ],
)  # fmt: skip
def test_doubts_refusals_and_blame(
    text: str, speaker: str, act: str, stance: Stance | None
) -> None:
    (statement,) = said(text)
    assert (statement.speaker_text, statement.act) == (speaker, act)
    assert stance_of(statement, text) == stance


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied the singer a visa.",
        "The ministry is expected to deny the report on Friday.",
        "Two nurses were denied entry to the camp.",
    ],
)
def test_what_is_no_denial(text: str) -> None:
    assert not any(s.act == "deny" for s in said(text))


def test_a_claim_of_responsibility_has_its_own_speaker() -> None:
    text = "Judges doubt a claim of responsibility by the White Hand for the murder."
    assert ("the White Hand", "claim_responsibility") in acts(text)


def test_each_denies_what_the_other_says() -> None:
    text = "The army claims that the bridge fell; the rebels deny it."
    cut = [(s.speaker_text, s.content[0].cut(text)) for s in said(text)]
    assert cut == [("The army", "the bridge fell"), ("the rebels", "it")]


def test_a_having_done_is_denied() -> None:
    text = "The general denied having aimed at the school."
    assert [s.content[0].cut(text) for s in said(text)] == ["having aimed at the school"]


def test_blame_behind_its_agent() -> None:
    text = "The murder was blamed by witnesses on the police."
    (statement,) = said(text)
    assert statement.speaker_text == "witnesses"
    assert [c.cut(text) for c in statement.content] == ["The murder", "on the police"]


@pytest.mark.parametrize("piece", ["reports by the ", "no of the ", "we did not ", "has had no "])
def test_long_quotations_are_read_in_little_time(piece: str) -> None:
    text = f'"{(piece * 400).strip()}," the ministry said.'
    start = time.process_time()
    for statement in said(text):
        stance_of(statement, text)
    assert time.process_time() - start < 60
