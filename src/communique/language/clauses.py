"""What a clause says by its form: tense, mood, negation, subject, complements, coordination. Universal Dependencies only.

Everything here runs on hand-written CoNLL-U. Where a parser often errs (inverted subjects after a quotation) the words'
order is asked as well.
"""

from dataclasses import dataclass

from communique.language.tokens import Sentence, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """The form of a verb with its auxiliaries."""

    tense: str
    """`Fut`, `Pres`, `Past`, `Imp`, empty where not finite."""
    mood: str
    """`Ind`, `Cnd`, `Sub`, `Imp`, or `Inf`, `Part`, empty."""
    negated: bool
    passive: bool
    perfect: bool
    """A compound past («a rencontré»)."""


def form(sentence: Sentence, verb: Token) -> VerbForm:
    """Give the form of a verb, or of a predicate with a copula."""
    known: VerbForm | None = sentence.forms.get(verb.index)
    if known is None:
        known = sentence.forms[verb.index] = _read_form(sentence, verb)
    return known


def _read_form(sentence: Sentence, verb: Token) -> VerbForm:
    helpers = sentence.children(verb, "aux", "cop")
    shared = sentence.head(verb) if verb.deprel == "conj" and not helpers and verb.feat("VerbForm") in ("Part", "") else None
    if shared is not None and shared.upos == "VERB" and sentence.children(shared, "aux"):
        return form(sentence, shared)
    finite = next((t for t in [*helpers, verb] if t.feat("VerbForm") == "Fin" or t.feat("Mood")), None)
    negated = any(t.feat("Polarity") == "Neg" or t.lemma in _NEGATIONS for t in sentence.children(verb, "advmod"))
    passive = any(t.deprel == "aux" and t.subtype == "pass" for t in helpers)
    helped = bool(helpers) or sentence.language != "en"
    passive = passive or helped and any(t.subtype == "pass" for t in sentence.children(verb, "nsubj"))
    active = any(t.deprel == "aux" and t.lemma == "avoir" for t in helpers) and not any(t.subtype == "pass" for t in helpers)
    passive = passive and not active and not reflexive(sentence, verb)
    perfect = any(t.deprel == "aux" and t.subtype in ("tense", "") and t.lemma in _HAVE for t in helpers) and verb.feat("VerbForm") != "Inf"
    if finite is None:
        kind = verb.feat("VerbForm")
        return VerbForm("", kind if kind in ("Inf", "Part") else "", negated, passive, perfect)
    return VerbForm(finite.feat("Tense"), finite.feat("Mood") or "Ind", negated, passive, perfect)


_HAVE = {"avoir", "être", "have"}
"""Helpers of a compound past («a rencontré», «has met»)."""
_NEGATIONS = {"pas", "jamais", "aucunement", "nullement", "guère", "plus_ne", "not", "n't", "never"}


def reflexive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a reflexive pronoun stands before a verb: «s'est entretenu», «se sont engagés»."""
    return any(t.text.lower() in _REFLEXIVES for t in sentence.tokens[max(0, verb.index - 4) : verb.index])


_REFLEXIVES = {"se", "s'"}


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb or predicate stands in a finite form."""
    return form(sentence, verb).mood in ("Ind", "Cnd", "Sub", "Imp")


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """Give the subject of a verb: its own, its controller's, its first conjunct's, or what a participle modifies."""
    seen: set[int] = set()
    current: Token | None = verb
    while current is not None and current.index not in seen:
        seen.add(current.index)
        own = own_subject(sentence, current)
        if own is not None:
            return own
        current = _controller(sentence, current)
    return None


def own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Give the subject that stands with this very verb; an expletive is none. A passive's is its patient."""
    found = [t for t in sentence.children(verb, "nsubj") if t.lemma not in ("ce",)]
    expletive = [t for t in sentence.children(verb, "expl") if t.subtype == "subj"]
    clausal = sentence.children(verb, "csubj")
    return (found + expletive + clausal)[0] if found or expletive or clausal else None


def main_predicate(sentence: Sentence, start: int, end: int, *, without: Token | None = None) -> Token | None:
    """Give the head of the main clause among the words of a span: the finite predicate nearest to the root, an inserted one left out."""
    found = [
        t for t in sentence.within(start, end)
        if t is not without and t.deprel not in ("aux", "cop") and t.upos != "PUNCT" and is_finite(sentence, t)
    ]  # fmt: skip
    return min(found, key=lambda t: (sum(1 for _ in sentence.ancestors(t)), t.index), default=None)


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Give the «by» complement of a passive or a participle."""
    found = [t for t in sentence.children(verb, "obl") if t.subtype == "agent"]
    return found[0] if found else None


def _controller(sentence: Sentence, verb: Token) -> Token | None:
    head = sentence.head(verb)
    if head is None:
        return None
    if verb.deprel in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "obl", "advmod", "dislocated"):
        return head
    if verb.deprel == "amod" and sentence.children(head, "cop"):
        return head
    return None


def conjuncts(sentence: Sentence, token: Token) -> list[Token]:
    """Give a token and those coordinated with it, in order; it may itself be a conjunct of its head."""
    found, todo = [token], [token]
    while todo:
        for child in sentence.children(todo.pop(), "conj"):
            if child not in found:
                found.append(child)
                todo.append(child)
    return sorted(found, key=lambda t: t.index)


def span(sentence: Sentence, token: Token, *, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """Give the offsets of a token's phrase, without trailing punctuation and without the dependents named."""
    skipped = {i for child in sentence.children(token, *without) for i in sentence.subtree(child)} if without else set()
    indices = [i for i in sentence.subtree(token) if i not in skipped]
    indices = _joined(indices, token.index)
    while len(indices) > 1 and sentence.tokens[indices[-1]].upos in ("PUNCT", "CCONJ", "ADP") and indices[-1] != token.index:
        indices.pop()
    while len(indices) > 1 and sentence.tokens[indices[0]].upos in ("PUNCT", "CCONJ") and indices[0] != token.index:
        indices.pop(0)
    return sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end


def _joined(indices: list[int], center: int) -> list[int]:
    """Keep the run around the centre: a projective phrase stays whole, a stray attachment is cut."""
    place = indices.index(center)
    low = high = place
    while low > 0 and indices[low] - indices[low - 1] <= 2:
        low -= 1
    while high < len(indices) - 1 and indices[high + 1] - indices[high] <= 2:
        high += 1
    return indices[low : high + 1]


def is_infinitive(token: Token) -> bool:
    """Tell whether a token is an infinitive, or the noun-like form that English has after prepositions («of deepening»)."""
    return token.feat("VerbForm") in ("Inf", "Ger")


def complements(sentence: Sentence, token: Token) -> list[Token]:
    """Give the clausal complements of a verb, adjective or noun with their coordinated verbs, in order."""
    found: list[Token] = []
    for child in sentence.children(token, "xcomp", "ccomp", "acl", "advcl", "obl", "csubj"):
        if child.upos in ("VERB", "AUX") or child.deprel == "ccomp":
            found.extend(conjuncts(sentence, child))
    return sorted(found, key=lambda t: t.index)


def series(sentence: Sentence, first: Token) -> list[Token]:
    """Give an infinitive and those that stand in a row with it by the same mark («à A, à B et à C»), whatever the parser tied
    them to.
    """
    mark = _mark_before(sentence, first)
    found = [first]
    for token in sentence.tokens[first.index + 1 :]:
        if token.deprel in ("nsubj",) and token.upos != "PRON" and _opens_clause(sentence, token, first):
            break
        if is_infinitive(token) and token.upos in ("VERB", "AUX") and _mark_before(sentence, token) == mark and _listed(sentence, token):
            found.append(token)
    return found


def _opens_clause(sentence: Sentence, subject: Token, first: Token) -> bool:
    """Does a subject belong to a new main clause, not to a relative or subordinate one?"""
    head = sentence.head(subject)
    return head is not None and head.deprel in ("root", "conj", "parataxis") and head.index > first.index and not is_infinitive(head)


def _mark_before(sentence: Sentence, verb: Token) -> str:
    place = verb.index - 1
    while place >= 0 and sentence.tokens[place].upos in ("ADV", "PRON") and sentence.tokens[place].text not in (",",):
        place -= 1
    token = sentence.tokens[place] if place >= 0 else None
    if place > 0 and sentence.tokens[place - 1].text.lower() in ("afin", "vue", "lieu", "avant", "loin"):
        return sentence.tokens[place - 1].text.lower()
    led = token is not None and token.upos in ("ADP", "SCONJ", "PART") and token.deprel in ("mark", "case")
    return {"d'": "de"}.get(token.text.lower(), token.text.lower()) if token is not None and (led or token.upos == "ADP") else ""


def _listed(sentence: Sentence, verb: Token) -> bool:
    place = verb.index - 1
    while place >= 0 and sentence.tokens[place].upos in ("ADV", "PRON", "ADP", "SCONJ", "PART"):
        place -= 1
    return place >= 0 and (
        sentence.tokens[place].text == "," or sentence.tokens[place].upos == "CCONJ" or sentence.tokens[place].lemma in ("que", "ainsi")
    )


def marker(sentence: Sentence, verb: Token) -> str:
    """Give the words that mark a clause («que», «afin de», «pour»), lower case, empty where none."""
    marks = [t for t in sentence.children(verb, "mark", "case") if t.index < verb.index]
    head = sentence.head(verb)
    if head is not None and head.upos in ("ADV", "ADP", "SCONJ") and head.deprel in ("advmod", "mark", "case"):
        marks.insert(0, head)
    return " ".join(t.text.lower() for t in marks)
