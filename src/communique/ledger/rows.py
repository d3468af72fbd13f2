"""One extraction as the rows of all tables: the same extraction gives the same rows. Refuses what the text belies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pydantic import BaseModel

from communique.errors import Refused
from communique.ledger.states import parties, states
from communique.ledger.tables import KIND_TABLES
from communique.reading.documents import Document, digest
from communique.records.edtf import bounds
from communique.records.kinds import DocumentRecord, Record, to_row

Row = dict[str, Any]


class Extracted(Protocol):
    """What is added: `communique.pipeline.Extraction`, which lies above this layer, or anything of its shape."""

    @property
    def document(self) -> Document: ...
    @property
    def records(self) -> tuple[Record, ...]: ...
    @property
    def reasons(self) -> Mapping[str, tuple[str, ...]]: ...


def document_row(document: Document) -> Row:
    """Give the row of the text itself."""
    names = ("text", "source_name", "language", "title", "published", "url", "source")
    return {"id": document.id, "digest": digest(document.text), **{name: getattr(document, name) for name in names}}


def refuse_impossible(extraction: Extracted) -> None:
    """Raise `Refused` where a record is of another document or points outside its text."""
    document = extraction.document
    for record in extraction.records:
        if record.document != document.id:
            raise Refused(f"{document.source_name}: record {record.id} is of another document, {record.document}")
        if any(not 0 <= span.start <= span.end <= len(document.text) for span in record.evidence):
            raise Refused(f"{document.source_name}: record {record.id} points outside the text")


def record_rows(extraction: Extracted) -> list[Row]:
    """Give the rows of `records`."""
    published = next((r.published for r in extraction.records if isinstance(r, DocumentRecord)), None)
    return [
        {
            **{name: getattr(record, name) for name in ("record", "id", "document", "confidence", "date")},
            "position": position,
            **_days(record, published),
            "row": to_row(record),
            "reasons": list(extraction.reasons.get(record.id, ())),
        }
        for position, record in enumerate(extraction.records)
    ]


def _days(record: Record, published: str | None) -> Row:
    dated = record.date or published
    try:
        days = bounds(dated) if dated else None
    except ValueError as error:
        raise Refused(f"record {record.id}: {error}") from error
    first, last = (days.first.isoformat(), days.last.isoformat()) if days else (None, None)
    return {"dated": dated, "date_first": first, "date_last": last}


def kind_row(record: Record) -> Row:
    """Give the row of a record in its kind's own table, a null where it has no such column."""
    row = to_row(record)
    flat = {"id": record.id}
    for name, field in type(record).model_fields.items():
        value = row[field.alias or name]
        if isinstance(value, dict):
            flat |= {f"{field.alias or name}_{inner}": item for inner, item in value.items()}
        else:
            flat[field.alias or name] = value
    return {name: flat.get(name) for name in KIND_TABLES[record.record].columns.keys()}  # noqa: SIM118 - not a dict


def party_rows(record: Record) -> list[Row]:
    """Give the rows of `record_party`."""
    return [{"record_id": record.id, "slot": slot, "position": position, **_party(party)} for slot, position, party in parties(record)]


def _party(party: BaseModel) -> Row:
    return {"party_id" if name == "id" else name: value for name, value in party.model_dump().items()}


def evidence_rows(record: Record) -> list[Row]:
    """Give the rows of `evidence`."""
    spans = enumerate(record.evidence)
    return [{"record_id": record.id, "position": i, "start": span.start, "end": span.end} for i, span in spans]


def state_rows(records: Sequence[Record], inside: Mapping[int, Sequence[Record]]) -> list[Row]:
    """Give the rows of `record_state`; `inside`: number of a sentence → the records in it."""
    beside: dict[str, list[str]] = defaultdict(list)
    for together in inside.values():
        for record in together:
            beside[record.id] += [other.id for other in together]
    found = states(records, beside).items()
    return [{"record_id": key, "state": s, "basis": basis} for key, named in found for s, basis in named.items()]
