"""`communique extract`: what documents say, printed; nothing is kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from communique.interfaces.outcomes import work
from communique.interfaces.tables import document_title, record_table
from communique.interfaces.terminal import results, write_json_lines
from communique.records.kinds import DocumentRecord, to_row

if TYPE_CHECKING:
    from communique.ledger.rows import Extracted


def extract(paths: Sequence[str], form: Literal["jsonl", "table"], explain: bool) -> bool:
    """Print the records of everything given; tell whether anything was read."""
    console = results()

    def show(extraction: Extracted) -> None:
        if form == "jsonl":
            write_json_lines(_rows(extraction, explain))
        else:
            console.print(table(extraction, explain=explain))

    return work(paths, show, bar=not sys.stdout.isatty())["read"] > 0


def _rows(extraction: Extracted, explain: bool) -> list[dict[str, Any]]:
    extra = [{"explain": list(extraction.reasons.get(record.id, ()))} if explain else {} for record in extraction.records]
    return [to_row(record) | more for record, more in zip(extraction.records, extra, strict=True)]


def table(extraction: Extracted, *, explain: bool = False) -> Any:
    """Give the table of one document for people."""
    head = next((record for record in extraction.records if isinstance(record, DocumentRecord)), None)
    found = [(record, extraction.document.text) for record in extraction.records if record is not head or explain]
    title = document_title(head, extraction.document.source_name)
    return record_table(found, title=title, reasons=extraction.reasons if explain else None)
