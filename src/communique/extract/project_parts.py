"""Parts of a site that are built on their own: «deux réacteurs à la centrale de X», «les appontements 1 et 2 du port de Y».

They count as the site's, with the part told in the name. A part without a named site beside it is refused.
"""

import re
from dataclasses import dataclass

from communique.extract.scene import Scene
from communique.language.numbers_grammar import grammar


@dataclass(frozen=True)
class Parts:
    """The parts of a language: what stands between a part and its site, and the English of each."""

    link: re.Pattern[str]
    plural: re.Pattern[str]
    english: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part beside its site: where its words start and its noun stands, and its English, «two reactors»."""

    start: int
    noun: int
    name: str


def parts_of(rows: list[dict[str, str]], link: str, plural: str) -> Parts:
    """Compile the rows of the pack."""
    nouns = "|".join(f"(?:{row['pattern']})" for row in rows)
    return Parts(
        re.compile(r"(?<![\w-])" + link.replace("PARTS", nouns)),
        re.compile(plural),
        tuple((re.compile(row["pattern"]), row["en"]) for row in rows),
    )


def part_before(scene: Scene, start: int, site: int, known: Parts) -> Part | None:
    """Give the part whose words stand right before a site that begins at `site`; none before `start`."""
    low = max(start, site - 80)
    match = known.link.search(scene.folded(low, site))
    if match is None:
        return None
    english = next(en for pattern, en in known.english if pattern.fullmatch(match["part"]))
    return Part(low + match.start(), low + match.start("part"), _name(scene, match, english, known))


def _name(scene: Scene, match: re.Match[str], english: str, known: Parts) -> str:
    numbers = re.findall(r"\d+", match["numbers"] or "")
    if numbers:
        listed = " and ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)
        return f"{english}{'s' * (len(numbers) > 1)} {listed}"
    words = grammar(scene.mentions.parse.language).words
    count = match["count"] or ""
    value = int(count) if count.isdigit() else words.get(count, 0)
    if value == 1:
        return english
    return f"{value} {english}s" if value else f"{english}s" if known.plural.search(match["part"]) else english
