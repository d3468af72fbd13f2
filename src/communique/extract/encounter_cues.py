"""The words that tell of an encounter in one sentence, and who takes part by grammar and by the words' order.

Finds verbs («a rencontré X», «s'est rendu à») and nouns («son entretien avec X», «la visite de X»). Whether two cues tell of
one encounter is decided elsewhere.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.encounter_parties import company, other_side, owner, patient, subject_of
from communique.extract.scene import Scene
from communique.extract.units import after, of_sentence, people, row, units
from communique.language import clauses
from communique.language.packs import table
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One word that tells of an encounter."""

    sentence: Sentence
    token: Token
    kind: str
    participants: Parties
    rule: str
    definite: bool = False
    """Whether it may only point back («cette rencontre», «leur entretien»)."""


@dataclass(frozen=True)
class Words:
    """The encounter words of a language."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    patterns: dict[str, re.Pattern[str]]
    series: tuple[tuple[re.Pattern[str], str], ...]
    ordinals: dict[str, int]
    plain_meetings: frozenset[str]
    weak: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(language: str) -> Words:
    """Give the encounter words of a language."""
    data = table(language, "encounters")
    return Words(
        {lemma: kind for kind, lemmas in data["nouns"].items() for lemma in lemmas},
        {lemma: rule for rule, lemmas in data["verbs"].items() for lemma in lemmas},
        {name: re.compile(p) for name, p in data["patterns"].items()},
        tuple((re.compile(s["pattern"]), s["name"]) for s in data["series"]),
        data["ordinals"], frozenset(data["plain"]["meeting"]), frozenset(data["plain"]["weak"]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cue is looked for."""

    scene: Scene
    sentence: Sentence
    token: Token
    focus: Parties
    said: Parties
    words: Words

    @property
    def folded(self) -> str:
        return self.scene.folded(self.sentence.start, self.sentence.end)

    @property
    def rest(self) -> str:
        return self.scene.folded(self.token.start, min(self.sentence.end, self.token.end + 50))

    def after(self, words: str, reach: int = 60) -> Parties:
        return after(self.scene, words, self.token.end, self.sentence.end, reach=reach)

    def whose(self, determiner: str) -> Parties:
        """Whose a noun of encounter is: the speaker's of its sentence, else by grammar."""
        if len(people(self.said)) == 1 and determiner != "leur":
            return people(self.said)
        return owner(self.scene, self.sentence, self.token, determiner, self.focus)

    def subject(self) -> Parties:
        return subject_of(self.scene, self.sentence, self.token, self.focus)


def find_cues(scene: Scene, sentence: Sentence, focus: Parties, said: Parties = ()) -> list[Cue]:
    """Find the cues of a sentence in order; `focus` is whom a pronoun means there, `said` who speaks in it."""
    words = lexicon(scene.mentions.parse.language)
    found = []
    for token in sentence.tokens:
        cue = _cue(_Place(scene, sentence, token, focus, said, words))
        if cue is not None:
            found.append(cue)
    return found


def _cue(place: _Place) -> Cue | None:
    token = place.token
    if token.upos in ("VERB", "AUX"):
        rule = place.words.verbs.get(token.lemma)
        if rule is None or clauses.form(place.sentence, token).negated or rule not in _VERBS:
            return None
        return _VERBS[rule](place)
    if token.upos in ("NOUN", "PROPN", "ADJ", "X"):
        return _noun(place)
    return None


def _made(place: _Place, kind: str, participants: Parties, rule: str, *, least: int) -> Cue | None:
    parties = tuple(dict.fromkeys(participants))
    return Cue(place.sentence, place.token, kind, parties, rule) if len(parties) >= least else None


def _meeting_kind(place: _Place) -> str:
    return "call" if place.words.patterns["call"].search(place.folded) else "meeting"


def _meeting_object(place: _Place) -> Cue | None:
    """«X a rencontré Y», «X a été reçu par Y», «X et Y se sont rencontrés», «il l'a reçu»."""
    who, others = place.subject(), patient(place.scene, place.sentence, place.token, place.focus)
    together = (*who, *others)
    if len(set(together)) < 2:
        together = (*together, *people(place.after(r"avec|par")), *of_sentence(place.scene, place.sentence.start, place.sentence.end))
    if not people(together):
        return None
    return _made(place, _meeting_kind(place), _mixed(together), "verb-of-meeting", least=2)


def _meeting_with(place: _Place) -> Cue | None:
    """«X s'est entretenu avec Y»; «X s'est entretenu à Z, avec Y» as well."""
    others = place.after("avec", 120)
    who = place.subject() or people(place.focus)
    if place.token.lemma in ("réunir", "retrouver") and not others:
        others = ()
    return _made(place, _meeting_kind(place), _mixed((*who, *others)), "verb-of-meeting", least=2)


def _mixed(parties: Parties) -> Parties:
    """Where persons meet, states named beside them are not participants of their own."""
    persons = people(parties)
    return persons if len(persons) > 1 else parties


def _call_object(place: _Place) -> Cue | None:
    phone = place.token.lemma == "téléphoner" or place.words.patterns["call"].search(place.folded)
    bare = place.token.lemma == "appeler" and re.match(r"appele (?:m|mme|le |la |son |l'|[a-z]+ [a-z]+ )", place.rest)
    if not phone and not bare:
        return None
    infinitive = any(clauses.is_infinitive(t) for t in clauses.complements(place.sentence, place.token))
    others = people(place.after("a|au|avec", 30)) or people(patient(place.scene, place.sentence, place.token, ()))
    return None if infinitive and not phone else _made(place, "call", (*people(place.subject()), *others), "verb-of-calling", least=2)


def _visit_place(place: _Place) -> Cue | None:
    reflexive = any(t.text.lower() in ("se", "s'") for t in place.sentence.tokens[max(0, place.token.index - 4) : place.token.index])
    if place.token.lemma in ("rendre", "déplacer") and not reflexive:
        return None
    return _made(place, "visit", people(place.subject()), "verb-of-travel", least=1)


def _visit_object(place: _Place) -> Cue | None:
    names = place.scene.mentions.names_in(place.token.end, min(place.sentence.end, place.token.end + 20), "state", "place")
    if not names or place.token.lemma != "visiter":
        return None
    return _made(place, "visit", people(place.subject()), "verb-of-travel", least=1)


def _signing(place: _Place) -> Cue | None:
    """«X et Y ont signé un accord», «l'accord a été signé par X et Y»."""
    sentence, token = place.sentence, place.token
    form = clauses.form(sentence, token)
    objects = [t for t in sentence.children(token, "obj", "nsubj") if t.deprel == "obj" or t.subtype == "pass" or form.passive]
    document = any(place.words.patterns["document_signing"].search(place.scene.folded(*clauses.span(sentence, t))) for t in objects)
    if not document or not (form.perfect or form.passive or form.tense in ("Pres", "Past")) or form.mood == "Inf":
        return None
    who = place.after("par", 80) if form.passive else (*place.subject(), *place.after("avec", 80))
    if token.lemma == "conclure" and len(who) < 2:
        return None
    return _made(place, "signing", who, "verb-of-signing", least=1)


def _ceremony(place: _Place) -> Cue | None:
    if place.token.lemma not in ("inaugurer", "dévoiler"):
        return None
    passive = clauses.form(place.sentence, place.token).passive
    return _made(place, "ceremony", people(place.after("par", 60) if passive else place.subject()), "verb-of-opening", least=1)


_VERBS = {
    "meeting_object": _meeting_object, "meeting_with": _meeting_with, "call_object": _call_object,
    "visit_place": _visit_place, "visit_object": _visit_object, "signing_object": _signing, "ceremony_object": _ceremony,
}  # fmt: skip
"""How each class of verbs names who takes part."""


def _noun(place: _Place) -> Cue | None:
    kind = place.words.nouns.get(place.token.lemma.lower())
    if kind is None or place.scene.mention_of(place.sentence, place.token) is not None:
        return None
    refined = _refined(place, kind)
    if refined is None or _denied(place):
        return None
    determiner = next((t.lemma for t in place.sentence.children(place.token, "det")), "")
    participants, definite = _NOUNS[refined](place, determiner)
    if place.token.lemma in place.words.weak and (not participants or determiner not in ("son", "leur", "notre", "mon") and not people(place.after(r"de|du|d'", 20))):
        return None
    return Cue(place.sentence, place.token, refined, tuple(dict.fromkeys(participants)), f"noun-of-{refined}", definite)


def _denied(place: _Place) -> bool:
    verb = next((a for a in place.sentence.ancestors(place.token) if a.upos == "VERB"), None)
    return verb is not None and bool(re.search(r"\b(?:aucun|aucune)\b", place.scene.folded(place.sentence.start, place.token.start))) and place.token.head == verb.index


def _refined(place: _Place, kind: str) -> str | None:
    """What a noun of many uses is here: «conférence de presse» is a ceremony, an «échange» an encounter only by telephone."""
    patterns, rest, lemma = place.words.patterns, place.rest, place.token.lemma.lower()
    if patterns["press"].match(rest):
        return "ceremony"
    if kind in ("meeting", "call"):
        by_phone = kind == "call" and patterns["call"].search(place.scene.folded(max(0, place.token.start - 8), place.token.end))
        if patterns["call"].match(rest) or by_phone:
            return "call"
        if lemma in ("discussion", "discussions", "entretien") and (place.after("avec", 40) or _with_before(place)):
            return "meeting"
        return "meeting" if lemma in place.words.plain_meetings and not patterns["vague"].search(rest) else None
    if kind == "conference":
        return "conference" if patterns["conference"].match(rest) else None
    if kind == "ceremony":
        return "ceremony" if patterns["ceremony"].match(rest) else None
    return kind


def _meeting_noun(place: _Place, determiner: str) -> tuple[Parties, bool]:
    """«son entretien avec X», «la rencontre entre X et Y», «leur entretien», «des entretiens avec X»."""
    named = _mixed(place.after("entre", 30)) if re.match(r"\w+(?: \w+){0,3} entre\b", place.rest) else ()
    if len(named) > 1:
        return named, False
    others = place.after("avec", 60) or _with_before(place)
    mine = place.whose(determiner)
    if others:
        if not mine or set(mine) <= set(others):
            mine = company(place.scene, place.sentence, others, place.focus)
        return _mixed((*mine, *others)), False
    pointing = determiner in ("ce", "le", "son", "leur", "")
    if determiner in ("son", "leur") and len(mine) > 1:
        return mine, True
    return (), pointing


def _with_before(place: _Place) -> Parties:
    """«Avec X, les discussions ont porté sur …»."""
    start = place.sentence.start
    led = re.match(r"avec\b", place.scene.folded(start, place.token.start))
    return row(place.scene, start + led.end(), place.token.start) if led else ()


def _visit_noun(place: _Place, determiner: str) -> tuple[Parties, bool]:
    """«la visite de X», «sa visite», «X effectue une visite», «en visite à Z, X a dit»."""
    named = _visitor_before(place) or people(_of(place))
    if not named and _OF_SOMEONE.match(place.rest):
        return (), True
    who = named or people(place.whose(determiner))
    return who[:2], not who


_OF_SOMEONE = re.compile(r"\w+(?: (?:officielle|d'etat|de travail|prochaine|historique|recente|eclair))* (?:de l'|de la|du|des|d'un|d'une) (?!travail|haut|courtoisie|amitie)")


def _of(place: _Place) -> Parties:
    """The row after «de» that belongs to the noun: no comma and no verb before it."""
    match = re.match(r"\w+[^,;.]{0,60}?\b(?:de la|de l'|du|de|d')(?= ?\w)", place.rest)
    found = place.after(r"de|du|d'", 60) if match else ()
    comma = place.rest.find(",")
    first = next((u for u in units(place.scene, place.token.end, place.sentence.end)), None)
    return found if first is not None and (comma < 0 or first.start < place.token.start + comma or people(first.parties)) else ()


def _visitor_before(place: _Place) -> Parties:
    """«Y, en visite à Z», «Y, dont c'est la première visite»: who stands right before."""
    before = place.scene.folded(place.sentence.start, place.token.start)
    match = re.search(r"(?:,? (?:actuellement |alors )?en|, dont [^,;]{0,40}|, qui [^,;]{0,40}) ?$", before)
    return _nearest(place, place.sentence.start + match.start()) if match else ()


def _nearest(place: _Place, end: int) -> Parties:
    near = [u for u in units(place.scene, place.sentence.start, end + 1) if end - u.end < 40 and people(u.parties)]
    return people(near[-1].parties) if near else ()


def _conference_noun(place: _Place, determiner: str) -> tuple[Parties, bool]:
    verb = next((a for a in place.sentence.ancestors(place.token) if a.upos in ("VERB", "AUX")), None)
    if verb is not None and place.words.verbs.get(verb.lemma) == "attend":
        come = re.search(r", (?:venue?s?|presente?s?|arrivee?s?)\b", place.scene.folded(place.sentence.start, verb.start))
        near = _nearest(place, place.sentence.start + come.start()) if come else ()
        return near or people(subject_of(place.scene, place.sentence, verb, place.focus)), False
    return (), determiner in ("ce", "le", "son", "")


def _ceremony_noun(place: _Place, determiner: str) -> tuple[Parties, bool]:
    verb = next((a for a in place.sentence.ancestors(place.token) if a.upos in ("VERB", "AUX")), None)
    who = people(subject_of(place.scene, place.sentence, verb, place.focus)) if verb is not None else ()
    others = people(place.after("avec", 40))
    if re.search(r"\b(?:conjointe?|commune?)\b", place.rest) and len(who) == 1 and not others:
        others = other_side(place.scene, place.sentence, who)
    return (*who, *others), False


_NOUNS = {"meeting": _meeting_noun, "call": _meeting_noun, "visit": _visit_noun, "conference": _conference_noun, "ceremony": _ceremony_noun}
"""How each class of nouns names who takes part: the parties, and whether the noun only points back."""
