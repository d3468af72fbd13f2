"""What a reporting verb that stands before its words attributes: a clause, a quotation, an infinitive, a noun or an attitude."""

from communique.extract import extents
from communique.extract.bindings import asked
from communique.extract.frames import Frames, Reporting
from communique.extract.judgements import Content, following, judgement, trimmed_end
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import plain
from communique.language.tokens import Sentence, Token


def content_of(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """Give the kind of content and its span; None where the verb attributes nothing."""
    rules = (_clause, _quoted, _predicate, _attitude, _infinitive, judgement, _noun, _object, _far_clause, _near_clause, _opening)
    for rule in rules:
        found = rule(scene, sentence, verb, frame, lexicon)
        if found is not None:
            return found
    return None


def _clause(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "clause" not in frame.takes:
        return None
    quoted = quoted_after(scene, sentence, verb, lexicon)
    for clause in following(sentence, verb):
        if clause.deprel not in ("ccomp", "xcomp", "parataxis", "advcl") or not _is_clause(sentence, clause):
            continue
        marked = _has_that(sentence, clause, lexicon)
        if not quoted and (marked or _is_bare(sentence, verb, clause, lexicon)):
            start = max(verb.end, clauses.span(sentence, clause)[0]) if not marked else clauses.span(sentence, clause)[0]
            torn = _torn_off(sentence, verb, clause, lexicon) if not marked else []
            start = torn[0].start if torn and not sentence.children(clause, "nsubj") else start
            marks = (_behind_mark(sentence, clause, lexicon), that_after(scene, verb, sentence, lexicon))
            mark = min((m for m in marks if m), default=0)
            end = max(_end(scene, sentence, clause), clauses.span(sentence, clause)[1])
            source = lexicon.cues["source"].search(scene.folded(start, end))
            end = start + source.start() if source else end
            lead = lexicon.cues["time_lead"].match(scene.folded(start, end)) if not marked else None
            start += lead.end() if lead else 0
            return "clause", (mark if mark and marked else _first_word(sentence, start), end)
    return None


def _is_bare(sentence: Sentence, verb: Token, clause: Token, lexicon: Frames) -> bool:
    """«said the port would open»: a clause with a subject of its own behind the verb, no word marking it."""
    marked = set(clauses.marker(sentence, clause).split()) - lexicon.words["time_marks"]
    if not lexicon.forms["bare_clause"] or clause.deprel not in ("ccomp", "parataxis") or marked:
        return False
    subjects = sentence.children(clause, "nsubj", "expl", "csubj") or _torn_off(sentence, verb, clause, lexicon)
    between = sentence.tokens[verb.index + 1 : clause.index]
    parted = any(t.text in (";", '"') or t.text == "," and clause.deprel == "parataxis" for t in between)
    return any(t.index > verb.index for t in subjects) and not parted


def _torn_off(sentence: Sentence, verb: Token, clause: Token, lexicon: Frames) -> list[Token]:
    """«said Chile, as a member, would join»: a subject that the parser tied to the verb of saying."""
    aside = any(t.text == "," for t in sentence.tokens[verb.index + 1 : clause.index])
    spoken_to = verb.lemma in lexicon.words["addressing"]
    helped = bool(sentence.children(clause, "aux", "cop"))
    return [t for t in sentence.children(verb, "obj") if t.index == verb.index + 1] if aside and helped and not spoken_to else []


def _first_word(sentence: Sentence, start: int) -> int:
    return next((t.start for t in sentence.tokens if t.start >= start and t.upos != "PUNCT"), start)


def _behind_mark(sentence: Sentence, clause: Token, lexicon: Frames) -> int:
    """Where the words begin behind the «que» that the parser ties to the clause."""
    marks = [t for t in sentence.children(clause, "mark") if t.text.lower() in lexicon.words["plain_that"]]
    behind = sentence.tokens[marks[-1].index + 1] if marks and marks[-1].index < clause.index else None
    return behind.start if behind is not None else 0


def _quoted(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if frame.takes & {"clause", "inverted", "object"} and quoted_after(scene, sentence, verb, lexicon):
        start = plain(scene.text[verb.end : sentence.end]).index('"') + verb.end
        return "quotation", (start, trimmed_end(scene, sentence))
    return None


def _infinitive(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "infinitive" not in frame.takes:
        return None
    tied = [t for t in following(sentence, verb) if _is_infinitive(sentence, t)]
    for token in tied or asked(sentence, verb, ()) or _addressed(sentence, verb, frame, lexicon):
        if frame.act == "expressive" and token.index > verb.index + 3:
            continue
        if not tied or token.deprel in ("xcomp", "obl", "advcl", "ccomp", "obj"):
            first = _first_infinitive(sentence, verb, token, lexicon)
            if clauses.marker(sentence, first).startswith(tuple(lexicon.words["purpose"])):
                continue
            return "infinitive", (_without_mark(sentence, first), _end(scene, sentence, first))
    return None


def _addressed(sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> list[Token]:
    """«a appelé les pays de la région à lutter»: of a verb of asking, the infinitive that the parser tied to who is asked."""
    if frame.act != "directive":
        return []
    for token in [t for t in following(sentence, verb) if t.deprel in ("obj", "obl", "iobj")]:
        for index in sentence.subtree(token):
            below = sentence.tokens[index]
            mark = sentence.tokens[index - 1].text.lower()
            if index > token.index and clauses.is_infinitive(below) and mark in lexicon.words["infinitive_marks"]:
                return [below]
    return []


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    """An infinitive, a compound one («avoir évoqué») included."""
    return clauses.is_infinitive(token) or any(clauses.is_infinitive(t) for t in sentence.children(token, "aux"))


def _first_infinitive(sentence: Sentence, verb: Token, tied: Token, lexicon: Frames) -> Token:
    """The first of a row of infinitives, where the parser tied only a later one to the verb."""
    for token in sentence.tokens[verb.index + 1 : tied.index]:
        if clauses.is_infinitive(token) and sentence.tokens[token.index - 1].text.lower() in lexicon.words["infinitive_marks"]:
            governor = sentence.head(token)
            if governor is None or governor.upos not in ("NOUN", "ADJ"):
                return token
        if token.text in (",", ";", ":") or token.feat("VerbForm") == "Fin":
            return tied
    return tied


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
            return token if determined or not lexicon.forms["determined"] else None
        if token.text in (";", ":") or token.upos == "VERB":
            return None
    return None


def _noun(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "noun" not in frame.takes:
        return None
    if "object" in frame.takes and (found := _object(scene, sentence, verb, frame, lexicon)):
        return found
    for oblique in following(sentence, verb):
        nominal = (
            not lexicon.gestures & {oblique.lemma, oblique.text.lower()}
            and oblique.deprel in ("obl", "nmod")
            and oblique.subtype != "agent"
            and oblique.upos in ("NOUN", "PROPN", "ADJ")
        )
        if nominal and clauses.marker(sentence, oblique).split(" ")[0] in lexicon.words["leads"]:
            first = sentence.at(extents.start_of(sentence, oblique, verb.index))
            led = first is not None and first.index > verb.index + 1 and sentence.tokens[first.index - 1].upos == "ADP"
            begin = sentence.tokens[first.index - 1] if led and first is not None else first or oblique
            return "noun", (begin.start, _end(scene, sentence, oblique))
    return None


def _object(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    if "object" not in frame.takes:
        return None
    behind = following(sentence, verb)
    adverbs = [t for t in behind if t.deprel == "advmod"]
    for token in [*behind, *(t for adverb in adverbs for t in sentence.children(adverb, "obj"))]:
        if token.deprel == "obj" and lexicon.gestures & {token.lemma, token.text.lower()}:
            return None
        quoted = token.deprel == "xcomp" and token.upos == "NOUN" and not sentence.children(verb, "obj")
        if token.deprel == "obj" and token.upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") or quoted:
            start = min(clauses.span(sentence, token, without=("conj",))[0], extents.start_of(sentence, token, verb.index))
            start = max(start, verb.end)
            lead = lexicon.cues["object_that"].match(scene.folded(start, start + 8))
            return "object", (_first_word(sentence, start + (lead.end() if lead else 0)), _end(scene, sentence, token))
    return None


def _predicate(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«s'est dit convaincu de …»."""
    if verb.lemma not in lexicon.words["declaring"] or not clauses.reflexive(sentence, verb):
        return None
    for token in sentence.tokens[verb.index + 1 : verb.index + 4]:
        described = token.upos == "ADJ" or token.upos in ("VERB", "NOUN") and token.feat("VerbForm") == "Part"
        words = {w for phrase in lexicon.phrases.get(verb.lemma, ()) for w in phrase.words}
        if described or words & {token.text.lower(), token.text.lower().rstrip("s").removesuffix("e")}:
            return "predicate", (token.start, max(_end(scene, sentence, token), clauses.span(sentence, token)[1]))
    return None


def _far_clause(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«que …» some words after the verb, where the parser tied its clause elsewhere."""
    start = that_after(scene, verb, sentence, lexicon) if "clause" in frame.takes else 0
    return ("clause", (start, trimmed_end(scene, sentence))) if start else None


def _near_clause(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«said the port would open», tied elsewhere: a finite verb follows with its subject, no comma between."""
    if not lexicon.forms["bare_clause"] or "clause" not in frame.takes or "object" in frame.takes:
        return None
    behind = sentence.tokens[verb.index + 1 :]
    if not behind or behind[0].upos not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"):
        return None
    for token in behind:
        relative = token.upos in ("PRON", "DET") and token.feat("PronType") == "Rel" or token.text.lower() in ("who", "which")
        if token.text in (",", ";", ":", '"', ")", "(") or relative:
            return None
        if token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin" and token.index > verb.index + 1:
            return "clause", (behind[0].start, trimmed_end(scene, sentence))
    return None


def _opening(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """«Terming the visit historic, Mr Sow …»: of a participle that opens the sentence, all up to the comma."""
    if verb.index > 1 or "object" not in frame.takes or not verb.text.lower().endswith(lexicon.participle):
        return None
    comma = next((t for t in sentence.tokens[verb.index + 1 :] if t.text == ","), None)
    return ("object", (verb.end + 1, comma.start)) if comma is not None and comma.index > verb.index + 1 else None


def _is_clause(sentence: Sentence, token: Token) -> bool:
    nominal = ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV")
    return token.upos in nominal and clauses.is_finite(sentence, token)


def _has_that(sentence: Sentence, clause: Token, lexicon: Frames) -> bool:
    marks = clauses.marker(sentence, clause).split()
    return not lexicon.words["subordinators"] & set(marks) and bool(lexicon.words["that"] & set(marks))


def that_after(scene: Scene, verb: Token, sentence: Sentence, lexicon: Frames) -> int:
    """Give where the words begin behind a «que» that follows a verb, before any other finite verb; 0 where none does."""
    match = lexicon.cues["that"].match(scene.mentions.folded, verb.end, sentence.end)
    if match is None:
        return 0
    between = sentence.within(verb.end, match.end())
    if between and between[-1].upos == "PRON" and between[-1].deprel not in ("mark", "case", "dep") and lexicon.forms["bare_clause"]:
        return 0
    if between and between[-1].upos == "PRON" and between[-1].deprel == "obj" and len(between) > 1 and between[-2].text == ",":
        return 0
    if lexicon.cues["no_that"].search(match.group()):
        return 0
    return 0 if any(t.feat("VerbForm") == "Fin" for t in between) else match.end()


def quoted_after(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> bool:
    """Tell whether a colon (in English a comma) and a quotation follow a verb within a few words."""
    match = lexicon.cues["quote_opens"].match(plain(scene.text[verb.end : sentence.end]))
    if match is None:
        return False
    sign = scene.text[verb.end + match.end() - 1]
    first = sentence
    while first.index and scene.sentences[first.index - 1].block == sentence.block:
        first = scene.sentences[first.index - 1]
    straight = scene.text.count('"', first.start, verb.start) % 2 == 1
    return sign not in "”»" and not (sign == '"' and straight)


def _without_mark(sentence: Sentence, head: Token) -> int:
    place = head.index
    while place > 0 and sentence.tokens[place - 1].upos in ("ADV", "PRON", "AUX"):
        place -= 1
    return sentence.tokens[place].start


def _end(scene: Scene, sentence: Sentence, head: Token) -> int:
    return extents.end_of(sentence, scene.mentions.folded, head, trimmed_end(scene, sentence), clause=True)
