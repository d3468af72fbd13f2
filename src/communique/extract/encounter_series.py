"""Which recurring format an encounter belongs to, and its number: «la 15e session de la Grande Commission mixte».

The name is the organization table's own where it has the format; two states before a bilateral format go into its name.
"""

import re

from communique.extract.encounter_lexicon import Words, words_of
from communique.extract.encounter_words import Cue, covering
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


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
    ordinal = _ordinal(scene, cue, words) or _round(scene, cue, words)
    named = _organization(scene, cue)
    if named is not None:
        return named, ordinal
    for pattern, name, _ in words.series:
        match = pattern.match(after)
        covers = covering(scene, sentence, token, pattern) if match is None and words.modified_before else None
        if match or covers:
            named = _named(scene, cue, name, match.end() if match else 0, words)
            return None if named == "Summit" else named, ordinal
    if cue.kind == "conference" and (token.lemma.lower() in words.lemmas["named"] or words.modified_before and token.text[:1].isupper()):
        span = clauses.span(sentence, token, without=("acl", "appos"))
        written = scene.text[token.start : span[1]]
        if words.modified_before:
            return _written(scene, cue, phrase_start(scene, sentence, token)) or None, ordinal
        capital = re.search(r"\b[A-Z]", written[1:])
        return (written, ordinal) if capital else (None, ordinal)
    if words.modified_before and (match := _OF_A_NAME.match(scene.text, token.end, sentence.end)):
        return _written(scene, cue, match.start("name")) or None, ordinal
    return None, ordinal


_OF_A_NAME = re.compile(r" of the (?P<name>[A-Z][\w'’-]+ (?:[A-Z]|of|for|and|on)[\w'’ &-]+)")


def _organization(scene: Scene, cue: Cue) -> str | None:
    """A format that the table of organizations has under the very words: «Forum sur la coopération sino-africaine»."""
    fits_inside = words_of(scene).modified_before
    names = scene.mentions.names_in(
        max(cue.sentence.start, cue.token.start - 40), min(cue.sentence.end, cue.token.end + 80), "organization"
    )
    here = [n for n in names if n.start <= cue.token.start < n.end and n.key and (n.start == cue.token.start or fits_inside)]
    return scene.known.organizations[here[0].key].name if here else None


def _named(scene: Scene, cue: Cue, name: str, reach: int, words: Words) -> str:
    start, end = cue.token.start, min(cue.sentence.end, cue.token.start + reach + 60)
    if words.modified_before:
        start = phrase_start(scene, cue.sentence, cue.token)
        if name == "as written":
            return _written(scene, cue, start) or name
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
        if scene.known.organizations[before.key].short == first and words_of(scene).patterns["and_another"].fullmatch(between):
            return scene.known.organizations[name.key].short
    return ""


def phrase_start(scene: Scene, sentence: Sentence, token: Token) -> int:
    """Where the words that narrow a noun down begin: behind the last determiner, preposition or stop before it."""
    start = max(sentence.start, token.start - 70)
    stops = list(_NOT_OF_THE_NAME.finditer(scene.folded(start, token.start)))
    return start + stops[-1].end() if stops else start


_NOT_OF_THE_NAME = re.compile(r"[,;:.(]\s*|\b(?:the|an?|of|at|in|on|to|this|that|his|her|their|its|during|for|by|and|attend(?:ed|s)?) ")


def _written(scene: Scene, cue: Cue, start: int) -> str:
    """A format's own name in capitals around its noun: «Intergovernmental Commission on Trade»."""
    words = scene.text[start : min(cue.sentence.end, cue.token.end + 90)]
    match = re.search(r"(?:[A-Z][\w'’&–-]*)(?:,? (?:[A-Z][\w'’&–-]*|of|on|for|and|the(?= [A-Z])))* ?", words)
    return re.sub(r"(?:,| (?:of|on|for|and|the))+$", "", match[0].strip()) if match and " " in match[0].strip() else ""


def _ordinal(scene: Scene, cue: Cue, words: Words) -> int | None:
    before = scene.folded(max(cue.sentence.start, cue.token.start - (60 if words.modified_before else 30)), cue.token.start).split()
    for word in reversed(before[-(6 if words.modified_before else 3) :]):
        if words.modified_before and (word in words.determiners or word.endswith((",", ".", ";", ":"))):
            return None
        if word in words.ordinals:
            return words.ordinals[word]
        if match := words.patterns["ordinal_digits"].fullmatch(word):
            return int(match[1])
        if match := words.patterns["ordinal_roman"].fullmatch(word):
            return _roman(match[1])
    return None


def _round(scene: Scene, cue: Cue, words: Words) -> int | None:
    """«the third round of political consultations»."""
    match = words.patterns["numbered_round"].search(scene.folded(cue.sentence.start, cue.token.start))
    if match is None:
        return None
    digits = words.patterns["ordinal_digits"].fullmatch(match[1])
    return int(digits[1]) if digits else words.ordinals.get(match[1])


def _roman(digits: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in digits]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _visit_ordinal(scene: Scene, cue: Cue, words: Words) -> int | None:
    """«sa cinquième visite au Kazakhstan», «dont c'est la première visite»; not «sa deuxième visite en deux ans»."""
    within = scene.folded(cue.token.end, min(cue.sentence.end, cue.token.end + 60))
    if words.patterns["within_years"].search(within):
        return None
    before = scene.folded(max(cue.sentence.start, cue.token.start - 16), cue.token.start).split()
    found = words.ordinals.get(before[-1]) if before else None
    return found if found != 1 else None
