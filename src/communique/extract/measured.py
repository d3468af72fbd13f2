"""What the quantities of a sentence measure, and of whom: figures and targets are both made of these.

A quantity counts only with a cue in its own clause (trade, loan, flights…): by its unit, by «of» beside it, or as the
cue that is nearest. Refuses what a time expression covers, ordinals, and clauses about casualties, output or fines.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.language.numbers import Quantity, find_numbers
from communique.language.numbers_grammar import grammar
from communique.language.packs import table
from communique.language.tokens import Sentence

_SUM = 1e6
_NEXT = 80
"""A cue that stands so near before the next sum is that one's."""


@dataclass(frozen=True)
class Measure:
    """A row of the pack, compiled; without a cue of its own the context decides."""

    name: str
    takes: frozenset[str]
    cues: re.Pattern[str] | None
    context: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    flow: str
    least: float
    strict: bool
    """Only with the cue beside the number, and a state in the sentence or its paragraph before."""
    changes: bool
    """A rise or fall counts without a level."""
    unit: str
    """What a bare number counts, where the row says so: «trois fois par semaine»."""


@dataclass(frozen=True)
class Measures:
    """The measures of a language and the patterns around them."""

    rows: tuple[Measure, ...]
    refused: re.Pattern[str]
    uncounted: re.Pattern[str]
    """Clauses whose counts measure nothing of the relation, though a sum in them may."""
    least_money: float
    links: dict[str, re.Pattern[str]]
    change: dict[str, re.Pattern[str]]
    goal: re.Pattern[str]
    reached: re.Pattern[str]
    times: re.Pattern[str]
    raised: re.Pattern[str]
    """«Portée à»: what makes any sum a goal."""
    to_come: re.Pattern[str]
    announced: re.Pattern[str]
    willed: re.Pattern[str]
    """Verbs of will, which make a goal only of a percentage with a deadline."""
    by_amount: re.Pattern[str]
    """Right before a percentage: it is the rise, not the level."""
    factors: dict[str, int]
    factor_nouns: dict[str, int]
    multiplied: tuple[tuple[str, re.Pattern[str]], ...]
    helpers: frozenset[str]
    dollars: dict[str, str]
    own_dollars: re.Pattern[str]
    foreign_dollars: re.Pattern[str]
    wanted: frozenset[str]
    stem: re.Pattern[str]
    """What every verb and noun of multiplying holds."""
    told_of: re.Pattern[str]
    """The time of a sum, between it and the same sum in another currency: « en 2024, soit»."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with what it measures: the cue's span, its clause and the rule."""

    quantity: Quantity
    measure: Measure
    cue: tuple[int, int]
    clause: tuple[int, int]
    sentence: Sentence
    rule: str


@lru_cache(maxsize=8)
def measures(language: str) -> Measures:
    """Compile the measures of a language."""
    data = table(language, "measures")
    rows = tuple(
        Measure(
            row["name"], frozenset(row["takes"]), _cue_pattern(row, data["links"]["amount"]), _pattern(row, "context"),
            _pattern(row, "unless"), row["flow"], row.get("least", 0),
            row.get("strict", row["name"] == "other"), bool(row.get("changes")), row.get("unit", ""),
        )
        for row in data["measure"]
    )  # fmt: skip
    target, change = data["target"], data["change"]
    return Measures(
        rows, re.compile(data["refused"]["clause"]), re.compile(data["refused"]["counts"]), data["refused"]["least_money"],
        {k: re.compile(v) for k, v in data["links"].items()},
        {k: re.compile(v) for k, v in change.items() if isinstance(v, str)}, re.compile(target["goal"]),
        re.compile(target["reached"]), re.compile(target["times"]), re.compile(target["raised"]),
        re.compile(target["to_come"]), re.compile(target["announced"]), re.compile(target["willed"]),
        re.compile(target["by_amount"]), target["verbs"], target["nouns"],
        tuple((row["measure"], re.compile(row["cues"])) for row in target["multiplied"]), frozenset(target["helpers"]),
        data["local"]["dollars"], re.compile(data["local"]["own"]), re.compile(data["local"]["foreign"]),
        frozenset(target["measures"]), re.compile(target["stem"]), re.compile(data["links"]["told_of"]),
    )  # fmt: skip


def _pattern(row: dict[str, Any], name: str) -> re.Pattern[str] | None:
    return re.compile(row[name]) if name in row else None


def _cue_pattern(row: dict[str, Any], amount: str) -> re.Pattern[str] | None:
    """Compile the cues as whole words; «the amount of» may stand before those of a measure proper."""
    if "cues" not in row:
        return None
    return re.compile(rf"(?<![\w-]){amount if row['name'] != 'other' else ''}{row['cues']}(?![\w])")


def numbers(scene: Scene) -> tuple[Quantity, ...]:
    """Give the numbers of a document, read once."""
    return _numbers(scene.text, scene.mentions.folded, scene.mentions.parse.language, tuple(scene.state_counts))


@lru_cache(maxsize=2)
def _numbers(text: str, folded: str, language: str, states: tuple[str, ...]) -> tuple[Quantity, ...]:
    return tuple(find_numbers(text, folded, language, states=states))


def quantities(scene: Scene, moments: Moments) -> list[Quantity]:
    """Give the quantities of a document that no time expression covers."""
    found = numbers(scene)
    plain = [q for q in found if not any(t.start < q.end and q.start < t.end for t in moments.times)]
    known = measures(scene.mentions.parse.language)
    so_written = known.own_dollars.search(scene.mentions.folded) is not None
    own = [code for state, code in known.dollars.items() if so_written and scene.state_counts.get(state)]
    return [local_money(scene, _in_currency(scene, plain, place), own) for place in range(len(plain))]


def local_money(scene: Scene, quantity: Quantity, codes: list[str]) -> Quantity:
    """Give bare dollars the one code that they have for who writes or gives them; a text that tells US dollars apart keeps them."""
    known = measures(scene.mentions.parse.language)
    bare = quantity.unit == "USD" and len(codes) == 1 and not known.foreign_dollars.search(scene.folded(quantity.start, quantity.end))
    return replace(quantity, unit=codes[0]) if bare and not known.foreign_dollars.search(scene.mentions.folded) else quantity


def _in_currency(scene: Scene, found: list[Quantity], place: int) -> Quantity:
    """Give a bare sum the currency of the one before it in its sentence: «10 milliards de dollars … à 50 milliards»."""
    quantity = found[place]
    if quantity.kind != "number" or quantity.unit is not None or quantity.value < _SUM or place == 0:
        return quantity
    before = next((q for q in reversed(found[:place]) if q.kind == "money"), None)
    sentence = scene.mentions.parse.sentence_at(quantity.start)
    if before is None or sentence is None or before.start < sentence.start:
        return quantity
    return replace(quantity, unit=before.unit, kind="money")


def find_measured(scene: Scene, sentence: Sentence, found: list[Quantity]) -> list[Measured]:
    """Give what the quantities of a sentence measure; one sum told in several currencies is the first of them."""
    known = measures(scene.mentions.parse.language)
    own = [q for q in found if sentence.start <= q.start and q.end <= sentence.end]
    result: list[Measured] = []
    for place, quantity in enumerate(own):
        if quantity.kind in ("ordinal", "percentage") or _restated(scene, own, place, known):
            continue
        if quantity.kind == "money" and quantity.value < known.least_money:
            continue
        if best := _best(scene, sentence, quantity, own, known) or _compared(scene, sentence, quantity, result, known):
            result.append(best)
    return result


def _compared(scene: Scene, sentence: Sentence, quantity: Quantity, before: list[Measured], known: Measures) -> Measured | None:
    """«5 milliards en 2023, contre 4 en 2022»: an earlier level of the measure told right before."""
    last = before[-1] if before else None
    if last is None or last.quantity.unit != quantity.unit or not 0.05 < quantity.value / (last.quantity.value or 1) < 20:
        return None
    if not known.links["compared"].match(scene.folded(last.quantity.end, quantity.start)):
        return None
    return replace(last, quantity=quantity, clause=clause_of(scene, sentence, quantity.start, known))


def clause_of(scene: Scene, sentence: Sentence, offset: int, known: Measures) -> tuple[int, int]:
    """Give the stretch of a sentence between semicolons and adversatives that holds an offset."""
    start, end = sentence.start, sentence.end
    for cut in known.links["cut"].finditer(scene.folded(sentence.start, sentence.end)):
        at = sentence.start + cut.end()
        if at <= offset:
            start = at
        elif sentence.start + cut.start() < end:
            end = sentence.start + cut.start()
    return start, end


def _restated(scene: Scene, own: list[Quantity], place: int, known: Measures) -> bool:
    """Is it the sum before it, in another currency («20 millions de yuans, soit 3 millions de dollars»)?"""
    if place == 0 or own[place].kind != "money" or own[place - 1].kind != "money":
        return False
    pattern = grammar(scene.mentions.parse.language).patterns["restated"]
    before = own[place - 1]
    between = known.told_of.sub("", scene.folded(before.end, own[place].start))
    return before.unit != own[place].unit and bool(between.strip(" ,")) and bool(pattern.fullmatch(between))


def _best(scene: Scene, sentence: Sentence, quantity: Quantity, own: list[Quantity], known: Measures) -> Measured | None:
    """The measure whose cue stands best to the quantity; None in a clause about something else."""
    clause = clause_of(scene, sentence, quantity.start, known)
    words = scene.folded(*clause)
    if known.refused.search(words) or (quantity.kind != "money" and known.uncounted.search(words)):
        return None
    ranked: list[tuple[float, int, Measured]] = []
    unit = "money" if quantity.kind == "money" else quantity.unit or ""
    for order, measure in enumerate(known.rows):
        if unit not in measure.takes or quantity.value < measure.least:
            continue
        if measure.unless is not None and measure.unless.search(words):
            continue
        if measure.cues is not None and measure.context is not None and not measure.context.search(words):
            continue
        if measure.cues is None:
            if (
                measure.context
                and measure.context.search(words)
                and (measure.name == "number-of-agreements" or _of_states(scene, sentence))
            ):
                ranked.append((0.5, order, Measured(quantity, measure, (quantity.start, quantity.end), clause, sentence, "unit")))
            continue
        for cue in _cues(scene, measure, clause):
            distance, rule = _distance(scene, cue, quantity, known, own)
            if measure.unit and known.links["compared"].match(scene.folded(cue[1], max(cue[1], quantity.start))):
                continue
            if measure.strict and (distance > 2 or not _of_states(scene, sentence)):
                continue
            ranked.append((distance, order, Measured(quantity, measure, cue, clause, sentence, rule)))
    best = min(ranked, key=lambda r: r[:2], default=None)
    if best is not None and best[0] < 9:
        item = best[2]
        bare = item.measure.unit and quantity.unit is None
        return replace(item, quantity=replace(quantity, unit=item.measure.unit)) if bare else item
    return _carried(scene, sentence, quantity, known, clause)


def _carried(scene: Scene, sentence: Sentence, quantity: Quantity, known: Measures, clause: tuple[int, int]) -> Measured | None:
    """«Ils ont atteint 3 milliards d'euros»: what the sentence before measured, where a pronoun takes it up."""
    text = scene.folded(clause[0], quantity.start)
    earlier = [s for s in scene.sentences[: sentence.index] if s.block == sentence.block]
    told = known.links["level"].search(text) or known.change["up"].search(text) or known.change["down"].search(text)
    if quantity.kind != "money" or not earlier or not told or not known.links["pronoun"].search(text.lstrip()):
        return None
    before = (earlier[-1].start, earlier[-1].end)
    cues = [(cue, m) for m in known.rows if m.changes and m.takes for cue in _cues(scene, m, before)]
    if len({m.name for _, m in cues}) != 1:
        return None
    cue, measure = cues[-1]
    return Measured(quantity, measure, cue, clause, sentence, "carried")


def _of_states(scene: Scene, sentence: Sentence) -> bool:
    """Does the sentence name a state, or its paragraph before it: a bare count needs that to be one of a relation?"""
    earlier = scene.sentences[: sentence.index]
    start = next((s.start for s in earlier if s.block == sentence.block), earlier[-1].start if earlier else sentence.start)
    return bool(scene.states_in(start, sentence.end)) or bool(scene.patterns["states"].search(scene.folded(start, sentence.end)))


def _cues(scene: Scene, measure: Measure, clause: tuple[int, int]) -> list[tuple[int, int]]:
    if measure.cues is None:
        return []
    return [(clause[0] + m.start(), clause[0] + m.end()) for m in measure.cues.finditer(scene.folded(*clause))]


def _distance(scene: Scene, cue: tuple[int, int], quantity: Quantity, known: Measures, own: list[Quantity]) -> tuple[float, str]:
    """Rank a cue by how it stands to the quantity: below 1 beside it, below 9 in reach."""
    if quantity.start <= cue[0] and cue[1] <= quantity.end:
        return 99, ""
    if cue[0] >= quantity.end:
        between = known.links["aside"].sub("", scene.folded(quantity.end, cue[0])).replace("  ", " ")
        if known.links["after"].fullmatch(between) or not between.strip():
            return 0.2, "of"
        of_next = any(q.kind == quantity.kind and 0 <= q.start - cue[1] < _NEXT for q in own)
        return (4 + len(between) / 20, "after") if len(between) < 90 and not of_next else (99, "")
    between = known.links["aside"].sub("", scene.folded(cue[1], quantity.start))
    if known.links["before"].fullmatch(between) and len(between) < 40:
        return 0.4 + len(between) / 200, "of"
    others = sum(1 for q in own if cue[1] <= q.start and q.end <= quantity.start and q.kind == quantity.kind)
    return (1 + len(between) / 60 + others, "before") if len(between) < 260 else (99, "")
