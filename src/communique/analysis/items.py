"""A record with its sentences, quoted and in context: the link from every line of a brief to its source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.ledger.ledgers import Ledger
from communique.ledger.passages import Layout, Passage, layout, quotations
from communique.ledger.queries import Entry
from communique.records.kinds import Record
from communique.records.parts import Span


@dataclass(frozen=True)
class Source:
    """Whole sentences of one document, marked in their paragraphs; several records may share one."""

    document: str
    context: tuple[Passage, ...]
    number: int = 0
    """Its place in the appendix, from 1; 0 before it is numbered."""

    @property
    def key(self) -> tuple[str, int, tuple[Span, ...]]:
        """The same sentences of the same document have the same key; keys sort in the order of the text."""
        marks = tuple(mark for passage in self.context for mark in passage.marks)
        return self.document, marks[0].start if marks else 0, marks


@dataclass(frozen=True)
class Item:
    """A record, the date that places it, its sentences with what it says marked, and their source."""

    record: Record
    dated: str | None
    quote: tuple[Passage, ...]
    content: str
    """What the record cuts out of the text: a statement's content, a commitment's object; empty where nothing."""
    source: Source


def items(ledger: Ledger, entries: Iterable[Entry]) -> list[Item]:
    """Give the entries with their sentences; each text is fetched once as long as it is near."""
    layout_of = lru_cache(maxsize=256)(lambda identifier: layout(ledger.document(identifier).text))
    return [_item(entry, layout_of(entry.record.document)) for entry in entries]


def _item(entry: Entry, found: Layout) -> Item:
    quote = quotations(found, entry.record.evidence)
    cut: Span | None = getattr(entry.record, "content", None) or getattr(entry.record, "object", None)
    sentences = [Span(start=passage.start, end=passage.end) for passage in quote]
    source = Source(entry.record.document, quotations(found, sentences, around=1))
    content = found.text[cut.start : cut.end] if cut else ""
    return Item(entry.record, entry.dated, _pointed(quote, cut) if cut else quote, content, source)


def _pointed(quote: tuple[Passage, ...], cut: Span) -> tuple[Passage, ...]:
    """Mark what the record cuts out, in the sentence that holds it; the others keep their evidence."""
    return tuple(replace(passage, marks=(cut,)) if passage.start <= cut.start and cut.end <= passage.end else passage for passage in quote)
