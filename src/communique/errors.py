"""What can go wrong, as one small tree.

    CommuniqueError
    ├── ReadError          a given file or stream cannot be read as a document
    ├── KnowledgeError     a row of the knowledge base is wrong
    ├── PackError          a row of a language pack is wrong
    ├── PipelineError      the trained syntax of a language is missing or foreign
    └── LedgerError        the ledger cannot be opened, read or written
        └── Refused        one document cannot be kept; others can

A message says what happened, where (file, row) and what to do.
"""


class CommuniqueError(Exception):
    """Base of every error that this package raises on purpose."""


class ReadError(CommuniqueError):
    """A given file or stream cannot be read as a document."""


class KnowledgeError(CommuniqueError):
    """A row of the knowledge base is wrong."""


class PackError(CommuniqueError):
    """A row of a language pack is wrong."""


class PipelineError(CommuniqueError):
    """The trained syntax of a language is missing or foreign."""


class LedgerError(CommuniqueError):
    """The ledger cannot be opened, read or written."""


class Refused(LedgerError):
    """One document cannot be kept; others can."""
