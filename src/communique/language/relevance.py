"""Which sentences need no parse: those that name nobody, speak of no one and no thing that a record can be about, and count nothing.

Looked for are known names, offices, bodies, figures, quotations, and the words of `relevance.toml`. A text in which no state, place,
organization or person is known at all needs none. A language without that file has every sentence parsed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from communique.language.folding import fold
from communique.language.names import Name
from communique.language.packs import PACKS, table


def relevant(folded: str, spans: Iterable[tuple[int, int, int]], names: Sequence[Name], language: str) -> list[bool]:
    """Tell of each sentence, given as (start, end, block), whether it can hold a record."""
    if not names:
        return [False for _ in spans]
    pattern = _pattern(language)
    if pattern is None:
        return [True for _ in spans]
    starts = [n.start for n in names]

    def named(start: int, end: int) -> bool:
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    return [named(start, end) or pattern.search(folded, start, end) is not None for start, end, _ in spans]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str] | None:
    if not (PACKS / language / "relevance.toml").exists():
        return None
    words, bodies, titles = table(language, "relevance"), table(language, "institutions"), table(language, "titles")["title"]
    begins = {fold(word) for word in words["begins"]}
    begins |= {fold(word) for kind in ("state", "organization", "document", "people") for word in bodies[kind]}
    whole = {fold(word) for word in words["whole"]} | {fold(word).split(" ")[0] for row in titles for word in row["words"]}
    return re.compile(rf"\d|\"|\b(?:{_either(begins)})|\b(?:{_either(whole)})s?\b")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
