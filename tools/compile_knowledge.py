"""Write the catalog's one compiled file from its TOML sources; with --check, fail when it is stale."""

import argparse
import json
import sys

from communique.knowledge.catalog import COMPILED, build, read_sources


def main() -> int:
    """Compile, or check."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    check = arguments.parse_args().check
    raw = read_sources()
    build(raw)
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    if check:
        stale = not COMPILED.exists() or COMPILED.read_text(encoding="utf-8") != text
        print(f"{COMPILED.name} is {'stale: run python tools/compile_knowledge.py' if stale else 'up to date'}")
        return int(stale)
    COMPILED.write_text(text, encoding="utf-8")
    print(f"{COMPILED}: {len(text):,} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
