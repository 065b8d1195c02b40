"""Local actors of many articles → the actors of the record.

Equal keys are one actor. Beyond that a pair is judged by itself: a bare surname and a full name
with the same country or office; spellings of one name; an abbreviation and what it stands for.
"""

from __future__ import annotations

import difflib
import functools
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from standoff.merge.identity import Components, make_id
from standoff.types import Annotations, Document, Judgement, LocalActor, Role
from standoff.vocab import rows


@dataclass
class _Node:
    """All that the articles say about one key."""

    key: str
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    for_state: int = 0
    aliases: set[str] = field(default_factory=set)
    roles: list[tuple[Role, str]] = field(default_factory=list)
    mentions: list[dict[str, object]] = field(default_factory=list)
    seen: int = 0


@dataclass(frozen=True)
class ActorTable:
    """``rows`` of the record, and the actor id of each local actor, by document and index."""

    rows: list[dict[str, object]]
    ids: dict[str, tuple[str, ...]]
    judgements: tuple[Judgement, ...]

    def of(self, document: str, actors: Sequence[int]) -> list[str]:
        """Record ids of local ``actors``, in order, each once."""
        if not actors:
            return []
        ids = self.ids[document]
        if len(actors) == 1:
            return [ids[actors[0]]]
        return list(dict.fromkeys(ids[i] for i in actors))


def resolve_actors(articles: Sequence[tuple[Document, Annotations]]) -> ActorTable:
    """The actors of ``articles`` (sorted by document id)."""
    nodes: dict[str, _Node] = {}
    for document, annotations in articles:
        for local in annotations.mentions.actors:
            _note(nodes.setdefault(local.key, _Node(local.key)), local, document)
        for mention in annotations.mentions.mentions:
            for i in mention.actors:
                nodes[annotations.mentions.actors[i].key].mentions.append(
                    {"document": document.id, "start": mention.start, "end": mention.end}
                )
    judgements, components = _judge(nodes)
    rows, id_of = [], {}
    documents = {d.id: d for d, _ in articles}
    for group in components.groups(sorted(nodes)):
        members = [nodes[k] for k in group]
        row = _row(members, documents)
        rows.append(row)
        for k in group:
            id_of[k] = str(row["id"])
    ids = {d.id: tuple(id_of[a.key] for a in ann.mentions.actors) for d, ann in articles}
    return ActorTable(sorted(rows, key=lambda r: str(r["id"])), ids, tuple(judgements))


def _note(node: _Node, local: LocalActor, document: Document) -> None:
    node.seen += 1
    node.names[local.name] += 1
    node.kinds[local.kind] += 1
    if local.country:
        node.countries[local.country] += 1
    node.for_state += local.acts_for_state
    node.aliases.update(local.aliases)
    node.roles.extend((role, document.id) for role in local.roles)


def _judge(nodes: dict[str, _Node]) -> tuple[list[Judgement], Components]:
    components = Components(nodes)
    judgements = []
    blocks: dict[str, list[str]] = {}
    for key in sorted(nodes):
        if key.startswith("desc:"):
            continue
        for block in _blocks(nodes[key]):
            blocks.setdefault(block, []).append(key)
    pairs = {
        (a, b)
        for keys in blocks.values()
        if len(keys) <= 200
        for i, a in enumerate(keys)
        for b in keys[i + 1 :]
        if a != b
    }
    for a, b in sorted(pairs):
        why = _same(nodes[a], nodes[b])
        if why:
            components.join(a, b)
            judgements.append(Judgement("actor", a, b, "same", why, 1.0))
    return judgements, components


def _blocks(node: _Node) -> set[str]:
    """Keys under which possible equals meet: the last word of a person, short forms of a group."""
    kind, _, name = node.key.partition(":")
    if kind == "person":
        return {f"person:{_fold(name).split()[-1]}"} if _fold(name) else set()
    if kind in ("group", "igo", "org", "other", "media", "party", "company", "ngo"):
        known = (*node.names, *(n for n in node.aliases if _names(n)))
        return {f"name:{_fold(n)}" for n in known if _fold(n)}
    return set()


def _names(alias: str) -> bool:
    """Whether an alias is a name: "the group", "Coalition" took up somebody in one article only."""
    return any(c.isupper() for c in alias) and alias.lower() not in _shapes()


@functools.cache
def _shapes() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("organisations_shapes.csv"))


def _same(a: _Node, b: _Node) -> str | None:
    """Why ``a`` and ``b`` are one actor, or None."""
    kind_a, _, name_a = a.key.partition(":")
    kind_b, _, name_b = b.key.partition(":")
    if kind_a != "person" or kind_b != "person":
        called = kind_a != "person" and kind_b != "person" and _called(a, b)
        return "one is called by the other's name" if called else None
    words_a, words_b = _fold(name_a).split(), _fold(name_b).split()
    countries = set(a.countries) & set(b.countries)
    offices = {r.title.lower() for r, _ in a.roles} & {r.title.lower() for r, _ in b.roles}
    if set(a.countries) and set(b.countries) and not countries:
        return None
    if words_a == words_b:
        return "spelled alike"
    if 1 in (len(words_a), len(words_b)):
        if countries and (offices or not (a.roles and b.roles)):
            return "same surname and country"
        return "same surname and office" if offices else None
    alike = difflib.SequenceMatcher(None, " ".join(words_a), " ".join(words_b)).ratio()
    if alike >= 0.85 and words_a[0][0] == words_b[0][0] and (countries or offices):
        return "spellings of one name, same country or office"
    return None


def _called(a: _Node, b: _Node) -> bool:
    """Whether one has the other's name, or both an abbreviation of names that are spelled alike:
    two commissions may be called "NTC"."""
    names_a, names_b = {_fold(n) for n in a.names}, {_fold(n) for n in b.names}
    if names_a & {_fold(n) for n in b.aliases} or names_b & {_fold(n) for n in a.aliases}:
        return True
    return any(
        difflib.SequenceMatcher(None, x, y).ratio() >= _ALIKE
        for x in sorted(names_a)
        for y in sorted(names_b)
    )


_ALIKE = 0.8


def _fold(name: str) -> str:
    """Lower case, without accents, particles "al-" and punctuation, for comparison only."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.replace("al-", " ").replace("el-", " ").replace("-", " ").replace("'", "")
    return " ".join(w for w in plain.split() if w not in ("al", "el", "the"))


def _row(members: Sequence[_Node], documents: dict[str, Document]) -> dict[str, object]:
    names: Counter[str] = sum((m.names for m in members), Counter())
    kinds: Counter[str] = sum((m.kinds for m in members), Counter())
    countries: Counter[str] = sum((m.countries for m in members), Counter())
    key = min((m.key for m in members), key=lambda k: (-len(k.split()), k))
    name = min(
        names, key=lambda n: (-len(n.split()) if key.startswith("person") else 0, -names[n], n)
    )
    aliases = sorted(set(names) | {a for m in members for a in m.aliases} - {name})
    seen = sum(m.seen for m in members)
    return {
        "id": make_id("a", key),
        "name": name,
        "aliases": [a for a in aliases if a != name],
        "kind": _top(kinds),
        "country": _top(countries),
        # Articles that do not say whose minister he is have no vote.
        "acts_for_state": sum(m.for_state for m in members) * 2 > (sum(countries.values()) or seen),
        "roles": _roles(
            [r for m in members for r in m.roles],
            next(iter(countries)) if len(countries) == 1 else None,
            documents,
        ),
        "mentions": sorted(
            (m for n in members for m in n.mentions),
            key=lambda m: (str(m["document"]), str(m["start"]).zfill(9), str(m["end"]).zfill(9)),
        ),
    }


def _top(counter: Counter[str]) -> str | None:
    return min(counter, key=lambda k: (-counter[k], k)) if counter else None


def _roles(
    roles: Sequence[tuple[Role, str]], country: str | None, documents: dict[str, Document]
) -> list[dict[str, object]]:
    """Offices, with the days on which articles give them to the actor.

    A bare "Foreign Minister X" is that of ``country``, if the articles give the actor only one.
    """
    spans: dict[tuple[str, str, str], list[str]] = {}
    for role, document in roles:
        days = documents[document].published.days
        land = role.country or ("" if role.organisation else country) or ""
        key = (role.title, role.organisation or "", land)
        spans.setdefault(key, [])
        if days:
            spans[key] += [days.earliest.isoformat(), days.latest.isoformat()]
    return [
        {
            "title": title,
            "organisation": organisation or None,
            "country": country or None,
            "earliest": min(days) if days else None,
            "latest": max(days) if days else None,
        }
        for (title, organisation, country), days in sorted(spans.items())
    ]
