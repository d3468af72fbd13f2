"""Which lines are one paragraph. A line is a paragraph, unless the text is hard-wrapped: then a paragraph goes on
until a blank line, a list item, an address, or a line that was ended before the next word would have left the column.

Decides once per text; refuses to join where most long lines end a sentence anyway.
"""

import re

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_NARROWEST, _WIDEST = 55, 105
_SLACK = 12
BULLET = re.compile(r"(?:[-–—•*·▪●◦‣►→]|\d{1,2}[.)]|[a-zA-Z]\))\s+(?=\S)")
LINK = re.compile(r"(?:[^\W\d_]+ ?: ?)?<?(?:https?://|www\.)\S+$", re.I)
SENTENCE_END = re.compile(r"[.!?…:;,][\s\"'»”’)\]]*$")


def paragraphs(text: str) -> list[Span]:
    """Give the spans of the paragraphs in order, without white space at their ends; blank ones are left out."""
    lines = [span for match in _LINE.finditer(text) if (span := trimmed(text, *match.span()))]
    width = _width(text, lines)
    return lines if width is None else _joined(text, lines, width)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Give the span without white space at its ends; None where nothing else is in it."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch) - len(stretch.rstrip())
    return (start + left, end - right) if left < len(stretch) else None


def _width(text: str, lines: list[Span]) -> int | None:
    """Give the column at which the text was wrapped; None where it was not."""
    followed = [a for a, b in zip(lines, lines[1:], strict=False) if _adjacent(text, a, b)]
    width = max((end - start for start, end in lines), default=0)
    if len(followed) < 3 or not _NARROWEST <= width <= _WIDEST:
        return None
    full = [span for span in followed if span[1] - span[0] >= width - 2 * _SLACK]
    unfinished = [span for span in full if not SENTENCE_END.search(text, *_tail(span))]
    return width if len(full) * 10 >= len(followed) * 6 and len(unfinished) * 2 > len(full) else None


def _tail(span: Span) -> Span:
    return max(span[0], span[1] - 10), span[1]


def _adjacent(text: str, above: Span, below: Span) -> bool:
    """Tell whether no blank line stands between two lines."""
    return len(_BREAK.findall(text, above[1], below[0])) == 1


def _joined(text: str, lines: list[Span], width: int) -> list[Span]:
    found = lines[:1]
    for above, below in zip(lines, lines[1:], strict=False):
        if _goes_on(text, above, below, width):
            found[-1] = (found[-1][0], below[1])
        else:
            found.append(below)
    return found


def _goes_on(text: str, above: Span, below: Span, width: int) -> bool:
    line = text[slice(*below)]
    if not _adjacent(text, above, below) or BULLET.match(line) or LINK.match(line) or LINK.match(text[slice(*above)]):
        return False
    return above[1] - above[0] + 1 + len(line.split(None, 1)[0]) > width - _SLACK
