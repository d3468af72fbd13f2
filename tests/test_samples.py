"""The samples end to end: each is read, none fails inside, all kinds are found, and the dates are the known ones."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from communique.records.edtf import meets, validate
from communique.records.kinds import BY_NAME, from_row

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted((ROOT / "samples").iterdir())
WITHOUT_A_YEAR = {
    "2013-09-07_discours-astana.txt": "2013-09-07",
    "page-sans-annee-1.txt": "2019-09-12",
    "page-sans-annee-2.txt": "2022-09-15",
    "page-sans-annee-3.txt": "2022-12-16",
    "page-sans-annee-4.txt": "2023-12-28",
    "page-sans-annee-5-en.txt": "2022-12-16",
}
"""What the pages' facts leave (docs/samples.md)."""
WITH_A_YEAR = {path.name: path.name[:10] for path in TEXTS if re.match(r"\d{4}-\d\d-\d\d_", path.name) and path.name not in WITHOUT_A_YEAR}
Row = dict[str, Any]


@pytest.fixture(scope="module")
def done(run: Callable[..., CompletedProcess[str]]) -> CompletedProcess[str]:
    return run("extract", *map(str, TEXTS), "--format", "jsonl")


@pytest.fixture(scope="module")
def rows(done: CompletedProcess[str]) -> list[Row]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_text_is_read(done: CompletedProcess[str]) -> None:
    assert done.returncode == 0
    assert re.fullmatch(r"read \d+, failed 0, skipped 0", done.stderr.splitlines()[-1]), done.stderr


def test_every_kind_is_found(rows: list[Row]) -> None:
    assert {row["record"] for row in rows} == set(BY_NAME)


def test_every_record_is_of_its_shape_and_has_its_own_id(rows: list[Row]) -> None:
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        record = from_row(row)
        assert record.evidence or row["record"] == "document"


def test_every_date_is_edtf_and_every_span_in_order(rows: list[Row]) -> None:
    for row in rows:
        for field in ("date", "due", "period", "published"):
            if row.get(field) is not None:
                assert validate(row[field]) == row[field], row
        assert all(0 <= span["start"] < span["end"] for span in row["evidence"]), row


def test_the_ledger_takes_every_text(run: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    added = run("add", *map(str, TEXTS), "--ledger", str(tmp_path / "ledger.db"))
    assert "failed 0, skipped 0" in added.stderr, added.stderr


def published(rows: list[Row], name: str) -> str | None:
    (found,) = [row["published"] for row in rows if row["record"] == "document" and row["source_name"] == name]
    return found


@pytest.mark.parametrize(("name", "day"), WITH_A_YEAR.items())
def test_printed_date_is_the_date(rows: list[Row], name: str, day: str) -> None:
    assert published(rows, name) == day


@pytest.mark.parametrize(("name", "day"), WITHOUT_A_YEAR.items())
def test_true_date_is_among_those_left(rows: list[Row], name: str, day: str) -> None:
    left = published(rows, name)
    assert left is not None
    assert meets(left, date.fromisoformat(day), date.fromisoformat(day)), left


def test_title_is_the_headline_without_its_mark(rows: list[Row]) -> None:
    found = [row["title"] for row in rows if row["record"] == "document" and row["source_name"].endswith("astana-treaty-en.md")]
    assert found == ["Five neighbours and China sign treaty of friendship"]
