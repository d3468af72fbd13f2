"""All that is known, loaded once from one compiled file; the TOML files beside it are what people edit.

`tools/compile_knowledge.py` writes `compiled.json` from them; a test refuses a stale one.
"""

import json
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.errors import KnowledgeError
from communique.knowledge import rows
from communique.knowledge.shapes import Formula, Initiative, Organization, Person, PlaceEntry, Sector, State

DATA = Path(__file__).parent / "data"
COMPILED = Path(__file__).parent / "compiled.json"


@dataclass(frozen=True)
class Catalog:
    """Everything that is known, by key; dictionaries keep the order of the files."""

    states: dict[str, State]
    places: dict[str, PlaceEntry]
    organizations: dict[str, Organization]
    initiatives: dict[str, Initiative]
    persons: dict[str, Person]
    sectors: dict[str, Sector]
    formulas: dict[str, Formula]
    by_state: dict[str, tuple[Person, ...]] = field(default_factory=dict)
    homonyms: dict[str, frozenset[str]] = field(default_factory=dict)
    """By language: names of states and places that are people's names too."""


def read_sources(folder: Path = DATA) -> dict[str, Any]:
    """Read the TOML files as plain data, in a fixed order; a parse error names its file."""
    raw: dict[str, Any] = {"tenures": []}
    for name in ("states", "places", "organizations", "initiatives", "sectors", "formulas"):
        raw[name] = _toml(folder / f"{name}.toml")
    for path in sorted((folder / "tenures").glob("*.toml")):
        raw["tenures"].append(_toml(path))
    return raw


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}") from error


def build(raw: dict[str, Any]) -> Catalog:
    """Make the catalog from plain data; two rows of one key are an error."""
    people = _people(raw["tenures"])
    by_state: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_state[person.state].append(person)
    return Catalog(
        _keyed([rows.state(r) for r in raw["states"].get("state", [])]),
        _keyed([rows.place(r) for r in raw["places"].get("place", [])]),
        _keyed([rows.organization(r) for r in raw["organizations"].get("organization", [])]),
        _keyed([rows.initiative(r) for r in raw["initiatives"].get("initiative", [])]),
        _keyed(people),
        _keyed([rows.sector(r) for r in raw["sectors"].get("sector", [])]),
        _keyed([rows.formula(r) for r in raw["formulas"].get("formula", [])]),
        {key: tuple(group) for key, group in by_state.items()},
        _homonyms([*raw["states"].get("homonym", []), *raw["places"].get("homonym", [])]),
    )


def _homonyms(entries: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    named = [(row["language"], row["text"]) for row in entries if "name" in row["note"]]
    return {code: frozenset(text for language, text in named if language == code) for code, _ in named}


def _people(groups: list[dict[str, Any]]) -> list[Person]:
    """Read all persons: someone of an organization's file is the same as in a state's; of two states, two persons."""
    found: dict[str, Person] = {}
    for group in sorted(groups, key=lambda g: str(g.get("state", ""))[:1] == ""):
        state = group.get("state", "")
        for person in _keyed([rows.person(r, state) for r in group.get("person", [])]).values():
            known = found.get(person.id)
            if known is None:
                found[person.id] = person
            elif state:
                found[f"{person.id}-{state.lower()}"] = replace(person, id=f"{person.id}-{state.lower()}")
            else:
                found[person.id] = replace(known, tenures=known.tenures + person.tenures)
    return list(found.values())


def _keyed(entries: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in entries:
        if entry.id in found:
            raise KnowledgeError(f"two rows have the key '{entry.id}': {found[entry.id].name} and {entry.name}")
        found[entry.id] = entry
    return found


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """Give the shipped catalog."""
    try:
        raw = json.loads(COMPILED.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{COMPILED}: {error}; write it again with `python tools/compile_knowledge.py`") from error
    return build(raw)
