import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from typer.testing import CliRunner

from communique.errors import PipelineError
from communique.interfaces import outcomes
from communique.interfaces.cli import app
from communique.reading.documents import Document

STORY = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "ledger" / "story.py")))
TEXTS = (STORY.first, STORY.second, STORY.third)


class Reader:
    """Knows the hand-made texts, fails on others, and crashes on one."""

    def __init__(self) -> None:
        self.known = {make().document.text: make() for make in (*TEXTS, STORY.hostile)}
        self.asked: list[str] = []

    def extract(self, document: Document) -> object:
        self.asked.append(document.source_name)
        if "panique" in document.text:
            raise RecursionError("too deep")
        if document.text not in self.known:
            raise PipelineError(f"{document.source_name}: no syntax for this language")
        return self.known[document.text]


@pytest.fixture
def story() -> SimpleNamespace:
    return STORY


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(outcomes, "load_reader", lambda: made)
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader) -> Path:
    where = tmp_path / "articles"
    where.mkdir()
    for make in TEXTS:
        document = make().document
        (where / document.source_name).write_text(document.text, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("COMMUNIQUE_LEDGER", raising=False)
    return where


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    def invoke(*arguments: str, **options: object) -> Result:
        return CliRunner().invoke(app, list(arguments), catch_exceptions=False, **options)

    return invoke


@pytest.fixture
def filled(run: Callable[..., Result], folder: Path) -> Callable[..., Result]:
    assert run("add", str(folder)).exit_code == 0
    return run
