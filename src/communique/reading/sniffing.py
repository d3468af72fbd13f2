"""Which kind of input something is: by the name's ending, else by its first bytes. Refuses XML and JSON it cannot
read.
"""

import json
from pathlib import PurePath
from typing import Literal

from communique.errors import ReadError

Kind = Literal["text", "html", "pdf", "jsonl"]

_ENDINGS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_REFUSED = (
    (b"pk\x03\x04", "a ZIP archive or an office document: unpack it, or save it as text or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text or PDF"),
    (b"{\\rtf", "an RTF document: save it as text or PDF"),
    (b"\x1f\x8b", "compressed: unpack it (gunzip)"),
    (b"\x89png", "an image: take its text out with OCR"),
    (b"\xff\xd8\xff", "an image: take its text out with OCR"),
    (b"<rss", "a feed: give the pages themselves"),
    (b"<feed", "a feed: give the pages themselves"),
    (b"<?xml", "XML that is no XHTML page: take the text out of it"),
)
READ = " ".join(_ENDINGS)
"""The endings that are read, for messages."""


def kind_of_name(name: str) -> Kind | None:
    """Tell the kind by the name's ending, upper or lower case; None where the ending says nothing."""
    return _ENDINGS.get(PurePath(name).suffix.lower())


def kind_of_bytes(data: bytes) -> Kind:
    """Tell the kind of what is not JSON Lines by its first bytes; `ReadError` where it is known and not read."""
    start = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start):
        return "html"
    for beginning, reason in _REFUSED:
        if start.startswith(beginning):
            raise ReadError(reason)
    if start[:1] in (b"{", b"[") and start[1:].lstrip()[:1] in (b'"', b"{"):
        raise ReadError("JSON, but not one object a line: jq -c . (or jq -c '.[]' for an array) makes JSON Lines of it")
    return "text"


def is_json_object(line: bytes) -> bool:
    """Tell whether the line is one whole JSON object."""
    try:
        return line.lstrip(b"\xef\xbb\xbf \t")[:1] == b"{" and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
