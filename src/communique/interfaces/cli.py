"""The `communique` command: arguments in, exit codes out. What a command does is in the module that it names.

Exit codes: 0 done (for reading: at least one document was read), 1 nothing read, nothing found or an error that is told
in one line, 2 wrong usage, 130 interrupted, 141 the reader of our output went away. Nothing heavy is imported before a
command runs, so that `--help` answers at once.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.analysis.printable import one_line
from communique.errors import CommuniqueError
from communique.interfaces.options import (
    LEDGER,
    Between,
    Files,
    Language,
    LedgerPath,
    Lines,
    OfKind,
    Page,
    RecordKind,
    Sheet,
    Since,
    Until,
    first_day,
    last_day,
)  # fmt: skip

app = typer.Typer(
    name="communique",
    help="Read the diplomatic press and keep the ledger of relations between states, each entry with its sentence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def extract(
    files: Files,
    form: Annotated[Lines, typer.Option("--format", help="JSON lines for programs, tables for people.")] = Lines.table,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule, cues and constraints behind each.")] = False,
) -> bool:
    """Print what documents say; keep nothing."""
    from communique.interfaces import extracting

    return extracting.extract(files, form.value, explain)


def add(files: Files, ledger: LedgerPath = LEDGER) -> bool:
    """Read documents into a ledger, each once."""
    from communique.interfaces import adding

    return adding.add(files, ledger)


def show(identifier: Annotated[str, typer.Argument(metavar="ID", help="Or its beginning.")], ledger: LedgerPath = LEDGER) -> None:
    """Show a record in its context, or a document."""
    from communique.interfaces import asking

    asking.show(ledger, identifier)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="All are wanted; énerg* takes any ending.")],
    kind: OfKind = None,
    between: Between = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many sentences.")] = 20,
    form: Annotated[Lines, typer.Option("--format", help="JSON lines for programs, tables for people.")] = Lines.table,
    ledger: LedgerPath = LEDGER,
) -> bool:
    """Find sentences by words and by names."""
    from communique.interfaces import asking

    return asking.search(ledger, " ".join(words), _filters(kind, between, since, until), limit, form.value)


def records(
    kind: OfKind = None,
    between: Between = None,
    since: Since = None,
    until: Until = None,
    form: Annotated[Sheet, typer.Option("--format", help="JSON lines, CSV, or tables for people.")] = Sheet.table,
    ledger: LedgerPath = LEDGER,
) -> None:
    """List records by day."""
    from communique.interfaces import asking

    asking.list_records(ledger, _filters(kind, between, since, until), form.value)


def brief(
    states: Annotated[tuple[str, str], typer.Argument(metavar="A B", help="Two states: codes (KAZ) or names.")],
    since: Annotated[date, typer.Option(parser=first_day, metavar="DATE", help="From this date on: 2015, 2016-11.")],
    until: Until = None,
    form: Annotated[Page, typer.Option("--format", help="Markdown, or one self-contained HTML file.")] = Page.md,
    out: Annotated[Path | None, typer.Option(help="A file; standard output without it.")] = None,
    language: Annotated[Language, typer.Option(help="The language of the headings.")] = Language.en,
    as_of: Annotated[date | None, typer.Option(parser=last_day, metavar="DATE", help="Today without it.")] = None,
    ledger: LedgerPath = LEDGER,
) -> None:
    """Write the brief on a relation between two states."""
    from communique.analysis.briefs import Question
    from communique.interfaces import briefing

    question = Question(_states(states), since, until, as_of or _today())
    briefing.brief(ledger, question, form.value, language.value, out)


def doctor(ledger: LedgerPath = LEDGER) -> bool:
    """Check what is installed, and the ledger."""
    from communique.interfaces import checking

    return checking.doctor(ledger)


def demo(
    samples: Annotated[Path, typer.Argument(metavar="SAMPLES_DIR", help="A folder of articles.")],
    out: Annotated[Path, typer.Option(help="The folder for the ledger and the briefs.")],
) -> bool:
    """Read samples, print what was found, write a brief."""
    from communique.interfaces import adding

    return adding.demo(samples, out, _today())


def _today() -> date:
    return datetime.now(UTC).date()


def _filters(kind: RecordKind | None, between: tuple[str, str] | None, since: date | None, until: date | None) -> Any:
    from communique.ledger.queries import Filters

    return Filters(kind.value if kind else None, _states(between) if between else None, since, until)


def _states(names: tuple[str, str]) -> tuple[str, str]:
    from communique.interfaces.states import resolve_state

    try:
        return resolve_state(names[0]), resolve_state(names[1])
    except CommuniqueError as error:
        raise typer.BadParameter(str(error)) from error


def guarded(command: Callable[..., bool | None]) -> Callable[..., None]:
    """Give the command with its outcome as an exit code and its errors as one line."""

    @wraps(command)
    def run(**arguments: Any) -> None:
        try:
            done = command(**arguments)
            sys.stdout.flush()
        except CommuniqueError as error:
            typer.echo(f"communique: {one_line(str(error))}", err=True)
            raise typer.Exit(1) from error
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from None
        except KeyboardInterrupt:
            typer.echo("communique: interrupted; what was added is kept", err=True)
            raise typer.Exit(130) from None
        if done is False:
            raise typer.Exit(1)

    return run


COMMANDS = (extract, add, show, search, records, brief, doctor, demo)
for one in COMMANDS:
    app.command(one.__name__)(guarded(one))


def main() -> None:
    """Run the command line."""
    app(prog_name="communique")
