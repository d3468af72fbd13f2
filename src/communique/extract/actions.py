"""What is to be done: from the head of a promise through light verbs to the action, its object and its reach."""

from dataclasses import dataclass, replace

from communique.extract import extents
from communique.extract.bindings import bare_series, is_fixed, last_of
from communique.extract.frames import Frames
from communique.extract.promise_words import cue
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
    return _sharing(scene, sentence, found)


def _sharing(scene: Scene, sentence: Sentence, found: list[Deed]) -> list[Deed]:
    """«développer et diversifier la coopération»: a verb without an object shares that of the verb joined to it."""
    result = list(found)
    for place, deed in enumerate(found[:-1]):
        following = found[place + 1]
        bare = deed.object[0] <= deed.head.start and deed.head.upos == "VERB"
        between = scene.folded(deed.head.end, following.head.start).strip()
        if bare and following.object[0] > following.head.start and between in cue(sentence, "joining"):
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
    follow = sentence.tokens[head.index + 1] if head.index + 1 < len(sentence.tokens) else None
    if follow is not None and follow.text.lower() in cue(sentence, "all") and (aim := _purpose(sentence, head)):
        return aim
    if depth > 3 or head.lemma not in lexicon.light_verbs:
        return [head]
    if head.lemma in cue(sentence, "making") and follow is not None and clauses.is_infinitive(follow):
        return [follow]
    deeper = [
        t
        for t in clauses.complements(sentence, head)
        if clauses.is_infinitive(t) and t.index > head.index and t.deprel != "conj" and _leads_on(sentence, t) and not is_fixed(sentence, t)
    ]
    if not deeper:
        deeper = _purpose(sentence, head)
    deeper = [t for first in deeper[:1] for t in clauses.series(sentence, first)] or deeper
    deeper.extend([t for leaf in list(deeper) for t in clauses.conjuncts(sentence, leaf) if _bare(sentence, t, leaf, deeper)])
    deeper.extend([t for leaf in deeper[:1] for t in bare_series(sentence, leaf) if t not in deeper])
    for noun in sentence.children(head, "obj", "obl"):
        if noun.lemma in lexicon.light_nouns:
            deeper.extend(t for t in clauses.complements(sentence, noun) if clauses.is_infinitive(t))
    found = [leaf for token in deeper for leaf in _through(scene, sentence, token, lexicon, depth + 1)]
    return found or [head]


def _leads_on(sentence: Sentence, verb: Token) -> bool:
    """Is a verb led to by a mark, or by the light verb itself («continue deepening»)? Not a mere circumstance («by asking»)."""
    mark = clauses.marker(sentence, verb)
    if verb.feat("VerbForm") == "Ger":
        return not mark and verb.deprel == "xcomp" or mark in cue(sentence, "gerund_leads")
    return bool(mark)


def _bare(sentence: Sentence, token: Token, leaf: Token, known: list[Token]) -> bool:
    """Is it an infinitive joined without a mark of its own («pour consolider X et renforcer Y»)?"""
    return clauses.is_infinitive(token) and token.index > leaf.index and token not in known


def _purpose(sentence: Sentence, head: Token) -> list[Token]:
    """The infinitive that a light verb leads to over «with X»: «travailler avec le Pérou pour approfondir»."""
    for token in sentence.tokens[head.index + 1 : head.index + 14]:
        if token.text in (",", ";") or clauses.is_finite(sentence, token) and token.upos == "VERB":
            return []
        if token.text.lower() in cue(sentence, "behind_purpose"):
            return [t for t in sentence.tokens[token.index + 1 : token.index + 5] if clauses.is_infinitive(t)][:1]
        if token.upos == "CCONJ" or clauses.is_infinitive(token):
            return []
    return []


def _split(scene: Scene, sentence: Sentence, first: Token, verb: Token, end: int, lexicon: Frames) -> list[Deed]:
    folded = scene.mentions.folded
    undone = verb.upos == "VERB" and clauses.form(sentence, verb).passive and clauses.own_subject(sentence, verb) is not None
    objects = [] if undone else _objects(sentence, verb, end)
    if not objects:
        before = sentence.tokens[verb.index - 1] if verb.index else verb
        begin = before.start if before.upos == "PRON" and before.end <= verb.start else verb.start
        if verb.upos not in ("VERB", "AUX"):
            begin = extents.start_of(sentence, verb, first.index - 3)
        span = (begin, extents.end_of(sentence, folded, verb, end))
        patient = clauses.own_subject(sentence, verb) if verb.upos == "VERB" else None
        undergone = patient is not None and (clauses.form(sentence, verb).passive or patient.lemma in cue(sentence, "dealings"))
        if patient is not None and undergone and patient.upos in ("NOUN", "PROPN"):
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
    if verb.lemma in cue(sentence, "intransitive") or verb.upos in ("NOUN", "PROPN", "SYM", "NUM"):
        return []
    after = [t for t in sentence.children(verb, "obj", "obl") if t.start < end and t.index > verb.index]
    direct = [t for t in after if t.deprel == "obj" and t.upos != "PRON" and not _aside(sentence, t)]
    if not direct:
        leads = cue(sentence, "object_leads")
        leads = (*leads, *cue(sentence, "of")) if clauses.reflexive(sentence, verb) else leads
        obliques = [t for t in after if t.deprel == "obl" and t.subtype != "agent"]
        obliques = [t for t in obliques if t.lemma not in cue(sentence, "set_phrases")]
        direct = [t for t in obliques if clauses.marker(sentence, t).split(" ")[0] in leads][:1]
    if not direct and (near := _nominal_after(sentence, verb, end)):
        direct = [near]
    if not direct:
        return []
    row = [t for t in clauses.conjuncts(sentence, direct[0]) if t.start < end]
    if len(row) > 1 and row[0].index and extents.in_word(sentence, sentence.tokens[row[0].index - 1]):
        direct, row = row[1:2], row[1:]
    joined = any(sentence.children(t, "cc") for t in row)
    own = [t for t in row if joined and t is not direct[0] and _own(sentence, t)]
    listed = own and _lists_fields(sentence, direct[0], own[0])
    return [direct[0], *own] if own and not listed and _modified(sentence, direct[0], own[0]) else direct[:1]


def _aside(sentence: Sentence, noun: Token) -> bool:
    """Is a noun no object for its words, a time («signer cette année») or one behind a preposition («bâtir avec la Chine»)?"""
    place = noun.index
    while place > 0 and sentence.tokens[place - 1].upos in ("DET", "ADJ", "NUM"):
        place -= 1
    before = sentence.tokens[place - 1] if place else None
    led = (
        before is not None
        and before.upos == "ADP"
        and before.deprel != "compound"
        and before.text.lower() not in cue(sentence, "object_marks")
    )
    return led or noun.lemma in cue(sentence, "times") and place < noun.index


def _nominal_after(sentence: Sentence, verb: Token, end: int) -> Token | None:
    """The noun behind a verb and its adverbs, where the parser tied it elsewhere: «contribuer ensemble à la construction»."""
    manner, contracted = False, cue(sentence, "object_contracted")
    for token in sentence.tokens[verb.index + 1 : verb.index + 9]:
        before = sentence.tokens[token.index - 1]
        if token.upos == "CCONJ" and _pairs(sentence, token):
            continue
        if token.start >= end or token.text in (",", ";", ":") or token.upos == "CCONJ":
            return None
        if token.lemma in cue(sentence, "manner") and before.text.lower() in cue(sentence, "manner_marks"):
            manner = True
            continue
        if token.upos in ("VERB", "AUX") and not manner:
            return None
        led = (
            before.upos in ("DET", "ADJ")
            or before.text.lower() in contracted
            or token.upos == "NOUN"
            and before.text.lower() in cue(sentence, "object_to")
        )
        bare = bool(cue(sentence, "bare_objects")) and before.upos not in ("ADP", "PART", "SCONJ")
        if (
            token.upos in ("NOUN", "PROPN")
            and (led or bare)
            and not _aside(sentence, token)
            and before.lemma not in cue(sentence, "manner")
        ):
            return last_of(sentence, token)
    return None


def _pairs(sentence: Sentence, conjunction: Token) -> bool:
    """Does it join two adjectives before one noun («Kenyan and Peruvian firms»)?"""
    around = sentence.tokens[conjunction.index - 1 : conjunction.index + 3] if conjunction.index else []
    return [t.upos for t in around] == ["ADJ", "CCONJ", "ADJ", "NOUN"]


def _own(sentence: Sentence, conjunct: Token) -> bool:
    """Has a coordinated noun its own determiner and modifier, so that it is a deed of its own?"""
    determined = bool(sentence.children(conjunct, "det")) or not cue(sentence, "own_determined")
    modified = bool(sentence.children(conjunct, "amod", "nmod", "acl", "compound"))
    return determined and modified and conjunct.upos == "NOUN"


def _lists_fields(sentence: Sentence, first: Token, second: Token) -> bool:
    """Does what is joined continue a list of fields («la coopération dans le commerce, la santé et l'énergie»)?"""
    between = sentence.tokens[first.index + 1 : second.index]
    return any(t.text.lower() in cue(sentence, "fields") for t in between)


def _modified(sentence: Sentence, first: Token, second: Token) -> bool:
    """Has the first noun a modifier before the second? Else one modifier serves both («sa communication et sa coordination avec X»)."""
    return any(t.index < second.index for t in sentence.children(first, "amod", "nmod", "acl", "compound"))


def classify(scene: Scene, sentence: Sentence, head: Token, span: tuple[int, int], lexicon: Frames) -> str:
    """Give the class of a deed from its verb and object, the noun where it alone acts."""
    words = scene.folded(min(head.start, span[0]), max(head.end, min(span[1], head.end + 120)))
    for pattern, action in lexicon.action_phrases:
        match = pattern.search(words)
        if match is not None and match.start() < _NEAR:
            return action
    if head.upos in ("VERB", "AUX"):
        if head.lemma in cue(sentence, "implementing") or head.lemma in cue(sentence, "relying") and clauses.reflexive(sentence, head):
            return "implement"
        aimed = _aimed_at(sentence, span, lexicon) if head.lemma in cue(sentence, "working") else ""
        return aimed or lexicon.actions.get(head.lemma, "other")
    if head.upos in ("SYM", "NUM"):
        return "support"
    if _by_modifier(sentence, head) != "other":
        return _by_modifier(sentence, head)
    if head.lemma in lexicon.agreements and head.lemma not in lexicon.noun_actions:
        return _aimed_at(sentence, (head.end, span[1]), lexicon, cue(sentence, "agreement_on")) or "other"
    return lexicon.noun_actions.get(head.lemma, "other")


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


def _by_modifier(sentence: Sentence, head: Token) -> str:
    """«des liens plus forts», «une connectivité améliorée»: a comparative on a noun deepens it."""
    near = [*sentence.children(head, "amod", "acl"), *sentence.tokens[max(0, head.index - 1) : head.index]]
    if any({child.lemma, child.text.lower()} & set(cue(sentence, "stronger")) for child in near):
        return "deepen"
    return "other"
