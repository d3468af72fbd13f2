"""Where and in what state of things an encounter was, as the words around its cue say; silent where they do not."""

from dataclasses import dataclass

from communique.extract.encounter_dates import date_of, own_clauses
from communique.extract.encounter_lexicon import Words, words_of
from communique.extract.encounter_places import place_of
from communique.extract.encounter_series import series_of
from communique.extract.encounter_words import Cue, done, order_over
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token
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
    words = words_of(scene)
    status = _status(scene, cue, words)
    place = place_of(scene, cue)
    return Setting(
        place, cue.host or (place.state if place else None), date_of(scene, cue, moments, status),
        *series_of(scene, cue, words), status, cue.anchor or cue.whom or cue.stop,
    )  # fmt: skip


def _status(scene: Scene, cue: Cue, words: Words) -> str:
    sentence, token = cue.sentence, cue.token
    if cue.anchor is not None and cue.rule.startswith("noun"):
        return "held"
    if token.upos in ("VERB", "AUX"):
        awaited = token.lemma in words.lemmas["awaiting"] and clauses.form(sentence, token).tense == "Pres"
        bare = clauses.is_infinitive(token) or any(clauses.is_infinitive(t) for t in sentence.children(token, "aux"))
        marks = set(clauses.marker(sentence, token).split()) if bare else set()
        apart = words.lemmas["in_order_clause"] if token.deprel in ("advcl", "acl") else frozenset()
        purpose = bool(marks & (words.lemmas["in_order"] | apart))
        if _once(cue, token, words) or order_over(sentence, token, words) is not None:
            return "planned"
        leaving = token.lemma in words.lemmas["setting_out"] and clauses.form(sentence, token).tense == "Pres"
        return "planned" if awaited or purpose or leaving or _ahead(cue, words) or _prospective(scene, cue, token, words) else "held"
    near = scene.folded(max(sentence.start, token.start - 25), min(sentence.end, token.end + 60))
    verb = next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX")), None)
    if words.patterns["to_come"].search(near) and (verb is None or not done(clauses.form(sentence, verb)) or _announced(cue, words)):
        return "planned"
    if cue.kind == "conference" and any(words.patterns[n].search(scene.folded(sentence.start, token.start)) for n in ("eve", "preparing")):
        return "planned"
    if any(_prospective(scene, cue, t, words) for t in own_clauses(sentence, token, words)):
        return "planned"
    head = sentence.head(token)
    if cue.kind == "visit" and token.deprel == "nsubj" and head is not None and clauses.form(sentence, head).tense == "Fut":
        return "held" if clauses.form(sentence, head).perfect else "planned"
    if verb is None:
        return "held"
    if _once(cue, verb, words):
        return "planned"
    carried = (
        token.deprel != "nsubj"
        and (verb.lemma in words.lemmas["carriers"] or verb.lemma in words.verbs)
        or token.deprel == "nsubj"
        and verb.lemma in words.lemmas["taking_place"]
    )
    if carried and (_prospective(scene, cue, verb, words) or verb.lemma in words.lemmas["awaiting"]):
        return "planned"
    if (token.deprel == "obl" or _indefinite(cue, words)) and _prospective(scene, cue, verb, words, intent=False):
        return "planned"
    before = scene.folded(sentence.start, token.start)[-90:]
    praised = any(a.lemma in words.lemmas["praising"] for a in sentence.ancestors(token))
    asked = not praised and words.patterns["announced"].search(before) or words.patterns["invited"].search(before)
    return "planned" if _announced(cue, words) or asked else "held"


def _once(cue: Cue, verb: Token, words: Words) -> bool:
    """«to be signed when X visits Z»: a present tense in a clause of time, under no verb that is done, is yet to come."""
    marks = {t.text.lower() for t in cue.sentence.tokens[max(0, verb.index - 8) : verb.index]}
    above = cue.sentence.head(verb)
    form = clauses.form(cue.sentence, verb)
    if form.tense != "Pres" or form.perfect or form.passive or verb.deprel not in ("advcl", "acl") or above is None:
        return False
    return bool(marks & words.lemmas["once"]) and not done(clauses.form(cue.sentence, above))


def _ahead(cue: Cue, words: Words) -> bool:
    """«s'envole pour X, avant de se rendre à Y»: what comes after something present is yet to come."""
    above = cue.sentence.head(cue.token)
    if (
        above is None
        or cue.token.feat("VerbForm") not in ("Inf", "Ger", "Part")
        or not words.lemmas["before"] & set(clauses.marker(cue.sentence, cue.token).split())
    ):
        return False
    form = clauses.form(cue.sentence, above)
    return form.tense in ("Pres", "Fut") and not form.perfect


def _indefinite(cue: Cue, words: Words) -> bool:
    return any(words.determiners.get(t.lemma) == "a" for t in cue.sentence.children(cue.token, "det"))


def _words_before(scene: Scene, sentence: Sentence, token: Token) -> str:
    return scene.folded(max(sentence.start, token.start - 90), token.start)


def _prospective(scene: Scene, cue: Cue, verb: Token, words: Words, *, intent: bool = True) -> bool:
    """Does a future, a modal or, where asked, a verb of intention stand over a verb?"""
    sentence, seen = cue.sentence, 0
    current: Token | None = verb
    while current is not None and seen < 4:
        form = clauses.form(sentence, current)
        if form.tense == "Fut" or form.mood == "Cnd" or any(t.lemma in words.lemmas["must"] for t in sentence.children(current, "aux")):
            return True
        above = sentence.head(current)
        if current.feat("VerbForm") in ("Ger", "Part", "Inf") and words.patterns["after_that"].search(
            _words_before(scene, sentence, current)
        ):
            return False
        if words.patterns["about_to"].search(_words_before(scene, sentence, current)):
            return True
        if above is None or not (clauses.is_infinitive(current) or current.deprel == "xcomp"):
            return False
        if above.lemma in words.lemmas["intending" if intent else "going_to"]:
            return True
        current, seen = above, seen + 1
    return False


def _announced(cue: Cue, words: Words) -> bool:
    """«ils ont annoncé la tenue de la 15e session», «convenu d'une rencontre»; what is praised has been held."""
    if any(a.lemma in words.lemmas["praising"] for a in cue.sentence.ancestors(cue.token)):
        return False
    for above in cue.sentence.ancestors(cue.token):
        if above.upos in ("VERB", "AUX"):
            return False
        if above.lemma in words.lemmas["holding"]:
            return True
    return False
