"""Who is reported to say what in one sentence: the reporting verb, its speaker's words, the words attributed.

A verb of topic («discussed»), a denied one and one whose subject is a thing («the report underlines») are none.
"""

import re

from communique.extract.according import according
from communique.extract.contents import attitude, content_of, that_after
from communique.extract.frames import Frames, Reporting, frames
from communique.extract.inversion import before_verb, behind_quotation, inverted
from communique.extract.joints import clipped, joined, not_without, outside, resumed, told_as_past, within_words
from communique.extract.judgements import trimmed_end
from communique.extract.reports import Attribution
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import fold
from communique.language.tokens import Sentence, Token


def attributions(scene: Scene, sentence: Sentence) -> list[Attribution]:
    """Find the attributions of a sentence, in the order of their verbs."""
    lexicon = frames(scene.mentions.parse.language)
    found: list[Attribution] = []
    for token in sentence.tokens:
        attribution = _verbal(scene, sentence, token, lexicon, found)
        if attribution:
            found.append(attribution)
    for head, content in according(scene, sentence, lexicon):
        source = head.upos != "PRON" and any(a.inverted and a.verb.index < head.index for a in found)
        if not source and not any(a.verb.index == head.index for a in found):
            found.append(Attribution(head, head, content, "assertive", "according-to"))
    found = [a for a in found if not resumed(sentence, a, found) and not _carried(sentence, a, found)]
    found = within_words(scene, sentence, found)
    return [clipped(sentence, a, found, lexicon.participle) for a in sorted(found, key=lambda a: a.verb.index)]


def _carried(sentence: Sentence, attribution: Attribution, found: list[Attribution]) -> bool:
    """«…, a tenu à souligner M. X»: the infinitive of a report that is told already."""
    head = sentence.head(attribution.verb)
    return any(a.inverted and a.verb is head for a in found) and clauses.form(sentence, attribution.verb).mood == "Inf"


def _verbal(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames, earlier: list[Attribution]) -> Attribution | None:
    if verb.upos not in ("VERB", "AUX") and not _verb_by_its_words(sentence, verb, lexicon):
        return None
    form = clauses.form(sentence, verb)
    frame = _phrase_frame(scene, sentence, verb, lexicon) or lexicon.reporting.get(verb.lemma)
    if frame is None or form.negated or verb.index and sentence.tokens[verb.index - 1].text.lower() in lexicon.words["nor"]:
        return None
    if verb.feat("VerbForm") == "Inf" and any(t.subtype == "subj" for t in sentence.children(verb, "expl")):
        return None
    if form.passive:
        return _passive(scene, sentence, verb, frame, lexicon)
    row = joined(sentence, verb, earlier)
    if row is None and not _tells(sentence, verb, lexicon):
        return None
    if "inverted" in frame.takes and row is None and (before := inverted(scene, sentence, verb)):
        speaker, words = before
        speaker = _quoted_speaker(sentence, verb, lexicon) or speaker
        words = _around_insertion(scene, sentence, verb, speaker, words, lexicon)
        return Attribution(verb, speaker, words, frame.act, "inverted", True)
    behind = _behind_phrase(scene, sentence, verb, lexicon)
    content = content_of(scene, sentence, verb, frame, lexicon)
    if content is None and lexicon.forms["subject_first"] and _phrase_frame(scene, sentence, verb, lexicon):
        content = "noun", (max(behind, verb.end + 1), trimmed_end(scene, sentence))
    if content is None:
        return None
    start = max(content[1][0], behind)
    if start < content[1][1]:
        content = content[0], (start, content[1][1])
    row = row or outside(scene, sentence, verb, earlier)
    speaker_of = row.speaker if row is not None else _speaker(scene, sentence, verb, lexicon)
    act = _felt(sentence, verb, lexicon) if content[0] == "attitude" else ""
    act = _declared(sentence, verb, content[1][0], lexicon) if content[0] == "predicate" else act
    if content[0] in ("noun", "object") and verb.lemma in lexicon.words["pleading"]:
        act = "directive"
    if content[0] == "infinitive" and frame.act == "directive" and lexicon.force_verbs.get(verb.lemma) == "wish":
        act = "commissive"
    return Attribution(verb, speaker_of, content[1], act or frame.act, content[0])


def _felt(sentence: Sentence, verb: Token, lexicon: Frames) -> str:
    """The act of expressing an attitude, where the noun decides it: gratitude is expressive, a will commissive."""
    noun = attitude(sentence, verb, lexicon)
    if noun is None:
        return ""
    bound = lexicon.force_nouns.get(noun.lemma) in ("wish", "readiness", "pledge")
    return lexicon.feelings.get(noun.text.lower()) or lexicon.feelings.get(noun.lemma) or ("commissive" if bound else "")


def _declared(sentence: Sentence, verb: Token, start: int, lexicon: Frames) -> str:
    """The act of «s'est dit convaincu»: readiness is commissive, else what the phrase of that word says."""
    word = sentence.at(start)
    if word is None:
        return ""
    if lexicon.force_adjectives.get(word.lemma) in ("wish", "readiness", "pledge"):
        return "commissive"
    bare = word.text.lower().rstrip("s").removesuffix("e")
    return next((p.act for p in lexicon.phrases.get(verb.lemma, ()) if {bare, word.text.lower(), word.lemma} & set(p.words)), "")


def _quoted_speaker(sentence: Sentence, verb: Token, lexicon: Frames) -> Token | None:
    """«…, the agency quoted her as saying»: of a verb of quoting, who is quoted."""
    if verb.lemma not in lexicon.words["quoting"]:
        return None
    behind = [t for t in sentence.children(verb, "obj") if t.index > verb.index]
    return behind[0] if behind else None


def _tells(sentence: Sentence, verb: Token, lexicon: Frames) -> bool:
    """Can the form of a verb tell that something was said? No bare past participle, modal or plain infinitive does."""
    form = clauses.form(sentence, verb)
    if verb.index == 0 and lexicon.forms["subject_first"] and not verb.text.lower().endswith(lexicon.participle):
        return False
    if (
        any(t.lemma in lexicon.words["modals"] for t in sentence.children(verb, "aux"))
        or verb.text.lower() in lexicon.words["conjunctions"]
    ):
        return False
    if form.mood == "Part" and verb.feat("Tense") == "Past" and not form.perfect:
        head = sentence.head(verb) if verb.deprel == "conj" else None
        told = bool(sentence.children(verb, "nsubj")) or head is not None and told_as_past(sentence, head)
        told = told or _only_verb_of(sentence, verb) is not None or sentence.tokens[verb.index - 1].text in (",", '"') and verb.index > 2
        return lexicon.forms["subject_first"] and told and not sentence.children(verb, "aux")
    if form.mood != "Inf":
        return not verb.text.lower().endswith(lexicon.participle) or not _modifies(sentence, verb, lexicon)
    return _narrated(sentence, verb) or _spoken_infinitive(sentence, verb, lexicon)


def _narrated(sentence: Sentence, verb: Token) -> bool:
    """«Et de rappeler que …»: the French infinitive that goes on with a report."""
    opening = [t.text.lower() for t in sentence.tokens[max(0, verb.index - 2) : verb.index]]
    return (
        len(opening) == 2
        and opening[0] == "et"
        and opening[1] in ("de", "d'")
        and (verb.index == 2 or sentence.tokens[verb.index - 3].text == ",")
    )


def _modifies(sentence: Sentence, verb: Token, lexicon: Frames) -> bool:
    """«a statement condemning …», «a commitment to urging …»: a participle that tells what a thing right before it does."""
    before = sentence.tokens[verb.index - 1] if verb.index else None
    if before is None or sentence.children(verb, "aux"):
        return False
    noun = before.upos == "NOUN" and verb.deprel in ("acl", "amod")
    return noun or before.upos in ("ADP", "SCONJ", "PART") and before.text.lower() in lexicon.words["gerund_bars"]


def _only_verb_of(sentence: Sentence, verb: Token) -> Token | None:
    """«The Kenyan minister called for …»: the noun that a past form was tied to as its modifier, where nothing else is finite."""
    root, head = sentence.root, sentence.head(verb)
    if head is None or root is None or root.upos == "VERB" or any(t.feat("VerbForm") == "Fin" for t in sentence.tokens[: verb.index]):
        return None
    before = sentence.tokens[verb.index - 1] if verb.index else None
    named = before is not None and before.upos == "PROPN" and not any(t.feat("VerbForm") == "Fin" for t in sentence.tokens)
    if verb.deprel in ("acl", "amod") and (head.deprel in ("root", "appos") or named and head.index > verb.index):
        if head.index < verb.index:
            return head
        return before if before is not None and before.upos in ("PROPN", "NOUN", "PRON") else None
    if verb.deprel != "advcl" or before is None or before.upos not in ("PROPN", "NOUN"):
        return None
    above = sentence.head(before)
    return above if before.deprel in ("nmod", "flat") and above is not None and above.index < before.index else before


def _verb_by_its_words(sentence: Sentence, word: Token, lexicon: Frames) -> bool:
    """A word that the parser took for a noun or adjective, though an auxiliary or «que» stands with it."""
    if word.upos not in ("NOUN", "ADJ"):
        return False
    behind = sentence.tokens[word.index + 1 : word.index + 2]
    that = any(t.text.lower() in lexicon.words["plain_that"] and t.upos == "SCONJ" for t in behind)
    if behind_quotation(sentence, word):
        return True
    asserts = that and re.search(lexicon.forms["hidden_verb"], word.lemma) is not None
    return asserts or bool(sentence.children(word, "aux"))


def _around_insertion(
    scene: Scene, sentence: Sentence, verb: Token, speaker: Token, words: tuple[int, int], lexicon: Frames
) -> tuple[int, int]:  # fmt: skip
    """«En outre, a-t-il dit, le port ouvrira»: an insertion near the beginning reports what follows too."""
    after = sentence.tokens[max(verb.index, speaker.index) + 1 :]
    rest = after[1:] if after and after[0].text == "," else []
    clitic = speaker.text.startswith("-") or lexicon.forms["subject_first"]
    if words[1] - words[0] > 40 or not clitic or len(rest) < 4 or rest[0].text.lower().endswith(lexicon.participle):
        return words
    finite = any(t.feat("VerbForm") == "Fin" for t in sentence.within(*words))
    return words[0] if finite else rest[0].start, trimmed_end(scene, sentence)


def _passive(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Attribution | None:
    """«La convergence a été relevée par le président»: the patient is what is said, the agent who says it."""
    agent, patient = clauses.agent(sentence, verb), clauses.own_subject(sentence, verb)
    if patient is not None and patient.text.lower() in lexicon.words["expletive"] and "clause" in frame.takes:
        start = that_after(scene, verb, sentence, lexicon)
        by = agent or next((t for t in sentence.children(verb, "obl") if clauses.marker(sentence, t) in ("by", "par")), None)
        return Attribution(verb, by, (start, trimmed_end(scene, sentence)), frame.act, "impersonal") if start else None
    if agent is None or patient is None or patient.upos not in ("NOUN", "PROPN") or "object" not in frame.takes:
        return None
    if scene.mention_of(sentence, patient) is not None:
        return None
    return Attribution(verb, agent, clauses.span(sentence, patient), frame.act, "passive")


def _spoken_infinitive(sentence: Sentence, verb: Token, lexicon: Frames) -> bool:
    """An infinitive reports where it tells what was done: «ont profité de la rencontre pour réaffirmer», «a tenu à saluer»."""
    governor = next((a for a in sentence.ancestors(verb) if a.upos == "VERB"), None)
    words = lexicon.words
    mark = clauses.marker(sentence, verb).split(" ")[0]
    if governor is None or mark not in words["told_infinitive"] and not not_without(sentence, verb):
        return False
    tied = sentence.head(verb)
    if governor.lemma in lexicon.reporting and tied is not None and tied.upos == "ADJ" and mark in words["infinitive_marks"]:
        return False
    leads = not words["telling"] or governor.lemma in words["telling"]
    return leads and told_as_past(sentence, governor) and governor.lemma not in words["unsaid"]


def _phrase_frame(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> Reporting | None:
    if verb.lemma not in lexicon.phrases:
        return None
    after = lexicon.cues["adverbs"].sub(" ", scene.folded(verb.end, min(sentence.end, verb.end + 130)).replace(" , ", ", "))
    for phrase in lexicon.phrases[verb.lemma]:
        if any(_stands(word, after, lexicon) for word in phrase.words):
            carries = verb.lemma in lexicon.words["carriers"]
            return Reporting(frozenset(("inverted",) if carries else ("clause", "object", "noun", "infinitive", "inverted")), phrase.act)
    return None


def _stands(word: str, after: str, lexicon: Frames) -> bool:
    """Do the words of a phrase stand right behind its verb? With a tilde they are a pattern over folded text."""
    if word.startswith("~"):
        return re.match(rf"\s{word[1:]}", after) is not None
    return re.match(rf"\s{re.escape(fold(word))}(?:{lexicon.forms['agreement']}\b|(?<='))", after) is not None


def _behind_phrase(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> int:
    """Where the words begin behind a phrase's own: «a fait valoir que …», «a fait état de …»."""
    after = scene.folded(verb.end, sentence.end)
    for phrase in lexicon.phrases.get(verb.lemma, ()):
        for word in phrase.words:
            if verb.lemma in lexicon.words["behind_words"] and after.startswith(" " + fold(word)):
                lead = lexicon.cues["phrase_lead"].match(after[len(word) + 1 :])
                return verb.end + 1 + len(word) + (lead.end() if lead else 0)
    return 0


def _speaker(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> Token | None:
    bare = not sentence.children(verb, "aux")
    if bare and (verb.feat("VerbForm") == "Part" and verb.feat("Tense") != "Past" or verb.text.lower().endswith(lexicon.participle)):
        return None
    above = next((a for a in sentence.ancestors(verb) if a.upos == "VERB"), None)
    if above is not None and clauses.form(sentence, verb).mood == "Inf" and verb.deprel == "acl":
        return clauses.subject(sentence, above)
    own = clauses.subject(sentence, verb)
    if own is not None:
        return own
    head = sentence.head(verb)
    if head is not None and verb.deprel in ("acl", "amod") and verb.feat("Tense") != "Past":
        return head
    if lexicon.forms["subject_first"] and (modified := _only_verb_of(sentence, verb)) is not None:
        return modified
    before = before_verb(scene, sentence, verb) if lexicon.forms["subject_first"] and clauses.is_finite(sentence, verb) else None
    return before[0] if before is not None else None
