"""One parsed sentence as the statement rules see it: subtrees, subjects, noun phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.types import Sentence, Span, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVE = frozenset({"which", "that", "who", "whom"})
_TRIM_BACK = frozenset({"``", "''", ",", ":", "-LRB-", "-RRB-", "-", "HYPH", "."})
_LOOSE = frozenset({"relcl", "acl", "appos", "punct", "advcl", "parataxis", "conj", "cc", "dep"})
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year "
    "morning evening night".split()
)
# "promised them to leave": who leaves is who promised.
_SELF_CONTROL = frozenset({"promise", "vow", "threaten"})
_NEGATIVE = frozenset({"never", "neither", "nor", "n't", "n’t", "not"})
_MAX_CLIMB = 6


class Clause:
    """A sentence's tokens with the edges of every subtree (token indices, both inclusive)."""

    __slots__ = ("left", "right", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        n = len(self.tokens)
        self.left, self.right = list(range(n)), list(range(n))
        order = [t.i for t in self.tokens if t.head == t.i]
        for i in order:  # grows: parents before children
            order.extend(self.tokens[i].children)
        for i in reversed(order):
            h = self.tokens[i].head
            self.left[h] = min(self.left[h], self.left[i])
            self.right[h] = max(self.right[h], self.right[i])

    # --- spans ------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span | None:
        """Tokens ``first`` to ``last`` without punctuation at the edges; None if none is left."""
        while first <= last and self._is_edge(first):
            first += 1
        while last >= first and self._is_edge(last):
            last -= 1
        if first > last:
            return None
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _is_edge(self, i: int) -> bool:
        t = self.tokens[i]
        return (t.pos in ("PUNCT", "SPACE") or t.tag in _TRIM_BACK) and not t.text[:1].isalnum()

    def spans(self, wanted: Iterable[int]) -> list[Span]:
        """The runs of consecutive tokens in ``wanted``, each trimmed of punctuation."""
        out: list[Span] = []
        run: list[int] = []
        for i in [*sorted(wanted), -1]:
            if run and i != run[-1] + 1:
                span = self.span(run[0], run[-1])
                if span is not None:
                    out.append(span)
                run = []
            run.append(i)
        return out

    def subtree(self, i: int) -> range:
        return range(self.left[i], self.right[i] + 1)

    def child(self, i: int, *deps: str) -> Token | None:
        for c in self.tokens[i].children:
            if self.tokens[c].dep in deps:
                return self.tokens[c]
        return None

    def children(self, i: int) -> list[Token]:
        return [self.tokens[c] for c in self.tokens[i].children]

    def head(self, t: Token) -> Token:
        return self.tokens[t.head]

    # --- noun phrases -----------------------------------------------------------------------

    def noun_phrase(self, i: int) -> Span:
        """The noun phrase headed by token ``i`` without what is loosely attached behind it
        (relative clause, apposition); of "Ana Lopez, a lawyer," it is "Ana Lopez"."""
        last = i
        for c in self.tokens[i].children:
            t = self.tokens[c]
            if c == last + 1 and t.dep == "case":
                continue
            if c > i and t.dep in _LOOSE:
                if t.dep in ("cc", "conj") and self._joins_nouns(i, t):
                    last = max(last, c if t.dep == "cc" else self._short_right(c))
                    continue
                break
            if c > i:
                last = max(last, self._short_right(c))
        first = min([self.left[c] for c in self.tokens[i].children if c < i], default=i)
        span = self.span(first, last)
        return span if span is not None else Span(self.tokens[i].start, self.tokens[i].end)

    def _short_right(self, i: int) -> int:
        last = i
        for c in self.tokens[i].children:
            t = self.tokens[c]
            if c > i:
                if t.dep in ("relcl", "appos", "punct", "advcl", "parataxis"):
                    break
                last = max(last, self._short_right(c) if c - i < 40 else c)
        return last

    def _joins_nouns(self, i: int, t: Token) -> bool:
        nouns = ("NOUN", "PROPN", "PRON", "NUM")
        if t.dep == "conj":
            return t.pos in nouns
        return any(c.dep == "conj" and c.pos in nouns and c.i > t.i for c in self.children(i))

    # --- who --------------------------------------------------------------------------------

    def is_passive(self, i: int) -> bool:
        t = self.tokens[i]
        if t.tag != "VBN":
            return False
        if self.child(i, "auxpass", "nsubjpass") is not None:
            return True
        if t.dep == "conj" and self.child(i, "nsubj", "aux") is None:
            return self.is_passive(t.head) if t.head < i else False
        return t.dep in ("acl", "amod") or (
            t.dep in ("advcl", "relcl") and self.child(i, "nsubj", "aux", "dobj") is None
        )

    def subject(self, i: int) -> Token | None:
        """The token that heads the (logical) subject of verb ``i``: its own, its antecedent's
        for a relative pronoun, or the one that it shares with the verb it hangs on."""
        for _ in range(_MAX_CLIMB):
            t = self.tokens[i]
            own = next((c for c in self.children(i) if c.dep in _SUBJECT), None)
            if own is not None and own.dep != "csubj":
                if own.lower in _RELATIVE and t.dep in ("relcl", "conj", "ccomp", "acl"):
                    return self.antecedent(i) or own
                return own
            if own is not None:
                return None
            if t.dep in ("relcl", "acl") and self.head(t).pos != "VERB":
                return self.antecedent(i)
            if t.dep == "pcomp" or (t.dep == "prep" and t.pos == "VERB"):
                i = self._verb_above(i)
            elif t.dep in ("conj", "advcl", "xcomp", "ccomp", "acl", "relcl", "dep", "parataxis"):
                controller = self.child(t.head, "dobj", "dative") if t.dep == "xcomp" else None
                if controller is not None and self.tokens[t.head].lemma not in _SELF_CONTROL:
                    return controller if controller.i < i else None
                i = t.head
            else:
                return None
            if i < 0:
                return None
        return None

    def antecedent(self, i: int) -> Token | None:
        """What the relative clause or participle of verb ``i`` hangs on."""
        for _ in range(_MAX_CLIMB):
            t = self.tokens[i]
            if t.dep in ("relcl", "acl"):
                head = self.head(t)
                if head.lemma in _TIME and head.head != head.i:  # "a letter on Monday that asked"
                    above = self.head(head)
                    if above.dep == "prep":
                        above = self.head(above)
                    if above.pos == "VERB":
                        above = self.child(above.i, "dobj") or head
                    return above
                return self._outer_antecedent(t, head)
            if t.dep not in ("conj", "ccomp", "xcomp") or t.head == t.i:
                return None
            i = t.head
        return None

    def _outer_antecedent(self, t: Token, noun: Token) -> Token:
        """ "the flood that hit two towns, which": after a comma the flood, not the towns."""
        first = self.left[t.i]
        if t.dep != "relcl" or first == 0 or self.tokens[first - 1].text != ",":
            return noun
        verb = self.head(noun)
        if noun.dep in ("dobj", "pobj") and verb.dep == "prep":
            verb = self.head(verb)
        if verb.dep in ("relcl", "acl") and verb.i < t.i:
            return self.head(verb)
        return noun

    def _verb_above(self, i: int) -> int:
        for _ in range(_MAX_CLIMB):
            t = self.tokens[i]
            if t.head == i:
                return -1
            i = t.head
            if self.tokens[i].pos in ("VERB", "AUX"):
                return i
        return -1

    def agent(self, i: int) -> Token | None:
        """The noun of a passive verb's by-phrase."""
        for c in self.children(i):
            if c.dep == "agent" or (c.dep == "prep" and c.lower == "by"):
                return self.child(c.i, "pobj")
        return None

    def is_negated(self, i: int) -> bool:
        """Whether verb ``i`` stands under a negation of its own (not, never, neither, no one)."""
        for c in self.children(i):
            if (c.dep == "neg" or c.lower in _NEGATIVE) and c.i < i:
                between = self.tokens[c.i + 1 : i]
                if not any(t.pos == "PUNCT" for t in between):
                    return True
            if c.dep in _SUBJECT and (
                c.lower in ("nobody", "none", "neither")
                or any(self.tokens[g].lower in ("no", "neither") for g in c.children)
            ):
                return True
        return False

    # --- small readings ---------------------------------------------------------------------

    def span_list(self, first: int, last: int) -> list[Span]:
        span = self.span(first, last)
        return [span] if span is not None else []

    def mark(self, i: int) -> str:
        """The word that opens the subordinate clause of ``i`` ("that", "as"), or nothing."""
        found = self.child(i, "mark")
        return found.lower if found is not None else ""

    def has_to(self, i: int) -> bool:
        """Whether verb ``i`` is a to-infinitive."""
        if any(k.tag == "TO" and k.i < i for k in self.children(i)):
            return True
        return self.tokens[i].pos == "AUX" or (i > 0 and self.tokens[i - 1].lower == "to")
