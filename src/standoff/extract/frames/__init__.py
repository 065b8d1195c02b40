"""Text, parse, mentions and statements → one frame per predicate."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extract.frames.arguments import Parties, find_parties, mentions_of
from standoff.extract.frames.status import status_of, tense_of
from standoff.extract.frames.triggers import Scene, Trigger, find_triggers
from standoff.index import MentionIndex
from standoff.types import Frame, Mentions, Sentence, Span, Statement, TimeExpression, Token
from standoff.vocab.events import lexicon
from standoff.vocab.vocabulary import Vocabulary


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
    places: dict[int, set[int]] = {}
    for p in mentions.places:
        places.setdefault(p.sentence, set()).add(p.head)
    out: list[Frame] = []
    for sentence in sentences:
        if not sentence.tokens:
            continue
        heads = frozenset(places.get(sentence.index, ()))
        scene = Scene(sentence, index, mentions.actors, heads, events)
        for trigger in find_triggers(scene, events):
            out.append(_frame(scene, trigger))
    return out


def _frame(scene: Scene, trigger: Trigger) -> Frame:
    parties = find_parties(scene, trigger)
    actor, actor_spans = _resolve(scene, parties.actor)
    recipient, recipient_spans = _resolve(scene, parties.recipient)
    mediator, _ = _resolve(scene, parties.mediator)
    row = trigger.row
    assert row.type is not None
    if row.symmetric and len(actor) > 1 and not recipient:
        recipient = actor[1:]  # each of them is the other's partner
    return Frame(
        sentence=scene.sentence.index,
        trigger=Span(trigger.at.start, trigger.at.end),
        head=trigger.token.i,
        lemma=trigger.token.lemma,
        type=row.type,
        mode=row.mode,
        status=status_of(scene, trigger),
        actor=actor,
        recipient=recipient,
        mediator=mediator,
        actor_spans=actor_spans,
        recipient_spans=recipient_spans,
        evidence=scene.sentence.span,
        tense=tense_of(scene, trigger),
        rule=row.rule,
    )


def _resolve(scene: Scene, heads: Sequence[Token]) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """The actors that the phrases name, without repeats, and where they stand."""
    actors: list[int] = []
    spans: list[Span] = []
    for head in heads:
        found = mentions_of(scene, head)
        for m in found:
            actors += [a for a in m.actors if a not in actors]
            spans.append(m.span)
        if not found:
            spans.append(Span(head.start, head.end))
    return tuple(actors), tuple(spans)


__all__ = ["Parties", "find_frames"]
