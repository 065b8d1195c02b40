"""Who says what, sentence by sentence. All texts are made up for the test."""

from __future__ import annotations

import functools
import time

import pytest

from standoff.extract.statements import find_statements
from standoff.extract.statements.acts import refined
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import LocalActor, Mention, Mentions, Statement
from standoff.vocab.vocabulary import Vocabulary


@functools.cache
def said(text: str) -> tuple[Statement, ...]:
    spans = sentences(text)
    parsed = parse(text, spans, range(len(spans)))
    return tuple(find_statements(text, parsed, Mentions(), Vocabulary()))


def rows(text: str) -> list[tuple[str | None, str, str, str]]:
    """(speaker, cue, content, act) of every statement."""
    return [
        (
            s.speaker_text,
            s.cue.cut(text) if s.cue else "",
            " ... ".join(c.cut(text) for c in s.content),
            s.act,
        )
        for s in said(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said that talks would resume on Friday.",
            ("The minister", "said", "talks would resume on Friday", "say"),
        ),
        (
            "Five people were killed, officials said on Monday in a statement.",
            ("officials", "said", "Five people were killed", "say"),
        ),
        (
            "The president, his office said, will visit Lima on Friday.",
            ("his office", "said", "The president ... will visit Lima on Friday", "say"),
        ),
        (
            "According to two officials, talks would resume on Monday.",
            ("two officials", "According to", "talks would resume on Monday", "report"),
        ),
        (
            "Talks would resume on Monday, according to two officials.",
            ("two officials", "according to", "Talks would resume on Monday", "report"),
        ),
        (
            "Peru claimed to have sunk two boats.",
            ("Peru", "claimed", "to have sunk two boats", "claim"),
        ),
        (
            "Peru has neither confirmed nor denied the landing.",
            (
                "Peru",
                "neither confirmed nor denied",
                "neither confirmed nor denied the landing",
                "neither_confirms_nor_denies",
            ),
        ),
        (
            "The ministry would not confirm or deny that its jets took part.",
            (
                "The ministry",
                "not confirm or deny",
                "not confirm or deny that its jets took part",
                "neither_confirms_nor_denies",
            ),
        ),
        (
            "The officers refused to say whether troops had crossed the border.",
            (
                "The officers",
                "refused to say",
                "whether troops had crossed the border",
                "no_comment",
            ),
        ),
        (
            "The embassy declined to comment.",
            ("The embassy", "declined to comment", "declined to comment", "no_comment"),
        ),
        (
            "The Mountain Front claimed responsibility for the raid.",
            (
                "The Mountain Front",
                "claimed responsibility",
                "claimed responsibility for the raid",
                "claim_responsibility",
            ),
        ),
        (
            "The foreign ministry called on both sides to hold fire.",
            ("The foreign ministry", "called on", "both sides to hold fire", "urge"),
        ),
        ("It called for an outside inquiry.", ("It", "called for", "an outside inquiry", "demand")),
        (
            "The army denied carrying out the strike.",
            ("The army", "denied", "carrying out the strike", "deny"),
        ),
        (
            "The group accused the government of lying.",
            ("The group", "accused", "the government of lying", "accuse"),
        ),
        (
            "The envoy thanked Peru for its help.",
            ("The envoy", "thanked", "Peru for its help", "thank"),
        ),
        (
            "The rebels dismissed the vote as a sham.",
            ("The rebels", "dismissed", "the vote as a sham", "reject"),
        ),
        (
            "His call for talks came late.",
            ("His", "call", "call for talks", "urge"),
        ),
        (
            "The envoy's open disapproval of the new wall was clear.",
            ("The envoy", "disapproval", "disapproval of the new wall", "condemn"),
        ),
        (
            "The ministry issued a statement saying five people had died.",
            ("The ministry", "saying", "five people had died", "say"),
        ),
        (
            "Ten soldiers were allegedly killed by rebels.",
            (None, "allegedly", "Ten soldiers were ... killed by rebels", "accuse"),
        ),
        (
            "Iran denies role in attack, says minister",
            ("minister", "says", "Iran denies role in attack", "say"),
        ),
        (
            "The minister called the raid an act of barbaric aggression.",
            ("The minister", "called", "the raid an act of barbaric aggression", "condemn"),
        ),
        (
            "The census, which the clans have mocked as a sham, begins in March.",
            ("the clans", "mocked", "The census ... as a sham", "condemn"),
        ),
    ],
)
def test_one_statement(text: str, expected: tuple[str | None, str, str, str]) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels were denied entry to the camp.",
        "The blast claimed 20 lives.",
        "He charged the battery.",
        "The commander added troops at the border.",
        "The talks did not resume on Friday.",
        "She charged the defendant a fee.",
    ],
)
def test_not_said(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We will fight on," the rebel commander said.', "direct"),
        ("“We will fight,” said Ana Lopez, “until the last day.”", "direct"),
        ("'We will not leave,' the minister said.", "direct"),
        ('The ministry said it "regrets" the loss of life.', "mixed"),
        ("The ministry said it regrets the loss of life.", "indirect"),
        ("« We will not leave the town », said the mayor.", "direct"),
    ],
)
def test_quotation(text: str, kind: str) -> None:
    assert said(text)[0].quotation == kind


def test_both_halves_of_a_quotation_keep_their_speaker() -> None:
    text = '"The ceasefire holds. We hope it lasts," Karim said. "Nobody here wants war."'
    assert rows(text) == [
        ("Karim", "said", "The ceasefire holds. We hope it lasts,", "say"),
        ("Karim", "said", "Nobody here wants war.", "say"),
    ]


def test_an_interrupted_quotation_is_one_statement() -> None:
    text = '"The talks failed," the minister said, "and we will not return."'
    assert [s[2] for s in rows(text)] == ["The talks failed, ... and we will not return."]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = (
        'The mayor spoke to reporters. "We have lost everything," she said.\n\n'
        '"The bridge is gone and the school has no roof."'
    )
    assert rows(text)[-1][:3] == (
        "she",
        "said",
        "The bridge is gone and the school has no roof.",
    )


def test_a_quotation_left_open_runs_on_to_its_end() -> None:
    text = (
        '"We have lost everything in this flood," said Rosa Vidal.\n\n'
        '"The bridge is gone and nobody came to help us.\n\n'
        '"The school has no roof."'
    )
    assert rows(text)[-1][2].startswith("The bridge is gone")
    assert rows(text)[-1][2].endswith("The school has no roof.")


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = 'The envoy said: "We are close to a deal.\nRain fell on the capital all day.'
    assert [r[2] for r in rows(text)] == ["We are close to a deal."]


def test_a_colon_leads_to_the_next_sentence() -> None:
    text = 'Vidal was blunt.\nShe told the crowd:\n"Go home now and stay there."'
    assert ("She", "Go home now and stay there.") in [(r[0], r[2]) for r in rows(text)]


def test_a_label_names_the_speaker() -> None:
    text = "VIDAL: We will rebuild every house.\nOKAFOR: With what money will you do that?"
    assert [(r[0], r[2]) for r in rows(text)] == [
        ("VIDAL", "We will rebuild every house."),
        ("OKAFOR", "With what money will you do that?"),
    ]


def test_cues_share_a_speaker() -> None:
    text = "The harbour master said the port would reopen and refused to say who had closed it."
    assert [(r[0], r[2]) for r in rows(text)] == [
        ("The harbour master", "the port would reopen"),
        ("The harbour master", "who had closed it"),
    ]


def test_adding_is_the_speakers() -> None:
    text = "The army said rebels had shelled the town, adding that ten houses were destroyed."
    assert [r[0] for r in rows(text)] == ["The army", "The army"]


def test_a_statement_inside_another() -> None:
    text = "Peru said that its rival had claimed that the deal was dead."
    outer, inner = said(text)
    assert (outer.inside, inner.inside) == (None, 0)


def test_what_is_said_makes_the_act() -> None:
    assert rows('"We urge both sides to stop," the envoy said.')[0][3] == "urge"
    assert rows('"We strongly condemn this raid," the envoy said.')[0][3] == "condemn"
    assert rows("The front said it was behind the raid.")[0][3] == "claim_responsibility"
    assert rows("The envoy said the army was responsible for the raid.")[0][3] == "accuse"


def test_offsets_cut_from_any_place() -> None:
    lead = "Märkte — 山.\n\n"
    text = lead + "The minister said that talks would resume on Friday."
    (only,) = said(text)
    assert only.source is not None and only.source.cut(text) == "The minister"
    assert only.content[0].cut(text) == "talks would resume on Friday"


def test_the_speaker_is_resolved_through_the_mentions() -> None:
    text = "She said that talks would resume."
    spans = sentences(text)
    parsed = parse(text, spans, [0])
    who = LocalActor(key="person:rosa vidal", name="Rosa Vidal", kind="person")
    mentions = Mentions((who,), (Mention(0, 3, 0, 0, (0,), "pronoun"),))
    (only,) = find_statements(text, parsed, mentions, Vocabulary())
    assert only.actors == (0,)
    assert only.speaker_text == "She"


def test_a_users_own_cue() -> None:
    text = "The envoy trumpeted that talks would resume."
    spans = sentences(text)
    parsed = parse(text, spans, [0])
    own = {"speech": [{"cue": "trumpet", "act": "announce", "frames": "that"}]}
    (only,) = find_statements(text, parsed, Mentions(), Vocabulary(extra=own))
    assert only.act == "announce"


def test_unparsed_sentences_are_passed_over() -> None:
    text = "The minister said that talks would resume."
    assert find_statements(text, sentences(text), Mentions(), Vocabulary()) == []


@pytest.mark.parametrize(
    "text",
    [
        '"' * 3000,
        "' " * 3000,
        '"a" ' * 2000,
        "said " * 1500,
        "A: " * 1000,
        "“" * 1500 + "x" + "”" * 1500,
    ],
)
def test_hostile_text_is_read_in_little_time(text: str) -> None:
    spans = sentences(text)
    parsed = parse(text, spans, range(len(spans)))
    start = time.process_time()
    found = find_statements(text, parsed, Mentions(), Vocabulary())
    assert time.process_time() - start < 60
    assert all(0 <= c.start < c.end <= len(text) for s in found for c in s.content)


def test_only_an_attack_that_was_carried_out_is_owned_up_to() -> None:
    assert refined("say", "We carried out the raid on the port") == "claim_responsibility"
    assert refined("say", "It had carried out the attack", True) == "claim_responsibility"
    assert refined("say", "They carried out the attack") == "say"
    assert refined("say", "We carried out the census in spring") == "say"


@pytest.mark.parametrize("words", ["said to be", "believed to be", "reported to have been"])
def test_who_is_said_to_be_something_says_nothing(words: str) -> None:
    found = said(f"Police blame three men, two of them {words} Kenyans.")
    assert [s.speaker_text for s in found] == ["Police"]
