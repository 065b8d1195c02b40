"""Text, parse, mentions and statements → one frame per predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.frames.accidents import without_mishaps
from standoff.extract.frames.attribution import Sayings, is_hedged, stance_of
from standoff.extract.frames.figures import Count, find_counts
from standoff.extract.frames.locating import attach_places, settle, where_told
from standoff.extract.frames.parties import (
    by_the_state,
    find_parties,
    mentions_of,
    opposed_by,
    other_state,
    share_parties,
)
from standoff.extract.frames.reference import find_repeats
from standoff.extract.frames.setting import attach_times
from standoff.extract.frames.status import KIND, refuses, status_of, tense_of
from standoff.extract.frames.syntax import objects
from standoff.extract.frames.triggers import Scene, Trigger, find_triggers
from standoff.index import MentionIndex
from standoff.types import (
    Frame,
    Mentions,
    PlaceMention,
    Sentence,
    Span,
    Statement,
    TimeExpression,
    Token,
)
from standoff.vocab.events import lexicon
from standoff.vocab.vocabulary import Vocabulary

_COUNTED = {
    "killed": ("ASSAULT",), "injured": ("ASSAULT",), "missing": ("ASSAULT", "COERCE"),
    "detained": ("COERCE", "ASSAULT", "SANCTION"), "displaced": ("COERCE", "ASSAULT"),
    "released": ("RETREAT", "CONCEDE", "AGREE"), "evacuated": ("RETREAT", "AID", "CONCEDE"),
    "other": ("ASSAULT",),
}  # fmt: skip
"""The types of events that a count of each kind can belong to."""


_ALONE = frozenset({"PROTEST", "MOBILIZE"})
"""Types that are often done to nobody in particular."""
_FOUGHT = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_OPPOSED = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "ASSAULT"})
_CROWDS = frozenset({"protest", "demonstration", "riot", "sit-in"})
_FIRST_PERSON = frozenset({"we", "i", "us", "me", "our", "my", "ourselves"})


def find_frames(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Mentions,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
    vocab: Vocabulary,
) -> list[Frame]:
    """The frames of one article, in text order. Sentences without tokens hold none."""
    events = lexicon(vocab)
    index = MentionIndex(sentences, mentions.mentions)
    sayings = Sayings(statements)
    places: dict[int, dict[int, PlaceMention]] = {}
    for k, p in enumerate(mentions.places):
        places.setdefault(p.sentence, {})[k] = p
    names = {a.name for a in mentions.actors if a.kind == "state"}
    countries = frozenset(k for k, p in enumerate(mentions.places) if p.name in names)
    states = {
        a.country: k for k, a in enumerate(mentions.actors) if a.kind == "state" and a.country
    }
    told: set[int] = set()
    out: list[Frame] = []
    clock = _by_sentence(sentences, times)
    for sentence in sentences:
        if not sentence.tokens:
            continue
        here = places.get(sentence.index, {})
        busy = frozenset(
            t.i
            for t in sentence.tokens
            for x in clock[sentence.index]
            if x.start <= t.start < x.end
        )
        located = {p.head: p for p in here.values()}
        scene = Scene(
            sentence, index, mentions.actors, located, states, busy, events,
            sayings.holding, sayings.cued,
        )  # fmt: skip
        triggers = find_triggers(scene, events)
        if not triggers:
            continue
        at = [t.token.i for t in triggers]
        when = attach_times(sentence.tokens, clock[sentence.index], at)
        kinds = {t.token.i: t.row.type for t in triggers if t.row.type is not None}
        told |= where_told(sentence.tokens, here)
        where = attach_places(sentence.tokens, here, kinds, countries)
        found = [_frame(scene, t, sayings, statements) for t in triggers]
        found = [
            replace(f, times=tuple(when.get(f.head, ())), place=where.get(f.head)) for f in found
        ]
        out += _with_counts(found, find_counts(text, sentence, busy))
    out = without_mishaps(text, out)
    placed = settle(_linked(sentences, out, mentions), mentions, countries, told)
    return by_the_state(placed, mentions.places, states, mentions.actors)


def _linked(
    sentences: Sequence[Sentence], frames: Sequence[Frame], mentions: Mentions
) -> list[Frame]:
    """``frames`` with the parties that they share and ``same_as``; bare repeats are left out."""
    same, bare = find_repeats(sentences, frames, mentions.actors)
    shared = share_parties(frames, same, mentions.actors)
    place: dict[int, int] = {}
    for k in range(len(shared)):
        if k not in bare:
            place[k] = len(place)
    return [
        replace(shared[k], same_as=None if (root := same[k]) is None else place.get(root))
        for k in place
    ]


def _by_sentence(
    sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> list[list[TimeExpression]]:
    out: list[list[TimeExpression]] = [[] for _ in sentences]
    ordered = sorted(times, key=lambda t: (t.start, t.end))
    k = 0
    for s in sentences:
        while k < len(ordered) and ordered[k].start < s.end:
            if ordered[k].start >= s.start:
                out[s.index].append(ordered[k])
            k += 1
    return out


def _frame(
    scene: Scene, trigger: Trigger, sayings: Sayings, statements: Sequence[Statement]
) -> Frame:
    parties = find_parties(scene, trigger)
    row = trigger.row
    assert row.type is not None  # find_triggers leaves out what is no event
    span = Span(trigger.at.start, trigger.at.end)
    inside = sayings.around(span)
    statement = None if inside is None else statements[inside]
    speaker = () if statement is None else statement.actors
    actor, actor_spans = _resolve(scene, parties.actor, speaker)
    if not actor and row.type == "PROTEST":
        actor = _crowd(scene, trigger)
    recipient, recipient_spans = _resolve(scene, parties.recipient, speaker, places=True)
    mediator, _ = _resolve(scene, parties.mediator, speaker)
    if row.symmetric and len(actor) > 1 and not recipient:
        recipient = actor[1:]  # each of them is the other's partner
    if statement is not None and (
        row.actor == ("speaker",) or (row.type == "ACCUSE" and row.actor == ("none",))
    ):
        actor = statement.actors[:1]  # the accuser is whoever says so
    if row.type in _FOUGHT and _own_soil(scene, actor, recipient):
        recipient = ()
    if not recipient and row.type in _OPPOSED:
        recipient = opposed_by(scene, parties.actor)
    rule = row.rule
    joint = bool(row.symmetric) and row.pos == "N"  # "the Syrian ceasefire" names no side
    if actor and not recipient and row.type not in _ALONE and not joint:
        recipient = other_state(scene, actor, speaker)
        rule = f"{rule}+beside" if recipient else rule
    kind, mode, status = row.type, row.mode, status_of(scene, trigger)
    if kind in KIND and refuses(scene, trigger):
        kind, mode, status = "REJECT", None, "happened"  # "will not lift the embargo"
    return Frame(
        sentence=scene.sentence.index,
        trigger=span,
        head=trigger.token.i,
        lemma=trigger.token.lemma,
        type=kind,
        mode=mode,
        status=status,
        actor=actor,
        recipient=tuple(r for r in recipient if r not in actor or row.symmetric),
        mediator=tuple(m for m in mediator if m not in actor),
        actor_spans=actor_spans,
        recipient_spans=recipient_spans,
        evidence=scene.sentence.span,
        tense=tense_of(scene, trigger),
        statement=inside,
        said_by=() if statement is None else statement.actors,
        stance=stance_of(statement),
        hedged=is_hedged(scene, trigger.token, statement),
        rule=rule,
    )


def _crowd(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Those whom "protests" tells of by itself, also in "protests were held"."""
    for t in (trigger.token, *objects(scene.tokens, trigger.token)):
        own = scene.mention(t) if t.pos == "NOUN" and t.lemma in _CROWDS else None
        if own is not None:
            return own.actors
    return ()


def _own_soil(scene: Scene, actor: Sequence[int], recipient: Sequence[int]) -> bool:
    """Whether the recipient is only the state that the actor acts for: a town of its own, which
    says where and not whom."""
    actors = scene.actors
    mine = {actors[a].country for a in actor if actors[a].acts_for_state}
    theirs = {actors[r].country if actors[r].kind == "state" else None for r in recipient}
    return len(mine) == 1 and None not in mine and theirs == mine


def _resolve(
    scene: Scene, heads: Sequence[Token], speaker: Sequence[int], places: bool = False
) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """The actors that the phrases name, without repeats, and where they stand.

    "We" and "I" in what somebody says are the ``speaker``; with ``places`` a place may stand for
    its state.
    """
    actors: list[int] = []
    spans: list[Span] = []
    for head in heads:
        found = mentions_of(scene, head, places)
        for m in found:
            actors += [a for a in m.actors if a not in actors]
            spans.append(m.span)
        if not found:
            if head.lower in _FIRST_PERSON:
                actors += [a for a in speaker[:1] if a not in actors]
            spans.append(Span(head.start, head.end))
    return tuple(actors), tuple(spans)


def _with_counts(frames: Sequence[Frame], counts: Sequence[Count]) -> list[Frame]:
    """``frames`` of one sentence with each count on the frame that it belongs to."""
    out = list(frames)
    for count in counts:
        fits = [
            (f.head != count.predicate.i, f.type != _COUNTED[count.figure.kind][0],
             abs(f.head - count.predicate.i), i)
            for i, f in enumerate(out)
            if f.type in _COUNTED[count.figure.kind]
        ]  # fmt: skip
        if fits:
            i = min(fits)[-1]
            figure = replace(count.figure, said_by=out[i].said_by)
            out[i] = replace(out[i], figures=(*out[i].figures, figure))
    return out


__all__ = ["find_frames"]
