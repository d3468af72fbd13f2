"""What a time expression means before anyone knows the day it was written: frozen shapes, nothing computed.

Years are numbers of the calendar; `shift` counts years from the day of writing («last year» is -1).
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
Lean = Literal["", "past", "future", "this"]
Part = Literal["", "early", "mid", "late"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month, season, part of a year or year of the calendar, as far as the words say it."""

    year: int | None = None
    shift: int | None = None
    """The year counted from that of writing."""
    month: int | None = None
    months: int | None = None
    """The month counted from that of writing: «the fifth of next month»."""
    day: int | None = None
    weekday: int | None = None
    """1 is Monday, as ISO 8601 counts."""
    division: int | None = None
    """The EDTF number of a season, quarter, third or half: 21 to 24, 33 to 41."""
    part: Part = ""
    lean: Lean = ""
    """«last March», «next Thursday», «this Thursday»."""

    @property
    def dated(self) -> bool:
        """Tell whether the year is said, outright or counted from that of writing."""
        return self.year is not None or self.shift is not None or self.months is not None

    @property
    def precision(self) -> str:
        """`day`, `month`, `division` or `year`."""
        if self.day is not None or self.weekday is not None:
            return "day"
        return "month" if self.month is not None or self.months is not None else "division" if self.division is not None else "year"


@dataclass(frozen=True, slots=True)
class Offset:
    """A unit of time counted from that of writing: «yesterday», «next month», «two years ago»."""

    unit: Unit
    amount: int
    point: bool = False
    """«Three weeks ago» means a day, «the week before last» a week."""
    part: Part = ""
    """«Late last month»."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many units up to (negative) or from the day of writing: «the last three years»."""

    unit: Unit
    amount: int


@dataclass(frozen=True, slots=True)
class Firsts:
    """The first units of a year, or, below zero, the last: «the first five months of 2023»."""

    unit: Unit
    amount: int
    year: Calendar


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years, or a hundred, named by their first."""

    year: int
    years: int = 10
    part: Part = ""


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week in which a day lies."""

    day: Calendar


@dataclass(frozen=True, slots=True)
class Nth:
    """«The first week of October», «the last Friday of March»; -1 is the last."""

    count: int
    unit: str
    """`day`, `week`, `weekend` or `weekday`."""
    weekday: int
    month: Calendar | Offset


@dataclass(frozen=True, slots=True)
class Shifted:
    """Days, and months, after another time of the text: «the day before», after «Tuesday»."""

    base: "Meaning"
    days: int
    months: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another; null where open."""

    first: "Meaning | None"
    last: "Meaning | None"


@dataclass(frozen=True, slots=True)
class Several:
    """Times told together: «in 2013 and 2016»."""

    members: "tuple[Meaning, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several times, where the words leave open which: «3/5/2016»."""

    members: "tuple[Meaning, ...]"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that names none: «these last years»."""


Meaning = Calendar | Offset | Stretch | Firsts | Decade | WeekOf | Nth | Shifted | Span | Several | Either | Vague


def is_absolute(meaning: Meaning) -> bool:
    """Tell whether a meaning needs no day of writing."""
    match meaning:
        case Calendar():
            return meaning.year is not None
        case Firsts():
            return meaning.year.year is not None
        case WeekOf():
            return is_absolute(meaning.day)
        case Nth():
            return is_absolute(meaning.month)
        case Decade():
            return True
        case Shifted():
            return is_absolute(meaning.base)
        case Span():
            return all(is_absolute(end) for end in (meaning.first, meaning.last) if end is not None)
        case Several() | Either():
            return all(map(is_absolute, meaning.members))
    return False
