"""Words reported before their verb: «…, a déclaré le ministre». The words' order decides, for parsers often err here."""

import re

from communique.extract.contents import trimmed_end
from communique.extract.scene import Scene
from communique.extract.units import units
from communique.language import clauses
from communique.language.tokens import Sentence, Token

_BEFORE = (",", '"', "'", "-", "–", "—", "?", "!", "…")
_RELATIVES = ("qui", "que", "qu'", "dont", "où")
_OBLIQUE = re.compile(
    r"\b(?:a|au|aux|en|dans|devant|de|du|des|avec|pour|par|d'|sur|lors|entre|contre) ?"
    r"(?:la |le |les |l'|un |une |son |sa |ses |leur )?(?:\w+ )?$"
)
_FOR_HIS_PART = re.compile(
    r" (?:pour (?:sa|leur) part|de (?:son|leur) cote|a (?:son|leur) tour|a cette occasion|a ce propos|dans un communique"
    r"|devant (?:les journalistes|la presse|les medias)),? ?"
)


def inverted(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Token, tuple[int, int]] | None:
    """Give the head of the speaker's phrase and the words before the verb; None where the verb is not inverted."""
    if not clauses.is_finite(sentence, verb):
        return None
    first = _group(sentence, verb)
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is None or before.text not in _BEFORE:
        return None
    inserted = _inserted(sentence, verb, first)
    if not inserted and _subject_before(sentence, verb, first):
        return None
    speaker = _speaker(scene, sentence, verb)
    if speaker is None:
        return None
    if any(_goes_on(sentence, speaker, t) for t in sentence.children(verb, "ccomp")):
        return None
    if inserted:
        return speaker, (sentence.start, trimmed_end(scene, sentence))
    start, end = _words_before(scene, sentence, first)
    return (speaker, (start, end)) if end - start > 3 else None


def _goes_on(sentence: Sentence, speaker: Token, clause: Token) -> bool:
    """Does a «que» clause behind the speaker belong to the verb, no participle («précisant que») between?"""
    if clause.index < speaker.index or not clauses.marker(sentence, clause).startswith("qu"):
        return False
    return not any(t.upos == "VERB" and t.text.lower().endswith("ant") for t in sentence.tokens[speaker.index : clause.index])


def _inserted(sentence: Sentence, verb: Token, first: Token) -> bool:
    """«L'Allemagne, a indiqué Mme X, allouera …»: a report between commas, before the verb of the clause that it splits."""
    if sentence.tokens[first.index - 1].text != "," or _clause_before(sentence, first):
        return False
    closing = next((t for t in sentence.tokens[verb.index + 1 : verb.index + 12] if t.text in (",", ";", ":", '"')), None)
    if closing is None or closing.text != ",":
        return False
    if any(t.feat("VerbForm") == "Fin" or t.upos == "CCONJ" for t in sentence.tokens[verb.index + 1 : closing.index]):
        return False
    group = [t for t in sentence.tokens[closing.index + 1 : closing.index + 5] if t.upos not in ("ADV", "PRON", "PART")]
    return bool(group) and group[0].upos in ("VERB", "AUX") and group[0].feat("VerbForm") == "Fin"


def _group(sentence: Sentence, verb: Token) -> Token:
    """The first word of the verb with its auxiliaries, pronouns and adverbs."""
    helpers = [t.index for t in sentence.children(verb, "aux", "expl", "iobj", "advmod") if 0 < verb.index - t.index <= 4]
    place = min([verb.index, *helpers])
    return sentence.tokens[place]


def _subject_before(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Does the verb's own subject stand before it, as no main clause is complete there yet?"""
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < first.index]
    return bool(subjects) and not _clause_before(sentence, first)


def _clause_before(sentence: Sentence, first: Token) -> bool:
    """Is there a finite verb before, outside relative clauses? Then the words before are a clause of their own."""
    relative = False
    for token in sentence.tokens[: first.index]:
        if token.text in (",", ";", ":", '"'):
            relative = False
        elif token.text.lower() in _RELATIVES and token.upos in ("PRON", "SCONJ"):
            relative = True
        elif token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
            if not relative:
                return True
            relative = False
    return False


def _speaker(scene: Scene, sentence: Sentence, verb: Token) -> Token | None:
    """The clitic of the verb, else the first party named after it, times and places passed over, else what the parser says."""
    near = sentence.tokens[max(0, verb.index - 2) : verb.index + 2]
    clitic = next((t for t in near if t.text.startswith("-") and t.upos == "PRON"), None)
    if clitic is not None:
        return clitic
    limit = next((t.start for t in sentence.tokens[verb.index + 1 :] if t.text in (";", ":")), sentence.end)
    for unit in units(scene, verb.end, min(limit, verb.end + 140)):
        if not is_oblique(scene, verb.end, unit.start):
            return next((t for t in sentence.tokens if t.start >= unit.start and t.upos != "DET"), None)
    after = [
        t for t in sentence.children(verb, "nsubj", "obj", "obl", "appos", "iobj")
        if t.index > verb.index and not sentence.children(t, "case")
    ]  # fmt: skip
    subjects = [t for t in after if t.deprel == "nsubj"]
    if subjects or after:
        return (subjects or after)[0]
    return _noun_after(sentence, verb)


def is_oblique(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a party at `end` stands behind a preposition, the words from `start` on considered."""
    return bool(_OBLIQUE.search(_FOR_HIS_PART.sub(" ", scene.folded(start, end))))


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
