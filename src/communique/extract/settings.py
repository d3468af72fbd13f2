"""Where, when and of which series an encounter was, as the words around its cue say; silent where they do not."""

import re
from dataclasses import dataclass

from communique.extract.encounter_cues import Cue, Words, lexicon
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.names import Name
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
        place, place.state if place else None, _date(scene, cue, moments, status),
        *_series(scene, cue, words), status,
    )  # fmt: skip


_PROSPECTIVE = {"devoir", "prévoir", "compter", "envisager", "inviter", "convenir", "décider", "proposer", "souhaiter", "vouloir", "pouvoir", "espérer", "accepter", "entendre", "aller", "rendre"}


def _status(scene: Scene, cue: Cue, words: Words) -> str:
    sentence, token = cue.sentence, cue.token
    verb = token if token.upos in ("VERB", "AUX") else next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX")), token)
    form = clauses.form(sentence, verb)
    modal = sentence.head(verb) if clauses.is_infinitive(verb) else None
    if form.tense == "Fut" or (modal is not None and (modal.lemma in _PROSPECTIVE or clauses.form(sentence, modal).tense == "Fut")):
        return "planned"
    if any(t.lemma == "devoir" for t in sentence.children(verb, "aux")):
        return "planned"
    near = scene.folded(max(sentence.start, token.start - 25), min(sentence.end, token.end + 60))
    if cue.rule.startswith("noun") and re.search(r"\b(?:prochaine?|future?|a venir|prevue?s? )\b", near) and not form.perfect:
        return "planned"
    return "held"


def _place(scene: Scene, cue: Cue) -> Place | None:
    """The place that a preposition of place leads to, after the cue before before it; of a visit the destination."""
    sentence, token = cue.sentence, cue.token
    places = scene.mentions.names_in(sentence.start, sentence.end, "place", "state")
    after = [n for n in places if n.start > token.end and n.start - token.end < 140 and _led(scene, n)]
    before = [n for n in places if n.end < token.start and token.start - n.end < 60 and _led(scene, n) and cue.kind != "visit"]
    if cue.kind == "visit":
        after = [n for n in after if n.start - token.end < 120] or _object_places(scene, cue)
    for name in [*after, *reversed(before)]:
        if cue.kind != "visit" and name.kind == "state" and not _locative(scene, name):
            continue
        return _as_place(scene, name)
    return None


def further_places(scene: Scene, cue: Cue, setting: Setting) -> list[tuple[Place, tuple[int, int]]]:
    """The destinations that stand in a row behind the first: «au Tchad, en Tunisie et au Soudan»."""
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


def _object_places(scene: Scene, cue: Cue) -> list[Name]:
    return [n for n in scene.mentions.names_in(cue.token.end, min(cue.sentence.end, cue.token.end + 30), "place", "state") if cue.token.lemma == "visiter"]


_LED = re.compile(r"(?:\b(?:a|au|aux|en|dans|vers|ville de|capitale|region de)(?: la| le| l'| les)?(?: \w+)? ?,? ?|\(|-a )$")
_LOCATIVE = re.compile(r"\b(?:au|aux|en|a)(?: la| l')? ?$")


def _led(scene: Scene, name: Name) -> bool:
    return bool(_LED.search(scene.folded(max(0, name.start - 24), name.start)))


def _locative(scene: Scene, name: Name) -> bool:
    return bool(_LOCATIVE.search(scene.folded(max(0, name.start - 8), name.start)))


def _as_place(scene: Scene, name: Name) -> Place | None:
    if not name.key:
        return None
    if name.kind == "state":
        return Place(name=scene.known.states[name.key].name, state=name.key)
    entry = scene.known.places[name.key]
    return Place(name=entry.name, state=entry.state or None) if entry.kind not in ("continent",) else None


def _date(scene: Scene, cue: Cue, moments: Moments, status: str) -> str | None:
    """The time nearest to the cue in its sentence, months where a visit names no days; none told gives none but a visit's month."""
    sentence, token = cue.sentence, cue.token
    times = moments.times_in(sentence.start, sentence.end)
    hint = "future" if status == "planned" else "past"
    dated = [(abs(t.start - token.start), t, day) for t in times if t.kind not in ("deadline", "duration") and (day := moments.resolved(t, hint))]
    fitting = [d for d in dated if _plausible(scene, d[2], status)]
    if fitting:
        day = min(fitting, key=lambda d: (d[0], d[1].start))[2]
        return day[:7] if cue.kind == "visit" and _is_weekday(scene, fitting) and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else day
    published = scene.published
    if cue.kind == "visit" and status == "held" and published and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", published) and not dated:
        return published[:7]
    return None


def _is_weekday(scene: Scene, fitting: list[tuple[int, object, str]]) -> bool:
    return False


def _plausible(scene: Scene, day: str, status: str) -> bool:
    """Refuse a time after publication for what was held, and a long span for a single encounter."""
    span = edtf.bounds(day)
    if (span.last - span.first).days > 366:
        return False
    if scene.published is None or status == "planned":
        return True
    return span.first <= edtf.bounds(scene.published).last


def _series(scene: Scene, cue: Cue, words: Words) -> tuple[str | None, int | None]:
    """The recurring format that a noun names, with its number; «China–Kazakhstan» goes before a bilateral one."""
    if not cue.rule.startswith("noun") or cue.kind in ("visit", "call"):
        return None, None
    token, sentence = cue.token, cue.sentence
    after = scene.folded(token.start, min(sentence.end, token.end + 90))
    ordinal = _ordinal(scene, cue, words)
    for pattern, name in words.series:
        if match := pattern.match(after):
            return _named(scene, cue, name, match.end()), ordinal
    names = [n for n in scene.mentions.names_in(token.start, min(sentence.end, token.end + 60), "organization") if n.start == token.start]
    if names and names[0].key:
        return scene.known.organizations[names[0].key].name, ordinal
    if cue.kind == "conference" and token.lemma in ("forum", "conférence"):
        span = clauses.span(sentence, token, without=("acl", "appos"))
        written = scene.text[token.start : span[1]]
        capital = re.search(r"\b[A-Z]", written[1:])
        return (re.sub(r"^(?:l['’]|le |la |les |du |des |un |une )", "", written), ordinal) if capital else (None, None)
    return None, ordinal


def _named(scene: Scene, cue: Cue, name: str, reach: int) -> str:
    start, end = cue.token.start, min(cue.sentence.end, cue.token.start + reach + 60)
    organizations = [n for n in scene.mentions.names_in(start, end, "organization") if n.key and n.start <= cue.token.end + 22 and scene.known.organizations[n.key].kind != "body"]
    if name == "Summit" and organizations:
        return f"{scene.known.organizations[organizations[0].key].short} Summit"
    states = scene.states_in(start, end)
    if len(states) == 2 and name not in ("Regular Meeting of Heads of Government", "Summit"):
        return "-".join(scene.known.states[s].name for s in states) + " " + name
    return name


def _ordinal(scene: Scene, cue: Cue, words: Words) -> int | None:
    before = scene.folded(max(cue.sentence.start, cue.token.start - 30), cue.token.start).split()
    for word in reversed(before[-3:]):
        if word in words.ordinals:
            return words.ordinals[word]
        if match := re.fullmatch(r"(\d+)(?:e|er|re|eme|ieme)", word):
            return int(match[1])
    return None
