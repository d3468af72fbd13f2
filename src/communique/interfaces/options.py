"""The arguments and options that several commands share, each spelled once. Imports nothing heavy."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.records.edtf import bounds

LEDGER = Path("communique.db")
"""The ledger where none is named: in the current folder."""


class Lines(StrEnum):
    """How results are printed."""

    table = "table"
    jsonl = "jsonl"


class Sheet(StrEnum):
    """How records are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class Page(StrEnum):
    """How a brief is written."""

    md = "md"
    html = "html"


class Language(StrEnum):
    """The language of a brief."""

    en = "en"
    fr = "fr"


class RecordKind(StrEnum):
    """The kinds of record."""

    document = "document"
    encounter = "encounter"
    statement = "statement"
    commitment = "commitment"
    alignment = "alignment"
    project = "project"
    figure = "figure"
    target = "target"
    milestone = "milestone"


def first_day(text: str) -> date:
    """Read an EDTF date as the first day that it can mean."""
    return _bounds(text)[0]


def last_day(text: str) -> date:
    """Read an EDTF date as the last day that it can mean."""
    return _bounds(text)[1]


def _bounds(text: str) -> tuple[date, date]:
    try:
        return bounds(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Files, folders, or - for standard input.")]
LedgerPath = Annotated[Path, typer.Option("--ledger", envvar="COMMUNIQUE_LEDGER", help="The ledger's file.")]
Between = Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="Two states: codes (KAZ) or names.")]
Since = Annotated[date | None, typer.Option(parser=first_day, metavar="DATE", help="From this date on: 2015, 2016-11.")]
Until = Annotated[date | None, typer.Option(parser=last_day, metavar="DATE", help="Up to this date.")]
OfKind = Annotated[RecordKind | None, typer.Option("--kind", help="Only records of this kind.")]
