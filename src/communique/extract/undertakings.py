"""Where a text names something that is built, run or held: the noun, its own name, and the words around both.

Decides nothing about whether it is a project. Of «the dams of A, of B and of C» it makes three.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from communique.extract.project_ends import NONE, find_ends
from communique.extract.project_parts import Parts, part_before, parts_of
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
    near: re.Pattern[str] | None
    """Words without which it is no undertaking."""


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
    between: tuple[re.Pattern[str], ...]
    ends: dict[str, re.Pattern[str]]
    parts: Parts
    host: re.Pattern[str]


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
    ends: tuple[str, ...] = ()
    """The names of the two states or places that it joins: «entre A et B»."""
    part: str = ""
    """The part of the site that is meant, in English: «two reactors»."""


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
        frozenset(data["between"]["kinds"]), tuple(map(re.compile, data["between"]["patterns"])),
        {name: re.compile(data["between"][name]) for name in ("pair", "town", "dash")},
        parts_of(data["part"], data["parts"]["link"]), re.compile(data["hosts"]["link"]),
    )  # fmt: skip


def _noun(row: dict[str, Any]) -> Noun:
    traits = frozenset(t for t in ("site", "open", "unique", "joint", "strict", "model") if row.get(t))
    near = re.compile(row["near"]) if "near" in row else None
    return Noun(row["kind"], re.compile(rf"(?:{row['pattern']})(?![\w-])"), row["head"], tuple(row["sectors"]), traits, near)


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
            or _inside_name(scene, noun, match.start(), end)
            or _of_capitals(scene, token)
        ):
            continue
        first = _phrase(scene, Undertaking(noun, sentence, token, match.start(), end, end, (match.start(), end), None), known)
        if noun.near is not None and not _is_near(scene, first, noun.near):
            continue
        if found and _explains(scene, found[-1], first, known):
            continue
        first = _with_part(scene, first, found[-1].end if found else sentence.start, known)
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


def _inside_name(scene: Scene, noun: Noun, start: int, end: int) -> bool:
    """«Route» of «Route de la soie» is part of an initiative's name; a pipeline or a house of culture is itself."""
    around = scene.mentions.names_in(max(0, start - 60), end + 60, "initiative", "organization", "person", "place")
    house = noun.kind == "cultural-centre" and "open" in noun.traits
    return any(n.start <= start and end <= n.end and not _is_line(scene, n) for n in around) and not house


def _of_capitals(scene: Scene, token: Token) -> bool:
    """«Trans Tunisian Pipeline Company»: a noun right after a capitalised word, written so itself."""
    before = scene.text[: token.start].rstrip(" ").rpartition(" ")[2]
    return token.text[:1].isupper() and before[:1].isupper() and before.isalpha() and len(before) > 3


def _is_near(scene: Scene, found: Undertaking, near: re.Pattern[str]) -> bool:
    """Has the noun its words near it, and a name or ends that join two places?"""
    earlier = scene.sentences[max(0, found.sentence.index - 1)].start
    joins = bool(found.ends) or bool(found.proper and re.search(r"\w ?[-–] ?\w", scene.text[found.proper[0] : found.proper[1]]))
    return joins and bool(near.search(scene.folded(earlier, found.sentence.end)))


def _with_part(scene: Scene, found: Undertaking, start: int, known: Nouns) -> Undertaking:
    """A named site with one of its parts before it: the part is what is built, and governed by the deed."""
    part = part_before(scene, start, found.start, known.parts) if found.proper and "site" in found.noun.traits else None
    token = found.sentence.at(part.noun) if part else None
    if part is None or token is None:
        return found
    return replace(found, token=token, part=part.name, label=(part.start, found.end))


def _is_line(scene: Scene, name: Name) -> bool:
    """A pipeline or road between two states or regions that the knowledge base lists among initiatives."""
    return name.kind == "initiative" and bool(re.search(r"\w-\w", scene.text[name.start : name.end]))


def _explains(scene: Scene, earlier: Undertaking, later: Undertaking, known: Nouns) -> bool:
    """«…the base of Tema, a port of the south», «X is a power station»: the second only says what the first is."""
    if later.sentence.children(later.token, "cop") and later.proper is None:
        return True
    return bool(known.words["explains"].fullmatch(scene.folded(earlier.end, later.start)))


def _phrase(scene: Scene, found: Undertaking, known: Nouns) -> Undertaking:
    """Read the words after the noun: adjectives, goods, «of» and the name."""
    tokens = [t for t in found.sentence.tokens if t.start >= found.noun_end]
    end, proper, place, open_of = found.noun_end, None, 0, False
    while place < len(tokens):
        token = tokens[place]
        if token.text[:1].isupper() or (token.text in '"(«' and place + 1 < len(tokens) and tokens[place + 1].text[:1].isupper()):
            if (proper is None) == (token.text == "("):
                break
            span = _name_at(scene, token, known, found.sentence.end)
            if span is None:
                break
            proper = (proper[0], span[1]) if proper else span
            proper = (proper[0], _dashed(scene, found, proper[1], known))
            end = proper[1]
            place = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
            open_of = False
            continue
        word = scene.folded(token.start, token.end)
        if word in known.of_words or (open_of and word in known.of_articles):
            open_of = True
        elif _qualifies(scene, token, word, known) or (open_of and token.upos == "NOUN" and proper is None):
            end, open_of = token.end, False
        else:
            break
        place += 1
    if found.noun.kind.startswith("year-of"):
        end = _year_end(scene, end, found.sentence.end)
    joins = found.noun.kind in known.joining and (found.noun.near is None or proper is None)
    after = found.noun_end if proper and known.words["led_by_of"].search(scene.folded(found.noun_end, proper[0])) else end
    ends, limit = find_ends(scene, found.sentence, after, known.between, known.ends) if joins else NONE
    end = max(end, limit)
    return replace(found, end=end, proper=proper, ends=ends, label=(_label_start(scene, found, known), end))


def _qualifies(scene: Scene, token: Token, word: str, known: Nouns) -> bool:
    """Adjectives, goods, adjectives of states and the participles that a noun of building has as a rule."""
    if token.upos == "ADJ" or word in known.goods or known.words["qualifier"].fullmatch(word):
        return True
    return bool(scene.mentions.names_in(token.start, token.end, "adjective"))


def _dashed(scene: Scene, found: Undertaking, end: int, known: Nouns) -> int:
    """Go on over a spaced hyphen or dash in the name of what runs from end to end: «Dakar - Thiès»."""
    rest = scene.text[end : found.sentence.end]
    match = known.ends["dash"].match(rest) if found.noun.kind in known.joining else None
    if match is None and found.noun.kind == "pipeline" and scene.text[found.noun_end : end].count(" ") == 1:
        match = known.words["long_name"].match(rest)
    return end + match.end() if match else end


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
    if quoted and (whole := known.words["quoted"].match(scene.text[start:limit])):
        return start, start + whole.end("name")
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
    while plural and first.proper is not None and (match := known.words["and_of"].match(scene.text, end, first.sentence.end)):
        token = first.sentence.at(match.end())
        span = _name_at(scene, token, known, first.sentence.end) if token is not None else None
        if span is None:
            break
        found.append(replace(first, end=span[1], proper=span, label=span, start=span[0]))
        end = span[1]
    return found
