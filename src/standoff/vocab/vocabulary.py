"""All lexicons that the stages look things up in, as one frozen value."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from standoff.vocab import user_file

COLUMNS: Mapping[str, frozenset[str]] = {
    "actors": frozenset("name kind country aliases acts_for_state".split()),
    "speech": frozenset("cue pos act frames objects note".split()),
    "events": frozenset("lemma pos type mode if roles also note".split()),
}
"""The tables that a user's file may hold, and the keys of their rows."""
_NEEDED = {"actors": ("name",), "speech": ("cue",), "events": ("lemma", "type")}
_POS = {"speech": ("v", "n", "adv", "j"), "events": ("V", "N", "A")}


@dataclass(frozen=True)
class Vocabulary:
    """The shipped tables and a user's additions (``extra``, a parsed TOML file)."""

    extra: Mapping[str, Any] = field(default_factory=dict)


@functools.lru_cache(maxsize=4)
def load(path: str | Path | None = None) -> Vocabulary:
    """The vocabulary, with the additions of the TOML file ``path``.

    Raises ValueError, in words for the user, if the file is not what it should be.
    """
    if not path:
        return Vocabulary()
    # The readers of the tables import this module.
    from standoff.vocab import actors, events, speech

    made = Vocabulary(extra=user_file(path))
    try:
        _look(made.extra)
        actors.actors(made)
        speech.speech_cues(made)
        events.lexicon(made)
    except ValueError as e:
        raise ValueError(f"the vocabulary {path}: {e}") from e
    except (AttributeError, IndexError, KeyError, TypeError) as e:
        raise ValueError(f"the vocabulary {path} has a row that cannot be read ({e})") from e
    return made


def _look(extra: Mapping[str, Any]) -> None:
    """Raises ValueError for tables, keys and values that no loader would read."""
    for table, held in extra.items():
        if table not in COLUMNS:
            known = ", ".join(f"[[{t}]]" for t in COLUMNS)
            raise ValueError(f"there is no table {table!r}; there are {known}")
        if not isinstance(held, list) or not all(isinstance(row, dict) for row in held):
            raise ValueError(f"write [[{table}]] over each row")
        for row in held:
            _look_at_row(table, row)


def _look_at_row(table: str, row: Mapping[str, Any]) -> None:
    where = f"in {dict(row)}"
    if unknown := sorted(set(row) - COLUMNS[table]):
        raise ValueError(f"[[{table}]] has no key {unknown[0]!r}, {where}")
    for key in _NEEDED[table]:
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise ValueError(f"[[{table}]] needs {key!r}, {where}")
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) for a in aliases):
        raise ValueError(f"aliases must be a list of names, {where}")
    if table in _POS and row.get("pos", _POS[table][0]) not in _POS[table]:
        raise ValueError(f"pos must be one of {', '.join(_POS[table])}, {where}")
