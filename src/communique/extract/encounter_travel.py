"""Verbs of travel and who travels where: «X s'est rendu à Z», «X is in Cairo for talks», «the first stop of his tour».

Refuses places that are named as where from, and hosts who are at home where the traveller arrives.
"""

from communique.extract.encounter_parties import subject_of
from communique.extract.encounter_sides import sent
from communique.extract.encounter_words import Cue, Parties, Site
from communique.extract.referents import referents
from communique.extract.units import after, people, row, units
from communique.language import clauses
from communique.language.tokens import Token


def visit_place(site: Site) -> Cue | None:
    """«X s'est rendu à Z», «X arrived in Z»: a verb of travel with where to."""
    reflexive = clauses.reflexive(site.sentence, site.token)
    lemma = site.token.lemma
    if lemma in site.words.lemmas["reflexive_travel"] and not reflexive:
        return None
    if lemma in site.words.lemmas["awaiting"] and not clauses.form(site.sentence, site.token).passive:
        return None
    near = site.sentence.tokens[site.token.index + 1 : site.token.index + 3]
    if lemma in site.words.lemmas["going_to"] and any(clauses.is_infinitive(t) and t.upos == "VERB" for t in near):
        return None
    if lemma in site.words.lemmas["led_travel"] and not _led_to_a_place(site):
        return None
    asked = _asked(site)
    if asked is None:
        return None
    if lemma in site.words.lemmas["coming"] and not asked:
        return None
    return site.made("visit", asked or people(site.subject())[:2] or sent(site), "verb-of-travel", least=1)


def _asked(site: Site) -> Parties | None:
    """«X a invité Y à se rendre à Z», «a proposé à Y de venir»: the one who is asked is to travel; null where nobody known is."""
    above = _asking(site)
    before = site.sentence.tokens[site.token.index - 1] if site.token.index else None
    marked = before is not None and before.text.lower() in site.words.lemmas["in_order_clause"]
    if above is None or not (marked or clauses.is_infinitive(site.token)):
        return ()
    named = people(row(site.scene, above.end, site.token.start, gap=30))
    if above.upos == "NOUN":
        asked = people(after(site.scene, site.words.leads["to"], above.end, site.token.start, reach=12))
        return asked or _accepting(site, above) or None
    someone = any(t.upos in ("NOUN", "PROPN") for t in site.sentence.tokens[above.index + 1 : site.token.index])
    if not named and someone and above.upos == "VERB":
        return None
    return named or (
        () if clauses.form(site.sentence, above).passive else people(site.focus)[:1] if above.lemma in site.words.lemmas["inviting"] else ()
    )


def _accepting(site: Site, invitation: Token) -> Parties:
    """«X has accepted an invitation to visit Z»: who accepts it is to travel."""
    verb = site.sentence.head(invitation)
    if verb is None or verb.lemma not in site.words.lemmas["accepting"]:
        return ()
    return people(subject_of(site.scene, site.sentence, verb, site.focus))[:1]


def _asking(site: Site) -> Token | None:
    """The verb or noun of asking over an infinitive, by the words' order where the parse has another."""
    above = site.sentence.head(site.token)
    if above is not None and above.lemma in site.words.lemmas["asking"]:
        return above
    for token in reversed(site.sentence.tokens[max(0, site.token.index - 12) : site.token.index]):
        if token.lemma in site.words.lemmas["asking"]:
            return token
        if token.upos == "VERB" or token.text in (";", ":"):
            return None
    return None


def _led_to_a_place(site: Site) -> bool:
    """Does a state or city follow as where to, not as where from: «est arrivé lundi à Paris»?"""
    end = min(site.sentence.end, site.token.end + 60)
    names = [n for n in site.scene.mentions.names_in(site.token.end, end, "state", "place") if n.key]
    lead = site.scene.folded(site.token.end, names[0].start) if names else ""
    if not names and site.words.patterns["in_the_capital"].match(site.scene.folded(site.token.end, end)):
        return True
    where = site.words.patterns["where_to"].search(lead)
    return where is not None and not site.words.patterns["where_from"].search(lead[: where.start()])


def visit_being(site: Site) -> Cue | None:
    """«X is in Cairo for talks», «X est à Paris pour deux jours»: being somewhere for something is a stay."""
    match = site.words.patterns["being_in"].match(site.rest)
    start = site.token.start + match.end() if match else 0
    names = [n for n in site.scene.mentions.names_in(start, start + 30, "place", "state") if n.start == start] if match else []
    since = match is not None and site.words.patterns["being_since"].search(match[0])
    if not names or not since and not site.words.patterns["being_for"].match(site.scene.folded(names[0].end, site.sentence.end)):
        return None
    head = site.sentence.head(site.token) if site.token.deprel in ("cop", "aux") else site.token
    subject = clauses.own_subject(site.sentence, head) if head is not None else None
    if subject is not None and subject.lemma in site.words.lemmas["relative"]:
        named = [u for u in units(site.scene, site.sentence.start, subject.start) if people(u.parties)]
        straight = bool(named) and site.scene.folded(named[-1].end, subject.start).strip(", ") == ""
        who = people(named[-1].parties) if straight else ()
    else:
        who = people(referents(site.scene, site.sentence, subject, site.focus)) if subject is not None else ()
    return site.made("visit", who[:2], "verb-of-travel", least=1)


def visit_leading(site: Site) -> Cue | None:
    """«X conduit une délégation à Z»: who leads a delegation somewhere visits it."""
    match = site.words.patterns["leads_delegation"].match(site.rest)
    if match is None or not people(site.subject()):
        return None
    start = site.token.start + match.end()
    names = [n for n in site.scene.mentions.names_in(start, min(site.sentence.end, start + 60), "place", "state") if n.key]
    led = names and site.words.patterns["where_to"].search(site.scene.folded(start, names[0].start))
    return site.made("visit", people(site.subject())[:1], "verb-of-travel", least=1) if led else None


def visit_object(site: Site) -> Cue | None:
    """«X visits Kenya»; «visiting President X» is the guest, not what is visited."""
    guest = next(iter(units(site.scene, site.token.end, min(site.sentence.end, site.token.end + 60))), None)
    if (
        guest is not None
        and people(guest.parties)
        and site.scene.mentions.people_in(guest.start, guest.end)
        and site.words.patterns["visiting_guest"].fullmatch(site.scene.folded(site.token.start, guest.start))
    ):
        around = [p.state for p in people(tuple(p for u in units(site.scene, site.sentence.start, site.sentence.end) for p in u.parties))]
        others = {s for s in around if s and s != guest.parties[0].state}
        return site.made("visit", guest.parties, "verb-of-guest", least=1, host=min(others) if len(others) == 1 else "")
    names = site.scene.mentions.names_in(site.token.end, min(site.sentence.end, site.token.end + 20), "state", "place")
    straight = names and site.words.patterns["right_behind"].fullmatch(site.scene.folded(site.token.end, names[0].start))
    asked = _asked(site) if straight else None
    return None if asked is None else site.made("visit", asked or people(site.subject())[:2] or sent(site), "verb-of-travel", least=1)


def visit_attending(site: Site) -> Cue | None:
    """«X has accepted an invitation to attend the fair in Z»: who is asked to be at something elsewhere is to travel there."""
    asked = _asked(site)
    names = site.scene.mentions.names_in(site.token.end, min(site.sentence.end, site.token.end + 110), "place")
    led = [n for n in names if n.key and site.words.patterns["where_to"].search(site.scene.folded(site.token.end, n.start))]
    return site.made("visit", asked, "verb-of-travel", least=1) if asked and led else None


def journey_stops(site: Site) -> list[Cue]:
    """«sa tournée l'a conduit au Tchad et le mènera en Lettonie»: each state or city behind the verb is a stop of the traveller."""
    head = clauses.own_subject(site.sentence, site.token)
    head = clauses.subject(site.sentence, site.token) if head is None else head
    if head is not None and head.lemma in site.words.lemmas["relative"]:
        head = next((t for t in reversed(site.sentence.tokens[: head.index]) if t.lemma in site.words.lemmas["tours"]), head)
    if head is None or head.lemma not in site.words.lemmas["tours"]:
        return []
    limit = next(
        (t.start for t in site.sentence.tokens[site.token.index + 1 :] if t.lemma in site.words.lemmas["taking"]), site.sentence.end
    )
    stops = [n for n in site.scene.mentions.names_in(site.token.end, limit, "state", "place") if n.key]
    stops = [n for n in stops if site.words.patterns["stop_lead"].search(site.scene.folded(n.start - 8, n.start))]
    who = _traveller(site, head)
    return [Cue(site.sentence, site.token, "visit", who, "verb-of-travel", stop=(n.start, n.end)) for n in stops] if who else []


def _traveller(site: Site, tour: Token) -> Parties:
    after = [u for u in units(site.scene, tour.end, min(site.token.start, tour.end + 60)) if people(u.parties)]
    before = [u for u in units(site.scene, site.sentence.start, tour.start) if people(u.parties)]
    unit = after[0] if after else before[-1] if before else None
    homes = {
        s
        for n in site.scene.mentions.names_in(site.sentence.start, site.sentence.end, "place", "state")
        for s in [_state_of(site, n.kind, n.key)]
    }
    abroad = tuple(dict.fromkeys(p for u in before for p in people(u.parties) if p.state not in homes))
    if not after and len(before) > 1 and len(abroad) == 1:
        return abroad
    return people(unit.parties)[:1] if unit is not None else people(site.focus)[:1]


def stage_cue(site: Site) -> list[Cue]:
    """«à Accra, première étape de sa tournée», «in Manila, the first stop of a trip»: the place before is visited."""
    if site.token.lemma not in site.words.lemmas["stages"] or not site.words.patterns["stage_of"].match(site.rest):
        return []
    before = site.scene.mentions.names_in(site.sentence.start, site.token.start, "place", "state")
    names = [n for n in before if n.key and site.words.patterns["stage_apposed"].fullmatch(site.scene.folded(n.end, site.token.start))]
    who = away_from(site, names[-1].start, names[-1].end) if names else ()
    return [Cue(site.sentence, site.token, "visit", who, "noun-of-visit", stop=(names[-1].start, names[-1].end))] if who else []


def away_from(site: Site, start: int, end: int) -> Parties:
    """The one person of the sentence, else in focus, who is not at home in a place."""
    here = {s for n in site.scene.mentions.names_in(start, end, "place", "state") for s in [_state_of(site, n.kind, n.key)]}
    named = people(tuple(p for u in units(site.scene, site.sentence.start, site.sentence.end) for p in u.parties))
    abroad = tuple(dict.fromkeys(p for p in named if p.state and p.state not in here))
    focused = tuple(p for p in people(site.focus) if p.state and p.state not in here)
    return abroad if len(abroad) == 1 else focused[:1] if not abroad else ()


def _state_of(site: Site, kind: str, key: str) -> str:
    return key if kind == "state" else site.scene.known.places[key].state if key in site.scene.known.places else ""
