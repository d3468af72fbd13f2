"""Words reported before their verb: «…, a déclaré le ministre», «…, the minister said». The words' order decides, for
parsers often err here.
"""

from communique.extract.frames import Frames
from communique.extract.judgements import trimmed_end
from communique.extract.scene import Scene
from communique.extract.units import units
from communique.language import clauses
from communique.language.packs import table
from communique.language.tokens import Sentence, Token

_BEFORE = (",", '"', "'", "-", "–", "—", "?", "!", "…")
_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART", "ADP", "X")


def inverted(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Token, tuple[int, int]] | None:
    """Give the head of the speaker's phrase and the words before the verb; None where the verb is not inverted."""
    lexicon = scene.frames
    past_form = lexicon.forms["subject_first"] and verb.feat("VerbForm") == "Part" and verb.feat("Tense") == "Past"
    if not (clauses.is_finite(sentence, verb) or past_form or behind_quotation(sentence, verb)):
        return None
    if lexicon.forms["subject_first"] and (found := _subject_first(scene, sentence, verb, lexicon)):
        return found
    if lexicon.forms["subject_first"] and _said_behind(sentence, verb):
        return None
    first = _group(sentence, verb)
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is None or before.text not in _BEFORE:
        return None
    if (related := _inside_relative(scene, sentence, verb, first, lexicon)) is not None:
        return related
    if _own_part(scene, sentence, first, lexicon):
        return None
    inserted = _inserted(sentence, verb, first, lexicon) and _names_someone(scene, sentence, verb)
    if not inserted and _subject_before(sentence, verb, first, lexicon):
        return None
    speaker = _speaker(scene, sentence, verb, lexicon)
    if speaker is None:
        return None
    if any(_goes_on(sentence, speaker, t, lexicon) for t in sentence.children(verb, "ccomp")):
        return None
    if inserted:
        return speaker, (sentence.start, trimmed_end(scene, sentence))
    start, end = _words_before(scene, sentence, first)
    return (speaker, (start, end)) if end - start > 3 else None


def _subject_first(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> tuple[Token, tuple[int, int]] | None:
    """«…, the minister said»: the speaker stands between the words and the verb, and nothing that is said follows it."""
    found = before_verb(scene, sentence, verb)
    if found is None:
        return None
    speaker, anchor = found
    first = _phrase_start(sentence, anchor, verb)
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.text not in _BEFORE or _complemented(scene, sentence, verb, lexicon):
        return None
    opening, quoted = sentence.tokens[first], before.text == '"' and _quoted_before(sentence, first)
    tied = any(t.index < first for t in sentence.children(verb, "ccomp"))
    if not quoted and not tied and not _clause_before(sentence, opening, lexicon):
        if not _inserted_behind(sentence, verb):
            return None
        return speaker, (sentence.start, trimmed_end(scene, sentence))
    if _reopened(sentence, verb):
        return speaker, (sentence.start, trimmed_end(scene, sentence))
    start, end = _words_before(scene, sentence, opening)
    return (speaker, (start, end)) if end - start > 3 else None


def _said_behind(sentence: Sentence, verb: Token) -> bool:
    """«Mr Sow, who left, said the port was open»: the subject stands before, or a clause behind, so nothing is inverted."""
    own = clauses.own_subject(sentence, verb)
    said = [t for t in sentence.children(verb, "ccomp") if t.index > verb.index]
    direct = any(not _parted(sentence, verb, t) for t in said)
    return direct or own is not None and own.index < verb.index and own.upos != "PRON"


def behind_quotation(sentence: Sentence, word: Token) -> bool:
    """«"…", martèle M. X»: a verb that the parser took for an adjective or a noun, its subject behind it."""
    before = [t.text for t in sentence.tokens[max(0, word.index - 2) : word.index]]
    return word.upos in ("ADJ", "NOUN") and before == ['"', ","] and any(t.index > word.index for t in sentence.children(word, "nsubj"))


def _inside_relative(
    scene: Scene, sentence: Sentence, verb: Token, first: Token, lexicon: Frames
) -> tuple[Token, tuple[int, int]] | None:  # fmt: skip
    """«…, qui, a-t-il rappelé, est venu …»: a report between a relative pronoun and its clause."""
    opening = sentence.tokens[first.index - 2] if first.index > 1 else None
    closing = next((t for t in sentence.tokens[verb.index + 1 : verb.index + 6] if t.text == ","), None)
    if opening is None or closing is None or opening.text.lower() not in lexicon.words["relatives"]:
        return None
    speaker = _speaker(scene, sentence, verb, lexicon)
    return (speaker, (opening.start, trimmed_end(scene, sentence))) if speaker is not None else None


def _own_part(scene: Scene, sentence: Sentence, first: Token, lexicon: Frames) -> bool:
    """«Mr Sow, for his part, praised …»: a subject and an insertion about it, no words reported."""
    before = scene.folded(sentence.start, first.start).rstrip(" ,")
    inserted = lexicon.cues["for_his_part"].search(before + " ")
    return inserted is not None and not before[inserted.end() :] and '"' not in before and not _clause_before(sentence, first, lexicon)


def _parted(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Does a comma or quotation mark stand between a verb and the first word of a clause?"""
    first = next((i for i in sentence.subtree(clause) if i > verb.index and sentence.tokens[i].upos != "PUNCT"), clause.index)
    return any(t.text in (",", '"') for t in sentence.tokens[verb.index + 1 : first])


def before_verb(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Token, Token] | None:
    """Give the subject before a verb and the head of its phrase; where the parser ties none, the noun right before the verb, what
    stands between commas passed over: «their spokesman, Ali Sow, said».
    """
    near = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index]
    if near:
        return near[-1], near[-1]
    if clauses.own_subject(sentence, verb) is not None:
        return None
    place = verb.index - 1
    while place >= 0 and sentence.tokens[place].upos in ("AUX", "ADV"):
        place -= 1
    if place > 2 and sentence.tokens[place].text == ",":
        opening = next((i for i in range(place - 1, max(0, place - 25), -1) if sentence.tokens[i].text in (",", '"')), 0)
        named = [t for t in sentence.tokens[opening + 1 : place] if scene.mention_of(sentence, t) is not None]
        head = sentence.tokens[opening - 1] if sentence.tokens[opening].text == "," else None
        if head is None or head.upos not in ("NOUN", "PROPN"):
            return None
        return (named[-1] if named and named[0].index == opening + 1 else head), head
    token = sentence.tokens[place] if place >= 0 else None
    return (token, token) if token is not None and token.upos in ("NOUN", "PROPN", "PRON") else None


def _phrase_start(sentence: Sentence, speaker: Token, verb: Token) -> int:
    """The first token of the speaker's phrase: as the parser ties it, or the nominal words before its head, if those are fewer."""
    tied = [i for i in sentence.subtree(speaker) if i <= speaker.index]
    place = speaker.index
    while place - 1 in tied:
        place -= 1
    run = speaker.index
    while run > 0 and sentence.tokens[run - 1].upos in _NOMINAL:
        run -= 1
    while place < speaker.index and sentence.tokens[place].upos == "PUNCT":
        place += 1
    marks = [i for i in range(place, speaker.index) if sentence.tokens[i].text == '"']
    return max(place, run if run < speaker.index or place == speaker.index else place, marks[-1] + 1 if marks else 0)


def _complemented(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> bool:
    """Does what is said follow the verb: a clause, an infinitive, an object that is not the one spoken to?"""
    behind = [t for t in sentence.children(verb, "ccomp", "xcomp", "obj") if t.index > verb.index]
    addressed = verb.lemma in lexicon.words["addressing"]
    for token in behind:
        if token.deprel == "obj":
            if addressed or token.text.lower() in lexicon.words["time_marks"]:
                continue
            return True
        if not _parted(sentence, verb, token):
            return True
    following = sentence.tokens[verb.index + 1 : verb.index + 2]
    return bool(following) and (following[0].text.lower() in lexicon.words["plain_that"] or following[0].text == ":")


def _quoted_before(sentence: Sentence, place: int) -> bool:
    """Is what stands before a token a quotation that closes there?"""
    return sum(t.text == '"' for t in sentence.tokens[:place]) % 2 == 0 or sentence.tokens[0].text != '"'


def _reopened(sentence: Sentence, verb: Token) -> bool:
    """«"…," he said, "…"»: does a quotation open again right behind the verb's adjuncts?"""
    marks = [t.index for t in sentence.tokens if t.text == '"' and t.index > verb.index]
    return bool(marks) and sentence.tokens[marks[0] - 1].text in (",", ":", ".") and marks[0] - verb.index < 12


def _inserted_behind(sentence: Sentence, verb: Token) -> bool:
    """«The port, the minister said, will open»: a comma closes the insertion, and the clause's own verb follows."""
    closing = next((t for t in sentence.tokens[verb.index + 1 : verb.index + 10] if t.text in (",", ";", ":")), None)
    if closing is None or closing.text != "," or sentence.tokens[0].upos in ("ADP", "SCONJ", "ADV"):
        return False
    rest = sentence.tokens[closing.index + 1 :]
    return len(rest) > 2 and any(t.feat("VerbForm") == "Fin" for t in rest[:8])


def _goes_on(sentence: Sentence, speaker: Token, clause: Token, lexicon: Frames) -> bool:
    """Does a «que» clause behind the speaker belong to the verb, no participle («précisant que») between?"""
    marker = clauses.marker(sentence, clause)
    if clause.index < speaker.index or not marker.startswith(("qu", "that")):
        return False
    return not any(t.upos == "VERB" and t.text.lower().endswith(lexicon.participle) for t in sentence.tokens[speaker.index : clause.index])


def _inserted(sentence: Sentence, verb: Token, first: Token, lexicon: Frames) -> bool:
    """«L'Allemagne, a indiqué Mme X, allouera …»: a report between commas, before the verb of the clause that it splits."""
    if sentence.tokens[first.index - 1].text != "," or _clause_before(sentence, first, lexicon):
        return False
    closing = next((t for t in sentence.tokens[verb.index + 1 : verb.index + 12] if t.text in (",", ";", ":", '"')), None)
    if closing is None or closing.text != ",":
        return False
    if any(t.feat("VerbForm") == "Fin" or t.upos == "CCONJ" for t in sentence.tokens[verb.index + 1 : closing.index]):
        return False
    group = [t for t in sentence.tokens[closing.index + 1 : closing.index + 5] if t.upos not in ("ADV", "PRON", "PART", "PUNCT")]
    return bool(group) and group[0].upos in ("VERB", "AUX") and group[0].feat("VerbForm") == "Fin"


def _names_someone(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Is the one who speaks in the insertion, where the parser ties a subject that stands before it?"""
    if not any(t.index < verb.index for t in sentence.children(verb, "nsubj")):
        return True
    closing = next((t.start for t in sentence.tokens[verb.index + 1 :] if t.text == ","), sentence.end)
    pronoun = any(t.upos == "PRON" and t.text.startswith("-") for t in sentence.tokens[verb.index - 1 : verb.index + 2])
    return pronoun or bool(units(scene, verb.end, closing))


def _group(sentence: Sentence, verb: Token) -> Token:
    """The first word of the verb with its auxiliaries, pronouns and adverbs."""
    helpers = [t.index for t in sentence.children(verb, "aux", "expl", "iobj", "advmod") if 0 < verb.index - t.index <= 4]
    helpers += [t.index for t in sentence.children(verb, "aux") if 0 < verb.index - t.index <= 9]
    place = min([verb.index, *helpers])
    return sentence.tokens[place]


def _subject_before(sentence: Sentence, verb: Token, first: Token, lexicon: Frames) -> bool:
    """Does the verb's own subject stand before it, as no main clause is complete there yet?"""
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < first.index]
    return bool(subjects) and not _clause_before(sentence, first, lexicon)


def _clause_before(sentence: Sentence, first: Token, lexicon: Frames) -> bool:
    """Is there a finite verb before, outside relative clauses? Then the words before are a clause of their own."""
    relative = False
    for token in sentence.tokens[: first.index]:
        if token.text in (",", ";", ":", '"'):
            relative = False
        elif token.text.lower() in lexicon.words["relatives"] and token.upos in ("PRON", "SCONJ"):
            relative = True
        elif token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
            if not relative:
                return True
            relative = False
    return False


def _speaker(scene: Scene, sentence: Sentence, verb: Token, lexicon: Frames) -> Token | None:
    """The clitic of the verb, else the first party named after it, times and places passed over, else what the parser says."""
    near = sentence.tokens[max(0, verb.index - 2) : verb.index + 2]
    clitic = next((t for t in near if t.text.startswith("-") and t.upos == "PRON"), None)
    if clitic is not None:
        return clitic
    limit = next((t.start for t in sentence.tokens[verb.index + 1 :] if t.text in (";", ":")), sentence.end)
    for unit in units(scene, verb.end, min(limit, verb.end + 140)):
        if not is_oblique(scene, verb.end, unit.start):
            inside = [t for t in sentence.tokens if unit.start <= t.start < unit.end]
            return next((t for t in inside if t.upos != "DET"), inside[0] if inside else None)
    after = [
        t for t in sentence.children(verb, "nsubj", "obj", "obl", "appos", "iobj")
        if t.index > verb.index and not sentence.children(t, "case")
    ]  # fmt: skip
    subjects = [t for t in after if t.deprel == "nsubj"]
    if lexicon.forms["subject_first"] and not subjects:
        noun = _noun_after(sentence, verb)
        named = noun is not None and (noun.upos in ("PROPN", "PRON") or noun.lemma in table(scene.language, "institutions")["people"])
        return noun if named and noun is not None and noun.index < verb.index + 5 else None
    if subjects or after:
        return (subjects or after)[0]
    return _noun_after(sentence, verb)


def is_oblique(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a party at `end` stands behind a preposition, the words from `start` on considered."""
    cues = scene.frames.cues
    return bool(cues["oblique"].search(cues["for_his_part"].sub(" ", scene.folded(start, end))))


def _noun_after(sentence: Sentence, verb: Token) -> Token | None:
    for token in sentence.tokens[verb.index + 1 :]:
        if token.upos not in ("DET", "ADJ", "ADV"):
            return token if token.upos in ("NOUN", "PROPN", "PRON") else None
    return None


def _words_before(scene: Scene, sentence: Sentence, first: Token) -> tuple[int, int]:
    end = first.start
    while end > sentence.start and scene.text[end - 1] in " ,\u00a0\u202f-–—":
        end -= 1
    return sentence.start, end
