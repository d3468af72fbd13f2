"""Lengths of time of a text, «trois ans», «two and a half months», as ISO 8601 durations.

Reads numbers with a unit of the calendar, several in a row added up, and «a month», «toute l'année». Refuses hours and
minutes. What is a date counted in such units («three years ago») is told by `find_times`; the caller decides between them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.language.numbers import find_numbers
from communique.language.packs import table

_MARKS = {"day": "D", "weekend": "D", "week": "W", "month": "M", "quarter": "M", "half": "M", "year": "Y", "decade": "Y", "century": "Y"}
_WORTH = {"weekend": 2, "quarter": 3, "half": 6, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `value` is ISO 8601."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    unit: re.Pattern[str]
    whole: re.Pattern[str]
    join: re.Pattern[str]
    half: re.Pattern[str]
    halves: tuple[str, ...]
    units: dict[str, str]


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    words = table(language, "times")["words"]
    rules = table(language, "times")["durations"]
    units: dict[str, str] = {**words["units"], **words["unit"], **rules["units"]}
    choice = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return _Patterns(
        re.compile(rf"[ -]?(?P<unit>{choice})(?!\w)"),
        re.compile(rf"(?<![\w-])(?:{rules['whole']})(?:[ -]|(?<='))(?P<unit>{choice})(?!\w)"),
        re.compile(rules["join"]),
        re.compile(rules["half"]),
        tuple(rules["halves"]),
        units,
    )


def find_durations(text: str, folded: str, language: str) -> list[Duration]:
    """Give the durations of a text in order, none overlapping another."""
    known = _patterns(language)
    pieces: list[tuple[int, int, float, str]] = []
    for quantity in find_numbers(text, folded, language, every=True):
        if quantity.kind == "number" and (match := known.unit.match(folded, quantity.end)):
            half = known.half.match(folded, match.end())
            amount = quantity.value + (0.5 if half else 0)
            pieces.append((quantity.start, half.end() if half else match.end(), amount, known.units[match["unit"]]))
    for match in known.whole.finditer(folded):
        if all(match.end() <= p[0] or p[1] <= match.start() for p in pieces):
            half = known.half.match(folded, match.end())
            amount = (0.5 if any(w in match[0] for w in known.halves) else 1) + (0.5 if half else 0)
            pieces.append((match.start(), half.end() if half else match.end(), amount, known.units[match["unit"]]))
    return _joined(sorted(pieces), folded, known)


def _joined(pieces: list[tuple[int, int, float, str]], folded: str, known: _Patterns) -> list[Duration]:
    found: list[list[tuple[int, int, float, str]]] = []
    for piece in pieces:
        if found and known.join.fullmatch(folded, found[-1][-1][1], piece[0]) and found[-1][-1][3] != piece[3]:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [Duration(group[0][0], group[-1][1], _iso(group)) for group in found]


def _iso(group: list[tuple[int, int, float, str]]) -> str:
    totals = dict.fromkeys("YMWD", 0.0)
    for _, _, amount, unit in group:
        totals[_MARKS[unit]] += amount * _WORTH.get(unit, 1)
    return "P" + "".join(f"{value:g}{mark}" for mark, value in totals.items() if value)
