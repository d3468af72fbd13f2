"""Figures of a relation: trade, loans, grants, flights, students, with their period, change and source.

Refuses goals and forecasts (targets), numbers without a cue of what they measure, and a percentage that changes nothing
known. The same figure told twice is one record with both sentences.
"""

import re
from dataclasses import dataclass

from communique.extract.collecting import Collector
from communique.extract.measured import Measured, Measures, clause_of, find_measured, measures, quantities
from communique.extract.measured_parties import source_of, subject_of
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.targets import is_target
from communique.language.numbers import Quantity
from communique.language.tokens import Sentence
from communique.records import edtf
from communique.records.kinds import Figure
from communique.records.parts import Change, Party

_FLOWS = {"loan", "grant", "contract-value", "number-of-agreements"}
_CONFIDENCE = {"of": 0.85, "unit": 0.75, "before": 0.78, "after": 0.68, "change": 0.72, "multiple": 0.65}


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it is known whether the text tells it again."""

    measure: str
    subject: tuple[Party, ...]
    quantity: Quantity | None
    change: Change | None
    period: str | None
    source: str | None
    evidence: tuple[int, int]
    defining: tuple[int, int]
    why: tuple[str, ...]
    rule: str

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two mentions the same figure."""
        value = (self.quantity.value, self.quantity.unit) if self.quantity else ("change", self.change.value if self.change else 0)
        return (self.measure, *value)


def collect_figures(scene: Scene, moments: Moments, into: Collector) -> None:
    """Add the document's figures."""
    found = quantities(scene, moments)
    drafts: list[Draft] = []
    for sentence in scene.sentences:
        drafts.extend(_of_sentence(scene, sentence, moments, found))
    for group in _grouped(drafts):
        _add(group, into)


def _grouped(drafts: list[Draft]) -> list[list[Draft]]:
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(draft.key, []).append(draft)
    return list(groups.values())


def _add(group: list[Draft], into: Collector) -> None:
    first = next((d for d in group if d.period), group[0])
    quantity = first.quantity
    into.add(
        Figure, [d.evidence for d in group], first.defining, first.why,
        measure=first.measure, subject=first.subject, value=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None, bound=next((d.quantity.bound for d in group if d.quantity and d.quantity.bound), None),
        period=first.period, change=next((d.change for d in group if d.change), None),
        source=next((d.source for d in group if d.source), None), confidence=_CONFIDENCE[first.rule],
    )  # fmt: skip


def _of_sentence(scene: Scene, sentence: Sentence, moments: Moments, found: list[Quantity]) -> list[Draft]:
    known = measures(scene.mentions.parse.language)
    measured = [m for m in find_measured(scene, sentence, found) if not is_target(scene, m, moments, known)]
    changes = _changes(scene, sentence, found, known)
    drafts: list[Draft] = []
    for item in measured:
        change = _nearest_change(item, changes)
        if change is not None:
            changes.remove(change)
        drafts.append(_draft(scene, item, moments, change[1] if change else None, len(measured) == 1))
    if not measured:
        drafts.extend(_bare_changes(scene, sentence, moments, changes, known))
    return drafts


def _draft(scene: Scene, item: Measured, moments: Moments, change: Change | None, alone: bool) -> Draft:
    sentence, quantity = item.sentence, item.quantity
    why = (f"rule figure/{item.rule}", f"cue «{scene.text[item.cue[0] : item.cue[1]]}»", f"quantity «{scene.text[quantity.start : quantity.end]}»")
    return Draft(
        item.measure.name, subject_of(scene, item), quantity, change, _period(scene, item, moments),
        source_of(scene, moments, quantity.start, quantity.end),
        (sentence.start, sentence.end) if alone else item.clause, (quantity.start, quantity.end), why, item.rule,
    )  # fmt: skip


def _changes(scene: Scene, sentence: Sentence, found: list[Quantity], known: Measures) -> list[tuple[Quantity, Change]]:
    """Percentages that rise or fall, each with what it is measured against."""
    result = []
    for quantity in found:
        if quantity.kind != "percentage" or not sentence.start <= quantity.start < sentence.end:
            continue
        near = scene.folded(max(sentence.start, quantity.start - 70), min(sentence.end, quantity.end + 45))
        at = quantity.start - max(sentence.start, quantity.start - 70)
        up, down = _gap(known.change["up"], near, at), _gap(known.change["down"], near, at)
        if min(up, down) < 99:
            sign = 1 if up <= down else -1
            result.append((quantity, Change(value=round(sign * quantity.value / 100, 6), basis=_basis(scene, sentence, quantity, known))))
    return result


def _gap(pattern: re.Pattern[str], near: str, at: int) -> int:
    return min((abs(m.start() - at) for m in pattern.finditer(near)), default=99)


def _basis(scene: Scene, sentence: Sentence, quantity: Quantity, known: Measures) -> str | None:
    near = scene.folded(max(sentence.start, quantity.start - 60), min(sentence.end, quantity.end + 70))
    if known.change["year"].search(near):
        return "year-on-year"
    match = known.change["against"].search(near)
    return match[1] if match else None


def _nearest_change(item: Measured, changes: list[tuple[Quantity, Change]]) -> tuple[Quantity, Change] | None:
    own = [c for c in changes if item.clause[0] <= c[0].start < item.clause[1] and abs(c[0].start - item.quantity.start) < 120]
    return min(own, key=lambda c: abs(c[0].start - item.quantity.start), default=None)


def _bare_changes(
    scene: Scene, sentence: Sentence, moments: Moments, changes: list[tuple[Quantity, Change]], known: Measures
) -> list[Draft]:
    """A rise without a level: «les exportations ont progressé de 12 %»."""
    drafts = []
    for quantity, change in changes:
        clause = clause_of(scene, sentence, quantity.start, known)
        if known.refused.search(scene.folded(*clause)) or known.goal.search(scene.folded(*clause)):
            continue
        for measure in known.rows[:4]:
            cues = [m for m in measure.cues.finditer(scene.folded(*clause))] if measure.cues else []
            before = [m for m in cues if clause[0] + m.end() <= quantity.start and quantity.start - clause[0] - m.end() < 90]
            if before:
                item = Measured(quantity, measure, (clause[0] + before[-1].start(), clause[0] + before[-1].end()), clause, sentence, "change")
                draft = _draft(scene, item, moments, change, True)
                drafts.append(Draft(draft.measure, draft.subject, None, change, draft.period, draft.source, draft.evidence, draft.defining, draft.why, "change"))
                break
    return drafts


def _period(scene: Scene, item: Measured, moments: Moments) -> str | None:
    """The time measured: the nearest of the sentence that is past, no day for a stock, and not the time of the saying."""
    sentence, quantity = item.sentence, item.quantity
    said = [u for u in moments.utterances if u.content[0] <= quantity.start and quantity.end <= u.content[1]]
    low, high = (said[0].content if said else (sentence.start, sentence.end))
    ranked = []
    for time in moments.times_in(sentence.start, sentence.end):
        if not low <= time.start < high or not (day := moments.resolved(time, "past")):
            continue
        if len(day) == 10 and day[4] == "-" and "/" not in day and item.measure.name not in _FLOWS:
            continue
        if not _past(scene, day):
            continue
        inside = item.clause[0] <= time.start < item.clause[1]
        ranked.append((not inside, min(abs(time.start - quantity.end), abs(quantity.start - time.end)), day))
    return min(ranked)[2] if ranked else None


def _past(scene: Scene, day: str) -> bool:
    published = scene.published
    return published is None or edtf.bounds(day).first <= edtf.bounds(published).last
