"""How a brief puts its lines together: by who is bound and how firmly, by project, by speaker, by source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.analysis.items import Item, Source
from communique.ledger.passages import Passage, joined
from communique.ledger.states import parties
from communique.records.edtf import FIRST, bounds
from communique.records.kinds import Alignment, Commitment, DocumentRecord, Milestone, Project, Statement
from communique.records.parts import Party, Span

FIRMEST_FIRST = ("agreement", "pledge", "urge", "readiness", "wish")
OPEN = ("open", "under-way")
BOTH = "both"
PROJECT_ORDER = ("operating", "completed", "launched", "under-construction", "planned", "proposed", "cancelled", None)


@dataclass(frozen=True)
class Step:
    """One step of the relation, told by one document or several."""

    dated: str
    status: str
    mentions: tuple[Item, ...]


@dataclass(frozen=True)
class Promise:
    """Commitments of one side and force that share their sentences: quoted once, what each binds to marked."""

    quote: tuple[Passage, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Bound:
    """Open commitments of one side: `side` is a state's code, `both`, or empty where no state is bound by name."""

    side: str
    forces: tuple[tuple[str, tuple[Promise, ...]], ...]


@dataclass(frozen=True)
class Cells:
    """One row of the matrix: which strategies are to be joined, and for each side the alignments that bind it."""

    initiatives: tuple[str, ...]
    sides: tuple[tuple[str, tuple[Item, ...]], ...]


@dataclass(frozen=True)
class Undertaking:
    """One project with all its mentions, the latest first; the latest that states a status gives it."""

    name: str
    status: str | None
    mentions: tuple[Item, ...]


@dataclass(frozen=True)
class Voice:
    """One speaker and his statements, the latest first."""

    speaker: Party
    statements: tuple[Item, ...]


def latest_first(found: Iterable[Item]) -> tuple[Item, ...]:
    """Sort by first possible day, the latest first; those of one day stay in their order."""
    return tuple(sorted(found, key=lambda item: -_ordinal(item)))


def _ordinal(item: Item) -> int:
    return (bounds(item.dated).first if item.dated else FIRST).toordinal()


def ladder(found: Iterable[Item]) -> tuple[Step, ...]:
    """Put the mentions of one step at one date together, the first step first."""
    steps: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in found:
        if isinstance(item.record, Milestone) and item.dated:
            steps[item.dated, item.record.status].append(item)
    ordered = sorted(steps, key=lambda step: (bounds(step[0]), step[1]))
    return tuple(Step(dated, status, tuple(steps[dated, status])) for dated, status in ordered)


def side_of(by: Sequence[Party], between: tuple[str, str]) -> str:
    """Tell which of the two states a list of parties binds: a code, `both`, or empty."""
    bound = sorted({party.state for party in by if party.state in between and party.state})
    return BOTH if len(bound) == 2 else (bound[0] if bound else "")


def bound(found: Iterable[Item], between: tuple[str, str]) -> tuple[Bound, ...]:
    """Group what is still open by the side that is bound (first one, second, both, none), the firmest first."""
    by_side: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in latest_first(found):
        if isinstance(item.record, Commitment) and item.record.status in OPEN:
            by_side[side_of(item.record.by, between)][item.record.force].append(item)
    sides = (*between, BOTH, "")
    return tuple(Bound(side, _by_force(by_side[side])) for side in dict.fromkeys(sides) if side in by_side)


def _by_force(found: Mapping[str, list[Item]]) -> tuple[tuple[str, tuple[Promise, ...]], ...]:
    return tuple((force, _promises(found[force])) for force in FIRMEST_FIRST if force in found)


def _promises(found: Iterable[Item]) -> tuple[Promise, ...]:
    together: dict[object, list[Item]] = defaultdict(list)
    for item in found:
        together[item.source.key].append(item)
    return tuple(Promise(_overlaid([item.quote for item in group]), tuple(group)) for group in together.values())


def _overlaid(quotes: Sequence[tuple[Passage, ...]]) -> tuple[Passage, ...]:
    """Lay the marks of the same sentences over one another."""
    marks = [joined((m.start, m.end) for p in same for m in p.marks) for same in zip(*quotes, strict=True)]
    spans = [tuple(Span(start=start, end=end) for start, end in found) for found in marks]
    return tuple(replace(passage, marks=found) for passage, found in zip(quotes[0], spans, strict=True))


def matrix(found: Iterable[Item], between: tuple[str, str]) -> tuple[Cells, ...]:
    """Lay alignments out: a row for each set of strategies, a column for each side and for both."""
    rows: dict[tuple[str, ...], dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in latest_first(found):
        if isinstance(item.record, Alignment):
            rows[tuple(sorted(item.record.initiatives))][side_of(item.record.by, between)].append(item)
    sides = (*dict.fromkeys(between), BOTH, *([""] if any(row[""] for row in rows.values()) else []))
    return tuple(Cells(row, tuple((side, tuple(rows[row][side])) for side in sides)) for row in sorted(rows))


def undertakings(found: Iterable[Item]) -> tuple[Undertaking, ...]:
    """Put the mentions of one project together by its name, the furthest along first."""
    by_name: dict[str, list[Item]] = defaultdict(list)
    for item in latest_first(found):
        if isinstance(item.record, Project):
            by_name[item.record.name].append(item)
    made = [Undertaking(name, _status(mentions), tuple(mentions)) for name, mentions in by_name.items()]
    return tuple(sorted(made, key=lambda one: (PROJECT_ORDER.index(one.status), one.name)))


def _status(mentions: Iterable[Item]) -> str | None:
    stated = (item.record.status for item in mentions if isinstance(item.record, Project))
    return next((status for status in stated if status), None)


def voices(found: Iterable[Item]) -> tuple[Voice, ...]:
    """Group statements by speaker; one of several speakers stands under each. Who says most comes first."""
    by_name: dict[tuple[str, str], list[Item]] = defaultdict(list)
    speakers: dict[tuple[str, str], Party] = {}
    for item in latest_first(found):
        for speaker in item.record.speakers if isinstance(item.record, Statement) else ():
            key = (speaker.id or speaker.name, speaker.state or "")
            speakers.setdefault(key, speaker)
            by_name[key].append(item)
    ordered = sorted(by_name, key=lambda key: (-len(by_name[key]), key))
    return tuple(Voice(speakers[key], tuple(by_name[key])) for key in ordered)


def unresolved(found: Iterable[Item]) -> tuple[tuple[str, tuple[Source, ...]], ...]:
    """Give the names that the knowledge base does not know, each with where it stands, by name."""
    by_name: dict[str, dict[int, Source]] = defaultdict(dict)
    for item in found:
        for _, _, party in parties(item.record):
            if party.id is None:
                by_name[party.name][item.source.number] = item.source
    return tuple((name, tuple(at[number] for number in sorted(at))) for name, at in sorted(by_name.items()))


def numbered(found: Iterable[Item], documents: Sequence[DocumentRecord]) -> tuple[Source, ...]:
    """Number the sources by document, in the order given, and place in the text; each distinct one once."""
    order = {document.document: place for place, document in enumerate(documents)}
    distinct = {item.source.key: item.source for item in found}
    keys = sorted(distinct, key=lambda key: (order.get(key[0], len(order)), key[0], key[1], str(key[2])))
    return tuple(replace(distinct[key], number=number) for number, key in enumerate(keys, start=1))


def with_numbers(found: Iterable[Item], sources: Iterable[Source]) -> list[Item]:
    """Give the items with their numbered sources."""
    by_key = {source.key: source for source in sources}
    return [replace(item, source=by_key[item.source.key]) for item in found]
