"""One event for a reader: which of its reports each of its values rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.dossier import words
from standoff.views.counts import Count, counts_of
from standoff.views.ledger import Position, positions_of
from standoff.views.lookup import Evidence, Lookup, Row
from standoff.views.naming import is_told_place
from standoff.views.timeline import days_of

SNIPPET = 170
"""Characters of the sentence that stands for an event in a list."""
REFERENCES = 4
"""Reports named beside a value at most."""


@dataclass(frozen=True, slots=True)
class Snippet:
    before: str
    trigger: str
    after: str
    outlet: str


class EventPage:
    """What the templates ask about events."""

    def __init__(self, record: Lookup) -> None:
        self._record = record

    def reports(self, event: Row) -> list[Row]:
        return self._record.reports_of(event)

    def evidence(self, report: Row) -> Evidence | None:
        return self._record.of_report(report)

    def positions(self, event: Row) -> list[Position]:
        return positions_of(self._record, event)

    def counts(self, event: Row) -> list[Count]:
        return counts_of(self._record, event)

    def involved(self, event: Row) -> list[str]:
        """All who have a part in it or take a position, and the states that they act for."""
        ids = [*event["actor"], *event["recipient"], *event["mediator"]]
        ids += [p["who"] for p in event["positions"]]
        return sorted({*map(str, ids), *(self._record.side(str(i)) for i in ids)})

    def snippet(self, event: Row, reports: Sequence[Row]) -> Snippet | None:
        """The sentence that says most: it stands for the event in a list."""
        found = [(r, e) for r in reports if (e := self._record.of_report(r)) is not None]
        if not found:
            return None
        report, evidence = min(
            found, key=lambda f: (*_tells(event, f[0]), _length(f[1]), f[0]["id"])
        )
        before, trigger, after = (" ".join(x.split()) for x in _around(evidence))
        return Snippet(
            before + (" " if evidence.before[-1:].isspace() else ""),
            trigger,
            (" " if evidence.after[:1].isspace() else "") + after,
            self._record.outlet(str(report["document"])),
        )

    def tolls(self, event: Row) -> list[str]:
        """Its counts of people in a few words, whoever gives them: ``12 to 26 killed``."""
        out = []
        for count in self.counts(event):
            if count.kind == "other":
                continue
            lows = [c.low for c in count.claims if c.low is not None]
            highs = [c.high for c in count.claims]
            open_ = any(h is None for h in highs)
            low = min(lows, default=None)
            high = None if open_ else max(h for h in highs if h is not None)
            if open_ and len(count.claims) > 1 and count.top and low != count.top:
                text = f"{low:,} to {count.top:,} or more" if low else f"up to {count.top:,}"
            else:
                text = words.count(low, high)
            out.append(f"{text} {words.word('figures', count.kind)}")
        return out

    def numbered(self, reports: Sequence[Row]) -> dict[str, int]:
        """Reports numbered from 1, in the order in which they are shown."""
        return {str(r["id"]): n for n, r in enumerate(reports, 1)}

    def for_party(self, reports: Sequence[Row], role: str, actor: str) -> list[str]:
        """Reports that name ``actor`` in ``role``."""
        return [str(r["id"]) for r in reports if actor in r[role]][:REFERENCES]

    def for_days(self, event: Row, reports: Sequence[Row]) -> list[str]:
        """Reports whose days are the event's, else those that overlap them."""
        wanted = days_of(event["date"])
        if wanted is None:
            return []
        dated = [(str(r["id"]), d) for r in reports if (d := days_of(r["date"]))]
        same = [i for i, d in dated if d == wanted]
        near = [i for i, d in dated if d.earliest <= wanted.latest and wanted.earliest <= d.latest]
        return (same or near)[:REFERENCES]

    def for_place(self, event: Row, reports: Sequence[Row]) -> list[str]:
        name = (event["place"] or {}).get("name")
        there = [r for r in reports if (r["place"] or {}).get("name") == name]
        return [str(r["id"]) for r in there if is_told_place(r)][:REFERENCES]

    def for_status(self, event: Row, reports: Sequence[Row]) -> list[str]:
        return [str(r["id"]) for r in reports if r["status"] == event["status"]][:REFERENCES]


def _tells(event: Row, report: Row) -> tuple[bool, bool, int]:
    """Less for a report that says more of what the event is held to be, and says it plainly."""
    plain = report["status"] == event["status"] and report["stance"] in ("asserts", "blames")
    filled = sum(bool(report[x]) for x in ("actor", "recipient", "date", "place", "figures"))
    return not plain, bool(report["hedged"]), -filled


def _length(evidence: Evidence) -> int:
    """How far a sentence is from a length that is read at one glance, in steps."""
    return abs(len(evidence.text) - SNIPPET * 3 // 4) // 40


def _around(e: Evidence) -> tuple[str, str, str]:
    """The evidence cut to ``SNIPPET`` characters around its trigger, at spaces."""
    if len(e.text) <= SNIPPET:
        return e.before, e.trigger, e.after
    room = max(40, SNIPPET - len(e.trigger))
    left = min(len(e.before), max(room // 2, room - len(e.after)))
    before, after = e.before, e.after
    if len(before) > left:
        before = "…" + before[len(before) - left :].partition(" ")[2]
    right = max(0, room - len(before))
    if len(after) > right:
        after = after[:right].rpartition(" ")[0].rstrip(" ,;") + "…"
    return before, e.trigger[:SNIPPET], after
