"""What only dating needs to know (`facts.toml`): recurring meetings by number, days with a name, new names of states.

Cues around names and times too: every language that is read has them, names of meetings and days it may lack.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.errors import PackError
from communique.knowledge.shapes import Dated
from communique.language.folding import fold

_FILE = Path(__file__).parent / "facts.toml"


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring meeting: how it is named, and when each was held (EDTF)."""

    name: str
    pattern: re.Pattern[str]
    meetings: dict[int, str]


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of the year with a name."""

    name: str
    pattern: re.Pattern[str]
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts, with the names of one language."""

    series: tuple[Series, ...]
    any_series: re.Pattern[str]
    """Any of the series, to see whether a text names one at all."""
    fixed_days: tuple[FixedDay, ...]
    new_names: tuple[Dated, ...]
    cues: dict[str, re.Pattern[str]]
    """Words around a name or a time, by what they tell."""


@lru_cache(maxsize=8)
def facts(language: str) -> Facts:
    """Read the facts; `PackError` where the file is wrong."""
    try:
        data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
        named = [row for row in data["series"] if language in row]
        return Facts(
            tuple(_series(row, language) for row in named), _pattern([word for row in named for word in row[language]] or ["(?!)"]),
            tuple(
                FixedDay(row["name"], _pattern(row[language]), *map(int, row["day"].split("-")))
                for row in data["fixed_day"]
                if language in row
            ),
            tuple(Dated(name, row["from"]) for row in data["new_name"] for name in row.get(language, ())),
            {name: re.compile(pattern) for name, pattern in data["cues"][language].items()},
        )  # fmt: skip
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, re.error) as error:
        raise PackError(f"{_FILE}: {error}") from error


def _series(row: dict[str, Any], language: str) -> Series:
    return Series(row["name"], _pattern(row[language]), {int(n): held for n, held in row["meetings"].items()})


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(fold(w).replace(" ", r"\s") for w in words) + r")(?!\w)")
