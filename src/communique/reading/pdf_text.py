"""The lines of a PDF's pages → one text of paragraphs, a blank line between them.

Decides by the lines' places which belong together, repairs words divided at line ends, and drops page numbers and what
heads or foots most pages; the first page keeps a running head that names a year, because it may date the document.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from communique.reading.cues import cues
from communique.reading.wrapping import BULLET, SENTENCE_END

_EDGE = 3
"""So many lines at the top and at the bottom of a page can be its head and foot."""
_APART = 1.7
"""Lines further apart than so many heights are not one below the other in a paragraph."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGE_NUMBER = re.compile(r"\W*(?:(?:p|page|p\.)\W*)?\d{1,4}(?:\W*(?:/|sur|de|of)\W*\d{1,4})?\W*", re.I)
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")


@dataclass(frozen=True)
class Line:
    """One line and its box in points, the page's lower left corner being the origin."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the tallest character's box."""
        return self.top - self.bottom


def joined(pages: Sequence[Sequence[Line]]) -> str:
    """Give the text of the pages; empty where they have none."""
    running = _running(pages)
    kept = [list(_without_running(page, number, running)) for number, page in enumerate(pages)]
    lines = [line for page in kept for line in page]
    if not lines:
        return ""
    pitch = _pitch(kept)
    right = _column(lines)
    paragraphs = [lines[0].text]
    whole = " ".join(line.text for line in lines)
    words = set(re.findall(r"[\w-]+", whole.lower()))
    for above, below in zip(lines, lines[1:], strict=False):
        if _goes_on(above, below, pitch, right):
            paragraphs[-1] = _mended(paragraphs[-1], below.text, words)
        else:
            paragraphs.append(below.text)
    return "\n\n".join(paragraphs)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Give the heads and feet that stand on most pages, figures made alike."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    return {key for key, count in counts.items() if count >= 2 and count * 2 > len(pages)}


def _edges(page: Sequence[Line]) -> list[Line]:
    """Give the highest and the lowest lines of a page, wherever they are in the order of reading."""
    ordered = _ordered(page)
    return ordered[:_EDGE] + ordered[_EDGE:][-_EDGE:]


def _ordered(page: Sequence[Line]) -> list[Line]:
    return sorted(page, key=lambda line: -line.top)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _without_running(page: Sequence[Line], number: int, running: set[str]) -> Iterator[Line]:
    ordered = _ordered(page)
    head, foot = _outer(ordered, running), _outer(ordered[::-1], running)
    for line in page:
        dates = number == 0 and line in head and _YEAR.search(line.text)
        if (line not in head and line not in foot) or dates:
            yield line


def _outer(ordered: Sequence[Line], running: set[str]) -> Sequence[Line]:
    """Give the running lines at one end of a page, up to the first gap; without a gap they are lines of the text."""
    for index, line in enumerate(ordered[:_EDGE]):
        if _key(line) not in running and not _PAGE_NUMBER.fullmatch(line.text):
            break
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        if after is None or abs(line.bottom - after.bottom) > _APART * min(line.height, after.height):
            return ordered[: index + 1]
    return ()


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """Give the usual distance from line to line within a paragraph."""
    pairs = [(a.bottom - b.bottom, b.height) for page in pages for a, b in zip(page, page[1:], strict=False)]
    steps = [step for step, height in pairs if 0 < step < _APART * height]
    return median(steps) if steps else 1.2 * max((line.height for page in pages for line in page), default=0.0)


def _column(lines: Sequence[Line]) -> float:
    """Give the right edge that most of the text reaches: the upper quartile of the lines' ends."""
    ends = sorted(line.right for line in lines)
    return ends[(len(ends) * 3) // 4]


def _goes_on(above: Line, below: Line, pitch: float, right: float) -> bool:
    """Tell whether the line below continues the paragraph of the line above."""
    if BULLET.match(below.text):
        return False
    if _DIVIDED.search(above.text) and below.text[:1].islower():
        return True
    if abs(above.height - below.height) > 0.15 * max(above.height, below.height):
        return False
    step = above.bottom - below.bottom
    if step <= 0 or step > 4 * pitch:
        return not SENTENCE_END.search(above.text) and below.text[:1].islower()
    is_short = above.right < right - 0.15 * (right - above.left)
    is_indented = below.left > above.left + 0.7 * below.height and not BULLET.match(above.text)
    return step <= 1.35 * pitch and not is_indented and not (is_short and _is_last(above, below))


def _is_last(above: Line, below: Line) -> bool:
    """Tell whether a short line ends its paragraph: it ends a sentence, or what follows begins one."""
    return SENTENCE_END.search(above.text) is not None or not below.text[:1].islower()


def _mended(paragraph: str, below: str, words: set[str]) -> str:
    """Put a line behind a paragraph: a divided word without its hyphen, unless the word has one."""
    match = _DIVIDED.search(paragraph)
    if match is None:
        return f"{paragraph} {below}"
    first, second = match.group(1).lower(), re.match(r"[^\W\d_]*", below)
    rest = second.group().lower() if second else ""
    compound = cues().compound.fullmatch(f"{first}-{rest}") is not None or f"{first}-{rest}" in words
    keeps = not below[:1].islower() or (compound and first + rest not in words)
    return paragraph[: match.end(1)] + ("-" if keeps else "") + below
