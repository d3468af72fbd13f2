"""Language knowledge as data: the TOML files of `packs/<code>`, read once. A language is added by adding a folder."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.errors import PackError

PACKS = Path(__file__).parent / "packs"


def languages() -> tuple[str, ...]:
    """Give the codes of the languages that can be read."""
    return tuple(sorted(p.name for p in PACKS.iterdir() if (p / "titles.toml").exists()))


@lru_cache(maxsize=64)
def table(language: str, name: str) -> dict[str, Any]:
    """Read one file of a pack; `PackError` names the file where it is missing or wrong."""
    path = PACKS / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from error
