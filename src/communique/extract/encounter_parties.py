"""Who takes part in an encounter where grammar alone does not say: owners of «his talks», the other side, whoever is near."""

import re

from communique.extract.referents import referents, representatives
from communique.extract.scene import Scene
from communique.extract.units import after, people, row, units
from communique.language import clauses
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]


def subject_of(scene: Scene, sentence: Sentence, verb: Token, focus: Parties) -> Parties:
    """Give who does what a verb says: its subject, its agent, the noun a participle stands with."""
    form = clauses.form(sentence, verb)
    if together := _plural_pronoun(scene, sentence, verb, focus):
        return together
    if form.passive and (agent := clauses.agent(sentence, verb)) is not None:
        return referents(scene, sentence, agent, focus)
    head = clauses.subject(sentence, verb)
    if head is None:
        head = next((s for t in sentence.children(verb, "aux") for s in sentence.children(t, "nsubj")), None)
    if head is None and verb.deprel == "acl":
        head = sentence.head(verb)
    if head is not None and head.lemma == "qui":
        relative = sentence.head(verb) if verb.deprel == "acl" else None
        head = relative or head
    if head is not None and head.lemma == "dernier" and any(t.lemma == "ce" for t in sentence.children(head, "det")):
        return last_named(scene, sentence.start)
    if head is not None and any(t.start <= head.start < t.end for t in scene.mentions.times):
        head = next((t for t in clauses.conjuncts(sentence, head)[1:]), head)
    several = [
        u.parties
        for u in units(scene, sentence.start, verb.start)
        if head is not None and u.start <= head.start < u.end and len(u.parties) > 1
    ]
    if several:
        return several[0]
    found = referents(scene, sentence, head, focus) if head is not None else ()
    if not found or len(found) == 1 and found[0].kind == "person":
        found = _row_from(scene, sentence, head, verb) or found
    return found


def row_before(scene: Scene, sentence: Sentence, verb: Token) -> Parties:
    """Give the row of persons that ends right before a verb, by the words' order: «À l'issue, MM. X et Y ont signé …»."""
    first = next((t for t in sentence.tokens[max(0, verb.index - 5) : verb.index] if t.upos == "AUX"), verb)
    found: list[Party] = []
    at = first.start
    for unit in reversed(units(scene, sentence.start, first.start)):
        if not people(unit.parties) or not re.fullmatch(r",? ?(?:et |ainsi que )?(?:le |la |l')?", scene.folded(unit.end, at)):
            break
        found[:0] = unit.parties
        at = unit.start
    return tuple(dict.fromkeys(found))


def opening_pair(scene: Scene, sentence: Sentence, verb: Token) -> Parties:
    """Give the two that a sentence opens with: «X et Y, en froid depuis …, se sont retrouvés»."""
    found = people(row(scene, sentence.start, verb.start, gap=25))
    return found if len(found) == 2 and len({p.state for p in found}) == 2 and verb.feat("Number") != "Sing" else ()


def _row_from(scene: Scene, sentence: Sentence, head: Token | None, verb: Token) -> Parties:
    """The row of parties that begins with the subject and ends before the verb."""
    before = [u for u in units(scene, sentence.start, verb.start) if head is not None and u.start <= head.start < u.end]
    return row(scene, before[-1].start, verb.start) if before else ()


def _plural_pronoun(scene: Scene, sentence: Sentence, verb: Token, focus: Parties) -> Parties:
    """«X s'était rendu à Z avec Y. Ils y avaient rencontré …»: they are the one of the sentence before and who was with him."""
    head = clauses.own_subject(sentence, verb)
    if head is None or head.text.lower() not in ("ils", "elles") or not sentence.index:
        return ()
    earlier = scene.sentences[sentence.index - 1]
    root = earlier.root
    lead = people(subject_of(scene, earlier, root, focus)) if root is not None and root.upos == "VERB" else ()
    company_of = people(after(scene, "avec", root.end, earlier.end, reach=80)) if root is not None and len(lead) == 1 else ()
    return tuple(dict.fromkeys((*lead, *company_of))) if company_of else ()


def last_named(scene: Scene, before: int) -> Parties:
    """Give the person named last before an offset: «ce dernier»."""
    earlier = [m for m in scene.mentions.cast.mentions if m.end <= before]
    return (scene.person(earlier[-1].member),) if earlier else ()


def with_others(scene: Scene, sentence: Sentence, at: Token, who: Parties) -> Parties:
    """Give the people of other states in whose presence something was done."""
    states = {p.state for p in who}
    near = after(scene, r"en presence (?:de|du|des|d')|aux cotes (?:de|du|des|d')", at.end, sentence.end, reach=140)
    return tuple(p for p in people(near) if p.state and p.state not in states) if who else ()


def patient(scene: Scene, sentence: Sentence, verb: Token, focus: Parties) -> Parties:
    """Give whom a verb of meeting is done to: the object, a passive's subject, a clitic's referent."""
    if clauses.form(sentence, verb).passive:
        head = clauses.subject(sentence, verb)
        return referents(scene, sentence, head, focus) if head is not None else ()
    near = row(scene, verb.end, sentence.end, gap=60)
    if people(near):
        return people(near)
    clitic = any(
        t.text.lower() in ("l'", "le", "la", "lui", "les") and t.upos == "PRON"
        for t in sentence.tokens[max(0, verb.index - 3) : verb.index]
    )
    return people(focus) if clitic else near


def owner(scene: Scene, sentence: Sentence, noun: Token, determiner: str, focus: Parties) -> Parties:
    """Give whose an encounter is: the subject of the verb over the noun, after an inverted verb too, else the focus."""
    governor = next((a for a in sentence.ancestors(noun) if a.upos in ("VERB", "AUX")), None)
    found: Parties = ()
    if governor is not None and determiner == "son" and clauses.form(sentence, governor).passive:
        found = patient(scene, sentence, governor, focus)
    elif governor is not None:
        found = subject_of(scene, sentence, governor, focus)
        if not people(found):
            late = [t for t in sentence.children(governor, "obj", "nsubj") if t.index > governor.index]
            found = referents(scene, sentence, late[0], focus) if late else found
    if noun.deprel in ("acl", "nmod", "appos", "obl") and governor is None:
        head = sentence.head(noun)
        found = referents(scene, sentence, head, focus) if head is not None else found
    if determiner == "leur" and len(people(found)) < 2:
        found = representatives(scene, sentence)
    persons = people(found)
    if persons:
        return persons
    before = [u for u in units(scene, sentence.start, noun.start) if people(u.parties)]
    if determiner == "son" and before:
        return people(before[-1].parties)
    if determiner == "son":
        return people(focus)[:1] or last_named(scene, sentence.start)
    here = people(tuple(p for u in units(scene, sentence.start, sentence.end) for p in u.parties))
    return people(focus) or here[:1]


def company(scene: Scene, sentence: Sentence, others: Parties, focus: Parties) -> Parties:
    """Give who met `others`: the sentence's other people, else the focus, else the last one of another state."""
    here = people(tuple(p for u in units(scene, sentence.start, sentence.end) for p in u.parties))
    states = {p.state for p in others if p.state}
    mine = tuple(p for p in here if p not in others and p.state not in states)
    focused = tuple(p for p in people(focus) if p not in others)
    return mine[:1] or (focused if len(focused) == 1 else ()) or protagonist(scene, others)


def protagonist(scene: Scene, others: Parties) -> Parties:
    """Give the person named most often in the document, of another state than `others`."""
    states = {p.state for p in others}
    counts: dict[int, int] = {}
    for mention in scene.mentions.cast.mentions:
        counts[mention.member] = counts.get(mention.member, 0) + 1
    fitting = [i for i in counts if scene.mentions.cast.members[i].state and scene.mentions.cast.members[i].state not in states]
    return (scene.person(max(fitting, key=lambda i: (counts[i], -i))),) if fitting else ()


def other_side(scene: Scene, sentence: Sentence, who: Parties) -> Parties:
    """Give the person of another state of the relation who was named last."""
    states = {p.state for p in who}
    pair = scene.pair_at(sentence)
    for mention in reversed([m for m in scene.mentions.cast.mentions if m.end <= sentence.end]):
        party = scene.person(mention.member)
        if party.state and party.state not in states and party.state in pair:
            return (party,)
    return ()
