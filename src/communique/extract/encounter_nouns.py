"""Nouns of encounter and whose they are: «son entretien avec X», «la visite de X», «le sommet», «la cérémonie».

Refuses nouns of other meanings (a courtesy visit, a newspaper's interview), what did not take place, and a visit whose
visitor the words do not say.
"""

import re

from communique.extract.encounter_parties import company, doers, main_actor, other_side, subject_of, with_others
from communique.extract.encounter_series import phrase_start
from communique.extract.encounter_sessions import held, of_another_time, opened_with, presided, presided_by, sides, voices
from communique.extract.encounter_signings import witnessed_cue
from communique.extract.encounter_visits import done_by, installed, nearest, stage, to_be_made, visit_noun
from communique.extract.encounter_words import Cue, Parties, Site, covering, persons_first, whom_before
from communique.extract.units import after, people, row
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
    if refined in ("meeting", "call") and determiner in ("", "a") and site.words.patterns["leading_to"].search(site.before):
        return None
    participants, definite = _RULES[refined](site, determiner)
    weak = bool({site.token.lemma, site.token.text.lower()} & site.words.lemmas["weak"])
    owned = determiner in _OWN or people(site.after("of", 20)) or done_by(site) or to_be_made(site) or _borne(site)
    if weak and not (participants and owned) and not site.words.patterns["of_the_guest"].search(site.before):
        return None
    if weak and site.token.lemma in site.words.lemmas["arrivals"] and not _names_a_place(site):
        return None
    stop = stage(site) if site.token.lemma in site.words.lemmas["tours"] else None
    if not participants and refined in ("meeting", "conference") and (refined == "meeting" or _is_bilateral(site)):
        participants, stop = held(site)
        if participants and site.reads("bilateral_forum"):
            participants = site.scene.states(tuple(dict.fromkeys(p.state for p in participants if p.state)))
        definite = definite and not participants
    host = installed(site) if refined == "ceremony" else ""
    parties = tuple(dict.fromkeys(participants))
    return Cue(site.sentence, site.token, refined, parties, f"noun-of-{refined}", definite, host=host, stop=stop)


def _determiner(site: Site) -> str:
    before = site.sentence.tokens[site.token.index - 1 : site.token.index] if site.token.index else []
    near = [
        *site.sentence.children(site.token, "det"),
        *(t for t in site.sentence.children(site.token, "nmod") if t.subtype == "poss"),
        *before,
    ]
    senses = site.words.determiners
    return next((senses.get(t.lemma) or senses[t.text.lower()] for t in near if t.lemma in senses or t.text.lower() in senses), "")


def _borne(site: Site) -> bool:
    """«X, en déplacement à Z», «après un séjour au Kenya»: the words before say that somebody makes the journey."""
    return any(site.words.patterns[name].search(site.before) for name in ("on_a", "visit_over"))


_OWN = ("his", "their", "our", "my")


def _is_bilateral(site: Site) -> bool:
    """Is a conference one of two states by its own words: «le sommet intergouvernemental algéro-italien»?"""
    end = min(site.sentence.end, site.token.end + 60)
    if site.reads("bilateral_forum"):
        return True
    start = phrase_start(site.scene, site.sentence, site.token) if site.words.modified_before else site.token.start
    names = site.scene.mentions.names_in(start, end, "state", "adjective", "combining")
    return len({n.key for n in names if n.key}) == 2 or bool(
        site.words.patterns["numbered_conference"].search(site.before + site.rest[:12])
    )


def _names_a_place(site: Site) -> bool:
    names = site.scene.mentions.names_in(site.token.end, min(site.sentence.end, site.token.end + 60), "state", "place")
    return any(n.key for n in names)


def _denied(site: Site) -> bool:
    """«aucune rencontre n'est prévue», «la visite n'a jamais eu lieu», «sans cesse repoussée»."""
    verb = site.governor()
    after = site.scene.folded(site.token.end, min(site.sentence.end, site.token.end + 160))
    if site.words.patterns["called_off"].search(after) or site.words.patterns["called_off_before"].search(site.before):
        return True
    set_down = verb is not None and verb.lemma in site.words.lemmas["taking_place"] and site.token.deprel == "nsubj"
    if verb is not None and set_down and site.token.head == verb.index and clauses.form(site.sentence, verb).negated:
        return True
    return verb is not None and bool(site.words.patterns["none"].search(site.before)) and site.token.head == verb.index


def _refined(site: Site, kind: str) -> str | None:
    """What a noun of many uses is here: «conférence de presse» is a ceremony, an «échange» an encounter only by telephone."""
    patterns, rest, lemma = site.words.patterns, site.rest, site.token.lemma.lower()
    if site.reads("press") and (lemma not in site.words.lemmas["declared"] or patterns["present_at"].search(site.before)):
        return "ceremony"
    if site.reads("courtesy"):
        return "meeting"
    if site.reads("not_an_encounter"):
        return None
    if site.words.patterns["larger"].search(site.before[-60:]):
        return None
    if kind in ("meeting", "call"):
        by_phone = kind == "call" and patterns["call"].search(site.scene.folded(max(0, site.token.start - 8), site.token.end))
        if site.reads("call") or by_phone:
            return "call"
        if lemma in site.words.lemmas["talks"] and (
            site.after("with", 40) or _with_before(site) or site.words.patterns["between"].match(rest)
        ):
            return "meeting"
        if lemma in site.words.lemmas["exchanges"] and people(site.after("with", 40)):
            return "meeting"
        return (
            "meeting"
            if bool({lemma, site.token.text.lower()} & site.words.lemmas["meetings"]) and not patterns["vague"].search(rest)
            else None
        )
    if kind == "meeting" and _of_an_organization(site):
        return "conference"
    if kind == "conference":
        return _conference_kind(site)
    if kind == "ceremony":
        return "ceremony" if site.reads("ceremony") else None
    return kind


def _of_an_organization(site: Site) -> bool:
    """«the APEC Economic Leaders' Meeting»: a name of its own with one organization in it."""
    if not site.words.modified_before or not site.token.text[:1].isupper() or site.token.index == 0:
        return False
    return (
        len(
            {
                n.key
                for n in site.scene.mentions.names_in(phrase_start(site.scene, site.sentence, site.token), site.token.end, "organization")
                if n.key
            }
        )
        == 1
    )


def _conference_kind(site: Site) -> str | None:
    if site.token.lemma in site.words.lemmas["sessions"] and site.words.patterns["bare_session"].match(site.rest):
        return "meeting"
    numbered = site.token.text[:1].isupper() and site.words.patterns["numbered"].search(site.before)
    if not numbered and not site.reads("conference") or site.words.patterns["taken_at"].search(site.before):
        return None
    return next((kind or "conference" for p, _, kind in site.words.series if _fits(site, p)), "conference")


def _fits(site: Site, pattern: re.Pattern[str]) -> bool:
    before = site.words.modified_before
    return bool(pattern.match(site.rest)) or before and covering(site.scene, site.sentence, site.token, pattern) is not None


def _meeting_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    """«son entretien avec X», «la rencontre entre X et Y», «leur entretien», «des entretiens avec X»."""
    if who := presided(site) or presided_by(site):
        return who, determiner in ("the", "this") and site.words.patterns["bare_session"].match(site.rest) is not None
    named = _between(site) if site.words.patterns["between"].match(site.rest) else ()
    if len(named) < 2 and site.words.patterns["of_people"].match(site.rest):
        named = people(site.after("of", 24))
    if len(named) > 1:
        return named, False
    if any(_fits(site, p) for p, _, kind in site.words.series if kind == "meeting"):
        return (_delegations(site), False) if _is_convened(site) else ((), False)
    others = _courtesy(site) or site.after("with", 60) or whom_before(site) or _with_before(site) or _with_between(site)
    if not others and site.token.lemma in site.words.lemmas["granted"]:
        others = people(site.after("to_whom", 60))
    mine = site.whose(determiner)
    occasion = site.words.patterns["at_occasion"].search(site.before)
    verb = site.governor()
    carried = verb is not None and verb.lemma in site.words.lemmas["carriers"]
    if not others and determiner in ("a", "") and (occasion or carried) and len({p.state for p in mine}) > 1:
        return mine, False
    resumed = verb is not None and verb.lemma in site.words.lemmas["resuming"]
    if not others and not mine and (carried or resumed) and len(states := _two_states(site)) == 2:
        return states, False
    if others:
        if determiner == "his" and len(people(others)) > len(mine) == 1 and mine[0] in others:
            others = tuple(p for p in others if p not in mine)
        if not mine or set(mine) <= set(others):
            mine = company(site.scene, site.sentence, others, site.focus)
        elif len(mine) > 1 and people(others):
            mine = main_actor(site.scene, site.sentence, tuple(p for p in mine if p not in others))
        return persons_first((*mine, *others)), False
    pointing = determiner in ("this", "the", "his", "their") and not site.words.patterns["of_what"].match(site.rest)
    if determiner in ("his", "their") and len(mine) > 1:
        return mine, True
    return (), pointing


def _between(site: Site) -> Parties:
    """«la commission entre le Kenya et le Rwanda, le ministre X a …»: two states first end the row."""
    named = site.after("between", 50)
    return named[:2] if [p.kind for p in named[:2]] == ["state", "state"] else persons_first(named)


def _courtesy(site: Site) -> Parties:
    """«a courtesy call on Y», «une visite de courtoisie à Y»: whom the call is paid on, or who pays it."""
    match = site.reads("courtesy")
    if match is None:
        return ()
    return whom_before(site) or people(site.after("courtesy", 70))


def _two_states(site: Site) -> Parties:
    """«Kenya and Rwanda held talks»: the states or organizations that do what the noun says."""
    verb = site.governor()
    found = subject_of(site.scene, site.sentence, verb, ()) if verb is not None else ()
    return tuple(p for p in found if p.kind != "person")


def _is_convened(site: Site) -> bool:
    """Does a regular format meet here, not only have a name: «présider la commission mixte», «la 15e session de …»?"""
    verb = site.governor()
    if verb is not None and verb.lemma in site.words.lemmas["resuming"]:
        return False
    if site.words.patterns["convened"].match(site.rest) or site.words.patterns["convened_before"].search(site.before):
        return True
    if site.words.patterns["at_occasion"].search(site.before):
        return True
    return verb is not None and (site.words.verbs.get(verb.lemma) == "attend" or verb.lemma in site.words.lemmas["convening"])


def _delegations(site: Site) -> Parties:
    """The two states of a regular format: «la Grande Commission mixte maroco-sénégalaise», «des deux pays»."""
    start = max(site.sentence.start, site.token.start - 50) if site.words.modified_before else site.token.start
    near = site.scene.states_in(start, min(site.sentence.end, site.token.end + 90))
    if len(near) < 2:
        return sides(site)
    return (() if of_another_time(site) else voices(site.scene, tuple(near[:2]))) or site.scene.states(near[:2])


def _with_before(site: Site) -> Parties:
    """«Avec X, les discussions ont porté sur …»."""
    start = site.sentence.start
    led = site.words.patterns["with_first"].match(site.scene.folded(start, site.token.start))
    told = any(t.upos == "VERB" for t in site.sentence.tokens[: site.token.index]) and site.token.deprel not in ("obj", "nsubj", "root")
    return row(site.scene, start + led.end(), site.token.start) if led and not told else ()


def _with_between(site: Site) -> Parties:
    """«X avait eu avec Y des entretiens»: between the verb and the noun."""
    verb = site.governor()
    if verb is None or verb.index > site.token.index or verb.lemma not in site.words.lemmas["carriers"]:
        return ()
    return people(after(site.scene, site.words.leads["with"], verb.end, site.token.start, reach=30))


def _conference_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    verb = site.governor()
    if who := presided(site) or presided_by(site) or opened_with(site):
        return who, False
    asked = verb is not None and verb.lemma in site.words.lemmas["bidding"] and clauses.form(site.sentence, verb).passive
    if verb is not None and (asked or site.words.verbs.get(verb.lemma) == "attend"):
        if clauses.form(site.sentence, verb).negated:
            return (), True
        come = site.words.patterns["come_for"].search(site.scene.folded(site.sentence.start, verb.start))
        near = nearest(site, site.sentence.start + come.start()) if come else ()
        return near or people(subject_of(site.scene, site.sentence, verb, site.focus)), False
    bare = not site.sentence.children(site.token, "nmod", "amod", "appos", "flat", "compound")
    return (), determiner in ("this", "the", "his", "") and bare


def _ceremony_noun(site: Site, determiner: str) -> tuple[Parties, bool]:
    verb = site.governor()
    if verb is not None and clauses.form(site.sentence, verb).negated:
        return (), True
    who = doers(site.scene, site.sentence, verb, site.focus) if verb is not None else ()
    if site.words.patterns["present_at"].search(site.before):
        who = people(site.said) or who or nearest(site, site.token.start)
    if not who and verb is not None and site.words.verbs.get(verb.lemma) == "attend":
        who = nearest(site, verb.start)
    if (
        determiner in ("the", "this")
        and site.words.patterns["bare_backward"].search(site.before)
        and not site.sentence.children(site.token, "nmod", "amod", "compound")
    ):
        return (), True
    who = (*who, *people(site.after("honouring", 60)))
    others = people(site.after("with", 40)) or with_others(site.scene, site.sentence, site.token, who)
    if site.words.patterns["joint"].search(site.phrase) and len(who) == 1 and not others:
        others = other_side(site.scene, site.sentence, who)
    return (*who, *others), determiner in ("this", "the") and not who


_RULES = {"meeting": _meeting_noun, "call": _meeting_noun, "visit": visit_noun, "conference": _conference_noun, "ceremony": _ceremony_noun}
"""How each class of nouns names who takes part: the parties, and whether the noun only points back."""
