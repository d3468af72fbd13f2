"""Foldings that keep every offset: each code point becomes exactly one code point.

`plain` evens out quotes, apostrophes and spaces before a parse; `fold` also takes case and accents away, for look-ups.
"""

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‟": '"',
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
        "‐": "-", "\u2011": "-",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """Even out quotes, apostrophes, hyphens and spaces; the length stays."""
    return text.replace("`", "'").replace("\t", " ") if text.isascii() else text.translate(_PLAIN)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].casefold()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """Lower-case without accents, quotes and spaces evened out; the length stays."""
    return _fold_word(text) if len(text) < 48 else _fold(text)


@lru_cache(maxsize=16384)
def _fold_word(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    evened = plain(text)
    lowered = evened if evened.isascii() else "".join(map(_fold_character, evened))
    return lowered.lower() if lowered.isascii() else lowered


def unaccented(text: str) -> str:
    """Take the accents away and keep the case; the length stays."""
    return "".join(unicodedata.normalize("NFKD", c)[0] for c in plain(text))
