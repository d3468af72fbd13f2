"""Where a text names a step of a relation («partenariat stratégique global»), and its canonical English.

A wording that the knowledge base holds has its key; another is composed of its head and modifiers, so that a formula
never seen keeps its own words. A head without a modifier is refused.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.scene import Scene
from communique.language.packs import table


@dataclass(frozen=True, slots=True)
class Step:
    """A formula in the text."""

    start: int
    end: int
    status: str
    diplomatic: bool


@dataclass(frozen=True)
class Wordings:
    """Formulas and the words around them, compiled."""

    formula: re.Pattern[str]
    modifiers: tuple[tuple[re.Pattern[str], str, int], ...]
    heads: tuple[tuple[re.Pattern[str], str], ...]
    needy: frozenset[str]
    diplomatic: re.Pattern[str]
    treaties: tuple[tuple[re.Pattern[str], str], ...]
    any_treaty: re.Pattern[str]
    """Any of them, to see whether a text names one at all."""
    short_name: re.Pattern[str]
    bare: re.Pattern[str]
    """«50 years of ties»: what only an anniversary makes diplomatic relations; `head` is the formula."""
    fixed: dict[str, Any]
    asserted: dict[str, re.Pattern[str]]
    jubilees: dict[str, int]


@lru_cache(maxsize=8)
def wordings(language: str) -> Wordings:
    """Compile the formulas of a language."""
    data = table(language, "milestones")
    rules = data["formula"]
    modifiers = "|".join(f"(?:{m['pattern']})" for m in rules["modifiers"])
    heads = "|".join(f"(?:{h['pattern']})" for h in rules["heads"])
    before = rf"(?P<before>(?:(?:{modifiers})(?!\w){rules['lead']})*)" if "lead" in rules else "(?P<before>)"
    return Wordings(
        re.compile(rf"(?<![\w-]){before}(?P<head>{heads})(?!\w)(?P<modifiers>(?:{rules['join']}(?:{modifiers})(?!\w))*)"),
        tuple((re.compile(rf"(?<!\w)(?:{m['pattern']})(?!\w)"), m["en"], m["rank"]) for m in rules["modifiers"]),
        tuple((re.compile(h["pattern"]), h["en"]) for h in rules["heads"]),
        frozenset(rules["needs_modifier"]),
        re.compile(rf"(?<!\w)(?:{rules['diplomatic']})(?!\w)"),
        tuple((re.compile(rf"(?<!\w)(?:{t['pattern']})(?!\w)"), t["en"]) for t in rules["treaties"]),
        re.compile("|".join(rf"(?<!\w)(?:{t['pattern']})(?!\w)" for t in rules["treaties"])),
        re.compile(rules["short_name"]),
        re.compile(rules["bare"]),
        data["fixed"],
        {name: re.compile(pattern) for name, pattern in data["asserted"].items()},
        data["jubilees"],
    )


def find_steps(scene: Scene) -> list[Step]:
    """Give the formulas of a document in order, none overlapping another; the longest wins, a known one first."""
    known = wordings(scene.mentions.parse.language)
    found = _treaties(scene, known)
    found += [
        Step(n.start, n.end, n.key, "relations" in n.key)
        for n in scene.mentions.names_in(0, len(scene.text), "formula")
        if n.key and n.key not in known.fixed["skipped"]
    ]
    found.extend(step for m in known.formula.finditer(scene.mentions.folded) if (step := _composed(m, known)))
    found.extend(Step(m.start(), m.end(), known.fixed["diplomatic"], True) for m in known.diplomatic.finditer(scene.mentions.folded))
    found.extend(Step(*m.span("head"), known.fixed["diplomatic"], True) for m in known.bare.finditer(scene.mentions.folded))
    kept: list[Step] = []
    for step in sorted(found, key=lambda s: s.start - s.end):
        if all(step.end <= k.start or k.end <= step.start for k in kept):
            kept.append(step)
    return sorted(kept, key=lambda s: s.start)


def _treaties(scene: Scene, known: Wordings) -> list[Step]:
    """The treaties named, and the places where a text goes on with the short name it gave one: «(TAC)»."""
    found: list[Step] = []
    for pattern, english in known.treaties if known.any_treaty.search(scene.mentions.folded) else ():
        for match in pattern.finditer(scene.mentions.folded):
            found.append(Step(match.start(), match.end(), english, False))
            short = known.short_name.match(scene.text[match.end() : match.end() + 12])
            if short:
                again = re.compile(rf"(?<!\w){re.escape(short['name'])}(?!\w)")
                after = again.finditer(scene.text, match.end() + short.end())
                found.extend(Step(m.start(), m.end(), english, False) for m in after)
    return found


def _composed(match: re.Match[str], known: Wordings) -> Step | None:
    head = next(en for pattern, en in known.heads if pattern.fullmatch(match["head"]))
    rest, ranked = f"{match['before']} {match['modifiers']}", []
    for pattern, english, rank in known.modifiers:
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            ranked.append((rank, english))
    words = [e for _, e in sorted(ranked) if e]
    if head in known.needy and not words:
        return None
    before = [e for r, e in sorted(ranked) if e and r < 20]
    after = [e for r, e in sorted(ranked) if e and r >= 20]
    return Step(match.start(), match.end(), "-".join([*dict.fromkeys(before), head, *after]), False)
