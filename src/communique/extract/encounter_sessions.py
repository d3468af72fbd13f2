"""Meetings and regular formats told by where and when they are held, with nobody named beside: «le sommet s'est tenu à Z».

Participants are the states in the noun's own words, else the two persons of the relation who are named most, else the two states.
Refuses what has no time or place of its own, what an organization holds, and nouns of a third matter («la réunion du parti»).
"""

from dataclasses import replace

from communique.extract.encounter_dates import own_clauses, told_as_past
from communique.extract.encounter_lexicon import words_of
from communique.extract.encounter_parties import row_before
from communique.extract.encounter_sides import heads_of_delegation
from communique.extract.encounter_words import Cue, Parties, Site
from communique.extract.scene import Scene
from communique.extract.units import after, people, row
from communique.language import clauses
from communique.language.times import resolve
from communique.language.tokens import Token
from communique.records import edtf

Stop = tuple[int, int]


def presided(site: Site) -> Parties:
    """«les présidents X et Y ont coprésidé, le 3 mai à Z, la 5e Conférence»: who is said to preside, by the words' order."""
    for token in reversed(site.sentence.tokens[max(0, site.token.index - 30) : site.token.index]):
        if token.lemma in site.words.lemmas["copresiding"]:
            verb = replace(site, token=token)
            named = people(verb.subject())
            if len(named) < 2:
                named = row_before(site.scene, site.sentence, token) or named
            if len(named) == 1:
                named = tuple(dict.fromkeys((*named, *people(site.after("with", 140)))))
            return named if len(named) > 1 else _both_here(site)
        if token.upos == "VERB" and clauses.is_finite(site.sentence, token):
            return ()
    return ()


def presided_by(site: Site) -> Parties:
    """«le Conseil, coprésidé lundi à Z par X et Y»: who is said to preside behind the noun."""
    folded = site.scene.folded(site.token.end, min(site.sentence.end, site.token.end + 160))
    match = site.words.patterns["presided_by"].search(folded)
    named = people(row(site.scene, site.token.end + match.end(), site.sentence.end, gap=20)) if match else ()
    return named if len(named) > 1 else ()


def _both_here(site: Site) -> Parties:
    """The two persons of two states that the sentence names."""
    here = dict.fromkeys(site.scene.person(m.member) for m in site.scene.mentions.people_in(site.sentence.start, site.sentence.end))
    return tuple(here) if len(here) == 2 and len({p.state for p in here}) == 2 else ()


def opened_with(site: Site) -> Parties:
    """«Elle a ouvert avec X un forum économique»: the subject and whom «avec» names between verb and noun."""
    verb = site.governor()
    if verb is None or verb.lemma not in site.words.lemmas["chairing"] or verb.index > site.token.index:
        return ()
    who = people(replace(site, token=verb).subject()) or people(site.focus)[:1]
    others = people(after(site.scene, site.words.leads["with"], verb.end, site.token.start, reach=40))
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
    return (() if of_another_time(site) else voices(site.scene, pair)) or site.scene.states(pair)


def of_another_time(site: Site) -> bool:
    """Is it planned, told as past, or of a month or day long before the news? Then the states stand for whoever took part."""
    if told_as_past(Cue(site.sentence, site.token, "meeting", (), "noun-of-meeting")) or _planned(site):
        return True
    if site.words.patterns["announced"].search(site.before[-90:]):
        return True
    published = site.scene.published
    inside = [t for t in site.scene.mentions.times if site.sentence.start <= t.start < site.sentence.end and t.kind == "date"]
    days = [d for t in inside if (d := resolve(t, published, "past"))]
    return bool(published and days) and all((edtf.bounds(str(published)).first - edtf.bounds(d).last).days > 40 for d in days)


def voices(scene: Scene, pair: tuple[str, ...]) -> Parties:
    """Give the person named most for each of two states, where both have one."""
    heads = heads_of_delegation(scene)
    if {p.state for p in heads} == set(pair):
        return heads
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
    match = words_of(scene).patterns["something_else"].search(scene.folded(start, end))
    return start + match.start() if match else end


def _takes_place(site: Site) -> bool:
    """Is the noun what is held: «s'est tenue», «a eu lieu», «est prévue», «que le Japon accueillera»?"""
    sentence, token = site.sentence, site.token
    if own_clauses(sentence, token, site.words):
        return True
    hosts = [t for t in sentence.children(token, "acl") if t.lemma in site.words.lemmas["hosting"]]
    head = sentence.head(token)
    if hosts or head is not None and token.deprel == "obj" and head.lemma in site.words.lemmas["hosting"]:
        return True
    if head is None or token.deprel != "nsubj" or clauses.form(sentence, head).negated:
        return False
    if head.lemma in site.words.lemmas["being_held"]:
        return clauses.reflexive(sentence, head) or clauses.form(sentence, head).passive
    behind = site.scene.folded(head.start, head.end + 14)
    return head.lemma in site.words.lemmas["being_set"] or bool(site.words.patterns["takes_place"].search(behind))


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
    named = [n for n in near if site.words.patterns["of_the_city"].fullmatch(site.scene.folded(site.token.end, n.start))]
    definite = site.words.patterns["definite"].search(site.before)
    return (named[0].start, named[0].end) if named and named[0].key and definite and not _series(site) else None


def _hosting_city(site: Site) -> Stop | None:
    """«à Ouagadougou, qui abritera la 6e Conférence»: the city before the relative clause."""
    head = site.sentence.head(site.token)
    if head is None or head.lemma not in site.words.lemmas["hosting"]:
        return None
    near = [n for n in site.scene.mentions.names_in(site.sentence.start, head.start, "place") if n.key]
    straight = bool(near) and site.words.patterns["which"].fullmatch(site.scene.folded(near[-1].end, head.start))
    return (near[-1].start, near[-1].end) if straight else None


def _series(site: Site) -> bool:
    return any(p.match(site.rest) for p, _, _ in site.words.series)


def _of_a_third(site: Site, stop: Stop | None) -> bool:
    """Is it held by someone else: an organization's, a party's, a club's?"""
    names = site.scene.mentions.names_in(site.token.start, _reach(site.scene, site.token.end, site.sentence.end), "organization")
    if any(n.key for n in names) or site.words.patterns["vague"].search(site.rest):
        return True
    if site.token.lemma in site.words.lemmas["sessions"]:
        return False
    belongs = site.words.patterns["belongs"].match(site.rest)
    return stop is None and belongs is not None and not _series(site)


def _planned(site: Site) -> bool:
    head = site.governor()
    verbs: list[Token] = [*own_clauses(site.sentence, site.token, site.words), *([head] if head is not None else [])]
    return any(
        clauses.form(site.sentence, v).tense == "Fut"
        or clauses.form(site.sentence, v).mood == "Cnd"
        or v.lemma in site.words.lemmas["planning"]
        or v.lemma in site.words.lemmas["convening"]
        and clauses.is_infinitive(v)
        for v in verbs
    )


def several(site: Site, cue: Cue) -> list[Cue]:
    """«leurs rencontres de 2010 à X et de 2014 à Y» are two; «la visite de X après celles d'octobre 2018 et de novembre 2022» three."""
    if cue.kind not in ("meeting", "visit"):
        return [cue]
    scene, end = site.scene, site.sentence.end
    folded = scene.folded(cue.token.end, end)
    former = site.words.patterns["former"].search(folded)
    if former is None and not site.words.patterns["of_times"].match(folded):
        return [cue]
    start = cue.token.end + (former.end() if former else 0)
    dated = _row_of_times(scene, start, end)
    if former:
        return [cue, *(replace(cue, anchor=time, definite=False) for time, _ in dated)] if cue.participants else [cue]
    if len(dated) < 2 or not cue.token.text.endswith("s"):
        return [cue]
    who = cue.participants or voices(scene, scene.pair)
    return [replace(cue, participants=who, anchor=time, stop=stop, definite=False) for time, stop in dated] if who else [cue]


def _row_of_times(scene: Scene, start: int, end: int) -> list[tuple[Stop, Stop | None]]:
    """Times joined by commas and «et», each with the place behind it."""
    found: list[tuple[Stop, Stop | None]] = []
    at = start
    for time in sorted((t for t in scene.mentions.times if start <= t.start < end), key=lambda t: t.start):
        if not words_of(scene).patterns["times_link"].fullmatch(scene.folded(at, time.start)):
            break
        places = [n for n in scene.mentions.names_in(time.end, min(end, time.end + 30), "place", "state") if n.key]
        places = [n for n in places if words_of(scene).patterns["time_to_place"].fullmatch(scene.folded(time.end, n.start))][:1]
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
