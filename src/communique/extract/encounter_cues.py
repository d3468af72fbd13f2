"""The words that tell of an encounter in one sentence, and who takes part by the grammar of those words.

Finds verbs («a rencontré X», «s'est rendu à») and nouns («son entretien avec X», «la visite de X»). Whether two cues tell of
one encounter is decided elsewhere.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.referents import referents
from communique.extract.scene import Scene
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


@lru_cache(maxsize=8)
def lexicon(language: str) -> dict[str, Any]:
    """Give the encounter words of a language: lemma → (kind, rule), patterns compiled."""
    data = table(language, "encounters")
    nouns = {lemma: kind for kind, lemmas in data["nouns"].items() for lemma in lemmas}
    verbs = {lemma: rule for rule, lemmas in data["verbs"].items() for lemma in lemmas}
    patterns = {name: re.compile(p) for name, p in data["patterns"].items()}
    return {"nouns": nouns, "verbs": verbs, "patterns": patterns, "series": [(re.compile(s["pattern"]), s["name"]) for s in data["series"]],
            "ordinals": data["ordinals"]}  # fmt: skip


def find_cues(scene: Scene, sentence: Sentence, focus: Parties) -> list[Cue]:
    """Find the cues of a sentence in order."""
    words = lexicon(scene.mentions.parse.language)
    found = []
    for token in sentence.tokens:
        cue = _verb_cue(scene, sentence, token, focus, words) or _noun_cue(scene, sentence, token, focus, words)
        if cue is not None:
            found.append(cue)
    return found


def _verb_cue(scene: Scene, sentence: Sentence, token: Token, focus: Parties, words: dict[str, Any]) -> Cue | None:
    rule = words["verbs"].get(token.lemma) if token.upos in ("VERB", "AUX") else None
    if rule is None or rule == "carriers" or clauses.form(sentence, token).negated:
        return None
    who = _subject(scene, sentence, token, focus)
    maker = _VERBS.get(rule)
    return maker(scene, sentence, token, who, focus, words) if maker else None


def _subject(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    form = clauses.form(sentence, token)
    head = clauses.agent(sentence, token) if form.passive else clauses.subject(sentence, token)
    if head is None and token.deprel == "acl" and token.feat("Tense") != "Past":
        head = sentence.head(token)
    return referents(scene, sentence, head, focus) if head is not None else ()


def _patient(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    form = clauses.form(sentence, token)
    if form.passive:
        subject = clauses.subject(sentence, token)
        return referents(scene, sentence, subject, focus) if subject is not None else ()
    found = [t for t in sentence.children(token, "obj", "obl", "iobj") if t.index > token.index and not (t.deprel == "obl" and _case(sentence, t) not in ("avec", ""))]
    return tuple(p for t in found for p in referents(scene, sentence, t, ()))


def _people(parties: Parties) -> Parties:
    return tuple(p for p in parties if p.kind == "person")


def _meeting_object(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    others = _patient(scene, sentence, token, focus)
    clitic = any(t.lemma in ("lui", "le", "la") and t.upos == "PRON" for t in sentence.children(token, "obj", "iobj"))
    if clitic and not others:
        others = _people(focus)
    together = tuple(dict.fromkeys((*who, *others)))
    reflexive = any(t.text.lower() in ("se", "s'") for t in sentence.children(token) if t.index < token.index)
    if len(together) < 2 or not _people(together) and not reflexive:
        return None
    return Cue(sentence, token, _by_phone(scene, sentence, words), together, "verb-of-meeting")


def _meeting_with(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    others = tuple(p for t in sentence.children(token, "obl", "obj") if _case(sentence, t) == "avec" for p in referents(scene, sentence, t, ()))
    together = tuple(dict.fromkeys((*who, *others)))
    if len(together) < 2:
        return None
    return Cue(sentence, token, _by_phone(scene, sentence, words), together, "verb-of-meeting")


def _call_object(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    phone = token.lemma == "téléphoner" or words["patterns"]["call"].search(scene.folded(sentence.start, sentence.end))
    others = tuple(p for t in sentence.children(token, "obj", "obl", "iobj") if t.index > token.index for p in referents(scene, sentence, t, ()))
    together = tuple(dict.fromkeys((*who, *_people(others))))
    return Cue(sentence, token, "call", together, "verb-of-calling") if phone and len(together) > 1 else None


def _visit_place(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    people = _people(who)
    return Cue(sentence, token, "visit", people, "verb-of-travel") if people else None


def _visit_object(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    objects = [t for t in sentence.children(token, "obj") if t.index > token.index]
    names = scene.mentions.names_in(objects[0].start, objects[0].end, "state", "place") if objects else []
    people = _people(who)
    return Cue(sentence, token, "visit", people, "verb-of-travel") if people and names and token.lemma == "visiter" else None


def _signing(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    objects = [t for t in sentence.children(token, "obj", "nsubj") if t.subtype == "pass" or t.deprel == "obj"]
    document = objects and words["patterns"]["document_signing"].search(scene.folded(*clauses.span(sentence, objects[0])))
    form = clauses.form(sentence, token)
    if not document or not (form.perfect or form.passive or form.tense == "Pres") or token.lemma == "conclure" and len(who) < 2:
        return None
    if len(who) == 1 and (others := tuple(p for t in sentence.children(token, "obl") if _case(sentence, t) == "avec" for p in referents(scene, sentence, t, ()))):
        who = (*who, *others)
    return Cue(sentence, token, "signing", who, "verb-of-signing") if who else None


def _ceremony(scene: Scene, sentence: Sentence, token: Token, who: Parties, focus: Parties, words: dict[str, Any]) -> Cue | None:
    people = _people(who)
    return Cue(sentence, token, "ceremony", people, "verb-of-opening") if people and token.lemma in ("inaugurer", "dévoiler") else None


_VERBS = {
    "meeting_object": _meeting_object, "meeting_with": _meeting_with, "call_object": _call_object, "visit_place": _visit_place,
    "visit_object": _visit_object, "signing_object": _signing, "ceremony_object": _ceremony,
}  # fmt: skip


def _by_phone(scene: Scene, sentence: Sentence, words: dict[str, Any]) -> str:
    return "call" if words["patterns"]["call"].search(scene.folded(sentence.start, sentence.end)) else "meeting"


def _case(sentence: Sentence, token: Token) -> str:
    return next((t.text.lower() for t in sentence.children(token, "case") if t.index < token.index), "")


def _noun_cue(scene: Scene, sentence: Sentence, token: Token, focus: Parties, words: dict[str, Any]) -> Cue | None:
    kind = words["nouns"].get(token.lemma.lower()) if token.upos in ("NOUN", "PROPN") else None
    if kind is None or scene.mention_of(sentence, token) is not None:
        return None
    kind = _refined(scene, sentence, token, kind, words)
    if kind is None:
        return None
    named, possessed = _named_with(scene, sentence, token, kind, focus)
    determiner = next((t.lemma for t in sentence.children(token, "det")), "")
    definite = not named and determiner in ("ce", "le", "son", "leur", "")
    participants = tuple(dict.fromkeys((*possessed, *named)))
    if kind == "visit":
        participants = _people(participants)
    return Cue(sentence, token, kind, participants, f"noun-of-{kind}", definite)


def _refined(scene: Scene, sentence: Sentence, token: Token, kind: str, words: dict[str, Any]) -> str | None:
    """What a noun of many uses is here: «conférence de presse» is a ceremony, «échange» only by telephone an encounter."""
    after = scene.folded(token.start, min(sentence.end, token.end + 40))
    if words["patterns"]["press"].match(after):
        return "ceremony" if not after.startswith("communique") else None
    if kind in ("meeting", "call"):
        if words["patterns"]["call"].match(after):
            return "call"
        plain_nouns = ("rencontre", "entretien", "entrevue", "réunion", "tête-à-tête", "audience", "pourparlers", "consultations", "séance")
        return "meeting" if token.lemma in plain_nouns and not words["patterns"]["vague"].search(after) else None
    if kind == "conference":
        if token.lemma in ("dialogue", "comité", "commission", "table", "assemblée", "conférence", "session") and not re.match(
            r"(?:dialogue (?:strategique|politique|de haut)|comite (?:mixte|de suivi|intergouv)|(?:grande )?commission (?:mixte|intergouv)|table ronde|assemblee generale|conference (?:internationale|des|sur|minist|de (?:paris|berlin|munich|londres|bonn|haut))|session)", after
        ):
            return None
        if token.lemma == "sommet" and after.startswith("sommet de l'etat"):
            return None
    if kind == "ceremony" and token.lemma != "cérémonie":
        return "ceremony" if token.lemma == "inauguration" else None
    return kind


def _named_with(scene: Scene, sentence: Sentence, token: Token, kind: str, focus: Parties) -> tuple[Parties, Parties]:
    """The parties named by «avec», «entre», «de», and the one that «son», «leur» or the carrying verb's subject gives."""
    named: list[Party] = []
    owner: Parties = ()
    for child in sentence.children(token, "nmod", "obl", "acl"):
        case = _case(sentence, child)
        if case in ("avec", "entre", "de", "du", "des", "d'", "par") and not (kind == "visit" and case in ("avec", "entre")):
            named.extend(p for p in referents(scene, sentence, child, ()) if p.kind == "person" or kind != "visit" and case in ("avec", "entre"))
    if kind == "meeting" and not named:
        governor = sentence.head(token)
        if governor is not None and governor.upos == "VERB":
            named.extend(p for t in sentence.children(governor, "obl") if _case(sentence, t) == "avec" for p in referents(scene, sentence, t, ()))
    possessive = any(t.lemma in ("son", "leur", "notre") for t in sentence.children(token, "det"))
    verb = next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX")), None)
    if verb is not None and (possessive or _carried(sentence, token, verb) or len(named) == 1 and kind == "meeting"):
        subject = clauses.subject(sentence, verb) or _late_subject(sentence, verb)
        owner = referents(scene, sentence, subject, focus) if subject is not None else ()
    if possessive and not owner:
        owner = _people(focus)
    return tuple(named), tuple(p for p in owner if p not in named)


def _late_subject(sentence: Sentence, verb: Token) -> Token | None:
    return next((t for t in sentence.children(verb, "obj") if t.index > verb.index and verb.deprel in ("parataxis", "root")), None)


def _carried(sentence: Sentence, token: Token, verb: Token) -> bool:
    return token.head == verb.index and token.deprel in ("obj", "obl", "xcomp")
