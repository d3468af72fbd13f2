"""A text's sentences and paragraphs as spans, and a record's sentences in their context.

Paragraphs end at line ends; sentences are those of communique.language.sentences. Evidence is shown in whole sentences
with the paragraph before and after; it is never cut or changed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.language import sentences
from communique.records.parts import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]*[^\s][^\n\r\u2028\u2029]*")


@dataclass(frozen=True)
class Passage:
    """A stretch of a document: `marks` are offsets into the document, like `start` and `end`."""

    start: int
    end: int
    text: str
    marks: tuple[Span, ...]

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text cut at the marks: each piece, and whether it is marked."""
        found, cursor = [], self.start
        for mark in self.marks:
            found += [(self._cut(cursor, mark.start), False), (self._cut(mark.start, mark.end), True)]
            cursor = mark.end
        return tuple(piece for piece in [*found, (self._cut(cursor, self.end), False)] if piece[0])

    def _cut(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Give the spans of the lines that hold anything."""
    return [match.span() for match in _LINE.finditer(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of all sentences."""
    return [span for start, end in paragraphs(text) for span in sentences.split(text, start, end)]


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort spans and join those that overlap or touch."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def widened(spans: Sequence[tuple[int, int]], units: Sequence[tuple[int, int]], around: int = 0) -> list[tuple[int, int]]:
    """Widen spans to the whole units that they meet and `around` more units on both sides; join what then overlaps."""
    if not units:
        return joined(spans)
    starts = [start for start, _ in units]
    found = []
    for start, end in spans:
        first = max(bisect_right(starts, start) - 1 - around, 0)
        last = min(max(bisect_right(starts, max(end - 1, start)) - 1, 0) + around, len(units) - 1)
        found.append((min(units[first][0], start), max(units[last][1], end)))
    return joined(found)


@dataclass(frozen=True)
class Layout:
    """Where a text's paragraphs and sentences are, found once for many quotations."""

    text: str
    paragraphs: Sequence[tuple[int, int]]
    sentences: Sequence[tuple[int, int]]


def layout(text: str) -> Layout:
    """Find the paragraphs and sentences of a text."""
    return Layout(text, paragraphs(text), sentence_spans(text))


def quotations(found: Layout, spans: Iterable[Span], around: int = 0) -> tuple[Passage, ...]:
    """Give the sentences that hold the spans, marked; with `around`, the paragraphs and so many more beside them."""
    text = found.text
    inside = joined((max(s.start, 0), min(s.end, len(text))) for s in spans if s.start < min(s.end, len(text)))
    units = found.paragraphs if around else found.sentences
    return tuple(_passage(text, window, inside) for window in widened(inside, units, around))


def _passage(text: str, window: tuple[int, int], inside: list[tuple[int, int]]) -> Passage:
    start, end = window
    marks = tuple(Span(start=a, end=b) for a, b in inside if start <= a and b <= end)
    return Passage(start, end, text[start:end], marks)
