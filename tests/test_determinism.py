"""The same corpus gives the same bytes: in another order, in another process, under another hash seed."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def samples(root: Path) -> list[str]:
    return sorted(map(str, (root / "samples").iterdir()))


@pytest.fixture(scope="module")
def first(run: Run, samples: list[str]) -> str:
    done = run("extract", *samples, "--format", "jsonl", "--explain", env={"PYTHONHASHSEED": "1"})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_another_process_and_hash_seed_give_the_same_bytes(run: Run, samples: list[str], first: str) -> None:
    again = run("extract", *samples, "--format", "jsonl", "--explain", env={"PYTHONHASHSEED": "4321"})
    assert again.stdout == first


def test_another_order_gives_the_same_records(run: Run, samples: list[str], first: str) -> None:
    turned = run("extract", *reversed(samples), "--format", "jsonl", "--explain", env={"PYTHONHASHSEED": "7"})
    assert sorted(turned.stdout.splitlines()) == sorted(first.splitlines())


def test_another_locale_and_folder_give_the_same_bytes(run: Run, samples: list[str], first: str, tmp_path: Path) -> None:
    elsewhere = run(
        "extract",
        *samples,
        "--format",
        "jsonl",
        "--explain",
        cwd=tmp_path,
        env={"LC_ALL": "C", "LANG": "C", "TZ": "Asia/Almaty"},
    )
    assert elsewhere.stdout == first


def test_ledgers_filled_in_another_order_list_the_same(run: Run, samples: list[str], tmp_path: Path) -> None:
    listings = []
    for name, order in (("a", samples), ("b", samples[::-1])):
        ledger = str(tmp_path / f"{name}.db")
        added = run("add", *order, "--ledger", ledger)
        assert added.returncode == 0, added.stderr
        listings.append(run("records", "--format", "jsonl", "--ledger", ledger).stdout)
    assert listings[0] == listings[1]
    assert listings[0]
