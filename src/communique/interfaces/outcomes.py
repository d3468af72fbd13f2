"""Reading many documents one after the other: what was read is handed on, what failed is told at once, all is counted.

One document never stops the others, whatever it holds. A bar is drawn on a terminal when there is more than one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from communique.errors import CommuniqueError, Refused
from communique.interfaces.terminal import messages, tell
from communique.reading.documents import Document
from communique.reading.failures import Failure
from communique.reading.folders import walk
from communique.reading.inputs import read

if TYPE_CHECKING:
    from communique.ledger.rows import Extracted

Take = Callable[["Extracted"], None]
Known = Callable[[Document], bool]


class Reads(Protocol):
    """What reads a document: `communique.pipeline.Reader`, or anything of its shape."""

    def extract(self, document: Document) -> Extracted:
        """Give what one document says."""
        ...


def load_reader() -> Reads:
    """Give the reader; imported here, because it brings the knowledge and the language pipelines."""
    from communique.pipeline import Reader

    return Reader()


def work(paths: Sequence[str], take: Take, *, known: Known | None = None, bar: bool = True) -> Counter[str]:
    """Read everything given and hand each extraction to `take`; documents that `known` knows are not read again.

    Gives the counts `read`, `failed`, `skipped` and, among those read, `known`; prints failures and the closing line.
    """
    console, tally = messages(), Counter[str]()
    reader = load_reader()
    with _progress(console, paths, bar) as advance:
        for item in read(paths, sys.stdin.buffer):
            outcome = item if isinstance(item, Failure) else _attempt(item, reader, take, known)
            if isinstance(outcome, Failure):
                tell(console, f"{outcome.kind}: {outcome.name}: {outcome.reason}")
            tally[outcome.kind if isinstance(outcome, Failure) else "read"] += 1
            tally["known"] += outcome == "known"
            advance()
    tell(console, f"read {tally['read']}, failed {tally['failed']}, skipped {tally['skipped']}")
    return tally


def _attempt(document: Document, reader: Reads, take: Take, known: Known | None) -> Failure | str:
    if known and known(document):
        return "known"
    extraction = _extract(document, reader)
    if isinstance(extraction, Failure):
        return extraction
    try:
        take(extraction)
    except Refused as error:
        return Failure(document.source_name, str(error))
    return "read"


def _extract(document: Document, reader: Reads) -> Extracted | Failure:
    try:
        return reader.extract(document)
    except CommuniqueError as error:
        return Failure(document.source_name, str(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not lose the others
        return Failure(document.source_name, f"internal error, please report it: {type(error).__name__}: {error}")


@contextmanager
def _progress(console: Console, paths: Sequence[str], bar: bool) -> Iterator[Callable[[], None]]:
    total = _how_many(paths) if bar and console.is_terminal else 1
    if total == 1:
        yield lambda: None
        return
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task("reading", total=total, pace="")
        yield partial(_advance, progress, task)


def _advance(progress: Progress, task: TaskID) -> None:
    speed = progress.tasks[task].speed
    progress.update(task, advance=1, pace=f"{speed:.1f} documents/s" if speed else "")


def _how_many(paths: Sequence[str]) -> int | None:
    """Count the documents to come; null where a file or stream may hold any number."""
    count = 0
    for path in paths:
        if path == "-" or path.endswith((".jsonl", ".ndjson")):
            return None
        found = list(walk(Path(path))) if Path(path).is_dir() else [path]
        if any(str(entry).endswith((".jsonl", ".ndjson")) for entry in found if not isinstance(entry, Failure)):
            return None
        count += len(found)
    return count
