"""Speech that runs on without a verb of saying: further sentences of a quotation, and those that bind the speaker's side."""

from dataclasses import replace

from communique.extract.frames import Frames
from communique.extract.quotations import Spans
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.extract.triggers import Trigger
from communique.extract.utterances import Parties, Utterance
from communique.language import clauses
from communique.language.tokens import Sentence, Token


def running_on(scene: Scene, sentence: Sentence, earlier: list[Utterance], found: list[Trigger]) -> list[Utterance]:
    """Give a sentence after a speaker's, without a verb of saying, that binds his side or stands in the press's conditional."""
    last = earlier[-1] if earlier else None
    if last is None or last.sentence.index != sentence.index - 1 or len(last.speakers) > 2 or _sourced(scene, sentence):
        return []
    if scene.text[sentence.end - 1] == "?":
        return []
    if _listed_item(scene, sentence) and (_leads_list(scene, last.sentence) or _listed_item(scene, last.sentence)):
        return [whole(scene, sentence, last.speakers)]
    own = _binds(scene, sentence, found, last.speakers) or _reported_tense(sentence, scene.frames)
    if not own and not (last.sentence.block == sentence.block and _of_own_side(scene, sentence, last)):
        return []
    return [whole(scene, sentence, last.speakers)]


def _listed_item(scene: Scene, sentence: Sentence) -> bool:
    return scene.text[sentence.start] in "-–—•*"


def _leads_list(scene: Scene, sentence: Sentence) -> bool:
    """«The minister announced the following:»."""
    return scene.text[sentence.end - 1] == ":"


def resumed(scene: Scene, sentence: Sentence, own: list[Utterance], earlier: list[Utterance]) -> list[Utterance]:
    """«X said … China welcomes …»: in a readout's present tense what a state is told to say goes on with its speaker's words."""
    last = earlier[-1] if earlier else None
    if last is None or not own or last.sentence.index != sentence.index - 1 or last.sentence.block != sentence.block:
        return own
    people = [p for p in last.speakers if p.kind == "person"]
    speakers = [p for u in own for p in u.speakers]
    if not scene.frames.forms["present_runs_on"] or not people or any(p.kind != "state" for p in speakers):
        return own
    root = _predicate(sentence)
    perfect = root is not None and clauses.form(sentence, root).perfect
    if perfect or not {p.state for p in speakers} <= {p.state for p in people} or not _of_own_side(scene, sentence, last):
        return own
    act = own[0].act if own[0].act == "directive" else "assertive"
    return [replace(whole(scene, sentence, last.speakers), act=act)]


def quoted_on(scene: Scene, said: list[Utterance], quotations: Spans) -> list[Utterance]:
    """Give one utterance for each further sentence of a quotation whose speaker is told in another of its sentences."""
    found = []
    for start, end in quotations:
        inside = [s for s in scene.sentences if s.start < end and start < s.end]
        telling = [u for u in said if u.sentence in inside and (u.content[0] < end and start < u.content[1])]
        if not telling:
            continue
        for sentence in inside:
            if not any(u.sentence is sentence for u in said):
                further = whole(scene, sentence, telling[0].speakers, quoted=True)
                found.append(replace(further, content=(max(sentence.start, start), further.content[1])))
    return found


def whole(scene: Scene, sentence: Sentence, speakers: Parties, *, quoted: bool = False, start: int = 0) -> Utterance:
    """Give a whole sentence, from `start` on, as someone's words."""
    end = sentence.end - (scene.text[sentence.end - 1 : sentence.end] in (".", ";"))
    rule = "quoted-on" if quoted else "running-on"
    thanks = quoted and scene.frames.cues["thanking"].match(scene.folded(max(start, sentence.start), sentence.end)) is not None
    content = (min(max(start, sentence.start), end - 1), end)
    return Utterance(sentence, speakers, content, (sentence.start, sentence.end), "expressive" if thanks else "assertive", quoted, rule, "")


def _sourced(scene: Scene, sentence: Sentence) -> bool:
    """Does a document or a medium tell the sentence («indique le communiqué»)?"""
    return scene.frames.cues["sourced"].search(scene.folded(sentence.start, sentence.end)) is not None


def _predicate(sentence: Sentence) -> Token | None:
    """The head of the main clause; the first clause tied to a mere word («Tomorrow, …») where that is the root."""
    root = sentence.root
    if root is None or root.upos in ("VERB", "AUX") or sentence.children(root, "nsubj", "cop", "aux"):
        return root
    return next((t for t in sentence.children(root) if t.upos == "VERB" and sentence.children(t, "nsubj")), root)


def told(sentence: Sentence) -> bool:
    """Tell whether the main verb narrates what happened, as the journalist does."""
    root = _predicate(sentence)
    if root is None:
        return True
    form = clauses.form(sentence, root)
    return form.perfect and sentence.language == "fr" or form.tense == "Past" and form.mood == "Ind"


def _binds(scene: Scene, sentence: Sentence, found: list[Trigger], speakers: Parties) -> bool:
    """Does a present or future promise of the speaker's own side, or of both, stand in the sentence?"""
    if told(sentence):
        return False
    states = {p.state for p in speakers if p.state}
    for trigger in found:
        if trigger.bound is None or trigger.rule == "noun-of-will":
            continue
        bound = {p.state for p in referents(scene, sentence, trigger.bound, speakers) if p.kind == "state"}
        if bound & states:
            return True
    return False


def _of_own_side(scene: Scene, sentence: Sentence, last: Utterance) -> bool:
    """Does a sentence in the present or future speak of the speaker's side, as readouts go on after «X said»?"""
    root = _predicate(sentence)
    if root is None or told(sentence) or not any(p.kind == "person" for p in last.speakers):
        return False
    form = clauses.form(sentence, root)
    if form.mood != "Ind" or form.tense not in (("Pres", "Fut") if scene.frames.forms["present_runs_on"] else ("Fut",)):
        return False
    subject = clauses.own_subject(sentence, root)
    states = {p.state for p in last.speakers if p.state}
    parties = referents(scene, sentence, subject, ()) if subject is not None and subject.upos != "PRON" else ()
    if form.tense == "Fut":
        return any(p.state in states for p in parties)
    return any(p.kind == "state" and p.state in states for p in parties)


def _reported_tense(sentence: Sentence, lexicon: Frames) -> bool:
    """Is the main verb a conditional, the press's future in the past?"""
    root = sentence.root
    if root is None:
        return False
    if any(t.lemma in lexicon.words["duties"] for t in (root, *sentence.children(root, "aux"))):
        return False
    return clauses.form(sentence, root).mood == "Cnd"
