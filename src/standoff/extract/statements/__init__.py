"""Text, parse and mentions → who says what.

Attribution as PARC and PolNeAR have it: a source, a cue, a content. Verbs of speech are read off
the parse, quotations off the plain text; a quotation takes the cue that it touches, or goes on
with the speaker before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from standoff.extract.statements.acts import contradicts, judged, kind_of, refined
from standoff.extract.statements.clause import Clause
from standoff.extract.statements.contents import contents
from standoff.extract.statements.cues import VerbCue, verb_cues
from standoff.extract.statements.draft import Draft
from standoff.extract.statements.linking import MIN_WORDS, Linker
from standoff.extract.statements.phrases import (
    according_drafts,
    adverb_drafts,
    label_drafts,
    noun_drafts,
)
from standoff.extract.statements.quotes import Quotations, find_quotations
from standoff.extract.statements.sharing import share_speakers
from standoff.index import MentionIndex
from standoff.types import Mentions, Sentence, Span, Statement, Token
from standoff.vocab.speech import SpeechLexicon, speech_cues
from standoff.vocab.vocabulary import Vocabulary


def find_statements(
    text: str, sentences: Sequence[Sentence], mentions: Mentions, vocab: Vocabulary
) -> list[Statement]:
    """All statements of one article, in text order of their cues.

    ``source``, ``cue`` and ``content`` are offsets into ``text``; a content that the cue
    interrupts has several spans. ``actors`` are indices into ``mentions.actors``.
    """
    lexicon = speech_cues(vocab)
    quotations = Quotations(find_quotations(text))
    drafts: list[Draft] = list(label_drafts(text, sentences))
    for s in sentences:
        if s.tokens:
            drafts.extend(_in_sentence(s, lexicon, quotations))
    linker = Linker(text, sentences, quotations.all, drafts)
    drafts = [d for d in [*drafts, *linker.made] if d.content]
    drafts = _distinct(drafts)
    index = MentionIndex(sentences, mentions.mentions)
    return _finished(text, sentences, drafts, quotations, lexicon, index)


def _in_sentence(sentence: Sentence, lexicon: SpeechLexicon, quotations: Quotations) -> list[Draft]:
    tokens = sentence.tokens
    if not any(
        t.lemma in lexicon.verbs or t.lemma in lexicon.nouns or t.lower in lexicon.adverbs
        or t.lower in ("according", "words")
        for t in tokens
    ):  # fmt: skip
        return []
    clause = Clause(sentence)
    out: list[Draft] = []
    for readings in verb_cues(clause, lexicon):
        drafts = [d for d in (_verb_draft(clause, cue) for cue in readings) if d is not None]
        draft = next((d for d in drafts if d.content), drafts[0] if drafts else None)
        if draft is not None and not _in_quotation(draft, quotations):
            out.append(draft)
    share_speakers(clause, out)
    out.extend(according_drafts(clause))
    spoken_for = [s for d in out for s in d.content]
    out.extend(
        d for d in noun_drafts(clause, lexicon, spoken_for) if not _in_quotation(d, quotations)
    )
    out.extend(d for d in adverb_drafts(clause, lexicon) if not _in_quotation(d, quotations))
    return out


def _verb_draft(clause: Clause, cue: VerbCue) -> Draft | None:
    found = contents(clause, cue)
    frames = cue.row.frames
    if found and "that" not in frames:
        found = _up_to_quotation(clause, found)
    speaks = bool(frames & {"that", "quote", "to-whom"}) and cue.act == cue.row.act
    if not found and not speaks:
        return None
    if cue.source is None and not (found and ("that" in frames or cue.act == "accuse")):
        return None
    s = clause.sentence
    source = clause.noun_phrase(cue.source.i) if cue.source is not None else None
    if cue.passive and cue.source is not None and source is not None:
        source, found = _beyond_agent(clause, cue, cue.source, source, found)
    return Draft(
        sentence=s.index,
        verb=cue.main,
        cue=Span(clause.tokens[cue.first].start, clause.tokens[cue.last].end),
        act=cue.act,
        source=source,
        head=cue.source.i if cue.source is not None else -1,
        head_sentence=s.index if cue.source is not None else -1,
        content=found,
        addressee=_addressee(clause, cue),
        open=speaks and not found,
        quotes=speaks,
        only_quotes=frames == {"quote"},
        plain=cue.act == "say",
        names=bool(frames & {"pred", "as"}),
        rule="verb",
    )


def _up_to_quotation(clause: Clause, found: Sequence[Span]) -> list[Span]:
    """An object ends before a colon that leads to a quotation."""
    tokens = clause.tokens
    for a, b in pairwise(tokens):
        if a.text != ":" or b.text[:1] not in "\"“‘'«":
            continue
        if any(s.start < a.start < s.end for s in found):
            end = tokens[a.i - 1].end
            return [Span(s.start, min(s.end, end)) for s in found if s.start < end]
    return list(found)


def _beyond_agent(
    clause: Clause, cue: VerbCue, agent: Token, source: Span, found: Sequence[Span]
) -> tuple[Span, list[Span]]:
    """ "The raid was blamed by survivors on the guard": what the parser hung on the agent."""
    for c in clause.children(agent.i):
        if c.dep == "prep" and c.i > agent.i and f"obj+{c.lower}" in cue.row.frames:
            rest = clause.span_list(c.i, clause.right[c.i])
            end = clause.tokens[c.i - 1].end
            return Span(source.start, min(source.end, end)), [*found, *rest]
    return source, list(found)


def _addressee(clause: Clause, cue: VerbCue) -> int:
    if "to-whom" in cue.row.frames and not cue.passive:
        whom = clause.child(cue.i, "dobj", "dative")
        return whom.i if whom is not None else -1
    return -1


def _in_quotation(draft: Draft, quotations: Quotations) -> bool:
    """Whether the cue is itself part of what somebody is quoted as saying ("we urge …")."""
    q = quotations.holding(draft.cue)
    return q is not None and q.words >= MIN_WORDS


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """In text order, each content and cue once."""
    seen: set[tuple[Span, Span]] = set()
    out = []
    for d in sorted(drafts, key=lambda d: (d.cue.start, d.content[0].start, d.rule)):
        key = (d.cue, d.envelope)
        if key not in seen:
            seen.add(key)
            out.append(d)
    return out


def _finished(
    text: str,
    sentences: Sequence[Sentence],
    drafts: Sequence[Draft],
    quotations: Quotations,
    lexicon: SpeechLexicon,
    index: MentionIndex,
) -> list[Statement]:
    out = []
    for d, inside in zip(drafts, _nesting(drafts), strict=True):
        kind = kind_of(d, quotations, text)
        act = d.act
        if d.plain:
            said = text[d.content[0].start : d.content[-1].end]
            act = judged(act, said, lexicon.judgements, d.names)
            act = refined(act, said, kind == "indirect")
        elif d.rule == "according" and contradicts(text[d.content[0].start : d.content[-1].end]):
            act = "deny"
        whom = index.of_phrase(d.sentence, d.addressee) if d.addressee >= 0 else None
        out.append(
            Statement(
                source=d.source,
                cue=d.cue,
                content=tuple(d.content),
                act=act,
                quotation=kind,
                actors=_actors(d, sentences, index),
                speaker_text=d.source.cut(text) if d.source is not None else None,
                addressee=whom.actors if whom is not None else (),
                sentence=d.sentence,
                inside=inside,
                rule=d.rule,
            )
        )
    return out


def _actors(d: Draft, sentences: Sequence[Sentence], index: MentionIndex) -> tuple[int, ...]:
    """The source's actors: of each of its joined nouns the mention that it is, or that stands
    beside it ("the group X"); else the first mention in it."""
    if d.head < 0 or d.source is None:
        return ()
    tokens = sentences[d.head_sentence].tokens
    found: list[int] = []
    for i in _joined(tokens, d.head, d.source.end):
        mention = index.of_phrase(d.head_sentence, i)
        if mention is None:
            beside = [c for c in tokens[i].children if tokens[c].dep == "appos"]
            mention = next((m for c in beside if (m := index.at(d.head_sentence, c))), None)
        found.extend(mention.actors if mention is not None else ())
    if not found:
        inside = next(iter(index.inside(d.source.start, d.source.end)), None)
        found.extend(inside.actors if inside is not None else ())
    return tuple(dict.fromkeys(found))


def _joined(tokens: Sequence[Token], head: int, end: int) -> list[int]:
    """``head`` and the nouns that "and" joins to it, before offset ``end``."""
    out = [head]
    for i in out:  # grows
        if len(out) < 6:
            out.extend(
                c for c in tokens[i].children if tokens[c].dep == "conj" and tokens[c].end <= end
            )
    return out


def _nesting(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the smallest other whose content holds its cue."""
    by_start = sorted(range(len(drafts)), key=lambda k: (drafts[k].envelope.start, k))
    starts = [drafts[k].envelope.start for k in by_start]
    longest = max((d.envelope.end - d.envelope.start for d in drafts), default=0)
    out: list[int | None] = []
    for k, d in enumerate(drafts):
        best: tuple[int, int] | None = None
        lo, hi = bisect_left(starts, d.cue.start - longest), bisect_right(starts, d.cue.start)
        for j in by_start[lo:hi]:
            other = drafts[j]
            if j == k or other.cue == d.cue or not any(s.holds(d.cue) for s in other.content):
                continue
            size = (other.envelope.end - other.envelope.start, j)
            best = size if best is None else min(best, size)
        out.append(best[1] if best is not None else None)
    return out
