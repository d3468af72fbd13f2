"""What is to be done: from the head of a promise through light verbs to the action, its object and its reach."""

from dataclasses import dataclass, replace

from communique.extract import extents
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
    return _sharing(scene, found)


def _sharing(scene: Scene, found: list[Deed]) -> list[Deed]:
    """«développer et diversifier la coopération»: a verb without an object shares that of the verb joined to it."""
    result = list(found)
    for place, deed in enumerate(found[:-1]):
        following = found[place + 1]
        bare = deed.object[0] <= deed.head.start and deed.head.upos == "VERB"
        between = scene.folded(deed.head.end, following.head.start).strip()
        if bare and following.object[0] > following.head.start and between in ("et", "ou", "et de", "et d'", "et a"):
            result[place] = replace(deed, object=following.object, reach=(deed.reach[0], following.reach[1]))
    return result


def _start(sentence: Sentence, first: Token, verb: Token, earlier: Token) -> int:
    token = first if first.index > earlier.index else verb
    while token.index > earlier.index + 1 and sentence.tokens[token.index - 1].upos in (
        "ADP",
        "ADV",
        "CCONJ",
        "PUNCT",
        "PART",
        "SCONJ",
    ):
        if sentence.tokens[token.index - 1].text == '"' and token.index < verb.index:
            break
        token = sentence.tokens[token.index - 1]
    return token.start


def _through(scene: Scene, sentence: Sentence, head: Token, lexicon: Frames, depth: int = 0) -> list[Token]:
    """Look through light verbs: «travailler avec X pour approfondir» is «approfondir»."""
    if depth > 3 or head.lemma not in lexicon.light_verbs:
        return [head]
    follow = sentence.tokens[head.index + 1] if head.index + 1 < len(sentence.tokens) else None
    if head.lemma in ("faire", "laisser") and follow is not None and clauses.is_infinitive(follow):
        return [follow]
    deeper = [
        t
        for t in clauses.complements(sentence, head)
        if clauses.is_infinitive(t) and t.index > head.index and t.deprel != "conj" and clauses.marker(sentence, t)
    ]
    if not deeper:
        deeper = _purpose(sentence, head)
    deeper = [t for first in deeper[:1] for t in clauses.series(sentence, first)] or deeper
    deeper.extend([t for leaf in list(deeper) for t in clauses.conjuncts(sentence, leaf) if _bare(sentence, t, leaf, deeper)])
    for noun in sentence.children(head, "obj", "obl"):
        if noun.lemma in lexicon.light_nouns:
            deeper.extend(t for t in clauses.complements(sentence, noun) if clauses.is_infinitive(t))
    found = [leaf for token in deeper for leaf in _through(scene, sentence, token, lexicon, depth + 1)]
    return found or [head]


def _bare(sentence: Sentence, token: Token, leaf: Token, known: list[Token]) -> bool:
    """Is it an infinitive joined without a mark of its own («pour consolider X et renforcer Y»)?"""
    return clauses.is_infinitive(token) and token.index > leaf.index and token not in known


def _purpose(sentence: Sentence, head: Token) -> list[Token]:
    """The infinitive that a light verb leads to over «with X»: «travailler avec le Pérou pour approfondir»."""
    for token in sentence.tokens[head.index + 1 : head.index + 14]:
        if token.text in (",", ";") or clauses.is_finite(sentence, token) and token.upos == "VERB":
            return []
        if token.text.lower() in ("pour", "afin", "vue"):
            return [t for t in sentence.tokens[token.index + 1 : token.index + 5] if clauses.is_infinitive(t)][:1]
        if token.upos == "CCONJ" or clauses.is_infinitive(token):
            return []
    return []


def _split(scene: Scene, sentence: Sentence, first: Token, verb: Token, end: int, lexicon: Frames) -> list[Deed]:
    folded = scene.mentions.folded
    objects = _objects(sentence, verb, end)
    if not objects:
        before = sentence.tokens[verb.index - 1] if verb.index else verb
        begin = before.start if before.upos == "PRON" and before.end <= verb.start else verb.start
        if verb.upos not in ("VERB", "AUX"):
            begin = extents.start_of(sentence, verb, first.index - 3)
        span = (begin, extents.end_of(sentence, folded, verb, end))
        patient = clauses.own_subject(sentence, verb) if verb.upos == "VERB" and clauses.form(sentence, verb).passive else None
        if patient is not None and patient.upos in ("NOUN", "PROPN"):
            span = clauses.span(sentence, patient)
        return [Deed(verb, first, classify(scene, sentence, verb, span, lexicon), span, (begin, end))]
    found = []
    for place, item in enumerate(objects):
        last = place + 1 == len(objects)
        stop = end if last else extents.start_of(sentence, objects[place + 1], item.index)
        a = max(extents.start_of(sentence, item, verb.index), verb.start)
        span = (a, extents.end_of(sentence, folded, item, stop))
        start = verb.start if place == 0 else span[0]
        action = classify(scene, sentence, verb, span, lexicon)
        reach = extents.end_of(sentence, folded, item, stop, clause=True)
        found.append(Deed(verb, first, action, span, (start, max(reach, span[1]))))
    return found


def _objects(sentence: Sentence, verb: Token, end: int) -> list[Token]:
    if verb.lemma in _INTRANSITIVE or verb.upos in ("NOUN", "PROPN"):
        return []
    after = [t for t in sentence.children(verb, "obj", "obl") if t.start < end and t.index > verb.index]
    direct = [t for t in after if t.deprel == "obj" and t.upos != "PRON" and not _aside(sentence, t)]
    if not direct:
        leads = (*_LEADS, *_OF) if clauses.reflexive(sentence, verb) else _LEADS
        obliques = [t for t in after if t.deprel == "obl" and t.subtype != "agent"]
        direct = [t for t in obliques if clauses.marker(sentence, t).split(" ")[0] in leads][:1]
    if not direct and (near := _nominal_after(sentence, verb, end)):
        direct = [near]
    if not direct:
        return []
    row = [t for t in clauses.conjuncts(sentence, direct[0]) if t.start < end]
    joined = any(sentence.children(t, "cc") for t in row)
    own = [t for t in row if joined and t is not direct[0] and _own(sentence, t)]
    listed = own and _lists_fields(sentence, direct[0], own[0])
    return [direct[0], *own] if own and not listed and _modified(sentence, direct[0], own[0]) else direct[:1]


_INTRANSITIVE = ("travailler", "œuvrer", "coopérer", "collaborer", "rester", "dialoguer", "investir")
_LEADS = ("à", "au", "aux", "contre", "sur")
_OF = ("de", "du", "des", "d'")


_TIMES = ("an", "année", "mois", "semaine", "jour", "trimestre", "semestre", "été", "printemps", "automne", "hiver")


def _aside(sentence: Sentence, noun: Token) -> bool:
    """Is a noun no object for its words, a time («signer cette année») or one behind a preposition («bâtir avec la Chine»)?"""
    place = noun.index
    while place > 0 and sentence.tokens[place - 1].upos in ("DET", "ADJ", "NUM"):
        place -= 1
    before = sentence.tokens[place - 1] if place else None
    led = (
        before is not None
        and before.upos == "ADP"
        and before.text.lower() not in ("à", "de", "d'", "des", "du", "au", "aux", "contre", "sur")
    )
    return led or noun.lemma in _TIMES and place < noun.index


def _nominal_after(sentence: Sentence, verb: Token, end: int) -> Token | None:
    """The noun behind a verb and its adverbs, where the parser tied it elsewhere: «contribuer ensemble à la construction»."""
    manner = False
    for token in sentence.tokens[verb.index + 1 : verb.index + 9]:
        before = sentence.tokens[token.index - 1]
        if token.start >= end or token.text in (",", ";", ":") or token.upos == "CCONJ":
            return None
        if token.lemma in ("manière", "façon") and before.text.lower() == "de":
            manner = True
            continue
        if token.upos in ("VERB", "AUX") and not manner:
            return None
        led = before.upos in ("DET", "ADJ") or before.text.lower() in ("au", "aux") or token.upos == "NOUN" and before.text.lower() == "à"
        if token.upos in ("NOUN", "PROPN") and led and not _aside(sentence, token) and before.lemma not in ("manière", "façon"):
            return token
    return None


def _own(sentence: Sentence, conjunct: Token) -> bool:
    """Has a coordinated noun its own determiner and modifier, so that it is a deed of its own?"""
    determined = bool(sentence.children(conjunct, "det"))
    modified = bool(sentence.children(conjunct, "amod", "nmod", "acl"))
    return determined and modified and conjunct.upos == "NOUN"


def _lists_fields(sentence: Sentence, first: Token, second: Token) -> bool:
    """Does what is joined continue a list of fields («la coopération dans le commerce, la santé et l'énergie»)?"""
    between = sentence.tokens[first.index + 1 : second.index]
    return any(t.text.lower() in ("dans", "notamment", "tels", "telles", "comme", "matière", "sur") for t in between)


def _modified(sentence: Sentence, first: Token, second: Token) -> bool:
    """Has the first noun a modifier before the second? Else one modifier serves both («sa communication et sa coordination avec X»)."""
    return any(t.index < second.index for t in sentence.children(first, "amod", "nmod", "acl"))


def classify(scene: Scene, sentence: Sentence, head: Token, span: tuple[int, int], lexicon: Frames) -> str:
    """Give the class of a deed from its verb and object, the noun where it alone acts."""
    words = scene.folded(min(head.start, span[0]), max(head.end, min(span[1], head.end + 120)))
    for pattern, action in lexicon.action_phrases:
        match = pattern.search(words)
        if match is not None and match.start() < _NEAR:
            return action
    if head.upos in ("VERB", "AUX"):
        if head.lemma == "mettre" or head.lemma == "appuyer" and clauses.reflexive(sentence, head):
            return "implement"
        aimed = _aimed_at(sentence, span, lexicon) if head.lemma in ("œuvrer", "oeuvrer", "travailler") else ""
        return aimed or lexicon.actions.get(head.lemma, "other")
    if head.lemma in lexicon.agreements and head.lemma not in lexicon.noun_actions:
        return _aimed_at(sentence, (head.end, span[1]), lexicon, ("sur", "à", "au", "pour")) or "other"
    return lexicon.noun_actions.get(head.lemma) or _by_modifier(sentence, head, lexicon)


def _aimed_at(sentence: Sentence, span: tuple[int, int], lexicon: Frames, leads: tuple[str, ...] = ()) -> str:
    """The class of the first noun: «œuvrer au développement de», «un accord portant sur l'augmentation de»."""
    words = sentence.within(*span)
    if leads:
        first = next((i for i, t in enumerate(words) if t.text.lower() in leads), len(words))
        words = words[first : first + 4]
    noun = next((t for t in words if t.upos == "NOUN"), None)
    return lexicon.noun_actions.get(noun.lemma, "") if noun is not None else ""


_NEAR = 45
"""Within how many code points of the deed's head a wording must begin to decide its class."""


def _by_modifier(sentence: Sentence, head: Token, lexicon: Frames) -> str:
    """«des liens plus forts», «une connectivité améliorée»: a comparative on a noun deepens it."""
    for child in sentence.children(head, "amod", "acl"):
        if child.lemma in (
            "meilleur",
            "fort",
            "étroit",
            "solide",
            "profond",
            "amélioré",
            "renforcé",
            "approfondi",
            "soutenu",
            "accru",
        ):
            return "deepen"
    return "other"
