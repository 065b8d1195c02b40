"""Commitments and relations of many articles → rows of the record."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.merge.actors import ActorTable
from standoff.merge.identity import Components, make_id
from standoff.merge.reports import Row, days_row
from standoff.types import Annotations, CommitmentMention, Document

_EMPTY = frozenset("the a an of and in on at to for with by from its his her their s".split())
_ALIKE = 0.6
"""Overlap of content words from which two names of one kind mean one commitment."""


def commitment_rows(
    articles: Sequence[tuple[Document, Annotations]], actors: ActorTable
) -> list[Row]:
    """One row a commitment; its history in the order of days, then of documents."""
    found: dict[str, tuple[Document, Annotations, CommitmentMention]] = {}
    for document, annotations in articles:
        for c in annotations.commitments:
            key = make_id("m", document.id, c.kind, c.name, c.evidence.start, c.status)
            found[key] = (document, annotations, c)
    components = Components(found)
    keys = sorted(found)
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            if _same(found[a], found[b], actors):
                components.join(a, b)
    rows = [_commitment([found[k] for k in g], actors) for g in components.groups(keys)]
    return sorted(rows, key=lambda r: str(r["id"]))


def _same(
    x: tuple[Document, Annotations, CommitmentMention],
    y: tuple[Document, Annotations, CommitmentMention],
    actors: ActorTable,
) -> bool:
    a, b = x[2], y[2]
    if a.kind != b.kind:
        return False
    same_article = x[0].id == y[0].id
    if a.key == b.key and (same_article or not a.key.startswith("the:")):
        return True
    parties_a = set(actors.of(x[0].id, a.parties))
    parties_b = set(actors.of(y[0].id, b.parties))
    if a.kind == "partnership" and len(parties_a) > 1 and parties_a == parties_b:
        return True
    if a.kind in ("ceasefire", "treaty", "deal") and parties_a and parties_a == parties_b:
        return bool(_words(a.name) & _words(b.name))
    if not parties_a & parties_b:
        return False
    names_a, names_b = ({n for n in (c.name, *c.aliases) if _words(n)} for c in (a, b))
    return any(_alike(x, y) >= _ALIKE for x in names_a for y in names_b)


def _words(name: str) -> set[str]:
    return {w.strip(".,'’\"“”") for w in name.lower().split()} - _EMPTY - {""}


def _alike(a: str, b: str) -> float:
    x, y = _words(a), _words(b)
    return len(x & y) / len(x | y) if x and y else 0.0


def _commitment(
    members: Sequence[tuple[Document, Annotations, CommitmentMention]], actors: ActorTable
) -> Row:
    best = min(members, key=lambda m: (not m[2].name[:1].isupper(), -len(m[2].name), m[2].name))
    if any(c.explicit for _, _, c in members):
        told = [m for m in members if m[2].explicit]
    else:
        told = [min(members, key=lambda m: (m[0].id, m[2].evidence.start))]
    names = sorted({m[2].name for m in members} | {a for m in members for a in m[2].aliases})
    history: dict[tuple[str, str, int], Row] = {}
    for document, annotations, c in told:
        frame = annotations.frames[c.frame] if c.frame is not None else None
        days = days_row(frame.when if frame else None)
        row: Row = {
            "status": c.status,
            "by": actors.of(document.id, c.by),
            "date": days,
            "evidence": {
                "document": document.id,
                "start": c.evidence.start,
                "end": c.evidence.end,
            },
        }
        day = str(days["earliest"]) if days else "9999"
        history[(day, document.id, c.evidence.start * 16 + len(c.status))] = row
    return {
        "id": make_id("c", best[2].kind, best[2].key, best[0].id, best[2].evidence.start),
        "name": best[2].name,
        "aliases": [n for n in names if n != best[2].name],
        "kind": best[2].kind,
        "parties": _all([actors.of(d.id, c.parties) for d, _, c in members]),
        "mediator": _all([actors.of(d.id, c.mediator) for d, _, c in members]),
        "history": _steps([history[k] for k in sorted(history)]),
    }


def _steps(history: Sequence[Row]) -> list[Row]:
    """The history without what only says again what the step before it said."""
    out: list[Row] = []
    for row in history:
        if not out or any(out[-1][k] != row[k] for k in ("status", "by")):
            out.append(row)
    return out


def _all(lists: Sequence[Sequence[str]]) -> list[str]:
    return sorted({x for xs in lists for x in xs})


def relation_rows(
    articles: Sequence[tuple[Document, Annotations]], actors: ActorTable
) -> list[Row]:
    rows: dict[tuple[str, str, str, str], Row] = {}
    for document, annotations in articles:
        for r in annotations.relations:
            (a,), (b,) = actors.of(document.id, [r.a]), actors.of(document.id, [r.b])
            if a == b:
                continue
            detail = r.detail or ""
            key = (a, r.relation, b, detail if r.relation == "holds_office" else "")
            row = rows.setdefault(
                key,
                {
                    "id": make_id("l", *key),
                    "a": a,
                    "relation": r.relation,
                    "b": b,
                    "detail": r.detail,
                    "evidence": [],
                },
            )
            evidence = row["evidence"]
            assert isinstance(evidence, list)
            e = {"document": document.id, "start": r.evidence.start, "end": r.evidence.end}
            if e not in evidence:
                evidence.append(e)
    return sorted(rows.values(), key=lambda r: str(r["id"]))
