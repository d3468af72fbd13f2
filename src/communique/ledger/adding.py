"""A document enters the ledger whole or not at all, once, and the order of adding leaves no trace.

Of several copies of one text (other file names, other metadata) the one that states most stands for it, then the first
by name: a better copy that comes later replaces the records of the lesser one. Near copies are other texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import sqlalchemy as sa

from communique.ledger import indexing, rows, tables
from communique.ledger.passages import sentence_spans
from communique.reading.documents import Document
from communique.records.kinds import Record

STATED = tuple(field.name for field in fields(Document) if field.name != "text")


@dataclass(frozen=True)
class Added:
    """What adding did: `new` where the ledger did not hold this text; `replaced` where a lesser copy of it gave way."""

    document: str
    new: bool
    replaced: bool = False
    records: int = 0
    """How many records were written."""


def add(connection: sa.Connection, extraction: rows.Extracted) -> Added:
    """Write the rows of one extraction, within the caller's transaction."""
    rows.refuse_impossible(extraction)
    document = extraction.document
    known = _known(connection, document)
    if known is not None and known <= _rank(document):
        return Added(document.id, new=False)
    if known is not None:
        _remove(connection, document)
    _write(connection, extraction)
    return Added(document.id, new=known is None, replaced=known is not None, records=len(extraction.records))


def knows(connection: sa.Connection, document: Document) -> bool:
    """Tell whether adding this document would change nothing."""
    known = _known(connection, document)
    return known is not None and known <= _rank(document)


def _known(connection: sa.Connection, document: Document) -> tuple[Any, ...] | None:
    columns = [tables.documents.c[name] for name in STATED]
    row = connection.execute(sa.select(*columns).where(tables.documents.c.id == document.id)).first()
    return None if row is None else _order(tuple(row))


def _rank(document: Document) -> tuple[Any, ...]:
    return _order(tuple(getattr(document, name) for name in STATED))


def _order(stated: tuple[str | None, ...]) -> tuple[Any, ...]:
    return (sum(value is None for value in stated), *(value or "" for value in stated))


def _remove(connection: sa.Connection, document: Document) -> None:
    old = sa.select(tables.passages.c.id).where(tables.passages.c.document == document.id)
    words = sa.table("passage_words", sa.column("rowid"))
    connection.execute(sa.delete(words).where(words.c.rowid.in_(old)))
    connection.execute(sa.delete(tables.documents).where(tables.documents.c.id == document.id))


def _write(connection: sa.Connection, extraction: rows.Extracted) -> None:
    sentences = sentence_spans(extraction.document.text)
    inside = indexing.records_inside(extraction.records, sentences)
    connection.execute(sa.insert(tables.documents), [rows.document_row(extraction.document)])
    _insert(connection, tables.records, rows.record_rows(extraction))
    _write_details(connection, extraction.records)
    _insert(connection, tables.record_state, rows.state_rows(extraction.records, inside))
    _write_passages(connection, extraction.document, indexing.passage_rows(extraction.document.text, sentences, inside))


def _write_details(connection: sa.Connection, records: Sequence[Record]) -> None:
    for kind, table in tables.KIND_TABLES.items():
        _insert(connection, table, [rows.kind_row(record) for record in records if record.record == kind])
    _insert(connection, tables.evidence, [row for record in records for row in rows.evidence_rows(record)])
    _insert(connection, tables.record_party, [row for record in records for row in rows.party_rows(record)])


def _write_passages(connection: sa.Connection, document: Document, found: list[rows.Row]) -> None:
    """The number of a passage joins it to its words; it says nothing else and is shown nowhere."""
    after = connection.execute(sa.select(sa.func.coalesce(sa.func.max(tables.passages.c.id), 0))).scalar_one()
    numbered = [{**row, "id": after + n, "document": document.id} for n, row in enumerate(found, start=1)]
    if numbered:
        statement = sa.text("INSERT INTO passage_words(rowid, words, labels) VALUES (:id, :words, :labels)")
        connection.execute(statement, numbered)
    names = tables.passages.c.keys()
    _insert(connection, tables.passages, [{name: row[name] for name in names} for row in numbered])


def _insert(connection: sa.Connection, table: sa.Table, found: list[rows.Row]) -> None:
    if found:
        connection.execute(sa.insert(table), found)
