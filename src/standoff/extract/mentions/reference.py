"""Pronouns, "the minister": what they take up, by simple salience.

A reference that has no clear antecedent stays unresolved: better unknown than wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.extract.mentions.draft import Building, Draft, Found
from standoff.extract.mentions.view import View
from standoff.vocab.actors import STATE_KINDS

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
_PEOPLE = frozenset({"person", "official"})
_BODIES = (STATE_KINDS | {"igo", "ngo", "armed_group", "party", "company", "media", "other"}) - {
    "official"
}
_REACH = 2
"""Sentences that a pronoun looks back."""
_ABSTRACT = frozenset(
    "matter mean depend open create make take turn come go represent reflect mark highlight"
    " underscore raise pose cost involve suggest look sound feel work".split()
)
"""Verbs whose subject "it" is mostly a state of affairs."""
_HERE = 100
"""Mentions that one sentence has at most."""
_MEMORY = 500
"""Mentions that a reference looks back over at most."""
_DONE_TO = frozenset(
    "attack accuse blame support back arm sanction threaten target hit strike fight join warn urge"
    " ask tell press pressure help defeat invade bomb ban isolate criticize criticise assist fund"
    " sue punish recognize recognise destroy weaken train supply defend leave abandon".split()
)
_TOWARD = frozenset("against to with by from on toward towards".split())
"""What is done to a party, and how it is spoken of: elsewhere the object "it" is a thing."""
_WEATHER = frozenset("seem appear remain be become happen take".split())


_COUNTS = frozenset(
    "ten dozen score hundred thousand million billion number handful couple majority group crowd"
    " hordes horde mob wave".split()
)
"""Nouns that say how many, so that what follows "of" is who acts."""


def is_subject(view: View, head: int) -> bool:
    if head < 0:
        return False
    token = view.tokens[head]
    for _ in range(6):
        if token.dep in ("nsubj", "nsubjpass", "agent"):
            return True
        if token.dep == "pobj" and view.lower[token.head] == "of":
            count = view.tokens[view.tokens[token.head].head]
            if count.lemma.lower() in _COUNTS:  # "thousands of protesters gathered"
                token = count
                continue
        if token.dep != "conj" or token.head == token.i:
            return False
        token = view.tokens[token.head]
    return False


def resolve_pronoun(
    draft: Draft, views: Sequence[View], history: Sequence[Found], view: View, i: int
) -> tuple[str, ...]:
    """The keys that the pronoun at token ``i`` takes up; empty if unsure."""
    low = view.lower[i]
    token = view.tokens[i]
    if low.endswith(("self", "selves")) and i and view.tokens[i - 1].pos in ("NOUN", "PROPN"):
        return ()  # "the choice itself"
    if low not in HE | SHE and _other_subject(history, view, i):
        return ()
    if low in HE | SHE:
        gender = "m" if low in HE else "f"
        fits = [f for f in _recent(history, view, i, _REACH) if _person(draft, f, gender)]
        fits = [f for f in fits if not _same_clause(views, f, view, i)]
        if fits and quoted(draft.text, token.start):
            fits = [f for f in fits if not _quoted_speaker(draft, views, f, view, token.start)]
        found = _choose(fits, view.index)
        if found is not None:
            draft.actors[found.keys[0]].gender = gender
        return found.keys if found else ()
    if low in IT:
        if token.dep == "expl" or (token.dep == "nsubj" and _says_nothing(view, i)):
            return ()
        above = view.tokens[token.head]
        if token.dep == "dobj" and above.lemma not in _DONE_TO:
            return ()
        if token.dep == "pobj" and above.lower not in _TOWARD:
            return ()
        spoken = _speaks_for(draft, history, view, i)
        if spoken is not None:
            return (spoken,)
        fits = [f for f in _recent(history, view, i, 1) if _body(draft, f)]
        fits = [f for f in fits if not _same_clause(views, f, view, i)]
        here = [f for f in fits if f.sentence == view.index]
        if token.dep == "poss" and here and not any(f.subject for f in here):
            found = here[0] if len({f.keys for f in here}) == 1 else None
        else:
            found = _choose(fits, view.index, subjects_only=True)
        return found.keys if found else ()
    near = [f for f in _recent(history, view, i, 1) if not _same_clause(views, f, view, i)]
    found = _choose([f for f in near if _many(draft, f)], view.index, subjects_only=True)
    if found is None:  # "Turkey justified their claim"
        here = [f for f in near if f.sentence == view.index and f.subject and _body(draft, f)]
        found = here[-1] if here else None
    return _with_conjuncts(views, history, found) if found else ()


def quoted(text: str, at: int) -> bool:
    """Whether the offset lies in quotation marks that were opened in this paragraph."""
    start = max(0, at - _QUOTE)
    start = max(start, text.rfind("\n", start, at) + 1)
    opened, closed = text.rfind("“", start, at), text.rfind("”", start, at)
    if opened >= 0 or closed >= 0:
        return opened > closed
    return text.count('"', start, at) % 2 == 1


_QUOTE = 400
"""Characters that a quotation goes on for; one that was never closed ends there."""
_MARKS = frozenset('"“”')
_SPEECH = frozenset(
    "say tell add claim argue warn insist write tweet ask note explain stress declare state"
    " comment reply respond recall".split()
)


def _quoted_speaker(draft: Draft, views: Sequence[View], f: Found, view: View, at: int) -> bool:
    """The subject of a verb of saying: who is quoted says "I", and "he" of others."""
    if f.head < 0 or not f.subject:
        return False
    if f.sentence == view.index and not _MARKS & set(draft.text[f.end : at]):
        return False  # "X said his country": told, not quoted
    tokens = views[f.sentence].tokens
    return tokens[tokens[f.head].head].lemma in _SPEECH


def _other_subject(history: Sequence[Found], view: View, i: int) -> bool:
    """Whether the subject that governs the pronoun is no mention and could be what it takes up:
    "many say they", "the report said it", "exports lost their strength"."""
    token = view.tokens[i]
    low = view.lower[i]
    if low == "its":
        return False  # a visit has no allies
    own = token.dep in ("nsubj", "nsubjpass")
    verb = view.tokens[token.head]
    known = {f.head for f in history[-_HERE:] if f.sentence == view.index}
    for _ in range(5):
        if verb.pos in ("VERB", "AUX") and not own:
            for c in verb.children:
                subject = view.tokens[c]
                if c >= i or subject.dep not in ("nsubj", "nsubjpass"):
                    continue
                if _counted(view, c) in known or c in known or subject.tag in ("WDT", "WP", "PRP"):
                    return False
                many = subject.tag in ("NNS", "NNPS") or subject.lower in _SOME
                return many if low in THEY else subject.tag in ("NN", "NNP")
        own = False
        if verb.head == verb.i:
            return False
        verb = view.tokens[verb.head]
    return False


def _counted(view: View, i: int) -> int:
    """The token of whom a count speaks: "protesters" of "tens of thousands of protesters"."""
    for _ in range(3):
        token = view.tokens[i]
        if token.lemma.lower() not in _COUNTS:
            break
        of = next((c for c in token.children if view.lower[c] == "of"), -1)
        kids = view.tokens[of].children if of >= 0 else ()
        if not kids:
            break
        i = kids[0]
    return i


_SOME = frozenset("many some others most few all several thousands hundreds dozens".split())


def _speaks_for(draft: Draft, history: Sequence[Found], view: View, i: int) -> str | None:
    """ "The group's spokesman said it had struck": the body that the speaker speaks for."""
    verb = view.tokens[view.tokens[i].head]
    if view.tokens[i].dep == "poss":
        verb = view.tokens[verb.head]
    if verb.dep != "ccomp" or view.tokens[i].dep not in ("nsubj", "nsubjpass", "poss"):
        return None
    subject = next((c for c in view.tokens[verb.head].children
                    if view.tokens[c].dep == "nsubj"), -1)  # fmt: skip
    speaker = next(
        (f for f in reversed(history[-_HERE:]) if (f.sentence, f.head) == (view.index, subject)),
        None,
    )
    if speaker is None or len(speaker.keys) != 1:
        return None
    actor = draft.actors[speaker.keys[0]]
    if actor.kind not in _PEOPLE or not actor.roles:
        return None
    role = actor.roles[-1]
    if role.organisation is not None:
        return next((k for k, a in draft.actors.items()
                     if a.name == role.organisation and a.kind in _BODIES), None)  # fmt: skip
    state = f"state:{role.country}"
    return state if role.country is not None and state in draft.actors else None


def _recent(history: Sequence[Found], view: View, i: int, reach: int) -> list[Found]:
    """Mentions before token ``i`` in reach, the latest first."""
    start, out = view.tokens[i].start, []
    for f in reversed(history):
        if f.sentence < view.index - reach:
            break
        if f.end <= start:
            out.append(f)
    return out


def _choose(fits: Iterable[Found], sentence: int, subjects_only: bool = False) -> Found | None:
    """The nearest sentence's subject; without one, its only candidate."""
    by_sentence: dict[int, list[Found]] = {}
    for f in fits:
        by_sentence.setdefault(f.sentence, []).append(f)
    for s in sorted(by_sentence, reverse=True):
        here = by_sentence[s]
        subjects = [f for f in here if f.subject]
        if subjects:
            # in this sentence the last subject before the pronoun, in an earlier one its first
            return subjects[0] if s == sentence else subjects[-1]
        if not subjects_only and len({f.keys for f in here}) == 1:
            return here[0]
    return None


def _person(draft: Draft, f: Found, gender: str) -> bool:
    if len(f.keys) != 1:
        return False
    actor = draft.actors[f.keys[0]]
    return actor.kind in _PEOPLE and not f.plural and actor.gender in ("", gender)


def _body(draft: Draft, f: Found) -> bool:
    if len(f.keys) != 1 or f.form in ("adjective", "office") or f.plural:
        return False
    return draft.actors[f.keys[0]].kind in _BODIES


def _many(draft: Draft, f: Found) -> bool:
    if f.form == "adjective":
        return False
    kind = draft.actors[f.keys[0]].kind
    return len(f.keys) > 1 or f.plural or (kind == "armed_group" and f.form == "name")


def _same_clause(views: Sequence[View], f: Found, view: View, i: int) -> bool:
    """ "Dar met him": subject and object of one verb are two; "Dar and his aides" may be one."""
    token = view.tokens[i]
    if f.sentence != view.index or f.head < 0 or token.dep in ("poss",):
        return False
    other = view.tokens[f.head]
    return other.head == token.head or (
        other.head == view.tokens[token.head].head and (view.tokens[token.head].dep == "prep")
    )


def _says_nothing(view: View, i: int) -> bool:
    """ "it is clear that", "it remains to be seen", "it is part of history", "it matters"."""
    verb = view.tokens[view.tokens[i].head]
    if verb.pos not in ("VERB", "AUX") or verb.lemma in _ABSTRACT:
        return True
    if verb.lemma == "be" and verb.dep != "ccomp":
        return True
    if verb.lemma not in _WEATHER:
        return False
    deps = {view.tokens[c].dep for c in verb.children if c > i}
    return bool(deps & {"acomp", "ccomp", "xcomp", "advcl", "attr", "prep", "oprd"})


def _with_conjuncts(
    views: Sequence[View], history: Sequence[Found], found: Found
) -> tuple[str, ...]:
    if found.head < 0:
        return found.keys
    tokens = views[found.sentence].tokens
    keys = list(found.keys)
    for f in history[-_MEMORY:]:
        if (
            f.sentence == found.sentence
            and f.head >= 0
            and f is not found
            and (tokens[f.head].dep == "conj" and tokens[f.head].head == found.head)
        ):
            keys += f.keys
    return tuple(dict.fromkeys(keys))


def last_of(
    draft: Draft, history: Sequence[Found], kinds: frozenset[str], plural: bool | None = None
) -> Building | None:
    """The actor of one of ``kinds`` mentioned last (a single one, by name or description)."""
    for f in reversed(history[-_MEMORY:]):
        if (
            len(f.keys) == 1
            and f.form in ("name", "description")
            and (plural is None or f.plural == plural)
        ):
            actor = draft.actors[f.keys[0]]
            if actor.kind in kinds:
                return actor
    return None
