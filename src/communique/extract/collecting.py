"""Where rules hand in their records: ids are made, reasons kept, and the same record is not taken twice."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from communique.reading.documents import digest
from communique.records.ids import record_id
from communique.records.kinds import Record
from communique.records.parts import Span

R = TypeVar("R", bound=Record)
Offsets = tuple[int, int]


@dataclass
class Collector:
    """The records of one document so far, and why each is there."""

    text: str
    document: str
    records: list[Record] = field(default_factory=list)
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._digest = digest(self.text)

    def add(self, shape: type[R], evidence: list[Offsets], defining: Offsets, why: tuple[str, ...], /, **fields: Any) -> R | None:
        """Make a record and keep it; None where its id is already taken. `defining` is the span that makes it this one.

        The document record's id is the document's.
        """
        spans = tuple(Span(start=a, end=b) for a, b in sorted(set(evidence)))
        name = shape.model_fields["record"].default
        key = self.document if name == "document" else record_id(name, self._digest, spans, Span(start=defining[0], end=defining[1]))
        if key in self.reasons:
            return None
        record = shape.model_validate({"id": key, "document": self.document, "evidence": spans, **fields})
        self.records.append(record)
        self.reasons[key] = why
        return record

    def sorted(self) -> tuple[Record, ...]:
        """Give the records in the order of the text; the document record first."""
        return tuple(sorted(self.records, key=lambda r: (r.record != "document", r.evidence[0].start if r.evidence else 0, r.id)))
