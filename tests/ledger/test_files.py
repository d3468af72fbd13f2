"""Whatever happens to the file: one clear line, and what was in it stays readable."""

import multiprocessing
import os
import sqlite3
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from communique.errors import LedgerError
from communique.ledger import adding, files
from communique.ledger.ledgers import Ledger

NOBODY = 65534


def made(path: Path, story: SimpleNamespace) -> Path:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(story.first())
    return path


def in_child(action: Callable[[], None]) -> int:
    """Run in a forked process and give its exit code; a crash of the child is no crash of the test."""

    def run() -> None:
        try:
            action()
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    return process.exitcode


def as_nobody(action: Callable[[], None]) -> int:
    def run() -> None:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        action()

    return in_child(run)


def one_line(error: pytest.ExceptionInfo[LedgerError], path: Path) -> bool:
    return str(path) in str(error.value) and "\n" not in str(error.value)


def test_a_missing_ledger_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(LedgerError, match="communique add") as error:
        Ledger.open(path)
    assert one_line(error, path) and not path.exists()


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="this is a folder"):
        Ledger.open(tmp_path, create=True)
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger.open(tmp_path / "no" / "x.db", create=True)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("data", [b"Ceci n'est pas une base.", b"SQLite format 3\x00" + b"\xff" * 4096, b"x" * 100_000])
def test_a_file_of_another_kind_is_refused_and_left_alone(path: Path, data: bytes, create: bool) -> None:
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="no ledger|damaged") as error:
        Ledger.open(path, create=create)
    assert one_line(error, path) and path.read_bytes() == data


def test_the_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE records (id)")
    other.close()
    data = path.read_bytes()
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == data


def test_an_empty_file_is_a_ledger_only_for_who_may_make_one(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger.open(path)
    Ledger.open(path, create=True).close()
    Ledger.open(path).close()


def test_tables_of_another_version_are_named(path: Path, story: SimpleNamespace) -> None:
    with sqlite3.connect(made(path, story)) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(LedgerError, match="another version of communique .schema 7"):
        Ledger.open(path)


def test_a_damaged_file_is_told(path: Path, story: SimpleNamespace) -> None:
    data = bytearray(made(path, story).read_bytes())
    data[4096 * 2 : 4096 * 60] = b"\xa5" * (min(len(data), 4096 * 60) - 4096 * 2)
    path.write_bytes(bytes(data))
    with pytest.raises(LedgerError, match="damaged") as error, Ledger.open(path, writable=False) as ledger:
        list(ledger.records())
    assert one_line(error, path)


def test_a_damaged_index_is_found_by_the_check(path: Path, story: SimpleNamespace) -> None:
    with Ledger.open(made(path, story)) as ledger:
        assert ledger.flaws() == ()
        with sqlite3.connect(path) as other:
            other.execute("PRAGMA foreign_keys = OFF")
            other.execute("DELETE FROM documents")
        other.close()
        assert any("leads nowhere" in flaw for flaw in ledger.flaws())


def test_a_locked_ledger_is_told_and_stays_readable(path: Path, story: SimpleNamespace) -> None:
    made(path, story)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(path, busy_seconds=0.05) as ledger:
        with pytest.raises(LedgerError, match="another program is writing") as error:
            ledger.add(story.second())
        assert one_line(error, path) and "deuxieme.txt" in str(error.value)
        assert len(list(ledger.records())) == 11
        other.execute("ROLLBACK")
        assert ledger.add(story.second()).new
    other.close()


def test_a_full_disk_keeps_what_was_there(path: Path, story: SimpleNamespace) -> None:
    with Ledger.open(made(path, story)) as ledger:
        with ledger.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        long = story.build("Une phrase de plus. " * 20_000, [], source_name="long.txt")
        with pytest.raises(LedgerError, match="disk is full") as error:
            ledger.add(long)
        assert one_line(error, path) and "long.txt" in str(error.value)
        assert len(list(ledger.records())) == 11 and ledger.flaws() == () and not ledger.knows(long.document)


def test_a_file_without_the_right_to_write_is_read_only(story: SimpleNamespace) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = made(Path(name, "ledger.db"), story)
        path.chmod(0o444)
        path.parent.chmod(0o555)

        def look() -> None:
            with Ledger.open(path, writable=False) as ledger:
                assert len(list(ledger.records())) == 11 and len(ledger.search("tracteurs")) == 1
            writing = pytest.raises(LedgerError, match="cannot be written|cannot be opened")
            with writing as error, Ledger.open(path) as ledger:
                ledger.add(story.second())
            assert one_line(error, path)

        assert as_nobody(look) == 0
        path.parent.chmod(0o755)


def test_a_crash_in_the_middle_leaves_the_document_out(path: Path, story: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path, story)

    def crash() -> None:
        monkeypatch.setattr(adding, "_write_passages", lambda *_: os._exit(9))
        Ledger.open(path).add(story.second())

    assert in_child(crash) == 9
    with Ledger.open(path) as ledger:
        assert len(list(ledger.records())) == 11 and ledger.flaws() == ()
        assert ledger.add(story.second()).new and len(list(ledger.records())) == 15


def test_a_reader_writes_nothing_and_leaves_nothing_behind(path: Path, story: SimpleNamespace) -> None:
    data = made(path, story).read_bytes()
    with Ledger.open(path, writable=False) as ledger:
        assert len(list(ledger.records())) == 11
        with pytest.raises(LedgerError, match="cannot be written"):
            ledger.add(story.second())
    assert path.read_bytes() == data and [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_readers_never_see_half_a_document(path: Path, story: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path, story)
    seen = []
    write = adding._write_passages

    def looked_at(*arguments: object) -> None:
        with Ledger.open(path, writable=False) as reader:
            seen.append((len(list(reader.records())), len(reader.search("consulat"))))
        write(*arguments)

    monkeypatch.setattr(adding, "_write_passages", looked_at)
    with Ledger.open(path) as ledger:
        ledger.add(story.second())
    assert seen == [(11, 0)]


def test_many_writers_add_each_document_once(path: Path, story: SimpleNamespace) -> None:
    Ledger.open(path, create=True).close()
    texts = [story.build(f"Texte numéro {n}.", [], source_name=f"{n}.txt") for n in range(25)]

    def write() -> None:
        with Ledger.open(path, create=True, busy_seconds=30) as ledger:
            for extraction in [*story.everything(), *texts]:
                ledger.add(extraction)

    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=write) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    with Ledger.open(path) as ledger:
        assert len(list(ledger.records())) == 21 and ledger.flaws() == ()
        with ledger.engine.connect() as connection:
            assert connection.execute(sa.text("SELECT count(*) FROM documents")).scalar() == 29


def test_two_that_make_the_same_ledger_at_once_make_one(path: Path) -> None:
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=lambda: Ledger.open(path, create=True).close()) for _ in range(6)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 6
    Ledger.open(path).close()


def test_a_long_log_is_merged_and_closing_leaves_one_file(path: Path, story: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LOG_BYTES", 10_000)
    with Ledger.open(path, create=True) as ledger:
        for number in range(30):
            ledger.add(story.build(f"Texte {number}. " * 50, [], source_name=f"{number}.txt"))
        log = path.with_name(path.name + "-wal")
        assert log.stat().st_size < 1_000_000
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
