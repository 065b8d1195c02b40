"""What goes into the record comes out of it."""

from __future__ import annotations

import json
import zlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.serialise import dump, load
from standoff.types import Annotations, DayRange, Document, Frame, Noise, Published, Span

st.register_type_strategy(str, st.text(max_size=8))
few = settings(max_examples=60, deadline=None)


@few
@given(st.from_type(Annotations))
def test_annotations_come_back(annotations: Annotations) -> None:
    held = dump(annotations)
    assert load(Annotations, held) == annotations
    assert dump(load(Annotations, held)) == held


@few
@given(st.from_type(Document))
def test_documents_come_back(document: Document) -> None:
    assert load(Document, dump(document)) == document


def test_a_value_equal_to_a_default_of_another_type_is_kept() -> None:
    frame = Frame(0, Span(0, 1), 0, "hit", "ASSAULT", None, "happened", place=0)
    assert load(Frame, dump(frame)).place == 0


def test_a_field_that_older_bytes_lack_has_its_default() -> None:
    document = Document("d", "text", noise=(Noise("advert", 1, 7),))
    held = json.loads(zlib.decompress(dump(document)))
    del held["value"]["noise"]
    assert load(Document, zlib.compress(json.dumps(held).encode())) == Document("d", "text")


def test_days_are_written_as_iso() -> None:
    day = date(2025, 5, 20)
    held = zlib.decompress(dump(Published(DayRange(day, day), "metadata")))
    assert b'"earliest":"2025-05-20"' in held


@pytest.mark.parametrize(
    "data",
    [b"", b"junk", zlib.compress(b"junk"), zlib.compress(b"[]"), zlib.compress(b'{"v":1}')],
)
def test_damage_is_said(data: bytes) -> None:
    with pytest.raises(ValueError, match="stored document"):
        load(Document, data)


def test_another_version_is_said() -> None:
    held = zlib.compress(b'{"v":999,"value":{}}')
    with pytest.raises(ValueError, match="another version"):
        load(Document, held)


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(UnicodeEncodeError):
        dump(Document("d", "\ud800"))
