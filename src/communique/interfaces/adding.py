"""`communique add` and `communique demo`: documents into a ledger, and what was found in them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from communique.analysis.briefs import Question
from communique.errors import CommuniqueError
from communique.interfaces.briefing import FORMATS, brief_text, save
from communique.interfaces.outcomes import work
from communique.interfaces.tables import count_table, document_title, record_table
from communique.interfaces.terminal import results, tell
from communique.ledger.ledgers import Ledger
from communique.ledger.rows import Extracted
from communique.records.kinds import BY_NAME, DocumentRecord

SHOWN_DOCUMENTS = 20
"""Of more new documents than this, only the counts are printed."""
DEMO_STATES = ("CHN", "KAZ")
DEMO_NAME = "brief-china-kazakhstan"
DEMO_SINCE = date(2000, 1, 1)


def add(paths: Sequence[str], ledger_path: Path) -> bool:
    """Add everything given and print what was found; tell whether anything was read."""
    new: list[str] = []
    with Ledger.open(ledger_path, create=True) as ledger:
        read = take_in(paths, ledger, new)
        if len(new) <= SHOWN_DOCUMENTS:
            show_documents(ledger, new)
        if new:
            results().print(
                count_table(
                    _new_counts(ledger, new),
                    title=f"{ledger_path}: {len(new)} new documents, {read - len(new)} known already",
                )
            )
    return read > 0


def take_in(paths: Sequence[str], ledger: Ledger, new: list[str]) -> int:
    """Add everything given, the ids of what the ledger did not hold to `new`; give how many documents were read."""

    def take(extraction: Extracted) -> None:
        if ledger.add(extraction).new:
            new.append(extraction.document.id)

    return work(paths, take, known=ledger.knows)["read"]


def show_documents(ledger: Ledger, documents: Iterable[str]) -> None:
    """Print a table for each document."""
    console = results()
    for identifier in documents:
        document = ledger.document(identifier)
        found = [entry.record for entry in ledger.records_of(identifier)]
        head = next((record for record in found if isinstance(record, DocumentRecord)), None)
        title = document_title(head, document.source_name)
        console.print(record_table([(r, document.text) for r in found if r is not head], title=title))


def _new_counts(ledger: Ledger, documents: Sequence[str]) -> dict[str, int]:
    counts: Counter[str] = Counter(entry.record.record for identifier in documents for entry in ledger.records_of(identifier))
    return {kind: counts[kind] for kind in BY_NAME}


def demo(samples: Path, out: Path, today: date) -> bool:
    """Read a folder of samples into `out`, print what was found, and write the brief on China and Kazakhstan."""
    if not samples.is_dir():
        raise CommuniqueError(f"{samples}: there is no such folder; name the folder that holds the samples")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommuniqueError(f"{out}: cannot be made: {error.strerror}; name another folder with --out") from error
    with Ledger.open(out / "demo.db", create=True) as ledger:
        read = take_in([str(samples)], ledger, [])
        show_documents(ledger, (document.document for document in ledger.documents()))
        results().print(count_table(ledger.counts(), title=str(out / "demo.db")))
        question = Question(DEMO_STATES, DEMO_SINCE, None, today)
        for form in FORMATS:
            where = out / f"{DEMO_NAME}.{form}"
            save(brief_text(ledger, question, form, "en"), where)
            tell(results(), f"brief: {where}")
    return read > 0
