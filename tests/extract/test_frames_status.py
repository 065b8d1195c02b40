"""Did it happen? What the words above and around a deed say of it."""

from __future__ import annotations

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput
from standoff.vocab.vocabulary import load


def status(text: str, trigger: str) -> str:
    found = annotate_article(ArticleInput("t", text), load()).frames
    return next(f.status for f in found if f.trigger.cut(text) == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "want"),
    [
        ("Peruvian troops have begun evacuating the outpost.", "evacuating", "ongoing"),
        ("Peru has started bombing the camps.", "bombing", "ongoing"),
        ("Peruvian jets began bombing the camps on Friday.", "bombing", "happened"),
        ("Peru will begin bombing the camps.", "bombing", "planned"),
        ("Forty activists are currently detained in Lima.", "detained", "ongoing"),
        ("Forty activists were detained in Lima.", "detained", "happened"),
        ("She hated to see villagers being evicted from their land.", "evicted", "ongoing"),
        ("He died after being shot by the guards.", "shot", "happened"),
        ("No suspects were arrested.", "arrested", "denied"),
        ("Two suspects were arrested.", "arrested", "happened"),
        ("Peru defended its policy of seizing farms.", "seizing", "ongoing"),
        ("The law gives the army the power to arrest protesters.", "arrest", "hypothetical"),
        ("Peru has the right to strike Chilean ships.", "strike", "hypothetical"),
        ("Analysts said the attack would bring more sorrow to Lima.", "attack", "happened"),
        ("The massacre will provoke anger in Chile.", "massacre", "happened"),
        ("The attack will begin at dawn.", "attack", "planned"),
        ("Peru failed to stem rebel attacks on the port.", "attacks", "happened"),
        ("Peru failed to attack Chile.", "attack", "denied"),
        ("The rebels claimed to have captured the port.", "captured", "happened"),
        ("Jets continued to bomb the port following an ambush.", "ambush", "happened"),
    ],
)
def test_status(text: str, trigger: str, want: str) -> None:
    assert status(text, trigger) == want
