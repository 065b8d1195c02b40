"""Nothing hangs on who it is about: rename every party, person, place and treaty of an article and
shift all its dates, and the record comes out renamed and shifted, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from standoff.merge import Article, Tables, assemble
from standoff.pipeline import annotate_article, on_the_calendar
from standoff.types import ArticleInput, DayRange, Document, Published
from standoff.vocab.vocabulary import load

TEMPLATE = """\
{a} rejects {b_adj} charge over {place} attack
{cap_a}, {d[7]} — {a} on Thursday rejected an accusation by {b} that it had trained the gunmen who killed 14 people in {place} on {d[0]}.
{a_adj} Foreign Minister {p1_first} {p1_last} told reporters in {cap_a} that his government "had no hand in the {place} attack" and called for an independent inquiry.
{b_adj} President {p2_first} {p2_last} had blamed {a}-based militants for the attack. The {group} claimed responsibility on {d[1]}.
Two days after the attack, {b} suspended the {treaty}, a water-sharing pact between the two neighbours, and expelled three {a_adj} diplomats.
{p1_last} condemned the decision as "illegal". He thanked {c} for its support and said {a} would not retaliate.
{c_adj} forces are not involved, {cap_c} said. {c} urged both countries to show restraint and offered to host talks.
On {d[4]}, {b_adj} aircraft bombed a camp near {place2}, the {b_adj} army said. {a} said nine civilians were killed. {b} has neither confirmed nor denied the figure.
A ceasefire brokered by {c} took effect on {d[6]}. {p2_last} welcomed the truce, and {p1_last} met {p2_last} in {cap_c} the next day.
"""  # noqa: E501

PERU = {
    "a": "Peru", "a_adj": "Peruvian", "cap_a": "Lima",
    "b": "Bolivia", "b_adj": "Bolivian", "c": "Brazil", "c_adj": "Brazilian", "cap_c": "Brasilia",
    "p1_first": "Rafael", "p1_last": "Mota", "p2_first": "Elena", "p2_last": "Quispe",
    "group": "Altiplano Liberation Front", "treaty": "Lauca River Treaty",
    "place": "Oruro", "place2": "Puno",
}  # fmt: skip
KENYA = {
    "a": "Kenya", "a_adj": "Kenyan", "cap_a": "Nairobi",
    "b": "Uganda", "b_adj": "Ugandan", "c": "Egypt", "c_adj": "Egyptian", "cap_c": "Cairo",
    "p1_first": "Joseph", "p1_last": "Wanyama", "p2_first": "Grace", "p2_last": "Okello",
    "group": "Savanna Resistance Army", "treaty": "Suam River Treaty",
    "place": "Mbale", "place2": "Kitale",
}  # fmt: skip
ASIA = {
    "a": "Pakistan", "a_adj": "Pakistani", "cap_a": "Islamabad",
    "b": "India", "b_adj": "Indian", "c": "China", "c_adj": "Chinese", "cap_c": "Beijing",
    "p1_first": "Imran", "p1_last": "Lodhi", "p2_first": "Meera", "p2_last": "Sethi",
    "group": "Valley Freedom Brigade", "treaty": "Ravi Canal Treaty",
    "place": "Jammu", "place2": "Sialkot",
}  # fmt: skip
START = date(2031, 3, 4)  # a Tuesday
SHIFTS = (0, 0, 2, 3, 5, 6, 8, 9)
"""Days after the start that ``{d[0]}`` … ``{d[7]}`` stand for."""


def days(start: date) -> list[str]:
    return [f"{d:%B} {d.day}" for d in (start + timedelta(n) for n in SHIFTS)]


def build(world: Mapping[str, str], start: date) -> Tables:
    text = TEMPLATE.format(d=days(start), **world)
    published = DayRange(start + timedelta(9), start + timedelta(9))
    annotations = annotate_article(ArticleInput("d-x", text, published), load())
    document = Document("d-x", text, published=Published(published, "metadata"))
    return assemble([Article(document, annotations)], on_the_calendar)


def view(tables: Tables) -> dict[str, list[Any]]:
    """The record without ids and offsets: names for actors, words for spans."""
    text = str(tables["documents"][0]["text"])
    names = {r["id"]: r["name"] for r in tables["actors"]}

    def who(ids: Any) -> list[Any]:
        return sorted(names.get(i, i) for i in ([] if ids is None else ids))

    def cut(span: Any) -> str | None:
        return text[span["start"] : span["end"]] if span else None

    return {
        "actors": [[r["name"], r["kind"], r["acts_for_state"]] for r in tables["actors"]],
        "reports": [
            [cut(r["trigger"]), r["type"], r["mode"], who(r["actor"]), who(r["recipient"]),
             who(r["mediator"]), r["date"], r["status"], who(r["said_by"]), r["stance"],
             [[f["kind"], f["low"], f["high"]] for f in r["figures"]],
             r["place"]["name"] if r["place"] else None]
            for r in tables["reports"]
        ],
        "statements": [
            [[cut(c) for c in s["content"]], cut(s["cue"]), cut(s["source"]), s["act"],
             s["quotation"], names.get(s["speaker"])]
            for s in tables["statements"]
        ],
        "commitments": [
            [c["name"], c["kind"], who(c["parties"]), who(c["mediator"]),
             [[h["status"], who(h["by"]), h["date"]] for h in c["history"]]]
            for c in tables["commitments"]
        ],
        "relations": [
            [names[r["a"]], r["relation"], names.get(r["b"], r["b"]), r["detail"]]
            for r in tables["relations"]
        ],
    }  # fmt: skip


def renamed(value: Any, names: Mapping[str, str], shift: timedelta) -> Any:
    """``value`` with every name replaced, every ISO day shifted, lists of names sorted again."""
    if isinstance(value, dict):
        return {k: renamed(v, names, shift) for k, v in value.items()}
    if isinstance(value, list):
        items = [renamed(v, names, shift) for v in value]
        return sorted(items) if items and all(isinstance(i, str) for i in items) else items
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (date.fromisoformat(value) + shift).isoformat()
    pattern = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})", lambda m: names[m.group()], value)


def lines(table: list[Any]) -> list[str]:
    """Rows in an order that does not hang on ids."""
    return sorted(repr(row) for row in table)


@pytest.mark.parametrize(("world", "shift"), [(KENYA, 0), (ASIA, 0), (PERU, 35), (KENYA, -70)])
def test_the_record_is_renamed_and_shifted_and_nothing_else(
    world: Mapping[str, str], shift: int
) -> None:
    start = START + timedelta(shift)
    names = {PERU[k]: world[k] for k in PERU}
    names |= dict(zip(days(START), days(start), strict=True))
    expected = renamed(view(build(PERU, START)), names, timedelta(shift))
    found = renamed(view(build(world, start)), {"\0": ""}, timedelta(0))
    assert expected["reports"], "an empty record would pass anything"
    for table in expected:
        assert lines(found[table]) == lines(expected[table]), table
