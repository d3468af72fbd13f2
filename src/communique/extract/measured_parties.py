"""Whose a measured quantity is, in the order of its flow, and who says so.

The giver or seller comes first where the words tell (subject, adjective, «vers», «en provenance de»), else the states
stand in the order in which they are named. Refuses a side that nothing names when the document has no pair of states.
"""

from communique.extract.measured import Measured, measures
from communique.extract.moments import Moments
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.numbers import find_numbers
from communique.language.tokens import Sentence
from communique.records.parts import Party


def subject_of(scene: Scene, found: Measured) -> tuple[Party, ...]:
    """Give the states whose quantity it is, ordered by its flow."""
    pair = _pair(scene, found)
    if measures(scene.mentions.parse.language).links["many"].search(scene.folded(*found.clause)):
        pair = tuple(scene.states_in(*found.clause))
    if found.measure.flow == "none":
        return scene.states(pair)
    first = _first(scene, found, pair)
    ordered = [first, *(s for s in pair if s != first)] if first in pair else list(pair)
    known = measures(scene.mentions.parse.language)
    clause = scene.folded(found.clause[0], found.quantity.end)
    if known.links["reverse"].search(clause) and first not in pair:
        ordered = list(reversed(_actor_order(scene, found.sentence, pair)))
    return scene.states(ordered)


def _pair(scene: Scene, found: Measured) -> tuple[str, ...]:
    """The two states of the clause, else of the sentence and those before it."""
    own = _outside_sums(scene, *found.clause)
    if len(own) == 2:
        return tuple(own)
    pair = scene.pair_at(found.sentence)
    told = scene.states_in(found.sentence.start, found.sentence.end)
    named = _outside_sums(scene, found.sentence.start, found.sentence.end)
    only_money = [s for s in pair if s in told and s not in named]
    return pair if not only_money else scene.pair if only_money[0] not in scene.pair else tuple(named)


def _outside_sums(scene: Scene, start: int, end: int) -> list[str]:
    """The states named in a span, but for those inside a currency's name: «dollars américains» names none."""
    sums = [
        (start + q.start, start + q.end)
        for q in find_numbers(scene.text[start:end], scene.folded(start, end), scene.mentions.parse.language)
        if q.kind == "money"
    ]
    edges = [start, *(edge for span in sums for edge in span), end]
    shown = {s for a, b in zip(edges[::2], edges[1::2], strict=True) for s in scene.states_in(a, b)}
    return [s for s in scene.states_in(start, end) if s in shown]


def _first(scene: Scene, found: Measured, pair: tuple[str, ...]) -> str:
    """The state that gives, sells or invests; of imports the one that buys."""
    known = measures(scene.mentions.parse.language)
    for name in scene.mentions.names_in(found.cue[1], min(found.clause[1], found.cue[1] + 90), "state", "adjective"):
        before = scene.folded(max(found.cue[1], name.start - 22), name.start)
        if not name.key or name.key not in pair:
            continue
        if known.links["to"].search(before) or known.links["from"].search(before):
            return next((s for s in pair if s != name.key), "")
        return name.key
    return _actor(scene, found)


def _actor(scene: Scene, found: Measured) -> str:
    """The state that the subject of the governing verb stands for."""
    token = found.sentence.at(found.cue[0])
    if token is None:
        return ""
    for verb in [token, *found.sentence.ancestors(token)]:
        if verb.upos != "VERB":
            continue
        subject = clauses.subject(found.sentence, verb)
        if subject is not None and subject is not token:
            states = [p.state for p in referents(scene, found.sentence, subject) if p.state]
            return states[0] if len(set(states)) == 1 and states[0] else ""
    return ""


def _actor_order(scene: Scene, sentence: Sentence, pair: tuple[str, ...]) -> list[str]:
    named = [s for s in scene.states_in(sentence.start, sentence.end) if s in pair]
    return [*named, *(s for s in pair if s not in named)]


def source_of(scene: Scene, moments: Moments, start: int, end: int) -> str | None:
    """Give the name of who says it: the speaker of the narrowest utterance around a span."""
    around = [u for u in moments.utterances if u.content[0] <= start and end <= u.content[1]]
    if not around:
        return None
    narrow = min(around, key=lambda u: u.content[1] - u.content[0])
    return narrow.speakers[0].name
