"""Nouns of visit and whose they are: «la visite de X», «sa visite», «effectuée par X», «que X doit effectuer», «Y, en visite à Z».

Refuses a visit whose visitor the words do not say.
"""

from communique.extract.encounter_parties import last_named, other_side, subject_of
from communique.extract.encounter_words import Parties, Site, possessor
from communique.extract.units import people, row, units
from communique.language.tokens import Token


def visit_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    """«la visite de X», «sa visite», «X effectue une visite», «la visite effectuée par X», «en visite à Z, X a dit»."""
    owners = people(possessor(site.scene, site.sentence, site.token, site.words))
    named = owners or _visitor_before(site) or done_by(site) or people(_of(site)) or to_be_made(site)
    if not named and site.words.patterns["of_someone"].match(site.rest):
        return (), True
    spoken_of = (
        determiner in ("the", "this") and site.token.deprel not in ("obj", "root") and not site.words.patterns["on_a"].search(site.before)
    )
    borne = not spoken_of and (_carried(site) or _carrier_before(site) is not None)
    if not named and determiner not in ("his", "their", "our", "my") and not borne:
        return (), True
    carrier = _carrier_before(site)
    named = named or _doer_before(site)
    who = (
        named
        or carrier is not None
        and people(subject_of(site.scene, site.sentence, carrier, site.focus))
        or people(site.whose(determiner))
    )
    alone = determiner == "his" and not named
    return who[: 1 if alone else 2], not who


def to_be_made(site: Site) -> Parties:
    """«la visite que X doit effectuer à Z»."""
    for verb in site.sentence.children(site.token, "acl"):
        made = [verb, *site.sentence.children(verb, "xcomp")]
        if any(t.lemma in site.words.lemmas["making"] for t in made) and site.words.patterns["that"].match(site.rest):
            own = [u for u in units(site.scene, site.token.end, verb.start) if people(u.parties)]
            return people(own[-1].parties) if own else ()
    return ()


def _doer_before(site: Site) -> Parties:
    """«les demandes faites par X lors de sa visite»: whom «par» names right before, beside a participle, not a main verb."""
    near = [u for u in units(site.scene, site.sentence.start, site.token.start) if people(u.parties)]
    if not near or site.token.start - near[-1].end > 30:
        return ()
    lead = site.words.patterns["done_by_whom"].search(site.scene.folded(max(0, near[-1].start - 40), near[-1].start))
    done = site.sentence.at(near[-1].start - len(lead[0])) if lead else None
    return people(near[-1].parties) if done is not None and done.deprel in ("acl", "amod") else ()


def _carrier_before(site: Site) -> Token | None:
    """The verb that carries a visit, by the words' order: «effectue en Chine une visite»."""
    for token in reversed(site.sentence.tokens[max(0, site.token.index - 7) : site.token.index]):
        if token.text in (",", ";", ":"):
            return None
        if token.text.lower() in site.words.lemmas["making_forms"]:
            return token
        if token.upos == "VERB":
            return token if token.lemma in site.words.lemmas["making"] | site.words.lemmas["beginning"] else None
    return None


def _carried(site: Site) -> bool:
    """Does a verb that carries a visit, or a motion, make its subject the visitor?"""
    if site.words.patterns["on_a"].search(site.before) or site.sentence.children(site.token, "cop"):
        return True
    verb = site.governor()
    while verb is not None:
        if verb.lemma in site.words.lemmas["carriers"] or site.words.verbs.get(verb.lemma) in ("visit_place", "visit_object", "attend"):
            return True
        if site.words.verbs.get(verb.lemma) == "meeting_object":
            return True
        verb = next((a for a in site.sentence.ancestors(verb) if a.upos in ("VERB", "AUX") and verb.deprel in ("xcomp", "advcl")), None)
    return bool(site.words.patterns["visit_over"].search(site.before))


def done_by(site: Site) -> Parties:
    """«la visite effectuée en mars par X»."""
    match = site.words.patterns["done_by"].match(site.rest)
    return people(site.after("by", 90)) if match else ()


def _of(site: Site) -> Parties:
    """The row after «de» that belongs to the noun: no comma and no verb before it."""
    match = site.words.patterns["visit_of"].match(site.rest)
    if match is None:
        return ()
    end = min(site.sentence.end, site.token.end + 110)
    comma = site.rest.find(",")
    for unit in units(site.scene, site.token.end, end):
        lead = site.scene.folded(site.token.end, unit.start)
        if not people(unit.parties) or not site.words.patterns["led_by_of"].search(lead):
            continue
        if "," in lead or 0 <= comma < unit.start - site.token.start or site.words.patterns["of_another"].search(lead):
            return ()
        anyone = site.words.patterns["indefinite"].search(lead) and not site.scene.mentions.people_in(unit.start, unit.end)
        return () if anyone else row(site.scene, unit.start, end)
    return ()


def _visitor_before(site: Site) -> Parties:
    """«Y, en visite à Z», «Y, dont c'est la première visite», «ce dernier est en visite»: who stands right before."""
    if site.words.patterns["latter"].search(site.before):
        return last_named(site.scene, site.sentence.start)
    match = site.words.patterns["visitor_before"].search(site.before)
    if site.words.patterns["of_the_guest"].search(site.before):
        near = [u for u in units(site.scene, site.sentence.start, site.token.start) if people(u.parties)]
        return other_side(site.scene, site.sentence, near[-1].parties) if near else ()
    return nearest(site, site.sentence.start + match.start()) if match else ()


def nearest(site: Site, end: int) -> Parties:
    """Give the person named within 40 code points before an offset."""
    near = [u for u in units(site.scene, site.sentence.start, end + 1) if end - u.end < 40 and people(u.parties)]
    return people(near[-1].parties) if near else ()


def installed(site: Site) -> str:
    """Give the host: «the inauguration of President X» is held in X's state; empty where nobody, or a thing, is inaugurated."""
    if not site.words.patterns["inaugural"].match(site.rest):
        return ""
    named = [p for p in people(possessor(site.scene, site.sentence, site.token, site.words)) or people(site.after("of", 24)) if p.state]
    return str(named[0].state) if named else ""


def stage(site: Site) -> tuple[int, int] | None:
    """«L'Uruguay, dernière étape du voyage de X»: the stop that the clause is about."""
    match = site.words.patterns["stage"].search(site.before)
    names = site.scene.mentions.names_in(site.sentence.start, site.sentence.start + match.start(), "state", "place") if match else []
    return (names[-1].start, names[-1].end) if names and names[-1].key else None
