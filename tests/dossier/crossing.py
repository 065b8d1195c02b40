"""A small record written for these tests: two accounts of one night at a border, and a copy."""

from __future__ import annotations

from typing import Any

WIRE = (
    "Shells hit the Tarn crossing\n\n"
    "Shells struck the Tarn crossing on 4 March, killing 12 people, Norland said. "
    "The weather had been mild all week.\n\n"
    "Sudmark denied firing on the crossing. Talks are planned for next week in Vell.\n"
    "Both sides signed the Vell Accord in 2011."
)
HERALD = (
    "Sudmark says the shells were not its own. "
    "At least 20 people died at Tarn, a hospital said. "
    "Nobody slept that night."
)
TEXTS = {"d-000001": WIRE, "d-000002": HERALD, "d-000003": WIRE}
NORLAND, SUDMARK, OFFICIAL = "a-000001", "a-000002", "a-000003"


def span(document: str, words: str) -> dict[str, int]:
    start = TEXTS[document].index(words)
    return {"start": start, "end": start + len(words)}


def _document(id_: str, outlet: str | None, day: str | None, **more: Any) -> dict[str, Any]:
    row = {
        "id": id_,
        "given_id": None,
        "path": f"in/{id_}.txt",
        "url": f"https://{id_}.example/story?a=1&b=2",
        "outlet": outlet,
        "title": TEXTS[id_].partition("\n")[0][:60],
        "published": {"earliest": day, "latest": day, "basis": "metadata" if day else "unknown"},
        "language": "en",
        "text": TEXTS[id_],
        "duplicate_of": None,
        "origin": id_,
        "noise": [],
    }
    return row | more


def _actor(id_: str, name: str, kind: str, country: str | None, **more: Any) -> dict[str, Any]:
    mentions = [
        {"document": d, "start": t.index(name), "end": t.index(name) + len(name)}
        for d, t in TEXTS.items()
        if name in t
    ]
    row = {
        "id": id_,
        "name": name,
        "aliases": [],
        "kind": kind,
        "country": country,
        "acts_for_state": kind in ("state", "official"),
        "roles": [],
        "mentions": mentions,
    }
    return row | more


def _report(
    id_: str, document: str, event: str, type_: str, trigger: str, quote: str, **more: Any
) -> dict[str, Any]:
    row = {
        "id": id_,
        "document": document,
        "event": event,
        "type": type_,
        "mode": None,
        "actor": [],
        "recipient": [],
        "mediator": [],
        "trigger": span(document, trigger),
        "evidence": span(document, quote),
        "date": None,
        "anchor": None,
        "place": None,
        "figures": [],
        "status": "happened",
        "said_by": [],
        "stance": "asserts",
        "hedged": False,
        "quote": quote,
        "by": None,
    }
    return row | more


def _event(id_: str, reports: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    first = reports[0]
    row = {key: first[key] for key in ("type", "mode", "actor", "recipient", "mediator", "date")}
    row |= {
        "id": id_,
        "place": first["place"],
        "status": first["status"],
        "contested": False,
        "positions": [],
        "figures": [],
        "reports": sorted(r["id"] for r in reports),
        "documents": sorted({r["document"] for r in reports}),
        "origins": len({r["document"] for r in reports}),
        "summary": "",
    }
    return row | more


def _statement(id_: str, document: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    row = {
        "id": id_,
        "document": document,
        "speaker": SUDMARK,
        "speaker_text": "Sudmark",
        "source": span(document, "Sudmark"),
        "cue": span(document, cue),
        "content": [span(document, content)],
        "act": "deny",
        "quotation": "indirect",
        "addressee": [NORLAND],
        "date": None,
        "events": ["e-000001"],
        "by": None,
    }
    return row | more


def tables() -> dict[str, list[dict[str, Any]]]:
    """All tables of the record, new ones at each call."""
    day = {"earliest": "2031-03-04", "latest": "2031-03-04"}
    place = {
        "name": "Tarn",
        "country": None,
        "latitude": None,
        "longitude": None,
        "precision": "unknown",
    }
    sentence = "Shells struck the Tarn crossing on 4 March, killing 12 people, Norland said."
    struck = _report(
        "r-000001", "d-000001", "e-000001", "ASSAULT", "struck", sentence,
        actor=[SUDMARK], recipient=[NORLAND], date=day, place=place, said_by=[NORLAND],
    )  # fmt: skip
    died = _report(
        "r-000002", "d-000002", "e-000001", "ASSAULT", "died",
        "At least 20 people died at Tarn, a hospital said.", recipient=[NORLAND], place=place,
    )  # fmt: skip
    talks = _report(
        "r-000003", "d-000001", "e-000002", "CONSULT", "Talks",
        "Talks are planned for next week in Vell.", status="planned",
        date={"earliest": "2031-03-09", "latest": "2031-03-15"},
    )  # fmt: skip
    fire = _report(
        "r-000004", "d-000001", "e-000003", "ASSAULT", "firing",
        "Sudmark denied firing on the crossing.", actor=[SUDMARK], status="denied", date=day,
    )  # fmt: skip
    accord = _report(
        "r-000005", "d-000001", "e-000004", "AGREE", "signed",
        "Both sides signed the Vell Accord in 2011.", actor=[NORLAND, SUDMARK],
        date={"earliest": "2011-01-01", "latest": "2011-12-31"},
    )  # fmt: skip
    figure = {"kind": "killed", "of": "people", "as_of": None}
    night = _event(
        "e-000001",
        [struck, died],
        contested=True,
        positions=[
            {"who": who, "stance": stance, "about": "who did it", "against": against,
             "statements": statements, "reports": [report]}
            for who, stance, against, statements, report in (
                (NORLAND, "blames", [SUDMARK], [], "r-000001"),
                (SUDMARK, "denies", [], ["s-000001"], "r-000001"),
                (OFFICIAL, "no_comment", [], [], "r-000002"),
            )
        ],
        figures=[
            {**figure, "low": 12, "high": 12, "said_by": [NORLAND], "reports": ["r-000001"]},
            {**figure, "low": 20, "high": None, "said_by": [], "reports": ["r-000002"]},
        ],
        documents=["d-000001", "d-000002", "d-000003"],
    )  # fmt: skip
    role = {"title": "Minister", "organisation": None, "country": None}
    return {
        "documents": [
            _document("d-000001", "The Wire", "2031-03-05", noise=[{"text": "Subscribe now"}]),
            _document("d-000002", None, "2031-03-06"),
            _document(
                "d-000003", "The Copier", None, duplicate_of="d-000001", origin="d-000001"
            ),
        ],
        "actors": [
            _actor(NORLAND, "Norland", "state", "NOR"),
            _actor(SUDMARK, "Sudmark", "state", "SDN"),
            _actor(
                OFFICIAL, "Ada Ferrin", "official", "NOR",
                roles=[{**role, "earliest": None, "latest": None}],
            ),
        ],
        "places": [],
        "reports": [struck, died, talks, fire, accord],
        "events": [
            night,
            _event("e-000002", [talks]),
            _event("e-000003", [fire]),
            _event("e-000004", [accord]),
        ],
        "statements": [
            _statement("s-000001", "d-000001", "denied", "firing on the crossing"),
            _statement("s-000002", "d-000002", "says", "the shells were not its own"),
            _statement("s-000003", "d-000003", "denied", "firing on the crossing"),
        ],
        "commitments": [
            {
                "id": "c-000001",
                "name": "Vell Accord",
                "aliases": [],
                "kind": "treaty",
                "parties": [NORLAND, SUDMARK],
                "mediator": [],
                "history": [
                    {
                        "status": "agreed",
                        "by": [NORLAND],
                        "date": {"earliest": "2011-01-01", "latest": "2011-12-31"},
                        "evidence": {"document": "d-000001"}
                        | span("d-000001", "Both sides signed the Vell Accord in 2011."),
                    }
                ],
            }
        ],
        "relations": [
            {
                "id": "l-000001",
                "a": OFFICIAL,
                "relation": "holds_office",
                "b": NORLAND,
                "detail": "Minister",
                "evidence": [
                    {"document": "d-000001"}
                    | span("d-000001", "The weather had been mild all week.")
                ],
            }
        ],
        "dyads": [
            {
                "id": "y-000001",
                "a": NORLAND,
                "b": SUDMARK,
                "period": "2031-03-03",
                "cooperation": 0.0,
                "conflict": 10.0,
                "reports": ["r-000001", "r-000002"],
                "events": ["e-000001"],
            }
        ],
        "positions": [],
        "figures": [],
        "judgements": [],
    }  # fmt: skip
