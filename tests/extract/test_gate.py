"""The gate: what is about something else is not parsed, news of a crisis is."""

from __future__ import annotations

from standoff.extract.gate import worth_parsing
from standoff.split import sentences
from standoff.vocab.vocabulary import Vocabulary

_GOAL = "The striker scored twice in the second half and said the team had played very well. "
_SHELL = "Syrian troops shelled the town on Monday, and the government of Turkey condemned it. "
_PLAIN = "It was a long day for those who live on the hill beside the old mill. "


def _kept(text: str, whole: bool = False) -> tuple[int, int]:
    """Sentences kept, and sentences there are."""
    spans = sentences(text)
    return len(worth_parsing(text, spans, Vocabulary(), whole)), len(spans)


def test_news_of_a_crisis_is_kept_but_for_what_holds_nothing() -> None:
    kept, there = _kept(_SHELL * 8 + _PLAIN)
    assert kept == there - 1


def test_an_article_about_something_else_is_not_parsed() -> None:
    assert _kept(_GOAL * 10)[0] == 0


def test_an_article_wanted_whole_is_parsed_whatever_it_is_about() -> None:
    kept, there = _kept(_GOAL * 10, whole=True)
    assert kept == there


def test_a_short_text_is_never_about_something_else() -> None:
    kept, there = _kept(_GOAL * 2)
    assert kept == there


def test_one_political_sentence_of_another_article_is_kept() -> None:
    text = _GOAL * 12 + "The government of Kenya condemned the attack. " + _GOAL * 12
    assert _kept(text)[0] == 1


def test_politics_keeps_what_is_quoted_also_in_its_middle() -> None:
    text = (
        "The senator met voters on Friday. "
        + _PLAIN * 2
        + "“We walked a long way. We said little. The road was good,” the mayor told the crowd. "
    ) * 6
    spans = sentences(text)
    kept = worth_parsing(text, spans, Vocabulary())
    shown = {text[spans[i].start : spans[i].end] for i in kept}
    assert any("We said little" in s for s in shown)
    assert not any("old mill" in s for s in shown)


def test_a_users_own_events_make_an_article_one_of_theirs() -> None:
    text = "The clans feuded over the well by the road that leads up to the hills. " * 9
    own = Vocabulary({"events": ({"lemma": "feud", "type": "ASSAULT", "pos": "V"},)})
    spans = sentences(text)
    assert len(worth_parsing(text, spans, own)) == len(spans)
    assert worth_parsing(text, spans, Vocabulary()) == []
