"""How a marked piece of an article looks, and what it opens."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from standoff.dossier import words
from standoff.views.lookup import Lookup
from standoff.views.marking import Piece

_CLASSES = (("trigger", "t"), ("cue", "q"), ("source", "s"), ("content", "c"))


@dataclass(frozen=True, slots=True)
class Look:
    """``css`` are its classes; ``target`` the report or statement that it opens, if any."""

    css: str
    target: str | None = None
    title: str = ""


class Marks:
    """``quoted`` are the statements that the page lists: only these can be opened."""

    def __init__(self, record: Lookup, quoted: Container[str]) -> None:
        self._record = record
        self._quoted = quoted

    def look(self, piece: Piece) -> Look | None:
        """None for plain text. A trigger opens its report before a cue its statement."""
        if not piece.marks:
            return None
        kinds = {m.kind for m in piece.marks}
        css = " ".join(c for kind, c in _CLASSES if kind in kinds)
        for m in piece.marks:
            if m.kind == "trigger":
                return Look(css, m.of, words.word("types", self._record.reports[m.of]["type"]))
        for m in piece.marks:
            if m.kind == "cue" and m.of in self._quoted:
                return Look(css, m.of, words.word("acts", self._record.statements[m.of]["act"]))
        return Look(css)
