"""Questions to the ledger by kind, states and days, answered in one order that no insertion changes.

A record without a date stands at its document's date of publication; with neither it lies outside all days.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

import sqlalchemy as sa

from communique.errors import LedgerError
from communique.ledger.tables import documents, record_state, records
from communique.reading.documents import Document
from communique.records.edtf import FIRST, LAST, meets
from communique.records.kinds import BY_NAME, DocumentRecord, Record, from_row

BATCH = 500


@dataclass(frozen=True)
class Filters:
    """Which records: null asks nothing. `between` wants both states; the days are inclusive."""

    kind: str | None = None
    between: tuple[str, str] | None = None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a kind that there is not."""
        if self.kind is not None and self.kind not in BY_NAME:
            raise LedgerError(f"'{self.kind}' is no kind of record; there are {', '.join(BY_NAME)}")

    @property
    def ask_nothing(self) -> bool:
        """Whether every record passes."""
        return self == EVERYTHING


EVERYTHING = Filters()


@dataclass(frozen=True)
class Entry:
    """A record as the ledger holds it: with the date that places it in time, and why it was read so."""

    record: Record
    dated: str | None
    reasons: tuple[str, ...]


def conditions(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """Give the conditions on `records`; a set of dates may pass whose members all lie outside (see `passes`)."""
    found = [records.c.record == filters.kind] if filters.kind else []
    found += [records.c.date_last >= filters.since.isoformat()] if filters.since else []
    found += [records.c.date_first <= filters.until.isoformat()] if filters.until else []
    found += [_concerns(state) for state in filters.between or ()]
    return found


def _concerns(state: str) -> sa.ColumnElement[bool]:
    named = sa.select(record_state.c.record_id).where(record_state.c.state == state)
    return records.c.id.in_(named)


def passes(dated: str | None, filters: Filters) -> bool:
    """Tell whether a date lies within the days, member by member where it is a set."""
    if filters.since is None and filters.until is None:
        return True
    return dated is not None and meets(dated, filters.since or FIRST, filters.until or LAST)


def entries(engine: sa.Engine, filters: Filters) -> Iterator[Entry]:
    """Give records by first day, document and place in it, the undated last; a few at a time are in memory."""
    order = (records.c.date_first.is_(None), records.c.date_first, records.c.document, records.c.position, records.c.id)
    query = sa.select(records.c.row, records.c.dated, records.c.reasons).where(*conditions(filters)).order_by(*order)
    with engine.connect().execution_options(yield_per=BATCH) as connection:
        for row, dated, reasons in connection.execute(query):
            if passes(dated, filters):
                yield Entry(from_row(row), dated, tuple(reasons))


def entry(engine: sa.Engine, identifier: str) -> Entry:
    """Give one record by its full id; `LedgerError` where there is none."""
    query = sa.select(records.c.row, records.c.dated, records.c.reasons).where(records.c.id == identifier)
    with engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise LedgerError(f"the ledger holds no record {identifier}")
    return Entry(from_row(row[0]), row[1], tuple(row[2]))


def identify(engine: sa.Engine, prefix: str) -> str:
    """Give the full id of the one document or record whose id, or the number in it, begins so; else `LedgerError`."""
    asked = [sa.select(table.c.id).where(_begins(table.c.id, prefix)) for table in (documents, records)]
    with engine.connect() as connection:
        found = list(connection.execute(sa.union(*asked).order_by("id").limit(6)).scalars())
    if prefix in found or len(found) == 1:
        return prefix if prefix in found else found[0]
    if not prefix or not found:
        raise LedgerError(f"the ledger holds no document or record whose id begins with '{prefix}'")
    raise LedgerError(f"several ids begin with '{prefix}': {', '.join(found[:5])}{'…' * (len(found) > 5)}; write more of it")


def _begins(column: sa.Column[str], prefix: str) -> sa.ColumnElement[bool]:
    return column.startswith(prefix, autoescape=True) | column.contains(f"-{prefix}", autoescape=True)


def document(engine: sa.Engine, identifier: str) -> Document:
    """Give a document by its full id; `LedgerError` where there is none."""
    names = [field.name for field in fields(Document)]
    query = sa.select(*(documents.c[name] for name in names)).where(documents.c.id == identifier)
    with engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise LedgerError(f"the ledger holds no document {identifier}")
    return Document(**dict(zip(names, row, strict=True)))


def document_records(engine: sa.Engine) -> Iterator[DocumentRecord]:
    """Give what is read of each document itself, by first day of publication and id."""
    for found in entries(engine, Filters(kind="document")):
        if isinstance(found.record, DocumentRecord):
            yield found.record


def counts(engine: sa.Engine) -> dict[str, int]:
    """Count the records of each kind, in the order of the contract."""
    query = sa.select(records.c.record, sa.func.count()).group_by(records.c.record)
    with engine.connect() as connection:
        found = {row[0]: int(row[1]) for row in connection.execute(query)}
    return {kind: found.get(kind, 0) for kind in BY_NAME}


def records_of(engine: sa.Engine, document_id: str) -> list[Entry]:
    """Give the records of one document in the order of the extraction."""
    query = sa.select(records.c.row, records.c.dated, records.c.reasons)
    with engine.connect() as connection:
        rows = connection.execute(query.where(records.c.document == document_id).order_by(records.c.position))
        return [Entry(from_row(row), dated, tuple(reasons)) for row, dated, reasons in rows]
