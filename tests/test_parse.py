"""The parse: offsets, one tree a sentence, and nothing that hangs on names or batches."""

from __future__ import annotations

from standoff.parse import parse
from standoff.split import sentences
from standoff.types import Sentence

TEXT = (
    "Norway condemned Chile's decision to close the port. Norwegian troops left Oslo on Friday.\n"
    "Talks between Chile and Norway, brokered by Kenya, failed; no date was set for a new round."
)


def parsed(text: str, wanted: list[int] | None = None) -> list[Sentence]:
    found = sentences(text)
    return parse(text, found, wanted if wanted is not None else range(len(found)))


def test_every_token_is_cut_from_the_text_and_every_sentence_is_one_tree() -> None:
    for s in parsed(TEXT):
        roots = [t for t in s.tokens if t.head == t.i]
        assert len(roots) == 1
        for t in s.tokens:
            assert TEXT[t.start : t.end] == t.text
            assert all(s.tokens[c].head == t.i for c in t.children)


def test_the_parse_of_a_sentence_hangs_neither_on_its_neighbours_nor_on_what_is_asked_for() -> None:
    everything = parsed(TEXT)
    for i, s in enumerate(everything):
        alone = parsed(TEXT, [i])
        assert alone[i] == s
        assert all(not other.tokens for other in alone if other.index != i)


def test_the_parse_hangs_on_no_country() -> None:
    other = TEXT
    for a, b in (("Norwegian", "Pakistani"), ("Norway", "Pakistan"), ("Chile", "India"),
                 ("Kenya", "China"), ("Oslo", "Islamabad")):  # fmt: skip
        other = other.replace(a, b)
    for s, o in zip(parsed(TEXT), parsed(other), strict=True):
        assert [(t.pos, t.dep, t.head) for t in s.tokens] == [
            (t.pos, t.dep, t.head) for t in o.tokens
        ]
    assert [t.lemma for t in parsed(other)[0].tokens][:2] == ["pakistan", "condemn"]
