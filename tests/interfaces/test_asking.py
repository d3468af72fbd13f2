"""show, search, records, brief and doctor over a small ledger."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

from communique.interfaces.checking import sqlite_finding
from communique.interfaces.exports import columns
from communique.interfaces.options import RecordKind
from communique.ledger.ledgers import Ledger
from communique.records.kinds import BY_NAME, from_row, to_row

Run = Callable[..., Result]


def test_show_gives_all_fields_and_the_sentence_in_context(filled: Run) -> None:
    with Ledger.open("communique.db") as ledger:
        record = next(ledger.records(kind="commitment"))
    for prefix in (record.id, record.id[:16], record.id.split("-")[1][:8]):
        shown = filled("show", prefix).stdout
        assert "⟦La Chine construira une usine de tracteurs à Kostanaï avant 2019, a promis M. Li.⟧" in shown
        assert "162-195 «une usine de tracteurs à Kostanaï»" in shown and "rule test-commitment" in shown
        assert all(name in shown for name in to_row(record))


def test_show_gives_a_document_with_its_records(filled: Run) -> None:
    shown = filled("show", "doc-59").stdout
    assert "premier.txt" in shown and "encounter: meeting" in shown and "2016-11-04 (dateline, weekday)" in shown


def test_an_id_of_nothing_or_of_several_is_told(filled: Run) -> None:
    for prefix in ("zz", "doc"):
        result = filled("show", prefix)
        assert (result.exit_code, result.stdout) == (1, "") and result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["tracteurs"], 2),
        (["usine", "promis"], 1),
        (["tracteurs", "--kind", "commitment"], 1),
        (["tracteurs", "--between", "CHN", "KAZ"], 2),
        (["tracteurs", "--between", "chine", "Kazakhstan"], 2),
        (["uranium", "--between", "CHN", "KAZ"], 0),
        (["tracteurs", "--since", "2018-03"], 2),
        (["tracteurs", "--until", "2016-11-03", "--kind", "statement"], 1),
        (["tracteurs", "--limit", "1"], 1),
        (["(("], 0),
    ],
)
def test_search(filled: Run, words: list[str], count: int) -> None:
    result = filled("search", *words, "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == count and result.exit_code == (0 if count else 1)
    assert all(row["text"][m["start"] - row["start"] : m["end"] - row["start"]] for row in rows for m in row["marks"])
    assert filled("search", *words).exit_code == result.exit_code


@pytest.mark.parametrize("wrong", [["--kind", "treaty"], ["--since", "hier"], ["--between", "CHN", "Narnia"], ["--limit", "0"]])
def test_a_wrong_option_is_wrong_usage(filled: Run, wrong: list[str]) -> None:
    result = filled("search", "x", *wrong)
    assert (result.exit_code, result.stdout) == (2, "")


def test_records_as_json_lines_come_back(filled: Run) -> None:
    lines = filled("records", "--format", "jsonl").stdout.splitlines()
    with Ledger.open("communique.db") as ledger:
        assert [from_row(json.loads(line)) for line in lines] == list(ledger.records())


def test_records_as_csv_have_every_field(filled: Run) -> None:
    for kind in (None, *BY_NAME):
        result = filled("records", "--format", "csv", *(["--kind", kind] if kind else []))
        rows = list(csv.reader(io.StringIO(result.stdout)))
        assert rows[0] == columns(kind) and {len(row) for row in rows} == {len(rows[0])} and len(rows) > 1
    assert "China (CHN); Kazakhstan (KAZ)" in filled("records", "--format", "csv").stdout


def test_a_spreadsheet_computes_nothing(filled: Run, folder: Path, reader: object, story: SimpleNamespace) -> None:
    reader.known["hostile"] = story.hostile()
    (folder / "h.txt").write_text("hostile")
    filled("add", str(folder))
    cells = [cell for row in csv.reader(io.StringIO(filled("records", "--format", "csv").stdout)) for cell in row]
    assert "'=cmd|<b>.txt" in cells and not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


def test_the_kinds_on_the_command_line_are_the_kinds_there_are() -> None:
    assert [kind.value for kind in RecordKind] == list(BY_NAME)


def test_a_brief_goes_to_a_file_or_to_standard_output(filled: Run, tmp_path: Path) -> None:
    printed = filled("brief", "CHN", "Kazakhstan", "--since", "2015", "--as-of", "2020", "--language", "fr")
    assert printed.exit_code == 0 and printed.stdout.startswith("# Chine – Kazakhstan\n")
    written = filled("brief", "CHN", "KAZ", "--since", "2015", "--format", "html", "--out", "b.html")
    assert (written.exit_code, written.stdout) == (0, "") and Path("b.html").read_text().startswith("<!DOCTYPE html>")
    failed = filled("brief", "CHN", "KAZ", "--since", "2015", "--out", "no/b.md")
    assert failed.exit_code == 1 and "no/b.md: cannot be written" in failed.stderr
    assert not list(tmp_path.glob("*.part"))


def test_doctor_tells_a_sound_ledger_from_a_broken_one(filled: Run) -> None:
    well = filled("doctor")
    assert well.exit_code == 0 and "communique.db: sound, 3 document" in well.stdout and "sqlalchemy" in well.stdout
    assert filled("doctor", "--ledger", "none.db").exit_code == 0
    Path("text.db").write_text("Ceci n'est pas une base.")
    ill = filled("doctor", "--ledger", "text.db")
    assert ill.exit_code == 1 and "no ledger" in ill.stdout


@pytest.mark.parametrize(
    ("version", "warns"),
    [((3, 6, 23), False), ((3, 7, 0), True), ((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False)],
)
def test_sqlite_versions_that_can_corrupt_the_log(version: tuple[int, int, int], warns: bool) -> None:
    assert ("can corrupt" in sqlite_finding(version)) is warns
