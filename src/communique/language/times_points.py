"""Where the rules of the time grammar match, before frames are read: points that may count or not, the longest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, cast

from communique.language.times_figures import Order
from communique.language.times_grammar import Grammar, Rule
from communique.language.times_meaning import Meaning
from communique.language.times_needs import windows
from communique.language.times_senses import SENSES, Slots

TimeKind = Literal["date", "interval", "since", "until", "deadline", "anniversary", "vague"]


@dataclass(frozen=True, slots=True)
class Point:
    """A match before frames are read: `weak` names what it is where it does not count by itself."""

    start: int
    end: int
    kind: TimeKind
    meaning: Meaning
    weak: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one look for times has at hand."""

    text: str
    folded: str
    known: Grammar
    every: bool
    order: Order


def find_points(rules: Iterable[Rule], read: Reading) -> list[Point]:
    """Give what the rules find, none overlapping another, in order."""
    return _longest([p for match, rule in _tried(rules, read.folded) if (p := _point(match, rule, read))])


def _tried(rules: Iterable[Rule], folded: str) -> Iterator[tuple[re.Match[str], Rule]]:
    """Yield what rules match, each tried only where a word of every slot it needs stands."""
    for start, end, words in windows(folded):
        for rule in rules:
            if not any(need.isdisjoint(words) for need in rule.needs):
                for match in rule.pattern.finditer(folded, start, end):
                    yield match, rule


def _point(match: re.Match[str], rule: Rule, read: Reading) -> Point | None:
    if not read.every:
        named = rule.case == "lower" and _is_a_name(read.text, read.folded, match)
        if named or (rule.case == "upper" and _is_a_word(read.text, read.folded, match, read.known)):
            return None
        if rule.unless and rule.unless.search(read.folded, max(0, match.start() - 80), match.start()):
            return None
    meaning = SENSES[rule.sense](Slots(match, read.known, read.order))
    return Point(match.start(), match.end(), cast(TimeKind, rule.kind), meaning, rule.weak) if meaning is not None else None


def _is_a_name(text: str, folded: str, match: re.Match[str]) -> bool:
    """Tell «Mars» the planet, «M. Mai» and the «place du 30 Juin» from months, the «MARS» of a dateline included."""
    named = "month" if match.groupdict().get("month") else "clear_month"
    month = text[match.start(named) : match.end(named)]
    if not month[:1].isupper() or month.isupper():
        return False
    slots = match.groupdict()
    if not slots.get("day"):
        return True
    return not slots.get("year") and folded[: match.start()].endswith("du ")


def _is_a_word(text: str, folded: str, match: re.Match[str], known: Grammar) -> bool:
    """Tell «they may», «a march» and «April Smith» from months where names of months have capitals; small letters alone tell nothing."""
    slots = [name for name in ("month", "clear_month", "weekday", "full_weekday") if match.groupdict().get(name)]
    if not slots or text.islower():
        return False
    if text[match.start(slots[0])].islower():
        return True
    bare = match.span() == match.span(slots[0]) and slots[0] == "clear_month"
    named = bare and re.match(r" [A-Z][a-z]", text[match.end() : match.end() + 3])
    return bool(named and known.before_names and not known.before_names.search(folded, max(0, match.start() - 12), match.start()))


def _longest(points: list[Point]) -> list[Point]:
    points.sort(key=lambda p: (p.start - p.end, bool(p.weak), p.start))
    taken: list[Point] = []
    for point in points:
        if all(point.end <= other.start or other.end <= point.start for other in taken):
            taken.append(point)
    return sorted(taken, key=lambda p: p.start)
