"""What the slots of a matched rule mean: one function a sense, listed in `SENSES`. Null where they make no time."""

import re
from collections.abc import Callable
from typing import Any

from communique.language.times_grammar import Grammar
from communique.language.times_meaning import (
    Calendar,
    Decade,
    Firsts,
    Lean,
    Meaning,
    Nth,
    Offset,
    Part,
    Several,
    Shifted,
    Span,
    Stretch,
    Unit,
    Vague,
    WeekOf,
)


class Slots:
    """The slots of one match, as numbers."""

    def __init__(self, match: re.Match[str], grammar: Grammar) -> None:
        self.words: dict[str, str | None] = match.groupdict()
        self.grammar = grammar

    def word(self, slot: str) -> str:
        """Give the folded words that a slot took, empty where it took none."""
        return re.sub(r"\s+", " ", self.words.get(slot) or "")

    def value(self, slot: str, of: str = "") -> Any:
        """Give what the words of a slot stand for, null where it took none."""
        word = self.word(slot)
        return self.grammar.values[of or slot].get(word) if word else None

    def number(self, slot: str) -> int | None:
        """Give the digits of a slot as a number: «1er» is 1."""
        word = self.word(slot)
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else 1 if word and slot.startswith("day") else None

    def count(self) -> int:
        """Give how many units: «3», «trois», «une trentaine d'»."""
        word = self.word("count")
        if word.isdigit():
            return int(word)
        plain = re.sub(r"^(?:une|la) | d[e']$", "", word)
        return int(self.grammar.values["number"].get(word) or self.grammar.values["dozens"].get(plain) or 1)

    def ordinal(self) -> int | None:
        """Give which one: «troisième», «3e»."""
        return self.number("ordinal") or self.value("ordinal")

    def unit(self) -> Unit:
        """Give the unit, of one or of several."""
        unit: Unit = self.value("units") or self.value("unit")
        return unit

    @property
    def lean(self) -> Lean:
        """Where «last» or «next» points."""
        return "past" if self.word("past") else "future" if self.word("future") else "this" if self.word("this") else ""

    @property
    def part(self) -> Part:
        """Which part: its beginning, middle or end."""
        return "early" if self.word("early") else "mid" if self.word("mid") else "late" if self.word("late") else ""


def _calendar(s: Slots) -> Meaning | None:
    division = s.value("season")
    if s.word("quarter"):
        division = 32 + int(s.word("quarter"))
    if s.word("division"):
        division = s.value("division") + (s.ordinal() or 1)
        if s.ordinal() is None or not 33 <= division <= 41 or (s.value("division") == 32 and division > 36):
            return None
    day = s.number("day") or s.number("dd")
    month = s.value("month") or s.number("mm")
    if day and month and day > (29 if month == 2 else 31 - (month in (4, 6, 9, 11))):
        return None
    year = s.number("year") or _full_year(s.word("yy"))
    return Calendar(year, s.value("relyear"), month, day, s.value("weekday"), division, s.part, s.lean)


def _full_year(digits: str) -> int | None:
    """«16» is 2016, «74» is 1974."""
    return None if not digits else int(digits) + (2000 if int(digits) < 50 else 1900)


def _days(s: Slots) -> Meaning | None:
    def on(slot: str, weekday: int | None) -> Calendar:
        return Calendar(s.number("year"), s.value("relyear"), s.value("month"), s.number(slot), weekday, lean=s.lean)

    last = "day3" if s.word("day3") else "day2"
    first = on("day", s.value("weekday"))
    end = on(last, s.value("weekday2", "weekday"))
    low, high = first.day or 0, end.day or 0
    if low >= high:
        return None
    listed = "day3" in s.words or s.word("join").strip()[:2] in ("et", "&")
    if listed and high - low > (2 if last == "day3" else 1):
        middle = (on("day2", None),) if last == "day3" else ()
        return Several((first, *middle, end))
    return Span(first, end)


def _years(s: Slots) -> Meaning | None:
    first = s.number("year") or 0
    last = s.number("year2") or first // 100 * 100 + int(s.word("yy") or 0)
    if last <= first or (s.word("yy") and last != first + 1):
        return None
    return Span(Calendar(first), Calendar(last))


def _weekday_of_week(s: Slots) -> Meaning | None:
    return Shifted(Offset("week", s.value("relweek")), s.value("weekday") - 1)


def _unit(s: Slots) -> Meaning | None:
    return Offset(s.unit(), {"past": -1, "future": 1}.get(s.lean, 0))


def _decade(s: Slots) -> Meaning | None:
    year = int(s.word("decade") or s.value("number"))
    if year % 10 or year < 20:
        return None
    return Decade(year if year > 99 else 1900 + year if year >= 20 else 2000 + year)


def _nth(s: Slots) -> Meaning | None:
    count = -1 if s.word("past") else s.ordinal()
    unit = "weekday" if s.word("weekday") else s.unit()
    if count is None or unit not in ("day", "week", "weekend", "weekday"):
        return None
    return Nth(count, unit, s.value("weekday") or 0, Calendar(s.number("year"), month=s.value("month")))


def _firsts(s: Slots) -> Meaning | None:
    year, shift = s.number("year"), s.value("relyear")
    return Firsts(s.unit(), s.count(), Calendar(year, 0 if year is None and shift is None else shift))


SENSES: dict[str, Callable[[Slots], Meaning | None]] = {
    "calendar": _calendar,
    "days": _days,
    "years": _years,
    "weekday_of_week": _weekday_of_week,
    "year_of_writing": lambda s: Calendar(shift=0, part=s.part),
    "unit_of_writing": lambda s: Offset(s.unit(), 0),
    "decade": _decade,
    "century": lambda s: Decade(100 * ((s.ordinal() or 1) - 1), 100),
    "week_of": lambda s: WeekOf(Calendar(s.number("year"), month=s.value("month"), day=s.number("day"))),
    "nth": _nth,
    "deictic": lambda s: Offset("day", s.value("deictic")),
    "anaphor": lambda s: Shifted(Vague(), s.value("anaphor")),
    "unit": _unit,
    "ago": lambda s: Offset(s.unit(), -s.count(), point=True),
    "ahead": lambda s: Offset(s.unit(), s.count(), point=True),
    "since_ago": lambda s: Span(Offset(s.unit(), -s.count(), point=True), None),
    "last": lambda s: Stretch(s.unit(), -s.count()),
    "next": lambda s: Stretch(s.unit(), s.count()),
    "firsts": _firsts,
    "anniversary": lambda s: Offset("year", -(s.ordinal() or 0), point=True),
    "vague": lambda s: Vague(),
}
