"""Who is reported to say what in one sentence: the reporting verb, its speaker's words, the words attributed.

A verb of topic («discussed»), a denied one and one whose subject is a thing («the report underlines») are none.
"""

import re
from dataclasses import dataclass, replace

from communique.extract.according import according
from communique.extract.contents import attitude, content_of, trimmed_end
from communique.extract.frames import Frames, Reporting, frames
from communique.extract.inversion import inverted
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import fold
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting verb (or preposition) with what it attributes; `speaker` is the head of the speaker's phrase, if any."""

    verb: Token
    speaker: Token | None
    content: tuple[int, int]
    act: str
    rule: str
    inverted: bool = False


def attributions(scene: Scene, sentence: Sentence) -> list[Attribution]:
    """Find the attributions of a sentence, in the order of their verbs."""
    lexicon = frames(scene.mentions.parse.language)
    found: list[Attribution] = []
    for token in sentence.tokens:
        attribution = _verbal(scene, sentence, token, lexicon, found)
        if attribution:
            found.append(attribution)
    for head, content in according(scene, sentence, lexicon):
        if not any(a.verb.index == head.index for a in found):
            found.append(Attribution(head, head, content, "assertive", "according-to"))
    found = [a for a in found if not _resumed(sentence, a, found)]
    return [_clipped(sentence, a, found) for a in sorted(found, key=lambda a: a.verb.index)]


def _verbal(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames, earlier: list[Attribution]) -> Attribution | None:
    if verb.upos not in ("VERB", "AUX") and not _verb_by_its_words(sentence, verb):
        return None
    form = clauses.form(sentence, verb)
    frame = _phrase_frame(scene, sentence, verb, lexicon) or lexicon.reporting.get(verb.lemma)
    if frame is None or form.negated or verb.index and sentence.tokens[verb.index - 1].text.lower() == "ni":
        return None
    if form.passive:
        return _passive(scene, sentence, verb, frame)
    joined = _joined(sentence, verb, earlier)
    bare = form.mood == "Part" and verb.feat("Tense") == "Past" and not form.perfect
    if bare and joined is None or form.mood == "Inf" and not _spoken_infinitive(sentence, verb):
        return None
    if "inverted" in frame.takes and joined is None and (before := inverted(scene, sentence, verb)):
        speaker, words = before
        words = _around_insertion(scene, sentence, verb, speaker, words)
        return Attribution(verb, speaker, words, frame.act, "inverted", True)
    content = content_of(scene, sentence, verb, frame, lexicon)
    if content is None:
        return None
    start = max(content[1][0], _behind_phrase(scene, sentence, verb, lexicon))
    if start < content[1][1]:
        content = content[0], (start, content[1][1])
    speaker_of = joined.speaker if joined is not None else _speaker(sentence, verb)
    act = _felt(sentence, verb, lexicon) if content[0] == "attitude" else ""
    return Attribution(verb, speaker_of, content[1], act or frame.act, content[0])


def _felt(sentence: Sentence, verb: Token, lexicon: Frames) -> str:
    """The act of expressing an attitude, where the noun decides it: gratitude is expressive, a will commissive."""
    noun = attitude(sentence, verb, lexicon)
    if noun is None:
        return ""
    bound = lexicon.force_nouns.get(noun.lemma) in ("wish", "readiness", "pledge")
    return lexicon.feelings.get(noun.lemma) or ("commissive" if bound else "")


def _verb_by_its_words(sentence: Sentence, word: Token) -> bool:
    """A word that the parser took for a noun or adjective, though an auxiliary or «que» stands with it."""
    if word.upos not in ("NOUN", "ADJ"):
        return False
    behind = sentence.tokens[word.index + 1 : word.index + 2]
    asserts = word.lemma.endswith("er") and any(t.text.lower() in ("que", "qu'") and t.upos == "SCONJ" for t in behind)
    return asserts or bool(sentence.children(word, "aux"))


def _around_insertion(scene: Scene, sentence: Sentence, verb: Token, speaker: Token, words: tuple[int, int]) -> tuple[int, int]:
    """«En outre, a-t-il dit, le port ouvrira»: an insertion near the beginning reports what follows too."""
    after = sentence.tokens[max(verb.index, speaker.index) + 1 :]
    rest = after[1:] if after and after[0].text == "," else []
    if words[1] - words[0] > 40 or not speaker.text.startswith("-") or len(rest) < 4 or rest[0].text.lower().endswith("ant"):
        return words
    finite = any(t.feat("VerbForm") == "Fin" for t in sentence.within(*words))
    return words[0] if finite else rest[0].start, trimmed_end(scene, sentence)


def _passive(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting) -> Attribution | None:
    """«La convergence a été relevée par le président»: the patient is what is said, the agent who says it."""
    agent, patient = clauses.agent(sentence, verb), clauses.own_subject(sentence, verb)
    if agent is None or patient is None or patient.upos not in ("NOUN", "PROPN") or "object" not in frame.takes:
        return None
    return Attribution(verb, agent, clauses.span(sentence, patient), frame.act, "passive")


def _joined(sentence: Sentence, verb: Token, earlier: list[Attribution]) -> Attribution | None:
    """«a salué X et exprimé Y»: a past participle behind «et», with the auxiliary of the reporting verb before it."""
    if verb.feat("Tense") != "Past" or verb.feat("VerbForm") != "Part" or sentence.children(verb, "aux"):
        return None
    place = verb.index - 1
    while place > 0 and sentence.tokens[place].upos == "ADV":
        place -= 1
    if place <= 0 or sentence.tokens[place].upos != "CCONJ" and sentence.tokens[place].text != ",":
        return None
    perfect = [a for a in earlier if not a.inverted and clauses.form(sentence, a.verb).perfect]
    return perfect[-1] if perfect else None


def _spoken_infinitive(sentence: Sentence, verb: Token) -> bool:
    """An infinitive reports where it tells what was done: «ont profité de la rencontre pour réaffirmer», «a tenu à saluer»."""
    governors = [a for a in sentence.ancestors(verb) if a.upos == "VERB"]
    led = clauses.marker(sentence, verb).split(" ")[0] in ("pour", "à", "par")
    return bool(governors) and clauses.form(sentence, governors[0]).perfect and led and governors[0].lemma not in _UNSAID


_UNSAID = ("appeler", "refuser", "abstenir", "éviter", "renoncer", "interdire")
_ADVERBS = re.compile(
    r"^ (?:(?:\w+ment|aussi|ensuite|par ailleurs|en outre|tout a fait|tres|plutot|dans ce contexte|a cette occasion),? )+"
)


def _phrase_frame(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> Reporting | None:
    after = _ADVERBS.sub(" ", scene.folded(verb.end, min(sentence.end, verb.end + 60)).replace(" , ", ", "))
    for phrase in lexicon.phrases.get(verb.lemma, ()):
        if any(re.match(rf"\s{re.escape(fold(w))}(?:(?:e|s|es)?\b|(?<='))", after) for w in phrase.words):
            return Reporting(frozenset(("clause", "object", "noun", "infinitive", "inverted")), phrase.act)
    return None


def _behind_phrase(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> int:
    """Where the words begin behind a phrase's own: «a fait valoir que …», «a fait état de …»."""
    after = scene.folded(verb.end, sentence.end)
    for phrase in lexicon.phrases.get(verb.lemma, ()):
        for word in phrase.words:
            if verb.lemma in ("faire", "mettre", "rendre") and after.startswith(" " + fold(word)):
                lead = re.match(r" (?:que |qu'|de |d')?", after[len(word) + 1 :])
                return verb.end + 1 + len(word) + (lead.end() if lead else 0)
    return 0


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    bare = not sentence.children(verb, "aux")
    if bare and (verb.feat("VerbForm") == "Part" and verb.feat("Tense") != "Past" or verb.text.lower().endswith("ant")):
        return None
    own = clauses.subject(sentence, verb)
    if own is not None:
        return own
    head = sentence.head(verb)
    if head is not None and verb.deprel in ("acl", "amod") and verb.feat("Tense") != "Past":
        return head
    return None


def _resumed(sentence: Sentence, inner: Attribution, found: list[Attribution]) -> bool:
    """«s'est félicité de X, qui est, a-t-il dit, …»: an insertion that goes on with what the speaker is reported to say."""
    if not inner.inverted or inner.speaker is None or not inner.speaker.text.startswith("-"):
        return False
    return any(
        not a.inverted and a.verb.index < inner.verb.index and a.content[0] < inner.verb.start
        and clauses.form(sentence, a.verb).perfect for a in found
    )  # fmt: skip


def _clipped(sentence: Sentence, outer: Attribution, found: list[Attribution]) -> Attribution:
    """End the words of an attribution before the next verb of the same speaker: «…, ajoutant que», «… et souhaité»."""
    start, end = outer.content
    for inner in found:
        if inner is outer or inner.inverted or inner.verb.start <= start:
            continue
        participle = inner.verb.text.lower().endswith("ant")
        if _opens_with_participle(outer) and clauses.form(sentence, inner.verb).perfect:
            commas = [t for t in sentence.tokens[outer.verb.index : inner.verb.index] if t.text == ","]
            end = min(end, commas[-1].start) if commas else end
        if inner.verb.start >= end:
            continue
        after = outer.content[1] > outer.verb.end < inner.verb.start
        if participle and (not outer.inverted or after) or inner.speaker is not None and inner.speaker is outer.speaker:
            end = min(end, _before(sentence, inner.verb))
    return replace(outer, content=(start, end)) if end > start else outer


def _opens_with_participle(attribution: Attribution) -> bool:
    """«Notant que …, M. X a ajouté que»: the words of the participle end where the main clause begins."""
    return attribution.verb.index < 3 and attribution.verb.text.lower().endswith("ant")


def _before(sentence: Sentence, verb: Token) -> int:
    place = verb.index
    joints = ("ADV", "CCONJ", "PUNCT", "AUX", "ADP", "PRON")
    while place > 0 and sentence.tokens[place - 1].upos in joints and sentence.tokens[place - 1].text not in ('"', ")"):
        place -= 1
    return sentence.tokens[place - 1].end if place else verb.start
