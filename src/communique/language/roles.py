"""Offices named in a text: «le ministre kazakh des Affaires étrangères» is role, function and state with a span.

Heads and fields are data (titles.toml). What no field completes keeps the bare title; nothing is guessed from names here.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.language.folding import fold
from communique.language.names import Name
from communique.language.packs import table


@dataclass(frozen=True, slots=True)
class Role:
    """An office named in the text. `function` is `leader` or `counterpart` where the words only point to a person."""

    start: int
    end: int
    role: str
    function: str
    state: str
    organization: str = ""
    plural: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class _Titles:
    heads: re.Pattern[str]
    rows: dict[str, dict[str, Any]]
    fields: re.Pattern[str]
    field_of: dict[str, str]
    link: re.Pattern[str]
    former: re.Pattern[str]


@lru_cache(maxsize=8)
def _titles(language: str) -> _Titles:
    data = table(language, "titles")
    rows = {fold(word): row for row in data["title"] for word in row["words"]}
    field_of = {fold(word): row["field"] for row in data["portfolios"] for word in row["words"]}
    grammar = table(language, "grammar")["titles"]
    return _Titles(
        _words(rows, plural=False), rows, _words(field_of, plural=False), field_of,
        re.compile(grammar["link"]), re.compile(grammar["former"]),
    )  # fmt: skip


def _words(entries: dict[str, Any], *, plural: bool) -> re.Pattern[str]:
    longest_first = sorted(entries, key=lambda w: (-len(w), w))
    return re.compile(r"(?:(?<![\w-])|(?<=\bex-))(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w|-[a-z])")


def find_roles(folded: str, names: list[Name], language: str) -> list[Role]:
    """Give the offices named in a folded text, in order, none overlapping another."""
    titles = _titles(language)
    starts = {n.start: n for n in names}
    found: list[Role] = []
    at = 0
    while match := titles.heads.search(folded, at):
        role = _complete(match, folded, starts, titles)
        found.append(role)
        at = max(role.end, match.end())
    return found


def _complete(match: re.Match[str], folded: str, starts: dict[int, Name], titles: _Titles) -> Role:
    row = titles.rows[match[0]]
    end, state, organization, fields = _follow(match.end(), row["function"], folded, starts, titles)
    state = state or row.get("state", "")
    role, function = _named(row, fields, state)
    former = bool(titles.former.search(folded, max(0, match.start() - 14), match.start()))
    plural = match[0].split()[0].split("-")[-1].endswith("s") and match[0][:3] not in ("pdg",)
    return Role(match.start(), end, role, function, state, organization, plural, former)


_POSTED = ("ambassador", "other")


def _follow(at: int, function: str, folded: str, starts: dict[int, Name], titles: _Titles) -> tuple[int, str, str, list[str]]:
    """Read what follows a head: states, fields, organizations. Gives where it ends."""
    state = organization = ""
    fields: list[str] = []
    end = at
    while True:
        place = at + (folded[at : at + 1] == " ")
        name = starts.get(place)
        if name and name.kind in ("adjective", "combining"):
            state, at = state or name.key, name.end
            end = at
            continue
        link = titles.link.match(folded, at)
        if not link:
            return end, state, organization, fields
        at = link.end()
        name = starts.get(at)
        if name and name.kind == "state" and (link[0].strip() not in ("en", "au", "aux") or function in _POSTED):
            state, end = state or name.key, name.end
        elif name and name.kind == "place" and function in _POSTED:
            end = name.end
        elif name and name.kind == "organization":
            organization, end = organization or name.key, name.end
        elif field := titles.fields.match(folded, at):
            fields.append(titles.field_of[field[0]])
            end = field.end()
        elif "charge" not in link[0] and "adjoint" not in link[0] and "interim" not in link[0]:
            return end, state, organization, fields
        else:
            end = link.end() if link[0].rstrip()[-1] not in "esu" else end
            continue
        at = end


def _named(row: dict[str, Any], fields: list[str], state: str) -> tuple[str, str]:
    role = row.get("by_state", {}).get(state, row["role"])
    if not row.get("portfolio") or not fields:
        return role, row["function"]
    unique = list(dict.fromkeys(fields))
    if "Foreign Affairs" in unique:
        unique = ["Foreign Affairs"]
    function = "foreign-minister" if role == "Minister" and unique == ["Foreign Affairs"] else row["function"]
    return f"{role} of {' and '.join(unique)}", function


@lru_cache(maxsize=8)
def title_openings(language: str) -> frozenset[str]:
    """Give the first words of all titles: no name begins with one («Président Directeur Général»)."""
    return frozenset(word.split()[0].split("-")[0] for word in _titles(language).rows)


def role_of(function: str, state: str, language: str) -> str:
    """Give the usual title of a function in a state: head of government of China is «Premier»."""
    for row in table(language, "titles")["title"]:
        if row["function"] == function:
            return str(row.get("by_state", {}).get(state, row["role"]))
    return "Minister of Foreign Affairs" if function == "foreign-minister" else ""
