"""A binding word with what it binds, and the syntax that all rules of binding share: completing infinitives, denial, marks."""

from dataclasses import dataclass

from communique.extract.frames import Frames, frames
from communique.extract.promise_words import cue
from communique.language import clauses
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """A binding word, the head of who is bound (none where nobody is named), and the heads of what is to be done."""

    token: Token
    force: str
    bound: Token | None
    heads: tuple[Token, ...]
    rule: str
    addressed: bool = False
    """Whether `bound` is asked by someone else («appelle X à»)."""


def denied(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is denied; «ne cesser de» and «ne ménager aucun effort» are not."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    if before in cue(sentence, "nor"):
        return True
    verb = sentence.tokens[token.head] if token.deprel == "aux" and token.head >= 0 else token
    kept = (*cue(sentence, "kept_denials"), *cue(sentence, "refused_denials"))
    return clauses.form(sentence, verb).negated and token.lemma not in kept


def mark_of(sentence: Sentence, token: Token) -> str:
    """Give the first word of what marks a phrase, empty where nothing does."""
    return clauses.marker(sentence, token).split(" ")[0]


def infinitives(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Give the infinitives that complete a word, purpose clauses left out."""
    found = []
    for complement in clauses.complements(sentence, token):
        if complement.index < token.index or not (clauses.is_infinitive(complement) or complement.deprel == "conj"):
            continue
        mark = clauses.marker(sentence, complement)
        if mark.startswith(cue(sentence, "purpose_marks")):
            continue
        if clauses.is_infinitive(complement) and not is_fixed(sentence, complement) and not _aside(sentence, complement):
            found.append(complement)
    if any(t.deprel in ("xcomp", "ccomp") for t in found):
        found = [t for t in found if t.deprel != "advcl" or clauses.marker(sentence, t) not in cue(sentence, "behind_purpose")]
    behind = _right_behind(sentence, token)
    if behind and (not found or cue(sentence, "bare_objects") and behind[0].index < found[0].index):
        found = [*behind, *found]
    if found:
        bare = [t for t in sentence.children(token, "conj") if clauses.is_infinitive(t) and t.index > found[0].index]
        rest = [*clauses.series(sentence, found[0]), *bare, *bare_series(sentence, found[0])]
        known = {t.index: t for t in [*_listed_before(sentence, token, found[0]), *found, *rest] if not is_fixed(sentence, t)}
        found = sorted(known.values(), key=lambda t: t.index)
    return tuple(found)


def bare_series(sentence: Sentence, first: Token) -> list[Token]:
    """«to build X, open Y and close Z»: the verbs that share one mark, where the language leaves out the others, by their order."""
    found: list[Token] = []
    for token in sentence.tokens[first.index + 1 :] if cue(sentence, "bare_objects") else ():
        if token.text in (";", ":"):
            break
        place = token.index - 1
        while place > first.index and sentence.tokens[place].upos == "ADV":
            place -= 1
        before = sentence.tokens[place]
        listed = before.text == "," or before.upos == "CCONJ"
        bare = token.upos == "VERB" and token.text.lower() == token.lemma.lower() and not sentence.children(token, "nsubj", "aux", "mark")
        if bare and listed and token.feat("VerbForm") in ("Inf", "Fin"):
            found.append(token)
        elif token.upos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin" and token.subtype != "relcl":
            break
    return found


def _aside(sentence: Sentence, verb: Token) -> bool:
    """Is a verb in -ing only a circumstance («agreed, saying …»), neither led by a preposition nor the verb's own complement?"""
    if verb.feat("VerbForm") != "Ger" or verb.deprel in ("xcomp", "ccomp"):
        return False
    place = verb.index - 1
    while place > 0 and sentence.tokens[place].upos == "ADV":
        place -= 1
    lead = sentence.tokens[place].text.lower() if place >= 0 else ""
    return lead not in cue(sentence, "gerund_leads") and verb.deprel != "conj"


def _listed_before(sentence: Sentence, token: Token, first: Token) -> list[Token]:
    """«s'est engagé, …, à bâtir X, à élargir Y»: what stands before in a row of «, à + infinitive», tied elsewhere."""

    marks = cue(sentence, "list_marks")

    def listed(t: Token) -> bool:
        return t.index > 2 and sentence.tokens[t.index - 1].text.lower() in marks and sentence.tokens[t.index - 2].text == ","

    between = sentence.tokens[token.index + 1 : first.index] if listed(first) else ()
    return [t for t in between if clauses.is_infinitive(t) and listed(t)]


def is_fixed(sentence: Sentence, token: Token) -> bool:
    """Is it no verb of its own («à compter du», «à en croire», «au sortir de»)?"""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    return before in cue(sentence, "fixed_before") or before in cue(sentence, "fixed_led") and token.lemma in cue(sentence, "fixed_verbs")


def _right_behind(sentence: Sentence, token: Token) -> list[Token]:
    """The infinitive right behind a verb, adverbs and «à», «de» between, where the parser tied it elsewhere."""
    second = sentence.tokens[token.index + 2 : token.index + 3]
    if second and _mistagged(sentence, second[0]):
        return second
    for follow in sentence.tokens[token.index + 1 : token.index + 6]:
        if clauses.is_infinitive(follow):
            return [] if is_fixed(sentence, follow) else [follow]
        timed = follow.text.lower() in cue(sentence, "times")
        if not timed and follow.upos not in ("ADV", "ADP", "PRON", "ADJ", "PART") or follow.text.lower() in cue(sentence, "purpose_words"):
            return []
    return []


def _mistagged(sentence: Sentence, token: Token) -> bool:
    """«interest in strengthening trade», «willingness to foster trade»: a verb behind its lead that the parser took for a modifier."""
    lead = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    noun = sentence.head(token)
    if noun is None or noun.index < token.index or lead not in cue(sentence, "gerund_leads"):
        return False
    if token.deprel == "amod" and token.upos == "VERB":
        return token.text.lower().endswith("ing") or lead in cue(sentence, "deed_marks")
    plain = token.text.lower() == token.lemma and token.lemma in frames(sentence.language).actions
    return token.deprel == "compound" and lead in cue(sentence, "deed_marks") and plain


def asked(sentence: Sentence, token: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the infinitives of an appeal from the first on that follows «à» or «de»: «appelle X à faire …, à élargir …»."""
    stop = found[0].index if found else token.index + 18
    for follow in sentence.tokens[token.index + 1 : stop]:
        told = cue(sentence, "bare_clause") and follow.upos == "VERB" and follow.feat("VerbForm") == "Fin"
        behind = sentence.tokens[follow.index + 1].upos if follow.index + 1 < len(sentence.tokens) else ""
        listed = follow.text == "," and sentence.tokens[follow.index - 1].upos == "NOUN" and behind in ("NOUN", "ADJ", "CCONJ")
        if follow.text in (",", ";", ":") and not listed or follow.upos == "AUX" or told:
            break
        opened = clauses.is_infinitive(follow) and sentence.tokens[follow.index - 1].text.lower() in cue(sentence, "deed_marks")
        if opened and not is_fixed(sentence, follow):
            governor = sentence.head(follow)
            tied = governor is not None and governor.upos == "NOUN" and governor.index == follow.index - 2
            if governor is not None and tied and not (token.lemma in cue(sentence, "urging") and _asked_noun(sentence, governor, token)):
                break
            rest = [t for t in (*found, *clauses.series(sentence, follow)) if not is_fixed(sentence, t)]
            return tuple(sorted({t.index: t for t in rest}.values(), key=lambda t: t.index))
    return found


def _asked_noun(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Is a noun before «to» who is asked, or part of it («urged leaders of both countries to»), not «efforts to»?"""
    if noun in objects_of(sentence, verb):
        return True
    above = next((a for a in sentence.ancestors(noun) if a.upos in ("VERB", "AUX")), None)
    return above is verb and noun.lemma not in cue(sentence, "leading_nouns") and bool(cue(sentence, "leading_nouns"))


def misread(sentence: Sentence, token: Token) -> Token | None:
    """«The two presidents called for …»: the subject of a finite past that the parser took for a participle on a root without a verb."""
    noun = sentence.head(token)
    climbed = {"amod": ("nmod", "compound", "amod"), "acl": ("appos", "flat")}.get(token.deprel, ())
    while noun is not None and noun.deprel in climbed:
        noun = sentence.head(noun)
    if noun is None or noun.deprel != "root" or noun.upos not in ("NOUN", "PROPN", "VERB") or token.deprel not in ("acl", "amod"):
        return None
    if noun.upos == "VERB" and noun.feat("VerbForm") != "Inf":
        return None
    if token.subtype == "relcl" or sentence.children(noun, "cop", "aux") or not cue(sentence, "bare_objects"):
        return None
    if noun.index > token.index:
        return next((t for t in sentence.children(noun, "nsubj") if t.index < token.index), None)
    behind = sentence.tokens[token.index + 1 : token.index + 2]
    leads = (*cue(sentence, "appeal_leads"), *cue(sentence, "appeal_to"))
    taken = any(t.upos in ("DET", "PROPN", "PRON") or t.text.lower() in leads for t in behind)
    return noun if taken and behind[0].text.lower() not in cue(sentence, "by_marks") else None


def objects_of(sentence: Sentence, token: Token) -> list[Token]:
    """The objects of a verb; of a misread one, the root that it stands before."""
    found = sentence.children(token, "obj", "iobj")
    root = next((t for t in sentence.tokens if t.deprel == "root"), None)
    behind = root is not None and root.index > token.index and not found and misread(sentence, token) is not None
    return [root] if behind and root is not None else found


def last_of(sentence: Sentence, noun: Token) -> Token:
    """Give the head of a row of nouns («trade cooperation», «a rules - based order»)."""
    governor = sentence.head(noun)
    while noun.deprel in ("compound", "nmod", "amod", "obl") and governor is not None and noun.index < governor.index < noun.index + 5:
        noun, governor = governor, sentence.head(governor)
    return noun


def wanted(sentence: Sentence, token: Token) -> Token | None:
    """Give the verb of «souhaite que l'autre + verb»."""
    for child in sentence.children(token, "ccomp", "acl", "xcomp", "advcl"):
        marked = bool(sentence.children(child, "mark")) and token.upos == "NOUN"
        if child.index > token.index and (child.subtype != "relcl" or marked) and _opens_clause(sentence, child):
            return child
    return _next_clause(sentence, token) if token.upos == "VERB" and cue(sentence, "bare_clause") else None


def _next_clause(sentence: Sentence, token: Token) -> Token | None:
    """The clause right behind a verb («hoped X would join»), where the parser tied it to another."""
    for follow in sentence.tokens[token.index + 1 : token.index + 8]:
        if follow.upos == "VERB":
            own = clauses.own_subject(sentence, follow)
            finite = follow.feat("VerbForm") == "Fin" and own is not None and token.index < own.index < follow.index
            return follow if finite and bool(sentence.children(follow, "aux")) else None
        if follow.upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADV", "AUX") and follow.text.lower() != "that":
            return None
    return None


def _opens_clause(sentence: Sentence, verb: Token) -> bool:
    """Is a clause marked as what is wanted («que …», «that …»), or bare where the language leaves the mark out?"""
    mark = clauses.marker(sentence, verb)
    if mark:
        return mark.startswith(cue(sentence, "clause_marks"))
    bare = verb.deprel == "ccomp" and clauses.own_subject(sentence, verb) is not None
    return bare and bool(cue(sentence, "bare_clause"))


def binding_clause(
    sentence: Sentence, token: Token, verb: Token, force: str, lexicon: Frames, *, of_things: bool = False
) -> Trigger | None:
    """Give what «que» and a clause ask of its subject: «suggère que les deux parties promeuvent …»; of things where that binds too."""
    heads: tuple[Token, ...] = (verb,)
    if verb.lemma in lexicon.light_verbs:
        heads = infinitives(sentence, verb) or heads
    further = [t for t in clauses.conjuncts(sentence, verb) if t is not verb and t.upos == "VERB"]
    for other in further:
        heads = (*heads, *((infinitives(sentence, other) if other.lemma in lexicon.light_verbs else ()) or (other,)))
    if any(h.upos not in ("VERB", "AUX") or h.lemma in cue(sentence, "no_wanted_deed") for h in heads):
        return None
    before = sentence.tokens[verb.index - 1]
    bound = clauses.own_subject(sentence, verb) or (before if before.upos == "PROPN" and before.head == verb.index else None)
    if bound is None or clauses.form(sentence, verb).passive and not of_things:
        return None
    return Trigger(token, force, bound, heads, "wanted", addressed=True)


def under(sentence: Sentence, token: Token, lemmas: tuple[str, ...]) -> bool:
    """Tell whether a word stands under one of some verbs («refused to», «accused of»); a verb joined to such a one does not."""
    joined = token.deprel == "conj"
    for governor in sentence.ancestors(token):
        if not joined and governor.lemma in lemmas:
            return True
        joined = governor.deprel == "conj"
    return False


def reported(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb stands in a clause that another verb reports («a dit que …», «said it would …»)."""
    near = sentence.tokens[max(0, token.index - 8) : token.index]
    marked = token.deprel == "conj" or any(t.text.lower() in cue(sentence, "clause_words") for t in near)
    return marked and any(a.upos == "VERB" for a in sentence.ancestors(token))


def is_embedded(sentence: Sentence, token: Token, lexicon: Frames) -> bool:
    """Tell whether a word stands in an indirect question or a condition, or under «accuser»: nothing is bound there."""
    embedding = cue(sentence, "embedding")
    for before in reversed(sentence.tokens[max(0, token.index - 9) : token.index]):
        if before.lemma in embedding or before.text.lower() in embedding:
            return True
        if before.text in (",", ";", ":", '"'):
            return False
        if before.text.lower() in cue(sentence, "conditions") and before.upos == "SCONJ":
            return True
    return False
