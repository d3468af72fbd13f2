"""JSON Lines: one document a line, read as the lines come. A bad line is one failure, and the others go on.

A line is `{"id", "text", "language"?, "published"?, "url"?, "title"?, "source"?}`; other fields are left alone, blank
lines too. `published` is EDTF; of a date with a time of day the day is kept. Refuses a date that is neither, rather
than drop it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from communique.errors import ReadError
from communique.reading.decoding import check_characters
from communique.reading.documents import Document
from communique.reading.failures import Failure
from communique.reading.limits import MAX_JSON_LINE_BYTES, check_text
from communique.reading.stated_dates import stated_date
from communique.records.edtf import validate


def bounded_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Give the stream's lines one by one; None for a line beyond `MAX_JSON_LINE_BYTES`, which is passed over unkept."""
    while line := stream.readline(MAX_JSON_LINE_BYTES + 1):
        whole = len(line) <= MAX_JSON_LINE_BYTES or line.endswith(b"\n")
        yield line if whole else None
        while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
            pass


def read_jsonl(lines: Iterable[bytes | None], *, path: str, name: str) -> Iterator[Document | Failure]:
    """Read each line; failures are named `path:line`, documents by their `id`, else `name:line`."""
    empty = True
    for number, line in enumerate(lines, 1):
        if line is not None and not line.strip():
            continue
        empty = False
        try:
            yield _document(_fields(line, first=number == 1), f"{name}:{number}")
        except ReadError as error:
            yield Failure(f"{path}:{number}", str(error))
    if empty:
        yield Failure(path, "empty: there is no line in it")


def _fields(line: bytes | None, *, first: bool) -> dict[str, Any]:
    if line is None:
        raise ReadError(f"a line of more than {MAX_JSON_LINE_BYTES:,} bytes: split its text")
    try:
        fields = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8 at byte {error.start} of the line; JSON Lines are UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise ReadError(f"a JSON {type(fields).__name__}, not an object with 'id' and 'text'")
    return fields


def _document(fields: dict[str, Any], place: str) -> Document:
    text = fields.get("text")
    if not isinstance(text, str):
        raise ReadError("no 'text' that is a string")
    return Document(
        text=check_text(check_characters(text)),
        source_name=_identity(fields.get("id"), place),
        language=_stated(fields, "language"),
        title=_stated(fields, "title"),
        published=_published(_stated(fields, "published")),
        url=_stated(fields, "url"),
        source=_stated(fields, "source"),
    )


def _identity(value: Any, place: str) -> str:
    if value is None or value == "":
        return place
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return check_characters(str(value))
    raise ReadError("'id' is neither a string nor a whole number")


def _stated(fields: dict[str, Any], field: str) -> str | None:
    value = fields.get(field)
    if value is not None and not isinstance(value, str):
        raise ReadError(f"'{field}' is not a string")
    return check_characters(value.strip()) or None if value else None


def _published(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return validate(value)
    except ValueError as error:
        day = stated_date(value)
        if day is None:
            raise ReadError(f"'published' is no EDTF date (2024-07-04, 2024-07, 2024): {value[:40]!r}") from error
        return day
