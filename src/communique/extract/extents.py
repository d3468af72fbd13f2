"""How far the words of a phrase reach, read off their order: what a person would quote, not what one parse tied together.

A phrase runs over its modifiers, lists and relative clauses; it ends before the next deed, a purpose, a circumstance, a
speaker's insertion or a new main clause.
"""

import re

from communique.language import clauses
from communique.language.tokens import Sentence, Token

_PURPOSE = re.compile(
    r"(?:afin (?:de |d'|que )|en vue (?:de |d'|du )|de (?:maniere|facon|sorte) (?:a|que)\b|dans le but d|pour (?:que|qu')\b)"
)
_CIRCUMSTANCE = re.compile(
    r"(?:lors d|a l'issue d|au cours d'(?:un|une)\b|au terme d|en marge d|a l'occasion d|en presence d|alors (?:que|qu')|tandis (?:que|qu')"
    r"|dans (?:un|une) (?:communique|message|declaration|entretien|interview|discours|tweet)\b|avant d"
    r"|apres (?:avoir|etre|que|qu'|un|une|sa|son|leur)\b|selon |d'apres |comme (?:l'|le |la |les )|sans (?:que|qu')|bien (?:que|qu')"
    r"|car |mais |a indique|a-t-)"
)
_LISTING = re.compile(
    r"(?:notamment|ainsi que|y compris|dont |comme |en particulier|particulierement|surtout|tels? que|telles? que|a savoir|nommement|soit )"
)
_RELATIVES = {
    "qui",
    "que",
    "qu'",
    "dont",
    "où",
    "auquel",
    "auxquels",
    "auxquelles",
    "duquel",
    "laquelle",
    "lequel",
    "lesquels",
    "lesquelles",
}
_CLOSING = {"(": ")", "[": "]"}


def start_of(sentence: Sentence, head: Token, floor: int) -> int:
    """Give where a noun phrase begins: its determiners and adjectives, not before token `floor`."""
    place = head.index
    while place - 1 > floor and sentence.tokens[place - 1].upos in ("DET", "ADJ", "NUM"):
        if sentence.tokens[place].upos == "DET" and sentence.tokens[place - 1].upos != "DET":
            break
        place -= 1
    opened = sum(t.text == '"' for t in sentence.tokens[:place]) % 2
    if place - 1 > floor and opened and sentence.tokens[place - 1].text == '"':
        place -= 1
    return sentence.tokens[place].start


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
        relative = relative and token.text != "," or token.text.lower() in _RELATIVES
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
    if token.text in ("-", "–", "—"):
        return not _LISTING.match(after.lstrip("-–— "))
    if _CIRCUMSTANCE.match(after) and not relative:
        return True
    if not clause and _PURPOSE.match(after):
        return True
    if token.upos == "CCONJ" or token.text.lower() == "ainsi":
        return _new_deed(sentence, token.index + (1 if token.upos == "CCONJ" else 2), clause=clause)
    if token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
        return not relative and (not clause or token.deprel == "root")
    if not clause and clauses.is_infinitive(token):
        return False
    return not clause and token.text.lower() == "pour" and _infinitive_next(sentence, token.index + 1)


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
    if token.upos == "ADP" and token.text.lower() in ("à", "de", "d'", "pour"):
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
        if token.text in (",", ";", ":") or token.upos == "CCONJ" or token.text.lower() in _RELATIVES:
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
    if _LISTING.match(after):
        return True
    if _CIRCUMSTANCE.match(after) or token.upos in ("AUX", "PRON", "SCONJ") or token.feat("Tense") == "Pres":
        return clause and token.text.lower() in _RELATIVES
    if token.upos == "CCONJ":
        return not _new_deed(sentence, place + 2, clause=clause)
    if clause:
        return True
    if token.upos == "ADP" and token.text.lower() in ("à", "de", "d'", "pour", "afin") and _infinitive_next(sentence, place + 2):
        return False
    if clauses.is_infinitive(token) or _PURPOSE.match(after) or token.upos in ("VERB", "ADV"):
        return False
    return not _finite_follows(sentence, place + 1)
