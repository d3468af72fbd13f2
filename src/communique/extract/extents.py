"""How far the words of a phrase reach, read off their order: what a person would quote, not what one parse tied together.

A phrase runs over its modifiers, lists and relative clauses; it ends before the next deed, a purpose, a circumstance, a
speaker's insertion or a new main clause.
"""

from communique.extract.promise_words import cue, shape
from communique.language import clauses
from communique.language.tokens import Sentence, Token

_CLOSING = {"(": ")", "[": "]"}


def start_of(sentence: Sentence, head: Token, floor: int) -> int:
    """Give where a noun phrase begins: its determiners and adjectives, not before token `floor`."""
    place = head.index
    while place - 1 > floor and (_belongs(sentence, sentence.tokens[place - 1], head) or _hyphenated(sentence, place, floor)):
        if sentence.tokens[place].upos == "DET" and sentence.tokens[place - 1].upos != "DET":
            break
        place -= 1
    if place - 2 > floor and [t.upos for t in sentence.tokens[place - 2 : place + 1]] == ["ADJ", "CCONJ", "ADJ"]:
        place -= 2
    opened = sum(t.text == '"' for t in sentence.tokens[:place]) % 2
    if place - 1 > floor and opened and sentence.tokens[place - 1].text == '"':
        place -= 1
    return sentence.tokens[place].start


def _hyphenated(sentence: Sentence, place: int, floor: int) -> bool:
    """Does a word joined by hyphens stand before («high-level contacts»)?"""
    behind, word = sentence.tokens[place - 1], sentence.tokens[place - 2]
    return in_word(sentence, behind) or place - 2 > floor and in_word(sentence, word) and behind.upos in ("NOUN", "ADJ", "VERB")


def _belongs(sentence: Sentence, token: Token, head: Token) -> bool:
    """Does a word before a noun belong to its phrase: determiner, adjective, number, or a noun that modifies it?"""
    if token.upos in ("DET", "ADJ", "NUM"):
        return True
    inside = token.deprel == "compound" and token.index < token.head <= head.index
    return inside or token.head == head.index and token.deprel in ("nmod", "amod")


def end_of(sentence: Sentence, folded: str, head: Token, limit: int, *, clause: bool = False) -> int:
    """Give where the phrase of `head` ends, `limit` at most; `folded` is the document. A clause keeps its purpose and deeds."""
    place, last, relative = head.index + 1, head, False
    while place < len(sentence.tokens):
        token = sentence.tokens[place]
        if token.start >= limit:
            break
        after = folded[token.start : min(limit, token.start + 60)]
        if token.text in _CLOSING or token.text == '"':
            closing = _closing(sentence, place, limit)
            if closing is None and token.text == '"' and _opened_with(sentence, head):
                closing = place
            if closing is None:
                break
            last, place = sentence.tokens[closing], closing + 1
            continue
        if token.text == "," and not _goes_on(sentence, folded, place, limit, clause=clause):
            break
        relative = relative and token.text != "," or token.text.lower() in cue(sentence, "relatives")
        if _stops(sentence, token, after, relative=relative, clause=clause):
            break
        if token.upos not in ("PUNCT", "CCONJ", "ADP", "DET") and token.upos != "SCONJ":
            last = token
        place += 1
    return max(last.end, head.end)


def _opened_with(sentence: Sentence, head: Token) -> bool:
    """Does a quotation begin with the phrase itself?"""
    place = head.index - 1
    while place >= 0 and sentence.tokens[place].upos in ("DET", "ADJ", "NUM"):
        place -= 1
    return place >= 0 and sentence.tokens[place].text == '"'


def _closing(sentence: Sentence, place: int, limit: int) -> int | None:
    """The token that closes a bracket or quotation mark opened at `place`, before the limit."""
    sign = _CLOSING.get(sentence.tokens[place].text, '"')
    if sign == '"' and sum(t.text == '"' for t in sentence.tokens[:place]) % 2:
        return None
    return next((t.index for t in sentence.tokens[place + 1 :] if t.text == sign and t.start < limit), None)


def _stops(sentence: Sentence, token: Token, after: str, *, relative: bool, clause: bool) -> bool:
    if token.text in (";", ":", "?", "!", ")", "]", "…"):
        return True
    if token.text in ("-", "–", "—") and not in_word(sentence, token):
        return not shape(sentence, "listing").match(after.lstrip("-–— "))
    if shape(sentence, "circumstance").match(after) and not relative:
        return True
    if not clause and shape(sentence, "purpose").match(after):
        return True
    if token.upos == "CCONJ" or token.text.lower() in cue(sentence, "also"):
        return _new_deed(sentence, token.index + (1 if token.upos == "CCONJ" else 2), clause=clause)
    if token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
        return not relative and (not clause or token.deprel == "root")
    if not clause and clauses.is_infinitive(token):
        return False
    return not clause and token.text.lower() in cue(sentence, "object_purpose") and _infinitive_next(sentence, token.index + 1)


def in_word(sentence: Sentence, hyphen: Token) -> bool:
    """Does a hyphen stand inside a word («war-torn», «rules-based»)?"""
    around = sentence.tokens[hyphen.index - 1 : hyphen.index + 2] if hyphen.index and hyphen.text in "-–" else []
    return len(around) == 3 and around[0].end == hyphen.start and hyphen.end == around[2].start


def _infinitive_next(sentence: Sentence, place: int) -> bool:
    while place < len(sentence.tokens) and sentence.tokens[place].upos in ("ADV", "PRON"):
        place += 1
    return place < len(sentence.tokens) and clauses.is_infinitive(sentence.tokens[place])


def _new_deed(sentence: Sentence, place: int, *, clause: bool) -> bool:
    """Does a conjunction join a further deed or main clause, not a further noun?"""
    while place < len(sentence.tokens) and sentence.tokens[place].upos == "ADV":
        place += 1
    if place >= len(sentence.tokens):
        return True
    token = sentence.tokens[place]
    if token.upos in ("ADP", "PART", "SCONJ") and token.text.lower() in cue(sentence, "deed_leads"):
        return not clause and _infinitive_next(sentence, place + 1)
    if clauses.is_infinitive(token):
        return not clause
    if token.upos == "SCONJ":
        return not clause
    if token.upos in ("AUX", "PRON"):
        return not clause or token.upos == "AUX" or _finite_follows(sentence, place)
    if token.upos == "VERB" and token.feat("VerbForm") in ("Fin", "Part"):
        return not clause or token.feat("Tense") != "Pres"
    return not clause and _finite_follows(sentence, place)


def _finite_follows(sentence: Sentence, place: int) -> bool:
    """Does a finite verb come before the next comma or conjunction, outside a relative clause?"""
    for token in sentence.tokens[place:]:
        if token.text in (",", ";", ":") or token.upos == "CCONJ" or token.text.lower() in cue(sentence, "relatives"):
            return False
        if token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
            return True
    return False


def _goes_on(sentence: Sentence, folded: str, place: int, limit: int, *, clause: bool) -> bool:
    """Does a list or an insertion follow a comma, so that the phrase goes on?"""
    if place + 1 >= len(sentence.tokens) or sentence.tokens[place + 1].start >= limit:
        return False
    token = sentence.tokens[place + 1]
    after = folded[token.start : min(limit, token.start + 60)]
    if shape(sentence, "listing").match(after):
        return True
    if shape(sentence, "circumstance").match(after) or token.upos in ("AUX", "PRON", "SCONJ") or token.feat("Tense") == "Pres":
        return clause and token.text.lower() in cue(sentence, "relatives")
    if token.upos == "CCONJ":
        return not _new_deed(sentence, place + 2, clause=clause)
    if clause:
        return True
    if (
        token.upos == "ADP"
        and token.text.lower() in (*cue(sentence, "deed_leads"), *cue(sentence, "purpose_words"))
        and _infinitive_next(sentence, place + 2)
    ):
        return False
    if clauses.is_infinitive(token) or shape(sentence, "purpose").match(after) or token.upos in ("VERB", "ADV"):
        return False
    return not _finite_follows(sentence, place + 1)
