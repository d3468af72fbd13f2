"""A record as one line for people: when, what kind, who, and what, in the text's own words where it has them."""

from dataclasses import dataclass
from functools import lru_cache

from communique.analysis.printable import shortened
from communique.analysis.wording import Wording, load
from communique.ledger.states import parties
from communique.records.kinds import (
    Alignment,
    Commitment,
    DocumentRecord,
    Encounter,
    Figure,
    Milestone,
    Project,
    Record,
    Statement,
    Target,
)  # fmt: skip
from communique.records.parts import Span

WHAT = 240


@dataclass(frozen=True)
class Line:
    """The cells of one record."""

    date: str
    kind: str
    who: str
    what: str


@lru_cache(maxsize=1)
def _wording() -> Wording:
    return load("en", {})


def line(record: Record, text: str) -> Line:
    """Give the line of a record of this text."""
    return Line(record.date or "–", _kind(record), _who(record), shortened(_what(record, text), WHAT))


def short_id(identifier: str) -> str:
    """Give as much of an id's number as is needed to ask for it again."""
    return identifier.rpartition("-")[2][:8]


def _kind(record: Record) -> str:
    nature = getattr(record, "force", None) or getattr(record, "act", None) or getattr(record, "kind", None)
    return f"{record.record}: {nature}" if nature else record.record


def _who(record: Record) -> str:
    if isinstance(record, Commitment) and record.with_:
        return f"{_wording().who(record.by)} → {_wording().who(record.with_)}"
    found = [party for slot, _, party in parties(record) if slot != "speakers" or isinstance(record, Statement)]
    return _wording().who(found) if found else "–"


def _what(record: Record, text: str) -> str:
    match record:
        case DocumentRecord():
            return record.title or record.source_name
        case Encounter():
            return _encounter(record)
        case Statement():
            return _cut(text, record.content)
        case Commitment():
            return f"{record.action}: {_cut(text, record.object or record.evidence[0])}"
        case Alignment():
            return " + ".join(record.initiatives)
        case Project():
            return _joined(record.name, record.kind, record.place.name if record.place else None, record.status)
        case Figure() | Target():
            return _quantity(record)
        case Milestone():
            return record.status
    return _cut(text, record.evidence[0]) if record.evidence else ""


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _encounter(record: Encounter) -> str:
    series = f"{record.series} ({record.ordinal})" if record.series and record.ordinal else record.series
    return _joined(record.place.name if record.place else record.host_state, series, record.status)


def _quantity(record: Figure | Target) -> str:
    said = _wording().quantity(record.value, record.unit, record.bound)
    change = _wording().percent(record.change.value) if record.change else None
    factor = f"×{record.factor:g}" if isinstance(record, Target) and record.factor else None
    due = f"by {record.due}" if isinstance(record, Target) and record.due else None
    return _joined(record.measure, said, factor, change, record.period, due)
