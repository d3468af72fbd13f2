"""Verbs that get tense and mood from a helper («will meet», «did not sign»): the helper's features are given to the verb too.

So «will meet» is a future like «rencontrera», and only a verb with «to» or after a preposition counts as an infinitive. The
helpers are data (`helpers.toml`); a language whose verbs inflect has none.
"""

from functools import lru_cache

from communique.language.inflection import readings
from communique.language.inflection_tables import tables
from communique.language.insertions import rejoin
from communique.language.packs import PACKS, table
from communique.language.tokens import Token


@lru_cache(maxsize=8)
def _made(language: str) -> dict[str, str]:
    """Lemma of a helper → the features it gives; empty where it gives its own."""
    if not (PACKS / language / "helpers.toml").exists():
        return {}
    rows = table(language, "helpers")["helpers"]
    return {lemma: feats for feats, lemmas in rows.items() for lemma in lemmas}


def finish(tokens: list[Token], language: str) -> list[Token]:
    """Give helpers and their verbs the features of the whole, in place; verbs joined to such a verb too. The same list."""
    rejoin(tokens, language)
    made = _made(language)
    if not made:
        return tokens
    _find_verbs(tokens, language, made)
    _find_main(tokens, language)
    for helper in tokens:
        if helper.upos == "AUX" and helper.deprel == "aux" and helper.lemma in made:
            feats = made[helper.lemma] or helper.feats
            helper.feats = feats
            _give(tokens[helper.head], feats)
    for token in tokens:
        if token.deprel == "conj" and token.feat("VerbForm") == "Inf" and not _helped(tokens, token):
            head = tokens[token.head]
            if "VerbForm=Fin" in head.feats and _helped(tokens, head):
                _give(token, head.feats)
    _name_deeds(tokens)
    _tell_past(tokens)
    _join_verbs(tokens, language)
    _find_predicate(tokens)
    return tokens


def _find_verbs(tokens: list[Token], language: str, made: dict[str, str]) -> None:
    """«demanded that X abandon its plan», «Oman and Qatar intend to»: a word with a mark, helper or subject and an object or
    complement of its own is a verb, whatever the tagger took it for.
    """
    for token in tokens:
        placed = token.deprel in ("root", "ccomp", "advcl", "xcomp", "acl", "conj", "parataxis")
        if not placed or token.upos not in ("NOUN", "ADJ", "PROPN", "ADP", "ADV", "X") or token.text[:1].isupper():
            continue
        own = {t.deprel for t in tokens if t.head == token.index}
        known = {f.feats: f for f in readings(token.text, language)}
        helped = any(t.head == token.index and t.deprel == "aux" and t.lemma in made for t in tokens) and "cop" not in own
        form = known.get("VerbForm=Inf") if {"mark", "obj"} <= own or helped else None
        if form is None and {"nsubj", "xcomp"} <= own:
            form = known.get("Mood=Ind|Tense=Pres|VerbForm=Fin")
        if form is not None:
            token.upos, token.lemma, token.feats = "VERB", form.lemma, form.feats


def _find_main(tokens: list[Token], language: str) -> None:
    """«Sweden plans to open a port», «welcomes it and backs the plan»: a verb that looks like a plural and was taken for one."""
    told = any(t.feat("VerbForm") == "Fin" for t in tokens)
    for token in tokens[1:-1]:
        before, after = tokens[token.index - 1], tokens[token.index + 1]
        form = next((f for f in readings(token.text, language) if "Person=3" in f.feats), None) if token.upos == "NOUN" else None
        if form is None or not _opens_object(tokens, after):
            continue
        if not told and token.head < 0 and before.text[:1].isupper() and before.head == token.index and after.text.lower() != "of":
            before.deprel, before.subtype = "nsubj", ""
            token.upos, token.lemma, token.feats, told = "VERB", form.lemma, form.feats, True
            for child in tokens:
                if child.head == token.index and child.deprel == "acl":
                    child.deprel, child.subtype = "xcomp", ""
        elif told and before.upos == "CCONJ" and token.deprel == "conj" and after.text.lower() != "to":
            token.upos, token.lemma, token.feats = "VERB", form.lemma, form.feats
            token.head = next((t.index for t in tokens[: token.index] if t.head < 0), token.head)


def _opens_object(tokens: list[Token], after: Token) -> bool:
    """Can a word behind a noun only stand there if the noun is a verb: «to», an article, «its», an adjective before a noun?"""
    if after.text.lower() == "to" and after.upos == "PART" or after.upos == "DET" or after.feat("Poss") == "Yes":
        return True
    follow = tokens[after.index + 1] if after.index + 1 < len(tokens) else None
    return after.upos == "ADJ" and follow is not None and follow.upos in ("NOUN", "PROPN", "ADJ")


def _find_predicate(tokens: list[Token]) -> None:
    """«The commanders agreed to leave.» read as «commanders who were agreed»: the participle is the past tense, the noun its subject."""
    root = next((t for t in tokens if t.head < 0), None)
    if root is None or tokens[-1].text not in (".", '"') or any(t.deprel == "cop" for t in tokens):
        return
    subjects = [t for t in tokens if t.head == root.index and t.deprel == "nsubj" and t.upos in ("NOUN", "PROPN")]
    noun = root if root.upos in ("NOUN", "PROPN") else subjects[0] if len(subjects) > 1 and subjects[-1].index < root.index else None
    fronted = [t for t in tokens if t.head == root.index and t.deprel == "appos" and t.upos in ("NOUN", "PROPN")]
    if (
        fronted
        and not any(t.feat("VerbForm") == "Fin" for t in tokens[: fronted[0].index])
        and tokens[fronted[0].index - 1].upos != "PUNCT"
    ):
        noun = fronted[0]
    acl = [t for t in tokens if noun and t.head == noun.index and t.deprel == "acl" and t.index > noun.index and t.feat("Tense") == "Past"]
    verb = acl[0] if acl else None
    if noun is None or verb is None or verb.feat("VerbForm") != "Part" or tokens[verb.index - 1].text == ",":
        return
    own = [t for t in tokens if t.head == verb.index and t.index > verb.index]
    told = "obj", "xcomp", "ccomp", "advcl"
    if any(t.deprel in told for t in own) and not any(t.subtype == "agent" for t in own):
        _raise_verb(tokens, noun, verb)


def _raise_verb(tokens: list[Token], noun: Token, verb: Token) -> None:
    """Put a verb where its subject stood, and hang on it what came after."""
    if noun.deprel == "appos":
        above = tokens[noun.head]
        verb.head, verb.deprel, above.head, above.deprel, above.subtype = -1, "root", verb.index, "obl", ""
    else:
        verb.head, verb.deprel = (noun.head, "ccomp") if noun.head >= 0 else (-1, "root")
    verb.subtype, verb.feats = "", "Mood=Ind|Tense=Past|VerbForm=Fin"
    noun.head, noun.deprel, noun.subtype = verb.index, "nsubj", ""
    for token in tokens:
        if token.head == noun.index and token.index > verb.index:
            token.head = verb.index


def _join_verbs(tokens: list[Token], language: str) -> None:
    """«praised the mission and expressed support»: behind «and» a past form that is never an adjective is the second verb."""
    known = tables(language).never_adjectives
    for token in tokens[2:]:
        place = token.index - 1
        while place > 0 and tokens[place].upos == "ADV":
            place -= 1
        noun = tokens[token.head] if token.deprel == "amod" and token.upos == "VERB" and token.feat("Tense") == "Past" else None
        if noun is None or noun.index < token.index or token.lemma not in known or tokens[place].upos != "CCONJ" or noun.head < 0:
            continue
        above = tokens[noun.head]
        if above.upos == "VERB" and above.index < place and above.feats == _PAST:
            token.head, token.deprel, token.subtype, token.feats = above.index, "conj", "", _PAST
            noun.head, noun.deprel, noun.subtype, tokens[place].head = token.index, "obj", "", token.index


def _tell_past(tokens: list[Token]) -> None:
    """A past participle with a subject and no helper («the sides then signed») is the past tense, which looks the same; so is one
    that is joined to a past tense.
    """
    for token in tokens:
        if token.upos != "VERB" or token.feat("Tense") != "Past" or token.feat("VerbForm") != "Part":
            continue
        own = [t for t in tokens if t.head == token.index]
        if any(t.deprel in ("aux", "cop") for t in own):
            continue
        active = not any(t.subtype == "agent" for t in own)
        head = tokens[token.head] if token.deprel == "conj" else None
        alike = head is not None and head.upos == "VERB" and head.feats == _PAST and not _helped(tokens, head)
        if active and any(t.deprel == "nsubj" and not t.subtype for t in own) or alike and not any(t.subtype == "pass" for t in own):
            token.feats = _PAST


_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def _name_deeds(tokens: list[Token]) -> None:
    """Mark forms in -ing that name a deed as such: behind a preposition, as the complement of a verb, or joined to such a form."""
    for token in tokens:
        if token.upos == "VERB" and token.feat("Tense") == "Pres" and token.feat("VerbForm") == "Part":
            led = any(
                t.head == token.index and t.deprel in ("mark", "case") and t.upos in ("SCONJ", "ADP", "PART") for t in tokens[: token.index]
            )
            joined = token.deprel == "conj" and tokens[token.head].feat("VerbForm") == "Ger"
            if (led or joined or token.deprel == "xcomp") and not any(t.head == token.index and t.deprel == "aux" for t in tokens):
                token.feats = "VerbForm=Ger"


def _give(verb: Token, feats: str) -> None:
    if verb.feat("VerbForm") == "Inf":
        verb.feats = feats


def _helped(tokens: list[Token], verb: Token) -> bool:
    """Has it a helper, a copula or a mark («to») of its own?"""
    return any(t.head == verb.index and t.deprel in ("aux", "cop", "mark") and t.index < verb.index for t in tokens)
