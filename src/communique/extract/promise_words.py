"""The closed classes of words and wordings that the rules of binding ask for, of a language's promises.toml."""

import re
from functools import lru_cache

from communique.language.packs import table
from communique.language.tokens import Sentence


@lru_cache(maxsize=8)
def _lists(language: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table(language, "promises")["cues"].items()}


@lru_cache(maxsize=8)
def _shapes(language: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in table(language, "promises")["shapes"].items()}


def cue(sentence: Sentence, name: str) -> tuple[str, ...]:
    """Give the words of a class in the language of a sentence."""
    return _lists(sentence.language)[name]


def shape(sentence: Sentence, name: str) -> re.Pattern[str]:
    """Give a wording on folded text in the language of a sentence."""
    return wording(sentence.language, name)


def wording(language: str, name: str) -> re.Pattern[str]:
    """Give a wording on folded text in a language."""
    return _shapes(language)[name]
