"""The titles of a language as patterns: heads of offices, fields of ministries, and what may stand around them.

All words are data: `titles.toml` and the section [titles] of `grammar.toml`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.language.folding import fold
from communique.language.packs import table


@dataclass(frozen=True, slots=True)
class Titles:
    """What a language calls offices and fields, and the patterns around them by name."""

    heads: re.Pattern[str]
    rows: dict[str, dict[str, Any]]
    plurals: frozenset[str]
    fields: tuple[re.Pattern[str], ...]
    field_before: re.Pattern[str]
    field_of: dict[str, str]
    grammar: dict[str, re.Pattern[str]]


@lru_cache(maxsize=8)
def titles(language: str) -> Titles:
    """Give the titles of a language, made once."""
    data = table(language, "titles")
    rows = {fold(word): row for row in data["title"] for word in [*row["words"], *row.get("plurals", [])]}
    plurals = frozenset(fold(word) for row in data["title"] for word in row.get("plurals", []))
    field_of = {fold(word): row["field"] for row in data["portfolios"] for word in row["words"]}
    listed, words = _either(field_of), _field_of_words(data["fields"], [w for w in field_of if " " not in w])
    field = rf"(?:{words}|{listed})"
    return Titles(
        re.compile(rf"(?:(?<![\w-])|(?<=\bex-))(?:{_either(rows)})(?!\w|-[a-z])"), rows, plurals,
        (re.compile(rf"{listed}(?![\w-])"), re.compile(rf"{words}(?![\w-])")),
        re.compile(rf"(?<![\w-]){field}(?:(?:, |,? and | & ){field})* $"), field_of,
        {name: re.compile(pattern) for name, pattern in table(language, "grammar")["titles"].items()},
    )  # fmt: skip


def _either(entries: Iterable[str]) -> str:
    longest_first = sorted(entries, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _field_of_words(words: dict[str, list[str]], listed: list[str]) -> str:
    """Give the pattern of a field made of the words of fields, the last of which is no mere adjective; none where there are none."""
    last, any_word = _either([*words["words"], *listed]), _either([*words["words"], *words["first"], *listed])
    return rf"(?:{any_word}[\s-])*{last}" if words["words"] else "(?!)"


def field_name(words: str, known: Titles) -> str:
    """Give the canonical name of a field, its own words where the pack lists no other."""
    return known.field_of.get(words) or " ".join(w.capitalize() for w in words.split())


@lru_cache(maxsize=8)
def title_openings(language: str) -> frozenset[str]:
    """Give the first words of all titles: no name begins with one («Président Directeur Général»)."""
    return frozenset(word.split()[0].split("-")[0] for word in titles(language).rows)


def role_of(function: str, state: str, language: str) -> str:
    """Give the usual title of a function in a state: head of government of China is «Premier»."""
    for row in table(language, "titles")["title"]:
        if row["function"] == function:
            return str(row.get("by_state", {}).get(state, row["role"]))
    return ""
