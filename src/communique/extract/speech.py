"""Who speaks where in a document: every attribution with its speakers, what runs on without a verb of saying, and whom a
pronoun means in each sentence. No record is made here.
"""

import re
from dataclasses import dataclass, field, replace

from communique.extract.attributions import Attribution, attributions
from communique.extract.frames import Frames, frames
from communique.extract.referents import referents, representatives
from communique.extract.scene import Scene
from communique.extract.triggers import Trigger, triggers
from communique.language import clauses
from communique.language.folding import plain
from communique.language.packs import table
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech: its sentence, speakers, the words attributed, and the rule that found it."""

    sentence: Sentence
    speakers: Parties
    content: tuple[int, int]
    evidence: tuple[int, int]
    act: str
    direct: bool
    rule: str
    cue: str


@dataclass(slots=True)
class Speech:
    """All utterances in order; the triggers of each sentence; whom a pronoun means at the start of each sentence."""

    utterances: list[Utterance] = field(default_factory=list)
    triggers: list[list[Trigger]] = field(default_factory=list)
    focus: list[Parties] = field(default_factory=list)


def find_speech(scene: Scene) -> Speech:
    """Read a document's speech in one pass over its sentences."""
    lexicon = frames(scene.mentions.parse.language)
    speech, focus = Speech(), ()
    for sentence in scene.sentences:
        speech.focus.append(focus)
        found = triggers(scene, sentence, lexicon)
        own = [_by_those_bound(scene, u, found) for u in _utterances(scene, sentence, focus, lexicon)]
        if not own:
            own = _running_on(scene, sentence, speech, found, lexicon)
        speech.utterances.extend(own)
        speech.triggers.append(found)
        focus = _next_focus(scene, sentence, own, focus)
    return speech


def _utterances(scene: Scene, sentence: Sentence, focus: Parties, lexicon: Frames) -> list[Utterance]:
    found: list[tuple[Attribution, Parties]] = []
    every = attributions(scene, sentence)
    for attribution in every:
        if any(_holds(sentence, outer, attribution) for outer in every) and not _inner(scene, sentence, attribution):
            continue
        inner = found[-1][1] if found else ()
        speakers = _speakers(scene, sentence, attribution, focus, inner)
        if speakers and not _binds_only(attribution, speakers, lexicon):
            found.append((attribution, speakers))
    found = [pair for pair in found if not _relayed(sentence, pair, found)]
    single = len(found) == 1
    return [_utterance(scene, sentence, a, s, single) for a, s in found]


def _relayed(sentence: Sentence, pair: tuple[Attribution, Parties], found: list[tuple[Attribution, Parties]]) -> bool:
    """Does an institution only pass on what a person is reported to say inside?"""
    outer, speakers = pair
    if any(p.kind == "person" for p in speakers):
        return False
    return any(_holds(sentence, outer, inner) and any(p.kind == "person" for p in s) for inner, s in found)


def _binds_only(attribution: Attribution, speakers: Parties, lexicon: Frames) -> bool:
    """Does a state bind itself by the verb, without anyone reported to speak?"""
    return attribution.verb.lemma in lexicon.persons_only and attribution.rule == "infinitive" and all(p.kind == "state" for p in speakers)


def _holds(sentence: Sentence, outer: Attribution, inner: Attribution) -> bool:
    """Does an attribution lie inside the words of another?"""
    if outer is inner or not outer.content[0] <= inner.verb.start < outer.content[1]:
        return False
    return outer.inverted or outer.rule in ("clause", "quotation") or outer.verb in list(sentence.ancestors(inner.verb))


def _inner(scene: Scene, sentence: Sentence, attribution: Attribution) -> bool:
    """Inside another's words only someone else's report counts, not what those words bind a state to."""
    if attribution.rule not in ("clause", "quotation"):
        return False
    head = attribution.speaker
    return head is not None and scene.mention_of(sentence, head) is not None


def _by_those_bound(scene: Scene, utterance: Utterance, found: list[Trigger]) -> Utterance:
    """An institution that tells what two people agreed passes on their words: they are the speakers."""
    if any(p.kind == "person" for p in utterance.speakers):
        return utterance
    start, end = utterance.content
    for trigger in found:
        if start <= trigger.token.start < end and trigger.bound is not None and not trigger.addressed:
            people = tuple(p for p in referents(scene, utterance.sentence, trigger.bound) if p.kind == "person")
            if people:
                return replace(utterance, speakers=people)
    return utterance


def _utterance(scene: Scene, sentence: Sentence, attribution: Attribution, speakers: Parties, single: bool) -> Utterance:
    evidence = (sentence.start, sentence.end) if single else _clause(sentence, attribution)
    start, end = attribution.content
    direct = is_direct(scene.text, start, end)
    return Utterance(
        sentence, speakers, (start, end), evidence, attribution.act, direct, attribution.rule, attribution.verb.text
    )


def _clause(sentence: Sentence, attribution: Attribution) -> tuple[int, int]:
    spans = [attribution.content, (attribution.verb.start, attribution.verb.end)]
    if attribution.speaker is not None and (attribution.inverted or abs(attribution.speaker.index - attribution.verb.index) < 8):
        spans.append(clauses.span(sentence, attribution.speaker, without=("acl", "parataxis", "advcl")) )
    return max(sentence.start, min(a for a, _ in spans)), min(sentence.end, max(b for _, b in spans))


def is_direct(text: str, start: int, end: int) -> bool:
    """Tell whether a span is mostly quoted words that hold a clause of at least four words."""
    even = plain(text[max(0, start - 2) : end + 2])
    quoted = [m[1] for m in re.finditer(r'"([^"]+)"', even)] or ([even.split('"', 1)[1]] if even.count('"') == 1 else [])
    longest = max(quoted, key=len, default="")
    return len(longest) >= 0.55 * (end - start) and len(longest.split()) >= 4


def _speakers(scene: Scene, sentence: Sentence, attribution: Attribution, focus: Parties, inner: Parties) -> Parties:
    head = attribution.speaker
    if head is None:
        return inner or _main_speaker(scene, sentence, attribution, focus)
    found = referents(scene, sentence, head, inner or focus if _is_pronoun(head) else focus or inner)
    if found:
        return found
    if attribution.inverted or attribution.rule in ("clause", "quotation", "according-to"):
        return _as_written(scene, sentence, head)
    return ()


def _main_speaker(scene: Scene, sentence: Sentence, attribution: Attribution, focus: Parties) -> Parties:
    """A participle's speaker is the subject of the sentence's main verb, or who stands right before it."""
    root = sentence.root
    for governor in [a for a in (*sentence.ancestors(attribution.verb), root) if a is not None and a.upos in ("VERB", "AUX")]:
        subject = clauses.own_subject(sentence, governor)
        if subject is not None and (found := referents(scene, sentence, subject, focus)):
            return found
    return tuple(p for p in focus if p.kind == "person")


def _is_pronoun(token: Token) -> bool:
    return token.upos == "PRON"


def _as_written(scene: Scene, sentence: Sentence, head: Token) -> Parties:
    """A speaker whom nothing knows stays as written; a thing or a document is none."""
    words = table(scene.mentions.parse.language, "institutions")
    if head.upos not in ("NOUN", "PROPN") or head.lemma in words["document"] or head.lemma in words["things"]:
        return ()
    start, end = clauses.span(sentence, head, without=("acl", "advcl", "parataxis", "cop", "aux", "nsubj", "case", "det"))
    written = re.sub(r"^(?:l['’]|les? |la |un |une |des |du |d['’])", "", scene.text[start:end], flags=re.IGNORECASE)
    states = scene.states_in(start, end)
    named = head.upos == "PROPN"
    if not named and head.lemma not in words["people"]:
        return ()
    return (Party(name=written[:120], kind="person", state=states[0] if len(states) == 1 else None),)


def _running_on(scene: Scene, sentence: Sentence, speech: Speech, found: list[Trigger], lexicon: Frames) -> list[Utterance]:
    """A sentence after a speaker's, without a verb of saying, that goes on in his quotation or binds his side."""
    last = speech.utterances[-1] if speech.utterances else None
    if last is None or last.sentence.index != sentence.index - 1 or len(last.speakers) > 2:
        return []
    quoted = _inside_quotation(scene, last.sentence, sentence)
    if not quoted and not (_binds(scene, sentence, found, last.speakers) or _reported_tense(sentence)):
        return []
    end = sentence.end - (scene.text[sentence.end - 1 : sentence.end] in (".", ";"))
    span = (sentence.start, end)
    return [Utterance(sentence, last.speakers, span, (sentence.start, sentence.end), "assertive", quoted, "running-on", "")]


def _inside_quotation(scene: Scene, before: Sentence, sentence: Sentence) -> bool:
    opened = scene.text[before.start : before.end]
    open_quote = opened.count("«") > opened.count("»") or opened.count("“") > opened.count("”")
    return open_quote or (plain(opened).count('"') % 2 == 1 and "«" not in opened)


def _binds(scene: Scene, sentence: Sentence, found: list[Trigger], speakers: Parties) -> bool:
    """Does a present or future promise of the speaker's own side, or of both, stand in the sentence?"""
    root = sentence.root
    if root is None or clauses.form(sentence, root).perfect:
        return False
    states = {p.state for p in speakers}
    for trigger in found:
        if trigger.bound is None or trigger.rule == "noun-of-will":
            continue
        bound = {p.state for p in referents(scene, sentence, trigger.bound, speakers) if p.kind == "state"}
        if bound and bound & states:
            return True
    return False


def _reported_tense(sentence: Sentence) -> bool:
    """Is the main verb a conditional, the press's future in the past?"""
    root = sentence.root
    return root is not None and clauses.form(sentence, root).mood == "Cnd" and root.lemma != "pouvoir"


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
