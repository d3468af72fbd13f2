"""Signings and who took part: «X et Y ont signé un accord», «signé par les présidents X et Y», «ont assisté à la signature de».

Where ministers without a name sign, those in whose presence they did take part, else the two states. Refuses documents that are
merely said to be signed (no signer, no witness), and what is only to be signed.
"""

import re
from dataclasses import replace

from communique.extract.encounter_parties import row_before, subject_of
from communique.extract.encounter_words import Cue, Parties, Site, done, under_refusal
from communique.extract.referents import representatives
from communique.extract.units import people, row
from communique.language import clauses
from communique.language.tokens import Token
from communique.records.parts import Party


def signing_cue(site: Site) -> Cue | None:
    """Give the signing that a verb tells of, finite or participle."""
    sentence, token = site.sentence, site.token
    form = clauses.form(sentence, token)
    if form.mood == "Inf" or under_refusal(site) or not _of_a_document(site):
        return None
    if _is_participle(site):
        who = _agents(site) or witnesses(site) or _of_its_name(site)
        return site.made("signing", who, "verb-of-signing", least=2) if _of_two_states(who) else None
    own = clauses.own_subject(sentence, token) is not None
    if not (form.perfect or form.passive or own or form.tense in ("Pres", "Past", "Fut")):
        return None
    who = (
        (_agents(site) or site.after("between", 80))
        if form.passive
        else (*(site.subject() or row_before(site.scene, site.sentence, site.token)), *site.after("with", 80))
    )
    if token.lemma in site.words.lemmas["concluding"] and len(who) < 2:
        return None
    if not people(who):
        who = witnesses(site) or (() if len(who) == 1 else who) or _two_sides(site) or who or _of_its_name(site) or _of_the_relation(site)
    who = _with_the_other(site, who)
    cue = site.made("signing", who, "verb-of-signing", least=1)
    further = site.words.patterns["further"].search(site.before)
    return replace(cue, definite=True) if cue is not None and further else cue


def _with_the_other(site: Site, who: Parties) -> Parties:
    """«India signed two agreements»: one state alone signs with the other of the relation."""
    pair = site.scene.pair_at(site.sentence)
    alone = len(who) == 1 and who[0].kind == "state" and len(pair) == 2 and who[0].state in pair
    return site.scene.states(pair) if alone else who


def witnessed_cue(site: Site) -> Cue | None:
    """«les deux chefs de gouvernement ont assisté à la signature de …»."""
    verb = site.governor()
    if verb is None or verb.lemma not in site.words.lemmas["witnessing"] or not _is_done(site, verb):
        return _told_of_it(site)
    if clauses.form(site.sentence, verb).negated or not site.words.patterns["document_signing"].search(site.rest):
        return None
    who = people(subject_of(site.scene, site.sentence, verb, site.focus))
    return site.made("signing", who, "noun-of-signing", least=2) if _of_two_states(who) else None


def _is_done(site: Site, verb: Token) -> bool:
    """Is a verb done, or an infinitive or gerund beside one that is: «held talks before witnessing the signing»?"""
    above = site.sentence.head(verb)
    bare = verb.feat("VerbForm") in ("Ger", "Inf", "Part") and verb.deprel in ("advcl", "acl", "conj", "xcomp") and above is not None
    return done(clauses.form(site.sentence, verb)) or bare and above is not None and done(clauses.form(site.sentence, above))


def _told_of_it(site: Site) -> Cue | None:
    """«X and Y sealed their ties with the signing of three agreements»: a signing that the main clause tells of as done."""
    verb = site.governor()
    if verb is None and any(t.feat("Tense") in ("Past", "Imp") for t in site.sentence.children(site.token, "cop")):
        pair = site.scene.pair_at(site.sentence)
        documents = site.words.patterns["document_signing"].search(site.rest)
        return site.made("signing", site.scene.states(pair), "noun-of-signing", least=2) if documents and len(pair) == 2 else None
    if verb is None or not _is_done(site, verb) or not site.words.patterns["amid_signing"].search(site.before):
        return None
    if clauses.form(site.sentence, verb).negated or not site.words.patterns["document_signing"].search(site.rest):
        return None
    who = site.after("between", 60) or witnesses(site) or subject_of(site.scene, site.sentence, verb, site.focus)
    if not _of_two_states(who):
        pair = site.scene.pair_at(site.sentence)
        who = site.scene.states(pair) if len(pair) == 2 else ()
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
    behind = site.words.patterns["both_before_title"].sub("", site.folded[match.end() :])
    offices = next((held for title, held in site.words.heads if behind.startswith(title)), None)
    if offices is None:
        return ()
    found = people(representatives(site.scene, site.sentence, offices))
    return found or people(representatives(site.scene, site.scene.sentences[-1], offices))


def _is_participle(site: Site) -> bool:
    helped = site.sentence.children(site.token, "aux", "cop")
    shared = site.token.deprel == "conj" and clauses.form(site.sentence, site.token).perfect
    finite = site.token.feat("VerbForm") == "Fin" or clauses.own_subject(site.sentence, site.token) is not None
    return (
        not finite
        and not helped
        and not shared
        and bool(site.words.patterns["signed"].fullmatch(site.scene.folded(site.token.start, site.token.end)))
    )


def _of_a_document(site: Site) -> bool:
    """Is what was signed a document: the object, a passive's subject, the noun that a participle stands with?"""
    sentence, token, pattern = site.sentence, site.token, site.words.patterns["document_signing"]
    form = clauses.form(sentence, token)
    if _is_participle(site):
        return _with_a_document(site)
    above = sentence.head(token)
    if token.deprel == "acl" and above is not None and _names_a_document(site, above):
        return True
    subject = clauses.subject(sentence, token) if form.passive else None
    if subject is not None and subject.upos == "PRON" and _of_two_states(people(_agents(site))):
        return True
    if _with_a_state(site) or form.passive and _is_told_where_and_when(site):
        return True
    objects = [t for t in sentence.children(token, "obj", "nsubj") if t.deprel == "obj" or t.subtype == "pass" or form.passive]
    if not objects and not form.passive:
        behind = re.split(r"[.;:]", site.scene.folded(token.end, sentence.end))[0]
        starts = [led.end() for led in site.words.patterns["objects"].finditer(behind)]
        return any(pattern.match(behind, at) or pattern.match(behind, behind.find(" ", at) + 1) for at in starts)
    return any(_names_a_document(site, t) for t in objects)


def _with_a_state(site: Site) -> bool:
    """«avait signé avec X une ébauche»: what is signed with a state is a document, whatever it is called."""
    near = site.after("with", 24)
    return bool(near) and near[0].kind == "state" and site.token.lemma in site.words.lemmas["signing"]


def _is_told_where_and_when(site: Site) -> bool:
    """«Le plan fut signé à Z en mai»: what is signed at a place on a day is a document."""
    end = min(site.sentence.end, site.token.end + 50)
    times = [t for t in site.scene.mentions.times if site.token.end <= t.start < end and t.kind == "date"]
    return bool(times and [n for n in site.scene.mentions.names_in(site.token.end, end, "place") if n.key])


def _names_a_document(site: Site, head: Token) -> bool:
    """Is a document the head of a phrase, or what a number of it is: «une série d'accords»?"""
    pattern, words = site.words.patterns["document_signing"], site.scene.folded(head.start, clauses.span(site.sentence, head)[1])
    several = site.words.patterns["a_number_of"].match(words)
    return bool(pattern.match(words) or several and pattern.search(words))


def _with_a_document(site: Site) -> bool:
    """«un accord signé …», «Signés la veille …, ces textes touchent à …»."""
    sentence, token, pattern = site.sentence, site.token, site.words.patterns["document_signing"]
    if token.index < 2:
        head = sentence.head(token)
        return head is not None and head.index > token.index and bool(pattern.search(site.scene.folded(token.end, head.start)))
    near = site.scene.folded(max(sentence.start, token.start - 40), token.start)
    found = list(pattern.finditer(near))
    return bool(found) and not re.search(r"[,;:.]", near[found[-1].end() :].removesuffix(", "))


def _agents(site: Site) -> Parties:
    """Whom «par» names behind the verb, the states where it is ministers without a name."""
    named = site.after("by_the", 110) or _as_written(site)
    if named or not site.words.patterns["by_both"].search(site.folded):
        return named
    return () if witnesses(site) else _two_sides(site)


def _as_written(site: Site) -> Parties:
    """Two names that nothing else in the text explains: «signée en 1998 par Berta Lopes et John Mwangi»."""
    match = site.words.patterns["two_names"].search(site.scene.text[site.token.end : min(site.sentence.end, site.token.end + 110)])
    return tuple(Party(name=n, kind="person") for n in match.groups()) if match else ()


def _two_sides(site: Site) -> Parties:
    """The two states, where the subject is someone of theirs: «les ministres des deux pays», «les deux délégations»."""
    if not site.words.patterns["two_sides"].search(site.folded):
        return ()
    pair = site.scene.pair_at(site.sentence)
    return site.scene.states(pair) if len(pair) == 2 else ()


def _of_its_name(site: Site) -> Parties:
    """«the Kenya-Rwanda agreement, signed in Nairobi in 2019»: the two states in the document's own words."""
    if not _set_down(site):
        return ()
    start = max(site.sentence.start, site.token.start - 80)
    near = [n for n in site.scene.mentions.names_in(start, site.token.start, "state", "adjective", "combining") if n.key]
    document = list(site.words.patterns["document_signing"].finditer(site.scene.folded(start, site.token.start)))
    reach = 45 if document else 0
    around = [n.key for n in near if abs(n.start - start - document[-1].start()) <= reach] if document else []
    states = tuple(dict.fromkeys(around))
    return site.scene.states(states) if len(states) == 2 else ()


def _set_down(site: Site) -> bool:
    """Does a day or a place follow?"""
    end = min(site.sentence.end, site.token.end + 40)
    times = [t for t in site.scene.mentions.times if site.token.end <= t.start < end and t.kind == "date"]
    return bool(times or [n for n in site.scene.mentions.names_in(site.token.end, end, "place") if n.key])


def _of_the_relation(site: Site) -> Parties:
    """«L'accord avait été signé à Alger en 2021»: a signing told with its place or time is of the two states spoken of."""
    if not clauses.form(site.sentence, site.token).passive:
        return ()
    near = site.scene.folded(site.token.end, min(site.sentence.end, site.token.end + 30))
    pair = site.scene.pair_at(site.sentence)
    held = _set_down(site) or site.words.patterns["on_that_occasion"].search(site.folded)
    return site.scene.states(pair) if held and len(pair) == 2 and not re.search(r"[;:]", near) else ()


def _of_two_states(who: Parties) -> bool:
    return len({p.state for p in who if p.state}) > 1 or len({p.name for p in who if p.state is None}) > 1
