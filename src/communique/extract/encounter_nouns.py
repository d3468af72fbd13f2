"""Nouns of encounter and whose they are: «son entretien avec X», «la visite de X», «le sommet», «la cérémonie».

Refuses nouns of other meanings (a courtesy visit, a newspaper's interview), what did not take place, and a visit whose
visitor the words do not say.
"""

import re

from communique.extract.encounter_parties import company, other_side, subject_of, with_others
from communique.extract.encounter_sessions import held, opened_with, presided, sides
from communique.extract.encounter_signings import witnessed_cue
from communique.extract.encounter_visits import done_by, nearest, to_be_made, visit_noun
from communique.extract.encounter_words import Cue, Parties, Site, persons_first
from communique.extract.units import people, row
from communique.language import clauses


def noun_cue(site: Site) -> Cue | None:
    """Give the encounter that a noun tells of, null where it tells of none."""
    kind = site.words.nouns.get(site.token.lemma.lower()) or site.words.nouns.get(site.token.text.lower())
    if kind is None or site.scene.mention_of(site.sentence, site.token) is not None:
        return None
    if kind == "signing":
        return witnessed_cue(site)
    refined = _refined(site, kind)
    if refined is None or _denied(site):
        return None
    determiner = _determiner(site)
    participants, definite = _RULES[refined](site, determiner)
    weak = site.token.lemma in site.words.weak or site.token.text.lower() in site.words.weak
    owned = determiner in ("son", "leur", "notre", "mon") or people(site.after(r"de|du|d'", 20)) or done_by(site) or to_be_made(site)
    if weak and not (participants and owned) and not site.words.patterns["of_the_guest"].search(site.before):
        return None
    if weak and site.token.lemma in ("arrivée", "venue") and not _names_a_place(site):
        return None
    stop = _stage(site) if site.token.lemma in site.words.tours else None
    if not participants and refined in ("meeting", "conference") and (refined == "meeting" or _is_bilateral(site)):
        participants, stop = held(site)
        definite = definite and not participants
    return Cue(site.sentence, site.token, refined, tuple(dict.fromkeys(participants)), f"noun-of-{refined}", definite, stop=stop)


def _determiner(site: Site) -> str:
    found = next((t.lemma for t in site.sentence.children(site.token, "det")), "")
    before = site.sentence.tokens[site.token.index - 1] if site.token.index else None
    found = found or (before.lemma if before is not None and before.upos == "DET" else "")
    return {"ma": "mon", "mes": "mon", "nos": "notre"}.get(found, found)


def _is_bilateral(site: Site) -> bool:
    """Is a conference one of two states by its own words: «le sommet intergouvernemental algéro-italien»?"""
    end = min(site.sentence.end, site.token.end + 60)
    names = site.scene.mentions.names_in(site.token.start, end, "state", "adjective", "combining")
    return len({n.key for n in names if n.key}) == 2 or bool(re.match(r"conference\b", site.rest) and re.search(r"\d+e $", site.before))


def _stage(site: Site) -> tuple[int, int] | None:
    """«Le Kazakhstan est la deuxième étape de la tournée de X»: the stop that the clause is about."""
    match = site.words.patterns["stage"].search(site.before)
    names = site.scene.mentions.names_in(site.sentence.start, site.sentence.start + match.start(), "state", "place") if match else []
    return (names[-1].start, names[-1].end) if names and names[-1].key else None


def _names_a_place(site: Site) -> bool:
    names = site.scene.mentions.names_in(site.token.end, min(site.sentence.end, site.token.end + 60), "state", "place")
    return any(n.key for n in names)


def _denied(site: Site) -> bool:
    """«aucune rencontre n'est prévue», «la visite n'a jamais eu lieu», «sans cesse repoussée»."""
    verb = site.governor()
    after = site.scene.folded(site.token.end, min(site.sentence.end, site.token.end + 160))
    if site.words.patterns["called_off"].search(after):
        return True
    return verb is not None and bool(re.search(r"\b(?:aucun|aucune)\b", site.before)) and site.token.head == verb.index


def _refined(site: Site, kind: str) -> str | None:
    """What a noun of many uses is here: «conférence de presse» is a ceremony, an «échange» an encounter only by telephone."""
    patterns, rest, lemma = site.words.patterns, site.rest, site.token.lemma.lower()
    if patterns["press"].match(rest):
        return "ceremony"
    if patterns["not_an_encounter"].match(rest):
        return None
    if site.words.patterns["larger"].search(site.before[-60:]):
        return None
    if kind in ("meeting", "call"):
        by_phone = kind == "call" and patterns["call"].search(site.scene.folded(max(0, site.token.start - 8), site.token.end))
        if patterns["call"].match(rest) or by_phone:
            return "call"
        if lemma in ("discussion", "discussions", "entretien") and (site.after("avec", 40) or _with_before(site)):
            return "meeting"
        return "meeting" if lemma in site.words.plain_meetings and not patterns["vague"].search(rest) else None
    if kind == "conference":
        return _conference_kind(site)
    if kind == "ceremony":
        return "ceremony" if patterns["ceremony"].match(rest) else None
    return kind


def _conference_kind(site: Site) -> str | None:
    numbered = site.token.text[:1].isupper() and re.search(r"(?:\b\d+|iem)e $", site.before)
    if not numbered and not site.words.patterns["conference"].match(site.rest) or site.words.patterns["taken_at"].search(site.before):
        return None
    return next((kind or "conference" for p, _, kind in site.words.series if p.match(site.rest)), "conference")


def _meeting_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    """«son entretien avec X», «la rencontre entre X et Y», «leur entretien», «des entretiens avec X»."""
    if who := presided(site):
        return who, False
    named = persons_first(site.after("entre", 50)) if re.match(r"\w+(?: \w+){0,4} entre\b", site.rest) else ()
    if len(named) < 2 and re.match(r"\w+(?: \w+){0,2} (?:de mm?|d[eu']|des)\b", site.rest):
        named = people(site.after(r"de|du|d'|des", 24))
    if len(named) > 1:
        return named, False
    if any(p.match(site.rest) for p, _, kind in site.words.series if kind == "meeting"):
        return (_delegations(site), False) if _is_convened(site) else ((), False)
    others = site.after("avec", 60) or _with_before(site)
    mine = site.whose(determiner)
    occasion = site.words.patterns["at_occasion"].search(site.before)
    if not others and determiner == "un" and occasion and len({p.state for p in mine}) > 1:
        return mine, False
    if (
        not others
        and determiner == "un"
        and len({p.state for p in mine}) > 1
        and (verb := site.governor()) is not None
        and verb.lemma in site.words.carriers
    ):
        return mine, False
    if others:
        if not mine or set(mine) <= set(others):
            mine = company(site.scene, site.sentence, others, site.focus)
        elif len(mine) > 1 and people(others):
            mine = tuple(p for p in mine if p not in others)
        return persons_first((*mine, *others)), False
    pointing = determiner in ("ce", "le", "son", "leur") and not re.match(r"\w+(?: \w+)? (?:de l'|du|de la|des|d')", site.rest)
    if determiner in ("son", "leur") and len(mine) > 1:
        return mine, True
    return (), pointing


def _is_convened(site: Site) -> bool:
    """Does a regular format meet here, not only have a name: «présider la commission mixte», «la 15e session de …»?"""
    verb = site.governor()
    if verb is not None and verb.lemma in site.words.resuming:
        return False
    if site.words.patterns["convened"].match(site.rest) or site.words.patterns["convened_before"].search(site.before):
        return True
    if site.words.patterns["at_occasion"].search(site.before):
        return True
    return verb is not None and (
        site.words.verbs.get(verb.lemma) == "attend" or verb.lemma in ("tenir", "ouvrir", "réunir", "dérouler", "coprésider")
    )


def _delegations(site: Site) -> Parties:
    """The two states of a regular format: «la Grande Commission mixte maroco-sénégalaise», «des deux pays»."""
    near = site.scene.states_in(site.token.start, min(site.sentence.end, site.token.end + 90))
    return site.scene.states(near[:2]) if len(near) > 1 else sides(site)


def _with_before(site: Site) -> Parties:
    """«Avec X, les discussions ont porté sur …»."""
    start = site.sentence.start
    led = re.match(r"avec\b", site.scene.folded(start, site.token.start))
    return row(site.scene, start + led.end(), site.token.start) if led else ()


def _conference_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    verb = site.governor()
    if who := presided(site) or opened_with(site):
        return who, False
    asked = verb is not None and verb.lemma in ("convier", "inviter") and clauses.form(site.sentence, verb).passive
    if verb is not None and (asked or site.words.verbs.get(verb.lemma) == "attend"):
        if clauses.form(site.sentence, verb).negated:
            return (), True
        come = site.words.patterns["come_for"].search(site.scene.folded(site.sentence.start, verb.start))
        near = nearest(site, site.sentence.start + come.start()) if come else ()
        return near or people(subject_of(site.scene, site.sentence, verb, site.focus)), False
    bare = not site.sentence.children(site.token, "nmod", "amod", "appos", "flat")
    return (), determiner in ("ce", "le", "son", "") and bare


def _ceremony_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    verb = site.governor()
    if verb is not None and clauses.form(site.sentence, verb).negated:
        return (), True
    who = people(subject_of(site.scene, site.sentence, verb, site.focus)) if verb is not None else ()
    if site.words.patterns["present_at"].search(site.before):
        who = people(site.said) or who or nearest(site, site.token.start)
    if not who and verb is not None and site.words.verbs.get(verb.lemma) == "attend":
        who = nearest(site, verb.start)
    if (
        determiner in ("le", "ce")
        and site.words.patterns["bare_backward"].search(site.before)
        and not site.sentence.children(site.token, "nmod", "amod")
    ):
        return (), True
    who = (*who, *people(site.after(r"en l'honneur (?:de|du|d')|(?:d'accueil|de bienvenue)(?: officiel(?:le)?)? (?:de|du|d')", 60)))
    others = people(site.after("avec", 40)) or with_others(site.scene, site.sentence, site.token, who)
    if site.words.patterns["joint"].search(site.rest) and len(who) == 1 and not others:
        others = other_side(site.scene, site.sentence, who)
    return (*who, *others), determiner in ("ce", "le") and not who


_RULES = {"meeting": _meeting_noun, "call": _meeting_noun, "visit": visit_noun, "conference": _conference_noun, "ceremony": _ceremony_noun}
"""How each class of nouns names who takes part: the parties, and whether the noun only points back."""
