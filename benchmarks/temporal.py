"""Answers the suite of times and numbers, line by line, with what `communique.language` finds, before any syntax.

    python score_temporal.py SUITE.jsonl --command 'python benchmarks/temporal.py'

Reads one JSON object a line, {"text", "reference", "language"}; writes a JSON list of {"start", "end", "type", "value"}.
"""

import json
import re
import sys
from dataclasses import replace
from typing import Any

from communique.language.folding import fold
from communique.language.numbers import find_numbers
from communique.language.numbers_grammar import grammar
from communique.language.packs import languages
from communique.language.times import Time, find_times, resolve
from communique.language.times_durations import find_durations
from communique.language.times_meaning import Offset, Shifted
from communique.records import edtf

_UNASKED = ("vague", "anniversary")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_BEFORE = re.compile(r"(?:before|ahead|prior|avant)\b(?! (?:or|le ou))")


def main() -> None:
    """Answer until the input ends."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in sys.stdin:
        asked = json.loads(line)
        known = asked["language"] in languages()
        found = answers(asked["text"], asked["reference"], asked["language"]) if known else []
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def answers(text: str, reference: str | None, language: str) -> list[dict[str, Any]]:
    """Give all that is found in a text, dates counted from the day of the reference."""
    folded = fold(text)
    day = reference[:10] if reference else None
    dates, durations = [], []
    times = find_times(text, folded, language, every=True)
    for time in times:
        value = None if time.kind in _UNASKED else resolve(time, day, "future")  # such phrases speak of what is to come
        if value is not None:
            dates.append(answer(time.start, time.end, "date", as_edtf(time, value, folded, day)))
    for length in find_durations(text, folded, language):
        around = next((t for t in times if t.start <= length.start and length.end <= t.end), None)
        if around is None or around.kind == "since":  # «depuis trois ans» is both
            start = around.start if around else length.start
            durations.append(answer(start, length.end, "duration", length.value))
    found = [*dates, *durations]
    for quantity in find_numbers(text, folded, language, every=True):
        value_of: Any = {"value": quantity.value, "unit": quantity.unit} if quantity.kind == "money" else quantity.value
        found.append(answer(quantity.start, quantity.end, quantity.kind, value_of))
        inside = grammar(language).number.search(folded, quantity.start, quantity.end) if quantity.unit else None
        if inside:  # the number of a sum or a percentage is one too
            found.append(answer(inside.start(), min(inside.end(), quantity.end), "number", quantity.value))
    return sorted(found, key=lambda a: (a["start"], a["end"]))


def as_edtf(time: Time, value: str, folded: str, day: str | None) -> str:
    """Write a date as the suite has it: a term is an interval that is open, or begins today."""
    value = value.replace("~", "")
    if time.kind != "deadline" or value[0] in "[{":
        return value
    if isinstance(time.meaning, Offset) and time.meaning.point:
        days, months = time.meaning.amount * _DAYS.get(time.meaning.unit, 0), time.meaning.amount * _MONTHS.get(time.meaning.unit, 0)
        exact = replace(time, meaning=Shifted(Offset("day", 0), days, months))
        return f"{day}/{resolve(exact, day) or value}"
    first, last = edtf.bounds(value)
    return f"../{first if _BEFORE.match(folded, time.start) else last}"


def answer(start: int, end: int, kind: str, value: Any) -> dict[str, Any]:
    """Write one answer."""
    return {"start": start, "end": end, "type": kind, "value": value}


if __name__ == "__main__":
    main()
