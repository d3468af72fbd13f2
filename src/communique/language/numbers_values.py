"""What written numbers are worth: digits with the marks of a language, runs of number words, fractions.

A run of words that is no number («trois deux», «twenty thirty») is refused.
"""

import re
from collections.abc import Sequence

VULGAR = {
    "¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6,
    "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip
"""Fractions that are one character."""


def digits_value(written: str, decimal: str) -> float:
    """Read digits: what is neither a digit nor the decimal mark of the language parts thousands."""
    other = "." if decimal == "," else ","
    even = re.sub(r"\s", "", written)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(other)}\d{{2,3}})*{re.escape(other)}\d{{3}}(?:{re.escape(decimal)}\d+)?", even):
        even = even.replace(other, "")
    return float(even.replace(",", ".") if even.count(",") + even.count(".") < 2 else re.sub(r"[.,]", "", even))


def words_value(run: Sequence[float], *, scores: bool) -> float | None:
    """Read the values of a run of number words; `scores`: «quatre-vingts» is 80, «soixante-dix» 70. None: no number."""
    total, group, last = 0.0, 0.0, 0.0
    for value in run:
        if value >= 1000:
            known = total + group if value > total and total else group
            total = (0 if value > total and total else total) + (known or 1) * value
            group, last = 0, 0
        elif value == 100:
            if group >= 100:
                return None
            group, last = (group or 1) * 100, 100
        elif scores and value == 20 and group % 100 == 4:
            group, last = group + 76, 60
        elif last and last < 100 and not _continues(last, value, scores):
            return None
        else:
            group, last = group + value, value
    return total + group


def _continues(last: float, value: float, scores: bool) -> bool:
    """Tell whether a smaller number may follow within the tens: «vingt-trois», «dix-sept», «soixante-douze»."""
    if scores and ((last == 10 and value in (7, 8, 9)) or (last == 60 and 10 <= value < 20)):
        return True
    return last >= 20 and last % 10 == 0 and value < 10


def fraction_value(written: str) -> float:
    """Read «3/4» or «¾»; 0 where it is none."""
    if written in VULGAR:
        return VULGAR[written]
    top, _, bottom = written.partition("/")
    return float(top) / float(bottom) if bottom.strip().isdigit() and float(bottom) else 0.0
