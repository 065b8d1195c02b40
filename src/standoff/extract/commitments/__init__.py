"""Treaties, ceasefires, deals, pledges, sanctions, demands, partnerships: what was promised, and
what a sentence says became of it.

A commitment is named by a noun ("treaty", "truce", "pledge") or by a frame (a demand that was
made). Its name is the noun with what qualifies it; "the deal" is the one named before. The status
is what the governing word does to it ("suspend", "violate"), else what its kind starts with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.commitments.asked import demands
from standoff.extract.commitments.nouns import from_nouns
from standoff.extract.commitments.phrases import fold
from standoff.index import MentionIndex
from standoff.types import Annotations, CommitmentMention, Sentence
from standoff.vocab.commitments import load
from standoff.vocab.vocabulary import Vocabulary


def find_commitments(
    text: str, sentences: Sequence[Sentence], done: Annotations, vocab: Vocabulary
) -> list[CommitmentMention]:
    """The commitments that the article names, in text order, each mention with its evidence."""
    index = MentionIndex(sentences, done.mentions.mentions)
    found = [
        *from_nouns(text, sentences, done, index, load()),
        *demands(text, sentences, done),
    ]
    resolved = _resolved(sorted(found, key=lambda c: (c.evidence.start, c.name, c.kind)))
    return _agreeing([c for c in resolved if _known(c)])


def _known(c: CommitmentMention) -> bool:
    """A bare "deal" without parties, day or deed names nothing."""
    bare = fold(c.name) in ("deal", "agreement", "accord", "pact", "sanctions", "treaty")
    return c.explicit or not bare or bool(c.parties or c.by)


def _agreeing(found: Sequence[CommitmentMention]) -> list[CommitmentMention]:
    """A sentence that tells a status tells it of each mention in it: beside "put in abeyance",
    neither the default nor the signing long ago is the commitment's status."""
    told = {(c.kind, c.key, c.evidence): c.status for c in found
            if c.explicit and c.status != "agreed"}  # fmt: skip
    return [
        c
        if (c.explicit and c.status != "agreed") or c.kind not in ("treaty", "ceasefire", "deal")
        else replace(c, status=told.get((c.kind, c.key, c.evidence), c.status))
        for c in found
    ]


def _resolved(found: Sequence[CommitmentMention]) -> list[CommitmentMention]:
    """A definite bare noun ("the deal") is the last commitment of its kind named before it, and a
    later mention without parties has those of the first."""
    out: list[CommitmentMention] = []
    last_of_kind: dict[str, CommitmentMention] = {}
    last_of_key: dict[tuple[str, str], CommitmentMention] = {}
    for c in found:
        before = last_of_kind.get(c.kind) or last_of_kind.get(_OTHER_WORD.get(c.kind, ""))
        same = last_of_key.get((c.kind, c.key))
        if c.key.startswith("the:") and before is not None:
            c = _named_as(c, before)
        elif same is not None and not c.parties:
            c = replace(c, parties=same.parties, mediator=c.mediator or same.mediator)
        out.append(c)
        last_of_kind[c.kind] = last_of_key[(c.kind, c.key)] = c
    return out


_OTHER_WORD = {"deal": "ceasefire", "ceasefire": "deal"}
"""A ceasefire is often "the deal", and the other way round."""


def _named_as(c: CommitmentMention, before: CommitmentMention) -> CommitmentMention:
    return replace(
        c,
        key=before.key,
        name=before.name,
        kind=before.kind,
        parties=c.parties or before.parties,
        mediator=c.mediator or before.mediator,
        aliases=tuple(dict.fromkeys((*before.aliases, c.name))),
    )
