"""Where known names stand in a text: states, adjectives of states, places, organizations, initiatives, persons, formulas.

One automaton over the folded text. Ambiguity stays: a name shared by two states has two keys. The longest name wins over
those inside it; a family name alone is no name here (the document's cast decides on those).
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from communique.errors import KnowledgeError
from communique.knowledge.catalog import COMPILED, Catalog, catalog
from communique.language.folding import fold, plain
from communique.language.titles import title_openings, titles

NameKind = Literal["state", "adjective", "combining", "place", "organization", "initiative", "person", "formula"]
_RANK = {
    "person": 0,
    "initiative": 1,
    "organization": 2,
    "formula": 3,
    "state": 4,
    "place": 5,
    "adjective": 6,
    "combining": 7,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in the text; several keys where it is ambiguous."""

    start: int
    end: int
    kind: NameKind
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """The only key, empty where the name is ambiguous."""
        return self.keys[0] if len(self.keys) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: NameKind
    key: str
    case: Literal["any", "capital", "exact"]
    text: str


class Gazetteer:
    """The automaton of one language's names. English names count in every language."""

    def __init__(self, known: Catalog, table: dict[str, list[list[str]]], language: str = "") -> None:
        import ahocorasick

        self._known, self._language = known, language
        self._automaton: Any = ahocorasick.Automaton()
        for folded, entries in table.items():
            self._automaton.add_word(folded, (len(folded), entries))
        self._automaton.make_automaton()

    def find(self, text: str, folded: str | None = None) -> list[Name]:
        """Give the known names of a text in order, none overlapping another."""
        folded = fold(text) if folded is None else folded
        hits: list[Name] = []
        for last, (length, entries) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if _bounded(folded, start, end):
                hits.extend(_clear(_fitting(text, start, end, entries), self._known))
        return self._of_no_person(text, _longest(hits))

    def _of_no_person(self, text: str, names: list[Name]) -> list[Name]:
        """Leave out what is part of a person's name («Mary Doe», «Jane Jordan»), where a place or a state has that name too."""
        doubtful = self._known.homonyms.get(self._language, frozenset())
        starts, ends = {n.start for n in names}, {n.end for n in names}
        return [
            n
            for n in names
            if n.kind not in ("state", "place")
            or text[n.start : n.end] not in doubtful
            or not _in_longer(text, n, starts, ends, self._language)
        ]


def _in_longer(text: str, name: Name, starts: set[int], ends: set[int], language: str) -> bool:
    """Does a word in capitals that is no name or title of its own stand right beside a name, and no preposition of places before it?"""
    line = text[text.rfind("\n", 0, name.start) + 1 :].split("\n", 1)[0]
    if sum(w[:1].isupper() for w in line.split()) > 0.7 * len(line.split()) or _LOCATIVE.search(text, 0, name.start):
        return False
    openings, fields = title_openings(language), titles(language).fields
    after, before = _AFTER.match(text, name.end), _BEFORE.search(text, max(0, name.start - 30), name.start)
    word = fold(after[1]).split("-")[0] if after else ""
    if after and name.end + 1 not in starts and word not in openings and not any(f.fullmatch(word) for f in fields):
        return True
    return bool(before and name.start - 1 not in ends and fold(before[1]) not in openings)


_AFTER = re.compile(r"[ \u00a0]([A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-ÿ])(?=[ \u00a0,.;:)]|$)")
_BEFORE = re.compile(r"(?<=[\w,]\s)([A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-ÿ])[ \u00a0]$")
_LOCATIVE = re.compile(r"(?<!\w)(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nto|[Ff]rom|[Tt]o|à|À|[Aa]u|[Ee]n|[Vv]ers|[Dd]epuis)[ \u00a0]$")


def _entries(known: Catalog, language: str) -> list[tuple[str, _Entry]]:
    found: list[tuple[str, _Entry]] = []

    def add(kind: NameKind, key: str, names: tuple[str, ...], case: Literal["any", "capital", "exact"]) -> None:
        found.extend((name, _Entry(kind, key, case, name)) for name in names if len(name) > 1)

    languages = dict.fromkeys((language, "en"))
    for code in languages:
        own = code == language
        for state in known.states.values():
            short = tuple(n for n in state.names.get(code, ()) if _acronym(n))
            add("state", state.id, short, "exact")
            add("state", state.id, tuple(n for n in state.names.get(code, ()) if n not in short), "capital")
            add("state", state.id, tuple(d.text for d in state.old.get(code, ())), "capital")
            add("state", state.id, state.metonyms.get(code, ()), "exact")
            if own:
                add("adjective", state.id, tuple(a for a in state.adjectives.get(code, ()) if _acronym(a)), "exact")
                # «polish» is a verb: an adjective that its language writes with a capital is one only with it
                for adjective in (a for a in state.adjectives.get(code, ()) if not _acronym(a)):
                    add("adjective", state.id, (adjective,), "capital" if adjective[0].isupper() else "any")
                add("adjective", state.id, state.inhabitants.get(code, ()), "capital")
                add("combining", state.id, tuple(c.rstrip("-") + "-" for c in state.combining.get(code, ())), "any")
        for place in known.places.values():
            add("place", place.id, place.names.get(code, ()), "capital")
            add("place", place.id, tuple(d.text for d in place.periods.get(code, ())), "capital")
        for organization in known.organizations.values():
            case: Literal["capital", "exact"] = "exact" if organization.kind in ("media", "company") else "capital"
            add("organization", organization.id, organization.names.get(code, ()), case)
            add("organization", organization.id, organization.acronyms.get(code, ()), "exact")
        for initiative in known.initiatives.values():
            names = initiative.names.get(code, ())
            add("initiative", initiative.id, tuple(n for n in names if not n.isupper()), "any")
            add("initiative", initiative.id, tuple(n for n in names if n.isupper()), "exact")
        for person in known.persons.values():
            add("person", person.id, tuple(n for n in person.names.get(code, ()) if " " in n or "-" in n), "capital")
        if own:
            for formula in known.formulas.values():
                add("formula", formula.id, formula.names.get(code, ()), "any")
    return found


def _acronym(name: str) -> bool:
    """Is it in capitals throughout («US», «U.A.E.»), so that other letters make another word («us»)?"""
    return name.isupper() and len(name.replace(".", "")) <= 5


def _bounded(folded: str, start: int, end: int) -> bool:
    before = start == 0 or not folded[start - 1].isalnum()
    after = end == len(folded) or not folded[end].isalnum() or folded[end - 1] == "-"
    return before and after


def _fitting(text: str, start: int, end: int, entries: list[list[str]]) -> list[Name]:
    written = plain(text[start:end])
    keys: dict[NameKind, list[str]] = {}
    for kind, key, case, exact in entries:
        if (case == "exact" and written != exact) or (case == "capital" and not written[0].isupper()):
            continue
        keys.setdefault(cast(NameKind, kind), []).append(key)
    return [Name(start, end, kind, tuple(sorted(set(found)))) for kind, found in keys.items()]


def _clear(names: list[Name], known: Catalog) -> list[Name]:
    """A city that shares its name with another state leaves both undecided («Grenade»); a seat of power stands for its state."""
    states = [n for n in names if n.kind == "state"]
    bodies = [n for n in names if n.kind == "organization" and n.key and known.organizations[n.key].kind == "body"]
    if states and bodies:
        names = [n for n in names if n.kind != "organization"]
    places = [n for n in names if n.kind == "place" and n.key]
    if states and places and known.places[places[0].key].state not in states[0].keys:
        return [
            Name(n.start, n.end, n.kind, tuple(sorted({*n.keys, places[0].key}))) if n.kind == "state" else n
            for n in names
            if n.kind != "place"
        ]
    return names


def _longest(hits: list[Name]) -> list[Name]:
    hits.sort(key=lambda n: (n.start, -(n.end - n.start), _RANK[n.kind]))
    kept: list[Name] = []
    for hit in hits:
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def names_table(known: Catalog, language: str) -> dict[str, list[list[str]]]:
    """Give each folded name with what it can be: rows of kind, key, case and the name as written."""
    table: dict[str, list[list[str]]] = {}
    for text, entry in _entries(known, language):
        rows = table.setdefault(fold(text), [])
        row = [entry.kind, entry.key, entry.case, entry.text if entry.case == "exact" else ""]
        if row not in rows:
            rows.append(row)
    return {folded: rows for folded, rows in sorted(table.items()) if folded}


def names_file(language: str) -> Path:
    """Where the compiled names of a language are."""
    return COMPILED.with_name(f"names-{language}.json")


@lru_cache(maxsize=8)
def gazetteer(language: str) -> Gazetteer:
    """Give the gazetteer of a language over the shipped catalog."""
    path = names_file(language)
    try:
        return Gazetteer(catalog(), json.loads(path.read_text(encoding="utf-8")), language)
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path}: {error}; write it again with `make knowledge`") from error
