"""Meanings into EDTF, counted from a publication date: a day, a coarser date, an interval or a set of them.

A coarse date is tried on its days: one answer is the answer, several are their set; a day counted from an unknown day
is no finer than that date. Refuses to guess: without a date, what needs one is null.
"""

from datetime import date, timedelta

from communique.language.times_calendar import calendar_span, decade, moved, nth, shifted_unit, stretch, week_of, year_parts
from communique.language.times_meaning import (
    Calendar,
    Decade,
    Either,
    Firsts,
    Meaning,
    Nth,
    Offset,
    Several,
    Shifted,
    Span,
    Stretch,
    WeekOf,
    is_absolute,
)
from communique.records import edtf

_MOST = 6
_NO_DAY = date(2000, 1, 1)


def resolve_meaning(meaning: Meaning, anchor: str | None, hint: str, *, deadline: bool = False) -> str | None:
    """Give a meaning as EDTF relative to an anchor, null where it stays open."""
    if is_absolute(meaning):
        return _on(meaning, _NO_DAY, hint, deadline)
    if anchor is None:
        return None
    found: list[str] = []
    for span in edtf.spans(anchor):
        answer = _from_span(meaning, span, hint, deadline)
        if answer is None:
            return None
        found.extend(answer)
    return _together(list(dict.fromkeys(found)))


def _from_span(meaning: Meaning, span: edtf.Bounds, hint: str, deadline: bool) -> list[str] | None:
    if span.first == span.last:
        answer = _on(meaning, span.first, hint, deadline)
        return None if answer is None else [answer]
    if span.first == edtf.FIRST or span.last == edtf.LAST:
        return None
    if _near(meaning):
        return [_name(span)]
    days = (span.last - span.first).days
    if days > 12 * 366:
        return None
    tried = [span.first + timedelta(n) for n in sorted({*range(0, days, 7 if days > 62 else 1), days})]
    answers = list(dict.fromkeys(_on(meaning, day, hint, deadline) for day in tried))
    if None in answers or len(answers) > _MOST:
        return None
    return [a for a in answers if a is not None]


def _near(meaning: Meaning) -> bool:
    """Tell whether a meaning lies within days of the anchor, so that a coarse anchor is all that is known of it."""
    match meaning:
        case Calendar():
            return meaning.weekday is not None and meaning.month is None
        case Offset() | Stretch():
            return meaning.unit in ("day", "week", "weekend") and abs(meaning.amount) < 7
        case Shifted():
            return not is_absolute(meaning.base) and _near(meaning.base)
        case Span():
            return any(_near(end) for end in (meaning.first, meaning.last) if end is not None and not is_absolute(end))
    return False


def _on(meaning: Meaning, day: date, hint: str, deadline: bool) -> str | None:
    """Resolve on one day of writing."""
    match meaning:
        case Calendar():
            return calendar_span(meaning, day, hint, deadline=deadline)
        case Offset():
            return shifted_unit(meaning, day, deadline=deadline)
        case Stretch():
            return stretch(meaning, day)
        case Firsts():
            return year_parts(meaning, day)
        case Decade():
            return decade(meaning)
        case WeekOf():
            return week_of(calendar_span(meaning.day, day, hint))
        case Nth():
            return nth(meaning, _on(meaning.month, day, hint, False))
        case Shifted():
            base = _on(meaning.base, day, hint, deadline)
            return None if base is None else moved(edtf.bounds(base).first, meaning.days, meaning.months)
        case Span():
            return _interval(meaning, day, hint)
        case Several():
            return _listed([_on(m, day, hint, deadline) for m in meaning.members])
        case Either():
            return _one_of([_on(m, day, hint, deadline) for m in meaning.members])
    return None


def _interval(span: Span, day: date, hint: str) -> str | None:
    last = _on(span.last, day, hint, False) if span.last is not None else ".."
    if last is None:
        return None
    counted = isinstance(span.first, Calendar) and span.first.months is None and span.last is not None and not is_absolute(span.last)
    reference = edtf.bounds(last).last if counted else day
    earlier = "past" if span.last is not None else hint
    first = _on(span.first, reference, earlier, False) if span.first is not None else ".."
    if first is None:
        return None
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    if start == end:
        return start
    if ".." not in (start, end) and edtf.bounds(start).first > edtf.bounds(end).last:
        return None
    return f"{start}/{end}"


def _listed(answers: list[str | None]) -> str | None:
    """Join times told together: neighbours are an interval, others the set of all of them."""
    if None in answers or not answers:
        return None
    known = [a for a in answers if a is not None]
    ends = [edtf.bounds(a) for a in known]
    if all(b.first == a.last + timedelta(1) for a, b in zip(ends, ends[1:], strict=False)):
        return f"{known[0].partition('/')[0]}/{known[-1].rpartition('/')[2]}"
    return "{" + ",".join(a.replace("/", "..") for a in known) + "}"


def _one_of(answers: list[str | None]) -> str | None:
    """Join days of which only one is meant; null where one of them stays open."""
    known = sorted({a for a in answers if a is not None})
    if None in answers or not known:
        return None
    return known[0] if len(known) == 1 else "[" + ",".join(known) + "]"


def _together(answers: list[str]) -> str | None:
    """Join the answers of several possible anchors."""
    if len(answers) == 1:
        return answers[0]
    if len(answers) > _MOST or any(a[0] == "{" for a in answers):
        return None
    ordered = sorted(answers, key=lambda a: edtf.bounds(a))
    return "[" + ",".join(a.replace("/", "..").replace("....", "..") for a in ordered) + "]"


def _name(span: edtf.Bounds) -> str:
    """Name a span of days: as a year or a month where it is one."""
    for text in (f"{span.first.year:04}", f"{span.first:%Y-%m}"):
        if edtf.bounds(text) == span:
            return text
    return f"{span.first}/{span.last}"
