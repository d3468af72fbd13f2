import runpy
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.ledger.ledgers import Ledger

STORY = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "ledger" / "story.py")))


@pytest.fixture
def story() -> SimpleNamespace:
    return STORY


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db", create=True) as opened:
        for extraction in STORY.everything():
            opened.add(extraction)
        yield opened
