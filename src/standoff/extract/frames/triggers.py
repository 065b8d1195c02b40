"""Which words of a sentence carry an event, and as which row of the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from standoff.extract.frames import slots
from standoff.extract.frames import syntax as syn
from standoff.index import MentionIndex
from standoff.types import LocalActor, Mention, PlaceMention, Sentence, Statement, Token
from standoff.vocab.events import Condition, EventLexicon, EventRow, Slot

_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADP": "P"}
_PERSONAL = frozenset("he she they them him her we us i me who".split())
_OFFICIALS = frozenset(
    "president minister premier chancellor king queen prince emir sultan ambassador envoy diplomat "
    "secretary chief leader delegation official general commander spokesman representative pope "
    "counterpart senator governor chairman delegate negotiator mediator lawmaker team".split()
)
_OUTLETS = ("news", "radio", "tv", ".com", ".org", ".net", ".info")
"""How the names of outlets end that no list has."""
_PEOPLE_KINDS = frozenset({"official", "person", "other", "government", "ministry"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row found at ``token``; ``at`` is the word shown as the trigger, ``words`` the phrase."""

    token: Token
    row: EventRow
    at: Token
    words: tuple[Token, ...]


@dataclass(frozen=True)
class Scene:
    """One sentence with all that is asked about it while frames are found.

    ``places`` by their head token; ``states`` the article's state actors by country; ``busy`` the
    tokens that belong to dates. ``said`` gives the statement whose content a token stands in,
    ``cued`` the one that it is the cue of.
    """

    sentence: Sentence
    index: MentionIndex
    actors: tuple[LocalActor, ...]
    places: Mapping[int, PlaceMention]
    states: Mapping[str, int]
    busy: frozenset[int]
    classes: EventLexicon
    said: Callable[[Token], Statement | None] = lambda t: None
    cued: Callable[[Token], Statement | None] = lambda t: None

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def mention(self, t: Token) -> Mention | None:
        """The mention of actors whose head is ``t``, or that covers it and has no head there."""
        found = self.index.at(self.sentence.index, t.i)
        if found is None and t.pos in ("PROPN", "ADJ"):
            found = next(iter(self.index.covering(self.sentence.index, t.i)), None)
        return found if found is not None and found.actors else None

    def state_of(self, t: Token) -> Mention | None:
        """The state that the place at ``t`` lies in, where the article speaks of that state."""
        place = self.places.get(t.i)
        state = self.states.get(place.country or "") if place is not None else None
        if place is None or state is None:
            return None
        return Mention(place.start, place.end, place.sentence, t.i, (state,), "metonym")

    def lands_of(self, t: Token) -> set[str]:
        """The countries of the actor or the place at ``t``."""
        found, place = self.mention(t), self.places.get(t.i)
        lands = {self.actors[a].country for a in found.actors} if found is not None else set()
        return {x for x in (*lands, place.country if place is not None else None) if x}

    @property
    def place_heads(self) -> Mapping[int, PlaceMention]:
        return self.places

    def slot(self, t: Token, name: str) -> Iterable[Token]:
        """The tokens that stand in slot ``name`` of ``t``."""
        find = _SLOTS.get(name)
        if find is not None:
            return find(self, t)
        return syn.prepositional(self.tokens, t, name)


def find_triggers(scene: Scene, lexicon: EventLexicon) -> list[Trigger]:
    """The triggers of one sentence, in text order; no token carries two."""
    out: list[Trigger] = []
    if slots.legend(scene.tokens):
        return out
    asked = slots.question_to_you(scene.tokens)
    for t in scene.tokens:
        if asked and scene.said(t) is None:
            continue  # an interviewer's question tells of nothing
        pos = "M" if t.tag == "MD" else _POS.get(t.pos)
        if pos is None:
            continue
        if pos in ("P", "M"):
            known = t.lower in lexicon.closed
        else:
            known = t.lemma in lexicon.lemmas or t.lower in lexicon.lemmas
        if not known and (t.i < 2 or scene.tokens[t.i - 1].text != "-"):
            continue
        found = _reading(scene, t, pos, lexicon)
        if found is not None and found.row.type is not None:
            out.append(found)
    return out


def _reading(scene: Scene, t: Token, pos: str, lexicon: EventLexicon) -> Trigger | None:
    if pos == "V" and slots.attribute(scene.tokens, t):
        return None  # "the besieged city" tells of a state
    if t.i in scene.busy or _in_name(scene, t):
        return None
    if t.dep == "conj" and any(
        c.lower == "nor" for c in syn.children(scene.tokens, scene.tokens[t.head], "cc")
    ):
        return None  # "neither confirmed nor denied" is no denial
    lemma = syn.hyphened(scene.tokens, t)
    for form in dict.fromkeys((lemma, t.lower)):
        for reading in _parts_of_speech(scene, t, pos):
            for row in lexicon.rows.get((form, reading), ()):
                words = _phrase(scene.tokens, t, row)
                if words is None or not all(holds(scene, t, c) for c in row.conditions):
                    continue
                if reading == "N" and not _heads_its_phrase(scene, t):
                    return None
                return Trigger(t, row, _shown(scene, t, row), words)
    return None


def _in_name(scene: Scene, t: Token) -> bool:
    """Whether the token is part of somebody's name ("Council for the Prohibition of ...")."""
    if t.pos != "PROPN" and not t.text[:1].isupper():
        return False
    covering = scene.index.covering(scene.sentence.index, t.i)
    return any(m.form == "name" and m.end - m.start > t.end - t.start for m in covering)


def _parts_of_speech(scene: Scene, t: Token, pos: str) -> tuple[str, ...]:
    """As what the token may be read. Headlines and names mislead the tagger about nouns."""
    if pos == "A" and t.tag in ("JJ", "VBN"):
        return ("A",) if t.dep in ("acomp", "ROOT", "conj", "oprd", "acl") else ()
    if (
        pos == "V"
        and t.tag == "VBG"
        and (
            t.dep in ("nsubj", "dobj", "pobj")
            and syn.children(scene.tokens, t, "det", "amod", "poss")
        )
    ):
        return ("N", "V")
    if slots.nominal(scene.tokens, t):
        return ("N",)
    if pos == "V" and t.dep == "acomp":
        return ("A", "V")
    if pos == "V" and t.dep in ("nsubj", "dobj", "pobj", "compound", "nsubjpass"):
        return ("V", "N")
    return (pos,)


def _heads_its_phrase(scene: Scene, t: Token) -> bool:
    """False for a noun that only modifies another ("the attack plan")."""
    first = scene.tokens[t.head] if t.dep == "conj" else t  # "search and rescue teams"
    if first.dep not in ("compound", "amod", "nmod"):
        return True
    head = scene.tokens[first.head]
    return head.i < t.i or head.pos not in ("NOUN", "PROPN")


def _shown(scene: Scene, t: Token, row: EventRow) -> Token:
    if row.at_modal:
        for modal in _modals(scene, t):
            return modal
    return t


def _phrase(tokens: syn.Tokens, t: Token, row: EventRow) -> tuple[Token, ...] | None:
    """The tokens of the row's phrase around ``t``, or None if it is not there."""
    words = row.words
    if len(words) == 1:
        return (t,)
    if row.pos == "N":
        backwards = "of" not in words
        start = t.i - len(words) + 1 if backwards else t.i
        if start < 0 or start + len(words) > len(tokens):
            return None
        run = tokens[start : start + len(words)]
        fits = all(w in (x.lemma, x.lower) for w, x in zip(words, run))
        return tuple(run) if fits else None
    found = [t]
    for word in words[1:]:
        near = [tokens[c] for f in found for c in f.children]
        near += tokens[found[-1].i + 1 : found[-1].i + 2]
        match = next((x for x in near if x.i > t.i and word in (x.lemma, x.lower)), None)
        if match is None:
            return None
        found.append(match)
    return tuple(sorted(found, key=lambda x: x.i))


def holds(scene: Scene, t: Token, condition: Condition) -> bool:
    return condition.negated != any(_filled(scene, t, s) for s in condition.any_of)


def _filled(scene: Scene, t: Token, slot: Slot) -> bool:
    for x in slots.counted(scene.tokens, scene.slot(t, slot.slot)):
        if x.lemma in slot.words or "*" in slot.tests or x.lower in slot.words:
            return True
        if slot.words and syn.hyphened(scene.tokens, x) in slot.words:
            return True
        if any(_TESTS[test](scene, x) for test in slot.tests):
            return True
    return False


def _is_name(scene: Scene, t: Token) -> bool:
    return t.pos == "PROPN" or t.i in scene.place_heads or _is_actor_mention(scene, t)


def _is_actor_mention(scene: Scene, t: Token) -> bool:
    found = scene.index.at(scene.sentence.index, t.i)
    return found is not None and bool(found.actors)


def _is_actor(scene: Scene, t: Token) -> bool:
    return (
        t.pos == "PROPN"
        or t.lower in _PERSONAL
        or t.lemma in scene.classes.classes["PEOPLE"]
        or t.lemma in _OFFICIALS
        or _is_actor_mention(scene, t)
    )


def _is_official(scene: Scene, t: Token) -> bool:
    """A person who goes somewhere on business of state; troops and rebels are not."""
    if t.lemma in _OFFICIALS or t.lower in ("he", "she"):
        return True
    found = scene.index.at(scene.sentence.index, t.i)
    if found is not None and found.actors:
        return any(scene.actors[a].kind in _PEOPLE_KINDS for a in found.actors)
    return t.pos == "PROPN" and t.i not in scene.place_heads


def _is_armed(scene: Scene, t: Token) -> bool:
    """Somebody who fights: troops, rebels, an armed group by its name."""
    found = scene.index.at(scene.sentence.index, t.i)
    kinds = {scene.actors[a].kind for a in found.actors} if found is not None else set()
    return bool(kinds & {"armed_group", "military"}) or t.lemma in scene.classes.classes["ARMED"]


def _is_media(scene: Scene, t: Token) -> bool:
    """An outlet, or somebody of one ("a reporter of the network")."""
    near = [t, *(x for x in syn.subtree(scene.tokens, t, 6))]
    if t.pos == "PROPN" and t.lower.endswith(_OUTLETS):
        return True
    found = [scene.index.at(scene.sentence.index, x.i) for x in near]
    return any(scene.actors[a].kind == "media" for m in found if m is not None for a in m.actors)


_TESTS: dict[str, Callable[[Scene, Token], bool]] = {
    "*": lambda scene, t: True,
    "NAME": _is_name,
    "ACTOR": _is_actor,
    "OFFICIAL": _is_official,
    "MEDIA": _is_media,
    "FIGHTER": _is_armed,
    "PLACE": lambda scene, t: t.i in scene.place_heads,
    "NUM": lambda scene, t: t.pos == "NUM",
}


# --- slots --------------------------------------------------------------------------------------


def _modals(scene: Scene, t: Token) -> list[Token]:
    """The words of duty in what is said: "must", "should", "needs to", "has to"."""
    out = []
    for clause in syn.children(scene.tokens, t, "ccomp"):
        out += [a for a in syn.children(scene.tokens, clause, "aux") if a.tag == "MD"]
        bare = clause.lemma == "need" or not syn.children(scene.tokens, clause, "dobj")
        if clause.lemma in ("need", "have") and bare and _infinitive(scene, clause):
            out.append(clause)
    return out


def _infinitive(scene: Scene, t: Token) -> bool:
    return any(_with_to(scene, x) for x in syn.children(scene.tokens, t, "xcomp"))


def _with_to(scene: Scene, t: Token) -> bool:
    return any(a.lemma == "to" for a in syn.children(scene.tokens, t, "aux"))


def _to(scene: Scene, t: Token) -> list[Token]:
    verbs = [
        c
        for c in syn.children(scene.tokens, t, "xcomp", "ccomp", "acl", "advcl")
        if c.i > t.i and _with_to(scene, c)
    ]
    return verbs + syn.prepositional(scene.tokens, t, "to")


def _modifiers(scene: Scene, t: Token) -> list[Token]:
    near = syn.children(scene.tokens, t, "compound", "amod", "nmod", "npadvmod", "nummod")
    return near + [c for n in near for c in syn.children(scene.tokens, n, "compound", "amod")]


def _predicates(scene: Scene, t: Token) -> list[Token]:
    found = syn.children(scene.tokens, t, "oprd", "acomp", "attr")
    found += syn.prepositional(scene.tokens, t, "as")
    for c in syn.children(scene.tokens, t, "xcomp", "ccomp"):
        if c.i > t.i and (c.pos in ("ADJ", "NOUN") or c.lemma == "be"):
            found.append(c)
    return [x for f in found for x in syn.subtree(scene.tokens, f, 14)]


def _governor(scene: Scene, t: Token) -> list[Token]:
    noun = scene.tokens[t.head] if slots.reduced(scene.tokens, t) else t
    verb = syn.governing_verb(scene.tokens, noun)
    return [verb] if verb is not None else []


def _will(scene: Scene, t: Token) -> list[Token]:
    """ "Will" before the verb, or before the one that it hangs on ("will go on to", "will use")."""
    verbs = [t] if t.pos in ("VERB", "AUX") else _governor(scene, t)
    if t.dep in ("xcomp", "advcl", "acomp"):
        verbs.append(scene.tokens[t.head])
    return [
        a
        for v in verbs
        for a in syn.auxiliaries(scene.tokens, v)
        if a.lower in ("will", "'ll", "shall", "would", "wo")
    ]


_SLOTS: dict[str, Callable[[Scene, Token], Iterable[Token]]] = {
    "obj": lambda s, t: syn.objects(s.tokens, t),
    "subj": lambda s, t: (
        syn.agents(s.tokens, t) if syn.is_passive(s.tokens, t) else syn.subjects(s.tokens, t)
    ),
    "to": _to,
    "ccomp": lambda s, t: slots.contents(s.tokens, t),
    "imperative": lambda s, t: slots.bidding(s.tokens, t) if s.said(t) is not None else [],
    "that": lambda s, t: syn.children(s.tokens, t, "ccomp", "acl"),
    "modal": _modals,
    "mod": _modifiers,
    "poss": lambda s, t: syn.children(s.tokens, t, "poss"),
    "verb": _governor,
    "pred": _predicates,
    "passive": lambda s, t: [t] if syn.is_passive(s.tokens, t) else [],
    "plural": lambda s, t: [t] if t.tag in ("NNS", "NNPS") else [],
    "definite": lambda s, t: [
        c for c in syn.children(s.tokens, t, "det") if c.lower in ("the", "this", "that", "these")
    ],
    "neg": lambda s, t: slots.negations(s.tokens, t),
    "prt": lambda s, t: slots.particles(s.tokens, t),
    "omod": lambda s, t: slots.object_modifiers(s.tokens, t),
    "mishap": lambda s, t: slots.mishaps(s.tokens, t),
    "reduced": lambda s, t: slots.reduced(s.tokens, t),
    "prep": lambda s, t: slots.preposition(s.tokens, t),
    "infinitive": lambda s, t: [t] if _with_to(s, t) else [],
    "when": lambda s, t: slots.times(s.tokens, t),
    "home": lambda s, t: slots.at_home(s.tokens, t, s.lands_of),
    "mark": lambda s, t: syn.children(s.tokens, t, "mark"),
    "capital": lambda s, t: slots.capitalised(s.tokens, t),
    "will": _will,
    "said": lambda s, t: [t] if s.said(t) is not None else [],
    "gainsaid": lambda s, t: [t] if (x := s.cued(t)) is not None and x.act == "deny" else [],
    "head": lambda s, t: [s.tokens[t.head]],
    "cause": lambda s, t: [x for v in _governor(s, t) for x in syn.subjects(s.tokens, v)],
    "pobj": lambda s, t: syn.children(s.tokens, t, "pobj", "pcomp"),
    "under": lambda s, t: slots.under(s.tokens, t),
    "smod": lambda s, t: [m for x in syn.subjects(s.tokens, t) for m in _modifiers(s, x)],
    "copula": lambda s, t: syn.copula_subjects(s.tokens, t),
    "clause": lambda s, t: syn.subjects(s.tokens, s.tokens[t.head]),
    "ccomp.subj": lambda s, t: [
        x for c in slots.contents(s.tokens, t) for x in syn.subjects(s.tokens, c)
    ],
    "saying": lambda s, t: [
        x for c in syn.children(s.tokens, t, "ccomp") for x in syn.subtree(s.tokens, c, 16)
    ],
}
