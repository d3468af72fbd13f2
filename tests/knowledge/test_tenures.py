"""Who held what: every tenure has a source and an order of days, and no two people hold one seat at once."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from communique.knowledge.catalog import Catalog, build, read_sources
from communique.knowledge.shapes import Person, Tenure
from communique.records import edtf

SEATS = tomllib.loads(Path(__file__).with_name("seats.toml").read_text(encoding="utf-8"))
TOP = ("head-of-state", "head-of-government", "foreign-minister")
FIRST_YEAR, LAST_YEAR, STATES = date(2010, 1, 1), date(2025, 1, 1), 80
Held = tuple[Person, Tenure]


@pytest.fixture(scope="module")
def known() -> Catalog:
    return build(read_sources())


def all_held(known: Catalog) -> Iterator[Held]:
    for person in known.persons.values():
        yield from ((person, tenure) for tenure in person.tenures)


def surely_overlap(one: Tenure, other: Tenure) -> bool:
    """Tell whether the two must share a day, whatever their imprecise days mean."""
    starts = max(edtf.bounds(t.start).last for t in (one, other))
    ends = min(edtf.bounds(t.end).first if t.end else edtf.LAST for t in (one, other))
    return starts < ends


def told(place: str, seat: str, one: Held, other: Held) -> str:
    """Name two tenures of one seat."""
    return f"{place} {seat}: " + " and ".join(f"{p.name} {t.start}/{t.end}" for p, t in (one, other))


def test_tenures_are_dated_in_order(known: Catalog) -> None:
    wrong = []
    for person, tenure in all_held(known):
        start = edtf.bounds(tenure.start)
        if tenure.end and edtf.bounds(tenure.end).last <= start.first:
            wrong.append(f"{person.name}, {tenure.role}: {tenure.start} to {tenure.end}")
    assert not wrong


def test_tenures_name_their_source(known: Catalog) -> None:
    silent = [f"{p.name}, {t.role}" for p, t in all_held(known) if len(t.source.strip()) < 4]
    assert not silent


def test_nobody_holds_one_office_twice_at_once(known: Catalog) -> None:
    twice = [
        told(person.name, one.role, (person, one), (person, other))
        for person in known.persons.values()
        for one, other in combinations(person.tenures, 2)
        if (one.role, one.state, one.organization) == (other.role, other.state, other.organization) and surely_overlap(one, other)
    ]
    assert not twice


def test_no_two_people_hold_one_seat_at_once(known: Catalog) -> None:
    """By the function for the highest three, else by the role; `seats.toml` lists the exceptions."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for person, tenure in all_held(known):
        place = tenure.organization or tenure.state
        seat = tenure.function if tenure.function in TOP else tenure.role
        if seat not in SEATS["several"].get(place, []):
            groups[place, seat].append((person, tenure))
    found = [
        told(place, seat, one, other)
        for (place, seat), held in sorted(groups.items())
        for one, other in combinations(held, 2)
        if surely_overlap(one[1], other[1]) and not may_stand_beside(place, seat, one[0], other[0])
    ]
    assert not found, "\n".join(found)


def may_stand_beside(place: str, seat: str, one: Person, other: Person) -> bool:
    """Tell whether they are one person, or a pair of which one acted for the other or claimed the seat."""
    listed = (r["people"] for r in SEATS["beside"] if (r["place"], r["seat"]) == (place, seat))
    return one.id == other.id or any(one.name in people and other.name in people for people in listed)


def test_every_exception_is_needed(known: Catalog) -> None:
    names = {person.name for person in known.persons.values()}
    assert not [name for row in SEATS["beside"] for name in row["people"] if name not in names]


@pytest.mark.parametrize("function", TOP)
def test_the_highest_offices_are_known_since_2010(known: Catalog, function: str) -> None:
    """From 2010 to 2025, with gaps of at most half a year in all; a head of state who governs fills both."""
    covered = [code for code in known.states if gap_days(known, code, function) <= 183]
    assert len(covered) >= STATES, f"{len(covered)} states: {' '.join(covered)}"


def gap_days(known: Catalog, code: str, function: str) -> int:
    """Count the days since 2010 on which nobody is known to hold an office."""
    functions = {function, "head-of-state"} if function == "head-of-government" else {function}
    held = [
        (edtf.bounds(t.start).first, edtf.bounds(t.end).last if t.end else LAST_YEAR)
        for p in known.by_state.get(code, ())
        for t in p.tenures
        if t.function in functions
    ]
    day, gap = FIRST_YEAR, 0
    for start, end in sorted(held):
        gap += max(0, (min(start, LAST_YEAR) - day).days)
        day = max(day, min(end, LAST_YEAR))
    return gap + (LAST_YEAR - day).days
