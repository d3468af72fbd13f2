"""Bytes → text, with nothing stripped but a byte order mark: offsets count code points of this text.

Decides the encoding: a byte order mark, strict UTF-8, then an old single-byte encoding, but only where the result looks
like a Western European or a Russian text. Refuses binary data and everything that would have to be guessed.
"""

import codecs
import re
from dataclasses import dataclass

from communique.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_FRENCH = frozenset("àâçéèêëîïôùûüœÀÂÇÉÈÊËÎÏÔÙÛÜŒ")
_WESTERN = _FRENCH | frozenset("áãäåæìíñòóõöøúýßÁÃÄÅÆÌÍÑÒÓÕÖØÚÝŠšŸ")
_SIGNS = frozenset("«»“”„‘’–—…•·°€£§©®™¡¿ªº²³\u00a0\u00ad")
_RUSSIAN_COMMON = frozenset("оеаинтсрвл")


@dataclass(frozen=True)
class Decoded:
    """A text and the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a text file; `ReadError` where it is binary or its encoding is not certain."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data:
        raise ReadError("binary, not text (it has NUL bytes); UTF-16 without a mark: iconv -f UTF-16LE -t UTF-8")
    if len(data) - len(data.translate(None, _CONTROL)) > len(data) / 200:
        raise ReadError("binary, not text (it has control characters)")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _old(data, error.start)


def check_characters(text: str) -> str:
    """Give the text back; `ReadError` where it has NULs, lone surrogates or many control characters."""
    if "\0" in text or len(_CONTROL_CHARACTER.findall(text)) > len(text) / 200:
        raise ReadError("binary, not text (it has control characters)")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadError(f"not Unicode text: half a surrogate pair at character {error.start}") from error
    return text


def without_controls(text: str) -> str:
    """Leave control characters out of a text that is put together here, not kept as it was given."""
    return _CONTROL_CHARACTER.sub("", text)


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(check_characters(data.decode(encoding)), encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"marked as {encoding.upper()}, but damaged at byte {error.start}: save it again") from error


def _old(data: bytes, at: int) -> Decoded:
    for encoding, plausible in (("cp1252", _is_western), ("iso-8859-15", _is_western), ("cp1251", _is_russian)):
        text = data.decode(encoding, "replace")
        if plausible(text) and not _is_damaged_utf8(data):
            return Decoded(text, encoding)
    line = data.count(b"\n", 0, at) + 1
    raise ReadError(
        f"not UTF-8 (byte {at}, line {line}); convert it: iconv -f ENCODING -t UTF-8 FILE > NEW-FILE, "
        "ENCODING being the one it was saved in (WINDOWS-1252, MACINTOSH, KOI8-R…)"
    )


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether most bytes beyond ASCII are whole UTF-8 sequences: then the rest is damage, not another encoding."""
    whole = sum(len(pair) for pair in _UTF8_PAIR.findall(data))
    return whole * 2 > len(_HIGH.findall(data))


def _is_western(text: str) -> bool:
    """Tell whether the text reads like French or a neighbour of it: few signs beyond ASCII, and the right ones."""
    beyond = [character for character in text if character > "\x7f"]
    letters = sum(character in _WESTERN for character in beyond)
    french = sum(character in _FRENCH for character in beyond)
    return (
        all(character in _WESTERN or character in _SIGNS for character in beyond)
        and len(beyond) * 5 <= len(text)
        and french * 2 >= letters
        and _is_wordy(text)
    )


def _is_wordy(text: str) -> bool:
    return sum(character.isalpha() or character in " \n" for character in text) * 10 >= len(text) * 7


def _is_russian(text: str) -> bool:
    """Tell whether the text reads like Russian: mostly small Cyrillic letters, the common ones among them."""
    cyrillic = [character for character in text if "Ѐ" <= character <= "ӿ"]
    small = sum(character.islower() for character in cyrillic)
    common = sum(character in _RUSSIAN_COMMON for character in cyrillic)
    return len(cyrillic) * 2 > len(text) and small * 5 > len(cyrillic) * 4 and common * 2 > len(cyrillic) and "\ufffd" not in text
