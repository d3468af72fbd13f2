"""The one place where the stages are wired: a document goes in, its records and the reasons for them come out."""

from dataclasses import dataclass, field

from communique.reading.documents import Document
from communique.records.kinds import Record


@dataclass(frozen=True)
class Extraction:
    """What one document says."""

    document: Document
    records: tuple[Record, ...]
    """The document record first, then the others in the order of the text."""
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Record id → the rule, the cues and the constraints behind it, a line each."""


class Reader:
    """Reads documents into records; loads each language's syntax once, at first use."""

    def extract(self, document: Document) -> Extraction:
        """Read one document. `PipelineError` where the language has no syntax, `ReadError` where it is unsupported."""
        raise NotImplementedError
