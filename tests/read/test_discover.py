"""Files, folders, globs, zips and standard input, and everything bad that they can hold."""

from __future__ import annotations

import io
import json
import os
import socket
import zipfile
from pathlib import Path

import pytest

from standoff.read import Source, discover, read_source
from standoff.read import archive as archive_limits
from standoff.read import source as source_limits
from standoff.types import Document, Refusal

TEXT = "Talks open\n\nThe two ministers met on Monday in the capital and spoke for six hours."


def found(*inputs: str | Path, stdin: bytes | None = None) -> dict[str, Source | Refusal]:
    piped = io.BytesIO(stdin) if stdin is not None else None
    results = list(discover([str(i) for i in inputs], piped))
    assert len({r.path for r in results}) == len(results)
    return {r.path: r for r in results}


def refused(results: dict[str, Source | Refusal]) -> dict[str, str]:
    return {path: r.reason for path, r in results.items() if isinstance(r, Refusal)}


def jsonl(*values: object) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def zipped(members: dict[str, bytes], to: Path) -> Path:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return to


def test_a_folder_is_read_in_order_of_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "sub/c.txt", ".DS_Store", ".git/x.txt", "__MACOSX/y.txt"):
        path = Path("news") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    assert list(found("news")) == ["news/a.txt", "news/b.txt", "news/sub/c.txt"]
    assert list(found("news/")) == ["news/a.txt", "news/b.txt", "news/sub/c.txt"]
    assert list(found("news/*.txt")) == ["news/a.txt", "news/b.txt"]
    assert list(found("news/**/*.txt")) == ["news/a.txt", "news/b.txt", "news/sub/c.txt"]
    assert list(found("news/a.txt", "news")) == ["news/a.txt", "news/b.txt", "news/sub/c.txt"]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    missing, pattern = f"{tmp_path}/no.txt", f"{tmp_path}/*.html"
    assert refused(found(missing, pattern)) == {
        missing: "no such file or folder",
        pattern: "no such file or folder",
    }
    assert "not a possible file name" in refused(found("a\0b")).values()


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "news[1].txt"
    path.write_text(TEXT)
    assert list(found(path)) == [str(path)]


def test_json_lines_are_told_by_content(tmp_path: Path) -> None:
    lines = jsonl({"text": TEXT}, {"id": 7, "text": "Another article about the river."})
    for name in ("dump.jsonl", "dump.txt", "dump"):
        path = tmp_path / name
        path.write_bytes(b"\xef\xbb\xbf" + lines.replace(b"\n", b"\r\n\r\n"))
        assert list(found(path)) == [f"{path}#1", f"{path}#3"]
    utf16 = tmp_path / "powershell.jsonl"
    utf16.write_bytes(lines.decode().encode("utf-16"))
    assert list(found(utf16)) == [f"{utf16}#1", f"{utf16}#2"]
    prose = tmp_path / "prose.jsonl"
    prose.write_text(TEXT)
    (source,) = found(prose).values()
    assert isinstance(source, Source) and isinstance(read_source(source), Document)


def test_json_lines_that_begin_with_nothing_or_nonsense(tmp_path: Path) -> None:
    good = jsonl({"text": TEXT})
    for name in ("dump.jsonl", "dump.txt"):
        path = tmp_path / name
        path.write_bytes(b"\n \r\n" * 20 + good + b"\n" + good)
        assert list(found(path)) == [f"{path}#41", f"{path}#43"]
    path = tmp_path / "odd.jsonl"
    path.write_bytes(jsonl(1, None, "text", [2], True, 1.5) + good)
    results = [read_source(s) for s in found(path).values() if isinstance(s, Source)]
    assert [type(r) for r in results] == [Refusal] * 6 + [Document]


def test_a_broken_line_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b'{"text": "half\n' + jsonl([1], {"text": TEXT}, "x", {"no": 1}, {"text": 5}))
    results = [read_source(s) for s in discover([str(path)]) if isinstance(s, Source)]
    assert [type(r) for r in results] == [Refusal, Refusal, Document, Refusal, Refusal, Refusal]
    reasons = [r.reason for r in results if isinstance(r, Refusal)]
    assert reasons[0].startswith("not valid JSON")
    assert reasons[1:] == [
        "JSON of the wrong shape: a list, not an object",
        "JSON of the wrong shape: a string, not an object",
        "JSON of the wrong shape: no field 'text' or 'html'",
        "JSON of the wrong shape: its text is a number, not a string",
    ]


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ({"text": TEXT}, [""]),
        ([{"text": TEXT}, {"text": TEXT + "!"}], ["#1", "#2"]),
        ({"status": "ok", "articles": [{"content": TEXT}]}, ["#1"]),
    ],
)
def test_json_files(tmp_path: Path, value: object, paths: list[str]) -> None:
    path = tmp_path / "articles.json"
    path.write_text(json.dumps(value, indent=2))
    results = found(path)
    assert list(results) == [f"{path}{end}" for end in paths]
    for source in results.values():
        assert isinstance(source, Source)
        assert isinstance(read_source(source), Document)


def test_json_files_that_are_none(tmp_path: Path) -> None:
    for name, data in (
        ("cut.json", '[{"text": "x"'),
        ("deep.json", "[" * 200_000),
        ("empty.json", "[]"),
    ):
        (tmp_path / name).write_text(data)
    reasons = refused(found(tmp_path))
    assert [reason.split(":")[0] for reason in reasons.values()] == [
        "not valid JSON",
        "JSON nested too deeply",
        "an empty list",
    ]


def test_text_that_begins_with_a_bracket_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[Updated] " + TEXT)
    (source,) = found(path).values()
    assert isinstance(source, Source) and source.form == "auto"


def test_standard_input() -> None:
    assert list(found("-", stdin=TEXT.encode())) == ["-"]
    lines = jsonl({"text": TEXT}, {"text": TEXT + "!"})
    assert list(found("-", stdin=lines)) == ["-#1", "-#2"]
    assert list(found("-", stdin=b"")) == ["-"]
    assert read_source(next(iter(discover(["-"], io.BytesIO(b""))))) == Refusal("-", "empty")  # type: ignore[arg-type]


def test_a_zip(tmp_path: Path) -> None:
    path = zipped(
        {
            "b.txt": TEXT.encode(),
            "a/dump.jsonl": jsonl({"text": TEXT}, {"text": TEXT + "!"}),
            "__MACOSX/b.txt": b"x",
            ".DS_Store": b"x",
            "a/": b"",
        },
        tmp_path / "site.zip",
    )
    assert list(found(path)) == [
        f"{path}!a/dump.jsonl#1",
        f"{path}!a/dump.jsonl#2",
        f"{path}!b.txt",
    ]
    assert list(found("-", stdin=path.read_bytes()))[-1] == "-!b.txt"


def test_zips_that_mean_harm(tmp_path: Path) -> None:
    inner = zipped({"x.txt": b"x"}, tmp_path / "inner.zip").read_bytes()
    path = zipped(
        {
            "../../up.txt": TEXT.encode(),
            "/etc/passwd": TEXT.encode(),
            "C:\\windows.txt": TEXT.encode(),
            "..\\up.txt": TEXT.encode(),
            "bomb.txt": b"\0" * 30_000_000,
            "nested.zip": inner,
            "good.txt": TEXT.encode(),
        },
        tmp_path / "bad.zip",
    )
    before = sorted(tmp_path.rglob("*"))
    results = found(path)
    reasons = refused(results)
    assert [p for p, r in results.items() if isinstance(r, Source)] == [f"{path}!good.txt"]
    assert reasons[f"{path}!bomb.txt"].startswith("zip bomb")
    assert reasons[f"{path}!nested.zip"] == "a zip inside a zip is not opened"
    assert list(reasons.values()).count("a name that points out of the archive") == 4
    assert sorted(tmp_path.rglob("*")) == before


def test_zips_with_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(
        {f"{i}.txt": os.urandom(600).hex().encode() for i in range(5)}, tmp_path / "z.zip"
    )
    monkeypatch.setattr(archive_limits, "MAX_TOTAL_BYTES", 3000)
    assert len(found(path)) == 3
    assert refused(found(path))[str(path)].startswith("zip bomb")
    monkeypatch.setattr(archive_limits, "MAX_MEMBERS", 4)
    assert refused(found(path)) == {str(path): "a zip of more than 4 members"}


def test_damaged_encrypted_and_other_zips(tmp_path: Path) -> None:
    whole = zipped({"a.txt": os.urandom(5000), "b.txt": TEXT.encode()}, tmp_path / "z").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "flipped.zip").write_bytes(whole[:300] + b"\xff" * 400 + whole[700:])
    zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, tmp_path / "d.docx")
    locked = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(mark) + at] |= 1
    (tmp_path / "locked.zip").write_bytes(bytes(locked))
    (tmp_path / "z").unlink()
    reasons = refused(found(tmp_path))
    assert reasons[f"{tmp_path}/cut.zip"].startswith("not a readable zip")
    assert reasons[f"{tmp_path}/flipped.zip!a.txt"].startswith("damaged in the zip")
    assert reasons[f"{tmp_path}/locked.zip!a.txt"] == "encrypted"
    assert reasons[f"{tmp_path}/d.docx"] == "an office or e-book file, not a zip of articles"


def test_circles_of_links_end(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT)
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    (folder / "same.txt").symlink_to(folder / "a.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    results = found(folder)
    assert [p for p, r in results.items() if isinstance(r, Source)] == [f"{folder}/a.txt"]
    assert sorted(refused(results)) == [f"{folder}/gone.txt", f"{folder}/self"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_pipes_sockets_and_devices_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        reasons = refused(found("pipe", "socket", "/dev/zero"))
    assert set(reasons.values()) == {"not a regular file (a pipe, socket or device)"}
    assert len(reasons) == 3


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text(TEXT)
    (tmp_path / "locked.txt").chmod(0)
    (tmp_path / "folder").mkdir(mode=0)
    reasons = refused(found(tmp_path))
    (tmp_path / "folder").chmod(0o700)
    assert set(reasons.values()) == {"cannot be read: permission denied"}
    assert len(reasons) == 2


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    results = discover([str(tmp_path)])
    assert isinstance(next(results), Source)
    (tmp_path / "b.txt").unlink()
    assert next(results) == Refusal(f"{tmp_path}/b.txt", "no such file or folder")


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode on this system")
def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    try:
        with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as out:  # noqa: PTH123
            out.write(TEXT)
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    (path,) = found(tmp_path)
    path.encode("utf-8")
    assert path.endswith("caf\ufffd.txt")


def test_fifty_megabytes_of_one_line(tmp_path: Path) -> None:
    line = b"x" * 50_000_000
    good = jsonl({"text": TEXT})
    for name, data, at in (
        ("plain.txt", line, ""),
        ("dump.jsonl", good + b'{"text": "' + line + b'"}\n' + good, "#2"),
        ("list.json", b'["' + line + b'"]', "#1"),
    ):  # fmt: skip
        path = tmp_path / name
        path.write_bytes(data)
        results = found(path)
        assert list(refused(results)) == [f"{path}{at}"]
        assert len(results) == (3 if at == "#2" else 1)
        path.unlink()
    refusal = read_source(next(discover(["-"], io.BytesIO(b"word " * 3_000_000))))  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal) and "not one article" in refusal.reason


def test_a_long_stream_is_read_lazily(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self.given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            piece = (jsonl({"text": TEXT}) * 1000)[: len(buffer)]
            buffer[: len(piece)] = piece
            self.given += len(piece)
            return len(piece)

    endless = Endless()
    results = discover(["-"], io.BufferedReader(endless))
    for _ in range(100):
        next(results)
    assert endless.given < source_limits.MAX_ARTICLE_BYTES


def test_the_digest_is_of_the_content(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    first, second = discover([str(tmp_path)])
    assert isinstance(first, Source) and isinstance(second, Source)
    assert first.digest == second.digest and len(first.digest) == 64
