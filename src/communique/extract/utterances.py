"""What one sentence holds of speech: its attributions with the parties who speak. Sources and nested reports are left out."""

import re
from dataclasses import dataclass, replace

from communique.extract.frames import Frames
from communique.extract.quotations import is_direct
from communique.extract.referents import epithet, referents, representatives
from communique.extract.reports import Attribution
from communique.extract.scene import Scene
from communique.extract.standing import standing_before
from communique.extract.triggers import Trigger
from communique.extract.units import units
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


def utterances(scene: Scene, sentence: Sentence, reports: list[Attribution], focus: Parties, lexicon: Frames) -> list[Utterance]:
    """Give the acts of speech that a sentence reports, in the order of their verbs."""
    told: list[Told] = []
    for attribution in sorted(reports, key=lambda a: (_opens(a), a.verb.index)):
        speakers = _told_of(scene, attribution, told) or _speakers(scene, sentence, attribution, focus, told[-1][1] if told else ())
        if speakers and not _binds_only(attribution, speakers, lexicon):
            told.append((attribution, speakers))
    told.sort(key=lambda pair: pair[0].verb.index)
    told = [pair for pair in told if len(told) == 1 or not _document(pair[0], lexicon)]
    told = [pair for pair in told if not _nested(scene, sentence, pair, told)]
    told = [pair for pair in told if not _relayed(sentence, pair, told) and not _passed_on(sentence, pair, told, lexicon.cues)]
    told = [pair for pair in told if not _sources_figure(scene, sentence, pair[0])]
    return [_utterance(scene, sentence, a, s, alone=len(told) == 1) for a, s in told]


def _opens(attribution: Attribution) -> bool:
    """Does a participle open the sentence? Its speaker is told by the main clause, which is asked first."""
    return attribution.speaker is None and attribution.verb.index < 3 and not attribution.inverted


def _told_of(scene: Scene, attribution: Attribution, told: list[Told]) -> Parties:
    """«…, a dit M. X, qui souhaite que …»: the relative clause right behind a speaker tells more of his words."""
    head = attribution.speaker
    if head is None or head.text.lower() not in scene.frames.words["who"] or not told or not told[-1][0].inverted:
        return ()
    named = told[-1][0].speaker
    if named is None or not named.end <= head.start < named.end + 70:
        return ()
    if not scene.frames.cues["told_of"].search(scene.text[named.end : head.start]):
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


def _nested(scene: Scene, sentence: Sentence, pair: Told, told: list[Told]) -> bool:
    """Does it lie inside another's words, without being a person's report of its own?"""
    attribution, speakers = pair
    around = [outer for outer, _ in told if _holds(sentence, outer, attribution)]
    if not around:
        return False
    if attribution.act == "commissive" and any(scene.frames.cues["recalling"].match(a.verb.text.lower()) for a in around):
        return True
    return not _by_person(scene, sentence, attribution, speakers)


def _by_person(scene: Scene, sentence: Sentence, attribution: Attribution, speakers: Parties) -> bool:
    head = attribution.speaker
    both = head is not None and head.upos == "NOUN" and len(speakers) == 2 and all(p.kind == "person" for p in speakers)
    if head is None or scene.mention_of(sentence, head) is None and not both:
        return False
    form = clauses.form(sentence, attribution.verb)
    return attribution.rule in ("clause", "quotation") or form.perfect or form.tense == "Past" and form.mood == "Ind"


def _relayed(sentence: Sentence, pair: Told, told: list[Told]) -> bool:
    """Does an institution only pass on what a person is reported to say inside?"""
    outer, speakers = pair
    if any(p.kind == "person" for p in speakers):
        return False
    return any(_holds(sentence, outer, inner) and any(p.kind == "person" for p in s) for inner, s in told)


def _passed_on(sentence: Sentence, pair: Told, told: list[Told], cues: dict[str, re.Pattern[str]]) -> bool:
    """«the spokesman said the minister asked …»: does a person only pass on what another is reported to say, and nothing more?"""
    outer, speakers = pair
    if outer.rule not in ("clause", "according-to") and not outer.inverted or cues["recalling"].match(outer.verb.text.lower()):
        return False
    main = clauses.main_predicate(sentence, *outer.content, without=outer.verb)
    inner = next(((a, s) for a, s in told if a.verb is main and not a.inverted and _holds(sentence, outer, a)), None)
    if inner is None or inner[0].speaker is None or inner[0].speaker.upos == "PRON":
        return False
    others = any(p not in speakers for p in inner[1])
    return others and all(p.kind == "person" for p in inner[1]) and not _direct_words(sentence, outer)


def _direct_words(sentence: Sentence, attribution: Attribution) -> bool:
    return any(t.text == '"' for t in sentence.within(*attribution.content)[:2])


def _document(attribution: Attribution, lexicon: Frames) -> bool:
    """«…, according to a joint communiqué»: where another is reported to speak, the text is only the source."""
    head = attribution.speaker
    return attribution.rule == "according-to" and head is not None and head.lemma in lexicon.words["documents"]


def _sources_figure(scene: Scene, sentence: Sentence, attribution: Attribution) -> bool:
    """«according to the Ministry, trade reached 5 million»: the source of a figure that is no person makes no statement."""
    head = attribution.speaker
    if attribution.rule != "according-to" or head is None or head.upos == "PRON" or scene.mention_of(sentence, head) is not None:
        return False
    if head.lemma in (*table(scene.language, "institutions")["people"], *scene.frames.words["others"]):
        return False
    return any(c.isdigit() for t in sentence.within(*attribution.content) for c in t.text)


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
    perfect = clauses.form(sentence, attribution.verb).perfect or clauses.is_finite(sentence, attribution.verb)
    if head is None and attribution.rule == "impersonal":
        both = representatives(scene, sentence)
        return both if len(both) == 2 and all(p.kind == "person" for p in both) else ()
    if head is None and not perfect and (opened := _opened(scene, sentence, attribution)):
        return opened
    if head is None and not perfect and inner and _opens(attribution):
        return inner
    if head is None:
        named = standing_before(scene, sentence, attribution.verb) if perfect else ()
        return named or inner or _main_speaker(scene, sentence, attribution, focus)
    issued = attribution.inverted or scene.frames.forms["subject_first"]
    if issued and head.lemma in scene.frames.words["documents"] and (both := _joint(scene, sentence, head)):
        return both
    issued = head.lemma in scene.frames.words["documents"] and attribution.rule in _CLAUSES
    if issued and len(focus) == 1 and focus[0].kind == "organization":
        return focus
    if _relative_thing(scene, sentence, head):
        return ()
    found = referents(scene, sentence, head, inner or focus if head.upos == "PRON" else focus or inner)
    if not found and not attribution.inverted and perfect:
        found = standing_before(scene, sentence, attribution.verb)
    if found:
        return found
    if attribution.inverted or attribution.rule in _CLAUSES:
        found = epithet(scene, sentence, head, focus)
    if found:
        return found
    if attribution.inverted or attribution.rule in _CLAUSES or head.upos == "PROPN" and perfect:
        return _as_written(scene, sentence, head)
    return ()


def _opened(scene: Scene, sentence: Sentence, attribution: Attribution) -> Parties:
    """«Noting that …, Mr Sow said»: of a participle that opens the sentence, who is named right behind a comma, before a verb."""
    if attribution.verb.index > 2:
        return ()
    for comma in [t for t in sentence.tokens[attribution.verb.index :] if t.text == ","]:
        for unit in units(scene, comma.end, min(sentence.end, comma.end + 90))[:1]:
            verb = next((t for t in sentence.tokens if t.start >= unit.end and t.text != ","), None)
            article = scene.folded(comma.end, unit.start)
            if verb is not None and verb.upos in ("VERB", "AUX") and len(article) < 5:
                return unit.parties
    return ()


def _joint(scene: Scene, sentence: Sentence, head: Token) -> Parties:
    """Both sides, whose common text speaks («dit le communiqué final»)."""
    pair = scene.pair_at(sentence)
    cues = scene.frames.cues
    behind = cues["common_text"].match(scene.folded(head.end, sentence.end))
    common = behind or cues["common_before"].search(scene.folded(sentence.start, head.start))
    return scene.states(pair) if common and len(pair) == 2 else ()


def _relative_thing(scene: Scene, sentence: Sentence, head: Token) -> bool:
    """«les stratégies de la France, qui confirment …»: a relative clause tells nobody's words unless of a person or body."""
    if head.text.lower() not in scene.frames.words["who"]:
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
        if governor.lemma in scene.frames.words["quoting"] and not clauses.form(sentence, governor).passive:
            quoted = next(iter(sentence.children(governor, "obj")), None)
            return referents(scene, sentence, quoted, focus) if quoted is not None else ()
        subject = clauses.own_subject(sentence, governor)
        found = referents(scene, sentence, subject, focus) if subject is not None else ()
        if found or subject is not None and subject.upos == "NOUN" and subject.index < attribution.verb.index:
            return found
    if root is not None and root.upos == "NOUN" and root.index < attribution.verb.index and not sentence.children(root, "cop"):
        return referents(scene, sentence, root, focus)
    return tuple(p for p in focus if p.kind == "person")


_NAMED = re.compile(r"^(?:[a-z][\w-]* |[A-Z][a-z]+n )+((?:[A-Z][\w'’-]+ ?){2,})$")
"""«chief Palestinian negotiator Ali Sow»: the name behind words in small letters."""


def _as_written(scene: Scene, sentence: Sentence, head: Token) -> Parties:
    """A speaker whom nothing knows stays as written; a thing or a document is none."""
    words = table(scene.mentions.parse.language, "institutions")
    if head.upos not in ("NOUN", "PROPN") or head.lemma in words["document"] or head.lemma in words["things"]:
        return ()
    if head.upos != "PROPN" and head.lemma not in words["people"]:
        return ()
    without = ("acl", "advcl", "parataxis", "cop", "aux", "nsubj", "case", "det", "conj")
    start, end = clauses.span(sentence, head, without=without)
    cues, folded = scene.frames.cues, scene.folded(start, end)
    last = start + (behind.start() if (behind := cues["trailing"].search(folded)) else len(folded))
    first = start + (lead.end() if (lead := cues["leading"].match(folded)) else 0)
    written = scene.text[first:last]
    if cues["medium"].search(folded):
        return ()
    if (named := _NAMED.search(written)) and head.upos in ("PROPN", "NOUN"):
        written = named[1]
    states = scene.states_in(start, end)
    return (Party(name=written[:120], kind="person", state=states[0] if len(states) == 1 else None),)
