"""Time expressions of a text, and what they mean on the day it was published.

`find_times` reads words and stays undecided about years that are not said; `resolve` decides them from the publication
date. Refuses times of day, habits («every Monday») and names of months that stand for something else.
"""

from dataclasses import dataclass, replace
from typing import Literal

from communique.language.times_figures import Order
from communique.language.times_grammar import Frame, Grammar, grammar
from communique.language.times_meaning import (
    Calendar,
    Meaning,
    Offset,
    Several,
    Shifted,
    Span,
    Vague,
)
from communique.language.times_points import Point, Reading, TimeKind, find_points
from communique.language.times_resolve import resolve_meaning

_FAR = 5
"""Paragraphs after which «the day before» no longer counts from a day that was named."""
_FRAMED = ("word", "abbreviation", "relative", "now")
"""Points that never stand by themselves."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with the prepositions that make its meaning; `resolve` gives its date."""

    start: int
    end: int
    kind: TimeKind
    meaning: Meaning
    approximate: bool = False


def find_times(text: str, folded: str, language: str, *, every: bool = False, order: Order = "") -> list[Time]:
    """Give the times of a text in order, none overlapping another; `folded` has its offsets, `order` says how it writes dates in figures.

    With `every` also what a bare phrase may mean and news does not: «mars» alone, «le 16», «3/5», names in any case.
    """
    known = grammar(language)
    rules = known.rules if every else [rule for rule in known.rules if not rule.bare]
    points = find_points(rules, Reading(text, folded, known, every, order or ("month" if every else "")))
    return _anchored(_framed(points, folded, known, every), folded, every)


def resolve(time: Time, anchor: str | None, tense_hint: Literal["past", "future", ""] = "") -> str | None:
    """Give a time as EDTF, counted from the publication date (EDTF or null); null where that leaves it open.

    The hint is the tense of the clause; without one, a time without a year is the last one on or before the anchor.
    """
    deadline = time.kind == "deadline"
    hint = tense_hint or ("future" if deadline else "")
    found = resolve_meaning(time.meaning, anchor, hint, deadline=deadline)
    plain = found is not None and not set(found) & set("/[{~")
    return f"{found}~" if found and plain and time.approximate else found


def _framed(points: list[Point], folded: str, known: Grammar, every: bool) -> list[Time]:
    found: list[Time] = []
    index = 0
    while index < len(points):
        pair = _relative(points, index, folded, known) or _pair(points, index, folded, known)
        time = pair or _single(points[index], folded, known, found)
        if time is None and every and points[index].weak not in _FRAMED:
            time = Time(
                points[index].start,
                points[index].end,
                points[index].kind,
                points[index].meaning,
            )
        if time is not None:
            found.append(time)
        index += 2 if pair else 1
    return found


def _relative(points: list[Point], index: int, folded: str, known: Grammar) -> Time | None:
    """«Two days before» and the day that follows."""
    if points[index].weak != "relative" or index + 1 == len(points):
        return None
    shift, base = points[index].meaning, points[index + 1]
    near = known.gap.fullmatch(folded, points[index].end, base.start)
    if not isinstance(shift, Shifted) or not near or not _names_a_day(base.meaning):
        return None
    return Time(
        points[index].start,
        base.end,
        "date",
        Shifted(base.meaning, shift.days, shift.months),
    )


def _pair(points: list[Point], index: int, folded: str, known: Grammar) -> Time | None:
    """«de 2014 à 2016», «entre mars et mai»."""
    if index + 1 == len(points):
        return None
    first, last = points[index], points[index + 1]
    lead = known.lead.match(folded, last.start, last.end)
    ends = (last.start, lead.end()) if lead else (last.start,)
    for frame in known.frames:
        if frame.between is None or not any(frame.between.fullmatch(folded, first.end, end) for end in ends):
            continue
        if frame.of and not all(_precision(p) in frame.of for p in (first, last)):
            continue
        if start := _before(frame, folded, first.start):
            meaning = Span(_inherit(first.meaning, last.meaning), last.meaning)
            return Time(start - 1, last.end, "interval", meaning)
    return None


def _precision(point: Point) -> str:
    return point.meaning.precision if isinstance(point.meaning, Calendar) else ""


def _single(point: Point, folded: str, known: Grammar, found: list[Time]) -> Time | None:
    """One time with the words before it, or joined to the time before; null where it is too weak to count."""
    for frame in known.frames:
        if frame.between is not None or not _fits(frame, point, folded):
            continue
        if start := _before(frame, folded, point.start):
            return _with_frame(frame.kind, start - 1, _with_tail(frame, point, folded))
    if found and known.join.fullmatch(folded, found[-1].end, point.start) and (joined := _joined(found[-1], point)):
        found.pop()
        return joined
    return None if point.weak else Time(point.start, point.end, point.kind, point.meaning)


def _before(frame: Frame, folded: str, at: int) -> int:
    """Give where the words before a time begin, plus one; 0 where they are others."""
    match = frame.before.search(folded, max(0, at - 40), at)
    if match is None:
        return 0
    return (match.start() if match[0].strip() else at) + 1


def _fits(frame: Frame, point: Point, folded: str) -> bool:
    if point.kind in ("vague", "anniversary") or (frame.of and point.weak not in frame.of):
        return False
    return frame.after is None or bool(frame.after.match(folded, point.end))


def _with_tail(frame: Frame, point: Point, folded: str) -> Point:
    """«From 2016 onwards»: the words after belong to it."""
    match = frame.after.match(folded, point.end) if frame.after else None
    return replace(point, end=match.end("tail")) if match and match.groupdict().get("tail") else point


def _with_frame(kind: str, start: int, point: Point) -> Time:
    match kind:
        case "since":
            return Time(start, point.end, "since", Span(point.meaning, None))
        case "until":
            return Time(start, point.end, "until", Span(None, point.meaning))
        case "deadline":
            return Time(start, point.end, "deadline", point.meaning)
        case "about":
            return Time(start, point.end, "date", point.meaning, approximate=True)
    return Time(start, point.end, point.kind, point.meaning)


def _joined(time: Time, point: Point) -> Time | None:
    """«en 2013 et 2016», «en mars et avril 2016»."""
    members = time.meaning.members if isinstance(time.meaning, Several) else (time.meaning,)
    last = members[-1]
    if time.kind != "date" or not isinstance(last, Calendar) or not isinstance(point.meaning, Calendar):
        return None
    same = last.precision == point.meaning.precision and last.precision in (
        "year",
        "month",
    )
    if not same or last.lean or point.meaning.lean or not (point.weak or not last.dated):
        return None
    members = tuple(_inherit(m, point.meaning) for m in members)
    return Time(
        time.start,
        point.end,
        "date",
        Several((*members, point.meaning)),
        time.approximate,
    )


def _inherit(first: Meaning, last: Meaning) -> Meaning:
    """Give a time the year that only the next one says: «de mars à mai 2016»; a later month is of the year before."""
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.dated or not last.dated:
        return first
    if first.month is None or last.month is None:
        return first
    back = int((first.month, first.day or 0) > (last.month, last.day or 31))
    year = None if last.year is None else last.year - back
    return replace(first, year=year, shift=None if last.shift is None else last.shift - back)


def _anchored(times: list[Time], folded: str, every: bool) -> list[Time]:
    """Let «the day before» count from the last day named before it, a few paragraphs above at most."""
    found: list[Time] = []
    for time in times:
        if isinstance(time.meaning, Shifted) and isinstance(time.meaning.base, Vague):
            base = next((t for t in reversed(found) if _names_a_day(t.meaning)), None)
            if base is None and every:
                found.append(replace(time, meaning=Offset("day", time.meaning.days)))
                continue
            if base is None or folded.count("\n\n", base.end, time.start) > _FAR:
                continue
            time = replace(time, meaning=Shifted(base.meaning, time.meaning.days))
        found.append(time)
    return found


def _names_a_day(meaning: Meaning) -> bool:
    match meaning:
        case Calendar():
            return meaning.precision == "day"
        case Shifted():
            return True
    return getattr(meaning, "unit", "") == "day"
