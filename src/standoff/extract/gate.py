"""Which sentences can hold something, judged on the plain text: only these are parsed.

A look, not a reading: a sentence is kept if one of its words can be a form of a word of the
lexicons (events, speech), or if it holds a quotation mark. Too many is cheap, too few is a loss.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from standoff.types import Sentence
from standoff.vocab.events import lexicon
from standoff.vocab.figures import kinds
from standoff.vocab.speech import speech_cues
from standoff.vocab.vocabulary import Vocabulary

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
            if word[-1] in "bdgklmnprtv":
                out.update((word + word[-1] + "ed", word + word[-1] + "ing"))
    out.update(form for form, lemma in _IRREGULAR.items() if lemma in lemmas)
    return frozenset(out)


def _vocabulary(vocab: Vocabulary) -> frozenset[str]:
    speech = speech_cues(vocab)
    words = set(lexicon(vocab).lemmas) | {lemma for lemma, _ in kinds()}
    words |= set(speech.verbs) | set(speech.nouns) | set(speech.adverbs) | {"according"}
    return frozenset(words)


def worth_parsing(text: str, sentences: Sequence[Sentence], vocab: Vocabulary) -> list[int]:
    """Indices of the sentences that hold a trigger, a cue or a quotation mark."""
    forms = _forms(_vocabulary(vocab))
    out = []
    for s in sentences:
        piece = text[s.start : s.end]
        if _QUOTE.search(piece) or any(w in forms for w in _WORD.findall(piece.lower())):
            out.append(s.index)
    return out
