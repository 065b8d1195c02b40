"""Which words carry which event: the table ``events.csv`` and its classes of words.

A row reads: any of these lemmas (several words: a phrase), as this part of speech (V, N, A, or P
for a preposition and M for a modal verb), under these conditions, is an event of this type and
mode, with its parties in these slots.

* ``if``: conditions that must all hold, ``slot:values``. A slot is a place in the sentence as seen
  from the word (``obj``, ``subj``, ``to``, ``ccomp``, ``mod``, ``verb``, ``poss``, ``pred``,
  ``passive``, ``plural``, ``definite``, ``neg``, ``prt``, ``modal``, ``when``, ``will``, ``said``
  (in what somebody says), ``gainsaid`` (the cue of a denial), ``head``, ``clause`` (the subject of
  its head), ``under`` (the verb whose content its clause is), ``copula`` (of what it is the
  predicate), ``ccomp.subj``, ``smod`` (what modifies the subject), ``imperative``, ``pobj``,
  ``omod`` (modifiers of the object), ``mishap`` ("when the shaft collapsed"), ``reduced`` (a
  participle behind its noun), ``prep`` (the preposition that it hangs on), ``cause`` (the subject
  of the verb that it stands with), ``infinitive`` (it has "to"), ``mark`` ("if",
  "whether"), ``capital`` (written as a name), ``home`` (who goes stays in his country), or any
  preposition); a value is
  a lemma, a class of ``event_classes.csv`` (upper case), ``*`` (anything), or one of the tests
  ``NAME ACTOR NUM OFFICIAL MEDIA FIGHTER PLACE``. ``a:x|b:y`` holds where either does; ``!``
  before a condition turns it round.
* ``roles``: ``a:`` where the actor stands (``speaker``: whoever says so), ``r:`` the recipient,
  ``m:`` the mediator, each a list of slots tried in turn; ``sym`` where the parties act on each
  other; ``sym2`` where that holds if there is a "with" or several subjects; ``sym3`` where the
  parties hang on the noun in the subject.
* ``also``: the type in PLOVER's edition of 2021 where it was another; ``pairs`` are answered in it.
* Type ``-`` says that the word, so used, is no event.

Where several rows fit, the most particular wins (:attr:`EventRow.weight`), then the first in the
table.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from standoff.types import EventType
from standoff.vocab import rows
from standoff.vocab.vocabulary import Vocabulary

TESTS = frozenset({"NAME", "ACTOR", "NUM", "OFFICIAL", "MEDIA", "FIGHTER", "PLACE", "*"})
"""Values that ask what a word is, not which word it is."""

_V_RECIPIENT = ("obj", "against", "on", "at", "to", "with", "from", "over", "toward", "towards")
_N_ACTOR = ("by", "poss", "mod", "from", "subj")
_N_RECIPIENT = ("against", "on", "at", "to", "of", "with", "from")
_TYPES: frozenset[str] = frozenset(get_args(EventType))


@dataclass(frozen=True, slots=True)
class Slot:
    """Something in ``slot`` is one of ``words`` or passes one of ``tests``."""

    slot: str
    words: frozenset[str]
    tests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """One of ``any_of`` holds; or, ``negated``, none does."""

    any_of: tuple[Slot, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """One reading of one word or phrase. ``type`` is None where it is no event."""

    words: tuple[str, ...]
    pos: str
    type: EventType | None
    mode: str | None
    conditions: tuple[Condition, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mediator: tuple[str, ...]
    symmetric: int
    at_modal: bool
    also: EventType | None
    rule: str

    @property
    def weight(self) -> int:
        """How particular the row is: what it asks for counts more than what it rules out."""
        asked = sum(
            1 if c.negated else 4 if any(s.words or s.tests - {"*"} for s in c.any_of) else 2
            for c in self.conditions
        )
        return asked + 4 * len(self.words) + (6 if self.type is None else 0)


@dataclass(frozen=True)
class EventLexicon:
    """Rows by part of speech and by the lemma that a phrase is looked up under.

    ``lemmas`` are those of nouns, verbs and adjectives, ``closed`` the prepositions and modals,
    which stand in every other sentence and say nothing of whether to read it.
    """

    rows: Mapping[tuple[str, str], tuple[EventRow, ...]]
    lemmas: frozenset[str]
    closed: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    also: Mapping[str, EventType]


def lexicon(vocab: Vocabulary) -> EventLexicon:
    """The shipped table with the rows that the user's file adds under ``[[events]]``.

    Raises ValueError for a row that names no known type.
    """
    added = vocab.extra.get("events") or ()
    return _lexicon(tuple(tuple(sorted((str(k), str(v)) for k, v in r.items())) for r in added))


@functools.lru_cache(maxsize=4)
def _lexicon(added: tuple[tuple[tuple[str, str], ...], ...]) -> EventLexicon:
    classes = {r["class"]: frozenset(r["words"].split()) for r in rows("event_classes.csv")}
    table: list[Mapping[str, Any]] = [dict(r) for r in added]
    table += rows("events.csv")
    found: dict[tuple[str, str], list[EventRow]] = {}
    also: dict[str, EventType] = {}
    for number, record in enumerate(table, start=1):
        for row in _rows(record, number, classes):
            if row.also is not None:
                also[row.rule] = row.also
            # a noun phrase is looked up by its last word, all else by the first
            key = row.words[-1] if row.pos == "N" and "of" not in row.words else row.words[0]
            found.setdefault((key, row.pos), []).append(row)
    ordered = {key: tuple(sorted(group, key=lambda r: -r.weight)) for key, group in found.items()}
    closed = frozenset(lemma for lemma, pos in ordered if pos in ("P", "M"))
    lemmas = frozenset(lemma for lemma, pos in ordered if pos not in ("P", "M"))
    return EventLexicon(ordered, lemmas, closed, classes, also)


def _rows(
    record: Mapping[str, Any], number: int, classes: Mapping[str, frozenset[str]]
) -> Iterable[EventRow]:
    pos, kind = str(record.get("pos", "V")), str(record["type"])
    if kind != "-" and kind not in _TYPES:
        raise ValueError(f"unknown event type {kind!r} for {record['lemma']!r}")
    conditions = tuple(_condition(c, classes) for c in str(record.get("if") or "").split())
    roles = str(record.get("roles") or "").split()
    slots = {r[0]: tuple(r[2:].split("|")) for r in roles if r[1:2] == ":"}
    symmetric = next((int(r[3:] or 1) for r in roles if r.startswith("sym")), 0)
    for lemma in str(record["lemma"]).split("|"):
        words = tuple(lemma.split())
        yield EventRow(
            words=words,
            pos=pos,
            type=None if kind == "-" else kind,  # type: ignore[arg-type]
            mode=str(record.get("mode") or "") or None,
            conditions=conditions,
            actor=slots.get("a", _N_ACTOR if pos == "N" else ("subj",)),
            recipient=slots.get("r", _N_RECIPIENT if pos == "N" else _V_RECIPIENT),
            mediator=slots.get("m", ()),
            symmetric=symmetric,
            at_modal="trigger:modal" in roles,
            also=str(record.get("also") or "") or None,  # type: ignore[arg-type]
            rule=f"{' '.join(words)} {pos}{number}",
        )


def _condition(text: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    slots: list[tuple[str, set[str], set[str]]] = []
    for value in text.removeprefix("!").split("|"):
        slot, colon, word = value.partition(":")
        if colon:
            slots.append((slot, set(), set()))
        else:
            word = slot
        if word in TESTS:
            slots[-1][2].add(word)
        elif word in classes:
            slots[-1][1].update(classes[word])
        elif word.isupper():
            raise ValueError(f"unknown class {word!r} in {text!r}")
        else:
            slots[-1][1].add(word)
    return Condition(
        tuple(Slot(s, frozenset(w), frozenset(t)) for s, w, t in slots), text.startswith("!")
    )


@functools.cache
def modality() -> Mapping[str, str]:
    """What a verb, noun or adjective makes of the event that it takes: lemma → status."""
    return {r["lemma"]: r["status"] for r in rows("modality.csv")}
