"""Constraints from dates that the text speaks of: what is past has begun, what is to come has not ended.

Only dates whose year is said count, and only where the clause shows its tense; deadlines count unless they were set long ago.
"""

from communique.language.times import Time, resolve
from communique.language.times_meaning import Calendar, Firsts, Meaning, Several, Span
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.records import edtf


def relative_years(evidence: Evidence) -> list[Constraint]:
    """«se tiendra en 2017», «d'ici 2025»: written before the end of that time; only the earliest is kept."""
    found = []
    for time in evidence.body_times:
        told = _dated(time)
        if told is None or time.kind not in ("date", "deadline", "interval", "since"):
            continue
        text = evidence.text[time.start : time.end]
        if time.kind == "deadline":
            if evidence.age(time.start, time.end) is not None and evidence.tense(time.start, time.end) != "past":
                found.append((told.last, f"«{text}» is a term still to come", (time.start, time.end)))
        elif evidence.tense(time.start, time.end) == "future":
            last = told.last if time.kind != "since" else edtf.bounds(str(_start(time))).last
            found.append((last, f"«{text}» is spoken of as to come", (time.start, time.end)))
    if not found:
        return []
    last, why, span = min(found)
    return [constraint("relative-year", days.until(last), why, span)]


def past_dates(evidence: Evidence) -> list[Constraint]:
    """«a signé en 2014», «depuis 2013»: written after the beginning of that time; only the latest is kept."""
    found = []
    for time in evidence.body_times:
        told = _dated(time)
        if told is None or time.kind not in ("date", "interval", "since"):
            continue
        tense = evidence.tense(time.start, time.end)
        if tense == "past" or (time.kind == "since" and tense == "" and evidence.folded.startswith("depuis", time.start)):
            text = evidence.text[time.start : time.end]
            found.append((told.first, f"«{text}» is spoken of as past", (time.start, time.end)))
    if not found:
        return []
    first, why, span = max(found)
    return [constraint("past-date", days.since(first), why, span)]


def _start(time: Time) -> str | None:
    assert isinstance(time.meaning, Span)
    return resolve(Time(0, 0, "date", time.meaning.first), None) if time.meaning.first is not None else None


def _dated(time: Time) -> edtf.Bounds | None:
    """Give the bounds of a time whose year is said."""
    if not _says_its_year(time.meaning):
        return None
    told = resolve(time, None)
    return edtf.bounds(told) if told else None


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
