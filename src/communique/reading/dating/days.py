"""Sets of days as bits of one integer, from 1990 to 2035, and their writing as EDTF.

Decides how coarse an answer is written: a day, a month, a year, or the set; null where more than eight years are left.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from communique.records import edtf

FIRST, LAST = date(1990, 1, 1), date(2035, 12, 31)
CHECKED = date(2026, 12, 31)
"""An office still held counts as held until here, the end of the year when the tenures were last checked: a page of a later
year has to state it.
"""
_COUNT = (LAST - FIRST).days + 1
ALL = (1 << _COUNT) - 1
YEARS = range(FIRST.year, LAST.year + 1)
_MOST_YEARS = 8
_MOST_MEMBERS = 6
_FEW_MONTHS = 2


def between(first: date, last: date) -> int:
    """Give the days from one to another, both included; none where they are the wrong way round."""
    low, high = max(first, FIRST), min(last, LAST)
    return 0 if low > high else ((1 << (high - low).days + 1) - 1) << (low - FIRST).days


def around(first: date, last: date, before: int, after: int) -> int:
    """Give the days between two, and so many before and after."""
    return between(_moved(first, -before), _moved(last, after))


def since(day: date) -> int:
    """Give a day and all after it."""
    return between(day, LAST)


def until(day: date) -> int:
    """Give a day and all before it."""
    return between(FIRST, day)


def of_edtf(text: str) -> int:
    """Give the days that an EDTF date can mean."""
    return union(between(span.first, span.last) for span in edtf.spans(text))


def union(sets: Iterable[int]) -> int:
    """Give the days of any of the sets."""
    found = 0
    for days in sets:
        found |= days
    return found


@lru_cache(maxsize=8)
def on_weekday(weekday: int) -> int:
    """Give all days of a weekday; 1 is Monday."""
    return union(1 << n for n in range((weekday - FIRST.isoweekday()) % 7, _COUNT, 7))


@lru_cache(maxsize=400)
def yearly(month: int, day: int | None) -> int:
    """Give a day of a month, or the whole month, of every year."""
    text = f"-{month:02}" if day is None else f"-{month:02}-{day:02}"
    return union(of_edtf(f"{year}{text}") for year in YEARS if _exists(f"{year}{text}"))


def members(days: int) -> list[date]:
    """Give the days of a set in order."""
    found = []
    while days:
        low = days & -days
        found.append(FIRST + timedelta(low.bit_length() - 1))
        days ^= low
    return found


def describe(days: int) -> str | None:
    """Write a set of days as EDTF; null where it says too little."""
    if days.bit_count() > _MOST_YEARS * 366:
        return None
    left = members(days)
    if not left:
        return None
    months: dict[str, list[date]] = {}
    for day in left:
        months.setdefault(f"{day:%Y-%m}", []).append(day)
    named = [str(inside[0]) if len(inside) == 1 else month for month, inside in months.items()]
    if len(named) == 1:
        return named[0]
    if len(named) <= _MOST_MEMBERS and not any(_adjoin(a, b) for a, b in pairwise(months)):
        return f"[{','.join(named)}]"
    years = list(dict.fromkeys(month[:4] for month in months))
    if len(years) == 1:
        return years[0] if len(months) > _FEW_MONTHS else f"{min(months)}/{max(months)}"
    if len(years) > _MOST_YEARS:
        return None
    return f"{min(months)}/{max(months)}" if len(months) <= _FEW_MONTHS else f"[{','.join(years)}]"


def _adjoin(month: str, other: str) -> bool:
    return int(other[:4]) * 12 + int(other[5:]) - int(month[:4]) * 12 - int(month[5:]) == 1


def _exists(text: str) -> bool:
    try:
        edtf.bounds(text)
    except ValueError:
        return False
    return True


def _moved(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), LAST.toordinal() + 1))
