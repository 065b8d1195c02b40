"""Which day a time phrase gives to an event: the frozen cases of counted and running dates.

    python -m bench.anchored [--errors N] [--kind KIND]

Annotates each text of ``bench/frozen/anchored.jsonl`` (see ``ANCHORED_DENIALS.md`` there) and looks
at the frame whose trigger meets the line's trigger. Where no frame stands there, a stand-in frame
is put at that word, so that the calendar alone is judged; ``framed`` counts the lines that needed
none.

right    the days overlap and are no wider than the record scorer allows (a week, or twice the
         line's and a day); for a null line: no days
exact    both ends equal, or both null
wrong    days are given that are not right (a null line with days, too)
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bench.denials import locate
from bench.shared import ROOT
from standoff.parse import parse
from standoff.pipeline import annotate_article, on_the_calendar
from standoff.split import sentences
from standoff.types import Annotations, ArticleInput, DayRange, Frame, Span, Status, Token
from standoff.vocab.vocabulary import Vocabulary, load

CASES = ROOT / "bench" / "frozen" / "anchored.jsonl"
KINDS = ("event-anchored", "running", "publication", "plan", "range", "unknown")
_WILL = frozenset({"will", "'ll", "’ll", "shall", "would", "to"})
_CLIMB = 4
Case = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the system says of one line: the frame judged, and whether it is the system's own."""

    frame: Frame
    framed: bool
    found: Annotations


def days(value: object) -> DayRange | None:
    if value is None:
        return None
    assert isinstance(value, list)
    return DayRange(date.fromisoformat(value[0]), date.fromisoformat(value[1]))


def answer(case: Case, vocab: Vocabulary) -> Answer:
    text = str(case["text"])
    day = days([case["published"]] * 2) if case["published"] else None
    article = ArticleInput("case", text, day)
    found = annotate_article(article, vocab)
    trigger = locate(text, case["trigger"])
    assert trigger is not None
    meeting = [f for f in found.frames if f.trigger.meets(trigger)]
    if meeting:
        return Answer(meeting[0], True, found)
    own = _stand_in(text, trigger)
    frames = tuple(sorted((*found.frames, own), key=lambda f: f.trigger))
    # An insertion moves the frames behind it, and ``same_as`` with them.
    at = frames.index(own)
    moved = tuple(
        f if f.same_as is None or f.same_as < at else replace(f, same_as=f.same_as + 1)
        for f in frames
    )
    done = on_the_calendar(article, replace(found, frames=moved))
    return Answer(done.frames[at], False, done)


def _stand_in(text: str, trigger: Span) -> Frame:
    """A frame at ``trigger`` with the tense and status that its auxiliaries tell."""
    spans = sentences(text)
    at = next(s.index for s in spans if s.start <= trigger.start < s.end)
    tokens = parse(text, spans, [at])[at].tokens
    token = next(t for t in tokens if t.end > trigger.start)
    before = _auxiliaries(tokens, token)
    status: Status = "planned" if before & _WILL else "happened"
    return Frame(
        at, trigger, token.i, token.lemma, "COOPERATE", None, status,
        evidence=spans[at].span, tense="future" if status == "planned" else "past",
    )  # fmt: skip


def _auxiliaries(tokens: Sequence[Token], token: Token) -> set[str]:
    """Auxiliaries and "to" of the word, or of the verb that it hangs on."""
    for _ in range(_CLIMB):
        if token.pos in ("VERB", "AUX") or token.head == token.i:
            break
        token = tokens[token.head]
    return {tokens[c].lower for c in token.children if tokens[c].dep in ("aux", "auxpass")}


def right(system: DayRange | None, gold: DayRange | None) -> bool:
    if system is None or gold is None:
        return system is None and gold is None
    meet = system.earliest <= gold.latest and gold.earliest <= system.latest
    allowed = max(7, 2 * (gold.latest - gold.earliest).days + 1)
    return meet and (system.latest - system.earliest).days <= allowed


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--kind", choices=KINDS)
    o = ap.parse_args()
    vocab = load()
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]
    counts: Counter[tuple[str, str]] = Counter()
    shown = 0
    for case in cases:
        got, gold = answer(case, vocab), days(case["date"])
        when = got.frame.when
        ok = right(when, gold)
        for row in (case["kind"], "all"):
            counts[row, "lines"] += 1
            counts[row, "framed"] += got.framed
            counts[row, "right"] += ok
            counts[row, "exact"] += when == gold
            counts[row, "wrong"] += when is not None and not ok
            counts[row, "framed right"] += ok and got.framed
        if shown < o.errors and when != gold and (o.kind is None or o.kind == case["kind"]):
            shown += 1
            print(explained(case, got, ok))
    columns = ("lines", "framed", "framed right", "right", "exact", "wrong")
    print(f"{'':16}" + "".join(f"{c:>14}" for c in columns) + f"{'share right':>14}")
    for kind in (*KINDS, "all"):
        row = "".join(f"{counts[kind, c]:>14}" for c in columns)
        share = counts[kind, "right"] / max(1, counts[kind, "lines"])
        print(f"{kind:16}{row}{share:>14.3f}")


def explained(case: Case, got: Answer, ok: bool) -> str:
    def cut(d: DayRange | None) -> str:
        return f"{d.earliest} {d.latest}" if d else "none"

    f, text = got.frame, str(case["text"])
    verdict = "right, not exact" if ok else "WRONG"
    times = [(text[t.start : t.end], t.value, t.offset) for t in got.found.times]
    frames = [(g.trigger.cut(text), g.type, cut(g.when), g.when_basis) for g in got.found.frames]
    own = "" if got.framed else " (stand-in)"
    lines = [
        f"{case['id']} {case['kind']} {verdict}  published {case['published']}",
        f"  {text}",
        f"  [{case['phrase']}] {case['trigger']}  {case.get('note', '')}",
        f"  gold   {cut(days(case['date']))}",
        f"  system {cut(f.when)} <{f.when_basis}> {f.status} {f.tense}{own}",
        f"  times  {times}",
        f"  frames {frames}",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
