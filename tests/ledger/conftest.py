import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.ledger.ledgers import Ledger

STORY = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("story.py"))))


@pytest.fixture
def story() -> SimpleNamespace:
    return STORY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger #1?.db"


@pytest.fixture
def ledger(path: Path) -> Ledger:
    with Ledger.open(path, create=True) as opened:
        yield opened


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for extraction in STORY.everything():
        assert ledger.add(extraction).new
    return ledger
