"""How much is read at most, and bounded reading. What is larger is refused before it is held in memory."""

from typing import BinaryIO

from communique.errors import ReadError

MAX_CHARACTERS = 5_000_000
"""Code points of one text: some 800,000 words, far beyond any readout; a longer file is a collection."""
MAX_LINE_CHARACTERS = 1_000_000
"""Code points of one line of a text: no press line comes near; a longer one is a data dump."""
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding that is read takes more bytes for `MAX_CHARACTERS` and a byte order mark."""
MAX_CONTAINER_BYTES = 50_000_000
"""Bytes of one HTML page or PDF."""
MAX_JSON_LINE_BYTES = 16_000_000
"""Bytes of one line of JSON Lines."""
MAX_TAGS = 500_000
"""Tags of one HTML page."""
MAX_DEPTH = 2_000
"""Nested elements of one HTML page; libxml2 stops at 2,048."""
PDF_SECONDS = 60
"""Time for one PDF."""
PDF_MEMORY_BYTES = 1_500_000_000
"""Address space for one PDF."""


def read_bounded(stream: BinaryIO, limit: int, head: bytes = b"") -> bytes:
    """Read the stream to its end, after what was already read; `ReadError` beyond `limit` bytes, at once."""
    parts = [head]
    size = len(head)
    while size <= limit and (part := stream.read(1 << 20)):
        parts.append(part)
        size += len(part)
    check_size(size, limit)
    return b"".join(parts)


def check_size(size: int, limit: int) -> None:
    """`ReadError` where something has more bytes than are read."""
    if size > limit:
        raise ReadError(f"larger than {limit:,} bytes, the most that is read at once: split it, or give JSON Lines")


def check_text(text: str) -> str:
    """Give the text back; `ReadError` where it is blank, too long or has a line that is too long."""
    if not text or text.isspace():
        raise ReadError("empty: there is no text in it")
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"{len(text):,} characters, more than {MAX_CHARACTERS:,}: split it into its documents")
    if len(text) > MAX_LINE_CHARACTERS and max(map(len, text.splitlines())) > MAX_LINE_CHARACTERS:
        raise ReadError(f"a line of more than {MAX_LINE_CHARACTERS:,} characters: this is no press text; split it")
    return text
