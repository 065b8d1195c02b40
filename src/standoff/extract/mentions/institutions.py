"""Organs of states: "the Indian military", "Syrian government forces", "China's foreign ministry".

The same words name an organ in any case and with any owner, so they are read off the words and not
off a list of names.
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.extract.mentions.names import PEOPLES
from standoff.extract.mentions.view import View, lands_before
from standoff.types import ActorKind
from standoff.vocab.actors import Actors, Entry, Hit

_CORES: dict[str, ActorKind] = {
    "army": "military", "military": "military", "navy": "military", "troops": "military",
    "soldiers": "military", "forces": "military", "force": "military", "airforce": "military",
    "servicemen": "military", "guards": "military", "guard": "military",
    "police": "police", "policemen": "police", "gendarmerie": "police",
    "parliament": "parliament", "senate": "parliament", "congress": "parliament",
    "assembly": "parliament", "representatives": "parliament", "legislature": "parliament",
    "court": "court", "judiciary": "court",
    "government": "government", "regime": "government", "administration": "government",
    "authorities": "government", "cabinet": "government", "junta": "government",
    "ministry": "ministry", "department": "ministry", "embassy": "ministry",
    "consulate": "ministry", "intelligence": "ministry",
    "troop": "military", "soldier": "military", "service": "police", "services": "police",
    "coastguard": "police", "customs": "police",
    "council": "government", "committee": "ministry", "commission": "government",
}  # fmt: skip
_NEEDS: dict[str, frozenset[str]] = {
    "force": frozenset({"air", "police", "security"}),
    "assembly": frozenset({"national", "federal", "constituent"}),
    "representatives": frozenset({"of"}),
    "guard": frozenset({"national", "coast", "republican", "border", "presidential"}),
    "guards": frozenset({"national", "coast", "republican", "border", "presidential"}),
    "department": frozenset(),
    "service": frozenset({"border", "security", "secret", "intelligence", "prison", "customs"}),
    "services": frozenset({"border", "security", "secret", "intelligence"}),
    "intelligence": frozenset({"military"}),
    "council": frozenset({"constitutional", "military", "transitional", "ruling"}),
    "committee": frozenset({"state"}),
    "commission": frozenset({"high", "electoral", "election"}),
}
"""Cores that are an organ only with one of these words; ``department`` needs a portfolio."""
_MODIFIERS = frozenset(
    "national armed air ground land naval security special defence defense royal federal supreme"
    " high foreign interior military border coast people's constitutional riot secret republican"
    " government regime army police presidential central state elite arab provisional interim"
    " transitional ruling caretaker unity democratic local naval marine upper lower joint regular"
    " paramilitary constituent allied combat intelligence prison customs criminal appeals"
    " anti-corruption electoral election independent administrative civil".split()
)
_AGENCIES = frozenset("federal national general royal central drug food".split())
_NOT_STATE = frozenset("rebel opposition insurgent separatist local allied joint".split())
_BODIES = frozenset({"council", "committee", "commission", "service", "services"})
"""Cores that are an organ only where their words say so."""
_AT_HOME = frozenset({"police", "government", "court", "parliament"})
"""Organs that are those of the land they are in: "security forces in Sudan", and no "troops"."""


@dataclass(slots=True)
class Institution:
    """Tokens ``first`` to ``last``; ``core`` its head word. ``owner`` and ``owner_token`` as for
    offices; ``definite`` where "the" stands before it and nothing tells whose it is."""

    sentence: int
    first: int
    last: int
    core: int
    kind: ActorKind
    field: str
    words: tuple[str, ...]
    owner: Entry | None = None
    owner_first: int = -1
    owner_token: int = -1
    definite: bool = False
    adjective: bool = False
    key: str | None = None
    lands: tuple[Hit, ...] = ()
    """Two or more in "British and French troops"."""


def find_institutions(view: View, lexicon: Actors) -> list[Institution]:
    """Organs from left to right. Claims their tokens, not the owner's."""
    out: list[Institution] = []
    for i, low in enumerate(view.lower):
        kind = _CORES.get(low)
        if kind is None or view.cover[i] is not None or view.taken[i]:
            continue
        if view.parsed and view.tokens[i].pos not in ("NOUN", "PROPN"):
            continue
        adjective = _modifies(view, i)
        if adjective and _continues(view, i):
            continue
        found = _institution(view, lexicon, i, kind)
        if found is not None and _own_name(view, found):
            continue
        if found is None and adjective and low not in _BODIES:
            found = Institution(view.index, i, i, i, kind, "", (low,))
            if kind not in ("military", "government", "police"):
                continue
        if found is not None:
            found.adjective = adjective
            view.claim(found.first, found.last)
            out.append(found)
    return out


def _modifies(view: View, i: int) -> bool:
    """ "army offensive", "regime TV": this word only qualifies a later one."""
    token = view.tokens[i]
    if i + 1 >= len(view.tokens) or not view.parsed:
        return False
    return token.dep in ("compound", "nmod", "amod") and i < token.head <= i + 4


def _own_name(view: View, found: Institution) -> bool:
    """ "Savanna Resistance Army": capitalised after an unknown name, so a name and no organ."""
    if found.owner_token < 0:
        return False
    if found.kind == "government":  # "Obama Administration", but "Federal Aviation Administration"
        before = found.owner_token - 1
        return before >= 0 and view.lower[before] in _AGENCIES
    if found.owner_token != found.first - 1 and view.lower[found.owner_token] not in PEOPLES:
        return False
    return view.tokens[found.core].text[0].isupper() and not view.title_case


def _continues(view: View, i: int) -> bool:
    """ "government forces", "army chief", "government-held": part of another organ or office."""
    after = view.lower[i + 1]
    return after in _CORES or after in _MODIFIERS or view.taken[i + 1] == 1


def _institution(view: View, lexicon: Actors, core: int, kind: ActorKind) -> Institution | None:
    first = core
    low = view.lower[core]
    field = ""
    words = [low]
    while first > 0:
        k = first - 1
        before = view.lower[k]
        if view.cover[k] is not None or view.taken[k]:
            break
        two = f"{view.lower[k - 1]} {before}" if k > 0 else ""
        if kind == "ministry" and two in lexicon.portfolios:
            field, first = lexicon.portfolios[two], k - 1
        elif kind == "ministry" and before in lexicon.portfolios:
            field, first = lexicon.portfolios[before], k
        elif before in _MODIFIERS:
            first = k
        elif low == "representatives" and before == "of" and k > 0 and view.lower[k - 1] == "house":
            first = k - 1
            words.append("of")
            break
        else:
            break
        words.append(before)
    last = core
    n = len(view.tokens)
    if kind == "ministry" and core + 2 < n and view.lower[core + 1] in ("of", "for"):
        k = core + 2
        while k < n and view.cover[k] is None:
            two = f"{view.lower[k]} {view.lower[k + 1]}" if k + 1 < n else ""
            if two in lexicon.portfolios:
                field, last, k = field or lexicon.portfolios[two], k + 1, k + 2
            elif view.lower[k] in lexicon.portfolios:
                field, last, k = field or lexicon.portfolios[view.lower[k]], k, k + 1
            elif view.lower[k] == "and" and last == k - 1:
                k += 1
            else:
                break
    if kind == "ministry" and last == core and not field:
        last = _capitalised(view, core)
        if last > core:
            field = " ".join(view.lower[core + 2 : last + 1]).removeprefix("the ")
    needs = _NEEDS.get(low)
    if needs is not None and not needs & set(words) and not (low == "department" and field):
        return None
    if kind == "military" and "security" in words and low in ("forces", "force"):
        kind = "police"
    if low == "commission" and "high" in words:
        kind = "ministry"  # an embassy among Commonwealth countries
    if low == "council" and "constitutional" in words:
        kind = "court"
    out = Institution(view.index, first, last, core, kind, field, tuple(reversed(words)))
    _owner(view, out)
    if set(words) & _NOT_STATE and kind in ("military", "police", "government"):
        return None
    if (
        low in ("forces", "soldiers", "troops", "soldier", "troop")
        and out.owner is None
        and (out.owner_token < 0 and len(words) == 1 and not out.definite)
    ):
        return None
    return out


def _capitalised(view: View, core: int) -> int:
    """ "Ministry of Emergency Situations": the last capitalised word after "of"; else ``core``."""
    n = len(view.tokens)
    k = core + 2
    if k >= n or view.lower[core + 1] not in ("of", "for"):
        return core
    k += view.lower[k] == "the"
    last = core
    while k < n and view.tokens[k].text[0].isupper() and view.cover[k] is None:
        last = k
        k += 1
    return last


def _owner(view: View, found: Institution) -> None:
    left = view.before(found.first)
    skipped = left < found.first - 1
    while left >= 0 and view.lower[left] in ("arab", "new", "former", "-", "own", "entire"):
        left -= 1
    n = len(view.tokens)
    if left >= 0:
        hit = view.cover[left]
        token = view.tokens[left]
        if hit is not None and hit.end == token.end:
            found.owner = hit.entry
            found.owner_first = view.token_from(hit.start)
            if not skipped:
                lands = lands_before(view, left)
                if len({h.entry.key for h in lands}) > 1:
                    found.lands = tuple(lands)
        elif (
            hit is None
            and token.text[0].isupper()
            and token.pos == "PROPN"
            and not view.taken[left]
        ):
            found.owner_token = left
    k = found.last + 1
    if (
        found.owner is None
        and found.owner_token < 0
        and k + 1 < n
        and view.lower[k] in ("of", "in")
    ):
        of = view.lower[k]
        k += 2 if view.lower[k + 1] == "the" and k + 2 < n else 1
        hit = view.cover[k]
        if (
            hit is not None
            and hit.entry.sort in ("state", "capital")
            and (of == "of" or found.kind == "ministry" or found.kind in _AT_HOME)
        ):
            if of == "of" or found.kind in _AT_HOME:
                found.owner = hit.entry
                found.owner_first = -1
        elif (
            hit is None
            and of == "of"
            and view.tokens[k].pos == "PROPN"
            and (found.kind == "government")
        ):
            found.owner_token = k
    j = found.first - 1
    found.definite = not skipped and j >= 0 and view.lower[j] in ("the", "that", "this")
