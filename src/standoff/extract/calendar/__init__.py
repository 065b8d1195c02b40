"""Frames, times and the article's own date → the days of each event.

A wrong day stated with confidence is worse than none. In this order: the time told in the clause;
amounts of time between two events ("10 days after X"); the same event told before; the episode
that it belongs to; what stands before it in the same paragraph; the article's own day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.calendar.between import dated_by_offset, drawn, shifted
from standoff.extract.calendar.bounds import loosely, said_in
from standoff.extract.calendar.clause import time_of
from standoff.extract.calendar.counted import Counted, counted_phrases, innermost
from standoff.extract.calendar.default import DISPATCH, THEN, latest_day, undated
from standoff.extract.calendar.episode import find_episode, in_episode
from standoff.extract.calendar.named import Days
from standoff.extract.calendar.refer import antecedent, definite, headlined, retold, stale
from standoff.extract.calendar.running import running_days
from standoff.extract.calendar.told import ANY_DAY, UNTOLD, Told, behind, tell
from standoff.types import Annotations, DayRange, Frame, Span, TimeExpression

__all__ = ["date_frames"]


def date_frames(
    text: str, done: Annotations, times: Sequence[TimeExpression], published: DayRange | None
) -> list[Frame]:
    """The frames of ``done``, in order, each with ``when`` and ``when_basis``.

    The basis is ``time`` (told in the clause), ``offset`` ("10 days after"), ``same`` (the event
    was dated elsewhere in the article), ``episode``, ``story`` (told before in the paragraph),
    ``publication`` or ``plan`` (the article's own day, or the day by which it was told or
    answered), empty where nothing is known.
    """
    phrases = counted_phrases(text, done.sentences, published.latest if published else None)
    told = tell(text, times, published, [Span(p.start, p.of.start) for p in phrases])
    published = behind(published, told)
    by_sentence = _by_sentence(done, told)
    out, owned = _by_clause(text, done, by_sentence, published)
    for i, days in dated_by_offset(text, out, times, told).items():
        out[i] = replace(out[i], when=days, when_basis="offset")
    out = _told_again(text, out, owned, published)
    for i, days in dated_by_offset(text, out, times, told).items():
        if out[i].when is None:
            out[i] = replace(out[i], when=days, when_basis="offset")
    if phrases or any(not t.known for t in told):
        told, by_sentence = _with_counted(text, done, told, phrases, out)
        out = _by_phrase(text, done, out, by_sentence, published)
    for i, days in drawn(text, out).items():
        out[i] = replace(out[i], when=days, when_basis="same")
    episode = find_episode(text, out, times, told, published)
    if episode is not None:
        for i, f in enumerate(out):
            if f.when_basis in ("", "time"):
                inside = in_episode(text, f, done.sentences[f.sentence], episode)
                if inside is not None:
                    out[i] = replace(f, when=inside, when_basis="episode")
    out = running_days(text, done, out, by_sentence, published)
    focus = latest_day([f.when for f in out if f.when and f.when_basis == "time"], published)
    for i, f in enumerate(out):
        if f.when_basis == UNTOLD:
            out[i] = replace(f, when_basis="")
        elif f.when is None and len(text) <= DISPATCH:
            sentence = done.sentences[f.sentence]
            here = by_sentence.get(f.sentence, ())
            if THEN.match(text, sentence.start):
                here = [*by_sentence.get(f.sentence - 1, ()), *here]
            days_, basis = undated(text, f, sentence, here, published, focus)
            out[i] = replace(f, when=days_, when_basis=basis)
    return out


def _by_clause(
    text: str,
    done: Annotations,
    by_sentence: dict[int, list[Told]],
    published: DayRange | None,
) -> tuple[list[Frame], frozenset[int]]:
    """Frames with the time of their clause, and which of them own theirs ("the May 3 attack")."""
    owned = []
    starts: dict[int, list[int]] = {}
    for f in done.frames:
        starts.setdefault(f.sentence, []).append(f.trigger.start)
    out: list[Frame] = []
    for f in done.frames:
        told = by_sentence.get(f.sentence)
        t = None
        if told:
            sentence = done.sentences[f.sentence]
            inner = said_in(f, told, done.statements)
            found = time_of(text, f, sentence, inner, starts[f.sentence], published)
            if len(inner) < len(told) and (found is None or not found.near):
                found = time_of(text, f, sentence, told, starts[f.sentence], published)
            days = loosely(text, f, found, done.statements, published) if found else None
            if days is not None:
                out.append(replace(f, when=days, when_basis="publication"))
                continue
            t = found.told if found is not None else None
        if t and (t.owned or 0 < t.start - f.trigger.end < 5):
            owned.append(len(out))
        if t is not None and not t.known:
            out.append(replace(f, when=None, when_basis=UNTOLD))
            continue
        out.append(replace(f, when=t.days if t else None, when_basis="time" if t else ""))
    return out, frozenset(owned)


def _with_counted(
    text: str,
    done: Annotations,
    told: Sequence[Told],
    phrases: Sequence[Counted],
    frames: Sequence[Frame],
) -> tuple[list[Told], dict[int, list[Told]]]:
    """``told`` with the phrases that count from events, worked out as far as they can be."""
    days = Days(text, done.sentences, _running(text, done, told, frames, phrases), frames)
    for p, outer in innermost(phrases):
        if p.running:
            first, second = days.last(p.start, p.widest), days.whole(p.start)
        else:
            first = days.of(p.of, p.start)
            second = days.of(p.until, p.start) if p.until is not None else None
        found = p.shift(first, second) if first is not None else None
        time = TimeExpression(p.start, p.end, "DATE", "", found)
        known = found is not None
        if not known and not p.firm and (first is None or p.until is not None):
            continue
        days.add(
            Told(
                p.start, p.end, found or ANY_DAY, "", False, known, time, p.of, outer, known
            )
        )  # fmt: skip
    return days.told, _by_sentence(done, days.told)


def _running(
    text: str,
    done: Annotations,
    told: Sequence[Told],
    frames: Sequence[Frame],
    phrases: Sequence[Counted],
) -> list[Told]:
    """``told`` with "three days later" counted from the day told last, where the first reading
    of the text found none; and with what stands inside a counting phrase marked."""
    days = Days(text, done.sentences, (), frames)
    spans = [p.of for p in phrases]
    starts = [s.start for s in spans]
    for t in told:
        k = bisect_right(starts, t.start) - 1
        if k >= 0 and t.start < spans[k].end:
            t = replace(t, within=spans[k])
        if not t.known and t.time.offset is not None:
            last = days.last(t.start)
            found = shifted(last, t.time.offset, 1) if last is not None else None
            if found is not None:
                t = replace(t, days=found, known=True, of=Span(t.end, t.end))
        days.add(t)
    return days.told


def _by_phrase(
    text: str,
    done: Annotations,
    frames: Sequence[Frame],
    by_sentence: dict[int, list[Told]],
    published: DayRange | None,
) -> list[Frame]:
    """Frames that a counting phrase dates; where it cannot be worked out, without days."""
    out = list(frames)
    starts: dict[int, list[int]] = {}
    for f in frames:
        starts.setdefault(f.sentence, []).append(f.trigger.start)
    counted = {k for k, told in by_sentence.items() if any(t.of or not t.known for t in told)}
    for i, f in enumerate(frames):
        if f.sentence not in counted:
            continue
        told = by_sentence[f.sentence]
        sentence = done.sentences[f.sentence]
        found = time_of(text, f, sentence, told, starts[f.sentence], published)
        t = found.told if found is not None else None
        if t is not None and t.known and t.of is not None:
            out[i] = replace(f, when=t.days, when_basis="offset")
        elif t is not None and not t.known:
            out[i] = replace(f, when=None, when_basis=UNTOLD)
    return out


def _told_again(
    text: str, frames: list[Frame], owned: frozenset[int], published: DayRange | None
) -> list[Frame]:
    """Events told twice share their days."""
    out = list(frames)
    for i, f in enumerate(frames):
        if f.when_basis == "offset" or i in owned:
            continue
        ref = definite(text, f)
        j = antecedent(text, frames, i, ref, published) if ref is not None else None
        if j is None and f.when is None and f.same_as is not None and 0 <= f.same_as < i:
            j = f.same_as if not stale(text, out[f.same_as], f, published) else None
        if j is not None and out[j].when is not None:
            out[i] = replace(f, when=out[j].when, when_basis="same")
    for i, f in enumerate(out):
        if f.sentence > 0:
            break
        lead = headlined(out, i, published)
        if lead is not None:
            out[i] = replace(f, when=out[lead].when, when_basis="same")
    for i in range(len(out)):
        if out[i].when_basis in ("", "publication") and (j := retold(text, out, i)) is not None:
            out[i] = replace(out[i], when=out[j].when, when_basis="same")
    return out


def _by_sentence(done: Annotations, told: Sequence[Told]) -> dict[int, list[Told]]:
    out: dict[int, list[Told]] = {}
    i = 0
    for t in told:
        while i < len(done.sentences) and done.sentences[i].end <= t.start:
            i += 1
        if i < len(done.sentences):
            out.setdefault(i, []).append(t)
    return out
