"""Time expressions of a text, and what they mean on the day it was published.

`find_times` reads words and stays undecided about years that are not said; `resolve` decides them from the publication
date. Refuses times of day, habits («every Monday») and names of months that stand for something else.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal, cast

from communique.language.times_grammar import Frame, Grammar, Rule, grammar
from communique.language.times_meaning import Calendar, Meaning, Several, Shifted, Span, Vague
from communique.language.times_resolve import resolve_meaning
from communique.language.times_senses import SENSES, Slots

_FAR = 5
"""Paragraphs after which «the day before» no longer counts from a day that was named."""
TimeKind = Literal["date", "interval", "since", "until", "deadline", "anniversary", "vague"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with the prepositions that make its meaning; `resolve` gives its date."""

    start: int
    end: int
    kind: TimeKind
    meaning: Meaning
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """A match before frames are read: `weak` names what it is where it does not count by itself."""

    start: int
    end: int
    kind: TimeKind
    meaning: Meaning
    weak: str


def find_times(text: str, folded: str, language: str) -> list[Time]:
    """Give the times of a text in order, none overlapping another; `folded` has its offsets."""
    known = grammar(language)
    points = _longest([p for rule in known.rules for p in _matches(rule, text, folded, known)])
    return _anchored(_framed(points, folded, known), folded)


def resolve(time: Time, anchor: str | None, tense_hint: Literal["past", "future", ""] = "") -> str | None:
    """Give a time as EDTF, counted from the publication date (EDTF or null); null where that leaves it open.

    The hint is the tense of the clause; without one, a time without a year is the last one on or before the anchor.
    """
    deadline = time.kind == "deadline"
    hint = tense_hint or ("future" if deadline else "")
    found = resolve_meaning(time.meaning, anchor, hint, deadline=deadline)
    plain = found is not None and not set(found) & set("/[{~")
    return f"{found}~" if found and plain and time.approximate else found


def _matches(rule: Rule, text: str, folded: str, known: Grammar) -> list[_Point]:
    found = []
    for match in rule.pattern.finditer(folded):
        if rule.lower and _is_a_name(text, folded, match):
            continue
        meaning = SENSES[rule.sense](Slots(match, known))
        if meaning is not None:
            found.append(_Point(match.start(), match.end(), cast(TimeKind, rule.kind), meaning, rule.weak))
    return found


def _is_a_name(text: str, folded: str, match: re.Match[str]) -> bool:
    """Tell «Mars» the planet, «M. Mai» and the «place du 30 Juin» from months, the «MARS» of a dateline included."""
    month = text[match.start("month") : match.end("month")]
    if not month[:1].isupper() or month.isupper():
        return False
    slots = match.groupdict()
    if not slots.get("day"):
        return True
    return not slots.get("year") and folded[: match.start()].endswith("du ")


def _longest(points: list[_Point]) -> list[_Point]:
    points.sort(key=lambda p: (p.start - p.end, bool(p.weak), p.start))
    taken: list[_Point] = []
    for point in points:
        if all(point.end <= other.start or other.end <= point.start for other in taken):
            taken.append(point)
    return sorted(taken, key=lambda p: p.start)


def _framed(points: list[_Point], folded: str, known: Grammar) -> list[Time]:
    found: list[Time] = []
    index = 0
    while index < len(points):
        pair = _pair(points, index, folded, known)
        time = pair or _single(points[index], folded, known, found)
        if time is not None:
            found.append(time)
        index += 2 if pair else 1
    return found


def _pair(points: list[_Point], index: int, folded: str, known: Grammar) -> Time | None:
    """«de 2014 à 2016», «entre mars et mai»."""
    if index + 1 == len(points):
        return None
    first, last = points[index], points[index + 1]
    for frame in known.frames:
        if frame.between is None or not frame.between.fullmatch(folded, first.end, last.start):
            continue
        if frame.of and not all(_precision(p) in frame.of for p in (first, last)):
            continue
        if start := _before(frame, folded, first.start):
            meaning = Span(_inherit(first.meaning, last.meaning), last.meaning)
            return Time(start - 1, last.end, "interval", meaning)
    return None


def _precision(point: _Point) -> str:
    return point.meaning.precision if isinstance(point.meaning, Calendar) else ""


def _single(point: _Point, folded: str, known: Grammar, found: list[Time]) -> Time | None:
    """One time with the words before it, or joined to the time before; null where it is too weak to count."""
    for frame in known.frames:
        if frame.between is not None or not _fits(frame, point, folded):
            continue
        if start := _before(frame, folded, point.start):
            return _with_frame(frame.kind, start - 1, point)
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


def _fits(frame: Frame, point: _Point, folded: str) -> bool:
    if point.kind in ("vague", "anniversary") or (frame.of and point.weak not in frame.of):
        return False
    return frame.after is None or bool(frame.after.match(folded, point.end))


def _with_frame(kind: str, start: int, point: _Point) -> Time:
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


def _joined(time: Time, point: _Point) -> Time | None:
    """«en 2013 et 2016», «en mars et avril 2016»."""
    members = time.meaning.members if isinstance(time.meaning, Several) else (time.meaning,)
    last = members[-1]
    if time.kind != "date" or not isinstance(last, Calendar) or not isinstance(point.meaning, Calendar):
        return None
    same = last.precision == point.meaning.precision and last.precision in ("year", "month")
    if not same or not (point.weak or not last.dated):
        return None
    members = tuple(_inherit(m, point.meaning) for m in members)
    return Time(time.start, point.end, "date", Several((*members, point.meaning)), time.approximate)


def _inherit(first: Meaning, last: Meaning) -> Meaning:
    """Give a time the year that only the next one says: «de mars à mai 2016»; a later month is of the year before."""
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.dated or not last.dated:
        return first
    if first.month is None or last.month is None:
        return first
    back = int((first.month, first.day or 0) > (last.month, last.day or 31))
    year = None if last.year is None else last.year - back
    return replace(first, year=year, shift=None if last.shift is None else last.shift - back)


def _anchored(times: list[Time], folded: str) -> list[Time]:
    """Let «the day before» count from the last day named before it, a few paragraphs above at most."""
    found: list[Time] = []
    for time in times:
        if isinstance(time.meaning, Shifted) and isinstance(time.meaning.base, Vague):
            base = next((t for t in reversed(found) if _names_a_day(t.meaning)), None)
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
