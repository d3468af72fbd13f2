"""Who speaks where in a document: every attribution with its speakers, what runs on without a verb of saying, and whom a
pronoun means in each sentence. No record is made here.
"""

from dataclasses import dataclass, field

from communique.extract.frames import frames
from communique.extract.quotations import quotations
from communique.extract.referents import referents, representatives
from communique.extract.running import quoted_on, running_on
from communique.extract.scene import Scene
from communique.extract.triggers import Trigger, triggers
from communique.extract.utterances import Parties, Utterance, by_those_bound, utterances
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
    quoted = quotations(scene)
    for sentence in scene.sentences:
        speech.focus.append(focus)
        found = triggers(scene, sentence, lexicon)
        own = [by_those_bound(scene, u, found) for u in utterances(scene, sentence, focus, lexicon)]
        if not own and not any(a < sentence.end and sentence.start < b for a, b in quoted):
            own = running_on(scene, sentence, speech.utterances, found)
        speech.utterances.extend(own)
        speech.triggers.append(found)
        focus = _next_focus(scene, sentence, own, focus)
    speech.utterances.extend(quoted_on(scene, speech.utterances, quoted))
    speech.utterances.sort(key=lambda u: (u.sentence.index, u.evidence))
    return speech


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
