"""Whatever was given → documents and failures, one by one and in order: read + failed + skipped = given.

Decides by the name's ending, else by the content, who reads a thing. A path is a file, a folder or `-` for standard
input; a pipe is read like standard input. Nothing is passed over in silence and nothing here raises for what an input
holds.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from communique.errors import ReadError
from communique.reading.documents import Document
from communique.reading.failures import Failure
from communique.reading.folders import walk
from communique.reading.html import read_html
from communique.reading.jsonl import bounded_lines, read_jsonl
from communique.reading.limits import (
    MAX_CONTAINER_BYTES,
    MAX_JSON_LINE_BYTES,
    MAX_LINE_CHARACTERS,
    MAX_TEXT_BYTES,
    check_size,
    read_bounded,
)
from communique.reading.pdf import read_pdf
from communique.reading.plain import read_plain
from communique.reading.sniffing import READ, Kind, is_json_object, kind_of_bytes, kind_of_name

__all__ = ["Failure", "read"]

_STDIN = "<stdin>"
_READERS: dict[Kind, tuple[int, Callable[[bytes, str], Document]]] = {
    "text": (MAX_TEXT_BYTES, read_plain),
    "html": (MAX_CONTAINER_BYTES, read_html),
    "pdf": (MAX_CONTAINER_BYTES, read_pdf),
}


def read(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Document | Failure]:
    """Read the paths in their order, each only when it is asked for.

    Documents are named by the file's name, or its path within the given folder; failures by the whole path.
    """
    for path in paths:
        if path == "-":
            yield from _read_stdin(stdin)
        elif os.path.isdir(path):
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(path, _printable(os.path.basename(path)))


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Document | Failure]:
    if stdin is None:
        yield Failure(_STDIN, "no standard input was given")
    else:
        yield from _guarded(_sniffed(stdin, _STDIN, _STDIN), _STDIN)


def _read_folder(root: Path) -> Iterator[Document | Failure]:
    found = False
    for entry in walk(root):
        if isinstance(entry, Failure):
            found = found or entry.kind == "failed"
            yield Failure(_printable(entry.name), entry.reason, entry.kind)
        else:
            found = True
            yield from _read_file(str(entry), _printable(entry.relative_to(root).as_posix()))
    if not found:
        yield Failure(_printable(str(root)), f"a folder without any file that is read ({READ})")


def _read_file(path: str, name: str) -> Iterator[Document | Failure]:
    yield from _guarded(_opened(path, name), _printable(path))


def _guarded(results: Iterator[Document | Failure], path: str) -> Iterator[Document | Failure]:
    """Pass the results on; what cannot be opened or read becomes one failure."""
    try:
        yield from results
    except FileNotFoundError:
        yield Failure(path, "no such file or folder; check the path")
    except PermissionError:
        yield Failure(path, "not permitted to read it; check its permissions (chmod u+r)")
    except (OSError, ValueError) as error:
        yield Failure(path, f"cannot be opened or read: {error}")
    except ReadError as error:
        yield Failure(path, str(error))


def _opened(path: str, name: str) -> Iterator[Document | Failure]:
    with open(path, "rb") as stream:
        kind = kind_of_name(path) if os.path.isfile(path) else None
        if kind is None:
            yield from _sniffed(stream, _printable(path), name)
        elif kind == "jsonl":
            yield from read_jsonl(bounded_lines(stream), path=_printable(path), name=name)
        else:
            limit, reader = _READERS[kind]
            check_size(os.fstat(stream.fileno()).st_size, limit)
            yield reader(read_bounded(stream, limit), name)


def _sniffed(stream: BinaryIO, path: str, name: str) -> Iterator[Document | Failure]:
    """Read a stream whose kind only its content tells."""
    lines = bounded_lines(stream)
    head = _first_lines(lines)
    if is_json_object(head[-1]):
        yield from read_jsonl(chain(head, lines), path=path, name=name)
        return
    data = read_bounded(stream, MAX_CONTAINER_BYTES, b"".join(head))
    limit, reader = _READERS[kind_of_bytes(data)]
    check_size(len(data), limit)
    yield reader(data, name)


def _first_lines(lines: Iterator[bytes | None]) -> list[bytes]:
    """Take the lines up to the first that is not blank."""
    head = [b""]
    for line in lines:
        if line is None or len(head) > MAX_LINE_CHARACTERS:
            raise ReadError(f"no line end within the first {MAX_JSON_LINE_BYTES:,} bytes: this is no press text")
        head.append(line)
        if line.strip():
            break
    return head[1:] or head


def _printable(name: str) -> str:
    """Give the name with bytes that are no UTF-8 made visible, so that it can be printed and stored."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
