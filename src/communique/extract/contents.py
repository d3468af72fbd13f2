"""What a reporting verb that stands before its words attributes: a clause, a quotation, an infinitive, a noun or an attitude."""

import re

from communique.extract import extents
from communique.extract.bindings import asked
from communique.extract.frames import Frames, Reporting
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import plain
from communique.language.tokens import Sentence, Token

Content = tuple[str, tuple[int, int]]
_LEADS = ("à", "au", "aux", "pour", "de", "du", "des", "d'", "en", "sur", "contre")


def content_of(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """Give the kind of content and its span; None where the verb attributes nothing."""
    rules = (_clause, _quoted, _predicate, _attitude, _infinitive, _judgement, _noun, _object, _far_clause)
    for rule in rules:
        found = rule(scene, sentence, verb, frame, lexicon)
        if found is not None:
            return found
    return None


def _following(sentence: Sentence, verb: Token) -> list[Token]:
    return [t for t in sentence.children(verb) if t.index > verb.index]


def _clause(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "clause" not in frame.takes:
        return None
    quoted = quoted_after(scene, sentence, verb)
    for clause in _following(sentence, verb):
        if clause.deprel not in ("ccomp", "xcomp", "parataxis", "advcl") or not _is_clause(sentence, clause):
            continue
        if not quoted and _has_que(sentence, clause):
            start = clauses.span(sentence, clause)[0]
            marks = (_behind_mark(sentence, clause), _que_after(scene, verb, sentence))
            mark = min((m for m in marks if m), default=0)
            end = max(_end(scene, sentence, clause), clauses.span(sentence, clause)[1])
            source = re.search(r",? (?:selon|d'apres) (?!l[ea]s?quel)", scene.folded(start, end))
            end = start + source.start() if source else end
            return "clause", (mark or start, end)
    return None


def _behind_mark(sentence: Sentence, clause: Token) -> int:
    """Where the words begin behind the «que» that the parser ties to the clause."""
    marks = [t for t in sentence.children(clause, "mark") if t.text.lower() in ("que", "qu'")]
    behind = sentence.tokens[marks[-1].index + 1] if marks and marks[-1].index < clause.index else None
    return behind.start if behind is not None else 0


def _quoted(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if frame.takes & {"clause", "inverted", "object"} and quoted_after(scene, sentence, verb):
        start = plain(scene.text[verb.end : sentence.end]).index('"') + verb.end
        return "quotation", (start, trimmed_end(scene, sentence))
    return None


def _infinitive(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "infinitive" not in frame.takes:
        return None
    tied = [t for t in _following(sentence, verb) if _is_infinitive(sentence, t)]
    for token in tied or asked(sentence, verb, ()):
        if frame.act == "expressive" and token.index > verb.index + 3:
            continue
        if not tied or token.deprel in ("xcomp", "obl", "advcl", "ccomp", "obj"):
            first = _first_infinitive(sentence, verb, token)
            if clauses.marker(sentence, first).startswith(("pour", "afin", "après", "avant", "sans")):
                continue
            return "infinitive", (_without_mark(sentence, first), _end(scene, sentence, first))
    return None


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    """An infinitive, a compound one («avoir évoqué») included."""
    return clauses.is_infinitive(token) or any(clauses.is_infinitive(t) for t in sentence.children(token, "aux"))


def _first_infinitive(sentence: Sentence, verb: Token, tied: Token) -> Token:
    """The first of a row of infinitives, where the parser tied only a later one to the verb."""
    for token in sentence.tokens[verb.index + 1 : tied.index]:
        if clauses.is_infinitive(token) and sentence.tokens[token.index - 1].text.lower() in ("à", "de", "d'"):
            governor = sentence.head(token)
            if governor is None or governor.upos not in ("NOUN", "ADJ"):
                return token
        if token.text in (",", ";", ":") or token.feat("VerbForm") == "Fin":
            return tied
    return tied


def _judgement(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«a jugé nécessaire de …»."""
    if verb.lemma not in ("juger", "estimer", "considérer", "trouver"):
        return None
    follow = sentence.tokens[verb.index + 1 : verb.index + 3]
    judged = next((t for t in follow if t.upos == "ADJ" or t.lemma in lexicon.force_adjectives), None)
    return ("judgement", (judged.start, trimmed_end(scene, sentence))) if judged else None


def _attitude(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "attitude" not in frame.takes:
        return None
    noun = attitude(sentence, verb, lexicon)
    if noun is None:
        return None
    return "attitude", (extents.start_of(sentence, noun, verb.index), _end(scene, sentence, noun))


def attitude(sentence: Sentence, verb: Token, lexicon: Frames) -> Token | None:
    """Give the will or feeling that a verb expresses, some words after it: «son soutien», «leur inquiétude», «l'espoir»."""
    for token in sentence.tokens[verb.index + 1 : verb.index + 12]:
        if token.upos == "NOUN" and (token.lemma in lexicon.force_nouns or token.lemma in lexicon.feelings):
            determined = any(t.upos == "DET" for t in sentence.tokens[max(verb.index + 1, token.index - 3) : token.index])
            return token if determined else None
        if token.text in (";", ":") or token.upos == "VERB":
            return None
    return None


def _noun(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "noun" not in frame.takes:
        return None
    for oblique in _following(sentence, verb):
        nominal = (
            not lexicon.gestures & {oblique.lemma, oblique.text.lower()}
            and oblique.deprel in ("obl", "nmod")
            and oblique.subtype != "agent"
            and oblique.upos in ("NOUN", "PROPN", "ADJ")
        )
        if nominal and clauses.marker(sentence, oblique).split(" ")[0] in _LEADS:
            first = sentence.at(extents.start_of(sentence, oblique, verb.index))
            led = first is not None and first.index > verb.index + 1 and sentence.tokens[first.index - 1].upos == "ADP"
            begin = sentence.tokens[first.index - 1] if led and first is not None else first or oblique
            return "noun", (begin.start, _end(scene, sentence, oblique))
    return None


def _object(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "object" not in frame.takes:
        return None
    behind = _following(sentence, verb)
    adverbs = [t for t in behind if t.text.endswith("ment") and t.deprel == "advmod"]
    for token in [*behind, *(t for adverb in adverbs for t in sentence.children(adverb, "obj"))]:
        if token.deprel == "obj" and lexicon.gestures & {token.lemma, token.text.lower()}:
            return None
        if token.deprel == "obj" and token.upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            start = min(clauses.span(sentence, token, without=("conj",))[0], extents.start_of(sentence, token, verb.index))
            start = max(start, verb.end)
            lead = re.match(r"\s*qu(?:e |')", scene.folded(start, start + 5))
            return "object", (start + (lead.end() if lead else 0), _end(scene, sentence, token))
    return None


def _predicate(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«s'est dit convaincu de …»."""
    if verb.lemma not in ("dire", "déclarer", "montrer") or not clauses.reflexive(sentence, verb):
        return None
    for token in sentence.tokens[verb.index + 1 : verb.index + 4]:
        described = token.upos == "ADJ" or token.upos in ("VERB", "NOUN") and token.feat("VerbForm") == "Part"
        words = {w for phrase in lexicon.phrases.get(verb.lemma, ()) for w in phrase.words}
        if described or words & {token.text.lower(), token.text.lower().rstrip("s").removesuffix("e")}:
            return "predicate", (token.start, _end(scene, sentence, token))
    return None


def _far_clause(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«que …» some words after the verb, where the parser tied its clause elsewhere."""
    start = _que_after(scene, verb, sentence) if "clause" in frame.takes else 0
    return ("clause", (start, trimmed_end(scene, sentence))) if start else None


def _is_clause(sentence: Sentence, token: Token) -> bool:
    nominal = ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON")
    return token.upos in nominal and clauses.is_finite(sentence, token)


def _has_que(sentence: Sentence, clause: Token) -> bool:
    return any(w in ("que", "qu'", "combien", "comment", "that") for w in clauses.marker(sentence, clause).split())


_QUE = re.compile(r"(?: [^;\":]{0,130}?)??,? qu(?:e |')")


def _que_after(scene: Scene, verb: Token, sentence: Sentence) -> int:
    match = _QUE.match(scene.mentions.folded, verb.end, sentence.end)
    if match is None:
        return 0
    between = sentence.within(verb.end, match.end())
    if re.search(r"\b(?:(?<!de )ce|tant|alors|ainsi|bien),? qu.{1,2}$", match.group()):
        return 0
    return 0 if any(t.feat("VerbForm") == "Fin" for t in between) else match.end()


def quoted_after(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Tell whether a colon and a quotation follow a verb within a few words."""
    return bool(re.match(r"[^\"]{0,60}: ?\"", plain(scene.text[verb.end : sentence.end])))


def _without_mark(sentence: Sentence, head: Token) -> int:
    place = head.index
    while place > 0 and sentence.tokens[place - 1].upos in ("ADV", "PRON", "AUX"):
        place -= 1
    return sentence.tokens[place].start


def _end(scene: Scene, sentence: Sentence, head: Token) -> int:
    return extents.end_of(sentence, scene.mentions.folded, head, trimmed_end(scene, sentence), clause=True)


def trimmed_end(scene: Scene, sentence: Sentence) -> int:
    """Give the end of a sentence without its full stop."""
    end = sentence.end
    while end > sentence.start and scene.text[end - 1] in ".; ":
        end -= 1
    return end
