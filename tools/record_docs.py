"""The page and the schemas of the records, from their pydantic models. An annotation unknown here is an error."""

import inspect
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from communique.knowledge.catalog import catalog
from communique.records.kinds import KINDS, Record
from communique.records.parts import Amount, Change, Part, Party, Place, Span

PARTS: tuple[type[Part], ...] = (Span, Party, Place, Amount, Change)
PLAIN = {str: "text", int: "integer", float: "number", bool: "true or false"}
INTRODUCTION = """\
<!-- written by tools/generate_docs.py from the models: do not edit -->
# Records: what communique reads out of a document

`communique extract FILE… --format jsonl` prints one JSON object a line in these shapes; the Python API and the ledger
hold the same records. A record is what one document says, and never changes. Each kind has a JSON Schema in `schema/`.

- Offsets are code points into the document's text, half open. The text is never edited after it is read.
- Dates are EDTF (ISO 8601-2): `2016-11-03`, `2016-11`, `2017`, `2014/2016`, `2020-03~`, `../2019`, and sets,
  `[2014,2015,2016]`, where several are possible.
- Lists are always lists; a list may be empty unless its meaning says otherwise. A field without a value is null.
- A name that cannot be resolved is never dropped: it stays as written, with `id` null.

How a sentence becomes a record, and what makes none, is told in [reading.md](reading.md).
"""


def name(kind: type[Record]) -> str:
    """Give the name that the records of a kind print in `record`."""
    return str(kind.model_fields["record"].default)


def schema(kind: type[Record]) -> dict[str, Any]:
    """Give the JSON Schema of what is printed for a kind."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | kind.model_json_schema(by_alias=True, mode="serialization")


def page() -> str:
    """Give the whole page."""
    shared = ["## What every record has", _table(Record, list(Record.model_fields))]
    kinds = [text for kind in KINDS for text in _kind(kind)]
    parts = ["## Parts", *(text for part in PARTS for text in _part(part))]
    return "\n\n".join([INTRODUCTION.strip(), *shared, *kinds, *parts, "## Sectors", _sectors()]) + "\n"


def _kind(kind: type[Record]) -> list[str]:
    own = [field for field in kind.model_fields if field not in Record.model_fields]
    about = f"{_about(kind)} Schema: [schema/{name(kind)}.json](schema/{name(kind)}.json)."
    return [f"## {name(kind)}", about, _table(kind, own)]


def _part(part: type[Part]) -> list[str]:
    return [f"### {part.__name__.lower()}", _about(part), _table(part, list(part.model_fields))]


def _about(model: type[BaseModel]) -> str:
    if not model.__doc__:
        raise TypeError(f"{model.__name__} has no docstring")
    return inspect.cleandoc(model.__doc__)


def _table(model: type[BaseModel], fields: list[str]) -> str:
    rows = [_row(model, field, model.model_fields[field]) for field in fields]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *rows])


def _row(model: type[BaseModel], field: str, info: FieldInfo) -> str:
    if not info.description:
        raise TypeError(f"{model.__name__}.{field} has no docstring")
    meaning = " ".join(info.description.split())
    return f"| `{info.alias or field}` | {said(info.annotation)} | {meaning} |"


def said(annotation: Any) -> str:
    """Say a type in words; TypeError where it is one that no record has had before."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return said(inside[0])
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inside)
    if origin in (Union, UnionType):
        return " or ".join([said(a) for a in inside if a is not NoneType] + ["null"] * (NoneType in inside))
    if origin is tuple and inside[1:] == (...,):
        return f"list of {said(inside[0])}"
    if annotation in PARTS:
        return f"[{annotation.__name__.lower()}](#{annotation.__name__.lower()})"
    if annotation in PLAIN:
        return PLAIN[annotation]
    raise TypeError(f"{annotation} is not known: say it in tools/record_docs.py")


def _sectors() -> str:
    rows = [f"| `{s.id}` | {s.name} | {', '.join(s.dac) or '–'} |" for s in catalog().sectors.values()]
    head = "The fields of cooperation, each with its OECD DAC/CRS codes (`knowledge/data/sectors.toml`)."
    return "\n".join([head, "", "| sector | name | DAC |", "|---|---|---|", *rows])
