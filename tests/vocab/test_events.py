"""The table of events: well-formed rows, classes, a user's own rows."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from standoff.vocab import events
from standoff.vocab.events import lexicon, modality
from standoff.vocab.vocabulary import Vocabulary, load

PLOVER_MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict ban arrest relations rights expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture execute sexual assassinate destroy primitive firearms "
    "explosives suicide-attack aerial drone heavy-weapons crowd-control cleansing massacre "
    "unconventional",
}


def test_every_type_has_rows_and_every_mode_is_plovers() -> None:
    rows = [r for group in lexicon(load()).rows.values() for r in group]
    assert {r.type for r in rows} - {None} == {
        *("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN "
          "PROTEST SANCTION MOBILIZE COERCE ASSAULT").split()
    }  # fmt: skip
    for r in rows:
        assert r.mode is None or r.mode in PLOVER_MODES.get(str(r.type), "").split(), r.rule


def test_rules_name_one_row_each() -> None:
    rules = [r.rule for group in lexicon(load()).rows.values() for r in group]
    assert len(rules) == len(set(rules))


def test_table_has_no_short_lines() -> None:
    text = files("standoff.vocab").joinpath("events.csv").read_text(encoding="utf-8")
    table = list(csv.reader(text.splitlines()))
    assert {len(line) for line in table} == {len(table[0])}


def test_statuses_are_the_contracts() -> None:
    assert set(modality().values()) <= {
        "happened", "ongoing", "planned", "called_for", "hypothetical", "denied"
    }  # fmt: skip


def test_user_rows_come_first() -> None:
    mine = {"lemma": "gift", "pos": "V", "type": "AID", "roles": "r:to"}
    rows = lexicon(Vocabulary(extra={"events": [mine]})).rows["gift", "V"]
    assert rows[0].type == "AID"
    assert rows[0].recipient == ("to",)


@pytest.mark.parametrize("bad", [{"type": "HELP"}, {"if": "obj:NOSUCHCLASS"}])
def test_bad_user_rows_are_named(bad: dict[str, str]) -> None:
    row = {"lemma": "gift", "pos": "V", "type": "AID", **bad}
    with pytest.raises(ValueError, match=r"HELP|NOSUCHCLASS"):
        lexicon(Vocabulary(extra={"events": [row]}))


def test_conditions_read_as_written() -> None:
    one = events._condition("!obj:VIOLENCE|war|on:NAME", {"VIOLENCE": frozenset({"attack"})})
    assert one.negated
    assert [(s.slot, sorted(s.words), sorted(s.tests)) for s in one.any_of] == [
        ("obj", ["attack", "war"], []),
        ("on", [], ["NAME"]),
    ]
