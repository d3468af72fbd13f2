"""Promises, wishes, appeals and agreements as records: who is bound, how firmly, to do what, with whom, in which field.

One record per own head noun and modifier. Topics that were discussed and praise are none: they bind nobody.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.extract import details
from communique.extract.actions import Deed, deeds
from communique.extract.bindings import reported
from communique.extract.bound import are_two, asking, bound_by
from communique.extract.collecting import Collector
from communique.extract.frames import Frames, frames
from communique.extract.moments import Moments
from communique.extract.promise_words import cue, shape
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.extract.speech import Parties, Speech, Utterance
from communique.extract.triggers import Trigger
from communique.language import clauses
from communique.language.folding import fold
from communique.language.tokens import Sentence, Token
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
    return [p for p in promises if p is not None and _firm(p, lexicon) and not _bygone(scene, p)]


def _bygone(scene: Scene, promise: Promise) -> bool:
    """Is a signature only recalled, with a year before that of the page («signed a pact in June 2012»)?"""
    if promise.trigger.rule != "signing" or not scene.published:
        return False
    years = [int(y) for y in _YEAR.findall(scene.folded(promise.sentence.start, promise.sentence.end))]
    written = _YEAR.findall(str(scene.published))
    return bool(years and written) and max(years) < min(int(y) for y in written)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _firm(promise: Promise, lexicon: Frames) -> bool:
    """Refuse what nobody is reported to say and no verb of action tells, and a prediction of what others will do."""
    if promise.deed.action == "other" and not _names_something(promise) or _threatens(promise) or _greets(promise):
        return False
    if promise.force == "wish" and any(p.kind == "person" and not p.state and not p.role for p in promise.by):
        return False
    if promise.deed.action == "other" and not promise.speakers:
        vowed = promise.trigger.rule == "duty-verb" and promise.force in ("pledge", "agreement", "readiness")
        told = promise.trigger.rule in ("future", "disposition", "appeal", "wanted") and promise.deed.head.lemma in lexicon.actions
        told = told or promise.trigger.rule == "appeal" and promise.trigger.token.lemma in cue(promise.sentence, "proposing")
        asked = promise.trigger.rule == "duty-verb" and promise.force == "urge" and reported(promise.sentence, promise.trigger.token)
        return promise.trigger.rule in ("signing", "goal") or (vowed or told or asked) and bool(promise.by)
    if promise.trigger.rule == "noun-of-will" and promise.force == "urge" and not promise.speakers:
        return False
    foreign = (
        promise.speakers and all(p.kind == "person" and p.state for p in promise.speakers) and not binds_own_side(promise, promise.speakers)
    )
    return not (promise.trigger.rule == "future" and foreign)


def _threatens(promise: Promise) -> bool:
    """Is the deed a blow or a threat («impose martial law»)? Nobody is promised anything by it."""
    if promise.force == "urge":
        return False
    if promise.deed.head.lemma in cue(promise.sentence, "hostile_verbs"):
        return True
    tokens = promise.sentence.within(*promise.deed.object)
    words = fold("".join(t.text if t.end == u.start else f"{t.text} " for t, u in pairwise([*tokens, *tokens[-1:]])))
    hostile = any(re.search(rf"(?<![\w-]){thing}(?![\w-])", words) for thing in cue(promise.sentence, "hostile_objects"))
    return hostile and promise.deed.head.lemma not in cue(promise.sentence, "ending_verbs")


def _greets(promise: Promise) -> bool:
    """«transmettre ses salutations»: a courtesy is no deed."""
    words = promise.sentence.within(*promise.deed.object)
    noun = next((t for t in words if t.upos == "NOUN"), None)
    return promise.deed.action == "other" and noun is not None and noun.lemma in cue(promise.sentence, "courtesies")


def _names_something(promise: Promise) -> bool:
    """Has the deed a noun or a verb of action, so that it says more than «souhaite avancer»?"""
    words = promise.sentence.within(*promise.deed.object)
    alone = promise.deed.head.lemma in cue(promise.sentence, "deeds_alone")
    return alone or any(t.upos in ("NOUN", "PROPN", "NUM") for t in words)


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
    if not speakers and trigger.rule in ("appeal", "wanted") and trigger.force == "urge":
        speakers = asking(scene, sentence, trigger)
    by = bound_by(scene, sentence, trigger, speakers or focus, speakers)
    if by and set(by) <= set(speakers) and all(p.kind == "person" and not p.state for p in by) and _plural(sentence, trigger.token):
        pair = scene.pair_at(sentence)
        by = scene.states(pair) if len(pair) == 2 else None
    speakers = speakers or _persons_bound(scene, sentence, trigger, focus)
    if by is None or trigger.rule == "signing" and not are_two(by):
        return None
    evidence = (sentence.start, sentence.end) if alone else _evidence(deed)
    reach = (min(deed.object[0], deed.reach[0]), max(deed.object[1], deed.reach[1]))
    reach = (reach[0], _before_aside(scene, sentence, *reach))
    pair = scene.pair_at(sentence)
    if trigger.token.lemma in cue(sentence, "supporting_words") and not clauses.reflexive(sentence, trigger.token):
        deed = replace(deed, action="support")
    if trigger.token.lemma in cue(sentence, "refused_denials") and clauses.form(sentence, trigger.token).negated:
        deed = replace(deed, action="oppose")
    if trigger.rule == "refusal":
        deed = replace(deed, action="oppose")
    if trigger.token.lemma in cue(sentence, "devoted") and deed.head.upos in ("NOUN", "PROPN"):
        deed = replace(deed, action="support")
    names = details.initiatives(scene, *reach)
    frameworks = details.frameworks(scene, *reach)
    sectors = details.sectors(scene, *reach)
    if frameworks and not sectors and details.within(scene, *reach):
        sectors = ("international-affairs",)
    if deed.action == "align" and "policy-coordination" not in sectors:
        sectors = (*sectors, "policy-coordination")
    third = deed.action == "support" and are_two(by)
    if trigger.rule == "given":
        third, reach = True, (reach[0], sentence.end)
    own = not third and deed.action in ("other", "resolve", "oppose") and not _relates(scene, sentence, by)
    with_ = details.others(scene, *reach, by) if third else () if own else details.counterparts(scene, *reach, by, pair)
    return Promise(
        sentence, trigger, deed, by, with_, _voices(speakers, by),
        _force(sentence, trigger, by), evidence, sectors, names, frameworks,
    )  # fmt: skip


def _plural(sentence: Sentence, verb: Token) -> bool:
    """Is a verb of several («ont promis»), so that the one who tells it is not who promised?"""
    return any(t.feat("Number") == "Plur" and t.feat("VerbForm") == "Fin" for t in (verb, *sentence.children(verb, "aux")))


def _before_aside(scene: Scene, sentence: Sentence, start: int, end: int) -> int:
    """Where words end that say what is to be done: a relative clause behind a comma tells something else."""
    aside = shape(sentence, "aside").search(scene.folded(start, end))
    return start + aside.start() if aside and aside.start() else end


def _persons_bound(scene: Scene, sentence: Sentence, trigger: Trigger, focus: Parties) -> Parties:
    """«The two presidents agreed», «they resolved»: people who bind their states by name or office are those who say so."""
    if trigger.bound is None or trigger.addressed or trigger.rule in ("future", "signing") or clauses.form(sentence, trigger.token).passive:
        return ()
    found = referents(scene, sentence, trigger.bound, focus)
    return found if all(p.kind == "person" and p.state for p in found) else ()


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


def _force(sentence: Sentence, trigger: Trigger, by: Parties) -> str:
    """A decision of both sides is an agreement, of one a pledge."""
    if trigger.token.lemma in cue(sentence, "deciding") and trigger.rule == "duty-verb":
        return "agreement" if are_two(by) or trigger.token.lemma in cue(sentence, "agreeing") else "pledge"
    return trigger.force


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
            status="fulfilled" if promise.trigger.rule == "given" else "open",
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
        "refusal": 0.7,
        "given": 0.55,
        "appeal": 0.68,
        "noun-of-will": 0.7,
        "signing": 0.7,
        "wanted": 0.7,
    }
    return round(
        base[promise.trigger.rule] - (0.1 if promise.deed.action == "other" else 0) - (0.06 if not promise.speakers else 0),
        2,
    )
