"""Who is bound by a word of promise, wish, duty or appeal: states and bodies, for people speak for theirs.

Nobody is guessed: where the words bind someone whom the document does not name, there is no record.
"""

from communique.extract.bindings import Trigger, mark_of, misread
from communique.extract.frames import frames
from communique.extract.promise_words import cue, shape
from communique.extract.referents import Parties, referents, sides
from communique.extract.scene import Scene
from communique.extract.standing import parted, standing_before
from communique.extract.units import after, units
from communique.language import clauses
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party


def bound_by(scene: Scene, sentence: Sentence, trigger: Trigger, focus: Parties, speakers: Parties) -> Parties | None:
    """Give who is bound; empty for an appeal that names no one; None where nobody whom we can name is bound."""
    if standing := _without_subject(scene, sentence, trigger):
        return standing
    if trigger.bound is None:
        return _unnamed(scene, sentence, trigger, speakers)
    found = _named(scene, sentence, trigger, trigger.bound, focus)
    pair = scene.pair_at(sentence)
    near = sentence.tokens[trigger.bound.index + 1 : trigger.token.index + 3]
    if trigger.bound.text.lower() in cue(sentence, "we") and any(t.text.lower() in cue(sentence, "together") for t in near):
        return scene.states(pair) if len(pair) == 2 else found
    if trigger.force == "urge" and trigger.bound.text.lower() in cue(sentence, "we") and len(pair) == 2:
        found = scene.states(pair) if {p.state for p in found} & set(pair) else found
    if found:
        return found
    if trigger.rule == "future" and speakers and _opens(sentence, trigger):
        pair = scene.pair_at(sentence)
        return scene.states(pair) if _shared(scene, sentence, pair) else sides(scene, speakers)
    if not trigger.addressed:
        own = trigger.rule == "noun-of-will" and _possessive(sentence, trigger.token, trigger.bound)
        own = own or trigger.bound.lemma in cue(sentence, "governing") and _possessive(sentence, trigger.bound)
        if own and speakers:
            return sides(scene, speakers)
        if trigger.force == "urge" and trigger.bound.upos == "PROPN" and trigger.heads[0].lemma in cue(sentence, "becoming"):
            return ()
        found = _exemplified(scene, sentence, trigger.bound, trigger.token) or _described(scene, sentence, trigger.bound)
        return found or (_addressed(scene, sentence, trigger, speakers) if speakers and _undergoes(sentence, trigger) else None)
    if trigger.rule == "wanted":
        return _described(scene, sentence, trigger.bound) or None
    everyone = trigger.bound.lemma in cue(sentence, "everyone")
    if everyone and any(t.lemma == "international" for t in sentence.children(trigger.bound, "amod")):
        return ()
    asked = scene.states(scene.states_in(*scene.phrase(sentence, trigger.bound))[:2])
    if speakers and not asked and trigger.bound.lemma in cue(sentence, "offices") and trigger.bound.feat("Number") == "Plur":
        own = sentence.tokens[max(0, trigger.bound.index - 1)].text.lower() in cue(sentence, "their") and are_two(speakers)
        pair = scene.pair_at(sentence)
        return sides(scene, speakers) if own else scene.states(pair) if len(pair) == 2 else ()
    asked = asked or _described(scene, sentence, trigger.bound)
    return asked or (None if trigger.bound.upos == "PRON" else ())


def _named(scene: Scene, sentence: Sentence, trigger: Trigger, bound: Token, focus: Parties) -> Parties:
    officials = bound.lemma in cue(sentence, "governing") and bound.feat("Number") == "Plur"
    ours = scene.states_in(*scene.phrase(sentence, bound)) if officials else []
    bound = _told(scene, sentence, bound) if trigger.force == "urge" else bound
    found = scene.states(ours) if len(ours) == 1 else sides(scene, referents(scene, sentence, bound, focus))
    found = _joined(scene, sentence, bound, found) if found else found
    if trigger.rule == "signing" and not are_two(found):
        partners = sides(scene, after(scene, cue(sentence, "with")[0], trigger.token.end, sentence.end))
        between = sentence.tokens[bound.index + 1 : trigger.token.index]
        above = [a.index for a in sentence.ancestors(trigger.token)]
        row = () if any(t.upos == "VERB" and t.index not in above for t in between) else units(scene, bound.start, trigger.token.start)
        signers = (p for u in row for p in sides(scene, u.parties))
        found = tuple(dict.fromkeys((*found, *(p for p in signers if found), *partners)))
        return tuple(p for p in found if p.kind != "person")
    return found


def _unnamed(scene: Scene, sentence: Sentence, trigger: Trigger, speakers: Parties) -> Parties | None:
    """Who is bound where the words name nobody: both by an impersonal agreement, the speaker by his own will."""
    if trigger.force == "agreement":
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else None
    if trigger.addressed or trigger.force == "urge":
        return _addressed(scene, sentence, trigger, speakers)
    if trigger.rule == "duty-verb" and trigger.token.feat("VerbForm") == "Fin":
        return None
    return sides(scene, speakers) or None


def _addressed(scene: Scene, sentence: Sentence, trigger: Trigger, speakers: Parties) -> Parties:
    """Whom an appeal without an addressee binds: both sides where its words or its deed are of both, else nobody."""
    folded = scene.folded(trigger.token.start, sentence.end)
    joint = trigger.token.lemma in cue(sentence, "proposing")
    among = scene.states_in(trigger.token.end, sentence.end)
    if joint and len(among) > 2 and shape(sentence, "between").search(folded) and set(scene.pair_at(sentence)) <= set(among):
        return scene.states(among)
    joint = joint or bool(shape(sentence, "joint_deed").search(folded))
    if joint or scene.patterns["states"].search(folded) or shape(sentence, "relation").search(folded):
        pair = scene.pair_at(sentence)
        own = {p.state: None for p in speakers if p.state} | dict.fromkeys(among if joint else ())
        pair = pair if len(pair) == 2 else tuple(own)
        return scene.states(pair) if len(pair) == 2 else ()
    pair, named = scene.pair_at(sentence), scene.states_in(trigger.token.end, sentence.end)
    joint, needed = _is_joint(sentence, trigger), trigger.token.lemma in cue(sentence, "needing")
    if are_two(speakers):
        return sides(scene, speakers) if needed or joint and set(named) <= {p.state for p in speakers} else ()
    ours = len(pair) == 2 and any(p.state in pair for p in speakers) and set(named) <= set(pair)
    return scene.states(pair) if ours and (needed or joint) else ()


def _undergoes(sentence: Sentence, trigger: Trigger) -> bool:
    """«le pont doit être achevé en 2025», «the line must start running»: a thing that somebody must see to."""
    if trigger.rule != "duty-verb" or trigger.force != "urge" or trigger.bound is None or trigger.bound.upos != "NOUN":
        return False
    head = trigger.heads[0]
    passive = head.upos == "VERB" and clauses.form(sentence, head).passive
    return head.lemma in cue(sentence, "running") or passive and head.lemma in frames(sentence.language).actions


def _is_joint(sentence: Sentence, trigger: Trigger) -> bool:
    """Is what two sides call for a deed of both («stronger cooperation», «to expand trade»)?"""
    lexicon = frames(sentence.language)
    head = trigger.heads[0]
    acts = (lexicon.actions | lexicon.noun_actions).get(head.lemma, "")
    return head.lemma in cue(sentence, "dealings") or acts in (
        "deepen",
        "expand",
        "increase",
        "align",
        "coordinate",
        "exchange",
        "continue",
    )


def _possessive(sentence: Sentence, *nouns: Token) -> bool:
    """Is it the speaker's own («leur volonté», «la volonté de son pays»)?"""
    before = [t for noun in nouns for t in sentence.tokens[max(0, noun.index - 3) : noun.index]]
    return any(t.text.lower() in cue(sentence, "own") for t in before)


def _without_subject(scene: Scene, sentence: Sentence, trigger: Trigger) -> Parties:
    """Those right before a finite verb of duty to which the parser tied no subject of its own."""
    verb = trigger.token
    if trigger.rule == "future" and (told := parted(scene, sentence, verb)):
        return sides(scene, told)
    if trigger.rule == "signing" and trigger.bound is None:
        return sides(scene, standing_before(scene, sentence, verb))
    while verb.deprel == "conj" and verb.head >= 0 and clauses.own_subject(sentence, verb) is None:
        verb = sentence.tokens[verb.head]
    if trigger.rule != "duty-verb" or trigger.addressed or verb.feat("VerbForm") != "Fin" or verb.deprel == "aux":
        return ()
    return () if clauses.own_subject(sentence, verb) is not None else sides(scene, standing_before(scene, sentence, verb))


def asking(scene: Scene, sentence: Sentence, trigger: Trigger) -> Parties:
    """Give who appeals, by the verb's own subject."""
    subject = misread(sentence, trigger.token) or clauses.subject(sentence, trigger.token)
    if subject is None or subject.upos == "PRON" or clauses.form(sentence, trigger.token).passive:
        return ()
    return referents(scene, sentence, subject) or _described(scene, sentence, subject)


def _described(scene: Scene, sentence: Sentence, bound: Token) -> Parties:
    """«Kenyan officials» are Kenya, «the rebels» a party as written, «our governments» both sides."""
    if bound.subtype == "agent" or mark_of(sentence, bound) in cue(sentence, "by_marks"):
        return ()
    if bound.upos == "PRON":
        return _speaking(scene, sentence, bound)
    if bound.lemma in cue(sentence, "everyone") and any(t.lemma == "international" for t in sentence.children(bound, "amod")):
        return ()
    start, end = scene.phrase(sentence, bound)
    states = scene.states_in(start, end)
    written = shape(sentence, "article").sub("", scene.text[start:end])
    named = Party(name=written, kind="organization", state=states[0] if len(states) == 1 else None)
    if any(t.lemma in cue(sentence, "groups") for t in sentence.children(bound, "compound", "amod")):
        return (named,)
    if bound.feat("Number") == "Plur" and len(states) > 1:
        return scene.states(states[:3])
    ours = {bound.lemma.lower(), bound.text.lower().removesuffix("s")} & set(cue(sentence, "governing"))
    if ours and not states and _possessive(sentence, bound):
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else ()
    several = bound.lemma in cue(sentence, "leaders") and not states and bound.feat("Number") == "Plur"
    if several and len(pair := scene.pair_at(sentence)) == 2:
        return scene.states(pair)
    if bound.lemma in cue(sentence, "nationals") and len(states) == 1:
        return scene.states(states)
    if bound.lemma in (*cue(sentence, "governing"), *cue(sentence, "peers")) and states:
        return scene.states(states[:2])
    if bound.lemma in cue(sentence, "groups") or bound.upos == "PROPN" and scene.text[bound.start].isupper():
        return (named,)
    return ()


def _told(scene: Scene, sentence: Sentence, pronoun: Token) -> Token:
    """«warned Oman that it must», «a reminder to Oman that it must»: the pronoun is who is told, where words between name someone."""
    verb = next((a for a in sentence.ancestors(pronoun) if a.upos == "VERB" and a.index < pronoun.index), None)
    if pronoun.text.lower() not in cue(sentence, "anaphora") or verb is None:
        return pronoun
    between = [t for t in sentence.tokens[verb.index + 1 : pronoun.index] if t.upos in ("NOUN", "PROPN")]
    told = [t for t in between if t.head == verb.index and t.deprel in ("obj", "iobj") or mark_of(sentence, t) in cue(sentence, "to")]
    return next((t for t in reversed(told) if scene.states_in(*scene.phrase(sentence, t))), pronoun)


def _speaking(scene: Scene, sentence: Sentence, pronoun: Token) -> Parties:
    """«Syria says it is willing»: the pronoun is who says so, where nobody else stands between."""
    if pronoun.text.lower() not in cue(sentence, "anaphora"):
        return ()
    verbs = [a for a in sentence.ancestors(pronoun) if a.upos == "VERB" and a.index < pronoun.index]
    who = clauses.own_subject(sentence, verbs[0]) if verbs else None
    if who is None or who.upos == "PRON" or who.index > pronoun.index or who.feat("Number") == "Plur" and pronoun.feat("Number") == "Sing":
        return ()
    return sides(scene, referents(scene, sentence, who)) or _described(scene, sentence, who)


def _exemplified(scene: Scene, sentence: Sentence, bound: Token, verb: Token) -> Parties:
    """«les pays voisins, à commencer par le Mali, doivent»: the states that an unnamed group is told to hold."""
    folded = scene.folded(bound.end, verb.start)
    if not shape(sentence, "examples").search(folded):
        return ()
    named = scene.mentions.names_in(bound.end, verb.start, "state")
    return scene.states([n.key for n in named if n.key])


def _joined(scene: Scene, sentence: Sentence, bound: Token, found: Parties) -> Parties:
    """«la Chine et le Kazakhstan»: with those joined by «et» right before and after, whatever the parser tied together."""
    row, joined = units(scene, sentence.start, sentence.end), shape(sentence, "and")
    at = next((i for i, u in enumerate(row) if u.start <= bound.start < u.end), None)
    if at is None:
        return found
    before, after_ = row[:at][-1:], row[at + 1 : at + 2]
    more = [u for u in before if joined.fullmatch(scene.folded(u.end, row[at].start))]
    further = [u for u in after_ if joined.fullmatch(scene.folded(row[at].end, u.start))]
    sides_before = [p for u in more for p in sides(scene, u.parties)]
    sides_after = [p for u in further for p in sides(scene, u.parties)]
    return tuple(dict.fromkeys((*sides_before, *found, *sides_after)))


def are_two(parties: Parties) -> bool:
    """Tell whether parties are of two sides at least."""
    return len({p.state or p.name for p in parties}) > 1


def _shared(scene: Scene, sentence: Sentence, pair: tuple[str, ...]) -> bool:
    """Is what will open a crossing or line between both?"""
    folded = scene.folded(sentence.start, sentence.end)
    return len(pair) == 2 and bool(shape(sentence, "shared").search(folded))


def _opens(sentence: Sentence, trigger: Trigger) -> bool:
    """Is it a thing that will open or resume, as the one who says so promises? Not one that opens something else."""
    if any(t.index > trigger.token.index for t in sentence.children(trigger.token, "obj")):
        return False
    return trigger.token.lemma in cue(sentence, "opening")
