"""The two streams: results on standard output, everything else on standard error; nothing shown has control codes."""

import io
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from communique.analysis.printable import one_line
from communique.ledger.passages import Passage


def results() -> Console:
    """Give the console for results; without a terminal, lines are long enough for a table."""
    return Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else 160, highlight=False)


def messages() -> Console:
    """Give the console for messages."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def tell(console: Console, line: str) -> None:
    """Print one line of message as it is: no markup, no control codes."""
    console.print(Text(one_line(line)), soft_wrap=True)


def write_json_lines(rows: Iterable[dict[str, Any]]) -> None:
    """Print one JSON object a line in UTF-8; half a character is written as JSON writes it, `\\ud800`."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def plain(value: object, style: str = "") -> Text:
    """Give a cell: one line, nothing in it is markup."""
    return Text(one_line(str(value)), style=style)


def marked(passages: Iterable[Passage], *, brackets: bool = False) -> Text:
    """Give passages with their marks shown, line ends kept; in brackets where colours do not show."""
    shown = Text()
    for number, passage in enumerate(passages):
        shown.append("\n […]\n" if number else "")
        for piece, is_marked in passage.pieces:
            lines = "\n".join(one_line(line) if line.strip() else "" for line in piece.split("\n"))
            text = _edges(piece, lines)
            shown.append(f"⟦{text}⟧" if is_marked and brackets else text, "bold black on yellow" if is_marked else "")
    return shown


def _edges(piece: str, line: str) -> str:
    """Keep the spaces at the edges, which part the piece from its neighbours."""
    left = " " if piece[:1] in (" ", "\u00a0", "\u202f") else ""
    return left + line + (" " if piece[-1:] in (" ", "\u00a0", "\u202f") and line else "")
