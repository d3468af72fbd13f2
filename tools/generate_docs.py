"""Write the docs that are derived from the code: records.md, commands.md, schema/*.json; --check tells stale ones.

An annotation or a command without its sentence is an error: nothing is documented by silence.
"""

import argparse
import json
import sys
from pathlib import Path

import command_docs
import record_docs

from communique.interfaces.cli import app
from communique.records.kinds import KINDS

DOCS = Path(__file__).resolve().parent.parent / "docs"


def generated() -> dict[Path, str]:
    """Give each derived file and its text."""
    files = {
        DOCS / "records.md": record_docs.page(),
        DOCS / "commands.md": command_docs.page(app),
    }
    for kind in KINDS:
        schema = json.dumps(record_docs.schema(kind), ensure_ascii=False, indent=2)
        files[DOCS / "schema" / f"{record_docs.name(kind)}.json"] = schema + "\n"
    return files


def main() -> int:
    """Write, or check."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    check = arguments.parse_args().check
    files = generated()
    stale = [p for p, text in files.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    left = sorted(set((DOCS / "schema").glob("*.json")) - set(files))
    if check:
        for path in stale + left:
            print(f"docs/{path.relative_to(DOCS)} is stale: run `make docs`")
        return int(bool(stale or left))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
    for path in left:
        path.unlink()
    print(f"{len(files)} files, {len(stale)} written, {len(left)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
