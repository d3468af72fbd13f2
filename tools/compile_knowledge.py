"""Write the catalog's compiled files from its TOML sources: the rows, and each language's folded names.

With --check, fail when one is stale.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from communique.knowledge.catalog import COMPILED, build, read_sources
from communique.language import packs
from communique.language.names import names_file, names_table


def compiled() -> dict[Path, Any]:
    """Give what each compiled file must hold."""
    raw = read_sources()
    known = build(raw)
    return {COMPILED: raw} | {names_file(code): names_table(known, code) for code in packs.languages()}


def main() -> int:
    """Compile, or check."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    check = arguments.parse_args().check
    stale = 0
    for path, data in compiled().items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
        fresh = path.exists() and path.read_text(encoding="utf-8") == text
        stale += check and not fresh
        print(f"{path.name}: {'up to date' if fresh else 'stale: run `make knowledge`' if check else 'written'}")
        if not check:
            path.write_text(text, encoding="utf-8")
    return int(stale > 0)


if __name__ == "__main__":
    sys.exit(main())
