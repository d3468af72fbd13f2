"""What a search finds of a text: its sentences, each with its words and the labels of the records in it.

Labels make canonical English names and kinds findable in texts of any language. A document's own record labels nothing.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from communique.ledger.states import parties
from communique.ledger.words import as_index
from communique.records.kinds import DocumentRecord, Record

Row = dict[str, Any]
LABELS = ("kind", "name", "label", "action", "measure", "status", "series", "sectors", "initiatives", "frameworks")
"""Fields whose values a search finds as well as the words of the sentence."""


def passage_rows(text: str, sentences: list[tuple[int, int]], inside: Mapping[int, Sequence[Record]]) -> list[Row]:
    """Give the rows of `passages` with the words and labels of each for the index."""
    return [
        {"start": start, "end": end, "words": as_index(text[start:end]), "labels": _labels(inside.get(number, ()))}
        for number, (start, end) in enumerate(sentences)
    ]


def records_inside(records: Sequence[Record], sentences: list[tuple[int, int]]) -> dict[int, list[Record]]:
    """Give for each sentence, by its number, the records with evidence in it; the document's own record is in none."""
    ends = [end for _, end in sentences]
    found: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        for number in _numbers(record, sentences, ends) if not isinstance(record, DocumentRecord) else ():
            found[number].append(record)
    return found


def _numbers(record: Record, sentences: list[tuple[int, int]], ends: list[int]) -> list[int]:
    found = set()
    for span in record.evidence:
        number = bisect_left(ends, span.start + 1)
        while number < len(sentences) and sentences[number][0] < span.end:
            found.add(number)
            number += 1
    return sorted(found)


def _labels(records: Sequence[Record]) -> str:
    values: list[Any] = []
    for record in records:
        values += [record.record, *(getattr(record, name, None) for name in LABELS)]
        values += [name for _, _, party in parties(record) for name in (party.name, party.role)]
        values += [place.name] if (place := getattr(record, "place", None)) else []
    distinct = " ".join(sorted({_flat(value) for value in values}))
    return " ".join(sorted(set(as_index(distinct).split())))


def _flat(value: Any) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value or "")
