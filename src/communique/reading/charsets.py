"""The bytes of an HTML page → characters: a byte order mark, the declared charset, UTF-8, windows-1252, in this order.

A declared single-byte charset gives way to UTF-8 where the bytes are valid UTF-8 beyond ASCII: templates lie, bytes
don't. Nothing is refused here: what a page's encoding cannot say becomes U+FFFD, as in a browser.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "gb2312": "gb18030",
}


def decode_page(data: bytes) -> str:
    """Decode a page, without its byte order mark and without NULs."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").replace("\0", "")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _declared(data)
        text = data.decode("cp1252" if declared in (None, "utf-8") else declared or "", "replace")
    else:
        declared = _declared(data)
        if declared in ("iso2022_jp", "hz"):
            text = data.decode(declared, "replace")
    return text.replace("\0", "")


def _declared(data: bytes) -> str | None:
    """Give Python's name of the charset that the page declares; None where it declares none that is known."""
    match = _DECLARED.search(data[:8192])
    if match is None:
        return None
    try:
        info = codecs.lookup(match.group(1).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None
    name = info.name
    return _AS_BROWSERS_DO.get(name, name) if info._is_text_encoding else None
