"""Rows of the data files into shapes: one function a kind. A missing field is an error that names the row."""

import re
import unicodedata
from typing import Any

from communique.errors import KnowledgeError
from communique.knowledge.shapes import (
    Dated,
    Formula,
    Initiative,
    Names,
    Organization,
    Person,
    PlaceEntry,
    Sector,
    State,
    Tenure,
)

LANGUAGES = ("fr", "en", "ru", "zh", "kk")
Row = dict[str, Any]


def slug(name: str) -> str:
    """Give the lower-case ASCII key of a name: «Li Keqiang» is `li-keqiang`."""
    ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")


def _names(row: Row, field: str) -> Names:
    return {code: tuple(row[code][field]) for code in LANGUAGES if row.get(code, {}).get(field)}


def _dated(rows: list[Row]) -> tuple[Dated, ...]:
    return tuple(Dated(r.get("text", ""), r.get("from", ""), r.get("to", "")) for r in rows)


def _need(row: Row, field: str, kind: str) -> Any:
    if field not in row:
        raise KnowledgeError(f"{kind} {row.get('id') or row.get('name') or row}: no '{field}'")
    return row[field]


def state(row: Row) -> State:
    """Read a row of states.toml."""
    metonyms = {code: tuple(names) for code, names in row.get("metonyms", {}).items()}
    old = {code: _dated(row[code]["old"]) for code in LANGUAGES if row.get(code, {}).get("old")}
    return State(
        _need(row, "id", "state"), _need(row, "name", "state"), row.get("un", "none"), _names(row, "names"),
        _names(row, "adjectives"), _names(row, "inhabitants"), _names(row, "combining"), metonyms, old,
    )  # fmt: skip


def place(row: Row) -> PlaceEntry:
    """Read a row of places.toml."""
    periods = {
        code: _dated(row[code].get("periods", []) + row[code].get("former", []))
        for code in LANGUAGES
        if row.get(code, {}).get("periods") or row.get(code, {}).get("former")
    }
    metonym = row.get("metonym_state", "") or (row.get("state", "") if row.get("capital_metonym") else "")
    return PlaceEntry(
        _need(row, "id", "place"), _need(row, "name", "place"), row.get("state", ""), row.get("kind", "city"),
        _names(row, "names"), periods, _dated(row.get("capital", [])), metonym,
    )  # fmt: skip


def organization(row: Row) -> Organization:
    """Read a row of organizations.toml."""
    return Organization(
        _need(row, "id", "organization"), _need(row, "name", "organization"), row.get("short") or row["name"],
        row.get("kind", "intergovernmental"), row.get("state", ""), row.get("seat", ""),
        tuple(row.get("members", [])), _names(row, "names"), _names(row, "acronyms"),
    )  # fmt: skip


def initiative(row: Row) -> Initiative:
    """Read a row of initiatives.toml."""
    return Initiative(
        _need(row, "id", "initiative"), _need(row, "name", "initiative"), tuple(row.get("owners", [])),
        row.get("kind", "strategy"), row.get("since", ""), row.get("parent", ""), _names(row, "names"),
    )  # fmt: skip


def person(row: Row, state_id: str) -> Person:
    """Read a row of a tenures file."""
    name = _need(row, "name", "person")
    tenures = tuple(
        Tenure(_need(t, "role", name), _need(t, "function", name), _need(t, "from", name), t.get("to", ""),
               _need(t, "source", name), state_id, t.get("organization", ""))
        for t in _need(row, "tenure", "person")
    )  # fmt: skip
    french = tuple(dict.fromkeys([*row.get("fr", []), name]))
    english = tuple(dict.fromkeys([name, *row.get("en", [])]))
    return Person(
        row.get("id") or "person:" + slug(name), name, tuple(row.get("family", [])) or (name.split()[-1],),
        row.get("gender", ""), state_id, {"fr": french, "en": english}, tenures,
    )  # fmt: skip


def sector(row: Row) -> Sector:
    """Read a row of sectors.toml."""
    return Sector(_need(row, "id", "sector"), _need(row, "name", "sector"), tuple(row.get("dac", [])), _names(row, "cues"))


def formula(row: Row) -> Formula:
    """Read a row of formulas.toml."""
    return Formula(_need(row, "id", "formula"), _names(row, "names"))
