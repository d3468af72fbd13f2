"""Figures of a relation: trade, loans, grants, flights, students, with their period, change and source.

Refuses goals and forecasts (targets), numbers without a cue of what they measure, and a percentage that changes nothing
known. The same figure told twice is one record with both sentences.
"""

import re
from dataclasses import dataclass, replace

from communique.extract.collecting import Collector
from communique.extract.figure_changes import changes_in, nearest_change
from communique.extract.measured import Measure, Measured, Measures, clause_of, find_measured, local_money, measures, quantities
from communique.extract.measured_parties import source_of, subject_of
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.targets import find_factors, is_target
from communique.language.numbers import Quantity
from communique.language.tokens import Sentence
from communique.records import edtf
from communique.records.kinds import Figure
from communique.records.parts import Change, Party

_BESIDE = 6
_APART = 40
_FLOWS = {"loan", "grant", "contract-value", "number-of-agreements"}
_GIVEN = {"loan", "grant"}
_CONFIDENCE = {
    "of": 0.85,
    "unit": 0.75,
    "before": 0.78,
    "after": 0.68,
    "carried": 0.7,
    "change": 0.72,
    "multiple": 0.65,
    "factor": 0.65,
    "rank": 0.7,
}


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
        unit=quantity.unit if quantity else None,
        bound=next((d.quantity.bound for d in group if d.quantity and d.quantity.bound), None),
        period=first.period, change=next((d.change for d in group if d.change), None),
        source=next((d.source for d in group if d.source), None), confidence=_CONFIDENCE[first.rule],
    )  # fmt: skip


def _of_sentence(scene: Scene, sentence: Sentence, moments: Moments, found: list[Quantity]) -> list[Draft]:
    known = measures(scene.mentions.parse.language)
    measured = [m for m in find_measured(scene, sentence, found) if not is_target(scene, m, moments, known)]
    changes = changes_in(scene, sentence, found, known)
    drafts: list[Draft] = []
    for item in measured:
        change = nearest_change(item, changes)
        if change is not None:
            changes.remove(change)
        drafts.append(_draft(scene, item, moments, change[1] if change else None, [m.quantity for m in measured]))
    drafts.extend(_ranks(scene, sentence, moments, found, known))
    told = {m.measure.name for m in measured}
    drafts.extend(d for d in _multiples(scene, sentence, moments, known) if d.measure not in told)
    apart = [c for c in changes if all(min(abs(c[0].start - m.quantity.end), abs(m.quantity.start - c[0].end)) > _APART for m in measured)]
    drafts.extend(_bare_changes(scene, sentence, moments, apart, known))
    return drafts


def _draft(scene: Scene, item: Measured, moments: Moments, change: Change | None, others: list[Quantity]) -> Draft:
    sentence, quantity = item.sentence, item.quantity
    why = (
        f"rule figure/{item.rule}",
        f"cue «{scene.text[item.cue[0] : item.cue[1]]}»",
        f"quantity «{scene.text[quantity.start : quantity.end]}»",
    )
    subject = subject_of(scene, item)
    if item.measure.name in _GIVEN and subject:
        known = measures(scene.mentions.parse.language)
        quantity = local_money(scene, quantity, [known.dollars[s] for s in [subject[0].state] if s in known.dollars])
    period = _period(scene, item, moments, others)
    return Draft(
        item.measure.name, subject, quantity, change, None if change and change.basis == period else period,
        source_of(scene, moments, quantity.start, quantity.end),
        (sentence.start, sentence.end) if len(others) < 2 else item.clause,
        (quantity.start, quantity.end), why, item.rule,
    )  # fmt: skip


def _bare_changes(
    scene: Scene, sentence: Sentence, moments: Moments, changes: list[tuple[Quantity, Change]], known: Measures
) -> list[Draft]:
    """A rise without a level: «les exportations ont progressé de 12 %»."""
    drafts = []
    for quantity, change in changes:
        clause = clause_of(scene, sentence, quantity.start, known)
        near = (clause[0], min(clause[1], quantity.end + 30))
        if known.refused.search(scene.folded(*clause)) or known.goal.search(scene.folded(*near)):
            continue
        for measure in [m for m in known.rows if m.changes]:
            if cue := _changed_cue(scene, quantity, clause, measure, known):
                item = Measured(quantity, measure, cue, clause, sentence, "change")
                draft = _draft(scene, item, moments, change, [])
                drafts.append(replace(draft, quantity=None))
                break
    return drafts


def _changed_cue(scene: Scene, quantity: Quantity, clause: tuple[int, int], measure: Measure, known: Measures) -> tuple[int, int] | None:
    """The cue of what rises or falls: before the percentage, else right after it as the object."""
    cues = [(clause[0] + m.start(), clause[0] + m.end()) for m in (measure.cues.finditer(scene.folded(*clause)) if measure.cues else ())]
    before = [c for c in cues if c[1] <= quantity.start and quantity.start - c[1] < 150]
    after = [c for c in cues if c[0] > quantity.end and known.links["changed"].match(scene.folded(quantity.end, c[0]))]
    return before[-1] if before else after[0] if after else None


def _ranks(scene: Scene, sentence: Sentence, moments: Moments, found: list[Quantity], known: Measures) -> list[Draft]:
    """«The second trading partner of»: a rank, where the sentence names both states."""
    drafts = []
    other = next(m for m in reversed(known.rows) if m.name == "other" and m.flow == "none")
    for quantity in found:
        if quantity.kind != "ordinal" or not sentence.start <= quantity.start < sentence.end:
            continue
        match = known.links["rank"].match(scene.folded(quantity.end, sentence.end))
        clause = clause_of(scene, sentence, quantity.start, known)
        if match is None or len(scene.states_in(sentence.start, sentence.end)) != 2:
            continue
        ranked = replace(quantity, unit="rank", kind="number")
        item = Measured(ranked, other, (quantity.end + 1, quantity.end + match.end()), clause, sentence, "rank")
        drafts.append(_draft(scene, item, moments, None, []))
    return drafts


def _multiples(scene: Scene, sentence: Sentence, moments: Moments, known: Measures) -> list[Draft]:
    """«Les échanges ont triplé depuis 2015»: a rise of twice the old level, counted from that year."""
    drafts = []
    for item, factor in find_factors(scene, sentence, known, to_come=False):
        since = [t for t in moments.times_in(sentence.start, sentence.end) if t.kind == "since"]
        start = (moments.resolved(since[0], "past") or "") if since else ""
        basis = start[:4] if re.match(r"\d{4}/", start) else None
        change = Change(value=factor - 1, basis=basis)
        drafts.append(replace(_draft(scene, item, moments, change, []), quantity=None, rule="multiple"))
    return drafts


def _period(scene: Scene, item: Measured, moments: Moments, others: list[Quantity]) -> str | None:
    """The time measured: the nearest past one of the sentence, no day for a stock, and not the time of the saying."""
    sentence, quantity = item.sentence, item.quantity
    said = [u for u in moments.utterances if u.content[0] <= quantity.start and quantity.end <= u.content[1]]
    low, high = said[0].content if said else (sentence.start, sentence.end)
    ranked = []
    for time in moments.times_in(sentence.start, sentence.end):
        taken = any(o is not quantity and 0 <= time.start - o.end <= _BESIDE for o in others)
        if taken or not low <= time.start < high or not (day := moments.resolved(time, "past")) or not _past(scene, day):
            continue
        inside = item.clause[0] <= time.start < item.clause[1]
        ranked.append((not inside, min(abs(time.start - quantity.end), abs(quantity.start - time.end)), day))
    day = min(ranked)[2] if ranked else None
    if day is None and item.measure.name == "number-of-agreements":
        return moments.of_sentence(sentence)
    stock = item.measure.name not in _FLOWS
    if day is not None and (quarter := re.fullmatch(r"(\d{4})-3([3-6])", day)):
        last = 3 * (int(quarter[2]) - 2)
        day = f"{quarter[1]}-{last - 2:02}/{quarter[1]}-{last:02}"
    return None if day is None or (stock and "/" not in day and re.search(r"\d{4}-\d\d-\d\d", day)) else day


def _past(scene: Scene, day: str) -> bool:
    published = scene.published
    return published is None or edtf.bounds(day).first <= edtf.bounds(published).last
