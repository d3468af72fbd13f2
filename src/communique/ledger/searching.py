"""Full text search: the sentences that hold every word, best first, with the records read out of them.

Words meet the sentence's own and the canonical names of its records. Filters ask for a record in the sentence.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from communique.ledger.queries import Filters, conditions, document, passes
from communique.ledger.tables import evidence, passages, records
from communique.ledger.words import as_query, marks
from communique.records.parts import Span

LIMIT = 20
SHOWN = 320
WORD = 30
"""A longer sentence is cut around its first mark."""


@dataclass(frozen=True)
class Hit:
    """A sentence found; `marks` are offsets into the document, and `records` the ids and kinds of what it gave."""

    document: str
    start: int
    end: int
    text: str
    marks: tuple[Span, ...]
    records: tuple[tuple[str, str], ...]


def search(engine: sa.Engine, query: str, filters: Filters, *, limit: int = LIMIT) -> list[Hit]:
    """Give at most `limit` sentences; equal ones stand by document and place. A query without a word finds nothing."""
    wanted = as_query(query)
    if not wanted:
        return []
    with engine.connect() as connection:
        found = []
        for row in connection.execute(_ranked(filters), {"wanted": wanted}):
            inside = _records(connection, row.document, row.start, row.end, filters)
            if inside or filters.ask_nothing:
                found.append((row.document, row.start, row.end, inside))
            if len(found) == limit:
                break
    return [_hit(engine, query, *place) for place in found]


def _ranked(filters: Filters) -> sa.Select[tuple[str, int, int]]:
    words = sa.table("passage_words", sa.column("rowid"))
    rank: sa.ColumnElement[float] = sa.literal_column("round(bm25(passage_words, 1.0, 0.5), 6)")
    query = sa.select(passages.c.document, passages.c.start, passages.c.end)
    query = query.join(words, words.c.rowid == passages.c.id).where(sa.text("passage_words MATCH :wanted"))
    if not filters.ask_nothing:
        query = query.where(sa.exists(_inside(passages.c.document, passages.c.start, passages.c.end, filters)))
    return query.order_by(rank, passages.c.document, passages.c.start)


def _inside(
    document_id: sa.ColumnElement[str] | str, start: sa.ColumnElement[int] | int, end: sa.ColumnElement[int] | int,
    filters: Filters,
) -> sa.Select[tuple[str, str, str | None]]:  # fmt: skip
    query = sa.select(records.c.id, records.c.record, records.c.dated).join(evidence, evidence.c.record_id == records.c.id)
    meeting = (evidence.c.start < end, evidence.c.end > start, records.c.record != "document")
    return query.where(records.c.document == document_id, *meeting, *conditions(filters))


def _records(connection: sa.Connection, document_id: str, start: int, end: int, filters: Filters) -> tuple[tuple[str, str], ...]:
    query = _inside(document_id, start, end, filters).order_by(records.c.position, records.c.id)
    found = {row.id: (row.id, row.record) for row in connection.execute(query) if passes(row.dated, filters)}
    return tuple(found.values())


def _hit(engine: sa.Engine, query: str, document_id: str, start: int, end: int, inside: tuple[tuple[str, str], ...]) -> Hit:
    text = document(engine, document_id).text
    found = [Span(start=start + a, end=start + b) for a, b in marks(text[start:end], query)]
    left, right = _window(text, start, end, found)
    shown = tuple(span for span in found if left <= span.start and span.end <= right)
    return Hit(document_id, left, right, text[left:right], shown, inside)


def _window(text: str, start: int, end: int, found: list[Span]) -> tuple[int, int]:
    if end - start <= SHOWN:
        return start, end
    left = max(start, (found[0].start if found else start) - SHOWN // 3)
    right = min(end, left + SHOWN)
    first, last = text.find(" ", left, left + WORD) + 1, text.rfind(" ", right - WORD, right)
    return (first if first and left > start else left), (last if last > 0 and right < end else right)
