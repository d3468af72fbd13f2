"""The tables of the ledger, derived from the nine kinds: one a kind, and one each for what all kinds share.

`records` holds what every record has and the whole record as JSON, from which it is restored; the other tables are for
questions. Nothing is stored that cannot be made again from `documents` and `records`.
"""

import hashlib
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from communique.ledger.shapes import Shape, shapes
from communique.records.kinds import BY_NAME, Record
from communique.records.parts import Party

METADATA = sa.MetaData()
TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "text": sa.Text, "integer": sa.Integer, "real": sa.Float, "json": sa.JSON,
}  # fmt: skip
COMMON = frozenset(Record.model_fields)
WORDS_DDL = "CREATE VIRTUAL TABLE passage_words USING fts5(words, labels, tokenize = 'unicode61 remove_diacritics 0')"
"""Full text over words that communique.ledger.words has folded and split; the rowid is `passages.id`."""


def _column(shape: Shape, *, key: bool = False) -> sa.Column[Any]:
    return sa.Column(shape.name, TYPES[shape.kind], *_checks(shape), nullable=shape.null and not key, primary_key=key)


def _checks(shape: Shape) -> list[sa.CheckConstraint]:
    found = []
    if shape.allowed:
        values = ", ".join("'" + value.replace("'", "''") + "'" for value in shape.allowed)
        found.append(f'"{shape.name}" IN ({values})')
    found += [f'"{shape.name}" >= {shape.low}'] if shape.low is not None else []
    found += [f'"{shape.name}" <= {shape.high}'] if shape.high is not None else []
    return [sa.CheckConstraint(text) for text in found]


def _span_checks() -> list[sa.CheckConstraint]:
    return [sa.CheckConstraint('"start" >= 0'), sa.CheckConstraint('"end" >= "start"')]


def _owner(name: str, target: str, *, key: bool = True) -> sa.Column[Any]:
    link = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, sa.Text, link, primary_key=key, nullable=False, index=True if not key else None)


documents = sa.Table(
    "documents", METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False, unique=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("source_name", sa.Text, nullable=False),
    *(sa.Column(name, sa.Text) for name in ("language", "title", "published", "url", "source")),
)  # fmt: skip

records = sa.Table(
    "records", METADATA,
    *(_column(shape, key=shape.name == "id") for shape in shapes(Record, without=frozenset({"evidence", "document"}))),
    _owner("document", "documents.id", key=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("dated", sa.Text),
    sa.Column("date_first", sa.Text, index=True),
    sa.Column("date_last", sa.Text),
    sa.Column("row", sa.JSON, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
)  # fmt: skip
"""`dated`: `date`, else the document's date of publication, within the two days; `position`: its place."""

evidence = sa.Table(
    "evidence", METADATA,
    _owner("record_id", "records.id"),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    *_span_checks(),
)  # fmt: skip


def _party_column(shape: Shape) -> sa.Column[Any]:
    return _column(replace(shape, name="party_id") if shape.name == "id" else shape)


record_party = sa.Table(
    "record_party", METADATA,
    _owner("record_id", "records.id"),
    sa.Column("slot", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    *(_party_column(shape) for shape in shapes(Party)),
    sa.Index("record_party_by_state", "state"),
)  # fmt: skip

record_state = sa.Table(
    "record_state", METADATA,
    _owner("record_id", "records.id"),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("basis", sa.Text, nullable=False),
    sa.Index("record_state_by_state", "state"),
)  # fmt: skip
"""Which states a record concerns, and whether it says so itself (`record`) or what it stands in does (`setting`)."""

passages = sa.Table(
    "passages", METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner("document", "documents.id", key=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    *_span_checks(),
)  # fmt: skip
"""The sentences of each text: what a search finds."""


def _kind_table(name: str, kind: type[Record]) -> sa.Table:
    own = shapes(kind, without=COMMON)
    return sa.Table(f"{name}_records", METADATA, _owner("id", "records.id"), *(_column(shape) for shape in own))


KIND_TABLES: dict[str, sa.Table] = {name: _kind_table(name, kind) for name, kind in BY_NAME.items()}


def schema_version() -> int:
    """Number the tables by what they hold, so that a ledger of other kinds is told apart and no one has to count."""
    lines = [WORDS_DDL]
    for table in METADATA.sorted_tables:
        constraints = [*table.constraints, *(c for column in table.columns for c in column.constraints)]
        checks = sorted(str(c.sqltext) for c in constraints if isinstance(c, sa.CheckConstraint))
        lines.append(f"{table.name}: {[(c.name, type(c.type).__name__, c.nullable) for c in table.columns]} {checks}")
    return int(hashlib.sha256("\n".join(lines).encode()).hexdigest()[:7], 16)
