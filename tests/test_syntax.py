"""The shipped syntax reaches its targets on treebanks that it has not seen."""

from pathlib import Path

import pytest

TARGETS = {"fr_sequoia-ud-test": 0.84, "fr_gsd-ud-test": 0.80, "en_ewt-ud-test": 0.82}


@pytest.mark.parametrize("treebank", TARGETS)
def test_relations_reach_their_target(root: Path, shared: Path, treebank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root / "training"))
    import evaluate

    language = treebank[:2]
    figures = evaluate.measure(shared / "treebanks" / language / f"{treebank}.conllu", language)
    assert figures["LAS"] >= TARGETS[treebank], figures
    assert figures["words F1"] >= 0.96, figures
