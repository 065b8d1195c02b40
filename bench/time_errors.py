"""Where time expressions go wrong, by kind of error, set by set.

    python -m bench.time_errors [SET ...] [--kind KIND] [--errors N]

Pairs expressions as the scorer does (largest overlap) and calls each error by the first that fits:

missing, spurious  no partner
span               the right value on other characters
type               a length of time for a date, or the other way round
set                a set for something else, or the other way round
reference          PAST_REF and the like for a date, or the other way round
unknown            X for digits, or the other way round
granularity        a day for a week, a year for a month ..
year               only the year differs
direction          a day of the other week, month or year (the way that "Friday" points)
other              anything else
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bench.layers import SETS
from bench.shared import scorer
from standoff.extract.times import find_times
from standoff.read.published import stated_days

KINDS = ("missing", "spurious", "span", "type", "set", "reference", "unknown", "granularity",
         "year", "direction", "other")  # fmt: skip
Row = Mapping[str, Any]


def annotated(documents: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """What ``standoff annotate --layers times`` says, by id."""
    out: dict[str, dict[str, Any]] = {}
    for d in documents:
        found = find_times(d["text"], stated_days(d.get("published")))
        times = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]
        out[d["id"]] = {"id": d["id"], "times": times}
    return out


def shape(value: str) -> str:
    return re.sub(r"[A-Z]{2}$", "P", re.sub(r"\d|X", "0", value.split("T")[0]))


def kind_of(gold: str, system: str) -> str:
    """The kind of error that ``system`` is for ``gold``; both are TIMEX3 values."""
    if (gold[:1] == "P" and gold[1:2] in "0123456789TX") != (
        system[:1] == "P" and system[1:2] in "0123456789TX"
    ):
        return "type"
    if ("REF" in gold) != ("REF" in system):
        return "reference"
    if ("X" in gold) != ("X" in system):
        return "unknown"
    if shape(gold) != shape(system) or ("T" in gold) != ("T" in system):
        return "granularity"
    if gold[4:] == system[4:]:
        return "year"
    try:
        gap = (date.fromisoformat(gold[:10]) - date.fromisoformat(system[:10])).days
    except ValueError:
        return "other"
    return "direction" if gap % 7 == 0 else "other"


def errors_of(documents: Sequence[Row], system: Mapping[str, Row]) -> list[tuple[str, str]]:
    """The kind and the description of every error."""
    match = scorer("score_time").match
    out = []
    for d in documents:
        text = d["text"]
        pairs, missed, extra = match(d["timex"], system[d["id"]]["times"])

        def told(x: Row, text: str = text) -> str:
            around = text[max(0, x["start"] - 50) : x["start"]], text[x["end"] : x["end"] + 40]
            here = text[x["start"] : x["end"]]
            return " ".join(f"{around[0]}[{here}]{around[1]}".split())

        for g, s, strict in pairs:
            gold, mine = (g["value"] or "").strip(), (s["value"] or "").strip()
            if gold != mine:
                kind = kind_of(gold, mine)
                if "SET" in (g.get("type"), s["type"]) and g.get("type") not in (None, s["type"]):
                    kind = "set"
                out.append((kind, f"{gold} <- {mine}  {told(s)}  ({d['published']})"))
            elif not strict:
                out.append(("span", f"{text[g['start'] : g['end']]} <- {told(s)}"))
        out += [("missing", f"{g['value']}  {told(g)}") for g in missed]
        out += [("spurious", f"{s['value']}  {told(s)}") for s in extra]
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("sets", nargs="*", default=[name for name, _ in SETS["times"]])
    ap.add_argument("--kind", choices=KINDS)
    ap.add_argument("--errors", type=int, default=0)
    o = ap.parse_args()
    paths = dict(SETS["times"])
    score = scorer("score_time").score
    print(f"{'':14}{'strict':>8}{'relaxed':>8}{'value':>7}" + "".join(f"{k:>12}" for k in KINDS))
    for name in o.sets:
        lines = paths[name].read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line]
        for d in documents:
            d.setdefault("published", d.get("dct"))
        system = annotated(documents)
        figures = score(documents, system)[0]
        errors = errors_of(documents, system)
        counts = Counter(kind for kind, _ in errors)
        shares = [100 * figures[k] for k in ("strict_f1", "relaxed_f1", "value_f1")]
        cells = f"{shares[0]:>8.2f}{shares[1]:>8.2f}{shares[2]:>7.2f}"
        print(f"{name:14}{cells}" + "".join(f"{counts[k]:>12}" for k in KINDS))
        shown = [e for e in errors if o.kind in (None, e[0])][: o.errors]
        for kind, said in shown:
            print(f"  {kind:12}{said}")


if __name__ == "__main__":
    main()
