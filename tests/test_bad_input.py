"""Bad input from the shell: one clear line each, the rest is read, the counts at the end, the exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
GOOD = """Pékin et Astana parlent d'énergie

PÉKIN, 12 mars 2019 - Le ministre chinois des Affaires étrangères, Wang Yi, a rencontré mardi son homologue kazakh.

Wang Yi a déclaré que la Chine souhaitait renforcer la coopération énergétique avec le Kazakhstan.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file of each bad kind, and two good ones."""
    made = tmp_path_factory.mktemp("bad input")
    (made / "good.txt").write_text(GOOD, encoding="utf-8")
    (made / "latin1.txt").write_bytes(GOOD.encode("latin-1"))
    (made / "utf16.txt").write_bytes(GOOD.encode("utf-16"))
    (made / "empty.txt").write_bytes(b"")
    (made / "blank.txt").write_text(" \n\t\n", encoding="utf-8")
    (made / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (made / "garbled.txt").write_bytes(b"\xff\xfe\x00\xd8" + GOOD.encode("utf-8") + b"\xc3\x28\xa0\xa1" * 50)
    (made / "line.txt").write_bytes("la coopération entre les deux pays ".encode() * 550_000)
    (made / "huge.txt").write_bytes(b"la cooperation entre les deux pays\n" * 600_000)
    (made / "polish.txt").write_text(
        "Minister spraw zagranicznych oświadczył w środę, że oba kraje będą rozwijać współpracę gospodarczą.\n" * 5,
        encoding="utf-8",
    )
    (made / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of a document\n%%EOF")
    (made / "broken.jsonl").write_text('{"id": "a", "text": \n[1, 2]\n{"id": "b"}\n', encoding="utf-8")
    (made / "archive.txt").write_bytes(b"PK\x03\x04" + b"\x14\x08" * 200)
    (made / "no texts").mkdir()
    (made / "no texts" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return made


BAD = {
    "empty.txt": "empty",
    "blank.txt": "empty",
    "binary.txt": "binary",
    "line.txt": "characters, more than",
    "huge.txt": "larger than",
    "polish.txt": "pl",
    "broken.pdf": "PDF",
    "broken.jsonl": "broken.jsonl:1",
    "archive.txt": "binary",
    "no texts": "without any file that is read",
    "missing.txt": "no such file",
}


@pytest.mark.parametrize(("name", "words"), BAD.items())
def test_bad_alone(run: Run, folder: Path, name: str, words: str) -> None:
    done = run("extract", str(folder / name), "--format", "jsonl")
    told = done.stderr.splitlines()
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert any(words in line and name in line for line in told), done.stderr
    assert told[-1].startswith("read 0, failed ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["good.txt", "latin1.txt", "utf16.txt"])
def test_other_encodings_are_read_alike(run: Run, folder: Path, name: str) -> None:
    done = run("extract", str(folder / name), "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    kinds = [json.loads(line)["record"] for line in done.stdout.splitlines()]
    assert kinds[0] == "document"
    assert {"statement", "encounter"} <= set(kinds)
    assert done.stderr.splitlines()[-1] == "read 1, failed 0, skipped 0"


def test_wrong_encoding_is_told_not_guessed(run: Run, folder: Path) -> None:
    done = run("extract", str(folder / "garbled.txt"), "--format", "jsonl")
    assert done.returncode == 1, done.stdout
    assert "garbled.txt" in done.stderr


def test_the_rest_of_the_batch_is_read(run: Run, folder: Path) -> None:
    paths = [str(folder / name) for name in ("missing.txt", "empty.txt", "good.txt", "binary.txt", "no texts", "polish.txt")]
    done = run("extract", *paths, "--format", "jsonl")
    alone = run("extract", str(folder / "good.txt"), "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    assert done.stdout == alone.stdout
    assert done.stderr.splitlines()[-1] == "read 1, failed 5, skipped 1"


def test_a_folder_of_all_of_it(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("add", str(folder), "--ledger", str(tmp_path / "ledger.db"))
    assert done.returncode == 0, done.stderr
    closing = next(line for line in done.stderr.splitlines() if line.startswith("read "))
    assert closing.startswith("read 3, failed ")
    assert "Traceback" not in done.stderr


def test_standard_input(run: Run) -> None:
    done = run("extract", "-", "--format", "jsonl", input=GOOD)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["language"] == "fr"


def test_empty_standard_input(run: Run) -> None:
    done = run("extract", "-", "--format", "jsonl", input="")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "read 0, failed 1, skipped 0"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("extract",), 2),
        (("extract", "--format", "xml", "a.txt"), 2),
        (("brief", "CHN", "Atlantis", "--since", "2015"), 2),
        (("brief", "CHN", "KAZ", "--since", "yesterday"), 2),
        (("show", "statement-0", "--ledger", "nowhere/ledger.db"), 1),
        (("search", "gaz", "--ledger", "nowhere/ledger.db"), 1),
    ],
)
def test_wrong_usage_is_told_without_a_traceback(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir()), "nothing is left behind"
