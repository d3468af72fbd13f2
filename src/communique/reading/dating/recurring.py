"""Constraints from events whose date is known: the ninth meeting of a series, the eve of a summit, a national day.

What the lead tells of a numbered meeting is news of about that time; what is told elsewhere only bounds it on one side.
"""

from datetime import date, timedelta

from communique.language.times_grammar import grammar
from communique.language.times_meaning import Calendar
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import CURRENT, Evidence
from communique.reading.dating.facts import FixedDay, Series, facts
from communique.records import edtf

_BEFORE, _AFTER = 60, 31
_ANNOUNCED = 400
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def recurring_meetings(evidence: Evidence) -> list[Constraint]:
    """Numbered meetings whose dates are known, and «à la veille de» any meeting of a known series."""
    found: list[Constraint | None] = []
    known = facts(evidence.language)
    for series in known.series if known.any_series.search(evidence.folded) else ():
        for match in series.pattern.finditer(evidence.folded):
            span = (match.start(), match.end())
            if evidence.sentence(match.start()) is None:
                continue
            before = evidence.folded[max(0, match.start() - 60) : match.start()]
            number = _number(before, evidence.language)
            if facts(evidence.language).cues["eve"].search(before):
                found.append(_eve(evidence, series, number, span))
            elif number in series.meetings:
                found.append(_numbered(evidence, series, number, span))
    return [c for c in found if c is not None]


def _number(before: str, language: str) -> int:
    """Read the ordinal right before a name: «neuvième», «9e», «XIXe»; 0 where there is none."""
    known = grammar(language)
    words = before.split()
    for count in (3, 2, 1):
        word = " ".join(words[-count:])
        if word in known.values["ordinal"]:
            return int(known.values["ordinal"][word])
    last = known.ordinal_marks.sub("", words[-1]) if words else ""
    if last.isdigit() and last != words[-1]:
        return int(last)
    return _roman(last) if last and last != words[-1] and set(last) <= set(_ROMAN) else 0


def _roman(word: str) -> int:
    values = [_ROMAN[c] for c in word]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _eve(evidence: Evidence, series: Series, number: int, span: tuple[int, int]) -> Constraint | None:
    held = [series.meetings[number]] if number in series.meetings else list(series.meetings.values())
    if evidence.age(*span) is None:
        return None
    eves = [edtf.bounds(h).first - timedelta(1) for h in held]
    in_lead = evidence.lead[0] <= span[0] < evidence.lead[1]
    weekday = _weekday_near(evidence, span) or (_weekday_near(evidence, (evidence.lead[0],) * 2) if in_lead else None)
    eves = [e for e in eves if weekday is None or e.isoweekday() == weekday]
    news = weekday is not None and in_lead
    first, last = (0, 1) if news else (CURRENT, CURRENT)
    allowed = days.union(days.around(e, e, first, last) for e in eves)
    return constraint("event-ordinal", allowed, f"on the eve of a {series.name}", span) if eves else None


def _numbered(evidence: Evidence, series: Series, number: int, span: tuple[int, int]) -> Constraint | None:
    first, last = edtf.bounds(series.meetings[number])
    label = f"{series.name} {number} ({series.meetings[number]})"
    tense, age = evidence.tense(*span), evidence.age(*span)
    in_lead = evidence.lead[0] <= span[0] < evidence.lead[1]
    if tense == "future" and age is not None:
        allowed = days.around(first, last, _ANNOUNCED, 0)
        return constraint("event-ordinal", allowed, f"{label} is spoken of as to come", span)
    if in_lead and age == CURRENT:
        return constraint("event-ordinal", days.around(first, last, _BEFORE, _AFTER), f"{label} is news", span)
    begun = first if tense == "past" else first - timedelta(_ANNOUNCED)
    return constraint("event-ordinal", days.since(begun), f"{label} is named", span)


def fixed_days(evidence: Evidence) -> list[Constraint]:
    """A day with a name told with its weekday: the years in which they agree, within a week of it."""
    found = []
    for fixed in facts(evidence.language).fixed_days:
        for match in fixed.pattern.finditer(evidence.folded):
            span = (match.start(), match.end())
            weekday = _weekday_near(evidence, span)
            if weekday is not None and evidence.age(*span) == CURRENT:
                after = 0 if evidence.tense(*span) == "future" else CURRENT
                allowed = days.union(days.around(d, d, CURRENT, after) for d in _on(fixed, weekday))
                found.append(constraint("weekday", allowed, f"{fixed.name} falls on that weekday", span, weaker=-1))
    return found


def _on(fixed: FixedDay, weekday: int) -> list[date]:
    return days.members(days.yearly(fixed.month, fixed.day) & days.on_weekday(weekday))


def _weekday_near(evidence: Evidence, span: tuple[int, int]) -> int | None:
    """Give the one weekday that the clause names, else the sentence; null where none or several."""
    for first, last in (evidence.clause(*span), evidence.sentence(span[0]) or span):
        inside = [t.meaning for t in evidence.times if first <= t.start < last]
        named = {m.weekday for m in inside if isinstance(m, Calendar) and m.weekday is not None and m.month is None}
        if named:
            return named.pop() if len(named) == 1 else None
    return None
