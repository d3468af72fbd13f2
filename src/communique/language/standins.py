"""Names that the parser may never have seen are parsed as common ones of the same form: «togolaise» as «française».

A small parser takes a rare name for whatever its letters look like, and ties the words around it wrongly. Which word stands in
for which is data (`standins.toml`); the text, offsets and lemmas stay those of the real words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from communique.language.folding import fold
from communique.language.names import Name
from communique.language.packs import PACKS, table

_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
Offsets = tuple[int, int]


def stand_ins(text: str, names: Iterable[Name], language: str) -> dict[Offsets, str]:
    """Give the span of each word that another is to stand in for, and that other word."""
    known = _known(language)
    if known is None:
        return {}
    found: dict[Offsets, str] = {}
    for name in names:
        words = [(m.start(), m.end()) for m in _WORD.finditer(text, name.start, name.end)]
        if name.kind == "person" and len(words) == len(known.person):
            found.update(zip(words, known.person, strict=True))
        elif len(words) == 1 and words[0] == (name.start, name.end):
            if name.kind == "place":
                found[words[0]] = known.place
            elif name.kind == "adjective":
                found[words[0]] = known.adjective(text[name.start : name.end])
    return found


class _Known:
    """The stand-ins of one language."""

    def __init__(self, language: str) -> None:
        data = table(language, "standins")
        self.place: str = data["place"]
        self.person: tuple[str, ...] = tuple(data["person"])
        self._adjectives = tuple((tuple(row["ends"]), row["word"], row["capital"]) for row in data["adjective"])

    def adjective(self, written: str) -> str:
        """Give what stands in for an adjective or inhabitants of a state."""
        word, capital = next((w, c) for ends, w, c in self._adjectives if fold(written).endswith(ends))
        return str(capital if written[0].isupper() else word)


@lru_cache(maxsize=8)
def _known(language: str) -> _Known | None:
    return _Known(language) if (PACKS / language / "standins.toml").exists() else None
