"""Targets: what is to be doubled, reached or expected by when. A goal that was reached is a figure, a sum lent or
spent is a figure too. No factor and no quantity: no target.
"""

import re
from dataclasses import replace

from communique.extract.collecting import Collector
from communique.extract.figure_changes import changes_in
from communique.extract.measured import Measure, Measured, Measures, clause_of, find_measured, measures, quantities
from communique.extract.measured_parties import source_of, subject_of
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.speech import Utterance
from communique.language import clauses
from communique.language.numbers import Quantity, find_numbers
from communique.language.numbers_grammar import grammar
from communique.language.times_meaning import is_absolute
from communique.language.tokens import Sentence, Token
from communique.records import edtf
from communique.records.kinds import Target
from communique.records.parts import Change

_NEAR = 120


def is_target(scene: Scene, item: Measured, moments: Moments, known: Measures) -> bool:
    """Tell whether a measured quantity is a goal or a forecast: such words before it, or a time to come after it."""
    raised = known.raised.search(scene.folded(max(item.clause[0], item.quantity.start - 70), item.quantity.start)) is not None
    if item.measure.name not in known.wanted and not raised:
        return False
    if _starts_from(scene, item, known):
        return False
    if raised:
        return True
    start = max(item.clause[0], item.quantity.start - _NEAR)
    before = known.links["inserted"].sub(",", scene.folded(start, item.quantity.start))
    after = known.links["next"].split(scene.folded(item.quantity.end, min(item.clause[1], item.quantity.end + 60)))[0]
    around = before + scene.folded(item.quantity.start, item.quantity.end) + after
    reached = [m.end() for m in known.reached.finditer(before)]
    goals = [m.end() for m in known.goal.finditer(around)]
    if reached and not any(max(reached) < g <= len(before) for g in goals):
        return False
    if item.measure.name == "other" and item.quantity.kind == "money":
        return any(g <= len(before) for g in goals)
    if goals or _is_promised(item, known):
        return True
    dated = item.measure.name != "investment" and not reached
    return dated and _due(scene, moments, item, _utterance(moments, item.quantity)) is not None


def _is_promised(item: Measured, known: Measures) -> bool:
    """«Exportera 38 milliards de m3»: a flow told in the future is a forecast."""
    token = item.sentence.at(item.cue[0])
    if item.measure.name not in ("exports", "imports") or token is None:
        return False
    return token.feat("Tense") == "Fut" or any(h.text.lower() in known.helpers for h in item.sentence.children(token, "aux"))


def _starts_from(scene: Scene, item: Measured, known: Measures) -> bool:
    """Is it where a movement starts: the 5 of «porter de 5 milliards en 2020 à 8 milliards»?"""
    before = scene.folded(max(item.clause[0], item.quantity.start - 16), item.quantity.start)
    after = find_numbers(
        scene.text[item.quantity.end : item.clause[1]],
        scene.folded(item.quantity.end, item.clause[1]),
        scene.mentions.parse.language,
    )
    sums = [q for q in after if q.value >= item.quantity.value / 100 and q.unit in (None, item.quantity.unit) and not 1900 < q.value < 2100]
    if not sums or not known.links["start"].search(before):
        return False
    return bool(known.links["goes_on"].match(scene.folded(item.quantity.end, item.quantity.end + sums[0].start)))


def collect_targets(scene: Scene, moments: Moments, into: Collector) -> None:
    """Add the document's targets; a sum and a factor of the same measure in one sentence are one."""
    known = measures(scene.mentions.parse.language)
    found = quantities(scene, moments)
    seen: set[tuple[object, ...]] = set()
    for sentence in scene.sentences:
        items = [m for m in find_measured(scene, sentence, found) if is_target(scene, m, moments, known)]
        factors = find_factors(scene, sentence, known, to_come=True)
        for item in items:
            factor = next((f for other, f in factors if other.measure.name == item.measure.name), None)
            factors = [(other, f) for other, f in factors if f != factor]
            _add(scene, item, (item.quantity, factor), moments, into, seen)
        for item, factor in factors:
            _add(scene, item, (None, factor), moments, into, seen)
        for item, change in _percentages(scene, sentence, moments, found):
            _add(scene, item, (None if change else item.quantity, None), moments, into, seen, change)


def _percentages(scene: Scene, sentence: Sentence, moments: Moments, found: list[Quantity]) -> list[tuple[Measured, Change | None]]:
    """«Produire 60 % de ses vaccins d'ici 2040», «accroître les exportations de 30 %»: a goal told before, a deadline after."""
    known = measures(scene.mentions.parse.language)
    changes = {id(quantity): change for quantity, change in changes_in(scene, sentence, found, known)}
    result = []
    for quantity in [q for q in found if q.kind == "percentage" and sentence.start <= q.start < sentence.end]:
        clause = clause_of(scene, sentence, quantity.start, known)
        other = next(m for m in reversed(known.rows) if m.name == "other" and m.flow == "none")
        item = Measured(quantity, other, (quantity.start, quantity.end), clause, sentence, "percentage")
        before = scene.folded(max(clause[0], quantity.start - _NEAR), quantity.start)
        deadlines = [t for t in moments.times_in(quantity.end, clause[1]) if t.kind == "deadline"]
        willed = known.goal.search(before) or known.willed.search(before)
        if not deadlines or not willed or known.reached.search(before) or not _due(scene, moments, item, None):
            continue
        change = changes.get(id(quantity)) if known.by_amount.search(before) else None
        told = [(m, c) for m in known.rows if change and m.changes and m.cues for c in m.cues.finditer(before)]
        result.append((replace(item, measure=told[-1][0]) if told else item, change))
    return result


def _add(
    scene: Scene, item: Measured, told: tuple[Quantity | None, float | None], moments: Moments, into: Collector,
    seen: set[tuple[object, ...]], change: Change | None = None,
) -> None:  # fmt: skip
    quantity, factor = told
    key = (item.measure.name, factor, change) if quantity is None else (item.measure.name, quantity.value, quantity.unit)
    if key in seen:
        return
    seen.update({key, (item.measure.name, factor, change)})
    sentence, at = item.sentence, item.quantity
    utterance = _utterance(moments, at)
    why = (f"rule target/{'factor' if factor else item.rule}", f"cue «{scene.text[item.cue[0] : item.cue[1]]}»")
    into.add(
        Target, [item.clause if factor is None else (sentence.start, sentence.end)], (at.start, at.end), why,
        measure=item.measure.name, subject=subject_of(scene, item), value=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None, bound=quantity.bound if quantity else None, factor=factor, change=change,
        due=_due(scene, moments, item, utterance),
        source=source_of(scene, moments, at.start, at.end), confidence=0.8 if factor else 0.76,
        date=_set_on(scene, sentence, moments, utterance),
    )  # fmt: skip


def _set_on(scene: Scene, sentence: Sentence, moments: Moments, utterance: Utterance | None) -> str | None:
    """The day it was set: of the saying, unless that reads a time to come, else of the occasion."""
    day = moments.of_utterance(utterance) if utterance else None
    if day is None or (scene.published is not None and edtf.bounds(day).last > edtf.bounds(scene.published).last):
        day = moments.of_sentence(sentence)
    return day


def _utterance(moments: Moments, quantity: Quantity) -> Utterance | None:
    around = [u for u in moments.utterances if u.evidence[0] <= quantity.start and quantity.end <= u.evidence[1]]
    return min(around, key=lambda u: u.evidence[1] - u.evidence[0]) if around else None


def _due(scene: Scene, moments: Moments, item: Measured, utterance: Utterance | None) -> str | None:
    """By when: a deadline of the clause, or a time named after the quantity that was still to come when it was set."""
    since = (moments.of_utterance(utterance) if utterance else None) or scene.published
    low, high = utterance.content if utterance else item.clause
    for time in sorted(moments.times_in(*item.clause), key=lambda t: abs(t.start - item.quantity.end)):
        day = moments.resolved(time, "future")
        if day is None or day[0] in "[{" or time.kind in ("since", "until"):
            continue
        if time.kind == "deadline" and (since is None or edtf.bounds(day).last > edtf.bounds(since).first):
            return day.rpartition("/")[2]
        dated = time.start > item.quantity.start and low <= time.start < high
        if not is_absolute(time.meaning) and (day := moments.resolved(time, "")) is None:
            continue
        if dated and since is not None and edtf.bounds(day).last > edtf.bounds(since).last:
            return day.rpartition("/")[2] if "/" in day and ".." not in day else day
    return None


def find_factors(scene: Scene, sentence: Sentence, known: Measures, *, to_come: bool) -> list[tuple[Measured, float]]:
    """«Doubler les échanges»: to come in an infinitive, future or conditional, done in a compound past."""
    found: list[tuple[Measured, float]] = []
    if not known.stem.search(scene.folded(sentence.start, sentence.end)):
        return found
    for token in sentence.tokens:
        factor = _factor(scene, sentence, token, known)
        if factor is None or not (_to_come(scene, sentence, token, known) if to_come else _done(sentence, token, known)):
            continue
        named_before = not to_come or _of_pronoun(sentence, token)
        reach = (max(sentence.start, token.start - 90), token.start) if named_before else (token.end, min(sentence.end, token.end + 70))
        for measure, cues in _multiplied(known):
            match = cues.search(scene.folded(*reach))
            if match is not None:
                cue = (reach[0] + match.start(), reach[0] + match.end())
                quantity = Quantity(token.start, token.end, factor, None, "number", None)
                found.append((Measured(quantity, measure, cue, (sentence.start, sentence.end), sentence, "factor"), factor))
                break
    return found


def _multiplied(known: Measures) -> list[tuple[Measure, re.Pattern[str]]]:
    """The measures that can be doubled, each with its words: flows of money, and what the pack adds."""
    own = [(m, m.cues) for m in known.rows if m.changes and m.takes and m.cues is not None]
    named = {m.name: m for m in reversed(known.rows)}
    return [*own, *((named[name], cues) for name, cues in known.multiplied)]


def _names_a_factor(token: Token, known: Measures) -> bool:
    word = token.text.lower()
    return token.lemma in known.factors or word in known.factors or word in known.factor_nouns


def _factor(scene: Scene, sentence: Sentence, token: Token, known: Measures) -> float | None:
    if token.lemma in known.factors or token.text.lower() in known.factors:
        return float(known.factors[token.lemma if token.lemma in known.factors else token.text.lower()])
    if token.text.lower() in known.factor_nouns:
        return float(known.factor_nouns[token.text.lower()])
    if match := known.times.match(scene.folded(token.start, sentence.end)):
        words = grammar(scene.mentions.parse.language).words
        value = float(words.get(match[1], 0)) if not match[1].isdigit() else float(match[1])
        return value if value > 1 else None
    return None


def _of_pronoun(sentence: Sentence, verb: Token) -> bool:
    """«…le commerce, qu'ils veulent doubler», «l'ambition de le doubler»: the measure is named before."""
    return any(t.upos == "PRON" and t.index < verb.index for t in sentence.children(verb, "obj"))


def _done(sentence: Sentence, verb: Token, known: Measures) -> bool:
    if verb.text.lower() in known.factor_nouns:
        return False
    form = clauses.form(sentence, verb)
    told = form.perfect or (form.tense == "Past" and verb.feat("VerbForm") == "Fin")
    return told and not form.negated and not sentence.children(verb, "obj")


def _to_come(scene: Scene, sentence: Sentence, verb: Token, known: Measures) -> bool:
    before = scene.folded(sentence.start, verb.start)
    if verb.text.lower() in known.factor_nouns:
        return known.announced.search(before) is not None
    if known.to_come.search(before):
        return True
    form = clauses.form(sentence, verb)
    return verb.upos == "VERB" and (clauses.is_infinitive(verb) or form.tense == "Fut" or form.mood in ("Cnd", "Sub"))
