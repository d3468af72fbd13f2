"""`communique brief`: the brief on a relation, to standard output or a file."""

import sys
from pathlib import Path

from communique.analysis.briefs import Question, gather
from communique.analysis.rendering import Format, render
from communique.errors import CommuniqueError
from communique.interfaces.states import names_for
from communique.ledger.ledgers import Ledger

FORMATS: tuple[Format, ...] = ("html", "md")


def brief(ledger_path: Path, question: Question, form: Format, language: str, out: Path | None) -> None:
    """Write the brief; the file is either written whole or left as it was."""
    with Ledger.open(ledger_path, writable=False) as ledger:
        text = brief_text(ledger, question, form, language)
    if out is None:
        sys.stdout.write(text)
    else:
        save(text, out)


def brief_text(ledger: Ledger, question: Question, form: Format, language: str) -> str:
    """Give the brief as text, states and strategies by their names in the language."""
    return render(gather(ledger, question), form, language, names=names_for(language))


def save(text: str, out: Path) -> None:
    """Write a file by way of a neighbour, so that a failure leaves the old one, as `CommuniqueError`."""
    draft = out.with_name(out.name + ".part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(out)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CommuniqueError(f"{out}: cannot be written: {error.strerror}; name another file with --out") from error
