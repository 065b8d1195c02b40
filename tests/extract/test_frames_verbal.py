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
