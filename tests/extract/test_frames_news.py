"""General news: words that tell of no event between parties, beside those where they do."""

from __future__ import annotations

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput
from standoff.vocab.vocabulary import load


def types(text: str) -> list[tuple[str, str]]:
    found = annotate_article(ArticleInput("t", text), load())
    return [(f.type, f.trigger.cut(text)) for f in found.frames]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("How would you stop the war in the north?", "war"),
        ("Are you concerned about the attacks on the press?", "concerned"),
        ("If you had to choose, which of your rivals would you endorse?", "endorse"),
        ("The centre issued a hurricane warning for the islands.", "issued"),
        ("A tsunami warning was issued for the coast of Chile.", "warning"),
        ("A farmer called the police when she heard the shots.", "called"),
        ("Mendes spoke to Sunrise News in July.", "spoke"),
        ("Speaking to Economia.com, Larsen explained the plan.", "Speaking"),
        ("Police led the accused out of the court.", "accused"),
        ("The bill covers anyone accused of a crime.", "accused"),
        ("The database classifies it as a mass shooting.", "shooting"),
        ("Search and rescue teams reached the village.", "rescue"),
        ("The shop lies near the border crossing between the two towns.", "crossing"),
        ("Many citizens bought guns before the vote.", "bought"),
        ("Twenty wounded people evacuated to the hospital.", "evacuated"),
        ("The retailer announced an agreement over selling its shops.", "agreement"),
        ("The lord offered the painting to the museum.", "offered"),
        ("The senator has won 200 pledged delegates.", "pledged"),
        ("We support a balanced budget, the candidate said.", "support"),
        ("Larsen voted for Mendes at the primary.", "voted"),
        ("The minister spoke of sexual harassment at work.", "harassment"),
        ("The hospital deployed all necessary preparations.", "deployed"),
        ("Ten senators suspended their campaigns.", "suspended"),
        ("The driver lost control of the bus.", "lost"),
        ("Schools need money to combat bullying.", "combat"),
        ("Larsen waived extradition to Norway.", "extradition"),
        ("The topics discussed include the harbour.", "discussed"),
        ("Over a million people requested absentee ballots.", "requested"),
        ("There is no guarantee that ships are seen.", "guarantee"),
        ("The centre warned of flash floods in the hills.", "warned"),
        ("The senator has no determination to govern.", "determination"),
        ("The plane landed in Malta.", "landed"),
        ("All hopes of peace were destroyed.", "destroyed"),
        ("The province demonstrated resolve.", "demonstrated"),
        ("The dispute was submitted to the court.", "submitted"),
        ("The conflict between the president and congress delayed the budget.", "conflict"),
        ("Larsen, who hails from Norway, is a teacher.", "hails"),
        ("Fans gathered outside the hall.", "gathered"),
        ("Police broke up drug deals near the station.", "deals"),
        ("The tweet promoted violence.", "violence"),
        ("The ministry coordinates the response to the storm.", "coordinates"),
        ("■ Government and Turkish occupation", "occupation"),
    ],
)
def test_what_is_no_event(text: str, word: str) -> None:
    assert word not in {trigger for _, trigger in types(text)}


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ('"How can you bomb our children?" the minister asked Israel.', "bomb", "ASSAULT"),
        ("The general issued a stern warning to Iran.", "warning", "THREATEN"),
        ("The president called the prime minister from Cairo.", "called", "CONSULT"),
        ("The king spoke to President Mendes on Monday.", "spoke", "CONSULT"),
        ("Three officers accused of torture were arrested.", "accused", "ACCUSE"),
        ("The shooting shocked Norway after two men were killed.", "killed", "ASSAULT"),
        ("Helicopters rescued forty people from the roofs.", "rescued", "AID"),
        ("Rebels evacuated to the north after the deal.", "evacuated", "RETREAT"),
        ("Norway and Sweden announced an agreement on Monday.", "agreement", "AGREE"),
        ("Norway offered Sweden a truce.", "offered", "AGREE"),
        ("Russia supported the rebels.", "supported", "SUPPORT"),
        ("Parliament voted for the resolution.", "voted", "SUPPORT"),
        ("The army deployed tanks along the border.", "deployed", "MOBILIZE"),
        ("The rebels combat the army in the hills.", "combat", "ASSAULT"),
        ("The army lost control of the town.", "lost", "RETREAT"),
        ("The search and rescue operation goes on in Sweden.", "operation", "AID"),
        ("A crowd gathered in Oslo against the law.", "gathered", "PROTEST"),
        ("Norway hailed Sweden for its help.", "hailed", "SUPPORT"),
        ("Ministers gathered in Oslo for talks.", "gathered", "CONSULT"),
        ("Norway coordinates the patrols with Sweden.", "coordinates", "COOPERATE"),
        ("Norway requested help from Sweden.", "requested", "REQUEST"),
        ("Norway gave Sweden a guarantee.", "guarantee", "AGREE"),
        ("Norway warned Sweden of war.", "warned", "THREATEN"),
        ("Norway reaffirmed its determination to respect the truce.", "determination", "AGREE"),
        ("Marines landed in Malta.", "landed", "MOBILIZE"),
        ("Rebels destroyed the bridge.", "destroyed", "ASSAULT"),
        ("Students demonstrated against the king.", "demonstrated", "PROTEST"),
        ("The removal of troops from Norway was complete.", "removal", "RETREAT"),
        ("Both fought in the conflict between Norway and Sweden.", "conflict", "ASSAULT"),
    ],
)
def test_the_same_words_where_they_tell_of_one(text: str, word: str, type_: str) -> None:
    assert (type_, word) in types(text)


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Senator Larsen attacked President Mendes for his tax plan.", "attacked", "ACCUSE"),
        ("Larsen blasted Mendes over the tax plan.", "blasted", "ACCUSE"),
        ("Larsen attacked the media for what they wrote.", "attacked", "ACCUSE"),
        ("The rebels attacked the governor for three hours.", "attacked", "ASSAULT"),
        ("The gunman attacked President Mendes with a knife.", "attacked", "ASSAULT"),
    ],
)  # fmt: skip
def test_attacks_with_words(text: str, word: str, type_: str) -> None:
    assert (type_, word) in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake shook the coast of Peru on Monday.\n\nThe quake killed nine people.",
        "A bus crashed near Oslo. The driver died in hospital.\n\nThe crash injured six people.",
    ],
)
def test_mishaps_are_no_assaults(text: str) -> None:
    assert not [t for t, _ in types(text) if t == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a camp hit by floods and storms.\n\nThe rebels killed nine people.",
        "The army shelled the town.\n\nNine people were killed, and a bus crashed in the panic.",
    ],
)
def test_force_beside_a_mishap_is(text: str) -> None:
    assert ("ASSAULT", "killed") in types(text)
