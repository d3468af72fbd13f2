"""Verbs of encounter and who takes part by grammar: «X a rencontré Y», «X s'est rendu à Z», «l'accord a été signé par X et Y».

Refuses verbs whose object is no party («recevoir une invitation»), negated ones, and travel inside one's own country.
"""

from communique.extract.encounter_parties import (
    before_passive,
    counterpart,
    delegates,
    doers,
    opening_pair,
    patient,
    subject_of,
    with_others,
)
from communique.extract.encounter_rows import one_by_one
from communique.extract.encounter_sides import groups_of_both, of_a_portfolio, received
from communique.extract.encounter_signings import signing_cue
from communique.extract.encounter_travel import journey_stops, visit_attending, visit_being, visit_leading, visit_object, visit_place
from communique.extract.encounter_words import Cue, Parties, Site, done, order_over, persons_first, under_refusal, whom_before
from communique.extract.units import of_sentence, people, row, units
from communique.language import clauses
from communique.language.tokens import Token
from communique.records.parts import Party


def verb_cues(site: Site) -> list[Cue]:
    """Give the encounters that a verb tells of: mostly one, a journey's verb one for each stop."""
    if site.token.lemma in site.words.lemmas["taking"] and (stops := journey_stops(site)):
        return stops
    if site.token.lemma in site.words.lemmas["leading"] and (cue := visit_leading(site)):
        return [cue]
    rule = site.words.verbs.get(site.token.lemma)
    if site.token.lemma in site.words.lemmas["feasting"] and (feast := _feast(site)):
        return [] if clauses.form(site.sentence, site.token).negated else [feast]
    opening = site.token.lemma in site.words.lemmas["talking"]
    if rule is None or opening:
        cue = _by_telephone(site) or (_opening_company(site) if opening else None)
        if cue is not None:
            return [cue]
    if rule is None or rule not in _RULES or clauses.form(site.sentence, site.token).negated or under_refusal(site):
        return []
    if rule in ("meeting_object", "meeting_with") and (order := order_over(site.sentence, site.token, site.words)):
        return _ordered(site, order)
    cue = _RULES[rule](site) or _by_telephone(site)
    return one_by_one(site, cue) if cue is not None else []


def _ordered(site: Site, order: Token) -> list[Cue]:
    """«X and Y directed their chiefs to meet»: those who are sent meet; where nobody is named, the two states whose they are."""
    sent = people(row(site.scene, order.end, site.token.start, gap=40))
    others = people(row(site.scene, site.token.end, site.sentence.end, gap=30))
    leaders = doers(site.scene, site.sentence, order, site.focus)
    states = tuple(dict.fromkeys(p.state for p in leaders if p.state))
    who = tuple(dict.fromkeys((*sent, *others))) if sent else site.scene.states(states) if len(states) == 2 and not others else ()
    cue = site.made("meeting", who, "verb-of-meeting" if sent else "verb-of-sides", least=2)
    return [cue] if cue is not None else []


def _feast(site: Site) -> Cue | None:
    """«will host a dinner in honour of X»: a ceremony of the hosts and whom it honours."""
    match = site.words.patterns["feast"].match(site.scene.folded(site.token.start, site.sentence.end))
    guests = people(row(site.scene, site.token.start + match.end(), site.sentence.end, gap=20)) if match else ()
    who = people(site.subject())
    return site.made("ceremony", (*who, *guests[:2]), "verb-of-hosting", least=2) if who and guests else None


def _meeting_kind(site: Site) -> str:
    if site.words.patterns["margins"].search(site.folded):
        return "meeting"
    return "call" if site.words.patterns["call"].search(site.folded) else "meeting"


def _meeting_object(site: Site) -> Cue | None:
    """«X a rencontré Y», «X a été reçu par Y», «X et Y se sont rencontrés», «il l'a reçu»."""
    if sides := groups_of_both(site):
        return site.made(_meeting_kind(site), sides, "verb-of-sides", least=2)
    if (group := received(site)) and people(site.subject()):
        return site.made("meeting", (*people(site.subject())[:1], *group), "verb-of-meeting", least=2)
    if _object_is_a_thing(site):
        return None
    if sides := of_a_portfolio(site, site.subject()):
        return site.made(_meeting_kind(site), sides, "verb-of-sides", least=2)
    if (cue := _met_before(site)) is not None:
        return cue
    who, others = site.subject(), patient(site.scene, site.sentence, site.token, site.focus)
    together = (*who, *others)
    if len(set(together)) < 2:
        others = (*others, *(counterpart(site, who) or _unknown_guest(site) or whom_before(site, "whom")))
        together = (*who, *others)
    if len(set(together)) < 2 or not people(together):
        together = (*together, *people(site.after("with_or_by")), *of_sentence(site.scene, site.sentence.start, site.sentence.end))
    if not people(together) and (sent := delegates(site)):
        return site.made(_meeting_kind(site), sent, "verb-of-meeting", least=2)
    if (
        not people(together)
        or site.token.lemma in site.words.lemmas["welcoming"]
        and (len(people(together)) < 2 or bool(site.words.patterns["airport"].search(site.folded)))
    ):
        return None
    return site.made(_meeting_kind(site), persons_first(together), "verb-of-meeting", least=2, host=_receiver(site, who, others))


def _met_before(site: Site) -> Cue | None:
    """«X a loué Y, rencontré à Z en mai»: whom the main clause's subject met, told by a bare participle."""
    bare = site.token.feat("VerbForm") == "Part" and not site.sentence.children(site.token, "aux", "nsubj")
    named = [u for u in units(site.scene, site.sentence.start, site.token.start) if people(u.parties)]
    if not bare or not named or not site.words.patterns["apposed_participle"].fullmatch(site.scene.folded(named[-1].end, site.token.start)):
        return None
    by = people(site.after("by", 60))
    main = site.sentence.root
    lead = people(subject_of(site.scene, site.sentence, main, site.focus)) if main is not None and main.index < site.token.index else ()
    who = by or tuple(p for p in lead or people(site.focus)[:1] if p not in named[-1].parties)
    return site.made(_meeting_kind(site), (*who, *named[-1].parties), "verb-of-meeting", least=2) if who else None


def _unknown_guest(site: Site) -> Parties:
    """«Le patron de Norvo, Per Lund, a été reçu»: a name that no title of the cast explains, right before a passive."""
    if not clauses.form(site.sentence, site.token).passive or not (hosts := people(site.after("by", 80))):
        return ()
    match = site.words.patterns["name_before"].search(site.scene.text[site.sentence.start : site.token.start])
    return (*hosts, Party(name=match[1], kind="person")) if match else ()


def _object_is_a_thing(site: Site) -> bool:
    """«a reçu une invitation», «accueillera le sommet»: the object is a noun that is no party."""
    times = site.scene.mentions.times
    objects = [t for t in site.sentence.children(site.token, "obj") if t.index > site.token.index and t.upos == "NOUN"]
    objects = [t for t in objects if not any(time.start <= t.start < time.end for time in times)]
    inside = units(site.scene, site.token.end, site.sentence.end)
    objects = [t for t in objects if t.lemma not in site.words.lemmas["times"]]
    if _of_an_encounter(site):
        return True
    near = next((u for u in inside if u.start - site.token.end < 6 and people(u.parties)), None)
    if near is not None and site.scene.text[near.end : near.end + 2] in ("'s", "’s") and objects and objects[0].start > near.end:
        return True
    if not objects or near is not None:
        return False
    roles = [r for r in site.scene.mentions.cast.roles if r.start >= site.token.end]
    return not any(u.start <= objects[0].start < u.end for u in inside) and not any(r.start <= objects[0].start < r.end for r in roles)


def _of_an_encounter(site: Site) -> bool:
    """«the summit hosted by X», «le sommet accueilli par X»: what is received is an encounter itself."""
    if not clauses.form(site.sentence, site.token).passive and site.token.deprel != "acl":
        return False
    if before_passive(site.scene, site.sentence, site.token):
        return False
    head = clauses.own_subject(site.sentence, site.token) or site.sentence.head(site.token)
    return head is not None and head.lemma.lower() in site.words.nouns


def _receiver(site: Site, who: Parties, others: Parties) -> str:
    """The state of the one who receives; none where persons merely meet, or meet on the margins of something."""
    if site.token.lemma not in site.words.lemmas["receiving"] or site.words.patterns["margins"].search(site.folded):
        return ""
    states = {p.state for p in who if p.state}, {p.state for p in others if p.state}
    return str(next(iter(states[0]))) if len(states[0]) == 1 and not states[0] & states[1] else ""


def _seeing(site: Site) -> Cue | None:
    """«X a vu le ministre Y»: seeing someone, named with an office of another state, is meeting him."""
    if not done(clauses.form(site.sentence, site.token)) or _object_is_a_thing(site):
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
    if sides := groups_of_both(site) or of_a_portfolio(site, ()):
        return site.made(_meeting_kind(site), sides, "verb-of-sides", least=2)
    before = whom_before(site)
    if not before and not site.words.patterns["directly_with"].match(site.rest):
        return None
    speaking = site.token.lemma in site.words.lemmas["speaking"]
    others = before or (site.after("with_or_to", 60) if speaking else site.after("with", 120))
    if site.token.lemma in site.words.lemmas["loose_talks"] and not people(others):
        return None
    who = site.subject() or opening_pair(site.scene, site.sentence, site.token) or people(site.focus)
    if site.token.lemma in site.words.lemmas["reflexive_meeting"] and not clauses.reflexive(site.sentence, site.token):
        return None
    far = speaking and not site.scene.mentions.names_in(site.token.end, site.sentence.end, "place")
    return site.made("call" if far else _meeting_kind(site), persons_first((*who, *others)), "verb-of-meeting", least=2)


def _call_object(site: Site) -> Cue | None:
    """«X called Y by phone»; «X called on the President» is a meeting."""
    if on := site.words.patterns["called_on"].match(site.rest):
        if any(clauses.is_infinitive(t) for t in clauses.complements(site.sentence, site.token)):
            return None
        hosts = people(row(site.scene, site.token.start + on.end(), site.sentence.end, gap=30))
        return site.made("meeting", (*people(site.subject()), *hosts), "verb-of-meeting", least=2) if hosts else None
    phone = site.token.lemma in site.words.lemmas["telephoning"] or site.words.patterns["call"].search(site.folded)
    bare = site.words.patterns["bare_call"].match(site.rest)
    if not phone and not bare:
        return None
    infinitive = any(clauses.is_infinitive(t) for t in clauses.complements(site.sentence, site.token))
    others = people(site.after("to", 30)) or people(patient(site.scene, site.sentence, site.token, ()))
    if not phone and (infinitive or not others or _appealed(site, others)):
        return None
    return site.made("call", (*people(site.subject()), *others), "verb-of-calling", least=2)


def _appealed(site: Site, others: Parties) -> bool:
    """«a appelé X à la retenue»: whom somebody calls to something he does not telephone."""
    near = [u for u in units(site.scene, site.token.end, site.sentence.end) if set(u.parties) & set(others)]
    return bool(near) and site.words.patterns["called_to"].match(site.scene.folded(near[-1].end, site.sentence.end)) is not None


def _by_telephone(site: Site) -> Cue | None:
    """«X et Y ont échangé par téléphone», «X avait mis en garde, au téléphone avec Y»: the main verb of two people on the line."""
    match = site.words.patterns["telephone"].search(site.folded)
    told = site.token.lemma in site.words.lemmas["telling"]
    if match is None or told or clauses.form(site.sentence, site.token).negated or site.words.patterns["margins"].search(site.folded):
        return None
    line = site.sentence.at(site.sentence.start + match.end() - 1)
    if line is None or next((a for a in site.sentence.ancestors(line) if a.upos in ("VERB", "AUX")), None) is not site.token:
        return None
    who = people(site.subject())
    who = who if len(who) > 1 else (*who, *people(site.after("with", 90)))
    if len(set(who)) < 2:
        before = [p for u in units(site.scene, site.sentence.start, site.token.start) for p in people(u.parties)]
        who = tuple(dict.fromkeys(before)) if len(dict.fromkeys(before)) == 2 else ()
    return site.made("call", who, "verb-of-calling", least=2)


def _opening_company(site: Site) -> Cue | None:
    """«Avec X, Y a passé en revue …»: who is named first is whom the subject talked with."""
    led = site.words.patterns["with_opening"].match(site.folded)
    if led is None or site.token.deprel != "root" or not done(clauses.form(site.sentence, site.token)):
        return None
    first = next((u for u in units(site.scene, site.sentence.start, site.token.start) if people(u.parties)), None)
    if first is None or first.start - site.sentence.start > led.end() or "," not in site.scene.folded(first.end, site.token.start):
        return None
    who = tuple(p for p in people(site.subject()) if p not in first.parties)
    return site.made("meeting", (*who, *people(first.parties)), "verb-of-meeting", least=2) if who else None


def _ceremony(site: Site) -> Cue | None:
    stone = site.token.lemma in site.words.lemmas["laying"] and site.words.patterns["first_stone"].match(site.rest)
    open_to_all = site.words.patterns["opened_thing"].match(site.rest)
    if (
        site.token.lemma not in site.words.lemmas["opening"]
        and not stone
        and not open_to_all
        or site.words.patterns["not_opened"].match(site.rest)
    ):
        return None
    passive = clauses.form(site.sentence, site.token).passive
    who = people(site.after("by", 60) if passive else site.subject())
    return site.made("ceremony", (*who, *with_others(site.scene, site.sentence, site.token, who)), "verb-of-opening", least=1)


_RULES = {
    "meeting_object": _meeting_object, "meeting_with": _meeting_with, "seeing": _seeing, "call_object": _call_object,
    "visit_place": visit_place, "visit_being": visit_being, "visit_object": visit_object, "signing_object": signing_cue,
    "ceremony_object": _ceremony, "attend": visit_attending,
}  # fmt: skip
"""How each class of verbs names who takes part."""
