"""Which known person a name in a text is, where the name alone is not a full one of the knowledge base.

Accepts one reading only: one person with that family name and that office, in a state that the document names. A family name
alone is accepted for heads of state, heads of government and foreign ministers only.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from communique.knowledge.catalog import Catalog
from communique.knowledge.shapes import Person
from communique.language.folding import fold
from communique.language.names import Name
from communique.language.roles import Role

_TOP = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK"})
_PARTICLES = frozenset({"al", "el", "bin", "ben", "ibn", "ould", "von", "van", "der", "den", "de", "da", "di", "du", "la", "le"})
_SOUNDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("tch|tsch|cz", "c"), ("sch|shch|sh|ch", "s"), ("zh|dj|dz", "j"), ("kh|gh", "h"), ("ph", "f"), ("th", "t"),
        ("ou|oo", "u"), ("w", "v"), ("ff\\b|f\\b", "v"),
        ("q|ck|c", "k"), ("x", "ks"), ("(?<=[aeiou])[iy](?=[aeo])", ""), ("y", "i"), ("ii+", "i"),
        ("ie", "e"), (r"(.)\1+", r"\1"), ("enka\\b", "enko"), ("h\\b", ""),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Identities:
    """The persons who can be meant in one document: those of the states that it names."""

    known: Catalog
    states: tuple[str, ...]

    def by_office(self, written: str, role: Role) -> Person | None:
        """Give the one person of an office whose family name, and given name if there is one, stand in `written`."""
        tokens = set(_parts(written))
        states = (role.state,) if role.state else self.states
        found = _only(p for p in self._of(states) if _holds(p, role) and _fits(p, tokens))
        return found or (None if role.state else self._of_any_state(tokens, role))

    def _of_any_state(self, tokens: set[str], role: Role) -> Person | None:
        """«President Doe»: the only one of that family name who has ever held that highest office anywhere."""
        if role.function not in _TOP or role.organization:
            return None
        found = {p.id: p for t in tokens for p in self._families.get((t, role.function), ())}
        return _only(p for p in found.values() if _fits(p, tokens))

    @cached_property
    def _families(self) -> dict[tuple[str, str], list[Person]]:
        """Everyone who has held a highest office, by family name and office."""
        found: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in self.known.persons.values():
            for function in {t.function for t in person.tenures} & _TOP:
                for family in {fold(f) for f in person.family}:
                    found[family, function].append(person)
        return found

    def by_name(self, written: str) -> Person | None:
        """Give the one person in a highest office with the same family and given names, in any order."""
        tokens = set(_parts(written))
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


def family_first(name: str, state: str) -> set[str]:
    """Give the first word of a name where it is the family's: «Zhang» of «Zhang Wei» of China."""
    words = name.split()
    return {words[0]} if state in _FAMILY_FIRST and 2 <= len(words) <= 3 else set()


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
    """Is the family name there, and where more is written, a given name as well? However it is spelt in our letters."""
    family, given = _spellings(person.family, tuple(n for names in person.names.values() for n in names))
    sounds = {sound(t) for t in tokens} - _PARTICLES
    if not family & sounds:
        return False
    rest = sounds - family
    initials = {g[:1] for g in given} if any(len(s) == 1 for s in rest) else set()
    return not rest or bool({_bones(s) for s in rest} & given) or bool(rest & initials)


@lru_cache(maxsize=4096)
def _spellings(families: tuple[str, ...], names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Give how a person's family names sound, and the consonants of the given ones."""
    family = frozenset(sound(part) for f in families for part in _parts(f)) - _PARTICLES
    given = (sound(part) for name in names for part in _parts(name))
    return family, frozenset(_bones(g) for g in given if g not in family)


def _parts(name: str) -> list[str]:
    return fold(name).replace("-", " ").replace(".", " ").split()


@lru_cache(maxsize=32768)
def sound(word: str) -> str:
    """Give one spelling for those that a name from another script has: «Tokaïev», «Tokayev» and «Tokaev» are one."""
    written = fold(word).replace("'", "").removeprefix("al-").removeprefix("el-")
    for pattern, letter in _SOUNDS:
        written = pattern.sub(letter, written)
    return written or fold(word)


def _bones(sounded: str) -> str:
    """Give the first letter and the consonants: vowels of given names are written in many ways («Muhammad», «Mohamed»)."""
    return sounded[:1] + re.sub(r"[aeiou]", "", sounded[1:])
