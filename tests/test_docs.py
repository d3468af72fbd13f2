"""The docs cannot rot: generated files are fresh, commands and fields are documented, links and examples hold."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from communique.interfaces.cli import app
from communique.knowledge.catalog import DATA
from communique.reading.dating.constraints import STRENGTHS
from communique.records.kinds import KINDS, Force, Record
from communique.records.parts import Amount, Change, Party, Place, Span

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "training" / "README.md"])
COMMANDS = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback and not c.hidden]
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)")
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_HOST = re.compile(r"https?://[^/\s)>\"]*(?:pypi|index|mirror|artifact|nexus)[^/\s)>\"]*", re.IGNORECASE)


@pytest.mark.parametrize("tool", ["compile_knowledge.py", "generate_docs.py"])
def test_generated_files_are_fresh(tool: str) -> None:
    command = [sys.executable, str(ROOT / "tools" / tool), "--check"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"## {name}\n" in page
    assert f"communique {name}" in (ROOT / "README.md").read_text(encoding="utf-8"), "the README shows every command"


@pytest.mark.parametrize("model", [*KINDS, Span, Party, Place, Amount, Change], ids=lambda m: m.__name__)
def test_field_is_documented(model: type[Record]) -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    missing = [f.alias or name for name, f in model.model_fields.items() if f"| `{f.alias or name}` |" not in page]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    dead = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not dead


def test_commands_shown_exist() -> None:
    shown = {
        match[1]
        for page in PAGES
        for _, block in _FENCED.findall(page.read_text(encoding="utf-8"))
        for match in re.finditer(r"^(?:\$ )?communique ([a-z]+)", block, re.MULTILINE)
    }
    assert shown <= set(COMMANDS)


def test_make_targets_shown_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert shown <= targets


def test_python_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [code for kind, code in _FENCED.findall((ROOT / "README.md").read_text(encoding="utf-8")) if kind == "python"]
    assert examples
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    for code in examples:
        exec(compile(code, "README.md", "exec"), {})


def test_changelog_has_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_licences_stand_beside_what_they_cover() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    for pipeline in sorted((ROOT / "src/communique/language/pipelines").glob("*/config.cfg")):
        attribution = pipeline.parent / "ATTRIBUTION.md"
        wanted = ROOT / "training" / f"ATTRIBUTION.{pipeline.parent.name}.md"
        assert attribution.read_text(encoding="utf-8") == wanted.read_text(encoding="utf-8")


def test_no_file_names_an_index_or_a_folder_of_one_machine() -> None:
    folders = ("src", "tests", "tools", "training", "benchmarks", "docs", "samples", ".ci")
    kinds = {".py", ".md", ".toml", ".sh", ".cfg", ".j2", ".css", ".txt", ""}
    files = [p for f in folders for p in (ROOT / f).rglob("*") if p.is_file() and p.suffix in kinds and "pipelines" not in p.parts]
    files += [ROOT / "Makefile", ROOT / "pyproject.toml", *ROOT.glob("*.md"), ROOT / "NOTICE"]
    own = {str(ROOT), sys.prefix}
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        assert not _HOST.search(text), f"{path.relative_to(ROOT)} names a package index"
        assert not any(folder in text for folder in own), f"{path.relative_to(ROOT)} names a folder of this machine"


def test_every_basis_of_dating_is_explained() -> None:
    page = (ROOT / "docs" / "dating.md").read_text(encoding="utf-8")
    assert not [basis for basis in STRENGTHS if f"| `{basis}` |" not in page]


def test_every_force_is_explained() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    assert not [force for force in get_args(Force) if f"| `{force}` |" not in page]


def test_every_knowledge_file_is_explained() -> None:
    page = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
    assert not [path.name for path in DATA.glob("*.toml") if f"`{path.name}`" not in page]
