"""Dates as EDTF (ISO 8601-2): which first and last day a text can mean, and whether it is one.

Reads level 1 days, months, years, seasons, intervals, qualifiers and unspecified digits, and the level 2 sets and parts
of a year (quarters, thirds, halves). A qualifier (`~ ? %`) does not widen a date. Open and unknown ends reach to
`FIRST` and `LAST`. Refuses times of day and years outside 1 to 9999.
"""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

FIRST = date.min
LAST = date.max


class Bounds(NamedTuple):
    """The first and the last day that a date can mean, both inclusive."""

    first: date
    last: date


_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[~?%]?")
_PARTS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Part of a year → first month, how many: seasons (winter runs into the next year), quarters, thirds, halves."""


def validate(text: str) -> str:
    """Give the text back; ValueError where it is no date of the supported levels."""
    spans(text)
    return text


@lru_cache(maxsize=8192)
def bounds(text: str) -> Bounds:
    """Give the first and the last day that the date can mean, over all members of a set; else ValueError."""
    found = spans(text)
    return Bounds(min(span.first for span in found), max(span.last for span in found))


def meets(text: str, since: date = FIRST, until: date = LAST) -> bool:
    """Tell whether the date can fall within the two days, both inclusive: of a set, whether any member can."""
    return any(span.first <= until and span.last >= since for span in spans(text))


@lru_cache(maxsize=8192)
def spans(text: str) -> tuple[Bounds, ...]:
    """Give the bounds of each member of a set, or of the one date; ValueError where it is none."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        return tuple(_member(member.strip(), text) for member in text[1:-1].split(","))
    return (_interval(text) if "/" in text else _point(text, text),)


def _interval(text: str) -> Bounds:
    start, _, end = text.partition("/")
    return _between(start.removeprefix(".."), end.removeprefix(".."), text)


def _member(member: str, text: str) -> Bounds:
    if ".." not in member:
        return _point(member, text)
    start, _, end = member.partition("..")
    return _between(start, end, text)


def _between(start: str, end: str, text: str) -> Bounds:
    first = _point(start, text).first if start else FIRST
    last = _point(end, text).last if end else LAST
    if first > last:
        raise ValueError(f"'{text}' is no EDTF date: it ends before it begins")
    return Bounds(first, last)


def _point(point: str, text: str) -> Bounds:
    match = _POINT.fullmatch(point) if point.isascii() else None
    if not match:
        raise ValueError(f"'{text}' is no EDTF date: write 2016-11-03, 2016-11, 2016, 2014/2016 or [2014,2015]")
    try:
        return _days(match["year"], match["month"], match["day"])
    except ValueError as error:
        raise ValueError(f"'{text}' is no EDTF date: {error}") from None


def _days(year: str, month: str | None, day: str | None) -> Bounds:
    low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if high == 0:
        raise ValueError("there is no year 0")
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("the month of a day must be known")
        return Bounds(date(low, 1, 1), date(high, 12, 31))
    number = int(str(month))
    if number in _PARTS and day is None:
        return Bounds(_part(low, number).first, _part(high, number).last)
    if day in (None, "XX"):
        return Bounds(date(low, number, 1), _month_end(high, number))
    return Bounds(date(low, number, int(str(day))), date(high, number, int(str(day))))


def _part(year: int, number: int) -> Bounds:
    first, length = _PARTS[number]
    over, month = divmod(first + length - 2, 12)
    last = LAST if year + over > LAST.year else _month_end(year + over, month + 1)
    return Bounds(date(year, first, 1), last)


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError("the month must be 01 to 12, or a part of the year 21 to 41")
    return date(year, month, calendar.monthrange(year, month)[1])


def month_of(text: str) -> str:
    """Give the month of a day or month; every other date (a set, an interval, a year) is given back as it is."""
    return text[:7] if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text) else text
