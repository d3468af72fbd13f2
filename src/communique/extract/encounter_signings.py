"""Signings and who took part: «X et Y ont signé un accord», «signé par les présidents X et Y», «ont assisté à la signature de».

Where ministers without a name sign, those in whose presence they did take part, else the two states. Refuses documents that are
merely said to be signed (no signer, no witness), and what is only to be signed.
"""

import re
from dataclasses import replace

from communique.extract.encounter_parties import row_before, subject_of
from communique.extract.encounter_words import Cue, Parties, Site
from communique.extract.referents import representatives
from communique.extract.units import people, row
from communique.language import clauses
from communique.language.tokens import Token
from communique.records.parts import Party


def signing_cue(site: Site) -> Cue | None:
    """Give the signing that a verb tells of, finite or participle."""
    sentence, token = site.sentence, site.token
    form = clauses.form(sentence, token)
    if form.mood == "Inf" or not _of_a_document(site):
        return None
    if _is_participle(site):
        who = _agents(site) or witnesses(site)
        return site.made("signing", who, "verb-of-signing", least=2) if _of_two_states(who) else None
    if not (form.perfect or form.passive or form.tense in ("Pres", "Past")):
        return None
    who = (
        _agents(site) if form.passive else (*(site.subject() or row_before(site.scene, site.sentence, site.token)), *site.after("avec", 80))
    )
    if token.lemma == "conclure" and len(who) < 2:
        return None
    if not people(who):
        who = witnesses(site) or who or _two_sides(site)
    cue = site.made("signing", who, "verb-of-signing", least=1)
    further = site.words.patterns["further"].search(site.before)
    return replace(cue, definite=True) if cue is not None and further else cue


def witnessed_cue(site: Site) -> Cue | None:
    """«les deux chefs de gouvernement ont assisté à la signature de …»."""
    verb = site.governor()
    if verb is None or verb.lemma not in site.words.witnessing or not clauses.form(site.sentence, verb).perfect:
        return None
    if clauses.form(site.sentence, verb).negated or not site.words.patterns["document_signing"].search(site.rest):
        return None
    who = people(subject_of(site.scene, site.sentence, verb, site.focus))
    return site.made("signing", who, "noun-of-signing", least=2) if _of_two_states(who) else None


def witnesses(site: Site) -> Parties:
    """Give in whose presence something was signed: «sous l'œil des deux chefs d'État»; empty where nobody is named."""
    match = site.words.patterns["witnesses"].search(site.folded)
    if match is None:
        return ()
    end = site.sentence.start + match.end()
    named = people(row(site.scene, end, site.sentence.end, gap=20))
    if named:
        return named
    both = re.match(r" (?:deux )?(chefs d'etat|presidents|chefs de gouvernement|premiers ministres|dirigeants)", site.folded[match.end() :])
    if both is None:
        return ()
    found = people(representatives(site.scene, site.sentence, _HEADS[both[1]]))
    return found or people(representatives(site.scene, site.scene.sentences[-1], _HEADS[both[1]]))


_HEADS = {
    "chefs d'etat": ("head-of-state",), "presidents": ("head-of-state",), "chefs de gouvernement": ("head-of-government",),
    "premiers ministres": ("head-of-government",), "dirigeants": ("head-of-state", "head-of-government"),
}  # fmt: skip


def _is_participle(site: Site) -> bool:
    helped = site.sentence.children(site.token, "aux", "cop")
    shared = site.token.deprel == "conj" and clauses.form(site.sentence, site.token).perfect
    return not helped and not shared and bool(site.words.patterns["signed"].fullmatch(site.scene.folded(site.token.start, site.token.end)))


def _of_a_document(site: Site) -> bool:
    """Is what was signed a document: the object, a passive's subject, the noun that a participle stands with?"""
    sentence, token, pattern = site.sentence, site.token, site.words.patterns["document_signing"]
    form = clauses.form(sentence, token)
    if _is_participle(site):
        return _with_a_document(site)
    objects = [t for t in sentence.children(token, "obj", "nsubj") if t.deprel == "obj" or t.subtype == "pass" or form.passive]
    if not objects and not form.passive:
        behind = re.split(r"[.;:]", site.scene.folded(token.end, sentence.end))[0]
        starts = [led.end() for led in _OBJECTS.finditer(behind)]
        return any(pattern.match(behind, at) or pattern.match(behind, behind.find(" ", at) + 1) for at in starts)
    return any(_names_a_document(site, t) for t in objects)


def _names_a_document(site: Site, head: Token) -> bool:
    """Is a document the head of a phrase, or what a number of it is: «une série d'accords»?"""
    pattern, words = site.words.patterns["document_signing"], site.scene.folded(head.start, clauses.span(site.sentence, head)[1])
    several = site.words.patterns["a_number_of"].match(words)
    return bool(pattern.match(words) or several and pattern.search(words))


_OBJECTS = re.compile(r"(?:^|,) (?:(?:une?|le|la|les|des|plusieurs|deux|trois|quatre|cinq|six|sept|huit|dix|\d+) |l')")


def _with_a_document(site: Site) -> bool:
    """«un accord signé …», «Signés la veille …, ces textes touchent à …»."""
    sentence, token, pattern = site.sentence, site.token, site.words.patterns["document_signing"]
    if token.index < 2:
        head = sentence.head(token)
        return head is not None and head.index > token.index and bool(pattern.search(site.scene.folded(token.end, head.start)))
    near = site.scene.folded(max(sentence.start, token.start - 40), token.start)
    found = list(pattern.finditer(near))
    return bool(found) and not re.search(r"[,;:.]", near[found[-1].end() :])


def _agents(site: Site) -> Parties:
    """Whom «par» names behind the verb, the states where it is ministers without a name."""
    named = site.after("par(?: les?)?", 110) or _as_written(site)
    if named or not re.search(r"\bpar (?:les|leurs) (?:\w+ ){1,4}?(?:des|de leurs) deux (?:pays|etats|parties|gouvernements)", site.folded):
        return named
    return () if witnesses(site) else _two_sides(site)


def _as_written(site: Site) -> Parties:
    """Two names that nothing else in the text explains: «signée en 1998 par Berta Lopes et John Mwangi»."""
    match = _TWO_NAMES.search(site.scene.text[site.token.end : min(site.sentence.end, site.token.end + 110)])
    return tuple(Party(name=n, kind="person") for n in match.groups()) if match else ()


_TWO_NAMES = re.compile(r"^[^.;:]{0,40}\bpar ((?:[A-Z][\w-]+)(?: [A-Z][\w-]+)+) et ((?:[A-Z][\w-]+)(?: [A-Z][\w-]+)+)")


def _two_sides(site: Site) -> Parties:
    """The two states, where the subject is someone of theirs: «les ministres des deux pays», «les deux délégations»."""
    if not site.words.patterns["two_sides"].search(site.folded):
        return ()
    pair = site.scene.pair_at(site.sentence)
    return site.scene.states(pair) if len(pair) == 2 else ()


def _of_two_states(who: Parties) -> bool:
    return len({p.state for p in who if p.state}) > 1 or len({p.name for p in who if p.state is None}) > 1
