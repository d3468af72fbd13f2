"""Which recurring format an encounter belongs to, and its number: «la 15e session de la Grande Commission mixte».

The name is the organization table's own where it has the format; two states before a bilateral format go into its name.
"""

import re

from communique.extract.encounter_words import Cue, Words
from communique.extract.scene import Scene
from communique.language import clauses


def series_of(scene: Scene, cue: Cue, words: Words) -> tuple[str | None, int | None]:
    """Give the canonical name of the format that a noun names and its ordinal, each null where not said."""
    if not cue.rule.startswith("noun") or cue.kind == "call":
        return None, None
    token, sentence = cue.token, cue.sentence
    if cue.anchor is not None:
        return None, None
    if cue.kind == "visit":
        return None, _visit_ordinal(scene, cue, words)
    after = scene.folded(token.start, min(sentence.end, token.end + 90))
    ordinal = _ordinal(scene, cue, words)
    named = _organization(scene, cue)
    if named is not None:
        return named, ordinal
    for pattern, name, _ in words.series:
        if match := pattern.match(after):
            named = _named(scene, cue, name, match.end())
            return None if named == "Summit" else named, ordinal
    if cue.kind == "conference" and token.lemma in ("forum", "conférence"):
        span = clauses.span(sentence, token, without=("acl", "appos"))
        written = scene.text[token.start : span[1]]
        capital = re.search(r"\b[A-Z]", written[1:])
        return (re.sub(r"^(?:l['’]|le |la |les |du |des |un |une )", "", written), ordinal) if capital else (None, ordinal)
    return None, ordinal


def _organization(scene: Scene, cue: Cue) -> str | None:
    """A format that the table of organizations has under the very words: «Forum sur la coopération sino-africaine»."""
    names = scene.mentions.names_in(cue.token.start, min(cue.sentence.end, cue.token.end + 80), "organization")
    here = [n for n in names if n.start == cue.token.start and n.key]
    return scene.known.organizations[here[0].key].name if here else None


def _named(scene: Scene, cue: Cue, name: str, reach: int) -> str:
    start, end = cue.token.start, min(cue.sentence.end, cue.token.start + reach + 60)
    named = scene.mentions.names_in(start, end, "organization")
    organizations = [scene.known.organizations[n.key] for n in named if n.key and n.start <= cue.token.end + 22]
    organizations = [o for o in organizations if o.kind != "body"]
    if name == "Summit" and organizations:
        second = _second(scene, cue, organizations[0].short)
        return f"{organizations[0].short}-{second} Summit" if second else f"{organizations[0].short} Summit"
    states = scene.states_in(start, end)
    bilateral = name != "Summit" or not named and any(n.start < cue.token.end + 12 for n in scene.mentions.names_in(start, end, "state"))
    if len(states) == 2 and bilateral and name != "Regular Meeting of Heads of Government":
        return "-".join(scene.known.states[s].name for s in states) + " " + name
    return name


def _second(scene: Scene, cue: Cue, first: str) -> str:
    """The other organization of a summit of two: «sommet Union africaine-Union européenne»."""
    end = min(cue.sentence.end, cue.token.end + 70)
    names = [n for n in scene.mentions.names_in(cue.token.start, end, "organization") if n.key]
    for before, name in zip(names, names[1:], strict=False):
        between = scene.folded(before.end, name.start)
        if scene.known.organizations[before.key].short == first and re.fullmatch(r" ?(?:[-–/]|et|avec) ?(?:l'|la |le )?", between):
            return scene.known.organizations[name.key].short
    return ""


def _ordinal(scene: Scene, cue: Cue, words: Words) -> int | None:
    before = scene.folded(max(cue.sentence.start, cue.token.start - 30), cue.token.start).split()
    for word in reversed(before[-3:]):
        if word in words.ordinals:
            return words.ordinals[word]
        if match := re.fullmatch(r"(\d+)(?:e|er|re|eme|ieme)", word):
            return int(match[1])
        if match := re.fullmatch(r"([ivx]+)(?:e|eme)", word):
            return _roman(match[1])
    return None


def _roman(digits: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in digits]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _visit_ordinal(scene: Scene, cue: Cue, words: Words) -> int | None:
    """«sa cinquième visite au Kazakhstan», «dont c'est la première visite»; not «sa deuxième visite en deux ans»."""
    within = scene.folded(cue.token.end, min(cue.sentence.end, cue.token.end + 60))
    if re.search(r"\ben (?:moins de )?\w+ (?:ans|mois|semaines|jours)\b|\bcette annee\b", within):
        return None
    before = scene.folded(max(cue.sentence.start, cue.token.start - 16), cue.token.start).split()
    return words.ordinals.get(before[-1]) if before else None
