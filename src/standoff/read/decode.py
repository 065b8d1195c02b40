"""Bytes → text: byte-order marks, UTF-8, what HTML declares, UTF-16, else a guess on a sample."""

from __future__ import annotations

import codecs
import re

from standoff.clean.script import looks_english

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 8192
_SAMPLE = 65_536
_FEW_ERRORS = 0.01
"""Of the sequences that are not ASCII: below this share UTF-8 was damaged, above it never was."""
_FEW_HIGH = 0.03
"""Of all bytes: a text with fewer that are not ASCII is taken as Western (Windows-1252)."""
_MAGIC = (
    (b"%PDF-", "a PDF, not text"),
    (b"WARC/", "a WARC archive, not an article"),
    (b"\x1f\x8b", "compressed (gzip), not text"),
    (b"BZh", "compressed (bzip2), not text"),
    (b"\xfd7zXZ", "compressed (xz), not text"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd), not text"),
    (b"SQLite format 3", "a database, not text"),
    (b"{\\rtf", "RTF, not plain text"),
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of ``data`` and None, or an empty text and the reason why it is none.

    Bytes that fit no reading become U+FFFD. Byte-order marks are taken off.
    """
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            return "", reason
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _if_text(data[len(bom) :].decode(name, "replace"))
    if is_utf16(data[:_HEAD]):
        return _if_text(data.decode(sniff_utf16(data[:_HEAD]), "replace"))
    head = data[:_SAMPLE]
    if len(_CONTROL.findall(head)) > 0.02 * len(head) + 2:
        return "", "binary, not text"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _legacy(data)


def _if_text(text: str) -> tuple[str, str | None]:
    """Guards against bytes that only look like wide characters."""
    odd = sum((c < " " and c not in "\t\n\r\f\v\x1b") or c == "\ufffd" for c in text[:_HEAD])
    return ("", "binary, not text") if odd > 0.05 * min(len(text), _HEAD) + 2 else (text, None)


def is_utf16(head: bytes) -> bool:
    """Whether ``head`` is UTF-16: by its mark, or by zeros in every other byte."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if len(head) < 8 or b"\0" not in head:
        return False
    even, odd = head[0::2].count(0), head[1::2].count(0)
    many, few, half = max(even, odd), min(even, odd), len(head) // 2
    return many > 0.3 * half and few < 0.02 * half + 1


def sniff_utf16(head: bytes) -> str:
    """Which of the two UTF-16s: Latin letters, digits and spaces have a zero in the high byte."""
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    return "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"


def _legacy(data: bytes) -> tuple[str, str | None]:
    declared = _declared(data)
    if declared is not None:
        return data.decode(declared, "replace"), None
    if _damaged_utf8(data):
        return data.decode("utf-8", "replace"), None
    head = data[:_SAMPLE]
    high = sum(map(len, _HIGH.findall(head)))
    if high < _FEW_HIGH * len(head) or looks_english(head[:_HEAD].decode("cp1252", "replace")):
        return data.decode("cp1252", "replace"), None
    name = _guess(data)
    if name is None:
        return "", "binary, not text (no known encoding fits)"
    return data.decode(name, "replace"), None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    name = found.group(1).decode("ascii", "replace").lower()
    # What pages call Latin-1 is Windows-1252, and GB2312 its superset: so does every browser.
    name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
        name, name
    )
    try:
        codec = codecs.lookup(name)
        if not codec._is_text_encoding or name.startswith(
            ("utf", "unicode", "raw", "idna", "puny")
        ):
            return None  # UTF-8 has failed already, and the others are no encodings of pages
        data[:_HEAD].decode(name, "replace")
    except (LookupError, ValueError, TypeError):
        return None
    return name


def _damaged_utf8(data: bytes) -> bool:
    head = data[:_SAMPLE].decode("utf-8", "replace")
    wrong = head.count("\ufffd")
    wide = sum(c > "\x7f" for c in head)
    return wide - wrong > 0 and wrong <= max(2, _FEW_ERRORS * wide) and wrong < wide / 2


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    # The densest part tells most; ASCII markup before it tells nothing.
    first = _HIGH.search(data)
    start = max(0, (first.start() if first else 0) - 200)
    best = from_bytes(data[start : start + 16_384], threshold=0.3).best()
    return best.encoding if best is not None else None
