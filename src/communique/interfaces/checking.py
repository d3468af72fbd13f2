"""`communique doctor`: what is installed, what is known, and whether the ledger is sound."""

import platform
import sqlite3
import tomllib
from collections.abc import Iterator
from importlib import metadata, resources
from pathlib import Path

from communique.errors import CommuniqueError
from communique.interfaces.tables import field_table
from communique.interfaces.terminal import results
from communique.knowledge.catalog import catalog
from communique.ledger.ledgers import Ledger

PACKAGES = ("communique", "spacy", "pydantic", "sqlalchemy", "trafilatura", "pypdfium2", "jinja2", "typer", "rich")
LOG_CORRUPTION = ((3, 7, 0), (3, 51, 2))
"""The SQLite versions that can corrupt a WAL database when two connections write and merge the log at once."""


def doctor(ledger_path: Path) -> bool:
    """Print the findings; tell whether all is well."""
    flaws = list(_ledger_flaws(ledger_path))
    row: dict[str, object] = {
        **{name: _version(name) for name in PACKAGES},
        "python": platform.python_version(),
        "sqlite": sqlite_finding(sqlite3.sqlite_version_info),
        "language pipelines": _folders("pipelines"),
        "language packs": _folders("packs"),
        "knowledge": _knowledge(),
        "ledger": flaws or [_ledger_finding(ledger_path)],
    }
    results().print(field_table(row, title="communique doctor"))
    return not flaws


def sqlite_finding(version: tuple[int, int, int]) -> str:
    """Say the version of SQLite, and what to mind about it."""
    said = ".".join(map(str, version))
    if LOG_CORRUPTION[0] <= version <= LOG_CORRUPTION[1]:
        return (
            f"{said}: versions 3.7.0 to 3.51.2 can corrupt a database that two programs write and merge at once; "
            "communique takes turns, but let no other program write in the ledger at the same time"
        )
    return said


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _folders(name: str) -> list[str]:
    folder = resources.files("communique.language") / name
    found = sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and any(entry.iterdir()))
    return found or ["none: texts cannot be read without one"]


def _knowledge() -> list[str]:
    try:
        known = catalog()
    except (CommuniqueError, tomllib.TOMLDecodeError) as error:
        return [f"cannot be loaded: {error}"]
    names = ("states", "places", "organizations", "initiatives", "persons", "sectors", "formulas")
    return [f"{len(getattr(known, name))} {name}" for name in names]


def _ledger_flaws(path: Path) -> Iterator[str]:
    if path.exists():
        try:
            with Ledger.open(path, writable=False) as ledger:
                yield from (f"{path}: {flaw}" for flaw in ledger.flaws())
        except CommuniqueError as error:
            yield str(error)


def _ledger_finding(path: Path) -> str:
    if not path.exists():
        return f"{path}: none yet"
    with Ledger.open(path, writable=False) as ledger:
        return f"{path}: sound, " + ", ".join(f"{count} {kind}" for kind, count in ledger.counts().items() if count)
