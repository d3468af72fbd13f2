"""The quality gate: records read out of the development texts, scored against gold, never under the pinned floors.

French: the texts and gold in ../shared, or in SHARED=dir. English: tests/english, written for this project.
`python -m pytest tests/test_gate.py -s` prints the tables.
"""

import hashlib
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import quality

GATE = tomllib.loads(Path(__file__).with_name("gate.toml").read_text(encoding="utf-8"))
FLOORS = [(language, unit, kind) for language in GATE for unit in ("records", "slots") for kind in GATE[language][unit]]


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    return quality.load_scorer(shared)


@pytest.fixture(scope="module")
def gold(root: Path, shared: Path) -> dict[str, list[Path]]:
    folders = {"fr": shared / "gold", "en": root / "tests" / "english" / "gold"}
    return {language: sorted(folder.glob("*.json")) for language, folder in folders.items()}


@pytest.fixture(scope="module")
def measured(scorer: ModuleType, gold: dict[str, list[Path]], root: Path, shared: Path) -> dict[str, quality.Quality]:
    texts = {"fr": shared / "seeds", "en": root / "tests" / "english" / "texts"}
    found = {language: quality.measure(scorer, texts[language], gold[language]) for language in GATE}
    for language, result in found.items():
        sys.stdout.write(f"\n{language}\n{quality.table(scorer, result)}\n")
    return found


@pytest.mark.parametrize("language", GATE)
def test_floors_are_of_this_gold(gold: dict[str, list[Path]], language: str) -> None:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in gold[language])).hexdigest()[:16]
    assert GATE[language]["digest"] == digest, f"the gold has changed: measure again, then pin '{digest}'"


@pytest.mark.parametrize(("language", "unit", "kind"), FLOORS)
def test_floor_is_reached(measured: dict[str, quality.Quality], scorer: ModuleType, language: str, unit: str, kind: str) -> None:
    records, slots = quality.f1(scorer, measured[language].tally[kind])
    assert {"records": records, "slots": slots}[unit] >= GATE[language][unit][kind]


@pytest.mark.parametrize("language", GATE)
def test_confidence_claims_no_more_than_is_right(measured: dict[str, quality.Quality], language: str) -> None:
    assert quality.overconfidence(measured[language].judged) <= GATE[language]["overconfidence"]
