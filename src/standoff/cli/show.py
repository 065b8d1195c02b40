"""``standoff show``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from standoff.cli import options, terminal

if TYPE_CHECKING:
    from standoff.views.card import Card
    from standoff.views.evidence import Passage

_STYLES = {"": "dim", "evidence": "", "trigger": "bold yellow"}


def show(
    id: Annotated[
        str,
        typer.Argument(
            help="The id of an event, actor, statement, commitment, report or document, or its "
            "beginning.",
            metavar="ID",
            show_default=False,
        ),
    ],
    db: options.Db = "standoff.db",
    quiet: options.Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the row as JSON.")] = False,
) -> None:
    """Show one thing of the record, every value with the sentence that it rests on.

    The numbers behind a value are the sentences below it. In a sentence the evidence stands in
    [brackets], and the words that carry it «so».
    """
    import standoff
    from standoff.views.card import card
    from standoff.views.naming import find

    with standoff.open(db) as record:
        table, row = find(record, id)
        if as_json:
            print(json.dumps({"table": table, "row": row}))
        else:
            print_card(card(record, table, row))


def print_card(card: Card) -> None:
    """A card, on standard output."""
    console = terminal.out()
    _line(console, terminal.plain(card.title, "bold"))
    if card.lead:
        _line(console, terminal.plain(card.lead))
    width = max((len(label) for label, _, _ in card.values), default=0)
    for label, value, numbers in card.values:
        line = Text("  ").append(label.ljust(width), "cyan").append("  ")
        line.append_text(terminal.plain(value))
        if numbers:
            line.append(f"  [{', '.join(map(str, numbers))}]", "dim")
        _line(console, line)
    for number, (name, passage) in enumerate(card.passages, 1):
        head = " ".join(x for x in (name, passage.source) if x)
        _line(console, Text(f"\n[{number}] ", "dim").append_text(terminal.plain(head, "dim")))
        _line(console, _marked(passage))
    if card.left_out:
        _line(console, Text(f"\nand {card.left_out:,} more", "dim"))


def _line(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=not console.is_terminal)


def _marked(passage: Passage) -> Text:
    """The sentence with signs as well as colours: it must be readable without them."""
    line, inside = Text("    "), False
    whole = all(mark for _, mark in passage.pieces)
    for text, mark in passage.pieces:
        if not whole and bool(mark) != inside:
            line.append("]" if inside else "[", "dim")
            inside = not inside
        said = terminal.safe(text)
        line.append(f"«{said}»" if mark == "trigger" else said, _STYLES[mark])
    if inside:
        line.append("]", "dim")
    return line
