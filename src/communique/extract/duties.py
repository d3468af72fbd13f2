"""What verbs of wish, duty, decision and appeal bind: «X souhaite», «X doit», «X a décidé de», «appelle Y à»."""

from dataclasses import replace

from communique.extract.appeals import appeal
from communique.extract.bindings import (
    Trigger,
    asked,
    bare_series,
    binding_clause,
    denied,
    infinitives,
    is_embedded,
    last_of,
    mark_of,
    misread,
    objects_of,
    reported,
    under,
    wanted,
)  # fmt: skip
from communique.extract.frames import Frames
from communique.extract.promise_words import cue, shape
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


def duty(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X doit / souhaite / aspire à + infinitive», «il faut + infinitive», «X s'engage à», «X a décidé de»."""
    if token.upos not in ("VERB", "AUX"):
        return None
    force = lexicon.force_verbs.get(_phrasal(sentence, token, lexicon))
    if force is None or denied(sentence, token) or _attributive(sentence, token):
        return None
    if (
        (force == "urge" or token.lemma in cue(sentence, "never_reflexive"))
        and clauses.reflexive(sentence, token)
        or not _asserted(sentence, token, lexicon)
    ):
        return None
    if is_embedded(sentence, token, lexicon) or token.text.lower() in cue(sentence, "unbinding_forms"):
        return None
    if not _meant(sentence, token, force, lexicon) or under(sentence, token, cue(sentence, "accusing")):
        return None
    if token.lemma in cue(sentence, "agreeing") and _on_need(sentence, token):
        return None
    heads = _governed(sentence, token) if token.deprel == "aux" and token.head >= 0 else infinitives(sentence, token)
    if token.lemma in cue(sentence, "instructing"):
        heads = asked(sentence, token, heads)
    if not heads and _phrasal(sentence, token, lexicon) != token.lemma:
        heads = _behind_particle(sentence, token, lexicon)
    clause = wanted(sentence, token)
    if clause is not None and token.lemma in cue(sentence, "agreeing"):
        if _is_so(sentence, clause):
            return None
        agreed = binding_clause(sentence, token, clause, force, lexicon, of_things=True)
        bound = clauses.subject(sentence, token)
        nobody = bound is not None and (bound.deprel == "expl" or bound.text.lower() in cue(sentence, "it"))
        nobody = nobody and clauses.form(sentence, token).passive
        return agreed and replace(agreed, bound=None if nobody else bound, rule="duty-verb", addressed=False)
    clause = clause if clause is not None and _desired(sentence, token, clause) else None
    if clause is not None and force == "wish" and _of_things(sentence, clause):
        return Trigger(token, force, clauses.subject(sentence, token), (clause,), "duty-verb")
    if clause is not None and (force == "urge" or token.lemma in cue(sentence, "wanting")):
        return binding_clause(sentence, token, clause, "urge", lexicon) if token.lemma not in cue(sentence, "insisting") else None
    if force == "urge" and token.lemma not in cue(sentence, "obliging"):
        return appeal(sentence, token, heads, force, lexicon)
    other = _other(sentence, token, heads) if token.lemma in cue(sentence, "wanting") else None
    if other is not None:
        return Trigger(token, "urge", other, heads, "appeal", addressed=True)
    return _own(scene, sentence, token, force, heads, lexicon)


def _on_need(sentence: Sentence, token: Token) -> bool:
    """«ont convenu de la nécessité de», «agreed on the need to»: the noun leads to the deeds; «accorder» agrees only as «s'accorder»."""
    if token.lemma in cue(sentence, "reflexive_only") and not clauses.reflexive(sentence, token):
        return True
    return any(t.lemma in cue(sentence, "needing") and t.index > token.index for t in sentence.children(token, "obl", "obj"))


def _desired(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Is a clause what is wanted, not what is told: «demanded that X leave», not «insisted that X left», «told us that»?"""
    if token.lemma in cue(sentence, "telling"):
        return False
    plain = verb.text.lower() == verb.lemma.lower() or bool(sentence.children(verb, "aux"))
    return plain or not cue(sentence, "bare_clause")


def _of_things(sentence: Sentence, verb: Token) -> bool:
    """«espère que les négociations aboutiront», «hopes the talks can be concluded»: nobody is asked."""
    about = clauses.own_subject(sentence, verb)
    return clauses.form(sentence, verb).passive or about is not None and about.lemma in cue(sentence, "dealings")


def _is_so(sentence: Sentence, verb: Token) -> bool:
    """«agreed that relations are growing», «ont convenu que les liens se développent»: how things are binds nobody."""
    helpers = sentence.children(verb, "aux", "cop")
    form, about = clauses.form(sentence, verb), clauses.own_subject(sentence, verb)
    if any(t.lemma in cue(sentence, "modals") for t in helpers) or form.tense == "Fut" or form.mood in ("Cnd", "Sub"):
        return False
    things = about is not None and about.lemma in cue(sentence, "dealings")
    return things or form.perfect or form.tense in ("Past", "Imp") and not form.passive


def _other(sentence: Sentence, token: Token, heads: tuple[Token, ...]) -> Token | None:
    """«wants X to leave»: who else is to act."""
    between = [t for h in heads[:1] for t in (*sentence.children(token, "obj"), *sentence.children(h, "nsubj"))]
    nominal = ("NOUN", "PROPN", "PRON")
    return next((t for t in between if t.upos in nominal and token.index < t.index < heads[0].index), None)


def _phrasal(sentence: Sentence, token: Token, lexicon: Frames) -> str:
    """The lemma, with the particle behind it where both are one verb («look_forward»)."""
    pronominal = f"{token.lemma}_pron"
    if pronominal in lexicon.force_verbs and clauses.reflexive(sentence, token):
        return pronominal
    behind = sentence.tokens[token.index + 1].text.lower() if token.index + 1 < len(sentence.tokens) else ""
    whole = f"{token.lemma}_{behind}"
    return whole if whole in lexicon.force_verbs else token.lemma


def _behind_particle(sentence: Sentence, token: Token, lexicon: Frames) -> tuple[Token, ...]:
    """«look forward to deepening ties», «look forward to closer cooperation»: what is tied to the particle, or a noun of action."""
    particle = sentence.tokens[token.index + 1]
    nouns = [last_of(sentence, t) for t in sentence.tokens[token.index + 2 : token.index + 8] if t.upos == "NOUN"][:1]
    return infinitives(sentence, particle) or tuple(t for t in nouns if t.lemma in lexicon.noun_actions)


def _governed(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The verb that a modal helps, and those joined to it without helper or subject of their own."""
    verb = sentence.tokens[token.head]
    joined = [
        t for t in clauses.conjuncts(sentence, verb) if t is verb or t.index > verb.index and not sentence.children(t, "aux", "nsubj")
    ]
    joined = [t for t in joined if clauses.is_infinitive(t) or t is verb or t.feat("VerbForm") == "Fin"]
    return tuple(sorted({t.index: t for t in [*joined, *bare_series(sentence, verb)]}.values(), key=lambda t: t.index))


def _meant(sentence: Sentence, token: Token, force: str, lexicon: Frames) -> bool:
    """Does the form of a verb let it bind: no modal of its own («should support»), no mere possibility, nothing long past?"""
    form = clauses.form(sentence, token)
    helpers = sentence.children(token, "aux")
    modals = [t for t in helpers if t.lemma not in cue(sentence, "present_only")]
    if any(t.lemma in lexicon.force_verbs or t.lemma in cue(sentence, "doubting") for t in modals):
        return False
    if token.lemma in cue(sentence, "conditional_only"):
        return form.mood == "Cnd"
    if token.lemma in cue(sentence, "present_only") and (form.tense != "Pres" or token.deprel == "aux"):
        return False
    if force in ("pledge", "agreement", "readiness") and token.upos == "VERB":
        past = form.perfect and any(t.text.lower() in cue(sentence, "pluperfect") for t in helpers)
        return not (form.mood == "Cnd" or past) or reported(sentence, token)
    return True


def _own(scene: Scene, sentence: Sentence, token: Token, force: str, heads: tuple[Token, ...], lexicon: Frames) -> Trigger | None:
    """What a verb binds its own subject to."""
    form = clauses.form(sentence, token)
    bound = misread(sentence, token) or clauses.subject(sentence, sentence.tokens[token.head] if token.deprel == "aux" else token)
    if shape(sentence, "participle").search(token.text.lower()) and token.deprel in ("acl", "amod"):
        bound = sentence.head(token)
    bound = _beyond_relative(sentence, token, bound)
    nobody = bound is not None and (bound.deprel == "expl" or form.passive and bound.text.lower() in cue(sentence, "it"))
    impersonal = bound is not None and (token.lemma in cue(sentence, "impersonal") or nobody)
    if impersonal and token.lemma in cue(sentence, "agreeing") and not form.perfect and not form.passive:
        return None
    if impersonal:
        bound, force = None, "agreement" if token.lemma in cue(sentence, "settling") else force
    if not heads and force == "wish" and token.lemma in cue(sentence, "wishing_things"):
        heads = tuple(
            t for t in sentence.children(token, "obj") if t.index > token.index and not lexicon.gestures & {t.lemma, t.text.lower()}
        )
    if not heads and token.lemma in cue(sentence, "agreeing") and (form.perfect or form.tense == "Past"):
        heads = tuple(
            t
            for t in sentence.children(token, "obl")
            if mark_of(sentence, t) in cue(sentence, "agreed_on") and t.index > token.index and t.lemma not in cue(sentence, "vague")
        )[:1]
    if force == "wish" and heads and heads[0].lemma in cue(sentence, "seeing") and (seen := _seen(sentence, heads[0])):
        bound, heads = seen[0], seen[1:]
    given = force == "readiness" and not heads and any(t.lemma in cue(sentence, "gifts") for t in sentence.children(token, "obj"))
    if (given or token.lemma in cue(sentence, "pledging_things")) and not form.passive:
        things = tuple(t for t in sentence.children(token, "obj") if t.index > token.index and t.upos in ("NOUN", "SYM", "NUM"))
        heads = tuple(t for t in things if t.upos != "NOUN") or heads or things
    supports = token.lemma in cue(sentence, "supporting") and not clauses.reflexive(sentence, token) and not form.perfect
    bid = any(t.lemma in cue(sentence, "bids") for t in objects_of(sentence, token))
    supports = supports or bid and token.lemma in cue(sentence, "supporting")
    supports = supports and not form.passive and (bid or form.tense not in ("Past", "Imp") or reported(sentence, token))
    if not heads and supports and (clauses.is_finite(sentence, token) or form.mood == "Inf"):
        heads = _endeavours(sentence, token) or (token,)
    if token.lemma in cue(sentence, "continuing") and form.tense != "Fut":
        return None
    if token.lemma in cue(sentence, "saying_only") and (not heads or heads[0].lemma in lexicon.reporting):
        return None
    return Trigger(token, force, bound, _real(scene, sentence, heads, bound, token, lexicon), "duty-verb")


def _beyond_relative(sentence: Sentence, token: Token, bound: Token | None) -> Token | None:
    """«welcomed the plan, which cost much, and agreed to»: a verb behind «, and» goes on with the main clause, not the relative one."""
    relative = (
        bound is not None and bound.feat("PronType") == "Rel" or bound is not None and bound.text.lower() in cue(sentence, "relatives")
    )
    before = sentence.tokens[max(0, token.index - 2) : token.index]
    if not relative or token.deprel != "conj" or len(before) < 2 or before[0].text != "," or before[1].upos != "CCONJ":
        return bound
    main = next((a for a in sentence.ancestors(token) if a.deprel in ("root", "ccomp", "parataxis")), None)
    return clauses.own_subject(sentence, main) or bound if main is not None else bound


def _seen(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """«souhaite voir les firmes investir»: who is to act, and the verb."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 9]
    noun = next((t for t in behind if t.upos in ("NOUN", "PROPN")), None)
    act = next((t for t in behind if clauses.is_infinitive(t) or t.text in (",", ";")), None)
    led = act is not None and sentence.tokens[act.index - 1].upos not in ("ADP", "PUNCT")
    return (noun, act) if noun and act and led and clauses.is_infinitive(act) and noun.index < act.index else ()


def _asserted(sentence: Sentence, token: Token, lexicon: Frames) -> bool:
    """An infinitive binds only under a verb of saying («dit vouloir») or another binding word, never under «accuse de»."""
    if clauses.form(sentence, token).mood != "Inf":
        return True
    if mark_of(sentence, token) in cue(sentence, "behind_purpose"):
        return False
    governor = sentence.head(token)
    if governor is not None and governor.upos == "NOUN" and governor.lemma in cue(sentence, "possible"):
        return False
    governor = next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX", "ADJ")), None)
    if governor is None or governor.lemma in cue(sentence, "accusing"):
        return False
    binding = (lexicon.reporting, lexicon.force_verbs, lexicon.force_adjectives)
    return any(governor.lemma in words for words in binding)


def _attributive(sentence: Sentence, token: Token) -> bool:
    """Is it a past participle that only describes a noun («le projet proposé»)? Not one that shares an auxiliary."""
    form = clauses.form(sentence, token)
    if misread(sentence, token) is not None:
        return False
    if form.mood != "Part" or token.feat("Tense") != "Past" or form.perfect or sentence.children(token, "nsubj", "expl"):
        return False
    before = sentence.tokens[token.index - 1] if token.index else None
    shared = any(t.deprel == "aux" for t in sentence.tokens[: token.index])
    return not (before is not None and before.upos == "CCONJ" and shared)


def _endeavours(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """«soutient X dans sa volonté de A, de B et de C»: what is supported, each for itself."""
    for noun in sentence.tokens[token.index + 1 :]:
        if noun.lemma in cue(sentence, "endeavours") and mark_of(sentence, noun) in cue(sentence, "endeavour_marks"):
            return infinitives(sentence, noun)
    return ()


def _real(
    scene: Scene, sentence: Sentence, heads: tuple[Token, ...], bound: Token | None, verb: Token, lexicon: Frames
) -> tuple[Token, ...]:
    """Leave out what is a planned encounter, or a saying («tient à souligner»)."""
    person = bound is not None and (scene.mention_of(sentence, bound) is not None or bound.text.lower() in cue(sentence, "persons"))
    planned = cue(sentence, "planning")
    kept = []
    for head in heads:
        encounter = head.lemma in lexicon.encounter_verbs and verb.lemma not in cue(sentence, "instructing")
        if encounter and (person and verb.lemma in planned or head.lemma not in lexicon.actions and verb.lemma in planned):
            continue
        agreed = verb.lemma in cue(sentence, "agreeing") and lexicon.actions.get(head.lemma) == "open"
        if encounter and bound is not None and scene.mention_of(sentence, bound) is not None and not agreed:
            continue
        if clauses.reflexive(sentence, head) and head.lemma in cue(sentence, "meeting") or head.lemma in cue(sentence, "no_deed"):
            continue
        told = lexicon.reporting.get(head.lemma)
        if told is not None and told.act == "assertive" and head.lemma not in lexicon.actions:
            continue
        kept.append(head)
    return tuple(kept)
