"""Plain text: the bytes decoded, nothing else. An encoding other than UTF-8 is noted in the log."""

import logging

from communique.reading.decoding import decode
from communique.reading.documents import Document
from communique.reading.limits import check_text

_log = logging.getLogger(__name__)


def read_plain(data: bytes, name: str) -> Document:
    """Make the document of one text file; `ReadError` where it is binary, blank, too long or in an unknown encoding."""
    decoded = decode(data)
    if not decoded.encoding.startswith("utf"):
        _log.warning("%s is not UTF-8: read as %s", name, decoded.encoding)
    return Document(text=check_text(decoded.text), source_name=name)
