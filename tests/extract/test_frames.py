"""Frames end to end on sentences written for it: who does what to whom, whether it happened, on
whose word, when, where."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from standoff.extract.frames import find_frames
from standoff.extract.frames.pairs import code_pair
from standoff.extract.gate import worth_parsing
from standoff.extract.mentions import find_mentions
from standoff.extract.statements import find_statements
from standoff.extract.times import find_times
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import ArticleInput, Frame, Mentions, Sentence, Span
from standoff.vocab.vocabulary import load


@dataclass
class Read:
    text: str
    sentences: list[Sentence]
    mentions: Mentions
    frames: list[Frame]

    def frame(self, trigger: str, type_: str | None = None) -> Frame:
        found = [
            f
            for f in self.frames
            if f.trigger.cut(self.text) == trigger and type_ in (None, f.type)
        ]
        assert found, [(f.type, f.trigger.cut(self.text)) for f in self.frames]
        return found[0]

    def names(self, ids: tuple[int, ...]) -> list[str]:
        return [self.mentions.actors[i].name for i in ids]

    def codes(self, ids: tuple[int, ...]) -> set[str | None]:
        return {self.mentions.actors[i].country for i in ids}


def read(text: str) -> Read:
    vocab, spans = load(), sentences(text)
    parsed = parse(text, spans, range(len(spans)))
    mentions = find_mentions(ArticleInput("t", text), parsed, vocab)
    statements = find_statements(text, parsed, mentions, vocab)
    frames = find_frames(text, parsed, mentions, statements, find_times(text), vocab)
    return Read(text, parsed, mentions, frames)


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "actor", "recipient"),
    [
        ("Peru condemned Chile on Monday.", "condemned", "ACCUSE", "PER", "CHL"),
        ("Chile was condemned by Peru.", "condemned", "ACCUSE", "PER", "CHL"),
        ("Peru condemned Chile's plan to close the port.", "condemned", "ACCUSE", "PER", "CHL"),
        ("Norway's invasion of Sweden began in May.", "invasion", "ASSAULT", "NOR", "SWE"),
        ("The shelling of Sweden by Norway went on.", "shelling", "ASSAULT", "NOR", "SWE"),
        ("Norway launched an attack on Sweden.", "attack", "ASSAULT", "NOR", "SWE"),
        ("Norway vowed to support Sweden.", "vowed", "AGREE", "NOR", None),
        ("Kenya urged Ghana to withdraw its troops.", "urged", "REQUEST", "KEN", "GHA"),
        ("Kenya urged Ghana to withdraw its troops.", "withdraw", "RETREAT", "GHA", None),
        ("Kenya accused Ghana of bombing a village.", "bombing", "ASSAULT", "GHA", None),
        ("Kenya imposed sanctions on Ghana.", "imposed", "SANCTION", "KEN", "GHA"),
        ("Kenya voiced strong support for Ghana.", "support", "SUPPORT", "KEN", "GHA"),
        ("Kenya attacked Ghana's proposal.", "attacked", "ACCUSE", "KEN", "GHA"),
        ("Kenya, which had backed Ghana, left.", "backed", "SUPPORT", "KEN", "GHA"),
        ("Kenya expelled the ambassador of Ghana.", "expelled", "SANCTION", "KEN", "GHA"),
        ("On 3 May Kenya began an attack on Ghana.", "attack", "ASSAULT", "KEN", "GHA"),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(
    text: str, trigger: str, type_: str, actor: str, recipient: str | None
) -> None:
    got = read(text)
    f = got.frame(trigger)
    assert f.type == type_
    assert got.codes(f.actor) == {actor}
    if recipient is not None:
        assert got.codes(f.recipient) == {recipient}


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Ghana opened on Monday.",
        "Kenya held talks with Ghana on Monday.",
        "Kenya and Ghana held talks on Monday.",
    ],
)
def test_talks_have_two_parties(text: str) -> None:
    got = read(text)
    f = got.frame("talks" if "held" in text else "Talks")
    assert f.type == "CONSULT"
    assert got.codes(f.actor + f.recipient) == {"KEN", "GHA"}


@pytest.mark.parametrize(
    "text",
    [
        "A Swiss-brokered ceasefire between Kenya and Ghana took effect.",
        "A ceasefire between Kenya and Ghana, brokered by Switzerland, took effect.",
    ],
)
def test_a_broker_is_no_party(text: str) -> None:
    got = read(text)
    f = got.frame("ceasefire")
    assert got.codes(f.mediator) == {"CHE"}
    assert got.codes(f.actor) == {"KEN", "GHA"}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Kenya attacked Ghana.", "attacked", "happened"),
        ("Kenya did not attend the talks with Ghana.", "attend", "denied"),
        ("Kenya will meet Ghana in Geneva.", "meet", "planned"),
        ("Kenya is due to meet Ghana in Geneva.", "meet", "planned"),
        ("Kenya could attack Ghana within days.", "attack", "hypothetical"),
        ("If Kenya attacks Ghana, the region will suffer.", "attacks", "hypothetical"),
        ("Kenya denied attacking Ghana.", "attacking", "denied"),
        ("Kenya urged Ghana to release the prisoners.", "release", "called_for"),
        ("Kenya urged Ghana to release the prisoners.", "urged", "happened"),
        ("Kenyan forces are shelling the capital of Ghana.", "shelling", "ongoing"),
        ("The town endured months of shelling by Kenya.", "shelling", "ongoing"),
        ("Kenya agreed to a deal with Ghana.", "deal", "happened"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    assert read(text).frame(trigger).status == status


def test_refusing_is_an_event_of_its_own() -> None:
    f = read("Kenya said it will not lift the blockade of Ghana.").frame("lift")
    assert (f.type, f.status) == ("REJECT", "happened")


@pytest.mark.parametrize(
    "text",
    [
        "He suffered a heart attack on the train.",
        "The striker shot wide in the final.",
        "Shares hit a record on Monday.",
        "The two ministers traded barbs in a war of words.",
        "The negotiators struck a balance.",
        "The film won praise from nobody; it met the deadline.",
    ],
)
def test_figures_of_speech_are_no_assaults(text: str) -> None:
    assert [f for f in read(text).frames if f.type == "ASSAULT"] == []


def test_on_whose_word() -> None:
    got = read("Kenya said on Monday that Ghana had shelled a village.")
    f = got.frame("shelled")
    assert got.codes(f.said_by) == {"KEN"}
    assert f.statement is not None
    own = read("Kenya condemned the shelling of a village.").frame("condemned")
    assert own.said_by == ()


def test_hedges() -> None:
    assert read("Kenya allegedly bombed a village in Ghana.").frame("bombed").hedged
    assert not read("Kenya bombed a village in Ghana.").frame("bombed").hedged


def test_an_event_told_again_keeps_its_parties() -> None:
    got = read(
        "Norway attacked a Swedish town on 3 May. Talks were called off. "
        "The attack killed 12 people, officials said."
    )
    first, again = got.frame("attacked"), got.frame("attack")
    assert again.same_as == got.frames.index(first)
    assert again.actor == first.actor
    assert [(x.kind, x.low) for f in got.frames for x in f.figures] == [("killed", 12)]


def test_bare_repeats_are_left_out() -> None:
    got = read("Norway attacked a Swedish town. Traffic stopped after the attack.")
    assert [f.trigger.cut(got.text) for f in got.frames] == ["attacked"]


def test_condemning_an_attack_is_aimed_at_the_attacker() -> None:
    got = read("Norway attacked a Swedish town on Monday. Finland condemned the attack.")
    assert got.codes(got.frame("condemned").recipient) == {"NOR"}


def test_claims_name_the_doer() -> None:
    got = read(
        "A bomb attack killed 9 people in Lagos. The Free Delta Front claimed responsibility."
    )
    claim = got.frame("claimed")
    assert claim.type == "ASSAULT"
    assert claim.same_as == 0
    assert got.frames[0].actor == claim.actor != ()


def test_times_and_places_hang_on_their_trigger() -> None:
    got = read("Kenya attacked Kumasi on 3 May after talks in Geneva on 1 May.")
    attacked, talks = got.frame("attacked"), got.frame("talks")
    assert [s.cut(got.text) for s in attacked.times] == ["3 May"]
    assert [s.cut(got.text) for s in talks.times] == ["1 May"]
    assert talks.place is not None
    assert got.mentions.places[talks.place].name == "Geneva"


def test_offsets_cut_what_they_claim() -> None:
    got = read('Kenya "strongly" condemned Ghana’s raids, and urged both sides to meet in Lomé.')
    for f in got.frames:
        assert f.evidence.holds(f.trigger)
        assert f.trigger.cut(got.text).strip() == f.trigger.cut(got.text) != ""
        assert len(f.trigger.cut(got.text).split()) <= 8


def test_nothing_hangs_on_the_names() -> None:
    told = (
        "{0} shelled a town in {1} on Monday, killing 14 people. {1} condemned the shelling and "
        "urged {2} to call an emergency meeting. {2} called for restraint on both sides."
    )
    shapes = []
    for names in (("Kenya", "Ghana", "Peru"), ("Norway", "Sweden", "Chile")):
        got = read(told.format(*names))
        who = {a.name: n for n, a in enumerate(got.mentions.actors) if a.name in names}
        order = [who[n] for n in names]
        shapes.append(
            [
                (f.type, f.status, *(tuple(order.index(a) for a in ids if a in order)
                                     for ids in (f.actor, f.recipient)))
                for f in got.frames
            ]
        )  # fmt: skip
    assert shapes[0] == shapes[1] != []


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "wanted"),
    [
        ("Kenya accused Ghana of lying.", "Kenya", "Ghana", ("ACCUSE", "verbal-conflict")),
        ("Kenya refused to meet Ghana.", "Kenya", "Ghana", ("REJECT", "verbal-conflict")),
        ("Kenya will free ten men from Ghana.", "Kenya", "Ghana", ("AGREE", "verbal-cooperation")),
        ("Kenya bombed a port in Ghana.", "Kenya", "Ghana", ("ASSAULT", "material-conflict")),
        ("Kenya lies south of Ghana.", "Kenya", "Ghana", None),
    ],
)  # fmt: skip
def test_pairs(text: str, actor: str, recipient: str, wanted: tuple[str, str] | None) -> None:
    got = read(text)
    a, b = text.index(actor), text.index(recipient)
    spans = Span(a, a + len(actor)), Span(b, b + len(recipient))
    assert code_pair(text, got.sentences, got.mentions, got.frames, *spans) == wanted


def test_gate_keeps_what_can_hold_something() -> None:
    text = (
        "Kenya shelled a village. The sky was blue and the river wide. "
        "“We are ready,” he said. Troops withdrew at dawn."
    )
    assert worth_parsing(text, sentences(text), load()) == [0, 2, 3]


def test_hostile_text_is_quick_and_harmless() -> None:
    for text in ("attack " * 300, "((((" * 300, "said that " * 200, "and attack, " * 150):
        got = read(text)
        assert all(f.evidence.holds(f.trigger) for f in got.frames)


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "actor", "recipient"),
    [
        ("Kenya found the Ugandan strike justified.", "justified", "SUPPORT", "KEN", "UGA"),
        ("The advance of the Peruvian army, backed by Chile, went on.", "backed",
         "SUPPORT", "CHL", "PER"),
        (
            "Kenyan officials were responsible for the deaths of hundreds of Ugandan soldiers.",
            "deaths", "ASSAULT", "KEN", "UGA",
        ),
        ("Peru said Chile was responsible for the attack.", "responsible", "ACCUSE", "PER", "CHL"),
        (
            "Peru levied sanctions on Chile in May. Chile was further sanctioned in June.",
            "sanctioned", "SANCTION", "PER", "CHL",
        ),
        ("Kenya signed a deal on sending Kenyan soldiers to Somalia.", "sending",
         "MOBILIZE", "KEN", "SOM"),
    ],
)  # fmt: skip
def test_parties_that_stand_with_another_word(
    text: str, trigger: str, type_: str, actor: str, recipient: str
) -> None:
    r = read(text)
    f = r.frame(trigger, type_)
    assert (r.codes(f.actor), r.codes(f.recipient)) == ({actor}, {recipient})


def test_whom_opponents_oppose() -> None:
    r = read("Kenyan President William Ruto's opponents rejected the plan.")
    f = r.frame("rejected")
    assert r.names(f.recipient) == ["William Ruto"]


def test_a_country_before_a_noun_of_violence_is_where_it_was() -> None:
    assert read("The Syria attack shocked many people in the town.").frame("attack").actor == ()
    r = read("The Syrian attack on Jordan shocked many people.")
    assert r.codes(r.frame("attack").actor) == {"SYR"}
    r = read("A US attack killed ten people.")
    assert r.codes(r.frame("attack").actor) == {"USA"}


def test_talks_that_go_on_are_between_those_who_met() -> None:
    r = read(
        "Peru's president met Chile's president on Monday. Discussions centered on the border."
    )
    f = r.frame("Discussions")
    assert r.codes((*f.actor, *f.recipient)) == {"PER", "CHL"}


def test_an_army_that_takes_a_town_of_its_own_does_nothing_to_its_state() -> None:
    f = read("Kenya's army took the town of Kisumu.").frame("took")
    assert f.actor
    assert f.recipient == ()


def test_no_opponent_is_made_up_where_the_article_has_several() -> None:
    r = read(
        "Peru attacked Chile on Monday. Peru attacked Chile again. Peru shelled Bolivia. "
        "Peru shelled Bolivia again. Peru's army launched an offensive."
    )
    assert r.frame("offensive").recipient == ()
    r = read(
        "Peru attacked Chile on Monday. Peru attacked Chile again. "
        "Peru's army launched an offensive."
    )
    assert r.codes(r.frame("offensive").recipient) == {"CHL"}


def place_of(text: str, trigger: str) -> str | None:
    r = read(text)
    k = r.frame(trigger).place
    return None if k is None else r.mentions.places[k].name


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Peru condemned Chile in Geneva.", "condemned", "Geneva"),
        ("Peru condemned the attack in Arequipa.", "condemned", None),
        ("Peru backs Chile. It demanded talks after the attack in Arequipa.", "demanded", None),
        ("Troops shelled Arequipa on Monday. Peru thanked Chile.", "thanked", None),
        ("Peru's president met Chile's in Geneva. The talks went well.", "talks", "Geneva"),
    ],
)
def test_what_is_said_happens_where_it_is_said(text: str, trigger: str, place: str | None) -> None:
    assert place_of(text, trigger) == place


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Peru demanded an inquiry into the attack on Chile.", "attack", "happened"),
        ("Peru should respond after the raid on Lima.", "raid", "happened"),
        ("Peru wants Chile to end the bombardment of Lima.", "bombardment", "happened"),
        ("Peru plans an attack on Chile.", "attack", "planned"),
        ("The next meeting will be held in Lima.", "meeting", "planned"),
        ("After months of shelling the town fell.", "shelling", "ongoing"),
        ("Thousands have been killed since the war began in May.", "killed", "ongoing"),
        ("Peru's army, backed by Chile, took the town.", "backed", "ongoing"),
        ("Chile backs Peru", "backs", "happened"),
    ],
)
def test_what_is_spoken_of_as_given_has_happened(text: str, trigger: str, status: str) -> None:
    assert read(text).frame(trigger).status == status


def test_a_definite_noun_that_nothing_explains_is_no_event() -> None:
    assert read("The film won a prize. The attack is its theme.").frames == []
    assert read("The attack on Lima shocked the town.").frame("attack").type == "ASSAULT"
    assert read("There was talk of a possible attack.").frames == []
