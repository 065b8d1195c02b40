"""Who stands where, on frames made by hand. All texts are made up for the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from standoff.extract.positions import find_positions
from standoff.split import sentences
from standoff.types import (
    Act,
    Annotations,
    EventType,
    Frame,
    LocalActor,
    Mention,
    Mentions,
    Span,
    Statement,
)
from standoff.vocab.vocabulary import Vocabulary


def span(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def mentions(text: str, names: Sequence[str]) -> Mentions:
    """One actor a name, mentioned wherever the name stands."""
    found = []
    for k, name in enumerate(names):
        at = text.find(name)
        while at >= 0:
            found.append(Mention(at, at + len(name), 0, -1, (k,), "name"))
            at = text.find(name, at + 1)
    return Mentions(
        tuple(LocalActor(f"state:{n}", n, "state", country=n[:3].upper()) for n in names),
        tuple(sorted(found, key=lambda m: m.start)),
    )


def frame(text: str, trigger: str, type: EventType = "ASSAULT", sentence: int = 0) -> Frame:
    return Frame(sentence, span(text, trigger), -1, trigger, type, None, "happened")


def statement(
    text: str, who: int, cue: str, content: str, act: Act, sentence: int = 0
) -> Statement:
    c = span(text, cue)
    return Statement(
        None, c, (span(text, content, max(0, c.start - 60)),), act, "indirect", (who,),
        sentence=sentence,
    )  # fmt: skip


def taken(
    text: str, names: Sequence[str], frames: Sequence[Frame], said: Sequence[Statement]
) -> list[tuple[str, str, int, list[str], str]]:
    done = Annotations(mentions=mentions(text, names), frames=tuple(frames), statements=tuple(said))
    return [
        (names[p.who], p.stance, p.frame, [names[a] for a in p.against], p.about)
        for p in find_positions(text, sentences(text), done, Vocabulary())
    ]


def test_a_speaker_asserts_what_is_told_in_the_content() -> None:
    text = "Peru said that rebels bombed the bridge."
    said = statement(text, 0, "said", "rebels bombed the bridge", "say")
    assert taken(text, ["Peru"], [frame(text, "bombed")], [said]) == [
        ("Peru", "asserts", 0, [], "the event itself")
    ]


def test_a_demand_asserts_nothing() -> None:
    text = "Peru urged the rebels to leave the bridge."
    said = statement(text, 0, "urged", "the rebels to leave the bridge", "urge")
    assert taken(text, ["Peru"], [frame(text, "leave", "RETREAT")], [said]) == []


def test_blame_and_the_denial_of_it() -> None:
    text = "The raid killed ten. Peru blamed Chile for it. Chile denied responsibility."
    frames = [frame(text, "raid")]
    said = [
        statement(text, 0, "blamed", "Chile for it", "accuse", 1),
        statement(text, 1, "denied", "denied responsibility", "deny", 2),
    ]
    assert taken(text, ["Peru", "Chile"], frames, said) == [
        ("Peru", "blames", 0, ["Chile"], "who did it"),
        ("Chile", "denies", 0, [], "who did it"),
    ]


def test_what_is_attributed_to_somebody() -> None:
    text = "Officials hunted those behind the raid, which Peru attributes to Chile."
    said = [
        Statement(
            None, span(text, "attributes"), (span(text, "the raid"), span(text, "to Chile")),
            "accuse", "indirect", (0,),
        )
    ]  # fmt: skip
    assert taken(text, ["Peru", "Chile"], [frame(text, "raid")], said) == [
        ("Peru", "blames", 0, ["Chile"], "who did it")
    ]


def test_who_is_said_to_be_responsible_is_blamed() -> None:
    text = "Peru said Chile was responsible for the raid."
    said = [statement(text, 0, "said", "Chile was responsible for the raid", "accuse")]
    assert taken(text, ["Peru", "Chile"], [frame(text, "raid")], said) == [
        ("Peru", "blames", 0, ["Chile"], "who did it")
    ]


def test_the_reports_are_what_was_reported() -> None:
    text = "Peru claimed to have sunk two boats. Chile would neither confirm nor deny the reports."
    said = [
        statement(text, 0, "claimed", "to have sunk two boats", "claim"),
        statement(
            text, 1, "neither confirm nor deny", "neither confirm nor deny the reports",
            "neither_confirms_nor_denies", 1,
        ),
    ]  # fmt: skip
    frames = [replace(frame(text, "sunk"), statement=0)]
    assert taken(text, ["Peru", "Chile"], frames, said) == [
        ("Peru", "asserts", 0, [], "the event itself"),
        ("Chile", "neither_confirms_nor_denies", 0, [], "the event itself"),
    ]


def test_an_allegation_that_is_rejected_points_back_to_the_event() -> None:
    text = "Peru blames Chile for the raid, an accusation Chile flatly rejects."
    said = [
        statement(text, 0, "blames", "Chile for the raid", "accuse"),
        statement(text, 1, "rejects", "an accusation Chile flatly rejects", "reject"),
    ]
    frames = [frame(text, "raid"), frame(text, "accusation", "ACCUSE")]
    assert taken(text, ["Peru", "Chile"], frames, said)[1] == (
        "Chile", "denies", 0, [], "who did it",
    )  # fmt: skip


def test_to_reject_a_plan_is_not_to_deny_it() -> None:
    text = "Peru rejected the withdrawal of troops."
    said = [statement(text, 0, "rejected", "the withdrawal of troops", "reject")]
    assert taken(text, ["Peru"], [frame(text, "withdrawal", "RETREAT")], said) == []


def test_responsibility_is_claimed_for_the_attack_told_before() -> None:
    text = "A bomb hit the market. Envoys met in Lima. The Front claimed responsibility."
    said = [statement(text, 0, "claimed", "claimed responsibility", "claim_responsibility", 2)]
    frames = [frame(text, "hit"), frame(text, "met", "CONSULT", 1)]
    assert taken(text, ["Front"], frames, said) == [
        ("Front", "claims_responsibility", 0, [], "who did it")
    ]


def test_doubt_is_no_denial() -> None:
    text = "Peru cast doubt on the raid."
    said = [statement(text, 0, "cast doubt on", "the raid", "deny")]
    assert taken(text, ["Peru"], [frame(text, "raid")], said)[0][1] == "doubts"


@pytest.mark.parametrize(("actor", "expected"), [(0, ["denies"]), (1, [])])
def test_only_its_own_side_denies_what_did_not_happen(actor: int, expected: list[str]) -> None:
    text = "Peru said the jets had failed to bomb the bridge, and so had Chile."
    said = [statement(text, 0, "said", "the jets had failed to bomb the bridge", "say")]
    negated = replace(frame(text, "bomb"), status="denied", actor=(actor,))
    assert [p[1] for p in taken(text, ["Peru", "Chile"], [negated], said)] == expected


def test_a_retelling_stands_for_the_first_telling() -> None:
    text = "A raid shook the town. Peru condemned the attack."
    said = [statement(text, 0, "condemned", "the attack", "condemn", 1)]
    frames = [frame(text, "raid"), replace(frame(text, "attack", sentence=1), same_as=0)]
    assert taken(text, ["Peru"], frames, said) == [("Peru", "asserts", 0, [], "the event itself")]


def test_what_another_says_inside_is_not_the_speakers() -> None:
    text = "Peru said that Chile denied the raid."
    outer = statement(text, 0, "said", "Chile denied the raid", "say")
    inner = replace(statement(text, 1, "denied", "the raid", "deny"), inside=0)
    frames = [replace(frame(text, "raid"), statement=1)]
    assert taken(text, ["Peru", "Chile"], frames, [outer, inner]) == [
        ("Chile", "denies", 0, [], "the event itself")
    ]


def test_without_an_event_there_is_no_position() -> None:
    text = "Peru denied the reports."
    assert taken(text, ["Peru"], [], [statement(text, 0, "denied", "the reports", "deny")]) == []


def test_a_denial_whose_object_is_no_event_stands_on_itself() -> None:
    text = "Peru denied that the king had fled."
    said = [statement(text, 0, "denied", "the king had fled", "deny")]
    assert taken(text, ["Peru"], [frame(text, "denied", "REJECT")], said) == [
        ("Peru", "denies", 0, [], "the denial itself")
    ]


def test_reports_that_are_denied_are_in_dispute_without_an_event() -> None:
    text = "A raid hit Lima. Peru denied reports on Monday of a halt to the harvest."
    said = [statement(text, 0, "denied", "reports on Monday of a halt to the harvest", "deny", 1)]
    frames = [frame(text, "raid"), frame(text, "denied", "REJECT", 1)]
    assert taken(text, ["Peru"], frames, said) == [("Peru", "denies", 1, [], "the event itself")]


def test_a_rejected_accusation_is_itself_in_dispute() -> None:
    text = "Peru accused Chile of the raid. Chile rejected the accusation."
    said = [statement(text, 1, "rejected", "the accusation", "reject", 1)]
    accused = replace(frame(text, "accused", "ACCUSE"), actor=(0,), recipient=(1,))
    found = taken(text, ["Peru", "Chile"], [accused, frame(text, "raid")], said)
    assert [(p[0], p[1], p[2]) for p in found] == [("Chile", "denies", 1), ("Chile", "denies", 0)]


def test_each_blames_the_other() -> None:
    text = "Peru and Chile blamed each other for the raid."
    blamed = statement(text, 0, "blamed", "each other for the raid", "accuse")
    said = [replace(blamed, actors=(0, 1))]
    found = taken(text, ["Peru", "Chile"], [frame(text, "raid")], said)
    assert [(p[0], p[1], p[3]) for p in found] == [
        ("Peru", "blames", ["Chile"]),
        ("Chile", "blames", ["Peru"]),
    ]


def test_the_attack_is_the_articles_own_story() -> None:
    text = (
        "A bomb hit Lima. The bomb killed ten. The blast shook it. A raid followed. "
        "The Front claimed responsibility."
    )
    said = [statement(text, 0, "claimed", "claimed responsibility", "claim_responsibility", 4)]
    story = frame(text, "hit")
    frames = [
        story,
        replace(frame(text, "killed", sentence=1), same_as=0),
        replace(frame(text, "blast", sentence=2), same_as=0),
        frame(text, "raid", sentence=3),
    ]
    assert [p[2] for p in taken(text, ["Front"], frames, said)] == [0]


def test_what_is_only_supposed_is_no_position() -> None:
    text = "If Peru denies the raid, the court will rule."
    said = [statement(text, 0, "denies", "the raid", "deny")]
    assert taken(text, ["Peru"], [frame(text, "raid")], said) == []


def test_a_quotation_is_read_by_the_sentence() -> None:
    text = "Peru said: We stopped the convoy. We killed no one."
    said = [statement(text, 0, "said", "We stopped the convoy. We killed no one", "deny")]
    frames = [frame(text, "stopped", "COERCE"), frame(text, "killed")]
    assert [(p[1], p[2]) for p in taken(text, ["Peru"], frames, said)] == [
        ("asserts", 0),
        ("denies", 1),
    ]


def test_an_attack_that_is_told_as_ones_own_is_claimed() -> None:
    text = "Peru said its jets bombed the bridge."
    said = [statement(text, 0, "said", "its jets bombed the bridge", "say")]
    jets = Span(text.index("its"), text.index(" bombed"))
    own = replace(frame(text, "bombed"), actor=(0,), actor_spans=(jets,))
    assert taken(text, ["Peru"], [own], said)[0][1] == "claims_responsibility"
    inferred = replace(own, actor_spans=())
    assert taken(text, ["Peru"], [inferred], said)[0][1] == "asserts"


def test_they_in_a_speakers_own_words_is_never_the_speaker() -> None:
    text = "They bombed the bridge, Peru said."
    said = [statement(text, 0, "said", "They bombed the bridge", "say")]
    said = [replace(said[0], quotation="direct")]
    theirs = replace(frame(text, "bombed"), actor=(0,), actor_spans=(Span(0, 4),))
    assert taken(text, ["Peru"], [theirs], said)[0][1] == "asserts"


def _by(text: str, frame_: Frame, actor: int, words: str, **more: object) -> Frame:
    return replace(frame_, actor=(actor,), actor_spans=(span(text, words),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Peru said that 13 people had been killed by unprovoked firing.", "13 people"),
        ("Peru said that some of the victims were killed in the shelling.", "some of"),
    ],
)
def test_an_attack_by_nobody_is_not_owned(text: str, content: str) -> None:
    told = replace(frame(text, "killed"), actor_spans=(span(text, content),))
    said = statement(text, 0, "said", text[text.index("that") : -1], "say")
    assert {p[1] for p in taken(text, ["Peru"], [told], [said])} == {"asserts"}


def test_an_appeal_to_stop_owns_up_to_nothing() -> None:
    text = "Peru said that we must stop attacking the neighbours."
    told = _by(text, frame(text, "attacking"), 0, "we")
    said = statement(text, 0, "said", "we must stop attacking the neighbours", "say")
    assert {p[1] for p in taken(text, ["Peru"], [told], [said])} == {"asserts"}


@pytest.mark.parametrize("words", ["its troops", "it"])
def test_what_ones_own_side_did_is_owned(words: str) -> None:
    text = f"Peru said that {words} shelled the fort."
    told = _by(text, frame(text, "shelled"), 0, words)
    said = statement(text, 0, "said", f"{words} shelled the fort", "say")
    assert {p[1] for p in taken(text, ["Peru"], [told], [said])} == {"claims_responsibility"}


def test_a_party_lent_from_elsewhere_is_not_blamed() -> None:
    text = "Chile raided the port. Peru said that the attack must be looked into."
    lent = _by(text, frame(text, "attack", sentence=1), 1, "Chile", rule="attack N1+article")
    said = statement(text, 0, "said", "the attack must be looked into", "say", 1)
    assert {p[1] for p in taken(text, ["Peru", "Chile"], [lent], [said])} == {"asserts"}
    text = "Peru said that Chile had raided the port."
    own = _by(text, frame(text, "raided"), 1, "Chile")
    said = statement(text, 0, "said", "Chile had raided the port", "say")
    assert {p[1] for p in taken(text, ["Peru", "Chile"], [own], [said])} == {"blames"}


@pytest.mark.parametrize(
    ("content", "count"),
    [("Chile of exploiting the killings", 0), ("Chile of ordering the killings", 1)],
)
def test_what_a_wrong_was_done_with_is_not_laid_at_a_door(content: str, count: int) -> None:
    text = f"Peru accused {content}."
    said = statement(text, 0, "accused", content, "accuse")
    assert len(taken(text, ["Peru", "Chile"], [frame(text, "killings")], [said])) == count


@pytest.mark.parametrize(("speaker", "count"), [("he", 0), ("Ruiz", 1)])
def test_the_dead_do_not_speak_by_a_pronoun(speaker: str, count: int) -> None:
    text = f"Gunmen killed Ruiz on Monday. The town was shelled, {speaker} said."
    gone = replace(frame(text, "killed"), recipient=(0,), rule="kill V1")
    said = replace(
        statement(text, 0, "said", "The town was shelled", "say", 1), speaker_text=speaker
    )
    people = mentions(text, ["Ruiz"])
    people = replace(people, actors=(replace(people.actors[0], kind="person"),))
    done = Annotations(
        mentions=people, statements=(said,), frames=(gone, frame(text, "shelled", sentence=1))
    )
    assert len(find_positions(text, sentences(text), done, Vocabulary())) == count


def test_blame_joined_to_another_matter_goes_back_to_no_attack() -> None:
    text = "The raid killed ten. The message was a hoax, and Peru blamed Chile."
    who = span(text, "Peru")
    said = replace(statement(text, 0, "blamed", "Chile", "accuse", 1), source=who)
    assert taken(text, ["Peru", "Chile"], [frame(text, "raid")], [said]) == []
    text = "The raid killed ten. Peru blamed Chile."
    said = replace(statement(text, 0, "blamed", "Chile", "accuse", 1), source=span(text, "Peru"))
    assert len(taken(text, ["Peru", "Chile"], [frame(text, "raid")], [said])) == 1


def test_a_part_in_it_is_a_part_in_what_was_told_last() -> None:
    """The raid that Peru tells of is answered by name; "it" is the sentence before."""
    text = "Peru said Chile shelled a post. A raid killed ten. Chile denies any part in it."
    told = statement(text, 0, "said", "Chile shelled a post", "say")
    shelled = replace(frame(text, "shelled"), statement=0)
    raid = frame(text, "raid", sentence=1)
    denial = statement(text, 1, "denies", "any part in it", "deny", 2)
    done = Annotations(
        mentions=mentions(text, ["Peru", "Chile"]),
        statements=(told, denial),
        frames=(shelled, raid),
    )
    found = find_positions(text, sentences(text), done, Vocabulary())
    assert [p.frame for p in found if p.stance == "denies"] == [1]
