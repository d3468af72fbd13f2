"""Every way in which the file fails, said in one line: what happened, to which file, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from communique.errors import LedgerError, Refused

REMEDIES = (
    ("not a database", "this is no ledger of communique; name another file"),
    ("malformed", "the file is damaged; keep it, and restore a copy or add the documents to a new ledger"),
    ("locked", "another program is writing in it; try again when it has finished"),
    ("busy", "another program is writing in it; try again when it has finished"),
    (
        "readonly",
        "it cannot be written; check the rights of the file and its folder, or copy it to where you may write",
    ),
    ("unable to open", "it cannot be opened; check the rights of the file and its folder"),
    ("full", "the disk is full; what was added before is kept: free some space and run the same command again"),
    ("disk i/o", "the disk failed or is full; what was added before is kept: check the disk and run the command again"),
    ("constraint failed", "a record does not fit the tables, and its document was not added; please report this"),
)

REFUSED = ("constraint failed",)


@contextmanager
def told(path: Path, doing: str = "") -> Iterator[None]:
    """Turn what the database raises into a `LedgerError` of one line; `doing` names the document, if any."""
    where = f"{path}: {doing}: " if doing else f"{path}: "
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        line = _line(error)
        raise (Refused if any(cue in line for cue in REFUSED) else LedgerError)(where + line) from error
    except UnicodeEncodeError as error:
        line = "the text holds half a character (a lone surrogate), which no file can keep; repair the text first"
        raise Refused(where + line) from error


def _line(error: Exception) -> str:
    original = str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]
    advice = (advice for cue, advice in REMEDIES if cue in original.casefold())
    return f"{next(advice, 'the database refused')} ({original})"
