"""What the slots of a matched rule mean: one function a sense, listed in `SENSES`. Null where they make no time."""

import re
from collections.abc import Callable
from typing import Any

from communique.language.times_figures import Order
from communique.language.times_grammar import Grammar
from communique.language.times_meaning import (
    Calendar,
    Decade,
    Either,
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

_DAYS = {"day": 1, "weekend": 7, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Slots:
    """The slots of one match, as numbers."""

    def __init__(self, match: re.Match[str], grammar: Grammar, order: Order = "") -> None:
        self.words: dict[str, str | None] = match.groupdict()
        self.grammar, self.order = grammar, order
        self.month_first = match.group().find("/") >= 0 or match.group().find("-") >= 0
        """Is a date of figures read with its month first, where the page may mean the day?"""
        if self.words.get("mm") and self.words.get("dd"):
            before = [match.start(slot) for slot in ("year", "dd") if self.words.get(slot)]
            self.month_first &= all(match.start("mm") < start for start in before)

    def word(self, slot: str) -> str:
        """Give the folded words that a slot took, empty where it took none."""
        return re.sub(r"\s+", " ", self.words.get(slot) or "")

    def value(self, slot: str, of: str = "") -> Any:
        """Give what the words of a slot stand for, null where it took none."""
        word = self.word(slot)
        return self.grammar.values[of or slot].get(word) if word else None

    def number(self, slot: str) -> int | None:
        """Give the digits of a slot as a number: «1er» is 1; a year may stand in words."""
        word = self.word(slot)
        digits = re.match(r"\d+", word)
        if word and not digits and slot.startswith("year"):
            return self.year_in_words(word)
        if digits or not slot.startswith("day"):
            return int(digits[0]) if digits else None
        known = self.grammar.values
        return int(known["number"].get(word) or known["ordinal"].get(word) or 1) if word else None

    def year_in_words(self, word: str) -> int | None:
        """Read «nineteen seventy-eight», «two thousand and fifteen»."""
        known: dict[str, int] = self.grammar.values["year_word"]
        worth = [known[w] for w in re.split(r"[ -]+", word) if w in known]
        if 1000 in worth:
            return worth[0] * 1000 + sum(worth[2:])
        return worth[0] * 100 + sum(w for w in worth[1:] if w != 100)

    def count(self, slot: str = "count") -> int:
        """Give how many units: «3», «trois», «une trentaine d'»."""
        word = self.word(slot)
        if word.isdigit():
            return int(word)
        dozens = next((n for w, n in self.grammar.values["dozens"].items() if re.search(rf"\b{w}\b", word)), 1)
        return int(self.grammar.values["number"].get(word) or dozens)

    def ordinal(self) -> int | None:
        """Give which one: «troisième», «3e»."""
        return self.number("ordinal") or self.value("ordinal")

    def unit(self) -> Unit:
        """Give the unit, of one or of several."""
        unit: Unit = self.value("units") or self.value("unit") or self.value("unit2", "unit")
        return unit

    @property
    def month(self) -> int | None:
        """Give the month, by its name or by one that is no other word."""
        month: int | None = self.value("month") or self.value("clear_month") or self.value("month2", "month")
        return month

    @property
    def weekday(self) -> int | None:
        """Give the weekday, Monday is 1."""
        weekday: int | None = self.value("weekday") or self.value("full_weekday")
        return weekday

    @property
    def lean(self) -> Lean:
        """Where «last» or «next» points."""
        past, future = (self.word(slot) or self.word(f"{slot}2") for slot in ("past", "future"))
        return "past" if past else "future" if future else "this" if self.word("this") else ""

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
    day = s.number("day") or s.number("dd") or s.value("word_day", "number")
    month = s.month or s.number("mm")
    if day and month and s.words.get("mm") and month > 12 >= day:
        month, day = day, month
    if day and month and s.words.get("mm") and s.month_first and max(day, month) <= 12 and day != month and s.order != "month":
        year, shift = s.number("year") or _full_year(s.word("yy")), s.value("relyear")
        swapped = Calendar(year, shift, day, s.value("relmonth"), month, s.weekday, division, s.part, s.lean)
        return swapped if s.order == "day" else Either((Calendar(year, shift, month, None, day, s.weekday), swapped))
    if day and month and day > (29 if month == 2 else 31 - (month in (4, 6, 9, 11))):
        return None
    year = s.number("year") or _full_year(s.word("yy"))
    return Calendar(year, s.value("relyear"), month, s.value("relmonth"), day, s.weekday, division, s.part, s.lean)


def _full_year(digits: str) -> int | None:
    """«16» is 2016, «74» is 1974."""
    return None if not digits else int(digits) + (2000 if int(digits) < 50 else 1900)


def _days(s: Slots) -> Meaning | None:
    def on(slot: str, weekday: int | None) -> Calendar:
        return Calendar(s.number("year"), s.value("relyear"), s.month, s.value("relmonth"), s.number(slot), weekday, lean=s.lean)

    last = "day3" if s.word("day3") else "day2"
    first = on("day", s.value("weekday"))
    end = on(last, s.value("weekday2", "weekday"))
    low, high = first.day or 0, end.day or 0
    if low >= high:
        return None
    joined = s.word("join").strip(" ,").split(" ")[0]
    listed = "day3" in s.words or (joined in s.grammar.values["listing"] and not s.word("between"))
    if listed and high - low > (2 if last == "day3" else 1):
        middle = (on("day2", None),) if last == "day3" else ()
        return Several((first, *middle, end))
    return Span(first, end)


def _years(s: Slots) -> Meaning | None:
    first = s.number("year") or 0
    last = s.number("year2") or first // 100 * 100 + int(s.word("yy") or 0)
    if last <= first or (s.word("yy") and last != first + 1 and (int(s.word("yy")) <= 12 or last > first + 15)):
        return None
    return Span(Calendar(first), Calendar(last))


def _weekday_of_week(s: Slots) -> Meaning | None:
    return Shifted(Offset("week", s.value("relweek") or s.value("afterweek") or 0), (s.weekday or 1) - 1)


def _unit(s: Slots) -> Meaning | None:
    unit, step = s.unit(), {"past": -1, "future": 1}.get(s.lean, 0)
    return Stretch(unit, step) if step and unit in ("decade", "century") else Offset(unit, step, part=s.part)


def _unit_part(s: Slots) -> Meaning | None:
    """«Late last year», «the beginning of next month»."""
    shift = s.value("relyear")
    if shift is None and s.unit() == "year":
        shift = {"past": -1, "future": 1}.get(s.lean, 0)
    return _unit(s) if shift is None else Calendar(shift=shift, part=s.part)


def _division(s: Slots) -> Meaning | None:
    """«The second quarter of 2019», «H1 2024», «the first half of the year»."""
    quarter, half, ordinal = s.number("quarter") or s.number("quarter2"), s.number("half"), s.ordinal()
    base = 32 if quarter else 39 if half else s.value("division")
    which = quarter or half or ordinal or ((4 if base == 32 else 2) if s.lean == "past" else 0)
    if not 1 <= which <= (4 if base == 32 else 2):
        return None
    year, shift = s.number("year"), 0 if s.word("this") else s.value("relyear")
    return Calendar(year, shift, division=base + which)


def _counted(s: Slots, sign: int) -> tuple[int, int]:
    """Give one or several counted units as days and months: «two years, one month and 21 days»."""
    days = months = 0
    for mark in ("", "2", "3"):
        unit: Unit | None = s.value(f"units{mark}", "units")
        if unit is not None:
            amount = sign * s.count(f"count{mark}")
            days += amount * _DAYS.get(unit, 0)
            months += amount * _MONTHS.get(unit, 0)
    return days, months


def _relative(s: Slots) -> Meaning | None:
    """«Two days before», «three weeks after»: of what, the next time says."""
    return Shifted(Vague(), *_counted(s, -1 if s.word("before") else 1))


def _weekdays_on(s: Slots) -> Meaning | None:
    """«Three Fridays ago»."""
    back, count = bool(s.word("back")), s.count()
    return Shifted(Calendar(weekday=s.weekday, lean="past" if back else "future"), (1 - count if back else count - 1) * 7)


def _decade(s: Slots) -> Meaning | None:
    year = int(s.word("decade") or s.word("decade2") or s.value("decades") or s.value("number"))
    if year % 10 or year < 20:
        return None
    return Decade(year if year > 99 else 1900 + year, part=s.part)


def _nth(s: Slots) -> Meaning | None:
    count = -1 if s.word("past") or s.word("past2") else s.ordinal()
    unit = "weekday" if s.weekday else s.unit()
    month: Calendar | Offset = Calendar(s.number("year") or s.number("year2"), s.value("relyear"), s.month)
    if s.word("relmonth"):
        month = Offset("month", s.value("relmonth"))
    if count is None or unit not in ("day", "week", "weekend", "weekday"):
        return None
    return Nth(count, unit, s.weekday or 0, month)


def _firsts(s: Slots) -> Meaning | None:
    year, shift = s.number("year"), s.value("relyear")
    return Firsts(s.unit(), -s.count() if s.word("past") else s.count(), Calendar(year, 0 if year is None and shift is None else shift))


SENSES: dict[str, Callable[[Slots], Meaning | None]] = {
    "calendar": _calendar,
    "days": _days,
    "years": _years,
    "weekday_of_week": _weekday_of_week,
    "year_of_writing": lambda s: Calendar(shift=0, part=s.part),
    "unit_part": _unit_part,
    "division": _division,
    "month_digits": lambda s: Calendar(s.number("year") or s.number("year2"), month=s.number("mm") or s.number("mm2")),
    "relative": _relative,
    "weekdays_on": _weekdays_on,
    "counted_ago": lambda s: Shifted(Offset("day", 0), *_counted(s, -1)),
    "counted_ahead": lambda s: Shifted(Offset("day", 0), *_counted(s, 1)),
    "weekday_after_next": lambda s: Shifted(Calendar(weekday=s.weekday, lean="future"), 7),
    "weekday_before_last": lambda s: Shifted(Calendar(weekday=s.weekday, lean="past"), -7),
    "upcoming": lambda s: Offset(s.unit(), s.count("count2" if s.word("count2") else "count")),
    "rest": lambda s: Span(Offset("day", 0), Offset(s.unit(), 0)),
    "short_unit": lambda s: Offset(s.value("unit_short"), 0),
    "week_number": lambda s: Nth(s.number("weekno") or 1, "week", 0, Calendar(s.number("year"), None if s.word("year") else 0)),
    "now": lambda s: Offset("day", 0),
    "in_eight": lambda s: Shifted(Calendar(weekday=s.weekday, lean="past"), 7 * (1 + s.value("weeks_on"))),
    "anaphor_of": lambda s: Shifted(_calendar(s) or Vague(), s.value("anaphor")),
    "before_last": lambda s: Offset(s.unit(), -2),
    "after_next": lambda s: Offset(s.unit(), 2),
    "unit_of_writing": lambda s: Offset(s.unit(), 0, part=s.part),
    "decade": _decade,
    "century": lambda s: Decade(100 * ((s.ordinal() or 1) - 1), 100),
    "week_of": lambda s: WeekOf(Calendar(s.number("year"), s.value("relyear"), s.month, day=s.number("day") or s.number("day2"))),
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
