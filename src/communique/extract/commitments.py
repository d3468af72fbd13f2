"""Promises, wishes, appeals and agreements as records: who is bound, how firmly, to do what, with whom, in which field.

One record per own head noun and modifier. Topics that were discussed and praise are none: they bind nobody.
"""

from dataclasses import dataclass, replace

from communique.extract import details
from communique.extract.actions import Deed, deeds
from communique.extract.bound import are_two, bound_by
from communique.extract.collecting import Collector
from communique.extract.frames import Frames, frames
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.speech import Parties, Speech, Utterance
from communique.extract.triggers import Trigger
from communique.language import clauses
from communique.language.tokens import Sentence
from communique.records.kinds import Alignment, Commitment
from communique.records.parts import Party


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment before it has an id and a date."""

    sentence: Sentence
    trigger: Trigger
    deed: Deed
    by: Parties
    with_: Parties
    speakers: Parties
    force: str
    evidence: tuple[int, int]
    sectors: tuple[str, ...]
    initiatives: tuple[str, ...]
    frameworks: tuple[str, ...]


def find_promises(scene: Scene, speech: Speech) -> list[Promise]:
    """Find all that the document's sentences bind someone to."""
    lexicon = frames(scene.mentions.parse.language)
    found: list[Promise] = []
    for sentence, triggers in zip(scene.sentences, speech.triggers, strict=True):
        said = [u for u in speech.utterances if u.sentence is sentence]
        focus = speech.focus[sentence.index]
        found.extend(_of_sentence(scene, sentence, triggers, said, focus, lexicon))
    return found


def _of_sentence(
    scene: Scene, sentence: Sentence, triggers: list[Trigger], said: list[Utterance], focus: Parties, lexicon: Frames
) -> list[Promise]:
    raw: list[tuple[Trigger, Deed, Utterance | None]] = []
    for trigger in triggers:
        said_by = _said(trigger, said)
        limit = said_by.content[1] if said_by and said_by.content[0] <= trigger.token.start < said_by.content[1] else sentence.end
        limit = min([limit, *(t.token.start for t in triggers if t.token.start > trigger.heads[-1].start)])
        raw.extend((trigger, deed, said_by) for deed in deeds(scene, sentence, trigger.heads, limit, lexicon))
    alone = len(raw) == 1
    promises = [_promise(scene, sentence, trigger, deed, said_by, focus, alone) for trigger, deed, said_by in raw]
    return [p for p in promises if p is not None and _firm(p, lexicon)]


def _firm(promise: Promise, lexicon: Frames) -> bool:
    """Refuse what nobody is reported to say and no verb of action tells, and a prediction of what others will do."""
    if promise.deed.action == "other" and not _names_something(promise):
        return False
    if promise.deed.action == "other" and not promise.speakers:
        vowed = promise.trigger.rule == "duty-verb" and promise.force in ("pledge", "agreement")
        told = promise.trigger.rule == "future" and promise.deed.head.lemma in lexicon.actions
        return promise.trigger.rule == "signing" or (vowed or told) and bool(promise.by)
    foreign = promise.speakers and all(p.kind == "person" for p in promise.speakers) and not binds_own_side(promise, promise.speakers)
    return not (promise.trigger.rule == "future" and foreign)


def _names_something(promise: Promise) -> bool:
    """Has the deed a noun or a verb of action, so that it says more than «souhaite avancer»?"""
    words = promise.sentence.within(*promise.deed.object)
    return any(t.upos in ("NOUN", "PROPN", "NUM") for t in words)


def _said(trigger: Trigger, said: list[Utterance]) -> Utterance | None:
    """The innermost utterance whose words hold the trigger, or whose verb it is."""
    around = [u for u in said if u.evidence[0] <= trigger.token.start < u.evidence[1]]
    inside = [u for u in around if u.content[0] <= trigger.heads[0].start < u.content[1]]
    candidates = inside or around
    return min(candidates, key=lambda u: u.content[1] - u.content[0]) if candidates else None


def _promise(
    scene: Scene,
    sentence: Sentence,
    trigger: Trigger,
    deed: Deed,
    said_by: Utterance | None,
    focus: Parties,
    alone: bool,
) -> Promise | None:
    speakers = said_by.speakers if said_by else ()
    by = bound_by(scene, sentence, trigger, speakers or focus, speakers)
    if by is None or trigger.rule == "signing" and not are_two(by):
        return None
    evidence = (sentence.start, sentence.end) if alone else _evidence(deed)
    reach = (min(deed.object[0], deed.reach[0]), max(deed.object[1], deed.reach[1]))
    pair = scene.pair_at(sentence)
    if trigger.token.lemma in _SUPPORTING and not clauses.reflexive(sentence, trigger.token):
        deed = replace(deed, action="support")
    names = details.initiatives(scene, *reach)
    frameworks = details.frameworks(scene, *reach)
    sectors = details.sectors(scene, *reach)
    if frameworks and not sectors and details.within(scene, *reach):
        sectors = ("international-affairs",)
    if deed.action == "align" and "policy-coordination" not in sectors:
        sectors = (*sectors, "policy-coordination")
    own = deed.action in ("other", "resolve") and not _relates(scene, sentence, by)
    return Promise(
        sentence, trigger, deed, by, () if own else details.counterparts(scene, *reach, by, pair), _voices(speakers, by),
        _force(trigger, by), evidence, sectors, names, frameworks,
    )  # fmt: skip


def _evidence(deed: Deed) -> tuple[int, int]:
    """The clause from the verb to its object, or the object alone where it stands far off."""
    if deed.object[0] > deed.head.end + 60:
        return deed.object
    leads = deed.first.index <= deed.head.index
    start = min(deed.first.start, deed.object[0]) if leads else deed.head.start
    return start, max(deed.object[1], deed.head.end)


def _relates(scene: Scene, sentence: Sentence, by: Parties) -> bool:
    """Does the sentence name another state, or both, beside those bound?"""
    folded = scene.folded(sentence.start, sentence.end)
    others = set(scene.states_in(sentence.start, sentence.end)) - {p.state for p in by}
    return bool(others) or bool(scene.patterns["states"].search(folded))


def _voices(speakers: Parties, by: Parties) -> Parties:
    """Who says so: nobody apart, where states that bind themselves are their own voice."""
    return () if all(p.kind == "state" and p in by for p in speakers) else speakers


def _force(trigger: Trigger, by: Parties) -> str:
    """A decision of both sides is an agreement, of one a pledge."""
    if trigger.token.lemma in ("décider", "convenir") and trigger.rule == "duty-verb":
        return "agreement" if are_two(by) or trigger.token.lemma == "convenir" else "pledge"
    return trigger.force


_SUPPORTING = ("soutenir", "appuyer", "soutien", "appui", "attachement")


def binds_own_side(promise: Promise, speakers: tuple[Party, ...]) -> bool:
    """Tell whether a promise binds only, or also, the speaker's own side."""
    own = {p.state or p.id for p in speakers}
    return bool(own & {p.state or p.id for p in promise.by})


def collect_promises(scene: Scene, promises: list[Promise], moments: Moments, into: Collector) -> None:
    """Add a commitment for each promise, and an alignment where it joins two named strategies."""
    for promise in promises:
        said = next((u for u in moments.utterances if u.sentence is promise.sentence and u.speakers == promise.speakers), None)
        date = moments.of_utterance(said) if said else moments.of_sentence(promise.sentence)
        why = (
            f"rule commitment/{promise.trigger.rule}",
            f"cue «{promise.trigger.token.text}»",
            f"verb «{promise.deed.head.text}»",
        )
        shared = {"by": promise.by, "force": promise.force, "speakers": promise.speakers, "date": date}
        into.add(
            Commitment, [promise.evidence], promise.deed.object, why, **shared, confidence=_confidence(promise),
            **{"with": promise.with_}, action=promise.deed.action, object=scene.span(*promise.deed.object),
            sectors=promise.sectors, initiatives=promise.initiatives, frameworks=promise.frameworks,
            due=moments.due(promise.deed.reach), amount=details.amount(scene, *promise.deed.object),
        )  # fmt: skip
        if promise.deed.action == "align" and len(promise.initiatives) > 1:
            into.add(
                Alignment, [promise.evidence], promise.deed.object, why, **shared,
                initiatives=tuple(sorted(promise.initiatives)), confidence=0.9,
            )  # fmt: skip


def _confidence(promise: Promise) -> float:
    base = {
        "duty-verb": 0.88,
        "disposition": 0.86,
        "goal": 0.85,
        "future": 0.74,
        "appeal": 0.58,
        "noun-of-will": 0.64,
        "signing": 0.66,
        "wanted": 0.7,
    }
    return round(
        base[promise.trigger.rule] - (0.1 if promise.deed.action == "other" else 0) - (0.06 if not promise.speakers else 0),
        2,
    )
