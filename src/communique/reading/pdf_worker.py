"""The child process that opens one PDF: bytes on standard input, its lines with their places as JSON on standard
output.

It limits its own memory and time first, because a hostile file can ask for any amount of both. Runs nothing of what
the PDF holds. `{"pages": [[[text, left, right, top, bottom], …], …]}`, or `{"error": reason}`.
"""

import json
import sys
from typing import Any

from communique.reading.limits import MAX_CHARACTERS, MAX_CONTAINER_BYTES, PDF_MEMORY_BYTES, PDF_SECONDS

_HYPHENS = (0x02, 0xFFFE)
"""What PDFium puts for a hyphen at the end of a line."""
_ENDS = (0x0A, 0x0D)
_REASONS = {
    3: "damaged, or no PDF at all: open it in a viewer and save it again",
    4: "encrypted; take the password off: qpdf --decrypt FILE NEW-FILE",
    5: "encrypted in a way that is not known; save it again without protection",
}


def main() -> None:
    """Read, answer, leave."""
    _limit()
    json.dump(_answer(sys.stdin.buffer.read(MAX_CONTAINER_BYTES + 1)), sys.stdout)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; there the parent's timeout is the only limit
        return
    for which, most in ((resource.RLIMIT_AS, PDF_MEMORY_BYTES), (resource.RLIMIT_CPU, PDF_SECONDS)):
        hard = resource.getrlimit(which)[1]
        resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _answer(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        return {"pages": _pages(document)}
    except pypdfium2.PdfiumError as error:
        return {"error": _REASONS.get(getattr(error, "err_code", None) or 0, f"damaged: {error}")}
    except MemoryError:
        return {"error": f"it needs more than {PDF_MEMORY_BYTES:,} bytes of memory: split it"}


def _pages(document: Any) -> list[list[Any]]:
    pages: list[list[Any]] = []
    left = MAX_CHARACTERS + 1
    for number in range(len(document)):
        textpage = document[number].get_textpage()
        count = min(textpage.count_chars(), left)
        pages.append(_lines(textpage, count))
        textpage.close()
        left -= count
        if left <= 0:
            break
    return pages


def _lines(textpage: Any, count: int) -> list[Any]:
    """Give the lines of a page, each with the box from its first to its last visible character, in points."""
    import pypdfium2.raw as pdfium

    lines: list[Any] = []
    units: list[int] = []
    places: list[int] = []
    for index in range(count):
        unit = pdfium.FPDFText_GetUnicode(textpage, index)
        if unit in _HYPHENS:
            units.append(ord("-"))
        elif unit not in _ENDS:
            units.append(unit)
            places += [] if chr(unit).isspace() else [index]
        if unit in _ENDS or unit in _HYPHENS or index + 1 == count:
            lines += [[_text(units), *_box(textpage, places)]] if places else []
            units, places = [], []
    return lines


def _text(units: list[int]) -> str:
    """Put the code units together; lone halves of surrogate pairs and NULs become U+FFFD."""
    raw = "".join(chr(unit) for unit in units).encode("utf-16", "surrogatepass")
    return raw.decode("utf-16", "replace").replace("\0", "\ufffd").strip()


def _box(textpage: Any, places: list[int]) -> list[float]:
    first, last = textpage.get_charbox(places[0], loose=True), textpage.get_charbox(places[-1], loose=True)
    return [round(value, 1) for value in (first[0], last[2], max(first[3], last[3]), min(first[1], last[1]))]


if __name__ == "__main__":
    main()
