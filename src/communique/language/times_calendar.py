"""Calendar arithmetic of time expressions: which November is meant, where a week begins, what is late in a year."""

import calendar
import re
from datetime import date, timedelta

from communique.language.times_meaning import Calendar, Decade, Firsts, Nth, Offset, Part, Stretch, Unit
from communique.records import edtf

_SOON = 31
"""«Le 9 septembre» in a text of the eighth is to come, whatever the tense: no one says a date of last year so."""
_LONG_AGO = 183
_WINTER = 24
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def calendar_span(meaning: Calendar, day: date, hint: str, *, deadline: bool = False) -> str | None:
    """Give a calendar expression as EDTF; `day` is that of writing, `hint` the tense."""
    if meaning.months is not None:
        month = _shifted(Offset("month", meaning.months), day)
        text = f"{month}-{meaning.day:02}" if meaning.day is not None else month
        return text if text and _exists(text) else None
    if meaning.month is None and meaning.day is not None and meaning.weekday is None:
        return str(_by_number(meaning, day))
    if meaning.weekday is not None and meaning.month is None:
        return str(_by_number(meaning, day) if meaning.day is not None else _weekday(meaning, day, hint))
    if meaning.year is not None or meaning.shift is not None:
        year = meaning.year if meaning.year is not None else day.year + (meaning.shift or 0)
    else:
        chosen = _year(meaning, day, hint)
        if chosen is None:
            return None
        year = chosen
    text = _written(meaning, year)
    if not _exists(text):
        return None
    return text if deadline and meaning.part == "late" else _part(text, meaning.part)


def _written(meaning: Calendar, year: int) -> str:
    if meaning.division is not None:
        return f"{year:04}-{meaning.division}"
    if meaning.month is None:
        return f"{year:04}"
    return f"{year:04}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day is not None else "")


def _exists(text: str) -> bool:
    try:
        edtf.bounds(text)
    except ValueError:
        return False
    return True


def _year(meaning: Calendar, day: date, hint: str) -> int | None:
    """Choose the year of a month, day of a month, season or quarter that no year stands with."""
    spans = {y: edtf.bounds(t) for y in range(day.year - 4, day.year + 5) if _exists(t := _written(meaning, y))}
    strict = meaning.lean in ("past", "future")
    past = [y for y, s in spans.items() if (s.last < day if strict else s.first <= day)]
    future = [y for y, s in spans.items() if (s.first > day if strict else s.last >= day)]
    if not past or not future:
        return None
    lean = meaning.lean or hint
    if lean == "this":
        return day.year - int(meaning.division == _WINTER and spans[day.year - 1].last >= day)
    if meaning.weekday is not None:
        fitting = [y for y in (past[-1], future[0]) if spans[y].first.isoweekday() == meaning.weekday]
        if len(set(fitting)) == 1:
            return fitting[0]
    if lean:
        return future[0] if lean == "future" else past[-1]
    soon = meaning.day is not None and (spans[future[0]].first - day).days <= _SOON
    return future[0] if soon and (day - spans[past[-1]].last).days > _LONG_AGO else past[-1]


def _weekday(meaning: Calendar, day: date, hint: str) -> date:
    back = (day.isoweekday() - (meaning.weekday or 1)) % 7
    ahead = (-back) % 7
    match meaning.lean:
        case "past":
            return day - timedelta(back or 7)
        case "future":
            return day + timedelta(ahead or 7)
        case "this":
            return day + timedelta(ahead if ahead < back or ahead <= 7 - day.isoweekday() else -back)
    return day + timedelta(ahead) if hint == "future" else day - timedelta(back)


def _by_number(meaning: Calendar, day: date) -> date:
    """«Lundi 3»: the nearest Monday that is a third, else the nearest third."""
    near = [day + timedelta(n) for n in sorted(range(-62, 63), key=lambda n: (abs(n), n))]
    numbered = [d for d in near if d.day == meaning.day]
    return next((d for d in numbered if d.isoweekday() == meaning.weekday), numbered[0])


def _part(text: str, part: Part) -> str:
    """Write the beginning, middle or end of a year or month as an interval; of anything else it stays whole."""
    if not part or not re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2]))?", text):
        return text
    if len(text) == 4:
        first, last = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part]
    else:
        end = calendar.monthrange(int(text[:4]), int(text[5:]))[1]
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, end)}[part]
    return f"{text}-{first:02}/{text}-{last:02}"


def decade(meaning: Decade) -> str:
    """Give ten or a hundred years, or the early, middle or late ones of ten."""
    if meaning.part and meaning.years == 10:
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[meaning.part]
        return f"{meaning.year + first:04}/{meaning.year + last:04}"
    return f"{meaning.year:04}"[: 3 if meaning.years == 10 else 2].ljust(4, "X")


def shifted_unit(meaning: Offset, day: date, *, deadline: bool = False) -> str | None:
    """Give the unit that lies so many units from a day; «three weeks ago» is a day, about."""
    whole = _shifted(meaning, day)
    return whole if whole is None or (deadline and meaning.part == "late") else _part(whole, meaning.part)


def _shifted(meaning: Offset, day: date) -> str | None:
    if meaning.unit == "day":
        return str(day + timedelta(meaning.amount))
    if meaning.unit in ("week", "weekend"):
        if meaning.point:
            return f"{day + timedelta(7 * meaning.amount)}~"
        monday = day - timedelta(day.weekday()) + timedelta(7 * meaning.amount)
        return f"{monday + timedelta(5 if meaning.unit == 'weekend' else 0)}/{monday + timedelta(6)}"
    months = _MONTHS[meaning.unit]
    at = day.year * 12 + day.month - 1 + months * meaning.amount
    year, month = divmod(at, 12)
    if not 1 <= year <= 9999:
        return None
    match meaning.unit:
        case "year":
            return f"{year:04}"
        case "quarter" | "half" if not meaning.point:
            return f"{year:04}-{(33 if months == 3 else 40) + month // months}"
        case "decade":
            return f"{year:04}~" if meaning.point else f"{year // 10:03}X"
        case "century":
            return f"{year:04}~" if meaning.point else f"{year // 100:02}XX"
    return f"{year:04}-{month + 1:02}"


def moved(day: date, days: int, months: int) -> str | None:
    """Give the day that lies months and days from another; null where the calendar ends."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return str(date(year, month + 1, min(day.day, last)) + timedelta(days))


def stretch(meaning: Stretch, day: date) -> str | None:
    """Give the whole units before, or after, that in which a day lies."""
    fine: Unit = meaning.unit if meaning.unit in ("day", "week", "month", "quarter", "half") else "year"
    amount = meaning.amount * (_MONTHS[meaning.unit] // 12 if fine == "year" and meaning.unit != "weekend" else 1)
    ends = sorted((amount, -1 if amount < 0 else 1))
    first, last = (shifted_unit(Offset(fine, n), day) for n in ends)
    if not first or not last:
        return None
    if fine in ("quarter", "half"):
        return f"{edtf.bounds(first).first:%Y-%m}/{edtf.bounds(last).last:%Y-%m}"
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    return start if start == end else f"{start}/{end}"


def week_of(day: str | None) -> str | None:
    """Give the week, Monday to Sunday, of an EDTF day."""
    return shifted_unit(Offset("week", 0), edtf.bounds(day).first) if day else None


def nth(meaning: Nth, month: str | None) -> str | None:
    """Give the first, or last, day, week, weekend or weekday of an EDTF month; weeks belong where their Thursday lies."""
    if month is None:
        return None
    first, last = edtf.bounds(month)
    length = {"week": 7, "weekend": 2}.get(meaning.unit, 1)
    wanted = {"week": 4, "weekend": 6, "weekday": meaning.weekday}.get(meaning.unit)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    starts = [d - timedelta(3 if meaning.unit == "week" else 0) for d in days if wanted in (None, d.isoweekday())]
    if meaning.count < 0 and meaning.unit == "weekend":
        starts = [d for d in starts if d + timedelta(length - 1) <= last]
    index = meaning.count - 1 if meaning.count > 0 else meaning.count
    if not starts or index >= len(starts):
        return None
    start = starts[index]
    return str(start) if length == 1 else f"{start}/{start + timedelta(length - 1)}"


def year_parts(meaning: Firsts, day: date) -> str | None:
    """Give «the first five months of 2023» as an interval of months."""
    year = meaning.year.year if meaning.year.year is not None else day.year + (meaning.year.shift or 0)
    months = abs(meaning.amount) * _MONTHS.get(meaning.unit, 0)
    if not 1 <= months <= 12:
        return None
    first, last = (1, months) if meaning.amount > 0 else (13 - months, 12)
    return f"{year:04}-{first:02}/{year:04}-{last:02}" if months > 1 else f"{year:04}-{first:02}"
