"""Which known person a name in a text is, where the name alone is not a full one of the knowledge base.

Accepts one reading only: one person with that family name and that office, in a state that the document names. A family name
alone is accepted for heads of state, heads of government and foreign ministers only.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from communique.knowledge.catalog import Catalog
from communique.knowledge.shapes import Person
from communique.language.folding import fold
from communique.language.names import Name
from communique.language.roles import Role

_TOP = frozenset({"head-of-state", "head-of-government", "foreign-minister"})


@dataclass(frozen=True)
class Identities:
    """The persons who can be meant in one document: those of the states that it names."""

    known: Catalog
    states: tuple[str, ...]

    def by_office(self, written: str, role: Role) -> Person | None:
        """Give the one person of an office whose family name, and given name if there is one, stand in `written`."""
        tokens = set(fold(written).replace("-", " ").split())
        states = (role.state,) if role.state else self.states
        return _only(p for p in self._of(states) if _holds(p, role) and _fits(p, tokens))

    def by_name(self, written: str) -> Person | None:
        """Give the one person in a highest office with the same family and given names, in any order."""
        tokens = set(fold(written).replace("-", " ").split())
        return _only(p for p in self._of(self.states) if _top(p) and len(tokens) > 1 and _fits(p, tokens))

    def by_family(self, family: str) -> Person | None:
        """Give the one person in a highest office with a family name."""
        folded = fold(family)
        return _only(p for p in self._of(self.states) if _top(p) and any(fold(f) == folded for f in p.family))

    def families(self) -> tuple[str, ...]:
        """Give the family names that stand for one person each."""
        counts: Counter[str] = Counter(f for p in self._of(self.states) if _top(p) for f in set(p.family))
        return tuple(sorted(f for f, n in counts.items() if n == 1 and len(f) > 3 and " " not in f))

    def _of(self, states: Iterable[str]) -> Iterable[Person]:
        return (p for s in states for p in self.known.by_state.get(s, ()))


def identities(known: Catalog, names: list[Name]) -> Identities:
    """Give the persons of the states that a document names, the most named first."""
    counts = Counter(n.key for n in names if n.kind in ("state", "adjective", "combining") and n.key in known.states)
    for name in names:
        if name.kind == "place" and name.key and (state := known.places[name.key].metonym_state):
            counts[state] += 1
    return Identities(known, tuple(sorted(counts, key=lambda s: (-counts[s], s))[:6]))


def _only(found: Iterable[Person]) -> Person | None:
    people = list({p.id: p for p in found}.values())
    return people[0] if len(people) == 1 else None


def _holds(person: Person, role: Role) -> bool:
    return any(t.function == role.function or t.role == role.role for t in person.tenures)


def _top(person: Person) -> bool:
    return any(t.function in _TOP for t in person.tenures)


def _fits(person: Person, tokens: set[str]) -> bool:
    """Is the family name there, and where more is written, a given name as well?"""
    family = {part for f in person.family for part in fold(f).replace("-", " ").split()}
    if not family & tokens:
        return False
    given = {part for names in person.names.values() for n in names for part in fold(n).replace("-", " ").split()} - family
    return not tokens - family or bool(tokens & given)
