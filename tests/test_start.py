"""`communique --help` answers at once: nothing heavy is imported before a command runs."""

import subprocess
import sys

import pytest

HEAVY = [
    "spacy",
    "thinc",
    "numpy",
    "trafilatura",
    "lxml",
    "py3langid",
    "pypdfium2",
    "sqlalchemy",
    "jinja2",
    "ahocorasick",
]


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    code = (
        "import sys\nfrom communique.interfaces.cli import app\nsys.argv = ['communique', '--help']\n"
        "try:\n    app()\nexcept SystemExit:\n    pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert "extract" in done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize("module", HEAVY)
def test_help_does_not_import(loaded: set[str], module: str) -> None:
    assert module not in loaded
