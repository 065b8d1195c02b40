"""Words that name a topic, a trait or a condition in general news, beside those that tell of it."""

from __future__ import annotations

import pytest

from standoff.pipeline import annotate_article
from standoff.types import ArticleInput
from standoff.vocab.vocabulary import load


def types(text: str) -> set[tuple[str, str]]:
    found = annotate_article(ArticleInput("t", text), load())
    return {(f.type, f.trigger.cut(text)) for f in found.frames}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Parliament met in Oslo after the death of the old king.", "death"),
        ("Larsen spoke of her father's death at the age of ninety.", "death"),
        ("The company received a notice from the agency.", "received"),
        ("Larsen received the party's nomination in May.", "received"),
        ("She left Norway and returned to Sweden.", "returned"),
        ("He returned to Norway to study law.", "returned"),
        ("French President Macron visited Lyon on Monday.", "visited"),
        ("The bars have closed since the repeal of Prohibition.", "Prohibition"),
        ("Larsen spoke for the Green New Deal at the fair.", "Deal"),
        ("Students marched over the extradition of suspects.", "extradition"),
        ("The president is immune from prosecution.", "prosecution"),
        ("The chairman wants consensus on the tax.", "consensus"),
        ("The film sparked a discussion about colour.", "discussion"),
        ("Larsen was admitted to the college in 1981.", "admitted"),
        ("The court released its opinion on Wednesday.", "released"),
        ("The minister turned over documents on the sale.", "turned"),
        ("The dance was recognized by the agency as part of our heritage.", "recognized"),
        ("Her life was threatened by the pregnancy.", "threatened"),
        ("According to a poll, most voters oppose the tax plan.", "oppose"),
        ("Some 57 percent of the public opposed it.", "opposed"),
        ("Larsen would not say whether he supported the plan.", "supported"),
        ("The federation condemned any form of violence.", "condemned"),
        ("Larsen blamed capitalism for the decline.", "blamed"),
        ("Mendes did not deny the suggestion.", "deny"),
        ("The post office met the increased demand for stamps.", "demand"),
        ("The factory cannot meet demand for masks.", "demand"),
        ("The crowd sent a clear message: enough is enough.", "sent"),
        ("The nation has lost a great leader.", "lost"),
        ("The immunization campaign was to continue in January.", "campaign"),
        ("Doctors described the shark attack.", "attack"),
        ("Larsen is among the most distinguished and honoured scientists.", "honoured"),
        ("Larsen did not attend the funeral.", "attend"),
        ("The agreement will be void if talks fail.", "fail"),
    ],
)
def test_what_is_no_event(text: str, word: str) -> None:
    assert word not in {trigger for _, trigger in types(text)}


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Police were accused over the death of the student in a cell.", "death", "ASSAULT"),
        ("The king received the Swedish foreign minister.", "received", "CONSULT"),
        ("President Macron visited Berlin on Monday.", "visited", "CONSULT"),
        ("The prohibition of the party angered students.", "prohibition", "COERCE"),
        ("Norway and Sweden signed the Oslo Agreement.", "signed", "AGREE"),
        ("Norway asked Peru for the extradition of Larsen.", "asked", "REQUEST"),
        ("Norway and Sweden held discussions on fish.", "discussions", "CONSULT"),
        ("The rebels released two prisoners.", "released", "RETREAT"),
        ("France returned a portrait to its owners.", "returned", "RETREAT"),
        ("The army turned over the base to Norway.", "turned", "RETREAT"),
        ("Norway recognized the council as the government.", "recognized", "SUPPORT"),
        ("Norway was threatened by Sweden.", "threatened", "THREATEN"),
        ("Norway opposed the Swedish plan.", "opposed", "ACCUSE"),
        ("Norway condemned the Swedish attack.", "condemned", "ACCUSE"),
        ("Norway blamed Sweden for the decline.", "blamed", "ACCUSE"),
        ("Sweden denied the claim.", "denied", "REJECT"),
        ("Sweden rejected the demand for talks.", "demand", "REQUEST"),
        ("Norway sent a message to Sweden.", "sent", "CONSULT"),
        ("The army lost the town to the rebels.", "lost", "RETREAT"),
        ("Doctors described the rebel attack.", "attack", "ASSAULT"),
        ("The president attacked the investigation.", "attacked", "ACCUSE"),
        ("Larsen attacked Mendes during the debate.", "attacked", "ACCUSE"),
        ("The rebels attacked the town during the night.", "attacked", "ASSAULT"),
        ("The campaign called the statement false.", "called", "REJECT"),
    ],
)
def test_the_same_words_where_they_tell_of_one(text: str, word: str, type_: str) -> None:
    assert (type_, word) in types(text)


@pytest.mark.parametrize(
    ("text", "word", "want"),
    [
        ("Larsen has yet to concede.", "concede", "denied"),
        ("The two sides are yet to agree on the border.", "agree", "denied"),
        ("Larsen conceded on Monday.", "conceded", "happened"),
    ],
)
def test_what_is_yet_to_be(text: str, word: str, want: str) -> None:
    found = annotate_article(ArticleInput("t", text), load())
    assert want in [f.status for f in found.frames if f.trigger.cut(text) == word]


def test_why_a_source_has_no_name_is_no_concession() -> None:
    def types(text: str) -> set[str]:
        return {f.type for f in annotate_article(ArticleInput("t", text), load()).frames}

    assert "CONCEDE" not in types("The clerk was not authorised to speak to reporters in Peru.")
    assert "CONCEDE" in types("Peru allowed inspectors to enter the camp.")
