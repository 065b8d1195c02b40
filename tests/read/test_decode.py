"""Bytes of every kind: encodings, damage, mojibake, control characters, and what is no text."""

from __future__ import annotations

import os
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.read import make_source, read_source
from standoff.read.hygiene import hygienic
from standoff.types import Document, Refusal

ENGLISH = (
    "The envoy’s café talk\n\nThe foreign ministers of Norland and Sudria met on Monday – for the "
    "first time since March – and said that “nothing” had been agreed about the señor’s plan."
)
RUSSIAN = (
    "Переговоры продолжены\n\nМинистры иностранных дел двух стран встретились в столице "
    "и договорились продолжить переговоры о реке, которая разделяет их государства."
)
CHINESE = (
    "外长会晤\n\n外交部长周一在首都会见了对方代表，双方同意结束关于河流的争端。"
    "会谈持续了六个小时，官员们说，下一轮会谈将于月底前举行。"
)
URDU = (
    "مذاکرات جاری\n\nوزیر خارجہ نے پیر کے روز دارالحکومت میں اپنے ہم منصب سے ملاقات کی اور "
    "دونوں ممالک نے دریا کے تنازعے پر بات چیت جاری رکھنے پر اتفاق کیا۔"
)


def read(data: bytes) -> Document | Refusal:
    return read_source(make_source("a.txt", data))


def text_of(data: bytes) -> str:
    document = read(data)
    assert isinstance(document, Document), document
    return document.text


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_english_in_many_encodings(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encodings", "language"),
    [
        (RUSSIAN, ["utf-8", "cp1251", "koi8-r", "utf-16"], "ru"),
        (CHINESE, ["utf-8", "gb18030", "utf-16"], "zh"),
        (URDU, ["utf-8", "utf-16"], "ur"),
    ],
)
def test_other_languages_are_kept_and_marked(
    text: str, encodings: list[str], language: str
) -> None:
    for encoding in encodings:
        document = read(text.encode(encoding))
        assert isinstance(document, Document)
        assert (document.text, document.language) == (text, language)


def test_a_declared_encoding_is_believed() -> None:
    body = "<p>" + "Władze ogłosiły, że most na rzece został zamknięty. " * 5 + "</p>"
    page = f'<html><head><meta charset="iso-8859-2"></head><body>{body}</body></html>'
    assert "Władze ogłosiły, że most" in text_of(page.encode("iso-8859-2"))
    wrong = page.replace("iso-8859-2", "no-such-thing").encode("utf-8")
    assert "Władze ogłosiły, że most" in text_of(wrong)


def test_damaged_utf8_keeps_what_is_sound() -> None:
    data = ENGLISH.encode()
    at = data.index(b"envoy")
    damaged = data[:at] + b"\xff" + data[at:]
    assert text_of(damaged) == ENGLISH.replace("envoy", "\ufffdenvoy")


@pytest.mark.parametrize("misread", ["cp1252", "latin-1"])
def test_mojibake_is_repaired(misread: str) -> None:
    garbled = ENGLISH.encode().decode(misread, "replace")
    if "\ufffd" in garbled:  # Windows-1252 has no character for some bytes: they stay as they were
        garbled = "".join(
            bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
            for b in ENGLISH.encode()
        )
    assert garbled != ENGLISH
    assert text_of(garbled.encode()) == ENGLISH


def test_mojibake_in_an_otherwise_sound_text() -> None:
    assert hygienic("The envoyâ€™s plan for Malmö") == "The envoy’s plan for Malmö"
    assert hygienic("ErdoÄŸan said") == "Erdoğan said"


@pytest.mark.parametrize(
    "sound",
    [
        "« La paix est signée\u00a0», a dit le ministre",
        "Ângela met São Paulo’s mayor; naïve façade, Ärger, MENÜ“",
        "Ã and Â are letters",
        "Việt Nam và Đà Nẵng",
        "Đorđe Ñandú Ørsted",
    ],
)
def test_sound_text_is_not_repaired(sound: str) -> None:
    assert hygienic(sound) == unicodedata.normalize("NFC", sound.replace("\u00a0", " "))


def test_control_characters_go_out() -> None:
    dirty = (
        "\x1b[31mTalks\x1b[0m re\u00adsume\x00 to\u202eday\u202c\r\n\r\n"
        "The\x07 ministers\u200b met\u2028on \x9bMonday\u2066.\u2069\x1b]0;title\x07"
    )
    assert hygienic(dirty) == "Talks resume today\n\nThe ministers met\non Monday."


def test_text_is_nfc_and_joiners_stay() -> None:
    assert hygienic("Cafe\u0301") == "Café"
    assert hygienic("می\u200cخواهد") == "می\u200cخواهد"
    assert hygienic("\ud800x\ufffe") == "\ufffdx\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u200b\u202e".encode(), "empty"),
        (b"-- \n * * * \n", "empty"),
        (b"%PDF-1.7\n...", "a PDF, not text"),
        (b"\x1f\x8b\x08" + bytes(100), "compressed (gzip), not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary, not text"),
        (bytes(5000), "binary, not text"),
        (b"\x7fELF" + bytes(range(0, 256, 3)) * 50, "binary, not text"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "a feed or other XML: not read yet"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    assert read(data) == Refusal("a.txt", reason)


def test_noise_of_bytes_is_refused() -> None:
    refusal = read(os.urandom(20_000))
    assert isinstance(refusal, Refusal) and refusal.reason.startswith("binary, not text")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_are_too_much(data: bytes) -> None:
    result = read(data)
    assert result == read(data)
    if isinstance(result, Document):
        result.text.encode("utf-8")
        assert unicodedata.is_normalized("NFC", result.text)
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in result.text if c != "\n")


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_characters="".join(map(chr, range(0xC2, 0xF5))))))
def test_hygiene_is_stable(text: str) -> None:
    once = hygienic(text)
    once.encode("utf-8")
    assert "\r" not in once and "\x00" not in once
    assert hygienic(once) == once


@pytest.mark.parametrize(
    "hostile",
    [
        "a" + "\u0301\u0327" * 200_000,
        "\x1b[" * 200_000,
        "\x1b]" * 200_000,
        "Ã" * 200_000,
        "â€" * 200_000,
        "\x1b[0" * 100_000,
    ],
    ids=["marks", "escapes", "titles", "leads", "halves", "open"],
)
def test_hostile_characters_take_no_longer(hostile: str) -> None:
    started = time.process_time()
    hygienic(hostile)
    assert time.process_time() - started < 30
