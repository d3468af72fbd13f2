"""Verbs of encounter and who takes part by grammar: «X a rencontré Y», «X s'est rendu à Z», «l'accord a été signé par X et Y».

Refuses verbs whose object is no party («recevoir une invitation»), negated ones, and travel inside one's own country.
"""

import re
from dataclasses import replace

from communique.extract.encounter_parties import opening_pair, patient, with_others
from communique.extract.encounter_signings import signing_cue
from communique.extract.encounter_words import Cue, Parties, Site, persons_first
from communique.extract.units import of_sentence, people, row, units
from communique.language import clauses
from communique.language.tokens import Token
from communique.records.parts import Party


def verb_cues(site: Site) -> list[Cue]:
    """Give the encounters that a verb tells of: mostly one, a journey's verb one for each stop."""
    if site.token.lemma in _STOPS and (stops := _journey_stops(site)):
        return stops
    rule = site.words.verbs.get(site.token.lemma)
    cue = (_by_telephone(site) or site.token.lemma in _TALKS and _opening_company(site)) if rule is None else None
    if cue:
        return [cue]
    if rule is None or rule not in _RULES or clauses.form(site.sentence, site.token).negated:
        return []
    cue = _RULES[rule](site) or _by_telephone(site)
    return _each_host(site, cue) if cue is not None else []


def _each_host(site: Site, cue: Cue) -> list[Cue]:
    """«a été reçu par X et par Y»: a meeting with each."""
    if cue.kind != "meeting" or not clauses.form(site.sentence, site.token).passive:
        return [cue]
    hosts = [
        u for u in units(site.scene, site.token.end, site.sentence.end) if people(u.parties) and set(u.parties) <= set(cue.participants)
    ]
    hosts = [u for u in hosts if re.search(r"\bpar (?:le |la |l'|son |sa )?$", site.scene.folded(max(0, u.start - 10), u.start))]
    received = tuple(p for p in cue.participants if not any(p in u.parties for u in hosts))
    if len(hosts) < 2 or not received:
        return [cue]
    return [replace(cue, participants=(*received, *u.parties), anchor=(u.start, u.end)) for u in hosts]


_TALKS = {"passer", "aborder", "évoquer", "discuter", "parler", "examiner", "échanger", "traiter", "faire", "convenir"}


def _meeting_kind(site: Site) -> str:
    if site.words.patterns["margins"].search(site.folded):
        return "meeting"
    return "call" if site.words.patterns["call"].search(site.folded) else "meeting"


def _meeting_object(site: Site) -> Cue | None:
    """«X a rencontré Y», «X a été reçu par Y», «X et Y se sont rencontrés», «il l'a reçu»."""
    if _object_is_a_thing(site):
        return None
    who, others = site.subject(), patient(site.scene, site.sentence, site.token, site.focus)
    together = (*who, *others)
    if len(set(together)) < 2:
        others = (*others, *_unknown_guest(site))
        together = (*who, *others)
    if len(set(together)) < 2 or not people(together):
        together = (*together, *people(site.after(r"avec|par")), *of_sentence(site.scene, site.sentence.start, site.sentence.end))
    if not people(together) or site.token.lemma == "accueillir" and (len(people(together)) < 2 or "aeroport" in site.folded):
        return None
    return site.made(_meeting_kind(site), persons_first(together), "verb-of-meeting", least=2, host=_receiver(site, who, others))


def _unknown_guest(site: Site) -> Parties:
    """«Le P-dg d'ENI, Claudio Descalzi, avait été reçu»: a name that no title of the cast explains, right before a passive."""
    if not clauses.form(site.sentence, site.token).passive or not (hosts := people(site.after("par", 80))):
        return ()
    match = _NAME_BEFORE.search(site.scene.text[site.sentence.start : site.token.start])
    return (*hosts, Party(name=match[1], kind="person")) if match else ()


_NAME_BEFORE = re.compile(r", ((?:[A-Z][\w-]+)(?: [A-Z][\w-]+){1,2}), (?:a|avait) été $")


def _object_is_a_thing(site: Site) -> bool:
    """«a reçu une invitation», «accueillera le sommet»: the object is a noun that is no party."""
    times = site.scene.mentions.times
    objects = [t for t in site.sentence.children(site.token, "obj") if t.index > site.token.index and t.upos == "NOUN"]
    objects = [t for t in objects if not any(time.start <= t.start < time.end for time in times)]
    inside = units(site.scene, site.token.end, site.sentence.end)
    objects = [t for t in objects if t.lemma != "fois"]
    if not objects or any(u.start - site.token.end < 6 and people(u.parties) for u in inside):
        return False
    roles = [r for r in site.scene.mentions.cast.roles if r.start >= site.token.end]
    return not any(u.start <= objects[0].start < u.end for u in inside) and not any(r.start <= objects[0].start < r.end for r in roles)


def _receiver(site: Site, who: Parties, others: Parties) -> str:
    """The state of the one who receives; none where persons merely meet, or meet on the margins of something."""
    if site.token.lemma not in ("recevoir", "accueillir") or site.words.patterns["margins"].search(site.folded):
        return ""
    states = {p.state for p in who if p.state}, {p.state for p in others if p.state}
    return str(next(iter(states[0]))) if len(states[0]) == 1 and not states[0] & states[1] else ""


def _seeing(site: Site) -> Cue | None:
    """«X a vu le ministre Y»: seeing someone, named with an office of another state, is meeting him."""
    if not clauses.form(site.sentence, site.token).perfect or _object_is_a_thing(site):
        return None
    if clauses.reflexive(site.sentence, site.token):
        who = people(site.subject())
        return site.made(_meeting_kind(site), who, "verb-of-meeting", least=2) if len({p.state for p in who}) > 1 else None
    if any(t.upos in ("VERB", "AUX") for t in clauses.complements(site.sentence, site.token)):
        return None
    near = [u for u in units(site.scene, site.token.end, site.sentence.end) if u.start - site.token.end < 6 and people(u.parties)]
    return site.made("meeting", (*people(site.subject()), *(people(near[0].parties) if near else ())), "verb-of-meeting", least=2)


def _meeting_with(site: Site) -> Cue | None:
    """«X s'est entretenu avec Y»; «X s'est entretenu à Z, avec Y» as well."""
    others = site.after("avec", 120)
    who = site.subject() or opening_pair(site.scene, site.sentence, site.token) or people(site.focus)
    if site.token.lemma in ("réunir", "retrouver", "revoir") and not clauses.reflexive(site.sentence, site.token):
        return None
    return site.made(_meeting_kind(site), persons_first((*who, *others)), "verb-of-meeting", least=2)


def _call_object(site: Site) -> Cue | None:
    phone = site.token.lemma == "téléphoner" or site.words.patterns["call"].search(site.folded)
    bare = site.token.lemma == "appeler" and re.match(r"appele (?:m|mme|le |la |son |l'|[a-z]+ [a-z]+ )", site.rest)
    if not phone and not bare:
        return None
    infinitive = any(clauses.is_infinitive(t) for t in clauses.complements(site.sentence, site.token))
    others = people(site.after("a|au|avec", 30)) or people(patient(site.scene, site.sentence, site.token, ()))
    return None if infinitive and not phone else site.made("call", (*people(site.subject()), *others), "verb-of-calling", least=2)


def _by_telephone(site: Site) -> Cue | None:
    """«X et Y ont échangé par téléphone», «X avait mis en garde, au téléphone avec Y»: the main verb of two people on the line."""
    match = site.words.patterns["telephone"].search(site.folded)
    if match is None or clauses.form(site.sentence, site.token).negated or site.words.patterns["margins"].search(site.folded):
        return None
    line = site.sentence.at(site.sentence.start + match.end() - 1)
    if line is None or next((a for a in site.sentence.ancestors(line) if a.upos in ("VERB", "AUX")), None) is not site.token:
        return None
    who = people(site.subject())
    who = who if len(who) > 1 else (*who, *people(site.after("avec", 90)))
    if len(set(who)) < 2:
        before = [p for u in units(site.scene, site.sentence.start, site.token.start) for p in people(u.parties)]
        who = tuple(dict.fromkeys(before)) if len(dict.fromkeys(before)) == 2 else ()
    return site.made("call", who, "verb-of-calling", least=2)


def _opening_company(site: Site) -> Cue | None:
    """«Avec X, Y a passé en revue …»: who is named first is whom the subject talked with."""
    led = re.match(r"avec (?:le |la |l'|son |sa )?", site.folded)
    if led is None or site.token.deprel != "root" or not clauses.form(site.sentence, site.token).perfect:
        return None
    first = next((u for u in units(site.scene, site.sentence.start, site.token.start) if people(u.parties)), None)
    if first is None or first.start - site.sentence.start > led.end() or "," not in site.scene.folded(first.end, site.token.start):
        return None
    who = tuple(p for p in people(site.subject()) if p not in first.parties)
    return site.made("meeting", (*who, *people(first.parties)), "verb-of-meeting", least=2) if who else None


def _visit_place(site: Site) -> Cue | None:
    reflexive = clauses.reflexive(site.sentence, site.token)
    lemma = site.token.lemma
    if lemma in ("rendre", "déplacer", "envoler", "trouver") and not reflexive:
        return None
    if lemma == "attendre" and not clauses.form(site.sentence, site.token).passive:
        return None
    if lemma in ("arriver", "aller", "trouver", "attendre", "venir") and not _led_to_a_place(site):
        return None
    asked = _asked(site)
    if lemma == "venir" and not asked:
        return None
    return site.made("visit", asked or people(site.subject())[:2], "verb-of-travel", least=1)


def _asked(site: Site) -> Parties:
    """«X a invité Y à se rendre à Z», «a proposé à Y de venir»: the one who is asked is to travel."""
    above = site.sentence.head(site.token)
    if above is None or above.lemma not in ("inviter", "convier", "proposer", "demander") or not clauses.is_infinitive(site.token):
        return ()
    named = people(row(site.scene, above.end, site.token.start, gap=30))
    return named or (() if clauses.form(site.sentence, above).passive else people(site.focus)[:1] if above.lemma == "inviter" else ())


def _led_to_a_place(site: Site) -> bool:
    """Does a state or city follow as where to, not as where from: «est arrivé lundi à Paris»?"""
    end = min(site.sentence.end, site.token.end + 60)
    names = [n for n in site.scene.mentions.names_in(site.token.end, end, "state", "place") if n.key]
    lead = site.scene.folded(site.token.end, names[0].start) if names else ""
    if not names and re.match(r"[^.;:]{0,30}\bdans (?:la|sa) capitale\b", site.scene.folded(site.token.end, end)):
        return True
    where = re.search(r"\b(?:a|au|aux|en|pour|dans)(?: (?:la |l'|le )?(?:ville de )?)? ?$|\b(?:dans (?:la|sa) capitale)", lead)
    return bool(where) and not re.search(
        r"\b(?:de|du|des|d'|qui|que|ou|pour (?:la|le|les))\b|[;:]", lead[: where.start()] if where else lead
    )


def _visit_object(site: Site) -> Cue | None:
    names = site.scene.mentions.names_in(site.token.end, min(site.sentence.end, site.token.end + 20), "state", "place")
    straight = names and re.fullmatch(
        r" ?(?:(?:le |la |les |l'|ensuite |egalement |aussi |d'abord )*)", site.scene.folded(site.token.end, names[0].start)
    )
    return site.made("visit", people(site.subject())[:2], "verb-of-travel", least=1) if straight else None


_STOPS = {"conduire", "emmener", "mener", "amener"}


def _journey_stops(site: Site) -> list[Cue]:
    """«sa tournée l'a conduit au Tchad et le mènera en Lettonie»: each state or city behind the verb is a stop of the traveller."""
    head = clauses.own_subject(site.sentence, site.token)
    head = clauses.subject(site.sentence, site.token) if head is None else head
    if head is not None and head.lemma == "qui":
        head = next((t for t in reversed(site.sentence.tokens[: head.index]) if t.lemma in site.words.tours), head)
    if head is None or head.lemma not in site.words.tours:
        return []
    limit = next((t.start for t in site.sentence.tokens[site.token.index + 1 :] if t.lemma in _STOPS), site.sentence.end)
    stops = [n for n in site.scene.mentions.names_in(site.token.end, limit, "state", "place") if n.key]
    stops = [n for n in stops if re.search(r"\b(?:a|au|aux|en)(?: la| l'| les)? ?$", site.scene.folded(n.start - 8, n.start))]
    who = _traveller(site, head)
    return [Cue(site.sentence, site.token, "visit", who, "verb-of-travel", stop=(n.start, n.end)) for n in stops] if who else []


def _traveller(site: Site, tour: Token) -> Parties:
    after = [u for u in units(site.scene, tour.end, min(site.token.start, tour.end + 60)) if people(u.parties)]
    before = [u for u in units(site.scene, site.sentence.start, tour.start) if people(u.parties)]
    unit = after[0] if after else before[-1] if before else None
    return people(unit.parties)[:1] if unit is not None else people(site.focus)[:1]


def _ceremony(site: Site) -> Cue | None:
    stone = site.token.lemma == "poser" and site.words.patterns["first_stone"].match(site.rest)
    if site.token.lemma not in ("inaugurer", "dévoiler") and not stone:
        return None
    passive = clauses.form(site.sentence, site.token).passive
    who = people(site.after("par", 60) if passive else site.subject())
    return site.made("ceremony", (*who, *with_others(site.scene, site.sentence, site.token, who)), "verb-of-opening", least=1)


_RULES = {
    "meeting_object": _meeting_object, "meeting_with": _meeting_with, "seeing": _seeing, "call_object": _call_object,
    "visit_place": _visit_place, "visit_object": _visit_object, "signing_object": signing_cue, "ceremony_object": _ceremony,
}  # fmt: skip
"""How each class of verbs names who takes part."""
