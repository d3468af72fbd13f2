"""Who speaks where in a document: every attribution with its speakers, what runs on without a verb of saying, and whom a
pronoun means in each sentence. No record is made here.
"""

from dataclasses import dataclass, field

from communique.extract.attributions import attributions
from communique.extract.frames import frames
from communique.extract.quotations import quotations, quoted_whole, several_sentences
from communique.extract.referents import referents, representatives
from communique.extract.reports import Attribution
from communique.extract.running import quoted_on, resumed, running_on, whole
from communique.extract.scene import Scene
from communique.extract.triggers import Trigger, triggers
from communique.extract.utterances import Parties, Utterance, by_those_bound, utterances
from communique.extract.voices import announced, labelled
from communique.language import clauses
from communique.language.tokens import Sentence


@dataclass(slots=True)
class Speech:
    """All utterances in order; the triggers of each sentence; whom a pronoun means at the start of each sentence."""

    utterances: list[Utterance] = field(default_factory=list)
    triggers: list[list[Trigger]] = field(default_factory=list)
    focus: list[Parties] = field(default_factory=list)


def find_speech(scene: Scene) -> Speech:
    """Read a document's speech in one pass over its sentences, then give quotations their further sentences."""
    lexicon = frames(scene.mentions.parse.language)
    speech = Speech()
    focus: Parties = ()
    awaited: Parties = ()
    quoted = quotations(scene)
    several, voices = several_sentences(scene, quoted), labelled(scene, quoted)
    for sentence in scene.sentences:
        speech.focus.append(focus)
        found = triggers(scene, sentence, lexicon)
        reports = attributions(scene, sentence)
        own = [by_those_bound(scene, u, found) for u in utterances(scene, sentence, reports, focus, lexicon)]
        if sentence.index in voices:
            own = _labelled(scene, sentence, own, *voices[sentence.index])
        elif quotation := quoted_whole(scene, sentence, quoted):
            own = _quoted(scene, sentence, own, speech.utterances, awaited, quotation)
        elif own:
            own = resumed(scene, sentence, own, speech.utterances)
        elif not _told_otherwise(sentence, reports) and not any(a < sentence.end and sentence.start < b for a, b in several):
            own = running_on(scene, sentence, speech.utterances, found)
        speech.utterances.extend(own)
        speech.triggers.append(found)
        awaited = announced(scene, sentence, focus) if not own else ()
        if own or not quoted_whole(scene, sentence, quoted):
            focus = _next_focus(scene, sentence, own, focus)
    speech.utterances.extend(quoted_on(scene, speech.utterances, several))
    speech.utterances.sort(key=lambda u: (u.sentence.index, u.evidence))
    return speech


def _labelled(scene: Scene, sentence: Sentence, own: list[Utterance], speakers: Parties, start: int) -> list[Utterance]:
    """What stands under a speaker's label is his, save what he tells that others said."""
    others = [u for u in own if _names_another(scene, u, speakers)]
    if others or not speakers or len(scene.text[start : sentence.end].split()) < 4:
        return others if speakers else []
    return [whole(scene, sentence, speakers, quoted=True, start=start)]


def _quoted(
    scene: Scene, sentence: Sentence, own: list[Utterance], earlier: list[Utterance], awaited: Parties, span: tuple[int, int]
) -> list[Utterance]:  # fmt: skip
    """A sentence all in quotation marks is of whoever is announced, or spoke right before; else of whom its quotation names."""
    after = scene.text[span[1] : span[1] + 3].strip()
    told_later = span[1] > sentence.end and after and after[0] not in "\n"
    last = earlier[-1] if earlier else None
    speakers = awaited or (last.speakers if last is not None and last.sentence.index == sentence.index - 1 and not told_later else ())
    if not speakers:
        return [u for u in own if u.direct or _names_another(scene, u, ())] if span[1] > sentence.end else own
    others = [u for u in own if _names_another(scene, u, speakers)]
    return others or [whole(scene, sentence, speakers, quoted=True)]


def _names_another(scene: Scene, utterance: Utterance, speakers: Parties) -> bool:
    """Is the speaker of a report inside someone's words a person named there, not the one who speaks?"""
    start, end = utterance.sentence.start, utterance.sentence.end
    named = {scene.mentions.cast.members[m.member].name for m in scene.mentions.people_in(start, end)}
    return any(p.name in named and p not in speakers for p in utterance.speakers)


def _told_otherwise(sentence: Sentence, reports: list[Attribution]) -> bool:
    """Is the sentence told by someone whom nothing resolves («…, a source said»)?"""
    return any(r.inverted or r.rule == "according-to" for r in reports)


def _next_focus(scene: Scene, sentence: Sentence, own: list[Utterance], focus: Parties) -> Parties:
    if own and any(p.kind == "person" for p in own[-1].speakers):
        return own[-1].speakers
    opening = scene.mentions.people_in(sentence.start, min(sentence.end, sentence.start + 110))
    if opening and opening[0].role_start - sentence.start < 4:
        return (scene.person(opening[0].member),)
    root = sentence.root
    subject = clauses.subject(sentence, root) if root is not None else None
    if subject is None:
        return focus
    found = referents(scene, sentence, subject, focus)
    people = tuple(p for p in found if p.kind == "person")
    if people:
        return people
    folded = scene.folded(sentence.start, sentence.end)
    if scene.patterns["persons"].search(folded):
        return representatives(scene, sentence)
    return found or focus


__all__ = ["Parties", "Speech", "Utterance", "find_speech"]
