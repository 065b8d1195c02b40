"""Every type and mode of the table: a sentence that is one, and one that uses the words otherwise.

The counter-examples are figures of speech, sport, film, business, nature and law: the words of
violence and of dealings between states where nothing of the kind is told.
"""

from __future__ import annotations

import functools

import pytest

from standoff.extract.frames import find_frames
from standoff.extract.mentions import find_mentions
from standoff.extract.statements import find_statements
from standoff.extract.times import find_times
from standoff.parse import parse
from standoff.split import sentences
from standoff.types import ArticleInput
from standoff.vocab.events import lexicon
from standoff.vocab.vocabulary import load

# type, mode, an example, a counter-example
CASES = [
    ("AGREE", None, "Peru agreed to reopen the talks.", "The two studies agreed with each other."),
    ("AGREE", None, "Peru and Chile signed a treaty.", "The singer signed autographs for an hour."),
    ("CONSULT", None, "Peru met Chile in Geneva.", "The new engine meets the standard."),
    ("CONSULT", "visit", "The Chilean minister visited Peru.", "Users visited the website twice."),
    ("CONSULT", "phone", "The president of Peru phoned the president of Chile.",
     "The new phone sold out in a day."),
    ("CONSULT", "third-party", "Norway mediated between Peru and Chile.",
     "Enzymes mediate the reaction."),
    ("SUPPORT", None, "Peru praised Chile for the decision.", "Two pillars support the roof."),
    ("COOPERATE", None, "Peru cooperated with Chile.", "The weather did not cooperate."),
    ("AID", None, "Peru sent food and medicine to Chile.", "The shop delivers pizza in minutes."),
    ("CONCEDE", None, "Peru lifted the embargo on Chile.", "She lifted the box onto the table."),
    ("RETREAT", "withdraw", "Peru withdrew its troops from the border.",
     "He withdrew cash from the bank."),
    ("RETREAT", "release", "Rebels released three hostages.", "The band released a new album."),
    ("RETREAT", "return", "Peru returned the bodies of the soldiers to Chile.",
     "She returned his call."),
    ("RETREAT", "disarm", "The rebels laid down their weapons.",
     "His smile disarmed the audience."),
    ("RETREAT", "ceasefire", "Peru declared a ceasefire.", "The rain stopped at noon."),
    ("RETREAT", "access", "Peru admitted the inspectors.", "The theatre admitted no latecomers."),
    ("RETREAT", "resign", "The minister resigned on Monday.", "She quit smoking in May."),
    ("REQUEST", None, "Peru urged Chile to leave the area.", "The recipe calls for two eggs."),
    ("ACCUSE", "allege", "Peru accused Chile of spying.", "The battery needs a charge before use."),
    ("ACCUSE", "disapprove", "Peru condemned Chile.", "The old bridge was condemned as unsafe."),
    ("ACCUSE", "investigate", "Peru investigated the company.", "The space probe left orbit."),
    ("REJECT", None, "Peru rejected the proposal.", "The machine rejected the coin."),
    ("THREATEN", None, "Peru threatened Chile with war.", "The storm threatened the coast."),
    ("PROTEST", "demo", "Thousands protested against the government.",
     "The stock market rally went on."),
    ("PROTEST", "riot", "Crowds rioted in the capital.", "The garden was a riot of colour."),
    ("PROTEST", "strike", "Miners went on strike.", "The clock struck nine."),
    ("PROTEST", "hunger", "The prisoners began a hunger strike.",
     "Hunger struck the hikers at noon."),
    ("PROTEST", "boycott", "Opposition parties boycotted the vote.", "The voters went home early."),
    ("PROTEST", "obstruct", "Protesters blocked the road to the airport.",
     "A fallen tree blocked the road."),
    ("SANCTION", None, "Peru imposed sanctions on Chile.", "The dress imposed a slow walk on her."),
    ("SANCTION", "convict", "A court convicted the spy.", "She spoke with conviction."),
    ("SANCTION", "expel", "Peru expelled two Chilean diplomats.", "The lungs expel air."),
    ("SANCTION", "withdraw", "Peru recalled its ambassador from Chile.",
     "She recalled the summer of her youth."),
    ("SANCTION", "discontinue", "Peru suspended aid to Chile.",
     "The lamp was suspended from the ceiling."),
    ("MOBILIZE", "troops", "Peru deployed troops to the border.",
     "The parachute deployed over the lake."),
    ("MOBILIZE", "weapons", "Peru tested a ballistic missile.", "The teacher tested the pupils."),
    ("COERCE", "arrest", "Police arrested two activists.",
     "The cardiac arrest came without warning."),
    ("COERCE", "ban", "Peru banned the opposition party.", "The band played on for an hour."),
    ("COERCE", "censor", "Peru censored the newspapers.", "The census counted the villages."),
    ("COERCE", "curfew", "The army imposed a curfew.", "The teenager grumbled about bedtime."),
    ("COERCE", "cyber", "Hackers hacked the ministry.", "He hacked at the root with an axe."),
    ("COERCE", "deport", "Peru deported forty migrants.", "The port was full of ships."),
    ("COERCE", "restrict", "Rebels besieged the town.", "The shop closed at noon."),
    ("COERCE", "seize", "Rebels seized the town.", "She seized the opportunity."),
    ("COERCE", "withhold", "Peru withheld the passports from the reporters.",
     "She held the rope with both hands."),
    ("ASSAULT", None, "Peru attacked Chile.", "The critic attacked the novel's ending."),
    ("ASSAULT", "abduct", "Gunmen kidnapped three aid workers.",
     "The film is about a kidnap plot."),
    ("ASSAULT", "aerial", "Peru bombed the village.", "The film bombed at the box office."),
    ("ASSAULT", "assassinate", "Gunmen assassinated the minister.",
     "The actor plays an assassin."),
    ("ASSAULT", "beat", "Police beat the protesters.", "Peru beat Chile in the final."),
    ("ASSAULT", "destroy", "Soldiers razed the village.", "Moths destroyed the old coat."),
    ("ASSAULT", "execute", "Rebels executed two prisoners.", "The company executed the plan well."),
    ("ASSAULT", "explosives", "Militants blew up the bridge.", "Her career exploded last year."),
    ("ASSAULT", "firearms", "Police shot a protester.", "The director shot the film in Rome."),
    ("ASSAULT", "heavy-weapons", "Troops shelled the town.", "She shelled the peas."),
    ("ASSAULT", "massacre", "Soldiers massacred the villagers.",
     "Critics called the match a walkover."),
    ("ASSAULT", "sexual", "Soldiers raped two women.", "Rape seed is grown in the north."),
    ("ASSAULT", "torture", "Police tortured the detainees.", "The poem is long and slow."),
    ("ASSAULT", "unconventional", "A chemical attack killed ten people.",
     "The acid attacks the metal."),
]  # fmt: skip


@functools.lru_cache(maxsize=256)
def coded(text: str) -> frozenset[tuple[str, str | None]]:
    vocab, spans = load(), sentences(text)
    parsed = parse(text, spans, range(len(spans)))
    mentions = find_mentions(ArticleInput("t", text), parsed, vocab)
    said = find_statements(text, parsed, mentions, vocab)
    frames = find_frames(text, parsed, mentions, said, find_times(text), vocab)
    return frozenset((f.type, f.mode) for f in frames)


@pytest.mark.parametrize(("type_", "mode", "example", "other"), CASES)
def test_example(type_: str, mode: str | None, example: str, other: str) -> None:
    assert (type_, mode) in coded(example)


@pytest.mark.parametrize(("type_", "mode", "example", "other"), CASES)
def test_counter_example(type_: str, mode: str | None, example: str, other: str) -> None:
    assert type_ not in {found for found, _ in coded(other)}


def test_every_type_has_examples() -> None:
    rows = [row for group in lexicon(load()).rows.values() for row in group]
    assert {row.type for row in rows} - {None} == {case[0] for case in CASES}


@pytest.mark.parametrize(
    "text",
    [
        "The team attacked from the first minute and beat the champions in the final.",
        "The striker fired a shot into the top corner.",
        "Shares plunged and investors fled the market.",
        "The actor plays a soldier in a war film.",
        "Scientists fight cancer with a new drug.",
        "An avalanche killed the climber.",
        "The company launched a price war.",
        "The storm killed ten people and destroyed hundreds of homes.",
        "She dropped a bombshell at the awards show.",
        "The earthquake struck at dawn.",
    ],
)
def test_sport_film_business_and_nature_hold_no_assault(text: str) -> None:
    assert "ASSAULT" not in {type_ for type_, _ in coded(text)}
