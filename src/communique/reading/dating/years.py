"""Constraints from dates that the text speaks of: what is past has begun, what is to come has not ended.

Only dates whose year is said count, where the clause shows its tense; a term counts unless it was set long ago.
"""

import re
from datetime import date, timedelta

from communique.language.times import Time, resolve
from communique.language.times_meaning import Calendar, Firsts, Meaning, Several, Span
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.reading.dating.facts import facts
from communique.records import edtf

_NEWS, _REPORT, _LONG_AGO = 3, 14, 2
_NAMED_BY_YEAR = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w{2,}[ \u00a0]((?:19|20)\d\d)(?![\w/-])")
"""An event named with its year: «Expo 2010»."""


def relative_years(evidence: Evidence) -> list[Constraint]:
    """«se tiendra en 2017», «d'ici 2025»: written before the end of that time; only the earliest is kept."""
    found = []
    for time, told in _dated_times(evidence):
        span, text = (time.start, time.end), evidence.text[time.start : time.end]
        if time.kind == "deadline":
            if _still_to_come(evidence, time):
                found.append((told.last, f"«{text}» is a term still to come", span))
        elif evidence.tense(*span) == "future":
            found.append((_first_part(time, told), f"«{text}» is spoken of as to come", span))
    return [constraint("relative-year", days.until(last), why, span) for last, why, span in sorted(found)[:1]]


def past_dates(evidence: Evidence) -> list[Constraint]:
    """«a signé en 2014», «depuis 2013»: written after the beginning of that time; only the latest is kept."""
    found = []
    for time, told in _dated_times(evidence):
        span, text = (time.start, time.end), evidence.text[time.start : time.end]
        onward = time.kind == "since" and facts(evidence.language).cues["onward"].match(evidence.folded, time.start)
        if time.kind != "deadline" and not onward and evidence.tense(*span) == "past":
            found.append((told.first, f"«{text}» is spoken of as past", span))
    return [constraint("past-date", days.since(first), why, span) for first, why, span in sorted(found)[-1:]]


def dates_of_the_lead(evidence: Evidence) -> list[Constraint]:
    """«On 27 June the ministers met»: the one day of the first sentence is the news, of that day or a few before.

    A full date in the headline bounds the day of publication more loosely.
    """
    found = _dates_of_the_headline(evidence)
    first = evidence.sentence(evidence.lead[0]) if evidence.lead[1] else None
    inside = [t for t in evidence.body_times if first and first[0] <= t.start < first[1] and _is_a_day(t)]
    if len(inside) != 1 or evidence.tense(inside[0].start, inside[0].end) != "past":
        return found
    span, text = (inside[0].start, inside[0].end), evidence.text[inside[0].start : inside[0].end]
    told = _days_told(inside[0])
    if facts(evidence.language).cues["yesterday"].search(evidence.folded, max(0, span[0] - 12), span[0]):
        after = days.union(days.between(day + timedelta(1), day + timedelta(1)) for day in days.members(told))
        return [*found, constraint("lead-date", after, f"«{text}» was the day before", span)]
    near = days.union(days.between(day, day + timedelta(_NEWS)) for day in days.members(told))
    found.append(constraint("lead-date", near, f"the news of the lead is of «{text}»", span))
    return [*found, constraint("lead-date", told, f"told on the day, «{text}»", span, weaker=0.5)]


def latest_year(evidence: Evidence) -> list[Constraint]:
    """Where a day is told without its year: the latest year that is not to come, events named by year included, is not long ago."""
    days_told = [t for t in evidence.body_times if _is_a_day(t) and isinstance(t.meaning, Calendar) and t.meaning.year is None]
    if not any(isinstance(t.meaning, Calendar) and t.meaning.weekday is not None for t in days_told):
        return []
    found = [
        (told.first.year, (t.start, t.end))
        for t, told in _dated_times(evidence)
        if t.kind != "deadline" and evidence.tense(t.start, t.end) != "future"
    ]
    found += [
        (int(m[1]), m.span())
        for m in _NAMED_BY_YEAR.finditer(evidence.text)
        if evidence.sentence(m.start()) and days.FIRST.year <= int(m[1]) <= days.CHECKED.year
    ]
    if not found:
        return []
    year, span = max(found)
    allowed = days.between(date(year - 1, 1, 1), date(year + _LONG_AGO, 12, 31))
    why = f"«{evidence.text[slice(*span)]}» has the latest year that is named"
    return [constraint("lead-date", allowed, why, span, weaker=0.8)]


def _dates_of_the_headline(evidence: Evidence) -> list[Constraint]:
    found = []
    headlines = [b for b in evidence.blocks if b.kind == "headline"]
    for time, told in _dated_times(evidence):
        in_headline = any(b.start <= time.start < b.end for b in headlines)
        if in_headline and (told.last - told.first).days <= _NEWS * 3 and evidence.tense(time.start, time.end) != "future":
            allowed = days.between(told.first, told.last + timedelta(_REPORT))
            text = evidence.text[time.start : time.end]
            found.append(constraint("lead-date", allowed, f"the headline tells of «{text}»", (time.start, time.end)))
    return found


def _is_a_day(time: Time) -> bool:
    meaning = time.meaning
    return time.kind == "date" and isinstance(meaning, Calendar) and None not in (meaning.month, meaning.day)


def _days_told(time: Time) -> int:
    """Give the days that a day of the calendar can be: of every year where none is said."""
    meaning = time.meaning
    if not isinstance(meaning, Calendar) or meaning.month is None:
        return 0
    allowed = days.yearly(meaning.month, meaning.day)
    return allowed & days.of_edtf(str(meaning.year)) if meaning.year is not None else allowed


def _dated_times(evidence: Evidence) -> list[tuple[Time, edtf.Bounds]]:
    """Give the times whose year is said and that tell when something is, not which («le sommet de 2026»)."""
    cues = facts(evidence.language).cues
    found = []
    for time in evidence.body_times:
        if time.kind not in ("date", "interval", "since", "deadline") or not _says_its_year(time.meaning):
            continue
        before = max(0, time.start - 8)
        attached = cues["of"].search(evidence.folded, before, time.start) or cues["of"].match(evidence.folded, time.start)
        attached = attached or cues["which"].match(evidence.folded, time.end)
        told = resolve(time, None)
        if told and (isinstance(time.meaning, Span) or time.kind == "deadline" or not attached):
            found.append((time, edtf.bounds(told)))
    return found


def _still_to_come(evidence: Evidence, time: Time) -> bool:
    """Tell whether a term was set in the news itself; «avant 2020» may be a mere time before."""
    span = (time.start, time.end)
    if facts(evidence.language).cues["before"].match(evidence.folded, time.start):
        return evidence.tense(*span) == "future"
    return evidence.age(*span) is not None


def _first_part(time: Time, told: edtf.Bounds) -> date:
    """Give the last day on which the time can begin: of «à partir de 2025» the end of 2025."""
    if time.kind != "since" or not isinstance(time.meaning, Span) or time.meaning.first is None:
        return told.last
    start = resolve(Time(0, 0, "date", time.meaning.first), None)
    return edtf.bounds(start).last if start else told.last


def _says_its_year(meaning: Meaning) -> bool:
    match meaning:
        case Calendar():
            return meaning.year is not None
        case Firsts():
            return meaning.year.year is not None
        case Span():
            return all(_says_its_year(end) for end in (meaning.first, meaning.last) if end is not None)
        case Several():
            return all(map(_says_its_year, meaning.members))
    return False
