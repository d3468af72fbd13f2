"""What dating reads: the text, its blocks, what is named in it, its times, and the tense and age of a passage.

Tense is read from the words of the clause alone, so that it needs no parse; where a clause shows both or neither, the
sentence is asked, and an unclear one is unclear.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from communique.knowledge.catalog import Catalog
from communique.language import sentences
from communique.language.folding import plain
from communique.language.mentions import Mentions
from communique.language.times import Time
from communique.language.times_grammar import grammar
from communique.language.times_meaning import Calendar, Meaning, Offset, Several, Shifted, Span
from communique.reading.blocks import Block
from communique.reading.documents import Document

Tense = Literal["past", "future", ""]
CURRENT = 7
"""Days by which the matter of a news sentence may lie before its publication."""
_A_YEAR = 370
_TWO_YEARS = 735
_LEAD = 3
_READ = ("body", "bullet", "headline")


@dataclass(frozen=True)
class Evidence:
    """A document with all that its dating may rest on."""

    document: Document
    blocks: tuple[Block, ...]
    mentions: Mentions
    known: Catalog

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def folded(self) -> str:
        """The text folded, with the same offsets."""
        return self.mentions.folded

    @property
    def language(self) -> str:
        """The language that was read."""
        return self.mentions.parse.language

    @cached_property
    def even(self) -> str:
        """The text with quotes, apostrophes and blanks evened out; the offsets are the same."""
        return plain(self.text)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """All time expressions, in order."""
        return self.mentions.times

    @cached_property
    def body_times(self) -> tuple[Time, ...]:
        """The time expressions of what the text tells: body, list items, headlines."""
        return tuple(t for t in self.times if self.sentence(t.start) is not None)

    @cached_property
    def told(self) -> tuple[tuple[int, int], ...]:
        """The sentences of body, list items and headlines, as spans."""
        blocks = [b for b in self.blocks if b.kind in _READ] or ([] if self.blocks else _lines(self.text))
        return tuple(span for b in blocks for span in sentences.split(self.text, b.start, b.end))

    @cached_property
    def lead(self) -> tuple[int, int]:
        """The first sentences of the body, as one span."""
        inside = [b for b in self.blocks if b.kind == "body"]
        spans = [s for s in self.told if not inside or any(b.start <= s[0] < b.end for b in inside)][:_LEAD]
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)

    def sentence(self, at: int) -> tuple[int, int] | None:
        """Give the span of the sentence around an offset, null outside of what the text tells."""
        index = bisect_right(self.told, at, key=lambda s: s[0]) - 1
        return self.told[index] if index >= 0 and at < self.told[index][1] else None

    def clause(self, start: int, end: int, *, commas: bool = True) -> tuple[int, int]:
        """Give the span of the clause around a span, as far as commas, brackets and conjunctions show it."""
        sentence = self.sentence(start) or (start, end)
        cuts = [m.span() for m in self._signs["clause"].finditer(self.even, *sentence)]
        cuts += [m.span() for m in self._signs["comma"].finditer(self.even, *sentence)] if commas else []
        first = max([b for _, b in cuts if b <= start], default=sentence[0])
        return first, min([a for a, _ in cuts if a >= end], default=sentence[1])

    def tense(self, start: int, end: int) -> Tense:
        """Tell whether the clause around a span speaks of the past or of what is to come."""
        for commas in (True, False):
            first, last = self.clause(start, end, commas=commas)
            signs = self._tense_signs(first, last)
            if signs == (True, False, False):
                return "past" if self._binds(first, last, start, end) else ""
            if any(signs):
                return "future" if signs == (False, True, False) else ""
        return ""

    def _binds(self, first: int, last: int, start: int, end: int) -> bool:
        """Tell whether a past tense dates a span: «a annoncé un sommet en 2026» does not, «en 2016, il a dit» does."""
        verbs = self._signs["past"].finditer(self.even, first, last)
        return any(end <= v.start() or not self._signs["prospective"].search(v[0]) for v in verbs)

    def _tense_signs(self, start: int, end: int) -> tuple[bool, bool, bool]:
        past, future, unclear = (self._signs[s].search(self.even, start, end) for s in ("past", "future", "unclear"))
        return past is not None, future is not None, unclear is not None

    @property
    def _signs(self) -> dict[str, re.Pattern[str]]:
        return grammar(self.language).tense

    def age(self, start: int, end: int) -> int | None:
        """Give how many days before publication the matter of a sentence may lie at most; null where any number."""
        sentence = self.sentence(start) or (start, end)
        if self._signs["distant"].search(self.even, *sentence):
            return None
        inside = [t for t in self.times if sentence[0] <= t.start and t.end <= sentence[1]]
        ages = [_meaning_age(t.meaning) for t in inside if t.kind in ("date", "interval")]
        if None in ages:
            return None
        if not ages and self._signs["pluperfect"].search(self.even, *sentence):
            return None
        return max([CURRENT, *(a for a in ages if a is not None)])


def _lines(text: str) -> list[Block]:
    return [Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", text)]


def _meaning_age(meaning: Meaning) -> int | None:
    match meaning:
        case Calendar():
            if meaning.year is not None or (meaning.shift or 0) < -1:
                return None
            if meaning.shift == -1:
                return _TWO_YEARS
            return CURRENT if meaning.weekday is not None and meaning.month is None else _A_YEAR
        case Offset():
            return None if meaning.unit in ("decade", "century") else _offset_age(meaning)
        case Shifted():
            return _meaning_age(meaning.base)
        case Span() | Several():
            ends = meaning.members if isinstance(meaning, Several) else (meaning.first, meaning.last)
            ages = [_meaning_age(end) for end in ends if end is not None]
            return None if None in ages else max([CURRENT, *(a for a in ages if a is not None)])
    return CURRENT


def _offset_age(meaning: Offset) -> int:
    days = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "half": 184}.get(meaning.unit, 366)
    return CURRENT if meaning.amount >= 0 else CURRENT + days * (1 - meaning.amount)
