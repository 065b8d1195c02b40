"""Who is behind "protests", where nobody is named: the word itself tells of protesters."""

from __future__ import annotations

from standoff.extract.mentions.view import View

GATHERINGS = {
    "protest": "protesters", "demonstration": "demonstrators", "riot": "rioters",
    "sit-in": "protesters",
}  # fmt: skip
"""Nouns of what a crowd does, with what news calls the crowd."""
CROWD = ("protester", "protestor", "demonstrator", "marcher", "rioter")
_LODGED = frozenset("lodge file register issue hear ignore make send submit deliver note".split())
_FORMAL = frozenset("diplomatic formal official written strong firm verbal legal".split())


def find_gatherings(view: View) -> dict[int, int]:
    """Head → first token of each noun phrase that tells of a crowd: "student protests"."""
    out: dict[int, int] = {}
    for token in view.tokens:
        if token.lemma not in GATHERINGS or token.pos != "NOUN" or view.taken[token.i]:
            continue
        if token.dep in ("compound", "amod", "nmod") or _is_note(view, token.i):
            continue
        first = token.i
        while first and view.tokens[first - 1].head == token.i and _tells(view, first - 1):
            first -= 1
        out[token.i] = first
    return out


def _tells(view: View, i: int) -> bool:
    return view.tokens[i].dep in ("compound", "nmod") and view.cover[i] is None


def _is_note(view: View, i: int) -> bool:
    """ "Lodged a protest", "left in protest": words or a gesture, of one party to another."""
    token = view.tokens[i]
    if token.tag in ("NNS", "NNPS"):
        return False
    above = view.tokens[token.head]
    kids = [view.tokens[c] for c in token.children]
    if above.lemma in _LODGED or any(k.lower in _FORMAL for k in kids):
        return True
    return token.dep == "pobj" and not any(k.dep == "det" for k in kids)
