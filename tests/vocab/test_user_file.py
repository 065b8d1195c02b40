"""A user's own vocabulary: what is wrong with it is said before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from standoff.vocab.actors import actors
from standoff.vocab.events import lexicon
from standoff.vocab.speech import speech_cues
from standoff.vocab.vocabulary import load

GOOD = """
[[actors]]
name = "Straits League"
kind = "igo"
aliases = ["SL"]

[[speech]]
cue = "trumpet"
act = "claim"

[[events]]
lemma = "red-flag"
type = "ACCUSE"
"""


def test_all_three_tables_are_added(tmp_path: Path) -> None:
    path = tmp_path / "v.toml"
    path.write_text(GOOD)
    vocab = load(path)
    text = "The SL met."
    assert [h.entry.name for h in actors(vocab).find(text, 0, len(text))] == ["Straits League"]
    assert speech_cues(vocab).verbs["trumpet"][0].act == "claim"
    assert lexicon(vocab).rows["red-flag", "V"][0].type == "ACCUSE"


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[event]]\nlemma = "x"', r"no table 'event'.*\[\[events\]\]"),
        ('actors = "x"', r"write \[\[actors\]\]"),
        ('[actors]\nname = "x"', r"write \[\[actors\]\]"),
        ('[[actors]]\nname = "X"\nkind = "blob"', "known kind"),
        ('[[actors]]\nname = "X"\nalias = ["Y"]', "no key 'alias'"),
        ('[[actors]]\nname = "X"\naliases = "Y"', "list of names"),
        ('[[actors]]\nkind = "igo"', "needs 'name'"),
        ('[[speech]]\ncue = "x"\nact = "sing"', "sing"),
        ('[[speech]]\ncue = "x"\npos = "verb"', "pos must be one of v, n, adv, j"),
        ('[[events]]\nlemma = "x"', "needs 'type'"),
        ('[[events]]\nlemma = "x"\ntype = "FOO"', "FOO"),
        ('[[events]]\nlemma = "x"\ntype = "ASSAULT"\nif = "NAME"', "cannot be read"),
        ("x =", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, toml: str, said: str) -> None:
    path = tmp_path / "v.toml"
    path.write_text(toml)
    with pytest.raises(ValueError, match=said):
        load(path)
