"""How many were killed, injured, detained, displaced, released: the counts of one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standoff.extract.frames import syntax as syn
from standoff.types import Figure, FigureKind, Sentence, Span, Token
from standoff.vocab.figures import (
    AT_LEAST,
    AT_MOST,
    NEARLY,
    NOT_PEOPLE,
    SCALES,
    TENS,
    UNITS,
    VAGUE,
    kinds,
)

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_RANGE = re.compile(r"(\d[\d,]*)\s?(?:-|–|—|to)\s?(\d[\d,]*)$")
_MAX_CLIMB = 5
_TOLL = frozenset({"toll", "count", "number", "total", "tally"})
_REACH = frozenset("rise reach stand climb hit pass exceed top jump be surpass soar put".split())
_LETS = frozenset({"allow", "let", "permit", "enable", "help"})


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with the token of the word that makes it one ("killed", "deaths")."""

    figure: Figure
    predicate: Token


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    low: int | None
    high: int | None


def find_counts(text: str, sentence: Sentence, busy: frozenset[int]) -> list[Count]:
    """The counts of ``sentence``; tokens in ``busy`` belong to dates and times."""
    out: list[Count] = []
    for number in _numbers(text, sentence, busy):
        span = Span(sentence.tokens[number.first].start, sentence.tokens[number.last].end)
        for kind, predicate, noun in _predicates(sentence.tokens, number):
            of = _counted(text, sentence.tokens, noun)
            out.append(Count(Figure(kind, number.low, number.high, of, span), predicate))
    return out


# --- numbers --------------------------------------------------------------------------------------


def _numbers(text: str, sentence: Sentence, busy: frozenset[int]) -> list[_Number]:
    tokens, out, i = sentence.tokens, [], 0
    while i < len(tokens):
        found = None if i in busy else _number_at(text, sentence, i)
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.last + 1
    return out


def _number_at(text: str, sentence: Sentence, i: int) -> _Number | None:
    tokens = sentence.tokens
    word = tokens[i].lower
    last, vague = i, False
    if word in VAGUE:
        low: int = VAGUE[word]
        vague = True
        if i + 2 < len(tokens) and tokens[i + 1].lower == "of" and tokens[i + 2].lower in VAGUE:
            scale = SCALES.get(tokens[i + 2].lower.rstrip("s"), 1)
            low, last = 2 * {"dozens": 12, "tens": 10, "hundreds": 100}.get(word, 1) * scale, i + 2
    elif word == "tens" and i + 2 < len(tokens) and tokens[i + 2].lower in VAGUE:
        low, last, vague = 20 * SCALES[tokens[i + 2].lower.rstrip("s")], i + 2, True
    else:
        exact = _exact(tokens, i)
        if exact is None:
            return None
        low, last = exact
    high: int | None = None if vague else low
    first = i
    before = text[max(sentence.start, tokens[i].start - 30) : tokens[i].start]
    if i and tokens[i - 1].lower in ("a", "an") and word == "dozen":
        before = before[: -len(tokens[i - 1].text) - 1]
    follows = tokens[last + 1] if last + 1 < len(tokens) else None
    joints = ("-", "–", "to", "and") if i and tokens[i - 1].lower == "between" else ("-", "–", "to")
    if follows is not None and follows.text in joints and last + 2 < len(tokens):
        upper = _exact(tokens, last + 2)
        if upper is not None and upper[0] > low:
            high, last = upper
    elif follows is not None and follows.text == "+":
        high = None
    if AT_LEAST.search(before):
        high = None
    elif not vague and AT_MOST.search(before) and not NEARLY.search(before):
        low = 1
    return _Number(first, last, low, high)


def _exact(tokens: syn.Tokens, i: int) -> tuple[int, int] | None:
    """The value of the number that begins at token ``i``, and its last token."""
    word = tokens[i].lower
    m = _DIGITS.fullmatch(word)
    if m is not None:
        if len(word) > 12:
            return None
        value = float(word.replace(",", ""))
        follows = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if follows in ("million", "thousand", "billion", "hundred", "dozen"):
            return int(value * SCALES[follows]), i + 1
        return (int(value), i) if value == int(value) else None
    ranged = _RANGE.fullmatch(word)
    if ranged is not None:
        return None
    total, part, last, seen = 0, 0, i, False
    for j in range(i, min(i + 8, len(tokens))):
        w = tokens[j].lower
        if w in ("-", "and") and seen and j + 1 < len(tokens) and _is_word(tokens[j + 1].lower):
            if w == "and" and part < 100 and total == 0:
                break
            continue
        if w in UNITS:
            if seen and part % 10 and part < 20:
                break
            part += UNITS[w]
        elif w in TENS:
            part += TENS[w]
        elif "-" in w and all(_is_word(p) for p in w.split("-")) and w.split("-")[0] in TENS:
            tens, unit = w.split("-", 1)
            part += TENS[tens] + UNITS.get(unit, 0)
        elif w in SCALES and w != "score" and (seen or w in ("dozen",)):
            scale = SCALES[w]
            part = max(part, 1) * scale
            if scale >= 1_000:
                total, part = total + part, 0
        else:
            break
        seen, last = True, j
    return (total + part, last) if seen else None


def _is_word(w: str) -> bool:
    return w in UNITS or w in TENS or w in SCALES


# --- what is counted ------------------------------------------------------------------------------


def _predicates(tokens: syn.Tokens, number: _Number) -> list[tuple[FigureKind, Token, Token]]:
    """For each kind that the count is of: the kind, the word that says so, the noun counted."""
    noun = _noun(tokens, number)
    if noun is None:
        return []
    found = _predicate(tokens, number, noun)
    if found is None:
        part = tokens[noun.head]
        if noun.dep == "pobj" and part.lower in ("including", "include", "among") and part.head:
            above = _verb_of(tokens, tokens[part.head])  # "58 people, including 11 children"
            return [(*above, noun)] if above is not None else []
        ahead = _ahead(tokens, noun)
        return [(*ahead, noun)] if ahead is not None else []
    verb = _verb_of(tokens, noun)  # "70 people abducted by rebels were released"
    if verb is not None and verb[0] != found[0] and found[1].dep == "acl":
        return [found, (*verb, noun)]
    return [found]


def _ahead(tokens: syn.Tokens, noun: Token) -> tuple[FigureKind, Token] | None:
    """The passive that follows a count, where the parser has lost the thread."""
    if noun.tag not in ("NNS", "CD", "NNPS"):
        return None
    seen_be = False
    for t in tokens[noun.i + 1 : noun.i + 9]:
        if t.lemma == "be" or t.lower == "been":
            seen_be = True
        elif t.tag in ("VBN", "VBD") and seen_be:
            found = _kind(t)
            return (found, t) if found is not None else None
        elif t.pos == "VERB" or t.tag == "CD" or t.text in ".;:":
            return None
    return None


def _predicate(
    tokens: syn.Tokens, number: _Number, noun: Token
) -> tuple[FigureKind, Token, Token] | None:
    table = kinds()
    word = tokens[number.last]
    for t in (noun, word):
        if t.pos in ("NOUN", "ADJ", "VERB", "PROPN"):
            own = table.get((t.lemma, "N"))
            if own is not None and (t.lemma != "life" or _lost(tokens, t)):
                above = _verb_of(tokens, t)
                if above is not None and t.lemma in ("body", "hostage", "refugee", "detainee"):
                    return above[0], above[1], t
                return own, t, t
    for c in noun.children:  # "26 dead", "12 people wounded", "five still missing"
        child = tokens[c]
        if child.i > noun.i and child.dep in ("acl", "amod", "acomp", "advcl", "relcl", "appos"):
            found = _kind(child)
            if found is not None and (child.tag != "VBG"):
                return found, child, noun
    for c in word.children if word is not noun else ():
        child = tokens[c]
        found = _kind(child)
        if child.i > word.i and found is not None and child.tag != "VBG":
            return found, child, noun
    above = _verb_of(tokens, noun)
    if above is not None:
        return above[0], above[1], noun
    return None


def _noun(tokens: syn.Tokens, number: _Number) -> Token | None:
    """The noun that the number counts, or the number itself where it stands alone ("killed 26")."""
    t = tokens[number.last]
    if number.first and tokens[number.first - 1].text in ("$", "€", "£", "No.", "#"):
        return None
    follows = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    if follows is not None and (
        follows.text in ("%", "-", ":", "percent", "per", "th")
        or follows.lemma in NOT_PEOPLE
        or follows.lower in NOT_PEOPLE
    ):
        return None
    head = t
    for _ in range(3):
        if (
            head.dep in ("nummod", "compound", "quantmod", "amod", "det", "nmod")
            and head.head != head.i
        ):
            head = tokens[head.head]
        else:
            break
    if head.lemma in NOT_PEOPLE or head.lower in NOT_PEOPLE:
        return None
    if head.i == t.i:
        of = syn.prepositional(tokens, t, "of")
        if of and t.i + 1 < len(tokens) and tokens[t.i + 1].lower in ("of", "more"):
            if of[0].lemma in NOT_PEOPLE:
                return None
            return t
    elif head.i < number.first:
        return None
    return head


def _kind(t: Token) -> FigureKind | None:
    table = kinds()
    if t.pos in ("VERB", "AUX") or t.tag in ("VBN", "VBD"):
        found = table.get((t.lemma, "V"))
        if found is not None and t.lemma != "lose":
            return found
    return table.get((t.lower, "A"))


def _verb_of(tokens: syn.Tokens, noun: Token) -> tuple[FigureKind, Token] | None:
    """The verb whose victims ``noun`` names."""
    t = noun
    for _ in range(_MAX_CLIMB):
        if t.head == t.i:
            return None
        head = tokens[t.head]
        if head.pos in ("VERB", "AUX") or (
            head.tag in ("VBN", "VBD", "VBG") and head.dep != "amod"
        ):
            return _at_verb(tokens, t, head)
        if t.dep in ("conj", "appos") and head.pos in ("NOUN", "PROPN", "NUM"):
            t = head
        elif t.dep == "pobj" and head.lemma in ("of", "to", "at", "than") and head.head != head.i:
            above = tokens[head.head]
            if above.pos in ("VERB", "AUX"):
                return _toll(tokens, above)
            if head.lemma == "of" and above.pos in ("NOUN", "NUM"):
                if above.lemma in ("toll", "death", "life", "killing", "murder", "massacre"):
                    return ("killed", above)
                found = {
                    "arrest": "detained",
                    "detention": "detained",
                    "release": "released",
                    "evacuation": "evacuated",
                    "displacement": "displaced",
                    "abduction": "detained",
                }.get(above.lemma)
                if found is not None:
                    return found, above  # type: ignore[return-value]
                if above.lemma not in (
                    "group",
                    "lot",
                    "number",
                    "total",
                    "dozen",
                    "hundred",
                    "thousand",
                    "score",
                    "some",
                    "convoy",
                ):
                    return None
                t = above
            else:
                return None
        elif t.dep in ("nummod", "quantmod", "nmod"):
            t = head
        else:
            return None
    return None


def _at_verb(tokens: syn.Tokens, t: Token, verb: Token) -> tuple[FigureKind, Token] | None:
    kind = _kind(verb)
    passive = syn.is_passive(tokens, verb)
    if (
        t.dep in ("dobj", "dative", "oprd")
        and kind is not None
        and verb.lemma not in ("die", "flee")
    ):
        return kind, verb
    if t.dep in ("nsubj", "nsubjpass"):
        intransitive = verb.lemma in ("die", "perish", "drown", "flee", "vanish", "disappear")
        bare = verb.tag == "VBN" and not syn.children(tokens, verb, "aux", "auxpass", "dobj")
        if kind is not None and (passive or intransitive or bare or t.dep == "nsubjpass"):
            return kind, verb
        if verb.lemma == "leave" and tokens[verb.head].lemma in _LETS:
            return "evacuated", verb  # "allowed 1,400 civilians to leave"
        for c in verb.children:  # "were left dead", "26 are missing"
            found = _kind(tokens[c])
            if found is not None and tokens[c].dep in ("acomp", "oprd", "xcomp", "attr"):
                return found, tokens[c]
        for conj in syn.children(tokens, verb, "conj"):
            found = _kind(conj)
            if found is not None and syn.is_passive(tokens, conj) and kind is None:
                return found, conj
    if t.dep in ("dobj", "nsubj", "ccomp") and verb.lemma in ("leave", "see", "confirm", "report"):
        for c in verb.children:
            found = _kind(tokens[c])
            if found is not None and tokens[c].i > t.i:
                return found, tokens[c]
    if t.dep in ("attr", "dobj"):
        return _toll(tokens, verb)
    return None


def _toll(tokens: syn.Tokens, verb: Token) -> tuple[FigureKind, Token] | None:
    """ "The death toll rose to 26" """
    if verb.lemma not in _REACH:
        return None
    for s in syn.children(tokens, verb, "nsubj", "dobj"):
        if s.lemma == "toll" or (
            s.lemma in _TOLL
            and any(tokens[c].lemma in ("death", "dead", "casualty") for c in s.children)
        ):
            return "killed", s
    return None


def _lost(tokens: syn.Tokens, t: Token) -> bool:
    verb = syn.governing_verb(tokens, t)
    return verb is not None and verb.lemma in ("claim", "take", "cost", "lose")


def _counted(text: str, tokens: syn.Tokens, noun: Token) -> str | None:
    """Who is counted, in the text's words without the number ("rebel fighters")."""
    if noun.pos == "NUM" or noun.lower in VAGUE:
        of = syn.prepositional(tokens, noun, "of")
        if not of:
            return None
        noun = of[0]
    if kinds().get((noun.lemma, "N")) not in (None, "other", "detained", "displaced"):
        return None
    first = noun.i
    while (
        first > 0
        and tokens[first - 1].dep in ("compound", "amod")
        and tokens[first - 1].pos != "NUM"
    ):
        first -= 1
    return text[tokens[first].start : noun.end]
