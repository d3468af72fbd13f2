"""The time grammar of a language, compiled from its `times.toml`: words become slots, rules and frames become patterns.

Decides nothing about meaning: it says which words a slot takes and what number each stands for. A rule without a known
slot, sense or table is an error that names it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.errors import PackError
from communique.language.folding import fold
from communique.language.packs import table
from communique.language.times_needs import any_of, required_slots, slot_words

Values = dict[str, dict[str, Any]]
"""Slot → folded word → what it stands for."""

_SLOT = re.compile(r"\{(\w+)(?::(\d))?\}")
_NUMERIC = {
    "year": r"(?:1[89]|20|21)\d\d", "mm": r"(?:0?[1-9]|1[0-2])", "dd": r"(?:0?[1-9]|[12]\d|3[01])",
}  # fmt: skip
_LISTS = {
    "month": "months",
    "weekday": "weekdays",
    "number": "numbers",
    "ordinal": "ordinals",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: what it makes, and whether it counts by itself."""

    pattern: re.Pattern[str]
    sense: str
    kind: str
    weak: str
    case: str
    """`lower`: a name of a month with a capital is another's; `upper`: one without is another word; else empty."""
    unless: re.Pattern[str] | None
    """What may not stand before it in its sentence."""
    bare: bool
    """Read only in a text that is nothing but a phrase: in news it would mean something else."""
    needs: tuple[frozenset[str], ...]
    """Of each slot that every match fills, words of which one must stand there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words around a time, or between two, that say what it is: a limit, a beginning, an interval."""

    kind: str
    before: re.Pattern[str]
    between: re.Pattern[str] | None
    after: re.Pattern[str] | None
    """What must follow; a group `tail` belongs to the time."""
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that `times.toml` says."""

    rules: tuple[Rule, ...]
    frames: tuple[Frame, ...]
    join: re.Pattern[str]
    gap: re.Pattern[str]
    """What may stand between «two days before» and its day."""
    lead: re.Pattern[str]
    """A preposition that the second of two times brings along: «de 2007 à la fin de 2008»."""
    values: Values
    ordinal_marks: re.Pattern[str]
    before_names: re.Pattern[str] | None
    """What stands before a month that a capital follows, where else it is someone's name."""
    tense: dict[str, re.Pattern[str]]
    """Signs of tense by name: `future`, `past`, `unclear`, `pluperfect`, `distant`; `clause`: where a clause ends."""


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """Compile the grammar of a language once; `PackError` names the row that is wrong."""
    data = table(language, "times")
    words, values = data["words"], _values(data["words"])
    slots = _slots(words, values)
    needed = slot_words(slots, values)
    tense = {name: re.compile(pattern) for name, pattern in data["tense"].items()}
    return Grammar(
        tuple(_rule(row, slots, needed) for row in data["rule"]),
        tuple(_frame(row, words) for row in data["frame"]),
        re.compile(_blanks(data["coordination"]["join"]) + r"\s?"), re.compile(_blanks(data["coordination"]["gap"])),
        re.compile(_blanks(data["coordination"]["lead"])),
        values, re.compile(words["ordinal_marks"] + "$"),
        re.compile(words["before_names"]) if "before_names" in words else None, tense,
    )  # fmt: skip


def _values(words: dict[str, Any]) -> Values:
    values: Values = {}
    for slot, name in _LISTS.items():
        values[slot] = {fold(w): i for i, cell in enumerate(words[name], 1) for w in cell.split("|")}
    values["number"] |= {fold(w): n for w, n in words["more_numbers"].items()}
    values["ordinal"] |= {fold(w): n for w, n in words["more_ordinals"].items()}
    for slot in ("number", "ordinal"):
        values[slot] |= {w.replace("-", " "): n for w, n in values[slot].items()}
    for name, entry in words.items():
        if name.startswith(("more_", "ordinal_", "day_", "first_", "slot_")) or name in _LISTS.values():
            continue
        if isinstance(entry, dict):
            values["season" if name == "seasons" else name] = {fold(w): v for w, v in entry.items()}
        elif isinstance(entry, list):
            values[name] = {fold(w): True for w in entry}
    return values


def _slots(words: dict[str, Any], values: Values) -> dict[str, str]:
    slots = {name: any_of(entries) for name, entries in values.items()} | _NUMERIC
    if "slot_year" in words:
        slots["year"] = rf"(?:{_NUMERIC['year']}|{words['slot_year'].format(**slots)})"
    days = any_of({w: n for w, n in values[words["day_words"]].items() if 1 < n < 32 or w == words["first_day"]})
    slots["day"] = rf"(?<![\d.,/$€£])(?<![$€£] )(?:(?:[12]\d|3[01]|0?[1-9]){words['day_marks']}|{words['first_day']}|{days})"
    slots["word_day"] = any_of({w: n for w, n in values["number"].items() if 1 < n < 32})
    slots["count"] = rf"(?:\d{{1,3}}|{slots['number']}|{words['slot_dozens'].format(dozens=slots['dozens'])})"
    slots["ordinal"] = rf"(?:\d{{1,3}}{words['ordinal_marks']}|{slots['ordinal']})"
    return slots


def _rule(row: dict[str, Any], slots: dict[str, str], words: dict[str, frozenset[str]]) -> Rule:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in slots:
            raise PackError(f"times.toml: a rule has the unknown slot '{{{match[1]}}}': {row['pattern']}")
        return f"(?P<{match[1]}{match[2] or ''}>{slots[match[1]]})"

    pattern = _blanks(_SLOT.sub(fill, row["pattern"]))
    try:
        compiled = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
    except re.error as error:
        raise PackError(f"times.toml: {error} in the rule {row['pattern']}") from error
    unless = re.compile(rf"(?:{_blanks(row['unless'])})[^.;!?]*$") if "unless" in row else None
    return Rule(
        compiled,
        row["sense"],
        row.get("kind", "date"),
        row.get("weak", ""),
        row.get("case", ""),
        unless,
        row.get("bare", False),
        tuple(words[slot] for slot in sorted(required_slots(row["pattern"])) if slot in words),
    )


def _frame(row: dict[str, Any], words: dict[str, Any]) -> Frame:
    after = row.get("after")
    return Frame(
        row["kind"],
        re.compile(rf"(?<![\w'-])(?:{_blanks(row['before'])})\s?$"),
        re.compile(rf"\s?(?:{_blanks(row['between'])})\s?") if "between" in row else None,
        re.compile(_blanks(words.get(after, after))) if after else None,
        frozenset(row.get("of", ())),
    )


def _blanks(pattern: str) -> str:
    """Let a blank of a pattern match a line break too."""
    return pattern.replace(" ", r"\s")
