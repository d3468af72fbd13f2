"""The quality gate: records read out of the development texts, scored against gold, never under the pinned floors.

The texts and the gold stand in ../shared, or in SHARED=dir. `python -m pytest tests/test_gate.py -s` prints the table.
"""

import hashlib
import json
import sys
import tomllib
from collections import defaultdict
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from communique.pipeline import Reader
from communique.reading.documents import Document
from communique.reading.inputs import read
from communique.records.kinds import to_row

GATE = tomllib.loads(Path(__file__).with_name("gate.toml").read_text(encoding="utf-8"))
Tally = dict[str, dict[str, int]]


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Path]:
    return sorted((shared / "gold").glob("*.json"))


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures(gold: list[Path], scorer: ModuleType, shared: Path) -> dict[str, tuple[float, float]]:
    """Give F1 of records and of slots by kind, and over `all`."""
    reader, tally = Reader(), defaultdict(lambda: defaultdict(int))
    for path in gold:
        wanted = json.loads(path.read_text(encoding="utf-8"))
        text = shared / "seeds" / (wanted.get("file") or f"{path.stem}.txt")
        predicted = [scorer.plain(row) for row in rows(reader, text)]
        scorer.score([scorer.plain(record) for record in wanted["records"]], predicted, tally)
    for kind in list(tally):
        for name, count in tally[kind].items():
            tally["all"][name] += count
    print_table(scorer, tally)
    return {kind: f1(scorer, counts) for kind, counts in tally.items()}


def rows(reader: Reader, path: Path) -> list[dict[str, Any]]:
    """Read one text and give its records as they are printed."""
    (document,) = read([str(path)])
    assert isinstance(document, Document), document
    return [json.loads(json.dumps(to_row(record))) for record in reader.extract(document).records]


def f1(scorer: ModuleType, counts: dict[str, int]) -> tuple[float, float]:
    """Give F1 of records and of slots."""
    records = scorer.prf(counts["hit"], counts["gold"], counts["pred"])[2]
    return records, scorer.prf(counts["slot_hit"], counts["slot_gold"], counts["slot_pred"])[2]


def print_table(scorer: ModuleType, tally: Tally) -> None:
    """Print what the scorer prints, so that a failing run shows it."""
    lines = [f"{'kind':<12}{'gold':>6}{'found':>7}{'hits':>6}{'F1':>8}{'slot F1':>9}"]
    for kind in [*scorer.KINDS, "all"]:
        counts, (records, slots) = tally[kind], f1(scorer, tally[kind])
        lines.append(f"{kind:<12}{counts['gold']:>6}{counts['pred']:>7}{counts['hit']:>6}{records:>8.3f}{slots:>9.3f}")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")


def test_floors_are_of_this_gold(gold: list[Path]) -> None:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in gold)).hexdigest()[:16]
    assert GATE["digest"] == digest, f"the gold has changed: measure again, then pin '{digest}'"


@pytest.mark.parametrize("kind", GATE["records"])
def test_records_reach_their_floor(figures: dict[str, tuple[float, float]], kind: str) -> None:
    assert figures[kind][0] >= GATE["records"][kind]


@pytest.mark.parametrize("kind", GATE["slots"])
def test_slots_reach_their_floor(figures: dict[str, tuple[float, float]], kind: str) -> None:
    assert figures[kind][1] >= GATE["slots"][kind]
