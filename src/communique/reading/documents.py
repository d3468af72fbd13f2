"""A document: one text as it was given, with what its container says about it. The text is never edited after this."""

import hashlib
from dataclasses import dataclass


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Document:
    """One text and its stated metadata; null where nothing is stated."""

    text: str
    source_name: str
    """The file's name, or the id that a JSON line gave."""
    language: str | None = None
    """BCP 47, as stated or identified."""
    title: str | None = None
    published: str | None = None
    """EDTF, as the container states it (HTML metadata, JSON field); the text's own dates are read later."""
    url: str | None = None
    source: str | None = None
    """Outlet or agency, as the container states it."""

    @property
    def id(self) -> str:
        """The same text has the same id on every machine."""
        return "doc-" + digest(self.text)[:16]
