"""extract and add: what is printed where, what is counted, and which exit code says what."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from click.testing import Result

from communique.ledger.ledgers import Ledger
from communique.records.kinds import from_row, to_row

Run = Callable[..., Result]


def test_extract_prints_json_lines_and_nothing_else(run: Run, folder: Path, story: SimpleNamespace) -> None:
    result = run("extract", str(folder), "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    given = [record for make in (story.second, story.first, story.third) for record in make().records]
    assert rows == [to_row(record) for record in given] and [from_row(row) for row in rows] == given
    assert (result.exit_code, result.stderr) == (0, "read 3, failed 0, skipped 0\n")
    assert "哈" not in result.stdout and "à Astana" in result.stdout


def test_explain_gives_the_reasons(run: Run, folder: Path) -> None:
    rows = [json.loads(line) for line in run("extract", str(folder), "--format", "jsonl", "--explain").stdout.splitlines()]
    assert [row["explain"] for row in rows if row["record"] == "figure"] == [["rule test-figure", "cue «a»"]]
    assert all(list(row)[-1] == "explain" for row in rows)
    assert "└ rule test-figure" in run("extract", str(folder), "--explain").stdout


def test_extract_reads_standard_input(run: Run, story: SimpleNamespace) -> None:
    result = run("extract", "-", "--format", "jsonl", input=story.FIRST.encode())
    assert result.exit_code == 0 and len(result.stdout.splitlines()) == 11


def test_failures_are_told_and_do_not_stop_the_rest(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Un texte que rien ne connaît.")
    (folder / "b.txt").write_text("Un texte qui sème la panique.")
    (folder / "c.bin").write_bytes(b"\x00")
    result = run("extract", str(folder), "nowhere.txt", "--format", "jsonl")
    *told, last = result.stderr.splitlines()
    assert (result.exit_code, last) == (0, "read 3, failed 3, skipped 1")
    assert told[0] == "failed: a.txt: a.txt: no syntax for this language"
    assert told[1] == "failed: b.txt: internal error, please report it: RecursionError: too deep"
    assert told[2].startswith("skipped: ") and told[3].startswith("failed: nowhere.txt: ")


def test_nothing_read_is_exit_code_1_and_wrong_usage_2(run: Run, folder: Path) -> None:
    result = run("extract", "nowhere.txt", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (1, "") and result.stderr.endswith("read 0, failed 1, skipped 0\n")
    assert run("add", "nowhere.txt").exit_code == 1
    for wrong in (["extract"], ["extract", "x", "--format", "xml"], ["nonsense"], ["brief", "CHN", "KAZ"]):
        assert run(*wrong).exit_code == 2


def test_hostile_text_cannot_reach_the_terminal(run: Run, folder: Path, reader: object, story: SimpleNamespace) -> None:
    reader.known["hostile"] = story.hostile()
    (folder / "\x1b[2Jevil[bold].txt").write_text("hostile")
    (folder / "\x1b]0;x\x07.txt").write_text("inconnu", encoding="utf-8")
    assert run("add", str(folder), "--ledger", "h.db").exit_code == 0
    shown = [run("extract", str(folder), "--explain")]
    shown += [run(*words, "--ledger", "h.db") for words in (["records"], ["search", "gras"], ["show", story.hostile().document.id])]
    for record in story.hostile().records:
        shown.append(run("show", record.id, "--ledger", "h.db"))
    for result in shown:
        assert result.exit_code == 0
        assert not any(c in result.stdout + result.stderr for c in "\x1b\x07\x00\u202e\x9b")
    assert "**gras**" in shown[0].stdout and "[bold]Rich[/bold]" in shown[2].stdout
    refused = run("show", "\x1b[31mzz", "--ledger", "h.db")
    assert refused.exit_code == 1 and "\x1b" not in refused.stderr


def test_add_fills_a_ledger_once(run: Run, folder: Path, reader: object) -> None:
    first = run("add", str(folder))
    assert first.exit_code == 0 and "3 new documents, 0 known already" in first.stdout
    assert first.stderr == "read 3, failed 0, skipped 0\n" and "encounter: meeting" in first.stdout
    assert len(reader.asked) == 3
    again = run("add", str(folder))
    assert again.exit_code == 0 and again.stderr == "read 3, failed 0, skipped 0\n"
    assert len(reader.asked) == 3, "what the ledger holds is not read again"
    with Ledger.open("communique.db") as ledger:
        assert len(list(ledger.documents())) == 3


def test_a_document_that_cannot_be_kept_is_a_failure_among_others(run: Run, folder: Path, reader: object) -> None:
    text = reader.known and next(text for text in reader.known if "tracteurs" in text)
    bad = reader.known[text]
    reader.known[text] = type(bad)(bad.document, (bad.records[0], bad.records[0]), {})
    result = run("add", str(folder))
    assert result.exit_code == 0 and "does not fit the tables" in result.stderr
    assert result.stderr.endswith("read 2, failed 1, skipped 0\n")


def test_the_environment_names_the_ledger(run: Run, folder: Path, tmp_path: Path) -> None:
    env = {"COMMUNIQUE_LEDGER": str(tmp_path / "other.db")}
    assert run("add", str(folder), env=env).exit_code == 0
    assert (tmp_path / "other.db").exists() and not Path("communique.db").exists()
    assert run("show", "doc-59", env=env).exit_code == run("records", env=env).exit_code == 0


def test_a_ledger_that_cannot_be_used_is_one_line(run: Run, folder: Path) -> None:
    Path("text.db").write_text("Ceci n'est pas une base.")
    for words in (
        ["add", str(folder)],
        ["records"],
        ["search", "x"],
        ["show", "x"],
        ["brief", "CHN", "KAZ", "--since", "2015"],
    ):
        result = run(*words, "--ledger", "text.db")
        assert result.exit_code == 1 and result.stderr.count("\n") == 1
        assert result.stderr.startswith("communique: text.db: this is no ledger")
    assert "there is no ledger" in run("records", "--ledger", "none.db").stderr


def test_the_demo_writes_what_it_says(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "demo"
    for _ in range(2):
        result = run("demo", str(folder), "--out", str(out))
        assert result.exit_code == 0 and "encounter: meeting" in result.stdout
        assert sorted(path.name for path in out.iterdir()) == [
            "brief-china-kazakhstan.html", "brief-china-kazakhstan.md", "demo.db",
        ]  # fmt: skip
        assert all(str(out / name) in result.stdout for name in ("brief-china-kazakhstan.html", "demo.db"))
    assert "<h1>China – Kazakhstan</h1>" in (out / "brief-china-kazakhstan.html").read_text()
    assert run("demo", "nowhere", "--out", str(out)).exit_code == 1
    Path("file").touch()
    assert "cannot be made" in run("demo", str(folder), "--out", "file/x").stderr
