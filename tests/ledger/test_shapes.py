from typing import Annotated, Literal

import pytest
import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from communique.errors import LedgerError
from communique.ledger import tables
from communique.ledger.shapes import Shape, party_slots, shapes
from communique.records.kinds import BY_NAME, Commitment, Encounter
from communique.records.parts import Part, Party, Place, Span


class Known(Part):
    a: str
    b: int | None = None
    c: Annotated[float, Field(ge=0, le=1)]
    d: Literal["x", "it's"] | None
    e: Place | None
    f: tuple[str, ...]
    g: tuple[Party, ...]
    h: Span


def test_each_known_annotation_has_its_columns() -> None:
    assert shapes(Known) == [
        Shape("a", "text"),
        Shape("b", "integer", null=True),
        Shape("c", "real", low=0, high=1),
        Shape("d", "text", null=True, allowed=("x", "it's")),
        Shape("e_name", "text", null=True),
        Shape("e_state", "text", null=True),
        Shape("f", "json"),
        Shape("h_start", "integer"),
        Shape("h_end", "integer"),
    ]
    assert party_slots(Known) == {"g": "g"}


@pytest.mark.parametrize(
    "annotation",
    [dict[str, str], list[str], tuple[int, ...], tuple[Place, ...], str | int, Party, Literal[1, 2], bytes,
     Annotated[str, Field(max_length=3)]],
)  # fmt: skip
def test_an_unknown_annotation_is_an_error(annotation: object) -> None:
    strange = type("Strange", (Part,), {"__annotations__": {"field": annotation}})
    with pytest.raises(LedgerError, match=r"Strange\.field"):
        shapes(strange)


def test_every_kind_has_a_table_with_every_own_field() -> None:
    assert list(tables.KIND_TABLES) == list(BY_NAME)
    for name, kind in BY_NAME.items():
        slots = party_slots(kind)
        own = {field.alias or key for key, field in kind.model_fields.items()} - tables.COMMON - set(slots)
        columns = set(tables.KIND_TABLES[name].columns.keys())
        assert all(any(c == field or c.startswith(f"{field}_") for c in columns) for field in own), name
    assert party_slots(Commitment) == {"by": "by", "with": "with_", "speakers": "speakers"}


def test_literals_become_checks() -> None:
    text = str(CreateTable(tables.KIND_TABLES["encounter"]).compile(dialect=sqlite.dialect()))
    assert "CHECK (\"kind\" IN ('meeting', 'visit'," in text
    assert Encounter.model_fields["status"].default == "held" and "IN ('held', 'planned')" in text


def test_a_changed_table_changes_the_schema_version() -> None:
    before = tables.schema_version()
    column = sa.Column("extra", sa.Text)
    extra = sa.Table("extra", tables.METADATA, column)
    try:
        assert tables.schema_version() != before
    finally:
        tables.METADATA.remove(extra)
    assert tables.schema_version() == before
