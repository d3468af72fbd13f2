"""`communique show`, `search` and `records`: questions to a ledger, answered as tables, JSON lines or CSV."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from communique.interfaces.exports import write_csv
from communique.interfaces.tables import document_title, field_table, hit_table, record_table
from communique.interfaces.terminal import marked, messages, results, tell, write_json_lines
from communique.ledger.ledgers import Ledger
from communique.ledger.queries import Filters
from communique.ledger.searching import Hit
from communique.records.kinds import DocumentRecord, to_row

BATCH = 200
"""Records in one table: a longer answer is printed as several, so that it need not be held."""


def show(ledger_path: Path, prefix: str) -> None:
    """Print all of one record with its sentences in context, or all of one document."""
    with Ledger.open(ledger_path, writable=False) as ledger:
        identifier = ledger.identify(prefix)
        if identifier.startswith("doc-"):
            _show_document(ledger, identifier)
        else:
            _show_record(ledger, identifier)


def _show_record(ledger: Ledger, identifier: str) -> None:
    console, entry = results(), ledger.entry(identifier)
    document = ledger.document(entry.record.document)
    row = to_row(entry.record) | {"read by": list(entry.reasons)}
    console.print(field_table(row, title=f"{identifier} · {document.source_name}", text=document.text))
    console.print(marked(ledger.context(identifier), brackets=not console.is_terminal))


def _show_document(ledger: Ledger, identifier: str) -> None:
    console, document = results(), ledger.document(identifier)
    found = [entry.record for entry in ledger.records_of(identifier)]
    head = next((record for record in found if isinstance(record, DocumentRecord)), None)
    fields = {name: value for name, value in asdict(document).items() if name != "text"}
    row = {"id": identifier, "characters": len(document.text)} | (to_row(head) if head else fields)
    console.print(field_table(row, title=document_title(head, document.source_name)))
    console.print(record_table((record, document.text) for record in found if record is not head))


def search(ledger_path: Path, words: str, filters: Filters, limit: int, form: Literal["table", "jsonl"]) -> bool:
    """Print the sentences that hold every word; tell whether there are any."""
    with Ledger.open(ledger_path, writable=False) as ledger:
        hits = ledger.search(words, filters, limit=limit)
        if form == "jsonl":
            write_json_lines(_hit_row(hit) for hit in hits)
        elif hits:
            results().print(hit_table((hit, ledger.document(hit.document).source_name) for hit in hits))
    if not hits:
        tell(messages(), "nothing found")
    return bool(hits)


def _hit_row(hit: Hit) -> dict[str, Any]:
    marks = [{"start": mark.start, "end": mark.end} for mark in hit.marks]
    records = [{"record": kind, "id": identifier} for identifier, kind in hit.records]
    return {name: getattr(hit, name) for name in ("document", "start", "end", "text")} | {
        "marks": marks,
        "records": records,
    }


def list_records(ledger_path: Path, filters: Filters, form: Literal["table", "jsonl", "csv"]) -> None:
    """Print the records that pass, by day."""
    with Ledger.open(ledger_path, writable=False) as ledger:
        records = (entry.record for entry in ledger.entries(filters))
        if form == "jsonl":
            write_json_lines(to_row(record) for record in records)
        elif form == "csv":
            write_csv(sys.stdout, records, filters.kind)
        else:
            _print_tables(ledger, filters)


def _print_tables(ledger: Ledger, filters: Filters) -> None:
    text_of = lru_cache(maxsize=64)(lambda identifier: ledger.document(identifier).text)
    console = results()
    records = (entry.record for entry in ledger.entries(filters))
    for batch in _batches(records):
        console.print(record_table((record, text_of(record.document)) for record in batch))


def _batches(records: Iterator[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
