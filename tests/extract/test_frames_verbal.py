"""Verbal acts told by what is said, not by a verb of the act, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.extract.test_frames import read


def codes(text: str) -> list[tuple[str, str]]:
    found = read(text)
    return [(f.type, f.trigger.cut(text)) for f in found.frames]


def types(text: str) -> set[str]:
    return {t for t, _ in codes(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The minister of Peru spoke to reporters in Lima.",
        "The president of Chile talked to the media on Sunday.",
        "Exports from Peru declined by 4 percent in May.",
        "The spokesman for Chile declined to comment on the matter.",
        "Many families sought refuge in a church in Lima.",
        "Domestic demand in Peru is weak.",
        "The airline offers flights from Lima to Santiago.",
        "Analysts warn that Peru faces a difficult year.",
        "Voters in Chile voted for president on Sunday.",
    ],
)
def test_no_act(text: str) -> None:
    assert not types(text) & {"CONSULT", "REJECT", "REQUEST", "AGREE", "THREATEN", "SUPPORT"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The president of Peru spoke to the prime minister of Chile.", "CONSULT"),
        ("Peru declined the offer of talks.", "REJECT"),
        ("The minister declined to meet the envoy of Chile.", "REJECT"),
        ("Peru sought refuge from Chile for its envoy.", "REQUEST"),
        ("Peru warned Chile that it would respond.", "THREATEN"),
        ("Peru did not accept the envoy of Chile.", "REJECT"),
        ("Peru does not recognize Chile.", "REJECT"),
        ("Thousands of residents turned out to protest the killings.", "PROTEST"),
        ("Peru protested the decision of Chile.", "ACCUSE"),
        ("Peru condemned the tragedy in Santiago.", "ACCUSE"),
    ],
)
def test_the_act_beside_it(text: str, type_: str) -> None:
    assert type_ in types(text), codes(text)


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("The general said the militia are the suspected perpetrators of the bombing.",
         "ACCUSE", ["general"], ["militia"]),
        ("The minister of Peru said the crash was likely Chile's doing.",
         "ACCUSE", ["minister"], ["Chile"]),
        ("The minister of Peru said Chile was behind the attack.",
         "ACCUSE", ["minister"], ["Chile"]),
        ("The minister of Peru said that Chile was to blame for the crisis.",
         "ACCUSE", ["minister"], ["Chile"]),
        ('"The murder of the envoy is unacceptable," said the minister of Peru.',
         "ACCUSE", ["minister"], []),
        ('"That decision is a disgrace," the minister of Peru said.', "ACCUSE", ["minister"], []),
        ("Rights groups said the police were intimidating foreigners.",
         "ACCUSE", ["Rights groups"], ["police"]),
        ("Officials in Lima believe that Chile ordered the killing of the envoy.",
         "ACCUSE", ["Officials"], ["Chile"]),
        ("France was concerned that Chile would not stop the work.",
         "ACCUSE", ["France"], ["Chile"]),
        ('The minister of Peru said, "I hope that Chile will come back to the table."',
         "REQUEST", ["minister"], ["Chile"]),
        ('"Chile must release the sailors," the minister of Peru said on Monday.',
         "REQUEST", ["minister"], ["Chile"]),
        ('"Nobody will get away with what they did here," said the minister of Peru.',
         "THREATEN", ["minister"], []),
        ("The minister of Peru said Chile would pay a heavy price.",
         "THREATEN", ["minister"], ["Chile"]),
        ('"Those who did this will be punished," the minister of Peru said.',
         "THREATEN", ["minister"], []),
        ("The minister of Peru said all options were on the table.", "THREATEN", ["minister"], []),
        ("Peru gave Chile until Friday to withdraw its troops.", "THREATEN", ["Peru"], ["Chile"]),
        ('"We are with the families of the victims," the minister of Peru said.',
         "SUPPORT", ["minister"], ["families"]),
        ('"Chile has the right to defend itself," the minister of Peru said.',
         "SUPPORT", ["minister"], ["Chile"]),
        ("The minister said this was not the case.", "REJECT", ["minister"], []),
        ("The minister did not meet the deadline.", "REJECT", ["minister"], []),
        ("The minister raised the matter with the ambassador of Chile.",
         "CONSULT", ["minister"], ["ambassador"]),
        ("Chile admitted that its soldiers had killed the farmers.", "CONCEDE", ["Chile"], []),
        ('"Chile is destabilising the whole region," the minister of Peru said.',
         "ACCUSE", ["minister"], ["Chile"]),
        ("The government of Chile has failed to protect its people, the minister of Peru said.",
         "ACCUSE", ["minister"], ["government"]),
        ('"The law is repressive," the minister of Peru said.', "ACCUSE", ["minister"], []),
        ('"It is clear that Juan Lopez staged the attack," the minister of Peru said.',
         "ACCUSE", ["minister"], ["Juan Lopez"]),
        ("The minister of Peru was furious when Chile abstained in the vote.",
         "ACCUSE", ["minister"], ["Chile"]),
        ('"Our thoughts and prayers go out to the families of the victims," the minister said.',
         "SUPPORT", ["minister"], ["families"]),
        ("The minister did not rule out a military strike on Chile.",
         "THREATEN", ["minister"], ["Chile"]),
        ("The army is ready to repel any attack, the general said.", "THREATEN", ["army"], []),
        ("The minister skipped the summit with Chile.", "REJECT", ["minister"], ["Chile"]),
        ('"Come back to the talks," the minister of Peru said.', "REQUEST", ["minister"], []),
        ("The minister said the settlers were seeking new homes from Chile.",
         "REQUEST", ["settlers"], ["Chile"]),
    ],
)  # fmt: skip
def test_acts_told_by_what_is_said(
    text: str, type_: str, actor: list[str], recipient: list[str]
) -> None:
    found = read(text)
    here = [f for f in found.frames if f.type == type_]
    assert here, codes(text)
    assert (found.names(here[0].actor), found.names(here[0].recipient)) == (actor, recipient)
    assert here[0].status == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "The weather in Lima was appalling.",
        "The talks took place behind closed doors.",
        "The committee must print its report by May.",
        "The minister of Peru said the crop was not illegal.",
        "The minister of Peru said the bridge was behind the church.",
        "The minister of Peru said there will be obstacles.",
        "The crew blamed the fog.",
        "Diplomats are questioning whether the talks can go on.",
        "The minister of Peru put the papers on the table.",
        "The minister of Peru said he was ready to leave.",
        "The sales failed to keep pace.",
        "She wanted to come back to the house.",
    ],
)
def test_words_without_the_act(text: str) -> None:
    assert not types(text) & {"ACCUSE", "REQUEST", "THREATEN"}, codes(text)


@pytest.mark.parametrize("verb", ["denounced", "criticized", "suspended", "opposed"])
def test_a_deal_that_is_turned_against_is_not_made(verb: str) -> None:
    assert "AGREE" not in types(f"Peru {verb} the deal between Chile and Bolivia.")


def test_a_deal_that_is_made() -> None:
    assert "AGREE" in types("Peru welcomed the deal between Chile and Bolivia.")
