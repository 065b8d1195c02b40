"""Offices in a sentence: "Deputy Prime Minister and Foreign Minister", "spokesman for X"."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.extract.mentions.view import POSSESSIVE, View
from standoff.vocab.actors import Actors, Entry

_ORGANS = frozenset("ministry department office embassy cabinet affairs rights council".split())
STATE_ORGANS: dict[str, str] = {
    "ministry": "ministry", "department": "ministry", "embassy": "ministry", "police": "police",
    "army": "military", "military": "military", "navy": "military", "government": "government",
    "cabinet": "government", "presidential": "government",
}  # fmt: skip
"""Words of an office that tell which organ of a state it belongs to, with that organ's kind."""
PARTISAN = frozenset("opposition rebel militant separatist party insurgent".split())
_CAPITALS_ONLY = frozenset({"pm", "mp"})
_WEAK = frozenset(
    "head chief chair deputy leader justice prince king queen official officer judge general"
    " director founder commissioner representative speaker secretary coordinator".split()
)
"""Cores that are an office only where a person or an owner stands by them."""
_JOINERS = frozenset({"and", "&"})
_FORMER = frozenset({"former", "ex", "ousted", "late", "then", "outgoing"})
MAX_WORDS = 12


@dataclass(slots=True)
class Office:
    """Tokens ``first`` to ``last`` name an office; ``core`` is the index of its head word.

    ``owner`` is the lexicon's entry beside it ("Chinese", "of China", "NATO"); ``owner_token`` a
    token of a name beside it that the lexicon does not know. ``person`` is filled by the names.
    """

    first: int
    last: int
    core: int
    word: str
    title: str
    state: bool
    purpose: str
    former: bool
    weak: bool
    owner: Entry | None = None
    owner_token: int = -1
    owner_end: int = -1
    person: str | None = None


def find_offices(view: View, lexicon: Actors, text: str) -> list[Office]:
    """Offices from left to right. Claims their tokens."""
    out: list[Office] = []
    lasts = _last_words(lexicon)
    for i, low in enumerate(view.lower):
        if low not in lasts or view.cover[i] is not None:
            continue
        found = _core(view, lexicon, i)
        if found is None:
            continue
        start, word = found
        first = _left(view, lexicon, start, out)
        last = _right(view, lexicon, i)
        entry = lexicon.offices[word]
        fields = [lexicon.portfolios.get(view.lower[k], "") for k in range(first, last + 1)]
        specific = next((f for f in reversed(fields) if f), "") or entry.field
        before = {view.lower[k] for k in range(first, start)}
        former = bool(before & _FORMER)
        if view.lower[last + 1 : last + 3] in (["-", "elect"], ["-", "designate"]):
            last, former = last + 2, True  # "president-elect": not in office yet
        while first < start and view.lower[first] in {"then", "-", "newly", "new", "the"}:
            first += 1
        office = Office(
            first, last, i, word, view.text(first, last, text), entry.state, specific,
            former, word in _WEAK,
        )  # fmt: skip
        if out and out[-1].last >= first:  # "Deputy Prime Minister and Foreign Minister"
            office.first = out[-1].first
            office.title = view.text(office.first, last, text)
            office.owner, office.owner_token = out[-1].owner, out[-1].owner_token
            office.state |= out[-1].state
            office.weak = office.weak and out[-1].weak
            out.pop()
        _find_owner(view, office)
        owner = office.owner
        if word == "chief executive" and owner is not None and owner.sort == "state":
            office.state = True  # of a territory: "Hong Kong Chief Executive"
        office.state |= entry.field == "spokes" and _speaks_for_state(view, office)
        if owner is None and office.owner_token < 0:
            office.state |= _of_organ(view, office)
            office.state &= not _private(view, office)
        view.claim(office.first, office.last)
        out.append(office)
    return out


def _of_organ(view: View, office: Office) -> bool:
    """ "Head of the army", "commander of the armed forces", which no land stands beside."""
    k = office.last + 1
    if view.lower[k : k + 2] != ["of", "the"]:
        return False
    two = view.lower[k + 2 : k + 4]
    return two[:1] in (["army"], ["military"], ["navy"], ["police"]) or two in (
        ["armed", "forces"], ["air", "force"], ["security", "forces"], ["national", "police"],
        ["coast", "guard"], ["national", "guard"],
    )  # fmt: skip


_PRIVATE = frozenset(
    "union association federation group company firm bank club party movement charity church"
    " organization organisation university hospital newspaper station network airline school"
    " confederation syndicate cooperative rebels militia coalition alliance".split()
)


def _private(view: View, office: Office) -> bool:
    """ "The union's secretary-general", "the chairman of the company": of no state."""
    left = view.before(office.first)
    if 0 <= left < office.first - 1:
        return view.lower[left] in _PRIVATE
    k = office.last + 1
    if k + 2 < len(view.tokens) and view.lower[k] == "of" and view.lower[k + 1] in ("the", "a"):
        return view.lower[k + 2] in _PRIVATE
    return False


def _speaks_for_state(view: View, office: Office) -> bool:
    """ "Police spokesman", "Foreign Ministry spokeswoman", of no rebels."""
    words = set(office.title.lower().split())
    owner = office.owner
    if owner is not None and owner.sort == "name" and not owner.acts_for_state:
        return False
    before = view.lower[office.first - 1] if office.first else ""
    return bool(words & STATE_ORGANS.keys()) and not (words | {before}) & PARTISAN


_LASTS: dict[int, frozenset[str]] = {}


def _last_words(lexicon: Actors) -> frozenset[str]:
    known = _LASTS.get(id(lexicon.offices))
    if known is None:
        known = frozenset(w.replace("-", " ").split()[-1] for w in lexicon.offices)
        _LASTS[id(lexicon.offices)] = known
    return known


def _core(view: View, lexicon: Actors, i: int) -> tuple[int, str] | None:
    token = view.tokens[i]
    for n in (4, 3, 2, 1):
        if i - n + 1 < 0:
            continue
        phrase = " ".join(view.lower[i - n + 1 : i + 1]).replace(" - ", "-")
        if phrase in lexicon.offices:
            if n == 1:
                if phrase == "justice" and token.text[0].islower():
                    return None
                if phrase in _CAPITALS_ONLY and token.text != phrase.upper():
                    return None
                if view.parsed and token.pos not in ("NOUN", "PROPN"):
                    return None
            return i - n + 1, phrase
    return None


def _left(view: View, lexicon: Actors, first: int, done: list[Office]) -> int:
    """The first token of the office whose core begins at ``first``."""
    i = first
    while i > 0 and first - i < MAX_WORDS:
        low = view.lower[i - 1]
        if view.cover[i - 1] is not None:
            break
        two = f"{view.lower[i - 2]} {low}" if i > 1 else ""
        if two in lexicon.portfolios:
            i -= 2
        elif low in lexicon.portfolios or low in lexicon.ranks or low in _ORGANS:
            i -= 1
        elif low == "-" and i > 1 and view.lower[i - 2] in lexicon.ranks:
            i -= 2
        elif (
            low in _JOINERS
            and i > 1
            and (view.lower[i - 2] in lexicon.portfolios or (done and done[-1].last == i - 2))
        ):
            i -= 2
            if done and done[-1].last >= i:
                return done[-1].first
        elif low == "'s" and i > 1 and view.lower[i - 2] in _ORGANS:
            i -= 2
        else:
            break
    return i


def _right(view: View, lexicon: Actors, last: int) -> int:
    """ "of State", "for Foreign Affairs": the last token of the office."""
    n = len(view.tokens)
    if last + 2 >= n or view.lower[last + 1] not in ("of", "for"):
        return last
    k = last + 2 if view.lower[last + 2] != "the" else last + 3
    if k >= n:  # a text that breaks off: "the minister of the"
        return last
    end = last
    if view.lower[last] in ("minister", "secretary") and view.lower[k] not in lexicon.portfolios:
        run = k
        while run < n and view.cover[run] is None and view.tokens[run].text[0].isupper():
            run += 1
        words = run - k  # "Minister of Emergency Situations X Y": the name is the last two
        return k + (words if words <= 2 else words - 2) - 1 if words else last
    while k < n and view.cover[k] is None:
        low = view.lower[k]
        two = f"{low} {view.lower[k + 1]}" if k + 1 < n else ""
        if two in lexicon.portfolios:
            end = k + 1
        elif low in lexicon.portfolios and (k + 1 >= n or view.lower[k + 1] not in _FORCES):
            end = k
        elif not (low in _JOINERS and end == k - 1 and view.tokens[k + 1 : k + 2]):
            break
        k = max(end, k) + 1
    return end


_FORCES = frozenset("forces troops party group groups".split())


def _find_owner(view: View, office: Office) -> None:
    left = view.before(office.first)
    while left > 0 and view.lower[left] in ("arab", "-"):
        left -= 1
    if office.owner is None and left >= 0:
        hit = view.cover[left]
        if hit is not None:
            office.owner = hit.entry
        elif office.owner_token < 0 and _is_name(view, left):
            office.owner_token = left
    n = len(view.tokens)
    k = office.last + 1
    if k + 1 < n and view.lower[k] in POSSESSIVE and view.lower[k + 1] == "office":
        k += 2  # "the mayor's office in Tunis"
        if k + 1 < n and view.lower[k] == "in" and office.owner is None:
            hit = view.cover[k + 1]
            if hit is not None:
                office.owner = hit.entry
            elif office.owner_token < 0 and _is_name(view, k + 1):
                office.owner_token = k + 1
            return
    if k + 1 < n and view.lower[k] in ("of", "for", "to", "in", "at", "from"):
        of = view.lower[k]
        k += 2 if view.lower[k + 1] in ("the", "a", "an") and k + 2 < n else 1
        if of not in ("of", "for", "to"):
            return
        if of == "for" and office.purpose != "spokes" and office.owner is not None:
            return
        if of == "to":  # "ambassador to the United Nations X"
            hit = view.cover[k]
            if hit is not None:
                office.owner_end = view.token_from(hit.end - 1)
            return
        hit = view.cover[k]
        after = view.token_from(hit.end - 1) + 1 if hit is not None else n
        if hit is not None and of == "of" and after + 1 < n and view.lower[after] in POSSESSIVE:
            inner = view.cover[after + 1]
            if view.lower[after + 1] in PARTISAN:  # "the leader of Malawi's opposition"
                office.state = False
                return
            if inner is not None:  # "head of Iran's Quds Force"
                hit = inner
        if hit is not None and (
            of == "of" or office.purpose == "spokes" or hit.entry.sort == "name"
        ):
            if office.owner is None:
                office.owner = hit.entry
            office.owner_end = view.token_from(hit.end - 1)
        elif hit is None and _is_name(view, k) and office.owner is None and office.owner_token < 0:
            office.owner_token = k


def _is_name(view: View, i: int) -> bool:
    token = view.tokens[i]
    return token.text[0].isupper() and token.pos == "PROPN" and token.text not in POSSESSIVE


def find_parallel(view: View, lexicon: Actors) -> tuple[list[Entry], str, int] | None:
    """ "his Greek, Cypriot and French counterparts, A, B and C": owners in order, the office's word
    and the token after it; None if the sentence has no such list."""
    for i, low in enumerate(view.lower):
        if not low.endswith("s") or low[:-1] not in lexicon.offices:
            continue
        if i + 1 >= len(view.tokens) or view.lower[i + 1] != ",":
            continue
        owners: list[Entry] = []
        k, word = i - 1, low[:-1]
        while k >= 0:
            hit = view.cover[k]
            if hit is not None and hit.entry.sort in ("adjective", "state"):
                owners.insert(0, hit.entry)
            elif view.lower[k] in lexicon.portfolios:
                word = f"{view.lower[k]} {word}"
            elif view.lower[k] not in (",", "and"):
                break
            k -= 1
        if len(owners) >= 2:
            return owners, word, i + 1
    return None
