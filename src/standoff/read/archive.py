"""Zip archives, member by member, in memory only: nothing is ever written to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from standoff.read.source import Source
from standoff.read.stream import split_stream
from standoff.types import Refusal

MAX_MEMBERS = 200_000
MAX_TOTAL_BYTES = 10_000_000_000
"""Bytes of all members together, unpacked."""
MAX_RATIO = 200
"""Unpacked to packed. Text reaches 10, repetitive HTML 50; a bomb has 1,000."""
_SMALL = 1_000_000
"""Below this size a member's ratio does no harm."""


def split_archive(path: str, stream: BinaryIO) -> Iterator[Source | Refusal]:
    """The articles of the members of a zip, in order of name; ``path!member`` names them."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield Refusal(path, f"not a readable zip: {error}")
        return
    with archive:
        members = sorted(archive.infolist(), key=lambda info: info.filename)
        names = {info.filename for info in members}
        if "[Content_Types].xml" in names or "mimetype" in names:
            yield Refusal(path, "an office or e-book file, not a zip of articles")
            return
        if len(members) > MAX_MEMBERS:
            yield Refusal(path, f"a zip of more than {MAX_MEMBERS:,} members")
            return
        total = 0
        for info in members:
            if info.is_dir() or is_hidden(info.filename):
                continue
            name = f"{path}!{info.filename}".encode("utf-8", "replace").decode()
            reason = _danger(info)
            total += info.file_size
            if reason is None and total > MAX_TOTAL_BYTES:
                yield Refusal(path, "zip bomb: unpacks to more than 10 GB; the rest is not read")
                return
            if reason is not None:
                yield Refusal(name, reason)
            else:
                yield from _member(name, archive, info)


def is_hidden(name: str) -> bool:
    """Files that systems leave behind, in folders as in archives: ``.DS_Store``, ``__MACOSX``."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(
        part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts
    )


def _danger(info: zipfile.ZipInfo) -> str | None:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or info.filename.startswith(("/", "\\")) or info.filename[1:2] == ":":
        return "a name that points out of the archive"
    if info.flag_bits & 0x1:
        return "encrypted"
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return f"zip bomb: unpacks to more than {MAX_RATIO} times its size"
    return None


def _member(
    name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo
) -> Iterator[Source | Refusal]:
    try:
        with archive.open(info) as stream:
            if cast(zipfile.ZipExtFile, stream).peek(4)[:4] == b"PK\x03\x04":
                yield Refusal(name, "a zip inside a zip is not opened")
                return
            yield from split_stream(name, cast(BinaryIO, stream))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        yield Refusal(name, f"damaged in the zip: {error}")
