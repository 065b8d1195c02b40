"""The lexicons of actors and places."""

from __future__ import annotations

import pytest

from standoff.vocab.actors import actor_key, actors, fold
from standoff.vocab.places import cities, resolve_place
from standoff.vocab.vocabulary import Vocabulary

LEXICON = actors(Vocabulary())


def names(text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.entry.key) for h in LEXICON.find(text, 0, len(text))]


def test_fold_and_keys() -> None:
    assert fold("The  Élysée’s") == "elysee's"
    assert actor_key("armed_group", "The Red Front") == "group:red front"


def test_longest_name_wins() -> None:
    assert names("the UN Security Council and the UN") == [
        ("UN Security Council", "igo:un security council"),
        ("UN", "igo:united nations"),
    ]


@pytest.mark.parametrize("text", ["it helped us", "who did it", "let us go", "a turkey", "the may"])
def test_case_tells_names_from_words(text: str) -> None:
    assert names(text) == []


def test_names_do_not_cross_sentence_marks() -> None:
    assert names("He left the United. States rose.") == []


def test_every_state_has_its_own_name_and_code() -> None:
    assert len(LEXICON.states) > 195
    assert LEXICON.states["TWN"].name == "Taiwan"
    assert LEXICON.states["XKX"].name == "Kosovo"
    assert all(len(code) == 3 and code.isupper() for code in LEXICON.states)


def test_a_bad_user_actor_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="known kind"):
        actors(Vocabulary(extra={"actors": [{"name": "X", "kind": "wizard"}]}))


def test_cities_are_found_whatever_the_accents() -> None:
    assert cities("Reykjavík")[0].country == "ISL"
    assert cities("Old City") == ()
    assert cities("Zorvanabad") == ()
    assert cities("") == ()


@pytest.mark.parametrize(
    ("name", "hint", "country", "precision"),
    [
        ("Peshawar", None, "PAK", "exact"),
        ("northern Syria", None, "SYR", "district"),
        ("Kashmir", "IND", None, "district"),
        ("Kenya", None, "KEN", "country"),
        ("Zorvanabad", None, None, "unknown"),
        ("Tripoli", "LBN", "LBN", "exact"),
        ("Tripoli", "LBY", "LBY", "exact"),
    ],
)
def test_places(name: str, hint: str | None, country: str | None, precision: str) -> None:
    place = resolve_place(name, hint)
    assert (place.country, place.precision) == (country, precision)
    assert (place.latitude is None) == (
        precision == "unknown" or name in ("Kenya", "northern Syria")
    )
