"""A name that two entries claim in one language says so in `[[shared]]`; what says so is really shared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from communique.knowledge.catalog import read_sources
from communique.knowledge.rows import LANGUAGES
from communique.language.folding import fold, plain

Row = dict[str, Any]
FIELDS = ("names", "adjectives", "inhabitants", "acronyms", "old", "periods", "former")
RAW = read_sources()
GROUPS: dict[str, tuple[tuple[str, str], ...]] = {
    "states and places": (("states", "state"), ("places", "place")),
    "organizations": (("organizations", "organization"),),
    "initiatives": (("initiatives", "initiative"),),
    "formulas": (("formulas", "formula"),),
}
FOLDS: dict[str, Callable[[str], str]] = {"initiatives": fold, "formulas": fold}
"""How a group's names are compared; others with their case and accents."""


def texts(row: Row, language: str) -> Iterator[str]:
    """Give all that an entry is called in a language."""
    for field in FIELDS:
        for name in row.get(language, {}).get(field, []):
            yield name["text"] if isinstance(name, dict) else name
    yield from row.get("metonyms", {}).get(language, [])
    yield from (first.rstrip("-") + "-" for first in row.get(language, {}).get("combining", []))


def claims(group: str, language: str) -> dict[str, set[str]]:
    """Give the entries that claim each name of a group."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, kind in GROUPS[group]:
        for row in RAW[file][kind]:
            for text in texts(row, language):
                found[FOLDS.get(group, plain)(text)].add(row["id"])
    return found


def declared(group: str, language: str) -> dict[str, set[str]]:
    """Give the entries that each `[[shared]]` of a group names."""
    rows = [row for file, _ in GROUPS[group] for row in RAW[file].get("shared", []) if row["language"] == language]
    return {FOLDS.get(group, plain)(row["text"] + end): set(ids(row)) for row in rows for end in ("", "-")}


def ids(row: Row) -> Iterable[str]:
    """Give the entries that a `[[shared]]` or `[[homonym]]` row names."""
    return [*row.get("states", []), *row.get("places", []), *row.get("ids", [])]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_no_name_is_claimed_twice_unsaid(group: str, language: str) -> None:
    said = declared(group, language)
    unsaid = {t: sorted(who) for t, who in claims(group, language).items() if len(who) > 1 and not who <= said.get(t, set())}
    assert not unsaid


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_what_is_said_to_be_shared_is_claimed(group: str, language: str) -> None:
    claimed: dict[str, set[str]] = defaultdict(set)
    for text, who in claims(group, language).items():
        claimed[fold(text).rstrip("-")] |= who
    said = declared(group, language).items()
    assert not {text: missing for text, who in said if (missing := who - claimed[fold(text).rstrip("-")])}


@pytest.mark.parametrize("group", GROUPS)
def test_no_name_is_empty_padded_or_twice_in_its_list(group: str) -> None:
    wrong = []
    for file, kind in GROUPS[group]:
        for row in RAW[file][kind]:
            for language in LANGUAGES:
                names = row.get(language, {}).get("names", [])
                wrong += [(row["id"], name) for name in names if not name or name != name.strip() or names.count(name) > 1]
    assert not wrong


@pytest.mark.parametrize("group", ["states and places", "organizations", "initiatives"])
def test_every_entry_has_french_and_english_names(group: str) -> None:
    rows = [row for file, kind in GROUPS[group] for row in RAW[file][kind]]
    assert not [row["id"] for row in rows if not row["fr"].get("names") or not row["en"].get("names")]
