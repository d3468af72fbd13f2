"""Speech that runs on without a verb of saying: further sentences of a quotation, and those that bind the speaker's side."""

from dataclasses import replace

from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.extract.triggers import Trigger
from communique.extract.utterances import Parties, Utterance
from communique.language import clauses
from communique.language.tokens import Sentence


def running_on(scene: Scene, sentence: Sentence, earlier: list[Utterance], found: list[Trigger]) -> list[Utterance]:
    """Give a sentence after a speaker's, without a verb of saying, that binds his side or stands in the press's conditional."""
    last = earlier[-1] if earlier else None
    if last is None or last.sentence.index != sentence.index - 1 or len(last.speakers) > 2 or _sourced(scene, sentence):
        return []
    if not _binds(scene, sentence, found, last.speakers) and not _reported_tense(sentence):
        return []
    return [_whole(scene, sentence, last.speakers, quoted=False)]


def quoted_on(scene: Scene, said: list[Utterance], quotations: list[tuple[int, int]]) -> list[Utterance]:
    """Give one utterance for each further sentence of a quotation whose speaker is told in another of its sentences."""
    found = []
    for start, end in quotations:
        inside = [s for s in scene.sentences if s.start < end and start < s.end]
        telling = [u for u in said if u.sentence in inside and (u.content[0] < end and start < u.content[1])]
        if not telling:
            continue
        for sentence in inside:
            if not any(u.sentence is sentence for u in said):
                whole = _whole(scene, sentence, telling[0].speakers, quoted=True)
                found.append(replace(whole, content=(max(sentence.start, start), whole.content[1])))
    return found


def _whole(scene: Scene, sentence: Sentence, speakers: Parties, *, quoted: bool) -> Utterance:
    end = sentence.end - (scene.text[sentence.end - 1 : sentence.end] in (".", ";"))
    evidence = (sentence.start, sentence.end)
    return Utterance(sentence, speakers, (sentence.start, end), evidence, "assertive", quoted, "running-on", "")


def _sourced(scene: Scene, sentence: Sentence) -> bool:
    """Does a document or a medium tell the sentence («indique le communiqué»)?"""
    folded = scene.folded(sentence.start, sentence.end)
    return any(word in folded for word in (" communique", " meme source", "lit-on", "peut-on lire"))


def _binds(scene: Scene, sentence: Sentence, found: list[Trigger], speakers: Parties) -> bool:
    """Does a present or future promise of the speaker's own side, or of both, stand in the sentence?"""
    root = sentence.root
    if root is None or clauses.form(sentence, root).perfect:
        return False
    states = {p.state for p in speakers if p.state}
    for trigger in found:
        if trigger.bound is None or trigger.rule == "noun-of-will":
            continue
        bound = {p.state for p in referents(scene, sentence, trigger.bound, speakers) if p.kind == "state"}
        if bound & states:
            return True
    return False


def _reported_tense(sentence: Sentence) -> bool:
    """Is the main verb a conditional, the press's future in the past?"""
    root = sentence.root
    if root is None or root.lemma in ("pouvoir", "devoir"):
        return False
    return clauses.form(sentence, root).mood == "Cnd"
