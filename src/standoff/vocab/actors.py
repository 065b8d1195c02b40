"""Who news speaks of: states, organisations, groups, offices, and the nouns of descriptions.

One frozen :class:`Actors` holds the shipped tables and a user's ``[[actors]]``. Look names up with
:meth:`Actors.find`, which matches whole words, longest first, and minds the case that tells "US"
from "us" and "Turkey" from "turkey".
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast, get_args

from standoff.types import ActorKind
from standoff.vocab import rows
from standoff.vocab.vocabulary import Vocabulary

Sort = Literal["state", "adjective", "people", "capital", "seat", "name"]
STATE_KINDS: frozenset[str] = frozenset(
    "state government ministry official military police court parliament".split()
)
"""Kinds whose acts are their state's, where the state is known."""
_PREFIX = {
    "armed_group": "group",
    "ethnic_group": "people",
    "religious_group": "people",
    "civilians": "people",
}
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+|['’]")
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-"})


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """``name`` as keys have it: lower case, no accents, single spaces, no leading article."""
    name = name.translate(_MARKS)
    if not name.isascii():
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
        )
    name = " ".join(name.casefold().split())
    return name[4:] if name.startswith("the ") else name


def actor_key(kind: str, name: str) -> str:
    """``"igo:united nations"``: what makes a named actor the same one elsewhere."""
    return f"{_PREFIX.get(kind, kind)}:{fold(name)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name in the lexicon stands for. ``sort`` tells names of states from the rest."""

    sort: Sort
    key: str
    name: str
    kind: ActorKind
    country: str | None
    acts_for_state: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a text at ``start`` to ``end``."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Noun:
    """A head noun of descriptions. ``alone``: the bare noun is an actor; ``resolve``: a definite
    one takes up an actor named before; ``relational``: its possessor tells who is meant."""

    kind: ActorKind
    alone: bool
    resolve: bool
    relational: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A core word of offices: ``state`` if it makes an official, ``field`` what it is for."""

    state: bool
    field: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A head of state or government and the days in office (``latest`` None: still). ``alone`` is
    False where the surname is too common to mean this person by itself."""

    name: str
    country: str
    title: str
    earliest: date
    latest: date | None
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Former:
    """A state ``code`` that is no more, and the days between which it stood."""

    code: str
    earliest: date
    latest: date


Pattern = tuple[tuple[str, ...], tuple[str, ...], Entry]


@dataclass(frozen=True)
class Actors:
    """Every table of this module. ``names`` is keyed by the folded first word, longest first."""

    names: Mapping[str, tuple[Pattern, ...]]
    states: Mapping[str, Entry]
    nouns: Mapping[str, Noun]
    shapes: Mapping[str, str]
    offices: Mapping[str, Office]
    portfolios: Mapping[str, str]
    ranks: frozenset[str]
    titles: Mapping[str, str]
    leaders: Mapping[str, tuple[Leader, ...]]
    former: Mapping[str, tuple[Former, ...]]
    """By the state whose capital theirs is now."""

    def find(self, text: str, start: int, end: int) -> list[Hit]:
        """Names of the lexicon in ``text[start:end]``, left to right, without overlaps."""
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
        out: list[Hit] = []
        names, i, n = self.names, 0, len(words)
        while i < n:
            patterns = names.get(_word(words[i][0]))
            step = 1
            for folded, cased, entry in patterns or ():
                k = len(folded)
                if i + k <= n and all(
                    _same(words[i + j][0], folded[j], cased[j], j == 0) for j in range(k)
                ):
                    if k > 1 and not _joined(text, words[i : i + k]):
                        continue
                    out.append(Hit(words[i][1], words[i + k - 1][2], entry))
                    step = k
                    break
            i += step
        return out


def _word(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


def _same(word: str, folded: str, cased: str, first: bool) -> bool:
    """Abbreviations ("US", "LeT") match letter by letter, names by their capital ("Turkey"); after
    the first word a name may go on in lower case ("UN security council")."""
    if _word(word) != folded:
        return False
    if not cased[0].isupper():
        return True
    if len(cased) > 1 and any(c.isupper() for c in cased[1:]):
        return word == cased or (word.isupper() and len(cased) > 5)
    return word[0].isupper() or (not first and len(cased) > 3)


def _joined(text: str, words: Iterable[tuple[str, int, int]]) -> bool:
    """No sentence mark, comma or long gap between the words of one name."""
    before: tuple[str, int, int] | None = None
    for word in words:
        if before is not None and word[1] > before[2]:
            gap = text[before[2] : word[1]]
            if len(gap) > 2 or gap.strip(" \u00a0-–‑./&"):
                return False
            if gap[0] == "." and len(before[0]) > 3:  # "St. Lucia", not "United. States"
                return False
        before = word
    return True


def _split(value: str) -> list[str]:
    return [x.strip() for x in value.split("|") if x.strip()]


def _state_entries() -> Iterator[tuple[str, Entry]]:
    for row in rows("countries.csv"):
        code, name = row["code"], row["name"]
        kind: ActorKind = "government" if row["sort"] == "territory" else "state"

        def entry(
            sort: Sort,
            key: str = f"state:{code}",
            name: str = name,
            kind: ActorKind = kind,
            code: str = code,
        ) -> Entry:
            return Entry(sort, key, name, kind, code, kind != "civilians")

        yield name, entry("state")
        for alias in _split(row["aliases"]):
            yield alias, entry("state")
        for adjective in _split(row["adjectives"]):
            yield adjective, entry("adjective")
        for people in _split(row["people"]):
            yield people, entry("people", f"people:{fold(people)}", people, "civilians")
        for capital in _split(row["capitals"]):
            if capital != name:
                yield capital, entry("capital")
        for seat in _split(row["seats"]):
            yield seat, entry("seat", f"government:{code}", _split(row["seats"])[0], "government")


def _named_entries() -> Iterator[tuple[str, Entry]]:
    for table in ("organisations.csv", "groups.csv", "media.csv"):
        for row in rows(table):
            kind = cast(ActorKind, row.get("kind") or "media")
            country = row["country"] or None
            key = row.get("key") or actor_key(kind, row["name"])
            acts = kind in STATE_KINDS and country is not None
            found = Entry("name", key, row["name"], kind, country, acts)
            for name in (row["name"], *_split(row["aliases"])):
                yield name, found


def _user_entries(vocab: Vocabulary) -> Iterator[tuple[str, Entry]]:
    """``[[actors]]`` of a user's file. Raises ValueError, in words for the user, on a bad row."""
    for row in vocab.extra.get("actors", ()):
        name, kind = str(row.get("name", "")).strip(), str(row.get("kind", "other"))
        if not name or kind not in get_args(ActorKind):
            raise ValueError(f"[[actors]] needs a name and a known kind: {dict(row)}")
        country = row.get("country") or None
        key = f"state:{country}" if kind == "state" and country else actor_key(kind, name)
        sort: Sort = "state" if kind == "state" else "name"
        acts = bool(row.get("acts_for_state", kind in STATE_KINDS and country is not None))
        found = Entry(sort, key, name, cast(ActorKind, kind), country, acts)
        for alias in (name, *row.get("aliases", ())):
            yield str(alias), found


def _index(entries: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Pattern, ...]]:
    by_name: dict[tuple[str, ...], Entry] = {}
    for name, entry in entries:  # later rows win: a user's own come last
        cased = tuple(m.group() for m in _WORD.finditer(name.translate(_MARKS)))
        if cased:
            by_name[cased] = entry
    by_first: dict[str, list[Pattern]] = {}
    for cased, entry in by_name.items():
        folded = tuple(_word(w) for w in cased)
        by_first.setdefault(folded[0], []).append((folded, cased, entry))
    return {
        first: tuple(sorted(found, key=lambda p: (-len(p[0]), p[1])))
        for first, found in by_first.items()
    }


def _leaders() -> dict[str, tuple[Leader, ...]]:
    """By each word that a leader is called by alone, and that word without its article."""
    out: dict[str, list[Leader]] = {}
    for row in rows("offices_leaders.csv"):
        until = date.fromisoformat(row["latest"]) if row["latest"] else None
        since = date.fromisoformat(row["earliest"])
        leader = Leader(
            row["name"], row["country"], row["title"], since, until, row["alone"] != "no"
        )
        words = fold(row["name"]).split()
        keys = {words[0 if row["country"] in _FAMILY_NAME_FIRST else -1]}
        keys |= {fold(alias) for alias in _split(row["aliases"])}
        for key in sorted(keys):
            out.setdefault(key, []).append(leader)
            if key[:3] in ("al-", "el-"):
                out.setdefault(key[3:], []).append(leader)
    return {k: tuple(v) for k, v in out.items()}


_FAMILY_NAME_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM", "VDR", "KHM"})


def _former() -> dict[str, tuple[Former, ...]]:
    out: dict[str, list[Former]] = {}
    for row in rows("countries_former.csv"):
        days = date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])
        out.setdefault(row["successor"], []).append(Former(row["former"], *days))
    return {k: tuple(v) for k, v in out.items()}


@functools.cache
def _shipped() -> Actors:
    offices = rows("offices.csv")
    states: dict[str, Entry] = {}
    for _, entry in _state_entries():
        if entry.country and entry.sort == "state":
            states.setdefault(entry.country, entry)
    return Actors(
        names=_index([*_state_entries(), *_named_entries()]),
        states=states,
        nouns={
            r["noun"]: Noun(
                cast(ActorKind, r["kind"]),
                r["alone"] != "no",
                r["resolve"] == "yes",
                r["relational"] == "yes",
            )
            for r in rows("groups_nouns.csv")
        },
        shapes={r["word"]: r["kind"] for r in rows("organisations_shapes.csv")},
        offices={
            r["word"]: Office(r["state"] == "yes", r["field"])
            for r in offices
            if r["sort"] == "core"
        },
        portfolios={r["word"]: r["field"] for r in offices if r["sort"] == "portfolio"},
        ranks=frozenset(r["word"] for r in offices if r["sort"] == "rank"),
        titles={r["word"]: r["gender"] for r in rows("titles.csv")},
        leaders=_leaders(),
        former=_former(),
    )


def state_names() -> list[tuple[str, Entry]]:
    """Every name of a state or territory (no adjectives, capitals or seats)."""
    return [(name, e) for name, e in _state_entries() if e.sort == "state"]


_last: list[tuple[Vocabulary, Actors]] = []


def actors(vocab: Vocabulary) -> Actors:
    """The tables, with the actors of ``vocab.extra``. Raises ValueError if those are malformed."""
    shipped = _shipped()
    if not vocab.extra.get("actors"):
        return shipped
    if _last and _last[0][0] is vocab:
        return _last[0][1]
    names = _index([*_state_entries(), *_named_entries(), *_user_entries(vocab)])
    made = replace(shipped, names=names)
    _last[:] = [(vocab, made)]
    return made
