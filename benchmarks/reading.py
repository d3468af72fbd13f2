"""How fast texts are read on one core, against the bare syntax on the same texts in the same run; how soon it starts.

Both are run in turns, and the best turn of each counts: other work on the machine makes both slower, never faster.

    python benchmarks/reading.py [FOLDER] [--documents 200]
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.table import Table

from communique.errors import ReadError
from communique.language import syntax
from communique.language.folding import fold
from communique.language.names import gazetteer
from communique.language.relevance import relevant
from communique.pipeline import Reader, sentences_of
from communique.reading.documents import Document
from communique.reading.identification import identify
from communique.reading.inputs import read
from communique.reading.layout import blocks

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TURNS = 3
Spans = list[tuple[int, int, int]]


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    arguments.add_argument("--documents", type=int, default=200, help="read at least so many, again and again")
    given = arguments.parse_args()
    reader = Reader()
    documents = repeated(readable(reader, given.folder), given.documents)
    languages = [document.language or identify(document.text) or "" for document in documents]
    spans = [sentences_of(document.text, blocks(document.text)) for document in documents]
    bare, whole = in_turns(
        lambda: [syntax.parse(d.text, code, s) for d, code, s in zip(documents, languages, spans, strict=True)],
        lambda: [reader.extract(d) for d in documents],
    )
    words = sum(len(document.text.split()) for document in documents)
    unparsed = sum(skipped(*given) for given in zip(documents, languages, spans, strict=True))
    show(
        f"{len(documents)} documents, {words:,} words, one core",
        [
            ("bare syntax", f"{len(documents) / bare:.1f} documents/s", f"{words / bare:,.0f} words/s"),
            ("whole reading", f"{len(documents) / whole:.1f} documents/s", f"{words / whole:,.0f} words/s"),
            ("ratio of the times", f"{whole / bare:.2f}", ""),
            ("sentences not parsed", f"{unparsed / sum(map(len, spans)):.1%}", ""),
            ("--help", f"{best(['--help']):.2f} s", "from the shell"),
            (
                "first record",
                f"{best(['extract', first_text(given.folder), '--format', 'jsonl']):.2f} s",
                "from the shell",
            ),
        ],
    )


def readable(reader: Reader, folder: Path) -> list[Document]:
    """Give the documents of a folder whose language is read; everything is loaded once they are."""
    found = []
    for given in read([str(folder)]):
        with suppress(ReadError):
            if isinstance(given, Document) and reader.extract(given).records:
                found.append(given)
    return found


def repeated(documents: Sequence[Document], wanted: int) -> list[Document]:
    """Give the documents again and again, at least as many as wanted."""
    if not documents:
        raise SystemExit("no document could be read there")
    return list(documents) * -(-wanted // len(documents))


def skipped(document: Document, language: str, spans: Spans) -> int:
    """Give how many sentences of a document need no parse."""
    names = gazetteer(language).find(document.text)
    return relevant(fold(document.text), spans, names, language).count(False)


def in_turns(*runs: Callable[[], object]) -> list[float]:
    """Give the best time of each run, in seconds of this process's own work."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(TURNS):
        for run, taken in zip(runs, times, strict=True):
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def best(arguments: list[str]) -> float:
    """Give the best time of a command in another process, in seconds, until its first line."""
    times = []
    for _ in range(TURNS):
        start = time.perf_counter()
        command = [sys.executable, "-m", "communique", *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            process.stdout.readline()
            times.append(time.perf_counter() - start)
            process.stdout.read()
    return min(times)


def first_text(folder: Path) -> str:
    """Give the first plain text of a folder."""
    return str(next(iter(sorted(folder.rglob("*.txt")))))


def show(title: str, rows: list[tuple[str, str, str]]) -> None:
    """Print the table."""
    table = Table(title=title, title_justify="left", show_header=False)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
