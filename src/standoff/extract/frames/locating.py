"""Where: which place hangs on which trigger, and which one the article leaves for the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.setting import holders, is_of_speech
from standoff.types import EventType, Frame, Mentions, PlaceMention, Token

_SAID = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
"""Types that are done by saying so."""


def attach_places(
    tokens: syn.Tokens,
    places: Mapping[int, PlaceMention],
    triggers: Mapping[int, EventType],
    countries: frozenset[int],
) -> dict[int, int]:
    """For each trigger the place that it happened at: the finest that hangs on it.

    ``places`` are the sentence's by their index in the article; ``triggers`` the types by token;
    ``countries`` the indices of those places that are whole countries. What is said happens where
    the saying is placed, not where what it speaks of is.
    """
    wanted = sorted(triggers)
    found: dict[int, list[tuple[bool, int, int]]] = {}
    for k, place in places.items():
        if place.head < 0:
            continue
        t = tokens[place.head]
        if t.dep == "poss" or _from(tokens, t):
            continue
        for i in holders(tokens, t, wanted):
            if triggers[i] not in _SAID or (place.country and tokens[t.head].head == i):
                found.setdefault(i, []).append((k in countries, abs(place.head - i), k))
    if len(places) == 1 and not found:
        k, place = next(iter(places.items()))
        t = tokens[max(place.head, 0)]
        lone = place.head >= 0 and t.dep == "pobj" and k not in countries
        if lone and not is_of_speech(tokens, t):
            for i in wanted:
                if triggers[i] not in _SAID:
                    found[i] = [(False, 0, k)]
    return {i: min(options)[2] for i, options in found.items()}


def where_told(tokens: syn.Tokens, places: Mapping[int, PlaceMention]) -> set[int]:
    """The ``places`` where something was only said: "told reporters in Ankara"."""
    return {k for k, p in places.items() if p.head >= 0 and is_of_speech(tokens, tokens[p.head])}


def _from(tokens: syn.Tokens, t: Token) -> bool:
    """Whether a place is only where somebody or something comes from, or whose it is."""
    head = tokens[t.head]
    return (
        t.dep == "pobj"
        and head.lemma in ("from", "by", "with", "of", "between", "against")
        and (head.lemma != "of" or tokens[head.head].pos != "NOUN")
    )


_NEAR = 2
"""Sentences over which those who met go on meeting where they met."""
_TALKED = 5
"""Sentences over which what they say is said there."""
_MOST = 2 / 3
"""The share of an article's placed fighting that makes one place its field."""
_VIOLENT = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_FORCE = _VIOLENT | {"PROTEST", "RETREAT"}
_ABROAD = frozenset({"CONSULT", "COOPERATE"})
"""Types that are done abroad as well as at home."""
_HOME = 0.6
"""The share of an article's places that makes one country the scene of the whole."""


def settle(
    frames: Sequence[Frame], mentions: Mentions, countries: frozenset[int], told: Set[int]
) -> list[Frame]:
    """``frames`` with a place where none hangs on them and the text leaves one only.

    ``countries`` are whole countries, ``told`` the places where something was only said. The place
    is the one of their sentence; where the fighting is that the same sentence places,
    if nearly all of the article's is there; where those met who go on talking. Else no place, as
    where one thing was said says little of where the next one is; but the country, if the article
    leaves only one (:func:`_lands`).
    """
    places = mentions.places
    here: dict[int, list[int]] = {}
    for k, p in enumerate(places):
        if k not in told:
            here.setdefault(p.sentence, []).append(k)
    taken = {(f.sentence, f.place) for f in frames}
    field = _field(frames, places, countries)
    fought = {
        f.sentence for f in frames if f.type in _VIOLENT and f.place not in (None, *countries)
    }
    met: Frame | None = None
    out: list[Frame] = []
    for f in frames:
        if f.mode == "phone":
            out.append(replace(f, place=None))  # the two of a call are not in one place
            continue
        place = f.place
        fine = {places[k].key: k for k in reversed(here.get(f.sentence, ())) if k not in countries}
        if place in countries and f.type in _VIOLENT and len(fine) == 1:
            (finer,) = fine.values()
            if places[finer].country == places[place].country:
                place = finer
        if place is None and f.type not in _SAID:
            own = [k for k in fine.values() if (f.sentence, k) not in taken]
            if len(fine) == 1 and (own or f.type in _VIOLENT or f.type == "CONSULT"):
                (place,) = fine.values()
            elif f.type in _VIOLENT and f.sentence in fought:
                place = field
            elif f.type == "CONSULT" and met is not None and f.sentence - met.sentence <= _NEAR:
                place = met.place
        elif place is None and met is not None and _at_table(f, met):
            place = met.place
        if f.type == "CONSULT" and place is not None and place not in countries:
            met = replace(f, place=place)
        out.append(f if place == f.place else replace(f, place=place))
    return _lands(out, mentions)


def _at_table(f: Frame, met: Frame) -> bool:
    """Whether one of those who met says it, not long after the meeting was told."""
    return (
        0 <= f.sentence - met.sentence <= _TALKED
        and f.status == met.status == "happened"
        and not set(met.actor + met.recipient).isdisjoint(f.actor)
    )


def _field(
    frames: Sequence[Frame], places: Sequence[PlaceMention], countries: frozenset[int]
) -> int | None:
    """The place that most of the article's fighting is told to be at."""
    named: dict[str, list[int]] = {}
    for f in frames:
        if f.type in _VIOLENT and f.place is not None and f.place not in countries:
            named.setdefault(places[f.place].key, []).append(f.place)
    most = max(named.values(), key=len, default=[])
    return most[0] if most and len(most) >= _MOST * sum(map(len, named.values())) else None


def _lands(frames: Sequence[Frame], mentions: Mentions) -> list[Frame]:
    """``frames`` with the country of those that no place is told for.

    It is the one that most of the article's places lie in, for what is done there by and to nobody
    of another country; or the one that both sides of an act of force are of.
    """
    named = Counter(p.country for p in mentions.places if p.country)
    named.update(
        c for m in mentions.mentions for i in m.actors if (c := mentions.actors[i].country)
    )
    home, most = named.most_common(1)[0] if named else (None, 0)
    if most < _HOME * named.total():
        home = None
    out = []
    for f in frames:
        if f.place is None and f.type not in _ABROAD:
            doers = {mentions.actors[i].country for i in f.actor} - {None}
            others = {mentions.actors[i].country for i in f.recipient} - {None}
            force = f.type in _FORCE
            both = doers | others
            if both <= {home}:
                f = replace(f, land=home, rule=f"{f.rule}+land" if home else f.rule)
            elif force and (len(both) == 1 == len(doers & others) or others == {home}):
                f = replace(f, land=min(others, key=str), rule=f"{f.rule}+land")
        out.append(f)
    return out
