"""Which sentences can hold something, judged on the plain text: only these are parsed.

The parse is most of the cost of an article, so two looks come before it.

**The article.** Every word of ``topics.csv`` counts its weight, every name of a state, its
organs, an armed group or a body between states counts :data:`_NAME`; the sum is taken per 100
words. News of a crisis scores 12 to 28; sport, science, business and accidents mostly 0 to 2.
Below :data:`_COLD` only a sentence that has a trigger or a cue and itself speaks of such things is
kept. A short text, or one that is wanted whole, is never cold.

**The sentence.** From :data:`_HOT` on, a sentence is kept if one of its words can be a form of a
word of the lexicons (events, speech), or if it holds a quotation mark: too many is cheap, too few
is a loss. Between the two a trigger or a cue must have a political word or a name beside it;
what stands in quotation marks is kept.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.types import Sentence
from standoff.vocab.actors import STATE_KINDS, Actors, actors
from standoff.vocab.events import lexicon
from standoff.vocab.figures import kinds
from standoff.vocab.speech import speech_cues
from standoff.vocab.topics import topic_words
from standoff.vocab.vocabulary import Vocabulary

_COLD, _HOT = 2.5, 5.0
"""Scores per 100 words: below the first an article is about something else; from the second on it
is the news of a crisis."""
_NAME = 0.7
"""What a political name weighs: other news names countries too."""
_SHORT = 80
"""Words up to which a text is never cold, and the least that a score is taken over."""
_POLITICAL = STATE_KINDS | {"armed_group", "igo", "party"}
_MARKED = 1.7
"""The score from which on one sentence of a cold article speaks of such things: a political name
and a word of politics."""
_STRONG = 3
"""The weight of a word that speaks of force or foreign affairs by itself."""

_WORD = re.compile(r"[a-z]+")
_QUOTE = re.compile(r"[\"“”„«»‘]|(?<!\w)'|'(?!\w)")
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "n", "en")
_IRREGULAR = {
    "withdrew": "withdraw", "withdrawn": "withdraw", "struck": "strike", "shot": "shoot",
    "met": "meet", "held": "hold", "fought": "fight", "sent": "send", "gave": "give",
    "given": "give", "took": "take", "taken": "take", "broke": "break", "broken": "break",
    "slain": "slay", "slew": "slay", "said": "say", "told": "tell", "spoke": "speak",
    "spoken": "speak", "sought": "seek", "left": "leave", "fled": "flee", "forbade": "forbid",
    "bore": "bear", "borne": "bear", "lent": "lend", "paid": "pay", "laid": "lay", "drew": "draw",
    "drawn": "draw", "swore": "swear", "sworn": "swear", "freed": "free", "stood": "stand",
    "lost": "lose", "overthrew": "overthrow", "overthrown": "overthrow", "thrown": "throw",
    "threw": "throw", "beat": "beat", "beaten": "beat", "burnt": "burn", "sunk": "sink",
    "sank": "sink", "hung": "hang", "won": "win", "caught": "catch", "brought": "bring",
    "fell": "fall", "fallen": "fall", "overran": "overrun", "sold": "sell", "built": "build",
    "flew": "fly", "flown": "fly", "went": "go", "gone": "go", "came": "come", "saw": "see",
    "seen": "see", "shut": "shut", "cut": "cut", "hit": "hit", "men": "man", "fed": "feed",
    "died": "die", "dying": "die", "lying": "lie", "wrote": "write", "written": "write",
    "thought": "think", "made": "make", "found": "find", "understood": "understand",
    "put": "put", "set": "set", "blew": "blow", "blown": "blow", "shook": "shake", "ceded": "cede",
    "drove": "drive", "driven": "drive", "rang": "ring", "rose": "rise", "risen": "rise",
    "froze": "freeze", "frozen": "freeze", "tore": "tear", "torn": "tear", "dug": "dig",
    "kept": "keep", "led": "lead", "stole": "steal", "stolen": "steal",
}  # fmt: skip


@functools.lru_cache(maxsize=4)
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    out: set[str] = set()
    for lemma in lemmas:
        for word in _WORD.findall(lemma):
            out.update(word + ending for ending in _ENDINGS)
            if word.endswith("e"):
                out.update((word[:-1] + "ing", word + "d"))
            if word.endswith("y"):
                out.update((word[:-1] + "ies", word[:-1] + "ied"))
            if word[-1] in "bdgklmnprstv":
                out.update((word + word[-1] + "ed", word + word[-1] + "ing"))
    out.update(form for form, lemma in _IRREGULAR.items() if lemma in lemmas)
    return frozenset(out)


def _vocabulary(vocab: Vocabulary) -> frozenset[str]:
    speech = speech_cues(vocab)
    words = set(lexicon(vocab).lemmas) | {lemma for lemma, _ in kinds()}
    words |= set(speech.verbs) | set(speech.nouns) | set(speech.adverbs) | {"according"}
    return frozenset(words)


@dataclass(frozen=True, slots=True)
class _Look:
    """What one sentence shows: its words, its political names, and its words' topic weights."""

    words: tuple[str, ...]
    names: int
    weights: tuple[int, ...]

    @property
    def score(self) -> float:
        return sum(self.weights) + _NAME * self.names


def worth_parsing(
    text: str, sentences: Sequence[Sentence], vocab: Vocabulary, whole: bool = False
) -> list[int]:
    """Indices of the sentences that can hold something; with ``whole`` whatever the text is
    about."""
    forms = _forms(_vocabulary(vocab))
    known = actors(vocab)
    own = _forms(frozenset(_own(vocab)))
    looks = [_look(text, s, known, own) for s in sentences]
    words = sum(len(x.words) for x in looks)
    score = 100 * sum(x.score for x in looks) / max(words, _SHORT)
    if whole or words <= _SHORT:
        score = max(score, _HOT)
    out = []
    for s, look, quoted in zip(sentences, looks, _quoted(text, sentences)):
        if not quoted and not any(w in forms for w in look.words):
            continue
        political = bool(look.names or look.weights)
        if score < _COLD:
            kept = look.names > 0 and look.score >= _MARKED
        else:
            kept = score >= _HOT or quoted or political
        if kept:
            out.append(s.index)
    return out


def _look(text: str, s: Sentence, known: Actors, own: frozenset[str]) -> _Look:
    words = tuple(_WORD.findall(text[s.start : s.end].lower()))
    names = sum(h.entry.kind in _POLITICAL for h in known.find(text, s.start, s.end))
    topics = topic_words()
    weights = [topics.get(w, 0) or (_STRONG if w in own else 0) for w in words]
    return _Look(words, names, tuple(w for w in weights if w))


def _quoted(text: str, sentences: Sequence[Sentence]) -> Iterator[bool]:
    """For each sentence whether it holds a quotation mark or stands between two."""
    paragraph, depth = -1, 0
    for s in sentences:
        if s.paragraph != paragraph:
            paragraph, depth = s.paragraph, 0
        piece = text[s.start : s.end]
        yield depth > 0 or _QUOTE.search(piece) is not None
        depth += piece.count("“") - piece.count("”")
        if piece.count('"') % 2:
            depth = 0 if depth > 0 else 1


def _own(vocab: Vocabulary) -> set[str]:
    """The words of the events that the user's own file adds."""
    added = [str(row.get("lemma", "")) for row in vocab.extra.get("events") or ()]
    return {word for lemma in added for word in _WORD.findall(lemma.lower())}
