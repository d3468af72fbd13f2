"""What two states have done, said and promised since a day: the matter of a brief, every line with its sentence.

Takes only what concerns both states. Records that may lie in the period are in it (of a set of dates, if any member
does); undated ones are listed as such and counted nowhere else. Milestones are shown from the first on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from communique.analysis import groups
from communique.analysis.groups import Bound, Cells, Step, Undertaking, Voice
from communique.analysis.items import Item, Source, items
from communique.ledger.ledgers import Ledger
from communique.ledger.queries import Entry, Filters
from communique.records.edtf import meets
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

KINDS: tuple[type[Record], ...] = (
    Encounter, Milestone, Commitment, Alignment, Project, Figure, Target, Statement,
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """Which relation, which days (inclusive), and from which day on a promise counts as late."""

    between: tuple[str, str]
    since: date
    until: date | None
    as_of: date


@dataclass(frozen=True)
class Brief:
    """The matter of a brief, in the order in which it is printed."""

    question: Question
    counts: tuple[tuple[str, int], ...]
    encounters: tuple[Item, ...]
    milestones: tuple[Step, ...]
    commitments: tuple[Bound, ...]
    alignments: tuple[Cells, ...]
    projects: tuple[Undertaking, ...]
    quantities: tuple[Item, ...]
    voices: tuple[Voice, ...]
    documents: tuple[DocumentRecord, ...]
    undated: tuple[Item, ...]
    uncertain: tuple[DocumentRecord, ...]
    unresolved: tuple[tuple[str, tuple[Source, ...]], ...]
    sources: tuple[Source, ...]


def gather(ledger: Ledger, question: Question) -> Brief:
    """Ask the ledger for everything that a brief on the relation says."""
    entries = ledger.entries(Filters(between=question.between))
    found = items(ledger, (entry for entry in entries if _is_shown(entry, question)))
    shown, undated = [i for i in found if i.dated is not None], [i for i in found if i.dated is None]
    documents = _documents(ledger, [*shown, *undated])
    sources = groups.numbered([*shown, *undated], documents)
    shown, undated = groups.with_numbers(shown, sources), groups.with_numbers(undated, sources)
    return _brief(question, shown, undated, documents, sources)


def _brief(
    question: Question,
    shown: Sequence[Item],
    undated: Sequence[Item],
    documents: Sequence[DocumentRecord],
    sources: Sequence[Source],
) -> Brief:
    within = [item for item in shown if _in_period(item, question)]
    commitments = [item for item in within if isinstance(item.record, Commitment)]
    return Brief(
        question,
        tuple((kind.model_fields["record"].default, sum(isinstance(i.record, kind) for i in within)) for kind in KINDS),
        groups.latest_first(_of(within, Encounter)),
        groups.ladder(_of(shown, Milestone)),
        groups.bound(commitments, question.between),
        groups.matrix(_of(within, Alignment), question.between),
        groups.undertakings(_of(within, Project)),
        groups.latest_first([*_of(within, Figure), *_of(within, Target)]),
        groups.voices(_of(within, Statement)),
        tuple(documents),
        tuple(undated),
        tuple(d for d in documents if d.published is None or d.published.startswith("[")),
        groups.unresolved([*within, *undated]),
        tuple(sources),
    )


def _of(found: Iterable[Item], kind: type[Record]) -> list[Item]:
    return [item for item in found if isinstance(item.record, kind)]


def _is_shown(entry: Entry, question: Question) -> bool:
    """Undated ones are shown as such, and milestones from the first on."""
    since = date.min if isinstance(entry.record, Milestone) else question.since
    return entry.dated is None or meets(entry.dated, since, question.until or date.max)


def _in_period(item: Item, question: Question) -> bool:
    until = question.until or date.max
    return item.dated is not None and meets(item.dated, question.since, until)


def _documents(ledger: Ledger, found: Sequence[Item]) -> list[DocumentRecord]:
    used = {item.record.document for item in found}
    return [document for document in ledger.documents() if document.document in used]
