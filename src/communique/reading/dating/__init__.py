"""When a document was published: the days that all it prints and names leave, never a guess."""

from communique.reading.dating.solving import Dating, date_document

__all__ = ["Dating", "date_document"]
