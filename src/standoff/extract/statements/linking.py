"""Quotations → the statements that they belong to, over sentence and paragraph borders."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from standoff.extract.statements.draft import Draft
from standoff.extract.statements.quotes import Quotation
from standoff.types import Sentence, Span

NEAR = 60
"""Code points between a quotation and its cue, at most, where nothing else joins them."""
_NEW_SENTENCE = re.compile(r"[.!?;:]\s|\n")
MIN_WORDS = 4
"""A shorter stretch in quotation marks is a word used, not a thing said, unless a cue takes it."""


class Linker:
    """Gives each quotation to a draft, or makes one of it that continues the draft before."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        drafts: list[Draft],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.drafts = drafts
        self._starts = [s.start for s in sentences]
        self._by_sentence: dict[int, list[Draft]] = {}
        for d in drafts:
            self._by_sentence.setdefault(d.sentence, []).append(d)
        self._last: tuple[Quotation, Draft] | None = None
        self.made: list[Draft] = []
        self._previous_end = 0
        for q in quotations:
            self._link(q)

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _link(self, q: Quotation) -> None:
        first, last = self._sentence_at(q.inner.start), self._sentence_at(max(q.inner.end - 1, 0))
        around = [d for i in range(first, last + 1) for d in self._by_sentence.get(i, ())]
        outside = [d for d in around if not q.inner.start <= d.cue.start < q.inner.end]
        draft = self._holder(q, outside)
        if draft is None and (q.words >= 2 or self._is_led(q)):
            draft = (
                self._waiting(q, outside)
                or self._interrupted(q, outside)
                or self._trailing(q, outside)
            )
        if draft is None and (q.words >= MIN_WORDS or self._is_sentence(q, first)):
            draft = self._neighbour(q, first, last)
        if draft is not None:
            self._last = (q, draft)

    def _is_sentence(self, q: Quotation, first: int) -> bool:
        """Whether the quotation is at least one whole sentence, however short."""
        return (
            q.words >= 2
            and q.start == self.sentences[first].start
            and (self.text[q.end - 2 : q.end - 1] in ".!?…")
        )

    def _holder(self, q: Quotation, drafts: Sequence[Draft]) -> Draft | None:
        """The draft whose content the quotation already meets; it gets the rest of it too."""
        best: Draft | None = None
        for d in drafts:
            if not d.content or not any(s.meets(q.inner) for s in d.content):
                continue
            if best is None or d.envelope.start >= best.envelope.start:
                best = d
        if best is None or best.rule == "label":
            return best
        if best.quotes:
            best.content = self._after_colon(best, q)
        heralded = self._is_led(q) and q.start < best.cue.start
        for d in drafts:
            if heralded and d is not best and d.cue.end <= q.start and len(d.content) > 1:
                # 'was clear: "We go," she said': the quotation is hers, not what came before
                d.content = [s for s in d.content if not s.meets(q.inner)] or d.content
            elif (d.quotes or d is best) and any(s.meets(q.inner) for s in d.content):
                d.content = _with(d.content, q.inner, d.cue)
        return best

    def _is_led(self, q: Quotation) -> bool:
        return self.text[max(0, q.start - 3) : q.start].rstrip().endswith(":")

    def _after_colon(self, d: Draft, q: Quotation) -> list[Span]:
        """The content without what leads up to a quotation that stands before the cue: of
        'the office was blunt: "We will go," it said' the office's bluntness is not said."""
        out = []
        for s in d.content:
            led = s.start < q.start <= s.end and s.end < d.cue.start
            if led and self.text[s.start : q.start].rstrip().endswith(":"):
                s = Span(q.inner.start, s.end)
            out.append(s)
        return out

    def _waiting(self, q: Quotation, drafts: Sequence[Draft]) -> Draft | None:
        """A cue of speech without content of its own in the quotation's sentences."""
        waiting = [d for d in drafts if d.open and not d.content]
        if not waiting:
            return self._said_before(q, drafts)
        best = min(waiting, key=lambda d: (_gap(d.cue, q.span), d.cue.start))
        if best.only_quotes and (q.words < MIN_WORDS or _gap(best.cue, q.span) > NEAR):
            return None
        best.content = [q.inner]
        return best

    def _said_before(self, q: Quotation, drafts: Sequence[Draft]) -> Draft | None:
        """ "A," she said, "B", where the parser gave the cue only B."""
        for d in drafts:
            if not (d.quotes and d.content and 0 <= d.cue.start - q.end <= NEAR):
                continue
            lead = d.content[0]
            if lead.end <= q.start and self.text[lead.end : q.start].strip() == ":":
                d.content = d.content[1:]  # what leads up to the quotation is not said
                lead = d.content[0] if d.content else q.inner
            if lead.start > d.cue.end or lead == q.inner:
                d.content = _with(d.content, q.inner, d.cue)
                return d
        return None

    def _trailing(self, q: Quotation, drafts: Sequence[Draft]) -> Draft | None:
        """The last words of a content that the parser cut short: 'said the day brought back
        memories, and of "all those who left"'."""
        for d in drafts:
            if not (d.quotes and d.content and d.cue.end < d.content[-1].start):
                continue
            end = d.content[-1].end
            if end > q.start or any(end <= other.cue.start < q.start for other in drafts):
                continue
            between = self.text[end : q.start]
            if len(between.split()) <= 8 and not _NEW_SENTENCE.search(between):
                d.content[-1] = Span(d.content[-1].start, q.inner.end)
                return d
        return None

    def _interrupted(self, q: Quotation, drafts: Sequence[Draft]) -> Draft | None:
        """ "A", she said, "B": the second part."""
        if self._last is None:
            return None
        before, draft = self._last
        if draft not in drafts or not before.end <= draft.cue.start < q.start:
            return None
        if len(self.text[before.end : q.start].split()) > 30:
            return None
        draft.content = _with(draft.content, q.inner, draft.cue)
        return draft

    def _neighbour(self, q: Quotation, first: int, last: int) -> Draft | None:
        """The speaker of the sentence behind ("…." Lopez said.) or of what came before."""
        own = self.sentences[first]
        lead = self.text[own.start : q.start].strip()
        alone = not lead or lead.endswith(":")
        after = self.text[q.end : self.sentences[last].end].strip(" .,;\n")
        if last + 1 < len(self.sentences) and not after:
            follow = self.sentences[last + 1]
            if follow.paragraph == self.sentences[last].paragraph:
                for d in self._by_sentence.get(follow.index, ()):
                    if d.open and not d.content and d.source is not None:
                        d.content = [q.inner]
                        return d
        if not alone:
            return None
        if lead.endswith(":") and (made := self._led(q, own.index)) is not None:
            return made
        before = self._speaker_before(q, first)
        if before is None:
            return None
        if before.open and not before.content:
            before.content = [q.inner]
            return before
        made = self._continued(before, q)
        self.made.append(made)
        return made

    def _led(self, q: Quotation, sentence: int) -> Draft | None:
        """'The ministry defended the raid: "It had to be done."': the quotation is another
        statement of the same speaker."""
        spoken = [
            d
            for d in self._by_sentence.get(sentence, ())
            if d.source is not None and d.content and d.cue.end <= q.start
        ]
        if not spoken:
            return None
        made = self._continued(spoken[-1], q)
        self.made.append(made)
        return made

    def _continued(self, before: Draft, q: Quotation) -> Draft:
        return replace(
            before,
            content=[q.inner],
            open=False,
            act="say",
            plain=True,
            addressee=-1,
            rule="continued",
        )

    def _speaker_before(self, q: Quotation, first: int) -> Draft | None:
        """Who spoke last before the quotation, if it plainly goes on."""
        own = self.sentences[first]
        if first == 0:
            return None
        prior = self.sentences[first - 1]
        same = prior.paragraph == own.paragraph
        heralded = self.text[prior.start : prior.end].rstrip().endswith(":")
        if self._last is not None:
            quoted, draft = self._last
            near = self._sentence_at(max(quoted.end - 1, 0))
            if near >= first - 1 or draft.sentence == prior.index:
                return draft if draft.source is not None else None
        if same or heralded:
            spoken = [
                d
                for d in self._by_sentence.get(prior.index, ())
                if d.source is not None and (d.quotes or heralded)
            ]
            if spoken:
                return max(spoken, key=lambda d: d.cue.start) if heralded else spoken[0]
        return None


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _with(content: Sequence[Span], added: Span, cue: Span) -> list[Span]:
    """``content`` and ``added`` as few spans, none of them over the cue."""
    out: list[Span] = []
    for s in sorted([*content, added]):
        if out and s.start <= out[-1].end + 2 and not out[-1].end <= cue.start < s.start:
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        else:
            out.append(s)
    return out
