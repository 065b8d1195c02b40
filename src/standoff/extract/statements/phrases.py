"""Attribution without a verb of speech: nouns ("his call for"), "according to", adverbs, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standoff.extract.statements.clause import Clause
from standoff.extract.statements.draft import Draft
from standoff.extract.statements.speakers import DATA, author, is_agentive
from standoff.types import Sentence, Span, Token
from standoff.vocab.speech import SpeechCue, SpeechLexicon

_LIGHT = frozenset(
    "make issue release send give deliver file put voice express raise level renew repeat "
    "reiterate post publish sign launch reject receive back".split()
)
_NOT_SOURCES = frozenset({"it", "its", "there", "this", "that", "these", "those", "which", "what"})


def noun_drafts(
    clause: Clause, lexicon: SpeechLexicon, spoken_for: Sequence[Span]
) -> Iterator[Draft]:
    """Nouns of speech that have a speaker and a content: "Peru's call for talks".

    ``spoken_for`` are the contents of the sentence's verbs: a noun that heads one of them tells
    the same statement again, and is left out unless somebody else is its speaker.
    """
    for t in clause.tokens:
        rows = lexicon.nouns.get(t.lemma)
        if rows is None or t.pos != "NOUN":
            continue
        source, possessed = _noun_source(clause, t)
        if source is None or source.lower in _NOT_SOURCES - {"its"}:
            continue
        if not possessed and source.pos == "NOUN" and not is_agentive(source.lemma):
            continue
        again = any(s.start <= t.start < s.end for s in spoken_for)
        if again and (not possessed or source.pos == "PRON"):
            continue
        for row in rows:
            last = _last_word(clause, t, row)
            span = _noun_content(clause, t, row, possessed) if last is not None else None
            if span is None or last is None:
                continue
            yield Draft(
                sentence=clause.sentence.index,
                verb=t.i,
                cue=Span(t.start, clause.tokens[last].end),
                act=row.act,
                source=clause.noun_phrase(source.i),
                head=source.i,
                head_sentence=clause.sentence.index,
                content=[span],
                rule="noun",
            )
            break


def _last_word(clause: Clause, t: Token, row: SpeechCue) -> int | None:
    """The last token of the cue ("claim of responsibility"); None if its words are not there."""
    behind = clause.tokens[t.i + 1 : t.i + len(row.words)]
    return t.i + len(behind) if tuple(x.lower for x in behind) == row.words[1:] else None


def _noun_source(clause: Clause, t: Token) -> tuple[Token | None, bool]:
    own = clause.child(t.i, "poss")
    if own is not None:
        return own, True
    places = clause.children(t.i)
    if any(c.lower == "of" for c in places):  # "a claim of responsibility by the Front"
        named = clause.tokens[t.i + 2] if t.i + 2 < len(clause.tokens) else t
        places = [*places, *(clause.children(named.i) if named.lower == "responsibility" else ())]
    for c in places:
        if c.dep in ("prep", "agent") and c.lower in ("by", "from"):
            return clause.child(c.i, "pobj"), True
    head = clause.head(t)
    if t.dep == "dobj" and head.lemma in _LIGHT:
        return clause.subject(head.i), False
    return None, False


def _noun_content(clause: Clause, t: Token, row: SpeechCue, possessed: bool) -> Span | None:
    last = _complement(clause, t, row)
    if last is not None:
        return clause.span(t.i, last)
    verb = clause.head(t)
    if not (possessed and t.dep == "nsubj" and verb.lemma in ("be", "include")):
        return None
    told = clause.child(verb.i, "attr", "dobj", "ccomp", "xcomp")
    if told is None or told.i < verb.i:
        return None
    return clause.span(verb.i + 1, clause.right[verb.i])  # "their demand is the release of …"


def _complement(clause: Clause, t: Token, row: SpeechCue) -> int | None:
    """The last token of what the noun says, if one of its frames is there."""
    if any(clause.tokens[c].lemma in row.barred for c in t.children):
        return None
    if "none" in row.frames and any(c.dep == "poss" for c in clause.children(t.i)):
        return clause.right[t.i]
    places = clause.children(t.i)
    if len(row.words) > 1:
        places = clause.children(t.i + len(row.words) - 1)
    for c in places:
        if c.i < t.i:
            continue
        if c.dep in ("acl", "ccomp", "relcl"):
            mark = clause.child(c.i, "mark")
            if "that" in row.frames and mark is not None and mark.lower == "that":
                return clause.right[c.i]
            if "inf" in row.frames and clause.child(c.i, "aux") is not None and c.tag == "VB":
                return clause.right[c.i]
        if c.dep == "prep" and c.lower in row.frames:
            obj = clause.child(c.i, "pobj", "pcomp")
            if obj is not None and not any(k.lemma in row.barred for k in (obj,)):
                return clause.right[t.i]
    return None


_WORDS_OF = ["the", "words", "of"]


def according_drafts(clause: Clause) -> Iterator[Draft]:
    """ "According to X, …", "…, according to X", "in the words of X"."""
    tokens = clause.tokens
    for t in tokens:
        if t.lower == "in" and [x.lower for x in tokens[t.i + 1 : t.i + 4]] == _WORDS_OF:
            source = clause.child(t.i + 3, "pobj")
        elif t.lower == "according" and t.i + 1 < len(tokens) and tokens[t.i + 1].lower == "to":
            source = clause.child(t.i + 1, "pobj") or clause.child(t.i, "pobj")
        else:
            continue
        if source is None:
            continue
        if source.lemma in DATA:
            source = author(clause, source) or source
        phrase = set(clause.subtree(t.i))
        last = max(phrase)
        if t.i <= 1:
            wanted = [i for i in range(len(tokens)) if i not in phrase]
        elif all(x.pos in ("PUNCT", "SPACE") for x in tokens[last + 1 :]):
            wanted = list(range(t.i))
        else:
            wanted = [i for i in clause.subtree(_clause_head(clause, t)) if i not in phrase]
        content = clause.spans(wanted)
        if content:
            yield Draft(
                sentence=clause.sentence.index,
                verb=t.i,
                cue=Span(t.start, tokens[t.i + (1 if t.lower == "according" else 3)].end),
                act="report",
                source=clause.noun_phrase(source.i),
                head=source.i,
                head_sentence=clause.sentence.index,
                content=content,
                rule="according",
            )


def _clause_head(clause: Clause, t: Token) -> int:
    for _ in range(12):
        head = clause.head(t)
        if head.i == t.i or head.pos in ("VERB", "AUX"):
            return head.i
        t = head
    return t.i


def adverb_drafts(clause: Clause, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """ "allegedly", "reportedly": said by somebody who is not named."""
    for t in clause.tokens:
        rows = lexicon.adverbs.get(t.lower)
        if rows is None:
            continue
        head = clause.head(t)
        if head.i == t.i:
            continue
        first = clause.left[head.i]
        if head.dep in ("acl", "relcl", "amod") and head.head < head.i:
            first = clause.left[head.head]
        content = clause.spans(i for i in range(first, clause.right[head.i] + 1) if i != t.i)
        if content:
            yield Draft(
                sentence=clause.sentence.index,
                verb=t.i,
                cue=Span(t.start, t.end),
                act=rows[0].act,
                content=content,
                rule="adverb",
            )


_MARKS = "\"“”‘’'«» "
_LABEL = re.compile(
    r"[\"“]?([A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the|al|bin)){0,5})(?: \([^)]{1,60}\))?(:) +"
)


def label_drafts(text: str, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    """ "LOPEZ: We are ready." at the start of a line, and 'Lopez: "We are ready"'."""
    paragraph = -1
    for k, s in enumerate(sentences):
        if s.paragraph == paragraph:
            continue
        paragraph = s.paragraph
        m = _LABEL.match(text, s.start, s.end)
        if m is None or m.end() >= s.end:
            continue
        name = m.group(1)
        quoted = text[m.end()] in "\"“‘«'"
        if not (quoted or (name.isupper() and len(name) > 3)):
            continue
        last = k
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == paragraph:
            last += 1
        if len(text[m.end() : sentences[last].end].split()) < 3:
            continue
        yield Draft(
            sentence=s.index,
            verb=-1,
            cue=Span(m.start(2), m.end(2)),
            act="say",
            source=Span(m.start(1), m.end(1)),
            head=_token_before(s, m.end(1)),
            head_sentence=s.index,
            content=[_unmarked(text, m.end(), sentences[last].end)],
            plain=True,
            rule="label",
        )


def _unmarked(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def _token_before(s: Sentence, end: int) -> int:
    found = -1
    for t in s.tokens:
        if t.end > end:
            break
        found = t.i
    return found
