"""A statement while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from standoff.types import Act, Span


@dataclass(slots=True)
class Draft:
    """``head`` is the source's head token in sentence ``head_sentence`` (-1: no source);
    ``verb`` the cue's token. ``open`` marks a cue of speech that has found no content of its own
    and waits for a quotation, ``quotes`` one that a quotation may follow
    (``only_quotes``: and nothing else); ``plain`` one whose act
    depends on what is said ("said"), ``names`` on what it is called ("described as")."""

    sentence: int
    verb: int
    cue: Span
    act: Act
    source: Span | None = None
    head: int = -1
    head_sentence: int = -1
    content: list[Span] = field(default_factory=list)
    addressee: int = -1
    open: bool = False
    quotes: bool = False
    only_quotes: bool = False
    plain: bool = False
    names: bool = False
    rule: str = ""

    @property
    def envelope(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(min(s.start for s in self.content), max(s.end for s in self.content))
