"""Verb forms by rule: what a word can be as a verb, and the mending of a parse that took verbs for other words.

It says nothing of verbs it does not list, and leaves names, nouns and adjectives that look like verbs to the tagger.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.language.folding import plain
from communique.language.inflection_tables import Analysis, Tables, tables
from communique.language.tokens import Token

_WEIGHTS = {"VerbForm": 8, "Mood": 4, "Tense": 4, "Number": 2, "Person": 1, "Gender": 1}
_OPEN = ("NOUN", "ADJ", "PROPN", "X", "ADV", "INTJ")
"""Classes a verb may have been taken for."""
_COMPLEMENT = ("DET", "SCONJ")
"""What follows «soulignant», hardly an adjective in -ant."""


_PRESENT_PARTICIPLE = "Tense=Pres|VerbForm=Part"


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word as a verb: its infinitive, and its features in the notation of UD."""

    lemma: str
    feats: str


@lru_cache(maxsize=32768)
def readings(word: str, language: str) -> tuple[Form, ...]:
    """Give all readings of a word as a verb, the likelier first; case and curly apostrophes do not matter."""
    known = tables(language)
    return _ordered(set(_analyses(plain(word).lower(), known)), known)


def _ordered(found: set[Analysis], known: Tables) -> tuple[Form, ...]:
    ordered = sorted(found, key=lambda a: (known.order[a[2]], a[0])) if len(found) > 1 else found
    return tuple(Form(lemma, known.feats[slot]) for _, lemma, slot in ordered)


def _analyses(word: str, known: Tables) -> Iterator[Analysis]:
    """Yield what a word can be by undoing every ending."""
    yield from known.single.get(word, ())
    for cut in range(max(0, len(word) - known.longest), len(word) + 1):
        for rank, lemma, endings in known.stems.get(word[:cut], ()):
            for slot in known.endings[endings].get(word[cut:], ()):
                yield rank, lemma, slot


@lru_cache(maxsize=8)
def forms(language: str) -> dict[str, tuple[Form, ...]]:
    """Make every form of every verb: form in small letters → its readings, sorted. A parse needs only `readings`."""
    known = tables(language)
    made = {word: set(analyses) for word, analyses in known.single.items()}
    for start, stems in known.stems.items():
        for rank, lemma, name in stems:
            for ending, slots in known.endings[name].items():
                made.setdefault(start + ending, set()).update((rank, lemma, slot) for slot in slots)
    return {word: _ordered(made[word], known) for word in sorted(made)}


def is_homograph(word: str, language: str) -> bool:
    """Whether a verb form is a common noun, adjective or little word as well: «visite», «offre», «entre»."""
    return plain(word).lower() in tables(language).homographs


def correct(tokens: list[Token], language: str) -> list[Token]:
    """Mend lemma, class and features of the verbs of one parsed sentence, in place; give the same list."""
    known = tables(language)
    for place, token in enumerate(tokens):
        if token.upos in ("VERB", "AUX"):
            _mend(token, readings(token.text, language), known.auxiliaries)
        elif token.upos in _OPEN and (chosen := _hidden_verb(tokens, place, language)):
            token.upos = "AUX" if chosen.lemma in known.auxiliaries[:1] else "VERB"
            token.lemma, token.feats = chosen.lemma, chosen.feats
        elif token.upos == "ADJ":
            token.lemma = known.adjectives.get(token.text.lower(), token.lemma)
    return tokens


def _mend(token: Token, known: tuple[Form, ...], auxiliaries: tuple[str, ...]) -> None:
    if not known:
        return
    best = _best(token, known, auxiliaries if token.upos == "AUX" else ())
    token.lemma = best.lemma
    if not token.feats or _clashes(token, best):
        token.feats = best.feats


def _best(token: Token, known: tuple[Form, ...], favoured: tuple[str, ...] = ()) -> Form:
    """Give the reading that agrees best with the tag; then a favoured lemma, the tagged lemma, the likelier."""
    return max(known, key=lambda f: (_agreement(token, f), f.lemma in favoured, f.lemma == token.lemma))


def _agreement(token: Token, form: Form) -> int:
    tagged, score = _pairs(token.feats), 0
    for name, value in _pairs(form.feats).items():
        if name in tagged:
            score += _WEIGHTS.get(name, 0) * (1 if tagged[name] == value else -1)
    return score


def _clashes(token: Token, form: Form) -> bool:
    read = _pairs(form.feats)
    return any(read.get(name) != value for name, value in _pairs(token.feats).items() if name in _WEIGHTS)


@lru_cache(maxsize=4096)
def _pairs(feats: str) -> dict[str, str]:
    return {name: value for name, _, value in (pair.partition("=") for pair in feats.split("|")) if name}


def _hidden_verb(tokens: list[Token], place: int, language: str) -> Form | None:
    """Give the reading of a token that was taken for a noun, adjective or name but can only be a verb."""
    token, known = tokens[place], readings(tokens[place].text, language)
    begins = all(t.upos == "PUNCT" for t in tokens[:place])
    capital = token.text[:1].isupper()
    if not known or (capital and not begins):
        return None
    if past := tuple(form for form in known if form.feats.endswith("Tense=Past|VerbForm=Part")):
        if _has_auxiliary(tokens, place, language):
            return _best(token, past)
        return _finite_past(tokens, place, known, tables(language)) if tables(language).finite_past else None
    if tables(language).finite_past:
        opens = capital and known[0].feats == _PRESENT_PARTICIPLE and known[0].lemma in tables(language).never_adjectives
        if opens and any(t.text == "," for t in tokens[place + 2 :]):
            return known[0]
        if (bare := _bare_form(tokens, place, known)) and not is_homograph(token.text, language):
            return bare
        after = tokens[place + 1].upos if place + 1 < len(tokens) else ""
        return known[0] if known[0].feats == _PRESENT_PARTICIPLE and after in _COMPLEMENT else None
    if is_homograph(token.text, language) or (capital and known[0].feats != _PRESENT_PARTICIPLE):
        return None
    before = tokens[place - 1].upos if place else ""
    after = tokens[place + 1].upos if place + 1 < len(tokens) else ""
    return known[0] if capital or _stands_as_verb(token, known, before, after) else None


def _bare_form(tokens: list[Token], place: int, known: tuple[Form, ...]) -> Form | None:
    """«to expedite work», «…, deepen trust and broaden trade»: a bare form behind «to», or in a list of such, with an object."""
    bare = next((f for f in known if f.feats == "VerbForm=Inf"), None)
    first = place - 1
    while first > 0 and (tokens[first].upos == "ADV" or tokens[first].text.lower() == "further"):
        first -= 1
    before = tokens[first] if place else None
    opens = place + 1 < len(tokens) and tokens[place + 1].upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
    if bare is None or before is None or not opens or tokens[place].text[:1].isupper():
        return None
    if before.text.lower() == "to" and before.upos in ("PART", "ADP"):
        return bare
    led = any(t.upos == "AUX" or t.text.lower() == "to" and t.upos == "PART" for t in tokens[:place])
    return bare if led and (before.text == "," or before.upos == "CCONJ") else None


def _finite_past(tokens: list[Token], place: int, known: tuple[Form, ...], words: Tables) -> Form | None:
    """«and underlined the need»: a past form that an article follows, and none precedes, is no adjective; nor is a lone root."""
    before = tokens[place - 1].upos if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    opens = after is not None and (after.upos in _COMPLEMENT or after.feat("Poss") == "Yes")
    finite = next((f for f in known if "VerbForm=Fin" in f.feats), None)
    if finite is None:
        return None
    root = tokens[place].head < 0 and not any(t.head == place and t.deprel in ("cop", "aux") for t in tokens)
    opens = opens or root or finite.lemma in words.never_adjectives
    return finite if opens and before not in ("DET", "ADP", "ADJ", "AUX", "") else None


def _has_auxiliary(tokens: list[Token], place: int, language: str) -> bool:
    """Whether an auxiliary depends on a participle, or a form of «have» comes just before it, adverbs aside."""
    if any(t.deprel == "aux" and t.head == tokens[place].index for t in tokens):
        return True
    before = next((t for t in reversed(tokens[:place]) if t.upos != "ADV"), None)
    have = tables(language).auxiliaries[1:]
    return (
        before is not None
        and not is_homograph(tokens[place].text, language)
        and before.upos in ("AUX", "VERB")
        and any(form.lemma in have for form in readings(before.text, language))
    )


def _stands_as_verb(token: Token, known: tuple[Form, ...], before: str, after: str) -> bool:
    """Whether the words beside a form leave it a verb: no article before it, a pronoun before «aspirons»."""
    if known[0].feats == _PRESENT_PARTICIPLE:
        return token.upos not in ("ADJ", "NOUN") or after in _COMPLEMENT
    if known[0].feats == "VerbForm=Inf":
        return before != "DET"
    if not any("Person=3" in form.feats for form in known):
        return before == "PRON"
    return before not in ("DET", "ADP")
