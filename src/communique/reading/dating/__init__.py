"""When a document was published, from what it prints and from what constrains it; the set of days that are left, never a guess."""

from communique.reading.dating.solving import Dating, date_document

__all__ = ["Dating", "date_document"]
