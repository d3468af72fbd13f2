"""Each layer imports only what is below it, as pyproject.toml draws them."""

import subprocess
import sys
from pathlib import Path


def test_stages_import_only_what_is_below_them(root: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    checked = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "1 kept, 0 broken" in checked.stdout
