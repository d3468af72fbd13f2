"""Who held which office when. Several holders in the span of a date stay several: the caller decides, never this."""

from datetime import date

from communique.knowledge.catalog import Catalog
from communique.knowledge.shapes import Person, Tenure
from communique.records import edtf


def held(tenure: Tenure, first: date, last: date) -> bool:
    """Tell whether an office can have been held on some day between two days, both inclusive."""
    start = edtf.bounds(tenure.start).first
    end = edtf.bounds(tenure.end).last if tenure.end else edtf.LAST
    return start <= last and first <= end


def offices(person: Person, when: str | None) -> tuple[Tenure, ...]:
    """Give the offices that someone can have held at a date (EDTF); all where the date is unknown."""
    if when is None:
        return person.tenures
    spans = edtf.spans(when)
    return tuple(t for t in person.tenures if any(held(t, s.first, s.last) for s in spans))


def holders(known: Catalog, state: str, when: str | None, *, function: str = "", role: str = "") -> tuple[Person, ...]:
    """Give everyone who can have held a function, or a role, of a state at a date (EDTF)."""
    found = []
    for person in known.by_state.get(state, ()):
        fitting = [t for t in offices(person, when) if (not function or t.function == function) and (not role or t.role == role)]
        if fitting:
            found.append(person)
    return tuple(found)
