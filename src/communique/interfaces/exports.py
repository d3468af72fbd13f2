"""Records as CSV. The columns are derived from the kinds, in the order of the contract; none is left out.

Parties are `name (state)`, lists are parted by semicolons, evidence is `start-end`. A cell that a spreadsheet would
compute is given a leading apostrophe.
"""

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from communique.analysis.printable import one_line
from communique.ledger.shapes import party_slots, shapes
from communique.ledger.tables import COMMON
from communique.records.kinds import BY_NAME, Record, to_row

FIRST = ("record", "id", "document", "date", "confidence", "evidence")


def columns(kind: str | None = None) -> list[str]:
    """Give the columns of one kind, or of all kinds together."""
    models = [BY_NAME[kind]] if kind else list(BY_NAME.values())
    found = dict.fromkeys(FIRST)
    for model in models:
        found |= dict.fromkeys([*party_slots(model), *(shape.name for shape in shapes(model, without=COMMON))])
    return list(found)


def write_csv(stream: TextIO, records: Iterable[Record], kind: str | None = None) -> None:
    """Write the header and a line a record."""
    names = columns(kind)
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow({name: _cell(value) for name, value in _flat(to_row(record)).items() if name in names})


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in row.items():
        found |= {f"{name}_{inner}": item for inner, item in value.items()} if isinstance(value, dict) else {name: value}
    return found


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return _harmless("; ".join(_member(member) for member in value))
    return _harmless(one_line(value)) if isinstance(value, str) else value


def _member(member: Any) -> str:
    if isinstance(member, dict) and "start" in member:
        return f"{member['start']}-{member['end']}"
    if isinstance(member, dict):
        return one_line(f"{member['name']} ({member['state']})" if member["state"] else member["name"])
    return one_line(str(member))


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
