"""Rich tables of what was found. Article text is hostile: every cell is plain text without control codes or markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from communique.interfaces.lines import line, short_id
from communique.interfaces.terminal import marked, plain
from communique.ledger.passages import Passage
from communique.records.kinds import DocumentRecord, Record

if TYPE_CHECKING:
    from communique.ledger.searching import Hit

Reasons = Mapping[str, Sequence[str]]
UNBROKEN = ("date", "id", "records")


def _table(*headings: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold", vertical="top", min_width=4, no_wrap=heading in UNBROKEN)
    return table


def _titled(title: str, table: Table) -> Group:
    return Group(plain(title, "bold"), table) if title else Group(table)


def record_table(records: Iterable[tuple[Record, str]], *, title: str = "", reasons: Reasons | None = None) -> Group:
    """Give a line a record, each with the text it is from; with `reasons`, what each was read by stands under it."""
    table = _table("date", "kind", "who", "what", "id")
    for record, text in records:
        cells = line(record, text)
        what = plain(cells.what)
        for reason in (reasons or {}).get(record.id, ()):
            what.append("\n  └ ").append_text(plain(reason, "dim"))
        table.add_row(plain(cells.date), plain(cells.kind, "bold"), plain(cells.who), what, plain(short_id(record.id), "dim"))
    return _titled(title, table)


def document_title(record: DocumentRecord | None, name: str) -> str:
    """Name a document with its date and what the date rests on."""
    if record is None:
        return name
    basis = f" ({', '.join(record.published_basis)})" if record.published_basis else ""
    return f"{name} · {record.title or 'untitled'} · {record.published or 'undated'}{basis}"


def field_table(row: Mapping[str, Any], *, title: str = "", text: str = "") -> Group:
    """Give every field of a record or document, lists and parts on lines of their own, spans with their text."""
    table = _table("field", "value")
    for name, value in row.items():
        table.add_row(plain(name, "bold"), Text("\n").join(_values(value, text)))
    return _titled(title, table)


def _values(value: Any, text: str) -> list[Text]:
    if isinstance(value, list):
        return [shown for member in value for shown in _values(member, text)] or [plain("–", "dim")]
    if isinstance(value, dict) and "start" in value:
        return [plain(f"{value['start']}-{value['end']} «{text[value['start'] : value['end']]}»")]
    if isinstance(value, dict):
        return [plain(" · ".join(f"{key} {inner}" for key, inner in value.items() if inner is not None))]
    return [plain("–", "dim") if value is None else plain(value)]


def hit_table(hits: Iterable[tuple[Hit, str]]) -> Table:
    """Give a line a sentence found, its document named and the words marked."""
    table = _table("document", "sentence", "records")
    for hit, document in hits:
        sentence = marked([Passage(hit.start, hit.end, hit.text, hit.marks)])
        ids = Text("\n").join(plain(f"{kind} {short_id(identifier)}", "dim") for identifier, kind in hit.records)
        table.add_row(plain(document), sentence, ids)
    return table


def count_table(counts: Mapping[str, int], *, title: str = "") -> Group:
    """Give the number of records of each kind."""
    table = _table("kind", "records")
    table.columns[1].justify = "right"
    for kind, count in counts.items():
        table.add_row(plain(kind), plain(count))
    return _titled(title, table)
