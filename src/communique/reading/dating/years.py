"""Constraints from dates that the text speaks of: what is past has begun, what is to come has not ended.

Only dates whose year is said count, where the clause shows its tense; a term counts unless it was set long ago.
"""

from datetime import date

from communique.language.times import Time, resolve
from communique.language.times_meaning import Calendar, Firsts, Meaning, Several, Span
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.reading.dating.facts import facts
from communique.records import edtf


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
        if time.kind != "deadline" and evidence.tense(*span) == "past":
            found.append((told.first, f"«{text}» is spoken of as past", span))
    return [constraint("past-date", days.since(first), why, span) for first, why, span in sorted(found)[-1:]]


def _dated_times(evidence: Evidence) -> list[tuple[Time, edtf.Bounds]]:
    """Give the times whose year is said and that tell when something is, not which («le sommet de 2026»)."""
    of = facts(evidence.language).cues["of"]
    found = []
    for time in evidence.body_times:
        if time.kind not in ("date", "interval", "since", "deadline") or not _says_its_year(time.meaning):
            continue
        before = max(0, time.start - 6)
        attached = of.search(evidence.folded, before, time.start) or of.match(evidence.folded, time.start)
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
