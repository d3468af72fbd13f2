"""Targets: what is to be doubled, reached or expected by when. A goal that was reached is a figure, a sum lent or
spent is a figure too. No factor and no quantity: no target.
"""

from communique.extract.collecting import Collector
from communique.extract.measured import Measured, Measures, find_measured, measures, quantities
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

_NEAR = 120


def is_target(scene: Scene, item: Measured, moments: Moments, known: Measures) -> bool:
    """Tell whether a measured quantity is a goal or a forecast: such words before it, or a time to come after it."""
    if item.measure.name not in known.wanted:
        return False
    if _starts_from(scene, item, known):
        return False
    start = max(item.clause[0], item.quantity.start - _NEAR)
    before = scene.folded(start, item.quantity.start)
    around = scene.folded(start, min(item.clause[1], item.quantity.end + 60))
    reached = [m.end() for m in known.reached.finditer(before)]
    goals = [m.end() for m in known.goal.finditer(around)]
    if reached and not any(max(reached) < g <= len(before) for g in goals):
        return False
    return bool(goals) or _is_promised(item) or (not reached and _due(scene, moments, item, _utterance(moments, item.quantity)) is not None)


def _is_promised(item: Measured) -> bool:
    """«Exportera 38 milliards de m3»: a flow told in the future is a forecast."""
    token = item.sentence.at(item.cue[0])
    return item.measure.name in ("exports", "imports") and token is not None and token.feat("Tense") == "Fut"


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
    """Add the document's targets."""
    known = measures(scene.mentions.parse.language)
    found = quantities(scene, moments)
    seen: set[tuple[object, ...]] = set()
    for sentence in scene.sentences:
        items = [m for m in find_measured(scene, sentence, found) if is_target(scene, m, moments, known)]
        for item in items:
            key = (item.measure.name, item.quantity.value, item.quantity.unit)
            if key not in seen:
                seen.add(key)
                _add(scene, item, None, moments, into)
        for item, factor in find_factors(scene, sentence, known, to_come=True):
            if (item.measure.name, factor) not in seen:
                seen.add((item.measure.name, factor))
                _add(scene, item, factor, moments, into)


def _add(scene: Scene, item: Measured, factor: float | None, moments: Moments, into: Collector) -> None:
    sentence, quantity = item.sentence, item.quantity
    utterance = _utterance(moments, quantity)
    why = (f"rule target/{'factor' if factor else item.rule}", f"cue «{scene.text[item.cue[0] : item.cue[1]]}»")
    into.add(
        Target, [item.clause if factor is None else (sentence.start, sentence.end)], (quantity.start, quantity.end),
        why,
        measure=item.measure.name, subject=subject_of(scene, item), value=None if factor else quantity.value,
        unit=None if factor else quantity.unit, bound=None if factor else quantity.bound, factor=factor,
        due=_due(scene, moments, item, utterance),
        source=source_of(scene, moments, quantity.start, quantity.end), confidence=0.8 if factor else 0.76,
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
            return day
    return None


def find_factors(scene: Scene, sentence: Sentence, known: Measures, *, to_come: bool) -> list[tuple[Measured, float]]:
    """«Doubler les échanges»: to come in an infinitive, future or conditional, done in a compound past."""
    found = []
    for token in sentence.tokens:
        factor = _factor(scene, sentence, token, known)
        if factor is None or (not _to_come(sentence, token) if to_come else not _done(sentence, token)):
            continue
        named_before = not to_come or _of_pronoun(sentence, token)
        reach = (max(sentence.start, token.start - 90), token.start) if named_before else (token.end, min(sentence.end, token.end + 70))
        for measure in [m for m in known.rows if m.changes and m.takes]:
            match = measure.cues.search(scene.folded(*reach)) if measure.cues else None
            if match is not None:
                cue = (reach[0] + match.start(), reach[0] + match.end())
                quantity = Quantity(token.start, token.end, factor, None, "number", None)
                found.append((Measured(quantity, measure, cue, (sentence.start, sentence.end), sentence, "factor"), factor))
                break
    return found


def _factor(scene: Scene, sentence: Sentence, token: Token, known: Measures) -> float | None:
    if token.lemma in known.factors:
        return float(known.factors[token.lemma])
    if match := known.times.match(scene.folded(token.start, sentence.end)):
        words = grammar(scene.mentions.parse.language).words
        value = float(words.get(match[1], 0)) if not match[1].isdigit() else float(match[1])
        return value if value > 1 else None
    return None


def _of_pronoun(sentence: Sentence, verb: Token) -> bool:
    """«…le commerce, qu'ils veulent doubler», «l'ambition de le doubler»: the measure is named before."""
    return any(t.upos == "PRON" and t.index < verb.index for t in sentence.children(verb, "obj"))


def _done(sentence: Sentence, verb: Token) -> bool:
    form = clauses.form(sentence, verb)
    return form.perfect and not form.negated and not sentence.children(verb, "obj")


def _to_come(sentence: Sentence, verb: Token) -> bool:
    form = clauses.form(sentence, verb)
    return clauses.is_infinitive(verb) or form.tense == "Fut" or form.mood in ("Cnd", "Sub")
