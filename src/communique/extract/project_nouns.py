"""The nouns of undertakings, compiled from the pack of a language, and what is read of one in a text."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from communique.extract.project_parts import Parts, parts_of
from communique.language.packs import table
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True)
class Noun:
    """A row of the pack."""

    kind: str
    pattern: re.Pattern[str]
    head: str
    sectors: tuple[str, ...]
    traits: frozenset[str]
    """`site`, `open`, `unique`, `joint`, `strict`, `model`, `named`: see the pack; `known`: goes by a name of its own."""
    near: re.Pattern[str] | None
    """Words without which it is no undertaking."""


@dataclass(frozen=True)
class Nouns:
    """The nouns of a language and the words around them."""

    rows: tuple[Noun, ...]
    any: re.Pattern[str]
    goods: dict[str, str]
    geography: dict[str, str]
    ordinals: dict[str, str]
    words: dict[str, re.Pattern[str]]
    of_words: frozenset[str]
    of_articles: frozenset[str]
    joining: frozenset[str]
    between: tuple[re.Pattern[str], ...]
    ends: dict[str, re.Pattern[str]]
    parts: Parts
    host: re.Pattern[str]
    crossing: tuple[frozenset[str], re.Pattern[str]]
    """Kinds that are named after what they cross: «un pont sur le Tage»."""
    owner: re.Pattern[str]
    names_before: bool
    """The name stands before the noun, «the X dam», or after «of»."""
    giving: frozenset[str]
    placed: frozenset[str]
    """Kinds whose own name is where they lie, though nothing knows it."""
    undated: frozenset[str]
    """Deeds whose day is not that of what is built: a study, a design."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A noun with its phrase; `proper` is the span of its own name, null where it has none."""

    noun: Noun
    sentence: Sentence
    token: Token
    start: int
    end: int
    noun_start: int
    noun_end: int
    label: tuple[int, int]
    proper: tuple[int, int] | None
    ends: tuple[str, ...] = ()
    """The names of the two states or places that it joins: «entre A et B»."""
    site: str = ""
    """The one of several places told after a plural where this one is: «two posts, at A and B»."""
    part: str = ""
    """The part of the site that is meant, in English: «two reactors»."""


@lru_cache(maxsize=8)
def nouns(language: str) -> Nouns:
    """Compile the undertakings of a language."""
    data = table(language, "projects")
    known = tomllib.loads((resources.files("communique.knowledge") / "data" / "undertakings.toml").read_text(encoding="utf-8"))
    listed = [{**row, "head": row["name"], "known": True, "open": True} for row in known["undertaking"]]
    written = [*listed, *data["noun"]]
    rows = tuple(_noun(row) for row in written)
    return Nouns(
        rows, re.compile(r"(?<![\w-])(?:" + "|".join(f"(?:{row['pattern']})" for row in written) + r")(?![\w-])"),
        data["goods"], data["geography"], data["ordinals"],
        {name: re.compile(pattern) for name, pattern in data["words"].items() if isinstance(pattern, str)},
        frozenset(data["words"]["of_words"]), frozenset(data["words"]["of_articles"]),
        frozenset(data["between"]["kinds"]), tuple(map(re.compile, data["between"]["patterns"])),
        {name: re.compile(data["between"][name]) for name in ("pair", "town", "dash", "lead")},
        parts_of(data["part"], data["parts"]["link"], data["words"]["plural"]), re.compile(data["hosts"]["link"]),
        (frozenset(data["crossing"]["kinds"]), re.compile(data["crossing"]["pattern"])), re.compile(data["crossing"]["owner"]),
        bool(data["words"].get("names_before")), frozenset(data["words"]["giving"]), frozenset(data["words"]["placed"]),
        frozenset(data["words"]["undated"]),
    )  # fmt: skip


def _noun(row: dict[str, Any]) -> Noun:
    traits = frozenset(t for t in ("site", "open", "unique", "joint", "strict", "model", "named", "known") if row.get(t))
    near = re.compile(row["near"]) if "near" in row else None
    return Noun(row["kind"], re.compile(rf"(?:{row['pattern']})(?![\w-])"), row["head"], tuple(row["sectors"]), traits, near)
