"""When and where: which time expressions and which place hang on which trigger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from standoff.extract.frames import syntax as syn
from standoff.types import EventType, Frame, PlaceMention, Span, TimeExpression, Token

_MAX_CLIMB = 6
_SAID = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
"""Types that are done by saying so."""
_SPEECH = frozenset(
    "say tell add announce report claim declare state warn write confirm note insist quote post "
    "tweet read believe think".split()
)


def attach_times(
    tokens: syn.Tokens, times: Sequence[TimeExpression], triggers: Iterable[int]
) -> dict[int, list[Span]]:
    """For each trigger (token index) the spans of the time expressions that date it."""
    wanted = sorted(set(triggers))
    out: dict[int, list[Span]] = {}
    for time in times:
        head = _head(tokens, time.start, time.end)
        if head is None:
            continue
        for i in _holders(tokens, head, wanted):
            out.setdefault(i, []).append(Span(time.start, time.end))
    if len(wanted) == 1 and len(times) == 1 and not out:
        head = _head(tokens, times[0].start, times[0].end)
        if head is not None and not _of_speech(tokens, head):
            out[wanted[0]] = [Span(times[0].start, times[0].end)]
    return out


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
        for i in _holders(tokens, t, wanted):
            if triggers[i] not in _SAID or tokens[t.head].head == i:
                found.setdefault(i, []).append((k in countries, abs(place.head - i), k))
    if len(places) == 1 and not found:
        k, place = next(iter(places.items()))
        if place.head >= 0 and tokens[place.head].dep == "pobj" and k not in countries:
            for i in wanted:
                if triggers[i] not in _SAID:
                    found[i] = [(False, 0, k)]
    return {i: min(options)[2] for i, options in found.items()}


def _from(tokens: syn.Tokens, t: Token) -> bool:
    """Whether a place is only where somebody or something comes from, or whose it is."""
    head = tokens[t.head]
    return (
        t.dep == "pobj"
        and head.lemma in ("from", "by", "with", "of", "between", "against")
        and (head.lemma != "of" or tokens[head.head].pos != "NOUN")
    )


def _head(tokens: syn.Tokens, start: int, end: int) -> Token | None:
    """The token of the stretch whose head lies outside of it."""
    inside = [t for t in tokens if start <= t.start < end]
    for t in inside:
        outer = tokens[t.head]
        if outer.i == t.i or not start <= outer.start < end:
            return t
    return None


def _holders(tokens: syn.Tokens, t: Token, wanted: Sequence[int]) -> list[int]:
    """The triggers that the phrase of ``t`` hangs on: the nearest above it, or the arguments of
    the verb above it that carry the event ("the talks took place on Monday")."""
    for _ in range(_MAX_CLIMB):
        if t.i in wanted:
            return [t.i]
        if t.head == t.i:
            break
        head = tokens[t.head]
        if head.i in wanted:
            return [head.i, *_joined(tokens, head, wanted, t)]
        if head.pos in ("VERB", "AUX"):
            below = [i for i in wanted if _argument_of(tokens, tokens[i], head)]
            if below:
                return below
            if head.lemma in _SPEECH or head.dep not in (
                "xcomp",
                "conj",
                "aux",
                "auxpass",
                "pcomp",
            ):
                return _under(tokens, head, wanted)
        t = head
    return []


def _joined(tokens: syn.Tokens, verb: Token, wanted: Sequence[int], t: Token) -> list[int]:
    """Verbs joined to ``verb`` that share a time said before them both."""
    if t.i > verb.i:
        return []
    return [
        c.i
        for c in syn.children(tokens, verb, "conj")
        if c.i in wanted and not syn.children(tokens, c, "nsubj", "nsubjpass")
    ]


def _argument_of(tokens: syn.Tokens, t: Token, verb: Token) -> bool:
    for _ in range(3):
        if t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "prep") and t.head == verb.i:
            return True
        if t.dep in ("pobj", "conj") and t.head != t.i:
            t = tokens[t.head]
        else:
            return False
    return False


def _under(tokens: syn.Tokens, verb: Token, wanted: Sequence[int]) -> list[int]:
    """The nearest trigger below ``verb`` that no clause of its own parts from it."""
    if verb.lemma in _SPEECH:
        return []
    for i in wanted:
        t = tokens[i]
        for _ in range(4):
            if t.head == verb.i:
                return [i] if t.dep not in ("ccomp", "relcl") else []
            if t.head == t.i or t.dep in ("ccomp", "relcl", "advcl"):
                break
            t = tokens[t.head]
    return []


def _of_speech(tokens: syn.Tokens, t: Token) -> bool:
    for _ in range(3):
        head = tokens[t.head]
        if head.lemma in _SPEECH:
            return True
        if head.i == t.i or head.pos == "VERB":
            return False
        t = head
    return False


# --- the scene ------------------------------------------------------------------------------------

_NEAR = 2
"""Sentences over which those who met go on meeting where they met."""
_MOST = 2 / 3
"""The share of an article's placed fighting that makes one place its field."""
_VIOLENT = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})


def settle(
    frames: Sequence[Frame], places: Sequence[PlaceMention], countries: frozenset[int]
) -> list[Frame]:
    """``frames`` with a place where none hangs on them and the text leaves one only.

    That is: the one place of their sentence; where the fighting is that the same sentence places,
    if nearly all of the article's is there; where those met who go on talking. Nothing else: where
    one thing was says little of where the next one is.
    """
    here: dict[int, list[int]] = {}
    for k, p in enumerate(places):
        here.setdefault(p.sentence, []).append(k)
    taken = {(f.sentence, f.place) for f in frames}
    field = _field(frames, places, countries)
    fought = {
        f.sentence for f in frames if f.type in _VIOLENT and f.place not in (None, *countries)
    }
    met: Frame | None = None
    out: list[Frame] = []
    for f in frames:
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
        if f.type == "CONSULT" and place is not None and place not in countries:
            met = replace(f, place=place)
        out.append(f if place == f.place else replace(f, place=place))
    return out


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
