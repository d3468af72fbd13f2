"""The command as a process: quick to answer, quiet when its reader leaves."""

import subprocess
import sys
import time
from pathlib import Path

HEAVY = ("pydantic", "sqlalchemy", "spacy", "jinja2", "rich", "numpy", "communique.pipeline",
         "communique.records.kinds",
         "communique.ledger", "communique.knowledge", "trafilatura")  # fmt: skip


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "communique", *arguments], capture_output=True, text=True, **options)


def test_the_command_line_imports_nothing_heavy() -> None:
    code = f"import sys, communique.interfaces.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_help_answers_at_once() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        result = command("--help")
        times.append(time.perf_counter() - start)
        assert result.returncode == 0 and result.stdout.startswith("Usage: communique ")
        assert all(name in result.stdout for name in ("extract", "add", "show", "search", "records", "brief", "doctor", "demo"))
    assert min(times) < 1.0, "0.3 s on an idle machine; the margin is for a busy one"


def test_no_arguments_show_the_help() -> None:
    result = command()
    assert result.returncode == 2 and "Usage: communique" in result.stdout + result.stderr


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    code = (
        "import sys, os; os.close(0); from communique.interfaces import cli, asking; "
        "asking.list_records = lambda *_: [sys.stdout.write('x' * 80 + '\\n') for _ in range(100000)] and None; "
        "sys.argv = ['communique', 'records']; cli.main()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        assert (process.wait(), told) == (141, b"")
