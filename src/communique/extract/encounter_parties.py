"""Who takes part in an encounter where grammar alone does not say: owners of «his talks», the other side, whoever is near."""

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.extract.encounter_lexicon import words_of
from communique.extract.referents import referents, representatives
from communique.extract.scene import Scene
from communique.extract.units import after, people, row, units
from communique.language import clauses
from communique.language.roles import role_of
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

if TYPE_CHECKING:
    from communique.extract.encounter_words import Site

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
    if head is not None and head.lemma in words_of(scene).lemmas["relative"]:
        relative = sentence.head(verb) if verb.deprel == "acl" else None
        head = relative or head
    if head is not None and words_of(scene).patterns["the_latter"].search(scene.folded(max(sentence.start, head.start - 6), head.end)):
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
    elif len(found) > 1 and set(found) < set(whole := people(_row_from(scene, sentence, head, verb))):
        return whole
    return found


def doers(scene: Scene, sentence: Sentence, verb: Token, focus: Parties) -> Parties:
    """Give the persons who do what a verb says, the whole row before it where the parse has but one of them."""
    found, before = people(subject_of(scene, sentence, verb, focus)), row_before(scene, sentence, verb)
    return before if len(before) > len(found) and set(found) <= set(before) else found


def row_before(scene: Scene, sentence: Sentence, verb: Token) -> Parties:
    """Give the row of persons that ends right before a verb, by the words' order: «À l'issue, MM. X et Y ont signé …»."""
    first = next((t for t in sentence.tokens[max(0, verb.index - 5) : verb.index] if t.upos == "AUX"), verb)
    found: list[Party] = []
    at = first.start
    for unit in reversed(units(scene, sentence.start, first.start)):
        if not people(unit.parties) or not words_of(scene).patterns["row_link"].fullmatch(scene.folded(unit.end, at)):
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
    if not before or head is None:
        return ()
    crossed = (t.start for t in sentence.tokens[head.index + 1 : verb.index] if t.upos == "VERB" and t.deprel in ("root", "conj", "ccomp"))
    return row(scene, before[-1].start, next(crossed, verb.start))


def _plural_pronoun(scene: Scene, sentence: Sentence, verb: Token, focus: Parties) -> Parties:
    """«X s'était rendu à Z avec Y. Ils y avaient rencontré …»: they are the one of the sentence before and who was with him."""
    head = clauses.own_subject(sentence, verb)
    if head is None or head.text.lower() not in words_of(scene).lemmas["they"] or not sentence.index:
        return ()
    earlier = scene.sentences[sentence.index - 1]
    root = earlier.root
    lead = people(subject_of(scene, earlier, root, focus)) if root is not None and root.upos == "VERB" else ()
    company_of = (
        people(after(scene, words_of(scene).leads["with"], root.end, earlier.end, reach=80)) if root is not None and len(lead) == 1 else ()
    )
    return tuple(dict.fromkeys((*lead, *company_of))) if company_of else ()


def last_named(scene: Scene, before: int) -> Parties:
    """Give the person named last before an offset: «ce dernier»."""
    earlier = [m for m in scene.mentions.cast.mentions if m.end <= before]
    return (scene.person(earlier[-1].member),) if earlier else ()


def with_others(scene: Scene, sentence: Sentence, at: Token, who: Parties) -> Parties:
    """Give the people of other states in whose presence something was done."""
    states = {p.state for p in who}
    near = after(scene, words_of(scene).leads["in_presence"], at.end, sentence.end, reach=140)
    return tuple(p for p in people(near) if p.state and p.state not in states) if who else ()


def patient(scene: Scene, sentence: Sentence, verb: Token, focus: Parties) -> Parties:
    """Give whom a verb of meeting is done to: the object, a passive's subject, a clitic's referent."""
    if clauses.form(sentence, verb).passive:
        head = clauses.subject(sentence, verb)
        found = referents(scene, sentence, head, focus) if head is not None else ()
        return found if people(found) else before_passive(scene, sentence, verb) or found
    near = row(scene, verb.end, sentence.end, gap=60)
    if people(near):
        return people(near)
    him, behind = words_of(scene).lemmas["him"], words_of(scene).lemmas["him_behind"]
    clitic = any(t.text.lower() in him and t.upos == "PRON" for t in sentence.tokens[max(0, verb.index - 3) : verb.index])
    clitic = clitic or any(
        t.text.lower() in behind and t.deprel in ("obj", "iobj", "obl") for t in sentence.tokens[verb.index + 1 : verb.index + 3]
    )
    return people(focus) if clitic else near


def before_passive(scene: Scene, sentence: Sentence, verb: Token) -> Parties:
    """Who stands right before «a été reçu», «will be received», where the parse has another subject."""
    near = [u for u in units(scene, sentence.start, verb.start) if people(u.parties)]
    if not near or sentence.index and verb.start - near[-1].end > 30:
        return ()
    return near[-1].parties if words_of(scene).patterns["before_a_verb"].fullmatch(scene.folded(near[-1].end, verb.start)) else ()


def counterpart(site: "Site", who: Parties) -> Parties:
    """«a reçu son homologue togolais», no name given: the holder of the same office in that state."""
    members = {m.name: m for m in site.scene.mentions.cast.members}
    function = next((members[p.name].function for p in who if p.name in members), "")
    for role in site.scene.mentions.roles_in(site.token.end, min(site.sentence.end, site.token.end + 60)):
        if role.function == "counterpart" and role.state and function and role in site.scene.mentions.cast.free:
            title = role_of(function, role.state, site.scene.mentions.parse.language)
            return (site.scene.holder(replace(role, function=function, role=title)),)
    return ()


def delegates(site: "Site") -> Parties:
    """«The foreign ministers of X and Y met»: the states or organizations in the subject's own words."""
    head = clauses.subject(site.sentence, site.token)
    if head is None or head.index > site.token.index:
        return ()
    start, end = clauses.span(site.sentence, head, without=("acl", "advcl", "parataxis"))
    if not any(r.plural for r in site.scene.mentions.roles_in(start, end)):
        return ()
    names = [n for n in site.scene.mentions.names_in(start, end, "state", "adjective", "combining", "organization") if n.key]
    found = [site.scene.organization(n.key) if n.kind == "organization" else site.scene.state(n.key) for n in names]
    return tuple(dict.fromkeys(found))


def owner(scene: Scene, sentence: Sentence, noun: Token, determiner: str, focus: Parties) -> Parties:
    """Give whose an encounter is: the subject of the verb over the noun, after an inverted verb too, else the focus."""
    if determiner == "his" and (ahead := _opened_by(scene, sentence, noun)):
        return ahead
    governor = next((a for a in sentence.ancestors(noun) if a.upos in ("VERB", "AUX")), None)
    found: Parties = ()
    if governor is not None and determiner == "his" and clauses.form(sentence, governor).passive:
        found = patient(scene, sentence, governor, focus)
    elif governor is not None:
        found = subject_of(scene, sentence, governor, focus)
        if not people(found):
            late = [t for t in sentence.children(governor, "obj", "nsubj") if t.index > governor.index]
            found = referents(scene, sentence, late[0], focus) if late else found
    if noun.deprel in ("acl", "nmod", "appos", "obl") and governor is None:
        head = sentence.head(noun)
        found = referents(scene, sentence, head, focus) if head is not None else found
    if determiner == "their" and len(people(found)) < 2:
        found = representatives(scene, sentence)
    persons = people(found)
    if persons:
        return persons
    before = [u for u in units(scene, sentence.start, noun.start) if people(u.parties)]
    if determiner == "his" and before:
        return people(before[-1].parties)
    if determiner == "his":
        return people(focus)[:1] or last_named(scene, sentence.start)
    here = people(tuple(p for u in units(scene, sentence.start, sentence.end) for p in u.parties))
    return people(focus) or here[:1]


def _opened_by(scene: Scene, sentence: Sentence, noun: Token) -> Parties:
    """«Ending his two-day visit, X will leave»: who stands right behind the comma of what opens a sentence."""
    comma = next((t for t in sentence.tokens[noun.index + 1 : noun.index + 8] if t.text == ","), None)
    if comma is None or noun.index > 12 or units(scene, sentence.start, noun.start):
        return ()
    return people(row(scene, comma.end, sentence.end, gap=6))[:1]


def company(scene: Scene, sentence: Sentence, others: Parties, focus: Parties) -> Parties:
    """Give who met `others`: the sentence's other people, else the focus, else the last one of another state."""
    here = people(tuple(p for u in units(scene, sentence.start, sentence.end) for p in u.parties))
    states = {p.state for p in others if p.state}
    mine = tuple(p for p in here if p not in others and p.state not in states)
    focused = tuple(p for p in people(focus) if p not in others)
    return mine[:1] or (focused if len(focused) == 1 else ()) or protagonist(scene, others)


def main_actor(scene: Scene, sentence: Sentence, who: Parties) -> Parties:
    """Of those whom a pronoun may mean, none named here: the one of the document, not whom he met before; else all."""
    here = {p for u in units(scene, sentence.start, sentence.end) for p in u.parties}
    if len(who) < 2 or set(who) & here or len({p.state for p in who}) < 2:
        return who
    counts = {p: sum(scene.person(m.member) == p for m in scene.mentions.cast.mentions) for p in who}
    most = max(counts.values())
    leading = tuple(p for p in who if counts[p] == most)
    return leading if len(leading) == 1 else who


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
    later = (scene.person(m.member) for m in scene.mentions.cast.mentions if m.start >= sentence.end)
    return next(((p,) for p in later if p.state and p.state not in states and p.state in pair), ())
