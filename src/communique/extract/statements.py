"""Statements: each utterance becomes one, its act read from what it binds or asks, its verb where it does neither."""

from communique.extract.acts import act_by_words
from communique.extract.collecting import Collector
from communique.extract.commitments import Promise, binds_own_side
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.speech import Speech, Utterance
from communique.language import clauses
from communique.records.kinds import Statement

_CONFIDENCE = {
    "inverted": 0.85, "clause": 0.87, "quotation": 0.9, "infinitive": 0.88, "predicate": 0.85, "object": 0.82, "noun": 0.82,
    "attitude": 0.82, "passive": 0.8, "impersonal": 0.6, "judgement": 0.8, "according-to": 0.75, "running-on": 0.5, "quoted-on": 0.8,
}  # fmt: skip
_COMMISSIVE = {"wish", "readiness", "pledge", "agreement"}


def collect_statements(scene: Scene, speech: Speech, promises: list[Promise], moments: Moments, into: Collector) -> None:
    """Add a statement for each utterance."""
    for utterance in speech.utterances:
        act = act_of(scene, utterance, promises)
        into.add(
            Statement, [utterance.evidence], utterance.content,
            (f"rule statement/{utterance.rule}", f"verb «{utterance.cue}»", f"act {act}"),
            speakers=utterance.speakers, act=act, mode="direct" if utterance.direct else "indirect",
            venue=moments.venue(utterance), content=scene.span(*utterance.content),
            confidence=_CONFIDENCE.get(utterance.rule, 0.7), date=moments.of_utterance(utterance),
        )  # fmt: skip


def _recalled(promise: Promise) -> bool:
    """Is it an older agreement that is told («avaient convenu de»)?"""
    verb = promise.trigger.token
    older = promise.trigger.rule == "duty-verb" or promise.force == "agreement"
    return older and clauses.form(promise.sentence, verb).perfect and bool(promise.speakers)


def act_of(scene: Scene, utterance: Utterance, promises: list[Promise]) -> str:
    """Give the illocutionary class: what the words bind the speaker to, or ask for, before what the verb says."""
    if utterance.act in ("expressive", "directive"):
        return utterance.act
    if own := act_by_words(scene, utterance):
        return own
    start, end = utterance.content
    inside = [p for p in promises if p.sentence is utterance.sentence and start <= p.trigger.heads[0].start < end]
    inside = [p for p in inside if p.speakers == utterance.speakers] or inside
    inside = [p for p in inside if not _recalled(p)]
    if any(p.force in _COMMISSIVE and binds_own_side(p, utterance.speakers) for p in inside[:1]):
        return "commissive"
    if any(p.force == "urge" for p in inside):
        return "directive"
    if any(p.force in _COMMISSIVE and binds_own_side(p, utterance.speakers) for p in inside):
        return "commissive"
    return utterance.act
