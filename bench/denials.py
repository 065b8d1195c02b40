"""Who takes which position on which event: the frozen cases of denial, blame and claim.

    python -m bench.denials [--errors N] [--only FIELD]

Builds a record of each text alone and scores it against ``bench/frozen/denials.jsonl`` (see
``ANCHORED_DENIALS.md`` there). A line is matched with the statement whose cue meets the line's cue
(without a cue: whose content overlaps most). Each field that a line asks for is right or wrong:

speaker  the statement's source or actors are the line's; with a null speaker, nobody speaks
act      the line's act or one that also counts
content  at least half of the words of both together are shared
stance   the record holds that stance of the speaker; a null stance: none on the line's event
event    that position stands on the line's event, by any mention of it
against  the position of blame names the parties of the line, and no others
counter  in a trap: no denial, doubt, claim, blame or refusal to comment but the line's own

``all`` pools these fields; ``lines`` counts lines with all of them right. Many lines speak of what
is no event of the sixteen types ("the queen had fled"): no position of the record can stand on it.
So three fields are given in a second reading too, and ``all, read`` pools with them:

stance, said     where the line's event is no frame, the stance that the statement itself takes
event, coded     only of lines whose event is a frame
against, named   by the words of the line ("Turkish jets": Turkey), not by name
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bench.shared import ROOT
from standoff.extract.positions import stance_of
from standoff.merge import Article, assemble
from standoff.merge.reports import statement_id
from standoff.pipeline import annotate_article, on_the_calendar
from standoff.types import (
    Annotations,
    ArticleInput,
    DayRange,
    Document,
    Published,
    Span,
    Statement,
)
from standoff.vocab.vocabulary import Vocabulary, load

CASES = ROOT / "bench" / "frozen" / "denials.jsonl"
READ = {"stance": "stance, said", "event": "event, coded", "against": "against, named"}
FIELDS = ("speaker", "act", "content", "stance", "event", "against", "counter")
_CHARGED_ACTS = frozenset(
    "deny reject claim claim_responsibility accuse no_comment neither_confirms_nor_denies".split()
)
_CHARGED = frozenset(
    "denies doubts no_comment neither_confirms_nor_denies claims_responsibility blames".split()
)
_EMPTY = frozenset("the a an of and that s".split())
_PRONOUNS = frozenset("he she it they i we who".split())
_PUBLISHED = DayRange(date(2024, 5, 15), date(2024, 5, 15))
Case = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Stood:
    """One position of the record, with what is needed to compare it."""

    who: frozenset[str]
    stance: str
    against: frozenset[frozenset[str]]
    accused: frozenset[str]
    statements: frozenset[str]
    triggers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What the system says about one text."""

    document: Document
    found: Annotations
    stood: Sequence[Stood]
    mentions: Mapping[str, Sequence[Span]]

    def coded(self, event: Span | None) -> bool:
        return event is not None and any(f.trigger.meets(event) for f in self.found.frames)

    def names(self, st: Statement) -> list[frozenset[str]]:
        actors = self.found.mentions.actors
        return [frozenset(map(folded, (actors[a].name, *actors[a].aliases))) for a in st.actors]


def folded(name: str) -> str:
    words = re.sub(r"['’]s\b|[^\w ]", " ", name.lower()).split()
    return " ".join(w for w in words if w not in _EMPTY)


def read(text: str, vocab: Vocabulary) -> Read:
    document = Document(id="case", text=text, published=Published(_PUBLISHED, "metadata"))
    found = annotate_article(ArticleInput("case", text, _PUBLISHED), vocab)
    tables = assemble([Article(document, found)], on_the_calendar)
    names = {
        str(a["id"]): frozenset(folded(n) for n in (str(a["name"]), *_strings(a["aliases"])))
        for a in tables["actors"]
    }
    triggers: dict[str, list[Span]] = {}
    for r in tables["reports"]:
        t = r["trigger"]
        assert isinstance(t, dict)
        triggers.setdefault(str(r["event"]), []).append(Span(t["start"], t["end"]))
    stood = [
        Stood(
            names[str(p["who"])],
            str(p["stance"]),
            frozenset(names[a] for a in _strings(p["against"])),
            frozenset(_strings(p["against"])),
            frozenset(_strings(p["statements"])),
            tuple(triggers[str(p["event"])]),
        )
        for p in tables["positions"]
    ]
    mentions = {}
    for a in tables["actors"]:
        places = a["mentions"]
        assert isinstance(places, list)
        mentions[str(a["id"])] = [Span(m["start"], m["end"]) for m in places]
    return Read(document, found, stood, mentions)


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(v) for v in value]


def locate(text: str, piece: object) -> Span | None:
    if not isinstance(piece, str):
        return None
    m = re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)
    start = m.start() if m else text.index(piece)
    return Span(start, start + len(piece))


def overlap(st: Statement, gold: Span, text: str) -> float:
    """Shared words over all words of the two contents."""
    words = [m.start() for m in re.finditer(r"\w+", text)]
    a = {w for w in words if any(c.start <= w < c.end for c in st.content)}
    b = {w for w in words if gold.start <= w < gold.end}
    return len(a & b) / len(a | b) if a | b else 0.0


def matched(case: Case, read: Read) -> Statement | None:
    text = read.document.text
    cue, content = locate(text, case["cue"]), locate(text, case["content"])
    best: tuple[tuple[float, float], Statement] | None = None
    for st in read.found.statements:
        by_cue = cue is not None and st.cue is not None and st.cue.meets(cue)
        shared = overlap(st, content, text) if content is not None else 0.0
        if by_cue or (cue is None and shared > 0):
            rank = (shared, -float(st.content[0].start) if st.content else 0.0)
            if best is None or rank > best[0]:
                best = (rank, st)
    return best[1] if best is not None else None


def same_name(gold: str, system: frozenset[str]) -> bool:
    return folded(gold) in system


def speaks(case: Case, st: Statement | None, read: Read) -> bool:
    if case["speaker"] is None:
        return st is None or not (st.actors or st.speaker_text)
    if st is None:
        return False
    names = read.names(st)
    wanted = str(case["speaker_name"]).split("; ")
    if all(any(same_name(w, n) for n in names) for w in wanted):
        return True
    gold, mine = (set(folded(str(x)).split()) for x in (case["speaker"], st.speaker_text or ""))
    resolved = not gold & _PRONOUNS
    return resolved and len(gold & mine) > 0 and 2 * len(gold & mine) >= len(gold | mine)


def positions_of(case: Case, st: Statement | None, read: Read) -> Iterator[Stood]:
    """The positions that the speaker of the line is booked with."""
    own = statement_id(read.document.id, st) if st is not None else None
    wanted = {folded(str(case["speaker"])), *map(folded, str(case["speaker_name"]).split("; "))}
    for p in read.stood:
        if case["speaker"] is None or p.who & wanted or (own in p.statements):
            yield p


def judge(case: Case, read: Read, others: Sequence[Case]) -> dict[str, bool]:
    """Each field that the line asks for, and whether it came out right."""
    text = read.document.text
    st = matched(case, read)
    out = {"speaker": speaks(case, st, read)}
    acts = {case["act"], *_strings(case["also_act"])}
    if case["act"] is not None:
        out["act"] = st is not None and st.act in acts
    content = locate(text, case["content"])
    if content is not None and case["speaker"] is not None:
        out["content"] = st is not None and overlap(st, content, text) >= 0.5
    event = locate(text, case["event"])
    mine = list(positions_of(case, st, read))
    on_event = [p for p in mine if event is not None and any(t.meets(event) for t in p.triggers)]
    if case["stance"] is None:
        allowed = {o["stance"] for o in others if o["speaker"] == case["speaker"]}
        out["stance"] = not [p for p in (on_event if event else mine) if p.stance not in allowed]
    else:
        out["stance"] = any(p.stance == case["stance"] for p in mine)
        if event is not None:
            out["event"] = any(p.stance == case["stance"] for p in on_event)
        if case["against"] is not None:
            wanted = {folded(x) for x in str(case["against"]).split("; ")}
            out["against"] = any(
                p.stance == case["stance"]
                and len(p.against) == len(wanted)
                and all(any(w in names for names in p.against) for w in wanted)
                for p in mine
            )
    out |= _read(case, read, st, out, mine)
    if str(case.get("note", "")).startswith("counter case"):
        stances = {c["stance"] for c in (case, *others)}
        quiet = all(p.stance in stances for p in read.stood if p.stance in _CHARGED)
        silent = case["act"] is None and case["speaker"] is None
        charged = silent and st is not None and st.act in _CHARGED_ACTS - acts
        out["counter"] = quiet and not charged
    return out


def _read(
    case: Case, read: Read, st: Statement | None, strict: Mapping[str, bool], mine: Sequence[Stood]
) -> dict[str, bool]:
    """The three fields in their second reading."""
    text = read.document.text
    event = locate(text, case["event"])
    out = {"stance, said": strict["stance"]}
    if case["stance"] is not None and not strict["stance"] and not read.coded(event):
        out["stance, said"] = st is not None and stance_of(st, text) == case["stance"]
    if "event" in strict and read.coded(event):
        out["event, coded"] = strict["event"]
    if "against" in strict:
        named = locate(text, case["against"])
        assert named is not None
        out["against, named"] = strict["against"] or any(
            p.stance == "blames"
            and p.accused
            and all(any(m.meets(named) for m in read.mentions[a]) for a in p.accused)
            for p in mine
        )
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--only", choices=FIELDS)
    o = ap.parse_args()
    vocab = load()
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    shown = 0
    for case in cases:
        found = read(case["text"], vocab)
        others = [c for c in cases if c["text"] == case["text"] and c is not case]
        fields = judge(case, found, others)
        for field, ok in fields.items():
            asked[field] += 1
            right[field] += ok
        asked["lines"] += 1
        wrong = [f for f in FIELDS if not fields.get(f, True)]
        right["lines"] += not wrong
        if shown < o.errors and wrong and (o.only is None or o.only in wrong):
            shown += 1
            print(f"{case['id']} {', '.join(wrong)}\n{explained(case, found)}")
    right["all"] = sum(right[f] for f in FIELDS)
    asked["all"] = sum(asked[f] for f in FIELDS)
    right["all, read"] = sum(right[READ.get(f, f)] for f in FIELDS)
    asked["all, read"] = sum(asked[READ.get(f, f)] for f in FIELDS)
    print(f"{'':16}{'right':>7}{'of':>6}{'share':>8}")
    for field in (*FIELDS, "all", "lines", *READ.values(), "all, read"):
        share = right[field] / asked[field] if asked[field] else 0.0
        print(f"{field:16}{right[field]:>7}{asked[field]:>6}{share:>8.3f}")


def explained(case: Case, found: Read) -> str:
    text = found.document.text
    keys = "speaker speaker_name cue content act stance against event note".split()
    lines = [f"  {text}", "  gold   " + str({k: case[k] for k in keys if case.get(k) is not None})]
    st = matched(case, found)
    if st is not None:
        pieces = " / ".join(c.cut(text) for c in st.content)
        cue = st.cue.cut(text) if st.cue else None
        names = [sorted(n) for n in found.names(st)]
        lines.append(f"  system {st.act} [{st.speaker_text}] {names} <{cue}> {pieces}")
    for p in found.stood:
        on = [t.cut(text) for t in p.triggers]
        lines.append(f"  stands {sorted(p.who)} {p.stance} {[sorted(a) for a in p.against]} {on}")
    lines.append(f"  frames {[f'{f.type} {f.trigger.cut(text)}' for f in found.found.frames]}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
