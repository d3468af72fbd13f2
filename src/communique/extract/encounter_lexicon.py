"""The encounter words of a language as its pack gives them: lemmas, patterns over folded text, prepositions, formats."""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.scene import Scene
from communique.language.packs import table


@dataclass(frozen=True)
class Words:
    """The encounter words of a language."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    patterns: dict[str, re.Pattern[str]]
    series: tuple[tuple[re.Pattern[str], str, str], ...]
    """Pattern, canonical name, and the kind of encounter where the format itself decides it."""
    ordinals: dict[str, int]
    counts: dict[str, int]
    """Small numbers in words, as stays are counted in days."""
    lemmas: dict[str, frozenset[str]]
    """Classes of words that rules ask for by name."""
    leads: dict[str, str]
    """Prepositions as patterns: `with`, `by`, `of`, `between`."""
    determiners: dict[str, str]
    """Determiner to its sense: `his`, `their`, `our`, `my`, `this`, `the`, `a`, `no`."""
    heads: tuple[tuple[str, tuple[str, ...]], ...]
    """A plural title and the offices that it means: «chefs d'État»."""
    modified_before: bool
    """Whether what narrows a noun down stands before it: «press conference»."""


@lru_cache(maxsize=8)
def lexicon(language: str) -> Words:
    """Give the encounter words of a language."""
    data = table(language, "encounters")
    return Words(
        {lemma: kind for kind, lemmas in data["nouns"].items() for lemma in lemmas},
        {lemma: rule for rule, lemmas in data["verbs"].items() for lemma in lemmas},
        {name: re.compile(p) for name, p in data["patterns"].items()},
        tuple((re.compile(s["pattern"]), s["name"], s.get("kind", "")) for s in data["series"]),
        data["ordinals"],
        data["counts"],
        {name: frozenset(lemmas) for name, lemmas in data["lemmas"].items()},
        data["leads"],
        {word: sense for sense, words in data["determiners"].items() for word in words},
        tuple((title, tuple(offices)) for title, offices in data["heads"].items()),
        data["modifiers"] == "before",
    )


def words_of(scene: Scene) -> Words:
    """Give the encounter words of a document's language."""
    return lexicon(scene.mentions.parse.language)
