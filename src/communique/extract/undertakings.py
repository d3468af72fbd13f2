"""Where a text names something that is built, run or held: the noun, its own name, and the words around both.

Decides nothing about whether it is a project. Of «the dams of A, of B and of C» it makes three.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from communique.extract.scene import Scene
from communique.language.names import Name
from communique.language.packs import table
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True)
class Noun:
    """A row of the pack."""

    kind: str
    pattern: re.Pattern[str]
    head: str
    sectors: tuple[str, ...]
    traits: frozenset[str]
    """`site`, `open`, `unique`, `joint`, `strict`, `model`: see the pack."""


@dataclass(frozen=True)
class Nouns:
    """The nouns of a language and the words around them."""

    rows: tuple[Noun, ...]
    any: re.Pattern[str]
    goods: dict[str, str]
    geography: dict[str, str]
    ordinals: dict[str, str]
    words: dict[str, re.Pattern[str]]
    of_words: frozenset[str]
    of_articles: frozenset[str]
    joining: frozenset[str]
    between: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A noun with its phrase; `proper` is the span of its own name, null where it has none."""

    noun: Noun
    sentence: Sentence
    token: Token
    start: int
    end: int
    noun_end: int
    label: tuple[int, int]
    proper: tuple[int, int] | None
    ends: tuple[Name, ...] = ()
    """The two states or places that it joins: «entre A et B»."""


@lru_cache(maxsize=8)
def nouns(language: str) -> Nouns:
    """Compile the undertakings of a language."""
    data = table(language, "projects")
    rows = tuple(_noun(row) for row in data["noun"])
    return Nouns(
        rows, re.compile(r"(?<![\w-])(?:" + "|".join(f"(?:{row['pattern']})" for row in data["noun"]) + r")(?![\w-])"),
        data["goods"], data["geography"], data["ordinals"],
        {name: re.compile(pattern) for name, pattern in data["words"].items() if isinstance(pattern, str)},
        frozenset(data["words"]["of_words"]), frozenset(data["words"]["of_articles"]),
        frozenset(data["between"]["kinds"]), re.compile(data["between"]["pattern"]),
    )  # fmt: skip


def _noun(row: dict[str, Any]) -> Noun:
    traits = frozenset(t for t in ("site", "open", "unique", "joint", "strict", "model") if row.get(t))
    return Noun(row["kind"], re.compile(rf"(?:{row['pattern']})(?![\w-])"), row["head"], tuple(row["sectors"]), traits)


def find_undertakings(scene: Scene, sentence: Sentence) -> list[Undertaking]:
    """Give the undertakings that a sentence names, in order, none inside another."""
    known = nouns(scene.mentions.parse.language)
    found: list[Undertaking] = []
    offset = sentence.start
    while match := known.any.search(scene.mentions.folded, offset, sentence.end):
        noun, end = _longest(known, scene.mentions.folded, match.start(), sentence.end)
        offset = end
        token = sentence.at(match.start())
        if (
            noun is None
            or token is None
            or token.upos not in ("NOUN", "PROPN", "X")
            or _inside_name(scene, match.start(), end)
        ):
            continue
        first = _phrase(
            scene, Undertaking(noun, sentence, token, match.start(), end, end, (match.start(), end), None), known
        )
        if found and _explains(scene, found[-1], first, known):
            continue
        found.append(first)
        found.extend(_listed(scene, first, known))
        offset = max(end, found[-1].end)
    return found


def _longest(known: Nouns, folded: str, start: int, limit: int) -> tuple[Noun | None, int]:
    best: tuple[Noun | None, int] = (None, start + 1)
    for noun in known.rows:
        match = noun.pattern.match(folded, start, limit)
        if match and match.end() > best[1]:
            best = (noun, match.end())
    return best


def _inside_name(scene: Scene, start: int, end: int) -> bool:
    """«Route» of «Route de la soie» is part of an initiative's name; a pipeline that is one is itself."""
    around = scene.mentions.names_in(max(0, start - 60), end + 60, "initiative", "organization", "person", "place")
    return any(n.start <= start and end <= n.end and not _is_line(scene, n) for n in around)


def _is_line(scene: Scene, name: Name) -> bool:
    """A pipeline or road between two states or regions that the knowledge base lists among initiatives."""
    return name.kind == "initiative" and bool(re.search(r"\w-\w", scene.text[name.start : name.end]))


def _explains(scene: Scene, earlier: Undertaking, later: Undertaking, known: Nouns) -> bool:
    """«…the base of Tema, a port of the south»: the second only says what the first is."""
    return bool(known.words["explains"].fullmatch(scene.folded(earlier.end, later.start)))


def _phrase(scene: Scene, found: Undertaking, known: Nouns) -> Undertaking:
    """Read the words after the noun: adjectives, goods, «of» and the name."""
    tokens = [t for t in found.sentence.tokens if t.start >= found.noun_end]
    end, proper, place, open_of = found.noun_end, None, 0, False
    while place < len(tokens):
        token = tokens[place]
        if token.text[:1].isupper() or (
            token.text in '"(«' and place + 1 < len(tokens) and tokens[place + 1].text[:1].isupper()
        ):
            if (proper is None) == (token.text == "("):
                break
            span = _name_at(scene, token, known, found.sentence.end)
            if span is None:
                break
            proper = (proper[0], span[1]) if proper else span
            end = span[1]
            place = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
            open_of = False
            continue
        word = scene.folded(token.start, token.end)
        if word in known.of_words or (open_of and word in known.of_articles):
            open_of = True
        elif token.upos == "ADJ" or word in known.goods or (open_of and token.upos == "NOUN" and proper is None):
            end, open_of = token.end, False
        else:
            break
        place += 1
    if found.noun.kind.startswith("year-of"):
        end = _year_end(scene, end, found.sentence.end)
    ends = _ends(scene, found, end, known)
    end = ends[-1].end if ends else end
    return replace(found, end=end, proper=proper, ends=ends, label=(_label_start(scene, found, known), end))


def _ends(scene: Scene, found: Undertaking, end: int, known: Nouns) -> tuple[Name, ...]:
    match = known.between.match(scene.folded(end, found.sentence.end)) if found.noun.kind in known.joining else None
    if match is None:
        return ()
    first = scene.mentions.names_in(end + match.start("a"), end + match.end("a"), "state", "place")
    second = scene.mentions.names_in(end + match.start("b"), end + match.end("b"), "state", "place")
    return (first[0], second[0]) if first and second and first[0].key and second[0].key else ()


def _year_end(scene: Scene, end: int, limit: int) -> int:
    """Take in the state that a year is of: «année du tourisme au Kazakhstan»."""
    near = scene.mentions.names_in(end, min(limit, end + 40), "state")
    return near[0].end if near and re.fullmatch(r" [a-z' ]{1,12}", scene.folded(end, near[0].start)) else end


def _name_at(scene: Scene, token: Token, known: Nouns, limit: int) -> tuple[int, int] | None:
    quoted = token.text in '"(«'
    start = token.end if quoted else token.start
    start += len(scene.text[start:limit]) - len(scene.text[start:limit].lstrip())
    match = known.words["name"].match(scene.text, start, limit)
    if match is None:
        return None
    end = match.end()
    if known.words["institution"].match(match.group()) and (more := known.words["more"].match(scene.text[end:limit])):
        end += more.end()
    closing = scene.text[end : end + 2].strip()[:1]
    if token.text == "(":
        return token.start, end + (closing == ")")
    return start, end


def _label_start(scene: Scene, found: Undertaking, known: Nouns) -> int:
    low = max(found.sentence.start, found.start - 40)
    match = known.words["determiner"].search(scene.folded(low, found.start))
    return low + match.start() if match else found.start


def _listed(scene: Scene, first: Undertaking, known: Nouns) -> list[Undertaking]:
    """«, of B and of C» after a plural noun with a name."""
    found: list[Undertaking] = []
    plural = first.token.feat("Number") == "Plur" or first.token.text.endswith(("s", "x"))
    end = first.end
    while (
        plural
        and first.proper is not None
        and (match := known.words["and_of"].match(scene.text, end, first.sentence.end))
    ):
        token = first.sentence.at(match.end())
        span = _name_at(scene, token, known, first.sentence.end) if token is not None else None
        if span is None:
            break
        found.append(replace(first, end=span[1], proper=span, label=span, start=span[0]))
        end = span[1]
    return found
