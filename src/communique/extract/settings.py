"""Where and in what state of things an encounter was, as the words around its cue say; silent where they do not."""

import re
from dataclasses import dataclass

from communique.extract.encounter_dates import clause_of, date_of, own_clauses
from communique.extract.encounter_series import series_of
from communique.extract.encounter_words import Cue, Words, lexicon
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import fold
from communique.language.names import Name
from communique.language.tokens import Token
from communique.records import edtf
from communique.records.parts import Place


@dataclass(frozen=True, slots=True)
class Setting:
    """What is said of an encounter's surroundings."""

    place: Place | None = None
    host: str | None = None
    date: str | None = None
    series: str | None = None
    ordinal: int | None = None
    status: str = "held"
    anchor: tuple[int, int] | None = None
    """The words of a further destination, where one verb tells of several visits."""

    def filled(self, other: "Setting") -> "Setting":
        """Give this setting with the other's facts where it has none; the narrower of two dates."""
        date = self.date
        if date is None or (other.date is not None and _narrower(other.date, date)):
            date = other.date if other.date is not None else date
        return Setting(
            self.place or other.place, self.host or other.host, date, self.series or other.series,
            self.ordinal or other.ordinal, self.status, self.anchor,
        )  # fmt: skip


def _narrower(first: str, second: str) -> bool:
    a, b = edtf.bounds(first), edtf.bounds(second)
    return (a.last - a.first) < (b.last - b.first)


def setting_of(scene: Scene, cue: Cue, moments: Moments) -> Setting:
    """Read the place, time, series and status of one cue."""
    words = lexicon(scene.mentions.parse.language)
    status = _status(scene, cue, words)
    place = _place(scene, cue)
    return Setting(
        place, cue.host or (place.state if place else None), date_of(scene, cue, moments, status),
        *series_of(scene, cue, words), status, cue.anchor or cue.stop,
    )  # fmt: skip


_PROSPECTIVE = {
    "devoir", "prévoir", "compter", "envisager", "inviter", "convenir", "décider", "proposer", "souhaiter", "vouloir",
    "pouvoir", "espérer", "accepter", "entendre", "aller", "apprêter", "préparer",
}  # fmt: skip


def _status(scene: Scene, cue: Cue, words: Words) -> str:
    sentence, token = cue.sentence, cue.token
    if cue.anchor is not None and cue.rule.startswith("noun"):
        return "held"
    if token.upos in ("VERB", "AUX"):
        awaited = token.lemma == "attendre" and clauses.form(sentence, token).tense == "Pres"
        purpose = clauses.is_infinitive(token) and "pour" in clauses.marker(sentence, token).split()
        leaving = token.lemma in ("envoler", "partir") and clauses.form(sentence, token).tense == "Pres"
        return "planned" if awaited or purpose or leaving or _ahead(cue) or _prospective(cue, token) else "held"
    near = scene.folded(max(sentence.start, token.start - 25), min(sentence.end, token.end + 60))
    verb = next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX")), None)
    if words.patterns["to_come"].search(near) and (verb is None or not clauses.form(sentence, verb).perfect or _announced(cue)):
        return "planned"
    if cue.kind == "conference" and words.patterns["eve"].search(scene.folded(sentence.start, token.start)):
        return "planned"
    if any(_prospective(cue, t) for t in own_clauses(sentence, token)):
        return "planned"
    head = sentence.head(token)
    if cue.kind == "visit" and token.deprel == "nsubj" and head is not None and clauses.form(sentence, head).tense == "Fut":
        return "held" if clauses.form(sentence, head).perfect else "planned"
    if verb is None:
        return "held"
    carried = (
        token.deprel != "nsubj"
        and (verb.lemma in words.carriers or verb.lemma in words.verbs)
        or token.deprel == "nsubj"
        and verb.lemma in _TAKES_PLACE
    )
    if carried and (_prospective(cue, verb) or verb.lemma == "attendre"):
        return "planned"
    if (token.deprel == "obl" or _indefinite(cue)) and _prospective(cue, verb, intent=False):
        return "planned"
    before = scene.folded(sentence.start, token.start)[-90:]
    asked = words.patterns["announced"].search(before) or words.patterns["invited"].search(before)
    return "planned" if _announced(cue) or asked else "held"


_TAKES_PLACE = {
    "tenir",
    "dérouler",
    "débuter",
    "commencer",
    "ouvrir",
    "prévoir",
    "programmer",
    "réunir",
    "avoir",
    "organiser",
    "intervenir",
    "être",
}


def _ahead(cue: Cue) -> bool:
    """«s'envole pour X, avant de se rendre à Y»: what comes after something present is yet to come."""
    above = cue.sentence.head(cue.token)
    if above is None or not clauses.is_infinitive(cue.token) or "avant" not in clauses.marker(cue.sentence, cue.token):
        return False
    form = clauses.form(cue.sentence, above)
    return form.tense in ("Pres", "Fut") and not form.perfect


def _indefinite(cue: Cue) -> bool:
    return any(t.lemma == "un" for t in cue.sentence.children(cue.token, "det"))


def _prospective(cue: Cue, verb: Token, *, intent: bool = True) -> bool:
    """Does a future, a modal or, where asked, a verb of intention stand over a verb?"""
    sentence, seen = cue.sentence, 0
    current: Token | None = verb
    while current is not None and seen < 4:
        form = clauses.form(sentence, current)
        if form.tense == "Fut" or form.mood == "Cnd" or any(t.lemma == "devoir" for t in sentence.children(current, "aux")):
            return True
        above = sentence.head(current)
        if above is None or not (clauses.is_infinitive(current) or current.deprel == "xcomp"):
            return False
        if above.lemma in (_PROSPECTIVE if intent else ("devoir", "aller")):
            return True
        current, seen = above, seen + 1
    return False


def _announced(cue: Cue) -> bool:
    """«ils ont annoncé la tenue de la 15e session», «convenu d'une rencontre»."""
    for above in cue.sentence.ancestors(cue.token):
        if above.upos in ("VERB", "AUX"):
            return False
        if above.lemma in ("tenue", "organisation", "convocation", "préparation", "préparatif"):
            return True
    return False


def _place(scene: Scene, cue: Cue) -> Place | None:
    """The place led by «à, en, dans» near the cue; a visit's may also stand before its noun («se trouve au Maroc pour une visite»)."""
    sentence, token = cue.sentence, cue.token
    if cue.stop is not None:
        return _as_place(scene, scene.mentions.names_in(*cue.stop, "place", "state")[0])
    names = scene.mentions.names_in(sentence.start, sentence.end, "place", "state")
    if cue.definite and cue.rule.startswith("noun"):
        names = [n for n in names if (at := sentence.at(n.start)) is not None and token in sentence.ancestors(at)]
    if cue.kind == "visit":
        return _visited(scene, cue, names)
    after = [n for n in names if n.start > token.end and n.start - token.end < 140 and _led(scene, n)]
    before = [n for n in names if n.end < token.start and token.start - n.end < 60 and _led(scene, n)]
    found = [n for n in [*after, *reversed(before)] if _same_clause(scene, cue, n) and (n.kind != "state" or _locative(scene, n))]
    return _as_place(scene, found[0]) if found else _capital(scene, cue) or _unknown(scene, cue)


def _unknown(scene: Scene, cue: Cue) -> Place | None:
    """A place that is not in the knowledge base, as written: «inaugurer à Relizane»."""
    for token in cue.sentence.children(cue.token, "obl"):
        case = [t.text.lower() for t in cue.sentence.children(token, "case")]
        known = scene.mentions.names_in(token.start - 20, token.end + 20)
        taken = any(n.start <= token.start < n.end for n in known) or scene.mention_of(cue.sentence, token) is not None
        if token.upos == "PROPN" and case == ["à"] and token.text[:1].isupper() and not taken and cue.rule.startswith("verb"):
            return Place(name=token.text, state=None)
    return None


def _visited(scene: Scene, cue: Cue, names: list[Name]) -> Place | None:
    token = cue.token
    own = {p.state for p in cue.participants if p.kind == "person"}
    after = [n for n in names if n.start > token.end and n.start - token.end < 120 and _led(scene, n) and _same_clause(scene, cue, n)]
    if token.lemma in _DIRECT:
        straight = [n for n in names if 0 < n.start - token.end < 30]
        after = straight[:1] or after
    before = (
        [n for n in names if n.end <= token.start and _led(scene, n) and _same_clause(scene, cue, n)] if cue.rule.startswith("noun") else []
    )
    places = [p for n in [*after, *reversed(before)] if (p := _as_place(scene, n)) is not None and (p.state is None or p.state not in own)]
    return places[0] if places else _capital(scene, cue)


_DIRECT = {"visiter", "gagner", "rejoindre", "rallier"}


def _same_clause(scene: Scene, cue: Cue, name: Name) -> bool:
    """Is a name no part of a relative clause or of another finite clause than the cue's?"""
    at = cue.sentence.at(name.start)
    if at is None:
        return True
    mine, its = clause_of(cue.sentence, cue.token), clause_of(cue.sentence, at)
    if any(t.start <= mine.start < t.end for t in scene.mentions.times):
        return True
    if mine is its or its in own_clauses(cue.sentence, cue.token):
        return True
    above = its.index in {t.index for t in cue.sentence.ancestors(mine)}
    return above and mine.deprel in ("acl", "advcl") or its.upos not in ("VERB", "AUX")


def _capital(scene: Scene, cue: Cue) -> Place | None:
    """«dans la capitale libyenne» is the capital of that state."""
    folded = scene.folded(cue.sentence.start, cue.sentence.end)
    for match in re.finditer(r"\b(?:dans|vers|a|depuis) la capitale\b", folded):
        end = cue.sentence.start + match.end()
        states = [n.key for n in scene.mentions.names_in(end, end + 18, "adjective", "state") if n.key]
        if states and states[0] not in ({p.state for p in cue.participants} if cue.kind == "visit" else set()):
            return capital_of(scene, states[0])
    return None


def capital_of(scene: Scene, state: str) -> Place | None:
    """Give the only place that can stand for a state's government and is its capital."""
    found = [p for p in scene.known.places.values() if p.state == state and p.metonym_state == state and p.capital]
    found = [p for p in found if any(not c.end for c in p.capital)] or found
    return Place(name=found[0].name, state=state) if len(found) == 1 else None


def further_places(scene: Scene, cue: Cue, setting: Setting) -> list[tuple[Place, tuple[int, int]]]:
    """The destinations that stand in a row behind the first: «au Tchad, en Tunisie et au Soudan»."""
    if cue.stop is not None:
        return []
    names = [n for n in scene.mentions.names_in(cue.token.end, cue.sentence.end, "place", "state") if n.key]
    first = next((i for i, n in enumerate(names) if setting.place and _as_place(scene, n) == setting.place), None)
    found: list[tuple[Place, tuple[int, int]]] = []
    for before, name in zip(names[first:], names[first + 1 :], strict=False) if first is not None else ():
        if not _ROW.fullmatch(scene.folded(before.end, name.start)):
            break
        if (place := _as_place(scene, name)) is not None:
            found.append((place, (name.start, name.end)))
    return found


_ROW = re.compile(r",? ?(?:et |puis |ainsi qu')?(?:a|au|aux|en) (?:l'|la )?")
_LED = re.compile(
    r"(?:\b(?:a|au|aux|en|dans|vers|ville(?: \w+)? de|capitale|region de)(?: la| le| l'| les)?(?: \w+)? ?,? ?|\(|-a |"
    r"\b(?:palais|residence|ambassade|aeroport|siege|hotel|chateau|universite)(?: (?!de\b)[\w-]+){0,2} (?:de |d'|du ))$"
)
_BOUND = re.compile(r"\b(?:envol\w+|part(?:i|ie|is|ira|iront|ait)|embarqu\w+)\b[^,;]{0,40}\bpour (?:la |le |l'|les )?$")
_LOCATIVE = re.compile(r"\b(?:au|aux|en|a)(?: la| l')? ?$")


def _led(scene: Scene, name: Name) -> bool:
    return bool(
        _LED.search(scene.folded(max(0, name.start - 40), name.start)) or _BOUND.search(scene.folded(max(0, name.start - 60), name.start))
    )


def _locative(scene: Scene, name: Name) -> bool:
    return bool(_LOCATIVE.search(scene.folded(max(0, name.start - 8), name.start)))


def _as_place(scene: Scene, name: Name) -> Place | None:
    if not name.key:
        return None
    if name.kind == "state":
        seat = capital_of(scene, name.key)
        if seat is not None and fold(seat.name) in re.split(r"[ '’-]", scene.folded(name.start, name.end)):
            return seat
        return Place(name=scene.known.states[name.key].name, state=name.key)
    entry = scene.known.places[name.key]
    return Place(name=entry.name, state=entry.state or None) if entry.kind not in ("continent",) else None
