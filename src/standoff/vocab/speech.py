"""Cues of speech: the verbs, nouns and adverbs that say that somebody says something, and the
words that judge what is spoken of."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from standoff.types import Act
from standoff.vocab import rows
from standoff.vocab.vocabulary import Vocabulary

Part = Literal["v", "n", "adv", "j"]


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """One row of ``speech.csv``: ``words`` are the lemma and what must follow it, ``frames`` the
    forms that its content takes (the table's head lists them); the object frame holds only for
    the head nouns ``only`` (if any), and for none of ``barred``."""

    words: tuple[str, ...]
    pos: Part
    act: Act
    frames: frozenset[str]
    only: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()

    def takes(self, noun: str) -> bool:
        """Whether an object with the head ``noun`` (a lemma) is something said."""
        return (not self.only or noun in self.only) and noun not in self.barred


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Cues by their first word; of several, the longest first."""

    verbs: Mapping[str, tuple[SpeechCue, ...]]
    nouns: Mapping[str, tuple[SpeechCue, ...]]
    adverbs: Mapping[str, tuple[SpeechCue, ...]]
    judgements: Mapping[str, tuple[SpeechCue, ...]]


def speech_cues(vocab: Vocabulary | None = None) -> SpeechLexicon:
    """The shipped cues, and the user's own: ``[[speech]]`` tables with the same columns.

    Raises ValueError, in words for the user, if one of them has an unknown act.
    """
    own = vocab.extra.get("speech", ()) if vocab is not None else ()
    return _lexicon(json.dumps(own, sort_keys=True, default=str) if own else "")


@functools.lru_cache(maxsize=4)
def _lexicon(own: str) -> SpeechLexicon:
    table: list[Mapping[str, Any]] = [*rows("speech.csv"), *(json.loads(own) if own else ())]
    cues = [_cue(row) for row in table]
    return SpeechLexicon(*(_by_first_word(c for c in cues if c.pos == p) for p in get_args(Part)))


def _by_first_word(cues: Iterable[SpeechCue]) -> Mapping[str, tuple[SpeechCue, ...]]:
    out: dict[str, list[SpeechCue]] = {}
    for cue in cues:
        out.setdefault(cue.words[0], []).append(cue)
    return {w: tuple(sorted(cs, key=lambda c: -len(c.words))) for w, cs in out.items()}


def _cue(row: Mapping[str, Any]) -> SpeechCue:
    words = tuple(str(row.get("cue", "")).lower().split())
    act = str(row.get("act", "say"))
    if not words or act not in get_args(Act):
        raise ValueError(f"the speech cue {row.get('cue')!r} has no word, or the act {act!r}")
    kind, _, nouns = str(row.get("objects", "") or "").partition(":")
    listed = frozenset(nouns.split("|")) - {""}
    return SpeechCue(
        words=words,
        pos=cast(Part, row.get("pos") or "v"),
        act=cast(Act, act),
        frames=frozenset(str(row.get("frames", "that") or "").split()),
        only=listed if kind == "only" else frozenset(),
        barred=listed if kind == "not" else frozenset(),
    )
