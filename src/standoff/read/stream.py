"""A stream of bytes → its articles: JSON Lines line by line, a JSON list item by item, else one.

Told apart by content. Memory is bounded by the limits of ``source``: a file of JSON Lines may have
any size.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from standoff.read.decode import is_utf16, sniff_utf16
from standoff.read.source import (
    AUTO,
    JSON,
    MAX_ARTICLE_BYTES,
    MAX_LIST_BYTES,
    Source,
    make_source,
    megabytes,
)
from standoff.types import Refusal

_BOM = b"\xef\xbb\xbf"
_JSON_LINES_NAMES = (".jsonl", ".ndjson", ".jsonlines", ".jl")
_LINES_TO_LOOK_AT = 5
"""That hold something."""
_MOST_LINES = 1000
"""With the empty ones."""
_LISTS = ("articles", "documents", "items", "results", "data")
"""Fields under which feeds and APIs wrap a list of articles."""


def split_stream(path: str, stream: BinaryIO) -> Iterator[Source | Refusal]:
    """The articles of one file, standard input or archive member. Raises what reading raises."""
    head, short = _head(stream)
    first = _first(head)
    if first not in (b"{", b"[") and not _named_json_lines(path, head):
        yield _one(path, head if short else _rest(head, stream), AUTO)
        return
    if is_utf16(head[0][:4096] if head else b""):
        whole = _rest(head, stream, MAX_LIST_BYTES)
        if len(whole) > MAX_LIST_BYTES:
            yield Refusal(path, f"UTF-16 and larger than {megabytes(MAX_LIST_BYTES)}")
            return
        text = whole.decode(sniff_utf16(whole[:4096]), "replace").lstrip("\ufeff")
        plain = text.replace("\0", "").encode("utf-8", "replace")
        yield from split_stream(path, io.BytesIO(plain))
        return
    if any(_is_object(line) for line in head) or _named_json_lines(path, head):
        single = short and len([line for line in head if line.strip()]) == 1
        yield from _json_lines(path, head, stream, single and not _is_json_lines_name(path))
    else:
        yield from _whole(path, _rest(head, stream, MAX_LIST_BYTES))


def _head(stream: BinaryIO) -> tuple[list[bytes], bool]:
    """The first lines, none longer than one article may be, and whether that was all."""
    lines: list[bytes] = []
    size = telling = 0
    while telling < _LINES_TO_LOOK_AT and len(lines) < _MOST_LINES and size <= MAX_ARTICLE_BYTES:
        line = stream.readline(MAX_ARTICLE_BYTES + 1)
        if not line:
            return lines, True
        if not lines and line.startswith(_BOM):
            line = line[len(_BOM) :]
        lines.append(line)
        size += len(line)
        telling += bool(line.strip())
    return lines, False


def _first(head: list[bytes]) -> bytes:
    for line in head:
        bare = line.replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
        if bare:
            return bare[:1]
    return b""


def _is_json_lines_name(path: str) -> bool:
    return path.lower().endswith(_JSON_LINES_NAMES)


def _named_json_lines(path: str, head: list[bytes]) -> bool:
    """By name, unless it begins as no JSON does: prose under a wrong name stays prose."""
    return _is_json_lines_name(path) and (
        any(line.lstrip()[:1] == b"{" for line in head)
        or all(not line.strip() or _json_kind(line) is not None for line in head)
    )


def _is_object(line: bytes) -> bool:
    return line.lstrip()[:1] == b"{" and _json_kind(line) is dict


def _json_kind(line: bytes) -> type | None:
    if len(line) > MAX_ARTICLE_BYTES:
        return None
    try:
        return type(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _rest(head: list[bytes], stream: BinaryIO, limit: int = MAX_ARTICLE_BYTES) -> bytes:
    got = b"".join(head)
    return got + stream.read(max(0, limit + 1 - len(got)))


def _one(path: str, data: bytes | list[bytes], form: str) -> Source | Refusal:
    if isinstance(data, list):
        data = b"".join(data)
    if len(data) > MAX_ARTICLE_BYTES:
        return Refusal(path, f"larger than one article may be ({megabytes(MAX_ARTICLE_BYTES)})")
    return make_source(path, data, form)


def _json_lines(
    path: str, head: list[bytes], stream: BinaryIO, single: bool
) -> Iterator[Source | Refusal]:
    for number, line in enumerate(_lines(head, stream), 1):
        if line is None:
            limit = megabytes(MAX_ARTICLE_BYTES)
            yield Refusal(f"{path}#{number}", f"a line longer than one article may be ({limit})")
        elif line.strip():
            yield make_source(path if single else f"{path}#{number}", line.strip(), JSON)


def _lines(head: list[bytes], stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines whole; None for one that is too long, of which no more than the limit is held."""
    waiting = iter(head)
    while line := next(waiting, b"") or stream.readline(MAX_ARTICLE_BYTES + 1):
        if len(line) <= MAX_ARTICLE_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1_000_000)
        yield None


def _whole(path: str, data: bytes) -> Iterator[Source | Refusal]:
    """A JSON file that is not JSON Lines: a list of articles, or one, or a wrapper of a list."""
    named = path.lower().endswith(".json")
    if len(data) > MAX_LIST_BYTES:
        limit = megabytes(MAX_LIST_BYTES)
        yield Refusal(path, f"one JSON value larger than {limit}: give it as JSON Lines")
        return
    try:
        value = json.loads(data)
    except RecursionError:
        yield Refusal(path, "JSON nested too deeply")
        return
    except ValueError as error:
        # Text may well begin with a bracket: only a file that says it is JSON is held to it.
        yield Refusal(path, f"not valid JSON: {error}"[:200]) if named else _one(path, data, AUTO)
        return
    items = _listed(value)
    if items is None:
        yield _one(path, data, JSON)
        return
    if not items:
        yield Refusal(path, "an empty list: no articles")
    for number, item in enumerate(items, 1):
        line = json.dumps(item, ensure_ascii=True, sort_keys=True).encode()
        yield _one(f"{path}#{number}", line, JSON)


def _listed(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not isinstance(value.get("text"), str):
        for field in _LISTS:
            if isinstance(value.get(field), list):
                return list(value[field])
    return None
