"""Meetings and regular formats told by where and when they are held, with nobody named beside: «le sommet s'est tenu à Z».

Participants are the states in the noun's own words, else the two persons of the relation who are named most, else the two states.
Refuses what has no time or place of its own, what an organization holds, and nouns of a third matter («la réunion du parti»).
"""

import re
from dataclasses import replace

from communique.extract.encounter_dates import own_clauses, told_as_past
from communique.extract.encounter_parties import row_before
from communique.extract.encounter_words import Cue, Parties, Site
from communique.extract.scene import Scene
from communique.extract.units import after, people
from communique.language import clauses
from communique.language.tokens import Token

Stop = tuple[int, int]


def presided(site: Site) -> Parties:
    """«les présidents X et Y ont coprésidé, le 3 mai à Z, la 5e Conférence»: who is said to preside, by the words' order."""
    for token in reversed(site.sentence.tokens[max(0, site.token.index - 30) : site.token.index]):
        if token.lemma in ("coprésider", "co-présider"):
            verb = replace(site, token=token)
            named = people(verb.subject())
            if len(named) < 2:
                named = row_before(site.scene, site.sentence, token) or named
            return named if len(named) > 1 else _both_here(site)
        if token.upos == "VERB" and clauses.is_finite(site.sentence, token):
            return ()
    return ()


def _both_here(site: Site) -> Parties:
    """The two persons of two states that the sentence names."""
    here = dict.fromkeys(site.scene.person(m.member) for m in site.scene.mentions.people_in(site.sentence.start, site.sentence.end))
    return tuple(here) if len(here) == 2 and len({p.state for p in here}) == 2 else ()


def opened_with(site: Site) -> Parties:
    """«Elle a ouvert avec X un forum économique»: the subject and whom «avec» names between verb and noun."""
    verb = site.governor()
    if verb is None or verb.lemma not in ("ouvrir", "inaugurer", "présider", "clôturer", "lancer") or verb.index > site.token.index:
        return ()
    who = people(replace(site, token=verb).subject()) or people(site.focus)[:1]
    others = people(after(site.scene, "avec", verb.end, site.token.start, reach=40))
    return (*who, *others) if who and others else ()


def held(site: Site) -> tuple[Parties, Stop | None]:
    """Give who takes part in what is only said to be held, and the place in the noun's own words; empty where it is not told so."""
    stop = _own_place(site)
    if stop is None and not (_takes_place(site) and _is_set(site)):
        return (), None
    if _of_a_third(site, stop):
        return (), None
    stop = stop or _hosting_city(site)
    own = site.words.nouns.get(site.token.lemma) == "meeting" and stop is not None and not _takes_place(site)
    return (voices(site.scene, site.scene.pair) if own else sides(site)), stop


def sides(site: Site) -> Parties:
    """The states in the noun's words, the two who are named most, or the two states of the relation."""
    end = min(site.sentence.end, site.token.end + 90)
    reach = _reach(site.scene, site.token.end, end)
    named = [
        n.key for n in site.scene.mentions.names_in(site.token.start, reach, "state", "adjective", "combining") if n.key and n.start < reach
    ]
    states = list(dict.fromkeys(named))
    if len(states) == 2:
        return site.scene.states(states)
    pair = site.scene.pair
    if states and not set(states) <= set(pair) or len(pair) != 2:
        return ()
    cue = Cue(site.sentence, site.token, "meeting", (), "noun-of-meeting")
    return (() if told_as_past(cue) or _planned(site) else voices(site.scene, pair)) or site.scene.states(pair)


def voices(scene: Scene, pair: tuple[str, ...]) -> Parties:
    """Give the person named most for each of two states, where both have one."""
    counts: dict[int, int] = {}
    for mention in scene.mentions.cast.mentions:
        counts[mention.member] = counts.get(mention.member, 0) + 1
    found = []
    for state in pair:
        theirs = [i for i in counts if scene.mentions.cast.members[i].state == state]
        if theirs:
            found.append(scene.person(max(theirs, key=lambda i: (counts[i], -i))))
    return tuple(found) if len(found) == 2 else ()


def _reach(scene: Scene, start: int, end: int) -> int:
    """Where the noun's own words end: a comma, a bracket or a word that begins something else."""
    match = _ELSE.search(scene.folded(start, end))
    return start + match.start() if match else end


_ELSE = re.compile(r"[,;:.()]|\b(?:a|au|aux|en|dans|qui|que|s'|se|est|ont|aura|sera|avec|par|tenue?s?)\b(?! (?:haut|sommet))")


def _takes_place(site: Site) -> bool:
    """Is the noun what is held: «s'est tenue», «a eu lieu», «est prévue», «que le Japon accueillera»?"""
    sentence, token = site.sentence, site.token
    if own_clauses(sentence, token):
        return True
    hosts = [t for t in sentence.children(token, "acl") if t.lemma in _HOSTS]
    head = sentence.head(token)
    if hosts or head is not None and token.deprel == "obj" and head.lemma in _HOSTS:
        return True
    if head is None or token.deprel != "nsubj" or clauses.form(sentence, head).negated:
        return False
    if head.lemma in ("tenir", "dérouler", "ouvrir", "réunir"):
        return clauses.reflexive(sentence, head) or clauses.form(sentence, head).passive
    return head.lemma in ("prévoir", "programmer", "organiser", "débuter") or "lieu" in site.scene.folded(head.start, head.end + 14)


_HOSTS = {"accueillir", "abriter", "héberger"}


def _is_set(site: Site) -> bool:
    """Does the sentence say when or where?"""
    inside = [t for t in site.scene.mentions.times if site.sentence.start <= t.start < site.sentence.end]
    return bool(
        [t for t in inside if t.kind not in ("since", "until")] or site.scene.mentions.names_in(site.token.end, site.sentence.end, "place")
    )


def _own_place(site: Site) -> Stop | None:
    """«la rencontre de Kharkov»: the city that the noun is called by."""
    if site.words.nouns.get(site.token.lemma) != "meeting":
        return None
    near = site.scene.mentions.names_in(site.token.end, min(site.sentence.end, site.token.end + 30), "place")
    named = [n for n in near if re.fullmatch(r" (?:historique )?(?:de |d')", site.scene.folded(site.token.end, n.start))]
    definite = re.search(r"\b(?:la|le|cette|ce|l')\s?(?:\w+ )?$", site.before)
    return (named[0].start, named[0].end) if named and named[0].key and definite and not _series(site) else None


def _hosting_city(site: Site) -> Stop | None:
    """«à Ouagadougou, qui abritera la 6e Conférence»: the city before the relative clause."""
    head = site.sentence.head(site.token)
    if head is None or head.lemma not in _HOSTS:
        return None
    near = [n for n in site.scene.mentions.names_in(site.sentence.start, head.start, "place") if n.key]
    straight = bool(near) and re.fullmatch(r",? qui ?", site.scene.folded(near[-1].end, head.start))
    return (near[-1].start, near[-1].end) if straight else None


def _series(site: Site) -> bool:
    return any(p.match(site.rest) for p, _, _ in site.words.series)


def _of_a_third(site: Site, stop: Stop | None) -> bool:
    """Is it held by someone else: an organization's, a party's, a club's?"""
    names = site.scene.mentions.names_in(site.token.start, _reach(site.scene, site.token.end, site.sentence.end), "organization")
    if any(n.key for n in names) or site.words.patterns["vague"].search(site.rest):
        return True
    belongs = re.match(r"\w+(?: \w+)? (?:du|de la|de l'|des|d'un|d'une|d'(?=\w+ )) ?", site.rest)
    return stop is None and belongs is not None and not _series(site)


def _planned(site: Site) -> bool:
    head = site.governor()
    verbs: list[Token] = [*own_clauses(site.sentence, site.token), *([head] if head is not None else [])]
    return any(clauses.form(site.sentence, v).tense == "Fut" or v.lemma in ("prévoir", "programmer") for v in verbs)


def several(site: Site, cue: Cue) -> list[Cue]:
    """«leurs rencontres de 2010 à X et de 2014 à Y» are two; «la visite de X après celles d'octobre 2018 et de novembre 2022» three."""
    if cue.kind not in ("meeting", "visit"):
        return [cue]
    scene, end = site.scene, site.sentence.end
    folded = scene.folded(cue.token.end, end)
    former = site.words.patterns["former"].search(folded)
    if former is None and not re.match(r" (?:\w+ )?(?:de|d'|en) ?", folded):
        return [cue]
    start = cue.token.end + (former.end() if former else 0)
    dated = _row_of_times(scene, start, end)
    if former:
        return [cue, *(replace(cue, anchor=time, definite=False) for time, _ in dated)] if cue.participants else [cue]
    if len(dated) < 2 or not re.search(r"s$", cue.token.text):
        return [cue]
    who = cue.participants or voices(scene, scene.pair)
    return [replace(cue, participants=who, anchor=time, stop=stop, definite=False) for time, stop in dated] if who else [cue]


def _row_of_times(scene: Scene, start: int, end: int) -> list[tuple[Stop, Stop | None]]:
    """Times joined by commas and «et», each with the place behind it."""
    found: list[tuple[Stop, Stop | None]] = []
    at = start
    for time in sorted((t for t in scene.mentions.times if start <= t.start < end), key=lambda t: t.start):
        if not re.fullmatch(r"[ ,]*(?:et )?(?:de |d'|en |du |celles? (?:de |d'))?(?:le |la )?", scene.folded(at, time.start)):
            break
        places = [n for n in scene.mentions.names_in(time.end, min(end, time.end + 30), "place", "state") if n.key]
        places = [n for n in places if re.fullmatch(r" (?:a|au|en|aux) ", scene.folded(time.end, n.start))][:1]
        found.append(((time.start, time.end), (places[0].start, places[0].end) if places else None))
        at = places[0].end if places else time.end
    return found


def ellipsis_cue(site: Site, found: list[Cue]) -> list[Cue]:
    """«La première rencontre s'était déroulée à X ; la prochaine est prévue à Y»: the noun is the one before."""
    token, sentence = site.token, site.sentence
    if token.deprel != "nsubj" or not sentence.children(token, "det") or not found:
        return []
    if not site.words.patterns["elliptic"].fullmatch(site.scene.folded(token.start, token.end)):
        return []
    before = found[-1]
    if before.kind not in ("meeting", "conference") or not _takes_place(site) or not _is_set(site):
        return []
    return [Cue(sentence, token, before.kind, site.scene.states(site.scene.pair), before.rule)]
