"""Deeds of crises, and the everyday news that uses the same words."""

from __future__ import annotations

import functools

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput
from standoff.vocab.vocabulary import load

MATERIAL = frozenset(
    "ASSAULT COERCE PROTEST MOBILIZE SANCTION AID COOPERATE RETREAT CONCEDE".split()
)

DEEDS = [
    ("COERCE", "arrest", "Four of the kidnappers were captured near the lake."),
    ("COERCE", "arrest", "Two gunmen were captured after a long chase."),
    ("COERCE", "arrest", "The editor remains in custody."),
    ("COERCE", "arrest", "The mayor said that three suspects were in custody."),
    ("COERCE", "arrest", "Troops captured Adnan Salim in December."),
    ("COERCE", "seize", "Rebels seized Kandahar."),
    ("COERCE", "restrict", "The guards put down the revolt in June."),
    ("COERCE", "restrict", "Officers stopped one of her brothers from entering the court."),
    ("COERCE", "restrict", "The government closed mosques across the province."),
    ("COERCE", "restrict", "The council ordered the closure of all schools."),
    ("COERCE", "restrict", "Troops sealed off the market."),
    ("COERCE", "restrict", "Soldiers set up checkpoints around the port."),
    ("COERCE", "restrict", "Police raided the offices of the magazine."),
    ("COERCE", "restrict", "Agents searched the home of the senator."),
    ("COERCE", "restrict", "Two lawmakers were removed from the chamber."),
    ("COERCE", "restrict", "The junta suspended the constitution."),
    ("COERCE", "restrict", "The ministry quarantined 200 travellers."),
    ("COERCE", "cyber", "Hackers stole data from the ministry."),
    ("COERCE", "censor", "Authorities shut down the internet during the vote."),
    ("COERCE", "deport", "Peru sent back 90 migrants to Chile."),
    ("COERCE", "deport", "Militias drove hundreds of families from their homes."),
    ("COERCE", "deport", "Soldiers evacuated the outpost before noon."),
    ("COERCE", "deport", "The council issued eviction orders on Monday."),
    ("COERCE", "restrict", "A group of lawmakers were removed by guards."),
    ("COERCE", "misinformation", "The ministry spread disinformation about the strikers."),
    ("PROTEST", "demo", "Hundreds of nurses turned out to demand the governor's resignation."),
    ("PROTEST", "demo", "Farmers poured into the streets of Lima."),
    ("PROTEST", "demo", "Students burned portraits of the general."),
    ("PROTEST", "obstruct", "Villagers erected barricades on the coastal road."),
    ("PROTEST", "obstruct", "Activists chained themselves to the gates of the mine."),
    ("PROTEST", "demo", "Demonstrators gathered outside the parliament building."),
    ("PROTEST", "strike", "Nurses walked out over pay."),
    ("PROTEST", "strike", "Teachers in Kenya are on strike."),
    ("PROTEST", "strike", "Nurses staged a two-day walkout."),
    ("PROTEST", "riot", "Soldiers mutinied in the north."),
    ("PROTEST", "obstruct", "Drivers blockaded two depots."),
    ("PROTEST", "riot", "Crowds toppled a statue of the dictator."),
    ("PROTEST", "riot", "Opposition supporters and police faced off in Lima."),
    ("ASSAULT", "firearms", "Three officers were gunned down by militants."),
    ("ASSAULT", "firearms", "An exchange of fire between the two armies lasted two hours."),
    ("ASSAULT", "unconventional", "Agents poisoned the former spy in London."),
    ("ASSAULT", "unconventional", "The army used chemical weapons against the rebels."),
    ("ASSAULT", "unconventional", "Warplanes dropped chlorine on the suburb."),
    ("ASSAULT", "crowd-control", "Police fired tear gas at the strikers."),
    ("ASSAULT", "crowd-control", "Police sprayed the marchers with water cannons."),
    ("ASSAULT", "primitive", "An assailant threw acid at two pupils."),
    ("ASSAULT", "crowd-control", "Officers used water cannon on the crowd."),
    ("ASSAULT", "explosives", "A bomb went off near the barracks."),
    ("ASSAULT", "explosives", "A grenade was thrown at a police station."),
    ("ASSAULT", "heavy-weapons", "A rocket landed near the embassy in Baghdad."),
    ("ASSAULT", "destroy", "Militias set fire to a church in the valley."),
    ("ASSAULT", "primitive", "Five villagers were hacked to death."),
    ("ASSAULT", None, "The army recaptured the town of Maran on Tuesday."),
    ("ASSAULT", None, "Rebels captured Kandahar in August."),
    ("ASSAULT", None, "The port fell to the rebels in May."),
    ("ASSAULT", None, "A van ploughed into pedestrians in Lima."),
    ("ASSAULT", "suicide-attack", "An attacker blew himself up at a checkpoint."),
    ("ASSAULT", "drone", "Drones struck the refinery in Chile."),
    ("ASSAULT", "primitive", "A man stabbed three people in Hamburg."),
    ("ASSAULT", "cleansing", "The army carried out ethnic cleansing in the valley."),
    ("ASSAULT", None, "Peru is engaged in a long campaign against the guerrillas."),
    ("ASSAULT", None, "The guerrillas fought to keep the town."),
    ("SANCTION", "convict", "The general was found guilty of war crimes."),
    ("SANCTION", "convict", "The court handed him a life sentence."),
    ("SANCTION", "discontinue", "The assembly stripped him of his immunity."),
    ("SANCTION", "discontinue", "The suspension of Chile from the bloc took effect in May."),
    ("CONCEDE", None, "The government scrapped the fuel tax."),
    ("CONCEDE", None, "The ruling against the editor was overturned."),
    ("CONCEDE", None, "The curfew ended on Saturday."),
    ("CONCEDE", None, "The minister accepted responsibility for the deaths."),
    ("CONCEDE", None, "The editor was granted bail."),
    ("RETREAT", "withdraw", "Chilean miners announced plans to pull out of Peru."),
    ("RETREAT", "release", "The editor walked free after two years in jail."),
    ("AID", None, "The ministry vaccinated 8,000 children."),
    ("AID", None, "Peru delivered 5,000 doses of vaccine to Chile."),
    ("AID", None, "Rescuers pulled 12 people from the rubble."),
    ("AID", None, "Medics took the victims to hospital."),
    ("AID", None, "The navy evacuated 300 civilians from the island."),
    ("AID", None, "Twelve wounded miners were flown to Peru for treatment."),
    ("MOBILIZE", "troops", "Soldiers stood guard at the gate of the port."),
    ("MOBILIZE", "troops", "Three warships sailed through the strait."),
    ("MOBILIZE", "troops", "The navy sent two frigates to the strait."),
    ("MOBILIZE", "troops", "Tanks rolled into the city."),
    ("MOBILIZE", "police", "Hundreds of police were deployed around the stadium."),
    ("MOBILIZE", "police", "The ministry tightened security before the vote."),
    ("MOBILIZE", "militia", "Peru mobilized militias near the border."),
    ("MOBILIZE", "weapons", "Peru fired two ballistic missiles into the sea."),
]

EVERYDAY = [
    "Ministers stepped up efforts to combat climate change.",
    "The war on drugs filled the courts.",
    "Lawyers fought to keep the museum open.",
    "The two companies battled for market share.",
    "The two ministers clashed over taxes.",
    "The vote will be held on August 9.",
    "Opponents say no fair vote can be held there.",
    "The bill would allow banks to lend more.",
    "Papers allowing her to work were signed.",
    "She contributed to this article from Rome.",
    "The affair contributed to poor relations with the press.",
    "The senator defeated his rival in the primary.",
    "Eleven passengers were killed in a bus crash.",
    "The ferry capsized, killing nine passengers.",
    "The epidemic has killed at least 40 people.",
    "No soldiers were injured.",
    "Nobody was hurt or killed.",
    "The new guidelines were released the same day.",
    "The station went off the air.",
    "Prices were forced down by cheap imports.",
    "He was forced to retire by a knee injury.",
    "The weather would not permit a landing.",
    "They had given up the hope of rescue.",
    "The treaty prohibits such tests.",
    "The exposure caused fluid buildup in the lungs.",
    "The actor was shot in black and white.",
    "The company launched a rocket into orbit.",
    "The town is surrounded by hills.",
    "The explosion of social media changed politics.",
    "The engine exploded in mid-air.",
    "Wall Street rallied on Tuesday.",
    "The president held a campaign rally in Ohio.",
    "The parade marched down the avenue.",
    "It was a political maneuver.",
    "The ambassador entered the embassy.",
    "The party seized a majority in parliament.",
    "He lost his life to cancer.",
    "The officer killed himself in his cell.",
    "The exhibition is to be held in May.",
    "The ferry sank after hitting a rock.",
    "A shark killed a surfer.",
    "The quarterback was injured in training.",
    "The player withdrew from the tournament.",
    "The patients were released from hospital.",
    "The rocket exploded shortly after launch.",
    "The airline cancelled 200 flights.",
    "Nurses were trained to use the new machine.",
    "The school banned mobile phones.",
]


@functools.lru_cache(maxsize=256)
def coded(text: str) -> frozenset[tuple[str, str | None]]:
    found = annotate_article(ArticleInput("t", text), load())
    return frozenset((f.type, f.mode) for f in found.frames)


@pytest.mark.parametrize(("type_", "mode", "text"), DEEDS)
def test_deed(type_: str, mode: str | None, text: str) -> None:
    assert (type_, mode) in coded(text)


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_news_is_no_deed(text: str) -> None:
    assert not {type_ for type_, _ in coded(text)} & MATERIAL


def test_what_lifts_a_measure_is_not_the_measure() -> None:
    assert {t for t, _ in coded("The cabinet eased the sanctions on Peru.")} == {"CONCEDE"}


def test_those_held_who_are_let_go() -> None:
    found = {t for t, _ in coded("Forty captives held by the rebels were freed.")}
    assert "RETREAT" in found
    assert "COERCE" not in found
