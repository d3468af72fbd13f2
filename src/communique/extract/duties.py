"""What verbs of wish, duty, decision and appeal bind: «X souhaite», «X doit», «X a décidé de», «appelle Y à»."""

from communique.extract.bindings import (
    Trigger,
    asked,
    binding_clause,
    denied,
    infinitives,
    is_embedded,
    mark_of,
    wanted,
)  # fmt: skip
from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token

_MEETING = ("tenir", "dérouler", "entretenir", "retrouver", "réunir", "rencontrer", "rendre")
_NO_DEED = (
    "être",
    "avoir",
    "permettre",
    "pouvoir",
    "dire",
    "souligner",
    "rappeler",
    "voir",
    "savoir",
    "croire",
    "faire_savoir",
)
_WITH_NOUN = ("proposer", "suggérer", "recommander", "préconiser", "demander", "réclamer", "exiger", "prôner")
_ENDEAVOURS = ("volonté", "effort", "souhait", "candidature", "ambition", "démarche", "aspiration")


def duty(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X doit / souhaite / aspire à + infinitive», «il faut + infinitive», «X s'engage à», «X a décidé de»."""
    force = lexicon.force_verbs.get(token.lemma)
    if token.upos not in ("VERB", "AUX") or force is None or denied(sentence, token) or _attributive(sentence, token):
        return None
    if force == "urge" and clauses.reflexive(sentence, token) or not _asserted(sentence, token, lexicon):
        return None
    if is_embedded(sentence, token, lexicon) or token.lemma == "devoir" and token.text.lower() == "devant":
        return None
    heads = infinitives(sentence, token)
    if token.deprel == "aux" and token.head >= 0:
        governed = clauses.conjuncts(sentence, sentence.tokens[token.head])
        heads = tuple(h for h in governed if clauses.is_infinitive(h))
    clause = wanted(sentence, token)
    if clause is not None and (force == "urge" or token.lemma in ("souhaiter", "vouloir", "espérer")):
        return binding_clause(sentence, token, clause, "urge", lexicon) if token.lemma != "insister" else None
    if force == "urge" and token.lemma not in ("devoir", "falloir"):
        return _appeal(sentence, token, heads, force)
    return _own(scene, sentence, token, force, heads, lexicon)


def _own(scene: Scene, sentence: Sentence, token: Token, force: str, heads: tuple[Token, ...], lexicon: Frames) -> Trigger | None:
    """What a verb binds its own subject to."""
    form = clauses.form(sentence, token)
    bound = clauses.subject(sentence, sentence.tokens[token.head] if token.deprel == "aux" else token)
    if token.text.lower().endswith("ant") and token.deprel in ("acl", "amod"):
        bound = sentence.head(token)
    impersonal = bound is not None and (token.lemma == "falloir" or bound.deprel == "expl")
    if impersonal and token.lemma == "convenir" and not form.perfect and not form.passive:
        return None
    if impersonal:
        bound, force = None, "agreement" if token.lemma == "décider" else force
    if not heads and force == "wish" and token.lemma == "souhaiter":
        heads = tuple(
            t for t in sentence.children(token, "obj") if t.index > token.index and not lexicon.gestures & {t.lemma, t.text.lower()}
        )
    if not heads and token.lemma == "convenir" and form.perfect:
        heads = tuple(t for t in sentence.children(token, "obl") if mark_of(sentence, t) in ("de", "d'") and t.index > token.index)[:1]
    if force == "wish" and heads and heads[0].lemma == "voir" and (seen := _seen(sentence, heads[0])):
        bound, heads = seen[0], seen[1:]
    supports = token.lemma in ("soutenir", "appuyer") and not clauses.reflexive(sentence, token) and not form.perfect
    if not heads and supports and (clauses.is_finite(sentence, token) or form.mood == "Inf"):
        heads = _endeavours(sentence, token) or (token,)
    if token.lemma == "continuer" and form.tense != "Fut":
        return None
    if token.lemma == "tenir" and (not heads or heads[0].lemma in lexicon.reporting):
        return None
    return Trigger(token, force, bound, _real(scene, sentence, heads, bound, token, lexicon), "duty-verb")


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
    if mark_of(sentence, token) in ("pour", "afin"):
        return False
    governor = next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX", "ADJ")), None)
    if governor is None or governor.lemma == "accuser":
        return False
    binding = (lexicon.reporting, lexicon.force_verbs, lexicon.force_adjectives)
    return any(governor.lemma in words for words in binding)


def _attributive(sentence: Sentence, token: Token) -> bool:
    """Is it a past participle that only describes a noun («le projet proposé»)? Not one that shares an auxiliary."""
    form = clauses.form(sentence, token)
    if form.mood != "Part" or token.feat("Tense") != "Past" or form.perfect:
        return False
    before = sentence.tokens[token.index - 1] if token.index else None
    shared = any(t.deprel == "aux" for t in sentence.tokens[: token.index])
    return not (before is not None and before.upos == "CCONJ" and shared)


def _endeavours(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """«soutient X dans sa volonté de A, de B et de C»: what is supported, each for itself."""
    for noun in sentence.tokens[token.index + 1 :]:
        if noun.lemma in _ENDEAVOURS and mark_of(sentence, noun) == "dans":
            return infinitives(sentence, noun)
    return ()


def _real(
    scene: Scene, sentence: Sentence, heads: tuple[Token, ...], bound: Token | None, verb: Token, lexicon: Frames
) -> tuple[Token, ...]:
    """Leave out what is a planned encounter, or a saying («tient à souligner»)."""
    person = bound is not None and (scene.mention_of(sentence, bound) is not None or bound.text.lower() in ("il", "elle", "ils", "elles"))
    planned = ("devoir", "compter", "envisager")
    kept = []
    for head in heads:
        encounter = head.lemma in lexicon.encounter_verbs
        if encounter and (person and verb.lemma in planned or head.lemma not in lexicon.actions and verb.lemma in planned):
            continue
        if encounter and bound is not None and scene.mention_of(sentence, bound) is not None:
            continue
        if clauses.reflexive(sentence, head) and head.lemma in _MEETING or head.lemma in _NO_DEED:
            continue
        told = lexicon.reporting.get(head.lemma)
        if told is not None and told.act == "assertive" and head.lemma not in lexicon.actions:
            continue
        kept.append(head)
    return tuple(kept)


def _appeal(sentence: Sentence, token: Token, heads: tuple[Token, ...], force: str) -> Trigger | None:
    if any(t.lemma == "à" and t.deprel == "case" for t in sentence.children(token)):
        return None
    heads = asked(sentence, token, heads)
    nominal = ("NOUN", "PROPN", "PRON")
    addressed = next((t for t in sentence.children(token, "obj", "iobj") if t.upos in nominal), None)
    if addressed is not None and heads and addressed.index > heads[0].index:
        addressed = None
    if addressed is None and heads:
        addressed = _asked_of(sentence, token, heads[0])
    if not heads:
        to = [t for t in sentence.children(token, "obl") if t.index > token.index]
        leads = ("pour", "en") if token.lemma in _WITH_NOUN else ("à", "au", "aux", "pour", "en")
        to = [t for t in to if mark_of(sentence, t) in leads]
        heads = tuple(c for t in to for c in clauses.conjuncts(sentence, t))
    if not heads and token.lemma in _WITH_NOUN:
        heads = tuple(t for t in sentence.children(token, "obj") if t.upos == "NOUN")
        addressed = None
    return Trigger(token, force, addressed, heads, "appeal", addressed=True)


def _asked_of(sentence: Sentence, token: Token, first: Token) -> Token | None:
    """Whom «demande à X de», «propose à X de» asks."""
    for oblique in sentence.children(token, "obl"):
        if oblique.index < first.index and mark_of(sentence, oblique) in ("à", "au", "aux"):
            return oblique
    return None
