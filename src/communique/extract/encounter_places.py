"""Where an encounter was: the place led by a preposition near its cue, a capital, a host, «here» by the dateline.

Refuses places of other clauses, the visitor's own state as where a visit goes, and states that no locative leads.
"""

import re

from communique.extract.encounter_dates import clause_of, own_clauses
from communique.extract.encounter_lexicon import words_of
from communique.extract.encounter_words import Cue
from communique.extract.scene import Scene
from communique.extract.units import people, units
from communique.language.folding import fold
from communique.language.names import Name
from communique.records.parts import Place


def place_of(scene: Scene, cue: Cue) -> Place | None:
    """The place led by «à, en, dans» near the cue; a visit's may also stand before its noun («se trouve au Maroc pour une visite»)."""
    sentence, token = cue.sentence, cue.token
    if cue.rule == "verb-of-guest":
        return None
    if cue.stop is not None:
        return as_place(scene, scene.mentions.names_in(*cue.stop, "place", "state")[0])
    names = scene.mentions.names_in(sentence.start, sentence.end, "place", "state")
    titles = [(u.start, u.end) for u in units(scene, sentence.start, sentence.end) if people(u.parties)]
    names = [n for n in names if not any(a <= n.start < b for a, b in titles)]
    if cue.definite and cue.rule.startswith("noun"):
        names = [n for n in names if (at := sentence.at(n.start)) is not None and token in sentence.ancestors(at)]
    if cue.kind == "visit":
        return _visited(scene, cue, names)
    after = [n for n in names if n.start > token.end and n.start - token.end < 140 and _led(scene, n)]
    before = [n for n in names if n.end < token.start and token.start - n.end < 60 and _led(scene, n)]
    if cue.kind == "conference" and words_of(scene).patterns["preparing"].search(scene.folded(sentence.start, token.start)):
        before = []
    found = [n for n in [*after, *reversed(before)] if _same_clause(scene, cue, n) and (n.kind != "state" or _locative(scene, n))]
    if len(found) > 1 and found[0].kind == "state" and 0 < found[1].start - found[0].end < 25 and _lies_in(scene, found[1], found[0].key):
        found = found[1:]
    return as_place(scene, found[0]) if found else _here(scene, cue) or _capital(scene, cue) or _hosting(scene, cue) or _unknown(scene, cue)


def _lies_in(scene: Scene, name: Name, state: str) -> bool:
    place = as_place(scene, name)
    return name.kind == "place" and place is not None and place.state == state


def _here(scene: Scene, cue: Cue) -> Place | None:
    """«met here on Monday»: the city of the dateline, or of the note that says whence the article comes."""
    near = scene.folded(cue.sentence.start, cue.sentence.end)
    here = words_of(scene).patterns["here"].search(near)
    at = cue.sentence.at(cue.sentence.start + here.start()) if here else None
    if at is None or clause_of(cue.sentence, at) is not clause_of(cue.sentence, cue.token) and abs(at.index - cue.token.index) > 10:
        return None
    return _dateline(scene)


def _dateline(scene: Scene) -> Place | None:
    """The city that opens a line before a day, an agency and a dash, or «From Our Correspondent in Z»."""
    for name in scene.mentions.names_in(0, min(1500, len(scene.text)), "place"):
        opens = name.start == 0 or scene.text[name.start - 1] == "\n"
        behind = scene.text[name.end : name.end + 70].split("\n")[0]
        noted = _CORRESPONDENT.search(scene.text[max(0, name.start - 40) : name.start])
        if name.key and (opens and _DATELINE.match(behind) or noted):
            return as_place(scene, name)
    return None


_DATELINE = re.compile(
    r"(?:, ?[A-Z][\w.]*(?: [A-Z]\w+)?)?(?:,? (?:\d{1,2} )?[A-Za-zû]{3,9}\.?(?: \d{1,2})?,?(?: \d{4})?)? ?(?:\([^)]{2,40}\))? ?[-–—:]"
)
_CORRESPONDENT = re.compile(r"(?:[Cc]orrespond[ae]nt|[Rr]eporter|[Ee]nvoyée? spéciale?) (?:in|à|au) $")
"""What a dateline holds behind its city, and a note of whence the article comes: signs of print, alike in both languages."""


def _hosting(scene: Scene, cue: Cue) -> Place | None:
    """«the summit that X will host», «to be hosted by X»: the state that receives it."""
    words = words_of(scene)
    above = cue.sentence.head(cue.token)
    if above is not None and cue.token.deprel == "obj" and above.lemma in words.lemmas["hosting"]:
        before = scene.mentions.names_in(cue.sentence.start, above.start, "state")
        return as_place(scene, before[-1]) if before and above.start - before[-1].end < 30 else None
    for verb in own_clauses(cue.sentence, cue.token, words):
        if verb.lemma in words.lemmas["hosting"]:
            near = scene.mentions.names_in(cue.token.end, min(cue.sentence.end, verb.end + 30), "state")
            return as_place(scene, near[0]) if near else None
    return None


def _unknown(scene: Scene, cue: Cue) -> Place | None:
    """A place that is not in the knowledge base, as written: «inaugurer à Relizane»."""
    for token in cue.sentence.children(cue.token, "obl"):
        case = [t.text.lower() for t in cue.sentence.children(token, "case")]
        known = scene.mentions.names_in(token.start - 20, token.end + 20)
        taken = any(n.start <= token.start < n.end for n in known) or scene.mention_of(cue.sentence, token) is not None
        if (
            token.upos == "PROPN"
            and set(case) <= words_of(scene).lemmas["at"]
            and case
            and token.text[:1].isupper()
            and not taken
            and cue.rule.startswith("verb")
        ):
            return Place(name=token.text, state=None)
    return None


def _visited(scene: Scene, cue: Cue, names: list[Name]) -> Place | None:
    token = cue.token
    own = {p.state for p in cue.participants if p.kind == "person"}
    after = [n for n in names if n.start > token.end and n.start - token.end < 120 and _led(scene, n) and _same_clause(scene, cue, n)]
    if token.lemma in words_of(scene).lemmas["visiting"]:
        straight = [n for n in names if 0 < n.start - token.end < 30]
        after = straight[:1] or after
    before = (
        [n for n in names if n.end <= token.start and _led(scene, n) and _same_clause(scene, cue, n)] if cue.rule.startswith("noun") else []
    )
    named = [p for n in [*after, *reversed(before)] if (p := as_place(scene, n)) is not None]
    places = [p for p in named if p.state is None or p.state not in own]
    home = named[:1] if cue.rule == "verb-of-travel" and named and token.end < (after[0].start if after else 0) else []
    return (places or home)[0] if places or home else _here_abroad(scene, cue, own) or _capital(scene, cue)


def _here_abroad(scene: Scene, cue: Cue, own: set[str | None]) -> Place | None:
    here = _here(scene, cue)
    return here if here is not None and here.state not in own else None


def _same_clause(scene: Scene, cue: Cue, name: Name) -> bool:
    """Is a name no part of a relative clause or of another finite clause than the cue's?"""
    at = cue.sentence.at(name.start)
    if at is None:
        return True
    mine, its = clause_of(cue.sentence, cue.token), clause_of(cue.sentence, at)
    if scene.folded(its.start, its.end) in words_of(scene).lemmas["guest"] and (above := cue.sentence.head(its)) is not None:
        its = clause_of(cue.sentence, above)
    if any(t.start <= mine.start < t.end for t in scene.mentions.times):
        return True
    if mine is its or its in own_clauses(cue.sentence, cue.token, words_of(scene)):
        return True
    governs = its.index in {t.index for t in cue.sentence.ancestors(mine)}
    return governs and mine.deprel in ("acl", "advcl") or its.upos not in ("VERB", "AUX")


def _capital(scene: Scene, cue: Cue) -> Place | None:
    """«dans la capitale libyenne» is the capital of that state."""
    folded = scene.folded(cue.sentence.start, cue.sentence.end)
    for match in words_of(scene).patterns["the_capital"].finditer(folded):
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


def further_places(scene: Scene, cue: Cue, first_place: Place | None) -> list[tuple[Place, tuple[int, int]]]:
    """The destinations that stand in a row behind the first: «au Tchad, en Tunisie et au Soudan»."""
    if cue.stop is not None:
        return []
    names = [n for n in scene.mentions.names_in(cue.token.end, cue.sentence.end, "place", "state") if n.key]
    first = next((i for i, n in enumerate(names) if first_place and as_place(scene, n) == first_place), None)
    found: list[tuple[Place, tuple[int, int]]] = []
    for before, name in zip(names[first:], names[first + 1 :], strict=False) if first is not None else ():
        if not words_of(scene).patterns["places_link"].fullmatch(scene.folded(before.end, name.start)):
            break
        if (place := as_place(scene, name)) is not None:
            found.append((place, (name.start, name.end)))
    return found


def _led(scene: Scene, name: Name) -> bool:
    return bool(
        words_of(scene).patterns["place_lead"].search(scene.folded(max(0, name.start - 40), name.start))
        or words_of(scene).patterns["bound_for"].search(scene.folded(max(0, name.start - 60), name.start))
    )


def _locative(scene: Scene, name: Name) -> bool:
    return bool(words_of(scene).patterns["locative"].search(scene.folded(max(0, name.start - 8), name.start)))


def as_place(scene: Scene, name: Name) -> Place | None:
    """Give the place that a name stands for: a city, a state, or a state's seat that is called like it; null for a continent."""
    if not name.key:
        return None
    if name.kind == "state":
        seat = capital_of(scene, name.key)
        if seat is not None and fold(seat.name) in re.split(r"[ '’-]", scene.folded(name.start, name.end)):
            return seat
        return Place(name=scene.known.states[name.key].name, state=name.key)
    entry = scene.known.places[name.key]
    return Place(name=entry.name, state=entry.state or None) if entry.kind not in ("continent",) else None
