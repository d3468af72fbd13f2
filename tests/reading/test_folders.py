"""Folders: sorted, nothing silent, no endless loops."""

import os
from pathlib import Path

import pytest

from communique.reading.failures import Failure
from communique.reading.folders import walk


def _fill(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Un texte.")


def _walked(root: Path) -> list[tuple[str, str]]:
    return [
        (os.path.relpath(entry.name, root), entry.kind) if isinstance(entry, Failure) else (str(entry.relative_to(root)), "")
        for entry in walk(root)
    ]


def test_entries_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    _fill(tmp_path, "b.txt", "a/z.html", "a/b/c.pdf", "a.txt", "c.JSONL", "LISEZ-MOI")
    names = [name for name, _ in _walked(tmp_path)]
    assert names == ["LISEZ-MOI", "a/b/c.pdf", "a/z.html", "a.txt", "b.txt", "c.JSONL"]


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    _fill(tmp_path, "a.txt", "b.docx", ".hidden.txt", ".git/config")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert _walked(tmp_path) == [
        (".git", "skipped"),
        (".hidden.txt", "skipped"),
        ("a.txt", ""),
        ("b.docx", "skipped"),
        ("dangling.txt", "skipped"),
        ("pipe", "skipped"),
    ]


def test_links_do_not_go_round(tmp_path: Path) -> None:
    root, other = tmp_path / "root", tmp_path / "other"
    _fill(root, "a.txt", "sub/b.txt")
    _fill(other, "c.txt")
    (root / "loop").symlink_to(root)
    (root / "self").symlink_to(root / "self")
    (root / "again").symlink_to(root / "sub")
    (root / "up").symlink_to(tmp_path)
    (root / "out").symlink_to(other)
    (root / "out-again").symlink_to(other)
    (other / "back").symlink_to(root)
    (other / "own").symlink_to(other)
    assert _walked(root) == [
        ("a.txt", ""),
        ("again", "skipped"),
        ("loop", "skipped"),
        ("out/back", "skipped"),
        ("out/c.txt", ""),
        ("out/own", "skipped"),
        ("out-again", "skipped"),
        ("self", "skipped"),
        ("sub/b.txt", ""),
        ("up", "skipped"),
    ]


def test_a_closed_folder_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is the system call's."""
    closed = tmp_path / "closed"
    closed.mkdir()
    listing = os.listdir

    def refuse(path: object) -> object:
        if Path(str(path)) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "listdir", refuse)
    assert _walked(tmp_path) == [("closed", "failed")]
