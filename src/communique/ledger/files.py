"""The ledger's file: opened, made and checked before use.

A file of another program, of other tables or a damaged one is refused before anything is written. Writers take turns,
and the log is merged into the file only while no one can write: SQLite 3.7.0 to 3.51.2 can corrupt it otherwise.
"""

import json
import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from communique.errors import LedgerError
from communique.ledger.failures import told
from communique.ledger.tables import METADATA, WORDS_DDL, schema_version

APPLICATION = 0x434F4D51
"""`PRAGMA application_id` of our files: the letters COMQ."""
BUSY_SECONDS = 5.0
LOG_BYTES = 16_000_000
"""A log longer than this is merged after the next document."""


def open_engine(path: Path, *, create: bool, writable: bool, busy_seconds: float = BUSY_SECONDS) -> sa.Engine:
    """Open the ledger's file, or make it; `LedgerError` where it is missing, foreign, of other tables or damaged."""
    _refuse_misplaced(path, create)
    engine = _engine(path, writable, busy_seconds)
    try:
        with told(path):
            if _is_empty(engine, path) and create:
                _make(engine)
            _check(engine, path)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def writing(engine: sa.Engine) -> sa.Engine:
    """Give the engine for transactions that write: they take the write lock when they begin."""
    return engine.execution_options(writes=True)


def merge_log(engine: sa.Engine) -> None:
    """Merge the log into the file while the write lock is held; leave it to the next writer where it cannot be had."""
    try:
        with writing(engine).begin():
            connection = engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
            finally:
                connection.close()
    except sa.exc.OperationalError:
        return


def log_is_long(path: Path) -> bool:
    """Tell whether the log beside the file has grown past `LOG_BYTES`."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > LOG_BYTES


def _refuse_misplaced(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder; name a file in it")
    if not path.exists() and not create:
        raise LedgerError(f"{path}: there is no ledger; make one with `communique add FILE… --ledger {path}`")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: the folder {path.parent} does not exist; make it first")


def _engine(path: Path, writable: bool, busy_seconds: float) -> sa.Engine:
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if writable else _reading_mode(path)}"
    pragmas = ["foreign_keys = ON", "wal_autocheckpoint = 0"]
    pragmas += ["synchronous = NORMAL", f"journal_size_limit = {LOG_BYTES // 4}"] if writable else ["query_only = ON"]
    creator = partial(_connect, uri, busy_seconds, tuple(pragmas))
    serializer = partial(json.dumps, ensure_ascii=False)
    engine = sa.create_engine("sqlite://", creator=creator, poolclass=sa.pool.QueuePool, json_serializer=serializer)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _connect(uri: str, busy_seconds: float, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _reading_mode(path: Path) -> str:
    """A reader makes the log's index beside the file and takes it away again; without the right to, no one writes."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "rw"
    log = path.with_name(path.name + "-wal")
    return "ro" if log.exists() or os.access(path.parent, os.W_OK) else "ro&immutable=1"


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _pragma(engine: sa.Engine, name: str) -> Any:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def _is_empty(engine: sa.Engine, path: Path) -> bool:
    with engine.connect() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar() == 0


def _make(engine: sa.Engine) -> None:
    connection = engine.raw_connection()
    connection.cursor().execute("PRAGMA journal_mode = WAL")
    connection.close()
    with writing(engine).begin() as connected:
        if connected.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar() == 0:
            METADATA.create_all(connected)
            connected.exec_driver_sql(WORDS_DDL)
            connected.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            connected.exec_driver_sql(f"PRAGMA user_version = {schema_version()}")


def _check(engine: sa.Engine, path: Path) -> None:
    if _pragma(engine, "application_id") != APPLICATION:
        raise LedgerError(f"{path}: this is no ledger of communique; name another file")
    found, wanted = _pragma(engine, "user_version"), schema_version()
    if found != wanted:
        raise LedgerError(
            f"{path}: this ledger's tables are of another version of communique (schema {found}, wanted {wanted}); "
            "add its documents to a new ledger, or read it with the version that made it"
        )


def integrity(engine: sa.Engine) -> tuple[str, ...]:
    """Give what SQLite finds wrong in the file, nothing where it is sound."""
    with engine.connect() as connection:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        found += [f"{row[0]}: row {row[1]} leads nowhere" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return tuple(line for line in found if line != "ok")
