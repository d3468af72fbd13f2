"""Ids made from the text alone: a better lexicon must not rename a record."""

import hashlib

from communique.records.parts import Span


def record_id(kind: str, text_digest: str, evidence: tuple[Span, ...], defining: Span) -> str:
    """Give the id of a record: its kind, the text's digest, the first evidence span and the span that defines it."""
    first = evidence[0] if evidence else Span(start=0, end=0)
    key = f"{kind}|{text_digest}|{first.start}-{first.end}|{defining.start}-{defining.end}"
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
