"""`communique add` and `communique demo`: documents into a ledger, and what was found in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from communique.errors import CommuniqueError
from communique.interfaces.briefing import write_brief
from communique.interfaces.extracting import table
from communique.interfaces.outcomes import work
from communique.interfaces.tables import count_table
from communique.interfaces.terminal import messages, results, tell
from communique.ledger.ledgers import Ledger
from communique.pipeline import Extraction

DEMO_STATES = ("CHN", "KAZ")
DEMO_NAME = "brief-china-kazakhstan"
DEMO_SINCE = date(2000, 1, 1)


@dataclass(frozen=True)
class Intake:
    """What adding did, counted."""

    read: int
    new: int
    records: Counter[str]


def add(paths: Sequence[str], ledger_path: Path) -> bool:
    """Add everything given, tell what was found; tell whether anything was read."""
    with Ledger.open(ledger_path, create=True) as ledger:
        intake = _take_in(paths, ledger, [])
    _summarise(intake, ledger_path)
    return intake.read > 0


def _take_in(paths: Sequence[str], ledger: Ledger, seen: list[Extraction]) -> Intake:
    new, records = Counter[str](), Counter[str]()

    def take(extraction: Extraction) -> None:
        added = ledger.add(extraction)
        new["documents"] += added.new
        if added.new:
            records.update(record.record for record in extraction.records)
        seen.append(extraction) if len(seen) < seen_limit else None

    seen_limit = 0 if not seen else len(seen)
    tally = work(paths, take, known=ledger.knows)
    return Intake(tally["read"], new["documents"], records)
