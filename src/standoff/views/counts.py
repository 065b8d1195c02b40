"""Counts of people, by event and claimant, laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.views.lookup import Lookup, Row
from standoff.views.timeline import Days, days_of

KINDS = (
    "killed", "injured", "missing", "detained", "displaced", "evacuated", "released", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """A count from ``low`` to ``high`` (None: open) on the word of ``said_by``.

    ``said_by`` is empty where the outlets give it in their own voice; these are ``outlets``.
    """

    low: int | None
    high: int | None
    of: str | None
    said_by: tuple[str, ...]
    outlets: tuple[str, ...]
    as_of: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """All claims of one kind about one event; ``top`` is the largest number among them."""

    event: Row
    kind: str
    claims: tuple[Claim, ...]
    top: int

    @property
    def several(self) -> bool:
        return len(self.claims) > 1


def counts(record: Lookup) -> list[Count]:
    """By day of the event, then by kind in the order of ``KINDS``."""
    found: list[tuple[tuple[bool, Days | None, str, int], Count]] = []
    for i, event in sorted(record.events.items()):
        days = days_of(event["date"])
        for count in counts_of(record, event):
            found.append(((days is None, days, i, KINDS.index(count.kind)), count))
    return [count for _, count in sorted(found, key=lambda f: f[0])]


def counts_of(record: Lookup, event: Row) -> list[Count]:
    """The counts of one event, in the order of ``KINDS``."""
    by_kind: dict[str, list[Claim]] = {}
    for f in event["figures"]:
        kind = f["kind"] if f["kind"] in KINDS else "other"
        by_kind.setdefault(kind, []).append(_claim(record, f))
    return [
        Count(event, kind, tuple(sorted(by_kind[kind], key=_order)), _top(by_kind[kind]))
        for kind in KINDS
        if kind in by_kind
    ]


def _claim(record: Lookup, figure: Row) -> Claim:
    reports = tuple(r for r in figure["reports"] if r in record.reports)
    outlets = sorted({record.outlet(str(record.reports[r]["document"])) for r in reports})
    return Claim(
        figure["low"],
        figure["high"],
        figure["of"],
        tuple(figure["said_by"]),
        tuple(outlets),
        figure["as_of"],
        reports,
    )


def _order(claim: Claim) -> tuple[str, int, int, tuple[str, ...], str, tuple[str, ...]]:
    low, high = claim.low or 0, claim.high if claim.high is not None else 1 << 60
    return claim.of or "", low, high, claim.said_by, claim.as_of or "", claim.reports


def _top(claims: Sequence[Claim]) -> int:
    return max((n for c in claims for n in (c.low, c.high) if n is not None), default=0)
