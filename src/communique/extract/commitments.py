"""Promises, wishes, appeals and agreements as records: who is bound, how firmly, to do what, with whom, in which field.

One record per own head noun and modifier. Topics that were discussed and praise are none: they bind nobody.
"""

from dataclasses import dataclass, replace

from communique.extract import details
from communique.extract.actions import Deed, deeds
from communique.extract.collecting import Collector
from communique.extract.frames import Frames, frames
from communique.extract.moments import Moments
from communique.extract.referents import referents, sides
from communique.extract.scene import Scene
from communique.extract.speech import Parties, Speech, Utterance
from communique.extract.triggers import Trigger
from communique.extract.units import after
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
    return [p for p in promises if p is not None and _firm(p)]


def _firm(promise: Promise) -> bool:
    """Refuse what nobody is reported to say and no verb of action tells, and a prediction of what others will do."""
    if promise.deed.action == "other" and not promise.speakers:
        return promise.trigger.rule == "signing"
    foreign = promise.speakers and all(p.kind == "person" for p in promise.speakers) and not binds_own_side(promise, promise.speakers)
    return not (promise.trigger.rule == "future" and foreign)


def _said(trigger: Trigger, said: list[Utterance]) -> Utterance | None:
    """The innermost utterance whose words hold the trigger, or whose verb it is."""
    around = [u for u in said if u.evidence[0] <= trigger.token.start < u.evidence[1]]
    inside = [u for u in around if u.content[0] <= trigger.heads[0].start < u.content[1]]
    candidates = inside or around
    return min(candidates, key=lambda u: u.content[1] - u.content[0]) if candidates else None


def _promise(
    scene: Scene, sentence: Sentence, trigger: Trigger, deed: Deed, said_by: Utterance | None, focus: Parties, alone: bool
) -> Promise | None:
    speakers = said_by.speakers if said_by else ()
    by = _bound(scene, sentence, trigger, deed, speakers or focus, speakers)
    if by is None or trigger.rule == "signing" and not _two(by):
        return None
    end = max(deed.object[1], deed.head.end)
    evidence = (sentence.start, sentence.end) if alone else (min(deed.first.start, deed.object[0]) if deed.first.index <= deed.head.index else deed.head.start, end)
    if not alone and deed.object[0] > deed.head.end + 60:
        evidence = deed.object
    reach = (min(deed.object[0], deed.reach[0]), max(deed.object[1], deed.reach[1]))
    pair = scene.pair_at(sentence)
    if trigger.token.lemma in ("soutenir", "appuyer"):
        deed = replace(deed, action="support")
    names = details.initiatives(scene, *reach)
    sectors = details.sectors(scene, *reach)
    if deed.action == "align" and "policy-coordination" not in sectors:
        sectors = (*sectors, "policy-coordination")
    return Promise(
        sentence, trigger, deed, by, details.counterparts(scene, *reach, by, pair), speakers, trigger.force,
        evidence, sectors, names, details.frameworks(scene, *reach),
    )  # fmt: skip


def _bound(scene: Scene, sentence: Sentence, trigger: Trigger, deed: Deed, focus: Parties, speakers: Parties) -> Parties | None:
    """Who is bound; empty for an appeal that names no one; None where the words bind nobody whom we can name."""
    if trigger.bound is not None:
        found = sides(scene, referents(scene, sentence, trigger.bound, focus))
        if trigger.rule == "signing" and not _two(found):
            found = tuple(dict.fromkeys((*found, *sides(scene, after(scene, "avec", trigger.token.end, sentence.end)))))
        if not found and trigger.rule == "future" and speakers and _opens(trigger):
            return sides(scene, speakers)
        if found or not trigger.addressed:
            return found or None
    if trigger.addressed or trigger.force == "urge":
        return _addressed(scene, sentence, trigger, deed)
    found = sides(scene, speakers)
    return found or None


def _two(parties: Parties) -> bool:
    return len({p.state or p.name for p in parties}) > 1


def _opens(trigger: Trigger) -> bool:
    """Is it a thing that will open, resume or be held, as the one who says so promises?"""
    return trigger.token.lemma in ("ouvrir", "rouvrir", "reprendre", "redémarrer", "débuter", "entrer", "démarrer")


def _addressed(scene: Scene, sentence: Sentence, trigger: Trigger, deed: Deed) -> Parties:
    """Whom an appeal without an addressee binds: both sides where its words name them, else nobody."""
    folded = scene.folded(trigger.token.start, sentence.end)
    if scene.patterns["states"].search(folded) or " leur" in folded or " bilateral" in folded:
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else ()
    return ()


def binds_own_side(promise: Promise, speakers: tuple[Party, ...]) -> bool:
    """Tell whether a promise binds only, or also, the speaker's own side."""
    own = {p.state or p.id for p in speakers}
    return bool(own & {p.state or p.id for p in promise.by})


def collect_promises(scene: Scene, promises: list[Promise], moments: Moments, into: Collector) -> None:
    """Add a commitment for each promise, and an alignment where it joins two named strategies."""
    for promise in promises:
        said = next((u for u in moments.utterances if u.sentence is promise.sentence and u.speakers == promise.speakers), None)
        date = moments.of_utterance(said) if said else moments.of_sentence(promise.sentence)
        why = (f"rule commitment/{promise.trigger.rule}", f"cue «{promise.trigger.token.text}»", f"verb «{promise.deed.head.text}»")
        shared = {"by": promise.by, "force": promise.force, "speakers": promise.speakers, "date": date}
        into.add(
            Commitment, [promise.evidence], promise.deed.object, why, **shared, confidence=_confidence(promise),
            **{"with": promise.with_}, action=promise.deed.action, object=scene.span(*promise.deed.object),
            sectors=promise.sectors, initiatives=promise.initiatives, frameworks=promise.frameworks,
            due=moments.due(promise.deed.reach), amount=None,
        )  # fmt: skip
        if promise.deed.action == "align" and len(promise.initiatives) > 1:
            into.add(
                Alignment, [promise.evidence], promise.deed.object, why, **shared,
                initiatives=tuple(sorted(promise.initiatives)), confidence=0.9,
            )  # fmt: skip


def _confidence(promise: Promise) -> float:
    base = {"duty-verb": 0.82, "disposition": 0.86, "goal": 0.85, "future": 0.74, "appeal": 0.76, "noun-of-will": 0.72, "signing": 0.66, "wanted": 0.7}
    return round(base[promise.trigger.rule] - (0.1 if promise.deed.action == "other" else 0) - (0.06 if not promise.speakers else 0), 2)
