"""Measuring what is read against gold: F1 of records and slots by kind, and how well the confidences are calibrated.

The comparison itself is the shared scorer's. `measure` reads each text once.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.pipeline import Reader
from communique.reading.documents import Document
from communique.reading.inputs import read
from communique.records.kinds import to_row

Row = dict[str, Any]
BINS = 10


@dataclass
class Quality:
    """What was counted over one set of texts."""

    tally: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    """Kind, or `all` → the scorer's counts."""
    judged: list[tuple[float, bool]] = field(default_factory=list)
    """Of each record but documents: its confidence, and whether gold has it."""


def load_scorer(shared: Path) -> ModuleType:
    """Load the shared scorer as a module."""
    spec = spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(scorer: ModuleType, texts: Path, gold: Sequence[Path]) -> Quality:
    """Read the texts of gold files and compare."""
    reader, quality = Reader(), Quality()
    for path in gold:
        wanted = json.loads(path.read_text(encoding="utf-8"))
        records = [scorer.plain(record) for record in wanted["records"]]
        found = [scorer.plain(row) for row in rows(reader, texts / (wanted.get("file") or f"{path.stem}.txt"))]
        scorer.score(records, found, quality.tally)
        quality.judged += judge(scorer, records, found)
    for kind in list(quality.tally):
        for name, count in quality.tally[kind].items():
            quality.tally["all"][name] += count
    return quality


def rows(reader: Reader, path: Path) -> list[Row]:
    """Read one text and give its records as they are printed."""
    (document,) = read([str(path)])
    assert isinstance(document, Document), document
    return [json.loads(json.dumps(to_row(record))) for record in reader.extract(document).records]


def judge(scorer: ModuleType, gold: list[Row], found: list[Row]) -> list[tuple[float, bool]]:
    """Tell of each record whether gold has it, paired as the scorer pairs them."""
    aliases, judged = scorer.aliases_of(gold), []
    for kind in scorer.KINDS[1:]:
        wanted = [g for g in gold if g["record"] == kind]
        given = [f for f in found if f["record"] == kind]
        slots = [scorer.slots(g, aliases) for g in wanted], [scorer.slots(f, aliases) for f in given]
        pairs = sorted(
            (
                (scorer.slot_hits(slots[0][i], slots[1][j]), -i, -j)
                for i in range(len(wanted))
                for j in range(len(given))
                if scorer.core(wanted[i], given[j], aliases)
            ),
            reverse=True,
        )
        taken: set[int] = set()
        right: set[int] = set()
        for _, i, j in pairs:
            if i not in taken and j not in right:
                taken.add(i)
                right.add(j)
        judged += [(row["confidence"], -place in right) for place, row in enumerate(given)]
    return judged


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Give the expected calibration error over ten bins of equal width: |mean confidence - share right|, weighted."""
    return sum(abs(gap) for gap in _gaps(judged)) / len(judged) if judged else 0.0


def overconfidence(judged: Sequence[tuple[float, bool]]) -> float:
    """Give the part of that error by which confidences are too high: texts that rules were made on let them look too low."""
    return sum(max(gap, 0.0) for gap in _gaps(judged)) / len(judged) if judged else 0.0


def _gaps(judged: Sequence[tuple[float, bool]]) -> list[float]:
    """Give by how many records each bin claims more than is right."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [sum(c for c, _ in found) - sum(r for _, r in found) for found in bins.values()]


def f1(scorer: ModuleType, counts: dict[str, int]) -> tuple[float, float]:
    """Give F1 of records and of slots."""
    records = scorer.prf(counts["hit"], counts["gold"], counts["pred"])[2]
    return records, scorer.prf(counts["slot_hit"], counts["slot_gold"], counts["slot_pred"])[2]


def table(scorer: ModuleType, quality: Quality) -> str:
    """Give what was measured as lines, as the scorer prints them, and the calibration error."""
    lines = [f"{'kind':<12}{'gold':>6}{'found':>7}{'hits':>6}{'F1':>8}{'slot F1':>9}"]
    for kind in [*scorer.KINDS, "all"]:
        counts, (records, slots) = quality.tally[kind], f1(scorer, quality.tally[kind])
        lines.append(f"{kind:<12}{counts['gold']:>6}{counts['pred']:>7}{counts['hit']:>6}{records:>8.3f}{slots:>9.3f}")
    error, over = calibration_error(quality.judged), overconfidence(quality.judged)
    lines.append(f"expected calibration error {error:.3f}, of which overconfidence {over:.3f}, over {len(quality.judged)} records")
    return "\n".join(lines)
