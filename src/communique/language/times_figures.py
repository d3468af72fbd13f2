"""Which figure of «3/5/2016» is the month: settled by the other dates of the page, else by the states that it names.

What neither settles stays open: the date is one of the two.
"""

import re
from collections.abc import Collection
from typing import Literal

from communique.language.packs import table

Order = Literal["day", "month", ""]
"""What stands first; empty where nothing settles it."""

_FIGURES = re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d\d)(?![\d/-])")
_MONTHS = 12


def figure_order(folded: str, language: str, states: Collection[str]) -> Order:
    """Tell what a page prints first in dates of figures; `states` are those that it names."""
    usual: dict[str, list[str] | str] = table(language, "times")["figures"]
    if usual["order"]:
        return "day" if usual["order"] == "day" else "month"
    dates = [(int(m["a"]), int(m["b"]), m["y"]) for m in _FIGURES.finditer(folded)]
    certain = {_certain(first, second) for first, second, _ in dates} - {""}
    if certain:
        return ("day" if "day" in certain else "month") if len(certain) == 1 else ""
    if order := _by_spread(dates):
        return order
    if re.search(rf"{_FIGURES.pattern}.{{0,12}}{usual['zones']}", folded):
        return ""
    return "day" if states and not set(states) & set(usual["month_first"]) else ""


def _certain(first: int, second: int) -> str:
    if first > _MONTHS >= second:
        return "day"
    return "month" if second > _MONTHS >= first else ""


def _by_spread(dates: list[tuple[int, int, str]]) -> Order:
    """The dates of one page lie in one month: what all of them share is the month, what differs the day."""
    firsts, seconds = {(a, y) for a, _, y in dates}, {(b, y) for _, b, y in dates}
    if len(firsts) > 1 and len(seconds) == 1:
        return "day"
    return "month" if len(seconds) > 1 and len(firsts) == 1 else ""
