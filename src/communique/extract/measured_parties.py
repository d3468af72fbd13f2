"""Whose a measured quantity is, in the order of its flow, and who says so.

The giver or seller comes first where the words tell (subject, adjective, «vers», «en provenance de»), else the states
stand in the order in which they are named. Refuses a side that nothing names when the document has no pair of states.
"""

from communique.extract.measured import Measured, measures, numbers
from communique.extract.moments import Moments
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence
from communique.records.parts import Party

_BODIES = ("intergovernmental", "union", "format", "bank", "fund")


def subject_of(scene: Scene, found: Measured) -> tuple[Party, ...]:
    """Give the states whose quantity it is, ordered by its flow."""
    pair = _pair(scene, found)
    if bodies := _bodies(scene, found, pair):
        return bodies
    if measures(scene.mentions.parse.language).links["many"].search(scene.folded(*found.clause)):
        pair = tuple(scene.states_in(*found.clause))
    if alone := _alone(scene, found):
        return scene.states(alone)
    if found.measure.flow == "none":
        return scene.states(pair)
    first = _first(scene, found, pair)
    ordered = [first, *(s for s in pair if s != first)] if first in pair else list(pair)
    known = measures(scene.mentions.parse.language)
    clause = scene.folded(found.clause[0], found.quantity.end)
    if known.links["reverse"].search(clause) and first not in pair:
        ordered = list(reversed(_actor_order(scene, found.sentence, pair)))
    return scene.states(ordered)


def _alone(scene: Scene, found: Measured) -> tuple[str, ...]:
    """What one state makes or hosts is its own: «Ghana plans to produce», the only one that the clause names."""
    if found.measure.name != "other" or found.quantity.kind == "money" or found.rule == "rank":
        return ()
    states = scene.states_in(*found.clause)
    named = {n.key for n in scene.mentions.names_in(*found.clause, "state") if n.key}
    return tuple(states) if len(states) == 1 and named == set(states) else ()


def _bodies(scene: Scene, found: Measured, pair: tuple[str, ...]) -> tuple[Party, ...]:
    """An organization of states that gives, with the state it gives to; or two of them, where the clause names no state."""
    named = list(dict.fromkeys(n.key for n in scene.mentions.names_in(*found.clause, "organization") if n.key))
    keys = [k for k in named if scene.known.organizations[k].kind in _BODIES and not scene.known.organizations[k].state]
    states = _outside_sums(scene, *found.clause)
    both = scene.patterns["states"].search(scene.folded(found.sentence.start, found.sentence.end))
    if 0 < len(keys) < 3 and not scene.states_in(found.sentence.start, found.sentence.end) and not both:
        return tuple(scene.organization(k) for k in keys)
    giver = _actor_party(scene, found) if found.measure.flow == "from" and len(states) < 2 else None
    if giver is None or giver.state or giver.id not in keys:
        return ()
    return (giver, *scene.states(states or (pair if len(pair) == 1 else ())))


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
    sums = [(q.start, q.end) for q in numbers(scene) if q.kind == "money" and start <= q.start and q.end <= end]
    edges = [start, *(edge for span in sums for edge in span), end]
    shown = {s for a, b in zip(edges[::2], edges[1::2], strict=True) for s in scene.states_in(a, b)}
    return [s for s in scene.states_in(start, end) if s in shown]


def _first(scene: Scene, found: Measured, pair: tuple[str, ...]) -> str:
    """The state that gives, sells or invests; of imports the one that buys."""
    known = measures(scene.mentions.parse.language)
    token = found.sentence.at(found.cue[0])
    if token is not None and token.upos == "VERB" and (actor := _actor(scene, found)):
        return actor
    near = scene.mentions.names_in(max(found.clause[0], found.cue[0] - 30), found.cue[0], "state", "adjective")
    if near and near[-1].key in pair and scene.folded(near[-1].end, found.cue[0]) in (" ", "'s "):
        return near[-1].key
    after = scene.mentions.names_in(found.cue[1], found.clause[1], "state", "adjective")
    agents = [n.key for n in after if known.links["by"].search(scene.folded(max(found.cue[1], n.start - 10), n.start))]
    if len(agents) == 1 and agents[0] in pair:
        return agents[0]
    for name in scene.mentions.names_in(found.cue[1], min(found.clause[1], found.cue[1] + 90), "state", "adjective"):
        before = scene.folded(max(found.cue[1], name.start - 22), name.start)
        if not name.key or name.key not in pair:
            continue
        away = known.links["to"].search(before) is not None
        if away or known.links["from"].search(before):
            given = away == (found.measure.flow == "from")
            return next((s for s in pair if s != name.key), "") if given else name.key
        return name.key
    return _actor(scene, found)


def _actor(scene: Scene, found: Measured) -> str:
    """The state that the subject of the governing verb stands for."""
    party = _actor_party(scene, found)
    return (party.state if party else None) or ""


def _actor_party(scene: Scene, found: Measured) -> Party | None:
    """Who the subject of the governing verb stands for, where that is one party."""
    token = found.sentence.at(found.cue[0])
    if token is None:
        return None
    for verb in [token, *found.sentence.ancestors(token)]:
        if verb.upos != "VERB":
            continue
        subject = clauses.subject(found.sentence, verb)
        if subject is not None and subject is not token:
            parties = referents(scene, found.sentence, subject)
            states = {p.state for p in parties if p.state}
            told = [p for p in parties if p.state] or list(parties)
            return told[0] if told and (len(states) == 1 or len(parties) == 1) else None
    return None


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
