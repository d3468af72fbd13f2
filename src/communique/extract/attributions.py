"""Who is reported to say what in one sentence: the reporting verb, its speaker's words, the words attributed.

Finds verbs of saying with a clause, an inverted subject, an object, an infinitive or a noun, and «according to». A verb of
topic («discussed»), a denied one and one whose subject is a thing («the report underlines») are none.
"""

import re
from dataclasses import dataclass

from communique.extract.frames import Frames, Reporting, frames
from communique.extract.scene import Scene
from communique.extract.units import units
from communique.language import clauses
from communique.language.folding import fold, plain
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
    found = []
    for token in sentence.tokens:
        attribution = _verbal(scene, sentence, token, lexicon)
        if attribution:
            found.append(attribution)
    found.extend(_according(scene, sentence, lexicon, found))
    return sorted(found, key=lambda a: a.verb.index)


def _verbal(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> Attribution | None:
    if verb.upos not in ("VERB", "AUX", "NOUN", "ADJ") or verb.upos in ("NOUN", "ADJ") and not _is_participle(sentence, verb):
        return None
    form = clauses.form(sentence, verb)
    if form.negated or (form.mood == "Part" and verb.feat("Tense") == "Past" and not form.perfect) or form.passive:
        return None
    frame = _phrase_frame(scene, sentence, verb, lexicon) or lexicon.reporting.get(verb.lemma)
    if frame is None or form.mood == "Inf" and not _spoken_infinitive(sentence, verb):
        return None
    return _inverted(scene, sentence, verb, frame) or _governing(scene, sentence, verb, frame, lexicon)


def _spoken_infinitive(sentence: Sentence, verb: Token) -> bool:
    """An infinitive reports where it tells what was done: «ont profité de la rencontre pour réaffirmer», «a tenu à saluer»."""
    governors = [a for a in sentence.ancestors(verb) if a.upos == "VERB"]
    return bool(governors) and clauses.form(sentence, governors[0]).perfect and clauses.marker(sentence, verb).split(" ")[0] in ("pour", "à")


def _is_participle(sentence: Sentence, token: Token) -> bool:
    return any(c.deprel == "aux" for c in sentence.children(token))


def _phrase_frame(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> Reporting | None:
    after = scene.folded(verb.end, min(sentence.end, verb.end + 40))
    after = re.sub(r"^ (?:(?:\w+ment|aussi|ensuite|par ailleurs|en outre|tout a fait|tres|plutot) )+", " ", after)
    for phrase in lexicon.phrases.get(verb.lemma, ()):
        if any(re.match(rf"\s{re.escape(fold(w))}(?:\b|(?<='))", after) for w in phrase.words):
            return Reporting(frozenset(("clause", "object", "noun", "infinitive", "inverted")), phrase.act)
    return None


def _inverted(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting) -> Attribution | None:
    """«…, a déclaré le ministre»: the subject after the verb, a comma or a quotation mark before the verb group."""
    if "inverted" not in frame.takes or not clauses.is_finite(sentence, verb):
        return None
    group = [t.index for t in sentence.children(verb, "aux", "expl", "iobj", "advmod") if t.index < verb.index and verb.index - t.index <= 4]
    first = sentence.tokens[min([verb.index, *group])]
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is None or before.text not in (",", '"', "-", "–", "—", "?", "!", "…"):
        return None
    speaker = _following_subject(scene, sentence, verb)
    if speaker is None or _has_own_subject(sentence, verb, first):
        return None
    if any(t.deprel == "ccomp" and t.index > speaker.index and clauses.marker(sentence, t) for t in sentence.children(verb)):
        return None
    start, end = _before(scene, sentence, first)
    return Attribution(verb, speaker, (start, end), frame.act, "inverted", True) if end - start > 3 else None


def _has_own_subject(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Does a subject stand before the verb with no other finite verb between? The parser gives it the wrong one otherwise."""
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < first.index]
    between = sentence.tokens[subjects[0].index : first.index] if subjects else []
    return bool(subjects) and not any(t.upos in ("VERB", "AUX") and t.feat("VerbForm") == "Fin" for t in between)


def _following_subject(scene: Scene, sentence: Sentence, verb: Token) -> Token | None:
    """The clitic of the verb, else the first party named after it, times and places passed over, else what the parser says."""
    near = sentence.tokens[max(0, verb.index - 2) : verb.index + 2]
    clitic = next((t for t in near if t.text.startswith("-") and t.upos == "PRON"), None)
    if clitic is not None:
        return clitic
    after = [t for t in sentence.children(verb, "nsubj", "obj", "obl", "appos", "iobj") if t.index > verb.index and not sentence.children(t, "case")]
    subjects = [t for t in after if t.deprel == "nsubj"]
    limit = next((t.start for t in sentence.tokens[verb.index + 1 :] if t.text in (";", ":")), sentence.end)
    for unit in units(scene, verb.end, min(limit, verb.end + 110)):
        if not re.search(r"\b(?:a|au|aux|en|dans|devant|de|du|des|avec|pour|par|d'|sur|lors) ?(?:la |le |les |l'|un |une )?(?:\w+ )?$", scene.folded(verb.end, unit.start)):
            return next((t for t in sentence.tokens if t.start >= unit.start and t.upos != "DET"), None)
    if subjects or after:
        return (subjects or after)[0]
    follow = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence.tokens) else None
    while follow is not None and follow.upos in ("DET", "ADJ", "ADV") and follow.index + 1 < len(sentence.tokens):
        follow = sentence.tokens[follow.index + 1]
    return follow if follow is not None and follow.upos in ("NOUN", "PROPN", "PRON") else None


def _before(scene: Scene, sentence: Sentence, first: Token) -> tuple[int, int]:
    end = first.start
    while end > sentence.start and scene.text[end - 1] in " ,\u00a0\u202f-–—":
        end -= 1
    return sentence.start, end


def _governing(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Attribution | None:
    speaker = _speaker(sentence, verb)
    content = _content(scene, sentence, verb, frame, lexicon)
    if content is None:
        return None
    rule, (start, end) = content
    return Attribution(verb, speaker, (start, end), frame.act, rule)


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    if verb.feat("VerbForm") == "Part" and not sentence.children(verb, "aux") and verb.feat("Tense") != "Past":
        return None
    own = clauses.subject(sentence, verb)
    if own is not None:
        return own
    head = sentence.head(verb)
    if head is not None and verb.deprel == "acl" and verb.feat("Tense") != "Past":
        return head
    return None


def _content(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> tuple[str, tuple[int, int]] | None:
    after = [t for t in sentence.children(verb) if t.index > verb.index]
    for clause in (t for t in after if t.deprel in ("ccomp", "xcomp", "parataxis", "advcl") and _is_clause(sentence, t)):
        if "clause" in frame.takes and (_has_que(sentence, clause) or _quoted_after(scene, sentence, verb)):
            return "clause", _to_end(scene, sentence, clause)
    if _quoted_after(scene, sentence, verb) and frame.takes & {"clause", "inverted", "object"}:
        return "quotation", (_quotation(scene, verb, sentence))
    for infinitive in (t for t in after if clauses.is_infinitive(t) and t.deprel in ("xcomp", "obl", "advcl", "ccomp", "obj")):
        if "infinitive" in frame.takes:
            return "infinitive", _to_end(scene, sentence, infinitive)
    if verb.lemma in ("juger", "estimer", "considérer", "trouver") and (judged := _judged(sentence, verb)):
        return "judgement", (judged.start, _trimmed_end(scene, sentence))
    objects = [t for t in after if t.deprel == "obj" and t.upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
    obliques = [t for t in after if t.deprel == "obl" and t.subtype != "agent" and t.upos in ("NOUN", "PROPN", "ADJ")]
    if "attitude" in frame.takes and (attitude := _attitude(sentence, verb, lexicon)):
        return "attitude", clauses.span(sentence, attitude)
    if "noun" in frame.takes:
        for oblique in obliques:
            if clauses.marker(sentence, oblique).split(" ")[0] in ("à", "au", "aux", "pour", "de", "du", "des", "d'", "en"):
                return "noun", clauses.span(sentence, oblique)
    if "object" in frame.takes and objects:
        return "object", clauses.span(sentence, objects[0])
    if lexicon.phrases.get(verb.lemma):
        for attribute in (t for t in after if t.deprel in ("xcomp", "obj", "advmod") and t.upos in ("ADJ", "VERB")):
            return "object", clauses.span(sentence, attribute)
    if "clause" in frame.takes and _que_follows(scene, verb, sentence):
        return "clause", (_que_follows(scene, verb, sentence), _trimmed_end(scene, sentence))
    return None


def _judged(sentence: Sentence, verb: Token) -> Token | None:
    """The adjective of «a jugé nécessaire de …»."""
    follow = sentence.tokens[verb.index + 1 : verb.index + 3]
    return next((t for t in follow if t.upos == "ADJ"), None)


def _attitude(sentence: Sentence, verb: Token, lexicon: Frames) -> Token | None:
    """The will or feeling that is expressed, a few words after the verb: «son soutien», «leur inquiétude», «l'espoir»."""
    for token in sentence.tokens[verb.index + 1 : verb.index + 12]:
        if token.upos == "NOUN" and (token.lemma in lexicon.force_nouns or token.lemma in lexicon.feelings):
            determined = any(t.upos == "DET" for t in sentence.tokens[max(verb.index + 1, token.index - 3) : token.index])
            return token if determined else None
        if token.text in (";", ":") or token.upos == "VERB":
            return None
    return None


def _is_clause(sentence: Sentence, token: Token) -> bool:
    return token.upos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON") and clauses.is_finite(sentence, token)


def _has_que(sentence: Sentence, clause: Token) -> bool:
    return any(w in ("que", "qu'", "combien", "comment", "that") for w in clauses.marker(sentence, clause).split())


def _que_follows(scene: Scene, verb: Token, sentence: Sentence) -> int:
    match = re.compile(r"(?: [^,;.\":]{0,70}?)?,? qu(?:e |')").match(scene.mentions.folded, verb.end, sentence.end)
    return match.end() if match else 0


def _quoted_after(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    return bool(re.match(r"[^\"]{0,60}: ?\"", plain(scene.text[verb.end : sentence.end])))


def _quotation(scene: Scene, verb: Token, sentence: Sentence) -> tuple[int, int]:
    start = plain(scene.text[verb.end : sentence.end]).index('"') + verb.end
    return start, _trimmed_end(scene, sentence)


def _to_end(scene: Scene, sentence: Sentence, head: Token) -> tuple[int, int]:
    """Give the span of a clause, without its mark."""
    start, end = clauses.span(sentence, head)
    marks = [t for t in sentence.children(head, "mark") if t.index < head.index and t.text.lower() in ("que", "qu'", "de", "d'", "à")]
    if marks and sentence.tokens[marks[0].index].start == start:
        start = sentence.tokens[marks[0].index + 1].start
    return start, end


def _trimmed_end(scene: Scene, sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and scene.text[end - 1] in ".; ":
        end -= 1
    return end


def _according(scene: Scene, sentence: Sentence, lexicon: Frames, found: list[Attribution]) -> list[Attribution]:
    """«selon le ministre, …»; a bare «pour» counts only before a person."""
    folded = scene.folded(sentence.start, sentence.end)
    result = []
    for phrase in lexicon.according:
        for match in re.finditer(rf"(?<!\w){re.escape(fold(phrase))}(?!\w)", folded):
            head = _phrase_head(sentence, sentence.start + match.end())
            if head is not None:
                content = _around(scene, sentence, sentence.start + match.start(), head)
                result.append(Attribution(sentence.tokens[0] if head.index == 0 else head, head, content, "assertive", "according-to"))
    return [a for a in result if not any(f.verb.index == a.verb.index for f in found)]


def _phrase_head(sentence: Sentence, offset: int) -> Token | None:
    for token in sentence.tokens:
        if token.start >= offset and token.upos in ("NOUN", "PROPN", "PRON"):
            return token
        if token.start >= offset and token.upos not in ("DET", "ADJ", "NUM", "ADP"):
            return None
    return None


def _around(scene: Scene, sentence: Sentence, start: int, head: Token) -> tuple[int, int]:
    """Give the words before «selon X» where it closes the sentence, else those after it."""
    end_of_phrase = clauses.span(sentence, head, without=("acl", "advcl", "parataxis"))[1]
    if start - sentence.start > 25:
        end = start
        while end > sentence.start and scene.text[end - 1] in " ,":
            end -= 1
        return sentence.start, end
    begin = end_of_phrase
    while begin < sentence.end and scene.text[begin] in " ,":
        begin += 1
    return begin, _trimmed_end(scene, sentence)
