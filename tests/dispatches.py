"""Short invented dispatches for tests of the record, the engine and the commands."""

from __future__ import annotations

import json
from pathlib import Path

TEXTS = (
    "Norland accuses Sudland of shelling border villages\n\n"
    "France accused Germany on Tuesday of shelling three villages near the border. "
    'Germany denied the charge. "We did not fire a single shell," a spokesman said.\n',
    "Berlin and Paris sign truce\n\n"
    "France and Germany signed a ceasefire agreement on 4 May 2021. "
    "At least 20 people were killed in the fighting before it, officials said.\n",
    "Spain sends aid\n\nSpain sent 40 tonnes of aid to Portugal on Monday. "
    "The Portuguese foreign minister thanked Madrid.\n",
    "Italy expels diplomats\n\nItaly expelled two Greek diplomats on Wednesday. "
    "Greece condemned the decision and vowed to respond.\n",
)


def folder(path: Path, copies: int = 1) -> Path:
    """``path`` with the dispatches in it: each a file, ``copies`` times with another number."""
    path.mkdir(parents=True, exist_ok=True)
    for n in range(copies):
        for i, text in enumerate(TEXTS):
            added = f"\nIt was dispatch number {n} of the day.\n" if n else ""
            (path / f"{n:03}-{i}.txt").write_text(text + added, encoding="utf-8")
    return path


def lines(path: Path) -> Path:
    """The dispatches as JSON Lines, with metadata."""
    rows = [
        {
            "id": f"x{i}",
            "text": text,
            "outlet": f"The {i} Post",
            "published": "2021-05-05",
            "url": f"https://{i}.example/a",
        }
        for i, text in enumerate(TEXTS)
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path
