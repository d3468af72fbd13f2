"""What is to be done: from the head of a promise through light verbs to the action, its object and its reach."""

from dataclasses import dataclass

from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to be done: the verb or noun, its class, its object's span, and how far its words reach."""

    head: Token
    first: Token
    """Where the words begin: the light verb that leads to the head, or the head itself."""
    action: str
    object: tuple[int, int]
    reach: tuple[int, int]


def deeds(scene: Scene, sentence: Sentence, heads: tuple[Token, ...], limit: int, lexicon: Frames) -> list[Deed]:
    """Give one deed per own head noun and modifier; `limit` is where the attributed words end."""
    verbs: list[tuple[Token, Token]] = []
    for head in heads:
        verbs.extend((head, verb) for verb in _through(scene, sentence, head, lexicon))
    verbs = list({verb.index: (first, verb) for first, verb in reversed(verbs)}.values())
    verbs.sort(key=lambda pair: pair[1].index)
    found: list[Deed] = []
    for place, (first, verb) in enumerate(verbs):
        following = [pair for pair in verbs[place + 1 :] if pair[1].index > verb.index]
        end = min([limit, *(_start(sentence, *pair, verb) for pair in following)])
        found.extend(_split(scene, sentence, first, verb, end, lexicon))
    return found


def _start(sentence: Sentence, first: Token, verb: Token, earlier: Token) -> int:
    token = first if first.index > earlier.index else verb
    while token.index > earlier.index + 1 and sentence.tokens[token.index - 1].upos in ("ADP", "ADV", "CCONJ", "PUNCT", "PART", "SCONJ"):
        token = sentence.tokens[token.index - 1]
    return token.start


def _through(scene: Scene, sentence: Sentence, head: Token, lexicon: Frames, depth: int = 0) -> list[Token]:
    """Look through light verbs: «travailler avec X pour approfondir» is «approfondir»."""
    if depth > 3 or head.lemma not in lexicon.light_verbs:
        return [head]
    deeper = [
        t for t in clauses.complements(sentence, head)
        if clauses.is_infinitive(t) and t.index > head.index and t.deprel != "conj" and clauses.marker(sentence, t)
    ]
    if not deeper:
        deeper = _purpose(sentence, head)
    deeper = [t for first in deeper[:1] for t in clauses.series(sentence, first)] or deeper
    for noun in sentence.children(head, "obj", "obl"):
        if noun.lemma in lexicon.light_nouns:
            deeper.extend(t for t in clauses.complements(sentence, noun) if clauses.is_infinitive(t))
    found = [leaf for token in deeper for leaf in _through(scene, sentence, token, lexicon, depth + 1)]
    return found or [head]


def _purpose(sentence: Sentence, head: Token) -> list[Token]:
    """The infinitive that a light verb leads to over «with X»: «travailler avec le Pérou pour approfondir»."""
    for token in sentence.tokens[head.index + 1 : head.index + 14]:
        if token.text in (",", ";") or clauses.is_finite(sentence, token) and token.upos == "VERB":
            return []
        if clauses.is_infinitive(token):
            return [token] if sentence.tokens[token.index - 1].upos in ("ADP", "ADV", "PRON") else []
    return []


def _split(scene: Scene, sentence: Sentence, first: Token, verb: Token, end: int, lexicon: Frames) -> list[Deed]:
    objects = _objects(sentence, verb, end)
    if not objects:
        span = clauses.span(sentence, verb, without=("nsubj", "aux", "cop", "punct", "advcl", "conj"))
        span = (verb.start, min(span[1], end)) if verb.upos in ("VERB", "AUX") else (span[0], min(span[1], end))
        return [Deed(verb, first, classify(scene, sentence, verb, span, lexicon), span, (verb.start, end))]
    found = []
    for place, item in enumerate(objects):
        stop = objects[place + 1].start if place + 1 < len(objects) else end
        without = ("conj", "cc") if len(objects) > 1 else ()
        a, b = clauses.span(sentence, item, without=without)
        a, b = max(a, verb.start), min(b, stop)
        span = (a, b) if b > a else (item.start, item.end)
        start = verb.start if place == 0 else span[0]
        found.append(Deed(verb, first, classify(scene, sentence, verb, span, lexicon), span, (start, max(stop if place + 1 < len(objects) else end, span[1]))))
    return found


def _objects(sentence: Sentence, verb: Token, end: int) -> list[Token]:
    direct = [t for t in sentence.children(verb, "obj") if t.start < end and t.index > verb.index and t.upos != "PRON"]
    if not direct:
        direct = [t for t in sentence.children(verb, "obl") if t.start < end and t.index > verb.index and t.subtype != "agent"
                  and clauses.marker(sentence, t).split(" ")[0] in ("à", "au", "aux", "contre", "sur")][:1]
    if not direct and (near := _nominal_after(sentence, verb, end)):
        direct = [near]
    if not direct:
        return []
    own = [t for t in clauses.conjuncts(sentence, direct[0]) if t is direct[0] or _own(sentence, t)]
    return [t for t in own if t.start < end]


def _nominal_after(sentence: Sentence, verb: Token, end: int) -> Token | None:
    """The noun behind a verb and its adverbs, where the parser tied it elsewhere: «contribuer ensemble à la construction»."""
    for token in sentence.tokens[verb.index + 1 : verb.index + 8]:
        if token.start >= end or token.text in (",", ";", ":") or token.upos in ("VERB", "AUX", "CCONJ"):
            return None
        before = sentence.tokens[token.index - 1]
        if token.upos in ("NOUN", "PROPN") and (before.upos in ("DET", "ADJ") or before.text.lower() in ("au", "aux", "à")):
            return token
    return None


def _own(sentence: Sentence, conjunct: Token) -> bool:
    """Has a coordinated noun its own determiner and modifier, so that it is a deed of its own?"""
    determined = bool(sentence.children(conjunct, "det"))
    modified = bool(sentence.children(conjunct, "amod", "nmod", "acl"))
    return determined and modified and conjunct.upos == "NOUN"


_SUPPORTING = ("soutenir", "appuyer")


def classify(scene: Scene, sentence: Sentence, head: Token, span: tuple[int, int], lexicon: Frames) -> str:
    """Give the class of a deed from its verb and object, the noun where it alone acts."""
    words = scene.folded(min(head.start, span[0]), max(head.end, min(span[1], head.end + 120)))
    for pattern, action in lexicon.action_phrases:
        if pattern.search(words):
            return action
    if head.upos in ("VERB", "AUX"):
        if head.lemma == "mettre":
            return "implement"
        return lexicon.actions.get(head.lemma, "other")
    return lexicon.noun_actions.get(head.lemma) or _by_modifier(sentence, head, lexicon)


def _by_modifier(sentence: Sentence, head: Token, lexicon: Frames) -> str:
    """«des liens plus forts», «une connectivité améliorée»: a comparative on a noun deepens it."""
    for child in sentence.children(head, "amod", "acl"):
        if child.lemma in ("meilleur", "fort", "étroit", "solide", "profond", "amélioré", "renforcé", "approfondi", "soutenu", "accru"):
            return "deepen"
    return "other"
