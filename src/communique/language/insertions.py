"""Verbs parted from their helper by an insertion («a, pour sa part, appelé», «has, in turn, called»): parsers take the helper for the
verb. Helper, verb and what hangs on them are tied together again; which phrases stand between is data (`verbs.toml`).
"""

from functools import lru_cache

from communique.language.folding import fold
from communique.language.inflection import Form, readings
from communique.language.packs import table
from communique.language.tokens import Token

_REACH = 14
"""How many words an insertion between commas may have."""
_FREED = ("nsubj", "obj", "iobj", "obl", "advmod", "expl", "xcomp", "ccomp", "conj", "advcl", "parataxis")
_REFLEXIVES = ("se", "s'")


@lru_cache(maxsize=8)
def _phrases(language: str) -> tuple[tuple[str, ...], ...]:
    """The inserted phrases as words, the longest first."""
    found = [tuple(fold(phrase).replace("'", "' ").split()) for phrase in table(language, "verbs")["words"].get("inserted", [])]
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def rejoin(tokens: list[Token], language: str) -> list[Token]:
    """Tie verbs to helpers that stand before an insertion, in place; give helpers' dependents to their verbs. The same list."""
    helping = set(table(language, "verbs")["words"]["auxiliaries"])
    for helper in tokens:
        if helper.lemma not in helping or helper.upos not in ("AUX", "VERB") or helper.feat("VerbForm") != "Fin":
            continue
        found = _parted(tokens, helper, language)
        if found is not None:
            _tie(tokens, helper, *found)
        if helper.deprel == "aux" and helper.head >= 0:
            for token in tokens:
                if token.head == helper.index and token.deprel in _FREED and tokens[helper.head].upos in ("VERB", "AUX"):
                    token.head = helper.head
    return tokens


def _parted(tokens: list[Token], helper: Token, language: str) -> tuple[Token, Form] | None:
    """Give the participle behind an insertion, and its reading; None where nothing is inserted or no participle follows."""
    place, inserted = helper.index + 1, False
    while place < len(tokens):
        behind = _insertion(tokens, place, language)
        if behind:
            place, inserted = behind, True
        elif tokens[place].upos == "ADV" and tokens[place].text != ",":
            place += 1
        else:
            break
    if not inserted or place >= len(tokens):
        return None
    form = next((f for f in readings(tokens[place].text, language) if "Tense=Past|VerbForm=Part" in f.feats), None)
    return (tokens[place], form) if form is not None else None


def _insertion(tokens: list[Token], place: int, language: str) -> int:
    """Where the words go on behind an insertion that begins here: between two commas, or a phrase of the list; else 0."""
    if tokens[place].text == ",":
        for token in tokens[place + 1 : place + _REACH]:
            if token.text == ",":
                return token.index + 1
            if token.feat("VerbForm") == "Fin" or token.text in (";", ":", '"'):
                return 0
        return 0
    first = fold(tokens[place].text)
    for words in _phrases(language):
        if words[0] == first and tuple(fold(t.text) for t in tokens[place : place + len(words)]) == words:
            return place + len(words)
    return 0


def _tie(tokens: list[Token], helper: Token, verb: Token, form: Form) -> None:
    """Make a participle the head where its helper was, all dependents of which are its own then."""
    if helper.head == verb.index and helper.deprel == "aux" and verb.upos == "VERB":
        return
    verb.upos, verb.lemma, verb.feats = "VERB", form.lemma, form.feats
    if not _above(tokens, verb, helper):
        verb.head, verb.deprel, verb.subtype = helper.head, helper.deprel, helper.subtype
    for token in tokens:
        if token.head == helper.index and token is not verb:
            token.head = verb.index
    near = [t.text.lower() for t in tokens[max(0, helper.index - 2) : helper.index]]
    passive = helper.lemma in ("être", "be") and not set(_REFLEXIVES) & set(near)
    helper.head, helper.deprel, helper.subtype, helper.upos = verb.index, "aux", "pass" if passive else "tense", "AUX"


def _above(tokens: list[Token], verb: Token, helper: Token) -> bool:
    """Does the helper hang on the verb already, near or far?"""
    head, steps = helper.head, 0
    while head >= 0 and steps < len(tokens):
        if head == verb.index:
            return True
        head, steps = tokens[head].head, steps + 1
    return False
