"""What the future tense promises («le Japon financera …») and what is signed; a prediction about things binds nobody."""

import re

from communique.extract.bindings import Trigger, denied, infinitives, is_embedded
from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.extract.standing import parted, standing_before
from communique.language import clauses
from communique.language.tokens import Sentence, Token


def promise(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read a finite future, or the future in the past of reported speech, of a verb of action."""
    if token.upos != "VERB" or denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    if form.tense != "Fut" and not (form.mood == "Cnd" and _reported(sentence, token)):
        return None
    bound = clauses.subject(sentence, token)
    force = "agreement" if form.passive and _joint_text(scene, sentence) else "pledge"
    if bound is None and not parted(scene, sentence, token):
        return None
    if clauses.reflexive(sentence, token) and token.lemma in ("tenir", "dérouler", "ouvrir", "poursuivre"):
        return None
    if form.passive:
        bound = clauses.agent(sentence, token)
        if bound is None and lexicon.actions.get(token.lemma) not in _DONE_TO and not _vowed(sentence, token):
            return None
    elif token.lemma in _GIVEN and bound is not None:
        if scene.states_in(*scene.phrase(sentence, bound)):
            return None
        bound = None
    if _hypothetical(sentence, token) or is_embedded(sentence, token, lexicon):
        return None
    heads: tuple[Token, ...] = (token,) if token.lemma in lexicon.actions or token.lemma in lexicon.light_verbs else ()
    if token.lemma in lexicon.light_verbs:
        heads = infinitives(sentence, token) or heads
    person = bound is not None and (scene.mention_of(sentence, bound) is not None or bound.text.lower() in ("il", "elle"))
    if token.lemma in lexicon.encounter_verbs and (person or token.lemma not in lexicon.actions):
        heads = ()
    return Trigger(token, force, bound, heads, "future")


_DONE_TO = ("build", "start", "open", "support", "resolve")
"""What is done to a thing by who says so: «le pont sera construit, a dit le ministre»."""
_GIVEN = ("obtenir", "bénéficier")
_JOINT = re.compile(r"\b(?:communique|declaration) (?:final|conjoint|commun)e?\b")


def _joint_text(scene: Scene, sentence: Sentence) -> bool:
    """Does a text of both sides say so («dit le communiqué final»)?"""
    return bool(_JOINT.search(scene.folded(sentence.start, sentence.end)))


def _vowed(sentence: Sentence, token: Token) -> bool:
    """«a promis que les fonds seraient versés»: the passive binds who promises."""
    return any(a.lemma in ("promettre", "garantir", "jurer") for a in sentence.ancestors(token))


def _reported(sentence: Sentence, token: Token) -> bool:
    near = sentence.tokens[max(0, token.index - 8) : token.index]
    marked = token.deprel == "conj" or any(t.text.lower() in ("que", "qu'") for t in near)
    return marked and any(a.upos == "VERB" for a in sentence.ancestors(token))


def _hypothetical(sentence: Sentence, token: Token) -> bool:
    """Does a condition stand with the verb («si …, elle financerait»)?"""
    before = [t for t in sentence.tokens[: token.index] if t.upos == "SCONJ"]
    conditions = ("si", "s'")
    if any(t.text.lower() in conditions for t in before):
        return True
    return any(clauses.marker(sentence, t).split(" ")[0] in conditions for t in sentence.children(token, "advcl"))


def accord(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X et Y ont signé un accord sur …»: the object is what was agreed."""
    if token.lemma not in (*lexicon.signing, *_REACHING) or token.upos != "VERB" or denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    bound = clauses.subject(sentence, token)
    if bound is None and not standing_before(scene, sentence, token):
        return None
    if form.passive and token.lemma not in _REACHING or form.mood != "Ind":
        return None
    if not (form.perfect or form.tense in ("Pres", "Past")):
        return None
    return Trigger(token, "agreement", bound, _agreed(sentence, token, lexicon), "signing")


def _agreed(sentence: Sentence, token: Token, lexicon: Frames) -> tuple[Token, ...]:
    """What is signed or reached, times and places between; what it provides for, where a relative clause tells."""
    reached = token.lemma in _REACHING
    for noun in sentence.tokens[token.index + 1 : token.index + 32]:
        if noun.text in (";", ":") or clauses.is_finite(sentence, noun) and noun.upos in ("VERB", "AUX"):
            return ()
        led = sentence.tokens[noun.index - 1].upos in ("DET", "NUM", "ADJ")
        tied = noun.deprel in ("obj", "obl", "obl:arg") and noun.head == token.index
        if noun.upos == "NOUN" and led and noun.lemma in lexicon.agreements:
            if reached and noun.lemma not in ("accord", "entente"):
                return ()
            return _provided(sentence, noun) or (noun,)
        if tied and noun.deprel == "obj" or reached and noun.index > token.index + 5:
            return ()
    return ()


_REACHING = ("parvenir", "arriver", "aboutir")


def _provided(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """«une feuille de route, qui prévoit de régler …»."""
    for verb in sentence.tokens[noun.index + 1 : noun.index + 7]:
        if verb.lemma == "prévoir" and verb.upos == "VERB":
            return infinitives(sentence, verb)
    return ()
