"""Columns read off the pydantic kinds: which annotation becomes which columns. An unknown annotation is an error."""

import types
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le

from communique.errors import LedgerError
from communique.records.parts import Amount, Change, Part, Party, Place, Span

FLAT: tuple[type[Part], ...] = (Span, Place, Amount, Change)
"""Parts whose fields become columns of their own, `place_name`, `place_state`."""
SCALARS: dict[type, str] = {str: "text", int: "integer", float: "real"}


@dataclass(frozen=True)
class Shape:
    """One column: `kind` is `text`, `integer`, `real` or `json`; `allowed` and the bounds become CHECK constraints."""

    name: str
    kind: str
    null: bool = False
    allowed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


def shapes(model: type[Part], *, without: frozenset[str] = frozenset()) -> list[Shape]:
    """Give the columns of a model in the order of its fields; fields in `without` and party lists give none."""
    found: list[Shape] = []
    for name, field in model.model_fields.items():
        if name not in without and field.annotation != tuple[Party, ...]:
            where = f"{model.__name__}.{name}"
            found += _columns(field.alias or name, field.annotation, field.metadata, where)
    return found


def party_slots(model: type[Part]) -> dict[str, str]:
    """Give the fields that hold parties: their name in the contract (`with`) → the attribute (`with_`)."""
    fields = model.model_fields.items()
    return {field.alias or name: name for name, field in fields if field.annotation == tuple[Party, ...]}


def _columns(name: str, annotation: Any, metadata: list[Any], where: str) -> list[Shape]:
    inner, null = _without_none(annotation)
    if inner in FLAT:
        return [_nested(name, shape, null) for shape in shapes(inner)]
    if inner == tuple[str, ...]:
        return [Shape(name, "json")]
    if get_origin(inner) is Literal:
        return [Shape(name, "text", null, _choices(inner, where))]
    if inner in SCALARS:
        return [Shape(name, SCALARS[inner], null, (), *_limits(metadata, where))]
    raise LedgerError(f"{where}: no column is known for {annotation!r}; teach communique.ledger.shapes about it")


def _nested(name: str, shape: Shape, null: bool) -> Shape:
    return Shape(f"{name}_{shape.name}", shape.kind, null or shape.null, shape.allowed, shape.low, shape.high)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    arguments = get_args(annotation)
    inner = [argument for argument in arguments if argument is not types.NoneType]
    return (inner[0] if len(inner) == 1 else annotation), len(inner) < len(arguments)


def _choices(literal: Any, where: str) -> tuple[str, ...]:
    choices = get_args(literal)
    if not all(isinstance(choice, str) for choice in choices):
        raise LedgerError(f"{where}: only literals of strings have a column")
    return choices


def _limits(metadata: list[Any], where: str) -> tuple[float | None, float | None]:
    low = high = None
    for item in metadata:
        if isinstance(item, Ge):
            low = float(str(item.ge))
        elif isinstance(item, Le):
            high = float(str(item.le))
        else:
            raise LedgerError(f"{where}: no CHECK is known for {item!r}; teach communique.ledger.shapes about it")
    return low, high
