"""The ledger as its users hold it: a file, opened once, that takes extractions and answers questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from communique.ledger import adding, files, queries, searching
from communique.ledger.adding import Added
from communique.ledger.failures import told
from communique.ledger.passages import Passage, layout, quotations
from communique.ledger.queries import EVERYTHING, Entry, Filters
from communique.ledger.rows import Extracted
from communique.ledger.searching import Hit
from communique.reading.documents import Document
from communique.records.kinds import DocumentRecord, Record


@dataclass(frozen=True)
class Ledger:
    """An open ledger; close it, or use it in a `with`. Every method raises `LedgerError` where the file fails."""

    path: Path
    engine: sa.Engine
    writable: bool

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, writable: bool = True, busy_seconds: float = 5.0) -> Self:
        """Open a ledger; with `create`, make it where there is none. Not `writable`, nothing is written in it."""
        where = Path(path)
        engine = files.open_engine(where, create=create, writable=writable or create, busy_seconds=busy_seconds)
        return cls(where, engine, writable or create)

    def close(self) -> None:
        """Merge what is still in the log and let go of the file."""
        if self.writable:
            files.merge_log(self.engine)
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Hold the ledger open."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def add(self, extraction: Extracted) -> Added:
        """Add one document and its records in one transaction; a text that is held already adds nothing."""
        with told(self.path, extraction.document.source_name), files.writing(self.engine).begin() as connection:
            added = adding.add(connection, extraction)
        if files.log_is_long(self.path):
            files.merge_log(self.engine)
        return added

    def knows(self, document: Document) -> bool:
        """Tell whether adding this document would change nothing, so that it need not be read."""
        with told(self.path), self.engine.connect() as connection:
            return adding.knows(connection, document)

    def documents(self) -> Iterator[DocumentRecord]:
        """Give each document's own record, by date of publication and id; its text is in `document`."""
        with told(self.path):
            yield from queries.document_records(self.engine)

    def document(self, identifier: str) -> Document:
        """Give a document with its text."""
        with told(self.path):
            return queries.document(self.engine, identifier)

    def records_of(self, document: str) -> list[Entry]:
        """Give the entries of one document in the order of its extraction."""
        with told(self.path):
            return queries.records_of(self.engine, document)

    def record(self, identifier: str) -> Record:
        """Give a record."""
        return self.entry(identifier).record

    def entry(self, identifier: str) -> Entry:
        """Give a record with the date that places it and the reasons for it."""
        with told(self.path):
            return queries.entry(self.engine, identifier)

    def identify(self, prefix: str) -> str:
        """Give the full id of the one document or record whose id begins so."""
        with told(self.path):
            return queries.identify(self.engine, prefix)

    def entries(self, filters: Filters = EVERYTHING) -> Iterator[Entry]:
        """Give entries by day, document and place in it."""
        with told(self.path):
            yield from queries.entries(self.engine, filters)

    def records(
        self,
        *,
        kind: str | None = None,
        between: tuple[str, str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Iterator[Record]:
        """Give records by day, document and place in it; `between` wants both states, the days are inclusive."""
        return (entry.record for entry in self.entries(Filters(kind, between, since, until)))

    def context(self, identifier: str, around: int = 1) -> tuple[Passage, ...]:
        """Give a record's evidence, marked, in its paragraph and `around` more on each side; with 0, its sentences."""
        record = self.record(identifier)
        return quotations(layout(self.document(record.document).text), record.evidence, around)

    def search(self, query: str, filters: Filters = EVERYTHING, *, limit: int = searching.LIMIT) -> list[Hit]:
        """Give the sentences that hold every word, best first."""
        with told(self.path):
            return searching.search(self.engine, query, filters, limit=limit)

    def counts(self) -> dict[str, int]:
        """Count the records of each kind."""
        with told(self.path):
            return queries.counts(self.engine)

    def flaws(self) -> tuple[str, ...]:
        """Give what is wrong in the file, nothing where it is sound."""
        with told(self.path):
            return files.integrity(self.engine)
