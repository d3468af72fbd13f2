"""The number grammar of a language, compiled from its `numbers.toml`: numerals, ordinals, currencies, units, bounds.

Decides nothing about meaning; what the numerals are worth is said by `numbers_values`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from communique.language.numbers_values import VULGAR
from communique.language.packs import table

Bound = Literal["at-least", "at-most", "about"]
_PATTERNS = (
    "percent", "percent_of", "range_start", "range_link", "movement_from", "movement", "restated", "labels", "idioms", "minus",
    "cents", "fraction_article",
)  # fmt: skip
_BOUNDS: tuple[Bound, ...] = ("at-most", "at-least", "about")


@dataclass(frozen=True, slots=True)
class Currency:
    """A way to write money: its code, or the code that it has in each of several states."""

    code: str
    states: dict[str, str]
    default: str
    """The code where none of these states is named."""


@dataclass(frozen=True)
class Grammar:
    """All that is known of a language's numbers."""

    words: dict[str, int]
    collective: dict[str, int]
    scales: dict[str, float]
    letters: dict[str, float]
    """Scales that are one letter, «500 M€»: beside money only."""
    ordinals: dict[str, int]
    fractions: dict[str, float]
    """«un demi-», «half a»: parts of a scale that follows."""
    more: dict[str, float]
    """«et demi», «and a half»: what is added to the number before."""
    denominators: dict[str, int]
    articles: frozenset[str]
    joiners: frozenset[str]
    choices: frozenset[str]
    """«and», and «or», of which the first may also join the words of one number."""
    decimal: str
    scores: bool
    number: re.Pattern[str]
    further: re.Pattern[str]
    added: re.Pattern[str]
    part: re.Pattern[str]
    fraction: re.Pattern[str]
    fraction_after: re.Pattern[str]
    """«And two thirds», of the scale before."""
    currency: re.Pattern[str]
    sign: re.Pattern[str]
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
    signs = "|".join(f"(?P<c{i}>{row['sign']})" for i, row in enumerate(data["currency"]) if "sign" in row)
    units = "|".join(f"(?P<u{i}>{row['pattern']})" for i, row in enumerate(data["unit"]))
    return Grammar(
        data["words"], data["collective"], data["scales"], data["letters"], data["ordinals"], data["fractions"], data["more"],
        data["denominators"], frozenset(rules["article"]), frozenset(rules["joiners"]), frozenset(rules["choices"]),
        rules["decimal"], rules["scores"],
        _number(data, rules), _further(data, rules), _added(data), _part(data, rules),
        re.compile(rf"(?<![\w.,/])(?:{_fraction(data, rules)})"),
        re.compile(rf"{rules['and']}(?:{_fraction(data, rules)})"),
        re.compile(rf"(?:{of}|)(?:{money})(?![\w])"),
        re.compile(rf"(?<![\w$])(?:{signs}) ?$"),
        tuple(Currency(row.get("code", ""), row.get("states", {}), row.get("default", "")) for row in data["currency"]),
        re.compile(rf"(?:{of}|)(?:{rules['between']} ){{0,2}}(?:{units})(?![\w])"),
        tuple(row["unit"] for row in data["unit"]),
        _ordinal(data, rules),
        tuple((b, re.compile(data["bounds"][b])) for b in _BOUNDS),
        tuple((b, re.compile(data["bounds"][f"after_{b}"])) for b in _BOUNDS),
        {name: re.compile(rules[name]) for name in _PATTERNS},
    )  # fmt: skip


def _number(data: dict[str, Any], rules: dict[str, Any]) -> re.Pattern[str]:
    """Digits or words, then any scale words: «1 200,5», «vingt-trois», «une dizaine de milliards», «two and a half million»."""
    join = rules["join"]
    words = _words(data["words"], join)
    signs = sorted({*rules["glued"], *(row["code"].lower() for row in data["currency"] if "code" in row and "sign" in row)})
    initials = "\\d.,-" + "".join(sorted({w[0] for w in (*data["words"], *data["collective"], "a", "u")}))
    glued = "|".join(rf"(?<=\b{re.escape(sign)})" for sign in signs)
    return re.compile(
        rf"(?=[{initials}])(?:(?<![\w.,/])(?<![^\W\d_]-)|(?=\d)(?:{glued}))(?:(?P<digits>{rules['digits']})(?!\d|/\d)|(?P<article>{rules['article_number']})"
        rf"|(?P<words>{words}(?!\w)){rules['again']}"
        rf"|(?:{rules['collective_article']})?(?P<collective>{_choice(data['collective'])})(?!\w))"
        rf"(?P<point>(?:{rules['point']})(?:\d+|(?:{_choice(data['words'])})(?:[ -](?:{_choice(data['words'])}))*)(?!\w))?"
        rf"(?P<more>{_more(data)})?{_scale(data, rules)}"
    )


def _further(data: dict[str, Any], rules: dict[str, Any]) -> re.Pattern[str]:
    """What goes on after a scale: «trois millions sept cent mille», «five million (and) 300 thousand»."""
    join = rules["join"]
    lower = rf"(?P<words>{_words(data['words'], join)})|(?P<digits>\d{{1,3}}(?=[ -]?(?:{_choice(data['scales'])}))|(?<=hundred and )\d\d?)"
    return re.compile(rf"(?:{join}|, )(?:{lower})(?!\w){_scale(data, rules)}")


def _scale(data: dict[str, Any], rules: dict[str, Any]) -> str:
    codes = "|".join(rules["glued_after"])
    return (
        rf"(?P<scale>(?:(?:{rules['scale_of']})(?:{_choice(data['scales'])})(?!\w))+"
        rf"| {{0,2}}(?:{_choice(data['letters'])})(?!\w)| ?(?:{_choice(data['letters'])})(?:(?=(?:{codes})\b)|(?=(?:us|c|a)?[$€£]))|)"
    )


def _words(words: Iterable[str], join: str) -> str:
    word = _choice(words)
    return rf"(?:{word})(?:{join}(?:{word})(?!\w))*"


def _more(data: dict[str, Any]) -> str:
    return rf" (?:{_choice(data['more'])})(?!\w)| ?(?:[{''.join(VULGAR)}])| {{1,2}}\d/[2-9](?![\d/])"


def _added(data: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(rf" (?P<more>{_choice(data['more'])})(?!\w)(?P<scale>(?: (?:{_choice(data['scales'])})(?!\w))?)")


def _part(data: dict[str, Any], rules: dict[str, Any]) -> re.Pattern[str]:
    """A part of a scale: «un demi-milliard», «half a million», «a quarter of a billion»."""
    return re.compile(rf"(?<![\w-])(?P<part>{_choice(data['fractions'])})(?:{rules['part_of']})(?P<scale>{_choice(data['scales'])})(?!\w)")


def _fraction(data: dict[str, Any], rules: dict[str, Any]) -> str:
    """A bare fraction: «trois cinquièmes», «2/3», «one out of twenty»; also after a whole number."""
    words = _words(data["words"], rules["join"])
    ordinals = _choice([*data["denominators"], *(w for w in data["ordinals"] if data["ordinals"][w] > 2)])
    run = rf"(?:{words}{rules['join']}(?:{_choice(data['ordinals'])})|(?:{ordinals}))s?"
    whole = rf"(?:(?P<whole>\d+|{words}){rules['and']})?"
    return (
        rf"(?:{whole}(?P<top>\d+|{words}|{rules['fraction_article']})(?:-| - | )(?P<bottom>{run})(?!\w)"
        rf"|(?P<over>\d+|{words})(?:{rules['out_of']})(?P<under>\d+|{words})(?!\w)"
        rf"|(?:(?P<units>\d+) {{1,2}})?(?P<digits>\d{{1,3}}/\d{{1,3}})(?![\w/])|(?P<vulgar>[{''.join(VULGAR)}]))"
    )


def _ordinal(data: dict[str, Any], rules: dict[str, Any]) -> re.Pattern[str]:
    join = rules["join"]
    words = rf"(?:{_words([*data['words'], *data['scales']], join)}{join})?(?:{_choice(data['ordinals'])})"
    return re.compile(rf"{rules['ordinal_digits']}|(?<![\w-])(?P<word>{words})(?![\w-])")


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
