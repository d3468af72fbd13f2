"""Constraints from weekdays: «jeudi 3 novembre» fixes the year, and a dispatch names the weekday of its news.

The second is the agencies' convention: the news of the lead is of the day that the page prints or of the day before. A
convention gives way before facts do.
"""

from datetime import date, timedelta

from communique.language.times_meaning import Calendar
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.reading.dating.printed import dateline

_PAST, _COMING = 300, 183
_HABIT = 1.6
"""By how much the habit to date a dispatch on the day of its news is weaker than that or the day before."""


def weekdays_with_dates(evidence: Evidence) -> list[Constraint]:
    """A weekday with day and month: some year in which they agree, and the text within the year around it."""
    found = []
    for time in evidence.times:
        meaning = time.meaning
        if not isinstance(meaning, Calendar) or meaning.dated or None in (meaning.weekday, meaning.month, meaning.day):
            continue
        if any(b.kind in ("update", "dateline") and b.start <= time.start < b.end for b in evidence.blocks):
            why = f"the page prints «{evidence.text[time.start : time.end]}»"
            same = days.union(days.between(d, d) for d in _agreeing(meaning))
            found.append(constraint("weekday", same, why, (time.start, time.end), weaker=-2.5))
            continue
        if evidence.sentence(time.start) is None:
            continue
        allowed = days.union(days.between(day - timedelta(_COMING), day + timedelta(_PAST)) for day in _agreeing(meaning))
        why = f"«{evidence.text[time.start : time.end]}» agrees in some years only"
        found.append(constraint("weekday", allowed, why, (time.start, time.end), weaker=-2.5))
    return found


def _agreeing(meaning: Calendar) -> list[date]:
    same = days.yearly(meaning.month or 1, meaning.day) & days.on_weekday(meaning.weekday or 1)
    return days.members(same)


def weekday_of_the_news(evidence: Evidence) -> list[Constraint]:
    """The first weekday of the lead that is not to come: the printed day is that weekday or the next."""
    printed = dateline(evidence)
    if not printed:
        return []
    first, last = evidence.lead
    for time in evidence.body_times:
        meaning = time.meaning
        if not first <= time.start < last or not isinstance(meaning, Calendar) or meaning.weekday is None:
            continue
        if meaning.month is not None or meaning.lean or evidence.tense(time.start, time.end) == "future":
            continue
        allowed = days.on_weekday(meaning.weekday) | days.on_weekday(meaning.weekday % 7 + 1)
        why = f"the news of the lead is of «{evidence.text[time.start : time.end]}», of the day itself or the day before"
        found = [constraint("weekday", allowed, why, (time.start, time.end))]
        if any(b.kind == "dateline" and printed[0].span and b.start <= printed[0].span[0] < b.end for b in evidence.blocks):
            why = f"a dateline prints the day itself, «{evidence.text[time.start : time.end]}»"
            found.append(constraint("weekday", days.on_weekday(meaning.weekday), why, (time.start, time.end), weaker=_HABIT))
        return found
    return []
