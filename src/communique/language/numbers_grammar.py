"""The number grammar of a language, compiled from its `numbers.toml`; and what a run of number words is worth.

Decides nothing about meaning. A run of words that is no number («trois deux») is refused.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from communique.language.packs import table

Bound = Literal["at-least", "at-most", "about"]
_PATTERNS = ("half_after", "half_before", "percent", "range_start", "range_link", "movement", "restated")
_BOUNDS: tuple[Bound, ...] = ("at-most", "at-least", "about")


@dataclass(frozen=True, slots=True)
class Currency:
    """A way to write money: its code, or the code that it has in each of several states."""

    code: str
    states: dict[str, str]


@dataclass(frozen=True)
class Grammar:
    """All that is known of a language's numbers."""

    words: dict[str, int]
    collective: dict[str, int]
    scales: dict[str, float]
    ordinals: dict[str, int]
    articles: frozenset[str]
    number: re.Pattern[str]
    currency: re.Pattern[str]
    currencies: tuple[Currency, ...]
    unit: re.Pattern[str]
    units: tuple[str, ...]
    ordinal: re.Pattern[str]
    before: tuple[tuple[Bound, re.Pattern[str]], ...]
    after: tuple[tuple[Bound, re.Pattern[str]], ...]
    patterns: dict[str, re.Pattern[str]]


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """Compile the number grammar of a language."""
    data = table(language, "numbers")
    rules = data["grammar"]
    of = rules["of"]
    money = "|".join(f"(?P<c{i}>{row['pattern']})" for i, row in enumerate(data["currency"]))
    units = "|".join(f"(?P<u{i}>{row['pattern']})" for i, row in enumerate(data["unit"]))
    ordinals = _choice(data["ordinals"])
    return Grammar(
        data["words"], data["collective"], data["scales"], data["ordinals"], frozenset(rules["article"]),
        _number(data, rules),
        re.compile(rf"(?:{of}|)(?:{money})(?![\w])"),
        tuple(Currency(row.get("code", ""), row.get("states", {})) for row in data["currency"]),
        re.compile(rf"(?:{of}|)(?:{rules['between']} )?(?:{units})(?![\w])"),
        tuple(row["unit"] for row in data["unit"]),
        re.compile(rf"{rules['ordinal_digits']}|(?<![\w-])(?P<word>{ordinals})(?![\w-])"),
        tuple((b, re.compile(data["bounds"][b])) for b in _BOUNDS),
        tuple((b, re.compile(data["bounds"][f"after_{b}"])) for b in _BOUNDS),
        {name: re.compile(rules[name]) for name in _PATTERNS},
    )  # fmt: skip


def _number(data: dict[str, Any], rules: dict[str, Any]) -> re.Pattern[str]:
    """Digits or words, then any scale words: «1 200,5», «vingt-trois», «une dizaine de milliards»."""
    word = _choice(data["words"])
    digits = r"\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
    scale = _choice(data["scales"])
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<digits>{digits})|(?P<words>(?:{word})(?:{rules['join']}(?:{word}))*(?!\w)){rules['again']}"
        rf"|(?:une? )?(?P<collective>{_choice(data['collective'])})(?!\w))"
        rf"(?P<scale>(?:(?: de | d'| |)(?:{scale})(?!\w))*)"
    )


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def digits_value(written: str) -> float:
    """Read digits with French separators: blanks and dots part thousands, a comma the decimals."""
    even = written.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", even):
        even = even.replace(".", "")
    return float(even.replace(",", "."))


def words_value(words: list[str], known: dict[str, int]) -> float | None:
    """Read a run of number words; None where they make no number."""
    total, group = 0, 0
    last = 0
    for word in words:
        value = known[word]
        if value == 1000:
            total, group = total + (group or 1) * 1000, 0
        elif value == 100:
            group = (group or 1) * 100
        elif value == 20 and group % 100 == 4:
            group += 76
        elif (
            last
            and last < 100
            and not (value < last and (last >= 20 or (last == 10 and value in (7, 8, 9))))
            and not (last == 60 and 10 <= value < 20)
        ):
            return None
        else:
            group += value
        last = 60 if value == 20 and group % 100 == 80 else value
    return float(total + group)
