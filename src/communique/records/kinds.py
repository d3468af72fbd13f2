"""The nine kinds of record, defined once: schema, tables, docs and export columns are derived from here.

The public contract is docs/records.md. A record is what one document says and never changes.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from communique.records.parts import Amount, Change, Part, Party, Place, Span

Kind = Literal["document", "encounter", "statement", "commitment", "alignment", "project", "figure", "target", "milestone"]
EncounterKind = Literal["meeting", "visit", "call", "conference", "ceremony", "signing"]
Act = Literal["assertive", "commissive", "directive", "expressive", "declarative"]
Force = Literal["wish", "readiness", "urge", "pledge", "agreement"]
Action = Literal[
    "deepen", "expand", "increase", "align", "coordinate", "support", "implement", "resolve",
    "exchange", "start", "build", "open", "host", "join", "oppose", "continue", "other",
]  # fmt: skip
CommitmentStatus = Literal["open", "under-way", "fulfilled", "lapsed", "contradicted"]
ProjectStatus = Literal["proposed", "planned", "under-construction", "launched", "completed", "operating", "cancelled"]
ProjectKind = Literal[
    "plant", "mine", "oil-field", "pipeline", "railway", "railway-service", "road", "port", "airport",
    "logistics-base", "border-crossing", "industrial-park", "power-station", "wind-farm", "solar-farm", "dam",
    "housing", "hospital", "medical-centre", "school", "campus", "workshop", "cultural-centre", "laboratory",
    "satellite", "fund", "corridor", "mission", "council", "year-of-culture", "year-of-tourism", "exhibition",
    "equipment", "other",
]  # fmt: skip
Measure = Literal[
    "trade-turnover", "exports", "imports", "investment", "loan", "grant", "contract-value",
    "number-of-agreements", "freight", "passengers", "students", "flights", "other",
]  # fmt: skip
Bound = Literal["at-least", "at-most", "about"]


class Record(Part):
    """What every record has."""

    record: Kind
    """The kind."""
    id: str
    """Stable: made from the kind, the text's digest, the evidence and the span that defines the record."""
    document: str
    """The document's id, made from the text's digest."""
    evidence: tuple[Span, ...]
    """The sentence, or the clause where one sentence holds several records; never empty but for `document`."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    """Calibrated: of the records at 0.8, eight in ten are right."""
    date: str | None = None
    """When the thing happened, EDTF."""


class DocumentRecord(Record):
    """The text itself: its language, title, date and source."""

    record: Literal["document"] = "document"
    language: str
    """BCP 47."""
    title: str | None = None
    """The headline, where it stands apart from the body."""
    published: str | None = None
    """EDTF; the set of possible dates where the text leaves several."""
    published_basis: tuple[str, ...] = ()
    """Short reasons: `dateline`, `metadata`, `weekday`, `office-holder`, `place-name`, …"""
    source: str | None = None
    """Outlet or agency."""
    source_name: str
    """The file's name, or the id that a JSON line gave."""
    url: str | None = None
    """Where it was published, where that is known."""


class Encounter(Record):
    """Something that representatives did together, or one did in another's country."""

    record: Literal["encounter"] = "encounter"
    kind: EncounterKind
    """What it was."""
    participants: tuple[Party, ...]
    """Who took part; of a visit only the visitors."""
    host_state: str | None = None
    """ISO 3166-1 alpha-3 code of the state where it was."""
    place: Place | None = None
    """Where it was, as said for that encounter."""
    series: str | None = None
    """The recurring format, canonical English."""
    ordinal: int | None = None
    """Its number in the series."""
    occasion: str | None = None
    """Id of the larger encounter that it was part of."""
    status: Literal["held", "planned"] = "held"
    """Whether it has been held at the time of writing."""


class Statement(Record):
    """A reporting clause: speakers, and what is attributed to them."""

    record: Literal["statement"] = "statement"
    speakers: tuple[Party, ...]
    """Who speaks."""
    act: Act
    """The illocutionary class (Searle)."""
    mode: Literal["direct", "indirect"]
    """`direct` where a whole clause stands in quotation marks."""
    venue: str | None = None
    """Id of an encounter, or `interview`, `article`, `speech`."""
    content: Span
    """What is attributed, without the attribution."""


class Commitment(Record):
    """What a party binds itself to, or asks of others."""

    record: Literal["commitment"] = "commitment"
    by: tuple[Party, ...]
    """Who is bound; empty where an appeal names no one."""
    with_: Annotated[tuple[Party, ...], Field(alias="with")] = ()
    """Counterparts; empty where `by` holds both sides."""
    force: Force
    """How firmly."""
    speakers: tuple[Party, ...] = ()
    """Who says so, where anyone is said to."""
    action: Action
    """The class of the verb."""
    object: Span | None = None
    """What is to be done, as written."""
    sectors: tuple[str, ...] = ()
    """Fields of cooperation that the object or its purpose names."""
    initiatives: tuple[str, ...] = ()
    """Keys of named strategies inside it."""
    frameworks: tuple[str, ...] = ()
    """Organizations or formats within which."""
    due: str | None = None
    """By when, EDTF."""
    amount: Amount | None = None
    """The sum or quantity named."""
    status: CommitmentStatus = "open"
    """A fresh one is `open`; later documents can move it."""


class Alignment(Record):
    """Two or more named development strategies are to be joined."""

    record: Literal["alignment"] = "alignment"
    initiatives: tuple[str, ...]
    """Two or more keys, sorted."""
    by: tuple[Party, ...]
    """Who is bound."""
    force: Force
    """How firmly."""
    speakers: tuple[Party, ...] = ()
    """Who says so."""


class Project(Record):
    """A concrete undertaking with a name or a definite description."""

    record: Literal["project"] = "project"
    name: str
    """Canonical English where known, else as written."""
    label: str
    """As written."""
    kind: ProjectKind
    """What is built, run or held."""
    place: Place | None = None
    """Where."""
    state: str | None = None
    """ISO 3166-1 alpha-3 code of that place's state."""
    sectors: tuple[str, ...] = ()
    """Fields of cooperation."""
    parties: tuple[Party, ...] = ()
    """Whose undertaking it is."""
    status: ProjectStatus | None = None
    """How far it is; null where the text says nothing."""


class Figure(Record):
    """A measured quantity of the relation."""

    record: Literal["figure"] = "figure"
    measure: Measure
    """What is measured."""
    subject: tuple[Party, ...] = ()
    """Whose; ordered where direction matters."""
    value: float | None = None
    """The number, scale words resolved."""
    unit: str | None = None
    """ISO 4217 for money, else UCUM or a plain noun."""
    bound: Bound | None = None
    """What the text says about its exactness."""
    period: str | None = None
    """The time measured, EDTF."""
    change: Change | None = None
    """Against an earlier time."""
    source: str | None = None
    """Who says so."""


class Target(Record):
    """A quantity to be reached, or a forecast by a party; `date` is the day it was set."""

    record: Literal["target"] = "target"
    measure: Measure
    """What is measured."""
    subject: tuple[Party, ...] = ()
    """Whose; ordered where direction matters."""
    value: float | None = None
    """The number, scale words resolved."""
    unit: str | None = None
    """ISO 4217 for money, else UCUM or a plain noun."""
    bound: Bound | None = None
    """What the text says about its exactness."""
    period: str | None = None
    """The time measured, EDTF."""
    change: Change | None = None
    """Against an earlier time."""
    source: str | None = None
    """Who says so."""
    factor: float | None = None
    """Multiple of today's quantity: double is 2."""
    due: str | None = None
    """By when, EDTF."""


class Milestone(Record):
    """A step in the relation between parties."""

    record: Literal["milestone"] = "milestone"
    parties: tuple[Party, ...]
    """Between whom."""
    status: str
    """The step: `diplomatic-relations`, `strategic-partnership`, … or the text's own formula, hyphenated English."""


KINDS: tuple[type[Record], ...] = (
    DocumentRecord, Encounter, Statement, Commitment, Alignment, Project, Figure, Target, Milestone,
)  # fmt: skip
BY_NAME: dict[str, type[Record]] = {kind.model_fields["record"].default: kind for kind in KINDS}


def to_row(record: Record) -> dict[str, Any]:
    """Give the record as JSON types, fields in the order of the contract."""
    return record.model_dump(mode="json", by_alias=True)


def from_row(row: dict[str, Any]) -> Record:
    """Give the record that `to_row` wrote; pydantic's ValidationError where it is none."""
    return BY_NAME[row["record"]].model_validate(row, strict=False)
