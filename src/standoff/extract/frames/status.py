"""Did it happen? The status and the tense of a trigger, from what stands above and before it."""

from __future__ import annotations

from typing import Literal, cast

from standoff.extract.frames import syntax as syn
from standoff.extract.frames.triggers import Scene, Trigger
from standoff.types import Status, Token
from standoff.vocab.events import modality

Tense = Literal["past", "perfect", "present", "future", "none"]

_MAX_CLIMB = 6
_WILL = frozenset({"will", "'ll", "shall", "wo", "’ll"})
_MAY = frozenset({"would", "could", "may", "might", "can", "'d", "ca"})
_SHOULD = frozenset({"should", "must", "ought"})
_CONDITIONAL = frozenset({"if", "unless", "lest", "whether"})
_ADJECTIVES: dict[str, Status] = {
    "planned": "planned", "upcoming": "planned", "scheduled": "planned", "future": "planned",
    "forthcoming": "planned", "next": "planned", "impending": "planned", "imminent": "planned",
    "looming": "planned",
    "proposed": "called_for", "requested": "called_for", "possible": "hypothetical",
    "potential": "hypothetical", "threatened": "hypothetical", "hypothetical": "hypothetical",
    "feared": "hypothetical", "any": "hypothetical", "ongoing": "ongoing",
    "continuing": "ongoing", "continued": "ongoing", "current": "ongoing",
    "attempted": "hypothetical",
}  # fmt: skip
KIND = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
)  # fmt: skip
"""Types that turn into REJECT where somebody says that he will not do it."""

MATERIAL = frozenset(
    {"COOPERATE", "AID", "CONCEDE", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"}
)
_STATES_V = frozenset(
    "support back hold besiege fight battle occupy control defy blockade surround arm fund train "
    "harbor harbour shelter isolate contest encircle finance".split()
)
_STATES_N = frozenset({"siege", "fighting", "blockade", "occupation", "insurgency", "curfew"})
_ARGUMENT = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "xcomp"})
_INTO = frozenset("engage participate take enter resort lead join return go move".split())
_AGAIN = frozenset({"regularly", "repeatedly", "routinely", "constantly", "continually", "daily"})
_GIVEN = frozenset(
    "after following over into amid amidst since despite because due like unlike".split()
)
"""What stands under these has happened, whatever the clause asks for or plans."""
_SPOKEN_OF = frozenset(
    "condemn denounce criticize criticise praise welcome support back end stop halt cease curb "
    "investigate probe avenge discuss justify mourn stem quell contain counter survive withstand "
    "confront".split()
)
"""Verbs whose object is there before them: who wants to end a siege says that there is one."""
_OCCUR = frozenset(
    "be begin start continue resume happen occur take go last come follow proceed end involve "
    "include run".split()
)
"""Verbs whose subject is yet to come where they are: "the drills will begin on Monday"."""
_UNREAL = frozenset({"planned", "called_for", "hypothetical"})
_NOW = frozenset({"currently", "still", "now", "already", "presently"})
_SPELLS = frozenset({"month", "year", "week", "day", "decade", "hour"})
_LONG = frozenset({"war", "conflict", "rebellion", "uprising", "insurgency", "fighting"})

_COMPLEMENT = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "nsubjpass", "advcl", "relcl",
     "conj", "attr", "agent", "dative", "oprd", "compound", "appos", "nsubj", "amod"}
)  # fmt: skip


def status_of(scene: Scene, trigger: Trigger) -> Status:
    t = trigger.token
    if trigger.row.actor == ("speaker",):
        return "happened"  # done by saying it
    if trigger.row.pos == "N":
        found = _of_adjectives(scene, trigger, t)
        if found is not None:
            return found
    own = _of_clause(scene, t, trigger)
    if own == "planned" and _asks(trigger, "will"):
        return "happened"  # "we will respond": the threat is made by saying so
    if own is not None:
        return own
    above = _of_governors(scene, t)
    if above == "planned" and trigger.row.type == "AGREE" and trigger.row.pos == "N":
        above = None  # "agreed to a deal": the deal is made
    if above is not None:
        return above
    return "ongoing" if _lasts(scene, trigger) else "happened"


def refuses(scene: Scene, trigger: Trigger) -> bool:
    """ "Will not", "would never": words of refusal, where the doer speaks of himself."""
    t = trigger.token
    if trigger.row.pos != "V" or not (syn.children(scene.tokens, t, "neg") or _never(scene, t)):
        return False
    forms = {a.lower for a in syn.auxiliaries(scene.tokens, t)}
    return bool(forms & (_WILL | {"would"})) and not syn.is_passive(scene.tokens, t)


def tense_of(scene: Scene, trigger: Trigger) -> Tense:
    """The tense of the clause that the trigger stands in."""
    t = trigger.token
    for _ in range(_MAX_CLIMB):
        if t.pos in ("VERB", "AUX"):
            aux = syn.auxiliaries(scene.tokens, t)
            forms = {a.lower for a in aux}
            if forms & _WILL:
                return "future"
            if forms & {"have", "has", "had", "'ve"} and t.tag in ("VBN", "VBD"):
                return "past" if "had" in forms else "perfect"
            tags = {a.tag for a in aux} | {t.tag}
            if "VBD" in tags:
                return "past"
            if tags & {"VBZ", "VBP"}:
                return "present"
        if t.head == t.i:
            break
        t = scene.tokens[t.head]
    return "none"


def _lasts(scene: Scene, trigger: Trigger) -> bool:
    """Whether the text tells of a state of things rather than of a deed."""
    tokens, t, kind = scene.tokens, trigger.token, trigger.row.type
    first = tokens[t.head] if t.dep == "conj" and tokens[t.head].pos == "NOUN" else t
    if first.dep in ("pobj", "pcomp") and tokens[first.head].lemma == "of":
        measure = tokens[tokens[first.head].head]
        if measure.lemma in _SPELLS:
            return True  # "months of shelling"
    if trigger.row.pos == "N":
        return t.lemma in _STATES_N and not any(
            x.lemma in ("end", "begin", "erupt", "break") for x in _above(tokens, t)
        )
    if kind not in MATERIAL and t.lemma not in _STATES_V:
        return False
    forms = {a.lower for a in syn.auxiliaries(tokens, t)}
    if any(c.lower in _AGAIN for c in syn.children(tokens, t, "advmod")):
        return True
    if t.lemma in _STATES_V and (
        forms & {"have", "has", "had"}
        or t.dep in ("acl", "amod", "relcl")
        or (t.dep == "advcl" and t.tag == "VBN")
        or t.tag == "VBG"
        or (t.tag in ("VBZ", "VBP") and _told(scene))
    ):
        return True
    if t.lemma in ("die", "kill", "perish") and forms & {"have", "has"}:
        since = [
            m for c in syn.children(tokens, t, "advcl") for m in syn.children(tokens, c, "mark")
        ]
        return any(x.lemma in _LONG for x in syn.prepositional(tokens, t, "in")) or any(
            m.lower == "since" for m in since
        )
    return t.tag in ("VBZ", "VBP") and not forms and kind in MATERIAL and _told(scene)


def _above(tokens: syn.Tokens, t: Token) -> list[Token]:
    return [tokens[t.head]] if t.head != t.i else []


def _told(scene: Scene) -> bool:
    """Whether the sentence is running text: in a headline the present tense tells of the past."""
    return scene.tokens[-1].text[-1:] in '.!?"”’' and len(scene.tokens) > 6


def _of_adjectives(scene: Scene, trigger: Trigger, t: Token) -> Status | None:
    for m in syn.children(scene.tokens, t, "amod", "det", "compound"):
        found = _ADJECTIVES.get(m.lower)
        if found == "ongoing" and trigger.row.type not in MATERIAL:
            continue  # a "continued commitment" is expressed, not under way
        if found is not None and not (m.lower == "any" and t.head == t.i):
            return found
        if m.lower == "no":
            return "denied"
    return None


def _of_clause(scene: Scene, t: Token, trigger: Trigger | None) -> Status | None:
    """What the auxiliaries, the negation and the conjunction of the clause of ``t`` say."""
    tokens = scene.tokens
    aux = syn.auxiliaries(tokens, t)
    forms = {a.lower for a in aux}
    wants_no = trigger is not None and _asks(trigger, "neg")
    if not wants_no and (syn.children(tokens, t, "neg") or _never(scene, t) or _nobody(scene, t)):
        return "denied"
    if _yet_to(scene, t, forms):
        return "denied"
    if any(m.lower in _CONDITIONAL for m in syn.children(tokens, t, "mark")):
        return "hypothetical"
    if wants_no:
        return None
    if forms & _WILL:
        return "planned"
    if forms & _SHOULD:
        return "called_for"
    if forms & _MAY:
        return "planned" if "would" in forms and _reported(scene, t) else "hypothetical"
    if _to_be_done(scene, t, forms):
        return "planned"
    if t.tag == "VBG" and any(a.lemma == "be" and a.tag in ("VBZ", "VBP", "VBN") for a in aux):
        return "ongoing"
    if t.tag == "VBN" and "being" in forms and t.dep != "pcomp" and not forms & {"was", "were"}:
        return "ongoing"
    if t.tag == "VBN" and forms & {"is", "are"} and _adverb(scene, t, _NOW):
        return "ongoing"  # "470 are currently detained"
    if t.pos == "VERB" and t.lemma in ("continue", "persist", "rage"):
        return "ongoing"
    return None


def _asks(trigger: Trigger, slot: str) -> bool:
    return any(s.slot == slot for c in trigger.row.conditions for s in c.any_of)


def _never(scene: Scene, t: Token) -> bool:
    return any(
        c.lower in ("never", "neither", "nor")
        for c in syn.children(scene.tokens, t, "advmod", "preconj", "cc")
    )


def _nobody(scene: Scene, t: Token) -> bool:
    """Whether the clause is about "no suspects", "nobody"."""
    return (
        t.pos == "VERB"
        and t.lemma not in ("claim", "admit")
        and any(
            s.lower in ("nobody", "none")
            or any(d.lower == "no" for d in syn.children(scene.tokens, s, "det"))
            for s in syn.children(scene.tokens, t, "nsubj", "nsubjpass")
        )
    )


def _adverb(scene: Scene, t: Token, words: frozenset[str]) -> bool:
    return any(c.lower in words for c in syn.children(scene.tokens, t, "advmod"))


def _reported(scene: Scene, t: Token) -> bool:
    """Whether "would" is the future of something said in the past."""
    head = scene.tokens[t.head]
    if t.dep == "conj":
        t, head = head, scene.tokens[head.head]
    return t.dep == "ccomp" and head.tag in ("VBD", "VBN", "VBG")


def _to_be_done(scene: Scene, t: Token, forms: set[str]) -> bool:
    """ "Rebels are to leave", and the headline's "Rebels to leave"."""
    if "to" not in forms:
        return False
    head = scene.tokens[t.head]
    if t.dep == "ROOT" or (t.dep in ("acl", "relcl") and head.dep == "ROOT" and not _told(scene)):
        return True
    return t.dep == "xcomp" and head.lemma == "be"


def _yet_to(scene: Scene, t: Token, forms: set[str]) -> bool:
    """ "Has yet to concede", "are yet to agree": it has not happened."""
    if "to" not in forms:
        return False
    start = min(a.i for a in syn.auxiliaries(scene.tokens, t) if a.lower == "to")
    before = scene.tokens[max(start - 2, 0) : start]
    return bool(before) and before[-1].lower == "yet" and before[0].lemma in ("have", "be", "'ve")


def _of_governors(scene: Scene, t: Token) -> Status | None:
    tokens, table = scene.tokens, modality()
    for _ in range(_MAX_CLIMB):
        if t.head == t.i or t.dep not in _COMPLEMENT or t.dep in ("relcl", "appos"):
            return None
        head = tokens[t.head]
        if t.dep == "pobj" and (head.lemma in _GIVEN or head.lower in _GIVEN):
            return None  # "called for an inquiry into the attack"
        if t.dep == "dobj" and t.pos != "VERB" and head.lemma in _SPOKEN_OF:
            return None
        if t.dep == "conj" and head.pos == t.pos:
            t = head
            continue
        if head.pos in ("VERB", "AUX", "NOUN", "ADJ"):
            found = table.get(head.lemma)
            if found is not None and _takes(t, head, scene):
                if found == "happened":
                    return _begun(scene, t, head)
                if head.lemma not in ("claim", "believe", "say") or not _done(scene, t):
                    return cast(Status, found)
            if head.pos in ("VERB", "AUX") and (
                t.dep in _ARGUMENT or (t.dep == "prep" and head.lemma in _INTO)
            ):
                own = _of_clause(scene, head, None)
                if own in _UNREAL and _stands(scene, t, head):
                    return None
                if own is not None:
                    return own
            if head.pos in ("VERB", "AUX") and t.dep in ("ccomp", "advcl", "nsubj"):
                if t.dep == "advcl" and _bare(scene, t):  # "will meet to discuss"
                    own = _of_clause(scene, head, None)
                    if own in ("planned", "hypothetical"):
                        return own
                    if (own is None and syn.children(tokens, head, "aux")) or head.dep == "xcomp":
                        t = head
                        continue
                return None
        t = head
    return None


def _begun(scene: Scene, t: Token, verb: Token) -> Status:
    """What "begin" says of a deed: its own clause counts first, and "has begun" is under way."""
    own = _of_clause(scene, verb, None)
    if own in _UNREAL:
        return own
    perfect = any(a.lower in ("have", "has") for a in syn.auxiliaries(scene.tokens, verb))
    return "ongoing" if perfect and t.pos == "VERB" else "happened"


def _done(scene: Scene, t: Token) -> bool:
    """ "Claimed to have captured"."""
    return any(a.lemma == "have" for a in syn.auxiliaries(scene.tokens, t))


def _stands(scene: Scene, t: Token, verb: Token) -> bool:
    """Whether a deed is there before what is said of it: "the attack will bring sorrow"."""
    if t.dep != "nsubj" or t.pos == "VERB" or verb.pos != "VERB" or verb.lemma in _OCCUR:
        return False
    return any(
        c.dep == "poss" or c.lower in ("the", "this", "that", "these", "those")
        for c in syn.children(scene.tokens, t, "det", "poss")
    )


def _takes(t: Token, head: Token, scene: Scene) -> bool:
    """Whether the event is what ``head`` speaks of, not a bystander of its clause."""
    if t.dep == "acl":
        return _bare(scene, t)  # "a plan to attack", but not "a resolution demanding"
    if t.dep == "dobj" and head.lemma in ("order", "agree"):
        return False  # "ordered an air strike"
    if t.dep in ("xcomp", "dobj", "attr", "compound"):
        return True
    if t.dep == "nsubjpass":
        return True
    if t.dep == "ccomp":
        return head.lemma not in (
            "continue",
            "tell",
            "warn",
            "threaten",
            "promise",
            "pledge",
            "insist",
            "call",
        ) or _bare(scene, t)
    if t.dep == "prep":
        return t.lemma in ("for", "of", "to", "against") and t.i - head.i <= 6
    return False


def _bare(scene: Scene, t: Token) -> bool:
    return any(a.lemma == "to" for a in syn.auxiliaries(scene.tokens, t)) or t.tag == "VB"
