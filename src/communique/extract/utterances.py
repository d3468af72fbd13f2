"""What one sentence holds of speech: its attributions with the parties who speak. Sources and nested reports are left out."""

import re
from dataclasses import dataclass, replace

from communique.extract.attributions import Attribution, attributions
from communique.extract.frames import Frames
from communique.extract.quotations import is_direct
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.extract.standing import standing_before
from communique.extract.triggers import Trigger
from communique.language import clauses
from communique.language.packs import table
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]
Told = tuple[Attribution, Parties]


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


def utterances(scene: Scene, sentence: Sentence, focus: Parties, lexicon: Frames) -> list[Utterance]:
    """Give the acts of speech that a sentence reports, in the order of their verbs."""
    told: list[Told] = []
    for attribution in attributions(scene, sentence):
        speakers = _told_of(scene, attribution, told) or _speakers(scene, sentence, attribution, focus, told[-1][1] if told else ())
        if speakers and not _binds_only(attribution, speakers, lexicon):
            told.append((attribution, speakers))
    told = [pair for pair in told if not _nested(scene, sentence, pair[0], told)]
    told = [pair for pair in told if not _relayed(sentence, pair, told)]
    return [_utterance(scene, sentence, a, s, alone=len(told) == 1) for a, s in told]


def _told_of(scene: Scene, attribution: Attribution, told: list[Told]) -> Parties:
    """«…, a dit M. X, qui souhaite que …»: the relative clause right behind a speaker tells more of his words."""
    head = attribution.speaker
    if head is None or head.text.lower() != "qui" or not told or not told[-1][0].inverted:
        return ()
    named = told[-1][0].speaker
    if named is None or not named.end <= head.start < named.end + 70:
        return ()
    if not re.search(r",\s+(?:pour\s+)?$", scene.text[named.end : head.start]):
        return ()
    return told[-1][1]


def by_those_bound(scene: Scene, utterance: Utterance, found: list[Trigger]) -> Utterance:
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


def _nested(scene: Scene, sentence: Sentence, attribution: Attribution, told: list[Told]) -> bool:
    """Does it lie inside another's words, without being a person's report of its own?"""
    if not any(_holds(sentence, outer, attribution) for outer, _ in told):
        return False
    if attribution.rule not in ("clause", "quotation") and not _by_person(scene, sentence, attribution):
        return True
    return not _by_person(scene, sentence, attribution)


def _by_person(scene: Scene, sentence: Sentence, attribution: Attribution) -> bool:
    head = attribution.speaker
    if head is None or scene.mention_of(sentence, head) is None:
        return False
    return attribution.rule in ("clause", "quotation") or clauses.form(sentence, attribution.verb).perfect


def _relayed(sentence: Sentence, pair: Told, told: list[Told]) -> bool:
    """Does an institution only pass on what a person is reported to say inside?"""
    outer, speakers = pair
    if any(p.kind == "person" for p in speakers):
        return False
    return any(_holds(sentence, outer, inner) and any(p.kind == "person" for p in s) for inner, s in told)


def _binds_only(attribution: Attribution, speakers: Parties, lexicon: Frames) -> bool:
    """Does a state bind itself by the verb, without anyone reported to speak?"""
    states = all(p.kind == "state" for p in speakers)
    return states and attribution.verb.lemma in lexicon.persons_only and attribution.rule in ("infinitive", "clause")


def _holds(sentence: Sentence, outer: Attribution, inner: Attribution) -> bool:
    """Does an attribution lie inside the words of another?"""
    if outer is inner or not outer.content[0] <= inner.verb.start < outer.content[1]:
        return False
    if outer.inverted or outer.rule in ("clause", "quotation", "according-to"):
        return True
    return outer.verb in list(sentence.ancestors(inner.verb))


def _utterance(scene: Scene, sentence: Sentence, attribution: Attribution, speakers: Parties, *, alone: bool) -> Utterance:
    evidence = (sentence.start, sentence.end) if alone else _clause(sentence, attribution)
    direct = attribution.rule in _CLAUSES and is_direct(scene.text, *attribution.content)
    cue = attribution.verb.text
    return Utterance(
        sentence, speakers, attribution.content, evidence, attribution.act, direct, attribution.rule, cue
    )  # fmt: skip


_CLAUSES = ("inverted", "clause", "quotation", "according-to")
"""The rules whose words are a clause: only such a one can be quoted as said."""


def _clause(sentence: Sentence, attribution: Attribution) -> tuple[int, int]:
    verb, speaker = attribution.verb, attribution.speaker
    spans = [attribution.content, (verb.start, verb.end)]
    if speaker is not None and (attribution.inverted or abs(speaker.index - verb.index) < 8):
        spans.append(clauses.span(sentence, speaker, without=("acl", "parataxis", "advcl")))
    return max(sentence.start, min(a for a, _ in spans)), min(sentence.end, max(b for _, b in spans))


def _speakers(scene: Scene, sentence: Sentence, attribution: Attribution, focus: Parties, inner: Parties) -> Parties:
    head = attribution.speaker
    perfect = clauses.form(sentence, attribution.verb).perfect
    if head is None:
        named = standing_before(scene, sentence, attribution.verb) if perfect else ()
        return named or inner or _main_speaker(scene, sentence, attribution, focus)
    if attribution.inverted and head.lemma in ("communiqué", "déclaration") and (both := _joint(scene, sentence, head)):
        return both
    if _relative_thing(scene, sentence, head):
        return ()
    found = referents(scene, sentence, head, inner or focus if head.upos == "PRON" else focus or inner)
    if not found and not attribution.inverted and perfect:
        found = standing_before(scene, sentence, attribution.verb)
    if found:
        return found
    if attribution.inverted or attribution.rule in ("clause", "quotation", "according-to"):
        return _as_written(scene, sentence, head)
    return ()


def _joint(scene: Scene, sentence: Sentence, head: Token) -> Parties:
    """Both sides, whose common text speaks («dit le communiqué final»)."""
    pair = scene.pair_at(sentence)
    common = re.match(r" (?:final|conjoint|commun)e?\b", scene.folded(head.end, sentence.end))
    return scene.states(pair) if common and len(pair) == 2 else ()


def _relative_thing(scene: Scene, sentence: Sentence, head: Token) -> bool:
    """«les stratégies de la France, qui confirment …»: a relative clause tells nobody's words unless of a person or body."""
    if head.text.lower() != "qui":
        return False
    before = next((t for t in reversed(sentence.tokens[: head.index]) if t.upos in ("NOUN", "PROPN", "PRON")), None)
    verb = sentence.head(head)
    owner = sentence.head(verb) if verb is not None else None
    words = table(scene.mentions.parse.language, "institutions")
    if (
        owner is not None
        and owner.index < head.index
        and (scene.mention_of(sentence, owner) or owner.lemma.lower() in (*words["organization"], *words["people"]))
    ):
        return False
    return before is None or not scene.mention_of(sentence, before) and before.lemma not in words["people"]


def _main_speaker(scene: Scene, sentence: Sentence, attribution: Attribution, focus: Parties) -> Parties:
    """A participle's speaker is the subject of the sentence's main verb, or who stands right before it."""
    root = sentence.root
    for governor in [a for a in (*sentence.ancestors(attribution.verb), root) if a is not None]:
        if governor.upos not in ("VERB", "AUX"):
            continue
        subject = clauses.own_subject(sentence, governor)
        if subject is not None and (found := referents(scene, sentence, subject, focus)):
            return found
    return tuple(p for p in focus if p.kind == "person")


_LEADING = re.compile(r"^(?:(?:par|selon|d[’']après|pour) )?(?:l[’']|les? |la |un |une |des |du |d[’'])?", re.IGNORECASE)
_TRAILING = re.compile(r"(?:,? (?:dans|lors|qui|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b.*| \([^)]*)$", re.DOTALL)


def _as_written(scene: Scene, sentence: Sentence, head: Token) -> Parties:
    """A speaker whom nothing knows stays as written; a thing or a document is none."""
    words = table(scene.mentions.parse.language, "institutions")
    if head.upos not in ("NOUN", "PROPN") or head.lemma in words["document"] or head.lemma in words["things"]:
        return ()
    if head.upos != "PROPN" and head.lemma not in words["people"]:
        return ()
    without = ("acl", "advcl", "parataxis", "cop", "aux", "nsubj", "case", "det", "conj")
    start, end = clauses.span(sentence, head, without=without)
    written = _LEADING.sub("", _TRAILING.sub("", scene.text[start:end]))
    states = scene.states_in(start, end)
    return (Party(name=written[:120], kind="person", state=states[0] if len(states) == 1 else None),)
