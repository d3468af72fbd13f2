"""Rich tables of what was found. Article text is hostile: every cell is plain text without control codes or markup."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from communique.interfaces.lines import line, short_id
from communique.interfaces.terminal import marked, plain
from communique.ledger.passages import Passage
from communique.ledger.searching import Hit
from communique.records.kinds import DocumentRecord, Record

Reasons = Mapping[str, Sequence[str]]


def _table(*headings: str, title: str = "") -> Table:
    table = Table(box=SIMPLE_HEAD, title=plain(title, "bold") if title else None, title_justify="left", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold", vertical="top", min_width=4)
    return table


def record_table(records: Iterable[tuple[Record, str]], *, title: str = "", reasons: Reasons | None = None) -> Table:
    """Give a line a record, each with the text it is from; with `reasons`, what each was read by stands under it."""
    table = _table("date", "kind", "who", "what", "id", title=title)
    for record, text in records:
        cells = line(record, text)
        what = plain(cells.what)
        for reason in (reasons or {}).get(record.id, ()):
            what.append("\n  └ ").append_text(plain(reason, "dim"))
        table.add_row(
            plain(cells.date), plain(cells.kind, "bold"), plain(cells.who), what, plain(short_id(record.id), "dim")
        )
    return table


def document_title(record: DocumentRecord | None, name: str) -> str:
    """Name a document with its date and what the date rests on."""
    if record is None:
        return name
    basis = f" ({', '.join(record.published_basis)})" if record.published_basis else ""
    return f"{name} · {record.title or 'untitled'} · {record.published or 'undated'}{basis}"


def field_table(row: Mapping[str, Any], *, title: str = "") -> Table:
    """Give every field of a record or document, lists and parts on lines of their own."""
    table = _table("field", "value", title=title)
    for name, value in row.items():
        table.add_row(plain(name, "bold"), Text("\n").join(_values(value)))
    return table


def _values(value: Any) -> list[Text]:
    if isinstance(value, list):
        return [text for member in value for text in _values(member)] or [plain("–", "dim")]
    if isinstance(value, dict):
        return [plain(" · ".join(f"{key} {inner}" for key, inner in value.items() if inner is not None))]
    return [plain("–", "dim") if value is None else plain(value)]


def hit_table(hits: Iterable[tuple[Hit, str]]) -> Table:
    """Give a line a sentence found, its document named and the words marked."""
    table = _table("document", "sentence", "records")
    for hit, document in hits:
        sentence = marked([Passage(hit.start, hit.end, hit.text, hit.marks)])
        ids = Text("\n").join(plain(short_id(identifier), "dim") for identifier, _ in hit.records)
        table.add_row(plain(document), sentence, ids)
    return table


def count_table(counts: Mapping[str, int], *, title: str = "") -> Table:
    """Give the number of records of each kind."""
    table = _table("kind", "records", title=title)
    table.columns[1].justify = "right"
    for kind, count in counts.items():
        table.add_row(plain(kind), plain(count))
    return table
