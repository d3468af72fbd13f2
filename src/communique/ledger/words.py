"""Words for full text search: folded, accents gone, runs of Chinese characters as overlapping pairs.

The same cutting serves texts and queries, so a query finds whatever a reader would call the same word; it knows no
inflection. A query cannot reach FTS5's own syntax: every word goes in quotes.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from communique.language.folding import fold

_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPHS = re.compile(r"[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Cut a text into folded words; of a run of ideographs its pairs and, last, its final character."""
    folded = fold(text)
    for match in _WORD.finditer(_without_marks(folded)):
        start, word = match.start(), match[0]
        cursor = 0
        for run in _IDEOGRAPHS.finditer(word):
            yield from _plain(word, cursor, run.start(), start)
            yield from _pairs(run[0], start + run.start())
            cursor = run.end()
        yield from _plain(word, cursor, len(word), start)


def _without_marks(folded: str) -> str:
    """Turn combining marks into a letter that is dropped later, so that they part no word and move no offset."""
    if folded.isascii():
        return folded
    return "".join(_DROPPED if unicodedata.category(c) == "Mn" else c for c in folded)


_DROPPED = "\u02b0"


def _plain(word: str, start: int, end: int, offset: int) -> Iterator[Word]:
    text = word[start:end].replace(_DROPPED, "")
    if text:
        yield Word(text, offset + start, offset + end)


def _pairs(run: str, offset: int) -> Iterator[Word]:
    for i in range(len(run)):
        yield Word(run[i : i + 2], offset + i, offset + min(i + 2, len(run)))


def as_index(text: str) -> str:
    """Give the words of a text for the index."""
    return " ".join(word.text for word in words(text))


class Term(NamedTuple):
    """One word of a query: the folded words it is made of, in a row; with `prefix`, the last may go on."""

    parts: tuple[str, ...]
    prefix: bool


def terms(query: str) -> list[Term]:
    """Read a query: words between spaces, all of them wanted; a star at the end of one stands for any ending."""
    found = (_term(part) for part in query.split())
    return [term for term in found if term.parts]


def _term(part: str) -> Term:
    parts = tuple(word.text for word in words(part))
    final = bool(parts) and len(parts[-1]) == 1 and bool(_IDEOGRAPHS.fullmatch(parts[-1]))
    return Term(parts[:-1] if final and len(parts) > 1 else parts, part.endswith("*") or (final and len(parts) == 1))


def as_query(query: str) -> str:
    """Give the FTS5 query that wants every word; empty where the text holds none."""
    return " ".join(f'"{" ".join(term.parts)}"' + "*" * term.prefix for term in terms(query))


def marks(text: str, query: str) -> list[tuple[int, int]]:
    """Give the spans of the text that the query's words match, joined where they touch."""
    wanted = terms(query)
    found: list[tuple[int, int]] = []
    for word in words(text):
        if any(_matches(word.text, term) for term in wanted):
            joined = bool(found) and word.start <= found[-1][1]
            found[-1:] = [(found[-1][0], word.end)] if joined else [*found[-1:], (word.start, word.end)]
    return found


def _matches(word: str, term: Term) -> bool:
    return word in term.parts or (term.prefix and word.startswith(term.parts[-1]))
