"""The frames of a language (speech.toml, promises.toml), read once from its pack into look-up tables."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.language.packs import table


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a reporting verb takes and how it counts as a speech act."""

    takes: frozenset[str]
    act: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb that reports only with certain words right after it."""

    words: tuple[str, ...]
    act: str


@dataclass(frozen=True)
class Frames:
    """All frames of one language, by lemma."""

    reporting: dict[str, Reporting]
    phrases: dict[str, tuple[Phrase, ...]]
    topics: frozenset[str]
    according: tuple[str, ...]
    weak_according: tuple[str, ...]
    force_verbs: dict[str, str]
    force_adjectives: dict[str, str]
    force_nouns: dict[str, str]
    actions: dict[str, str]
    action_phrases: tuple[tuple[re.Pattern[str], str], ...]
    noun_actions: dict[str, str]
    light_verbs: frozenset[str]
    light_nouns: frozenset[str]
    encounter_verbs: frozenset[str]
    feelings: dict[str, str]
    """Nouns of what is expressed → the act of saying so."""
    persons_only: frozenset[str]
    gestures: frozenset[str]
    signing: frozenset[str]
    agreements: frozenset[str]
    words: dict[str, frozenset[str]]
    """Small classes of words by name: marks of clauses, relative pronouns, …"""
    cues: dict[str, re.Pattern[str]]
    """Patterns over folded text, by name."""
    forms: dict[str, Any]
    """How the language reports: whether a clause may stand bare, what a participle ends in."""
    offices: tuple[tuple[str, tuple[str, ...]], ...]
    """Words for two people of one office → its functions."""
    participle: str


@lru_cache(maxsize=8)
def frames(language: str) -> Frames:
    """Give the frames of a language."""
    speech = table(language, "speech")
    data = speech | table(language, "promises")
    force = {kind: _by_word(data["force"], kind) for kind in ("verbs", "adjectives", "nouns")}
    return Frames(
        _reporting(data["reporting"]), _phrases(data["reporting_phrase"]), frozenset(data["topics"]["lemmas"]),
        tuple(data["according"]["phrases"]), tuple(data["according"]["weak"]),
        force["verbs"], force["adjectives"], force["nouns"],
        _inverted(data["actions"]),
        tuple((re.compile(p["pattern"]), p["action"]) for p in data["action_phrase"]),
        _inverted(data["noun_actions"]),
        frozenset(data["light"]["verbs"]), frozenset(data["light"]["nouns"]),
        frozenset(data["encounters"]["verbs"]), _feelings(data["feelings"]),
        frozenset(data["persons_only"]["lemmas"]), frozenset(data["gestures"]["nouns"]),
        frozenset(data["agreements"]["verbs"]), frozenset(data["agreements"]["nouns"]),
        words={name: frozenset(found) for name, found in (speech["words"] | _named("person", speech["persons"])).items()},
        cues={name: re.compile(pattern, re.DOTALL) for name, pattern in (speech["cues"] | _named("row", speech["rows"])).items()},
        forms=speech["forms"],
        offices=tuple((words, tuple(functions)) for words, functions in speech["offices"].items()),
        participle=speech["forms"]["participle"],
    )  # fmt: skip


def _named(kind: str, found: dict[str, Any]) -> dict[str, Any]:
    return {f"{kind}_{name}": value for name, value in found.items()}


def _feelings(kinds: dict[str, list[str]]) -> dict[str, str]:
    return {noun: kind if kind in ("expressive", "directive") else "" for kind, nouns in kinds.items() for noun in nouns}


def _reporting(rows: list[dict[str, Any]]) -> dict[str, Reporting]:
    found: dict[str, Reporting] = {}
    for row in rows:
        for lemma in row["lemmas"]:
            earlier = found.get(lemma)
            takes = frozenset(row["takes"]) | (earlier.takes if earlier else frozenset())
            found[lemma] = Reporting(takes, earlier.act if earlier else row["act"])
    return found


def _phrases(rows: list[dict[str, Any]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for row in rows:
        found[row["verb"]] = (*found.get(row["verb"], ()), Phrase(tuple(row["with"]), row["act"]))
    return found


def _by_word(rows: list[dict[str, Any]], kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for word in row[kind]:
            found.setdefault(word, row["force"])
    return found


def _inverted(classes: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in classes.items():
        for word in words:
            found.setdefault(word, name)
    return found
